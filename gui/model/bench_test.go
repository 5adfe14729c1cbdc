package model_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"skein/graph"
	"skein/graph/schema"
	"skein/gui/model"
)

// town is a graph of n entities in articles of 20, each linked to four others, placed on a square.
func town(n int) []graph.Fact {
	rnd := rand.New(rand.NewPCG(1, 1))
	st := &story{types: map[string]graph.Type{}}
	name := func(i int) string { return fmt.Sprintf("Unit %05d", i) }
	for i := range n {
		st.types[name(i)] = schema.Unit
	}
	for i := 0; i < n; i += 20 {
		var claims []claim
		for k := i; k < min(i+20, n); k++ {
			for _, p := range []graph.Predicate{schema.PartOf, schema.Supports, schema.AlliedWith, schema.Fights} {
				claims = append(claims, claim{subject: name(k), predicate: p, object: name((k + 1 + rnd.IntN(n-1)) % n)})
			}
		}
		st.article("Register", "2024-01-01", fmt.Sprint("Sheet ", i/20), claims...)
	}
	return st.facts
}

// BenchmarkTown is what a gesture costs on a canvas of 10,000 nodes.
func BenchmarkTown(b *testing.B) {
	const n = 10_000
	facts := town(n)
	side := 100
	for i := range n - 200 { // 200 are not yet on the canvas
		facts = append(facts, graph.Placement{Entity: entity(fmt.Sprintf("Unit %05d", i)), X: float64(i%side) * 180, Y: float64(i/side) * 120})
	}
	r := read(b, facts...)
	if len(r.s.Picture.Nodes) != n-200 {
		b.Fatalf("%d nodes", len(r.s.Picture.Nodes))
	}
	nodes := r.s.Picture.Nodes
	i := 0
	next := func() graph.ID { i++; return nodes[i*37%len(nodes)].ID }
	do := func(m model.Msg) { // without the checks of a test
		var effects []model.Effect
		r.s, effects = model.Update(r.s, m)
		for _, e := range effects {
			if a, ok := e.(model.Apply); ok {
				r.s, _ = model.Update(r.s, r.apply(a))
			}
		}
	}
	b.Run("select", func(b *testing.B) {
		for b.Loop() {
			do(model.Select{Entities: []graph.ID{next()}})
		}
	})
	b.Run("search", func(b *testing.B) {
		for b.Loop() {
			do(model.SearchText{Text: "unit 0123"})
		}
	})
	b.Run("drag", func(b *testing.B) {
		for b.Loop() {
			do(model.Moved{At: []graph.Placement{{Entity: next(), X: float64(i), Y: 7}}})
		}
	})
	b.Run("expand", func(b *testing.B) {
		for b.Loop() {
			do(model.Expand{Entities: []graph.ID{next()}})
		}
	})
	b.Run("filter", func(b *testing.B) {
		for b.Loop() {
			i++
			do(model.SetFilters{Filters: model.Filters{MinConfidence: float64(i%50) / 100}})
		}
	})
	b.Run("scene", func(b *testing.B) {
		for b.Loop() {
			if got := len(r.s.Scene().Nodes); got < n-200 {
				b.Fatalf("%d nodes", got)
			}
		}
	})
}
