// Package tie finds how the things that a sentence names and describes hang together: who is where, who fights whom, what is
// part of what, which two are one.
//
// For any two nominals of a sentence that are not too far apart (sentence.go) a classifier says how likely each bond between
// them is, in either direction, and how likely none. It is a logistic regression over features of the pair (features.go): what
// kinds of things the two are, their main words, the words between and around them and what package english knows these words
// to tell, the parts they have in clauses (importer/clause), and the types and entities of names. The features were chosen by
// leaving each sort of them out.
//
// Where package relate knows a rule it is surer; this package sees what no rule was written for, and says how sure it is.
//
// # The model
//
// Annotated sentences are few (some hundred of documents hold a few thousand bonds), so weights are held small (regression.go), and
// probabilities are set right on documents that the weights do not know (train.go). Everything learned stands in one file,
// which cmd/skein-train writes and package assets carries; its form is described in model.go.
package tie

import (
	"sync"

	"skein/assets"
	"skein/importer"
	"skein/importer/group"
	"skein/importer/perceptron"
)

// standard is the model that the program carries.
var standard = sync.OnceValues(Standard)

// Standard reads the model that the program carries.
func Standard() (*Model, error) {
	kin, err := group.Standard()
	if err != nil {
		return nil, err
	}
	return Read([]byte(assets.TieModel()), kin)
}

// Stage is the stage that gives the ties. Its first run reads the model, which takes some milliseconds.
func Stage() importer.Stage {
	return importer.Stage{
		Name:  "tie",
		Doc:   "Finds how any two things that a sentence names or describes hang together.",
		Needs: []importer.Layer{importer.Sentences, importer.Tokens, importer.Tags, importer.Nominals, importer.Mentions, importer.Entities},
		Gives: []importer.Layer{importer.Ties},
		Run: func(d *importer.Document) error {
			m, err := standard()
			if err != nil {
				return err
			}
			m.Document(d)
			return nil
		},
	}
}

// class is what the model tells apart: a bond, with its direction.
type class struct {
	bond   importer.Bond
	turned bool // the second nominal is where it comes from
}

// classes are the classes in the order of the model; the first one is no bond.
var classes = [...]class{
	{},
	{importer.BondAt, false}, {importer.BondApart, false}, {importer.BondFights, false}, {importer.BondAllied, false},
	{importer.BondTalks, false}, {importer.BondSame, false},
	{importer.BondLeads, false}, {importer.BondLeads, true}, {importer.BondPart, false}, {importer.BondPart, true},
	{importer.BondHas, false}, {importer.BondHas, true}, {importer.BondLikes, false}, {importer.BondLikes, true},
	{importer.BondBlames, false}, {importer.BondBlames, true},
}

// directed reports whether a bond has a direction.
func directed(b importer.Bond) bool {
	for _, c := range classes {
		if c.turned && c.bond == b {
			return true
		}
	}
	return false
}

// Document sets the Ties of d.
func (m *Model) Document(d *importer.Document) {
	d.Ties = nil
	p := make([]float64, len(classes))
	scores := make([]int32, len(classes))
	pairs(d, m.kin, func(a, b int, features []uint64) {
		clear(scores)
		m.weights.Score(features, scores)
		for c, s := range scores {
			p[c] = float64(s) * m.scale
		}
		perceptron.Softmax(p)
		if 1-p[0] < m.least {
			return
		}
		best := 1
		for c := range p {
			if c > 0 && p[c] > p[best] {
				best = c
			}
		}
		t := importer.Tie{From: a, To: b, Bond: classes[best].bond, Confidence: p[best]}
		if classes[best].turned {
			t.From, t.To = b, a
		}
		d.Ties = append(d.Ties, t)
	})
}
