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
func (r *reading) joins(a, o int, m graph.Modality, evidence graph.Span) {
	own := r.s.Phrases[o].Outer
	b := r.entity(own)
	if b < 0 || r.d.Mentions[own].Rule == "find/group" || r.d.Entities[b].Generic {
		return
	}
	switch ta, tb := r.typ(a), r.typ(b); {
	case ta == schema.Person && isBody(tb), ta == schema.Country && tb == schema.Organization,
		(ta == schema.ArmedGroup || ta == schema.Organization) && (tb == schema.ArmedGroup || tb == schema.Organization):
		r.state(a, schema.MemberOf, b, m, evidence, ruleJoins)
	case (ta == schema.Unit || ta == schema.Equipment) && tb == schema.Unit && !r.d.Entities[a].Generic:
		r.state(a, schema.PartOf, b, m, evidence, ruleJoins)
	}
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

// given reads to whom equipment goes: "delivered two C-130s to X", "equipped X with Leopards", "took delivery of".
func (r *reading) given(c int) {
	cl := &r.s.Clauses[c]
	objects := cl.Objects
	if cl.Passive {
		objects = cl.Subjects
	}
	if len(objects) == 0 {
		return
	}
	prep, equips := "", false
	for _, p := range english.RelationVerb(cl.Lemma) {
		switch p {
		case "gives":
			prep = "to"
		case "equips":
			prep, equips = "with", true
		}
	}
	if cl.Lemma == "enter" && r.lemma(r.s.Phrases[objects[0]].Head) == "service" && !cl.Passive { // "entered service with X"
		for _, o := range cl.Obliques {
			if o.Prep == "with" || o.Prep == "in" {
				r.getsEquipment(r.s.All(o.Phrase), cl.Subjects, r.mood(c))
			}
		}
		return
	}
	if cl.Lemma == "take" && r.lemma(r.s.Phrases[objects[0]].Head) == "delivery" && !cl.Passive && len(cl.Subjects) > 0 {
		if of := r.of(objects[0]); of >= 0 {
			r.getsEquipment(cl.Subjects, r.s.All(of), r.mood(c))
		}
		return
	}
	if prep == "" {
		return
	}
	for _, o := range cl.Obliques {
		switch {
		case o.Prep != prep:
		case equips:
			r.getsEquipment(objects, r.s.All(o.Phrase), r.mood(c))
		default:
			r.getsEquipment(r.s.All(o.Phrase), objects, r.mood(c))
		}
	}
}

// getsEquipment states that the bodies and states of phrases who operate the equipment of phrases what.
func (r *reading) getsEquipment(who, what []int, m graph.Modality) {
	for _, q := range who {
		a := r.who(q)
		if t := r.typ(a); !isForce(t) || r.d.Entities[a].Generic {
			continue
		}
		for _, k := range what {
			if e := r.equipmentOf(k); e >= 0 && !r.d.Entities[e].Generic && r.typ(r.entity(r.s.Phrases[k].Outer)) != schema.Unit {
				r.state(a, schema.Operates, e, m, cover(r.phraseSpan(q), r.phraseSpan(k)), ruleGets)
			}
		}
	}
}

// backing reads who supports whom by a noun: "Iran's support for X", "Rwandan backing of X".
func (r *reading) backing(q int) {
	ph := &r.s.Phrases[q]
	if ph.Outer >= 0 || !english.Backing(r.lemma(ph.Head)) {
		return
	}
	giver := r.owner(q)
	if !isActor(r.typ(giver)) {
		return
	}
	for _, prep := range [...]string{"for", "of", "to"} {
		o := r.directly(q, prep)
		if o < 0 {
			continue
		}
		for _, k := range r.s.All(o) {
			if e := r.who(k); isActor(r.typ(e)) && !(r.typ(giver) == schema.Person && r.typ(e) == schema.Person) {
				r.state(giver, schema.Supports, e, r.nounMood(q, ph.Head), cover(r.phraseSpan(q), r.phraseSpan(k)), ruleBacking)
			}
		}
	}
}

// seatOf reads where a body or ship has its home by the noun for that: "its headquarters in Stockholm", "the ship's home
// port of Plymouth".
func (r *reading) seatOf(q int) {
	ph := &r.s.Phrases[q]
	head := r.lemma(ph.Head)
	switch head {
	case "headquarters", "base", "homeport":
	case "port":
		if r.word(ph.Head-1) != "home" {
			return
		}
	default:
		return
	}
	own := r.owner(q)
	if t := r.typ(own); ph.Outer >= 0 && !r.d.Mentions[ph.Outer].Generic || !isBody(t) && t != schema.Equipment {
		return
	}
	for _, prep := range [...]string{"in", "at", "of"} {
		if o := r.directly(q, prep); o >= 0 && r.where(o) >= 0 {
			r.isOne(own, schema.BasedAt, r.where(o), cover(r.phraseSpan(q), r.phraseSpan(o)), ruleHomeOf)
			return
		}
	}
}

// homeTo reads what is based at a place that is its home: "The fort is home to the 82nd Airborne Division".
func (r *reading) homeTo(cl *clause.Clause) {
	if cl.Lemma != "be" || len(cl.Subjects) == 0 || r.word(cl.Last) != "home" {
		return
	}
	place := r.where(cl.Subjects[0])
	for _, o := range cl.Obliques {
		if o.Prep != "to" && o.Prep != "of" || place < 0 {
			continue
		}
		for _, k := range r.s.All(o.Phrase) {
			if e := r.entity(r.s.Phrases[k].Outer); isBody(r.typ(e)) || r.typ(e) == schema.Equipment {
				r.isOne(e, schema.BasedAt, place, cover(r.phraseSpan(cl.Subjects[0]), r.phraseSpan(k)), ruleHomeOf)
			}
		}
		return
	}
}
