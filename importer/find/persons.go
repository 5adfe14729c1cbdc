package find

import (
	"strings"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer/english"
)

// persons finds people who are named behind a title, rank or trade: "Col. James W. Adams", "spokesman Omar Haddad".
func (s *scan) persons() {
	for i := 0; i < len(s.w); i++ {
		if s.owner[i] >= 0 || !s.titleBegins(i) {
			continue
		}
		if s.w[i].is(mark) || i > 0 && s.same(i-1, i) && s.w[i-1].in(titleWord|rankWord) && s.w[i-1].is(capital) && s.w[i].is(capital) && s.owner[i-1] < 0 && s.titleEnd(i-1) > i {
			continue
		}
		if end := s.titled(i); end > i {
			i = end - 1
		}
	}
}

// titleBegins reports whether a title, rank or trade may begin at word i.
func (s *scan) titleBegins(i int) bool {
	w := &s.w[i]
	if w.in(titleWord | rankWord | occupationWord) {
		return true
	}
	if !w.is(capital) {
		return false
	}
	end, _ := s.know.titles.match(s.w, i, s.limit(i, 4))
	return end > i || s.rating(i) > i
}

// rating is the word behind a sailor's rating at word i: "Aviation Machinist's Mate 3rd Class". Where there is none it is i.
func (s *scan) rating(i int) int {
	limit := s.limit(i, 8)
	for j := i; j+1 < limit && s.owner[j] < 0 && !s.w[i].in(functionWord); j++ {
		w := &s.w[j]
		if j > i && (w.is(ordinal) || spelledOrdinals[w.low]) && s.w[j+1].text == "Class" {
			return j + 2
		}
		if !w.is(capital) && !possessive(w.text) {
			break
		}
	}
	return i
}

// titled takes the person whose titles begin at word i, and returns the word behind the name, or i.
func (s *scan) titled(i int) int {
	name := s.titleEnd(i)
	if name == i || name == i+1 && (s.w[i].is(ordinal) || spelledOrdinals[s.w[i].low]) {
		return i
	}
	if s.w[i].is(capital | ordinal) {
		if post := s.portfolio(name); post > name {
			name = s.titleEnd(post) // Chief of Naval Operations Adm.
		}
	}
	end := s.personName(name, true)
	if end == name || s.calls(name, end) || name == i+1 && end == name+1 && s.insideName(i) {
		return i
	}
	if to, _ := s.know.noName.match(s.w, name, end); to == end || end == name+1 && s.w[name].low == "command" {
		return i
	}
	if !s.w[i].is(capital|ordinal) && !s.personLike(name, end) {
		return i
	}
	if e, ok := s.place(i, end); ok && name == i+1 && e.Type == schema.City {
		return i // St. Louis
	}
	f := found{from: s.postBegin(i), to: end, head: name, last: end}
	if !s.w[i].is(capital | ordinal) {
		f.from = name
	}
	f.Type, f.Rule, f.Confidence = schema.Person, "find/title", 0.95
	f.Attributes = append(attribute("title", s.text(min(f.from, i), name)), s.gender(i, end)...)
	s.take(f)
	return end
}

// postBegin goes back from the minister at word i over what the post is for: "External Affairs Minister".
func (s *scan) postBegin(i int) int {
	if w := &s.w[i]; w.low != "minister" || !w.is(capital) {
		return i
	}
	from := i
	for j := i - 1; j >= 0 && j > i-5 && s.same(j, i) && s.owner[j] < 0; j-- {
		w := &s.w[j]
		switch {
		case w.low == "and" && j+1 == from:
		case w.is(capital) && !w.is(mark|allCaps) && !w.in(functionWord|titleWord|rankWord) && s.know.word(w.text) != "":
			if _, _, state := s.stateAt(j); state {
				return from
			}
			from = j
		default:
			return from
		}
	}
	return from
}

// insideName reports whether the title at word i stands in a name of another language: "Estado Mayor Central".
func (s *scan) insideName(i int) bool {
	prev := s.word(i-1, i)
	if !prev.is(capital) || s.w[i].is(dotted) || prev.is(allCaps|starts) || prev.lists != 0 || s.owner[i-1] >= 0 || s.know.word(prev.text) != "" || s.know.gaz.GivenName(s.w[i+1].text) {
		return false
	}
	_, _, state := s.stateAt(i - 1)
	_, placed := s.place(i-1, i)
	return !state && !placed && s.knownAt(i-1, i) == i-1
}

// calls reports whether the person named at words [i, end) only gives its name to a thing: "Father Duenas Memorial School",
// "Prince Sultan Air Base", and whether it is no person but a unit: "Officer Training Corps".
func (s *scan) calls(i, end int) bool {
	if end-i > 1 && english.Units().Heads[s.w[end-1].low] != "" {
		return true
	}
	for j := end; s.same(j, i) && s.runWord(j) && j < end+4; j++ {
		if s.w[j].in(headWord) && !s.w[j].in(titleWord|rankWord) {
			return true
		}
	}
	return false
}

