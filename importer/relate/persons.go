package relate

import (
	"slices"
	"strings"
	"unicode"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
	"skein/importer/english"
)

// titles reads what stands before a person's name in its phrase: "U.S. Army Capt. X", "Iraqi Prime Minister X",
// "coalition spokesman X".
func (r *reading) titles(q int) {
	ph := &r.s.Phrases[q]
	if of := r.of(q); of >= 0 && r.typ(r.entity(ph.Outer)) == schema.Person && !r.d.Mentions[ph.Outer].Generic {
		if o := r.s.Phrases[of].Outer; isBody(r.typ(r.entity(o))) && !r.d.Mentions[o].Generic { // "Commodore X of the Royal Navy"
			r.isOne(r.entity(ph.Outer), schema.MemberOf, r.entity(o), cover(r.phraseSpan(q), r.phraseSpan(of)), ruleBody)
		}
	}
	for _, m := range ph.Mentions {
		x := &r.d.Mentions[m]
		r.allies(q, x)
		if x.Entity < 0 || x.Type != schema.Person || x.Generic || x.Rule == "refer/pronoun" {
			continue
		}
		b := r.before(q, x.Begin)
		if b < 0 {
			r.headOfState(x)
			continue
		}
		for c := 0; c < deep && r.word(r.token(r.d.Mentions[b].Begin)-1) == "to"; c++ { // "U.S. Ambassador to Jordan X"
			if b = r.before(q, r.d.Mentions[b].Begin-1); b < 0 {
				break
			}
		}
		if b < 0 {
			continue
		}
		body := &r.d.Mentions[b]
		words := r.between(body, x)
		if title := attribute(x, "title"); !strings.Contains(words, title) {
			words += " " + title
		}
		if strings.ContainsAny(r.between(body, x), ",;()") {
			continue
		}
		p, by := r.titled(words, r.typ(body.Entity))
		if p == schema.Leads && r.typ(body.Entity) == schema.Country && slices.ContainsFunc(strings.Fields(r.between(body, x)), english.Nation) {
			p, by = schema.NationalOf, ruleNational // "Bosnian Serb leader X"
		}
		if post, ok := held(r.between(body, x)); ok && p == schema.MemberOf {
			p, by = post, ruleTitle // "Army spokesman Brig. Gen. X"
		}
		if p == "" {
			continue
		}
		r.isOne(x.Entity, p, body.Entity, cover(body.Span, x.Span), by)
	}
}

// allies reads what stands before a country's name: "NATO member Norway", "U.S. ally Japan".
func (r *reading) allies(q int, x *importer.Mention) {
	if x.Entity < 0 || r.typ(x.Entity) != schema.Country {
		return
	}
	b := r.before(q, x.Begin)
	if b < 0 || !isActor(r.typ(r.entity(b))) {
		return
	}
	body := &r.d.Mentions[b]
	words := titleNouns(r.between(body, x))
	if len(words) == 0 {
		return
	}
	switch english.PostOf(strings.TrimSuffix(words[len(words)-1], "s")) {
	case english.PostMember:
		for _, k := range r.s.All(q) { // "NATO members Norway and Denmark"
			if e := r.who(k); k >= q && isBody(r.typ(body.Entity)) && r.typ(e) == schema.Country {
				r.isOne(e, schema.MemberOf, body.Entity, cover(body.Span, r.phraseSpan(k)), ruleTitle)
			}
		}
	case english.PostAlly:
		r.isOne(x.Entity, schema.AlliedWith, body.Entity, cover(body.Span, x.Span), ruleTitle)
	case english.PostRival:
		r.isOne(x.Entity, schema.Opposes, body.Entity, cover(body.Span, x.Span), ruleTitle)
	}
}

// held is what a post named between a body and a rank makes of the person.
func held(words string) (graph.Predicate, bool) {
	deputy := false
	for _, w := range titleNouns(words) {
		deputy = deputy || english.Deputy(w)
		switch english.PostOf(w) {
		case english.PostLeader:
			if !deputy {
				return schema.Leads, true
			}
			return schema.RoleIn, true
		case english.PostHolder:
			return schema.RoleIn, true
		}
	}
	return "", false
}

