package clause

import (
	"strings"

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
		for k := ph.First + 1; k < ph.Head; k++ { // "a contract worth 1.4 billion euros"
			if p.lower(k) == "worth" && p.mention[k] < 0 {
				ph.Head = k - 1
				break
			}
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
			if !p.startsClause(c) {
				p.join(c)
			}
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

// appose finds the name that the phrase at chunk c explains, or that explains it: "X, commander of Y"; "its air wing, X".
func (p *Parser) appose(c int) {
	ph := &p.s.Phrases[p.chunks[c].index]
	before := c - 1
	if p.sortAt(before) == adverb && p.sortAt(before-1) == comma {
		switch p.chunks[before].word { // "his partner, formerly the Wagner Group"
		case "formerly", "previously", "now", "currently", "once", "then":
			before--
		}
	}
	if ph.Joined >= 0 || p.sortAt(before) != comma {
		return
	}
	end := c
	for p.sortAt(end+1) == preposition && p.chunks[end+1].word == "of" && p.sortAt(end+2) == nounPhrase { // "thousands of people"
		end += 2
	}
	byWhom := p.sortAt(end+2) == preposition && (p.chunks[end+2].word == "by" || // "Jane Roe, a nurse kidnapped by X"
		p.sortAt(end+1) == verbGroup && english.Stative(p.Lemma(p.chunks[end+1].last-1)) && p.indefinite(c)) // "X, a ship based in Y"
	if p.sortAt(end+1) == verbGroup && !byWhom && p.chunks[end+1].word != "to" && p.finite(p.chunks[end+1].first) && !p.partOf(c, c-2) && !p.placeLike(c) && p.class(p.chunks[c].index) != 'p' {
		return // "After the raid, the army left"
	}
	k := before - 1
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
		if p.sortAt(k-1) == preposition && (p.chunks[k-1].word == "of" || p.chunks[k-1].word == "for") && p.sortAt(k-2) == nounPhrase && p.class(q) != 'n' &&
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

// Lemma is the base form of token t of the sentence taken apart last; of a noun in capitals that package english
// knows, the singular ("Soldiers").
func (p *Parser) Lemma(t int) string {
	l := p.d.Tokens[t].Lemma
	if l == "" {
		l = p.lower(t)
	}
	if p.tag(t) != importer.Propn || !strings.HasSuffix(l, "s") && !strings.HasSuffix(l, "men") {
		return l
	}
	one := strings.TrimSuffix(l, "s")
	if stem, ok := strings.CutSuffix(l, "men"); ok {
		one = stem + "man"
	}
	if english.PeopleNoun(one) || english.PostOf(one) != english.NoPost || english.PlaceNoun(one) || len(english.EventNoun(one)) > 0 {
		return one
	}
	return l
}
