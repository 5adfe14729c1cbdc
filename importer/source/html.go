package source

import (
	"errors"
	"net/url"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	readability "codeberg.org/readeck/go-readability/v2"
	"github.com/markusmobius/go-htmldate"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"skein/importer"
)

// maxCost bounds the pages that are parsed and not only scanned, as elements times bytes of text: trafilatura joins the
// text anew for each paragraph. A page of the usual size costs 1e8; at 2e10 it takes about two seconds.
const maxCost = 2e10

// readHTML reads a page: the body by trafilatura, which lost and added the least of the extractors compared on 181
// annotated pages; title, byline, outlet and date by readability, which was right most often about those.
func readHTML(d *importer.Document, text string) error {
	page, err := html.Parse(strings.NewReader(text))
	if err != nil || page == nil || cost(page) > maxCost {
		return readScanned(d, text)
	}
	metadata(d, page)
	if body := plainBody(page); body != nil {
		var b blocks
		b.node(body)
		return compose(d, nil, b.list())
	}
	found, err := trafilatura.ExtractDocument(page, trafilatura.Options{
		ExcludeComments: true,
		HtmlDateMode:    trafilatura.Disabled,
		PruneSelector:   ".comments, #comments, .comment, .comment-list",
	})
	var body []string
	if err == nil && found != nil && found.ContentNode != nil {
		fill(&d.Title, found.Metadata.Title)
		fill(&d.Byline, found.Metadata.Author)
		fill(&d.Outlet, found.Metadata.Sitename)
		fill(&d.URL, webAddress(found.Metadata.URL))
		var b blocks
		b.node(found.ContentNode)
		body = b.list()
	}
	if d.Outlet == "" && d.URL != "" {
		if u, err := url.Parse(d.URL); err == nil {
			d.Outlet = strings.TrimPrefix(u.Hostname(), "www.")
		}
	}
	return compose(d, captions(page), body)
}

// plainBody is the body of a page that holds nothing but text: no links, no parts of a site around the article, which an
// extractor would have to tell from it. It is nil for all other pages.
func plainBody(page *html.Node) (body *html.Node) {
	for n := range page.Descendants() {
		switch {
		case n.DataAtom == atom.Body:
			body = n
		case body == nil || n.Type == html.TextNode:
		case n.Type != html.ElementNode || len(n.Attr) > 0 || !slices.Contains(plainElements, n.DataAtom):
			return nil
		}
	}
	return body
}

// plainElements are the elements of text.
var plainElements = []atom.Atom{
	atom.P, atom.Br, atom.B, atom.I, atom.Em, atom.Strong, atom.Blockquote, atom.Ul, atom.Ol, atom.Li,
	atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Table, atom.Thead, atom.Tbody, atom.Tr, atom.Th, atom.Td,
}

// readScanned reads markup that is nested too deep or too large for a parser.
func readScanned(d *importer.Document, text string) error {
	var b blocks
	title := b.scan(text)
	fill(&d.Title, title)
	return compose(d, nil, b.list())
}

// compose makes the document's text: the headline, the captions of pictures that the body lacks, and the body without
// what stands at its head of headline, byline and date once more.
func compose(d *importer.Document, captions, body []string) error {
	for len(body) > 0 && isMetadata(d, body[0]) {
		body = body[1:]
	}
	if !slices.ContainsFunc(body, isProse) {
		return errors.New("holds no article text")
	}
	all := strings.Join(body, separator)
	var extra []string
	for _, c := range captions {
		if !strings.Contains(all, c) && !slices.Contains(extra, c) {
			extra = append(extra, c)
		}
	}
	if len(extra) > 0 {
		all = strings.Join(extra, separator) + separator + all
	}
	if d.Title != "" {
		all = d.Title + separator + all
	}
	d.Text = all + "\n"
	return nil
}

// isProse reports whether a block is more than an entry of a menu: five words, or as many letters as those have where
// words are not separated.
func isProse(block string) bool {
	return len(strings.Fields(block)) >= 5 || utf8.RuneCountInString(block) >= 25
}

