package find

import (
	"skein/graph"
	"skein/graph/schema"
	"skein/importer/gazetteer"
)

// stateAt reads a country's name or the adjective made of it at word i: "Iraq", "Saudi Arabian", "U.S.", "Iran's" (the
// possessive is read over). It returns the word behind it.
func (s *scan) stateAt(i int) (gazetteer.Entry, int, bool) {
	w := &s.w[i]
	if !w.is(capital) || w.is(mark) {
		return gazetteer.Entry{}, i, false
	}
	var best gazetteer.Entry
	end := i
	for j, limit := i, s.limit(i, 5); j < limit && (s.w[j].is(capital) || j > i); j++ {
		name := s.span(i, j+1).In(s.d.Text)
		if e, ok := s.know.country(name); ok && s.w[j].is(capital) {
			best, end = e, j+1
		}
		if !s.know.gaz.Prefix(name) {
			break
		}
	}
	return best, end, end > i
}

// country is the country that a name or adjective names.
func (k *knowledge) country(name string) (gazetteer.Entry, bool) {
	if e, ok := k.gaz.Demonym(name); ok && e.Type == schema.Country {
		return e, true
	}
	for _, e := range k.gaz.Lookup(name) {
		if e.Type == schema.Country {
			return e, true
		}
		break
	}
	return gazetteer.Entry{}, false
}

// takeState adds a country at words [i, end). Inside another mention it keeps no words.
func (s *scan) takeState(i, end int, e gazetteer.Entry) {
	f := found{from: i, to: end}
	f.Type, f.Key, f.Rule = schema.Country, e.Key, "find/country"
	f.Attributes = []graph.Attribute{{Name: "country", Value: e.Country}}
	s.add(f)
}
