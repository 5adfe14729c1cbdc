package parse

import (
	"skein/importer"
	"skein/importer/group"
	"skein/importer/perceptron"
	"skein/importer/tag"
)

// word is a word with what its features are made of.
type word struct {
	hash  uint64   // of the folded word
	tag   uint64   // class of its tag, from 1
	fine  uint64   // tag and ending; tag and word where the tag's words are few
	tail  uint64   // its last letters and its tag
	kin   uint64   // words of like use: its group, or its tail where it has none
	mark  int8     // what it is when it stands between two others, from 1, or 0
	marks [4]int32 // how many words of each mark stand before it
}

// none stands for a word that is not there.
var none word

// prepare appends the words of a sentence to w.
func prepare(w []word, words []string, tags []importer.Tag, kin group.Table) []word {
	var room []byte
	for i, text := range words {
		room = group.Fold(room[:0], text)
		x := word{hash: perceptron.Hash(string(room)), tag: uint64(tag.Class(tags[i])) + 1}
		x.fine = x.tag
		switch tags[i] {
		case importer.Noun, importer.Verb, importer.Adj, importer.Adv, importer.Propn, importer.Num, importer.Other:
			x.fine |= ending(room) << 8
		default:
			x.fine = perceptron.Mix(x.tag, x.hash)
		}
		for n := range 3 {
			if len(room) > n {
				x.tail = (x.tail<<8 | uint64(room[len(room)-1-n]))
			}
		}
		x.tail = x.tail<<8 | x.tag
		x.kin = x.tail
		if k := kin.Of(room); k > 0 {
			x.kin = uint64(k)<<8 | x.tag | 1<<60
		}
		switch tags[i] {
		case importer.Verb, importer.Aux:
			x.mark = 1
		case importer.Conj:
			x.mark = 2
		case importer.Punct:
			if text == "," {
				x.mark = 3
			} else {
				x.mark = 4
			}
		}
		w = append(w, x)
	}
	count(w)
	return w
}

// count sets the marks of all words.
func count(w []word) {
	var marks [4]int32
	for i := range w {
		w[i].marks = marks
		if m := w[i].mark; m > 0 {
			marks[m-1]++
		}
	}
}

// ending tells the forms of verbs and nouns apart.
func ending(w []byte) uint64 {
	n := len(w)
	if n < 3 {
		return 0
	}
	switch string(w[n-2:]) {
	case "ed":
		return 1
	case "en":
		return 2
	case "ly":
		return 3
	case "ng":
		return 4
	case "ss":
		return 0
	}
	if w[n-1] == 's' {
		return 5
	}
	return 0
}

// distance puts the number of words from a to b in classes.
func distance(a, b int32) uint64 {
	switch d := b - a; {
	case d < 5:
		return uint64(max(d, 0))
	case d < 7:
		return 5
	case d < 11:
		return 6
	}
	return 7
}

// between is what stands between the words a and b, as bits.
func between(a, b *word) uint64 {
	n := uint64(0)
	for i := range a.marks {
		n = n<<2 | uint64(min(max(b.marks[i]-a.marks[i], 0), 2))
	}
	return n
}

func (s *search) at(i int32) *word {
	if i < 0 || int(i) >= len(s.w) {
		return &none
	}
	return &s.w[i]
}

