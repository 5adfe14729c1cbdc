package clause

import (
	"slices"

	"skein/importer"
	"skein/importer/english"
)

// reduced reports whether a bare past form is a participle: "militants backed by", "troops deployed to the north have".
func (p *Parser) reduced(c int, cl *Clause) bool {
	w := p.lower(cl.Verb)
	if w == cl.Lemma && !english.SameParticiple(w) || english.PastOnly(w) || w == cl.Lemma+"s" || w == cl.Lemma+"es" {
		return false
	}
	if k := p.before(c); p.sortAt(k) == conjunction && p.sortAt(c+1) == preposition {
		g := p.anyVerbBefore(k)
		return g >= 0 && p.s.Clauses[g].Form == Participle && p.s.Clauses[g].Last > p.afterName(k) // "founded in 1982 and led by"
	} else if p.sortAt(k) != nounPhrase && p.sortAt(k) != comma && !p.opening(c) || k >= 0 && p.sortAt(k) == nounPhrase && p.pronoun(p.chunks[k].index) {
		return false
	}
	next := c + 1
	for p.sortAt(next) == adverb {
		next++
	}
	if p.d.Sentences[p.s.Index].Role == importer.Headline && p.sortAt(next) != nounPhrase && (english.ObjectIn("harm", cl.Lemma) || transitive(cl.Lemma)) {
		return true // "Two soldiers killed in attack"
	}
	by := next
	for p.sortAt(by) == timeWord { // "a plan agreed last year by"
		by++
	}
	switch {
	case by < len(p.chunks) && p.chunks[by].word == "by" && p.sortAt(by) == preposition:
		return p.sortAt(by+1) == nounPhrase // not "responded by shelling"
	case p.opening(c): // "Based in Nairobi, the airline flies"
		return p.sortAt(next) == preposition || p.sortAt(next) == timeWord
	case p.sortAt(p.before(c)) == comma && p.sortAt(p.before(c)-1) == nounPhrase && (p.sortAt(next) != nounPhrase || naming(cl.Lemma)) && p.verbBehindComma(next) && !p.finiteBefore(c):
		return true // "The group, founded in 1982, is"
	case p.setOff(p.before(c)) >= 0 && !p.finiteBehind(next): // "Russia, whose forces hold X, called for"
		return false
	case english.Stative(cl.Lemma) && p.sortAt(next) == preposition && (p.finiteBefore(c) || p.sortAt(p.before(c)) == comma && p.finiteBehind(next)):
		return true
	case p.sortAt(next) != preposition:
		return false
	}
	for k := next; k < len(p.chunks); k++ { // is there another verb for the subject?
		switch p.chunks[k].sort {
		case verbGroup:
			byWhom := p.sortAt(k+1) == preposition && p.chunks[k+1].word == "by" && p.chunks[k].last == p.chunks[k].first+1
			return p.chunks[k].word != "to" && p.finite(p.chunks[k].first) && !p.startsSubject(k, next) && !byWhom
		case comma, conjunction, marker, relative, mark:
			return false
		}
	}
	return false
}

// naming reports whether the verb gives names: "the wing, nicknamed the Wolves, flew".
func naming(lemma string) bool {
	switch lemma {
	case "nickname", "dub", "call", "name", "codename", "christen":
		return true
	}
	return false
}

// afterName is the token that ends the last phrase before chunk k that a comma ends, or 0.
func (p *Parser) afterName(k int) int {
	for ; k > 0; k-- {
		if p.chunks[k].sort == comma {
			return p.chunks[k-1].last
		}
	}
	return 0
}

// verbBehindComma reports whether, behind phrases, prepositions and times from chunk k on, a comma ends what is set off and a finite
// verb follows.
func (p *Parser) verbBehindComma(k int) bool {
	for ; k < len(p.chunks); k++ {
		switch p.chunks[k].sort {
		case nounPhrase, preposition, timeWord, adverb:
		case conjunction:
			if p.sortAt(k+1) == verbGroup {
				k++
			}
		case comma:
			next := k + 1
			for p.sortAt(next) == adverb {
				next++
			}
			if p.sortAt(next) == verbGroup {
				return p.chunks[next].word != "to" && p.finite(p.chunks[next].first)
			}
			if p.sortAt(next) == nounPhrase && !p.placeLike(next) {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// opening reports whether the sentence begins with the verb group at chunk c, adverbs and quotation marks aside:
// "Backed by jets, the troops advanced".
func (p *Parser) opening(c int) bool {
	k := p.before(c)
	return k < 0 || k == 0 && p.quoteMark(k)
}

// transitive reports whether the verb tells events, and none without an object.
func transitive(lemma string) bool {
	senses := english.EventVerb(lemma)
	return len(senses) > 0 && !slices.ContainsFunc(senses, func(s english.Trigger) bool { return !s.Object })
}

// finiteBefore reports whether a finite verb stands before chunk c, so that the noun between belongs to that one.
func (p *Parser) finiteBefore(c int) bool {
	for k := c - 1; k >= 0; k-- {
		switch p.chunks[k].sort {
		case verbGroup:
			return p.s.Clauses[p.chunks[k].index].Form == Finite
		case marker, relative:
			return false
		case mark:
			if w := p.chunks[k].word; w != "(" && w != ")" {
				return false
			}
		}
	}
	return false
}

// finiteBehind reports whether a verb that may be finite stands behind chunk c in the same clause.
func (p *Parser) finiteBehind(c int) bool {
	for k := c; k < len(p.chunks); k++ {
		switch p.chunks[k].sort {
		case verbGroup:
			if p.chunks[k].word != "to" && p.finite(p.chunks[k].first) {
				return true
			}
		case marker, relative:
			return false
		case mark:
			if w := p.chunks[k].word; w == ";" || w == ":" {
				return false
			}
		}
	}
	return false
}
