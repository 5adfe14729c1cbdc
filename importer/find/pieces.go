package find

import (
	"strings"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer/english"
	"skein/importer/gazetteer"
)

// listed is the end of a name that lists what it is for, "Disarmament, Demobilization and Reintegration program", or i where
// there is none: capitalised common nouns, the last one behind "and", and a noun for a body or plan.
func (s *scan) listed(i int) int {
	noun := func(j int) bool {
		return s.same(j, i) && s.runWord(j) && (strings.HasSuffix(s.w[j].low, "tion") || strings.Contains(s.know.word(s.w[j].text), "n"))
	}
	j, commas := i, 0
	for noun(j) && s.word(j+1, i).text == "," {
		j, commas = j+2, commas+1
	}
	if s.word(j, i).low == "and" {
		j++ // a comma before it
	} else if noun(j) && s.low(j+1, i) == "and" {
		j += 2
	} else {
		return i
	}
	if commas == 0 || !noun(j) || s.project(j+1) == "" {
		return i
	}
	return j + 2
}

// knownNames takes the names of the world that are several words long, before anything else reads a part of them.
func (s *scan) knownNames() {
	for i := 0; i < len(s.w); i++ {
		if s.owner[i] >= 0 || !s.w[i].is(capital) || i > 0 && s.w[i-1].text == "-" && !s.w[i].is(spaced) {
			continue
		}
		to := s.knownAt(i, s.limit(i, 12))
		if to < i+2 || !s.free(i, to) {
			continue
		}
		if s.longerBefore(i, to) || s.low(i-1, i) == "in" && s.fights(i-1) {
			continue // the Velar National Liberation Army
		}
		if k := s.know.known.values[s.folded(i, to)]; k.Type == schema.Organization && s.longerName(to) {
			continue // General Dynamics Land Systems
		}
		if next := s.word(to, i); next.is(capital) && (next.in(headWord) || english.Units().Heads[next.low] != "" || english.Units().Modifiers[next.low]) || next.text == "-" && !next.is(spaced) {
			continue
		}
		_, k := s.know.known.match(s.w, i, to)
		if s.foreign(i, k) || k.Type == schema.Unit && s.w[to-1].low == "guard" && s.stateForce(i) {
			continue
		}
		p := knownPiece(i, to, k)
		f := found{from: i, to: to}
		f.Type, f.Key, f.Name, f.Attributes, f.Confidence, f.Rule = p.typ, p.key, p.name, p.attrs, p.conf, p.rule
		if end := s.branch(to); end > to && k.Type == schema.ArmedGroup {
			f.Key, f.Name, f.Attributes = "", s.text(i, to), nil
			if possessive(s.w[to].text) {
				to++
			}
			f.Name += " " + s.text(to, end)
			f.to, to = end, end
		}
		if f.Type == schema.NamedEvent {
			s.occasion(&f)
			to = f.to
		}
		if f.Type == schema.Unit {
			f.echelon = valueOf(&f, "echelon")
			s.addOperation(i, to)
		}
		if state, end, ok := s.stateAt(i); ok && end < to {
			s.takeState(i, end, state)
		}
		s.take(f)
		i = to - 1
	}
	s.sameOccasion()
}

// longerBefore reports whether the name of a body at words [i, to) is the end of a longer one, of a body that is not known.
func (s *scan) longerBefore(i, to int) bool {
	last, prev := &s.w[to-1], s.word(i-1, i)
	if !last.in(headWord) && english.Units().Heads[last.low] == "" || !prev.is(capital) || prev.is(allCaps|starts) || prev.lists != 0 || s.owner[i-1] >= 0 || s.know.word(prev.text) != "" {
		return false
	}
	_, _, state := s.stateBefore(i)
	return !state
}

