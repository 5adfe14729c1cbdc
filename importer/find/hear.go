package find

import (
	"strings"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
	"skein/importer/english"
)

// hear weighs what stands around the name at one place.
func (s *scan) hear(n *name, p *piece) {
	n.seen++
	prev, next := s.word(p.from-1, p.from), s.word(p.to, p.from)
	if !s.w[p.from].is(starts) || p.to-p.from == 1 && s.w[p.from].is(allCaps) {
		n.inside++
	}
	v := &n.votes
	if w := &s.w[p.from]; p.to-p.from == 1 && w.is(allCaps) && w.is(digits) && (prev.low == "the" || prev.is(number) && len(prev.text) < 4 || possessive(prev.text)) {
		v.gear += 2.5 // the MLI-84
	}
	if s.doing(p) {
		switch {
		case !s.w[p.from].is(starts):
			if !n.acts {
				n.acts, v.person = true, v.person+1
			}
		case n.common > 0:
			n.doing, v.person = true, v.person+plain
		default:
			n.doing, v.person = true, v.person+1.3
		}
	}
	s.hearBefore(v, prev, p)
	s.hearNoun(v, p.from-1)
	s.hearBehind(v, next, p)
}

// doing reports whether a verb says what a name of one word without "the" does, as it does of surnames: "Weaver arrived". A common word must
// be known as a surname.
func (s *scan) doing(p *piece) bool {
	w, next := &s.w[p.from], s.word(p.to, p.from)
	if p.to > p.from+1 || w.is(allCaps|digits) || !w.is(starts) && s.low(p.from-1, p.from) == "the" {
		return false
	}
	common := s.know.word(w.text) != ""
	if w.tag != importer.Propn && (w.tag != importer.Noun || common || strings.HasSuffix(w.low, "s")) || common && !s.know.gaz.Surname(w.text) {
		return false
	}
	after := s.word(p.to+1, p.from)
	switch next.tag {
	case importer.Verb, importer.Aux:
		switch {
		case next.low == "are" || next.low == "were" || next.low == "have":
			return false
		case (next.low == "is" || next.low == "was") && after.tag == importer.Det:
			return s.trade(p.to + 2)
		case founded[after.low]:
			return false
		}
		return true
	case importer.Adv:
		return w.tag == importer.Propn && (after.tag == importer.Verb || after.tag == importer.Aux)
	}
	return false
}

// trade reports whether a noun for what somebody is stands at word i or soon behind it.
func (s *scan) trade(i int) bool {
	for j := i; j < i+6 && s.same(j, i) && !s.w[j].is(mark); j++ {
		if s.w[j].in(occupationWord|titleWord) && !s.w[j].is(capital) {
			return true
		}
	}
	return false
}

func (s *scan) hearBefore(v *votes, prev *word, p *piece) {
	switch {
	case prev.low == "the" && !around[s.low(p.to, p.from)]: // the Rowe family
		if v.person -= 1.5; p.to-p.from > 1 {
			v.person -= 1
		}
		v.body += 0.7
		v.place -= 0.3
	case prev.in(placeAdjective):
		v.place += 2.5
	case prev.low == "in" || prev.low == "near" || prev.low == "outside" || prev.low == "inside" || prev.low == "at" || prev.low == "off":
		v.place += 2
		v.person -= 0.7
	case prev.in(placeBefore):
		v.place += 0.8
	case prev.low == "aboard":
		v.ship += 1.5
	case prev.low == "during" && p.to-p.from > 1:
		v.event += 2
	case prev.in(occupationWord) && !prev.is(capital):
		v.person += 2
	case said[prev.low]:
		v.person++
	case prev.low == "based" && s.word(p.from-2, p.from).text == "-":
		v.body += 3 // London-based X
		v.person -= 2
	case prev.low == "of":
		v.place += 0.3
	case prev.text == "," && s.placeEnds(p.from-1):
		v.place += 1.5
	case prev.text == "," && s.word(p.from-3, p.from).is(capital) && !s.know.gaz.GivenName(s.w[p.from].text) && (s.know.heads.values[s.low(p.from-2, p.from)] == schema.City || s.know.heads.values[s.low(p.from-2, p.from)] == schema.Region):
		v.place += 2.5 // Datu Velar town, X
	}
	switch {
	case prev.low == "of" && placeNouns[s.low(p.from-2, p.from)], prev.low == "held" && s.word(p.from-2, p.from).text == "-":
		v.place += 2.5
	case takenVerbs[prev.low] && !prev.is(capital):
		v.place += 1.5
	case english.EquipmentNames().Classes[prev.low] == "vessel" && !prev.is(capital):
		v.ship += 4
	case bodyNouns[prev.low]:
		v.body += 2
	}
	if prev.low == "of" {
		if t := s.know.heads.values[s.low(p.from-2, p.from)]; t == schema.City || t == schema.Region || t == schema.Facility {
			v.place += 3
		}
	}
}

