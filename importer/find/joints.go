package find

import "skein/importer/english"

// linked reports whether word j is a small word that holds a name together, and more of the name follows it.
func (s *scan) linked(j, limit int) bool {
	w := &s.w[j]
	if s.owner[j] >= 0 || j+1 >= limit {
		return false
	}
	switch {
	case w.low == "of", w.low == "for" && s.w[j-1].in(headWord):
		return s.runWord(j+1) && !s.w[j+1].in(monthDay) || s.w[j+1].low == "the" && j+2 < limit && s.runWord(j+2)
	case w.low == "the":
		return (s.w[j-1].low == "of" || s.w[j-1].low == "for") && !s.w[j-1].is(capital) && s.runWord(j+1)
	case w.text == "&":
		return s.runWord(j + 1)
	case possessive(w.text):
		return owners[s.w[j-1].low] && s.w[j-1].is(capital) && s.runWord(j+1) // People's Defence Forces
	case w.text == "-" || w.text == "–":
		if at := j + 1; !w.is(spaced) && joint(s.w[at].text) { // Nad-e Ali
			return s.runWord(at+1) || s.low(at+1, j) == "" && s.runWord(at+2)
		}
		return !w.is(spaced) && s.runWord(j+1) && !s.w[j+1].is(spaced)
	case joint(w.text) && s.w[j-1].text == "-" && !w.is(spaced):
		return s.runWord(j+1) || s.low(j+1, j) == "" && s.runWord(j+2)
	case w.in(particleWord) && len(w.text) > 1 || w.text == "y" || w.text == "e":
		if next := s.word(j+1, j); next.in(particleWord) && !next.is(capital) && j+2 < limit && s.runWord(j+2) {
			return true // van der
		}
		return s.runWord(j+1) && !s.w[j-1].in(headWord)
	case w.low == "in":
		return s.runWord(j+1) && !s.w[j+1].in(monthDay) && s.placeWords(j+1) > j+1 && s.fights(j)
	case w.low == "on":
		return onHeads[s.w[j-1].low] && s.runWord(j+1) && s.concern(j+1)
	case w.low == "and":
		return s.runWord(j+1) && s.pendingHead(j) || s.inPortfolio(j)
	case w.text == ",":
		return s.inPortfolio(j)
	}
	return false
}

// owners are nouns that own what a body is named for.
var owners = english.Context("owners")

// joint reports whether a small word stands between hyphens inside names.
func joint(s string) bool { return english.Linker(s) || s == "ye" }

// fights reports whether the words before word j name a movement by what it is for, "Movement for Oneness and Jihad", so that where it is
// for that belongs to the name.
func (s *scan) fights(j int) bool {
	const reach = 8 // words
	for k := j - 1; k > 0 && k > j-reach && s.same(k, j) && !s.w[k].is(mark); k-- {
		switch s.w[k].low {
		case "for":
			return movements[s.w[k-1].low] && s.w[k-1].is(capital)
		case "in":
			return false
		}
	}
	return false
}

var movements = english.Context("movements")

// pendingHead reports whether "and" at word j stands in the "of" or "for" part of an organisation's name: "Ministry of
// Trade and Industry", "Institute for Peace and Justice".
func (s *scan) pendingHead(j int) bool {
	for k := j - 1; k >= 0 && k > j-6 && s.same(k, j); k-- {
		if low := s.w[k].low; (low == "of" || low == "for" || low == "on") && !s.w[k].is(capital) {
			if k == 0 || !andHeads[s.w[k-1].low] {
				return false
			}
			return (s.placeWords(k+1) == k+1 || s.concern(k+1)) && (s.placeWords(j+1) == j+1 || s.concern(j+1))
		}
		if s.w[k].is(mark) && s.w[k].text != "-" {
			return false
		}
	}
	return false
}

// inPortfolio reports whether word j joins what an organisation is for: "Ministry of Agriculture, Fisheries and Rural Development".
func (s *scan) inPortfolio(j int) bool {
	const reach = 16 // words
	for k := j - 1; k > 0 && k > j-reach && s.same(k, j); k-- {
		switch w := &s.w[k]; {
		case w.is(capital), w.text == ",", w.low == "and":
		case w.low == "of" || w.low == "for" || w.low == "on":
			return andHeads[s.w[k-1].low] && s.portfolioEnd(k+1) > j+1
		default:
			return false
		}
	}
	return false
}

// concern reports whether word j says what a body is for: a common word.
func (s *scan) concern(j int) bool {
	w := &s.w[j]
	return ministries[w.low] || portfolios[w.low] || s.know.word(w.text) != ""
}

// portfolioEnd is the end of the list at word i of what an organisation is for, or i where there is no comma in it: capitalised common words,
// the last ones behind "and".
func (s *scan) portfolioEnd(i int) int {
	item := func(j int) int {
		for s.same(j, i) && s.runWord(j) && !s.w[j].in(monthDay|titleWord|rankWord) && s.concern(j) {
			j++
		}
		return j
	}
	commas := 0
	for j := i; ; {
		end := item(j)
		if end == j {
			return i
		}
		j = end
		if s.word(j, i).text == "," {
			commas++
			j++
		}
		if low := s.low(j, i); low == "and" || low == "&" {
			if end = item(j + 1); end > j+1 && commas > 0 && !s.word(end, i).is(capital) {
				return end
			}
			return i
		}
		if j == end {
			return i
		}
	}
}

var (
	andHeads = english.Context("and heads")
	onHeads  = english.Context("on heads")
)
