package snapshot

import (
	"slices"
	"testing"

	"skein/graph"
	"skein/graph/schema"
)

// TestNeighbours: the one with the most claims comes first, each with its own claims and none of another's.
func TestNeighbours(t *testing.T) {
	a := article("Post", "2024", "The brigade trained at the camp, moved to the camp, left the camp, and met the mayor.")
	s := build(a,
		claim(a, "brigade", schema.MemberOf, "army", graph.Asserted),
		claim(a, "brigade", schema.BasedAt, "camp", graph.Asserted),
		claim(a, "brigade", schema.LocatedIn, "camp", graph.Planned),
		claim(a, "camp", schema.PartOf, "brigade", graph.Denied),
		claim(a, "mayor", schema.Opposes, "brigade", graph.Asserted),
		claim(a, "mayor", schema.Fights, "brigade", graph.Asserted),
		claim(a, "brigade", schema.Supports, "brigade", graph.Asserted),
	)
	at := func(key string) int {
		i, ok := s.Entity(ent(key))
		if !ok {
			t.Fatalf("no %s", key)
		}
		return i
	}
	list := s.View(Filter{}).Neighbours(at("brigade"))
	var order []int
	for _, n := range list {
		order = append(order, n.Entity)
		if !slices.IsSorted(n.Claims) {
			t.Errorf("%s: claims %v are not sorted", s.Entities()[n.Entity].ID, n.Claims)
		}
		for _, c := range n.Claims {
			if x := s.Claims()[c]; x.From != n.Entity && x.To != n.Entity {
				t.Errorf("%s: claim %s is another's", s.Entities()[n.Entity].ID, x.ID)
			}
		}
	}
	if want := []int{at("camp"), at("mayor"), at("army")}; !slices.Equal(order, want) {
		t.Errorf("neighbours %v, want %v", order, want)
	}
	if len(list) == 3 && (len(list[0].Claims) != 3 || len(list[1].Claims) != 2 || len(list[2].Claims) != 1) {
		t.Errorf("claims %v, %v, %v", list[0].Claims, list[1].Claims, list[2].Claims)
	}
}