// titled is the relation that the words between a body and a person state, or "".
func (r *reading) titled(words string, body graph.Type) (graph.Predicate, rule) {
	post := english.NoPost
	deputy, state, rank := false, false, false
	for _, w := range titleNouns(words) {
		deputy = deputy || english.Deputy(w)
		state, rank = english.HeadOfState(w), english.Rank(w)
		if p := english.PostOf(w); p != english.NoPost {
			post = p
		}
	}
	switch {
	case body == schema.Country && state && !deputy:
		return schema.Leads, ruleTitle
	case body == schema.Country && (post == english.PostHolder || post == english.PostLeader):
		return schema.RoleIn, ruleTitle
	case body == schema.Country:
		return schema.NationalOf, ruleNational
	case body == schema.Unit && rank:
		return schema.MemberOf, ruleRank
	case !isBody(body) && !oneOf(body, schema.City, schema.Region, schema.Facility, schema.NamedEvent):
		return "", rule{}
	case post == english.PostLeader && !deputy && (isBody(body) || state || body == schema.Facility || body == schema.NamedEvent):
		return schema.Leads, ruleTitle
	case post == english.PostLeader, post == english.PostHolder:
		return schema.RoleIn, ruleTitle
	case isBody(body) && (rank || post != english.NoPost):
		return schema.MemberOf, ruleRank
	}
	return "", rule{}
}

// titleNouns are the words of a title in small letters, two-word posts joined: "prime_minister".
func titleNouns(words string) []string {
	fields := strings.FieldsFunc(strings.ToLower(words), func(r rune) bool {
		return unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || strings.ContainsRune(",.'’", r)
	})
	var out []string
	for i := 0; i < len(fields); i++ {
		if fields[i] == "of" || fields[i] == "for" {
			break
		}
		if i+1 < len(fields) {
			if two := fields[i] + "_" + fields[i+1]; english.PostOf(two) != english.NoPost {
				out = append(out, two)
				i++
				continue
			}
		}
		out = append(out, fields[i])
	}
	return out
}

// explanations reads what explains a name behind or before a comma, and what a clause says that somebody is.
func (r *reading) explanations(q int) {
	ph := &r.s.Phrases[q]
	if ph.Apposition < 0 {
		return
	}
	root := r.root(q)
	e := r.entity(r.s.Phrases[root].Outer)
	for _, ship := range r.ships(root) { // "The ships, part of X"
		r.describe(ship, q, cover(r.phraseSpan(root), r.phraseSpan(q)), graph.Asserted, ruleApposition)
	}
	if e >= 0 && r.d.Mentions[r.s.Phrases[root].Outer].Rule != "refer/pronoun" {
		own := r.entity(ph.Outer)
		switch {
		case r.typ(e) == schema.Person && own >= 0 && oneOf(r.typ(own), schema.Unit, schema.Organization, schema.Government) && !r.d.Mentions[ph.Outer].Generic:
			if w := r.word(r.token(r.d.Mentions[ph.Outer].Begin) - 1); w == "alias" || w == "aka" {
				return
			}
			if ph.Apposition == root && !r.wholeOfBefore(q) && !(q > 0 && english.PostOf(r.post(q-1)) != english.NoPost && r.s.Phrases[q-1].Apposition == root && r.s.Phrases[q-1].Last+1 == ph.First) {
				r.isOne(e, schema.MemberOf, own, cover(r.phraseSpan(root), r.phraseSpan(q)), ruleBody)
				return
			}
		case own < 0 || r.d.Mentions[ph.Outer].Generic:
			for _, d := range r.s.All(q) {
				r.describe(e, d, cover(r.phraseSpan(root), r.phraseSpan(d)), graph.Asserted, ruleApposition)
			}
			r.describeAll(root, q)
			return
		}
	}
	// "The commander of the brigade, Col. X", "its air wing, CVW 5"
	if own := r.entity(ph.Outer); own >= 0 && !r.d.Mentions[ph.Outer].Generic {
		head := ph.Apposition
		for range deep {
			h := &r.s.Phrases[head]
			if english.PostOf(r.post(head)) != english.NoPost && (h.Outer < 0 || r.d.Mentions[h.Outer].Generic) {
				r.describe(own, head, cover(r.phraseSpan(head), r.phraseSpan(q)), graph.Asserted, ruleApposition)
				return
			}
			if h.Prep <= 0 || r.typ(own) != schema.Person {
				return
			}
			if head = r.s.PhraseAt(h.Prep - 1); head < 0 {
				return
			}
		}
	}
}

// wholeOfBefore reports whether phrase q names what the unit right before it is written as part of.
func (r *reading) wholeOfBefore(q int) bool {
	if q == 0 {
		return false
	}
	before, own := r.s.Phrases[q-1].Outer, r.s.Phrases[q].Outer
	return before >= 0 && r.d.Mentions[before].Part == own
}

