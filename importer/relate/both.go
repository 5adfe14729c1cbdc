package relate

import (
	"slices"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
	"skein/importer/english"
)

// both adds the two that phrase q takes up, "the two countries", "both leaders", "the leaders of both countries", "they": those that the
// subject before joined, else the last two of the sort named before.
func (r *reading) both(roles []importer.Role, p graph.Predicate, q int) []importer.Role {
	ph := &r.s.Phrases[q]
	if of := r.of(q); of >= 0 && english.PeopleNoun(r.lemma(ph.Head)) && ph.Outer < 0 {
		return r.both(roles, p, of)
	}
	if ph.Outer >= 0 && r.entity(ph.Outer) >= 0 {
		return roles
	}
	if r.word(ph.Head) == "they" && ph.Head == r.start() {
		for _, x := range r.pairs {
			if len(x.who) > 0 && x.at == r.s.Index-1 {
				return r.addAll(roles, p, q, x.who)
			}
		}
		return roles
	}
	two := false
	for t := ph.First; t < ph.Head; t++ {
		two = two || r.word(t) == "two" || r.word(t) == "both"
	}
	head := r.lemma(ph.Head)
	alone := r.word(ph.Head) == "two" || r.word(ph.Head) == "both" // "the two agreed"
	if !two && !alone {
		return roles
	}
	person := alone || english.HeadOfState(head) || english.PostOf(head) == english.PostLeader || english.PostOf(head) == english.PostHolder
	state := english.ObjectIn("states", head)
	kind := pairOfBodies
	switch {
	case person:
		kind = pairOfPersons
	case state:
		kind = pairOfStates
	case !english.PeopleNoun(head):
		return roles
	}
	if x := r.pairs[kind]; len(x.who) == 2 && (x.at >= r.s.Index-farPair || state && head != "side") {
		return r.addAll(roles, p, q, x.who)
	}
	if !person && !state {
		return roles
	}
	var found []int
	from, _ := slices.BinarySearchFunc(r.d.Mentions, r.d.Tokens[ph.First].Begin, func(m importer.Mention, at int) int { return m.Begin - at })
	for m := from - 1; m >= 0 && len(found) < 2 && r.d.Mentions[m].Sentence >= r.s.Index-far; m-- {
		e, x := r.entity(m), &r.d.Mentions[m]
		if t := r.typ(e); (person && t == schema.Person || !person && t == schema.Country) && !x.Generic && !slices.Contains(found, e) {
			found = append(found, e)
		}
	}
	if len(found) < 2 {
		return roles
	}
	return r.addAll(roles, p, q, []int{found[1], found[0]})
}

// addAll adds entities in a role that phrase q says.
func (r *reading) addAll(roles []importer.Role, p graph.Predicate, q int, entities []int) []importer.Role {
	for _, e := range entities {
		roles = append(roles, importer.Role{Predicate: p, Entity: e, Span: r.phraseSpan(q), Confidence: confBoth})
	}
	return roles
}

// pair is those whom a subject joins, and in which sentence.
type pair struct {
	who []int
	at  int
}

// The sorts of pairs.
const (
	pairOfPersons = iota
	pairOfStates
	pairOfBodies
	pairSorts
)

// notePair keeps whom the subject of the sentence's first clause joins, "A and B agreed", for what takes them up behind it.
func (r *reading) notePair() {
	c := r.firstFinite(r.start() - 1)
	if c < 0 {
		return
	}
	var found [pairSorts][]int
	all := 0
	for _, q := range r.s.Clauses[c].Subjects {
		for _, e := range append([]int{r.who(q)}, r.beside(q)...) {
			if e < 0 || !isActor(r.typ(e)) {
				continue
			}
			sort := pairOfBodies
			switch r.typ(e) {
			case schema.Person:
				sort = pairOfPersons
			case schema.Country:
				sort = pairOfStates
			}
			if !slices.Contains(found[sort], e) {
				found[sort] = append(found[sort], e)
				all++
			}
		}
	}
	for sort, who := range found {
		if len(who) > 1 && len(who) == all {
			r.pairs[sort] = pair{who, r.s.Index}
		}
	}
}

// farPair is how many sentences back "the two departments" may take up those that a subject joined. The two countries are those of the
// article.
const farPair = 4

// far is how many sentences back "the two" may take up others.
const far = 2

// describeAll states what the description in phrase q, which a number opens, says of those that "and" joins to phrase root: "A and B,
// two leaders of C".
func (r *reading) describeAll(root, q int) {
	if r.d.Tokens[r.s.Phrases[q].First].Tag != importer.Num {
		return
	}
	for _, k := range r.s.All(root) {
		if m := r.s.Phrases[k].Outer; k < root && m >= 0 && !r.d.Mentions[m].Generic {
			r.describe(r.entity(m), q, cover(r.phraseSpan(k), r.phraseSpan(q)), graph.Asserted, ruleApposition)
		}
	}
}
