package relate

import (
	"slices"

	"skein/graph/schema"
	"skein/importer"
	"skein/importer/clause"
	"skein/importer/english"
)

// whereReach is how many tokens, as of a time, may stand between a place and the "where" that takes it up.
const whereReach = 5

// whereBefore is the place that the "where" takes up which opens clause cl: "the base on Monday, where X met Y"; or -1.
func (r *reading) whereBefore(cl *clause.Clause) int {
	if cl.Mark != "where" {
		return -1
	}
	t := cl.First
	for t > r.d.Sentences[r.s.Index].First && r.word(t) != "where" {
		t--
	}
	for q := len(r.s.Phrases) - 1; q >= 0; q-- {
		if ph := &r.s.Phrases[q]; ph.Last <= t {
			if ph.Last < t-whereReach {
				return -1
			}
			return r.where(q)
		}
	}
	return -1
}

// holding is the clause that hangs on phrase q and says who has it, and who that is: "depots used by X", "sites belonging
// to X", "a base run by X"; or -1.
func (r *reading) holding(q int) (clauseOf, holder int) {
	for c := range r.s.Clauses {
		cl := &r.s.Clauses[c]
		if len(cl.Subjects) == 0 || cl.Subjects[0] != q || cl.First < r.s.Phrases[q].Last || !english.ObjectIn("holding", cl.Lemma) {
			continue
		}
		prep := "by"
		switch {
		case cl.Form == clause.Gerund && cl.Lemma == "belong":
			prep = "to"
		case cl.Form != clause.Participle:
			continue
		}
		for _, o := range cl.Obliques {
			if o.Prep == prep {
				return c, r.who(o.Phrase)
			}
		}
	}
	return -1, -1
}

// controls reads who has most of a place: "controls most of X".
func (r *reading) controls(c int) {
	cl := &r.s.Clauses[c]
	if cl.Passive || len(cl.Subjects) == 0 || cl.Lemma != "control" && cl.Lemma != "hold" && cl.Lemma != "occupy" {
		return
	}
	what := -1
	switch {
	case len(cl.Objects) > 0:
		what = r.of(cl.Objects[0])
	case r.word(cl.Last) == "most" || r.word(cl.Last) == "much": // the word is no phrase of its own
		what = r.s.PhraseAt(cl.Last + 2)
		if what < 0 {
			what = r.s.PhraseAt(cl.Last + 3)
		}
	}
	if what < 0 {
		return
	}
	a, b := r.who(cl.Subjects[0]), r.where(what)
	if t := r.typ(b); b >= 0 && t != schema.Country && t != schema.Facility && (isBody(r.typ(a)) || r.typ(a) == schema.Country) {
		r.state(a, schema.BasedAt, b, r.mood(c), cover(r.phraseSpan(cl.Subjects[0]), r.phraseSpan(what)), ruleOperates)
	}
}

// under reads who leads a unit by whom it is said to be under: "Task Force Falcon, under Col. X".
func (r *reading) under(q int) {
	ph := &r.s.Phrases[q]
	e := r.entity(ph.Outer)
	if r.typ(e) != schema.Unit || r.d.Mentions[ph.Outer].Generic {
		return
	}
	for _, o := range ph.Obliques {
		to := &r.s.Phrases[o.Phrase]
		if p := r.entity(to.Outer); o.Prep == "under" && to.Prep <= ph.Last+1 && r.typ(p) == schema.Person {
			r.isOne(p, schema.Leads, e, cover(r.phraseSpan(q), r.phraseSpan(o.Phrase)), ruleUnder)
			return
		}
	}
}