// hearNoun weighs a description that the name behind word i explains: "a third faction, the Movement of X", "a town, X".
func (s *scan) hearNoun(v *votes, i int) {
	if s.low(i, i+1) == "the" {
		i--
	}
	if s.word(i, i+1).text != "," {
		return
	}
	noun := s.word(i-1, i)
	for j := i - 2; j > i-6 && s.same(j, i) && !s.w[j].is(mark); j-- {
		if low := s.w[j].low; low != "a" && low != "an" {
			continue
		}
		switch t := s.know.heads.values[noun.low]; {
		case factions[noun.low] || noun.low == "militia" || noun.low == "group" && groupAdjectives[s.low(i-2, i)]:
			v.armed += 5
		case t == schema.City || t == schema.Region || t == schema.Feature:
			v.place += 2
		case bodies[noun.low]:
			v.body += 2
		}
		return
	}
}

func (s *scan) hearBehind(v *votes, next *word, p *piece) {
	after := s.word(p.to+1, p.from)
	switch {
	case next.tag == importer.Aux && founded[after.low]:
		v.body += 2
	case said[next.low]:
		v.person += 1.3
		v.place--
	case (next.low == "is" || next.low == "was") && after.tag == importer.Det && p.to > p.from+1 && s.w[p.from].is(starts) && s.trade(p.to+2):
		v.person += 2
	case next.text == "," && (after.low == "who" || after.low == "whose"):
		v.person += 2.5
	case next.text == "," && after.is(number) && len(after.text) == 2 && s.word(p.to+2, p.from).text == ",":
		v.person += 3
	case next.text == "(" && after.is(number) && s.word(p.to+2, p.from).text == ")" && len(after.text) == 2:
		v.person += 2
	case next.text == ",":
		switch {
		case after.low == "which" && !s.know.gaz.GivenName(s.w[p.from].text):
			v.person--
			v.body++
		case (after.low == "led" || after.low == "headed" || after.low == "founded") && s.low(p.to+2, p.from) == "by":
			v.person -= 2
			v.body += 2
		}
		s.hearComma(v, after, p)
	case possessive(next.text):
		v.person += 0.1
	case next.text == "-" && s.low(p.to+1, p.from) == "based":
		v.place += 2.5
	case next.in(armedWord) && !factions[next.low]:
		v.armed += 3
	case next.in(officialWord):
		v.body += 0.5
	case outlets[next.low] && !next.is(capital):
		v.body += 3
	case s.know.heads.values[next.low] != "" && !next.is(capital):
		s.hearHead(v, s.know.heads.values[next.low])
	}
	if one := strings.TrimSuffix(next.low, "s"); english.EquipmentNames().Classes[one] != "" && !anyGear[one] && !next.is(capital) && !after.is(capital) {
		if v.gear += 1.5; !s.w[p.to-1].is(allCaps) || s.w[p.to-1].is(digits) {
			v.gear += 1.5 // a Talon robot; acronyms are of those who have it
		}
	}
	if s.happensTo(p.to) {
		v.place += 2
	}
	if (next.text == "," || next.low == "and") && s.listedPlaces(p.to) {
		v.place += 3
	}
	if next.text == "(" && after.is(allCaps) && s.word(p.to+2, p.from).text == ")" && acronymOf(after.low, s.folded(p.from, p.to)) {
		v.body += 2.5
	}
	if next.is(number) && (len(next.text) == 2 || len(next.text) == 4) && p.to-p.from > 1 && !s.word(p.to+1, p.from).is(number) {
		v.event += 2.5 // Saber Junction 23
	}
	if t := s.project(p.to); t == schema.Organization {
		v.body += 2
	} else if t == schema.NamedEvent {
		v.event += 2
	}
}

