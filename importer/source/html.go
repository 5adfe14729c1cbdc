package source

import (
	"errors"
	"net/url"
	"regexp"
	"strings"
	"time"

	readability "codeberg.org/readeck/go-readability/v2"
	"github.com/markusmobius/go-htmldate"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"skein/importer"
)

// maxNodes is the number of nodes above which a page is only scanned: telling article from page takes trafilatura 2 s
// for 50,000 paragraphs, and more than twice that for twice as many.
const maxNodes = 150_000

// readHTML reads a page: the body by trafilatura, which lost and added the least of the extractors compared on 181
// annotated pages; title, byline, outlet and date by readability, which was right most often about those.
func readHTML(d *importer.Document, text string) error {
	page, err := html.Parse(strings.NewReader(text))
	if err != nil || page == nil || larger(page, maxNodes) {
		return readScanned(d, text)
	}
	metadata(d, page)
	found, err := trafilatura.ExtractDocument(page, trafilatura.Options{
		ExcludeComments: true,
		HtmlDateMode:    trafilatura.Disabled,
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
	return compose(d, body)
}

// readScanned reads markup that is nested too deep or too large for a parser.
func readScanned(d *importer.Document, text string) error {
	var b blocks
	title := b.scan(text)
	fill(&d.Title, title)
	return compose(d, b.list())
}

// compose makes the document's text of headline and body, without what stands at the head of the body once more.
func compose(d *importer.Document, body []string) error {
	for len(body) > 0 && (same(body[0], d.Title) || same(strings.TrimSpace(bylineStart.ReplaceAllString(body[0], "")), d.Byline)) {
		body = body[1:]
	}
	if len(body) == 0 {
		return errors.New("holds no article text")
	}
	if d.Title != "" {
		body = append([]string{d.Title}, body...)
	}
	d.Text = strings.Join(body, separator) + "\n"
	return nil
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

// larger reports whether there are more than n nodes below the page.
func larger(page *html.Node, n int) bool {
	for range page.Descendants() {
		if n--; n < 0 {
			return true
		}
	}
	return false
}
