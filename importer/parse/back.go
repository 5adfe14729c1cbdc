package parse

import (
	"math"

	"skein/importer/network"
)

// turned is the matrices of a network laid out for the way back.
type turned struct {
	layers                      []network.Packed
	ends, product, reach, names network.Packed
}

// ready turns the weights.
func (t *turned) ready(w *weights) {
	if t.layers == nil {
		t.layers = make([]network.Packed, len(w.layers))
	}
	for l, x := range w.layers {
		t.layers[l].PackTransposed(x.matrix, x.in, x.out)
	}
	t.ends.PackTransposed(w.ends, 2*w.hidden, w.shape.ends())
	t.product.PackTransposed(w.product, w.arc, w.arc)
	t.reach.PackTransposed(w.reach, w.arc, reaches)
	t.names.PackTransposed(w.names, 2*w.label, network.Round(w.labels))
}

// back is a pass in training and its way back.
type back struct {
	pass
	grad  *weights  // of the weights, added to
	in    []float32 // what goes in, word by word
	din   []float32
	loss  float64
	share float32 // that each word has in the loss

	layers        []stream // gradients
	dends         []float32
	dquery        []float32
	dreach        []float32
	dkeys         []float32
	dstate        []float32
	z, dz, names  []float32
	zmask         []float32
	panel         network.Packed
	tight         []float32
	heads, labels []int32 // of all words, as indexes into the pass
	named         []int32 // words with a relation to learn
}

// zeros returns n zeros, in x where they fit.
func zeros(x []float32, n int) []float32 {
	x = grow(x, n)
	clear(x)
	return x
}

// rows are numbers word by word: width of them, after which the next word's begin step further on.
type rows struct {
	values      []float32
	step, width int
}

// product adds to the gradients of a matrix and its bias those of what came out of it (dout), and to din those of what went in; back is
// the matrix turned.
func (b *back) product(n int, matrix, bias []float32, in, dout rows, back *network.Packed, din []float32) {
	b.tight = b.tight[:0]
	for i := range n {
		row := dout.values[i*dout.step:][:dout.width]
		for k, v := range row {
			bias[k] += v
		}
		b.tight = append(b.tight, row...)
	}
	b.panel.Pack(b.tight, n, dout.width)
	network.Multiply(matrix, dout.width, in.values, 1, in.step, in.width, &b.panel)
	network.Multiply(din, in.step, dout.values, dout.step, 1, n, back)
}

// learn adds the gradients of the loss of the sentences that the pass has run over.
func (b *back) learn(n *net, t *turned) {
	width, a := n.shape.ends(), n.arc
	b.dends = zeros(b.dends, b.words*width)
	b.dquery, b.dreach = zeros(b.dquery, b.words*a), zeros(b.dreach, b.words*reaches)
	for k := range b.begins[:len(b.begins)-1] {
		b.learnArcs(n, k)
	}
	b.learnNames(n, t)
	g := b.grad
	b.product(b.words, g.product, g.headBias, rows{b.ends, width, a}, rows{b.dquery, a, a}, &t.product, b.dends)
	b.product(b.words, g.reach, g.reachBias, rows{b.ends, width, a}, rows{b.dreach, reaches, reaches}, &t.reach, b.dends)
	if b.masks != nil {
		scale(b.dends, b.masks[len(b.pass.layers)])
	}
	for i := range b.words {
		for k := i * width; k < i*width+2*a; k++ {
			if b.ends[k] == 0 {
				b.dends[k] = 0
			}
		}
	}
	b.learnLayers(n, t)
}

// learnArcs adds the gradients of the arcs of sentence k, each word of which chooses its head among all.
func (b *back) learnArcs(n *net, k int) {
	begin, length := b.begins[k], b.begins[k+1]-b.begins[k]
	a, width := n.arc, n.shape.ends()
	stride := b.arcs(n, k)
	for i := range length {
		row := b.scores[i*stride:][:stride]
		want := 0
		if h := b.heads[begin+i]; h >= 0 {
			want = int(h) - begin + 1
		}
		row[i+1] = float32(math.Inf(-1))
		b.loss += soften(row[:length+1], want, b.share)
		clear(row[length+1:])
		far := b.dreach[(begin+i)*reaches:][:reaches]
		for h := -1; h < length; h++ {
			far[reach(i, h)] += row[h+1]
		}
	}
	b.panel.Pack(b.keys, length+1, a)
	network.Multiply(b.dquery[begin*a:], a, b.scores, stride, 1, length, &b.panel)
	b.dkeys = zeros(b.dkeys, (length+1)*a)
	b.panel.Pack(b.query[begin*a:], length, a)
	network.Multiply(b.dkeys, a, b.scores, 1, stride, length+1, &b.panel)
	for j, v := range b.dkeys[:a] {
		b.grad.root[j] += v
	}
	for i := range length {
		to := b.dends[(begin+i)*width+a:][:a]
		for j, v := range b.dkeys[(i+1)*a:][:a] {
			to[j] += v
		}
	}
}

