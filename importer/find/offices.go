package find

import (
	"strings"

	"skein/graph/schema"
)

// office reads "the Iraqi prime minister's office", "the office of President X" (the person is found inside).
func (s *scan) office(i int) int {
	w := &s.w[i]
	if w.low != "office" {
		return i
	}
	if s.low(i+1, i) == "of" {
		return s.officeOfPost(i)
	}
	if possessive(s.word(i-1, i).text) && s.titleBack(i-1) < i-1 {
		from := s.titleBack(i - 1)
		for from > 0 && s.same(from-1, i) && s.w[from-1].in(titleWord) && s.owner[from-1] < 0 {
			from--
		}
		e, at, ok := s.stateBefore(from)
		f := found{from: from, to: i + 1}
		f.Type, f.Rule, f.Confidence = schema.Organization, "find/office", 0.8
		if ok {
			if _, stop, ok := s.stateAt(at); ok {
				s.takeState(at, stop, e)
			}
			f.from, f.head, f.last, f.Attributes = at, at, i+1, attribute("country", e.Country)
			f.Key = key(schema.Organization, e.Name+" "+strings.ToLower(strings.TrimSpace(s.text(from, i-1)))+"'s office")
		}
		s.take(f)
		return i + 1
	}
	return i
}

// officeOfPost reads "the office of Israel's prime minister" at word i.
func (s *scan) officeOfPost(i int) int {
	e, at, ok := s.stateAt(min(i+2, len(s.w)-1))
	if !ok || !s.same(at, i) {
		return i
	}
	if possessive(s.w[at].text) {
		at++
	}
	end, l := s.know.titles.match(s.w, at, s.limit(i, 12))
	if end == at || l == rankWord || !s.same(end-1, i) || !s.free(i, end) || s.word(end, i).is(capital) {
		return i
	}
	_, stop, _ := s.stateAt(i + 2)
	s.takeState(i+2, stop, e)
	f := found{from: i, to: end}
	f.Type, f.Rule, f.Confidence = schema.Organization, "find/office", 0.8
	f.Attributes = attribute("country", e.Country)
	f.Key = key(schema.Organization, e.Name+" "+strings.ToLower(s.text(at, end))+"'s office")
	s.take(f)
	return end
}

// titleBack is the begin of the title that ends before word i, or i.
func (s *scan) titleBack(i int) int {
	for back := 3; back > 0; back-- {
		if j := i - back; s.same(j, i-1) && s.free(j, i) {
			if end, l := s.know.titles.match(s.w, j, i); end == i && l != rankWord {
				return j
			}
		}
	}
	return i
}

// officeOf reads "the office of Iraqi Prime Minister X": the whole names an organisation; state and person are mentions
// inside it.
func (s *scan) officesOf() {
	for n := range s.found {
		f := &s.found[n]
		if f.Type != schema.Person || f.Rule != "find/title" || f.head == f.from {
			continue
		}
		at := f.from
		for at > 0 && s.same(at-1, f.from) && (s.w[at-1].is(capital) || s.owner[at-1] >= 0) && f.from-at < 4 && !s.w[at-1].is(mark) {
			at--
		}
		if s.low(at-1, at) == "the" {
			at--
		}
		if s.low(at-1, at) != "of" || s.low(at-2, at) != "office" || s.owner[at-2] >= 0 {
			continue
		}
		o := found{from: at - 2, to: f.to, nested: true}
		o.Type, o.Rule, o.Confidence = schema.Organization, "find/office", 0.8
		o.Key = key(schema.Organization, "office of "+s.text(f.head, f.last))
		s.owner[at-2] = int32(len(s.found))
		s.add(o)
	}
}
