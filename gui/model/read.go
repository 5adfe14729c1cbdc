package model

import (
	"slices"
	"strings"

	"skein/graph"
)

// Reading is the article open in the reader.
type Reading struct {
	Place  Place
	Title  string
	Line   string // outlet, date, byline
	Paras  []Para
	Focus  int  // the paragraph with the sentence looked for, -1 when none is
	Before bool // there is more text before the first paragraph
	After  bool // there is more text after the last one
	About  []Node

	Earlier, Later int // where the part before and the part after begin, for ReadOn
}

// Para is a paragraph.
type Para struct{ Runs []Run }

// Run is a piece of text in one manner.
type Run struct {
	Text     string
	Entity   graph.ID // what it names, or ""
	Kind     graph.Kind
	Sentence bool // part of the sentence looked for
	Mark     bool // part of the words looked for
}

// Limits of what the reader lays out at once, in bytes: of an article far longer than any newspaper prints it shows the
// part around the sentence looked for, and no paragraph is longer than paraLimit.
const (
	readLimit = 120_000
	paraLimit = 4_000
)

// Read works out what the reader shows; the zero value when no article is open.
func (s *State) Read() Reading {
	ai, ok := s.Snap.Article(s.Place.Article)
	if !ok {
		return Reading{Focus: -1}
	}
	a := s.Snap.Articles()[ai]
	r := Reading{Place: s.Place, Title: ArticleName(a), Focus: -1}
	var line []string
	date := DateText(a.Published)
	if date == "" {
		date = "undated"
	}
	for _, part := range []string{a.Outlet, date, a.Byline} {
		if part != "" {
			line = append(line, part)
		}
	}
	r.Line = strings.Join(line, " · ")
	window := s.part(a.Text)
	r.Before, r.After = window.Begin > 0, window.End < len(a.Text)
	r.Earlier, r.Later = boundary(a.Text, max(0, window.Begin-readLimit)), window.End
	names := s.namesIn(ai, window)
	at := 0
	for _, p := range paragraphs(a.Text, window) {
		for at < len(names) && names[at].End <= p.Begin {
			at++
		}
		if s.Place.Sentence.Len() > 0 && p.Overlaps(s.Place.Sentence) && r.Focus < 0 {
			r.Focus = len(r.Paras)
		}
		r.Paras = append(r.Paras, Para{s.runs(a.Text, p, names[at:])})
	}
	for _, id := range s.leading(ai, 60) {
		if e, ok := s.entity(id); ok {
			r.About = append(r.About, Node{ID: e.ID, Name: e.Name, Kind: KindOf(e), Type: e.Type,
				Planned: KindOf(e) == graph.Event && e.Modality != "" && e.Modality != graph.Asserted})
		}
	}
	return r
}

// part is what of a text is shown: all of it, or of one far too long the part around the sentence looked for, or from
// where the reader went on.
func (s *State) part(text string) graph.Span {
	if len(text) <= readLimit {
		return graph.Span{End: len(text)}
	}
	begin := s.Place.From
	if s.Place.Sentence.Len() > 0 {
		begin = s.Place.Sentence.Begin - readLimit/2
	}
	begin = boundary(text, max(0, min(begin, len(text)-1)))
	end := begin + readLimit
	if end >= len(text) {
		return graph.Span{Begin: begin, End: len(text)}
	}
	return graph.Span{Begin: begin, End: boundary(text, end)}
}

// boundary is the beginning of the line that holds a place in a text, or of the word where the line is long, or of the
// character.
func boundary(text string, at int) int {
	for _, end := range []byte{'\n', ' '} {
		if i := strings.LastIndexByte(text[max(0, at-paraLimit):at], end); i >= 0 {
			return max(0, at-paraLimit) + i + 1
		}
	}
	for at > 0 && at < len(text) && text[at]&0xC0 == 0x80 {
		at--
	}
	return at
}

// name is a place in the text that names an entity.
type name struct {
	graph.Span
	id   graph.ID
	kind graph.Kind
}

