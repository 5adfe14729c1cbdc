package eval

import (
	"fmt"
	"io"
	"math"
	"strings"
)

// Judgement is whether a predicted claim is right, beside how sure the importer was of it.
type Judgement struct {
	Kind       string // what sort of claim: "relation", "role", "time", "statement"
	Claim      string // its id in the output
	Confidence float64
	Right      bool
}

// bins are the lower ends of the ranges of confidence that a reliability table tells apart.
var bins = [...]float64{0, .5, .6, .7, .8, .9}

// Reliability prints how often claims of each range of confidence are right, by kind, and the expected calibration error:
// how far confidence and share right are apart, on the average of the claims (Guo and others, 2017, "On Calibration of Modern
// Neural Networks").
func Reliability(w io.Writer, all []Judgement) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%-11s", "reliability")
	for i, from := range bins {
		to := 1.0
		if i+1 < len(bins) {
			to = bins[i+1]
		}
		fmt.Fprintf(&b, "   %.1f to %.1f  ", from, to)
	}
	b.WriteString("         all      ECE\n")
	var kinds []string
	of := map[string][]Judgement{}
	for _, j := range all {
		if of[j.Kind] == nil {
			kinds = append(kinds, j.Kind)
		}
		of[j.Kind] = append(of[j.Kind], j)
	}
	for _, k := range kinds {
		reliability(&b, k, of[k])
	}
	if len(kinds) > 1 {
		reliability(&b, "all", all)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// bin sums up claims: how many, how many of them right, and their confidence.
type bin struct {
	n, right int
	sum      float64
}

func (x *bin) add(j Judgement) {
	x.n++
	x.sum += j.Confidence
	if j.Right {
		x.right++
	}
}

func (x bin) String() string {
	if x.n == 0 {
		return fmt.Sprintf("%13s", "")
	}
	return fmt.Sprintf("%4d %3.0f: %3.0f", x.n, 100*x.sum/float64(x.n), 100*ratio(x.right, x.n))
}

// reliability prints a row: in each range the number of claims, their mean confidence and the share right, in percent.
func reliability(b *strings.Builder, name string, js []Judgement) {
	var row [len(bins)]bin
	var all bin
	for _, j := range js {
		i := len(bins) - 1
		for i > 0 && j.Confidence < bins[i] {
			i--
		}
		row[i].add(j)
		all.add(j)
	}
	fmt.Fprintf(b, "%-11s", name)
	ece := 0.0
	for _, x := range row {
		fmt.Fprintf(b, "  %-13s", x)
		ece += math.Abs(x.sum-float64(x.right)) / float64(all.n)
	}
	fmt.Fprintf(b, "  %-13s %5.1f\n", all, 100*ece)
}
