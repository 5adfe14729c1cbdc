package find

import (
	"strings"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer/english"
	"skein/importer/gazetteer"
)

// piece is a part of a run of capitalised words that may be one name.
type piece struct {
	from, to int
	typ      graph.Type // what it is, where that is plain from its words
	key      string
	name     string // canonical, where known
	attrs    []graph.Attribute
	conf     float64
	rule     string
}

// runs cuts the runs of capitalised words that are left into pieces: names whose words say what they are, and others
// whose surroundings have to.
func (s *scan) runs() []piece {
	var out []piece
	for i := 0; i < len(s.w); i++ {
		if !s.runWord(i) {
			continue
		}
		if at := i + 1; s.w[i].in(functionWord) && s.same(at, i) && s.listed(at) > at {
			continue
		}
		if to := s.listed(i); to > i {
			out = append(out, piece{from: i, to: to, typ: schema.Organization, conf: 0.7, rule: "find/list"})
			i = to - 1
			continue
		}
		end := max(s.runEnd(i), s.knownAt(i, s.limit(i, 12)))
		if _, to, ok := s.stateAt(i); ok {
			end = max(end, to) // Bosnia and Herzegovina
		}
		out = s.split(out, i, end)
		i = end - 1
	}
	return out
}

// runWord reports whether word i can stand in a run: it is capitalised and belongs to nothing yet.
func (s *scan) runWord(i int) bool {
	return i < len(s.w) && s.owner[i] < 0 && s.w[i].is(capital) && !s.w[i].is(mark)
}

// runEnd is the end of the run that begins at word i. Small words between capitalised ones belong to it.
func (s *scan) runEnd(i int) int {
	limit := s.limit(i, 24)
	j := i + 1
	for j < limit {
		switch w := &s.w[j]; {
		case w.in(monthDay) && s.word(j+1, j).is(number):
			return j
		case s.runWord(j):
			if w.is(newline) && s.w[j-1].is(allCaps) != w.is(allCaps) || !w.is(allCaps) && j > i+1 && s.shouted(j-2, j) {
				return j
			}
		case s.linked(j, limit):
		default:
			return j
		}
		j++
	}
	return j
}

// shouted reports whether words [i, j) are written in capitals and are too long for acronyms: the names of a byline.
func (s *scan) shouted(i, j int) bool {
	for ; i < j; i++ {
		if w := &s.w[i]; !w.is(allCaps) || len(w.text) < 3 || w.is(digits) {
			return false
		}
	}
	return true
}

var openers = english.Context("openers")

// split cuts the run [i, end) into pieces.
func (s *scan) split(out []piece, i, end int) []piece {
	for i < end {
		w := &s.w[i]
		switch {
		case w.is(mark) || !w.is(capital):
			i++
			continue
		case openers[w.low] && w.is(starts) && s.knownAt(i, end) == i:
			i++
			continue
		case w.is(allCaps) && w.is(starts) && s.word(i+1, i).text == ":" && s.know.word(w.text) != "":
			i++ // "QUESTION: Why?"
			continue
		case w.in(functionWord) && s.knownAt(i, end) == i && !s.placeBegins(i, end):
			i++
			continue
		case w.in(monthDay) && s.knownAt(i, end) == i && !s.headed(i+1, end):
			if next := s.word(i+1, i); w.is(starts) || !next.is(capital) || next.in(monthDay) || next.is(mark) || w.low != "may" {
				s.d.Reject("find", w.Span, "a month or weekday")
				i++
				continue
			}
		}
		p := s.pieceAt(i, end)
		if p.to <= i {
			i++
			continue
		}
		if p.typ != "-" {
			out = append(out, p)
		}
		i = p.to
	}
	return out
}

// placeBegins reports whether word i, though a function word, begins the name of a place: "Now Zad".
func (s *scan) placeBegins(i, end int) bool {
	if s.w[i].is(starts) || i+1 >= end || !s.w[i+1].is(capital) {
		return false
	}
	_, ok := s.place(i, i+2)
	return ok
}

