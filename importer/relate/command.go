package relate

import (
	"slices"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer/clause"
	"skein/importer/english"
)

// command reads who takes command, "assumed command of the 31st Wing", who has it, "is in command of", and to whom another
// gives it: "relinquished command of the 31st Wing to X", "Command passed to X".
func (r *reading) command(c int) {
	cl := &r.s.Clauses[c]
	what, whom := -1, cl.Subjects
	switch {
	case slices.Contains(english.RelationVerb(cl.Lemma), "passes"):
		switch {
		case len(cl.Objects) > 0 && !cl.Passive:
			what = cl.Objects[0]
		case len(cl.Subjects) > 0:
			what = cl.Subjects[0]
		}
		whom = nil
		for _, o := range cl.Obliques {
			if o.Prep == "to" {
				whom = r.s.All(o.Phrase)[:1]
			}
		}
	case cl.Lemma == "be" || cl.Passive && (cl.Lemma == "put" || cl.Lemma == "place"):
		for _, o := range cl.Obliques {
			if o.Prep == "in" {
				what = o.Phrase
				break
			}
		}
	case cl.Lemma == "give" && cl.Passive, !cl.Passive && (cl.Lemma == "take" || cl.Lemma == "assume" || cl.Lemma == "hold"):
		if len(cl.Objects) > 0 {
			what = cl.Objects[0]
		}
	}
	if what < 0 || !r.commands(what) {
		return
	}
	of := r.of(what)
	if of < 0 {
		return
	}
	for _, q := range whom {
		r.commandedBy(r.s.Phrases[of].Outer, q, r.mood(c), cover(r.phraseSpan(q), r.phraseSpan(of)))
	}
}

// commands reports whether a phrase is about the command of something.
func (r *reading) commands(q int) bool {
	head := r.lemma(r.s.Phrases[q].Head)
	return r.s.Phrases[q].Outer < 0 && (head == "command" || head == "charge" || head == "leadership" || head == "control" && r.word(r.s.Phrases[q].Head-1) == "operational")
}

// commandedBy states that the person of phrase q leads what mention m names.
func (r *reading) commandedBy(m, q int, mood graph.Modality, evidence graph.Span) {
	e, body := r.who(q), r.entity(m)
	if r.typ(e) == schema.Person && (isBody(r.typ(body)) || r.typ(body) == schema.Equipment) {
		r.state(e, schema.Leads, body, mood, evidence, ruleCommand)
	}
}

// underCommand reads under whose command the subjects of clause c act: "fight under the command of X", "under X's command".
func (r *reading) underCommand(c int) {
	cl := &r.s.Clauses[c]
	obliques, who := cl.Obliques, cl.Subjects
	if q := r.s.PhraseAt(cl.First - 1); cl.Lemma == "be" && len(who) == 0 && q >= 0 && r.s.Phrases[q].Prep >= 0 { // "Under its command are A and B"
		obliques, who = []clause.Oblique{{Prep: r.word(r.s.Phrases[q].Prep), Phrase: q}}, cl.Objects
	}
	for _, o := range obliques {
		if o.Prep != "under" {
			continue
		}
		by, evidence := r.owner(o.Phrase), r.phraseSpan(o.Phrase)
		if e := r.entity(r.s.Phrases[o.Phrase].Outer); r.typ(e) == schema.Person { // "fought under Col. X"
			by = e
		} else if !r.commands(o.Phrase) {
			continue
		} else if of := r.of(o.Phrase); of >= 0 {
			by, evidence = r.who(of), cover(evidence, r.phraseSpan(of))
		}
		for _, q := range who {
			body := r.entity(r.s.Phrases[q].Outer)
			switch t := r.typ(by); {
			case !isBody(r.typ(body)) || r.d.Entities[body].Generic:
			case t == schema.Person:
				r.state(by, schema.Leads, body, r.mood(c), cover(evidence, r.phraseSpan(q)), ruleCommand)
			case t == schema.Unit:
				r.state(body, schema.PartOf, by, r.mood(c), cover(evidence, r.phraseSpan(q)), ruleCommand)
			}
		}
		return
	}
}

// withLeader reads who leads the body of phrase q by what "with" joins to it: "with X as its commander", "with X at its head".
func (r *reading) withLeader(q int) {
	body := r.entity(r.s.Phrases[q].Outer)
	if !isBody(r.typ(body)) {
		return
	}
	for _, o := range r.s.Phrases[q].Obliques {
		e := r.who(o.Phrase)
		if o.Prep != "with" || r.typ(e) != schema.Person {
			continue
		}
		if as := r.directly(o.Phrase, "as"); as >= 0 && english.PostOf(r.post(as)) != english.NoPost && (r.word(r.s.Phrases[as].First) == "its" || r.of(as) < 0) {
			p := schema.Leads
			if english.PostOf(r.post(as)) != english.PostLeader || r.deputised(as) {
				p = schema.RoleIn
			}
			r.isOne(e, p, body, cover(r.phraseSpan(q), r.phraseSpan(as)), ruleCommand)
		}
		if at := r.directly(o.Phrase, "at"); at >= 0 {
			if w := r.word(r.s.Phrases[at].Head); w == "head" || w == "helm" {
				r.isOne(e, schema.Leads, body, cover(r.phraseSpan(q), r.phraseSpan(at)), ruleCommand)
			}
		}
		return
	}
}

// deputised reports whether a word in phrase q says that it is not the leader who is meant: "deputy commander".
func (r *reading) deputised(q int) bool {
	for k := r.s.Phrases[q].First; k < r.s.Phrases[q].Head; k++ {
		if english.Deputy(r.word(k)) {
			return true
		}
	}
	return false
}

// posted reads a copula whose subject is a post and whose complement is who has it: "The commander of the brigade is X".
func (r *reading) posted(c int) {
	cl := &r.s.Clauses[c]
	if cl.Lemma != "be" || cl.Form != clause.Finite || len(cl.Subjects) != 1 || len(cl.Objects) == 0 {
		return
	}
	d, q := cl.Subjects[0], cl.Objects[0]
	m, own := r.s.Phrases[q].Outer, r.s.Phrases[d].Outer
	if own >= 0 && !r.d.Mentions[own].Generic || m < 0 || r.d.Mentions[m].Generic || r.typ(r.entity(m)) != schema.Person || english.PostOf(r.post(d)) == english.NoPost {
		return
	}
	r.describe(r.entity(m), d, cover(r.phraseSpan(d), r.span(cl.First, cl.Last), r.phraseSpan(q)), r.mood(c), ruleCopula)
}
