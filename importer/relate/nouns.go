package relate

import (
	"slices"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
	"skein/importer/clause"
	"skein/importer/english"
)

// findNouns finds the nouns of the sentence that may tell events, and the clauses that say that they happen.
func (r *reading) findNouns() {
	for q := range r.s.Phrases {
		ph := &r.s.Phrases[q]
		if ph.Outer >= 0 && r.typ(r.entity(ph.Outer)) != schema.NamedEvent && r.d.Mentions[ph.Outer].Type != schema.NamedEvent {
			continue
		}
		senses, t := r.nounSenses(ph, ph.Head)
		if named := ph.Outer >= 0 && !r.d.Mentions[ph.Outer].Generic; named && len(senses) == 0 {
			first := r.token(r.d.Mentions[ph.Outer].Begin)
			if senses, t = r.nounSenses(ph, first); len(senses) == 0 && first > ph.First { // "Exercise Steady Current", "exercise Steady Current"
				senses, t = r.nounSenses(ph, first-1)
			}
		}
		if len(senses) == 0 || r.lemma(t) == "launch" && !r.launched(q) {
			continue
		}
		if a := ph.Apposition; a >= 0 && r.s.Phrases[a].Outer >= 0 && len(r.nouns) > 0 && r.nouns[len(r.nouns)-1].phrase == a {
			continue // "Exercise Red Sands, the largest manoeuvre since 2022": what it is, not another one
		}
		n := noun{token: t, phrase: q, top: r.container(q), sense: r.meaning(senses, q, t), clause: -1, while: -1, event: -1}
		if r.link(&n); !n.under && n.sense.Under {
			continue
		}
		r.nouns = append(r.nouns, n)
	}
}

// launched reports whether the launch that phrase q tells is that of a missile or the like.
func (r *reading) launched(q int) bool {
	of := r.of(q)
	return of >= 0 && r.anyIn([]int{of}, "missile")
}

// nounSenses are the senses of the noun at token t of a phrase, with the word before it where the two make one noun.
func (r *reading) nounSenses(ph *clause.Phrase, t int) ([]english.Trigger, int) {
	lemma := r.lemma(t)
	if t > ph.First {
		if english.ObjectIn("plain", r.lemma(t-1)+"_"+lemma) {
			return nil, t
		}
		for _, w := range [...]string{lemma, r.word(t)} { // "an emergency landing"
			if s := english.EventNoun(r.lemma(t-1) + "_" + w); len(s) > 0 {
				return s, t
			}
		}
	}
	s := english.EventNoun(r.word(t))
	if len(s) == 0 {
		s = english.EventNoun(lemma)
	}
	if len(s) == 0 || s[0].Plural && r.word(t) == lemma || s[0].Kind && !r.kind(ph) {
		return nil, t
	}
	return s, t
}

// meaning is the first of the senses of the noun at token t of phrase q that fits those who act: "a strike by nurses".
func (r *reading) meaning(senses []english.Trigger, q, t int) english.Trigger {
	ph := &r.s.Phrases[q]
	for _, s := range senses {
		if s.By == "" || t > ph.First && english.ObjectIn(s.By, r.lemma(t-1)) || slices.ContainsFunc(ph.Obliques, func(o clause.Oblique) bool {
			return (o.Prep == "by" || o.Prep == "of") && english.ObjectIn(s.By, r.lemma(r.s.Phrases[o.Phrase].Head))
		}) {
			return s
		}
	}
	return senses[len(senses)-1]
}

// kind reports whether a word that says what kind of operation is meant, or a name, stands before the head.
func (r *reading) kind(ph *clause.Phrase) bool {
	for t := ph.First; t < ph.Head; t++ {
		if english.ObjectIn("kind", r.word(t)) {
			return true
		}
	}
	return len(ph.Mentions) > 0
}

