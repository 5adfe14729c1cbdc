package re3d

import (
	"slices"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
	"skein/importer/eval"
)

// Judge says of the relations that the document states, and of its events between who acts and whom they are done to, whether
// the annotation ties the same two places. It annotates few of those that a text states, so the shares are a lower bound.
func Judge(annotated *Document, d *importer.Document) []eval.Judgement {
	m := &mapping{d: d, at: codePoints(d.Text)}
	var out []eval.Judgement
	judge := func(kind string, confidence float64, a, b int) {
		if a < 0 || b < 0 || a == b {
			return
		}
		x, y := m.span(d.Mentions[a].Span), m.span(d.Mentions[b].Span)
		if slices.ContainsFunc(annotated.Skip, func(s Span) bool { return s.overlaps(x) || s.overlaps(y) }) {
			return
		}
		right := slices.ContainsFunc(annotated.Relations, func(r Relation) bool {
			return r.Source.overlaps(x) && r.Target.overlaps(y) || r.Source.overlaps(y) && r.Target.overlaps(x)
		})
		out = append(out, eval.Judgement{Kind: kind, Confidence: confidence, Right: right})
	}
	for i := range d.Claims {
		if c := &d.Claims[i]; relationOf[c.Predicate].name != "" && c.Object >= 0 {
			judge("relation", c.Confidence, m.mention(c.Subject, c.Evidence, c.Sentence), m.mention(c.Object, c.Evidence, c.Sentence))
		}
	}
	for i := range d.Events {
		e := &d.Events[i]
		place := func(p graph.Predicate) (mention int, sure float64) {
			for _, x := range e.Roles {
				if x.Predicate == p {
					return m.mention(x.Entity, e.Evidence, e.Sentence), x.Confidence
				}
			}
			return -1, 0
		}
		a, sureA := place(schema.Agent)
		b, sureB := place(schema.Target)
		if eventOf[e.Type] != "" {
			judge("event", min(sureA, sureB), a, b)
		}
	}
	return out
}
