package relate

import (
	"cmp"

	"skein/graph"
	"skein/importer"
	"skein/importer/clause"
	"skein/importer/english"
)

// nounMood is what kind of statement the noun at token t, head of phrase q, is part of.
func (r *reading) nounMood(q, t int) graph.Modality {
	_, sort := r.saidBy(r.d.Tokens[t].Begin)
	return spoken(r.phraseMood(q, t), sort)
}

func (r *reading) phraseMood(q, t int) graph.Modality {
	ph := &r.s.Phrases[q]
	if c := r.subjectOf(q); c >= 0 && r.s.Clauses[c].Negated && r.happening(c) {
		return r.clauseMood(c, chain) // "An expected attack did not happen"
	}
	if r.givenUp(q) && !r.spokenAct(t) {
		return graph.Denied
	}
	for k := ph.First; k < t; k++ {
		if r.d.Tokens[k].Tag == importer.Verb || r.d.Tokens[k].Tag == importer.Adj || r.d.Tokens[k].Tag == importer.Det || r.d.Tokens[k].Tag == importer.Adv {
			if m := english.AdjectiveMood(r.word(k)); m != "" && !(m == string(graph.Planned) && r.arrived(q)) {
				return graph.Modality(m)
			}
		}
	}
	root := q
	if ph.Joined >= 0 {
		root = r.s.All(q)[0]
	}
	if prep := r.s.Phrases[root].Prep; prep >= 0 {
		if m := r.prepMood(root, prep); m != "" {
			return m
		}
	}
	if c := r.objectOf(root); c >= 0 {
		above := r.clauseMood(c, chain)
		cl := &r.s.Clauses[c]
		m := graph.Modality(cmp.Or(english.VerbMood(cl.Lemma+"_"+cl.Particle), english.VerbMood(cl.Lemma)))
		if m == graph.Denied && above == graph.Denied {
			return graph.Conditional // "has not ruled out"
		}
		if (m == graph.Denied || m == graph.Conditional) && r.spokenAct(t) {
			return above // "rejected a request", "discussed a request": there was one
		}
		if (m == graph.Denied || m == graph.Conditional || above == graph.Denied) && r.d.Tokens[ph.First].Tag == importer.Det && r.dated(ph, t) && english.Saying(cl.Lemma) != english.SpeechDeny {
			return graph.Asserted // "refused to sign the 2016 deal", "will discuss the strike that killed 12 on Tuesday"
		}
		if cl.Lemma == "claim" { // "no group has claimed the attack"
			return graph.Asserted
		}
		if english.Saying(cl.Lemma) == english.SpeechCall {
			return graph.Asserted // "refused to condemn the invasion": there was one
		}
		if ends(cl.Lemma) && above != graph.Denied {
			return graph.Asserted // "demanded that they end the siege": there is one
		}
		if m == "" || m == graph.Asserted || above == graph.Denied {
			return above
		}
		return m
	}
	if c := r.subjectOf(root); c >= 0 {
		cl := &r.s.Clauses[c]
		if k := r.dueTo(c); k >= 0 {
			return r.clauseMood(k, chain)
		}
		if r.happening(c) || cl.Passive && english.Light(cl.Lemma) || cl.Lemma == "be" {
			if m := english.VerbMood(cl.Lemma); m != "" && m != string(graph.Asserted) && cl.Passive {
				return graph.Modality(m)
			}
			if m := english.AdjectiveMood(r.word(cl.Last)); cl.Lemma == "be" && m == string(graph.Planned) {
				return graph.Planned // "talks are set for May"
			}
			return r.clauseMood(c, chain)
		}
		if m := english.VerbMood(cl.Lemma); cl.Passive && m != "" {
			return graph.Modality(m) // "the talks are expected to"
		}
	}
	return graph.Asserted
}

// givenUp reports whether what phrase q tells is no longer to be, as the verb says whose subject it is: "the offensive was called off".
func (r *reading) givenUp(q int) bool {
	c := r.subjectOf(q)
	if c < 0 || !r.s.Clauses[c].Passive || r.s.Clauses[c].Negated {
		return false
	}
	cl := &r.s.Clauses[c]
	return graph.Modality(cmp.Or(english.VerbMood(cl.Lemma+"_"+cl.Particle), english.VerbMood(cl.Lemma))) == graph.Denied
}

