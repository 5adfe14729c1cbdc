package find

import (
	"skein/graph"
	"skein/graph/schema"
	"skein/importer/english"
	"skein/importer/gazetteer"
)

// folded is the folded form of words [i, j), as the gazetteer looks it up.
func (s *scan) folded(i, j int) string {
	if j == i+1 {
		return s.w[i].low
	}
	var store [64]byte
	key := store[:0]
	for ; i < j; i++ {
		key = appendLow(key, &s.w[i])
	}
	return string(key)
}

// place is the likeliest place of the gazetteer that words [i, j) name.
func (s *scan) place(i, j int) (gazetteer.Entry, bool) {
	if all := s.know.gaz.Lookup(s.d.Read(s.span(i, j))); len(all) > 0 {
		return all[0], true
	}
	return gazetteer.Entry{}, false
}

// city is the city of some size that words [i, j) name, though their first or last word speaks of something else: "Virginia
// Beach", "Cape Town", "Fort Worth".
func (s *scan) city(i, j int) (gazetteer.Entry, bool) {
	const size = 50_000
	e, ok := s.place(i, j)
	if ok && e.Type == schema.City && s.word(j, i).text == "," && s.word(j+1, i).is(capital) {
		_, short := s.know.short[s.w[j+1].text]
		if short || e.Admin != "" && e.Admin == s.w[j+1].text {
			return e, true // Moses Lake, Wash.
		}
	}
	return e, ok && e.Type == schema.City && e.Population >= size && !e.Common
}

// shortState reads the abbreviation of a state behind a comma: "Middleton, Tenn."
func (s *scan) shortState(i int) (piece, bool) {
	st, ok := s.know.short[s.w[i].text]
	if !ok || s.word(i-1, i).text != "," || !s.word(i-2, i).is(capital) && s.word(i-2, i).text != ")" {
		return piece{}, false
	}
	p := piece{from: i, to: i + 1, typ: schema.Region, name: st.Name, conf: 0.85, rule: "find/state",
		attrs: attribute("country", st.Country)}
	for _, e := range s.know.gaz.Lookup(st.Name) {
		if e.Type == schema.Region && e.Country == st.Country {
			p.key = e.Key
			break
		}
	}
	if p.key == "" {
		p.key = key(schema.Region, st.Name)
	}
	return p, true
}

// built makes a facility of the name of a place with the common noun behind it that says what stands there: "Ofer prison",
// "Wunstorf air base".
func (s *scan) built(f *found) {
	if f.Type != schema.City && f.Type != schema.Region && f.Type != schema.Facility && f.Type != schema.Organization || f.Type == schema.Organization && f.Key != "" {
		return
	}
	end, t := s.know.heads.match(s.w, f.to, s.limit(f.to-1, 5))
	if end == f.to || t != schema.Facility || s.w[f.to].is(capital) || !s.free(f.to, end) || !sites[s.w[end-1].low] || s.word(end, f.to).is(capital) {
		return
	}
	*f = found{from: f.from, to: end}
	f.Type, f.Rule, f.Confidence = schema.Facility, "find/built", 0.8
}

// brigade makes a unit of a name with the noun for a unit's size behind it in small letters: "the Danab brigade".
func (s *scan) brigade(f *found) {
	if w := s.word(f.to, f.from); f.Type != schema.Organization || f.Key != "" || w.is(capital) || s.owner[min(f.to, len(s.w)-1)] >= 0 || !english.Units().Strong[w.low] {
		return
	}
	e := english.Units().Heads[s.w[f.to].low]
	*f = found{from: f.from, to: f.to + 1, echelon: e}
	f.Type, f.Rule, f.Confidence, f.Attributes = schema.Unit, "find/brigade", 0.8, attribute("echelon", e)
}

// sites are nouns for what is built at a place and named for it.
var sites = english.Context("sites")

