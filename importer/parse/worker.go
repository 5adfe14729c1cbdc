package parse

import (
	"math/rand/v2"

	"skein/importer/network"
)

// worker runs sentences through the network.
type worker struct {
	back
	id      int
	begins  []int
	words   []seen
	inMask  []float32
	dropped []bool // own vectors
	rng     rand.PCG
}

// learn runs sentences through the network and back.
func (k *worker) learn(l *learner, sentences []lesson, share float32) {
	if len(sentences) == 0 {
		return
	}
	k.begins, k.words = append(k.begins[:0], 0), k.words[:0]
	k.heads, k.labels = k.heads[:0], k.back.labels[:0]
	for _, s := range sentences {
		begin := int32(len(k.words))
		k.words = append(k.words, s.words...)
		k.back.labels = append(k.back.labels, s.labels...)
		for _, h := range s.heads {
			if h >= 0 {
				h += begin
			}
			k.heads = append(k.heads, h)
		}
		k.begins = append(k.begins, len(k.words))
	}
	k.share = share
	k.pass.begin(&l.net, k.begins)
	k.dropout(l)
	k.enter(l)
	s, first := &k.pass.layers[0], &l.weights.layers[0]
	fill(s.rows, first.bias)
	network.Multiply(s.rows, first.out, k.in, first.in, 1, k.pass.words, &l.net.layers[0])
	k.run(&l.net)
	k.back.learn(&l.net, &l.turned)
	k.leave(l)
}

// enter sets what goes into the network.
func (k *worker) enter(l *learner) {
	width := l.shape.in()
	k.in = zeros(k.in, len(k.words)*width)
	for i, w := range k.words {
		x := k.in[i*width:][:width]
		word, affix, tagged := x[:l.word], x[l.word:][:l.shape.affix], x[l.word+l.shape.affix:]
		if w.given >= 0 {
			copy(word, l.vectors[w.given])
		}
		if w.own >= 0 && !k.dropped[i] {
			for j, v := range l.own.row(w.own) {
				word[j] += v
			}
		}
		for _, a := range w.affixes {
			for j, v := range l.affix.row(int32(a)) {
				affix[j] += v
			}
		}
		copy(tagged, l.tagged[int(w.tag)*l.tag:][:l.tag])
	}
	scale(k.in, k.inMask)
}

// leave adds the gradients of what went into the network.
func (k *worker) leave(l *learner) {
	width := l.shape.in()
	scale(k.din, k.inMask)
	for i, w := range k.words {
		x := k.din[i*width:][:width]
		if w.own >= 0 && !k.dropped[i] {
			l.own.add(k.id, w.own, x[:l.word])
		}
		for _, a := range w.affixes {
			l.affix.add(k.id, int32(a), x[l.word:][:l.shape.affix])
		}
		to := k.grad.tagged[int(w.tag)*l.tag:][:l.tag]
		for j, v := range x[l.word+l.shape.affix:] {
			to[j] += v
		}
	}
}

// dropout draws what is not seen this time: numbers of each layer, the same ones throughout a sentence; ends of arcs;
// parts of words.
func (k *worker) dropout(l *learner) {
	n := len(k.words)
	width := l.shape.in()
	k.inMask = grow(k.inMask, n*width)
	k.spread(k.inMask, width, l.inDrop)
	k.dropped = k.dropped[:0]
	for i := range n {
		k.dropped = append(k.dropped, k.chance(l.ownDrop))
		m := k.inMask[i*width:][:width]
		if k.chance(l.wordDrop) {
			clear(m[:l.word])
		}
		if k.chance(l.affixDrop) {
			clear(m[l.word:][:l.shape.affix])
		}
		if k.chance(l.tagDrop) {
			clear(m[l.word+l.shape.affix:])
		}
	}
	if k.masks == nil {
		k.masks = make([][]float32, l.shape.layers+1)
	}
	for i := range l.shape.layers {
		k.masks[i] = grow(k.masks[i], n*2*l.hidden)
		k.spread(k.masks[i], 2*l.hidden, l.drop)
	}
	ends := l.shape.ends()
	m := grow(k.masks[l.shape.layers], n*ends)
	k.masks[l.shape.layers] = m
	k.scatter(m, l.endDrop)
	for i := range n {
		labels := m[i*ends+2*l.arc : (i+1)*ends]
		for j := range labels {
			labels[j] = 1
		}
	}
	k.zmask = grow(k.zmask, n*2*l.shape.label)
	k.scatter(k.zmask, l.endDrop)
}

// spread sets a mask that is the same for all words of a sentence.
func (k *worker) spread(m []float32, width int, drop float32) {
	for s, begin := range k.begins[:len(k.begins)-1] {
		row := m[begin*width:][:width]
		k.scatter(row, drop)
		fill(m[begin*width:k.begins[s+1]*width], row)
	}
}

// scatter sets numbers to 0 by chance, and the others so that the mean stays 1.
func (k *worker) scatter(m []float32, drop float32) {
	limit := uint64(drop * 65536)
	keep := 1 / (1 - drop)
	for i := 0; i < len(m); i += 4 {
		bits := k.rng.Uint64()
		for j := range m[i:min(i+4, len(m))] {
			m[i+j] = keep
			if bits&0xffff < limit {
				m[i+j] = 0
			}
			bits >>= 16
		}
	}
}

func (k *worker) chance(p float32) bool { return float32(k.rng.Uint64()>>40)/(1<<24) < p }
