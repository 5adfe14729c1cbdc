package relate

import (
	"slices"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer/clause"
	"skein/importer/english"
)

// link finds the clause that says that the noun's event happens.
func (r *reading) link(n *noun) {
	q := n.top
	if j := r.s.Phrases[q].Joined; j >= 0 {
		q = r.s.All(q)[0]
	}
	for c := range r.s.Clauses { // "a raid conducted by", "a raid which was conducted by"
		if cl := &r.s.Clauses[c]; (cl.Form == clause.Participle || cl.Passive && english.VerbMood(cl.Lemma) != string(graph.Planned)) && len(cl.Subjects) > 0 && cl.Subjects[0] == q && !(n.sense.Type == "agree" && cl.Lemma == "lead") && (english.Light(cl.Lemma) || english.Light(cl.Lemma+"_"+cl.Particle)) {
			n.clause = c
			return
		}
	}
	for c := range r.s.Clauses { // "an attack claimed by X"
		if cl := &r.s.Clauses[c]; cl.Passive && cl.Lemma == "claim" && n.sense.Type == "assault" && len(cl.Subjects) > 0 && cl.Subjects[0] == q {
			n.clause = c
			return
		}
	}
	if c := r.claimed(q); c >= 0 {
		n.clause = c
		return
	}
	if c := r.objectOf(q); c >= 0 {
		if cl := &r.s.Clauses[c]; !cl.Passive && !(cl.Lemma == "give" && len(cl.Objects) == 2 && cl.Objects[0] == q && r.s.Phrases[cl.Objects[1]].Joined < 0) && (english.Light(cl.Lemma) || english.Light(cl.Lemma+"_"+cl.Particle)) {
			n.clause = c
		}
		return
	}
	if c := r.subjectOf(q); c >= 0 {
		cl := &r.s.Clauses[c]
		if k := r.dueTo(c); k >= 0 {
			n.clause, n.happens = k, true
			return
		}
		switch {
		case cl.Passive && (english.Light(cl.Lemma) || english.Light(cl.Lemma+"_"+cl.Particle)):
			n.clause = c
		case english.Happens(cl.Lemma) || r.takesPlace(c) || english.Happens(cl.Lemma+"_"+cl.Particle):
			n.clause, n.happens = c, true
		}
		return
	}
	// "took part in the exercise", "are on patrol"
	if prep := r.s.Phrases[q].Prep; prep > 0 {
		for c := range r.s.Clauses {
			cl := &r.s.Clauses[c]
			k := slices.IndexFunc(cl.Obliques, func(o clause.Oblique) bool { return o.Phrase == q })
			if k < 0 || k > 0 && cl.Lemma != "meet" || cl.Passive {
				continue
			}
			p := cl.Obliques[k].Prep
			if p == "under" && (cl.Lemma == "come" || cl.Lemma == "be") {
				n.clause, n.under = c, true
				return
			}
			part := cl.Lemma == "take" && r.word(cl.Last) == "part" || cl.Lemma == "participate" || cl.Lemma == "engage" || cl.Lemma == "be" && p == "on" || cl.Lemma == "meet" && p == "for"
			if part && (p == "in" || p == "on" || p == "for") {
				n.clause = c
			}
			return
		}
	}
}

// dueTo is the infinitive behind clause c that says that its subject happens: "the talks are due to start"; or -1.
func (r *reading) dueTo(c int) int {
	q := r.s.Clauses[c].Subjects[0]
	for k := c + 1; k < len(r.s.Clauses) && k <= c+2; k++ {
		if in := &r.s.Clauses[k]; in.Form == clause.Infinitive && len(in.Subjects) > 0 && in.Subjects[0] == q && r.happening(k) {
			return k
		}
	}
	return -1
}