// leads finds facilities, features and events by their first words: "Camp Arifjan", "FOB Kalsu", "Lake Victoria",
// "Operation Inherent Resolve", "Battle of Mosul". Only those are read whose first words are at least so many.
func (s *scan) leads(words int) {
	for i := 0; i < len(s.w); i++ {
		w := &s.w[i]
		if s.owner[i] >= 0 || !w.is(capital) || w.is(mark) {
			continue
		}
		limit := s.limit(i, 12)
		at, typ := s.know.leads.match(s.w, i, limit)
		if at < i+words || !s.written(i, at) || typ == schema.Feature && !w.is(starts) && s.word(i-1, i).is(capital) {
			continue // of the Euphrates River Valley, the River is no lead
		}
		if typ == schema.NamedEvent && s.cause(i) {
			continue
		}
		if end := s.leadEnd(i, at, limit, typ); end > at {
			if prev := s.word(i-1, i); typ == schema.NamedEvent && spelledOrdinals[prev.low] && prev.is(capital) && s.owner[i-1] < 0 {
				i-- // the Second Battle of X
			}
			s.takeLead(i, end, typ)
			i = end - 1
		}
	}
}

// cause reports whether what is led at word i is what a body is for: "Movement for the Liberation of Congo".
func (s *scan) cause(i int) bool {
	i--
	if s.low(i, i+1) == "the" {
		i--
	}
	return s.low(i, i+1) == "for" && s.word(i-1, i).is(capital) && s.w[i-1].in(headWord)
}

// written reports whether the words [i, j) that lead a name are capitalised where they should be.
func (s *scan) written(i, j int) bool {
	for ; i < j; i++ {
		if w := &s.w[i]; !w.is(capital) && !w.is(mark) && w.low != "of" && w.low != "the" {
			return false
		}
	}
	return true
}

// leadEnd is the end of the name that the words [i, at) lead, or at where there is none.
func (s *scan) leadEnd(i, at, limit int, typ graph.Type) int {
	j := at
	for j < limit && s.owner[j] < 0 {
		w := &s.w[j]
		switch {
		case w.is(capital) && !w.in(functionWord|monthDay) && !(w.in(rankWord|titleWord) && s.titleBefore(j, limit)):
			if w.is(newline) && s.w[j-1].is(allCaps) != w.is(allCaps) {
				return s.leadTrim(i, at, j)
			}
		case w.is(number) && j > at && typ == schema.NamedEvent && len(w.text) <= 4, w.is(number) && typ == schema.Facility && s.w[at-1].low == "checkpoint":
		case w.text == "-" && !w.is(spaced) && s.word(j+1, j).is(capital) && !s.word(j+1, j).is(spaced):
		case j == at && w.low == "the" && typ == schema.NamedEvent && (s.w[j-1].low == "of" || s.w[j-1].low == "for") && s.word(j+1, j).is(capital):
		case j > at && (w.low == "of" || w.low == "the" && s.w[j-1].low == "of") && typ != schema.NamedEvent && s.word(j+1, j).is(capital):
		default:
			return s.leadTrim(i, at, j)
		}
		j++
	}
	return s.leadTrim(i, at, j)
}

// leadTrim takes back what cannot end the name, and refuses a lead that is only the first word of something else.
func (s *scan) leadTrim(i, at, j int) int {
	for j > at && (s.w[j-1].low == "of" || s.w[j-1].low == "the" || s.w[j-1].is(mark)) {
		j--
	}
	if at < j && s.w[i].in(titleWord|rankWord) {
		return at
	}
	return j
}

// takeLead adds the facility, feature or event at words [i, end).
func (s *scan) takeLead(i, end int, typ graph.Type) {
	f := found{from: i, to: end}
	if last := s.know.heads.values[s.w[end-1].low]; typ == schema.Feature && last == schema.Facility {
		typ = last // Cape Town Road
	}
	f.Type, f.Rule = typ, "find/lead"
	if _, ok := s.city(i, end); ok && (typ == schema.Facility || typ == schema.Feature) {
		typ = schema.City
		f.Type = typ
	}
	if e, ok := s.place(i, end); ok && e.Type == typ {
		f.Key, f.Name = e.Key, e.Name
		f.Attributes = attribute("country", e.Country)
	}
	s.take(f)
}
