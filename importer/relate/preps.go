package relate

import (
	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
	"skein/importer/english"
)

// prepRelation states the relation, of relations.txt, of phrase s and the phrase o that a preposition joins to the verb.
func (r *reading) prepRelation(verb string, s, o int, m graph.Modality, evidence graph.Span) {
	p := graph.Predicate(verb)
	switch verb {
	case "stands":
		p = schema.BasedAt
	case "comes_from":
		p = schema.AffiliatedWith
	case "merges":
		p = schema.PartOf
	}
	s = r.subjectFor(p, s)
	a, gear := r.entity(r.s.Phrases[s].Outer), r.equipmentOf(s)
	if gear < 0 && (a < 0 || r.members(s)) {
		switch {
		case p == schema.BasedAt || p == schema.AffiliatedWith:
			a = r.who(s)
		case p == schema.PartOf && r.stationed(s) >= 0:
			a = r.stationed(s) // "soldiers from X, assigned to Y"
		default:
			return // not the unit, its people are assigned
		}
	}
	for _, k := range r.s.All(o) {
		b := r.joinedBy(verb, k)
		switch {
		case p == schema.PartOf && (a < 0 || a == gear) && gear >= 0 && !r.vessel(gear) && r.typ(b) == schema.Unit && !r.d.Entities[gear].Generic: // "F-35Bs assigned to X"
			r.state(b, schema.Operates, gear, m, evidence, rulePrep)
		case verb == "comes_from" && !(isBody(r.typ(a)) && isBody(r.typ(b))):
		case r.canBe(p, a, b):
			r.state(a, p, b, m, evidence, rulePrep)
		}
	}
}

// subjectFor is the phrase that names what phrase s, the subject of a verb that states p, describes.
func (r *reading) subjectFor(p graph.Predicate, s int) int {
	if ph := &r.s.Phrases[s]; ph.Outer >= 0 || r.d.Tokens[ph.First].Tag == importer.Det {
		s = r.whatIs(r.root(s))
	}
	if prep := r.s.Phrases[s].Prep; p == schema.BasedAt && prep > 0 && r.word(prep) == "of" { // "X is a unit of Y stationed at Z"
		if part := r.s.PhraseAt(prep - 1); part >= 0 && english.PostOf(r.lemma(r.s.Phrases[part].Head)) == english.PostPart {
			if whole := r.whatIs(part); whole != part {
				return whole
			}
		}
	}
	return s
}

// joinedBy is the entity that phrase k, which a preposition joins to the verb, means; or -1.
func (r *reading) joinedBy(verb string, k int) int {
	if e := r.entity(r.s.Phrases[k].Outer); e >= 0 {
		return e
	}
	if e := r.where(k); e >= 0 || verb != "comes_from" {
		return e
	}
	if english.Split(r.lemma(r.s.Phrases[k].Head)) { // "emerged from a split in X"
		for _, prep := range [...]string{"in", "within", "of"} {
			if w := r.directly(k, prep); w >= 0 {
				return r.who(w)
			}
		}
	}
	return r.who(k)
}

// canBe reports whether a relation that a verb states with a preposition can hold between two entities.
func (r *reading) canBe(p graph.Predicate, a, b int) bool {
	ta, tb := r.typ(a), r.typ(b)
	switch p {
	case schema.PartOf:
		return (isBody(ta) || ta == schema.Equipment) && isBody(tb)
	case schema.MemberOf:
		return ta == schema.Person && isBody(tb)
	case schema.BasedAt:
		return isActor(ta) && isPlace(tb) || ta == schema.Equipment && isPlace(tb) || ta == schema.Unit && r.vessel(b)
	case schema.LocatedIn:
		return r.lies(a, b)
	case schema.NationalOf:
		return ta == schema.Person && isPlace(tb)
	case schema.AlliedWith, schema.AffiliatedWith:
		return isActor(ta) && isActor(tb) && !(ta == schema.Country && tb == schema.Person)
	}
	return false
}
