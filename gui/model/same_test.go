package model_test

import (
	"strings"
	"testing"

	"skein/graph"
	"skein/graph/schema"
	"skein/gui/model"
)

// linked are two articles, of which the first calls somebody Lindqvist and the second Maria Lindqvist, both with the title.
func linked(title string) (facts []graph.Fact, short, full graph.ID) {
	for i, name := range []string{"Lindqvist", "Maria Lindqvist"} {
		a := graph.Article{Title: name + " speaks", Language: "en", Text: name + " spoke."}
		a.Identify()
		key := "person/maria lindqvist"
		if i == 0 {
			key = "person/" + string(a.ID) + "/lindqvist"
		}
		s := graph.Sighting{Entity: graph.NewID(graph.EntityPrefix, key), Article: a.ID, Name: name, Type: schema.Person, Key: key,
			Attributes: []graph.Attribute{{Name: "title", Value: title}}, Mentions: []graph.Span{{End: len(name)}}}
		facts = append(facts, a, s)
		short, full = full, s.Entity
	}
	return facts, short, full
}

// TestSame makes sure that what is joined for a reason says it, and is taken apart, undone and done again like what a reviewer joined.
func TestSame(t *testing.T) {
	facts, short, full := linked("Foreign Minister")
	r := read(t, facts...)
	r.send(model.Select{Entities: []graph.ID{full}})
	in := r.s.Inspect()
	if len(in.Joined) != 1 || in.Joined[0].Name != "Lindqvist" || !strings.Contains(in.Joined[0].Why, "Foreign Minister") {
		t.Fatalf("%+v", in.Joined)
	}
	r.send(model.Split{Entity: short, From: full})
	if in := r.s.Inspect(); len(in.Joined) != 0 || len(in.Maybe) != 0 || !r.s.Snap.Canon().Apart(short, full) {
		t.Errorf("split: %+v, %+v", in.Joined, in.Maybe)
	}
	r.send(model.Undo{})
	if in := r.s.Inspect(); len(in.Joined) != 1 {
		t.Errorf("undone: %+v", in.Joined)
	}
	r.send(model.Redo{})
	if in := r.s.Inspect(); len(in.Joined) != 0 {
		t.Errorf("done again: %+v", in.Joined)
	}
}

// TestMaybe makes sure that what is not sure is proposed on both sides, and that taking it keeps the full name.
func TestMaybe(t *testing.T) {
	facts, short, full := linked("Mrs.")
	r := read(t, facts...)
	for _, id := range []graph.ID{short, full} {
		r.send(model.Select{Entities: []graph.ID{id}})
		in := r.s.Inspect()
		if len(in.Joined) != 0 || len(in.Maybe) != 1 || in.Maybe[0].Into != full || in.Maybe[0].Why == "" {
			t.Fatalf("%+v", in.Maybe)
		}
		r.send(model.Merge{Entities: []graph.ID{id, in.Maybe[0].ID}, Into: in.Maybe[0].Into})
		if in := r.s.Inspect(); in.Title != "Maria Lindqvist" || len(in.Joined) != 1 || len(in.Maybe) != 0 {
			t.Errorf("taken: %+v", in)
		}
		r.send(model.Undo{})
	}
}

// TestMaybeNot makes sure that what is not sure can be denied from both sides without joining it first, and that this can be undone.
func TestMaybeNot(t *testing.T) {
	facts, short, full := linked("Mrs.")
	r := read(t, facts...)
	for _, p := range [][2]graph.ID{{short, full}, {full, short}} {
		r.send(model.Select{Entities: []graph.ID{p[0]}})
		r.send(model.Split{Entity: p[1], From: p[0]})
		if in := r.s.Inspect(); len(in.Joined) != 0 || len(in.Maybe) != 0 || !r.s.Snap.Canon().Apart(short, full) {
			t.Errorf("denied: %+v, %+v", in.Joined, in.Maybe)
		}
		r.send(model.Undo{})
		if in := r.s.Inspect(); len(in.Maybe) != 1 || r.s.Snap.Canon().Apart(short, full) {
			t.Errorf("undone: %+v", in.Maybe)
		}
	}
}