// includes reads what bodies a body is said to be made of: "The task force, which includes the 3rd Squadron".
func (r *reading) includes(c int) {
	cl := &r.s.Clauses[c]
	parts := cl.Objects
	switch cl.Lemma {
	case "be": // "Its members are A and B"
		if len(cl.Subjects) == 0 || english.PostOf(r.lemma(r.s.Phrases[cl.Subjects[0]].Head)) != english.PostMember {
			return
		}
	case "include", "comprise":
	case "consist", "compose", "make":
		if cl.Lemma == "make" && cl.Particle != "up" {
			return
		}
		parts = nil
		for _, o := range cl.Obliques {
			if o.Prep == "of" {
				parts = r.s.All(o.Phrase)
				break
			}
		}
	default:
		return
	}
	if len(cl.Subjects) == 0 || cl.Passive != (cl.Lemma == "compose" || cl.Lemma == "make") {
		return
	}
	subject := cl.Subjects[0]
	whole := r.entity(r.s.Phrases[subject].Outer)
	if of := r.of(subject); of >= 0 && english.PostOf(r.lemma(r.s.Phrases[subject].Head)) == english.PostMember {
		subject = of // "Members of the alliance include"
		whole = r.entity(r.s.Phrases[of].Outer)
		if r.typ(whole) == schema.Equipment {
			r.getsEquipment(parts, []int{of}, r.mood(c))
			return
		}
	}
	if whole < 0 && english.PostOf(r.lemma(r.s.Phrases[subject].Head)) == english.PostMember {
		whole = r.owner(subject)
	}
	if !isBody(r.typ(whole)) {
		return
	}
	if len(parts) == 1 && r.word(r.s.Phrases[parts[0]].Last) == ":" && parts[0]+1 < len(r.s.Phrases) {
		parts = r.s.All(parts[0] + 1) // "three members: A, B and C"
	}
	if len(parts) == 1 && r.s.Phrases[parts[0]].Outer < 0 {
		if from := r.directly(parts[0], "from"); from >= 0 {
			parts = r.s.All(from) // "units from A, B and C"
		}
		for _, o := range r.s.Phrases[parts[0]].Obliques {
			if o.Prep == "including" { // "nine squadrons, including A and B"
				parts = r.s.All(o.Phrase)
				break
			}
		}
	}
	for _, q := range parts {
		if head := r.lemma(r.s.Phrases[q].Head); r.s.Phrases[q].Outer < 0 && (head == "battalion" || head == "company" || head == "squadron") && r.of(q) >= 0 {
			continue // "two battalions of X"
		}
		r.partOf(r.who(q), whole, r.mood(c), cover(r.phraseSpan(subject), r.phraseSpan(q)), ruleIncludes)
	}
}

// leaderOf is the person of whom the document has said that they lead the body that the description in phrase q is about
// ("the ISAF commander"), or -1 where it is not one.
func (r *reading) leaderOf(q int) int {
	ph := &r.s.Phrases[q]
	if english.PostOf(r.post(q)) != english.PostLeader || ph.Outer >= 0 && !r.d.Mentions[ph.Outer].Generic || r.word(ph.First) != "the" {
		return -1
	}
	for k := ph.First; k < ph.Head; k++ {
		if english.Deputy(r.word(k)) {
			return -1
		}
	}
	body, _ := r.described(q)
	if body < 0 {
		return -1
	}
	who := -1
	for i := range r.d.Claims {
		if x := &r.d.Claims[i]; x.Predicate == schema.Leads && x.Object == body && r.typ(x.Subject) == schema.Person {
			if who >= 0 && who != x.Subject {
				return -1
			}
			who = x.Subject
		}
	}
	return who
}

// whose is the body that the clause with "whose" before phrase d is about: "The group, whose leader, X, was killed"; or -1.
func (r *reading) whose(d int) int {
	ph := &r.s.Phrases[d]
	if r.word(ph.First-1) != "whose" && r.word(ph.First) != "whose" {
		return -1
	}
	q := d - 1
	for c := range r.s.Clauses { // "which is part of X and whose leader": of what "which" stands behind
		if cl := &r.s.Clauses[c]; cl.Last <= ph.First && (cl.Mark == "which" || cl.Mark == "who") && len(cl.Subjects) > 0 {
			q = cl.Subjects[0]
		}
	}
	if q < 0 {
		return -1
	}
	if e := r.entity(r.s.Phrases[q].Outer); isBody(r.typ(e)) || r.typ(e) == schema.Country {
		return e
	}
	return -1
}

// bodyBefore is the body that "its" at token t, which nothing else tells, may be of: the armed group or unit that the sentence
// before begins with; of a commander, else the unit named last; or -1.
func (r *reading) bodyBefore(t int, commander bool) int {
	from, _ := slices.BinarySearchFunc(r.d.Mentions, r.d.Tokens[t].Begin, func(m importer.Mention, at int) int { return m.Begin - at })
	first, last := -1, -1
	for m := from - 1; m >= 0 && r.d.Mentions[m].Sentence >= r.s.Index-1; m-- {
		e := r.entity(m)
		if r.typ(e) == schema.Unit && !r.d.Mentions[m].Generic && last < 0 {
			last = e
		}
		if r.d.Mentions[m].Sentence < r.s.Index && isActor(r.typ(e)) {
			first = e
		}
	}
	switch {
	case oneOf(r.typ(first), schema.ArmedGroup, schema.Unit):
		return first
	case commander:
		return last
	}
	return -1
}
