package when

import (
	"time"

	"skein/importer/english"
)

// story reads an expression that is counted from another day of the story, the last one that it named: "two days later", "a week
// earlier", "the following day", "the day before". Where that is not known, it is no expression.
func (p *parser) story(i int) (moment, int) {
	sign, q, days, rough, n := 0, 0, 0, false, 0
	switch {
	case p.told.zero():
		return moment{}, 0
	case p.is(i, "the") && p.is(i+1, "following", "next", "previous"):
		sign, q, n = 1, 1, 3
		if p.is(i+1, "previous") {
			sign = -1
		}
		if c := p.at(i + 2).cal; c.Sort == english.CalHours { // "the next morning"
			days = 1
		} else if days = c.N; c.Sort != english.CalUnit || days > 365 || p.plural(i+2) {
			return moment{}, 0
		}
	case p.is(i, "the") && p.is(i+1, "day", "night") && p.is(i+2, "before", "after") && !p.governs(i+3):
		sign, q, days, n = 1, 1, 1, 3
		if p.is(i+2, "before") {
			sign = -1
		}
	default:
		q, rough, n = p.quantity(i)
		if p.is(i, "a") && n == 0 {
			q, n = 1, 1
		}
		ok := false
		if days, ok = p.cal(i+n, english.CalUnit); n == 0 || !ok || days > 365 || q > 1000 {
			return moment{}, 0
		}
		n++
		switch {
		case p.is(i+n, "later", "afterward", "afterwards") && !p.is(i+n+1, "than"):
			sign = 1
		case p.is(i+n, "earlier") && !p.is(i+n+1, "than"):
			sign = -1
		case p.is(i+n, "before") && !p.governs(i+n+1):
			sign = -1
		case p.is(i-1, ",") && days == 1 && p.here && p.is(i+n, "after"): // "left on Monday, a day after X had come"
			sign = -1
		case p.is(i-1, ",") && days == 1 && p.here && p.is(i+n, "before"):
			sign = 1
		default:
			return moment{}, 0
		}
		n++
	}
	m := p.told.moved(sign*q, days)
	if m.zero() {
		return m, 0
	}
	m.approx = rough || m.approx || days == 7
	return m, n
}

// later reports whether the expression at i is counted from another day of the story.
func (p *parser) later(i int) bool {
	_, n := p.story(i)
	return n > 0
}

// plural reports whether the word at i ends like one for several.
func (p *parser) plural(i int) bool {
	l := p.at(i).lower
	return len(l) > 0 && l[len(l)-1] == 's'
}

// governs reports whether "before" or "after" at i-1 joins something: "the day before the attack".
func (p *parser) governs(i int) bool { return p.at(i).sort != mark && i < len(p.lex) }

// moved is the moment q units of that many days later, as far as it is known.
func (m moment) moved(q, days int) moment {
	switch {
	case m.year == 0 || m.span != 0 || m.season != 0 && days < 365:
		return moment{}
	case days <= 7:
		if !m.exact() {
			return moment{}
		}
		return dayOf(m.date().AddDate(0, 0, q*days))
	case days == 30:
		if m.month == 0 {
			return moment{}
		}
		t := time.Date(m.year, time.Month(m.month+q), 1, 0, 0, 0, 0, time.UTC)
		return moment{year: t.Year(), month: int(t.Month()), approx: m.approx}
	}
	return moment{year: m.year + q*days/365}
}

// weekend reads "the weekend", "over the weekend", "last weekend": the last one, or with a future verb the next.
func (p *parser) weekend(i int) (from, to moment, n int) {
	if !p.is(i, "the", "this", "last", "next") || !p.is(i+1, "weekend") {
		return moment{}, moment{}, 0
	}
	if !p.ref.exact() {
		return moment{}, moment{}, 2
	}
	saturday := -(int(p.ref.date().Weekday()) + 1) % 7
	if p.is(i, "next") || !p.is(i, "last") && p.tense(i, 2) == future {
		saturday += 7
	}
	return p.shiftDays(saturday), p.shiftDays(saturday + 1), 2
}
