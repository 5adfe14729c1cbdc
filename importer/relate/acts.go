package relate

import (
	"skein/graph"
	"skein/graph/schema"
	"skein/importer/clause"
	"skein/importer/english"
)

// acts reads the relations that clause c states with its verb.
func (r *reading) acts(c int) {
	cl := &r.s.Clauses[c]
	r.copula(c)
	r.keeps(c)
	objects, agents := cl.Objects, cl.Subjects
	if cl.Passive {
		objects, agents = cl.Subjects, nil
		for _, o := range cl.Obliques {
			if o.Prep == "by" {
				agents = r.s.All(o.Phrase)
			}
		}
	}
	for _, p := range english.RelationVerb(cl.Lemma) {
		if p == "orders" && r.sentAway(cl, objects) {
			continue
		}
		for _, s := range agents {
			for _, o := range objects {
				r.verbRelation(p, cl.Verb, s, o, r.mood(c), cover(r.phraseSpan(s), r.span(cl.First, cl.Last), r.phraseSpan(o)))
			}
		}
	}
	r.controls(c)
	r.asPart(c)
	r.includes(c)
	r.command(c)
	r.underCommand(c)
	r.posted(c)
	r.homeTo(cl)
	r.allegiance(c)
	r.merged(c)
	r.given(c)
	for _, o := range cl.Obliques {
		if r.s.Phrases[o.Phrase].First > cl.Last+9 {
			break
		}
		for _, p := range english.RelationVerb(cl.Lemma + "_" + o.Prep) {
			if p == "stands" && !cl.Passive {
				continue
			}
			for _, s := range cl.Subjects {
				r.prepRelation(p, s, o.Phrase, r.mood(c), cover(r.phraseSpan(s), r.span(cl.First, cl.Last), r.phraseSpan(o.Phrase)))
			}
		}
	}
}

// allegiance reads who sides with whom: "pledged allegiance to X".
func (r *reading) allegiance(c int) {
	cl := &r.s.Clauses[c]
	if cl.Passive || cl.Lemma != "pledge" && cl.Lemma != "swear" || len(cl.Objects) == 0 || !english.ObjectIn("allegiance", r.lemma(r.s.Phrases[cl.Objects[0]].Head)) {
		return
	}
	for _, o := range cl.Obliques {
		if to := r.who(o.Phrase); o.Prep == "to" && isActor(r.typ(to)) {
			for _, q := range cl.Subjects {
				r.state(r.who(q), schema.AffiliatedWith, to, r.mood(c), cover(r.phraseSpan(q), r.phraseSpan(o.Phrase)), rulePrep)
			}
			return
		}
	}
}

// asPart reads "as part of X".
func (r *reading) asPart(c int) {
	cl := &r.s.Clauses[c]
	obliques := cl.Obliques
	if (cl.Lemma == "form" || cl.Lemma == "make") && len(cl.Objects) > 0 && !cl.Passive { // "forms part of X"
		obliques = append([]clause.Oblique{{Prep: "as", Phrase: cl.Objects[0]}}, obliques...)
	}
	for _, o := range obliques {
		if o.Prep != "as" || r.lemma(r.s.Phrases[o.Phrase].Head) != "part" {
			continue
		}
		of := r.of(o.Phrase)
		if of < 0 {
			return
		}
		whole := r.entity(r.s.Phrases[of].Outer)
		if !isBody(r.typ(whole)) {
			return
		}
		for _, q := range cl.Subjects {
			e := r.entity(r.s.Phrases[q].Outer)
			evidence := cover(r.phraseSpan(q), r.phraseSpan(of))
			switch t := r.typ(e); {
			case t == schema.Country || t == schema.Person:
				r.state(e, schema.MemberOf, whole, r.mood(c), evidence, ruleAsPart)
			case isBody(t) && !r.d.Mentions[r.s.Phrases[q].Outer].Generic || t == schema.Equipment:
				r.state(e, schema.PartOf, whole, r.mood(c), evidence, ruleAsPart)
			}
		}
	}
}

