package when

import (
	"slices"
	"strings"

	"skein/importer/english"
)

// parser reads expressions of time out of the lexemes of one sentence.
type parser struct {
	lex    []lexeme
	ref    moment // the day the article was written, as far as known
	year   int    // the year the sentence is about, or 0
	day    moment // the day that the text last spoke of, or zero
	told   moment // the time that the text last told something of, or zero
	here   bool   // told is of this sentence
	reject func(begin, end int, reason string)
	verb   func(token int) bool // the tagger takes the token for a verb or auxiliary
	noun   func(token int) bool // the tagger takes the token for a common noun
	lemma  func(token int) string
}

func (p *parser) at(i int) lexeme {
	if i < 0 || i >= len(p.lex) {
		return lexeme{}
	}
	return p.lex[i]
}

func (p *parser) is(i int, lower ...string) bool {
	return i >= 0 && i < len(p.lex) && slices.Contains(lower, p.lex[i].lower)
}

// cal is the number of the calendar word at i if it is of the sort.
func (p *parser) cal(i int, sort english.CalendarSort) (int, bool) {
	c := p.at(i).cal
	return c.N, c.Sort == sort
}

// year reads a year of four digits at i.
func (p *parser) yearAt(i int) (int, bool) {
	l := p.at(i)
	return l.n, l.sort == number && l.digits == 4 && l.n >= 1500 && l.n < 2100
}

// dayAt reads a day of a month at i: "18", "18th". n is how many lexemes it takes.
func (p *parser) dayAt(i int) (day, n int) {
	l := p.at(i)
	if l.sort != number || l.digits > 2 || l.n < 1 || l.n > 31 {
		return 0, 0
	}
	if p.is(i+1, "st", "nd", "rd", "th") && p.at(i+1).glued {
		return l.n, 2
	}
	if next := p.at(i + 1); next.glued && (next.sort == word || next.lower == "%" || next.lower == ":" || next.lower == "$") {
		return 0, 0 // "12km", "10:30"
	}
	if p.is(i+1, ".", ",") && p.at(i+1).glued && p.at(i+2).glued && p.at(i+2).sort == number {
		return 0, 0 // "1.5", "10,000"
	}
	return l.n, 1
}

// monthAt reads the name of a month at i, with the dot of its abbreviation.
func (p *parser) monthAt(i int) (month, n int) {
	l := p.at(i)
	m, ok := p.cal(i, english.CalMonth)
	if !ok || !l.cap {
		return 0, 0
	}
	if p.is(i+1, ".") && p.at(i+1).glued && abbreviated(l.lower) {
		return m, 2
	}
	return m, 1
}

// abbreviated reports whether the name of a month is a short form, which may take a dot.
func abbreviated(month string) bool {
	return len(month) <= 4 && month != "may" && month != "june" && month != "july"
}

// absolute reads a date that stands for itself: it may lack the year.
func (p *parser) absolute(i int) (moment, int) {
	for _, f := range []func(int) (moment, int){p.iso, p.dtg, p.numeric, p.monthFirst, p.dayFirst, p.seasonOf, p.decade, p.feast} {
		if m, n := f(i); n > 0 {
			return m, n
		}
	}
	return moment{}, 0
}

// iso reads "2024-01-10" and "2024/01/10".
func (p *parser) iso(i int) (moment, int) {
	y, ok := p.yearAt(i)
	if !ok || !p.is(i+1, "-", "/") || p.at(i+3).lower != p.at(i+1).lower {
		return moment{}, 0
	}
	for k := i + 1; k < i+5; k++ {
		if !p.at(k).glued {
			return moment{}, 0
		}
	}
	a, b := p.at(i+2), p.at(i+4)
	m := moment{year: y, month: a.n, day: b.n}
	if a.sort != number || b.sort != number || a.digits > 2 || b.digits > 2 || a.n < 1 || b.n < 1 || !m.valid() {
		return moment{}, 0
	}
	n := 5
	for l := p.at(i + n); l.glued && (l.sort != mark || l.lower == ":") && n < 12; l = p.at(i + n) {
		n++ // the time of day: "T10:30:00Z"
	}
	return m, n
}

