package relate

import (
	"slices"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
	"skein/importer/clause"
	"skein/importer/english"
)

// fired is what an event is whose verb says that something is fired, and its roles: what is fired into the sea is a test; what is fired
// at nobody known is part of the attack of which the sentence or the one before tells.
func (r *reading) fired(sense english.Trigger, lemma string, roles []importer.Role) (graph.Type, []importer.Role) {
	if lemma != "fire" && lemma != "launch" {
		return graph.Type(sense.Type), roles
	}
	switch sense.Type {
	case "assault":
		if !has(roles, schema.Target) || slices.ContainsFunc(roles, func(x importer.Role) bool {
			return x.Predicate == schema.Target && r.typ(x.Entity) != schema.Feature
		}) {
			break
		}
		for k := range roles {
			if roles[k].Predicate == schema.Target {
				roles[k].Predicate = schema.AtPlace
			}
		}
		return "exercise", roles
	case "exercise":
		for k := len(r.d.Events) - 1; k >= 0 && r.d.Events[k].Sentence >= r.s.Index-far; k-- {
			if r.d.Events[k].Type == "assault" {
				return "assault", roles
			}
		}
	}
	return graph.Type(sense.Type), roles
}

// harms adds whom a participle or passive says that an attack struck to the event that tells the attack: "conducted an
// airstrike, killing two", "was killed in an ambush". It reports whether it did.
func (r *reading) harms(c int) bool {
	cl := &r.s.Clauses[c]
	if !english.ObjectIn("harm", cl.Lemma) {
		return false
	}
	if event := r.harmedIn(cl); event >= 0 {
		e := &r.d.Events[event]
		e.Evidence = cover(e.Evidence, r.span(cl.Begin, cl.End))
		if cl.Passive {
			r.harmed(c, event, cl.Subjects)
		} else { // "killed two in an ambush"
			for _, q := range cl.Subjects {
				if !has(e.Roles, schema.Agent) {
					e.Roles = r.take(e.Roles, schema.Agent, q, confOblique)
				}
			}
			r.harmed(c, event, cl.Objects)
		}
		if !has(e.Roles, schema.AtPlace) {
			e.Roles = r.fronted(c, e.Roles)
		}
		return true
	}
	if cl.Passive {
		return false
	}
	attack := cl.Governor
	switch {
	case cl.Form == clause.Gerund && cl.Prep == "" && attack >= 0:
	case cl.Form == clause.Finite && c > 0 && cl.Mark == r.s.Clauses[c-1].Mark && len(cl.Subjects) > 0 && len(r.s.Clauses[c-1].Subjects) > 0 && r.s.Clauses[c-1].Subjects[0] == cl.Subjects[0] && r.s.Phrases[cl.Subjects[0]].Last <= r.s.Clauses[c-1].First:
		attack = c - 1 // "fired rockets and wounded two"
	default:
		return false
	}
	event := r.told[attack]
	for i := range r.nouns {
		if n := &r.nouns[i]; n.event >= 0 && n.clause == attack {
			event = n.event
		}
	}
	if event < 0 || r.d.Events[event].Type != "assault" {
		return false
	}
	r.harmed(c, event, cl.Objects)
	return true
}

// harmed gives the event of an attack those whom clause c says that it struck.
func (r *reading) harmed(c, event int, whom []int) {
	e := &r.d.Events[event]
	for _, q := range whom {
		e.Roles = r.take(e.Roles, schema.Target, q, confOblique)
	}
	if !has(e.Roles, schema.AtPlace) {
		e.Roles = r.placesOf(e.Roles, r.s.Clauses[c].Obliques)
	}
	e.Roles = tidyRoles(e.Roles)
	r.told[c] = event
	r.verbs = append(r.verbs, verb{c, event}) // its time is the attack's
}

// harmedIn is the event of the attack in which a clause says that somebody was hurt: "killed in an ambush", "an ambush
// in which two were killed"; or -1.
func (r *reading) harmedIn(cl *clause.Clause) int {
	for i := range r.nouns {
		n := &r.nouns[i]
		if n.event < 0 || n.sense.Type != "assault" && n.sense.Type != "coerce" {
			continue
		}
		if last := r.s.Phrases[n.phrase].Last; cl.Passive && cl.Mark == "which" && i == r.lastNoun(cl.First) && len(cl.Subjects) > 0 && last <= cl.First {
			if in := r.s.Phrases[cl.Subjects[0]].First - 2; last <= in && in <= last+near && r.word(in) == "in" {
				return n.event
			}
		}
		for _, o := range cl.Obliques {
			if (o.Phrase == n.phrase || o.Phrase == n.top) && (o.Prep == "in" || o.Prep == "during" || o.Prep == "by" && cl.Passive) {
				return n.event
			}
		}
	}
	return -1
}

// lastNoun is the index into the events' nouns of the last one before token t, or -1.
func (r *reading) lastNoun(t int) int {
	last := -1
	for i := range r.nouns {
		if r.nouns[i].token < t {
			last = i
		}
	}
	return last
}

// near is how many tokens a noun's place may put between it and what a relative clause tells of it.
const near = 24

// harmedWhen makes the attack in which somebody was hurt one event with that: "were killed when a drone hit their base".
func (r *reading) harmedWhen() {
	for _, v := range r.verbs {
		next := v.clause + 1
		if cl := &r.s.Clauses[v.clause]; next == len(r.s.Clauses) || !cl.Passive || !english.ObjectIn("harm", cl.Lemma) || r.s.Clauses[next].Mark != "when" {
			continue
		}
		if e := r.told[next]; e > v.event && r.d.Events[e].Type == "assault" && r.d.Events[v.event].Type == "assault" {
			r.d.Events[e].Same = v.event
		}
	}
}

// accident reports whether somebody was killed or hurt in an accident, which is no attack.
func (r *reading) accident(c int) bool {
	cl := &r.s.Clauses[c]
	if !english.ObjectIn("harm", cl.Lemma) {
		return false
	}
	if !cl.Passive { // "Flooding killed 40 people"
		return slices.ContainsFunc(cl.Subjects, func(q int) bool { return english.ObjectIn("accident", r.lemma(r.s.Phrases[q].Head)) })
	}
	for _, o := range cl.Obliques {
		if (o.Prep == "in" || o.Prep == "by" || o.Prep == "during") && english.ObjectIn("accident", r.lemma(r.s.Phrases[o.Phrase].Head)) {
			return true
		}
	}
	return false
}
