package relate

import (
	"slices"
	"strings"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
	"skein/importer/clause"
	"skein/importer/english"
)

// verbEvent adds the event that clause c tells, if it tells one.
func (r *reading) verbEvent(c int) {
	cl := &r.s.Clauses[c]
	if r.saysNounHappens(c) || r.harms(c) || r.accident(c) || cl.First == cl.Verb && r.attributive(cl.Verb) || r.sortOf(c) || r.habit(c) {
		return
	}
	for _, sense := range r.tellings(cl) {
		roles, ok := r.verbRoles(c, sense)
		if !ok || len(roles) == 0 && !sense.Alone && !r.once(c, sense.Type) {
			continue
		}
		if relative(cl.Mark) && cl.Modal == "would" && !has(roles, schema.Agent) {
			continue // "a network that would support X": any that does
		}
		trigger := r.span(cl.Verb, cl.Verb+1)
		if cl.Particle != "" && r.word(cl.Last) == cl.Particle && cl.Last < r.d.Sentences[r.s.Index].Last && len(english.EventVerb(cl.Lemma+"_"+cl.Particle)) > 0 {
			trigger = r.span(cl.Verb, cl.Last+1)
		}
		e := importer.Event{
			Type: graph.Type(sense.Type), Trigger: trigger, Evidence: r.span(cl.Begin, cl.End), Modality: r.mood(c),
			Roles: roles, Confidence: confVerb, Rule: "relate/verb",
		}
		e.Type, e.Roles = r.fired(sense, cl.Lemma, e.Roles)
		if sense.Planned && e.Modality == graph.Asserted {
			e.Modality = graph.Planned
		}
		if sense.Weak {
			e.Confidence, e.Rule = confWeakVerb, "relate/weak-verb"
		}
		if e.Type == "assault" && r.practised(cl, roles) {
			e.Type = "exercise"
		}
		e.Name = r.verbName(c, sense, roles)
		r.told[c] = r.add(e)
		r.verbs = append(r.verbs, verb{c, r.told[c]})
		return
	}
}

// practised reports whether the fire that clause cl tells of is only practised: "will fire live rounds", "dropped bombs during the
// exercise".
func (r *reading) practised(cl *clause.Clause, roles []importer.Role) bool {
	if !english.ObjectIn("practised", cl.Lemma) || isActor(r.typ(filler(roles, schema.Target))) {
		return false
	}
	for i := range r.nouns {
		if n := &r.nouns[i]; n.sense.Type == "exercise" {
			return true
		}
	}
	return slices.ContainsFunc(cl.Objects, func(q int) bool { return r.word(r.s.Phrases[q].First) == "live" })
}

// saysNounHappens reports whether clause c does no more than say that a noun's event happens, or whom it struck.
func (r *reading) saysNounHappens(c int) bool {
	cl := &r.s.Clauses[c]
	for i := range r.nouns {
		n := &r.nouns[i]
		if n.event < 0 {
			continue
		}
		if n.clause == c && (english.Light(cl.Lemma) || n.happens || cl.Lemma == "take" && english.Light(cl.Lemma+"_"+r.word(cl.Last))) {
			return true
		}
		if len(cl.Subjects) > 0 && cl.Subjects[0] == n.top && !cl.Passive && english.Happens(cl.Lemma) {
			return true
		}
	}
	return false
}

// tellings are what the clause's verb may tell: of the verb with its particle, the word or preposition behind it, or what it is that
// stops, first.
func (r *reading) tellings(cl *clause.Clause) []english.Trigger {
	out := r.known[:0]
	if cl.Particle != "" {
		if s := english.EventVerb(cl.Lemma + "_" + cl.Particle); len(s) > 0 {
			return s
		}
	}
	behind := r.word(cl.Last)
	if s := english.EventVerb(cl.Lemma + "_" + behind); len(s) > 0 {
		out = append(out, s...)
	}
	if len(cl.Objects) > 0 && len(cl.Obliques) > 0 && cl.Obliques[0].Prep != behind && cl.Lemma != "call" && cl.Obliques[0].Prep != "alongside" { // "provided X with weapons"
		out = append(out, english.EventVerb(cl.Lemma+"_"+cl.Obliques[0].Prep)...)
	}
	if strings.HasSuffix(behind, "ing") && r.forceful(cl.Last) {
		out = append(out, english.EventVerb(cl.Lemma+"_fighting")...)
	}
	if n := len(out) - 1; n >= 0 && out[n].Behind == "" && out[n].ObjectIn == "" && out[n].By == "" {
		return out
	}
	out = append(out, english.EventVerb(cl.Lemma)...)
	r.known = out
	return out
}

// forceful reports whether the verb at token t tells of force: "stopped attacking".
func (r *reading) forceful(t int) bool {
	return slices.ContainsFunc(english.EventVerb(r.lemma(t)), func(s english.Trigger) bool { return s.Type == "assault" || s.Type == "coerce" })
}

