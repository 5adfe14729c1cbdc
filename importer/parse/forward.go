package parse

import "skein/importer/network"

// net is a network ready to run.
type net struct {
	*weights
	layers               []network.Packed
	ends, product, reach network.Packed
	names                network.Packed
}

// ready lays the weights out in n.
func (w *weights) ready(n *net) {
	n.weights = w
	if n.layers == nil {
		n.layers = make([]network.Packed, len(w.layers))
	}
	for l, x := range w.layers {
		n.layers[l].Pack(x.matrix, x.in, x.out)
	}
	n.ends.Pack(w.ends, 2*w.hidden, w.shape.ends())
	n.product.Pack(w.product, w.arc, w.arc)
	n.reach.Pack(w.reach, w.arc, reaches)
	n.names.Pack(w.names, 2*w.label, network.Round(w.labels))
}

// pass is the numbers that run through a network for some sentences one after the other. Its room is used again.
type pass struct {
	words  int
	begins []int // of the sentences, and the end of the last one
	layers []stream
	ends   []float32   // word by word, see shape.ends
	query  []float32   // what a head should be like
	reach  []float32   // what each class of distances is worth
	masks  [][]float32 // in training, what the outputs of the layers and the ends are multiplied with
	order  [2][]step
	idle   []float32 // the state before a sentence

	keys   []float32 // heads of one sentence, the root's first
	packed network.Packed
	scores []float32 // of its arcs, a row for every dependent
}

// step is a word and the one that a layer sees before it, or -1.
type step struct{ word, before int }

// stream is what runs through a layer, word by word.
type stream struct{ rows, states, out []float32 }

// grow returns a slice of n numbers, which may be x.
func grow(x []float32, n int) []float32 {
	if cap(x) < n {
		return make([]float32, n+n/4)[:n]
	}
	return x[:n]
}

// begin makes room for sentences. The rows of the first layer are the caller's to fill.
func (p *pass) begin(n *net, begins []int) {
	p.begins, p.words = begins, begins[len(begins)-1]
	for side := range p.order {
		p.order[side] = p.order[side][:0]
		for k, begin := range begins[:len(begins)-1] {
			before, length := -1, begins[k+1]-begin
			for j := range length {
				i := begin + j
				if side == 1 {
					i = begin + length - 1 - j
				}
				p.order[side] = append(p.order[side], step{i, before})
				before = i
			}
		}
	}
	if p.layers == nil {
		p.layers = make([]stream, len(n.layers))
		p.idle = make([]float32, n.hidden)
	}
	for l := range p.layers {
		s := &p.layers[l]
		s.rows = grow(s.rows, p.words*n.weights.layers[l].out)
		s.states, s.out = grow(s.states, p.words*2*n.hidden), grow(s.out, p.words*2*n.hidden)
	}
	p.ends = grow(p.ends, p.words*n.shape.ends())
	p.query, p.reach = grow(p.query, p.words*n.arc), grow(p.reach, p.words*reaches)
}

// fill sets every row of x to row.
func fill(x, row []float32) {
	for len(x) > 0 {
		copy(x, row)
		x = x[len(row):]
	}
}

// scale multiplies x with y, number by number.
func scale(x, y []float32) {
	for i, v := range y[:len(x)] {
		x[i] *= v
	}
}

// run runs the network from the rows of its first layer to what arcs are judged by.
func (p *pass) run(n *net) {
	for l := range p.layers {
		s, w := &p.layers[l], &n.weights.layers[l]
		if l > 0 {
			fill(s.rows, w.bias)
			network.Multiply(s.rows, w.out, p.layers[l-1].out, w.in, 1, p.words, &n.layers[l])
		}
		p.recur(n, l)
		if p.masks != nil {
			scale(s.out, p.masks[l])
		}
	}
	ends := n.shape.ends()
	fill(p.ends, n.endsBias)
	network.Multiply(p.ends, ends, p.layers[len(p.layers)-1].out, 2*n.hidden, 1, p.words, &n.ends)
	for i := range p.words {
		e := p.ends[i*ends:][:2*n.arc]
		for k, v := range e {
			e[k] = max(v, 0)
		}
	}
	if p.masks != nil {
		scale(p.ends, p.masks[len(p.layers)])
	}
	fill(p.query, n.headBias)
	network.Multiply(p.query, n.arc, p.ends, ends, 1, p.words, &n.product)
	fill(p.reach, n.reachBias)
	network.Multiply(p.reach, reaches, p.ends, ends, 1, p.words, &n.reach)
}

// skip is what layer l gives out for a word where it does not give its state.
func (p *pass) skip(n *net, l, side, word int) []float32 {
	h := n.hidden
	if l == 0 {
		return p.layers[0].rows[word*8*h+side*4*h+3*h:][:h]
	}
	return p.layers[l-1].out[word*2*h+side*h:][:h]
}

// state is the state of layer l at a word, or before the sentence where it is -1.
func (p *pass) state(n *net, l, side, word int) []float32 {
	if word < 0 {
		return p.idle
	}
	return p.layers[l].states[word*2*n.hidden+side*n.hidden:][:n.hidden]
}

// recur runs the recurrent part of layer l.
func (p *pass) recur(n *net, l int) {
	s, w, h := &p.layers[l], &n.weights.layers[l], n.hidden
	for side := range 2 {
		g := network.Gates{Units: h, V: w.v[side]}
		for _, at := range p.order[side] {
			g.Step(s.out[at.word*2*h+side*h:], p.state(n, l, side, at.word), s.rows[at.word*w.out+side*w.out/2:], p.skip(n, l, side, at.word), p.state(n, l, side, at.before))
		}
	}
}

// arcs sets p.scores to those of all arcs of sentence k. Word i has the scores of its heads from i*stride on, first the root
// and then every word.
func (p *pass) arcs(n *net, k int) (stride int) {
	begin, length := p.begins[k], p.begins[k+1]-p.begins[k]
	a, ends := n.arc, n.shape.ends()
	p.keys = append(p.keys[:0], n.root...)
	for i := range length {
		p.keys = append(p.keys, p.ends[(begin+i)*ends+a:][:a]...)
	}
	p.packed.PackTransposed(p.keys, length+1, a)
	stride = p.packed.Columns
	p.scores = grow(p.scores, length*stride)
	for i := range length {
		row, far := p.scores[i*stride:][:stride], p.reach[(begin+i)*reaches:][:reaches]
		clear(row)
		for h := -1; h < length; h++ {
			row[h+1] = far[reach(i, h)]
		}
	}
	network.Multiply(p.scores, stride, p.query[begin*a:], a, 1, length, &p.packed)
	return stride
}

// pair sets z to what the relation between a word and its head is named by.
func (p *pass) pair(n *net, z []float32, word, head int) {
	m, ends := n.label, n.shape.ends()
	d, h := p.ends[word*ends+2*n.arc:][:m], p.ends[head*ends+2*n.arc+m:][:m]
	for k := range m {
		z[k] = max(d[k]+h[k], 0)
		z[m+k] = d[k] * h[k]
	}
}