// find sets s.features to those of a state.
func (s *search) find(x *state) {
	var under, under2 node = bare(-1), bare(-1)
	if x.below >= 0 {
		u := &s.states[x.below]
		under = u.top
		if u.below >= 0 {
			under2 = s.states[u.below].top
		}
	}
	s0, s1, s2 := s.at(x.top.word), s.at(under.word), s.at(under2.word)
	n0, n1, n2 := s.at(x.next.word), s.at(x.next.word+1), s.at(x.next.word+2)
	s0l, s0r, s1l, s1r, n0l := s.at(x.top.left), s.at(x.top.right), s.at(under.left), s.at(under.right), s.at(x.next.left)
	s0l2, s0r2, s1r2, n0l2 := s.at(x.top.left2), s.at(x.top.right2), s.at(under.right2), s.at(x.next.left2)
	dn, ds := distance(x.top.word, x.next.word), distance(under.word, x.top.word)
	bn, bs := between(s0, n0), between(s1, s0)
	v0 := uint64(min(x.top.lefts, 3))<<4 | uint64(min(x.top.rights, 3))
	v1 := uint64(min(under.lefts, 3))<<4 | uint64(min(under.rights, 3))
	vn := uint64(min(x.next.lefts, 3))

	f := s.features[:0]
	n := uint64(0)
	one := func(a uint64) {
		n++
		f = append(f, perceptron.Mix(n, a))
	}
	two := func(a, b uint64) { one(perceptron.Mix(a, b)) }
	three := func(a, b, c uint64) { one(perceptron.Mix(perceptron.Mix(a, b), c)) }
	four := func(a, b, c, d uint64) { one(perceptron.Mix(perceptron.Mix(a, b), perceptron.Mix(c, d))) }

	for _, w := range [...]*word{s0, s1, n0, n1} {
		one(w.fine)
		two(w.hash, w.tag)
		one(w.tail)
		one(w.kin)
	}
	one(n2.fine)
	two(n2.hash, n2.tag)
	one(s2.fine)

	two(s0.hash, n0.hash)
	two(s0.hash, n0.fine)
	two(s0.fine, n0.hash)
	two(s0.fine, n0.fine)
	two(s0.tag, n0.tag)
	two(s0.kin, n0.kin)
	two(s0.hash, n0.kin)
	two(s0.kin, n0.hash)
	two(s1.hash, s0.hash)
	two(s1.hash, s0.fine)
	two(s1.fine, s0.hash)
	two(s1.fine, s0.fine)
	two(s1.tag, s0.tag)
	two(s1.kin, s0.kin)
	two(s1.hash, s0.kin)
	two(s1.kin, s0.hash)
	three(s1.kin, s0.tag, n0.tag)
	three(s1.tag, s0.kin, n0.tag)
	two(n0.fine, n1.fine)
	two(n0.hash, n1.fine)
	two(s1.fine, n0.fine)
	two(s1.hash, n0.hash)
	two(s1.hash, n0.fine)
	two(s1.fine, n0.hash)

	three(n0.fine, n1.fine, n2.fine)
	three(s0.fine, n0.fine, n1.fine)
	three(s0.tag, n0.tag, n1.tag)
	three(s1.fine, s0.fine, n0.fine)
	three(s1.tag, s0.tag, n0.tag)
	three(s1.hash, s0.tag, n0.tag)
	three(s1.tag, s0.hash, n0.tag)
	three(s1.tag, s0.tag, n0.hash)
	three(s2.tag, s1.tag, s0.fine)
	four(s2.tag, s1.tag, s0.tag, n0.tag)
	four(s1.tag, s0.tag, n0.tag, n1.tag)
	four(s0.tag, n0.tag, n1.tag, n2.tag)

	three(s0.fine, s0l.fine, n0.fine)
	three(s0.fine, s0r.fine, n0.fine)
	three(s0.fine, n0l.fine, n0.fine)
	three(s1.fine, s0.fine, s0l.fine)
	three(s1.fine, s0.fine, s0r.fine)
	three(s1.fine, s1l.fine, s0.fine)
	three(s1.fine, s1r.fine, s0.fine)
	four(s1.tag, s1r.tag, s0.tag, n0.tag)
	four(s1.tag, s0.tag, s0l.fine, n0.tag)
	four(s1.tag, s0.tag, s0r.tag, n0.tag)
	four(s0.tag, n0.tag, n0l.fine, n0l2.tag)
	three(s0.tag, s0l.fine, s0l2.fine)
	three(s0.tag, s0r.tag, s0r2.tag)
	three(s1.tag, s1r.tag, s1r2.tag)
	two(s0l.hash, s0.tag)
	two(s0r.hash, s0.tag)
	two(s1r.hash, s1.tag)
	two(n0l.hash, n0.tag)
	// prepositions are dependents of their nouns
	two(s1.hash, s0l.hash)
	three(s1.hash, s0l.hash, s0.hash)
	three(s1.tag, s0l.hash, s0.hash)
	three(s1.hash, s0l.hash, n0.tag)
	three(s0.hash, n0l.hash, n0.tag)
	three(s1.kin, s0l.hash, s0.kin)
	three(s1.hash, s0l.hash, s0.kin)
	three(s1.kin, s0l.hash, n0.tag)

	two(s0.hash, dn)
	two(s0.fine, dn)
	two(n0.hash, dn)
	three(s0.fine, n0.fine, dn)
	three(s0.tag, n0.tag, bn)
	two(s1.hash, ds)
	two(s0.hash, ds|8)
	three(s1.fine, s0.fine, ds)
	three(s1.tag, s0.tag, bs)
	four(s1.tag, s0.tag, n0.tag, ds<<8|dn)
	two(s0.hash, v0)
	two(s0.fine, v0)
	two(s1.hash, v1)
	two(s1.fine, v1)
	two(n0.hash, vn)
	two(n0.fine, vn)
	three(s0.tag, n0.tag, v0<<8|vn)
	three(s1.tag, s0.tag, v0<<8|v1)
	s.features = f
}
