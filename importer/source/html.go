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
	"golang.org/x/net/html/atom"

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
	captions := metadata(d, page)
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
	return compose(d, captions, body)
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
	if len(body) == 0 {
		return errors.New("holds no article text")
	}
	all := strings.Join(body, separator)
	for i := len(captions) - 1; i >= 0; i-- {
		if !strings.Contains(all, captions[i]) {
			all = captions[i] + separator + all
		}
	}
	if d.Title != "" {
		all = d.Title + separator + all
	}
	d.Text = all + "\n"
	return nil
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

// metadata reads what the page says about itself, and the captions of the pictures in its article, which the extractor
// of the body leaves out.
func metadata(d *importer.Document, page *html.Node) (captions []string) {
	if a, err := readability.FromDocument(page, nil); err == nil {
		fill(&d.Title, a.Title())
		fill(&d.Byline, a.Byline())
		fill(&d.Outlet, a.SiteName())
		d.Language = a.Language()
		if t, err := a.PublishedTime(); err == nil && t.Year() >= 1800 {
			d.Published = t.Format(time.DateOnly) // the day it was where the page was made
		}
		if a.Node != nil {
			for n := range a.Node.Descendants() {
				if n.DataAtom == atom.Figcaption {
					var b blocks
					b.node(n)
					captions = append(captions, b.list()...)
				}
			}
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
	return captions
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