// container is the phrase that stands for phrase q in its clause: "a series" of "a series of airstrikes".
func (r *reading) container(q int) int {
	for range deep {
		prep := r.s.Phrases[q].Prep
		if prep <= 0 || r.word(prep) != "of" {
			return q
		}
		p := r.s.PhraseAt(prep - 1)
		if p < 0 || !english.ObjectIn("container", r.lemma(r.s.Phrases[p].Head)) {
			return q
		}
		q = p
	}
	return q
}

// nounEvent adds the event that a noun tells, if enough is said of it.
func (r *reading) nounEvent(n *noun) {
	ph := &r.s.Phrases[n.phrase]
	if c := r.objectOf(n.top); c >= 0 && (n.sense.Type == "mobilize" && !english.Light(r.s.Clauses[c].Lemma) || r.undone(c, n) || r.sortOf(c) || r.habit(c)) {
		return // "ambushed a patrol": those who patrol
	}
	if r.s.Phrases[n.top].Prep > 0 && n.clause < 0 && ph.First == n.token && r.word(ph.Prep) == "in" && n.sense.Type != "assault" {
		return // "in consultation with", "in support of": how, not what
	}
	n.roles = r.modifiers(nil, n)
	for _, x := range [...]int{n.phrase, n.top} {
		for _, o := range r.attached(r.s.Phrases[x].Obliques, r.s.Phrases[x].Last, n) {
			if o.Phrase == n.phrase || o.Prep == "of" && r.other(o.Phrase, x) {
				continue
			}
			n.roles = r.oblique(n.roles, n.sense, o.Prep, o.Phrase)
		}
		if n.top == n.phrase {
			break
		}
	}
	r.during(n)
	evidence := r.phraseSpan(n.phrase)
	for _, x := range n.roles {
		evidence = cover(evidence, x.Span)
	}
	if n.clause >= 0 {
		evidence = cover(evidence, r.clauseRoles(n))
	}
	n.roles = r.onRequest(n, r.survived(n, r.struck(n)))
	if c := r.subjectOf(n.top); c >= 0 && c != n.clause && r.happening(c) && !has(n.roles, schema.AtPlace) { // "the exercise, hosted by X, began in Y"
		n.roles = r.placesOf(n.roles, r.attached(r.s.Clauses[c].Obliques, r.s.Clauses[c].Last, n))
	}
	if n.clause >= 0 && !has(n.roles, schema.AtPlace) {
		n.roles = r.fronted(n.clause, n.roles)
		if p := r.adverbPlace(n.token+1, min(n.token+8, r.d.Sentences[r.s.Index].Last)); p >= 0 && !has(n.roles, schema.AtPlace) {
			n.roles = append(n.roles, importer.Role{Predicate: schema.AtPlace, Entity: p, Span: evidence, Confidence: confThere})
		}
	}
	n.roles = tidyRoles(n.roles)
	named := ph.Outer >= 0
	switch {
	case named && n.clause < 0:
		return // the name of an event: an entity, not the telling of it
	case len(n.roles) == 0 && (!n.sense.Alone || r.word(n.token) != r.lemma(n.token)) && !r.toldOf(n):
		return // of several without anybody nothing is told
	case !r.satisfied(english.Trigger{Agent: n.sense.Agent, Target: n.sense.Target, Force: n.sense.Force, Weak: n.sense.Weak}, n.roles, nil, nil, nil) && len(n.roles) > 0:
		return
	}
	kind := graph.Type(n.sense.Type)
	if kind == "assault" && r.mock(ph, n.token) {
		kind = "exercise"
	}
	e := importer.Event{
		Type: kind, Trigger: r.span(n.token, n.token+1), Evidence: evidence, Modality: r.nounMood(n.phrase, n.token),
		Roles: n.roles, Confidence: confNoun, Rule: "relate/noun",
	}
	if n.top != n.phrase {
		e.Modality = r.nounMood(n.top, r.s.Phrases[n.top].Head)
	}
	if n.clause >= 0 {
		e.Confidence, e.Rule = confLight, "relate/light-verb"
	}
	e.Name = r.nounName(n)
	n.event = r.add(e)
}

