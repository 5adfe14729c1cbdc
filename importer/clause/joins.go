package clause

import (
	"skein/importer"
	"skein/importer/english"
)

// join finds the phrase that "and" or the comma of a list joins chunk c to.
func (p *Parser) join(c int) {
	ph := &p.s.Phrases[p.chunks[c].index]
	k := c - 1
	if p.sortAt(k) == preposition && p.sortAt(k-1) == conjunction {
		k-- // "in A and in B"
	}
	for c > 0 && p.sortAt(k) == adverb { // "and nearby B"
		k--
	}
	listed := false
	if p.sortAt(k) == comma && p.indefinite(c) && p.classAt(k-1) != 0 && p.sortAt(c+1) == preposition {
		return // "X, a group of A, B and C"
	}
	switch p.sortAt(k) {
	case conjunction:
		if p.chunks[k].word == "but" {
			return
		}
		k--
		if p.sortAt(k) == comma {
			if p.subjectAhead(c) && p.verbBetween(k) {
				return // "sent tanks, and the army left"
			}
			k--
		} else if a, b := p.class(p.chunks[c].index), p.classAt(k); a != b && (a == 'n' || b == 'n') && p.governs(k) &&
			p.subjectAhead(c) && p.verbBetween(k) {
			return // "help came from Chad and Jane Roe was invited"
		}
	case comma:
		if !p.inList(c) && !p.headlineList(c) || p.partOf(c, k-1) {
			return
		}
		listed = true
		k--
	default:
		return
	}
	if p.sortAt(k) != nounPhrase {
		return
	}
	k = p.alike(k, c)
	to := p.chunks[k].index
	if listed && (p.describes(to) && ph.Outer >= 0 || p.class(to) == 'n' && p.class(p.chunks[c].index) != 'n') {
		return // "the commander, Jane Roe, and"; "Jane Roe, mayor of A, and"
	}
	ph.Joined = to
	if ph.Prep < 0 {
		ph.Prep = p.s.Phrases[to].Prep
	}
}

// indefinite reports whether the phrase at chunk c is a description that "a" opens.
func (p *Parser) indefinite(c int) bool {
	ph := &p.s.Phrases[p.chunks[c].index]
	w := p.lower(ph.First)
	return (w == "a" || w == "an") && ph.Outer < 0
}

// inList reports whether the comma before chunk c parts the members of a list: an "and" comes before the next verb.
func (p *Parser) inList(c int) bool {
	for k := c + 1; k < len(p.chunks); k++ {
		switch p.chunks[k].sort {
		case conjunction:
			return p.sortAt(k+1) == nounPhrase && !p.placeLike(c)
		case nounPhrase:
			if p.sortAt(k-1) != comma && p.sortAt(k-1) != preposition {
				return false
			}
		case comma, preposition:
		default:
			return false
		}
	}
	return false
}

// headlineList reports whether the comma before chunk c stands for "and", as in headlines: "Chad, Mali sign pact".
func (p *Parser) headlineList(c int) bool {
	if p.d.Sentences[p.s.Index].Role != importer.Headline || p.sortAt(c-2) != nounPhrase || p.sortAt(c+1) != verbGroup && !p.verbFollows(c) {
		return false
	}
	a, b := p.chunks[c].index, p.chunks[c-2].index
	return p.class(a) == p.class(b) && p.s.Phrases[a].Outer >= 0 && p.s.Phrases[b].Outer >= 0 && p.tag(p.s.Phrases[b].Head) != importer.Adj
}

// subjectAhead reports whether a finite verb follows the phrase at chunk c and what prepositions join to that.
func (p *Parser) subjectAhead(c int) bool {
	k := c + 1
	for p.sortAt(k) == preposition && p.sortAt(k+1) == nounPhrase {
		k += 2
	}
	for p.sortAt(k) == adverb {
		k++
	}
	return p.sortAt(k) == verbGroup && p.chunks[k].word != "to" && p.finite(p.chunks[k].first)
}

// verbBetween reports whether a finite verb stands before chunk k.
func (p *Parser) verbBetween(k int) bool {
	for n := 0; k >= 0 && n < reach; k, n = k-1, n+1 {
		if p.chunks[k].sort == verbGroup && p.chunks[k].word != "to" && p.finite(p.chunks[k].first) {
			return true
		}
	}
	return false
}

// reach is how many chunks are looked back over for a verb at most.
const reach = 60

// classAt is the class of the phrase at chunk k, or 0.
func (p *Parser) classAt(k int) byte {
	if p.sortAt(k) != nounPhrase {
		return 0
	}
	return p.class(p.chunks[k].index)
}

