package find

import (
	"skein/graph/schema"
)

// tails finds bodies again where the text calls them by the last words of their names in small letters: "the border police"
// after "Afghan Border Police".
func (s *scan) tails() {
	tails := newPhrases[int]() // words in small letters → the body in found, or -1 where there are two
	for n := range s.found {
		f := &s.found[n]
		if !body(f.Type) || f.Generic || f.last-f.head < 3 || s.w[f.head].is(digits) || s.w[f.head+1].is(mark) || !s.written(f.head, f.last) {
			continue
		}
		tail := s.folded(f.head+1, f.last)
		if k, ok := tails.values[tail]; ok && (k < 0 || s.naming(k) != s.naming(n)) {
			tails.values[tail] = -1
			continue
		}
		tails.add(tail, n)
	}
	for i := range s.w {
		if s.owner[i] >= 0 || s.w[i].is(capital|mark) || !s.afterThe(i) {
			continue
		}
		end, n := tails.match(s.w, i, s.limit(i, 6))
		if end < i+2 || n < 0 || !s.free(i, end) || s.found[n].from > i {
			continue
		}
		like := &s.found[n]
		f := found{from: i, to: end, echelon: like.echelon}
		f.Type, f.Key, f.Name, f.Attributes, f.Rule, f.Confidence = like.Type, like.Key, s.naming(n), like.Attributes, "find/tail", 0.7
		s.take(f)
	}
}

// naming is the name of found mention n.
func (s *scan) naming(n int) string {
	f := &s.found[n]
	if f.Name != "" {
		return f.Name
	}
	return s.text(f.head, f.last)
}

// nicknames takes a name in quotation marks beside a unit for the unit's: the “Grey Herons” of Patrol Squadron 81; 3rd Battalion,
// 12th Marines, “Thundering Third”. It follows the chaining of units.
func (s *scan) nicknames() {
	first, last := map[int]int{}, map[int]int{} // first word of a unit, word behind it → the unit in found
	for n := range s.found {
		if f := &s.found[n]; f.Type == schema.Unit && !f.Generic && !f.nested {
			first[f.from], last[f.to] = n, n
		}
	}
	for i := range s.w {
		if !openQuote(s.w[i].text) || s.w[i].text == "(" {
			continue
		}
		end := i + 1
		for end < i+6 && s.same(end, i) && !s.w[end].is(mark) && (s.w[end].is(capital) || s.w[end].low == "of" || s.w[end].low == "the") {
			end++
		}
		to := end
		if s.word(to, i).text == "," {
			to++
		}
		if end == i+1 || !closeQuote(s.word(to, i).text) {
			continue
		}
		if unit, ok := last[i-1]; ok && s.word(i-1, i).text == "," {
			s.call(i+1, end, s.smallest(unit))
			continue
		}
		at := to + 1
		if s.low(at, i) != "of" {
			continue
		}
		if at++; s.low(at, i) == "the" {
			at++
		}
		if unit, ok := first[at]; ok && s.same(at, i) {
			s.call(i+1, end, unit)
		}
	}
}

// smallest is the first unit of the chain that ends with unit n: the battalion of "3rd Battalion, 12th Marines".
func (s *scan) smallest(n int) int {
	for again := true; again; {
		again = false
		for m := range s.found {
			if s.found[m].Part == n && s.found[m].from < s.found[n].from {
				n, again = m, true
			}
		}
	}
	return n
}

// call makes words [from, to) a name of the unit, if they name nothing that is known.
func (s *scan) call(from, to, unit int) {
	n := s.owner[to-1]
	if n < 0 {
		n = int32(s.take(found{from: from, to: to}))
	}
	f, u := &s.found[n], &s.found[unit]
	if f.Key != "" || f.Type == schema.Unit {
		return
	}
	f.Type, f.Key, f.Name, f.Attributes, f.Part, f.Rule, f.Confidence, f.echelon = u.Type, u.Key, s.naming(unit), u.Attributes, u.Part, "find/nickname", 0.8, u.echelon
}

func closeQuote(s string) bool { return s == "\"" || s == "”" || s == "’" || s == "''" }
