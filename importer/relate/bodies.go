package relate

import (
	"slices"
	"strings"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
	"skein/importer/english"
)

// bodies reads parts and wholes of bodies and units in phrase q: "the Iraqi army's 7th Division", "2nd Battalion of the
// 61st Brigade", "the coalition against X", "the U.S. and Australian alliance".
func (r *reading) bodies(q int) {
	r.alliance(q)
	r.home(q)
	ph := &r.s.Phrases[q]
	own := r.entity(ph.Outer)
	if own < 0 || !isBody(r.typ(own)) || r.d.Mentions[ph.Outer].Generic {
		return
	}
	x := &r.d.Mentions[ph.Outer]
	if b := r.before(q, x.Begin); b >= 0 {
		body := &r.d.Mentions[b]
		gap := r.between(body, x)
		whole := isBody(r.typ(body.Entity)) || r.typ(body.Entity) == schema.Country
		part := body.Rule == "refer/pronoun" && slices.ContainsFunc(strings.Fields(gap), func(w string) bool { return english.PostOf(w) == english.PostPart }) // "its subsidiary X"
		if whole && (part || x.Rule == "find/own" && body.Rule == "refer/pronoun" || !body.Generic && (possessed(gap) || strings.TrimSpace(gap) == "") && body.Rule != "refer/pronoun") {
			r.isOne(own, schema.PartOf, body.Entity, cover(body.Span, x.Span), rulePartOwner)
		}
	}
	if o := r.of(q); o >= 0 && !r.members(q) {
		if e := r.entity(r.s.Phrases[o].Outer); isBody(r.typ(e)) && !r.d.Mentions[r.s.Phrases[o].Outer].Generic && r.typ(own) != schema.Government {
			r.isOne(own, schema.PartOf, e, cover(r.phraseSpan(q), r.phraseSpan(o)), rulePartOf)
		}
	}
	if o := r.directly(q, "against"); o >= 0 {
		if e := r.entity(r.s.Phrases[o].Outer); oneOf(r.typ(e), schema.ArmedGroup, schema.Country, schema.Government) {
			r.isOne(own, schema.Fights, e, cover(r.phraseSpan(q), r.phraseSpan(o)), ruleAgainst)
		}
	}
}

// alliance reads a noun for an alliance with the names of the allies before it or behind it.
func (r *reading) alliance(q int) {
	ph := &r.s.Phrases[q]
	if own := r.owner(q); english.PostOf(r.lemma(ph.Head)) == english.PostAlly && isActor(r.typ(own)) {
		for _, o := range ph.Obliques {
			if o.Prep != "including" {
				continue
			}
			for _, k := range r.s.All(o.Phrase) { // "its allies, including X and Y"
				if e := r.who(k); isActor(r.typ(e)) && r.typ(e) != schema.Person {
					r.isOne(e, schema.AlliedWith, own, cover(r.phraseSpan(q), r.phraseSpan(k)), ruleAlliance)
				}
			}
		}
	}
	if !english.Alliance(r.lemma(ph.Head)) {
		return
	}
	var allies []int
	evidence := r.phraseSpan(q)
	for k, m := range ph.Mentions {
		if e := r.entity(m); isActor(r.typ(e)) && !r.nested(ph.Mentions[:k], m) {
			allies = append(allies, e)
		}
	}
	if j := ph.Joined; j >= 0 && len(allies) > 0 {
		if e := r.who(j); isActor(r.typ(e)) {
			allies, evidence = append([]int{e}, allies...), cover(evidence, r.phraseSpan(j))
		}
	}
	for _, prep := range [...]string{"between", "with"} {
		if o := r.directly(q, prep); o >= 0 {
			for _, k := range r.s.All(o) {
				if e := r.who(k); isActor(r.typ(e)) {
					allies, evidence = append(allies, e), cover(evidence, r.phraseSpan(k))
				}
			}
		}
	}
	if len(allies) == 2 {
		r.isOne(allies[0], schema.AlliedWith, allies[1], evidence, ruleAlliance)
	}
}

// compounds reads what the words joined to a name by a hyphen state ("Iran-backed militants", "the US-led anti-ISIS
// coalition"), and what units are written as parts of (Mention.Part).
func (r *reading) compounds() {
	for m := r.first; m < r.last; m++ {
		x := &r.d.Mentions[m]
		if x.Entity < 0 {
			continue
		}
		if p := x.Part; p >= 0 && r.entity(p) >= 0 && !r.foreign(x, &r.d.Mentions[p]) {
			r.isOne(x.Entity, schema.PartOf, r.entity(p), cover(x.Span, r.d.Mentions[p].Span), rulePart)
		}
		r.ofState(m)
		r.hyphen(m)
	}
}

