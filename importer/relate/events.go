package relate

import (
	"slices"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
	"skein/importer/clause"
	"skein/importer/english"
)

// noun is a noun that tells an event, with the clause that says that it happens.
type noun struct {
	token, phrase int
	top           int // phrase that stands for it in its clause: "a series" of "a series of airstrikes"; else phrase
	sense         english.Trigger
	clause        int // its subject acts in the event ("conducted"), or the event is its subject ("took place"); or -1
	happens       bool
	under         bool // the clause's subject suffers it: "came under attack"
	while         int  // the clause that is told to be at the time of the event, or -1
	event         int  // index into the document's Events once it is one, else -1
	roles         []importer.Role
}

// verb is a clause that tells an event.
type verb struct {
	clause, event int
}

// events finds the events of the sentence.
func (r *reading) events() {
	r.nouns, r.verbs = r.nouns[:0], r.verbs[:0]
	r.told = slices.Grow(r.told[:0], len(r.s.Clauses))[:len(r.s.Clauses)]
	for c := range r.told {
		r.told[c] = -1
	}
	r.findNouns()
	for i := range r.nouns {
		r.nounEvent(&r.nouns[i])
	}
	for c := range r.s.Clauses {
		r.verbEvent(c)
		r.demand(c)
	}
	r.notePair()
	r.pictured()
	r.date()
	r.harmedWhen()
}

// add keeps an event and returns its index.
func (r *reading) add(e importer.Event) int {
	e.Sentence, e.Same = r.s.Index, -1
	e.SaidBy, _ = r.saidBy(e.Trigger.Begin)
	e.Roles = tidyRoles(e.Roles)
	r.d.Events = append(r.d.Events, e)
	return len(r.d.Events) - 1
}

// tidyRoles drops doubles: an entity has one role, and who acts or suffers is no place.
func tidyRoles(roles []importer.Role) []importer.Role {
	var out []importer.Role
	for _, places := range [...]bool{false, true} {
		for _, x := range roles {
			if (x.Predicate == schema.AtPlace) == places && !slices.ContainsFunc(out, func(o importer.Role) bool { return o.Entity == x.Entity }) {
				out = append(out, x)
			}
		}
	}
	return out
}

// has reports whether a role is filled.
func has(roles []importer.Role, p ...graph.Predicate) bool {
	return slices.ContainsFunc(roles, func(x importer.Role) bool { return slices.Contains(p, x.Predicate) })
}

// filler is the first entity in a role, or -1.
func filler(roles []importer.Role, p graph.Predicate) int {
	for _, x := range roles {
		if x.Predicate == p {
			return x.Entity
		}
	}
	return -1
}

// joint reports whether those who take part in events of the type do so with each other.
func joint(t string) bool {
	switch t {
	case "agree", "consult", "cooperate", "exercise":
		return true
	}
	return false
}

// doers are the phrases of those who act in clause c: where an infinitive hangs on what somebody asks or offers to do, "a request from X
// to join", that one.
func (r *reading) doers(c int) []int {
	cl := &r.s.Clauses[c]
	if cl.Form == clause.Infinitive && cl.Noun >= 0 && !cl.Passive {
		if q := r.s.PhraseAt(cl.Noun); q >= 0 && !slices.Contains(cl.Subjects, q) {
			for _, prep := range [...]string{"from", "by"} {
				if o := r.directly(q, prep); o >= 0 && r.s.Phrases[o].Last == cl.First {
					return []int{o}
				}
			}
		}
	}
	if g := cl.Governor; cl.Form == clause.Infinitive && g >= 0 && !cl.Passive {
		return append(slices.Clone(cl.Subjects), r.partners(g)...)
	}
	return cl.Subjects
}

// gap is the phrase that clause c, a relative one without a word that opens it, has for its object: "soldiers they had captured"; or -1.
func (r *reading) gap(c int) int {
	cl := &r.s.Clauses[c]
	if cl.Form != clause.Finite || cl.Mark != "" || len(cl.Objects) > 0 || len(cl.Subjects) != 1 || cl.Subjects[0] == 0 {
		return -1
	}
	s := &r.s.Phrases[cl.Subjects[0]]
	q := cl.Subjects[0] - 1
	if r.d.Tokens[s.Head].Tag != importer.Pron || s.Last != s.First+1 || s.Last != cl.First || r.s.Phrases[q].Last != s.First || r.d.Tokens[r.s.Phrases[q].Head].Tag != importer.Noun {
		return -1
	}
	if o := r.objectOf(q); o < 0 || o == c || r.s.Clauses[o].Passive {
		return -1
	}
	return q
}

// partners are the phrases of those with whom the subject of clause c does what an infinitive behind it tells: "works with X to train".
func (r *reading) partners(c int) []int {
	cl := &r.s.Clauses[c]
	switch {
	case cl.Passive:
	case cl.Lemma == "join":
		return cl.Objects
	case cl.Lemma == "work" || cl.Lemma == "cooperate" || cl.Lemma == "partner" || cl.Lemma == "team" || cl.Lemma == "collaborate":
		for _, o := range cl.Obliques {
			if o.Prep == "with" || o.Prep == "alongside" {
				return r.s.All(o.Phrase)
			}
		}
	}
	return nil
}

