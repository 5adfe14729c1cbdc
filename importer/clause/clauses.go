package clause

import (
	"strings"

	"skein/importer"
	"skein/importer/english"
)

// clauses makes a Clause of each verb group, and finds what belongs to it.
func (p *Parser) clauses() {
	for c := range p.chunks {
		if p.chunks[c].sort == verbGroup {
			p.chunks[c].index = len(p.s.Clauses)
			p.s.Clauses = append(p.s.Clauses, p.group(c))
		}
	}
	for c := range p.chunks {
		if p.chunks[c].sort != verbGroup {
			continue
		}
		cl := &p.s.Clauses[p.chunks[c].index]
		p.form(c, cl)
		p.mark(c, cl)
		p.complements(c, cl)
		p.subject(c, cl)
		p.negated(cl)
		p.extent(cl)
	}
	for c := len(p.chunks) - 3; c >= 0; c-- {
		if p.chunks[c].sort == verbGroup && p.chunks[c+1].sort == conjunction && p.chunks[c+2].sort == verbGroup {
			p.shareObjects(&p.s.Clauses[p.chunks[c].index], &p.s.Clauses[p.chunks[c+2].index])
		}
	}
}

// shareObjects gives a clause without objects those of the one that "and" joins right to its verb: "arrested and
// questioned the man".
func (p *Parser) shareObjects(cl, next *Clause) {
	if len(cl.Objects) > 0 || len(cl.Obliques) > 0 || cl.Form != next.Form || cl.Passive != next.Passive || len(next.Objects) == 0 {
		return
	}
	cl.Objects, cl.Obliques = next.Objects, next.Obliques
	p.extent(cl)
}

// tells reports whether a verb with its particle tells of an event, or that one is held.
func tells(verb string) bool {
	return len(english.EventVerb(verb)) > 0 || english.Light(verb) || english.Happens(verb)
}

// group reads a verb group: its verb, modal, negation and voice.
func (p *Parser) group(c int) Clause {
	ch := &p.chunks[c]
	cl := Clause{First: ch.first, Last: ch.last, Verb: ch.last - 1, Governor: -1, Noun: -1}
	be := false
	cl.Negated = c > 0 && p.chunks[c-1].sort == adverb && p.lower(ch.first-1) == "never"
	for t := ch.first; t < ch.last; t++ {
		w := p.lower(t)
		switch {
		case w == "not" || w == "n't" || w == "n’t" || w == "never":
			cl.Negated = true
		case p.tag(t) == importer.Aux && t < cl.Verb:
			switch w {
			case "be", "is", "are", "was", "were", "been", "being", "am", "'s", "’s", "'re", "’re":
				be = true
			case "will", "wo", "'ll", "’ll", "shall", "would", "'d", "’d", "could", "can", "ca", "may", "might", "should", "must":
				cl.Modal = modals(w)
			}
		}
	}
	cl.Lemma = p.Lemma(cl.Verb)
	w := p.lower(cl.Verb)
	verb := p.tag(cl.Verb) == importer.Verb
	cl.Passive = be && verb && !strings.HasSuffix(w, "ing") && w != cl.Lemma || be && verb && english.SameParticiple(w)
	if next := p.lower(ch.last); verb && english.Particle(next) && p.tag(ch.last) != importer.Verb && !p.timed(ch.last+1) &&
		(next != "on" && next != "off" && next != "over" || tells(cl.Lemma+"_"+next) || p.sortAt(c+2) != nounPhrase) { // "landed on a beach", "sank off Gao"
		cl.Particle = next
	}
	return cl
}

// timed reports whether token t is part of a time.
func (p *Parser) timed(t int) bool { return t < p.base+len(p.low) && p.inTime[t] }

// negated finds what negates a clause besides its verb: "no soldier left", "neither A nor B left", "without leaving".
func (p *Parser) negated(cl *Clause) {
	if cl.Form == Gerund && cl.Prep == "without" {
		cl.Negated = true
	}
	if len(cl.Subjects) == 0 || cl.Form != Finite {
		return
	}
	first := p.s.Phrases[cl.Subjects[0]].First
	for _, w := range [...]string{p.lower(first), p.lower(first - 1)} {
		switch w {
		case "no", "none", "nobody", "neither":
			cl.Negated = true
		}
	}
}

func modals(w string) string {
	switch w {
	case "wo", "'ll", "’ll", "shall":
		return "will"
	case "'d", "’d":
		return "would"
	case "ca":
		return "can"
	}
	return w
}

// form tells finite verb groups from the others.
func (p *Parser) form(c int, cl *Clause) {
	w := p.lower(cl.Verb)
	bare := cl.First == cl.Verb || p.onlyAdverbs(cl.First, cl.Verb)
	switch {
	case p.lower(cl.First) == "to":
		cl.Form = Infinitive
	case bare && w == cl.Lemma && p.helped(c):
		cl.Form = Infinitive
	case strings.HasSuffix(w, "ing") && bare && w != cl.Lemma, p.lower(cl.First) == "having":
		cl.Form = Gerund
		if k := p.before(c); p.sortAt(k) == preposition || p.sortAt(k) == marker {
			cl.Prep = p.chunks[k].word
		}
	case bare && p.tag(cl.Verb) == importer.Verb && p.reduced(c, cl):
		cl.Form, cl.Passive = Participle, true
	}
}

// helped reports whether the verb group at chunk c is an infinitive without "to": "help rebuild", "let them leave".
func (p *Parser) helped(c int) bool {
	k := p.before(c)
	if p.sortAt(k) == nounPhrase {
		k--
	}
	if p.sortAt(k) != verbGroup {
		return false
	}
	switch p.s.Clauses[p.chunks[k].index].Lemma {
	case "help":
		return true
	case "let", "make", "see", "watch", "hear":
		return p.before(c) != k
	}
	return false
}

