package find

import (
	"skein/graph/schema"
	"skein/importer/english"
	"skein/importer/gazetteer"
)

// groups finds governments and their parts, and groups without a name of their own that act: "the Iraqi government",
// "Iran-backed militants", "US officials", "Afghan villagers".
func (s *scan) groups() {
	for i := 0; i < len(s.w); i++ {
		if s.owner[i] >= 0 || s.w[i].is(mark) {
			continue
		}
		for _, read := range [...]func(*scan, int) int{(*scan).office, (*scan).government, (*scan).ministry, (*scan).stateBody, (*scan).coalition, (*scan).crowd} {
			if end := read(s, i); end > i {
				i = end - 1
				break
			}
		}
	}
}

// stateBefore is the state named before word i, with or without a possessive, and the word it begins at.
func (s *scan) stateBefore(i int) (gazetteer.Entry, int, bool) {
	for back := 1; back <= 4 && s.same(i-back, i); back++ {
		if e, end, ok := s.stateAt(i - back); ok && s.free(i-back, i) {
			if end == i || end == i-1 && possessive(s.w[end].text) {
				return e, i - back, true
			}
		}
	}
	return gazetteer.Entry{}, i, false
}

func possessive(s string) bool { return s == "'s" || s == "’s" || s == "'" || s == "’" }

var governmentWords = english.Context("government words")
var governmentAdjectives = english.Context("government adjectives")

// government reads "Iraqi government", "Government of Iraq", "the Assad regime".
func (s *scan) government(i int) int {
	low := s.w[i].low
	if !governmentWords[low] {
		return i
	}
	if s.low(i+1, i) == "of" && low != "authorities" {
		at := i + 2
		if s.low(at, i) == "the" {
			at++
		}
		if s.same(at, i) && s.owner[at] < 0 {
			if e, end, ok := s.stateAt(at); ok {
				s.takeGovernment(i, end, at, e)
				return end
			}
		}
	}
	from := i
	for from > 0 && s.same(from-1, i) && governmentAdjectives[s.w[from-1].low] && s.owner[from-1] < 0 {
		from--
	}
	if e, at, ok := s.stateBefore(from); ok && (low != "administration" || at < from) {
		end := i + 1
		s.takeGovernment(at, end, at, e)
		return end
	}
	if prev := s.word(i-1, i); (low == "administration" || low == "regime") && prev.is(capital) && s.owner[i-1] < 0 && !prev.is(starts) && !prev.in(functionWord|headWord|titleWord) {
		f := found{from: i - 1, to: i + 1}
		f.Type, f.Rule, f.Confidence = schema.Government, "find/government", 0.85
		s.take(f)
		return i + 1
	}
	return i
}

// takeGovernment adds the government at words [i, end) whose state's name begins at word at.
func (s *scan) takeGovernment(i, end, at int, e gazetteer.Entry) {
	if _, stop, ok := s.stateAt(at); ok {
		s.takeState(at, stop, e)
	}
	f := found{from: i, to: end}
	f.Type, f.Rule, f.Key = schema.Government, "find/government", key(schema.Government, e.Name+" government")
	f.Attributes = attribute("country", e.Country)
	s.take(f)
}

var ministries = english.Context("ministries")

