package when

import "skein/importer/english"

// expression is one expression of time: a moment, an interval, or an interval that is open at one end.
type expression struct {
	from, to moment
	begin    int // lexemes
	end      int
	since    bool // from is the beginning, the end is open
	until    bool // from is the end, the beginning is open
	undated  bool // an expression, but not enough is known to date it
	counted  bool // from the day of writing: "on Thursday", "last week"
}

func (e expression) edtf() string {
	switch {
	case e.since:
		return e.from.edtf() + "/.."
	case e.until:
		return "../" + e.from.edtf()
	case !e.to.zero():
		return e.from.edtf() + "/" + e.to.edtf()
	}
	return e.from.edtf()
}

// expression reads the expression that begins at i; ok is false when there is none.
func (p *parser) expression(i int) (e expression, ok bool) {
	if from, to, n := p.relative(i); n > 0 {
		if e, ok = p.named(i, n, from); !ok { // "Thursday, June 18" is dated by the month
			e = expression{from: from, to: to, begin: i, end: i + n, undated: from.zero(), counted: p.sameDay(i) == 0 && !p.later(i)}
		}
	} else if m, n := p.edged(i); n > 0 {
		e = expression{from: m, begin: i, end: i + n, undated: m.zero()}
	} else if from, to, n := p.days(i); n > 0 {
		e = expression{from: from, to: to, begin: i, end: i + n}
	} else if m, n := p.absolute(i); n > 0 {
		e = p.interval(expression{from: m, begin: i, end: i + n})
	} else if m, to, n := p.bareYear(i); n > 0 {
		e = expression{from: m, to: to, begin: i, end: i + n}
	} else {
		return e, false
	}
	n := e.end - i
	e.from = p.place(e.from, i, n)
	e.to = p.place(e.to, i, n)
	for p.at(e.end).cal.Sort == english.CalHours && p.at(e.end).sort == word {
		e.end++
	}
	return p.open(e), true
}

// place gives a moment without a year the year that the sentence or the day of writing makes likely.
func (p *parser) place(m moment, i, n int) moment {
	if m.zero() || m.year != 0 {
		return m
	}
	if p.year != 0 && (p.ref.year == 0 || p.year < p.ref.year && !p.willBe(i)) {
		m.year = p.year
		return m
	}
	return m.inYear(p.ref, p.tense(i, n))
}

// named reads the date that a weekday is given with: "Thursday, June 18", "Thursday (June 18)", "Thursday 18 June".
func (p *parser) named(i, n int, day moment) (expression, bool) {
	if p.at(i).cal.Sort != english.CalWeekday {
		return expression{}, false
	}
	k := i + n
	bracket := p.is(k, "(")
	if p.is(k, ",", "(") || p.is(k, "the") && p.at(k+1).sort == number {
		k++
	}
	m, w := p.absolute(k)
	if w == 0 || m.day == 0 {
		return expression{}, false
	}
	end := k + w
	if bracket && p.is(end, ")") {
		end++
	}
	return expression{from: m, begin: i, end: end}, true
}

// edged reads "early March 2023", "mid-2021", "the end of 2024", "late last year".
func (p *parser) edged(i int) (moment, int) {
	start := i
	if p.is(i, "the") {
		i++
	}
	edge, isEdge := p.cal(i, english.CalEdge)
	_, isPart := p.cal(i, english.CalPart)
	switch {
	case isEdge && p.is(i+1, "of"):
		i += 2
	case isPart:
		i++
		if p.is(i, "-") && p.at(i).glued {
			i++
		}
		if p.is(i, "to") { // "mid to late 2021"
			i += 2
		}
	default:
		return moment{}, 0
	}
	m, n := p.absolute(i)
	if n == 0 {
		if y, ok := p.yearAt(i); ok && !p.isCount(i) {
			m, n = moment{year: y}, 1
		} else if from, to, k := p.shifted(i); k > 0 && to.zero() {
			m, n = from, k
		} else if days, ok := p.cal(i+1, english.CalUnit); ok && isEdge && p.is(i, "the") && p.future(start) && !p.plural(i+1) && (days == 30 || days == 365) {
			m, _ = p.shiftedUnit(0, days) // "before the end of the month"
			n = 2
		}
	}
	if n == 0 || m.day != 0 {
		return moment{}, 0
	}
	if isEdge && m.month == 0 && m.season == 0 && m.span == 0 && m.year != 0 {
		m.month = [...]int{12, 6, 1}[edge+1]
	}
	m.approx = !m.zero()
	return m, i + n - start
}

