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

// rank orders places by size.
func rank(t graph.Type) int {
	switch t {
	case schema.Facility, schema.Feature:
		return 1
	case schema.City:
		return 2
	case schema.Region:
		return 3
	case schema.Country:
		return 4
	}
	return 0
}

// lies reports whether place a can lie in place b.
func (r *reading) lies(a, b int) bool {
	ta, tb := r.typ(a), r.typ(b)
	if a == b || rank(ta) == 0 || rank(tb) < 2 || ta == schema.Country {
		return false
	}
	return rank(ta) < rank(tb) || ta == tb && ta == schema.Region || ta == schema.Feature && tb == schema.Feature
}

// places reads places within places: "Patrol Base Stone in southern Baghdad", "Iraq's Anbar province", "the Syrian town
// of X"; and where bodies and forces are: "the 4th Wing in New Orleans".
func (r *reading) places(q int) {
	ph := &r.s.Phrases[q]
	own := r.entity(ph.Outer)
	if own >= 0 && isPlace(r.typ(own)) && !r.d.Mentions[ph.Outer].Generic {
		if b := r.before(q, r.d.Mentions[ph.Outer].Begin); b >= 0 && r.lies(own, r.entity(b)) {
			r.isOne(own, schema.LocatedIn, r.entity(b), cover(r.d.Mentions[b].Span, r.d.Mentions[ph.Outer].Span), rulePlaceOwner)
		}
	}
	place := r.where(q)
	if place >= 0 {
		for _, prep := range [...]string{"in", "at", "near"} {
			if o := r.directly(q, prep); o >= 0 {
				if p := r.where(o); prep != "near" && r.lies(place, p) {
					r.isOne(place, schema.LocatedIn, p, cover(r.phraseSpan(q), r.phraseSpan(o)), rulePlaceIn)
				}
			}
		}
		if o := r.directly(q, "on"); o >= 0 { // "Souda Bay on the island of Crete"
			if head := r.lemma(r.s.Phrases[o].Head); (head == "island" || head == "peninsula" || head == "coast") && r.lies(place, r.where(o)) {
				r.isOne(place, schema.LocatedIn, r.where(o), cover(r.phraseSpan(q), r.phraseSpan(o)), rulePlaceIn)
			}
		}
		if of := r.of(q); of >= 0 && english.PlaceNoun(r.lemma(ph.Head)) { // "the Syrian town of X"
			if p := r.entity(r.s.Phrases[of].Outer); r.lies(p, r.owner(q)) {
				r.isOne(p, schema.LocatedIn, r.owner(q), cover(r.phraseSpan(q), r.phraseSpan(of)), rulePlaceOwner)
			}
		}
		return
	}
	if of := r.of(q); of >= 0 && english.PlaceNoun(r.lemma(ph.Head)) {
		if p, o := r.entity(r.s.Phrases[of].Outer), r.owner(q); isPlace(r.typ(p)) && r.lies(p, o) {
			r.isOne(p, schema.LocatedIn, o, cover(r.phraseSpan(q), r.phraseSpan(of)), rulePlaceOwner)
		}
	}
	r.stand(q)
}

// stand says where a body or force is that a phrase with a place right behind it means.
func (r *reading) stand(q int) {
	ph := &r.s.Phrases[q]
	e := r.entity(ph.Outer)
	by := ruleStands
	if e < 0 || r.d.Mentions[ph.Outer].Generic || english.PeopleNoun(r.lemma(ph.Head)) {
		if !english.ObjectIn("force", r.lemma(ph.Head)) && r.typ(e) != schema.ArmedGroup {
			return
		}
		e, by = r.who(q), ruleForceIn
	}
	if q > 0 && ph.Prep > 0 && r.word(ph.Prep) == "with" && r.s.Phrases[q-1].Last == ph.Prep && len(english.EventNoun(r.lemma(r.s.Phrases[q-1].Head))) > 0 {
		return // "an exercise with X at Y"
	}
	if e < 0 || !isBody(r.typ(e)) && !(by == ruleForceIn && r.typ(e) == schema.Country) {
		return
	}
	for _, prep := range [...]string{"in", "at", "from"} {
		o := r.directly(q, prep)
		if o < 0 {
			continue
		}
		for _, k := range r.s.All(o) {
			if p := r.where(k); p >= 0 && p != e && (prep != "from" || by == ruleStands && r.typ(p) == schema.Facility) && !r.d.Entities[p].Generic {
				r.isOne(e, schema.BasedAt, p, cover(r.phraseSpan(q), r.phraseSpan(k)), by)
			}
		}
	}
}