// arrived reports whether somebody has come for what phrase q tells: "arrived for a scheduled visit".
func (r *reading) arrived(q int) bool {
	if p := r.s.Phrases[q].Prep; p < 0 || r.word(p) != "for" {
		return false
	}
	for c := range r.s.Clauses {
		if cl := &r.s.Clauses[c]; english.Context("comes for")[cl.Lemma] && r.prepOf(c, q) == "for" {
			return r.clauseMood(c, chain) == graph.Asserted && cl.Form == clause.Finite
		}
	}
	return false
}

// dated reports whether the phrase of the noun at token t holds a year or the like, or something that has happened is told of the noun behind it.
func (r *reading) dated(ph *clause.Phrase, t int) bool {
	if r.word(ph.First) != "the" {
		return false
	}
	for _, x := range r.times {
		if k := r.token(r.d.Times[x].Begin); ph.First < k && k < t {
			return true
		}
	}
	for c := range r.s.Clauses {
		cl := &r.s.Clauses[c]
		if cl.Form == clause.Finite && cl.Modal == "" && !cl.Negated && len(cl.Subjects) > 0 && &r.s.Phrases[cl.Subjects[0]] == ph && (cl.Mark == "that" || cl.Mark == "which") && cl.First > t {
			return r.word(cl.Verb) != cl.Lemma && r.word(cl.Verb) != cl.Lemma+"s"
		}
	}
	return false
}

// ends reports whether a verb says that what goes on, its object, does not go on.
func ends(lemma string) bool {
	return lemma == "end" || lemma == "stop" || lemma == "halt" || lemma == "lift" || lemma == "suspend" || lemma == "cease"
}

// spokenAct reports whether the noun at token t is something said, which is there whether it is heard or not.
func (r *reading) spokenAct(t int) bool {
	for _, s := range english.EventNoun(r.lemma(t)) {
		switch s.Type {
		case "request", "accuse", "threaten", "reject":
			return true
		}
	}
	return false
}

// prepMood is what the word before the preposition makes of the phrase behind it: "calls for a ceasefire" requests one;
// "" where it says nothing.
func (r *reading) prepMood(q, prep int) graph.Modality {
	word := r.word(prep)
	if word == "without" {
		return graph.Denied
	}
	t := prep - 1
	if p := r.s.PhraseAt(t); p >= 0 {
		head := r.lemma(r.s.Phrases[p].Head)
		if word == "to" && (ends(head) || head == "cessation") && r.d.Tokens[r.s.Phrases[p].First].Tag == importer.Det {
			return graph.Asserted // "demanded an end to the attacks"
		}
		if c := r.objectOf(p); word == "of" && head != "" && c >= 0 && english.Saying(r.s.Clauses[c].Lemma) == english.SpeechDeny && english.EventNoun(head) == nil {
			return graph.Denied // "denied reports of an attack"
		}
		if word == "of" || word == "for" || word == "to" {
			if m := english.NounMood(head); m != "" {
				return graph.Modality(m)
			}
		}
	}
	c := r.s.Around(prep)
	if c < 0 || r.s.Clauses[c].Verb > prep {
		return ""
	}
	cl := &r.s.Clauses[c]
	near := cl.Last >= prep-1 || len(cl.Obliques) > 0 && cl.Obliques[0].Phrase == q
	m := english.VerbMood(cl.Lemma + "_" + word)
	if m == "" && near && (word == "for" || word == "on" || word == "to") {
		if m = english.VerbMood(cl.Lemma); m == string(graph.Denied) && len(cl.Objects) > 0 {
			m = "" // "denied responsibility for the attack"
		}
	}
	if m != "" {
		return graph.Modality(m)
	}
	if word == "for" || word == "in" || word == "during" || word == "to" || word == "into" {
		if above := r.clauseMood(c, chain); above == graph.Planned || above == graph.Conditional {
			return above
		}
	}
	return ""
}
