package when

import (
	"time"

	"skein/importer/english"
)

// relative reads an expression that is counted from the day of writing. Where that day is not known well enough the
// moment is zero, with n > 0: there is an expression, but no date for it.
func (p *parser) relative(i int) (from, to moment, n int) {
	if m, n := p.dayName(i); n > 0 {
		return m, moment{}, n
	}
	if n := p.sameDay(i); n > 0 {
		return p.day, moment{}, n
	}
	if m, n := p.ago(i); n > 0 {
		return m, moment{}, n
	}
	if m, n := p.story(i); n > 0 {
		return m, moment{}, n
	}
	if from, to, n := p.weekend(i); n > 0 {
		return from, to, n
	}
	if from, to, n := p.coming(i); n > 0 {
		return from, to, n
	}
	if from, to, n := p.recent(i); n > 0 {
		return from, to, n
	}
	if from, to, n := p.shifted(i); n > 0 {
		return from, to, n
	}
	m, n := p.weekday(i)
	return m, moment{}, n
}

// shiftDays is the reference moved by days, as far as it is known.
func (p *parser) shiftDays(days int) moment {
	if !p.ref.exact() {
		return moment{}
	}
	return dayOf(p.ref.date().AddDate(0, 0, days))
}

func (p *parser) shiftMonths(months int) moment {
	if p.ref.month == 0 {
		return moment{}
	}
	t := time.Date(p.ref.year, time.Month(p.ref.month+months), 1, 0, 0, 0, 0, time.UTC)
	return moment{year: t.Year(), month: int(t.Month())}
}

func (p *parser) shiftYears(years int) moment {
	if p.ref.year == 0 {
		return moment{}
	}
	return moment{year: p.ref.year + years}
}

// sameDay reads what points back to a day: "the same day", "that evening", "earlier in the day", "later that day".
func (p *parser) sameDay(i int) int {
	start := i
	if p.is(i, "earlier", "later") {
		i++
		if p.is(i, "in") {
			i++
		}
	}
	switch {
	case p.is(i, "the", "that") && p.is(i+1, "same"):
		i += 2
	case p.is(i, "that"), i > start && p.is(i, "the"):
		i++
	default:
		return 0
	}
	if !p.is(i, "day") && !(p.at(i).cal.Sort == english.CalHours && p.at(i).sort == word) {
		return 0
	}
	return i + 1 - start
}

// dayName reads "yesterday", "today", "this morning", "tomorrow night".
func (p *parser) dayName(i int) (moment, int) {
	if d, ok := p.cal(i, english.CalDay); ok {
		return p.shiftDays(d), 1
	}
	if p.is(i, "overnight") {
		if m, ok := p.overnight(i); ok {
			m.approx = !m.zero()
			return m, 1
		}
	}
	if s, ok := p.cal(i, english.CalShift); ok && p.is(i, "this", "last") && p.at(i+1).cal.Sort == english.CalHours {
		return p.shiftDays(s), 2
	}
	return moment{}, 0
}

// overnight is the day that the night ends with, if nothing else that the sentence says is a day: that of writing, or that on which it is
// said. Nobody only stays so long.
func (p *parser) overnight(i int) (moment, bool) {
	day := p.shiftDays(0)
	for k, l := range p.lex {
		switch {
		case l.sort == word && l.cal.Sort == english.CalWeekday && p.ref.exact() && p.ofSaying(k):
			day = p.shiftDays(-((int(p.ref.date().Weekday()) - l.cal.N + 7) % 7))
		case l.sort == word && (l.cal.Sort == english.CalWeekday || l.cal.Sort == english.CalDay || l.cal.Sort == english.CalMonth && l.cap):
			return moment{}, false
		case k == i+1 && l.sort == word && p.noun(l.token):
			return moment{}, false // "an overnight stay"
		}
	}
	return day, p.tense(i, 1) == past && !p.is(i-1, "stayed", "remained", "camped")
}