// verbRoles reads who takes part in the event of clause c, and reports whether the sense gets what it asks for.
func (r *reading) verbRoles(c int, sense english.Trigger) ([]importer.Role, bool) {
	cl := &r.s.Clauses[c]
	objects, agents := cl.Objects, r.doers(c)
	if cl.Passive {
		objects, agents = cl.Subjects, nil
	} else if q := r.gap(c); q >= 0 {
		objects = []int{q}
	}
	switch {
	case sense.Object && len(objects) == 0 && !(sense.Type == "request" && r.asksThat(cl)), sense.Intransitive && len(objects) > 0:
		return nil, false
	case sense.Type == "establish" && len(objects) > 0 && r.lemma(r.s.Phrases[objects[0]].Head) == "part":
		return nil, false // "forms part of X"
	case sense.ObjectIn != "" && !r.anyIn(objects, sense.ObjectIn) && !(cl.Passive && r.anyIn(cl.Objects, sense.ObjectIn)), sense.Gets && cl.Passive:
		return nil, false
	case sense.Human && len(objects) > 0 && !r.anybody(objects), sense.Behind != "" && !r.behind(cl, sense.Behind):
		return nil, false
	case sense.By != "" && !r.anyIn(r.actorsOf(cl), sense.By):
		return nil, false
	case cl.Lemma == "order" && sense.ObjectIn == "hardware" && r.sentAway(cl, objects):
		return nil, false // "ordered its jets to return"
	}
	var roles []importer.Role
	subjectRole, objectRole := schema.Agent, schema.Target
	if sense.Gets {
		subjectRole, objectRole = schema.Target, schema.Instrument
	}
	for _, q := range agents {
		roles = r.take(roles, subjectRole, q, confSubject)
		if sense.Gets {
			continue
		}
		if own := r.owner(q); !has(roles, schema.Agent) && cl.Noun >= 0 && r.s.PhraseAt(cl.Noun) == q && isActor(r.typ(own)) { // "Germany's plan to send"
			roles = append(roles, importer.Role{Predicate: schema.Agent, Entity: own, Span: r.phraseSpan(q), Confidence: confSubject})
		}
		if !has(roles, schema.Agent) && len(agents) == 1 {
			for _, k := range r.s.All(q) { // "Two frigates, A and B, escorted"
				if k > q {
					roles = r.take(roles, schema.Agent, k, confSubject)
				}
			}
		}
	}
	if sense.ObjectRole != "" {
		objectRole = graph.Predicate(sense.ObjectRole)
	}
	for _, q := range objects {
		role := objectRole
		if !cl.Passive && (sense.Type == "yield" || sense.Type == "mobilize") && r.d.Tokens[r.s.Phrases[q].First].Tag == importer.Pron && r.s.Phrases[q].First < r.s.Phrases[q].Head {
			continue // "withdraw its troops": no one but who acts
		}
		if t := r.typ(r.entity(r.s.Phrases[q].Outer)); role == schema.Target {
			switch {
			case (sense.ObjectIn == "aid" || sense.ObjectIn == "hardware") && (t == schema.Equipment || r.equipmentOf(q) >= 0):
				role = schema.Instrument // what is given
			case cl.Lemma == "fly" && r.equipmentOf(q) >= 0:
				role = schema.Instrument // "a helicopter flown by X"
			case sense.Type == "consult" && isPlace(t) && t != schema.Country:
				role = schema.AtPlace // what is visited
			}
		}
		roles = r.take(roles, role, q, confObject)
		if objectRole == schema.Target && !has(roles, schema.Target) {
			roles = r.targetOfNoun(roles, q)
		}
	}
	var joined []int
	for _, o := range r.attached(cl.Obliques, cl.Last, nil) {
		if cl.Passive && o.Prep == "by" {
			agents = r.s.All(o.Phrase)
			for _, q := range agents {
				roles = r.take(roles, schema.Agent, q, confObject)
			}
			continue
		}
		if placePreposition(o.Prep) && r.ofObject(cl, sense, o.Phrase) {
			continue // "condemned the attack near X"
		}
		if o.Prep == "of" && (sense.ObjectIn == "" || sense.Prepositions["of"] == "") {
			continue
		}
		roles = r.oblique(roles, sense, o.Prep, o.Phrase)
		if role := graph.Predicate(sense.Prepositions[o.Prep]); role == schema.Target || role == schema.Participant {
			joined = append(joined, o.Phrase)
		}
	}
	if objectRole == schema.Target && !has(roles, schema.Target) {
		roles = r.aimed(c, sense, roles, objects)
	}
	if p := r.adverbPlace(cl.Last, min(cl.Last+8, r.d.Sentences[r.s.Index].Last)); p >= 0 && !has(roles, schema.AtPlace) {
		roles = append(roles, importer.Role{Predicate: schema.AtPlace, Entity: p, Span: r.span(cl.Begin, cl.End), Confidence: confThere})
	}
	for _, q := range objects { // "hit depots used by X near Gao"
		if h, e := r.holding(q); e >= 0 && !has(roles, schema.AtPlace) {
			roles = r.placesOf(roles, r.s.Clauses[h].Obliques)
		}
	}
	roles = tidyRoles(roles)
	if !has(roles, schema.AtPlace) {
		roles = r.datelined(c, r.fronted(c, roles))
	}
	ok := r.satisfied(sense, roles, agents, objects, joined)
	if p := r.whereBefore(cl); p >= 0 && !has(roles, schema.AtPlace) { // "the base, where X met Y"
		roles = append(roles, importer.Role{Predicate: schema.AtPlace, Entity: p, Span: r.span(cl.Begin, cl.End), Confidence: confThere})
	}
	return roles, ok
}

