package source

import (
	"fmt"
	"strings"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
	"gopkg.in/yaml.v3"

	"skein/importer"
)

// readMarkdown reads Markdown with or without YAML front matter.
func readMarkdown(d *importer.Document, source string) {
	source = frontMatter(d, source)
	if tangled(source) {
		d.Text = source
		return
	}
	body, heading := markdownBlocks([]byte(source))
	switch {
	case d.Title == "" && heading != "":
		d.Title = heading
	case d.Title != "" && (len(body) == 0 || !same(body[0], d.Title)):
		body = append([]string{d.Title}, body...)
	}
	d.Text = strings.Join(body, separator) + "\n"
}

// frontMatter takes in the YAML between two lines "---" at the head of the source and returns what follows. What is
// not a mapping is no front matter, and stays.
func frontMatter(d *importer.Document, source string) string {
	const fence, limit = "---", 64 << 10
	first, rest, ok := strings.Cut(source, "\n")
	if !ok || strings.TrimRight(first, " \r") != fence {
		return source
	}
	size := 0
	for line, after := range lines(rest) {
		if strings.TrimRight(line, " \r") == fence || size > limit {
			var fields map[string]any
			if yaml.Unmarshal([]byte(rest[:size]), &fields) != nil || len(fields) == 0 {
				return source
			}
			frontFields(d, fields)
			return after
		}
		size += len(line) + 1
	}
	return source
}

// frontFields takes in the fields of front matter under the names that site generators use for them.
func frontFields(d *importer.Document, fields map[string]any) {
	first := func(names ...string) any {
		for _, n := range names {
			for _, name := range []string{n, strings.ToUpper(n[:1]) + n[1:]} {
				if v := fields[name]; v != nil {
					return v
				}
			}
		}
		return nil
	}
	fill(&d.Title, words(first("title", "headline")))
	fill(&d.Byline, words(first("byline", "author", "authors", "by")))
	fill(&d.Outlet, words(first("outlet", "source", "publisher", "site", "publication")))
	fill(&d.Language, words(first("language", "lang")))
	d.URL = webAddress(words(first("url", "canonical", "canonical_url", "link")))
	switch v := first("published", "date", "pubdate", "published_at", "publishDate").(type) {
	case time.Time:
		d.Published = v.Format(time.DateOnly)
	case string:
		d.Published = wholeDate(v)
	}
}

// words is a field's value as text; the members of a list are joined.
func words(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case []any:
		var all []string
		for _, x := range v {
			if s := words(x); s != "" {
				all = append(all, s)
			}
		}
		return strings.Join(all, " and ")
	case map[string]any:
		return words(v["name"])
	}
	return fmt.Sprint(v)
}

// tangled reports whether the source is of a size or nesting that no article has and for which the parser takes more
// than linear time: such a source is read as plain text.
func tangled(source string) bool {
	const (
		size     = 2 << 20 // bytes
		brackets = 10_000
		deep     = 100   // marks and spaces before the first word of a line
		marked   = 2_000 // marks in one line
	)
	if len(source) > size || strings.Count(source, "[") > brackets {
		return true
	}
	for line := range lines(source) {
		if len(line) > deep && len(strings.TrimLeft(line, " \t>-*+")) < len(line)-deep {
			return true
		}
		marks := 0
		for _, c := range []byte(line) {
			if strings.IndexByte("]<>*_`!\\&~|(", c) >= 0 {
				marks++
			}
		}
		if marks > marked {
			return true
		}
	}
	return false
}

// markdownBlocks returns the blocks of a source, and the text of the heading it begins with, if it does.
func markdownBlocks(source []byte) (list []string, heading string) {
	doc := goldmark.New(goldmark.WithExtensions(extension.GFM)).Parser().Parse(text.NewReader(source))
	var b blocks
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		switch n := n.(type) {
		case *ast.Text:
			if entering {
				b.word(plainText(n.Segment.Value(source), n.IsRaw()))
				switch {
				case n.HardLineBreak():
					b.brk()
				case n.SoftLineBreak():
					b.word(" ")
				}
			}
			return ast.WalkContinue, nil
		case *ast.String:
			if entering {
				b.word(plainText(n.Value, n.IsRaw()))
			}
			return ast.WalkContinue, nil
		case *ast.AutoLink:
			if entering {
				b.word(string(n.Label(source)))
			}
			return ast.WalkContinue, nil
		case *ast.Image:
			return ast.WalkSkipChildren, nil
		case *ast.RawHTML:
			if entering && strings.HasPrefix(strings.ToLower(string(n.Segments.Value(source))), "<br") {
				b.brk()
			}
			return ast.WalkSkipChildren, nil
		case *ast.HTMLBlock:
			if entering {
				b.end()
				b.scan(string(n.Lines().Value(source)))
				b.end()
			}
			return ast.WalkSkipChildren, nil
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			if entering {
				b.end()
				for line := range lines(string(n.Lines().Value(source))) {
					b.word(line)
					b.brk()
				}
				b.end()
			}
			return ast.WalkSkipChildren, nil
		case *east.TableCell:
			if !entering && n.NextSibling() != nil {
				b.word(" | ")
			}
			return ast.WalkContinue, nil
		case *ast.Heading:
			b.end()
			if !entering && len(b.done) == 1 && n.PreviousSibling() == nil {
				heading = b.done[0]
			}
			return ast.WalkContinue, nil
		}
		if n.Type() == ast.TypeBlock {
			b.end()
		}
		return ast.WalkContinue, nil
	})
	return b.list(), heading
}

// plainText resolves the escapes and entities of a piece of Markdown.
func plainText(s []byte, raw bool) string {
	if raw {
		return string(s)
	}
	return string(util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(s))))
}