// learnNames adds the gradients of the relations' names.
func (b *back) learnNames(n *net, t *turned) {
	m, width, classes := n.label, n.shape.ends(), network.Round(n.labels)
	b.named = b.named[:0]
	for i, l := range b.labels {
		if l >= 0 && b.heads[i] >= 0 {
			b.named = append(b.named, int32(i))
		}
	}
	count := len(b.named)
	b.z, b.names, b.dz = grow(b.z, count*2*m), grow(b.names, count*classes), zeros(b.dz, count*2*m)
	for r, i := range b.named {
		b.pair(n, b.z[r*2*m:][:2*m], int(i), int(b.heads[i]))
	}
	if b.masks != nil {
		scale(b.z, b.zmask)
	}
	fill(b.names, n.nameBias)
	network.Multiply(b.names, classes, b.z, 2*m, 1, count, &n.names)
	for r, i := range b.named {
		row := b.names[r*classes:][:classes]
		b.loss += soften(row[:n.labels], int(b.labels[i]), b.share)
		clear(row[n.labels:])
	}
	b.product(count, b.grad.names, b.grad.nameBias, rows{b.z, 2 * m, 2 * m}, rows{b.names, classes, classes}, &t.names, b.dz)
	if b.masks != nil {
		scale(b.dz, b.zmask)
	}
	for r, i := range b.named {
		at, head := int(i)*width+2*n.arc, int(b.heads[i])*width+2*n.arc+m
		d, h, dd, dh := b.ends[at:][:m], b.ends[head:][:m], b.dends[at:][:m], b.dends[head:][:m]
		dz := b.dz[r*2*m:][:2*m]
		for k := range m {
			g, p := dz[k], dz[m+k]
			if d[k]+h[k] <= 0 {
				g = 0
			}
			dd[k] += g + p*h[k]
			dh[k] += g + p*d[k]
		}
	}
}

// learnLayers adds the gradients of the ends and the layers below them.
func (b *back) learnLayers(n *net, t *turned) {
	h := n.hidden
	if b.layers == nil {
		b.layers = make([]stream, len(n.layers))
		b.dstate = make([]float32, h)
	}
	for l := range b.layers {
		s := &b.layers[l]
		s.rows, s.out = zeros(s.rows, b.words*n.weights.layers[l].out), zeros(s.out, b.words*2*h)
	}
	top, width := len(b.layers)-1, n.shape.ends()
	b.product(b.words, b.grad.ends, b.grad.endsBias, rows{b.pass.layers[top].out, 2 * h, 2 * h}, rows{b.dends, width, width}, &t.ends, b.layers[top].out)
	b.din = zeros(b.din, b.words*n.in())
	for l := top; l >= 0; l-- {
		s, d, w, g := &b.pass.layers[l], &b.layers[l], &n.weights.layers[l], &b.grad.layers[l]
		if b.masks != nil {
			scale(d.out, b.masks[l])
		}
		for side := range 2 {
			gates := network.Gates{Units: h, V: w.v[side]}
			order := b.order[side]
			for k := len(order) - 1; k >= 0; k-- {
				at := order[k]
				if k == len(order)-1 || order[k+1].before < 0 {
					clear(b.dstate)
				}
				row := d.rows[at.word*w.out+side*w.out/2:][:w.out/2]
				dskip := row[len(row)-h:]
				if l > 0 {
					dskip = b.layers[l-1].out[at.word*2*h+side*h:][:h]
				}
				gates.Back(d.out[at.word*2*h+side*h:], b.dstate, b.state(n, l, side, at.word), s.rows[at.word*w.out+side*w.out/2:], b.skip(n, l, side, at.word), b.state(n, l, side, at.before), row, dskip, g.v[side])
			}
		}
		in, din, inWidth := b.in, b.din, n.in()
		if l > 0 {
			in, din, inWidth = b.pass.layers[l-1].out, b.layers[l-1].out, 2*h
		}
		b.product(b.words, g.matrix, g.bias, rows{in, inWidth, inWidth}, rows{d.rows, w.out, w.out}, &t.layers[l], din)
	}
}

// soften sets scores to the gradient of the cross entropy of their softmax, times share, and returns the cross entropy.
func soften(scores []float32, want int, share float32) float64 {
	most := scores[0]
	for _, s := range scores {
		most = max(most, s)
	}
	sum := float32(0)
	gold := scores[want]
	for i, s := range scores {
		e := float32(math.Exp(float64(s - most)))
		scores[i] = e
		sum += e
	}
	for i := range scores {
		scores[i] *= share / sum
	}
	scores[want] -= share
	return float64(most-gold) + math.Log(float64(sum))
}
