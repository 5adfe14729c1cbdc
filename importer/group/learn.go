package group

import (
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync"
)

// Vector is a word and what it keeps company with: a direction in a space of meanings.
type Vector struct {
	Word   string
	Values []float32
}

const (
	groups = 512
	rounds = 10
	unit   = 512 // length of a vector in whole numbers
)

// Learn puts words into groups by the angle between their vectors (k-means), in whole numbers, so that the same vectors
// give the same bytes, which Read reads. Of words that fold to the same the first one counts.
func Learn(vectors []Vector) []byte {
	type point struct {
		word   uint32
		values []int32
		group  int
	}
	seen := map[uint32]bool{}
	var points []point
	for _, v := range vectors {
		f := fingerprint(Fold(nil, v.Word))
		if !seen[f] {
			seen[f] = true
			points = append(points, point{f, scaled(v.Values), 0})
		}
	}
	centres := make([][]int32, min(groups, len(points)))
	for i, at := range rand.New(rand.NewPCG(1, 2)).Perm(len(points))[:len(centres)] {
		centres[i] = slices.Clone(points[at].values)
	}
	for range rounds {
		var wait sync.WaitGroup
		for part := range slices.Chunk(points, len(points)/runtime.NumCPU()+1) {
			wait.Go(func() {
				for i := range part {
					best := int32(math.MinInt32)
					for g, c := range centres {
						if d := dot(part[i].values, c); d > best {
							part[i].group, best = g, d
						}
					}
				}
			})
		}
		wait.Wait()
		sums := make([][]int32, len(centres))
		for _, x := range points {
			if sums[x.group] == nil {
				sums[x.group] = make([]int32, len(x.values))
			}
			for i, v := range x.values {
				sums[x.group][i] += v
			}
		}
		for g, s := range sums {
			if s != nil {
				centres[g] = scaled(s)
			}
		}
	}
	t := Table{}
	for _, x := range points {
		t[x.word] = uint16(x.group) + 1
	}
	return t.encode()
}

// scaled is the vector of the length unit in the same direction, in whole numbers.
func scaled[T float32 | int32](v []T) []int32 {
	sum := 0.0
	for _, x := range v {
		sum += float64(float64(x) * float64(x)) // not fused: the same on every machine
	}
	out := make([]int32, len(v))
	if sum > 0 {
		by := unit / math.Sqrt(sum)
		for i, x := range v {
			out[i] = int32(math.Round(float64(x) * by))
		}
	}
	return out
}

func dot(a, b []int32) int32 {
	b = b[:len(a)]
	sum := int32(0)
	for i, x := range a {
		sum += x * b[i]
	}
	return sum
}