// governs reports whether a preposition governs the phrase at chunk k.
func (p *Parser) governs(k int) bool {
	return p.sortAt(k) == nounPhrase && p.governed(p.chunks[k].index) >= 0
}

// describes reports whether phrase q describes one thing that a name behind it may be the name of: "the commander".
func (p *Parser) describes(q int) bool {
	ph := &p.s.Phrases[q]
	return ph.Outer < 0 && (p.tag(ph.First) == importer.Det || possessive(p.lower(ph.First)) || p.lower(ph.Head) == p.Lemma(ph.Head))
}

// partOf reports whether the mentions of two phrases are written as part and whole: "3rd Battalion, 187th Regiment".
func (p *Parser) partOf(c, k int) bool {
	if p.sortAt(k) != nounPhrase {
		return false
	}
	a, b := p.s.Phrases[p.chunks[c].index].Outer, p.s.Phrases[p.chunks[k].index].Outer
	return a >= 0 && b >= 0 && (p.d.Mentions[b].Part == a || p.d.Mentions[a].Part == b)
}

// placeLike reports whether chunk c is a place behind a comma: "Basra, Iraq, and".
func (p *Parser) placeLike(c int) bool {
	ph := &p.s.Phrases[p.chunks[c].index]
	return ph.Outer >= 0 && p.isPlace(ph.Outer) && p.sortAt(c-2) == nounPhrase && p.isPlace(p.s.Phrases[p.chunks[c-2].index].Outer) &&
		p.d.Mentions[ph.Outer].Type != p.d.Mentions[p.s.Phrases[p.chunks[c-2].index].Outer].Type
}

func (p *Parser) isPlace(mention int) bool {
	if mention < 0 {
		return false
	}
	switch p.d.Mentions[mention].Type {
	case "country", "region", "city", "facility", "feature":
		return true
	}
	return false
}

// class is a coarse sort of a phrase, for likeness: its mention's type, actors alike; 0 for a phrase without.
func (p *Parser) class(phrase int) byte {
	ph := &p.s.Phrases[phrase]
	m := ph.Outer
	if m < 0 && len(ph.Mentions) > 0 {
		m = ph.Mentions[len(ph.Mentions)-1]
		if p.d.Mentions[m].Type == "country" {
			return 'a'
		}
	}
	if m < 0 {
		if english.PeopleNoun(p.Lemma(ph.Head)) {
			return 'h'
		}
		return 0
	}
	switch p.d.Mentions[m].Type {
	case "region", "city", "facility", "feature":
		return 'p'
	case "equipment":
		return 'e'
	case "person":
		return 'n'
	}
	return 'a'
}

// alike goes from the phrase at chunk k to one before it that the phrase at chunk c resembles more: in "forces of A
// and B" A, in "the mayor of A and his aide" the mayor, in "members of A, attached to B, and airmen" the members.
func (p *Parser) alike(k, c int) int {
	want := p.class(p.chunks[c].index)
	best := -1
	for n, at := 0, k; n < maxObliques && at >= 0; n++ {
		switch got := p.class(p.chunks[at].index); {
		case got == want && (want != 0 || n == 0 && p.sortAt(at-1) != preposition):
			return at
		case best < 0 && n > 0 && (got == 'h' && want == 'a' || got == 'a' && want == 'h'):
			best = at
		}
		switch {
		case p.sortAt(at-1) == preposition && p.sortAt(at-2) == nounPhrase:
			at -= 2
		case p.sortAt(at-1) == preposition && p.sortAt(at-2) == verbGroup && p.sortAt(at-3) == comma && p.sortAt(at-4) == nounPhrase:
			at -= 4
		case p.sortAt(at-1) == preposition && p.sortAt(at-2) == verbGroup && p.sortAt(at-3) == nounPhrase && p.s.Phrases[p.chunks[at-3].index].Prep < 0:
			at -= 3 // "sailors assigned to A and airmen"
		case p.sortAt(at-1) == comma && p.sortAt(at-2) == nounPhrase:
			at -= 2
		case p.sortAt(at-1) == verbGroup && p.sortAt(at-2) == relative && p.sortAt(at-3) == comma && p.sortAt(at-4) == nounPhrase:
			at -= 4 // "Jane Roe, who leads A, and"
		default:
			at = -1
		}
	}
	if first := p.class(p.chunks[k].index); best >= 0 && (first != 'a' && first != 'h' || want == 'h' && first == 'a') {
		return best
	}
	return k
}
