package parse

import "math"

// adam moves numbers against their gradients, by the method of Kingma and Ba (2015).
type adam struct {
	value, first, second []float32
}

func newAdam(value []float32) *adam {
	return &adam{value, make([]float32, len(value)), make([]float32, len(value))}
}

const (
	keepFirst  = 0.9 // of the mean of gradients, each step
	keepSecond = 0.99
)

// pace is how far a step goes, by the rate of learning and the number of steps so far.
func pace(rate float64, steps int) float32 {
	return float32(rate * math.Sqrt(1-math.Pow(keepSecond, float64(steps))) / (1 - math.Pow(keepFirst, float64(steps))))
}

// move moves the numbers from i on, as many as there are gradients, each of which is multiplied by factor first.
func (a *adam) move(i int, grad []float32, factor, pace float32) {
	value, first, second := a.value[i:][:len(grad)], a.first[i:][:len(grad)], a.second[i:][:len(grad)]
	for k, g := range grad {
		g *= factor
		first[k] = keepFirst*first[k] + (1-keepFirst)*g
		second[k] = keepSecond*second[k] + (1-keepSecond)*g*g
		value[k] -= pace * first[k] / (float32(math.Sqrt(float64(second[k]))) + 1e-8)
	}
}

// table is rows of numbers of which each sentence needs only a few. Gradients are gathered by two learners.
type table struct {
	width int
	adam
	grad  [workers][]float32
	moved [workers][]int32 // rows with gradients
	seen  [workers][]bool
}

func newTable(rows, width int) *table {
	t := &table{width: width, adam: *newAdam(make([]float32, rows*width))}
	for w := range workers {
		t.grad[w], t.seen[w] = make([]float32, rows*width), make([]bool, rows)
	}
	return t
}

func (t *table) row(i int32) []float32 { return t.value[int(i)*t.width:][:t.width] }

// add adds to the gradient of a row.
func (t *table) add(worker int, i int32, d []float32) {
	if !t.seen[worker][i] {
		t.seen[worker][i] = true
		t.moved[worker] = append(t.moved[worker], i)
	}
	g := t.grad[worker][int(i)*t.width:][:t.width]
	for k, v := range d {
		g[k] += v
	}
}

// step moves the rows that have gradients, and forgets these.
func (t *table) step(factor, pace float32) {
	for w := range workers {
		for _, i := range t.moved[w] {
			at := int(i) * t.width
			g := t.grad[w][at:][:t.width]
			for other := w + 1; other < workers; other++ {
				if t.seen[other][i] {
					for k, v := range t.grad[other][at:][:t.width] {
						g[k] += v
					}
				}
			}
			done := false
			for earlier := range w {
				done = done || t.seen[earlier][i]
			}
			if !done {
				t.move(at, g, factor, pace)
			}
		}
	}
	for w := range workers {
		for _, i := range t.moved[w] {
			t.seen[w][i] = false
			clear(t.grad[w][int(i)*t.width:][:t.width])
		}
		t.moved[w] = t.moved[w][:0]
	}
}
