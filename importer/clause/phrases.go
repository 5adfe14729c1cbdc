package clause

import (
	"skein/importer"
	"skein/importer/english"
)

// phrases makes a Phrase of each noun phrase, with its preposition, its conjuncts and what it explains.
func (p *Parser) phrases() {
	for c := range p.chunks {
		ch := &p.chunks[c]
		if ch.sort != nounPhrase {
			continue
		}
		ch.index = len(p.s.Phrases)
		ph := Phrase{First: ch.first, Last: ch.last, Outer: -1, Prep: -1, Joined: -1, Apposition: -1}
		ph.Head = ch.last - 1
		if w := p.lower(ph.Head); ph.Head > ph.First && (w == "'s" || w == "’s" || w == "'" || w == "’") {
			ph.Head--
		}
		if m := p.mention[ph.Head]; m >= 0 {
			ph.Outer = int(m)
		}
		if c > 0 && p.chunks[c-1].sort == preposition {
			ph.Prep = p.chunks[c-1].first
		}
		p.s.Phrases = append(p.s.Phrases, ph)
	}
	p.placeMentions()
	for c := range p.chunks {
		if p.chunks[c].sort == nounPhrase {
			p.join(c)
			p.appose(c)
		}
	}
	for c := range p.chunks {
		if p.chunks[c].sort == nounPhrase {
			p.obliquesOf(c)
		}
	}
}

// placeMentions gives each phrase the mentions that lie in it.
func (p *Parser) placeMentions() {
	sent := p.d.Sentences[p.s.Index].Span
	for p.from < len(p.d.Mentions) && p.d.Mentions[p.from].Begin < sent.Begin {
		p.from++
	}
	for p.from > 0 && p.d.Mentions[p.from-1].Begin >= sent.Begin {
		p.from--
	}
	q := 0
	for i := p.from; i < len(p.d.Mentions) && p.d.Mentions[i].Begin < sent.End; i++ {
		m := p.d.Mentions[i].Span
		for q < len(p.s.Phrases) && p.d.Tokens[p.s.Phrases[q].Last-1].End <= m.Begin {
			q++
		}
		if q == len(p.s.Phrases) {
			return
		}
		if ph := &p.s.Phrases[q]; p.d.Tokens[ph.First].Begin <= m.Begin && m.End <= p.d.Tokens[ph.Last-1].End {
			ph.Mentions = append(ph.Mentions, i)
		}
	}
}

// before is the chunk before c, adverbs aside; -1 at the beginning.
func (p *Parser) before(c int) int {
	c--
	for c >= 0 && p.chunks[c].sort == adverb {
		c--
	}
	return c
}

func (p *Parser) sortAt(c int) chunkSort {
	if c < 0 || c >= len(p.chunks) {
		return mark
	}
	return p.chunks[c].sort
}

// verbFollows reports whether chunk c, adverbs aside, is followed by a verb group that is not an infinitive.
func (p *Parser) verbFollows(c int) bool {
	c++
	for p.sortAt(c) == adverb {
		c++
	}
	return p.sortAt(c) == verbGroup && p.chunks[c].word != "to"
}

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
	if p.d.Sentences[p.s.Index].Role != importer.Headline || p.sortAt(c-2) != nounPhrase || !p.verbFollows(c) {
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
		default:
			at = -1
		}
	}
	if first := p.class(p.chunks[k].index); best >= 0 && (first != 'a' && first != 'h' || want == 'h' && first == 'a') {
		return best
	}
	return k
}