// listedPlaces reports whether the list that goes on at word i ends with a noun for several places: "Lal Pur, Dur Baba and
// Goshta districts".
func (s *scan) listedPlaces(i int) bool {
	for j := i; j < i+14 && s.same(j, i); j++ {
		w := &s.w[j]
		if w.is(capital) || w.text == "," || w.low == "and" || w.text == "-" {
			continue
		}
		t := s.know.heads.values[w.low]
		return (t == schema.Region || t == schema.City) && strings.HasSuffix(w.low, "s")
	}
	return false
}

// placeEnds reports whether the name of a place ends before word i: in a list, its neighbours are places too.
func (s *scan) placeEnds(i int) bool {
	for from := i - 1; from >= 0 && from >= i-3 && s.same(from, i) && s.w[from].is(capital); from-- {
		if e, ok := s.place(from, i); ok && !e.Common && (e.Type == schema.City || e.Type == schema.Region || e.Type == schema.Facility) {
			return true
		}
	}
	return false
}

// happensTo reports whether a verb of what befalls places stands at word i: "will be rebuilt", "was liberated".
func (s *scan) happensTo(i int) bool {
	for j := i; j < i+4 && s.same(j, i-1); j++ {
		if low := s.w[j].low; !auxiliaries[low] {
			return j > i && befalls[low]
		}
	}
	return false
}

var (
	founded     = english.Context("founded")
	around      = english.Context("around persons")
	placeNouns  = english.Context("place nouns")
	takenVerbs  = english.Context("taken verbs")
	anyGear     = english.Context("any gear")
	outlets     = english.Context("outlets")
	bodies      = english.Context("bodies")
	bodyNouns   = english.Context("body nouns")
	auxiliaries = english.Context("auxiliaries")
	befalls     = english.Context("befalls")
)

// hearComma weighs an apposition: "X, a lawyer", "X, Iraq".
func (s *scan) hearComma(v *votes, after *word, p *piece) {
	at := p.to + 1
	if after.low == "a" || after.low == "an" || after.low == "the" {
		at++
	}
	for j := at; j < at+5 && s.same(j, p.from); j++ {
		w := &s.w[j]
		if possessive(w.text) {
			continue
		}
		if w.is(mark) && w.text != "-" {
			break
		}
		if bodies[w.low] && s.apposed(p.to+1, j) {
			v.body += 3 // X, a truck maker
			return
		}
		if w.in(occupationWord|rankWord|titleWord) && !w.is(ordinal) {
			v.person += 1.8
			return
		}
		if w.in(functionWord) || finite(w.low) {
			break
		}
		if t := s.know.heads.values[w.low]; !w.is(capital) && (t == schema.City || t == schema.Region || t == schema.Feature) && s.apposed(p.to+1, j) {
			v.place += 3 // X, a village in the hills
			return
		}
	}
	if after.is(capital) {
		if _, _, ok := s.stateAt(p.to + 1); ok {
			v.place++
		} else if _, ok := s.know.short[after.text]; ok {
			v.place += 2.5
		} else if e, ok := s.place(p.to+1, p.to+2); ok && e.Type == schema.Region && !e.Common {
			v.place += 2 // Devon, England
		}
	}
}

// apposed reports whether the noun at word j, with the article at word i, says what the name before it is: "X, a village in the
// hills". With "the" it may as well begin what the sentence is about: "Later, the village burned".
func (s *scan) apposed(i, j int) bool {
	next := s.word(j+1, j)
	switch s.w[i].low {
	case "a", "an":
		return next.tag != importer.Noun
	case "the":
		return next.text == "," || next.low == "of" || next.low == "in"
	}
	return false
}

// hearHead weighs a common noun right behind the name: "Monari village", "the Boeing plant".
func (s *scan) hearHead(v *votes, t graph.Type) {
	switch t {
	case schema.City, schema.Region, schema.Feature:
		v.place += 3.5
	case schema.Facility:
		v.place += 0.5
		v.body += 0.3
	case schema.Organization, schema.Government:
		v.body++
	case schema.NamedEvent:
		v.event += 0.5
	}
}