// quantity reads "three", "3", "a few", "a couple of"; rough ones are approximate.
func (p *parser) quantity(i int) (q int, rough bool, n int) {
	l := p.at(i)
	if l.sort == number && l.digits <= 3 {
		return l.n, false, 1
	}
	q, ok := p.cal(i, english.CalNumber)
	if !ok {
		return 0, false, 0
	}
	if p.is(i, "a") && p.is(i+1, "few", "couple", "dozen") {
		q, _ = p.cal(i+1, english.CalNumber)
		i, n = i+1, 1
	}
	rough = p.is(i, "few", "couple", "several", "dozen")
	n++
	if p.is(i+1, "of") {
		n++
	}
	return q, rough, n
}

// ago reads "three days ago", "two weeks ago".
func (p *parser) ago(i int) (moment, int) {
	q, rough, n := p.quantity(i)
	if n == 0 {
		return moment{}, 0
	}
	days, ok := p.cal(i+n, english.CalUnit)
	if !ok || !p.is(i+n+1, "ago") {
		return moment{}, 0
	}
	m := p.back(q, days)
	if !m.zero() && (rough || days == 7 || days == 30) {
		m.approx = true
	}
	return m, n + 2
}

// back is the moment q units before the reference.
func (p *parser) back(q, days int) moment {
	switch {
	case q > 1000:
		return moment{}
	case days <= 7:
		return p.shiftDays(-q * days)
	case days == 30:
		return p.shiftMonths(-q)
	}
	m := p.shiftYears(-q * days / 365)
	if m.year < 1 {
		return moment{}
	}
	if days > 365 {
		m.approx = true
	}
	return m
}

// coming reads "in the coming days", "in the next few weeks", "over the next three months": an interval that begins now.
func (p *parser) coming(i int) (from, to moment, n int) {
	start := i
	if p.is(i, "the") {
		i++
	}
	if !p.is(i, "coming", "next") {
		return moment{}, moment{}, 0
	}
	isNext := p.is(i, "next")
	i++
	q, _, k := p.quantity(i)
	i += k
	days, ok := p.cal(i, english.CalUnit)
	l := p.at(i)
	if !ok || l.lower[len(l.lower)-1] != 's' || isNext && k == 0 {
		return moment{}, moment{}, 0
	}
	n = i + 1 - start
	if k == 0 {
		q = 7 // of days a week, of weeks and months half a dozen
		if days > 1 {
			q = 6
		}
	}
	switch {
	case q > 1000:
	case days <= 7:
		from, to = p.shiftDays(0), p.shiftDays(q*days)
	case days == 30:
		from, to = p.shiftMonths(0), p.shiftMonths(q)
	default:
		from, to = p.shiftYears(0), p.shiftYears(q*days/365)
	}
	to.approx = !to.zero()
	return from, to, n
}

// recent reads "in the past week", "over the last three days": an interval that ends now.
func (p *parser) recent(i int) (from, to moment, n int) {
	if !p.is(i, "the") || !p.is(i+1, "past", "last") || !p.is(i-1, "in", "over", "during", "within") {
		return moment{}, moment{}, 0
	}
	q, _, k := p.quantity(i + 2)
	days, ok := p.cal(i+2+k, english.CalUnit)
	if !ok || days > 365 || q > 1000 || p.plural(i+2+k) != (k > 0) {
		return moment{}, moment{}, 0
	}
	if k == 0 {
		q = 1
	}
	from, to = p.back(q, days), p.back(0, days)
	from.approx = !from.zero()
	return from, to, k + 3
}

// shifted reads "last week", "earlier this month", "later this year", "last summer", "next March", "last Friday".
func (p *parser) shifted(i int) (from, to moment, n int) {
	start := i
	approx := false
	if p.is(i, "earlier", "later") || p.at(i).cal.Sort == english.CalPart {
		approx = p.at(i).cal.Sort == english.CalPart
		i++
	}
	if p.is(i, "the") && p.is(i+1, "previous", "following", "past", "same") {
		return moment{}, moment{}, 0 // counted from another day of the story
	}
	s, ok := p.cal(i, english.CalShift)
	if !ok || p.is(i, "same", "following", "past", "upcoming") {
		return moment{}, moment{}, 0
	}
	i++
	switch c := p.at(i).cal; c.Sort {
	case english.CalUnit:
		if l := p.at(i).lower; l[len(l)-1] == 's' || p.is(start-1, "the") {
			return moment{}, moment{}, 0 // "the next day" of the story
		}
		from, to = p.shiftedUnit(s, c.N)
	case english.CalSeason:
		from = p.shiftedSeason(s, c.N)
	case english.CalMonth:
		if !p.at(i).cap {
			return moment{}, moment{}, 0
		}
		from = p.shiftedMonth(s, c.N)
		if p.is(i+1, ".") && p.at(i+1).glued && abbreviated(p.at(i).lower) {
			i++
		}
		if d, k := p.dayAt(i + 1); k > 0 && from.year != 0 {
			if x := (moment{year: from.year, month: from.month, day: d}); x.valid() {
				from, i = x, i+k
			}
		}
	case english.CalWeekday:
		from = p.shiftedWeekday(s, c.N)
	default:
		return moment{}, moment{}, 0
	}
	if approx && !from.zero() {
		from.approx = true
	}
	return from, to, i + 1 - start
}

