// Package when finds expressions of time and says what they mean.
//
// It is a grammar of the dates of English news, written by hand: absolute dates in the usual forms, dates without a
// year, dates counted from the day of writing ("Thursday", "last summer", "three days ago", "in the coming weeks"),
// seasons, decades, intervals and intervals open at one end. The meaning is EDTF (ISO 8601-2) with the precision the
// text has: "July 2023" is 2023-07, "summer 2023" is 2023-22, "since December 2021" is 2021-12/.., "early March 2023"
// is 2023-03~, "June 25" in an article of no known year is XXXX-06-25.
//
// # The day of writing
//
// Dates are resolved against the article's date of publication; where that is not known, against the full date of the
// dateline ("CORAL SEA (June 18, 2015) –") or of a line of its own at the top. Where neither is known, relative
// expressions get an empty date rather than a wrong one, and a date without a year gets the year its own sentence names.
//
// A date without a year is taken for the one nearest to the day of writing, a weekday for the latest one; where the
// words before it speak of the future, for the next one, and where the verb is in the past, for the last one. In a text that
// tells of other years and counts no day from that of writing, it is of the year that the text has come to (chronicle.go).
// "Two days later" is counted from the time that the text told last (story.go).
//
// # What is not a date
//
// "May" the verb, "March" on the capital, April the person, "1/2/2015", which may be either of two days, "in 2000
// villages": the stage rejects them with the reason.
package when

import (
	"skein/graph"
	"skein/importer"
	"skein/importer/english"
)

const name = "when"

// Stage finds expressions of time: it gives Times.
func Stage() importer.Stage {
	return importer.Stage{
		Name:  name,
		Doc:   "finds dates and other expressions of time and resolves them against the article's date",
		Needs: []importer.Layer{importer.Sentences, importer.Tokens, importer.Tags},
		Gives: []importer.Layer{importer.Times},
		Run:   run,
	}
}

func run(d *importer.Document) error {
	ref := parseEDTF(d.Published)
	if ref.year == 0 {
		ref = written(d)
	}
	var buf []lexeme
	var story []dated
	var day, told moment // that were spoken of last
	if ref.exact() {
		day = ref
	}
	for i, s := range d.Sentences {
		buf = lex(d, s.First, s.Last, buf)
		p := newParser(d, buf, ref)
		p.year, p.day, p.told = p.sentenceYear(), day, told
		for _, e := range p.all() {
			span := graph.Span{Begin: buf[e.begin].Begin, End: buf[e.end-1].End}
			if e.undated || e.from.zero() {
				d.Reject(name, span, "relative to a day of writing that is not known")
				d.Times = append(d.Times, importer.Time{Span: span, Sentence: i})
				continue
			}
			if e.from.exact() && e.to.zero() {
				day = e.from
			}
			d.Times = append(d.Times, importer.Time{Span: span, EDTF: e.edtf(), Sentence: i})
			story = append(story, dated{e, len(d.Times) - 1})
		}
		told = p.told
	}
	chronicle(d, story, ref)
	return nil
}

func newParser(d *importer.Document, lex []lexeme, ref moment) *parser {
	tagged := func(token int, tags ...importer.Tag) bool {
		for _, t := range tags {
			if d.Tokens[token].Tag == t {
				return true
			}
		}
		return false
	}
	return &parser{
		lex: lex, ref: ref,
		reject: func(begin, end int, reason string) {
			d.Reject(name, graph.Span{Begin: lex[begin].Begin, End: lex[min(end, len(lex))-1].End}, reason)
		},
		verb:  func(token int) bool { return tagged(token, importer.Verb, importer.Aux) },
		noun:  func(token int) bool { return tagged(token, importer.Noun) },
		lemma: func(token int) string { return d.Tokens[token].Lemma },
	}
}

