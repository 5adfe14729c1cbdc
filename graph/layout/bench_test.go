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

// BenchmarkBeside puts one node beside three of five hundred.
func BenchmarkBeside(b *testing.B) {
	board, _ := boardOf(500, 1)
	for b.Loop() {
		board.Beside([]int{3, 70, 200}, 11, 80)
		last := len(board.nodes) - 1 // and takes it away again
		board.nodes, board.near, board.lines = board.nodes[:last], board.near[:last], board.lines[:len(board.lines)-3]
		for _, j := range []int{3, 70, 200} {
			board.near[j] = board.near[j][:len(board.near[j])-1]
		}
	}
}