// shiftedUnit is the last, this or next day, week, month, year or decade. A week is an interval from Monday to Sunday.
func (p *parser) shiftedUnit(s, days int) (from, to moment) {
	switch days {
	case 1:
		return p.shiftDays(s), moment{}
	case 7:
		if !p.ref.exact() {
			return moment{}, moment{}
		}
		monday := -(int(p.ref.date().Weekday()) + 6) % 7
		return p.shiftDays(monday + 7*s), p.shiftDays(monday + 7*s + 6)
	case 30:
		return p.shiftMonths(s), moment{}
	case 365:
		return p.shiftYears(s), moment{}
	}
	m := p.shiftYears(10 * s)
	if m.year > 0 {
		m.year, m.span = m.year/10*10, 10
	}
	return m, moment{}
}

// seasonOfMonth is the season a month belongs to, north of the equator; December to February are the winter of the
// year in which it begins.
func seasonOfMonth(month int) int {
	switch {
	case month >= 3 && month <= 5:
		return 21
	case month >= 6 && month <= 8:
		return 22
	case month >= 9 && month <= 11:
		return 23
	}
	return 24
}

func (p *parser) shiftedSeason(s, season int) moment {
	if p.ref.month == 0 {
		return moment{}
	}
	// Seasons counted from the year 0: the winter of January is the last one of the year before.
	now := 4*p.ref.year + seasonOfMonth(p.ref.month) - 21
	if p.ref.month < 3 {
		now -= 4
	}
	n := now/4*4 + season - 21
	switch {
	case s < 0 && n >= now, s == 0 && n > now+2:
		n -= 4
	case s > 0 && n <= now, s == 0 && n < now-1:
		n += 4
	}
	return moment{year: n / 4, season: n%4 + 21}
}

func (p *parser) shiftedMonth(s, month int) moment {
	if p.ref.month == 0 {
		return moment{}
	}
	year := p.ref.year
	switch {
	case s < 0 && month >= p.ref.month:
		year--
	case s > 0 && month <= p.ref.month:
		year++
	}
	return moment{year: year, month: month}
}

func (p *parser) shiftedWeekday(s, weekday int) moment {
	if !p.ref.exact() {
		return moment{}
	}
	back := (int(p.ref.date().Weekday()) - weekday + 7) % 7
	ahead := (7 - back) % 7
	switch {
	case s < 0 && back == 0:
		return p.shiftDays(-7)
	case s < 0:
		return p.shiftDays(-back)
	case s > 0 && ahead == 0:
		return p.shiftDays(7)
	}
	return p.shiftDays(ahead)
}

// weekday reads "Thursday", "on Thursday night": the latest one not after the day of writing, or with a future verb
// the next one not before it.
func (p *parser) weekday(i int) (moment, int) {
	w, ok := p.cal(i, english.CalWeekday)
	if !ok || !p.at(i).cap || p.is(i-1, "black", "good", "bloody", "ash", "palm", "easter", "super", "holy") {
		return moment{}, 0
	}
	n := 1
	if p.is(i+1, ".") && p.at(i+1).glued && p.at(i).End-p.at(i).Begin <= 5 {
		n++
	}
	switch {
	case p.tense(i, n) == future:
		return p.shiftedWeekday(0, w), n
	case p.ref.exact():
		return p.shiftDays(-((int(p.ref.date().Weekday()) - w + 7) % 7)), n
	}
	return moment{}, n
}
