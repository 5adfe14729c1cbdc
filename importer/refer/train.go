package refer

import (
	"math"

	"skein/importer"
	"skein/importer/perceptron"
)

// Annotated is a document whose mentions are found, with what they are about: the name of the chain of each of Mentions and of
// each word that is a pronoun, by its offset; "" or absent where it is not known, or nothing.
type Annotated struct {
	*importer.Document
	Chains   []string
	Pronouns map[int]string
}

// Train learns from documents how pronouns are resolved, and returns the text of the model. The same documents in the same
// order give the same bytes.
func Train(documents []Annotated) ([]byte, error) {
	var all []question
	for _, d := range documents {
		qs, err := questions(d)
		if err != nil {
			return nil, err
		}
		all = append(all, qs...)
	}
	w := fit(all)
	return []byte(w.write()), nil
}

// question is a pronoun with its candidates, of which the last is nothing, and the right one.
type question struct {
	class      class
	candidates [][]feature
	right      int
}

// questions are the pronouns of a document, each asked when those before it are resolved rightly.
func questions(d Annotated) ([]question, error) {
	j, err := newJoiner(d.Document)
	if err != nil {
		return nil, err
	}
	j.names()
	chain := j.chains(d.Chains)
	var out []question
	r := ranking{j: j}
	r.learn = func(a *asked) int {
		q := question{class: a.class, right: len(a.candidates)}
		want := d.Pronouns[j.d.Tokens[a.token].Begin]
		for i, c := range a.candidates {
			q.candidates = append(q.candidates, c.features)
			if want != "" && chain[c.identity] == want && q.right == len(a.candidates) {
				q.right = i
			}
		}
		q.candidates = append(q.candidates, a.none)
		if len(a.candidates) > 0 {
			out = append(out, q)
		}
		if q.right == len(a.candidates) {
			return -1
		}
		return q.right
	}
	r.run()
	return out, nil
}

// chains are the chains that most mentions of each root belong to.
func (j *joiner) chains(of []string) []string {
	votes := make([]map[string]int, len(j.ids))
	out := make([]string, len(j.ids))
	for i, c := range of {
		if c == "" || j.of[i] < 0 {
			continue
		}
		root := j.find(j.of[i])
		if votes[root] == nil {
			votes[root] = map[string]int{}
		}
		votes[root][c]++
		if best := out[root]; best == "" || votes[root][c] > votes[root][best] {
			out[root] = c
		}
	}
	return out
}

// How the weights are fitted: steps of gradient ascent over all questions on the log-likelihood of the right candidates, less a penalty
// for large weights.
const (
	steps   = 400
	rate    = 1.0
	penalty = 2.0
)

// fit fits weights to questions by AdaGrad (Duchi and others 2011) over the whole set in each step.
func fit(all []question) *weights {
	w := &weights{}
	var squares [classes][len(w[0])]float64
	for range steps {
		var gradient [classes][len(w[0])]float64
		for _, q := range all {
			scores := make([]float64, len(q.candidates))
			for i, f := range q.candidates {
				scores[i] = w.score(q.class, f)
			}
			perceptron.Softmax(scores)
			for i, f := range q.candidates {
				g := -scores[i]
				if i == q.right {
					g++
				}
				for _, x := range f {
					gradient[q.class][x] += g
				}
			}
		}
		for c := range w {
			for x := range w[c] {
				g := gradient[c][x] - penalty*float64(w[c][x])
				if g == 0 {
					continue
				}
				squares[c][x] += g * g
				w[c][x] += float32(rate * g / math.Sqrt(squares[c][x]))
			}
		}
	}
	return w
}
