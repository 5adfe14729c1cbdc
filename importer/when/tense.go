package when

import (
	"strings"

	"skein/importer/english"
)

// tense is when the clause around an expression of time takes place.
type tense int8

const (
	past    tense = -1
	unknown tense = 0
	future  tense = 1
)

// tense is the tense of the clause that the expression of the lexemes [i, i+n) dates: by the words before it, at the
// beginning of a sentence by the first verb behind it.
func (p *parser) tense(i, n int) tense {
	if p.future(i) {
		return future
	}
	for k := i - 1; k >= 0; k-- {
		switch l := p.lex[k]; {
		case l.lower == ";" || l.lower == "“" || l.lower == "”" || l.lower == "\"":
			return unknown
		case l.sort == word && p.verb(l.token):
			if english.Saying(p.lemma(l.token)) != english.NoSpeech { // "announced the elections on May 8"
				return unknown
			}
			return p.verbTense(k)
		}
	}
	for k := i + n; k < len(p.lex); k++ {
		if l := p.lex[k]; l.sort == word && p.verb(l.token) {
			return p.verbTense(k)
		}
	}
	return unknown
}

// verbTense is the tense of the verb at i as far as its form shows it.
func (p *parser) verbTense(i int) tense {
	w := p.lex[i].lower
	switch {
	case w == "will" || w == "shall":
		return future
	case w == "was" || w == "were":
		if p.is(i+1, "to") {
			return unknown
		}
		return past
	case w == "had" || strings.HasSuffix(w, "ed") && !p.is(i-1, "be") || english.PastOnly(w):
		return past
	}
	if l, ok := english.IrregularVerb(w); ok && l != w && !strings.HasSuffix(w, "ing") && !p.is(i-1, "be", "been", "being", "is", "are") {
		return past // "held"
	}
	return unknown
}

// pastPerfect reports whether the first verb behind i is of what had happened by then.
func (p *parser) pastPerfect(i int) bool {
	for k := i; k < len(p.lex); k++ {
		if l := p.lex[k]; l.sort == word && p.verb(l.token) {
			return l.lower == "had"
		}
	}
	return false
}

// willBe reports whether what the expression at i dates is to come, in the eyes of who writes.
func (p *parser) willBe(i int) bool {
	for k := i - 1; k >= 0 && k > i-16; k-- {
		if l := p.lex[k]; l.lower == "will" {
			return true
		} else if l.sort == mark && l.lower != "," || l.sort == word && p.verb(l.token) && p.verbTense(k) == past {
			return false
		}
	}
	return false
}

// future reports whether the words before i speak of what is to come.
func (p *parser) future(i int) bool {
	for k := i - 1; k >= 0 && k > i-16; k-- {
		switch p.lex[k].lower {
		case "will", "ll", "shall", "would", "could", "might", "upcoming", "scheduled", "planned", "plans", "due", "expected", "next", "set", "slated":
			return true
		case "is", "are":
			if p.is(k+1, "to") {
				return true // "is to meet X on Thursday"
			}
		case "that":
			if p.at(k+1).sort == word && p.verb(p.at(k+1).token) && p.verbTense(k+1) == past {
				return false // "will discuss the strike that killed 12 on Tuesday"
			}
		case "by":
			if k == i-1 {
				return !p.pastPerfect(i)
			}
		case "agreed", "agree", "decided", "vowed", "promised", "pledged", "wants", "want", "hopes", "hope", "intends", "intend", "plan":
			if p.is(k+1, "to") {
				return true
			}
		case ";", ":", "“", "”", "\"", "said", "which", "who", "told", "announced", "after":
			return false
		}
	}
	return false
}
