package nominal

import (
	"maps"
	"math"
	"math/rand/v2"
	"slices"

	"skein/importer/perceptron"
)

// settings are how a labeller is trained.
type settings struct {
	seen     int     // how often a feature must be there to be learned
	rounds   int     // over all sentences
	averaged int     // how many of the last rounds the weights are the mean of
	step     float64 // length of the first steps
	slower   float64 // by which share of the first one steps get shorter each round
	cost     float64 // of weights
	dropped  float64 // share of the features of a token that are left out, others each time
	kept     int     // features: more give little and cost memory
}

// chain is a sentence to learn from, its features by the rows of their weights.
type chain struct {
	rows [][]int32
	gold []int
}

// field learns the weights of a conditional random field (Lafferty, McCallum and Pereira 2001): those under which the right
// labels are as likely as can be, less what great weights cost. It goes down the gradient sentence by sentence, and shrinks all
// weights by their common scale (Bottou 2010). What is kept is the mean of the weights after each of the last rounds, which
// hang less on the order of the sentences (Polyak and Juditsky 1992).
type field struct {
	n     int // labels
	row   map[uint64]int32
	w     []float32 // n for each row, to be multiplied by scale
	scale float64
	steps []int32 // rows of the labels that can stand before a label, the begin of a sentence last
	next  [][]int // labels that may stand behind each of them

	// of one sentence: n for each token, or for each of steps
	emit   []float64 // e to the score, less the greatest score of the token
	pass   []float64 // e to the weight of label b behind label a
	ahead  []float64 // likelihood of the chains up to a token, scaled to add up to 1
	behind []float64 // of those from there on, scaled alike
	pairs  []float64 // how often label b is expected behind label a
	norm   []float64 // one for each token
	wrong  []float64 // of one token: how much more of each label there should be
	shared []float64 // what wrong makes of the weights
}

func newField(n int) *field {
	f := &field{n: n, row: map[uint64]int32{}, scale: 1, pass: make([]float64, (n+1)*n), pairs: make([]float64, (n+1)*n)}
	f.wrong, f.shared = make([]float64, n), make([]float64, n)
	for a := range n + 1 {
		f.steps = append(f.steps, f.rowOf(stepFeature(a)))
		var next []int
		for b := range n {
			if follows(a%n, b) { // what may begin a sentence may stand behind label 0
				next = append(next, b)
			}
		}
		f.next = append(f.next, next)
	}
	return f
}

// rowOf is the row of the feature, which is made where there is none.
func (f *field) rowOf(feature uint64) int32 {
	r, ok := f.row[feature]
	if !ok {
		r = int32(len(f.row))
		f.row[feature] = r
		f.w = append(f.w, make([]float32, f.n)...)
	}
	return r
}

func (f *field) weights(row int32) []float32 { return f.w[int(row)*f.n : (int(row)+1)*f.n] }

// learnField learns n labels from samples.
func learnField(samples []sample, n int, o settings) *field {
	f := newField(n)
	chains := make([]chain, len(samples))
	for i, s := range samples {
		chains[i].gold = s.gold
		for _, features := range s.features {
			rows := make([]int32, len(features))
			for k, h := range features {
				rows[k] = f.rowOf(h)
			}
			chains[i].rows = append(chains[i].rows, rows)
		}
	}
	order := rand.New(rand.NewPCG(1, 2))
	done, size := 0.0, float64(len(chains))
	mean := make([]float32, len(f.w))
	for round := range o.rounds {
		order.Shuffle(len(chains), func(i, k int) { chains[i], chains[k] = chains[k], chains[i] })
		for i := range chains {
			step := o.step / (1 + o.slower*done/size)
			f.learn(f.thinned(&chains[i], order, o.dropped), step)
			f.scale *= 1 - step*o.cost/size
			done++
		}
		for k := range f.w {
			f.w[k] = float32(float64(f.w[k]) * f.scale)
		}
		f.scale = 1
		if round >= o.rounds-o.averaged {
			for k, v := range f.w {
				mean[k] += v / float32(o.averaged)
			}
		}
	}
	f.w = mean
	return f
}

// thinned is c without a share of its features, drawn by lot, so that every feature learns to do without others that say the same (dropout:
// Hinton and others 2012).
func (f *field) thinned(c *chain, lot *rand.Rand, share float64) *chain {
	out := &chain{rows: make([][]int32, len(c.rows)), gold: c.gold}
	for i, rows := range c.rows {
		kept := make([]int32, 0, len(rows))
		for _, r := range rows {
			if lot.Float64() >= share {
				kept = append(kept, r)
			}
		}
		out.rows[i] = kept
	}
	return out
}

func room(b []float64, n int) []float64 { return slices.Grow(b[:0], n)[:n] }

