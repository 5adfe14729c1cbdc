package layout

import (
	"math/rand/v2"
	"strconv"
	"testing"
)

// web is a graph like those of news: hubs, clusters, and about three edges a node.
func web(n int, seed uint64) Graph {
	r := rand.New(rand.NewPCG(seed, 1))
	g := Graph{N: n}
	for i := 1; i < n; i++ {
		hub := int32(float64(i) * r.Float64() * r.Float64())
		g.Edges = append(g.Edges, [2]int32{int32(i), hub})
		for range 2 {
			g.Edges = append(g.Edges, [2]int32{int32(i), int32(max(0, i-1-r.IntN(30)))})
		}
	}
	return g
}

// BenchmarkStep is a step of the stage that takes longest, the force of the whole graph.
func BenchmarkStep(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		g := web(n, 1)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			l := New(g, Options{})
			for l.parts == nil || l.parts[0].stage != forcing {
				l.Step(1)
			}
			for b.Loop() {
				l.parts[0].force(40)
			}
		})
	}
}

// BenchmarkRun is all of it, as "tidy up" asks for.
func BenchmarkRun(b *testing.B) {
	for _, n := range []int{30, 100, 500, 1000, 10000} {
		g := web(n, 1)
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			for range b.N {
				New(g, Options{}).Run()
			}
		})
	}
}

// BenchmarkPlace puts fifty nodes beside five hundred.
func BenchmarkPlace(b *testing.B) {
	g := web(550, 1)
	at := New(g, Options{}).Run()
	placed := make([]bool, g.N)
	for i := range 500 {
		placed[i] = true
	}
	b.ResetTimer()
	for range b.N {
		Place(g, at, placed, Options{})
	}
}
