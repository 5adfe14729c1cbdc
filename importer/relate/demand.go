package relate

import (
	"slices"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
	"skein/importer/english"
)

// demand adds what somebody demands by saying that another must act: "Kenya said that Uganda must withdraw".
func (r *reading) demand(c int) {
	cl := &r.s.Clauses[c]
	if cl.Modal != "must" && cl.Modal != "should" || cl.Passive || cl.Mark == "if" {
		return
	}
	modal := cl.First
	for modal < cl.Verb && r.word(modal) != cl.Modal {
		modal++
	}
	by, _ := r.saidBy(r.d.Tokens[modal].Begin)
	if modal == cl.Verb || by < 0 || !isActor(r.typ(by)) {
		return
	}
	evidence := r.span(cl.Begin, cl.End)
	roles := []importer.Role{{Predicate: schema.Agent, Entity: by, Span: evidence, Confidence: confDemand}}
	for _, q := range cl.Subjects {
		roles = r.take(roles, schema.Target, q, confOblique)
	}
	if slices.ContainsFunc(roles[1:], func(x importer.Role) bool {
		return x.Entity == by || r.d.Entities[x.Entity].Generic || !isActor(r.typ(x.Entity))
	}) || len(roles) < 2 {
		return
	}
	name := slices.Clone(roles[1:]) // "Uganda must withdraw"
	for i := range name {
		name[i].Predicate = schema.Agent
	}
	r.add(importer.Event{
		Type: "request", Trigger: r.span(modal, modal+1), Evidence: evidence, Modality: graph.Asserted, Roles: roles,
		Name: r.verbName(c, english.Trigger{}, name), Confidence: confDemand, Rule: "relate/demand",
	})
}
