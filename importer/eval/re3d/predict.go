package re3d

import (
	"unicode/utf8"

	"skein/graph"
	"skein/importer"
)

// Predict is what the document, which has passed all stages, holds in the types of re3d.
func Predict(d *importer.Document) Prediction {
	at := codePoints(d.Text)
	span := func(s graph.Span) Span { return Span{at[s.Begin], at[s.End]} }
	out := Prediction{ID: string(d.ID), Entities: []Entity{}, Relations: []Relation{}}
	for _, n := range d.Nominals {
		s := span(n.Span)
		out.Entities = append(out.Entities, Entity{s[0], s[1], typeOf[n.Kind]})
	}
	for _, t := range d.Ties {
		out.Relations = append(out.Relations, Relation{relationNames[t.Bond], span(d.Nominals[t.From].Span), span(d.Nominals[t.To].Span)})
	}
	return out
}

// codePoints says how many code points stand before each byte of s, and at its end.
func codePoints(s string) []int {
	out := make([]int, len(s)+1)
	n := 0
	for i := range len(s) {
		if utf8.RuneStart(s[i]) {
			n++
		}
		out[i+1] = n
	}
	for i := len(s) - 1; i > 0; i-- {
		if !utf8.RuneStart(s[i]) {
			out[i] = out[i+1]
		}
	}
	return out
}