// dtg reads a date-time group: "121530Z MAR 17".
func (p *parser) dtg(i int) (moment, int) {
	l, z := p.at(i), p.at(i+1)
	if l.sort != number || l.digits != 6 || z.sort != word || !z.glued || z.End-z.Begin != 1 {
		return moment{}, 0
	}
	month, n := p.monthAt(i + 2)
	y := p.at(i + 2 + n)
	if n == 0 || y.sort != number || y.digits != 2 && y.digits != 4 {
		return moment{}, 0
	}
	m := moment{year: y.n, month: month, day: l.n / 10000}
	if y.digits == 2 {
		m.year += 2000
	}
	hour, minute := l.n/100%100, l.n%100
	if m.day == 0 || hour > 23 || minute > 59 || !m.valid() {
		return moment{}, 0
	}
	if z.lower == "z" { // other letters are other zones
		m.clock = clock(hour, minute)
	}
	return m, 3 + n
}

func clock(hour, minute int) string {
	two := func(n int) string { return string([]byte{byte('0' + n/10), byte('0' + n%10)}) }
	return "T" + two(hour) + ":" + two(minute) + ":00Z"
}

// numeric reads "18/6/2015", "6/18/2015" and "18.6.2015"; it refuses what may be either.
func (p *parser) numeric(i int) (moment, int) {
	a, b, sep := p.at(i), p.at(i+2), p.at(i+1).lower
	y, ok := p.yearAt(i + 4)
	if !ok || sep != "/" && sep != "." && sep != "-" || p.at(i+3).lower != sep || p.at(i-1).lower == "/" && p.at(i).glued {
		return moment{}, 0
	}
	if a.sort != number || b.sort != number || a.digits > 2 || b.digits > 2 || a.n < 1 || b.n < 1 {
		return moment{}, 0
	}
	for k := i + 1; k < i+5; k++ {
		if !p.at(k).glued {
			return moment{}, 0
		}
	}
	day, month := a.n, b.n
	switch {
	case sep == "." || a.n > 12:
	case b.n > 12 || a.n == b.n:
		day, month = b.n, a.n
	default:
		p.reject(i, i+5, "day and month cannot be told apart")
		return moment{}, 0
	}
	m := moment{year: y, month: month, day: day}
	if !m.valid() {
		return moment{}, 0
	}
	return m, 5
}

// monthFirst reads "June 18, 2015", "June 18", "June 2015", "June".
func (p *parser) monthFirst(i int) (moment, int) {
	month, n := p.monthAt(i)
	if n == 0 {
		return moment{}, 0
	}
	m := moment{month: month}
	if day, k := p.dayAt(i + n); k > 0 {
		m.day = day
		if !m.valid() {
			return moment{}, 0
		}
		n += k
		return p.trailingYear(m, i, n)
	}
	if y, ok := p.yearAt(i + n); ok && !p.isMeasured(i+n) { // "in May 2007 rebels attacked"
		m.year = y
		return m, n + 1
	}
	if y, ok := p.yearAt(i + n + 1); ok && p.is(i+n, ",", "of") && !p.isCount(i+n+1) {
		m.year = y
		return m, n + 2
	}
	if !p.bareMonth(i, n) {
		return moment{}, 0
	}
	return m, n
}

// trailingYear adds the year that stands behind day and month.
func (p *parser) trailingYear(m moment, i, n int) (moment, int) {
	if p.is(i+n, ",") {
		if y, ok := p.yearAt(i + n + 1); ok && !p.isCount(i+n+1) {
			m.year = y
			return m.checked(n + 2)
		}
	}
	if y, ok := p.yearAt(i + n); ok && !p.isMeasured(i+n) { // "in May 2007 rebels attacked"
		m.year = y
		return m.checked(n + 1)
	}
	return m, n
}

func (m moment) checked(n int) (moment, int) {
	if !m.valid() {
		return moment{}, 0
	}
	return m, n
}

// isCount reports whether the year at i rather counts something: "2000 soldiers".
func (p *parser) isCount(i int) bool {
	next := p.at(i + 1)
	return next.sort == word && !next.cap && p.noun(next.token) && strings.HasSuffix(next.lower, "s") || p.isMeasured(i)
}

// isMeasured reports whether the number at i goes on or has a unit: "2000,5", "2000 miles".
func (p *parser) isMeasured(i int) bool {
	return p.is(i+1, ",", ".") && p.at(i+1).glued && p.at(i+2).glued && p.at(i+2).sort == number ||
		p.is(i+1, "%", "percent", "km", "feet", "miles") || p.at(i+1).glued && (p.at(i+1).sort == word || p.is(i+1, "th"))
}

