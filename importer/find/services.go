package find

import (
	"strings"

	"skein/graph/schema"
	"skein/importer/english"
	"skein/importer/gazetteer"
)

// forceUnit reads the forces of a state or alliance: "U.S. Army", "Iraqi security forces", "Royal Danish Navy",
// "coalition forces", "US troops".
func (s *scan) forceUnit(i int) (unit, bool) {
	limit := s.limit(i, 8)
	state, at, ok := s.stateAt(i)
	royal := !ok && s.w[i].low == "royal" && s.w[i].is(capital)
	if royal {
		if _, end, ok := s.stateAt(i + 1); ok {
			at = end
		} else {
			at = i + 1
		}
	}
	alliance := !ok && !royal && alliances[s.w[i].low]
	if alliance {
		at = i + 1
	}
	if !ok && !royal && !alliance {
		if u, ok := s.stateGuard(i); ok {
			return u, true
		}
		at = i
	}
	if ok && (s.word(at, i).low == "royal" || possessive(s.word(at, i).text)) {
		at++
	}
	if ok || alliance {
		if end := s.military(at, limit); end > 0 && ok && s.dashed(end) > end {
			return unit{to: s.dashed(end), echelon: "force", state: at - i}, true // U.S. Forces-Afghanistan
		} else if end > 0 {
			u := unit{to: end, name: s.militaryName(i, at, alliance), echelon: "service", state: stateWords(ok, i, at)}
			if ok {
				u.key = forceKey(state, "military")
			}
			return u, true
		}
	}
	end, echelon := s.service(at, limit)
	if end == 0 || alliance && end-at == 1 && s.w[at].low != "force" {
		return unit{}, false
	}
	if !ok && !royal && !alliance && !s.bareService(i, end) {
		return unit{}, false
	}
	if next := s.word(end, i); next.is(capital) && next.in(headWord) && next.low != "reserve" && (s.know.heads.values[next.low] == schema.Facility || next.low == "academy") {
		return unit{}, false // Air Force Base
	}
	u := unit{to: s.serviceTail(end, limit), echelon: echelon, state: stateWords(ok, i, at)}
	if next := s.word(u.to, i); !ok && !royal && !alliance && next.in(rankWord) && next.is(capital) {
		u.name = "U.S. " + s.text(i, u.to) // only American writing puts the bare service before a rank: "Navy Capt."
	}
	if ok {
		u.key = forceKey(state, s.text(at, end))
	}
	if low := s.w[at].low; end-at == 1 && (low == "marines" || low == "marine") && !royal {
		u.name = strings.TrimSpace(s.text(i, at) + " Marine Corps")
	}
	return u, true
}

// stateGuard reads the guard of a state of the United States: "Utah Army National Guard", "North Dakota National Guard".
func (s *scan) stateGuard(i int) (unit, bool) {
	if !s.w[i].is(capital) || s.w[i].in(functionWord) {
		return unit{}, false
	}
	limit := s.limit(i, 7)
	for at := i + 1; at < min(i+3, limit) && s.w[at-1].is(capital); at++ {
		end, _ := s.know.services.match(s.w, at, limit)
		if end < at+2 || !s.w[end-1].is(capital) || s.w[end-1].low != "guard" {
			if low := s.low(at, i); (low != "army" && low != "air") || s.low(at+1, i) != "national" || s.low(at+2, i) != "guard" {
				continue
			}
			end = at + 3
		}
		if e, ok := s.place(i, at); ok && e.Type == schema.Region && e.Country == "US" {
			return unit{to: end, echelon: "service"}, true
		}
	}
	return unit{}, false
}

// forceKey is the key of a state's force, however the state is written: "Iraqi army", "Iraq's Army".
func forceKey(state gazetteer.Entry, force string) string {
	return key(schema.Unit, state.Name+" "+force)
}

func stateWords(ok bool, i, at int) int {
	if ok {
		return at - i
	}
	return 0
}

// military reads the words for a state's forces as a whole at word at: "troops", "military forces", "ground troops".
func (s *scan) military(at, limit int) int {
	if at >= limit {
		return 0
	}
	if end, _ := s.service(at, limit); end > 0 {
		return 0
	}
	j := at
	if j+1 < limit && forceAdjectives[s.w[j].low] && english.Units().Military[s.w[j+1].low] {
		j++
	}
	if !english.Units().Military[s.w[j].low] {
		return 0
	}
	next := s.low(j+1, at)
	if s.w[j].low == "military" && (next == "personnel" || next == "forces") {
		return j + 2
	}
	if s.w[j].low == "military" && notForces[next] {
		return 0
	}
	return j + 1
}

// militaryName is the name all words for a state's forces share: "US military", "coalition forces".
func (s *scan) militaryName(i, at int, alliance bool) string {
	if alliance {
		return s.text(i, at) + " forces"
	}
	return s.text(i, at) + " military"
}

// service reads the name of an armed or police service at word at, as it is called behind its state.
func (s *scan) service(at, limit int) (int, string) {
	end, echelon := s.know.services.match(s.w, at, limit)
	if end == at {
		return 0, ""
	}
	if last := &s.w[end-1]; last.low == "army" && s.low(end, at) == "corps" || last.low == "marine" && !last.is(capital) {
		return 0, ""
	}
	return end, echelon
}

// bareService reports whether words [i, end) name a service without its state: "the Army", "Coast Guard". A single
// word must be written like a name and not open a sentence or lead a rank.
func (s *scan) bareService(i, end int) bool {
	for j := i; j < end; j++ {
		if !s.w[j].is(capital) && s.w[j].text != "-" {
			return false
		}
	}
	if end-i > 1 {
		switch s.w[end-1].low {
		case "forces", "force", "service", "patrol":
			return s.w[i].low == "air" && end == i+2 || s.w[i].low == "space" || s.w[i].low == "border" || s.w[i].low == "secret" || s.w[i].low == "armed" || s.w[i].low == "security"
		}
		return true
	}
	if prev := s.word(i-1, i); prev.is(capital) && !prev.is(starts) && !prev.in(functionWord|rankWord|titleWord|monthDay) && !s.w[i].is(newline) && s.owner[i-1] < 0 {
		return false // Balochistan Liberation Army
	}
	switch s.w[i].low {
	case "army":
		return !s.partOfName(i)
	case "navy", "marines":
		return true
	case "marine":
		next := s.word(end, i)
		return !next.is(capital) || next.in(rankWord)
	}
	return false
}

// partOfName reports whether the army at word i has a name of its own: "Army of the Rising Sun", "Electronic Army". What comes
// before a rank is a service nevertheless.
func (s *scan) partOfName(i int) bool {
	if s.low(i+1, i) == "of" {
		at := i + 2
		if s.low(at, i) == "the" {
			at++
		}
		if !s.word(at, i).is(capital) {
			return false
		}
		_, _, state := s.stateAt(at)
		return !state
	}
	prev := s.word(i-1, i)
	return s.know.word(prev.text) != "" && prev.is(capital) && !prev.is(starts|allCaps) && s.owner[i-1] < 0 && prev.lists == 0 && !s.word(i+1, i).is(capital)
}

// serviceTail goes on over what belongs to the name behind a service: "Army Reserve", "Army Corps of Engineers",
// "Army Europe".
func (s *scan) serviceTail(end, limit int) int {
	if end < limit && s.w[end].is(capital) && (s.w[end].low == "reserve" || s.w[end].low == "reserves") {
		return end + 1
	}
	if end+2 < limit && s.w[end].text == "Corps" && s.w[end+1].low == "of" && s.w[end+2].text == "Engineers" {
		return end + 3
	}
	return end
}
