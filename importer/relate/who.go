package relate

import (
	"strings"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
	"skein/importer/clause"
	"skein/importer/english"
)

// deep is how many "of" are followed at most: "members of the staff of the office of X".
const deep = 4

// who is the entity that a phrase means as somebody who acts or suffers, or -1: the one it names; for people and forces
// the one they belong to ("members of the 6th Squadron", "al-Qaida fighters").
func (r *reading) who(q int) int {
	for range deep {
		ph := &r.s.Phrases[q]
		people := english.PeopleNoun(r.lemma(ph.Head)) || ph.Outer < 0 && english.Rank(r.word(ph.Head))
		if e := r.namedBehind(q); r.typ(e) == schema.Person && (ph.Outer < 0 || r.d.Mentions[ph.Outer].Generic) {
			return e // "a commander of the brigade, Jane Roe"
		}
		if of := r.of(q); of >= 0 && people && (ph.Outer < 0 || r.d.Mentions[ph.Outer].Generic || r.members(q)) {
			if e := r.who(of); e >= 0 && (!isPlace(r.typ(e)) || r.typ(e) == schema.Country && english.ObjectIn("stateforce", r.lemma(ph.Head))) {
				return e // "the army of Mali"
			}
		}
		if english.PlaceNoun(r.lemma(ph.Head)) && r.of(q) >= 0 {
			return r.where(q) // "the city of X"
		}
		if e := r.wholeOf(q); e >= 0 {
			return e
		}
		if e := r.leaderOf(q); e >= 0 {
			return e
		}
		if s := r.whatIs(q); s != q {
			return r.entity(r.s.Phrases[s].Outer)
		}
		if e := r.entity(ph.Outer); e >= 0 {
			if own := r.stationed(q); own >= 0 && r.typ(e) == schema.Unit {
				return own // "Marines from the 2nd Battalion"
			}
			if own := r.owner(q); r.d.Mentions[ph.Outer].Rule == "find/own" && own >= 0 && r.members(q) {
				return own // "its soldiers"
			}
			if r.d.Mentions[ph.Outer].Rule == "find/group" {
				if own := r.owner(q); oneOf(r.typ(own), schema.ArmedGroup, schema.Unit) {
					return own // "Taliban insurgents"
				}
				if own := r.whose(q); own >= 0 {
					return own // "the Houthis, whose fighters"
				}
			}
			return e
		}
		if r.members(q) {
			if e := r.stationed(q); e >= 0 {
				return e
			}
			if e := r.assigned(q); e >= 0 && r.owner(q) < 0 {
				return e
			}
		}
		if e := r.namedBehind(q); e >= 0 {
			return e
		}
		if people || ph.Outer >= 0 {
			if e := r.owner(q); e >= 0 {
				return r.service(q, e)
			}
			if e := r.whose(q); e >= 0 && ph.Outer < 0 {
				return e // "Russia, whose forces hold the town"
			}
			if e := r.equipmentOf(q); e >= 0 {
				return e // "B-1B bombers"
			}
		}
		if e := r.speakerAgain(q); e >= 0 {
			return e
		}
		if e := r.surname(q); e >= 0 {
			return e
		}
		if e := r.calledShort(q); e >= 0 {
			return e
		}
		if e := r.playedBy(q); e >= 0 {
			return e
		}
		from := r.directly(q, "from")
		if !people || from < 0 || english.ObjectIn("nonstate", r.lemma(ph.Head)) {
			return -1
		}
		if t := r.typ(r.entity(r.s.Phrases[from].Outer)); isPlace(t) && t != schema.Country {
			return -1 // "withdrew troops from Gao"
		}
		q = from // "visitors from Australia"
	}
	return -1
}

// wholeOf is the unit that phrase q, a smaller one without a name, belongs to: "two companies of X", "a platoon from X"; or -1.
func (r *reading) wholeOf(q int) int {
	if ph := &r.s.Phrases[q]; ph.Outer >= 0 && !r.d.Mentions[ph.Outer].Generic || !english.ObjectIn("echelon", r.lemma(ph.Head)) {
		return -1
	}
	for _, prep := range [...]string{"of", "from"} {
		if w := r.directly(q, prep); w >= 0 {
			if e := r.entity(r.s.Phrases[w].Outer); r.typ(e) == schema.Unit {
				return e
			}
		}
	}
	return -1
}

