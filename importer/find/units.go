package find

import (
	"strings"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer/english"
)

// unit is a unit as it is read at one place: words [from, to) name it.
type unit struct {
	to      int
	name    string // normalised; empty: as written
	echelon string
	key     string
	state   int // words before the rest that name its state: "Iraqi", "U.S."
}

// units finds military and police units by how they are written: numbered, lettered, shortened or named for a state.
func (s *scan) units() {
	for i := 0; i < len(s.w); i++ {
		if s.owner[i] >= 0 || s.w[i].is(mark) {
			continue
		}
		u, ok := s.unitAt(i)
		if !ok || !s.free(i, u.to) {
			continue
		}
		s.takeUnit(i, u)
		i = u.to - 1
	}
}

// takeUnit adds the unit at word i, and the state that its name begins with as a mention inside it.
func (s *scan) takeUnit(i int, u unit) {
	if u.name == "" && u.to > i+3 && s.w[u.to-2].low == "public" && s.w[u.to-1].low == "affairs" {
		u.to -= 2 // the office that writes for it
	}
	i, u.echelon = s.forcePart(i, u)
	f := found{from: i, to: u.to, echelon: u.echelon}
	f.Type, f.Rule, f.Name, f.Key = schema.Unit, "find/unit", u.name, u.key
	if f.Name == "" {
		f.Name = s.spelled(i, u.to)
	}
	f.Attributes = attribute("echelon", u.echelon)
	if u.state == 0 && s.w[i].low == "royal" {
		if state, _, ok := s.stateAt(i + 1); ok {
			f.Attributes = append(attribute("country", state.Country), f.Attributes...)
		}
	}
	if u.state > 0 {
		if state, end, ok := s.stateAt(i); ok && end <= i+u.state {
			f.Attributes = append([]graph.Attribute{{Name: "country", Value: state.Country}}, f.Attributes...)
			s.takeState(i, end, state)
		}
	}
	s.take(f)
}

// spelled is the name at words [i, end) with its abbreviations written out: "1st Bn." is 1st Battalion.
func (s *scan) spelled(i, end int) string {
	var b strings.Builder
	for j := i; j < end; j++ {
		w := &s.w[j]
		if j > i && w.is(spaced) {
			b.WriteByte(' ')
		}
		if long, ok := english.Units().Spelled[strings.TrimSuffix(w.text, ".")]; ok && j > i {
			b.WriteString(long)
		} else {
			b.WriteString(w.text)
		}
	}
	return b.String()
}

// forcePart goes back from a numbered unit at word i over the words of a force named after it: "Battle Force 7th Fleet". It
// returns the begin and the echelon of the whole.
func (s *scan) forcePart(i int, u unit) (int, string) {
	if !s.w[i].is(ordinal) {
		return i, u.echelon
	}
	for back := 4; back > 0; back-- {
		if j := i - back; s.same(j, i) && s.free(j, i) && s.w[j].is(capital) {
			if end, e := s.know.forming.match(s.w, j, i); end == i {
				return j, e
			}
		}
	}
	return i, u.echelon
}

// unitAt reads the unit that begins at word i.
func (s *scan) unitAt(i int) (unit, bool) {
	for _, read := range [...]func(*scan, int) (unit, bool){
		(*scan).numberedUnit, (*scan).letteredUnit, (*scan).shortUnit, (*scan).armUnit, (*scan).forceUnit,
	} {
		if u, ok := read(s, i); ok {
			return u, true
		}
	}
	return unit{}, false
}

