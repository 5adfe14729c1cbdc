package snapshot

import (
	"cmp"
	"slices"
	"strings"

	"skein/graph"
)

// dispute finds out which claims with the entity as subject contradict each other.
func (s *Snapshot) dispute(entity int) {
	var own []int32
	for _, i := range s.ClaimsOf(entity) {
		if s.claims[i].From == entity {
			own = append(own, i)
		}
	}
	same := func(a, b int32) int {
		x, y := &s.claims[a], &s.claims[b]
		return cmp.Or(strings.Compare(string(x.Predicate), string(y.Predicate)), strings.Compare(string(x.Object), string(y.Object)), strings.Compare(x.Value, y.Value))
	}
	slices.SortFunc(own, func(a, b int32) int { return cmp.Or(same(a, b), cmp.Compare(a, b)) })
	for len(own) > 0 {
		n := 1
		for n < len(own) && same(own[0], own[n]) == 0 {
			n++
		}
		s.disputeAmong(own[:n])
		own = own[n:]
	}
}

// disputeAmong marks the claims that say the same of the same when one is asserted and another denied.
func (s *Snapshot) disputeAmong(claims []int32) {
	says := func(i int32, m graph.Modality) bool {
		return s.claims[i].Modality == m && s.claims[i].Verdict != graph.Reject
	}
	asserted := slices.ContainsFunc(claims, func(i int32) bool { return says(i, graph.Asserted) })
	denied := slices.ContainsFunc(claims, func(i int32) bool { return says(i, graph.Denied) })
	for _, i := range claims {
		s.claims[i].Disputed = asserted && denied && (says(i, graph.Asserted) || says(i, graph.Denied))
	}
}
