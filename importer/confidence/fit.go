package confidence

import (
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"
)

// Example is a claim of which it is known whether it is right.
type Example struct {
	Claim
	Right  bool
	Weight float64 // how many claims it counts for
}

const (
	// ridge draws weights to those that leave the first sign as it is; it is worth that many claims' doubt.
	ridge = 3
	// doubt is how many claims a rule must be seen in for half of what speaks for an offset of its own to count.
	doubt = 12
	steps = 30 // of Newton's method, which needs far fewer
)

// Fit makes a model from examples. The same examples in the same order make the same model.
func Fit(examples []Example) *Model {
	m := &Model{map[Kind][]float64{}, map[string]float64{}}
	of := map[Kind][]Example{}
	for _, e := range examples {
		of[e.Kind] = append(of[e.Kind], e)
	}
	for k, es := range of {
		m.weights[k] = regress(es)
	}
	byRule := map[string][]Example{}
	for _, e := range examples {
		k := string(e.Kind) + " " + e.Rule
		byRule[k] = append(byRule[k], e)
	}
	for k, es := range byRule {
		expected, right, n := 0.0, 0.0, 0.0
		for _, e := range es {
			expected += e.Weight * logistic(dot(m.weights[e.Kind], row(e.Signs)))
			n += e.Weight
			if e.Right {
				right += e.Weight
			}
		}
		if n == 0 {
			continue
		}
		mean := expected / n
		share := (right + doubt*mean) / (n + doubt)
		m.rules[k] = odds(share) - odds(mean)
	}
	return m
}

// regress is a logistic regression with a ridge. No sign speaks against a claim: where the claims of a kind say so, they are too few, and
// the sign says nothing.
func regress(es []Example) []float64 {
	silent := make([]bool, len(es[0].Signs)+1)
	for {
		w := newton(es, silent)
		worst := 0
		for i := 1; i < len(w); i++ {
			if w[i] < 0 && (worst == 0 || w[i] < w[worst]) {
				worst = i
			}
		}
		if worst == 0 {
			return w
		}
		silent[worst] = true
	}
}

// newton is the regression without the weights that are silent, by Newton's method.
func newton(es []Example, silent []bool) []float64 {
	n := len(silent)
	prior := make([]float64, n)
	if n > 1 {
		prior[1] = 1
	}
	w := slices.Clone(prior)
	for i := range w {
		if silent[i] {
			w[i] = 0
		}
	}
	for range steps {
		gradient := make([]float64, n)
		hessian := make([][]float64, n)
		for i := range hessian {
			hessian[i] = make([]float64, n)
			hessian[i][i] = ridge
			gradient[i] = ridge * (prior[i] - w[i])
		}
		hessian[0][0], gradient[0] = 0.1, 0.1*(prior[0]-w[0]) // the level is counted, not believed
		for _, e := range es {
			x := row(e.Signs)
			p := logistic(dot(w, x))
			y := 0.0
			if e.Right {
				y = 1
			}
			for i := range n {
				gradient[i] += e.Weight * (y - p) * x[i]
				for k := range n {
					hessian[i][k] += e.Weight * p * (1 - p) * x[i] * x[k]
				}
			}
		}
		for i := range n {
			if silent[i] {
				for k := range n {
					hessian[i][k], hessian[k][i] = 0, 0
				}
				hessian[i][i], gradient[i] = 1, 0
			}
		}
		for i, step := range solve(hessian, gradient) {
			w[i] += step
		}
	}
	return w
}

// solve is x of a·x = b for a symmetric, positive matrix, by elimination; a and b are used up.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for i := range n {
		for k := i + 1; k < n; k++ {
			f := a[k][i] / a[i][i]
			for j := i; j < n; j++ {
				a[k][j] -= f * a[i][j]
			}
			b[k] -= f * b[i]
		}
	}
	x := make([]float64, n)
	for i := n - 1; i >= 0; i-- {
		x[i] = b[i]
		for k := i + 1; k < n; k++ {
			x[i] -= a[i][k] * x[k]
		}
		x[i] /= a[i][i]
	}
	return x
}

// String is the model as weights.txt holds it, offsets of less than a hundredth left out.
func (m *Model) String() string {
	var b strings.Builder
	for _, k := range slices.Sorted(maps.Keys(m.weights)) {
		b.WriteString(string(k))
		for _, x := range m.weights[k] {
			fmt.Fprintf(&b, " %.3f", x)
		}
		b.WriteByte('\n')
	}
	for _, k := range slices.Sorted(maps.Keys(m.rules)) {
		if math.Abs(m.rules[k]) >= 0.01 {
			fmt.Fprintf(&b, "rule %s %.2f\n", k, m.rules[k])
		}
	}
	return b.String()
}
