package relate

import (
	"slices"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer/clause"
	"skein/importer/english"
)

// joins states that a, which joins what phrase o names, belongs to it from then on: people and states as members, units as
// parts.
func (r *reading) joins(a, o, verb int, m graph.Modality, evidence graph.Span) {
	own := r.s.Phrases[o].Outer
	b := r.entity(own)
	if b < 0 || r.d.Mentions[own].Rule == "find/group" || r.d.Entities[b].Generic {
		return
	}
	switch ta, tb := r.typ(a), r.typ(b); {
	case ta == schema.Person && isBody(tb), ta == schema.Country && tb == schema.Organization,
		(ta == schema.ArmedGroup || ta == schema.Organization) && (tb == schema.ArmedGroup || tb == schema.Organization):
		r.state(a, schema.MemberOf, b, m, evidence, ruleJoins)
	case (ta == schema.Unit || ta == schema.Equipment) && tb == schema.Unit && !r.d.Entities[a].Generic && !r.inSomething(verb):
		r.state(a, schema.PartOf, b, m, evidence, ruleJoins)
	}
}

// inSomething reports whether the verb at a token says in or for what somebody joins another for a while: "joined X in the search".
func (r *reading) inSomething(verb int) bool {
	c := r.s.ClauseAt(verb)
	return c >= 0 && slices.ContainsFunc(r.s.Clauses[c].Obliques, func(o clause.Oblique) bool { return o.Prep == "in" || o.Prep == "for" })
}

// merged reads what bodies became when they came together: "was formed by a merger of A and B", "A and B merged to form C".
func (r *reading) merged(c int) {
	cl := &r.s.Clauses[c]
	if !slices.Contains(english.RelationVerb(cl.Lemma), "founds") && cl.Lemma != "form" {
		return
	}
	if g := cl.Governor; !cl.Passive && cl.Form != clause.Finite && g >= 0 && g < len(r.s.Clauses) && len(cl.Objects) > 0 {
		switch up := &r.s.Clauses[g]; up.Lemma {
		case "merge", "unite", "join", "combine", "amalgamate":
			for _, q := range up.Subjects {
				r.partOf(r.entity(r.s.Phrases[q].Outer), r.entity(r.s.Phrases[cl.Objects[0]].Outer), r.mood(c), cover(r.phraseSpan(q), r.phraseSpan(cl.Objects[0])), ruleMerged)
			}
		}
	}
	if !cl.Passive || len(cl.Subjects) == 0 {
		return
	}
	for _, o := range cl.Obliques {
		if english.Union(r.lemma(r.s.Phrases[o.Phrase].Head)) && r.s.Phrases[o.Phrase].Outer < 0 {
			r.united(r.entity(r.s.Phrases[cl.Subjects[0]].Outer), o.Phrase, r.mood(c), r.phraseSpan(cl.Subjects[0]))
			return
		}
	}
}

// united states that those of whom the union in phrase d is, "a merger of A and B", belong to body e.
func (r *reading) united(e, d int, m graph.Modality, evidence graph.Span) {
	for _, o := range r.s.Phrases[d].Obliques {
		q := o.Phrase
		switch o.Prep {
		case "of", "between", "including":
		case "among": // "six groups, among them A and B"
			if q++; r.s.Phrases[o.Phrase].Last-r.s.Phrases[o.Phrase].First > 1 || q == len(r.s.Phrases) {
				return
			}
		default:
			return
		}
		all := r.s.All(q)
		if (o.Prep == "of" || o.Prep == "between") && len(all) < 2 {
			continue // "a group of X": whose
		}
		for _, k := range all {
			r.partOf(r.who(k), e, m, cover(evidence, r.phraseSpan(k)), ruleMerged)
		}
	}
}

// partOf states that a body or state belongs to a body.
func (r *reading) partOf(part, whole int, m graph.Modality, evidence graph.Span, by rule) {
	if part < 0 || r.d.Entities[part].Generic || !isBody(r.typ(whole)) {
		return
	}
	switch t := r.typ(part); {
	case t == schema.Country:
		r.state(part, schema.MemberOf, whole, m, evidence, by)
	case isBody(t), r.vessel(part):
		r.state(part, schema.PartOf, whole, m, evidence, by)
	}
}
