package find

import (
	"strings"

	"skein/graph/schema"
	"skein/importer/english"
)

// namedUnits finds units whose name stands before or behind the word for what they are: "Golani Brigade", "George
// Washington Carrier Strike Group", "Carrier Air Wing 5", "Regional Command - East", "Task Force Sinai".
func (s *scan) namedUnits() {
	for i := 0; i < len(s.w); i++ {
		if s.owner[i] >= 0 || s.w[i].is(mark) || !s.w[i].is(capital) {
			continue
		}
		limit := s.limit(i, 12)
		if end, e := s.know.forming.match(s.w, i, limit); end > i && s.free(i, end) {
			if to := s.formed(end, limit); to > end {
				s.takeNamed(s.unitBegin(i, false), to, e)
				i = to - 1
				continue
			}
		}
		end, e := s.know.echelons.match(s.w, i, limit)
		if end == i || !s.free(i, end) || e == "service" || e == "force" && s.word(end, i).is(capital) {
			continue
		}
		if last, wide := s.widenHead(end, limit, e); s.free(i, last) {
			end, e = last, wide
		}
		if from, to, ok := s.namedUnit(i, end, limit); ok {
			to = s.dashed(to)
			s.takeNamed(from, to, e)
			i = to - 1
		}
	}
}

// dashed is the end of a unit's name that ends before word i and may go on with a place behind a hyphen: "Transition Command-
// Afghanistan".
func (s *scan) dashed(i int) int {
	w := s.word(i, i-1)
	if w.text != "-" && w.text != "–" || s.owner[i] >= 0 {
		return i
	}
	if w.is(spaced) { // Joint Operations Command – Iraq
		if _, end, ok := s.stateAt(min(i+1, len(s.w)-1)); ok && s.low(i-1, i) == "command" && s.same(i+1, i) && s.word(end, i).is(mark) {
			return end
		}
		return i
	}
	if next := s.word(i+1, i-1); next.is(capital) && s.owner[i+1] < 0 {
		if _, end, ok := s.stateAt(i + 1); ok {
			return end
		}
		if _, ok := s.place(i+1, i+2); ok || compass[next.low] {
			return i + 2
		}
	}
	return i
}

// namedUnit reads the unit whose word for its size stands at words [i, end).
func (s *scan) namedUnit(i, end, limit int) (from, to int, ok bool) {
	forms := english.Units()
	from, to = s.unitBegin(i, true), end
	numbered := false
	if to < limit && s.owner[to] < 0 && (spelledNumbers[s.w[to].low] && s.w[to].is(capital) || isNumber(s.w[to].text) && len(s.w[to].text) < 4 || s.w[to].is(roman) && !s.w[to].is(starts)) {
		to, numbered = to+1, true
	} else if n := s.bracketNumber(to, limit); n > to {
		to, numbered = n, true
	}
	if from == i {
		return from, to, numbered && forms.Strong[s.w[i].low]
	}
	martial := false
	head := s.w[i].low
	for j := from; j < i; j++ {
		martial = martial || forms.Martial[s.w[j].low] || head == "command" && s.w[j].in(placeAdjective) // Western Mindanao Command
	}
	if stop, t := s.know.heads.match(s.w, i-1, end); t == schema.ArmedGroup && stop == end {
		return from, to, false // Kivu Liberation Army
	}
	plural := len(head) > 1 && head[len(head)-1] == 's' && head != "corps"
	if head == "company" && !numbered || end-i > 1 && s.w[end-1].low == "company" || head == "group" && !numbered && i-from == 1 {
		return from, to, false
	}
	return from, to, !plural && (numbered && (martial || forms.Strong[head]) || forms.Strong[head] || martial || head == "army" || end-i > 1)
}

// bracketNumber reads "(VFA) 27" behind a unit's head.
func (s *scan) bracketNumber(to, limit int) int {
	if to+3 < limit && s.w[to].text == "(" && s.w[to+1].is(allCaps) && s.w[to+2].text == ")" && isNumber(s.w[to+3].text) {
		return to + 4
	}
	return to
}

