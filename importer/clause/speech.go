package clause

import (
	"slices"

	"skein/importer/english"
)

// speaksBehind reports whether who speaks stands behind the verb of saying at chunk c: behind a quotation, or where a
// person without a verb follows ("…, said X").
func (p *Parser) speaksBehind(c, k int, cl *Clause) bool {
	if english.Saying(cl.Lemma) == english.NoSpeech || len(cl.Objects) == 0 || p.verbFollows(c+1) && p.sortAt(c+1) == nounPhrase {
		return false
	}
	first := &p.s.Phrases[cl.Objects[0]]
	if p.sortAt(c+1) != nounPhrase || p.chunks[c+1].index != cl.Objects[0] {
		return false
	}
	if k >= 0 && p.sortAt(k) == mark && p.chunks[k].word != ")" && p.chunks[k].last == p.chunks[c].first {
		return true
	}
	person := p.class(cl.Objects[0]) == 'n'
	return person && cl.Lemma != "tell" && (p.sortAt(k) == comma || cl.Lemma == "say" || cl.Lemma == "add") && first.First == cl.Last
}

// speechBegins is the token that a clause of saying set off by commas or quotation marks begins with: "Chad left, X said, and
// returned"; 0 where clause g is none.
func (p *Parser) speechBegins(g int) int {
	cl := &p.s.Clauses[g]
	if s := english.Saying(cl.Lemma); s == english.NoSpeech || s == english.SpeechCall || cl.Form != Finite || len(cl.Subjects) == 0 || len(cl.Objects) > 0 {
		return 0
	}
	first := p.s.Phrases[cl.Subjects[0]].First
	if first > cl.First || first <= p.base {
		return 0
	}
	switch p.lower(first - 1) {
	case ",", "”", "\"":
		return first
	}
	return 0
}

// bare reports whether nothing but commas and quotation marks stand between token t and chunk c.
func (p *Parser) bare(t, c int) bool {
	for ; t < p.chunks[c].first; t++ {
		switch p.lower(t) {
		case ",", "“", "”", "\"":
		default:
			return false
		}
	}
	return true
}

// chunkAt is the chunk that holds token t, or -1.
func (p *Parser) chunkAt(t int) int {
	return slices.IndexFunc(p.chunks, func(x chunk) bool { return x.first <= t && t < x.last })
}

// pastSpeech is the clause before clause g, if that only says who says so and a comma stands before the "and" before chunk c: "Chad left,
// X said, and returned"; else g.
func (p *Parser) pastSpeech(g, c int) int {
	if n := p.speechBegins(g); n > 0 && g > 0 && p.sortAt(p.before(c)-1) == comma && len(p.s.Clauses[g-1].Subjects) > 0 {
		return g - 1
	}
	return g
}

// inverted finds the subject behind the verb of saying that stands at the end of a quotation: "…," said X.
func (p *Parser) inverted(c int, cl *Clause) {
	if s := english.Saying(cl.Lemma); s == english.NoSpeech || s == english.SpeechCall || len(cl.Objects) == 0 {
		return
	}
	p.setSubject(cl, cl.Objects[0])
	cl.Objects = nil
}
