package relate

import (
	"slices"

	"skein/graph/schema"
	"skein/importer/clause"
	"skein/importer/english"
)

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

// keeps reads where somebody's forces are: "The US has 2,500 troops in Iraq".
func (r *reading) keeps(c int) {
	cl := &r.s.Clauses[c]
	if cl.Passive || cl.Form != clause.Finite || len(cl.Subjects) == 0 || len(cl.Objects) == 0 {
		return
	}
	switch cl.Lemma {
	case "have", "keep", "maintain", "station":
	default:
		return
	}
	a := r.who(cl.Subjects[0])
	if head := r.lemma(r.s.Phrases[cl.Objects[0]].Head); isBody(r.typ(a)) && (head == "headquarters" || head == "home" || head == "base" || head == "port" && r.word(r.s.Phrases[cl.Objects[0]].Head-1) == "home") {
		r.seat(cl, a)
		return
	}
	if !isForce(r.typ(a)) || !english.ObjectIn("force", r.lemma(r.s.Phrases[cl.Objects[0]].Head)) || r.entity(r.s.Phrases[cl.Objects[0]].Outer) >= 0 {
		return
	}
	if p := r.placeBefore(cl); cl.Mark == "where" && p >= 0 { // "the base, where X has troops"
		r.state(a, schema.BasedAt, p, r.mood(c), r.span(cl.Begin, cl.Last), ruleKeeps)
	}
	for _, o := range cl.Obliques {
		if o.Prep != "in" && o.Prep != "at" {
			continue
		}
		for _, k := range r.s.All(o.Phrase) {
			if p := r.where(k); p >= 0 {
				r.state(a, schema.BasedAt, p, r.mood(c), cover(r.span(cl.Begin, cl.Last), r.phraseSpan(k)), ruleKeeps)
			}
		}
	}
}

// placeBefore is the place named last before clause cl, or -1.
func (r *reading) placeBefore(cl *clause.Clause) int {
	best := -1
	for m := r.first; m < r.last && r.d.Mentions[m].Begin < r.d.Tokens[cl.Begin].Begin; m++ {
		if e := r.entity(m); isPlace(r.typ(e)) && r.placed(m) {
			best = e
		}
	}
	return best
}

// seatIs reads where the home of somebody is: "The carrier's home port is X".
func (r *reading) seatIs(cl *clause.Clause) bool {
	q := cl.Subjects[0]
	head := r.s.Phrases[q].Head
	if l := r.lemma(head); l != "headquarters" && l != "base" && (l != "port" || r.word(head-1) != "home") && l != "homeport" {
		return false
	}
	own := r.owner(q)
	places := slices.Clone(cl.Objects)
	for _, o := range cl.Obliques {
		if o.Prep == "in" || o.Prep == "at" || o.Prep == "near" {
			places = append(places, o.Phrase)
		}
	}
	for _, o := range places {
		if p := r.where(o); p >= 0 && (isBody(r.typ(own)) || r.typ(own) == schema.Equipment) {
			r.isOne(own, schema.BasedAt, p, cover(r.phraseSpan(q), r.phraseSpan(o)), ruleKeeps)
			return true
		}
	}
	return false
}

// seat reads where a body has its home: "has its headquarters at X".
func (r *reading) seat(cl *clause.Clause, body int) {
	for _, o := range cl.Obliques {
		if p := r.where(o.Phrase); p >= 0 && (o.Prep == "in" || o.Prep == "at") {
			r.isOne(body, schema.BasedAt, p, cover(r.span(cl.Begin, cl.Last), r.phraseSpan(o.Phrase)), ruleKeeps)
			return
		}
	}
}
