package nominal

import (
	"cmp"
	"math/rand/v2"
	"slices"

	"skein/graph"
	"skein/importer"
	"skein/importer/group"
	"skein/importer/perceptron"
)

// Mark is an annotated place of a text, and of what kind it is.
type Mark struct {
	graph.Span
	Kind string
}

// Example is an annotated text.
type Example struct {
	Doc   *importer.Document // which has passed the stages before
	Marks []Mark             // of those that overlap the longest one counts
	Skip  []graph.Span       // stretches that were left unannotated
}

// settings are how a labeller is trained.
type settings struct {
	rounds   int // over all sentences
	shuffles int // orders of the sentences, the means of which are taken together
	kept     int // features: more give little and cost memory
	margin   int32
}

var (
	forHelpers = settings{rounds: 5, shuffles: 1, kept: 50000, margin: 20}
	forMain    = settings{rounds: 15, shuffles: 4, kept: 80000, margin: 60}
)

// Train learns a model from texts and from those of other corpora, and returns its bytes, which Read reads. The same texts in the
// same order give the same bytes. The kinds are those of the texts. The model is good for the same groups of words only.
func Train(texts []Example, others [][]Example, kin group.Table) []byte {
	main := prepareAll(texts, kin)
	var all []*labeller
	for k, o := range others {
		l := trainLabeller(prepareAll(o, kin), 0, forHelpers)
		for i := range main {
			l.help(main[i].t, k)
		}
		all = append(all, l)
	}
	return encode(append(all, trainLabeller(main, len(others), forMain)))
}

// prepared is an example with what its features are made of.
type prepared struct {
	*Example
	t *text
}

func prepareAll(texts []Example, kin group.Table) []prepared {
	out := make([]prepared, len(texts))
	for i := range texts {
		out[i] = prepared{&texts[i], prepare(texts[i].Doc, kin)}
	}
	return out
}

// trainLabeller learns the kinds of texts that the first helpers have labelled.
func trainLabeller(texts []prepared, helpers int, o settings) *labeller {
	var kinds []string
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
		all = x.samples(all, kinds, helpers)
	}
	trainer := learn(all, labels(len(kinds)), 1, o)
	for k := 1; k < o.shuffles; k++ {
		trainer.Join(learn(all, labels(len(kinds)), uint64(k+1), o))
	}
	return newLabeller(kinds, trainer.Model(o.kept))
}

// sample is a sentence to learn from.
type sample struct {
	features [][]uint64
	gold     []int
}

// samples appends the sentences that were annotated.
func (x prepared) samples(out []sample, kinds []string, helpers int) []sample {
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
			t.find(k, s.First, s.Last, helpers)
			y.features = append(y.features, slices.Clone(t.features))
		}
		out = append(out, y)
	}
	return out
}

// align is the marks by tokens, without those that go beyond a sentence and those that overlap longer ones.
func (x prepared) align(kinds []string) []mark {
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

// learn learns n labels from samples.
func learn(all []sample, n int, seed uint64, o settings) *perceptron.Trainer {
	moves := moves(n)
	by := make([]int32, n)
	trainer := perceptron.NewTrainer(n)
	order := rand.New(rand.NewPCG(seed, 2))
	all = slices.Clone(all)
	c := &chain{labels: n}
	var guess []int
	for range o.rounds {
		order.Shuffle(len(all), func(i, k int) { all[i], all[k] = all[k], all[i] })
		for _, x := range all {
			trainer.Step()
			size := len(x.gold)
			c.room(size)
			guess = slices.Grow(guess[:0], size)[:size]
			for i := range size {
				at := c.at(i)
				trainer.Score(x.features[i], at)
				for b := range at {
					if b != x.gold[i] {
						at[b] += o.margin
					}
				}
			}
			c.decode(guess, steps(trainer, n))
			before, wanted := n, n
			for i, y := range x.gold {
				g := guess[i]
				if g != y {
					for b := range by {
						by[b] = moves[y][b] - moves[g][b]
					}
					trainer.Shift(x.features[i], by)
				}
				if g != y || before != wanted {
					trainer.Add([]uint64{stepFeature(wanted)}, y, 2)
					trainer.Add([]uint64{stepFeature(before)}, g, -2)
				}
				before, wanted = g, y
			}
		}
	}
	return trainer
}

// moves is by what the weight of each label moves when a label is learned: labels of the same kind and those of the same place in
// another kind learn half as much, since they have something in common.
func moves(n int) [][]int32 {
	out := make([][]int32, n)
	for y := range out {
		out[y] = make([]int32, n)
		for b := range n {
			switch {
			case b == y:
				out[y][b] = 2
			case y > 0 && b > 0 && (kindOf(b) == kindOf(y) || placeOf(b) == placeOf(y)):
				out[y][b] = 1
			}
		}
	}
	return out
}
