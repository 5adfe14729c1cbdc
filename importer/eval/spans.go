package eval

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// squeeze is the text without white space, with typographic marks folded, and the offset of each rune kept.
func squeeze(text []rune) (string, []int) {
	var b strings.Builder
	var at []int
	for i, r := range text {
		if unicode.IsSpace(r) || r >= 0x1c && r <= 0x1f {
			continue
		}
		switch r {
		case '’', '‘':
			r = '\''
		case '“', '”':
			r = '"'
		case '—', '–':
			r = '-'
		}
		b.WriteRune(r)
		at = append(at, i)
	}
	return b.String(), at
}

// alignment carries spans of the output's text over to the gold text.
type alignment struct {
	same       bool
	gold, pred string
	predRunes  []rune
	to         map[int]int // offset in pred to offset in gold
}

func align(gold, pred string) *alignment {
	a := &alignment{same: gold == pred, gold: gold, pred: pred}
	if a.same {
		return a
	}
	a.predRunes = []rune(pred)
	gs, gi := squeeze([]rune(gold))
	ps, pi := squeeze(a.predRunes)
	g0, p0 := 0, strings.Index(ps, gs)
	if p0 < 0 {
		p0, g0 = 0, strings.Index(gs, ps)
	}
	if g0 < 0 {
		return a
	}
	a.to = map[int]int{}
	p0, g0 = utf8.RuneCountInString(ps[:p0]), utf8.RuneCountInString(gs[:g0])
	for k := 0; k < min(len(gi)-g0, len(pi)-p0); k++ {
		a.to[pi[p0+k]] = gi[g0+k]
	}
	return a
}

func (a *alignment) span(s Span) (Span, bool) {
	switch {
	case a.same:
		return s, true
	case len(a.to) > 0:
		first, last := -1, -1
		for i := s.Begin; i < s.End; i++ {
			if g, ok := a.to[i]; ok {
				if first < 0 {
					first = g
				}
				last = g
			}
		}
		return Span{first, last + 1}, first >= 0
	case s.Begin < 0 || s.End > len(a.predRunes) || s.Begin >= s.End:
		return Span{}, false
	}
	q := string(a.predRunes[s.Begin:s.End])
	i := strings.Index(a.gold, q)
	if i < 0 {
		return Span{}, false
	}
	i = utf8.RuneCountInString(a.gold[:i])
	return Span{i, i + s.End - s.Begin}, true
}

func (a *alignment) spans(ss []Span) []Span {
	var out []Span
	for _, s := range ss {
		if s, ok := a.span(s); ok {
			out = append(out, s)
		}
	}
	return out
}

// occurrences are the places of q in text, not overlapping, in code points.
func occurrences(text, q string) []Span {
	var out []Span
	n, at := utf8.RuneCountInString(q), 0
	for done := 0; q != ""; {
		i := strings.Index(text[done:], q)
		if i < 0 {
			break
		}
		at += utf8.RuneCountInString(text[done : done+i])
		out = append(out, Span{at, at + n})
		at += n
		done += i + len(q)
	}
	return out
}

// triggers are the places of a trigger in the occurrences of a quote in text, whatever the case.
func triggers(text, quote, trigger string) []Span {
	re := regexp.MustCompile(`(?i)` + regexp.QuoteMeta(trigger))
	var out []Span
	for _, q := range occurrences(text, quote) {
		for _, m := range re.FindAllStringIndex(quote, -1) {
			out = append(out, Span{q.Begin + utf8.RuneCountInString(quote[:m[0]]), q.Begin + utf8.RuneCountInString(quote[:m[1]])})
		}
	}
	return out
}

func overlap(a, b Span) int { return max(0, min(a.End, b.End)-max(a.Begin, b.Begin)) }