// longerName reports whether the name of a body that ends before word i goes on to a head of its own.
func (s *scan) longerName(i int) bool {
	if !s.same(i, i-1) || !s.runWord(i) || s.w[i].in(titleWord|rankWord|functionWord|monthDay) {
		return false
	}
	end := i
	for s.same(end, i) && s.runWord(end) {
		end++
	}
	at, t, ok := s.headIn(i, end)
	_, k := s.know.known.match(s.w, i, end)
	return ok && at > i+1 && at == end && t == schema.Organization && k.Body == nil
}

// branch is the end of what makes the armed group whose name ends before word i one of its branches: "Islamic State Sahel
// Province", "Islamic State in the Greater Sahara". Where there is nothing it is i.
func (s *scan) branch(i int) int {
	j := i
	if possessive(s.word(j, i-1).text) {
		j++
	}
	start := j
	if s.low(j, i-1) == "in" && s.low(j+1, i-1) == "the" && s.word(j+2, i-1).is(capital) && s.know.word(s.w[j+2].text) != "" {
		j += 2
	}
	for k := j; k < j+4 && s.same(k, i-1) && s.runWord(k); k++ {
		if low := s.w[k].low; low == "province" || low == "wilayat" || j > start && k > j {
			return k + 1
		}
	}
	return i
}

// sameOccasion takes an exercise that stands without its year, "Freedom Shield", for the one that the text names with it.
func (s *scan) sameOccasion() {
	for i := range s.found {
		f := &s.found[i]
		if f.Type != schema.NamedEvent || f.Key == "" {
			continue
		}
		if name, ok := s.yearly[f.Key]; ok {
			f.Key, f.Name = key(schema.NamedEvent, name), name
		}
	}
}

// stateForce reports whether a state of the United States stands before word i: "Utah Army National Guard".
func (s *scan) stateForce(i int) bool {
	for back := 1; back < 3 && s.same(i-back, i) && s.w[i-back].is(capital); back++ {
		if e, ok := s.place(i-back, i); ok && e.Type == schema.Region && e.Country == "US" {
			return true
		}
	}
	return false
}

// occasion widens the known exercise or operation to what is written of it: "Exercise Saber Junction", and the year that makes it
// one of its own, "Freedom Shield 23".
func (s *scan) occasion(f *found) {
	if prev := s.word(f.from-1, f.from); prev.text == "Exercise" && s.owner[f.from-1] < 0 {
		f.from--
	}
	if next := s.word(f.to, f.from); next.is(number) && (len(next.text) == 2 || len(next.text) == 4) && !s.word(f.to+1, f.from).in(monthDay) && s.owner[f.to] < 0 {
		f.to++
		name := s.text(f.from, f.to)
		if s.yearly == nil {
			s.yearly = map[string]string{}
		}
		if _, ok := s.yearly[f.Key]; !ok {
			s.yearly[f.Key] = name
		}
		f.Key, f.Name = key(schema.NamedEvent, name), name
	}
}

// foreign reports whether the known body named at word i is one of another state than the one that stands before it: "Peru's
// Congress", "Sudan People's Liberation Army".
func (s *scan) foreign(i int, k known) bool {
	if k.Country == "" || !possessive(s.word(i-1, i).text) && !(body(k.Type) && s.word(i-1, i).is(capital)) {
		return false
	}
	state, _, ok := s.stateBefore(i)
	return ok && state.Country != k.Country
}

func knownPiece(i, to int, k known) piece {
	return piece{from: i, to: to, typ: k.Type, key: k.Key, name: k.Name, conf: 0.95, rule: "find/known",
		attrs: append(attribute("country", k.Country), k.Attributes...)}
}