// toldOf reports whether it is said that a noun's event happens, though nobody is known who takes part: "a second meeting could take
// place", "the villagers held a protest", "the killing of two drivers".
func (r *reading) toldOf(n *noun) bool {
	if n.sense.Agent || n.sense.Weak || n.sense.Reach {
		return false
	}
	if n.clause >= 0 {
		cl := &r.s.Clauses[n.clause]
		if cl.Lemma != "be" && cl.Lemma != "have" && cl.Lemma != "remain" && (n.happens || cl.Passive || r.anybody(cl.Subjects)) {
			return true
		}
	}
	ph := &r.s.Phrases[n.phrase]
	for _, x := range r.times { // "the attack of 5 June", "the 2016 accord"
		t := r.token(r.d.Times[x].Begin)
		if w := r.word(ph.Last); ph.First <= t && t < ph.Head || t == ph.Last || t == ph.Last+1 && (w == "of" || w == "on" || w == "in") {
			return true
		}
	}
	if ph.First == n.token || r.d.Tokens[ph.First].Tag == importer.Adj {
		return false // "attacks against civilians" are any
	}
	for _, o := range r.attached(ph.Obliques, ph.Last, n) {
		switch graph.Predicate(n.sense.Prepositions[o.Prep]) {
		case schema.Agent, schema.Target, schema.Participant:
			if r.anybody(r.s.All(o.Phrase)) {
				return true
			}
		}
	}
	return false
}

// modifiers reads what stands before the noun in its phrase: "US airstrikes", "the Baghdad bombing", "drone attack".
func (r *reading) modifiers(roles []importer.Role, n *noun) []importer.Role {
	ph := &r.s.Phrases[n.phrase]
	for k, m := range ph.Mentions {
		x := &r.d.Mentions[m]
		if x.Entity < 0 || x.End > r.d.Tokens[n.token].Begin || r.nested(ph.Mentions[:k], m) {
			continue
		}
		role := schema.Agent
		switch t := r.typ(x.Entity); {
		case t == schema.Equipment:
			role = schema.Instrument
		case isPlace(t) && t != schema.Country, t == schema.Country && (n.sense.Type == "election" || n.sense.Type == "disaster"):
			role = schema.AtPlace
		case !isActor(t):
			continue
		case t == schema.Person && n.sense.Prepositions["of"] == string(schema.Target) && (possessed(r.d.Text[x.End:]) || x.Rule == "refer/pronoun"):
			role = schema.Target // "Rowe's arrest"
		}
		roles = append(roles, importer.Role{Predicate: role, Entity: x.Entity, Span: x.Span, Confidence: confModifier})
	}
	return roles
}

// nested reports whether mention m lies in one of the mentions.
func (r *reading) nested(mentions []int, m int) bool {
	for _, k := range mentions {
		if x := &r.d.Mentions[k]; x.Entity >= 0 && x.Contains(r.d.Mentions[m].Span) {
			return true
		}
	}
	return false
}

