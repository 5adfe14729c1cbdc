package tie

import (
	"math"

	"skein/importer/perceptron"
)

// regression is the fitting of a multinomial logistic regression with a penalty on the squares of its weights: the
// probabilities of classes are the exponentials of the sums of their weights, scaled to sum up to 1.
type regression struct {
	classes int
	rows    [][]int32 // of each example the rows of its features
	class   []int     // of each example
	penalty float64
}

// loss is the negative logarithm of how likely w makes the examples, with the penalty. It writes its slope to g.
func (q *regression) loss(w, g []float64) float64 {
	n := q.classes
	p := make([]float64, n)
	sum := 0.0
	for i, v := range w {
		sum += q.penalty / 2 * v * v
		g[i] = q.penalty * v
	}
	for i, rows := range q.rows {
		clear(p)
		for _, k := range rows {
			for c, v := range w[int(k)*n : int(k)*n+n] {
				p[c] += v
			}
		}
		perceptron.Softmax(p)
		sum -= math.Log(max(p[q.class[i]], math.SmallestNonzeroFloat64))
		p[q.class[i]]--
		for _, k := range rows {
			x := g[int(k)*n : int(k)*n+n]
			for c, v := range p {
				x[c] += v
			}
		}
	}
	return sum
}

const (
	remembered = 8    // steps that the next one is made of
	most       = 100  // steps
	little     = 1e-4 // share of the loss that is not worth another step
	halvings   = 20
	descent    = 1e-4 // share of the slope that a step must go down
)

// fit is the weights with the least loss, a row of classes for each of n features (L-BFGS, Liu and Nocedal 1989).
func (q *regression) fit(n int) []float64 {
	n *= q.classes
	vector := func() []float64 { return make([]float64, n) }
	w, g, next, slope := vector(), vector(), vector(), vector()
	var steps, bends [][]float64 // the last steps, and how the slope changed by them
	loss := q.loss(w, g)
	for range most {
		way := q.way(g, steps, bends)
		down := dot(way, g)
		if down <= 0 {
			break
		}
		size, after := 1.0, 0.0
		if len(steps) == 0 {
			size = 1 / math.Sqrt(dot(g, g))
		}
		for range halvings {
			for i := range w {
				next[i] = w[i] - size*way[i]
			}
			if after = q.loss(next, slope); after <= loss-descent*size*down {
				break
			}
			size /= 2
		}
		if after >= loss {
			break
		}
		step, bend := vector(), vector()
		for i := range w {
			step[i], bend[i] = next[i]-w[i], slope[i]-g[i]
		}
		if dot(step, bend) > 0 {
			steps, bends = append(steps, step), append(bends, bend)
			if len(steps) > remembered {
				steps, bends = steps[1:], bends[1:]
			}
		}
		w, next, g, slope = next, w, slope, g
		if loss-after < little*loss {
			break
		}
		loss = after
	}
	return w
}

// way is the direction against which the loss goes down most, by its slope and what the last steps say of its curvature.
func (q *regression) way(g []float64, steps, bends [][]float64) []float64 {
	way := append([]float64(nil), g...)
	along := make([]float64, len(steps))
	for i := len(steps) - 1; i >= 0; i-- {
		along[i] = dot(steps[i], way) / dot(steps[i], bends[i])
		add(way, -along[i], bends[i])
	}
	if k := len(steps) - 1; k >= 0 {
		by := dot(steps[k], bends[k]) / dot(bends[k], bends[k])
		for i := range way {
			way[i] *= by
		}
	}
	for i := range steps {
		add(way, along[i]-dot(bends[i], way)/dot(steps[i], bends[i]), steps[i])
	}
	return way
}

func dot(a, b []float64) float64 {
	sum := 0.0
	for i, x := range a {
		sum += x * b[i]
	}
	return sum
}

// add adds b times by to a.
func add(a []float64, by float64, b []float64) {
	for i, x := range b {
		a[i] += by * x
	}
}
