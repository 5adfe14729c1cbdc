package relate

import (
	"slices"

	"skein/graph/schema"
	"skein/importer"
	"skein/importer/clause"
	"skein/importer/english"
)

// aimed gives the event of clause c, which has no target among its own parts, the one that its object or complement is
// about: who is asked to act ("demanded that Mali withdraw"), whose plan is rejected ("rejected a Malian plan"), whom the act
// threatened or refused would concern ("refused to receive the envoy").
func (r *reading) aimed(c int, sense english.Trigger, roles []importer.Role, objects []int) []importer.Role {
	cl := &r.s.Clauses[c]
	switch sense.Type {
	case "support", "accuse", "reject":
		for _, q := range objects { // "condemned Russia's decision", "rejected an offer from Russia"
			roles = r.possessor(roles, q)
			for _, prep := range [...]string{"from", "by"} {
				if o := r.directly(q, prep); o >= 0 && !has(roles, schema.Target) {
					roles = r.take(roles, schema.Target, o, confOblique)
				}
			}
		}
	case "request":
		roles = r.asked(cl, roles)
	}
	if sense.Type != "threaten" && sense.Type != "reject" || has(roles, schema.Target) {
		return roles
	}
	for k := range r.s.Clauses {
		in := &r.s.Clauses[k]
		if in.Governor != c || in.Form != clause.Infinitive || in.Passive {
			continue
		}
		for _, q := range in.Objects {
			roles = r.take(roles, schema.Target, q, confOblique)
			roles = r.possessor(roles, q)
		}
		for _, o := range in.Obliques {
			switch o.Prep {
			case "against", "with", "on", "at", "to":
				roles = r.take(roles, schema.Target, o.Phrase, confOblique)
			}
		}
		break
	}
	return roles
}

// ofObject reports whether phrase q stands behind an event that the clause, which tells what somebody says of it, has for its object.
func (r *reading) ofObject(cl *clause.Clause, sense english.Trigger, q int) bool {
	switch sense.Type {
	case "accuse", "support", "reject", "request", "threaten":
		return slices.ContainsFunc(cl.Objects, func(o int) bool { return o < q && r.tells(o, nil) })
	}
	return false
}

// asked adds who is to act after a clause that asks for it: the subject of what it says.
func (r *reading) asked(cl *clause.Clause, roles []importer.Role) []importer.Role {
	begin := r.content(cl)
	if begin < 0 {
		return roles
	}
	for k := range r.s.Clauses {
		in := &r.s.Clauses[k]
		if in.Form != clause.Finite || in.First < begin {
			continue
		}
		for _, q := range in.Subjects {
			if !in.Passive && r.s.Phrases[q].First >= begin {
				roles = r.take(roles, schema.Target, q, confOblique)
			}
		}
		break
	}
	return roles
}

// targetOfNoun gives an event whose object is itself an event's noun the target: who does what is condemned.
func (r *reading) targetOfNoun(roles []importer.Role, q int) []importer.Role {
	for i := range r.nouns {
		if n := &r.nouns[i]; n.top == q {
			if a := filler(n.roles, schema.Agent); a >= 0 {
				return append(roles, importer.Role{Predicate: schema.Target, Entity: a, Span: r.phraseSpan(q), Confidence: confOblique})
			}
		}
	}
	return roles
}

// possessor adds whose thing a phrase is as the target: "Mali's plan", "a Malian plan", "their plan".
func (r *reading) possessor(roles []importer.Role, q int) []importer.Role {
	ph := &r.s.Phrases[q]
	if b := r.before(q, r.d.Tokens[ph.Head].Begin); ph.Outer < 0 && b >= 0 && isActor(r.typ(r.entity(b))) {
		return append(roles, importer.Role{Predicate: schema.Target, Entity: r.entity(b), Span: r.phraseSpan(q), Confidence: confOblique})
	}
	return roles
}
