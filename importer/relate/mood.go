package relate

import (
	"skein/graph"
	"skein/importer"
	"skein/importer/clause"
	"skein/importer/english"
)

// chain is how many clauses that hang on one another are followed for their mood at most.
const chain = 6

// mood is what kind of statement clause c makes.
func (r *reading) mood(c int) graph.Modality {
	m := r.clauseMood(c, chain)
	_, sort := r.saidBy(r.d.Tokens[r.s.Clauses[c].Verb].Begin)
	return spoken(m, sort)
}

// spoken is the mood of what is said with a verb of that sort.
func spoken(m graph.Modality, sort english.Speech) graph.Modality {
	if sort == english.SpeechDeny && m == graph.Asserted {
		return graph.Denied
	}
	return m
}

func (r *reading) clauseMood(c, left int) graph.Modality {
	cl := &r.s.Clauses[c]
	if depends(cl) {
		return graph.Conditional
	}
	if cl.Negated || cl.Form == clause.Infinitive && r.word(cl.First-1) == "not" {
		return graph.Denied
	}
	switch cl.Modal {
	case "will":
		return graph.Planned
	case "would":
		if r.reported(cl) {
			return graph.Planned
		}
		return graph.Conditional
	case "could", "may", "might", "can":
		return graph.Conditional
	case "should", "must":
		return graph.Requested
	}
	if cl.Form == clause.Finite && r.demanded(cl) {
		return graph.Requested
	}
	if m := r.doubted(cl); m != "" {
		return m
	}
	if left > 0 && r.thenToo(c, left) {
		return graph.Planned
	}
	if left == 0 || cl.Form == clause.Finite || cl.Form == clause.Participle {
		return graph.Asserted
	}
	return r.hanging(cl, left)
}

// thenToo reports whether clause c tells in the present what will have been when something that is planned happens: "will
// join the group when it deploys".
func (r *reading) thenToo(c, left int) bool {
	cl := &r.s.Clauses[c]
	switch cl.Mark {
	case "when", "once", "after", "until", "before":
	default:
		return false
	}
	w := r.word(cl.Verb)
	if cl.Form != clause.Finite || cl.Passive || cl.First != cl.Verb || w != cl.Lemma && w != cl.Lemma+"s" && w != cl.Lemma+"es" || c == 0 || english.SameParticiple(w) {
		return false
	}
	m := r.clauseMood(c-1, left-1)
	return m == graph.Planned && (r.s.Clauses[c-1].Form == clause.Finite || r.s.Clauses[c-1].Form == clause.Infinitive)
}

// demanded reports whether a clause tells in the subjunctive what a verb or noun before it asks for: "demanded that X leave", "a call that X
// be freed".
func (r *reading) demanded(cl *clause.Clause) bool {
	if cl.Mark != "that" || cl.First != cl.Verb && r.word(cl.First) != "be" || cl.First == cl.Verb && r.word(cl.Verb) != cl.Lemma || len(cl.Subjects) == 0 {
		return false
	}
	that := r.s.Phrases[cl.Subjects[0]].First - 1
	if r.word(that) != "that" {
		return false
	}
	for c := range r.s.Clauses { // the verb that the words between belong to
		if x := &r.s.Clauses[c]; x.First < that && that <= x.End && graph.Modality(english.VerbMood(x.Lemma)) == graph.Requested {
			return true
		}
	}
	for q := range r.s.Phrases {
		if ph := &r.s.Phrases[q]; ph.Last <= that && ph.Last+3 >= that && graph.Modality(english.NounMood(r.lemma(ph.Head))) == graph.Requested {
			return true
		}
	}
	return false
}

// doubted is what the noun makes of the clause that "that" joins to it, "no evidence that X left", "fears that X will leave"; or "".
func (r *reading) doubted(cl *clause.Clause) graph.Modality {
	if cl.Form != clause.Finite || cl.Mark != "that" || len(cl.Subjects) == 0 {
		return ""
	}
	q := r.s.PhraseAt(r.s.Phrases[cl.Subjects[0]].First - 2)
	if q < 0 || r.word(r.s.Phrases[q].Last) != "that" {
		return ""
	}
	if w := r.word(r.s.Phrases[q].First); w == "no" || w == "little" {
		return graph.Denied
	}
	if m := graph.Modality(english.NounMood(r.lemma(r.s.Phrases[q].Head))); m == graph.Conditional || m == graph.Denied {
		return m
	}
	return ""
}

// depends reports whether a clause is a condition, or an open question.
func depends(cl *clause.Clause) bool {
	return (cl.Mark == "if" || cl.Mark == "unless" || cl.Mark == "whether") && cl.Form == clause.Finite
}

// reported reports whether a clause tells in the past what somebody said: "said that troops would leave".
func (r *reading) reported(cl *clause.Clause) bool {
	by, _ := r.saidBy(r.d.Tokens[cl.Verb].Begin)
	return by >= 0
}