// verbRelation states relation p, which the verb at a token says, of the phrases s and o, if they are such as it can hold between.
func (r *reading) verbRelation(p string, verb, s, o int, m graph.Modality, evidence graph.Span) {
	a, b := r.who(s), r.who(o)
	ta, tb := r.typ(a), r.typ(b)
	switch p {
	case "operates", "fires":
		if b >= 0 && p == "operates" && tb == schema.Facility && ta != schema.Person && isActor(ta) && english.ObjectIn("holding", r.lemma(verb)) {
			r.state(a, schema.Operates, b, m, evidence, ruleOperates)
		}
		if e := r.equipmentOf(o); e >= 0 && isActor(ta) && !r.d.Entities[e].Generic {
			r.state(a, schema.Operates, e, m, evidence, ruleOperates)
		}
		if isPlace(tb) && tb != schema.Country && tb != schema.Facility && (isBody(ta) || ta == schema.Country) && english.ObjectIn("holding", r.lemma(verb)) { // "whose forces control X"
			r.state(a, schema.BasedAt, b, m, evidence, ruleOperates)
		}
	case "leads":
		b = r.entity(r.s.Phrases[r.whatIs(o)].Outer) // not the whole of "the Iraqi side of X"
		if b < 0 {
			b = r.namedBefore(o)
		}
		if own := r.owner(o); b < 0 && ta == schema.Person && r.typ(own) == schema.Country && english.Government(r.lemma(r.s.Phrases[o].Head)) {
			r.state(a, schema.Leads, own, m, evidence, ruleLeads) // "Mali's junta, led by X"
		}
		if b >= 0 && r.d.Entities[b].Generic && english.PostOf(r.lemma(r.s.Phrases[o].Head)) == english.PostMember {
			break // "commands no more than 150 fighters"
		}
		if tb = r.typ(b); isActor(ta) && (isBody(tb) && ta == schema.Person || tb == schema.NamedEvent || tb == schema.Organization || tb == schema.Equipment && ta == schema.Person || tb == schema.Unit && (ta == schema.Unit || ta == schema.Country && r.lemma(verb) == "lead")) {
			r.state(a, schema.Leads, b, m, evidence, ruleLeads)
		}
	case "owns", "gets", "orders":
		if p == "owns" && isBody(ta) && isBody(tb) || p == "gets" && ta == schema.Organization && tb == schema.Organization {
			r.state(b, schema.PartOf, a, m, evidence, ruleOwns)
		}
		if p == "orders" && m == graph.Asserted {
			m = graph.Planned
		}
		if e := r.equipmentOf(o); e >= 0 && isActor(ta) && ta != schema.Person && !r.d.Entities[e].Generic {
			r.state(a, schema.Operates, e, m, evidence, ruleGets)
		}
	case "joins":
		r.joins(a, o, verb, m, evidence)
	case "founds":
		if ta == schema.Person && isBody(tb) && !r.d.Entities[b].Generic {
			r.state(a, schema.Leads, b, m, evidence, ruleFounds)
		}
	case "supports", "opposes":
		by := ruleSupports
		if p == "opposes" {
			by = ruleOpposes
		}
		if b < 0 || p == "opposes" && !isActor(tb) {
			b = r.blamed(o)
			tb = r.typ(b)
		}
		if isActor(ta) && isActor(tb) && !(ta == schema.Person && (tb == schema.Person || p == "opposes")) {
			r.state(a, graph.Predicate(p), b, m, evidence, by)
			if english.Compound(r.word(verb)) == "affiliated_with" && (ta == schema.Country || isBody(ta)) && tb == schema.ArmedGroup { // "a group that is backed by X"
				r.state(b, schema.AffiliatedWith, a, m, evidence, by)
			}
		}
	}
}

// namedBefore is the body whose name stands before the noun of phrase q that says what it is, "the Hashid tribal confederation"; or -1.
func (r *reading) namedBefore(q int) int {
	ph := &r.s.Phrases[q]
	head := r.lemma(ph.Head)
	m := r.before(q, r.d.Tokens[ph.Head].Begin)
	if ph.Outer >= 0 || m < 0 || !isBody(r.typ(r.entity(m))) || possessed(r.d.Text[r.d.Mentions[m].End:]) || !english.PeopleNoun(head) && !english.Union(head) {
		return -1
	}
	return r.entity(m)
}

