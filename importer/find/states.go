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
	known, ok := s.states[i]
	if !ok {
		known.entry, known.end, _ = s.readState(i)
		s.states[i] = known
	}
	return known.entry, known.end, known.end > i
}

// state is a state's name that ends before word end.
type state struct {
	entry gazetteer.Entry
	end   int
}

// readState reads the state's name at word i, as stateAt does.
func (s *scan) readState(i int) (gazetteer.Entry, int, bool) {
	if s.peopleOf(i) {
		return gazetteer.Entry{}, i, false
	}
	var best gazetteer.Entry
	end := i
	for j, limit := i, s.limit(i, 7); j < limit && (s.w[j].is(capital) || j > i); j++ {
		name := s.d.Read(s.span(i, j+1))
		if e, ok := s.know.gaz.Nation(name); ok && s.w[j].is(capital) {
			best, end = e, j+1
		}
		if !s.know.gaz.Prefix(name) && !(j+1 < limit && possessive(s.w[j+1].text) && !s.w[j+1].is(spaced)) {
			break // but for the People's of "Democratic People's Republic of Korea"
		}
	}
	return best, end, end > i
}

// takeState adds a country at words [i, end). Inside another mention it keeps no words.
func (s *scan) takeState(i, end int, e gazetteer.Entry) {
	f := found{from: i, to: end}
	f.Type, f.Key, f.Rule = schema.Country, e.Key, "find/country"
	f.Attributes = []graph.Attribute{{Name: "country", Value: e.Country}}
	s.add(f)
}
