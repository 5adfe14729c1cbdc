package relate

import (
	"strings"

	"skein/graph"
	"skein/importer"
	"skein/importer/clause"
	"skein/importer/english"
)

// once reports whether clause c tells what happened, happens now or is to happen, not what is done over and over or might be. Who speaks
// does in the present what the words say: "We condemn the attack".
func (r *reading) once(c int, kind string) bool {
	cl := &r.s.Clauses[c]
	if cl.Form != clause.Finite {
		return false
	}
	if m := r.mood(c); m == graph.Conditional || m == graph.Requested {
		return false
	}
	first := len(cl.Subjects) > 0 && (r.word(r.s.Phrases[cl.Subjects[0]].Head) == "we" || r.word(r.s.Phrases[cl.Subjects[0]].Head) == "i")
	w := r.word(cl.Verb)
	present := cl.First == cl.Verb && (w == cl.Lemma || w == cl.Lemma+"s" || w == cl.Lemma+"es") && !english.SameParticiple(w)
	speech := kind == "accuse" || kind == "request" || kind == "support" || kind == "reject"
	switch {
	case first:
		return present && speech
	case present:
		return kind == "accuse" || kind == "reject" || r.d.Sentences[r.s.Index].Role == importer.Headline
	}
	return true
}

// sortOf reports whether clause c says what somebody or something is for, not what happens: "is trained to attack", "work together in order to
// load aircraft".
func (r *reading) sortOf(c int) bool {
	cl := &r.s.Clauses[c]
	if cl.Form != clause.Infinitive {
		return false
	}
	if r.word(cl.First-1) == "order" {
		return true
	}
	if cl.Governor < 0 {
		return false
	}
	g := &r.s.Clauses[cl.Governor]
	if english.Context("made for")[g.Lemma] {
		return g.Passive || g.Form == clause.Participle
	}
	return len(r.times) == 0 && cl.First > g.Last && cl.Noun < 0 && r.present(cl.Governor) && english.VerbMood(g.Lemma) == "" &&
		r.d.Sentences[r.s.Index].Role == importer.Body // "conducts operations to support allies"
}

// habit reports whether clause c tells what is done over and over: "often patrol", "every year, X holds an exercise".
func (r *reading) habit(c int) bool {
	cl := &r.s.Clauses[c]
	if g := cl.Governor; cl.Form == clause.Infinitive && g >= 0 && g < len(r.s.Clauses) && g != c && r.s.Clauses[g].Form == clause.Finite {
		return r.habit(g)
	}
	if !r.present(c) {
		return false
	}
	if cl.Mark == "how" {
		return true // "how the funds help rebuild villages"
	}
	if english.Context("over and over")[r.word(cl.First-1)] {
		return true
	}
	first := r.d.Sentences[r.s.Index].First
	return r.word(first) == "every" || r.word(first) == "each"
}

// attributive reports whether the participle at token t says what sort of thing the noun behind it means: "newly elected mayors".
func (r *reading) attributive(t int) bool {
	first := r.d.Sentences[r.s.Index].First
	if t == first || r.s.PhraseAt(t+1) < 0 || r.d.Tokens[t+1].Tag != importer.Noun || !strings.HasSuffix(r.word(t), "ed") {
		return false
	}
	if t--; r.d.Tokens[t].Tag == importer.Adv {
		if t == first {
			return true
		}
		t--
	}
	switch r.d.Tokens[t].Tag {
	case importer.Det, importer.Adj, importer.Adp, importer.Verb:
		return true
	}
	return false
}

// relative reports whether a clause that mark opens says which one is meant.
func relative(mark string) bool { return mark == "that" || mark == "which" || mark == "who" }