// ofState reads whose a body of a state is, from the state's name in it or right before it: "the Iraqi parliament", "the
// office of Iraq's prime minister". Of forces it would say no more than their name does.
func (r *reading) ofState(m int) {
	x := &r.d.Mentions[m]
	if x.Generic || x.Type != schema.Government && x.Type != schema.Organization {
		return
	}
	state := r.country(attribute(x, "country"))
	if state < 0 {
		return
	}
	for k := max(m-1, r.first); k < r.last && r.d.Mentions[k].Begin < x.End; k++ {
		y := &r.d.Mentions[k]
		before := y.End <= x.Begin && strings.Trim(r.d.Text[y.End:x.Begin], " '’s") == ""
		if k != m && y.Entity == state && (before || x.Contains(y.Span)) {
			r.isOne(x.Entity, schema.PartOf, state, cover(x.Span, y.Span), ruleOfState)
			return
		}
	}
}

// foreign reports whether two units are of different countries.
func (r *reading) foreign(a, b *importer.Mention) bool {
	x, y := attribute(a, "country"), attribute(b, "country")
	return x != "" && y != "" && x != y
}

// hyphen reads "X-backed Y", "X-led Y" and "anti-X Y" around mention m, which is X.
func (r *reading) hyphen(m int) {
	x := &r.d.Mentions[m]
	first, last := r.token(x.Begin), r.token(x.End-1)
	if !isActor(x.Type) && !isPlace(x.Type) || r.d.Tokens[first].Begin != x.Begin {
		return
	}
	if p := english.Compound(r.word(last + 2)); p != "" && hyphen(r.word(last+1)) {
		if y, span := r.compounded(m, last+2); y >= 0 {
			r.compound(x, graph.Predicate(p), y, cover(x.Span, span))
		}
	}
	if !hyphen(r.word(first-1)) || !isActor(x.Type) {
		return
	}
	y, span := r.compounded(m, last)
	evidence := cover(r.span(max(first-2, r.d.Sentences[r.s.Index].First), last+1), span)
	switch {
	case y < 0:
	case english.Against(r.word(first-2)) && isForce(r.typ(y)):
		r.isOne(y, schema.Fights, x.Entity, evidence, ruleAnti)
	case english.SidesWith(r.word(first - 2)):
		r.isOne(y, schema.AffiliatedWith, x.Entity, evidence, ruleCompound)
	}
}

func hyphen(w string) bool { return w == "-" || w == "–" || w == "‑" }

// compounded is the entity that the compound with mention m describes, and where it is named: the mention that holds
// it, else what its phrase is about; -1 where neither is known.
func (r *reading) compounded(m, token int) (int, graph.Span) {
	x := &r.d.Mentions[m]
	for k := max(m-4, r.first); k < min(m+5, r.last); k++ {
		if y := &r.d.Mentions[k]; y.Contains(x.Span) && y.Entity >= 0 && y.Entity != x.Entity {
			if e, span := r.describedBy(k); e >= 0 {
				return e, span
			}
			return y.Entity, y.Span
		}
	}
	q := r.s.PhraseAt(token)
	if q < 0 {
		return -1, graph.Span{}
	}
	ph := &r.s.Phrases[q]
	switch e := r.entity(ph.Outer); {
	case e >= 0 && e != x.Entity && r.d.Mentions[ph.Outer].Begin > x.End:
		return e, r.d.Mentions[ph.Outer].Span
	case ph.Outer < 0 && r.root(q) != q && isBody(r.typ(r.entity(r.s.Phrases[r.root(q)].Outer))): // "X, a London-based monitor"
		root := r.root(q)
		return r.entity(r.s.Phrases[root].Outer), cover(r.phraseSpan(root), r.phraseSpan(q))
	case ph.Outer < 0:
		return r.called(r.lemma(ph.Head)), r.span(ph.Head, ph.Head+1)
	}
	return -1, graph.Span{}
}

// describedBy is the body that a description without a name explains behind a comma, and the two together: "X, an
// Iran-backed militia"; -1 where it explains nothing.
func (r *reading) describedBy(m int) (int, graph.Span) {
	q := r.s.PhraseAt(r.token(r.d.Mentions[m].Begin))
	if q < 0 || !r.d.Mentions[m].Generic || r.s.Phrases[q].Outer != m {
		return -1, graph.Span{}
	}
	root := r.root(q)
	o := r.s.Phrases[root].Outer
	if root == q || !isBody(r.typ(r.entity(o))) || r.d.Mentions[o].Generic {
		return -1, graph.Span{}
	}
	return r.entity(o), cover(r.phraseSpan(root), r.phraseSpan(q))
}

// called is the one body of the document whose name says that it is what the word says ("coalition"), or -1.
func (r *reading) called(word string) int {
	if r.headed == nil {
		r.headed = map[string]int{}
		for e := range r.d.Entities {
			if x := &r.d.Entities[e]; oneOf(x.Type, schema.Organization, schema.ArmedGroup, schema.Unit) && !x.Generic {
				for _, w := range headWords(x.Name) {
					if _, twice := r.headed[w]; twice {
						r.headed[w] = -1
					} else {
						r.headed[w] = e
					}
				}
			}
		}
	}
	if e, ok := r.headed[word]; ok {
		return e
	}
	return -1
}

// headWords are the words of a name, in small letters, that say what its bearer is: the last one, and those before "to",
// "of", "against" and "for".
func headWords(name string) []string {
	var out []string
	words := strings.Fields(strings.ToLower(name))
	for i, w := range words {
		if i+1 == len(words) || words[i+1] == "to" || words[i+1] == "of" || words[i+1] == "against" || words[i+1] == "for" {
			out = append(out, w)
		}
	}
	return out
}