// post is the noun of a phrase as package english lists posts.
func (r *reading) post(q int) string {
	ph := &r.s.Phrases[q]
	head := r.lemma(ph.Head)
	if ph.Head > ph.First+1 && hyphen(r.word(ph.Head-1)) {
		return r.word(ph.Head-2) + "-" + head // "commander-in-chief"
	}
	if ph.Head > ph.First {
		if two := r.word(ph.Head-1) + "_" + head; english.PostOf(two) != english.NoPost {
			return two
		}
	}
	return head
}

// describe states what the description in phrase d says of entity e: "commander of the 3rd Battalion", "Company B
// commander", "the armed wing of X", "a town in Y".
func (r *reading) describe(e, d int, evidence graph.Span, m graph.Modality, by rule) {
	if of := r.of(d); of >= 0 && r.s.Phrases[d].Last-r.s.Phrases[d].First == 1 && r.word(r.s.Phrases[d].Head) == "one" {
		d = of // "one of the commanders of X"
	}
	t := r.typ(e)
	if t != schema.Person && isBody(t) && english.Union(r.lemma(r.s.Phrases[d].Head)) {
		r.united(e, d, m, evidence)
	}
	target, tq := r.described(d)
	if tq >= 0 {
		evidence = cover(evidence, r.phraseSpan(tq))
	}
	if t != schema.Person {
		r.describeThing(e, d, target, tq, evidence, m, by)
		return
	}
	post := english.PostOf(r.post(d))
	if post == english.NoPost || target < 0 {
		return
	}
	deputy, to := r.deputised(d), r.typ(target)
	if tq >= 0 && tq != d && r.entity(r.s.Phrases[tq].Outer) != target && !english.PeopleNoun(r.lemma(r.s.Phrases[tq].Head)) {
		deputy = true // who leads a part does not lead the whole
	}
	switch {
	case to == schema.Equipment && post == english.PostLeader && !deputy && r.post(d) != "aircraft_commander":
		r.state(e, schema.Leads, target, m, evidence, by)
	case to == schema.Equipment && post == english.PostHolder:
		r.state(e, schema.RoleIn, target, m, evidence, by)
	case to == schema.Equipment:
		r.state(e, schema.Operates, target, m, evidence, by)
	case to == schema.Person:
		if post == english.PostAlly {
			r.state(e, schema.AffiliatedWith, target, m, evidence, by)
		}
	case post == english.PostLeader && !deputy && (isBody(to) || to == schema.NamedEvent || isPlace(to) && (english.HeadOfState(r.post(d)) || to == schema.Facility)):
		r.state(e, schema.Leads, target, m, evidence, by)
	case tq >= 0 && tq != d && isPlace(to) && r.word(r.s.Phrases[max(tq, 0)].Prep) == "for":
		// "Minister for the Middle East": whose minister is not said
	case post == english.PostLeader, post == english.PostHolder:
		r.state(e, schema.RoleIn, target, m, evidence, by)
	case post == english.PostMember && (to == schema.Country || isPlace(to) && to != schema.Facility):
		r.state(e, schema.NationalOf, target, m, evidence, by)
	case post == english.PostMember && isBody(to):
		r.state(e, schema.MemberOf, target, m, evidence, by)
	case post == english.PostAlly && isActor(to):
		r.state(e, schema.AlliedWith, target, m, evidence, by)
	case post == english.PostRival && isActor(to):
		r.state(e, schema.Opposes, target, m, evidence, by)
	}
}