// all are the expressions of the sentence, none overlapping another.
func (p *parser) all() []expression {
	var out []expression
	for i := 0; i < len(p.lex); {
		if !p.starts(i) {
			i++
			continue
		}
		e, ok := p.expression(i)
		if !ok {
			i++
			continue
		}
		if n := len(out); n > 0 && e.begin < out[n-1].end {
			e.begin = i
		}
		said := p.ofSaying(e.begin)
		if e.to.zero() && !e.since && !e.until && (!said && (len(out) == 0 || !p.relativeTo(e.begin)) || said && p.told.zero()) {
			p.told, p.here = e.from, true // of what is said where nothing else is told: "said on Sunday that X had left the day before"
		}
		out = append(out, e)
		i = max(e.end, i+1)
	}
	return out
}

// ofSaying reports whether the expression at i dates that somebody said something: "said on Monday".
func (p *parser) ofSaying(i int) bool {
	for k := i - 1; k >= 0 && k > i-4; k-- {
		if l := p.lex[k]; l.sort == word && p.verb(l.token) {
			return english.Saying(p.lemma(l.token)) != english.NoSpeech
		}
	}
	return false
}

// relativeTo reports whether the expression at i stands in a relative clause: "a deal that took effect on Jan. 19".
func (p *parser) relativeTo(i int) bool {
	for k := i - 1; k >= 0 && k > i-6; k-- {
		if p.is(k, "that", "which", "who", "where") {
			return true
		}
	}
	return false
}

// starts reports whether an expression may begin at i: a quick no for nearly all words.
func (p *parser) starts(i int) bool {
	l := p.lex[i]
	switch l.sort {
	case number:
		return true
	case word:
		return l.cal.Sort != "" || l.lower == "the" || l.lower == "earlier" || l.lower == "later" || l.lower == "that" || l.lower == "overnight" || p.feastAt(i)
	}
	return false
}

// sentenceYear is the year that the sentence names as its own, "in 1944", "the 2018 exercise", where it names just one;
// else 0.
func (p *parser) sentenceYear() int {
	quiet := *p
	quiet.reject = func(int, int, string) {}
	year := 0
	for i := range quiet.lex {
		if _, ok := quiet.yearAt(i); !ok || quiet.is(i-1, "of", "since", "until", "by") {
			continue
		}
		m, to, n := quiet.bareYear(i)
		if n > 0 && p.ref.year != 0 && quiet.attributive(i) {
			continue // "the 2015 accord collapsed in January"
		}
		if n == 0 {
			if m, n = quiet.fullBefore(i); n == 0 {
				continue
			}
		}
		if !to.zero() || year != 0 && year != m.year {
			return 0
		}
		year = m.year
	}
	return year
}

// fullBefore is the year at i where it ends a date with a month.
func (p *parser) fullBefore(i int) (moment, int) {
	for k := max(0, i-4); k < i; k++ {
		if m, n := p.absolute(k); n > 0 && k+n == i+1 {
			return moment{year: m.year}, 1
		}
	}
	return moment{}, 0
}

// opening is how many sentences are looked at for the day of writing, and how many bytes of each.
const (
	opening      = 4
	openingBytes = 160
)

// written is the day of writing as the head of the article gives it: the full date of a dateline, in brackets at the
// beginning of a sentence, or in a byline or headline.
func written(d *importer.Document) moment {
	for i, s := range d.Sentences {
		if i == opening {
			break
		}
		lx := lex(d, s.First, s.Last, nil)
		p := newParser(d, lx, moment{})
		p.reject = func(int, int, string) {}
		for k := range lx {
			if lx[k].Begin-s.Begin > openingBytes {
				break
			}
			m, n := p.absolute(k)
			if n == 0 || !m.exact() {
				continue
			}
			bracketed := p.is(k-1, "(") && p.is(k+n, ")")
			if bracketed || s.Role != importer.Body || wholeLine(lx, k, n) {
				m.clock = ""
				return m
			}
		}
	}
	return moment{}
}

// wholeLine reports whether the date is all that stands there, a label or a clock aside.
func wholeLine(lx []lexeme, k, n int) bool {
	for i, l := range lx {
		if i >= k && i < k+n || l.sort != word {
			continue
		}
		switch l.lower {
		case "published", "updated", "posted", "date", "on", "at", "am", "pm", "a", "m", "p", "est", "edt", "gmt", "utc", "et", "bst", "by", "last":
		default:
			if l.cal.Sort != english.CalWeekday && !(l.glued && i == k+n) {
				return false
			}
		}
	}
	return true
}
