package when

import (
	"fmt"
	"strconv"
	"strings"
	"time"
)

// moment is a date as far as it is known. Zero fields are not known; a moment without a year stands in some year.
type moment struct {
	year, month, day int
	season           int  // 21 to 24, as in EDTF; then month is 0
	span             int  // 10: the decade, 100: the century that begins with year
	approx           bool // "early", "about"
	clock            string
	relative         bool // the year was counted from the reference date
}

func (m moment) zero() bool { return m == moment{} }

// edtf writes the moment as EDTF, levels 0 to 2.
func (m moment) edtf() string {
	var b strings.Builder
	switch {
	case m.year == 0:
		b.WriteString("XXXX")
	case m.span == 10:
		b.WriteString(strconv.Itoa(m.year/10) + "X")
	case m.span == 100:
		b.WriteString(strconv.Itoa(m.year/100) + "XX")
	default:
		fmt.Fprintf(&b, "%04d", m.year)
	}
	switch {
	case m.season != 0:
		fmt.Fprintf(&b, "-%02d", m.season)
	case m.month != 0:
		fmt.Fprintf(&b, "-%02d", m.month)
		if m.day != 0 {
			fmt.Fprintf(&b, "-%02d", m.day)
		}
	}
	b.WriteString(m.clock)
	if m.approx {
		b.WriteByte('~')
	}
	return b.String()
}

// date is the moment as a day; what is not known is the first.
func (m moment) date() time.Time {
	return time.Date(m.year, time.Month(max(m.month, 1)), max(m.day, 1), 0, 0, 0, 0, time.UTC)
}

func dayOf(t time.Time) moment {
	return moment{year: t.Year(), month: int(t.Month()), day: t.Day()}
}

// exact reports whether the day is known.
func (m moment) exact() bool { return m.year != 0 && m.day != 0 }

// valid reports whether the calendar has such a day.
func (m moment) valid() bool {
	if m.month > 12 || m.month < 0 || m.day < 0 || m.day > 31 {
		return false
	}
	if m.day == 0 {
		return true
	}
	year := m.year
	if year == 0 {
		year = 2000 // a leap year: February 29 stands in some year
	}
	t := time.Date(year, time.Month(m.month), m.day, 0, 0, 0, 0, time.UTC)
	return t.Day() == m.day
}

// parseEDTF reads the beginning of an EDTF date: year, month and day as far as they are there.
func parseEDTF(s string) moment {
	var m moment
	part := func(begin, end int) int {
		if len(s) < end {
			return 0
		}
		n, err := strconv.Atoi(s[begin:end])
		if err != nil || n < 0 {
			return 0
		}
		return n
	}
	m.year = part(0, 4)
	if m.year != 0 && len(s) > 4 && s[4] == '-' {
		if m.month = part(5, 7); m.month != 0 && len(s) > 7 && s[7] == '-' {
			m.day = part(8, 10)
		}
	}
	if m.month > 12 || !m.valid() {
		m.month, m.day = 0, 0
	}
	return m
}

// inYear puts a moment without a year into the year nearest to the reference; one of the future into the next that has not
// gone by, one of the past into the last that has begun.
func (m moment) inYear(ref moment, t tense) moment {
	if m.year != 0 || ref.year == 0 {
		return m
	}
	m.year, m.relative = ref.year, true
	if ref.month == 0 || m.month == 0 {
		return m
	}
	days := func(year int) int {
		x := m
		x.year = year
		return int(x.date().Sub(ref.date()).Hours() / 24)
	}
	ahead := 100 // days that a date may lie ahead where its tense is not known
	switch {
	case t == past:
		ahead = 1 // the day of writing is one less on the other side of the earth
	case m.day == 0:
		ahead = 45
	}
	switch d := days(m.year); {
	case t == future && d < -31:
		m.year++
	case t != future && d > ahead:
		m.year--
	case t == unknown && d < -300, t == past && days(m.year+1) <= ahead:
		m.year++
	}
	return m
}
