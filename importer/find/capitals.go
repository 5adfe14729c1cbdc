package find

import (
	"strings"

	"skein/graph/schema"
	"skein/importer"
	"skein/importer/english"
)

// capital makes a country of a capital that is named for its government: "Washington said", "between Baghdad and Tehran".
// The city stays a city where the words around it speak of a place.
func (s *scan) capital(f *found) {
	if f.Type != schema.City {
		return
	}
	country, ok := s.know.gaz.Capital(s.text(f.from, f.to))
	if !ok || f.Key == "" || !s.governs(f.from, f.to) {
		return
	}
	f.Type, f.Key, f.Name = schema.Country, country.Key, country.Name
	f.Attributes, f.Rule, f.Confidence = attribute("country", country.Country), "find/capital", 0.7
}

// governs reports whether the words around the capital at words [i, end) speak of a government: it says or does something, or
// stands where parties stand, and no preposition of place comes before it.
func (s *scan) governs(i, end int) bool {
	prev, next := s.word(i-1, i), s.word(end, i)
	if parties[prev.low] || prev.low == "to" && (s.low(i-2, i) == "ambassador" || s.low(i-2, i) == "envoy") {
		return true
	}
	if prev.in(placeBefore|placeAdjective) || prev.text == "," || prev.text == "(" || next.text == "," || next.text == "(" || next.low == "" {
		return false
	}
	if owned := s.word(end+1, i); possessive(next.text) && (english.Units().Military[owned.low] || owned.is(capital) && s.bodyAt(end+1)) {
		return true // Kyiv's General Staff
	}
	if prev.low == "and" && s.governsBefore(i-2) {
		return true
	}
	if strings.HasSuffix(next.low, "ly") {
		next = s.word(end+1, i)
	}
	if next.low == "and" { // Washington and Seoul held drills
		for to := end + 2; to <= end+4 && s.same(to, i) && s.word(end+1, i).is(capital); to++ {
			if w := s.word(to, i); said[w.low] || governing[w.low] {
				_, _, state := s.stateAt(end + 1)
				_, city := s.know.gaz.Capital(s.text(end+1, to))
				return state || city
			}
		}
	}
	return said[next.low] || governing[next.low] || s.startsClause(i) && next.tag == importer.Verb && !townVerbs[next.low] && !strings.HasSuffix(next.low, "ing")
}

// bodyAt reports whether the name of an organisation or government begins at word i and is told by its head.
func (s *scan) bodyAt(i int) bool {
	_, t, ok := s.headIn(i, s.limit(i, 5))
	return ok && (t == schema.Organization || t == schema.Government)
}

// startsClause reports whether word i is the first one of a sentence or clause, a subject.
func (s *scan) startsClause(i int) bool {
	prev := s.word(i-1, i)
	return prev.low == "" && prev.text == "" || prev.tag == importer.Sconj || prev.low == "but" || prev.low == "which" || prev.low == "that" || openQuote(prev.text) && prev.text != "("
}

// divisions are the nouns of parts of states that stand behind their names in small letters: "the Amhara region".
var divisions = english.Context("divisions")

// townVerbs are what a city does that is no government.
var townVerbs = english.Context("town verbs")

// governsBefore reports whether word i ends a name behind "between" or the like: "between Baghdad and Tehran".
func (s *scan) governsBefore(i int) bool {
	for j := i; j > i-3 && s.same(j, i); j-- {
		if parties[s.low(j-1, i)] {
			return true
		}
	}
	return false
}

var (
	parties   = english.Context("parties")
	governing = english.Context("governing")
)

// stateOf makes a region of a name that is a city's too, where the words say so: "Kandahar province", or "Bremerton,
// Washington".
func (s *scan) stateOf(f *found) {
	if next := s.word(f.to, f.from); (f.Type == schema.City || f.Type == schema.People) && !next.is(capital) && divisions[next.low] {
		for _, e := range s.know.gaz.Lookup(s.text(f.from, f.to)) {
			if e.Type == schema.Region {
				f.Type, f.Key, f.Name, f.Attributes = e.Type, e.Key, e.Name, attribute("country", e.Country)
				return
			}
		}
		f.Type, f.Key, f.Name, f.Attributes = schema.Region, "", "", nil
		return
	}
	if f.Type != schema.City || s.word(f.from-1, f.from).text != "," || s.ownerType(f.from-2) != schema.City {
		return
	}
	before := &s.found[s.owner[f.from-2]]
	for _, town := range s.know.gaz.Lookup(s.text(before.from, before.to)) {
		for _, e := range s.know.gaz.Lookup(s.text(f.from, f.to)) {
			if e.Type == schema.Region && town.Admin == e.Name && town.Country == e.Country {
				f.Type, f.Key, f.Name, f.Attributes = e.Type, e.Key, e.Name, attribute("country", e.Country)
				return
			}
		}
	}
}