func (p *Parser) onlyAdverbs(first, last int) bool {
	for t := first; t < last; t++ {
		if p.tag(t) != importer.Adv {
			return false
		}
	}
	return true
}

// startsSubject reports whether a noun phrase that no preposition governs stands between chunks from and k.
func (p *Parser) startsSubject(k, from int) bool {
	for i := from; i < k; i++ {
		if p.chunks[i].sort == nounPhrase && p.s.Phrases[p.chunks[i].index].Prep < 0 {
			return true
		}
	}
	return false
}

func (p *Parser) pronoun(phrase int) bool {
	ph := &p.s.Phrases[phrase]
	return ph.Last-ph.First == 1 && p.tag(ph.Head) == importer.Pron
}

// mark finds the word that opens the clause.
func (p *Parser) mark(c int, cl *Clause) {
	for k := c - 1; k >= 0; k-- {
		switch p.chunks[k].sort {
		case marker, relative:
			cl.Mark = p.chunks[k].word
			if p.sortAt(k-1) == conjunction && p.sortAt(k-2) == marker { // "whether and when"
				cl.Mark = p.chunks[k-2].word
			}
			return
		case verbGroup:
			if p.inverts(k, c) {
				cl.Mark = "if"
				return
			}
			if p.s.Clauses[p.chunks[k].index].Form == Finite {
				return
			}
		case mark:
			if w := p.chunks[k].word; w != "“" && w != "\"" && w != "(" && w != ")" && w != "”" {
				return
			}
		}
	}
}

// inverts reports whether the auxiliary at chunk k, which begins the sentence, makes the clause of the verb group at chunk c a
// condition: "Had they left, …".
func (p *Parser) inverts(k, c int) bool {
	return k == 0 && c == 2 && p.sortAt(1) == nounPhrase && p.chunks[k].last == p.chunks[k].first+1 &&
		(p.chunks[k].word == "had" || p.chunks[k].word == "should") && p.lower(p.base+len(p.low)-1) != "?"
}

// complements reads objects and obliques behind the verb group at chunk c.
func (p *Parser) complements(c int, cl *Clause) {
	k := c + 1
	for p.sortAt(k) == adverb || p.sortAt(k) == preposition && cl.Particle != "" && p.chunks[k].first == cl.Last && p.sortAt(k+1) != nounPhrase ||
		p.sortAt(k) == timeWord {
		k++
	}
	if k < len(p.chunks) && p.chunks[k].sort == mark && (p.chunks[k].word == "“" || p.chunks[k].word == "\"") {
		k++
	}
	if cl.Particle != "" && p.sortAt(k) == preposition && p.chunks[k].first == cl.Last {
		k++ // "shot down a drone": the particle is no preposition
		if p.sortAt(k) != nounPhrase {
			k--
		} else {
			p.s.Phrases[p.chunks[k].index].Prep = -1
		}
	}
	hanging := (cl.Form == Gerund || cl.Form == Infinitive && !p.finiteBefore(c)) && p.sortAt(p.before(c)) == nounPhrase // "the report naming X has": X is no subject
	for p.sortAt(k) == nounPhrase && (!p.verbFollowsFinite(k) || hanging && len(cl.Objects) == 0) {
		q := p.chunks[k].index
		if p.s.Phrases[q].Joined < 0 && p.s.Phrases[q].Apposition < 0 || len(cl.Objects) == 0 {
			cl.Objects = append(cl.Objects, q)
		}
		k++
		if len(cl.Objects) == 2 {
			break
		}
	}
	if len(cl.Objects) > 0 {
		cl.Objects = p.conjuncts(cl.Objects)
		if k < len(p.chunks) && cl.Particle == "" && english.Particle(p.chunks[k].word) && p.sortAt(k+1) != nounPhrase && len(english.EventVerb(cl.Lemma+"_"+p.chunks[k].word)) > 0 {
			cl.Particle = p.chunks[k].word // "hand the base over to"
			k++
		}
	}
	cl.Obliques = p.obliques(cl.Obliques, k)
}

// verbFollowsFinite reports whether a finite verb stands right behind the phrase at chunk c: it is a subject then.
func (p *Parser) verbFollowsFinite(c int) bool {
	if !p.verbFollows(c) {
		return false
	}
	c++
	for p.sortAt(c) == adverb {
		c++
	}
	return p.finite(p.chunks[c].first) && p.tag(p.chunks[c].first) == importer.Aux
}

// conjuncts adds to each phrase those joined to it.
func (p *Parser) conjuncts(phrases []int) []int {
	out := phrases[:len(phrases):len(phrases)]
	for _, q := range phrases {
		last := q
		for r := q + 1; r < len(p.s.Phrases); r++ {
			if j := p.s.Phrases[r].Joined; j == last || j == q {
				out = append(out, r)
				last = r
			}
		}
	}
	return out
}

// extent finds the tokens from the first subject to the last complement.
func (p *Parser) extent(cl *Clause) {
	cl.Begin, cl.End = cl.First, cl.Last
	take := func(q int) {
		ph := &p.s.Phrases[q]
		cl.Begin, cl.End = min(cl.Begin, ph.First), max(cl.End, ph.Last)
	}
	for _, q := range cl.Subjects {
		if p.s.Phrases[q].First < cl.First {
			take(q)
		}
	}
	for _, q := range cl.Objects {
		take(q)
	}
	for _, o := range cl.Obliques {
		take(o.Phrase)
	}
	for k := cl.End; k < p.base+len(p.low) && k < cl.End+timeReach; k++ { // "last summer" behind it
		if p.inTime[k] {
			cl.End = k + 1
		}
	}
}

// timeReach is how many tokens may stand between a clause and the time it names.
const timeReach = 3
