package clause

import "skein/importer/english"

// subject finds the subjects of the clause of the verb group at chunk c, and the clause it hangs on.
func (p *Parser) subject(c int, cl *Clause) {
	switch cl.Form {
	case Infinitive:
		p.infinitive(c, cl)
	case Gerund, Participle:
		p.participle(c, cl)
	default:
		p.finiteSubject(c, cl)
	}
}

// setSubject makes phrase q and its conjuncts on the left the subjects.
func (p *Parser) setSubject(cl *Clause, q int) {
	cl.Subjects = cl.Subjects[:0]
	for q >= 0 {
		cl.Subjects = append(cl.Subjects, q)
		q = p.s.Phrases[q].Joined
	}
	for i, j := 0, len(cl.Subjects)-1; i < j; i, j = i+1, j-1 {
		cl.Subjects[i], cl.Subjects[j] = cl.Subjects[j], cl.Subjects[i]
	}
}

// finiteSubject looks left for the noun phrase that the verb belongs to.
func (p *Parser) finiteSubject(c int, cl *Clause) {
	k := p.before(c)
	if p.speaksBehind(c, k, cl) {
		p.inverted(c, cl)
		return
	}
	switch p.sortAt(k) {
	case relative:
		p.antecedent(k, cl)
		return
	case conjunction:
		if g := p.infinitiveBefore(k); g >= 0 && cl.First == cl.Verb && p.Lemma(cl.Verb) == p.lower(cl.Verb) { // "to come and go"
			from := &p.s.Clauses[g]
			cl.Form, cl.Governor, cl.Noun = Infinitive, from.Governor, from.Noun
			cl.Subjects = append(cl.Subjects, from.Subjects...)
			return
		}
		if g := p.verbBefore(k); g >= 0 { // "came and went"
			p.share(cl, p.pastSpeech(g, c))
			return
		}
	}
	if n := p.setOff(k); n >= 0 {
		k = n
	} else if g := p.verbListed(k, c); g >= 0 { // "attacked X, killed two and fled"
		p.share(cl, g)
		return
	}
	for k >= 0 {
		switch p.chunks[k].sort {
		case nounPhrase:
			q := p.chunks[k].index
			if p.objectOfHanging(k) { // "a report naming X has", "plans to attack X have"
				k = p.pastReduced(k - 1)
				continue
			}
			if prep := p.governed(q); prep >= 0 {
				if p.quantified(prep) {
					p.setSubject(cl, q)
					return
				}
				for k--; k >= 0 && p.chunks[k].first > prep; k-- {
				}
				k--
				continue
			}
			p.setSubject(cl, p.explainedBy(q))
			p.gapBefore(k-1, cl)
			return
		case comma:
			k = p.pastComma(k)
			continue
		case verbGroup:
			g := p.chunks[k].index
			if n := p.speechBegins(g); n > 0 && p.bare(p.chunks[k].last, c) { // "“Chad,” X said, “attacked Mali”"
				k = p.chunkAt(n - 1)
				continue
			}
			if p.s.Clauses[g].Form != Finite || p.relativeBefore(k) {
				k = p.pastReduced(k)
				continue
			}
			if p.sortAt(k+1) == conjunction || p.conjoined(k, c) {
				p.share(cl, g)
			}
			return
		case marker, relative:
			return
		case conjunction:
			if g := p.verbBefore(k); g >= 0 {
				p.share(cl, g)
				return
			}
		case mark:
			if w := p.chunks[k].word; w == ";" || w == ":" {
				return
			}
		}
		k--
	}
	p.inverted(c, cl)
}

// verbListed is the finite verb before the comma at chunk k whose subject does what the verb at chunk c says as well, since "and" joins
// another one to that; or -1.
func (p *Parser) verbListed(k, c int) int {
	if p.sortAt(k) != comma {
		return -1
	}
	at := k - 1
	for p.sortAt(at) == timeWord || p.sortAt(at) == nounPhrase && p.sortAt(at-1) == preposition {
		if p.sortAt(at) == nounPhrase {
			at--
		}
		at--
	}
	if p.sortAt(at) == nounPhrase {
		at--
	}
	if p.sortAt(at) != verbGroup || at == k-1 {
		return -1
	}
	g := p.chunks[at].index
	if from := &p.s.Clauses[g]; from.Form != Finite || from.Passive || len(from.Subjects) == 0 || english.Saying(from.Lemma) != english.NoSpeech || p.relativeBefore(at) {
		return -1
	}
	for n := c + 1; n < len(p.chunks); n++ {
		switch p.sortAt(n) {
		case conjunction:
			if p.sortAt(n+1) == verbGroup && p.finite(p.chunks[n+1].first) {
				return g
			}
		case verbGroup, marker, relative:
			return -1
		}
	}
	return -1
}

// objectOfHanging reports whether the phrase at chunk k is the object of a participle, an infinitive or a relative clause right before
// it that hangs on a noun.
func (p *Parser) objectOfHanging(k int) bool {
	if p.sortAt(k-1) != verbGroup {
		return false
	}
	cl := &p.s.Clauses[p.chunks[k-1].index]
	if cl.Form == Participle || len(cl.Objects) == 0 || cl.Objects[0] != p.chunks[k].index {
		return false
	}
	if cl.Form == Finite { // "the general who led the raid has"
		n := p.before(k - 1)
		return p.sortAt(n) == relative && p.sortAt(n-1) == nounPhrase
	}
	return p.sortAt(p.before(k-1)) == nounPhrase
}

