package eval

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode"
)

// Mistake is one thing that is wrong.
type Mistake struct {
	Kind     string  // "missed entity", "wrong claim"
	Of       string  // the type, predicate or rule that it is about
	Weight   float64 // how bad it is among those of its kind
	What     string  // the line of the error report
	Sentence string  // where it is, as far as known
}

// place is where a mistake is, and of what sort.
type place struct {
	kind, of string
	spans    []Span
	weight   float64
}

// fail notes a mistake.
func (s *scoring) fail(at place, format string, args ...any) {
	m := Mistake{Kind: at.kind, Of: at.of, Weight: at.weight, What: fmt.Sprintf(format, args...)}
	s.errors = append(s.errors, m.What)
	if len(at.spans) > 0 {
		m.Sentence = sentence([]rune(s.gold.Text), at.spans[0])
	}
	s.mistakes = append(s.mistakes, m)
}

// sentence is the sentence of text around a span.
func sentence(text []rune, at Span) string {
	if at.Begin < 0 || at.End > len(text) || at.Begin > at.End {
		return ""
	}
	stop := func(i int) bool { // a sentence ends before i
		if text[i-1] == '\n' {
			return true
		}
		if i < 5 || !unicode.IsSpace(text[i-1]) || !strings.ContainsRune(".!?”\"", text[i-2]) {
			return false
		}
		short := text[i-2] == '.' && (!unicode.IsLetter(text[i-4]) || !unicode.IsLetter(text[i-5])) // "U.S. Army", "Lt. Col. X"
		return !short && (unicode.IsUpper(text[i]) || text[i] == '“' || text[i] == '"')
	}
	b, e := at.Begin, at.End
	for b > 0 && b < len(text) && !stop(b) {
		b--
	}
	for e < len(text) && text[e] != '\n' && !(e > at.Begin && stop(e)) {
		e++
	}
	return strings.Join(strings.Fields(string(text[b:e])), " ")
}

// named are the places where one of the names stands in the gold text.
func (s *scoring) named(names ...string) []Span {
	var out []Span
	for _, n := range names {
		out = append(out, occurrences(s.gold.Text, n)...)
	}
	return out
}

// entityPlace is where a predicted entity is.
func (s *scoring) entityPlace(kind string, e *Entity) place {
	spans := s.align.spans(e.Mentions)
	return place{kind, e.Type, spans, float64(len(spans))}
}

// ReportWorst prints the mistakes by kind: how many there are, of what, and the n worst with their sentences.
func (r Result) ReportWorst(w io.Writer, n int) error {
	of := map[string][]Mistake{}
	for _, row := range r.Rows {
		for _, m := range row.Mistakes {
			of[m.Kind] = append(of[m.Kind], m)
		}
	}
	var b strings.Builder
	for _, kind := range slices.SortedFunc(maps.Keys(of), func(a, b string) int {
		return cmp.Or(cmp.Compare(len(of[b]), len(of[a])), cmp.Compare(a, b))
	}) {
		ms := of[kind]
		fmt.Fprintf(&b, "%s: %d (%s)\n", kind, len(ms), tally(ms))
		slices.SortStableFunc(ms, func(a, b Mistake) int { return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.What, b.What)) })
		for _, m := range ms[:min(n, len(ms))] {
			fmt.Fprintf(&b, "  %s\n", strings.Join(strings.Fields(m.What), " "))
			if m.Sentence != "" {
				fmt.Fprintf(&b, "      %s\n", m.Sentence)
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// tally is what mistakes are about, the commonest first: "leads 3, part_of 1".
func tally(ms []Mistake) string {
	n := map[string]int{}
	for _, m := range ms {
		n[m.Of]++
	}
	var out []string
	for _, k := range slices.SortedFunc(maps.Keys(n), func(a, b string) int { return cmp.Or(cmp.Compare(n[b], n[a]), cmp.Compare(a, b)) }) {
		out = append(out, fmt.Sprintf("%s %d", cmp.Or(k, "?"), n[k]))
	}
	return strings.Join(out, ", ")
}
