package model

import (
	"slices"

	"skein/graph"
	"skein/graph/snapshot"
)

// chainLimit is how many ways between two entities are offered.
const chainLimit = 12

// findChain looks for the shortest ways between two entities through what passes the filters, and shows the first.
func (s *State) findChain(m FindChain) []Effect {
	s.Sheet = Sheet{}
	from, ok := s.Snap.Entity(m.From)
	to, ok2 := s.Snap.Entity(m.To)
	if !ok || !ok2 || from == to {
		return nil
	}
	ways := s.View.Paths(from, to, chainLimit)
	if len(ways) == 0 {
		s.Notice = Notice{"Nothing links " + s.Name(m.From) + " to " + s.Name(m.To) + ", as far as the filters let through.", Warning}
		return []Effect{FocusGraph{}}
	}
	s.Chain = Chain{From: m.From, To: m.To, Ways: ways}
	s.Panels.RightFolded = false
	return append(s.showChain(0), FocusGraph{})
}

// showChain puts a way on the canvas and picks what it goes through.
func (s *State) showChain(at int) []Effect {
	n := len(s.Chain.Ways)
	if n == 0 {
		return nil
	}
	s.Chain.At = (at + n) % n
	ids := s.chainIDs()
	s.Selection = Selection{Entities: ids}
	c := graph.Change{Label: "show the way from " + s.Name(s.Chain.From) + " to " + s.Name(s.Chain.To)}
	ground := s.ground()
	for k, id := range ids {
		if s.Shown(id) {
			continue
		}
		anchor := s.bestAnchor(id)
		if k > 0 {
			anchor = ids[k-1]
		}
		for _, p := range ground.beside(s, anchor, []graph.ID{id}) {
			c.Deltas = append(c.Deltas, graph.Delta{Op: graph.Add, Fact: p})
		}
	}
	if c.Empty() {
		return []Effect{ShowEntities{ids}}
	}
	s.after = append(s.after, ShowEntities{ids})
	return s.apply(c)
}

// chainIDs are the entities of the way shown, in order.
func (s *State) chainIDs() []graph.ID {
	entities := s.Snap.Entities()
	var ids []graph.ID
	for _, st := range s.Chain.Ways[s.Chain.At] {
		for _, e := range []int{st.From, st.To} {
			if id := entities[e].ID; !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return ids
}

// Chained are the lines of the way shown; nil when none is.
func (s *State) Chained() []Edge {
	if len(s.Chain.Ways) == 0 {
		return nil
	}
	var out []Edge
	entities := s.Snap.Entities()
	for _, st := range s.Chain.Ways[s.Chain.At] {
		out = append(out, EdgeOf(entities[st.From].ID, entities[st.To].ID))
	}
	return out
}

// claimsOf are the claims of a line that pass the filters, surest first.
func (s *State) claimsOf(e Edge) []int32 {
	a, ok := s.Snap.Entity(e.A)
	b, ok2 := s.Snap.Entity(e.B)
	if !ok || !ok2 {
		return nil
	}
	var out []int32
	claims := s.Snap.Claims()
	for _, ci := range s.Snap.ClaimsOf(a) {
		c := &claims[ci]
		if c.To >= 0 && (c.From == a && c.To == b || c.From == b && c.To == a) && s.View.HasClaim(int(ci)) {
			out = append(out, ci)
		}
	}
	slices.SortStableFunc(out, func(x, y int32) int { return surer(&claims[x], &claims[y]) })
	return out
}

// surer orders claims: more outlets, then more confidence, then id.
func surer(a, b *snapshot.Claim) int {
	switch {
	case a.Outlets != b.Outlets:
		return b.Outlets - a.Outlets
	case a.Confidence > b.Confidence:
		return -1
	case a.Confidence < b.Confidence:
		return 1
	case a.ID < b.ID:
		return -1
	}
	return 1
}
