// Package source reads articles: files of any supported format become documents.
//
// # What a document's text is
//
// Of a plain text file the text is the file's text, unchanged but for its encoding: it is UTF-8 without a byte order
// mark, line ends as they were. Of Markdown and HTML the text is what a person reads: the headline, then the blocks
// (paragraphs, headings, list items, rows of tables), each separated from the next by a blank line; links keep their
// words, pictures, menus, scripts and comments are gone. In all three the headline, where there is one, is both
// [graph.Article.Title] and the first line of the text, so that what it says has a place to point to.
//
// # What is known of a document
//
// Title, byline, outlet, address and date are only what the article itself says: in the metadata of a page, in the
// front matter of Markdown, else in the lines at its head ("By …", "Published: …", a dateline). Nothing is taken from
// the file's name or times: a file that is moved, renamed or copied stays the same article. An article without a
// headline is called by its first words.
//
// # Bad input
//
// Everything that cannot be read is one error of one line, "path: reason"; nothing panics and nothing blocks: devices
// and pipes are refused (standard input is asked for as "-"), sizes are bounded by [Limit], and markup that would take
// a parser more than linear time is read by a simple scanner instead.
package source

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"skein/graph"
	"skein/importer"
)

// Limits of an article, in bytes: of its file, which may hold pictures, and of its text, about 800,000 words. A text of
// that length takes half a minute and a gigabyte of memory on its way to the graph.
const (
	Limit     = 20_000_000
	TextLimit = 5_000_000
)

// Stdin is the path that means standard input.
const Stdin = "-"

// Read reads the article in the file at path, or from standard input when path is [Stdin]. The error is one line that
// begins with the path; errors of the file system are wrapped in it.
func Read(path string) (importer.Document, error) {
	if path == Stdin {
		return ReadFrom(path, os.Stdin)
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return importer.Document{}, fail(path, err)
	case info.IsDir():
		return importer.Document{}, refuse(path, "is a folder")
	case !info.Mode().IsRegular():
		return importer.Document{}, refuse(path, "is a device or a pipe, not a file")
	case info.Size() > Limit:
		return importer.Document{}, tooLarge(path, info.Size())
	}
	f, err := os.Open(path)
	if err != nil {
		return importer.Document{}, fail(path, err)
	}
	defer f.Close()
	return ReadFrom(path, f)
}

// ReadFrom reads the article that r gives. The name stands for it in errors, and its ending tells the format; without
// a known ending the content does.
func ReadFrom(name string, r io.Reader) (doc importer.Document, err error) {
	data, err := io.ReadAll(io.LimitReader(r, Limit+1))
	switch {
	case err != nil:
		return importer.Document{}, fail(name, err)
	case len(data) > Limit:
		return importer.Document{}, tooLarge(name, -1)
	case len(data) == 0:
		return importer.Document{}, refuse(name, "is empty")
	}
	defer func() { // the readers of foreign markup are not ours
		if p := recover(); p != nil {
			doc, err = importer.Document{}, refuse(name, fmt.Sprintf("cannot be read: internal error: %v", p))
		}
	}()
	format := formatOf(name, data)
	text, err := decode(data, format == markup)
	if err == nil {
		doc.Path = name
		err = read(&doc, format, text)
	}
	if err != nil {
		return importer.Document{}, fail(name, err)
	}
	return doc, nil
}

// read fills in the document from decoded text.
func read(d *importer.Document, format format, text string) error {
	if strings.TrimSpace(text) == "" {
		return errors.New("holds nothing but white space")
	}
	var err error
	switch format {
	case markup:
		err = readHTML(d, text)
	case markdown:
		readMarkdown(d, text)
	default:
		d.Text = text
	}
	if err != nil {
		return err
	}
	if strings.TrimSpace(d.Text) == "" {
		return errors.New("holds no text")
	}
	if n := len(d.Text); n > TextLimit {
		return fmt.Errorf("holds %d MB of text, more than the %d MB an article may have", (n+mb-1)/mb, TextLimit/mb)
	}
	complete(&d.Article)
	return nil
}

// complete adds what the text itself says about the article where nothing better is known, and its identity.
func complete(a *graph.Article) {
	h := readHead(a.Text)
	for _, f := range []struct {
		field *string
		value string
	}{{&a.Title, h.title}, {&a.Byline, h.byline}, {&a.Outlet, h.outlet}, {&a.Published, h.published}, {&a.URL, h.url}} {
		if *f.field == "" {
			*f.field = f.value
		}
	}
	if a.Title == "" {
		a.Title = opening(a.Text)
	}
	a.Language = languageFor(a.Text, a.Language)
	a.Identify()
}

// refuse is an error of Skein's own about the file.
func refuse(name, reason string) error { return errors.New(display(name) + ": " + reason) }

// fail is an error met with the file, without the operation and the second mention of the path that package os adds.
func fail(name string, err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	return fmt.Errorf("%s: %w", display(name), err)
}

const mb = 1_000_000

// tooLarge refuses a file of the size in bytes, or of unknown size above the limit.
func tooLarge(name string, size int64) error {
	if size < 0 {
		return refuse(name, fmt.Sprintf("is more than the %d MB a file may have", Limit/mb))
	}
	return refuse(name, fmt.Sprintf("%d MB is more than the %d MB a file may have", (size+mb-1)/mb, Limit/mb))
}

// display is what an input is called in messages.
func display(name string) string {
	if name == Stdin {
		return "standard input"
	}
	return name
}