// numberedUnit reads "37th Infantry Brigade Combat Team", "III Corps", "First Army", "2nd BCT", "82nd Airborne".
func (s *scan) numberedUnit(i int) (unit, bool) {
	w := &s.w[i]
	if w.low == "no" || w.low == "no." {
		return s.countedUnit(i)
	}
	if !w.is(ordinal) && !w.is(roman) && !(w.is(capital) && spelledOrdinals[w.low]) {
		return unit{}, false
	}
	limit := s.limit(i, 10)
	forms := english.Units()
	if e, ok := forms.Letters[s.word(i+1, i).text]; ok && w.is(ordinal|roman) && i+1 < limit {
		return unit{to: i + 2, echelon: e}, true
	}
	if next := s.word(i+1, i); w.is(ordinal) && w.is(digits) && next.is(allCaps) && !next.is(digits) && len(next.text) > 2 && len(next.text) < 6 && i+1 < limit {
		for last, e := range forms.Endings {
			if strings.HasSuffix(next.text, last) {
				return unit{to: i + 2, echelon: e}, true // 1st CTCS
			}
		}
	}
	last, bare, echelon, plainHead := 0, 0, "", true
	for j := i + 1; j < limit; j++ {
		x := &s.w[j]
		if x.text == "(" && bare == j && j+3 < limit && s.w[j+1].is(capital) && s.w[j+2].text == ")" {
			if e, n := s.echelonAt(j+3, limit); n > 0 { // 6th Infantry (Kampilan) Division
				last, echelon = j+3+n, e
				break
			}
		}
		if x.is(mark) && !s.joins(j) {
			break
		}
		if e, n := s.echelonAt(j, limit); n > 0 {
			plainHead = plainHead && j == i+1
			last, echelon = j+n, e
			j += n - 1
			continue
		}
		low := strings.TrimSuffix(x.low, "s")
		if forms.Bare[x.low] && x.is(capital) {
			bare = j + 1
		}
		modifier := forms.Modifiers[x.low] || forms.Modifiers[low] || forms.Arms[x.text] != "" || x.low == "and" && j > i+1 || x.is(mark)
		if !modifier && !(x.is(capital) && !x.in(monthDay|rankWord|titleWord|headWord) && !w.is(starts)) {
			break
		}
		if !x.is(capital) && !x.is(mark) && !modifier {
			break
		}
	}
	switch {
	case last > 0:
		last, echelon = s.widenHead(last, limit, echelon)
		if !s.unitLike(i, last, echelon, plainHead) {
			return unit{}, false
		}
		return unit{to: s.suffix(last, limit), echelon: echelon}, true
	case bare > 0 && w.is(ordinal):
		return unit{to: bare, echelon: bareEchelon(s.w[bare-1].low)}, true
	}
	return unit{}, false
}

// countedUnit reads "No. 11 Squadron", as Commonwealth forces write it.
func (s *scan) countedUnit(i int) (unit, bool) {
	limit := s.limit(i, 6)
	j := i + 1
	if j < limit && s.w[j].text == "." {
		j++
	}
	if j >= limit || !s.w[i].is(capital) || !isNumber(s.w[j].text) {
		return unit{}, false
	}
	for k := j + 1; k < limit && s.w[k].is(capital); k++ {
		if e, n := s.echelonAt(k, limit); n > 0 {
			return unit{to: k + n, echelon: e}, true
		}
	}
	return unit{}, false
}

// bareEchelon is what a numbered name is that ends with its arm: the 82nd Airborne is a division, the 5th Marines a
// regiment.
func bareEchelon(arm string) string {
	if arm == "airborne" || arm == "armored" || arm == "mountain" {
		return "division"
	}
	return "regiment"
}

// unitLike rejects numbered names that only look like units: "1st Division match", "3rd District", "2nd Group".
func (s *scan) unitLike(i, end int, echelon string, plain bool) bool {
	upper := 0
	for j := i + 1; j < end; j++ {
		if s.w[j].is(capital) {
			upper++
		}
	}
	switch echelon {
	case "section", "group", "service", "force", "team", "detachment", "command", "district":
		return !plain && upper > 0
	}
	if upper > 0 {
		return true
	}
	return !plain && s.w[i].is(ordinal) && s.w[i].is(digits) || english.Units().Strong[s.w[end-1].low] && s.w[i].is(ordinal) && s.w[i].is(digits)
}

// joins reports whether word j is a hyphen or slash between two words of a name: "Air-Ground", "Red-Horse".
func (s *scan) joins(j int) bool {
	w := &s.w[j]
	return (w.text == "-" || w.text == "/" || w.text == "&") && s.same(j+1, j) && !s.word(j+1, j).is(mark)
}

// echelonAt reads the word for the size of a unit at word j, and how many words it takes.
func (s *scan) echelonAt(j, limit int) (string, int) {
	end, e := s.know.echelons.match(s.w, j, limit)
	if end > j && e == "corps" && s.low(end, j) == "of" {
		return "", 0
	}
	return e, end - j
}

// widenHead goes on over heads that follow a head: "Brigade Combat Team", "Division Artillery", "Division Sustainment
// Brigade".
func (s *scan) widenHead(last, limit int, echelon string) (int, string) {
	for j := last; j < limit && s.w[j].is(capital); j++ {
		if e, n := s.echelonAt(j, limit); n > 0 {
			last, echelon = j+n, e
			j += n - 1
			continue
		}
		if !english.Units().Modifiers[s.w[j].low] {
			break
		}
	}
	if last+1 < limit && s.w[last].low == "combat" && s.w[last+1].low == "team" {
		last += 2
	}
	return last, echelon
}

// suffix goes on over a bracket that belongs to the name: "(Airborne)", "(Air Assault)".
func (s *scan) suffix(last, limit int) int {
	if last >= limit || s.w[last].text != "(" {
		return last
	}
	for j := last + 1; j < min(limit, last+4); j++ {
		if s.w[j].text == ")" {
			if j > last+1 {
				return j + 1
			}
			return last
		}
		if !english.Units().Modifiers[s.w[j].low] || s.w[j].is(allCaps) {
			return last
		}
	}
	return last
}

