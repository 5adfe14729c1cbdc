package find

import (
	"strings"

	"skein/graph/schema"
)

// openEnd is the end of a name of unknown sort at word i: it stops before a title, a state, and where "of" joins a
// person to a place.
func (s *scan) openEnd(i, end int) int {
	for j := i + 1; j < end; j++ {
		w := &s.w[j]
		if w.in(rankWord|titleWord) && s.titleBefore(j, end) {
			return s.trimRun(i, j)
		}
		if w.in(occupationWord) && j == end-1 {
			if e, ok := s.place(i, j); ok && e.Type == schema.Region {
				return j // "a Virginia Democrat"
			}
		}
		if suffixWords[w.low] && j > i+1 && (w.is(roman) || w.low == "jr" || w.low == "sr") {
			return j + 1
		}
		if w.low == "of" && j == i+2 && j+1 < end && s.know.word(s.w[i].text) == "" && s.know.word(s.w[i+1].text) == "" && !s.w[i+1].in(headWord) {
			if e, ok := s.place(j+1, j+2); ok && e.Type == schema.City {
				return j // Ann Rowe of Wichita
			}
			if at := j + 1; s.low(at, j) == "the" || at < end && s.knownAt(at, end) > at {
				return j // Ulvar Brandt of the Kuomintang
			}
		}
		if w.low == "of" && j > i+2 && !s.w[j-1].in(headWord) && j+1 < end && s.w[j-1].low != "s" && !strings.HasSuffix(s.w[j-1].low, "s") && !s.cause(j-1) {
			if _, to, ok := s.stateAt(j + 1); ok && to == end {
				return j // Ulvar Aerospace of Norway
			}
		}
		if (w.low == "of" || w.low == "for") && (s.know.gaz.Surname(s.w[j-1].text) || s.know.gaz.GivenName(s.w[i].text)) {
			return j
		}
	}
	return s.trimRun(i, end)
}

// trimRun drops small words from the end of a piece.
func (s *scan) trimRun(i, j int) int {
	for j > i+1 && (!s.w[j-1].is(capital) || s.w[j-1].is(mark)) && !s.w[j-1].is(digits) {
		j--
	}
	return j
}
