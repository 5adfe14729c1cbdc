package relate

import (
	"slices"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
	"skein/importer/english"
)

// both adds the two that "the two countries" or "both leaders" take up: the last two of the sort named before.
func (r *reading) both(roles []importer.Role, q int) []importer.Role {
	ph := &r.s.Phrases[q]
	two := false
	for t := ph.First; t < ph.Head; t++ {
		two = two || r.word(t) == "two" || r.word(t) == "both"
	}
	head := r.lemma(ph.Head)
	alone := r.word(ph.Head) == "two" || r.word(ph.Head) == "both" // "the two agreed"
	two = two || alone
	person := alone || english.HeadOfState(head) || english.PostOf(head) == english.PostLeader || english.PostOf(head) == english.PostHolder
	if !two || ph.Outer >= 0 && r.entity(ph.Outer) >= 0 || !person && !english.ObjectIn("states", head) {
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
	for _, e := range [...]int{found[1], found[0]} {
		roles = append(roles, importer.Role{Predicate: schema.Agent, Entity: e, Span: r.phraseSpan(q), Confidence: confBoth})
	}
	return roles
}

// far is how many sentences back "the two" may take up.
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