// take adds the entity that a phrase means in a role, if it means one that can have it.
func (r *reading) take(roles []importer.Role, p graph.Predicate, q int, confidence float64) []importer.Role {
	e := -1
	switch p {
	case schema.AtPlace:
		e = r.where(q)
	case schema.Instrument:
		e = r.equipmentOf(q)
	case schema.Target:
		e = r.suffers(q)
		if e < 0 {
			e = r.where(q)
		}
	default:
		e = r.who(q)
		if e < 0 && p == schema.Agent && english.ObjectIn("armament", r.lemma(r.s.Phrases[q].Head)) {
			if e = r.owner(q); e < 0 && r.of(q) >= 0 { // "a Russian missile struck", "howitzers of the 4th Regiment"
				e = r.who(r.of(q))
			}
		}
		if t := r.typ(e); e >= 0 && !isActor(t) && t != schema.Facility && t != schema.Equipment {
			e = -1
		}
	}
	if e >= 0 && r.typ(e) != schema.NamedEvent && p != schema.AtPlace && p != schema.Instrument {
		roles = append(roles, importer.Role{Predicate: p, Entity: e, Span: r.phraseSpan(q), Confidence: confidence})
		for _, x := range r.beside(q) {
			roles = append(roles, importer.Role{Predicate: p, Entity: x, Span: r.phraseSpan(q), Confidence: confidence})
		}
		return roles
	}
	if e < 0 && (p == schema.Agent || p == schema.Participant) {
		roles = r.both(roles, p, q)
	}
	if e < 0 && (p == schema.Agent || p == schema.Target) {
		for _, ship := range r.ships(q) {
			roles = append(roles, importer.Role{Predicate: p, Entity: ship, Span: r.phraseSpan(q), Confidence: confBoth})
		}
	}
	if e < 0 || r.typ(e) == schema.NamedEvent {
		return roles
	}
	return append(roles, importer.Role{Predicate: p, Entity: e, Span: r.phraseSpan(q), Confidence: confidence})
}

// placePreposition reports whether the preposition joins a place to what happens there.
func placePreposition(prep string) bool {
	switch prep {
	case "in", "at", "inside", "near", "outside", "across", "throughout", "around", "along", "off", "within", "over", "inside of",
		"outside of", "close to", "aboard":
		return true
	}
	return false
}

// oblique adds what a preposition joins to an event, as the sense of its word says, else as a place.
func (r *reading) oblique(roles []importer.Role, sense english.Trigger, prep string, q int) []importer.Role {
	role, ok := sense.Prepositions[prep]
	switch {
	case ok && role == "none":
		return roles
	case ok && role == "content": // "calls for X to withdraw": X is called on
		if r.todo(q) {
			roles = r.take(roles, schema.Target, q, confOblique)
		}
		return roles
	case ok:
		for _, k := range r.s.All(q) {
			roles = r.take(roles, graph.Predicate(role), k, confOblique)
		}
		for a := q + 1; a < len(r.s.Phrases); a++ { // "with the mayor, X, and with Y"
			if r.s.Phrases[a].Apposition == q {
				for _, k := range r.s.All(a) {
					if k > a {
						roles = r.take(roles, graph.Predicate(role), k, confOblique)
					}
				}
				break
			}
		}
		return roles
	}
	if placePreposition(prep) || prep == "on" && r.typ(r.where(q)) == schema.Facility {
		roles = r.takePlaces(roles, q)
	}
	return roles
}

// takePlaces adds phrase q and what is joined to it as places.
func (r *reading) takePlaces(roles []importer.Role, q int) []importer.Role {
	for _, k := range r.s.All(q) {
		if r.where(k) >= 0 {
			roles = r.take(roles, schema.AtPlace, k, confPlace)
		}
	}
	return roles
}

// placesOf adds the places that prepositions join.
func (r *reading) placesOf(roles []importer.Role, obliques []clause.Oblique) []importer.Role {
	for _, o := range obliques {
		if placePreposition(o.Prep) {
			roles = r.takePlaces(roles, o.Phrase)
		}
	}
	return roles
}

// attached are the obliques, without those behind another event's noun, which belong to that one, or behind "according to".
func (r *reading) attached(obliques []clause.Oblique, first int, n *noun) []clause.Oblique {
	for i, o := range obliques {
		ph := &r.s.Phrases[o.Phrase]
		if o.Prep == "according to" || o.Prep == "of" && ph.First != first+1 {
			if o.Prep == "of" && !r.tells(o.Phrase, n) {
				continue
			}
			return obliques[:i]
		}
		if o.Prep == "in" && english.ObjectIn("answer", r.lemma(ph.Head)) {
			return obliques[:i] // "in response to attacks on X": why, not what
		}
		if (i > 0 || n != nil) && temporal(o.Prep) {
			return obliques[:i] // what follows hangs on that
		}
		if i+1 < len(obliques) && r.tells(o.Phrase, n) {
			return obliques[:i+1]
		}
	}
	return obliques
}

