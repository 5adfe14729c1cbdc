package parse

import (
	"skein/importer"
	"skein/importer/perceptron"
	"skein/importer/tag"
)

// labeller names the relations of a tree from its root downwards, so that what a word is to its own head is known when its
// dependents are named. Its room is used again.
type labeller struct {
	w        []word
	heads    []int32
	labels   []int // classes, by word
	sums     []sum
	first    []int32 // the first dependent of each word
	next     []int32 // the next dependent of the same head
	order    []int32 // heads before dependents
	features []uint64
	scores   []int32
}

// sum is what the dependents of a word say of it.
type sum struct {
	aux, mark, noun, last uint64 // its last auxiliary, first preposition or conjunction, first noun to the left, last dependent
	lefts, rights         uint64
}

// begin sets the labeller to a tree.
func (l *labeller) begin(w []word, heads []int32) {
	l.w, l.heads = w, heads
	l.labels, l.sums, l.first, l.next, l.order = l.labels[:0], l.sums[:0], l.first[:0], l.next[:0], l.order[:0]
	for range w {
		l.labels, l.sums, l.first, l.next = append(l.labels, -1), append(l.sums, sum{}), append(l.first, -1), append(l.next, -1)
	}
	for i := len(w) - 1; i >= 0; i-- {
		h := heads[i]
		if h < 0 {
			l.order = append(l.order, int32(i))
			continue
		}
		l.next[i], l.first[h] = l.first[h], int32(i)
		x, s := &w[i], &l.sums[h]
		if s.last == 0 {
			s.last = x.fine
		}
		if i > int(h) {
			s.rights++
		} else {
			s.lefts++
		}
		switch tag.Tags[x.tag-1] {
		case importer.Aux:
			if s.aux == 0 {
				s.aux = x.hash
			}
		case importer.Adp, importer.Sconj, importer.Part:
			s.mark = x.hash
		case importer.Noun, importer.Propn, importer.Pron:
			if i < int(h) {
				s.noun = x.fine
			}
		}
	}
	for k := 0; k < len(l.order); k++ {
		for d := l.first[l.order[k]]; d >= 0; d = l.next[d] {
			l.order = append(l.order, d)
		}
	}
}

func (l *labeller) at(i int32) *word {
	if i < 0 || int(i) >= len(l.w) {
		return &none
	}
	return &l.w[i]
}

// find sets l.features to those of word i, which is no root; before is the dependent of the same head that was named last, or -1.
func (l *labeller) find(i, before int32) {
	h := l.heads[i]
	d, g := &l.w[i], &l.w[h]
	ds, gs := &l.sums[i], &l.sums[h]
	up, after := l.at(l.heads[h]), l.at(l.next[i])
	prior, priorLabel := l.at(before), uint64(0)
	if before >= 0 {
		priorLabel = uint64(l.labels[before]) + 1
	}
	label := uint64(l.labels[h]) + 1
	side, far, mid := uint64(0), distance(i, h), between(d, g)
	if h < i {
		side, far, mid = 1, distance(h, i), between(g, d)
	}
	ahead, behind := l.at(i-1), l.at(i+1)

	f := l.features[:0]
	n := uint64(0)
	one := func(a uint64) {
		n++
		f = append(f, perceptron.Mix(n<<1|side, a))
	}
	two := func(a, b uint64) { one(perceptron.Mix(a, b)) }
	three := func(a, b, c uint64) { one(perceptron.Mix(perceptron.Mix(a, b), c)) }

	one(0)
	one(d.hash)
	one(d.fine)
	one(d.tail)
	one(d.kin)
	two(d.kin, g.fine)
	two(d.kin, g.hash)
	two(d.fine, g.kin)
	three(d.kin, ds.mark, g.tag)
	two(ds.mark, g.kin)
	two(g.hash, g.tag)
	one(g.fine)
	two(d.fine, g.fine)
	two(d.tag, g.tag)
	two(d.hash, g.tag)
	two(d.fine, g.hash)
	two(d.hash, g.hash)
	two(d.kin, g.kin)
	three(d.tag, g.tag, far)
	three(d.tag, g.tag, mid)
	two(d.hash, far)
	three(d.fine, ds.mark, g.tag)
	two(ds.mark, g.hash)
	two(ds.mark, d.hash)
	three(d.tag, ds.mark, far)
	three(d.fine, ds.aux, g.tag)
	three(d.fine, ds.noun, g.tag)
	three(d.fine, ds.mark, ds.noun)
	two(d.fine, ds.last)
	three(d.tag, ds.lefts<<4|ds.rights, g.tag)
	three(d.fine, gs.aux, g.fine)
	three(d.fine, gs.mark, g.tag)
	three(d.fine, gs.noun, g.tag)
	three(d.tag, gs.lefts<<4|gs.rights, g.tag)
	three(d.fine, g.tag, ahead.fine)
	three(d.fine, g.tag, behind.fine)
	three(d.fine, prior.fine, g.tag)
	three(d.fine, after.fine, g.tag)
	two(priorLabel, d.fine)
	three(priorLabel, d.tag, g.hash)
	three(priorLabel, d.tag, after.tag)
	two(label, d.fine)
	three(label, d.fine, g.fine)
	three(label, ds.mark, d.tag)
	three(up.fine, g.fine, d.fine)
	three(up.tag, g.tag, d.hash)
	l.features = f
}

// each calls give for every word but the roots, heads before their dependents and these in the order of the text. It
// returns the class of the word's label.
func (l *labeller) each(give func(i int32) int) {
	for _, h := range l.order {
		before := int32(-1)
		for d := l.first[h]; d >= 0; d = l.next[d] {
			l.find(d, before)
			l.labels[d] = give(d)
			before = d
		}
	}
}

// name names all relations but the root's.
func (l *labeller) name(m weights, classes int) {
	l.scores = append(l.scores[:0], make([]int32, classes)...)
	l.each(func(int32) int {
		clear(l.scores)
		m.Score(l.features, l.scores)
		return perceptron.Best(l.scores)
	})
}
