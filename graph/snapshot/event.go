package snapshot

import (
	"cmp"
	"slices"
	"strings"

	"skein/graph"
	"skein/graph/schema"
)

// tellEvent works out when an event is and what kind of statement tells of it, from the claims with it as subject.
func (s *Snapshot) tellEvent(entity int) {
	e := &s.entities[entity]
	e.Time, e.Modality = "", graph.Asserted
	if !slices.Contains(e.Kinds, graph.Event) {
		return
	}
	rank, sure := len(graph.Modalities()), 0.0
	for _, i := range s.ClaimsOf(entity) {
		c := &s.claims[i]
		if c.From != entity || c.Verdict == graph.Reject {
			continue
		}
		if r := slices.Index(graph.Modalities(), c.Modality); r >= 0 && r < rank {
			rank, e.Modality = r, c.Modality
		}
		if c.Predicate != schema.Time || c.Value == "" {
			continue
		}
		better := cmp.Or(cmp.Compare(c.Confidence, sure), cmp.Compare(len(c.Value), len(e.Time)), strings.Compare(e.Time, c.Value))
		if e.Time == "" || better > 0 {
			e.Time, sure = c.Value, c.Confidence
		}
	}
}