// claimed is the clause in which somebody says to have done what phrase q tells, "claimed responsibility for", or -1.
func (r *reading) claimed(q int) int {
	prep := r.s.Phrases[q].Prep
	if prep <= 0 || r.word(prep) != "for" {
		return -1
	}
	before := r.s.PhraseAt(prep - 1)
	if before < 0 || r.lemma(r.s.Phrases[before].Head) != "responsibility" {
		return -1
	}
	c := r.objectOf(before)
	if c < 0 || r.s.Clauses[c].Passive || r.s.Clauses[c].Negated || graph.Modality(english.VerbMood(r.s.Clauses[c].Lemma)) == graph.Denied {
		return -1
	}
	return c
}

// mock reports whether a word before the noun at token t says that it is only played: "a simulated assault".
func (r *reading) mock(ph *clause.Phrase, t int) bool {
	for k := ph.First; k < t; k++ {
		if english.ObjectIn("mock", r.word(k)) {
			return true
		}
	}
	return false
}

// undone reports whether the verb of clause c, whose object is n, tells something else of it: "suspended aid",
// "lodged a protest".
func (r *reading) undone(c int, n *noun) bool {
	for _, s := range r.tellings(&r.s.Clauses[c]) {
		if s.ObjectIn == "" || !r.anyIn([]int{n.phrase}, s.ObjectIn) {
			continue
		}
		switch s.Type {
		case "sanction", "accuse", "threaten":
			if n.sense.Type != s.Type {
				return true
			}
		case "coerce":
			if s.ObjectIn == "crowd" {
				return true
			}
		case "yield":
			if n.sense.Type != s.Type && s.ObjectIn == "presence" && s.Agent {
				return true
			}
		case "agree":
			if s.ObjectIn == "contract" {
				return true
			}
		}
	}
	return false
}

// other reports whether a phrase other than q ends where the preposition of phrase o stands: "an attack off the coast of X".
func (r *reading) other(o, q int) bool {
	prep := r.s.Phrases[o].Prep
	if prep <= 0 {
		return false
	}
	before := r.s.PhraseAt(prep - 1)
	return before >= 0 && before != q
}

// during gives a deployment, exercise or visit that a clause only sets its time by ("after a deployment", "during the
// exercise") the subject of the clause for its agent.
func (r *reading) during(n *noun) {
	switch n.sense.Type {
	case "mobilize", "exercise", "consult", "other":
	default:
		return
	}
	prep := r.s.Phrases[n.top].Prep
	if prep <= 0 || n.clause >= 0 && !r.s.Clauses[n.clause].Passive || has(n.roles, schema.Agent, schema.Participant) {
		return
	}
	switch r.word(prep) {
	case "after", "following", "during", "before", "from":
	case "at": // "told elders at a meeting"
		if n.sense.Type != "consult" {
			return
		}
	case "for":
		if n.sense.Type != "exercise" && n.sense.Type != "consult" {
			return
		}
	default:
		return
	}
	for c := range r.s.Clauses {
		cl := &r.s.Clauses[c]
		if cl.Passive || cl.Last > prep || cl.End < prep && cl.End < r.s.Phrases[n.top].Last {
			continue
		}
		for _, o := range cl.Obliques {
			if o.Phrase == n.top {
				for _, q := range cl.Subjects {
					n.roles = r.take(n.roles, schema.Agent, q, confDuring)
				}
				for _, with := range cl.Obliques { // "sails alongside X during an exercise"
					if with.Prep == "alongside" && n.sense.Type == "exercise" {
						n.roles = r.take(n.roles, schema.Target, with.Phrase, confDuring)
					}
				}
				if w := r.word(prep); w == "during" || w == "for" {
					n.while = c
				}
				if r.word(prep) == "for" && !has(n.roles, schema.AtPlace) { // "flew to Cairo for talks"
					for _, at := range cl.Obliques {
						if at.Prep == "to" || at.Prep == "at" || at.Prep == "in" {
							n.roles = r.takePlaces(n.roles, at.Phrase)
						}
					}
				}
				return
			}
		}
	}
}
