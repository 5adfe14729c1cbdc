package relate

import (
	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
	"skein/importer/clause"
	"skein/importer/english"
)

// pictured adds what the caption of a picture tells in the present, with a day: "Sgt. Doe checks a valve at Fort Hood, May 3, 2021". Its
// verb need tell no event by itself; that it was photographed makes it one.
func (r *reading) pictured() {
	if len(r.nouns) > 0 || len(r.s.Clauses) == 0 || !r.dayGiven() {
		return
	}
	c := 0
	for c < len(r.s.Clauses) && (r.s.Clauses[c].Form != clause.Finite || r.s.Clauses[c].Mark != "") {
		c++
	}
	if c == len(r.s.Clauses) || r.told[c] >= 0 {
		return
	}
	cl := &r.s.Clauses[c]
	if w := r.word(cl.Verb); cl.Passive || cl.Negated || cl.First != cl.Verb || w != cl.Lemma && w != cl.Lemma+"s" && w != cl.Lemma+"es" || len(cl.Objects) == 0 ||
		english.ObjectIn("posing", cl.Lemma) || english.Saying(cl.Lemma) != "" || inside(r.quotes, r.d.Tokens[cl.Verb].Begin) {
		return
	}
	var roles []importer.Role
	for _, q := range cl.Subjects {
		roles = r.take(roles, schema.Agent, q, confSubject)
	}
	if agent := r.typ(filler(roles, schema.Agent)); agent != schema.Person && agent != schema.Unit && agent != schema.Equipment {
		return
	}
	for _, q := range cl.Objects {
		roles = r.take(roles, schema.Target, q, confObject)
	}
	roles = tidyRoles(r.placesOf(roles, cl.Obliques))
	sense := english.Trigger{Type: "other"}
	r.told[c] = r.add(importer.Event{
		Type: "other", Trigger: r.span(cl.Verb, cl.Verb+1), Evidence: r.span(cl.Begin, cl.End), Modality: graph.Asserted, Roles: roles,
		Name: r.verbName(c, sense, roles), Confidence: confWeakVerb, Rule: "relate/caption",
	})
	r.verbs = append(r.verbs, verb{c, r.told[c]})
}

// dayGiven reports whether the sentence names a day.
func (r *reading) dayGiven() bool {
	for _, x := range r.times {
		if len(r.d.Times[x].EDTF) == len("2006-01-02") {
			return true
		}
	}
	return false
}
