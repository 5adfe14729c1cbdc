package snapshot

import (
	"slices"
	"testing"

	"skein/graph"
	"skein/graph/schema"
)

// TestNamesakes makes sure that two men of one name are two, each with his own claims; that the facts given back are those
// that came; and that taking the second article out again makes one of them.
func TestNamesakes(t *testing.T) {
	lund := func(a graph.Article, title string) graph.Sighting {
		s := sighting(a, "person/karl lund", "Karl Lund", schema.Person)
		s.Attributes = []graph.Attribute{{Name: "title", Value: title}}
		return s
	}
	a, b := article("One", "2023", "first"), article("Two", "2024", "second")
	if b.ID < a.ID { // of two, the one in the first article by id keeps the name
		a, b = b, a
	}
	first := []graph.Fact{a, lund(a, "Foreign Minister"), claim(a, "person/karl lund", schema.Supports, "organization/x", graph.Asserted)}
	second := []graph.Fact{b, lund(b, "farmer"), claim(b, "person/karl lund", schema.Supports, "organization/x", graph.Asserted)}
	s := build(first...)
	id := ent("person/karl lund")
	news := graph.Added("news", second...)
	two := s.With(news)
	other := ent("person/" + string(b.ID) + "/karl lund")
	for _, x := range []graph.ID{id, other} {
		i, ok := two.Entity(x)
		if !ok || len(two.ClaimsOf(i)) != 1 || len(two.Entities()[i].Sightings) != 1 {
			t.Fatalf("%s is there %v: %+v", x, ok, two.Entities())
		}
	}
	if u := two.Canon().Unsure(id); len(u) != 1 || u[0].From != other {
		t.Errorf("the doubt is not offered: %+v", u)
	}
	var facts []graph.Fact
	for f := range two.Facts() {
		facts = append(facts, f)
	}
	for _, want := range append(slices.Clone(first), second...) {
		if !slices.ContainsFunc(facts, func(f graph.Fact) bool { return f.Slot() == want.Slot() }) {
			t.Errorf("not given back: %+v", want)
		}
	}
	if len(facts) != len(first)+len(second) {
		t.Errorf("%d facts came, %d are given back", len(first)+len(second), len(facts))
	}
	if d := differs(two.With(news.Inverse()), s); d != "" {
		t.Error(d)
	}
	joined := two.With(graph.Added("merge", judge(graph.Merge, other, id, "")))
	if i, ok := joined.Entity(other); !ok || joined.Entities()[i].ID != id || len(joined.ClaimsOf(i)) != 1 || len(joined.Claims()[joined.ClaimsOf(i)[0]].Evidence) != 2 {
		t.Error("merged by a reviewer, they are not one")
	}
	// a claim rejected while there was one of the name stays rejected for both
	c := first[2].(graph.Claim)
	rejected := s.With(graph.Added("reject", judge(graph.Reject, c.ID, "", ""))).With(news)
	for i := range rejected.Claims() {
		if x := &rejected.Claims()[i]; x.Verdict != graph.Reject {
			t.Errorf("%+v", x)
		}
	}
}
