package tie

import (
	"math"
	"slices"
	"sync"

	"skein/graph"
	"skein/importer"
	"skein/importer/group"
	"skein/importer/perceptron"
)

// Example is a document to learn from, which has passed all stages before this one. A document may be there more than once, under one
// ID, with different nominals.
type Example struct {
	*importer.Document
	Stated []Statement
	Bare   []graph.Span // stretches that were left unannotated
}

// Statement is a bond that a document states, by the places of what it joins.
type Statement struct {
	From, To graph.Span
	Bond     importer.Bond
}

const (
	penalty = 8.0 // on the squares of weights
	seldom  = 3   // features of fewer pairs are not learned
	folds   = 5   // of which each is judged by what the others teach
)

// pair is two nominals that a document may join.
type pair struct {
	features []uint64
	class    int
	fold     int
}

// Train learns a model from examples and returns its bytes, which Read reads. The same examples in the same order give the same
// bytes. The model is good for the same groups of words only.
func Train(examples []Example, kin group.Table) []byte {
	fold := map[graph.ID]int{}
	var all []pair
	stated := 0
	for _, x := range examples {
		if _, ok := fold[x.ID]; !ok {
			fold[x.ID] = len(fold) % folds
		}
		all = append(all, x.pairs(kin, fold[x.ID])...)
		stated += len(x.Stated)
	}
	scale, least := judge(all, stated)
	features, weights := learn(all)
	m, worth := perceptron.Rounded(len(classes), features, weights)
	return encode(m, worth*scale, least)
}

// pairs are the pairs of an example.
func (x *Example) pairs(kin group.Table, fold int) []pair {
	class := x.classes()
	var out []pair
	pairs(x.Document, kin, func(a, b int, features []uint64) {
		if !slices.ContainsFunc(x.Bare, func(s graph.Span) bool { return s.Overlaps(x.Nominals[a].Span) }) {
			out = append(out, pair{slices.Clone(features), class[[2]int{a, b}], fold})
		}
	})
	return out
}

// classes are the classes of the pairs that are joined, by their nominals in text order.
func (x *Example) classes() map[[2]int]int {
	out := map[[2]int]int{}
	for _, s := range x.Stated {
		a, b := x.at(s.From), x.at(s.To)
		if a < 0 || b < 0 || a == b {
			continue
		}
		c := class{s.Bond, a > b && directed(s.Bond)}
		k := [2]int{min(a, b), max(a, b)}
		if _, ok := out[k]; !ok {
			out[k] = max(0, slices.Index(classes[:], c))
		}
	}
	return out
}

// at is the nominal that has most of a span, or -1.
func (x *Example) at(s graph.Span) int {
	best, most := -1, 0
	for i := range x.Nominals {
		n := &x.Nominals[i]
		if in := min(n.End, s.End) - max(n.Begin, s.Begin); in > most {
			best, most = i, in
		}
	}
	return best
}

// learn fits weights to pairs, a row of classes for each feature.
func learn(pairs []pair) (features []uint64, weights [][]float64) {
	count := map[uint64]int{}
	for _, p := range pairs {
		for _, f := range p.features {
			count[f]++
		}
	}
	row := map[uint64]int32{}
	q := regression{classes: len(classes), penalty: penalty}
	for _, p := range pairs {
		var rows []int32
		for _, f := range p.features {
			if count[f] < seldom {
				continue
			}
			k, ok := row[f]
			if !ok {
				k = int32(len(features))
				row[f], features = k, append(features, f)
			}
			rows = append(rows, k)
		}
		q.rows, q.class = append(q.rows, rows), append(q.class, p.class)
	}
	w := q.fit(len(features))
	return features, slices.Collect(slices.Chunk(w, len(classes)))
}

// judged is a pair with the scores that weights gave it that do not know it.
type judged struct {
	scores [len(classes)]float64
	class  int
}

// crossed are all pairs, judged by weights that were learned on the other folds.
func crossed(all []pair) []judged {
	var parts [folds][]judged
	var wait sync.WaitGroup
	for f := range folds {
		wait.Go(func() {
			var others []pair
			for _, p := range all {
				if p.fold != f {
					others = append(others, p)
				}
			}
			features, weights := learn(others)
			row := make(map[uint64]int, len(features))
			for i, x := range features {
				row[x] = i
			}
			for _, p := range all {
				if p.fold != f {
					continue
				}
				x := judged{class: p.class}
				for _, y := range p.features {
					if k, ok := row[y]; ok {
						for c, v := range weights[k] {
							x.scores[c] += v
						}
					}
				}
				parts[f] = append(parts[f], x)
			}
		})
	}
	wait.Wait()
	return slices.Concat(parts[:]...)
}

// judge is by how much scores are to be multiplied for probabilities to be true, and how likely some bond must be for the mean of
// precision and recall to be best, with and without its name, of the bonds that are stated.
func judge(all []pair, stated int) (scale, least float64) {
	pairs := crossed(all)
	p := make([]float64, len(classes))
	lowest := math.Inf(1)
	for by := 0.5; by <= 3; by += 0.05 {
		loss := 0.0
		for i := range pairs {
			pairs[i].probabilities(p, by)
			loss -= math.Log(p[pairs[i].class])
		}
		if loss < lowest {
			lowest, scale = loss, by
		}
	}
	highest := -1.0
	for at := 0.1; at < 0.7; at += 0.01 {
		told, joined, right := 0, 0, 0
		for i := range pairs {
			x := &pairs[i]
			if x.probabilities(p, scale); 1-p[0] < at {
				continue
			}
			told++
			if x.class == 0 {
				continue
			}
			joined++
			if p[x.class] >= slices.Max(p[1:]) {
				right++
			}
		}
		if f := float64(right+joined) / float64(max(1, told+stated)); f > highest {
			highest, least = f, at
		}
	}
	return scale, least
}

// probabilities writes the probabilities of the classes to p.
func (x *judged) probabilities(p []float64, scale float64) {
	for c, s := range x.scores {
		p[c] = s * scale
	}
	perceptron.Softmax(p)
}