// titleEnd reads titles, ranks and trades from word i and returns the word behind them, or i.
func (s *scan) titleEnd(i int) int {
	limit := s.limit(i, 14)
	j := i
	if s.w[i].is(capital | ordinal) {
		j = s.rating(i)
	}
	for j < limit {
		w := &s.w[j]
		if s.owner[j] >= 0 || !w.is(capital) && !w.is(ordinal) && j > i && s.w[i].is(capital|ordinal) {
			break
		}
		end, _ := s.know.titles.match(s.w, j, limit)
		if end == j && w.is(capital) && titleModifier[w.low] {
			if next, _ := s.know.titles.match(s.w, j+1, limit); next > j+1 {
				end = next
			}
		}
		if end == j {
			break
		}
		j = end
		if !s.w[i].is(capital | ordinal) {
			break
		}
		if s.word(j, i).text == "(" && (s.low(j+1, i) == "ret" || s.low(j+1, i) == "select" || s.low(j+1, i) == "r") && s.word(j+2, i).text == ")" {
			j += 3
		}
	}
	return min(j, limit)
}

var titleModifier = english.Context("title modifier")

// portfolio goes on over what a post is for: "of Defense", "for the Middle East", "to Australia". Where it and the name
// run into one another, the name begins at the first given name.
func (s *scan) portfolio(i int) int {
	limit := s.limit(i-1, 14)
	if i >= limit || !portfolioWords[s.w[i].low] {
		return i
	}
	j := i + 1
	for j < limit {
		w := &s.w[j]
		switch {
		case w.is(capital) && s.owner[j] < 0:
			if j > i+1 && (s.nameBegins(j, limit) || portfolios[s.w[j-1].low] && !portfolios[w.low] && !w.in(headWord|titleWord|rankWord) && s.personName(j, true) > j+1) {
				return j
			}
		case (w.low == "the" || w.low == "and" || portfolioWords[w.low]) && s.word(j+1, i).is(capital):
		case s.owner[j] >= 0 && j > i:
		default:
			return i
		}
		j++
	}
	return i
}

// portfolios are words that end what a minister is for.
var portfolios = english.Context("portfolios")

var portfolioWords = english.Context("portfolio words")

// nameBegins reports whether a person's name begins at word j of a run of capitalised words: a title, or a given name
// with more behind it that is no word of posts.
func (s *scan) nameBegins(j, limit int) bool {
	w := &s.w[j]
	if w.in(rankWord|titleWord) && !s.w[j-1].is(capital) {
		return false
	}
	if w.in(rankWord | titleWord) {
		return true
	}
	if j+1 >= limit || !s.w[j+1].is(capital) || s.w[j+1].in(headWord|titleWord) || s.owner[j+1] >= 0 {
		return false
	}
	if w.in(headWord) || s.placeWords(j) > j {
		return false
	}
	return s.know.gaz.GivenName(w.text) || w.is(initial) || s.know.gaz.Surname(s.w[j+1].text) && s.personName(j, true) == j+2
}

// placeWords is the end of the place or known name at word j, or j.
func (s *scan) placeWords(j int) int {
	limit := s.limit(j, 6)
	if end, k := s.know.known.match(s.w, j, limit); end > j && s.writtenAs(j, end, k.form) {
		return end
	}
	if _, end, ok := s.stateAt(j); ok {
		return end
	}
	return j
}

// personName reads a person's name at word i and returns the word behind it, or i: capitalised words with initials,
// particles ("bin", "van der"), and endings ("Jr.", "III"). Behind a title one word is enough.
func (s *scan) personName(i int, titled bool) int {
	limit := s.limit(max(i-1, 0), 9)
	if i >= limit || !s.same(i, max(i-1, 0)) {
		return i
	}
	j, words := i, 0
	for j < limit && s.owner[j] < 0 {
		w := &s.w[j]
		switch {
		case words > 0 && (w.in(particleWord) && !w.is(capital) || w.is(mark) && w.text == "-") && s.namePart(j+1, limit):
			if w.text == "-" && w.is(spaced) {
				return j
			}
		case words > 0 && suffixWords[w.low] && (w.is(capital) || w.is(roman)):
			return j + 1
		case words > 0 && w.text == "," && suffixWords[s.low(j+1, j)] && s.word(j+1, j).is(capital):
			return j + 2
		case words > 0 && openQuote(w.text) && s.nickEnd(j, limit) > j:
			j = s.nickEnd(j, limit)
			continue
		case s.namePart(j, limit) || words == 0 && w.in(particleWord) && w.is(capital):
			if words > 0 && w.is(newline) && s.w[j-1].is(allCaps) != w.is(allCaps) {
				return j
			}
			words++
		default:
			return s.trimName(i, j)
		}
		j++
	}
	return s.trimName(i, j)
}

// trimName drops a head of a name or a particle that a person's name cannot end with.
func (s *scan) trimName(i, j int) int {
	for j > i && (s.w[j-1].is(mark) || s.w[j-1].in(particleWord) && !s.w[j-1].is(capital)) {
		j--
	}
	return j
}