// compound states the relation of a compound between mention x and the entity that it describes.
func (r *reading) compound(x *importer.Mention, p graph.Predicate, y int, evidence graph.Span) {
	t := r.typ(y)
	switch p {
	case schema.Leads:
		if isActor(x.Type) && (isForce(t) || t == schema.NamedEvent) {
			r.isOne(x.Entity, p, y, evidence, ruleCompound)
		}
	case schema.Operates:
		if t == schema.Equipment && isActor(x.Type) {
			r.isOne(x.Entity, p, y, evidence, ruleCompound)
		}
	case schema.BasedAt:
		if isPlace(x.Type) && isActor(t) {
			r.isOne(y, p, x.Entity, evidence, ruleCompound)
		}
	default:
		if isActor(t) && isActor(x.Type) {
			r.isOne(y, p, x.Entity, evidence, ruleCompound)
		}
	}
}

// equipment reads who has what: "a U.S. Air Force C-17 Globemaster III", "the Navy's aircraft AH-1 and CH-53".
func (r *reading) equipment(q int) {
	for _, m := range r.s.Phrases[q].Mentions {
		x := &r.d.Mentions[m]
		if x.Entity < 0 || x.Type != schema.Equipment || x.Generic {
			continue
		}
		of := r.of(q) // "Hornets of VMFA-232"
		if from := r.directly(q, "from"); from >= 0 && r.of(from) >= 0 && r.typ(r.entity(r.s.Phrases[r.of(from)].Outer)) == schema.Unit {
			of = r.of(from) // "from the Grey Herons of VMFA-232"
		} else if from >= 0 && r.typ(r.entity(r.s.Phrases[from].Outer)) == schema.Unit {
			of = from
		}
		if of >= 0 && isBody(r.typ(r.entity(r.s.Phrases[of].Outer))) {
			r.isOne(r.entity(r.s.Phrases[of].Outer), schema.Operates, x.Entity, cover(r.phraseSpan(q), r.phraseSpan(of)), ruleOwner)
		}
		b := r.before(q, x.Begin)
		if b < 0 {
			continue
		}
		if strings.HasPrefix(r.d.Text[r.d.Mentions[b].End:], "-") { // "a U.S.-made Bradley"
			continue
		}
		carried := possessed(r.d.Text[r.d.Mentions[b].End:]) && r.vessel(r.entity(b)) // "the carrier's Super Hornets"
		if t := r.typ(r.entity(b)); t == schema.Country || isBody(t) || carried {
			for _, k := range r.s.All(q) {
				if k < q {
					continue
				}
				e := r.equipmentOf(k)
				if k == q {
					e = x.Entity // not the ship of "the ship's helicopters"
				}
				if k > q && (e < 0 || r.before(k, r.d.Tokens[r.s.Phrases[k].Head].Begin) >= 0) {
					break // "U.S. ships A and B, and British ships C"
				}
				r.has(r.entity(b), e, graph.Asserted, cover(r.d.Mentions[b].Span, r.phraseSpan(k)), ruleOwner)
			}
		}
	}
}

// has states that somebody operates a piece of equipment; a ship of a navy is also a part of it.
func (r *reading) has(who, what int, m graph.Modality, evidence graph.Span, by rule) {
	r.state(who, schema.Operates, what, m, evidence, by)
	if r.typ(who) == schema.Unit && r.vessel(what) {
		r.state(what, schema.PartOf, who, m, evidence, by)
	}
}

// vessel reports whether an entity is a ship.
func (r *reading) vessel(e int) bool {
	return e >= 0 && slices.ContainsFunc(r.d.Entities[e].Attributes, func(a graph.Attribute) bool { return a.Name == "class" && a.Value == "vessel" })
}

// equipmentOf is the equipment that a phrase names, or -1.
func (r *reading) equipmentOf(q int) int {
	for _, m := range r.s.Phrases[q].Mentions {
		if x := &r.d.Mentions[m]; x.Type == schema.Equipment && x.Entity >= 0 {
			return x.Entity
		}
	}
	return -1
}

// backing reads who supports whom by a noun: "Iran's support for X", "Rwandan backing of X".
func (r *reading) backing(q int) {
	ph := &r.s.Phrases[q]
	if ph.Outer >= 0 || !english.Backing(r.lemma(ph.Head)) {
		return
	}
	giver := r.owner(q)
	if !isActor(r.typ(giver)) {
		return
	}
	for _, prep := range [...]string{"for", "of", "to"} {
		o := r.directly(q, prep)
		if o < 0 {
			continue
		}
		for _, k := range r.s.All(o) {
			if e := r.who(k); isActor(r.typ(e)) && !(r.typ(giver) == schema.Person && r.typ(e) == schema.Person) {
				r.state(giver, schema.Supports, e, r.nounMood(q, ph.Head), cover(r.phraseSpan(q), r.phraseSpan(k)), ruleBacking)
			}
		}
	}
}