// blamed is who acts in the event that phrase q tells, or -1.
func (r *reading) blamed(q int) int {
	for i := range r.nouns {
		if n := &r.nouns[i]; n.top == q || n.phrase == q {
			return filler(n.roles, schema.Agent)
		}
	}
	return -1
}

// copula reads what somebody or something is said to be: "X is the commander of Y", "X serves as", "X was named".
func (r *reading) copula(c int) {
	cl := &r.s.Clauses[c]
	if len(cl.Subjects) == 0 {
		return
	}
	var what []int
	whom := cl.Subjects
	switch cl.Lemma {
	case "be", "become", "remain":
		if r.seatIs(cl) {
			return
		}
		what = cl.Objects
	case "serve", "act", "work", "operate", "succeed", "replace", "relieve", "take":
		if cl.Lemma == "take" && cl.Particle != "over" {
			return
		}
		for _, o := range cl.Obliques {
			switch {
			case o.Prep == "as":
				what = append(what, o.Phrase)
			case o.Prep == "by" && cl.Passive && (cl.Lemma == "succeed" || cl.Lemma == "replace"):
				whom = r.s.All(o.Phrase)[:1]
			}
		}
	case "appoint", "name", "elect", "nominate", "install", "select", "choose", "promote":
		what = cl.Objects
		if !cl.Passive {
			if len(cl.Objects) < 2 {
				return
			}
			whom, what = cl.Objects[:1], cl.Objects[1:]
		}
		for _, o := range cl.Obliques {
			if o.Prep == "as" {
				what = append(what, o.Phrase)
			}
		}
	}
	for _, s := range whom {
		o := r.s.Phrases[s].Outer
		e := r.entity(o)
		if n := r.namedBehind(s); o < 0 && n >= 0 { // "Its commander, X, will take over as"
			for _, d := range what {
				r.describe(n, d, cover(r.phraseSpan(s), r.span(cl.First, cl.Last), r.phraseSpan(d)), r.mood(c), ruleCopula)
			}
			continue
		}
		if e < 0 || r.d.Mentions[o].Generic && (r.d.Entities[e].Generic || cl.Mark != "which") {
			continue
		}
		for _, d := range what {
			if own := r.s.Phrases[d].Outer; own < 0 || r.d.Mentions[own].Generic {
				r.describe(e, d, cover(r.phraseSpan(s), r.span(cl.First, cl.Last), r.phraseSpan(d)), r.mood(c), ruleCopula)
			}
		}
	}
}

// fights states that those who attack fight those who are attacked, where both use force.
func (r *reading) fights() {
	for k := len(r.d.Events) - 1; k >= 0 && r.d.Events[k].Sentence == r.s.Index; k-- {
		e := &r.d.Events[k]
		if e.Type != "assault" || e.Modality != graph.Asserted || e.Rule == "relate/weak-verb" {
			continue
		}
		for _, a := range e.Roles {
			for _, b := range e.Roles {
				if a.Predicate == schema.Agent && b.Predicate == schema.Target && r.fighter(a.Entity) && r.fighter(b.Entity) && r.typ(b.Entity) != schema.Organization {
					r.state(a.Entity, schema.Fights, b.Entity, e.Modality, e.Evidence, ruleFights)
				}
			}
		}
	}
}

// helps states that those who aid a body or state support it.
func (r *reading) helps() {
	for k := len(r.d.Events) - 1; k >= 0 && r.d.Events[k].Sentence == r.s.Index; k-- {
		e := &r.d.Events[k]
		if e.Type != "aid" || e.Modality == graph.Denied {
			continue
		}
		for _, a := range e.Roles {
			for _, b := range e.Roles {
				if a.Predicate == schema.Agent && b.Predicate == schema.Target && isForce(r.typ(a.Entity)) && isForce(r.typ(b.Entity)) {
					r.state(a.Entity, schema.Supports, b.Entity, e.Modality, e.Evidence, ruleHelps)
				}
			}
		}
	}
}

// fighter reports whether an entity can be a side in a fight. Organisations fight, as alliances do, but who attacks one
// of them does not fight it.
func (r *reading) fighter(e int) bool {
	return oneOf(r.typ(e), schema.ArmedGroup, schema.Unit, schema.Country, schema.Government, schema.Organization)
}
