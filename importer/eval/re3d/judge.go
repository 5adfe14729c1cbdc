package re3d

import (
	"slices"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
	"skein/importer/eval"
)

// joining are the predicates that re3d has a relation for.
var joining = []graph.Predicate{
	schema.LocatedIn, schema.BasedAt, schema.PartOf, schema.MemberOf, schema.NationalOf, schema.Leads, schema.RoleIn, schema.AlliedWith,
	schema.Fights, schema.Supports, schema.Opposes, schema.Operates,
}

// aimed are the events that re3d has a relation for between who does them and whom they are done to.
var aimed = []graph.Type{
	"assault", "coerce", "consult", "agree", "request", "support", "cooperate", "aid", "accuse", "reject", "threaten", "protest", "sanction",
}

// Judge says of the relations that the document states, and of its events between who acts and whom they are done to, whether
// the annotation ties the same two places. It annotates few of those that a text states, so the shares are a lower bound.
func Judge(annotated *Document, d *importer.Document) []eval.Judgement {
	at := codePoints(d.Text)
	span := func(m int) Span { return Span{at[d.Mentions[m].Begin], at[d.Mentions[m].End]} }
	var out []eval.Judgement
	judge := func(kind string, confidence float64, a, b int) {
		if a < 0 || b < 0 || a == b {
			return
		}
		x, y := span(a), span(b)
		if slices.ContainsFunc(annotated.Skip, func(s Span) bool { return s.overlaps(x) || s.overlaps(y) }) {
			return
		}
		right := slices.ContainsFunc(annotated.Relations, func(r Relation) bool {
			return r.Source.overlaps(x) && r.Target.overlaps(y) || r.Source.overlaps(y) && r.Target.overlaps(x)
		})
		out = append(out, eval.Judgement{Kind: kind, Confidence: confidence, Right: right})
	}
	for i := range d.Claims {
		if c := &d.Claims[i]; slices.Contains(joining, c.Predicate) && c.Object >= 0 {
			judge("relation", c.Confidence, mention(d, c.Subject, c.Evidence, c.Sentence), mention(d, c.Object, c.Evidence, c.Sentence))
		}
	}
	for i := range d.Events {
		e := &d.Events[i]
		place := func(p graph.Predicate) (at int, sure float64) {
			for _, x := range e.Roles {
				if x.Predicate == p {
					return mention(d, x.Entity, e.Evidence, e.Sentence), x.Confidence
				}
			}
			return -1, 0
		}
		a, sureA := place(schema.Agent)
		b, sureB := place(schema.Target)
		if slices.Contains(aimed, e.Type) {
			judge("event", min(sureA, sureB), a, b)
		}
	}
	return out
}

// mention is a mention of the entity within the evidence, else in its sentence, or -1.
func mention(d *importer.Document, entity int, evidence graph.Span, sentence int) int {
	if entity < 0 {
		return -1
	}
	found := -1
	for _, i := range d.Entities[entity].Mentions {
		x := &d.Mentions[i]
		switch {
		case evidence.Contains(x.Span):
			return i
		case x.Sentence == sentence && found < 0:
			found = i
		}
	}
	return found
}