// beside are the entities that stand beside the one that who takes phrase q, people, to belong to: B of "soldiers from A and B".
func (r *reading) beside(q int) []int {
	head := r.lemma(r.s.Phrases[q].Head)
	if r.s.Phrases[q].Outer >= 0 || !english.PeopleNoun(head) && !english.ObjectIn("force", head) {
		return nil
	}
	for _, prep := range [...]string{"of", "from", "with"} {
		if w := r.directly(q, prep); w >= 0 {
			var out []int
			for _, k := range r.s.All(w)[1:] {
				if e := r.entity(r.s.Phrases[k].Outer); isActor(r.typ(e)) && r.typ(e) != schema.Person {
					out = append(out, e)
				}
			}
			return out
		}
	}
	return nil
}

// stationed is the body or ship that a preposition joins to the people of phrase q: "soldiers with the 1st Squadron", "sailors
// aboard X"; or -1.
func (r *reading) stationed(q int) int {
	if !r.members(q) {
		return -1
	}
	for _, prep := range [...]string{"with", "from", "aboard", "on"} {
		w := r.directly(q, prep)
		if w < 0 {
			continue
		}
		e := r.entity(r.s.Phrases[w].Outer)
		if t := r.typ(e); isBody(t) || t == schema.Equipment && (prep == "aboard" || prep == "on") {
			return e
		}
	}
	return -1
}

// whatIs is the phrase that names what phrase q, a description, is said to be: of "X is a group that belongs to Y" for the group X; else
// q.
func (r *reading) whatIs(q int) int {
	if ph := &r.s.Phrases[q]; ph.Outer >= 0 && !r.d.Mentions[ph.Outer].Generic {
		return q
	}
	c := r.objectOf(q)
	if c < 0 {
		return q
	}
	cl := &r.s.Clauses[c]
	if cl.Lemma != "be" || cl.Form != clause.Finite || cl.Negated || len(cl.Subjects) != 1 {
		return q
	}
	if e := r.entity(r.s.Phrases[cl.Subjects[0]].Outer); e >= 0 && !r.d.Entities[e].Generic {
		return cl.Subjects[0]
	}
	return q
}

// members reports whether a phrase is about those who belong to something, not about the thing: "soldiers of X".
func (r *reading) members(q int) bool {
	head := r.lemma(r.s.Phrases[q].Head)
	return english.PostOf(head) == english.PostMember || english.ObjectIn("force", head) && head != "unit" && head != "battalion" &&
		head != "brigade" && head != "team" && head != "police"
}

// namedBehind is the actor whose name explains phrase q behind a comma: "its air wing, CVW 5", "his chief of staff, X";
// or -1.
func (r *reading) namedBehind(q int) int {
	for k := q + 1; k < len(r.s.Phrases) && k <= q+3; k++ {
		ph := &r.s.Phrases[k]
		if e := r.entity(ph.Outer); ph.Apposition == q && e >= 0 && !r.d.Mentions[ph.Outer].Generic && isActor(r.typ(e)) {
			return e
		}
	}
	return -1
}

// assigned is the unit that a participle says that the people of phrase q are assigned to: "airmen assigned to X"; or -1.
func (r *reading) assigned(q int) int {
	for c := range r.s.Clauses {
		cl := &r.s.Clauses[c]
		if cl.Form != clause.Participle || len(cl.Subjects) == 0 || cl.Subjects[0] != q || cl.Lemma != "assign" && cl.Lemma != "attach" {
			continue
		}
		for _, o := range cl.Obliques {
			if e := r.entity(r.s.Phrases[o.Phrase].Outer); o.Prep == "to" && isBody(r.typ(e)) {
				return e
			}
		}
	}
	return -1
}

// owner is the entity whose name stands in front of the head of a phrase ("ISIS positions", "the president's plane"),
// or -1.
func (r *reading) owner(q int) int {
	ph := &r.s.Phrases[q]
	switch english.PostOf(r.lemma(ph.Head)) {
	case english.PostAlly, english.PostRival, english.PostAffiliate: // "the army's Russian partners" are the army's
		for _, k := range ph.Mentions {
			if m := &r.d.Mentions[k]; m.Entity >= 0 && m.End <= r.d.Tokens[ph.Head].Begin && possessed(r.d.Text[m.End:]) {
				return m.Entity
			}
		}
	}
	for k := len(ph.Mentions) - 1; k >= 0; k-- {
		m := &r.d.Mentions[ph.Mentions[k]]
		if m.Entity >= 0 && m.Type == schema.Country && english.ObjectIn("nonstate", r.lemma(ph.Head)) || r.joinedOn(m) {
			continue
		}
		if m.Entity >= 0 && m.End <= r.d.Tokens[ph.Head].Begin && m.Type != schema.NamedEvent &&
			(m.Type != schema.Equipment || m.Rule == "refer/pronoun" || possessed(r.d.Text[m.End:])) {
			return r.outermost(ph.Mentions[:k+1])
		}
	}
	return -1
}

