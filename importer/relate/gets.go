package relate

import (
	"skein/graph"
	"skein/graph/schema"
	"skein/importer/english"
)

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
	if prep == "to" && len(objects) > 1 && !cl.Passive { // "sold X ten helicopters"
		r.getsEquipment(objects[:1], objects[1:], r.mood(c))
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
