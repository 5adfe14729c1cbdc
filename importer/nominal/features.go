package nominal

import "skein/importer/perceptron"

// habit is the feature of all texts that are annotated as people annotate, who leave out what is of no account. Training takes it from
// texts that were annotated to the letter, so that these teach what things are, and not how many of them are noted.
const habit = 1 << 41

// find sets t.features to those of token i in a sentence of tokens [from, to).
func (t *text) find(i, from, to int) {
	at := func(k int) *word {
		if k < from || k >= to {
			return &outside
		}
		return &t.w[k]
	}
	w, l, r, ll, rr := at(i), at(i-1), at(i+1), at(i-2), at(i+2)
	f := t.features[:0]
	n := uint64(0)
	add := func(h uint64) {
		n++
		f = append(f, perceptron.Mix(n, h))
	}
	some := func(h uint64) {
		n++
		if h != 0 {
			f = append(f, perceptron.Mix(n, h))
		}
	}
	mix := perceptron.Mix
	two := func(a, b uint64) { add(mix(a, b)) }
	shape := w.shape
	if w.first {
		shape |= 16
	}
	add(0)
	f = append(f, habit)
	add(w.hash)
	add(l.hash)
	add(r.hash)
	add(ll.hash)
	add(rr.hash)
	add(shape)
	two(w.hash, shape)
	two(l.shape<<8|r.shape, shape)
	two(l.hash, w.hash)
	two(w.hash, r.hash)
	two(ll.hash, l.hash)
	two(r.hash, rr.hash)
	for k := range w.prefix {
		if k > 0 {
			some(w.prefix[k])
		}
		some(w.suffix[k])
	}
	some(l.suffix[2])
	some(r.suffix[2])
	two(shape, w.suffix[2])
	some(w.kin)
	some(l.kin)
	some(r.kin)
	some(ll.kin)
	some(rr.kin)
	two(w.kin, l.kin)
	two(w.kin, r.kin)
	two(w.kin, shape)
	two(w.kin, l.tag)
	add(w.tag)
	add(l.tag)
	add(r.tag)
	two(w.tag, l.tag)
	two(w.tag, r.tag)
	two(l.tag, mix(w.tag, r.tag))
	two(l.tag, ll.tag)
	two(r.tag, rr.tag)
	two(l.hash, w.tag)
	two(r.hash, w.tag)
	some(w.find)
	two(w.find, w.findAt)
	two(mix(w.find, w.findAt), w.hash)
	two(mix(w.find, w.findAt), w.tag)
	two(w.find, w.inner)
	two(l.find, l.findAt)
	two(r.find, r.findAt)
	two(mix(w.find, w.findAt), mix(r.find, r.findAt))
	two(mix(w.find, w.findAt), mix(l.find, l.findAt))
	two(mix(w.find, w.findAt), r.tag)
	two(mix(w.find, w.findAt), l.tag)
	add(w.when)
	two(w.when, w.hash)
	two(w.when, w.kin)
	add(l.when<<8 | r.when)
	some(w.lists)
	some(l.lists)
	some(r.lists)
	some(w.memory)
	two(w.seen, shape)
	two(w.memory, w.find)
	h, b := at(int(w.head)), at(int(w.start))
	before, behind := at(int(w.start)-1), at(int(w.head)+1)
	some(w.sense)
	some(w.senses)
	some(l.sense)
	some(r.sense)
	two(w.sense, w.tag)
	two(w.chunk, h.sense)
	two(w.chunk, h.senses)
	two(mix(w.chunk, h.sense), h.many)
	two(mix(w.chunk, h.sense), b.hash)
	two(mix(w.chunk, h.sense), before.hash)
	two(mix(w.chunk, h.sense), behind.tag)
	two(w.chunk, h.many)
	two(mix(w.chunk, h.many), h.kin)
	two(mix(w.chunk, h.many), b.hash)
	t.features = f
}