// namePart reports whether word j can be part of a person's name.
func (s *scan) namePart(j, limit int) bool {
	if j >= limit || s.owner[j] >= 0 {
		return false
	}
	w := &s.w[j]
	if w.is(initial) {
		return true
	}
	if next := s.word(j+1, j); w.in(monthDay) && !w.is(dotted) && w.is(capital) && s.know.gaz.GivenName(w.text) && next.is(capital) && !next.in(monthDay) {
		return true // Jan Egeland
	}
	if s.honoured(j) {
		return true
	}
	if !w.is(capital) || w.is(digits) || w.in(rankWord|titleWord|functionWord|monthDay) && !s.surnameBehind(j) {
		return false
	}
	if w.is(allCaps) && !s.w[j].is(newline) && j > 0 && !s.w[j-1].is(allCaps) && !s.w[j-1].is(mark) && len(w.text) > 2 && !s.w[j-1].in(titleWord|rankWord) {
		return false
	}
	if first, _, ok := strings.Cut(w.low, " "); ok && s.know.lists[first]&(titleWord|rankWord|occupationWord) != 0 {
		return false // Commander-Strategy
	}
	return !w.in(headWord) || !s.organised(j, limit)
}

// honoured reports whether word j, though a day or the head of a name as well, is a surname that opens the name behind a title: "Premier Sun
// Ming", "Mr. Sun".
func (s *scan) honoured(j int) bool {
	w, prev := &s.w[j], s.word(j-1, j)
	return w.in(headWord|monthDay) && w.is(capital) && !w.is(dotted) && prev.in(titleWord|rankWord) && s.know.gaz.Surname(w.text) && !s.know.gaz.GivenName(w.text) &&
		!s.word(j+1, j).is(number)
}

// surnameBehind reports whether word j, though a title or month as well, ends a name: "Theresa May", "Andrew Marshall".
func (s *scan) surnameBehind(j int) bool {
	return j > 0 && s.same(j-1, j) && (s.know.gaz.GivenName(s.w[j-1].text) || s.know.gaz.Surname(s.w[j].text) && s.w[j-1].is(capital) && !s.w[j-1].in(titleWord|rankWord)) && !s.word(j+1, j).is(capital) && !s.word(j+1, j).is(number) && !s.w[j].is(dotted)
}

// organised reports whether the head word j makes an organisation of the words before it, so that they are no person.
func (s *scan) organised(j, limit int) bool {
	end, t := s.know.heads.match(s.w, j, limit)
	switch t {
	case schema.Feature, schema.City, schema.Facility:
		return end < limit && s.w[end].is(capital) && !suffixWords[s.w[end].low]
	}
	return true
}

// suffixWords end names of persons.
var suffixWords = english.Context("suffix words")

func openQuote(s string) bool { return s == "\"" || s == "“" || s == "‘" || s == "(" }

// nickEnd is the word behind a quoted nickname at word j, or j.
func (s *scan) nickEnd(j, limit int) int {
	for k := j + 1; k < min(j+4, limit); k++ {
		t := s.w[k].text
		if t == "\"" || t == "”" || t == "’" || t == ")" {
			if k > j+1 && k+1 < limit && s.w[k+1].is(capital) && t != ")" {
				return k + 1
			}
			return j
		}
		if !s.w[k].is(capital) {
			return j
		}
	}
	return j
}

// personLike reports whether words [i, j), found behind a trade only, can be a person and not the body the person
// works for.
func (s *scan) personLike(i, j int) bool {
	if s.placeWords(i) > i {
		return false
	}
	first := &s.w[i]
	if j-i == 1 {
		return !first.is(allCaps) && !first.is(mixed) || s.know.gaz.Surname(first.text)
	}
	if first.is(allCaps) && !first.is(initial) {
		return false
	}
	return true
}

// gender is what titles and given names say of a person.
func (s *scan) gender(i, end int) []graph.Attribute {
	for j := i; j < end; j++ {
		switch {
		case s.w[j].in(femaleWord):
			return attribute("gender", "female")
		case s.w[j].in(maleWord) && j+1 < end:
			return attribute("gender", "male")
		}
	}
	return nil
}

// writtenAs reports whether words [i, j) have the capitals that the listed form has: all in capitals, or a capital
// wherever the form has one.
func (s *scan) writtenAs(i, j int, form string) bool {
	text := s.d.Read(s.span(i, j))
	if strings.ToUpper(text) == text && (len(form) > 5 || strings.ToUpper(form) == form) {
		return true
	}
	if strings.ToUpper(form) == form {
		return text == form || strings.ReplaceAll(text, ".", "") == strings.ReplaceAll(form, ".", "")
	}
	words := strings.Fields(form)
	got := strings.Fields(text)
	if len(words) > len(got) {
		words = words[len(words)-len(got):]
	}
	for k := range got {
		if k < len(words) && hasCapital(words[k]) && !hasCapital(got[k]) {
			return false
		}
	}
	return true
}

func hasCapital(s string) bool { return strings.ToLower(s) != s }