// unitBegin goes back from the head at word i over the capitalised words of its name. Without wide it takes only words
// of units.
func (s *scan) unitBegin(i int, wide bool) int {
	j := i
	for j > 0 && s.same(j-1, i) && s.owner[j-1] < 0 && i-j < 7 {
		w := &s.w[j-1]
		switch {
		case w.text == "-" && !w.is(spaced) && j > 1 && s.same(j-2, i) && s.w[j-2].is(capital) && s.owner[j-2] < 0:
		case w.is(mark), !w.is(capital) && !w.is(digits), w.in(monthDay), w.is(number):
			return s.unitFirst(j, i)
		case w.in(functionWord) && !spelledOrdinals[w.low], w.in(rankWord|titleWord) && !english.Units().Modifiers[w.low]:
			return s.unitFirst(j, i)
		case s.w[j].is(newline) && s.w[j].is(broken):
			return s.unitFirst(j, i)
		case !wide && !english.Units().Modifiers[w.low]:
			return s.unitFirst(j, i)
		}
		j--
	}
	return s.unitFirst(j, i)
}

// unitFirst drops marks and words that only open a sentence from the begin of a unit's name.
func (s *scan) unitFirst(j, i int) int {
	for j < i && (s.w[j].is(mark) || s.w[j].is(starts) && s.w[j].in(functionWord|plainWord)) {
		j++
	}
	return j
}

// formed is the end of the name behind a forming word that ends at word i: " - East", " 51", " Sinai", " – Operation
// Inherent Resolve".
func (s *scan) formed(i, limit int) int {
	j, dashed := i, false
	if j < limit && (s.w[j].text == "-" || s.w[j].text == "–" || s.w[j].text == "—") {
		j, dashed = j+1, true
	}
	if j >= limit || s.owner[j] >= 0 {
		return i
	}
	if a, b, ok := strings.Cut(strings.ReplaceAll(s.w[j].text, "/", "-"), "-"); isNumber(s.w[j].text) || ok && isNumber(a) && isNumber(b) {
		return j + 1
	}
	if s.w[j].text == "(" {
		if j+2 < limit && s.w[j+2].text == ")" && compass[s.w[j+1].low] {
			return j + 3
		}
		return s.bracketNumber(j, limit) + i - j
	}
	start := j
	for j < limit && s.owner[j] < 0 && s.w[j].is(capital) && !s.w[j].in(functionWord|monthDay) && !(s.w[j].in(rankWord|titleWord) && s.titleBefore(j, limit)) {
		j++
		if compass[s.w[j-1].low] && !(j < limit && s.w[j].low == "of") {
			break
		}
		if j+2 < limit && s.w[j].low == "of" && s.w[j+1].is(capital) && s.w[start].low == "horn" {
			j++
		}
	}
	if j == start || !dashed && j-start > 4 {
		return i
	}
	return j
}

// addOperation adds the operation that a unit's name at words [from, to) holds, as a mention inside it.
func (s *scan) addOperation(from, to int) {
	for j := from + 1; j+1 < to; j++ {
		if s.w[j].text == "Operation" {
			f := found{from: j, to: to, nested: true}
			f.Type, f.Rule = schema.NamedEvent, "find/lead"
			s.add(f)
			return
		}
	}
}

// takeNamed adds the unit at words [from, to), and the operation that its name holds.
func (s *scan) takeNamed(from, to int, echelon string) {
	s.addOperation(from, to)
	u := unit{to: to, echelon: echelon}
	if _, end, ok := s.stateAt(from); ok && end < to {
		u.state = end - from
	}
	s.takeUnit(from, u)
}

// bareOrdinals finds numbered units again where only their number is written: "the 101st". Where the text names two of that
// number, neither can be told.
func (s *scan) bareOrdinals() {
	units := map[string]int{} // number → its unit in found, or -1
	for n := range s.found {
		f := &s.found[n]
		if f.Type != schema.Unit || f.Generic || !s.w[f.from].is(ordinal) || !s.w[f.from].is(digits) || f.to-f.from < 2 {
			continue
		}
		low := s.w[f.from].low
		if k, ok := units[low]; ok && (k < 0 || s.found[k].Name != f.Name) {
			units[low] = -1
			continue
		}
		units[low] = n
	}
	for i := range s.w {
		n, ok := units[s.w[i].low]
		if !ok || n < 0 || s.owner[i] >= 0 || !s.w[i].is(digits) || s.low(i-1, i) != "the" {
			continue
		}
		next := s.word(i+1, i)
		if next.is(capital) || !next.is(mark) && !possessive(next.text) && !next.in(functionWord) && s.know.word(next.text) != "v" && next.low != "commander" {
			continue
		}
		f := found{from: i, to: i + 1, echelon: s.found[n].echelon}
		f.Type, f.Rule, f.Name, f.Key, f.Attributes = schema.Unit, "find/number", s.found[n].Name, s.found[n].Key, s.found[n].Attributes
		s.take(f)
	}
}