// clauseRoles adds what the clause of a noun says: who conducts it, where it takes place. It returns the clause's span.
func (r *reading) clauseRoles(n *noun) graph.Span {
	cl := &r.s.Clauses[n.clause]
	if n.under {
		for _, q := range cl.Subjects {
			n.roles = r.take(n.roles, schema.Target, q, confSubject)
		}
	} else if own := filler(n.roles, schema.Agent); !n.happens && !cl.Passive && (own < 0 || len(cl.Subjects) > 1) {
		var by []importer.Role
		for _, q := range r.doers(n.clause) {
			by = r.take(by, schema.Agent, q, confSubject)
		}
		if own < 0 || slices.ContainsFunc(by, func(x importer.Role) bool { return x.Entity == own }) { // "A and B opened their exercise"
			n.roles = append(by, n.roles...)
		}
	}
	for _, o := range r.attached(cl.Obliques, cl.Last, n) {
		if r.behindOther(cl, o.Phrase, n) {
			break
		}
		if n.happens && !placePreposition(o.Prep) && o.Prep != "by" && r.s.Phrases[o.Phrase].First != cl.Last+1 {
			continue
		}
		if cl.Passive && o.Prep == "by" {
			for _, q := range r.s.All(o.Phrase) {
				n.roles = r.take(n.roles, schema.Agent, q, confObject)
			}
			continue
		}
		if o.Prep != "of" && o.Phrase != n.phrase && o.Phrase != n.top {
			n.roles = r.oblique(n.roles, n.sense, o.Prep, o.Phrase)
		}
	}
	if n.happens && n.sense.Type == "disaster" { // "A quake struck Mombasa"
		for _, q := range cl.Objects {
			n.roles = r.takePlaces(n.roles, q)
		}
	}
	return r.span(cl.Begin, cl.End)
}

// behindOther reports whether phrase q stands behind an object of the clause that tells another event than n, and so belongs to that.
func (r *reading) behindOther(cl *clause.Clause, q int, n *noun) bool {
	return slices.ContainsFunc(cl.Objects, func(o int) bool { return o < q && r.tells(o, n) })
}

// survived adds whom an attack was meant for, as the verb says whose object it is: "survived a drone strike".
func (r *reading) survived(n *noun, roles []importer.Role) []importer.Role {
	c := r.objectOf(n.top)
	if c < 0 || n.sense.Type != "assault" || r.s.Clauses[c].Passive || has(roles, schema.Target) {
		return roles
	}
	switch r.s.Clauses[c].Lemma {
	case "survive", "escape", "suffer", "sustain":
		for _, q := range r.s.Clauses[c].Subjects {
			roles = r.take(roles, schema.Target, q, confOblique)
		}
	}
	return roles
}

// onRequest adds who does what another one asked for: "X met at the request of Y".
func (r *reading) onRequest(n *noun, roles []importer.Role) []importer.Role {
	prep := r.s.Phrases[n.top].Prep
	if n.sense.Type != "request" || prep <= 0 || r.word(prep) != "at" || has(roles, schema.Target) || !has(roles, schema.Agent) {
		return roles
	}
	for c := range r.s.Clauses {
		cl := &r.s.Clauses[c]
		if cl.Passive || cl.Last > prep || !slices.ContainsFunc(cl.Obliques, func(o clause.Oblique) bool { return o.Phrase == n.top }) {
			continue
		}
		for _, q := range cl.Subjects {
			if isActor(r.typ(r.who(q))) {
				roles = r.take(roles, schema.Target, q, confDuring)
			}
		}
		break
	}
	return roles
}

// struck adds whom an attack struck, as a clause that hangs on the noun says: "airstrikes targeting militants".
func (r *reading) struck(n *noun) []importer.Role {
	if n.sense.Type != "assault" && n.sense.Type != "coerce" {
		return n.roles
	}
	roles := n.roles
	for c := range r.s.Clauses {
		cl := &r.s.Clauses[c]
		if cl.Passive || cl.First < n.token || len(cl.Subjects) == 0 || cl.Subjects[0] != n.top && cl.Subjects[0] != n.phrase || !english.ObjectIn("harm", cl.Lemma) {
			continue
		}
		for _, q := range cl.Objects {
			roles = r.take(roles, schema.Target, q, confOblique)
			if h, e := r.holding(q); e >= 0 && !has(roles, schema.AtPlace) { // "a strike hit a depot used by X near Gao"
				roles = r.placesOf(roles, r.s.Clauses[h].Obliques)
			}
		}
		for _, o := range cl.Obliques {
			roles = r.oblique(roles, n.sense, o.Prep, o.Phrase)
		}
	}
	return roles
}