// chains reads places written one behind the other: "Al Asad Air Base, Iraq", "Omar Khel, Kushamond District, Paktika
// Province"; and a unit before its base: "83rd Squadron, Fort Bragg".
func (r *reading) chains() {
	prev := -1
	for m := r.first; m < r.last; m++ {
		x := &r.d.Mentions[m]
		if x.Entity < 0 || x.Generic || prev >= 0 && r.d.Mentions[prev].Contains(x.Span) {
			continue
		}
		if prev >= 0 {
			p := &r.d.Mentions[prev]
			gap := strings.TrimSpace(r.between(p, x))
			switch {
			case gap == "," && r.lies(p.Entity, x.Entity) && isPlace(p.Type) && r.alone(m) && !r.listed(m, p) && !r.starts(m):
				r.isOne(p.Entity, schema.LocatedIn, x.Entity, cover(p.Span, x.Span), ruleChain)
				r.alsoLies(prev, m)
			case gap == "," && r.typ(p.Entity) == schema.Unit && r.typ(x.Entity) == schema.Unit && x.Part != prev && p.Part != m:
				r.chained(prev, m)
			case gap == "," && r.typ(p.Entity) == schema.Unit && r.typ(x.Entity) == schema.Facility:
				r.isOne(p.Entity, schema.BasedAt, x.Entity, cover(p.Span, x.Span), ruleUnitBase)
			}
		}
		prev = m
	}
}

// starts reports whether a country behind a comma is who does what follows: "In Diffa, Niger arrested".
func (r *reading) starts(m int) bool {
	q := r.s.PhraseAt(r.token(r.d.Mentions[m].Begin))
	if q < 0 || r.typ(r.entity(m)) != schema.Country {
		return false
	}
	return slices.ContainsFunc(r.s.Clauses, func(cl clause.Clause) bool {
		return cl.Form == clause.Finite && cl.First == r.s.Phrases[q].Last && len(cl.Subjects) > 0 && cl.Subjects[0] == q
	})
}

// listed reports whether a place behind another of its sort goes on a list: "Tigray, Afar and Amhara".
func (r *reading) listed(m int, before *importer.Mention) bool {
	if r.typ(r.entity(m)) != r.typ(before.Entity) || m+1 >= r.last {
		return false
	}
	next := &r.d.Mentions[m+1]
	if next.Begin < r.d.Mentions[m].End {
		return false
	}
	gap := strings.TrimSpace(r.between(&r.d.Mentions[m], next))
	return gap == "and" || gap == ", and"
}

// chained reads a unit behind another that the two do not number: "214th Infantry Regiment, Task Force Falcon".
func (r *reading) chained(a, b int) {
	q := r.s.PhraseAt(r.token(r.d.Mentions[b].Begin))
	if q < 0 || r.s.Phrases[q].Outer != b || r.s.Phrases[q].Joined >= 0 || r.s.Phrases[q].Apposition < 0 {
		return
	}
	for range deep {
		if p := r.d.Mentions[a].Part; p >= 0 && p < a {
			a = p // "37th Brigade, 125th Regiment, 1st Battalion, …": of the largest one
		}
	}
	r.isOne(r.entity(a), schema.PartOf, r.entity(b), cover(r.d.Mentions[a].Span, r.d.Mentions[b].Span), ruleChained)
}

// alone reports whether a mention is what its phrase is about: not the "U.S." of "In Baghdad, U.S. officials".
func (r *reading) alone(m int) bool {
	q := r.s.PhraseAt(r.token(r.d.Mentions[m].Begin))
	return q < 0 || r.s.Phrases[q].Outer == m
}

// chainedBefore reports whether the mention before mention m stands behind a comma, as where a place lies does.
func (r *reading) chainedBefore(m int) bool {
	if m-2 < r.first {
		return false
	}
	return strings.TrimSpace(r.between(&r.d.Mentions[m-2], &r.d.Mentions[m-1])) == "," && isPlace(r.typ(r.entity(m-1)))
}

// alsoLies gives a place that "and" joins to place a what place a lies in: "Monari and nearby Omar Khel, Kushamond
// District".
func (r *reading) alsoLies(a, in int) {
	q := r.s.PhraseAt(r.token(r.d.Mentions[a].Begin))
	if q < 0 || r.s.Phrases[q].Joined < 0 {
		return
	}
	first := r.s.Phrases[q].Joined
	if k := r.s.Phrases[q].Prep; k < 0 && r.chainedBefore(a) {
		return // "Libreville, Gabon, and Accra, Ghana"
	}
	if e := r.where(first); e >= 0 && r.typ(e) == r.typ(r.entity(a)) && r.s.Phrases[first].Apposition < 0 && r.lies(e, r.entity(in)) {
		r.isOne(e, schema.LocatedIn, r.entity(in), cover(r.phraseSpan(first), r.d.Mentions[in].Span), ruleAlsoLies)
	}
}

// home states where a person is from: "Capt. X, from Bismarck, N.D.".
func (r *reading) home(q int) {
	ph := &r.s.Phrases[q]
	e := r.entity(ph.Outer)
	if r.typ(e) != schema.Person || r.d.Mentions[ph.Outer].Rule == "refer/pronoun" {
		return
	}
	for _, o := range ph.Obliques {
		to := &r.s.Phrases[o.Phrase]
		if p := r.entity(to.Outer); o.Prep == "from" && isPlace(r.typ(p)) && r.typ(p) != schema.Facility && to.Prep > 0 && r.word(to.Prep-1) == "," {
			r.isOne(e, schema.NationalOf, p, cover(r.phraseSpan(q), r.phraseSpan(o.Phrase)), ruleHome)
			return
		}
	}
}