// hanging is the mood of a clause without a finite verb: what the verb or noun it hangs on makes of it.
func (r *reading) hanging(cl *clause.Clause, left int) graph.Modality {
	if cl.Noun >= 0 && cl.Form == clause.Infinitive {
		if m := english.NounMood(r.lemma(cl.Noun)); m != "" {
			if q := r.s.PhraseAt(cl.Noun); q >= 0 && (r.word(r.s.Phrases[q].First) == "no" || r.givenUp(q)) {
				return graph.Denied // "there are no plans to", "plans to send troops were scrapped"
			}
			return graph.Modality(m)
		}
	}
	if cl.Form == clause.Infinitive && r.perfect(cl) {
		return graph.Asserted // "is said to have fled"
	}
	if cl.Form == clause.Gerund && (cl.Prep == "without" || cl.Prep == "instead of" || cl.Prep == "of" && r.word(cl.First-2) == "instead") {
		return graph.Denied
	}
	if cl.Governor < 0 {
		if cl.Form == clause.Infinitive {
			return graph.Planned
		}
		return graph.Asserted
	}
	g := &r.s.Clauses[cl.Governor]
	if w := r.word(g.Verb); cl.Form == clause.Infinitive && r.word(cl.First-1) == "able" && (w == "was" || w == "were") {
		return graph.Asserted
	}
	if m := english.AdjectiveMood(r.word(cl.First - 1)); cl.Form == clause.Infinitive && m != "" && r.d.Tokens[cl.First-1].Tag == importer.Adj {
		return graph.Modality(m) // "is due to"
	}
	above := graph.Asserted
	if cl.Governor < len(r.s.Clauses) && left > 0 {
		above = r.clauseMood(cl.Governor, left-1)
	}
	if cl.Form == clause.Gerund && cl.Prep == "of" && r.word(cl.First-2) == "capable" && above == graph.Asserted {
		return graph.Conditional
	}
	complement := cl.Form == clause.Infinitive || cl.Form == clause.Gerund && (cl.Prep == "" && cl.First == g.Last)
	if !complement {
		if cl.Form == clause.Gerund && cl.Prep == "of" && (g.Lemma == "accuse" || g.Lemma == "suspect") {
			if g.Lemma == "accuse" && above == graph.Asserted && !g.Passive {
				return above // the accuser says so
			}
			return graph.Conditional
		}
		return above
	}
	if ends(g.Lemma) && cl.Form == clause.Gerund && above != graph.Denied {
		return graph.Asserted // "will stop attacking": it does so far
	}
	m := graph.Modality(english.VerbMood(g.Lemma))
	switch said := english.Saying(g.Lemma); {
	case m == "" && cl.Lemma == "be" && (said == english.SpeechSay || said == english.SpeechClaim):
		return above // "is thought to be"
	case m == "" && cl.Form == clause.Infinitive:
		if above == graph.Asserted {
			return graph.Planned // a purpose
		}
		return above
	case m == "" || m == graph.Asserted:
		return above
	case m == graph.Planned && above == graph.Denied:
		return graph.Denied // "is not expected to"
	case m == graph.Denied && above == graph.Denied:
		return graph.Asserted // "did not fail to"
	case m == graph.Requested && g.Lemma == "want" && len(g.Objects) == 0 && !g.Passive && above != graph.Denied:
		return graph.Planned // "want to work with", not "want X to"
	}
	return m
}

// perfect reports whether the verb group of a clause is of the past: "to have fled".
func (r *reading) perfect(cl *clause.Clause) bool {
	for t := cl.First; t < cl.Verb; t++ {
		if r.word(t) == "have" {
			return true
		}
	}
	return false
}

// objectOf is the clause that phrase q is an object of, or -1.
func (r *reading) objectOf(q int) int {
	for c := range r.s.Clauses {
		for _, o := range r.s.Clauses[c].Objects {
			if o == q {
				return c
			}
		}
	}
	return -1
}

// subjectOf is the first clause that phrase q is the subject of and that is not a mere relative of it, or -1.
func (r *reading) subjectOf(q int) int {
	for c := range r.s.Clauses {
		cl := &r.s.Clauses[c]
		if cl.Form == clause.Finite && len(cl.Subjects) > 0 && cl.Subjects[0] == q && cl.Mark != "which" && cl.Mark != "who" && cl.Mark != "that" {
			return c
		}
	}
	return -1
}

// happening reports whether clause c says that its subject happens.
func (r *reading) happening(c int) bool {
	cl := &r.s.Clauses[c]
	return english.Happens(cl.Lemma) || english.Happens(cl.Lemma+"_"+cl.Particle) || r.takesPlace(c)
}

// takesPlace reports whether clause c says that its subject happens: "will take place".
func (r *reading) takesPlace(c int) bool {
	cl := &r.s.Clauses[c]
	return cl.Lemma == "take" && r.word(cl.Last) == "place" || english.Happens(cl.Lemma+"_"+r.word(cl.Last))
}