// ministry reads a ministry in small letters: "the Iraqi foreign ministry", "ministry of defense".
func (s *scan) ministry(i int) int {
	w := &s.w[i]
	if w.low != "ministry" || s.owner[i] >= 0 {
		return i
	}
	from, to := i, i+1
	if prev := s.word(i-1, i); ministries[prev.low] && s.owner[i-1] < 0 {
		from = i - 1
		if b := s.word(i-2, i); b.low == "and" && ministries[s.low(i-3, i)] {
			from = i - 3
		}
	} else if s.low(i+1, i) == "of" && ministries[s.low(i+2, i)] && !s.word(i+2, i).is(capital) {
		to = i + 3
	} else {
		return i
	}
	head := from
	e, at, ok := s.stateBefore(from)
	if !ok && possessive(s.word(from-1, i).text) && s.word(from-2, i).is(capital) && s.owner[from-2] < 0 {
		at = from - 2 // Cairo's foreign ministry
		e, ok = s.know.gaz.Capital(s.w[at].text)
	}
	f := found{from: from, to: to, head: head, last: to}
	f.Type, f.Rule, f.Confidence = schema.Organization, "find/ministry", 0.85
	if ok {
		stop := at + 1
		if _, end, ok := s.stateAt(at); ok {
			stop = end
		}
		s.takeState(at, stop, e)
		f.from, f.Name, f.Attributes = at, s.text(at, to), attribute("country", e.Country)
		f.Key = key(schema.Organization, e.Name+" "+s.text(head, to))
	}
	s.take(f)
	return to
}

var stateBodies = english.Context("state bodies")
var stateBodyAdjectives = english.Context("state body adjectives")

// stateBody reads a body of a state in small letters, behind the state's name: "the Iraqi parliament", "Kenya's supreme
// court".
func (s *scan) stateBody(i int) int {
	w := &s.w[i]
	if !stateBodies[w.low] || w.is(capital) || s.owner[i] >= 0 {
		return i
	}
	from := i
	if prev := s.word(i-1, i); stateBodyAdjectives[prev.low] && s.owner[i-1] < 0 {
		from = i - 1
	}
	e, at, ok := s.stateBefore(from)
	if !ok || from == i && w.low == "court" {
		return i
	}
	if _, stop, ok := s.stateAt(at); ok {
		s.takeState(at, stop, e)
	}
	f := found{from: at, to: i + 1, head: from, last: i + 1}
	f.Type, f.Rule, f.Confidence = schema.Organization, "find/state-body", 0.85
	f.Name, f.Attributes = s.text(at, i+1), attribute("country", e.Country)
	f.Key = key(schema.Organization, e.Name+" "+s.text(from, i+1))
	s.take(f)
	return i + 1
}

// crowd reads a group without a name: fighters, officials, people, with the words that say which: "Iran-backed
// militants", "senior US military officials".
func (s *scan) crowd(i int) int {
	limit := s.limit(i, 3)
	end, l := s.know.armed.match(s.w, i, limit)
	if end == i || s.w[i].is(capital) && !s.w[i].is(starts) && !s.w[i].is(allCaps) {
		return i
	}
	from := s.describedFrom(i, l)
	if from < i && s.owner[from] >= 0 {
		return i
	}
	state, at, ok := s.stateBefore(from)
	if ok {
		from = at
		if s.word(at-2, at).text == "-" {
			from = s.describedFrom(at, l) // Iran-backed Iraqi militias
		}
	}
	if s.low(from, i) == "and" {
		from++
	}
	f := found{from: from, to: end}
	f.Generic, f.Confidence, f.Rule = true, 0.6, "find/group"
	switch {
	case l&armedWord != 0:
		f.Type = schema.ArmedGroup
		if s.knownFighters(from) || factions[s.w[i].low] && (!ok || !determiner[s.low(from-1, i)] || s.ordinary(end)) {
			return i
		}
	case l&officialWord != 0:
		f.Type = schema.Organization
		if !s.acts(i, end) || !ok && !s.speaks(i, end) {
			return i
		}
	default:
		f.Type = schema.People
		if !ok && !s.acts(i, end) || from == i && commonPeople[s.w[i].low] {
			return i
		}
	}
	if ok {
		f.Attributes = attribute("country", state.Country)
	}
	s.inside(from, i)
	s.take(f)
	return end
}