// interval reads on behind a date: "June 1-10", "June 28 to July 3, 2015", "1 - 10 June".
func (p *parser) interval(e expression) expression {
	k := e.end
	between := p.is(e.begin-1, "between") && p.is(k, "and")
	if !p.is(k, "-", "–", "—", "to", "through", "until", "till") && !between {
		return e
	}
	k++
	if p.is(k, "the") {
		k++
	}
	if m, n := p.absolute(k); n > 0 && (m.year == 0 || e.from.year <= m.year) {
		if e.from.year == 0 {
			e.from.year = m.year
			if m.year != 0 && m.month != 0 && e.from.month > m.month {
				e.from.year--
			}
		}
		e.to, e.end = m, k+n
		return e
	}
	if d, n := p.dayAt(k); n > 0 && e.from.day != 0 && e.from.year == 0 && d > e.from.day {
		to := moment{month: e.from.month, day: d}
		to, w := p.trailingYear(to, k, n)
		e.from.year = to.year
		e.to, e.end = to, k+w
	}
	return e
}

// days reads days of one month that stand before it: "from 5 to 9 June 2023", "5-9 June", "between 5 and 9 June".
func (p *parser) days(i int) (from, to moment, n int) {
	day, n := p.dayAt(i)
	if n == 0 && p.at(i).digits <= 2 && p.is(i+1, "-", "–") {
		day, n = p.at(i).n, 1
	}
	k := i + n
	glued := p.is(k, "-", "–") && p.at(k).glued
	if n == 0 || !glued && !((p.is(i-1, "from") || p.is(i-1, "of") && p.is(i-2, "night")) && p.is(k, "to", "until", "through")) && !(p.is(i-1, "between") && p.is(k, "and")) {
		return moment{}, moment{}, 0
	}
	to, n = p.dayFirst(k + 1)
	if from = (moment{year: to.year, month: to.month, day: day}); n == 0 || !from.valid() || day >= to.day || day < 1 {
		return moment{}, moment{}, 0
	}
	return from, to, k + 1 + n - i
}

// bareYear reads a year that the words around it tell from a number, and years in a row: "2003-2011", "from 2003 to 2011".
func (p *parser) bareYear(i int) (from, to moment, n int) {
	y, ok := p.yearAt(i)
	if !ok || p.isCount(i) || p.at(i).glued && !p.is(i-1, "(", "-", "–", "“", "\"", "'") {
		return moment{}, moment{}, 0
	}
	if p.is(i+1, "-", "–", "to", "until", "through") || p.is(i+1, "and") && p.is(i-1, "between") {
		if z, ok := p.yearAt(i + 2); ok && z > y && !p.isCount(i+2) {
			return moment{year: y}, moment{year: z}, 3
		}
		if z := p.at(i + 2); z.sort == number && z.digits == 2 && z.glued && p.at(i+1).glued && z.n > y%100 && !p.is(i+3, "-") {
			return moment{year: y}, moment{year: y/100*100 + z.n}, 3
		}
	}
	next := p.at(i + 1)
	switch {
	case p.is(i-1, "in", "since", "during", "until", "till", "by", "from", "before", "after", "of", "through", "throughout", "around", "year"):
		if p.is(i-1, "of", "from", "by", "after", "before", "through", "around") && p.noun(next.token) && next.sort == word && !next.glued && !p.is(i+1, "when") {
			return moment{}, moment{}, 0
		}
		return moment{year: y}, moment{}, 1
	case p.is(i-1, "(") && p.is(i+1, ")", ","):
		return moment{year: y}, moment{}, 1
	case p.attributive(i):
		return moment{year: y}, moment{}, 1
	}
	return moment{}, moment{}, 0
}

// attributive reports whether the year at i stands before what is of it: "the 2018 exercise".
func (p *parser) attributive(i int) bool {
	next := p.at(i + 1)
	return p.is(i-1, "the", "a", "its", "his", "their", "this", "s") && next.sort == word && !next.glued
}

// open takes in the word before the expression that leaves one end open.
func (p *parser) open(e expression) expression {
	b := e.begin - 1
	if p.is(b, "the", "about", "around") {
		b--
	}
	if !e.to.zero() {
		if p.is(b, "from", "between") {
			e.begin = b
		}
		return e
	}
	if e.from.zero() {
		return e
	}
	switch {
	case p.is(b, "since"):
		e.begin, e.since = b, true
	case p.is(b, "until", "till"):
		e.begin, e.until = b, true
	}
	return e
}
