package nominal

import (
	"math"

	"skein/importer/perceptron"
)

// labeller labels tokens with the kinds of one corpus.
type labeller struct {
	kinds []string
	w     *perceptron.Model
	steps [][]int32 // weight of each label behind each other, and behind the begin of a sentence
}

func newLabeller(kinds []string, w *perceptron.Model) *labeller {
	return &labeller{kinds, w, steps(w, labels(len(kinds)))}
}

// label writes the labels of all tokens to out and, where sure is not nil, how sure each of them is, 0 to 1. The first labellers
// of helpers have labelled the text.
func (l *labeller) label(t *text, helpers int, out []int, sure []float64) {
	c := newChain(len(l.kinds))
	for i := range t.d.Sentences {
		s := &t.d.Sentences[i]
		c.room(s.Last - s.First)
		for k := s.First; k < s.Last; k++ {
			t.find(k, s.First, s.Last, helpers)
			l.w.Score(t.features, c.at(k-s.First))
		}
		c.decode(out[s.First:s.Last], l.steps)
		for k := s.First; sure != nil && k < s.Last; k++ {
			if out[k] != 0 {
				sure[k] = share(c.at(k-s.First), out[k])
			}
		}
	}
}

// help notes the labels of l in the text as those of helper k.
func (l *labeller) help(t *text, k int) {
	labels := make([]int, len(t.w))
	l.label(t, 0, labels, nil)
	for i, y := range labels {
		t.w[i].helper[k] = uint64(y) + 1
	}
}

// warmth is the difference of scores that makes one label e times as likely as another.
const warmth = 60

// share is how likely the kind of label y is by the scores of all labels.
func share(scores []int32, y int) float64 {
	top := perceptron.Best(scores)
	all, kind := 0.0, 0.0
	for b, s := range scores {
		p := math.Exp(float64(s-scores[top]) / warmth)
		all += p
		if b > 0 && kindOf(b) == kindOf(y) {
			kind += p
		}
	}
	return kind / all
}
