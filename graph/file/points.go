package file

import (
	"sort"
	"unicode/utf8"

	"skein/graph"
)

// points turns byte offsets into a text into code points and back. Bytes that are no UTF-8 count as one code point each,
// which is what becomes of them in JSON. Offsets before or behind the text keep their distance from it.
type points struct {
	text  string
	plain bool // one byte a code point
	marks []mark
	total int
}

// mark is the first code point that starts at or behind a multiple of stride bytes.
type mark struct{ byte, point int }

const stride = 256

// CodePoints gives the function that turns byte offsets into a text into the code points that stand for them in JSON.
func CodePoints(text string) func(at int) int { return newPoints(text).point }

func newPoints(text string) *points {
	p := &points{text: text, plain: true, total: len(text)}
	for i := 0; i < len(text) && p.plain; i++ {
		p.plain = text[i] < utf8.RuneSelf
	}
	if p.plain {
		return p
	}
	p.total = 0
	for i := range text {
		if i >= len(p.marks)*stride {
			p.marks = append(p.marks, mark{i, p.total})
		}
		p.total++
	}
	return p
}

// point is the code point of a byte offset; inside of a code point, the next one.
func (p *points) point(at int) int {
	switch {
	case p.plain || at < 0:
		return at
	case at >= len(p.text):
		return p.total + at - len(p.text)
	}
	m := p.marks[sort.Search(len(p.marks), func(k int) bool { return p.marks[k].byte > at })-1]
	for m.byte < at {
		_, n := utf8.DecodeRuneInString(p.text[m.byte:])
		m = mark{m.byte + n, m.point + 1}
	}
	return m.point
}

// byte is the byte offset of a code point.
func (p *points) byte(at int) int {
	switch {
	case p.plain || at < 0:
		return at
	case at >= p.total:
		return len(p.text) + at - p.total
	}
	m := p.marks[sort.Search(len(p.marks), func(k int) bool { return p.marks[k].point > at })-1]
	for m.point < at {
		_, n := utf8.DecodeRuneInString(p.text[m.byte:])
		m = mark{m.byte + n, m.point + 1}
	}
	return m.byte
}

// texts are the articles by id, and their points once asked for.
type texts struct {
	articles map[graph.ID]*graph.Article
	points   map[graph.ID]*points
}

func newTexts(articles []graph.Article) *texts {
	t := &texts{map[graph.ID]*graph.Article{}, map[graph.ID]*points{}}
	for i := range articles {
		t.articles[articles[i].ID] = &articles[i]
	}
	return t
}

// of are the points of an article; those of one that is not there are bytes.
func (t *texts) of(id graph.ID) *points {
	p := t.points[id]
	if p == nil {
		p = &points{plain: true}
		if a := t.articles[id]; a != nil {
			p = newPoints(a.Text)
		}
		t.points[id] = p
	}
	return p
}

// in is the text of a span; empty when it lies outside of the article or the article is not there.
func (t *texts) in(id graph.ID, s graph.Span) string {
	if a := t.articles[id]; a != nil {
		return s.In(a.Text)
	}
	return ""
}