// bareMonth reports whether the month at i, with no day or year, is one, and says why not.
func (p *parser) bareMonth(i, n int) bool {
	l, before := p.at(i), p.at(i-1)
	prepared := p.is(i-1, "in", "since", "until", "till", "last", "next", "this", "by", "of", "during", "from", "through", "to", "between", "and",
		"before", "after", "late", "early", "mid", "past", "previous", "each", "every", "for") || p.is(i-1, "-") && p.is(i-2, "mid")
	doubtful := slices.Contains([]string{"may", "march", "april", "june", "august", "mar", "sep", "dec", "jan"}, l.lower)
	switch {
	case p.at(i+n).glued && (p.at(i+n).sort != mark || p.is(i+n, "-", "'", "’") && p.at(i+n+1).glued && p.at(i+n+1).cap):
		return false
	case p.verb(l.token) && !prepared:
		p.reject(i, i+n, "a verb, not a month")
		return false
	case l.lower == "may" && !prepared:
		p.reject(i, i+n, "the modal verb, not the month")
		return false
	case !doubtful || prepared:
		next := p.at(i + n)
		if doubtful && next.cap && next.sort == word && p.is(i-1, "of", "to", "and", "from", "for") {
			p.reject(i, i+n, "part of a name")
			return false
		}
		return true
	case before.sort == word && !before.cap && p.is(i-1, "a", "the", "its", "his", "their", "our"):
		return !p.at(i + n).cap
	}
	p.reject(i, i+n, "may be a name or another word")
	return false
}

// dayFirst reads "18 June 2015", "18th of June", "the 18th of June, 2015", "10-Jan-2024".
func (p *parser) dayFirst(i int) (moment, int) {
	start := i
	if p.is(i, "the") {
		i++
	}
	day, n := p.dayAt(i)
	if n == 0 && p.at(i).digits <= 2 && p.is(i+1, "-") && p.at(i).sort == number && p.at(i).n <= 31 {
		day, n = p.at(i).n, 1
	}
	if n == 0 || day == 0 {
		return moment{}, 0
	}
	k := i + n
	if p.is(k, "of") || p.is(k, "-") && p.at(k).glued {
		k++
	}
	month, w := p.monthAt(k)
	if w == 0 {
		return moment{}, 0
	}
	k += w
	if p.is(k, "-") && p.at(k).glued {
		if _, ok := p.yearAt(k + 1); ok {
			k++
		}
	}
	m := moment{month: month, day: day}
	if !m.valid() {
		return moment{}, 0
	}
	if d2, w2 := p.dayAt(k); w2 > 0 && w == 1 && d2 <= 31 && k-w == i+n && !p.is(i+1, "st", "nd", "rd", "th") && p.is(k+w2, ",") {
		return moment{}, 0 // "12 June 18, 2015": the number before belongs elsewhere
	}
	return p.trailingYear(m, start, k-start)
}

// seasonOf reads "summer 2023", "the summer of 2023".
func (p *parser) seasonOf(i int) (moment, int) {
	start := i
	if p.is(i, "the") {
		i++
	}
	season, ok := p.cal(i, english.CalSeason)
	if !ok {
		return moment{}, 0
	}
	k := i + 1
	if p.is(k, "of", ",") {
		k++
	}
	y, ok := p.yearAt(k)
	if !ok || p.isCount(k) {
		return moment{}, 0
	}
	return moment{year: y, season: season}, k + 1 - start
}

// decade reads "the 1990s", "the '90s", "the 19th century".
func (p *parser) decade(i int) (moment, int) {
	start := i
	if p.is(i, "the") {
		i++
	}
	l := p.at(i)
	if y, ok := p.yearAt(i); ok && y%10 == 0 {
		switch {
		case p.is(i+1, "s") && p.at(i+1).glued:
			return moment{year: y, span: 10}, i + 2 - start
		case p.is(i+1, "'", "’") && p.is(i+2, "s") && p.at(i+2).glued:
			return moment{year: y, span: 10}, i + 3 - start
		}
	}
	if p.is(i, "'", "’", "‘") && i > start {
		if n := p.at(i + 1); n.sort == number && n.digits == 2 && n.n%10 == 0 && p.is(i+2, "s") {
			return moment{year: 1900 + n.n, span: 10}, i + 3 - start
		}
	}
	if l.sort == number && l.digits == 2 && l.n > 9 && l.n < 22 && p.is(i+1, "th", "st") && p.is(i+2, "century") {
		return moment{year: (l.n - 1) * 100, span: 100}, i + 3 - start
	}
	return moment{}, 0
}
