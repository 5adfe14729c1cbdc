package tie

import (
	"skein/importer"
	"skein/importer/perceptron"
)

const (
	near   = 4  // words between two nominals that are looked at as a whole
	nearer = 8  // likewise by their tags
	looked = 20 // words between that are looked at one by one
	beside = 5  // words before the first and behind the second one in which something may be told
)

// add adds the feature with a number of its own and what it is about.
func (r *reader) add(number uint64, about ...uint64) {
	for _, x := range about {
		number = perceptron.Mix(number, x)
	}
	r.features = append(r.features, number)
}

// pair sets the features of nominals i < k of the sentence.
func (r *reader) pair(i, k int) {
	r.features = r.features[:0]
	a, b := &r.nominals[i], &r.nominals[k]
	kinds := perceptron.Mix(a.kind, b.kind)
	r.add(1)
	r.ends(a, b, kinds)
	r.between(i, k, kinds)
	r.told(a, b, kinds)
	r.phrases(a, b, kinds)
	r.clauses(a, b, kinds)
}

// ends looks at the two and their main words.
func (r *reader) ends(a, b *nominal, kinds uint64) {
	r.add(10, a.kind)
	r.add(11, b.kind)
	r.add(12, kinds)
	x, y := r.at(a.head), r.at(b.head)
	r.add(13, x.lemma)
	r.add(14, y.lemma)
	r.add(15, x.lemma, b.kind)
	r.add(16, y.lemma, a.kind)
	r.add(17, x.lemma, y.lemma)
	r.add(18, x.kin)
	r.add(19, y.kin)
	r.add(20, x.kin, b.kind)
	r.add(21, y.kin, a.kind)
	r.add(22, x.tells, b.kind)
	r.add(23, y.tells, a.kind)
	r.add(24, a.typ, b.typ)
	r.add(25, a.typ, b.kind)
	r.add(26, b.typ, a.kind)
	if a.entity >= 0 && a.entity == b.entity {
		r.add(29)
	}
	for t := a.first; t < a.last; t++ {
		if w := r.at(t); w.tells != 0 && t != a.head {
			r.add(27, w.tells, b.kind)
		}
	}
	for t := b.first; t < b.last; t++ {
		if w := r.at(t); w.tells != 0 && t != b.head {
			r.add(28, w.tells, a.kind)
		}
	}
}

// between looks at how far the two are apart, and at what stands between them.
func (r *reader) between(i, k int, kinds uint64) {
	a, b := &r.nominals[i], &r.nominals[k]
	gap := b.first - a.last
	r.add(30, distance(gap))
	r.add(31, distance(gap), kinds)
	r.add(32, uint64(min(k-i, 6)))
	r.add(33, uint64(min(k-i, 4)), kinds)
	list := uint64(0)
	for _, n := range r.nominals[i+1 : min(k, i+5)] {
		list = perceptron.Mix(list, n.kind)
		r.add(34, n.kind)
	}
	r.add(35, list, kinds)
	verbs, marks := uint64(0), uint64(0)
	lemmas, tags := uint64(0), uint64(0)
	for t := a.last; t < b.first; t++ {
		w := r.at(t)
		lemmas, tags = perceptron.Mix(lemmas, w.lemma), perceptron.Mix(tags, w.tag)
		switch r.d.Tokens[t].Tag {
		case importer.Verb:
			verbs++
		case importer.Punct:
			marks++
		}
	}
	r.add(36, min(verbs, 3), min(marks, 3))
	if gap <= near {
		r.add(37, lemmas)
		r.add(38, lemmas, kinds)
	}
	if gap <= nearer {
		r.add(39, tags)
	}
	if gap > 0 {
		x, y := r.at(a.last).lemma, r.at(b.first-1).lemma
		r.add(40, x, b.kind)
		r.add(41, y, a.kind)
		r.add(42, x, kinds)
		r.add(43, y, kinds)
		r.add(44, x, y)
		if gap > 1 {
			r.add(50, r.at(b.first-2).lemma, y)
			r.add(51, r.at(b.first-2).lemma, y, kinds)
			r.add(52, x, r.at(a.last+1).lemma)
			r.add(53, x, r.at(a.last+1).lemma, kinds)
		}
		if gap > 2 {
			r.add(54, r.at(b.first-3).lemma, r.at(b.first-2).lemma, y)
		}
	}
	inner := i + 1
	for t := a.last; t < min(b.first, a.last+looked); t++ {
		for inner < k && r.nominals[inner].last <= t {
			inner++
		}
		if inner < k && r.nominals[inner].first <= t {
			continue // a word of another nominal
		}
		w := r.at(t)
		r.add(45, w.lemma)
		if w.kin != 0 {
			r.add(46, w.kin)
			if r.d.Tokens[t].Tag == importer.Verb {
				r.add(47, w.kin, kinds)
			}
		}
		if w.tells != 0 {
			r.add(48, w.tells)
			r.add(49, w.tells, kinds)
		}
	}
}