// isMetadata reports whether the lines of a block say nothing but headline, byline or date.
func isMetadata(d *importer.Document, block string) bool {
	for line := range lines(block) {
		name := strings.TrimSpace(bylineStart.ReplaceAllString(line, ""))
		if !same(line, d.Title) && !same(name, d.Byline) && wholeDate(line) == "" {
			return false
		}
	}
	return true
}

// metadata reads what the page says about itself.
func metadata(d *importer.Document, page *html.Node) {
	if a, err := readability.FromDocument(page, nil); err == nil {
		fill(&d.Title, a.Title())
		fill(&d.Byline, a.Byline())
		fill(&d.Outlet, a.SiteName())
		d.Language = a.Language()
		if t, err := a.PublishedTime(); err == nil && t.Year() >= 1800 {
			d.Published = t.Format(time.DateOnly) // the day it was where the page was made
		}
	}
	if d.Published == "" {
		// Years from copyright lines are not dates of publication: only what could be read as a day counts.
		r, err := htmldate.FromDocument(page, htmldate.Options{
			UseOriginalDate: true, SkipExtensiveSearch: true,
			MinDate: time.Date(1990, 1, 1, 0, 0, 0, 0, time.UTC),
			MaxDate: time.Date(2199, 1, 1, 0, 0, 0, 0, time.UTC), // not today: the same page reads the same on every day
		})
		if err == nil && !r.IsZero() && !(r.DateTime.YearDay() == 1 && !firstOfJanuary.MatchString(r.SrcString)) {
			d.Published = r.Format(time.DateOnly)
		}
	}
}

// captions are the captions of the pictures in the element that holds the page's article: the extractor of the body
// leaves them out. That element is an article or main around the first heading; without one it is not safe to say
// which pictures belong to the article.
func captions(page *html.Node) (all []string) {
	var article *html.Node
	for n := range page.Descendants() {
		if n.DataAtom == atom.H1 {
			for p := range n.Ancestors() {
				if p.DataAtom == atom.Article || p.DataAtom == atom.Main {
					article = p
					break
				}
			}
			break
		}
	}
	if article == nil {
		return nil
	}
	for n := range article.Descendants() {
		if n.DataAtom == atom.Figcaption && !teaser(n) {
			var b blocks
			b.node(n)
			all = append(all, b.list()...)
		}
	}
	return all
}

// teaser reports whether the node belongs to a link to something else, or to what is hidden.
func teaser(n *html.Node) bool {
	for p := range n.Ancestors() {
		if p.DataAtom == atom.A || hidden(p.DataAtom) {
			return true
		}
	}
	return false
}

var firstOfJanuary = regexp.MustCompile(`(?i)\b0?1[-/. ]+(?:0?1|jan)|\bjan[a-z]*\.? +0?1\b`)

// fill sets an empty field to a value without line breaks, and a byline without its "By".
func fill(field *string, value string) {
	if *field == "" {
		*field = strings.TrimSpace(bylineStart.ReplaceAllString(strings.Join(strings.Fields(value), " "), ""))
	}
}

// same reports whether two lines say the same but for case and space.
func same(a, b string) bool {
	return b != "" && strings.EqualFold(strings.Join(strings.Fields(a), " "), strings.Join(strings.Fields(b), " "))
}

// webAddress is s when it is an address on the web.
func webAddress(s string) string {
	if u, err := url.Parse(s); err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" {
		return s
	}
	return ""
}

// cost estimates the work of extracting the article of a page.
func cost(page *html.Node) float64 {
	elements, text := 0, 0
	for n := range page.Descendants() {
		switch {
		case n.Type == html.ElementNode:
			elements++
		case n.Type == html.TextNode && !hidden(n.Parent.DataAtom):
			text += len(n.Data)
		}
	}
	return float64(elements) * float64(text)
}
