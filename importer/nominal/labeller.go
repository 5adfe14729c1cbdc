package nominal

import (
	"math"

	"skein/importer"
	"skein/importer/perceptron"
)

// labeller labels tokens.
type labeller struct {
	kinds  []importer.Kind
	w      *perceptron.Model
	warmth int       // how much higher the score of a label is that is e times as likely
	steps  [][]int32 // weight of each label behind each other, and behind the begin of a sentence
	calm   int32     // what is added for being outside of all nominals
}

// reluctance is how much likelier, as a power of e, it is made that a token is outside of all nominals. The classifier learns for many
// kinds what speaks for them, and too little what speaks against all; the number is the best one for texts that were left out
// of training.
const reluctance = 1.15

func newLabeller(kinds []importer.Kind, w *perceptron.Model, warmth int) *labeller {
	return &labeller{kinds, w, warmth, steps(w, labels(len(kinds))), int32(math.Round(reluctance * float64(warmth)))}
}

// label writes the labels of all tokens to out and how sure those of nominals are, 0 to 1.
func (l *labeller) label(t *text, out []int, sure []float64) {
	r := newSearch(len(l.kinds))
	for i := range t.d.Sentences {
		s := &t.d.Sentences[i]
		r.room(s.Last - s.First)
		for k := s.First; k < s.Last; k++ {
			t.find(k, s.First, s.Last)
			scores := r.at(k - s.First)
			l.w.Score(t.features, scores)
			scores[0] += l.calm
		}
		r.best(out[s.First:s.Last], l.steps)
		for k := s.First; k < s.Last; k++ {
			if out[k] != 0 {
				sure[k] = l.share(r.at(k-s.First), out[k])
			}
		}
	}
}

// share is how likely the kind of label y is by the scores of all labels.
func (l *labeller) share(scores []int32, y int) float64 {
	top := scores[perceptron.Best(scores)]
	all, kind := 0.0, 0.0
	for b, s := range scores {
		p := math.Exp(float64(s-top) / float64(l.warmth))
		all += p
		if b > 0 && kindOf(b) == kindOf(y) {
			kind += p
		}
	}
	return kind / all
}