// inside adds the states and other names that words [i, end) of a description hold: the Iran of "Iran-backed militants".
func (s *scan) inside(i, end int) {
	for j := i; j < end; j++ {
		if e, stop, ok := s.stateAt(j); ok && stop <= end {
			s.takeState(j, stop, e)
			j = stop - 1
			continue
		}
		if stop := s.knownAt(j, end); stop > j && s.w[j].is(capital) {
			_, k := s.know.known.match(s.w, j, stop)
			p := knownPiece(j, stop, k)
			f := found{from: j, to: stop, nested: true}
			f.Type, f.Key, f.Name, f.Attributes, f.Confidence, f.Rule = p.typ, p.key, p.name, p.attrs, p.conf, p.rule
			s.add(f)
			j = stop - 1
		}
	}
}

// coalition reads a coalition that is told by who leads it or whom it is against: "US-led anti-ISIS coalition". Some of
// these the gazetteer knows.
func (s *scan) coalition(i int) int {
	if s.w[i].low != "coalition" {
		return i
	}
	from := i
	for {
		begin := s.describedFrom(from, 0)
		if begin == from {
			break
		}
		from = begin
	}
	against := false
	for j := from; j < i; j++ {
		against = against || s.w[j].text == "-"
	}
	if !against || !s.free(from, i) {
		return i
	}
	f := found{from: from, to: i + 1}
	f.Type, f.Rule, f.Confidence = schema.Organization, "find/coalition", 0.8
	for j := from; j < i; j++ {
		if to := s.knownAt(j, i+1); to == i+1 {
			_, k := s.know.known.match(s.w, j, to)
			f.Key, f.Name = k.Key, k.Name
		}
	}
	s.inside(from, i)
	s.take(f)
	return i + 1
}

// factions are nouns for parts of an armed group, which need a state to say which.
var factions = english.Context("factions")

// ordinary reports whether "of" and a common noun stand at word i: a branch "of the bank" is no armed group.
func (s *scan) ordinary(i int) bool {
	if s.low(i, i-1) != "of" {
		return false
	}
	if s.low(i+1, i) == "the" {
		i++
	}
	return !s.word(i+1, i).is(capital)
}

// commonPeople are words for people that need a word before them to say who they are.
var commonPeople = english.Context("common people")

// knownFighters reports whether the group at word i is a name with a word for its people: "ISIS fighters".
func (s *scan) knownFighters(i int) bool {
	if i == 0 || !s.same(i-1, i) {
		return false
	}
	prev := &s.w[i-1]
	return prev.is(capital) && !prev.in(functionWord) && (s.owner[i-1] >= 0 || !prev.is(starts) || s.knownAt(i-1, i) == i)
}

// describedFrom goes back from the group's noun at word i over the adjectives that say which group: "pro-Russian",
// "Iran-backed", "senior military and defense".
func (s *scan) describedFrom(i int, l list) int {
	j := i
	for j > 0 && s.same(j-1, i) && i-j < 5 {
		w := &s.w[j-1]
		switch {
		case groupAdjectives[w.low] && s.owner[j-1] < 0:
		case w.low == "and" && groupAdjectives[s.low(j-2, i)] && j < i:
		case compoundEnd[w.low] && s.word(j-2, i).text == "-" && s.same(j-3, i) && s.w[j-3].is(capital):
			j = s.compoundFrom(j - 3)
			return j
		case w.is(capital) && s.word(j-2, i).text == "-" && (s.low(j-3, i) == "pro" || s.low(j-3, i) == "anti"):
			return j - 3
		default:
			return j
		}
		j--
	}
	return j
}

// compoundFrom is the begin of the name whose last word, word i, a participle is joined to: "Saudi Arabian-led".
func (s *scan) compoundFrom(i int) int {
	for i > 0 && s.same(i-1, i) && s.w[i-1].is(capital) && !s.w[i-1].is(starts) && s.owner[i-1] < 0 && !s.w[i-1].is(mark) {
		i--
	}
	return i
}

var (
	compoundEnd     = english.Context("compound end")
	groupAdjectives = english.Context("group adjectives")
)
