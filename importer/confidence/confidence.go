// Package confidence says how likely it is that what was found is right: of the claims shown at 0.8 about 80 % are to be.
//
// The stages before note with each claim how sure they are for reasons of their own: that of the rule, of the event's word,
// of the names at its ends. These are signs, not shares. The stage here turns the signs of a claim into the share of claims
// with such signs that were right when they were counted on annotated articles: a logistic regression over the log odds of the
// signs, one for each [Kind] (Platt, 1999, "Probabilistic Outputs for Support Vector Machines"), with an offset for each rule
// that is drawn to nothing where the rule was seen seldom. [Fit] makes the model, weights.txt holds it.
//
// `skein-eval calibrate` prints the file anew from annotated articles, and how well it does on articles that it was not
// made from.
package confidence

import (
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"

	"skein/importer"
)

// Kind is what sort of claim a confidence is of.
type Kind string

// The kinds.
const (
	Relation  Kind = "relation"  // between two entities
	Role      Kind = "role"      // of an entity in an event
	Time      Kind = "time"      // of an event, and the event itself
	Statement Kind = "statement" // of a speaker
)

// Claim is a claim with what speaks for it.
type Claim struct {
	Kind  Kind
	Rule  string
	Signs []float64 // each 0 to 1; of a kind always the same number in the same order
}

// Each calls do with every claim of the document and the place that holds its confidence. Signs are read before the first of
// them is changed.
func Each(d *importer.Document, do func(c Claim, confidence *float64)) {
	sure := ends(d)
	end := func(e int) float64 {
		if e < 0 || e >= len(sure) {
			return 1
		}
		return sure[e]
	}
	for i := range d.Claims {
		c := &d.Claims[i]
		do(Claim{Relation, c.Rule, []float64{c.Confidence, min(end(c.Subject), end(c.Object))}}, &c.Confidence)
	}
	for i := range d.Events {
		e := &d.Events[i]
		event := e.Confidence
		for k := range e.Roles {
			r := &e.Roles[k]
			if r.Confidence == 0 {
				r.Confidence = event
			}
			do(Claim{Role, e.Rule + "/" + string(r.Predicate), []float64{r.Confidence, event, end(r.Entity)}}, &r.Confidence)
		}
		do(Claim{Time, e.Rule, []float64{event}}, &e.Confidence)
	}
	for i := range d.Quotes {
		q := &d.Quotes[i]
		do(Claim{Statement, "quote", []float64{q.Confidence, end(q.Speaker)}}, &q.Confidence)
	}
}

// ends is how sure the surest mention of each entity is.
func ends(d *importer.Document) []float64 {
	out := make([]float64, len(d.Entities))
	for i := range d.Mentions {
		if m := &d.Mentions[i]; m.Entity >= 0 && m.Entity < len(out) {
			out[m.Entity] = max(out[m.Entity], m.Confidence)
		}
	}
	return out
}

// Stage weighs the claims: it changes nothing but their confidence.
func Stage() importer.Stage {
	return importer.Stage{
		Name:  "confidence",
		Doc:   "says how likely it is that each claim is right",
		Needs: []importer.Layer{importer.Claims, importer.Events, importer.Quotes, importer.Mentions, importer.Entities},
		Gives: []importer.Layer{importer.Claims, importer.Events, importer.Quotes},
		Run: func(d *importer.Document) error {
			m := standard()
			Each(d, func(c Claim, confidence *float64) { *confidence = m.Of(c) })
			return nil
		},
	}
}

// Model turns signs into shares.
type Model struct {
	weights map[Kind][]float64 // the first is the constant, then one for each sign
	rules   map[string]float64 // offset of a kind and rule, "relation relate/title"
}

// least and most keep what is counted on few articles from certainty.
const least, most = 0.05, 0.98

// Of is the share of claims with such signs that is right. A kind that the model does not know keeps its first sign.
func (m *Model) Of(c Claim) float64 {
	w := m.weights[c.Kind]
	if len(w) != len(c.Signs)+1 {
		if len(c.Signs) == 0 {
			return 0
		}
		return c.Signs[0]
	}
	z := dot(w, row(c.Signs)) + m.rules[string(c.Kind)+" "+c.Rule]
	return min(max(logistic(z), least), most)
}

// row is the input of the regression: one, and the log odds of the signs.
func row(signs []float64) []float64 {
	x := []float64{1}
	for _, s := range signs {
		x = append(x, odds(s))
	}
	return x
}

// odds is the log odds of a share, kept finite.
func odds(p float64) float64 {
	if !(p > 0.02) { // written so that NaN is low
		p = 0.02
	}
	p = min(p, 0.98)
	return math.Log(p / (1 - p))
}

func logistic(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

func dot(a, b []float64) float64 {
	sum := 0.0
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}

//go:embed weights.txt
var weightsFile string

var standard = sync.OnceValue(func() *Model {
	m, err := parse(weightsFile)
	if err != nil {
		panic(err) // a mistake of ours; a test reads the file
	}
	return m
})

// parse reads lines of a kind with its weights, "relation 0.1 1.2 0.4", and of a rule's offset, "rule relation relate/title 0.2".
func parse(text string) (*Model, error) {
	m := &Model{map[Kind][]float64{}, map[string]float64{}}
	for line := range strings.SplitSeq(text, "\n") {
		f := strings.Fields(line)
		if len(f) == 0 || strings.HasPrefix(f[0], "#") {
			continue
		}
		skip := 1
		if f[0] == "rule" {
			skip = 3
		}
		var xs []float64
		for _, s := range f[min(skip, len(f)):] {
			x, err := strconv.ParseFloat(s, 64)
			if err != nil {
				return nil, fmt.Errorf("confidence: %q: %w", line, err)
			}
			xs = append(xs, x)
		}
		switch {
		case len(xs) == 0 || skip == 3 && len(xs) != 1:
			return nil, fmt.Errorf("confidence: %q says nothing", line)
		case skip == 3:
			m.rules[f[1]+" "+f[2]] = xs[0]
		default:
			m.weights[Kind(f[0])] = xs
		}
	}
	return m, nil
}