// sentAway reports whether what somebody orders is told where to go or what to do: "ordered the destroyer to the Red Sea".
func (r *reading) sentAway(cl *clause.Clause, objects []int) bool {
	return slices.ContainsFunc(objects, r.todo) || slices.ContainsFunc(cl.Obliques, func(o clause.Oblique) bool {
		return o.Prep == "to" || o.Prep == "into" || o.Prep == "out of"
	})
}

// asksThat reports whether what a verb asks for is told by a clause: "urged that X be freed".
func (r *reading) asksThat(cl *clause.Clause) bool {
	return r.word(cl.Last) == "that" && slices.ContainsFunc(r.s.Clauses, func(x clause.Clause) bool { return x.First > cl.Last && r.demanded(&x) })
}

// satisfied reports whether the participants are those that the sense asks for. Those of the phrases who are somebody count, though
// they have no role.
func (r *reading) satisfied(sense english.Trigger, roles []importer.Role, agents, objects, joined []int) bool {
	agent := filler(roles, schema.Agent)
	if agent < 0 {
		agent = filler(roles, schema.Participant)
	}
	if sense.Gets {
		agent = filler(roles, schema.Target)
	}
	acts := agent >= 0 || sense.By != "" || !sense.Weak && r.anybody(agents)
	target := has(roles, schema.Target, schema.Participant)
	reached := !sense.Weak && (r.anybody(joined) || sense.Type == "assault" && len(joined) > 0)
	suffers := target || reached || !sense.Weak && (r.anybody(objects) || sense.Type == "assault" && r.belongings(objects))
	switch {
	case sense.Agent && !acts, sense.Target && !suffers, sense.Reach && !reached && !has(roles, schema.Target, schema.AtPlace):
		return false
	case sense.Force && !(agent >= 0 && (isForce(r.typ(agent)) || r.typ(agent) == schema.Equipment)) && !r.forces(agents):
		return false
	case sense.Civil && isForce(r.typ(agent)):
		return false
	case sense.Weak && (agent < 0 || !target && !has(roles, schema.AtPlace)):
		return false
	}
	return len(roles) > 0 || sense.Alone || acts || suffers
}

// actorsOf are the phrases of those who act in clause cl.
func (r *reading) actorsOf(cl *clause.Clause) []int {
	if !cl.Passive {
		return cl.Subjects
	}
	for _, o := range cl.Obliques {
		if o.Prep == "by" {
			return r.s.All(o.Phrase)
		}
	}
	return nil
}

// behind reports whether a preposition joins a noun of the list to the clause's verb.
func (r *reading) behind(cl *clause.Clause, list string) bool {
	is := func(q int) bool { return english.ObjectIn(list, r.lemma(r.s.Phrases[q].Head)) }
	return slices.ContainsFunc(cl.Obliques, func(o clause.Oblique) bool { return is(o.Phrase) }) || cl.Particle != "" && slices.ContainsFunc(cl.Objects, is)
}

// anyIn reports whether the noun of one of the phrases stands in the list, or it names something of that sort.
func (r *reading) anyIn(phrases []int, list string) bool {
	for _, q := range phrases {
		ph := &r.s.Phrases[q]
		if english.ObjectIn("container", r.lemma(ph.Head)) { // "dozens of missiles"
			for _, o := range ph.Obliques {
				if o.Prep == "of" {
					ph = &r.s.Phrases[o.Phrase]
				}
			}
		}
		if english.ObjectIn(list, r.lemma(ph.Head)) {
			return true
		}
		t := r.typ(r.entity(ph.Outer))
		switch list {
		case "accident":
			for k := ph.First; k < ph.Head; k++ { // "Hurricane Jane"
				if english.ObjectIn(list, r.lemma(k)) {
					return true
				}
			}
		case "step":
			if r.tells(q, nil) {
				return true
			}
		case "post", "stronghold":
			if isPlace(t) {
				return true
			}
		case "armed":
			if t == schema.ArmedGroup {
				return true
			}
		case "hull":
			if t == schema.Equipment {
				return true
			}
		case "person", "guest", "candidate":
			if t == schema.Person {
				return true
			}
		case "equipment", "weapon", "missile", "bomb", "aid", "hardware":
			if t == schema.Equipment {
				return true
			}
		case "force":
			if t == schema.Equipment || t == schema.Unit {
				return true
			}
		}
	}
	return false
}