// described is the entity that a description is about, and the phrase that names it: what a preposition joins to its
// noun, what stands before the noun, or what follows behind a comma ("commander, Battle Force 7th Fleet").
func (r *reading) described(d int) (entity, phrase int) {
	ph := &r.s.Phrases[d]
	own := r.owner(d)
	if own < 0 {
		own = r.whose(d)
	}
	if own < 0 && r.word(ph.First) == "its" && (english.PostOf(r.post(d)) == english.PostLeader || english.PostOf(r.post(d)) == english.PostHolder) {
		own = r.bodyBefore(ph.First, r.post(d) == "commander")
	}
	for _, prep := range [...]string{"of", "for", "at", "in", "with", "on"} {
		if o := r.directly(d, prep); o >= 0 {
			e := r.entity(r.s.Phrases[o].Outer)
			for _, at := range [...]string{"at", "of", "for", "in"} { // "director of operations at X"
				if w := r.directly(o, at); e < 0 && r.s.Phrases[o].Outer < 0 && w >= 0 && isBody(r.typ(r.entity(r.s.Phrases[w].Outer))) {
					return r.entity(r.s.Phrases[w].Outer), w
				}
			}
			if of := r.of(o); e >= 0 && of >= 0 && r.d.Entities[e].Generic && isBody(r.typ(r.entity(r.s.Phrases[of].Outer))) {
				e = r.entity(r.s.Phrases[of].Outer) // "head of the military council of X"
			}
			if e < 0 && (english.PeopleNoun(r.lemma(r.s.Phrases[o].Head)) || r.partly(o)) {
				e = r.owner(o) // "chief of the ministry's staff", "spokesman of Hamas's armed wing"
			}
			if e < 0 {
				e = r.calledShort(o) // "a spokeswoman for the front"
			}
			about := prep == "for" && isPlace(r.typ(e)) // "the UN's envoy for Syria" is the UN's
			if e >= 0 && !(own >= 0 && (prep == "in" || prep == "at" || prep == "on" || about)) {
				return e, o
			}
		}
	}
	if own >= 0 {
		return own, d
	}
	for q := d + 1; q < len(r.s.Phrases) && q <= d+1; q++ {
		next := &r.s.Phrases[q]
		if next.First == ph.Last+1 && r.word(ph.Last) == "," && next.Apposition >= 0 && next.Outer >= 0 && !r.d.Mentions[next.Outer].Generic && isBody(r.typ(r.entity(next.Outer))) {
			return r.entity(next.Outer), q
		}
	}
	if o := r.directly(d, "to"); o >= 0 {
		if e := r.entity(r.s.Phrases[o].Outer); e >= 0 && isBody(r.typ(e)) {
			return e, o
		}
	}
	return -1, -1
}

// partly reports whether phrase q is about a part, without a name, of a body that owns it: "Hamas's political bureau".
func (r *reading) partly(q int) bool {
	t := r.typ(r.owner(q))
	return r.s.Phrases[q].Outer < 0 && (isBody(t) || t == schema.Country && english.PostOf(r.lemma(r.s.Phrases[q].Head)) == english.PostPart)
}

// describeThing states what a description says of a body, a place or a piece of equipment.
func (r *reading) describeThing(e, d, target, tq int, evidence graph.Span, m graph.Modality, by rule) {
	t, to := r.typ(e), r.typ(target)
	head := r.lemma(r.s.Phrases[d].Head)
	if target < 0 || english.Direction(head) { // "northeast of the city"
		return
	}
	switch {
	case isPlace(t) && (head == "home" || t == schema.Facility && (head == "headquarters" || head == "base") || head == "seat") && (isBody(to) || to == schema.Equipment):
		r.state(target, schema.BasedAt, e, m, evidence, by)
	case isPlace(t) && t != schema.Country && isPlace(to) && (english.PlaceNoun(head) || t == schema.Facility && tq != d):
		r.state(e, schema.LocatedIn, target, m, evidence, by)
	case t == schema.Equipment && isBody(to) && english.PostOf(head) == english.PostPart:
		r.state(e, schema.PartOf, target, m, evidence, by)
	case t == schema.Equipment && isActor(to) && to != schema.Person:
		r.has(target, e, m, evidence, by)
		for _, prep := range [...]string{"in", "at"} { // "the Navy's only carrier in Yokosuka"
			if o := r.directly(d, prep); o >= 0 && tq == d && r.where(o) >= 0 {
				r.state(e, schema.BasedAt, r.where(o), m, cover(evidence, r.phraseSpan(o)), by)
			}
		}
	case !isBody(t) && t != schema.Country:
	case english.PostOf(head) == english.PostAlly && isActor(to):
		r.state(e, schema.AlliedWith, target, m, evidence, by)
	case english.PostOf(head) == english.PostRival && isActor(to):
		r.state(e, schema.Opposes, target, m, evidence, by)
	case english.PostOf(head) == english.PostAffiliate && isActor(to):
		r.state(e, schema.AffiliatedWith, target, m, evidence, by)
	case english.PostOf(head) == english.PostMember && isBody(to):
		r.state(e, schema.MemberOf, target, m, evidence, by)
	case english.PostOf(head) == english.PostWhole && isBody(to) && isBody(t):
		r.state(target, schema.PartOf, e, m, evidence, by)
	case english.PostOf(head) == english.PostPart && (isBody(to) || to == schema.Country || to == schema.Equipment) && isBody(t):
		r.state(e, schema.PartOf, target, m, evidence, by)
	case isBody(t) && isBody(to) && tq != d && english.PeopleNoun(head) && !english.Union(head) && !r.d.Entities[target].Generic: // "one of the militias in X"
		r.state(e, schema.PartOf, target, m, evidence, by)
	case isBody(t) && isPlace(to) && to != schema.Country && !r.d.Entities[e].Generic:
		r.state(e, schema.BasedAt, target, m, evidence, by)
	}
}