// namesIn are an article's mentions in text order without overlaps; of two that overlap the earlier, then longer stays.
func (s *State) namesIn(article int, window graph.Span) []name {
	var all []name
	for _, x := range s.Snap.SightingsIn(article) {
		i, ok := s.Snap.Entity(x.Entity)
		if !ok {
			continue
		}
		e := s.Snap.Entities()[i]
		if e.Verdict == graph.Reject {
			continue
		}
		for _, m := range x.Mentions {
			if window.Contains(m) && m.Len() > 0 {
				all = append(all, name{m, e.ID, KindOf(e)})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b name) int {
		if a.Begin != b.Begin {
			return a.Begin - b.Begin
		}
		return b.End - a.End
	})
	out := all[:0]
	end := 0
	for _, n := range all {
		if n.Begin >= end {
			out = append(out, n)
			end = n.End
		}
	}
	return out
}

// paragraphs splits the window of a text at blank lines, or at every line when it has none, and what is too long at
// blanks.
func paragraphs(text string, window graph.Span) []graph.Span {
	blank := strings.Contains(window.In(text), "\n\n") || strings.Contains(window.In(text), "\n\r\n")
	var out []graph.Span
	begin := window.Begin
	flush := func(end int) {
		for begin < end && isSpace(text[begin]) {
			begin++
		}
		last := end
		for last > begin && isSpace(text[last-1]) {
			last--
		}
		for last-begin > paraLimit {
			cut := strings.LastIndexByte(text[begin:begin+paraLimit], ' ')
			if cut <= 0 {
				cut = paraLimit
				for cut > 1 && text[begin+cut]&0xC0 == 0x80 { // not within a character
					cut--
				}
			}
			out = append(out, graph.Span{Begin: begin, End: begin + cut})
			begin += cut
		}
		if last > begin {
			out = append(out, graph.Span{Begin: begin, End: last})
		}
		begin = end
	}
	for i := window.Begin; i < window.End; {
		nl := strings.IndexByte(text[i:window.End], '\n')
		if nl < 0 {
			break
		}
		i += nl + 1
		rest := i
		for rest < window.End && (text[rest] == ' ' || text[rest] == '\t' || text[rest] == '\r') {
			rest++
		}
		if !blank || rest < window.End && text[rest] == '\n' {
			flush(i)
		}
	}
	flush(window.End)
	return out
}

func isSpace(b byte) bool { return b == ' ' || b == '\n' || b == '\t' || b == '\r' }

// runs cuts a paragraph where names, the sentence and the mark begin and end.
func (s *State) runs(text string, p graph.Span, names []name) []Run {
	cuts := []int{p.Begin, p.End}
	for _, n := range names {
		if n.Begin >= p.End {
			break
		}
		cuts = append(cuts, n.Begin, n.End)
	}
	for _, x := range []graph.Span{s.Place.Sentence, s.Place.Mark} {
		if x.Len() > 0 {
			cuts = append(cuts, x.Begin, x.End)
		}
	}
	slices.Sort(cuts)
	var out []Run
	at := 0
	for k := 0; k+1 < len(cuts); k++ {
		piece := graph.Span{Begin: cuts[k], End: cuts[k+1]}
		if piece.Len() == 0 || !p.Contains(piece) {
			continue
		}
		run := Run{Text: flat(piece.In(text)), Sentence: s.Place.Sentence.Contains(piece), Mark: s.Place.Mark.Contains(piece)}
		for at < len(names) && names[at].End <= piece.Begin {
			at++
		}
		if at < len(names) && names[at].Contains(piece) {
			run.Entity, run.Kind = names[at].id, names[at].kind
		}
		out = append(out, run)
	}
	return out
}

// openClaim opens the article at the sentence that says it.
func (s *State) openClaim(id graph.ID, n int) {
	i, ok := s.Snap.Claim(id)
	if !ok {
		return
	}
	c := s.Snap.Claims()[i]
	if len(c.Evidence) == 0 {
		return
	}
	e := c.Evidence[((n%len(c.Evidence))+len(c.Evidence))%len(c.Evidence)]
	s.Selection.Claim = c.ID
	s.Place = Place{Article: e.Article, Sentence: e.Sentence, Mark: e.Span, Asked: s.Place.Asked + 1}
	if e.Sentence.Len() == 0 {
		s.Place.Sentence = e.Span
	}
	s.Tab, s.Panels.DockFolded = ArticleTab, false
}

// openArticle opens an article from its beginning.
func (s *State) openArticle(id graph.ID) {
	if _, ok := s.Snap.Article(id); !ok {
		return
	}
	s.Place = Place{Article: id}
	s.Tab, s.Panels.DockFolded = ArticleTab, false
	s.visit(Stop{Article: id})
}