// joinedOn reports whether a mention only begins a compound that tells whom something sides with: the UN of "UN-backed".
func (r *reading) joinedOn(m *importer.Mention) bool {
	tail, ok := strings.CutPrefix(r.d.Text[m.End:], "-")
	if !ok {
		return false
	}
	word, _, _ := strings.Cut(tail, " ")
	p := graph.Predicate(english.Compound(word))
	return p == schema.AffiliatedWith || p == schema.AlliedWith
}

// outermost is the entity of the last mention of the list that does not lie in another one of it, or -1.
func (r *reading) outermost(mentions []int) int {
	last := mentions[len(mentions)-1]
	for _, k := range mentions[:len(mentions)-1] {
		if m := &r.d.Mentions[k]; m.Entity >= 0 && m.Contains(r.d.Mentions[last].Span) {
			return m.Entity
		}
	}
	return r.entity(last)
}

// suffers is the entity that a phrase means as the target of an action: as who, and for what people and forces have the
// one that has it.
func (r *reading) suffers(q int) int {
	if e := r.who(q); e >= 0 {
		return e
	}
	if e := r.where(q); e >= 0 {
		return e
	}
	if _, e := r.holding(q); e >= 0 {
		return e
	}
	ph := &r.s.Phrases[q]
	if !english.BelongingNoun(r.lemma(ph.Head)) && !english.PeopleNoun(r.lemma(ph.Head)) {
		return -1
	}
	if e := r.owner(q); e >= 0 {
		return e
	}
	if of := r.of(q); of >= 0 {
		return r.who(of)
	}
	return -1
}

// where is the place that a phrase means, or -1: the one it names, that of "Monari village" and of "the north of Iraq".
func (r *reading) where(q int) int {
	ph := &r.s.Phrases[q]
	noun := english.PlaceNoun(r.lemma(ph.Head))
	if of := r.of(q); of > q && noun && (ph.Outer < 0 || r.d.Mentions[ph.Outer].Generic) {
		if e := r.where(of); e >= 0 {
			return e // "the town of X"
		}
	}
	if e := r.entity(ph.Outer); e >= 0 {
		if isPlace(r.typ(e)) {
			return e
		}
		return -1
	}
	if !noun {
		return -1
	}
	for k := len(ph.Mentions) - 1; k >= 0; k-- {
		if e := r.entity(ph.Mentions[k]); e >= 0 && isPlace(r.typ(e)) && r.d.Mentions[ph.Mentions[k]].End <= r.d.Tokens[ph.Head].Begin {
			return e
		}
	}
	return -1
}

// of is the phrase that "of" joins right behind phrase q, or -1.
func (r *reading) of(q int) int { return r.directly(q, "of") }

// directly is the phrase that the preposition joins right behind phrase q, or -1.
func (r *reading) directly(q int, prep string) int {
	ph := &r.s.Phrases[q]
	for _, o := range ph.Obliques {
		if r.s.Phrases[o.Phrase].First == ph.Last+1 {
			if o.Prep == prep {
				return o.Phrase
			}
			return -1
		}
	}
	return -1
}

// root is the phrase that phrase q explains at last, or q.
func (r *reading) root(q int) int {
	for range deep {
		a := r.s.Phrases[q].Apposition
		if a < 0 || a >= q {
			return q
		}
		q = a
	}
	return q
}

// isPlace reports whether entities of the type are places.
func isPlace(t graph.Type) bool {
	switch t {
	case schema.Country, schema.Region, schema.City, schema.Facility, schema.Feature:
		return true
	}
	return false
}

// isActor reports whether entities of the type act: persons, bodies, forces, states.
func isActor(t graph.Type) bool {
	switch t {
	case schema.Person, schema.Organization, schema.Government, schema.ArmedGroup, schema.People, schema.Country, schema.Unit:
		return true
	}
	return false
}

// isForce reports whether entities of the type use force as such.
func isForce(t graph.Type) bool {
	switch t {
	case schema.Government, schema.ArmedGroup, schema.Country, schema.Unit, schema.Organization:
		return true
	}
	return false
}

// isBody reports whether entities of the type have members.
func isBody(t graph.Type) bool {
	switch t {
	case schema.Organization, schema.Government, schema.ArmedGroup, schema.Unit:
		return true
	}
	return false
}
