package nominal

import (
	"cmp"
	"slices"

	"skein/graph"
	"skein/importer"
	"skein/importer/group"
	"skein/importer/sense"
)

// Mark is an annotated place of a text, and of what kind it is.
type Mark struct {
	graph.Span
	Kind importer.Kind
}

// Example is an annotated text.
type Example struct {
	Doc   *importer.Document // which has passed the stages before
	Marks []Mark             // of those that overlap the longest one counts
	Skip  []graph.Span       // stretches that were left unannotated
	Exact bool               // whether all is annotated that could be
}

// standardSettings were the best ones in cross-validation over re3d's training part with all reports of our own; cost and kept hardly
// matter there, and were chosen by its development part and by room.
var standardSettings = settings{seen: 3, rounds: 20, averaged: 10, step: 0.01, slower: 0.3, cost: 8, dropped: 0.1, kept: 43000}

// Train learns a model from texts and returns its bytes, which Read reads. The same texts in the same order give the same bytes. The
// kinds are those of the texts. The model is good for the same groups of words and the same senses only.
func Train(texts []Example, kin group.Table, senses sense.Table) []byte {
	return encode(trainLabeller(prepareAll(texts, kin, senses), standardSettings))
}

// prepared is an example with what its features are made of.
type prepared struct {
	*Example
	t *text
}

func prepareAll(texts []Example, kin group.Table, senses sense.Table) []prepared {
	out := make([]prepared, len(texts))
	for i := range texts {
		out[i] = prepared{&texts[i], prepare(texts[i].Doc, kin, senses)}
	}
	return out
}

// trainLabeller learns the kinds of texts.
func trainLabeller(texts []prepared, o settings) *labeller {
	var kinds []importer.Kind
	for _, x := range texts {
		for _, m := range x.Marks {
			if !slices.Contains(kinds, m.Kind) {
				kinds = append(kinds, m.Kind)
			}
		}
	}
	slices.Sort(kinds)
	var all []sample
	for _, x := range texts {
		all = x.samples(all, kinds)
	}
	common(all, o.seen)
	f := learnField(all, labels(len(kinds)), o)
	m := f.model(o.kept)
	return newLabeller(kinds, m, f.warmth(m, all))
}

// common leaves the features that are there at least that many times.
func common(all []sample, times int) {
	seen := map[uint64]int{}
	for _, x := range all {
		for _, f := range x.features {
			for _, h := range f {
				seen[h]++
			}
		}
	}
	for _, x := range all {
		for i, f := range x.features {
			x.features[i] = slices.DeleteFunc(f, func(h uint64) bool { return seen[h] < times })
		}
	}
}

// sample is a sentence to learn from.
type sample struct {
	features [][]uint64
	gold     []int
}

// samples appends the sentences that were annotated.
func (x prepared) samples(out []sample, kinds []importer.Kind) []sample {
	t := x.t
	gold := make([]int, len(t.w))
	write(gold, x.align(kinds))
	for i := range t.d.Sentences {
		s := &t.d.Sentences[i]
		if s.First == s.Last || slices.ContainsFunc(x.Skip, func(k graph.Span) bool { return k.Begin < s.End && s.Begin < k.End }) {
			continue
		}
		y := sample{gold: gold[s.First:s.Last]}
		for k := s.First; k < s.Last; k++ {
			t.find(k, s.First, s.Last)
			f := slices.Clone(t.features)
			if x.Exact {
				f = slices.DeleteFunc(f, func(h uint64) bool { return h == habit })
			}
			y.features = append(y.features, f)
		}
		out = append(out, y)
	}
	return out
}

// align is the marks by tokens, without those that go beyond a sentence and those that overlap longer ones.
func (x prepared) align(kinds []importer.Kind) []mark {
	marks := slices.Clone(x.Marks)
	slices.SortStableFunc(marks, func(a, b Mark) int {
		return cmp.Or(cmp.Compare(b.End-b.Begin, a.End-a.Begin), cmp.Compare(a.Begin, b.Begin))
	})
	var out []mark
	taken := make([]bool, len(x.t.w))
	for _, m := range marks {
		from, to := x.t.tokens(m.Span)
		if from == to || x.t.w[from].sentence != x.t.w[to-1].sentence || slices.Contains(taken[from:to], true) {
			continue
		}
		for k := from; k < to; k++ {
			taken[k] = true
		}
		out = append(out, mark{from, to, slices.Index(kinds, m.Kind)})
	}
	return out
}