// knownAt is the end of the name of the world at word i, or i.
func (s *scan) knownAt(i, end int) int {
	if to, k := s.know.known.match(s.w, i, end); to > i && s.writtenAs(i, to, k.form) {
		return to
	}
	return i
}

// headed reports whether words [i, end) begin with, or come to, a head of a name before anything else.
func (s *scan) headed(i, end int) bool {
	_, _, ok := s.headIn(i, end)
	return ok
}

// headIn finds the last head of a name in words [i, end) that no title or other person stands before. It returns the
// word behind it and the type it makes.
func (s *scan) headIn(i, end int) (int, graph.Type, bool) {
	at, typ, ok := i, graph.Type(""), false
	for j := i; j < end; j++ {
		w := &s.w[j]
		if w.in(rankWord|titleWord) && !w.in(headWord) && j > i && s.titleBefore(j, end) {
			break
		}
		if w.low == "of" || w.low == "for" {
			break
		}
		if to, t := s.know.heads.match(s.w, j, end); to > j && w.is(capital) && (len(w.low) > 2 || w.is(allCaps)) {
			at, typ, ok = to, t, true
			j = to - 1
		}
	}
	return at, typ, ok
}

// titleBefore reports whether the title at word j leads a name.
func (s *scan) titleBefore(j, end int) bool {
	return j+1 < end && s.w[j+1].is(capital) && !s.w[j+1].in(headWord)
}

// pieceAt reads one piece at word i of a run that ends at end. A piece of type "-" is no name.
func (s *scan) pieceAt(i, end int) piece {
	if to, _ := s.know.noName.match(s.w, i, end); to > i && s.nameless(to, end) && s.knownAt(i, end) <= to {
		s.d.Reject("find", s.span(i, to), "written with capitals, but no name")
		return piece{from: i, to: to, typ: "-"}
	}
	if p, ok := s.vessel(i, end); ok {
		return p
	}
	if s.w[i].in(titleWord) && s.w[i].is(dotted) && i+2 <= end {
		if e, ok := s.place(i, i+2); ok && e.Type == schema.City {
			return piece{from: i, to: i + 2, typ: e.Type, key: e.Key, name: e.Name, conf: 0.85, rule: "find/place", attrs: attribute("country", e.Country)} // St. Louis
		}
	}
	if s.peopleOf(i) {
		return piece{from: i, to: i + 1, typ: "-"}
	}
	if state, to, ok := s.stateAt(i); ok && to <= end {
		if _, short := s.know.short[s.word(to+1, i).text]; short && s.word(to, i).text == "," {
			return piece{from: i, to: to, typ: schema.City, conf: 0.8, rule: "find/place"} // Lebanon, Pa.
		}
		return s.statePiece(i, to, end, state)
	}
	if s.w[i].in(placeAdjective) && i+1 < end && s.knownAt(i, end) == i && s.knownAt(i+1, end) > i+1 {
		return piece{from: i, to: i + 1, typ: "-"}
	}
	if p, ok := s.armyPiece(i, end); ok {
		return p
	}
	if s.affixed(i) && s.knownAt(i, end) == i {
		return piece{from: i, to: i + 1, typ: "-"}
	}
	if to := s.partOf(i, end); to > i {
		return piece{from: i, to: to, typ: "-"}
	}
	knownEnd := s.knownAt(i, end)
	headEnd, typ, headed := s.headIn(i, end)
	switch {
	case knownEnd > i && (!headed || headEnd <= knownEnd):
		_, k := s.know.known.match(s.w, i, end)
		if next := s.word(knownEnd, i); knownEnd == i+1 && k.Type == schema.People && s.know.gaz.GivenName(s.w[i].text) && next.is(capital) && !next.in(headWord|functionWord) && s.knownAt(knownEnd, end) == knownEnd {
			return piece{from: i, to: s.openEnd(i, end)} // Christian Schmidt
		}
		if s.foreign(i, k) {
			return s.ownedPiece(i, knownEnd, knownEnd, k.Type)
		}
		return knownPiece(i, knownEnd, k)
	case headed && headEnd > i+1:
		if e, ok := s.city(i, headEnd); ok {
			return piece{from: i, to: headEnd, typ: e.Type, key: e.Key, name: e.Name, conf: 0.9, rule: "find/place", attrs: attribute("country", e.Country)}
		}
		return s.ownedPiece(i, headEnd, end, typ)
	}
	if to := s.titleEnd(i); to > i && to <= end && (s.w[i].in(titleWord|rankWord) && !s.know.gaz.GivenName(s.w[i].text) || to > i+1 || strings.Contains(s.w[i].text, "-") && s.afterThe(i)) {
		return piece{from: i, to: min(max(s.portfolio(to), to), max(end, to)), typ: "-"}
	}
	if headed && headEnd == i+1 && s.low(headEnd, i) == "of" && headEnd+1 < end {
		return s.ownedPiece(i, headEnd, end, typ)
	}
	if p, ok := s.shortState(i); ok {
		return p
	}
	to := s.openEnd(i, end)
	if headed && headEnd == i+1 && to == i+1 {
		return piece{from: i, to: to, typ: "-"}
	}
	return piece{from: i, to: to}
}