// temporal reports whether a preposition only sets a time by something else that happens.
func temporal(prep string) bool {
	switch prep {
	case "since", "after", "before", "until", "amid", "despite", "following", "during":
		return true
	}
	return false
}

// tells reports whether a phrase's noun may tell an event other than n's.
func (r *reading) tells(q int, n *noun) bool {
	for i := range r.nouns {
		if x := &r.nouns[i]; x != n && (n == nil || x.token != n.token) && x.phrase == q {
			return true
		}
	}
	return false
}

// todo reports whether phrase q is who is to do what an infinitive behind it says.
func (r *reading) todo(q int) bool {
	for c := range r.s.Clauses {
		cl := &r.s.Clauses[c]
		if cl.Form == clause.Infinitive && len(cl.Subjects) > 0 && cl.Subjects[0] == q && cl.First == r.s.Phrases[q].Last {
			return true
		}
	}
	return false
}

// fronted adds the place that the sentence begins with, "In Kunar province, …", to the roles of the event of clause c, if
// that is the first clause behind it.
func (r *reading) fronted(c int, roles []importer.Role) []importer.Role {
	s := &r.d.Sentences[r.s.Index]
	for q := range r.s.Phrases {
		ph := &r.s.Phrases[q]
		if ph.Prep >= 0 && r.opens(ph.Prep) && placePreposition(r.word(ph.Prep)) {
			if r.firstFinite(ph.Last-1) != c || r.s.Clauses[c].First < ph.Last {
				return roles
			}
			return r.take(roles, schema.AtPlace, q, confPlace)
		}
		if ph.First > s.First+maxFront {
			return roles
		}
	}
	return roles
}

// datelined adds the place of a dateline as releases have it, "CORAL SEA (June 18, 2015)", to the event of clause c, if that is the
// first one. Those of agencies say where the story was written.
func (r *reading) datelined(c int, roles []importer.Role) []importer.Role {
	if r.written < 0 || r.dateline < 0 || has(roles, schema.AtPlace) || r.firstFinite(r.start()-1) != c ||
		r.word(r.token(r.d.Times[r.written].Begin)-1) != "(" {
		return roles
	}
	return append(roles, importer.Role{Predicate: schema.AtPlace, Entity: r.dateline, Span: r.span(r.s.Clauses[c].Begin, r.s.Clauses[c].End), Confidence: confThere})
}

// opens reports whether nothing but marks, as behind a dateline, or a time stands right before token t at the begin of the sentence: "On Monday in
// Gao".
func (r *reading) opens(t int) bool {
	s := &r.d.Sentences[r.s.Index]
	if t == s.First || r.bare(t-1) {
		return true
	}
	for _, x := range r.times {
		if first := r.token(r.d.Times[x].Begin); r.token(r.d.Times[x].End) == t {
			return first <= s.First+1
		}
	}
	return false
}

// maxFront is how many tokens, such as a dateline, may stand before a place that begins a sentence.
const maxFront = 12

// adverbPlace is the place that "here" or "there" in tokens [from, to) means: that of the dateline, the last one named
// before it in the sentence; or -1.
func (r *reading) adverbPlace(from, to int) int {
	for t := from; t < to; t++ {
		if r.word(t) == "here" && r.dateline >= 0 && !inside(r.quotes, r.d.Tokens[t].Begin) {
			return r.dateline
		}
		if r.word(t) != "there" {
			continue
		}
		at := r.d.Tokens[t].Begin
		best := -1
		for m := r.first; m < r.last && r.d.Mentions[m].Begin < at; m++ {
			if x := &r.d.Mentions[m]; x.Entity >= 0 && isPlace(r.typ(x.Entity)) && (r.placed(m) || r.comesFrom(m)) {
				best = x.Entity
			}
		}
		return best
	}
	return -1
}

// comesFrom reports whether a mention stands as a place that somebody leaves or goes to, which "there" may take up.
func (r *reading) comesFrom(m int) bool {
	q := r.s.PhraseAt(r.token(r.d.Mentions[m].Begin))
	if q < 0 || r.s.Phrases[q].Outer != m || r.s.Phrases[q].Prep < 0 {
		return false
	}
	w := r.word(r.s.Phrases[q].Prep)
	return w == "from" || w == "to"
}

// placed reports whether a mention stands as a place: behind a preposition of place.
func (r *reading) placed(m int) bool {
	q := r.s.PhraseAt(r.token(r.d.Mentions[m].Begin))
	return q >= 0 && r.s.Phrases[q].Outer == m && r.s.Phrases[q].Prep >= 0 && placePreposition(r.word(r.s.Phrases[q].Prep))
}
