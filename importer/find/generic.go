package find

import (
	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
	"skein/importer/english"
)

// generics finds descriptions that stand for something named elsewhere, "the commission", "the ambassador", and persons
// without a name who speak, "a senior military official".
func (s *scan) generics() {
	for i := 0; i < len(s.w); i++ {
		w := &s.w[i]
		if s.owner[i] >= 0 || w.is(mark) || s.loud[w.sent] {
			continue
		}
		if w.is(capital) && !s.afterThe(i) {
			s.capitalised(i)
			continue
		}
		if w.in(occupationWord) || speaker[w.low] {
			s.speaker(i)
			continue
		}
		t, ok := referring[w.low]
		if w.low == "force" && s.low(i-1, i) == "task" {
			t, ok = schema.Unit, true
		}
		if !ok {
			continue
		}
		if prev := s.low(i-1, i); w.low == "group" && (prev == "strike" || prev == "battle" || prev == "ready" || prev == "task") {
			t = schema.Unit
		}
		if from := s.contingent(i); t == schema.Unit && from < i {
			f := found{from: from, to: i + 1}
			f.Type, f.Generic, f.Confidence, f.Rule, f.Attributes = t, true, 0.6, "find/group", s.found[s.owner[i-1]].Attributes
			s.take(f)
		} else if from, ok := s.founded(i, t); ok {
			f := found{from: from, to: i + 1}
			f.Type, f.Generic, f.Confidence, f.Rule = t, true, 0.5, "find/founded"
			s.take(f)
		} else if from, ok := s.definite(i); ok {
			if from < i && w.low == "group" && t == schema.ArmedGroup {
				t = schema.Organization // a media group; armed ones have been read before
			}
			s.refer(from, i, t)
		}
	}
}

// capitalised adds descriptions that are written like names: a post, "the Foreign Secretary", and "Coalition" alone.
func (s *scan) capitalised(i int) {
	f := found{from: i, to: i + 1}
	f.Generic, f.Confidence, f.Rule = true, 0.3, "find/generic"
	switch from := s.titleBack(i + 1); {
	case from < i && s.afterThe(from) && !s.word(i+1, i).is(capital) && s.low(i+1, i) != "of":
		f.from, f.Type = from, schema.Person
	case s.w[i].text == "Coalition" && !s.w[i].is(allCaps):
		f.Type = schema.Organization
	default:
		return
	}
	s.take(f)
}

// definite reports whether "the" stands before word i, or before a small word that says which: "the military commission". It
// returns the begin of the description.
func (s *scan) definite(i int) (int, bool) {
	if s.afterThe(i) {
		return i, true
	}
	w := s.word(i-1, i)
	if w.low == "" || w.is(mark|capital|digits) || w.in(functionWord) || s.owner[i-1] >= 0 || !s.afterThe(i-1) {
		return i, false
	}
	return i - 1, true
}

// afterThe reports whether "the", "this" or "that" stands before word i.
func (s *scan) afterThe(i int) bool {
	switch s.low(i-1, i) {
	case "the", "this", "that":
		return true
	}
	return false
}

// speaker are nouns for persons who speak for others, besides trades, and ranks by which persons are taken up.
var speaker = english.Context("speaker")

// referring are nouns that, with "the", take up something named before.
var referring = map[string]graph.Type{
	"commission": schema.Organization, "coalition": schema.Organization, "alliance": schema.Organization, "organization": schema.Organization, "organisation": schema.Organization,
	"ministry": schema.Organization, "agency": schema.Organization, "council": schema.Organization, "committee": schema.Organization, "company": schema.Organization,
	"party": schema.Organization, "court": schema.Organization, "parliament": schema.Organization, "university": schema.Organization, "bank": schema.Organization, "department": schema.Organization, "union": schema.Organization, "bloc": schema.Organization, "firm": schema.Organization,
	"group": schema.ArmedGroup, "militia": schema.ArmedGroup, "movement": schema.ArmedGroup, "network": schema.ArmedGroup,
	"government": schema.Government, "regime": schema.Government, "administration": schema.Government,
	"battalion": schema.Unit, "contingent": schema.Unit, "brigade": schema.Unit, "regiment": schema.Unit, "division": schema.Unit, "squadron": schema.Unit, "wing": schema.Unit, "unit": schema.Unit, "fleet": schema.Unit, "battery": schema.Unit, "platoon": schema.Unit, "army": schema.Unit, "navy": schema.Unit, "corps": schema.Unit,
	"base": schema.Facility, "camp": schema.Facility, "airport": schema.Facility, "embassy": schema.Facility, "prison": schema.Facility, "hospital": schema.Facility, "facility": schema.Facility, "port": schema.Facility, "airfield": schema.Facility,
	"carrier": schema.Equipment, "ship": schema.Equipment, "destroyer": schema.Equipment, "submarine": schema.Equipment, "frigate": schema.Equipment, "vessel": schema.Equipment, "aircraft": schema.Equipment, "helicopter": schema.Equipment, "warship": schema.Equipment, "cruiser": schema.Equipment, "tank": schema.Equipment,
	"exercise": schema.NamedEvent, "operation": schema.NamedEvent, "summit": schema.NamedEvent, "drill": schema.NamedEvent, "conference": schema.NamedEvent,
	"city": schema.City, "town": schema.City, "village": schema.City, "capital": schema.City, "province": schema.Region, "district": schema.Region, "region": schema.Region, "country": schema.Country, "nation": schema.Country,
	"river": schema.Feature, "island": schema.Feature,
}