// peopleOf reports whether the people named at word i are those of the state before it: the Serbs of "Bosnian Serb leader".
func (s *scan) peopleOf(i int) bool {
	if i == 0 || !s.same(i-1, i) || s.w[i].is(mark) || s.w[i-1].is(mark|allCaps) {
		return false
	}
	e, ok := s.know.gaz.Nation(s.w[i].text)
	if !ok || gazetteer.Fold(e.Name) == s.w[i].low {
		return false
	}
	_, ok = s.know.gaz.Nation(s.w[i-1].text)
	return ok && s.w[i-1].is(capital)
}

// vessel reads the ship that the common noun or the flag before word i makes of a name: "the tanker Mercer Street",
// "British-flagged Stena Impero".
func (s *scan) vessel(i, end int) (piece, bool) {
	prev := s.word(i-1, i)
	flagged := prev.low == "flagged" && s.word(i-2, i).text == "-"
	if prev.is(capital) || !flagged && prev.low != "tanker" && english.EquipmentNames().Classes[prev.low] != "vessel" || prev.low == "dock" || prev.low == "carrier" && s.low(i-2, i) != "aircraft" {
		return piece{}, false
	}
	if _, _, state := s.stateAt(i); state || s.knownAt(i, end) > i || s.w[i].in(functionWord|titleWord|rankWord) || s.w[i].is(digits) {
		return piece{}, false
	}
	to := i + 1
	for to < end && s.w[to].is(capital) && !s.w[to].is(mark) {
		to++
	}
	if w := s.word(to, i); w.is(number) && len(w.text) < 4 {
		to++ // Lu Rong 87
	}
	return piece{from: i, to: to, typ: schema.Equipment, attrs: class("vessel"), conf: 0.8, rule: "find/vessel"}, true
}

// affixed reports whether word i is a word with something before it that is none, alone, and so no name: "Counter-IED". In
// "In-Amenas" it is a part of the name.
func (s *scan) affixed(i int) bool {
	head, tail, ok := strings.Cut(s.w[i].text, "-")
	if !ok || tail == "" || !english.Affix(head) || s.word(i+1, i).is(capital) {
		return false
	}
	if shapeOf(tail)&(capital|allCaps|digits) != capital || s.know.word(tail) != "" || s.w[i].is(starts) {
		return true
	}
	_, known := s.know.known.values[gazetteer.Fold(tail)]
	_, state := s.know.gaz.Nation(tail)
	return known || state
}

// project is the type of a name that a common noun behind it explains: "the Village of Hope program".
func (s *scan) project(to int) graph.Type {
	switch s.low(to, to-1) {
	case "project", "program", "programme", "initiative", "fund", "foundation", "company", "firm", "newspaper", "magazine", "agency", "group", "movement",
		"party", "network", "brand", "website", "network's", "charity", "coalition", "alliance", "organization", "organisation", "airline", "church":
		return schema.Organization
	case "campaign", "offensive", "exercise", "festival", "crisis", "scandal", "disaster", "massacre", "war", "conference", "summit":
		return schema.NamedEvent
	}
	return ""
}
