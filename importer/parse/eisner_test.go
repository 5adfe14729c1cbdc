package parse

import (
	"math/rand/v2"
	"testing"
)

// TestDecode holds the decoder against all trees that there are.
func TestDecode(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	var d decoder
	greedy := 0
	for round := range 300 {
		n := 1 + round%5
		stride := n + 3
		scores := make([]float32, n*stride)
		for i := range scores {
			scores[i] = float32(r.IntN(1000))
		}
		value := func(heads []int32) (sum float32) {
			for i, h := range heads {
				sum += scores[i*stride+1+int(h)]
			}
			return sum
		}
		best := float32(-1)
		heads := make([]int32, n)
		var all func(i int)
		all = func(i int) {
			if i == n {
				if isTree(heads) && !crossing(heads) {
					best = max(best, value(heads))
				}
				return
			}
			for h := -1; h < n; h++ {
				heads[i] = int32(h)
				all(i + 1)
			}
		}
		all(0)
		got := d.tree(n, scores, stride)
		if !isTree(got) || crossing(got) || value(got) != best {
			t.Fatalf("%v is worth %v, the best tree %v", got, value(got), best)
		}
		if d.greedy(n, scores, stride) {
			greedy++
		}
		d.eisner(n, scores, stride)
		if value(d.heads) != best {
			t.Fatalf("Eisner: %v is worth %v, the best tree %v", d.heads, value(d.heads), best)
		}
	}
	if greedy == 0 || greedy == 300 {
		t.Errorf("%d of 300 trees were found without Eisner", greedy)
	}
}

func BenchmarkEisner(b *testing.B) {
	const n = 40
	r := rand.New(rand.NewPCG(1, 2))
	scores := make([]float32, n*48)
	for i := range scores {
		scores[i] = r.Float32()
	}
	var d decoder
	d.greedy(n, scores, 48)
	for b.Loop() {
		d.eisner(n, scores, 48)
	}
}