// appose finds the name that the phrase at chunk c explains, or that explains it: "X, commander of Y"; "its air wing, X".
func (p *Parser) appose(c int) {
	ph := &p.s.Phrases[p.chunks[c].index]
	if ph.Joined >= 0 || p.sortAt(c-1) != comma {
		return
	}
	if p.sortAt(c+1) == verbGroup && p.chunks[c+1].word != "to" && p.finite(p.chunks[c+1].first) && !p.partOf(c, c-2) && !p.placeLike(c) && p.class(p.chunks[c].index) != 'p' {
		return // "After the raid, the army left"
	}
	k := c - 2
	for p.sortAt(k) == nounPhrase && p.sortAt(k-1) == preposition && p.sortAt(k-2) == nounPhrase &&
		p.class(p.chunks[k].index) != 'n' && p.class(p.chunks[k-2].index) == 'n' {
		k -= 2
	}
	if p.sortAt(k) != nounPhrase {
		return
	}
	if p.class(p.chunks[c].index) == 'n' {
		if k = p.postBefore(k); k < 0 {
			return // "In the north, Jane Roe"
		}
	}
	to := p.chunks[k].index
	if p.s.Phrases[to].Apposition >= 0 && p.class(p.s.Phrases[to].Apposition) == 'n' {
		to = p.s.Phrases[to].Apposition
	}
	ph.Apposition = to
}

// postBefore is the chunk of the description of a person at chunk k or, past what prepositions join to it, before it
// ("The commander of A, Jane Roe"); or -1.
func (p *Parser) postBefore(k int) int {
	for range maxObliques {
		q := p.chunks[k].index
		head := p.Lemma(p.s.Phrases[q].Head)
		if p.sortAt(k-1) == preposition && p.chunks[k-1].word == "of" && p.sortAt(k-2) == nounPhrase && p.class(q) != 'n' &&
			english.PostOf(p.Lemma(p.s.Phrases[p.chunks[k-2].index].Head)) != english.NoPost {
			k -= 2 // "his chief of staff"
			continue
		}
		if c := p.class(q); c == 'h' || c == 'n' || english.PostOf(head) != english.NoPost || english.PeopleNoun(head) {
			return k
		}
		if p.sortAt(k-1) != preposition || p.sortAt(k-2) != nounPhrase {
			return -1
		}
		k -= 2
	}
	return -1
}

// obliquesOf collects the prepositional phrases behind the phrase at chunk c, up to the next verb.
func (p *Parser) obliquesOf(c int) {
	ph := &p.s.Phrases[p.chunks[c].index]
	ph.Obliques = p.obliques(ph.Obliques, c+1)
}

// maxObliques bounds the obliques of one phrase or clause; no readable sentence has more.
const maxObliques = 8

// obliques adds the prepositional phrases that follow each other from chunk k on.
func (p *Parser) obliques(out []Oblique, k int) []Oblique {
	for ; k < len(p.chunks) && len(out) < maxObliques; k++ {
		switch p.chunks[k].sort {
		case preposition:
			n := k + 1
			if p.quoteMark(n) {
				n++
			}
			if p.sortAt(n) != nounPhrase {
				continue
			}
			out = append(out, Oblique{p.chunks[k].word, p.chunks[n].index})
			k = n
		case mark:
			if !p.quoteMark(k) {
				return out
			}
		case nounPhrase:
			if !p.continues(k) {
				return out
			}
		case timeWord, adverb:
		case comma:
			if s := p.sortAt(k + 1); s != preposition && s != timeWord && s != nounPhrase && s != conjunction {
				return out
			}
		case conjunction:
			if s := p.sortAt(k + 1); s != nounPhrase && s != preposition || p.verbFollows(k+1) {
				return out
			}
		default:
			return out
		}
	}
	return out
}

// quoteMark reports whether chunk c is a quotation mark.
func (p *Parser) quoteMark(c int) bool {
	if p.sortAt(c) != mark || c < 0 || c >= len(p.chunks) {
		return false
	}
	switch p.chunks[c].word {
	case "“", "”", "\"", "'", "‘", "’":
		return true
	}
	return false
}

// continues reports whether the phrase at chunk k is joined to or explains the one before, so that a row of
// prepositional phrases goes on behind it.
func (p *Parser) continues(k int) bool {
	ph := &p.s.Phrases[p.chunks[k].index]
	return ph.Joined >= 0 && !p.verbFollows(k) || ph.Apposition >= 0 && p.isPlace(ph.Outer)
}