// learn takes a step towards weights that make the labels of c likelier.
func (f *field) learn(c *chain, step float64) {
	n, size := f.n, len(c.gold)
	f.expect(c)
	total := 0.0 // what the chains that end inside of a nominal leave
	for b := range n {
		total += f.ahead[(size-1)*n+b] * f.behind[(size-1)*n+b]
	}
	if !(total > 0) {
		return
	}
	step /= f.scale
	for i, y := range c.gold {
		worst := 0.0
		for b := range f.wrong {
			f.wrong[b] = -f.ahead[i*n+b] * f.behind[i*n+b] / total
		}
		f.wrong[y]++
		for _, v := range f.wrong {
			worst = max(worst, math.Abs(v))
		}
		before := n
		if i > 0 {
			before = c.gold[i-1]
		} else {
			copy(f.pairs[n*n:], f.wrong)
		}
		if i > 0 {
			f.pairs[before*n+y] -= total
		}
		if worst < certain {
			continue
		}
		f.share()
		for _, r := range c.rows[i] {
			w := f.weights(r)
			for b := range w {
				w[b] += float32(step * f.shared[b])
			}
		}
	}
	for a, r := range f.steps {
		w := f.weights(r)
		for _, b := range f.next[a] {
			if a == n {
				w[b] += float32(step * f.pairs[a*n+b])
			} else {
				w[b] -= float32(step * f.pairs[a*n+b] / total)
			}
		}
	}
}

// certain is by how much a likelihood may be off without being learned from: most tokens are.
const certain = 0.005

// expect sets how likely labels and pairs of them are at every token (the forward-backward algorithm).
func (f *field) expect(c *chain) {
	n, size := f.n, len(c.gold)
	f.emit, f.ahead, f.behind, f.norm = room(f.emit, size*n), room(f.ahead, size*n), room(f.behind, size*n), room(f.norm, size)
	for i, rows := range c.rows {
		at := f.emit[i*n : (i+1)*n]
		clear(at)
		for _, r := range rows {
			for b, v := range f.weights(r) {
				at[b] += float64(v)
			}
		}
		top := slices.Max(at)
		for b := range at {
			at[b] = math.Exp((at[b] - top) * f.scale)
		}
	}
	for a, r := range f.steps {
		w := f.weights(r)
		for _, b := range f.next[a] {
			f.pass[a*n+b] = math.Exp(float64(w[b]) * f.scale)
		}
	}
	clear(f.ahead)
	for i := range size {
		now := f.ahead[i*n : (i+1)*n]
		if i == 0 {
			copy(now, f.pass[n*n:])
		} else {
			for a, p := range f.ahead[(i-1)*n : i*n] {
				for _, b := range f.next[a] {
					now[b] += p * f.pass[a*n+b]
				}
			}
		}
		sum := 0.0
		for b := range now {
			now[b] *= f.emit[i*n+b]
			sum += now[b]
		}
		for b := range now {
			now[b] /= sum
		}
		f.norm[i] = sum
	}
	clear(f.pairs)
	clear(f.behind)
	for b := range n {
		if !open(b) {
			f.behind[(size-1)*n+b] = 1
		}
	}
	for i := size - 2; i >= 0; i-- {
		next, emit := f.behind[(i+1)*n:(i+2)*n], f.emit[(i+1)*n:(i+2)*n]
		for a, p := range f.ahead[i*n : (i+1)*n] {
			for _, b := range f.next[a] {
				v := f.pass[a*n+b] * next[b] * emit[b] / f.norm[i+1]
				f.behind[i*n+a] += v
				f.pairs[a*n+b] += p * v
			}
		}
	}
}

// share sets f.shared: labels of the same kind and those of the same place in another kind learn half as much as the label
// itself, since they have something in common.
func (f *field) share() {
	kind := make([]float64, f.n/places)
	var place [places]float64
	for b := 1; b < f.n; b++ {
		kind[kindOf(b)] += f.wrong[b]
		place[placeOf(b)] += f.wrong[b]
	}
	f.shared[0] = f.wrong[0]
	for b := 1; b < f.n; b++ {
		f.shared[b] = (kind[kindOf(b)] + place[placeOf(b)]) / 2
	}
}

// whole is what weights are multiplied by to be whole numbers.
const whole = 10000

// model is the weights in small.
func (f *field) model(kept int) *perceptron.Model {
	t := perceptron.NewTrainer(f.n)
	by := make([]int32, f.n)
	for _, h := range slices.Sorted(maps.Keys(f.row)) {
		for b, v := range f.weights(f.row[h]) {
			by[b] = int32(v * whole)
		}
		t.Shift([]uint64{h}, by)
	}
	t.Step()
	return t.Model(kept)
}

// warmth is what weights were multiplied by for the model m, as scores of samples tell.
func (f *field) warmth(m *perceptron.Model, samples []sample) int {
	theirs, ours := 0.0, 0.0
	scores, sum := make([]int32, f.n), make([]float64, f.n)
	for _, s := range samples[:min(len(samples), 200)] {
		for _, features := range s.features {
			clear(scores)
			clear(sum)
			m.Score(features, scores)
			for _, h := range features {
				for b, v := range f.weights(f.row[h]) {
					sum[b] += float64(v)
				}
			}
			for b := range sum {
				theirs += math.Abs(float64(scores[b]))
				ours += math.Abs(sum[b])
			}
		}
	}
	return min(max(int(theirs/max(ours, 1e-9)), 1), math.MaxUint16)
}
