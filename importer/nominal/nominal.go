// Package nominal finds where a text names or describes something, and what kind of thing it is: names, descriptions ("ISIL
// tactical units", "a senior military official", "the city"), quantities, times, weapons, documents.
//
// # How
//
// Every token gets a label that says whether it begins, continues or ends a nominal of some kind, or is outside of all
// (label.go). What the token and its neighbours look like, and what the stages before say of them, is a list of features
// (words.go, features.go); a linear classifier (importer/perceptron) gives each label a score, each pair of neighbouring labels has
// one too, and the chain of labels with the highest sum is taken (decode.go: Viterbi). The weights are those of a conditional random
// field (field.go).
//
// What the rules of package find say is one feature among many: it is right about most names, and the classifier learns
// where to believe it. What a noun is (importer/sense) and which words it is used like (importer/group) makes it know descriptions whose
// words it was not trained on.
//
// # Names
//
// What kind of thing a name is, the rules know better than the classifier, but for names of which they know nothing: these become
// towns where it says so (settle.go).
//
// # The model
//
// Everything learned stands in one file, which cmd/skein-train writes and package assets carries; its form is described
// in model.go.
package nominal

import (
	"sync"

	"skein/assets"
	"skein/graph"
	"skein/importer"
	"skein/importer/group"
	"skein/importer/sense"
)

// standard is the model that the program carries.
var standard = sync.OnceValues(Standard)

// Standard reads the model that the program carries.
func Standard() (*Recogniser, error) {
	kin, err := group.Standard()
	if err != nil {
		return nil, err
	}
	senses, err := sense.Standard()
	if err != nil {
		return nil, err
	}
	return Read([]byte(assets.NominalModel()), kin, senses)
}

// Stage is the stage that gives nominals. Its first run reads the model, which takes some ten milliseconds.
func Stage() importer.Stage {
	return importer.Stage{
		Name:  "nominal",
		Doc:   "Finds names, descriptions, quantities and times, what kind of thing each is, and which names that nothing else is known of are towns.",
		Needs: []importer.Layer{importer.Sentences, importer.Tokens, importer.Tags, importer.Plain, importer.Mentions, importer.Times},
		Gives: []importer.Layer{importer.Nominals},
		Run: func(d *importer.Document) error {
			r, err := standard()
			if err != nil {
				return err
			}
			r.Document(d)
			settle(d)
			return nil
		},
	}
}

// Recogniser is a trained recogniser. It may be used from many goroutines.
type Recogniser struct {
	labels *labeller
	kin    group.Table
	senses sense.Table
}

// Document sets the Nominals of d.
func (r *Recogniser) Document(d *importer.Document) { r.mark(prepare(d, r.kin, r.senses)) }

// mark sets the Nominals of the document of t.
func (r *Recogniser) mark(t *text) {
	d := t.d
	d.Nominals = nil
	var marks []mark
	labels := make([]int, len(t.w))
	sure := make([]float64, len(t.w))
	r.labels.label(t, labels, sure)
	for i := range d.Sentences {
		s := &d.Sentences[i]
		marks = read(marks[:0], labels[s.First:s.Last], s.First)
		for _, m := range marks {
			n := importer.Nominal{
				Span: graph.Span{Begin: d.Tokens[m.from].Begin, End: d.Tokens[m.to-1].End}, Kind: r.labels.kinds[m.kind], Sentence: i,
				Confidence: 1,
			}
			for _, p := range sure[m.from:m.to] {
				n.Confidence = min(n.Confidence, p)
			}
			d.Nominals = append(d.Nominals, n)
		}
	}
}