// contingent is the begin of the description of a unit by its state, "the Nepalese battalion", whose noun is word i, or i.
func (s *scan) contingent(i int) int {
	if !s.same(i-1, i) || s.ownerType(i-1) != schema.Country {
		return i
	}
	f := &s.found[s.owner[i-1]]
	if _, nation := s.know.gaz.Nation(s.text(f.from, f.to)); f.to != i || !nation || !determiner[s.low(f.from-1, i)] {
		return i
	}
	return f.from
}

// founded reads a body that is new to the text and has no name yet, "a higher military commission", and returns the word
// it begins at: a noun for a body behind "a" or "an" and one or more words that say which, and a verb of founding before.
func (s *scan) founded(i int, t graph.Type) (int, bool) {
	if t != schema.Organization || s.w[i].is(capital) {
		return i, false
	}
	for j := i - 1; j > i-5 && s.same(j, i) && s.owner[j] < 0; j-- {
		switch w := &s.w[j]; {
		case w.low == "a" || w.low == "an":
			return j + 1, j+1 < i && founding[s.low(j-1, i)]
		case w.is(mark) && w.text != "-", w.in(functionWord):
			return i, false
		}
	}
	return i, false
}

var founding = english.Context("founding")

// refer adds what "the" and word i take up, with a word between them: "the military commission".
func (s *scan) refer(from, i int, t graph.Type) {
	next := s.word(i+1, i)
	if next.is(capital) && !next.is(starts) && (s.owner[i+1] < 0 || s.ownerType(i+1) == t) || next.low == "of" && s.word(i+2, i).is(capital) {
		return // "the town of Torvik", "the frigate Ann Rowe" name it
	}
	if next.in(occupationWord|titleWord) && next.tag == importer.Noun {
		return // "the district governor" is a person
	}
	f := found{from: from, to: i + 1}
	f.Type, f.Generic, f.Confidence, f.Rule = t, true, 0.5, "find/generic"
	s.take(f)
}

// named reports whether the description at words [from, to) stands beside a person's name that it explains: "the Kenyan foreign
// minister, Ann Rowe", "Ann Rowe, the U.S. ambassador".
func (s *scan) named(from, to int) bool {
	before := from - 2 // determiner and comma
	return s.word(to, from).text == "," && s.same(to+1, from) && s.ownerType(to+1) == schema.Person ||
		s.word(before, from).text == "," && s.same(before-1, from) && s.ownerType(before-1) == schema.Person
}

// speaker adds the person without a name whose noun is word i, if "the" leads it or it speaks.
func (s *scan) speaker(i int) {
	w := &s.w[i]
	next := s.word(i+1, i)
	_, verb := english.IrregularVerb(next.low) // "left" may be tagged as a noun
	if next.low == "of" && s.owner[min(i+2, len(s.w)-1)] >= 0 || next.tag == importer.Noun && !next.is(capital) && !verb && !finite(next.low) {
		return // "the refugee team" is no refugee
	}
	from := i
	for from > 0 && s.same(from-1, i) && i-from < 4 && s.owner[from-1] < 0 && (groupAdjectives[s.w[from-1].low] || titleModifier[s.w[from-1].low] || s.w[from-1].in(titleWord|rankWord) && !s.w[from-1].is(starts)) {
		from--
	}
	begin := from
	if e, at, ok := s.stateBefore(from); ok {
		if _, stop, ok := s.stateAt(at); ok {
			s.takeState(at, stop, e)
		}
		begin = at
	} else if from > 0 && s.same(from-1, i) && s.ownerType(from-1) == schema.Country && determiner[s.low(s.found[s.owner[from-1]].from-1, i)] {
		begin = s.found[s.owner[from-1]].from // the state has been found before
	}
	det := s.low(begin-1, begin)
	the := det == "the"
	if !determiner[det] && !w.is(starts) || !the && !s.speaks(i, i+1) && !s.speaks(begin, i+1) {
		return
	}
	if begin < from && (next.is(capital) || s.word(begin-2, i).tag == importer.Aux || s.named(begin, i+1)) {
		return
	}
	f := found{from: begin, to: i + 1}
	f.Type, f.Generic, f.Confidence, f.Rule = schema.Person, true, 0.5, "find/generic"
	if the && !s.speaks(i, i+1) {
		f.Confidence = 0.3
	}
	s.take(f)
}