// letteredUnit reads "Company B", "Bravo Company", "B Battery", "Headquarters and Headquarters Company", "HHC".
func (s *scan) letteredUnit(i int) (unit, bool) {
	w, next := &s.w[i], s.word(i+1, i)
	if !w.is(capital) {
		return unit{}, false
	}
	if w.low == "hhc" || w.low == "hhb" || w.low == "hht" {
		return unit{to: i + 1, echelon: "company"}, true
	}
	if e, ok := companyWords[w.low]; ok && (callSign[next.low] && next.is(capital) || len(next.text) == 1 && next.is(capital)) {
		return unit{to: i + 2, echelon: e}, true
	}
	letter := len(w.text) == 1 && w.text != "I" && (w.text != "A" || !w.is(starts) || next.is(dotted) || s.word(i+2, i).text == "," && s.word(i+3, i).is(ordinal))
	if e, ok := companyWords[next.low]; ok && next.is(capital) && (callSign[w.low] || letter) {
		return unit{to: i + 2, echelon: e}, true
	}
	if w.low == "headquarters" && next.low == "and" && s.low(i+2, i) == "headquarters" {
		if e, n := s.echelonAt(i+3, s.limit(i, 6)); n > 0 {
			return unit{to: i + 3 + n, echelon: e}, true
		}
	}
	return unit{}, false
}

// shortUnit reads "VMFA-232", "CVW 5", "TF 51", "MAG-49", "RC-East".
func (s *scan) shortUnit(i int) (unit, bool) {
	w := &s.w[i]
	forms := english.Units()
	if letters, n, ok := strings.Cut(w.text, "-"); ok && w.is(capital) {
		if e, ok := forms.Prefixes[letters]; ok && (isNumber(n) || letters == "RC") {
			return unit{to: i + 1, echelon: e}, true
		}
	}
	e, ok := forms.Prefixes[w.text]
	if !ok {
		return unit{}, false
	}
	at := i + 1
	if s.word(at, i).text == "-" {
		at++
	}
	next := s.word(at, i)
	switch {
	case w.text == "RC" && compass[next.low] && next.is(capital), isNumber(next.text):
		return unit{to: at + 1, echelon: e}, true
	case next.is(capital) && e == "task_force" && !next.in(titleWord|rankWord|monthDay) && w.text != "ATF" && w.text != "TU" && w.text != "TG":
		if end := s.formed(at, s.limit(i, 5)); end > at {
			return unit{to: end, echelon: e}, true // TF White Eagle
		}
		return unit{to: at + 1, echelon: e}, true
	}
	return unit{}, false
}

// isNumber reports whether s is digits with a letter behind them at most: 232, 51, 5.1, 3A.
func isNumber(s string) bool {
	n := 0
	for n < len(s) && ('0' <= s[n] && s[n] <= '9' || n > 0 && s[n] == '.') {
		n++
	}
	return n > 0 && n < 7 && len(s)-n <= 1
}

// armUnit reads "5-4 ADA", "1-125 IN", "2nd Bn., 5th Marines" written "2/5 Marines".
func (s *scan) armUnit(i int) (unit, bool) {
	w := &s.w[i]
	sep := strings.IndexAny(w.text, "-/")
	at := i + 1
	if sep < 0 && w.is(number) && (s.word(i+1, i).text == "-" || s.word(i+1, i).text == "/") && !s.word(i+1, i).is(spaced) {
		at = i + 3
	} else if sep < 1 || !isNumber(w.text[:sep]) || !isNumber(strings.TrimRight(w.text[sep+1:], "thsndr")) {
		return unit{}, false
	}
	arm := s.word(at, i)
	forms := english.Units()
	_, short := forms.Arms[arm.text]
	echelon := "battalion"
	if e := forms.Letters[arm.text]; e != "" {
		short, echelon = true, e // 2/34 IBCT
	}
	general := arm.is(capital) && arm.low == "general" && s.low(at+1, i) == "support"
	if !short && !general && !(arm.is(capital) && (forms.Bare[arm.low] || forms.Modifiers[arm.low])) {
		return unit{}, false
	}
	end := at + 1
	for limit := s.limit(i, 7); end < limit && s.w[end].is(capital) && (forms.Modifiers[s.w[end].low] || forms.Heads[s.w[end].low] != ""); {
		if e := forms.Heads[s.w[end].low]; e != "" {
			echelon = e
		}
		end++
	}
	return unit{to: end, echelon: echelon}, true
}