// distance is a number of words, larger ones rounded.
func distance(n int) uint64 {
	switch {
	case n < 0:
		return 99
	case n <= 4:
		return uint64(n)
	case n <= 6:
		return 5
	case n <= 9:
		return 6
	case n <= 14:
		return 7
	case n <= 20:
		return 8
	}
	return 9
}

// told looks at what words around the two tell, and the verbs of the whole sentence.
func (r *reader) told(a, b *nominal, kinds uint64) {
	for t := a.first - 1; t >= max(r.first, a.first-beside); t-- {
		if x := r.at(t).tells; x != 0 {
			r.add(60, x)
			r.add(61, x, kinds)
			break
		}
	}
	for t := b.last; t < min(r.first+len(r.words), b.last+beside); t++ {
		if x := r.at(t).tells; x != 0 {
			r.add(62, x)
			r.add(63, x, kinds)
			break
		}
	}
	for _, x := range r.verbs {
		r.add(64, x, kinds)
	}
}

// phrases looks at how the noun phrases of the two hang together.
func (r *reader) phrases(a, b *nominal, kinds uint64) {
	r.add(70, a.prep, b.prep)
	r.add(71, a.prep, b.prep, kinds)
	r.add(72, b.prep, kinds)
	r.add(73, a.prep, kinds)
	if a.phrase < 0 || b.phrase < 0 {
		return
	}
	if a.phrase == b.phrase {
		r.add(74, kinds)
	}
	if a.joined == b.joined {
		r.add(75, kinds)
	}
	for side, x := range [...][2]*nominal{{a, b}, {b, a}} {
		outer, inner := x[0], x[1]
		if r.s.Phrases[inner.phrase].Apposition == outer.phrase {
			r.add(76, uint64(side), kinds)
		}
		for _, o := range r.s.Phrases[outer.phrase].Obliques {
			if o.Phrase == inner.phrase || o.Phrase == inner.joined {
				prep := perceptron.Hash(o.Prep)
				r.add(77, uint64(side), prep)
				r.add(78, uint64(side), prep, kinds)
			}
		}
	}
}

// clauses looks at the parts that the two have in clauses, together and each for itself.
func (r *reader) clauses(a, b *nominal, kinds uint64) {
	same := false
	for _, x := range a.parts {
		c := &r.s.Clauses[x.clause]
		v := r.at(c.Verb)
		for _, y := range b.parts {
			if y.clause != x.clause {
				o := &r.s.Clauses[y.clause]
				tells := r.at(o.Verb).tells
				r.add(80, x.as, y.as, v.tells, tells)
				if o.Governor == x.clause {
					r.add(81, x.as, y.as, tells, kinds)
				}
				continue
			}
			same = true
			r.add(82, x.as, y.as)
			r.add(83, x.as, y.as, kinds)
			r.add(84, x.as, y.as, v.lemma)
			r.add(85, x.as, y.as, v.kin)
			r.add(86, x.as, y.as, v.tells)
			r.add(87, v.tells, kinds)
			r.add(88, x.as, y.as, v.tells, kinds)
			if c.Negated {
				r.add(89, v.tells)
			}
			if c.Modal != "" {
				r.add(90, v.tells)
			}
		}
		r.add(91, x.as, b.kind)
		r.add(92, v.tells, x.as, kinds)
	}
	if same {
		r.add(93, kinds)
	}
	for _, y := range b.parts {
		r.add(94, y.as, a.kind)
		r.add(95, r.at(r.s.Clauses[y.clause].Verb).tells, y.as, kinds)
	}
}
