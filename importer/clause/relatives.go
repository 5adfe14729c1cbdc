package clause

import "skein/importer/english"

// gapBefore makes what the relative word at chunk k stands behind the object: "X, which Y bombed".
func (p *Parser) gapBefore(k int, cl *Clause) {
	if p.sortAt(k) != relative || p.chunks[k].word == "whose" || len(cl.Objects) > 0 || cl.Passive || english.Saying(cl.Lemma) != english.NoSpeech {
		return
	}
	if k--; p.sortAt(k) == comma {
		k--
	}
	if p.sortAt(k) != nounPhrase {
		return
	}
	if n := k - 2; p.placed(k) && p.sortAt(k-1) == preposition && p.sortAt(n) == nounPhrase && english.PeopleNoun(p.Lemma(p.s.Phrases[p.chunks[n].index].Head)) {
		k = n // "militias from the north, which Y accuses"
	}
	cl.Objects = append(cl.Objects, p.explainedBy(p.chunks[k].index))
}

// antecedent makes what the relative word at chunk k stands behind the subject.
func (p *Parser) antecedent(k int, cl *Clause) {
	who := p.chunks[k].word == "who"
	k--
	if p.sortAt(k) == comma {
		k--
	}
	first := k
	if !who && (english.Happens(cl.Lemma) || cl.Passive && english.Light(cl.Lemma)) {
		k = p.eventBefore(k)
	}
	for k >= 0 && p.chunks[k].sort == nounPhrase {
		q := p.chunks[k].index
		if !who || !p.placed(k) && p.class(q) != 'e' || p.sortAt(k-1) != preposition {
			p.setSubject(cl, p.explainedBy(p.described(q)))
			return
		}
		if p.sortAt(k-2) != nounPhrase {
			break
		}
		k -= 2
	}
	if p.sortAt(first) == nounPhrase {
		p.setSubject(cl, p.chunks[first].index)
	}
}

// eventBefore goes from the phrase at chunk k to the noun before it that tells an event, past what prepositions join to
// that: "attacks in X and Y which killed", "the talks with X, which began"; it stays at k where there is none.
func (p *Parser) eventBefore(k int) int {
	for n, at := 0, k; n < maxObliques && p.sortAt(at) == nounPhrase; n++ {
		q := p.chunks[at].index
		if len(english.EventNoun(p.Lemma(p.s.Phrases[q].Head))) > 0 {
			return at
		}
		switch {
		case p.sortAt(at-1) == preposition:
			at -= 2
		case p.s.Phrases[q].Joined >= 0 && (p.sortAt(at-1) == conjunction || p.sortAt(at-1) == comma):
			at -= 2
		default:
			return k
		}
	}
	return k
}

// placed reports whether the phrase at chunk k is a place: nobody who could be meant by "who".
func (p *Parser) placed(k int) bool {
	q := p.chunks[k].index
	if p.class(q) == 'p' {
		return true
	}
	if p.sortAt(k-1) != preposition || !p.isPlace(p.s.Phrases[q].Outer) {
		return false
	}
	switch p.chunks[k-1].word {
	case "in", "at", "from", "to", "into", "inside", "across", "near", "throughout", "within":
		return true
	}
	return false
}

// relativeBefore reports whether the verb group at chunk k is the verb of a relative clause.
func (p *Parser) relativeBefore(k int) bool {
	k = p.before(k)
	return p.sortAt(k) == relative || p.sortAt(k) == nounPhrase && p.sortAt(k-1) == relative
}