// statePiece is what a state's name at words [i, to) begins: a body of that state ("Iraqi Parliament"), or the state.
func (s *scan) statePiece(i, to, end int, state gazetteer.Entry) piece {
	if knownEnd := s.knownAt(i, end); knownEnd > to {
		_, k := s.know.known.match(s.w, i, end)
		return knownPiece(i, knownEnd, k)
	}
	if headEnd, typ, ok := s.headIn(to, end); ok && to < end && !s.w[to].is(mark) {
		s.takeState(i, to, state)
		p := s.headPiece(i, headEnd, end, typ)
		s.bodyOf(&p, state, to)
		return p
	}
	return piece{from: i, to: to, typ: schema.Country, key: state.Key, name: state.Name, conf: 0.95, rule: "find/country",
		attrs: attribute("country", state.Country)}
}

// armyPiece reads the name of an armed group that its first word tells: "Jaish al-Islam".
func (s *scan) armyPiece(i, end int) (piece, bool) {
	at, ok := s.know.armies.match(s.w, i, end)
	if !ok || s.knownAt(i, end) > i {
		return piece{}, false
	}
	to := at
	if to+1 < end && s.w[to].low == "the" && s.w[to-1].low == "of" {
		to++
	}
	if _, _, ok := s.stateAt(min(to, len(s.w)-1)); ok && s.w[to-1].low != s.w[i].low {
		return piece{}, false // the Army of Norway
	}
	for to < end && to < at+4 && (s.w[to].is(capital) || s.w[to].in(particleWord)) && !s.w[to].in(headWord) {
		to++
	}
	to = s.trimRun(i, to)
	if _, ok := s.place(i, to); ok {
		return piece{}, false // Lashkar Gah
	}
	return piece{from: i, to: to, typ: schema.ArmedGroup, conf: 0.8, rule: "find/lead"}, to > at
}

// headPiece is a name whose head ends at headEnd, with the "of" and "for" parts behind it.
func (s *scan) headPiece(i, headEnd, end int, typ graph.Type) piece {
	to := headEnd
	for to < end && (s.w[to].low == "of" || s.w[to].low == "for" || s.w[to].low == "on" && onHeads[s.w[to-1].low] || s.w[to].low == "and" && to > headEnd || s.w[to].text == "&" || s.w[to].text == "-" || s.w[to].text == "–") {
		next := to + 1
		for next < end && (!s.w[next].is(capital) || s.w[next].is(mark)) {
			next++
		}
		stop := next
		for stop < end && s.w[stop].is(capital) && !(s.w[stop].in(rankWord|titleWord) && s.titleBefore(stop, end)) {
			stop++
		}
		if _, at, ok := s.stateAt(next); ok && at < stop && s.know.gaz.GivenName(s.w[at].text) {
			stop = at // Liberal Party of Canada Ann Rowe
		}
		if stop == next || possessive(s.word(stop, i).text) {
			break // "the General Staff of Norway's army"
		}
		to = stop
	}
	if to > headEnd {
		to = max(to, min(s.portfolioEnd(headEnd+1), end))
	}
	if to == headEnd && missions[s.w[headEnd-1].low] {
		to = s.abroad(headEnd)
	}
	if to == headEnd && typ == schema.Facility && numbered[s.w[headEnd-1].low] && s.word(to, i).is(number) && len(s.word(to, i).text) < 4 {
		to++ // Air Base 101
	}
	if s.w[headEnd-1].low == "department" && to == headEnd && s.uncommon(i, headEnd-1) {
		typ = schema.Region // Cuscatlán Department
	}
	p := piece{from: i, to: s.trimRun(i, max(to, headEnd)), typ: typ, conf: 0.85, rule: "find/head"}
	if to > headEnd && (typ == schema.City || typ == schema.Feature) && s.w[headEnd].low == "of" {
		e, ok := s.place(headEnd+1, p.to)
		if typ == schema.City && !s.w[i].is(starts) && s.w[i].is(capital) && (!ok || e.Common) {
			p.typ = "" // "the Village of Hope program": what it is, the rest of the text has to say
		} else if ok && e.Type != schema.Country {
			p.from, p.name = s.firstCapital(headEnd+1, p.to), e.Name
		} else if typ == schema.City {
			p.typ = ""
		}
	}
	if typ == schema.Region || typ == schema.Facility || typ == schema.Feature {
		if e, ok := s.place(p.from, p.to); ok && e.Type == typ && !e.Common {
			p.key, p.attrs = e.Key, attribute("country", e.Country)
		}
	}
	return p
}

