package relate

import (
	"strings"

	"skein/importer"
	"skein/importer/clause"
	"skein/importer/english"
)

// timed is the clause and the event's noun (index into r.nouns) that a time belongs to; -1 where none.
func (r *reading) timed(at *importer.Time) (c, n int) {
	t := r.token(at.Begin)
	if k := r.firstFinite(t); k >= 0 && r.leads(at, k) {
		return k, -1
	}
	if b := t - 1; r.word(r.token(at.End)) == "that" && (r.word(b-1) == "was" && r.word(b-2) == "it" || r.word(b) == "was" && r.word(b-1) == "it") {
		return r.firstFinite(t), -1 // "it was in May that X left"
	}
	if end := r.token(at.End); end > 0 && temporal(r.word(end-1)) && end < r.d.Sentences[r.s.Index].Last && r.d.Tokens[end].Tag != importer.Punct { // "a day after X attacked Y", "two days before the talks"
		return r.startingAt(end)
	}
	if end := r.token(at.End); r.word(end) == "'s" || r.word(end) == "’s" { // "Monday's attack"
		for k := range r.nouns {
			if x := &r.nouns[k]; x.token > end && r.s.Phrases[x.phrase].First <= end+1 {
				return -1, k
			}
		}
	}
	c, n = -1, -1
	for k := range r.s.Clauses {
		if r.s.Clauses[k].Last <= t {
			c = k
		}
	}
	near := -1
	if c >= 0 {
		near = r.s.Clauses[c].Verb
	}
	for k := range r.nouns {
		if x := &r.nouns[k]; x.token < t && x.token > near {
			n, near = k, x.token
		}
		if ph := &r.s.Phrases[r.nouns[k].phrase]; ph.First <= t && t < ph.Head {
			return -1, k // "Monday's attack", "a Sept. 14 attack"
		}
	}
	if strings.HasSuffix(at.EDTF, "/..") && r.compares(t-1) {
		return -1, -1 // "the first meeting since 2019"
	}
	if n >= 0 && c >= 0 && r.nouns[n].clause != c && r.word(t-1) != "of" && !r.relativeAt(r.token(at.End)) && !r.present(c) && r.objectOf(r.nouns[n].top) == c && !english.Light(r.s.Clauses[c].Lemma) {
		n = -1 // "condemned the attack on Monday"
	}
	if c < 0 && n < 0 {
		return r.main(r.firstFinite(t)), -1
	}
	if n >= 0 && r.nouns[n].clause != c {
		switch r.prepOf(c, r.nouns[n].top) {
		case "for": // "came to Cairo for talks on Monday"
			if r.nouns[n].sense.Type != "consult" {
				c = -1
			}
		case "by": // "villages that were cut off by the hurricane in May"
		case "of": // "was notified of the exercise in May"
			if r.told[c] >= 0 && r.d.Events[r.told[c]].Type == "consult" {
				return c, -1
			}
			c = -1
		default:
			c = -1
		}
	}
	return c, n
}

// startingAt is the clause or the event's noun (index into r.nouns) whose words begin at token t or behind its article; -1 where none.
func (r *reading) startingAt(t int) (c, n int) {
	for k := range r.s.Clauses {
		if cl := &r.s.Clauses[k]; cl.First == t || len(cl.Subjects) > 0 && r.s.Phrases[cl.Subjects[0]].First == t && cl.First > t {
			return k, -1
		}
	}
	for k := range r.nouns {
		if r.s.Phrases[r.nouns[k].phrase].First == t {
			return -1, k
		}
	}
	return -1, -1
}

// relativeAt reports whether a relative clause that says what happened is at token t: "the attack on 5 May, in which nine died".
func (r *reading) relativeAt(t int) bool {
	return r.word(t) == "," && (r.word(t+1) == "in" && r.word(t+2) == "which" || r.word(t+1) == "which" || r.word(t+1) == "that")
}

// compares reports whether the words up to token t say that something is the first, or the greatest, since then.
func (r *reading) compares(t int) bool {
	for k := t; k > t-8; k-- {
		w := r.word(k)
		if w == "first" || w == "second" || w == "third" || w == "fourth" || w == "fifth" || w == "only" || w == "most" || w == "worst" || len(w) > 5 && strings.HasSuffix(w, "est") && r.d.Tokens[k].Tag == importer.Adj {
			return true
		}
	}
	return false
}

// leads reports whether a time opens clause c: behind a semicolon, or behind "and" right before its subject: "X left; a day later, Y came".
func (r *reading) leads(at *importer.Time, c int) bool {
	cl := &r.s.Clauses[c]
	if len(cl.Subjects) == 0 {
		return false
	}
	gap := r.s.Phrases[cl.Subjects[0]].First - r.token(at.End)
	if gap < 0 || gap > 1 {
		return false
	}
	first := r.token(at.Begin)
	if first > 0 && r.d.Tokens[first-1].Tag == importer.Adp { // "; on Monday"
		first--
	}
	w := r.word(first - 1)
	return w == ";" || w == "and" || w == "but"
}

// present reports whether the verb of clause c is in the present, so that a date behind it is that of what it is about: "condemn the
// launch on 24 May".
func (r *reading) present(c int) bool {
	cl := &r.s.Clauses[c]
	w := r.word(cl.Verb)
	return cl.Form == clause.Finite && !cl.Passive && cl.First == cl.Verb && (w == cl.Lemma || w == cl.Lemma+"s") && !english.SameParticiple(w)
}

// prepOf is the preposition that joins phrase q to clause c, or "".
func (r *reading) prepOf(c, q int) string {
	if c >= 0 {
		for _, o := range r.s.Clauses[c].Obliques {
			if o.Phrase == q {
				return o.Prep
			}
		}
	}
	return ""
}

// main is the finite clause behind clause c that c only belongs to: that whose subject it explains, "In June a bomb, for which nobody is blamed,
// killed two", or before which it sets the time; else c.
func (r *reading) main(c int) int {
	if c < 0 {
		return c
	}
	switch r.s.Clauses[c].Mark {
	case "which", "who", "whom", "whose", "where":
		for k := c + 1; k < len(r.s.Clauses) && k <= c+3; k++ {
			if x := &r.s.Clauses[k]; x.Form == clause.Finite && x.Mark == "" && len(x.Subjects) > 0 && r.s.Phrases[x.Subjects[0]].Last <= r.s.Clauses[c].Begin {
				return k
			}
		}
	case "after", "before", "when", "while", "as", "although": // "On Monday, after the talks had ended, X left"
		for k := c + 1; k < len(r.s.Clauses) && k <= c+3; k++ {
			if x := &r.s.Clauses[k]; x.Form == clause.Finite && x.Mark == "" {
				return k
			}
		}
	}
	return c
}