// baseOf reports whether phrase q names the base of the unit that phrase unit names: "the 5th Bomb Wing, Minot Air Force Base".
func (p *Parser) baseOf(q, unit int) bool {
	a, b := p.s.Phrases[q].Outer, p.s.Phrases[unit].Outer
	return a >= 0 && b >= 0 && p.d.Mentions[a].Type == "facility" && p.d.Mentions[b].Type == "unit"
}

// governed is the preposition that governs phrase q or what it is joined to, or -1.
func (p *Parser) governed(q int) int {
	for range p.s.Phrases {
		ph := &p.s.Phrases[q]
		switch {
		case ph.Joined >= 0:
			q = ph.Joined
		case ph.Prep < 0 && ph.Apposition >= 0 && ph.Outer >= 0 && (p.class(q) == p.class(ph.Apposition) || p.baseOf(q, ph.Apposition)):
			q = ph.Apposition // "commander of Company A, 2nd Battalion"
		default:
			return ph.Prep
		}
	}
	return -1
}

// explainedBy is the name that phrase q explains at last ("3rd Battalion" of "3rd Battalion, 187th Infantry Regiment"), or q.
func (p *Parser) explainedBy(q int) int {
	for range maxObliques {
		a := p.s.Phrases[q].Apposition
		if a < 0 || a >= q || !p.named(a) || p.s.Phrases[a].Prep >= 0 {
			return q
		}
		q = a
	}
	return q
}

// described is the name that a description without one explains: of "the Nile Front, a militia", of "Jane Roe, a nurse"; else q.
func (p *Parser) described(q int) int {
	if o := p.s.Phrases[q].Outer; o >= 0 && !p.d.Mentions[o].Generic {
		return q
	}
	if a := p.s.Phrases[q].Apposition; a >= 0 && a < q && p.named(a) && p.d.Mentions[p.s.Phrases[a].Outer].Type != "named_event" && p.s.Phrases[q].Prep < 0 {
		return a
	}
	return q
}

// named reports whether the phrase is a name.
func (p *Parser) named(q int) bool { return p.s.Phrases[q].Outer >= 0 }

// share gives the clause the subject of another.
func (p *Parser) share(cl *Clause, g int) {
	cl.Subjects = append(cl.Subjects[:0], p.s.Clauses[g].Subjects...)
	if m := p.s.Clauses[g].Mark; cl.Mark == "" {
		cl.Mark = m
	}
	switch bare := cl.First == cl.Verb; {
	case cl.Modal == "" && bare && p.Lemma(cl.Verb) == p.lower(cl.Verb):
		cl.Modal = p.s.Clauses[g].Modal // "will come and go"
	case p.s.Clauses[g].Passive && bare && p.Lemma(cl.Verb) != p.lower(cl.Verb) && len(cl.Objects) == 0 && !english.PastOnly(p.lower(cl.Verb)):
		cl.Passive = true // "was captured and deported"
	}
}

// verbBefore is the clause of the finite verb that "and" at chunk k joins a verb to, or -1.
func (p *Parser) verbBefore(k int) int {
	for k--; k >= 0; k-- {
		switch p.chunks[k].sort {
		case verbGroup:
			if g := p.chunks[k].index; p.s.Clauses[g].Form == Finite && len(p.s.Clauses[g].Subjects) > 0 {
				return g
			}
		case mark:
			if w := p.chunks[k].word; w == ";" || w == ":" {
				return -1
			}
		}
	}
	return -1
}

// infinitiveBefore is the clause of the infinitive before "and" at chunk k, if no finite verb with a noun of its own for
// a subject stands between; or -1.
func (p *Parser) infinitiveBefore(k int) int {
	for k--; k >= 0; k-- {
		switch p.chunks[k].sort {
		case verbGroup:
			g := p.chunks[k].index
			if p.s.Clauses[g].Form == Infinitive {
				return g
			}
			if p.s.Clauses[g].Form == Finite && !p.relativeBefore(k) {
				return -1
			}
		case mark:
			if w := p.chunks[k].word; w == ";" || w == ":" {
				return -1
			}
		}
	}
	return -1
}

// conjoined reports whether "and" and no noun phrase of its own stand between verb groups at chunks k and c.
func (p *Parser) conjoined(k, c int) bool {
	for i := c - 1; i > k; i-- {
		if p.chunks[i].sort == conjunction {
			return true
		}
	}
	return false
}

// pastComma goes left from the comma at chunk k over what is set off by commas: an apposition or a relative clause.
func (p *Parser) pastComma(k int) int {
	for i := k - 1; i >= 0; i-- {
		switch p.chunks[i].sort {
		case comma:
			if p.sortAt(i-1) == conjunction { // "trained and, in May, left"
				return i - 1
			}
			if p.sortAt(i-1) == nounPhrase && (p.sortAt(i+1) == nounPhrase || p.sortAt(i+1) == relative || p.sortAt(i+1) == verbGroup ||
				p.sortAt(i+1) == preposition || p.sortAt(i+1) == adverb || p.sortAt(i+1) == timeWord) {
				return i - 1
			}
		case mark:
			if w := p.chunks[i].word; w == ";" || w == ":" || w == "“" || w == "”" || w == "\"" {
				return k - 1
			}
		}
	}
	return k - 1
}

// pastReduced goes left from a verb group that hangs on a noun to that noun.
func (p *Parser) pastReduced(k int) int {
	for i := k - 1; i >= 0; i-- {
		switch p.chunks[i].sort {
		case nounPhrase:
			return i
		case comma, relative, adverb, preposition, timeWord:
		default:
			return k - 1
		}
	}
	return k - 1
}