// missions are heads of names that go on with where the body works.
var missions = english.Context("missions")

// abroad is the end of the state behind "in" at word i that a mission's name goes on with: "Mission in South Sudan", or i.
func (s *scan) abroad(i int) int {
	if low := s.low(i, i-1); low != "in" && low != "to" {
		return i
	}
	at := i + 1
	if s.low(at, i) == "the" {
		at++
	}
	if s.same(at, i) && s.owner[at] < 0 {
		if state, end, ok := s.stateAt(at); ok {
			s.takeState(at, end, state)
			return end
		}
	}
	return i
}

// ownedPiece is headPiece, with the state that stands before it as its owner: "Norway's Ministry of Trade".
func (s *scan) ownedPiece(i, headEnd, end int, typ graph.Type) piece {
	p := s.headPiece(i, headEnd, end, typ)
	if possessive(s.word(i-1, i).text) {
		if state, at, ok := s.stateBefore(i); ok {
			s.bodyOf(&p, state, i)
			p.name = s.text(at, p.to)
		}
	}
	return p
}

// bodyOf makes a piece, whose own words begin at word from, a body of a state.
func (s *scan) bodyOf(p *piece, state gazetteer.Entry, from int) {
	switch p.typ {
	case schema.Organization, schema.Government:
		p.attrs = append(p.attrs, graph.Attribute{Name: "country", Value: state.Country})
		p.key = key(p.typ, state.Name+" "+s.text(from, p.to))
	case schema.Facility:
		p.attrs = append(p.attrs, graph.Attribute{Name: "country", Value: state.Country})
	}
}

// numbered are nouns of places that bear numbers.
var numbered = english.Context("numbered places")

// uncommon reports whether none of words [i, j) is a common word of English: departments of a government are named by those.
func (s *scan) uncommon(i, j int) bool {
	for k := i; k < j; k++ {
		if w := &s.w[k]; s.know.word(w.text) != "" || w.is(allCaps) || w.in(headWord) || strings.HasSuffix(w.low, "ive") || strings.HasSuffix(w.low, "al") {
			return false
		}
	}
	return i < j
}

func (s *scan) firstCapital(i, end int) int {
	for i < end-1 && !s.w[i].is(capital) {
		i++
	}
	return i
}

// nameless reports whether no name goes on at word i behind an expression that is no name.
func (s *scan) nameless(i, end int) bool {
	if i >= end || s.w[i].is(mark) || !s.w[i].is(capital) || s.w[i].in(monthDay) {
		return true
	}
	to, _ := s.know.noName.match(s.w, i, end)
	return to > i
}

// partOf is the word behind the "of" with which word i, a common noun, leads up to a name: "Members of the Security Council",
// "Airmen of the 557th". Where there is none it is i.
func (s *scan) partOf(i, end int) int {
	if s.low(i+1, i) != "of" || i+2 >= end || s.w[i].in(headWord) || !strings.Contains(s.know.word(s.w[i].text), "n") {
		return i
	}
	at := i + 2
	if s.w[at].low == "the" {
		at++
	}
	if at >= end || !s.w[at].is(capital) {
		return i
	}
	if s.knownAt(at, end) > at || s.headed(at, end) && (strings.HasSuffix(s.w[i].low, "s") || at > i+2) {
		return at
	}
	if _, _, ok := s.stateAt(at); ok {
		return at
	}
	if e, ok := s.place(at, at+1); ok && e.Type == schema.Region && !e.Common && strings.HasSuffix(s.w[i].low, "s") {
		return at // Leaders of the Illinois National Guard
	}
	return i
}
