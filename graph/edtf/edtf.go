// Package edtf reads dates as people know them, "spring 2023" or "about December", written as EDTF (Extended
// Date/Time Format, ISO 8601-2:2019), into spans of days.
//
// Understood are levels 0 and 1 and what articles need of level 2:
//
//   - 2023, 2023-07, 2023-07-19, a time of day behind it (which is passed over), years before 0 and beyond 9999 (Y170000);
//   - seasons 2023-21 to -24 (spring to winter) and their hemispheres, 25 to 32; quarters 33 to 36, quadrimesters
//     37 to 39, halves 40 and 41. A northern winter begins in December of the year it is named after, a southern summer
//     too, as the order of the numbers has it;
//   - unspecified digits: 202X, 20XX, 2023-XX, 2023-07-XX, 2023-XX-25, and XXXX-06-25, the day of a year not known;
//   - the marks of doubt ~, ? and %, which change nothing: "about December 2023" is the month, as honest a span as any;
//   - intervals, 2021-12-03/2022-01, 2021-12/.. (open) and ../2022 or /2022 (not known: as open);
//   - sets [2021,2023] and {2021..2023}: from the first to the last.
package edtf

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// Day counts days from 1970-01-01 in the Gregorian calendar.
type Day int32

// Ends of open spans.
const (
	Past   Day = math.MinInt32
	Future Day = math.MaxInt32
)

// Span is a range of days, both ends included. First is Past and Last is Future where the span is open.
type Span struct {
	First, Last Day
	// Yearly says that the year is not known: the span is that of the year 2000, and may be of any year.
	Yearly bool
}

// yearly spans are worked out for this year; it has a 29 February.
const someYear = 2000

// Parse reads an EDTF text. It is total: what it does not understand, the empty text included, gives false.
func Parse(s string) (Span, bool) {
	s = strings.TrimSpace(s)
	if len(s) > 1 && (s[0] == '[' && s[len(s)-1] == ']' || s[0] == '{' && s[len(s)-1] == '}') {
		return set(s[1 : len(s)-1])
	}
	if from, to, ok := strings.Cut(s, "/"); ok {
		return interval(from, to)
	}
	return date(s)
}

// Overlaps reports whether a and b share a day; for a span of no known year, whether they do in some year.
func (a Span) Overlaps(b Span) bool {
	if a.Yearly && !b.Yearly {
		return b.Overlaps(a)
	}
	if !b.Yearly || a.Yearly {
		return a.First <= b.Last && b.First <= a.Last
	}
	if a.First == Past || a.Last == Future || int64(a.Last)-int64(a.First) >= 366 {
		return true
	}
	first := a.First.year()
	for y := first - 1; y <= first+2; y++ {
		shift := newDay(y, 1, 1) - newDay(someYear, 1, 1)
		c := Span{b.First + shift, b.Last + shift, false}
		if !leap(y) && b.First > newDay(someYear, 2, 29) {
			c.First--
		}
		if !leap(y) && b.Last >= newDay(someYear, 2, 29) {
			c.Last--
		}
		if c.First <= c.Last && a.Overlaps(c) {
			return true
		}
	}
	return false
}

// Union is the smallest span that holds both.
func (a Span) Union(b Span) Span {
	return Span{min(a.First, b.First), max(a.Last, b.Last), a.Yearly && b.Yearly}
}

// Time is the beginning of the day in UTC. Past and Future give the ends of what a Day can count.
func (d Day) Time() time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

func (d Day) year() int { return d.Time().Year() }

func leap(y int) bool { return y%4 == 0 && (y%100 != 0 || y%400 == 0) }

func newDay(y, m, d int) Day {
	return Day(math.Floor(float64(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC).Unix()) / 86400))
}

func interval(from, to string) (Span, bool) {
	a, okA := end(from, Past)
	b, okB := end(to, Future)
	open := (from == "" || from == "..") && (to == "" || to == "..")
	s := Span{a.First, b.Last, a.Yearly && b.Yearly}
	return s, okA && okB && !open && s.First <= s.Last && (a.Yearly == b.Yearly || a.First == Past || b.Last == Future)
}

func end(s string, open Day) (Span, bool) {
	if s == "" || s == ".." {
		return Span{First: open, Last: open}, true
	}
	return date(s)
}

func set(s string) (all Span, ok bool) {
	for part := range strings.SplitSeq(s, ",") {
		part = strings.TrimSpace(part)
		from, to, isRange := strings.Cut(part, "..")
		one, good := date(part)
		if isRange {
			one, good = interval(strings.TrimSpace(from), strings.TrimSpace(to))
		}
		if !good {
			return Span{}, false
		}
		if !ok {
			all, ok = one, true
		} else {
			all = all.Union(one)
		}
	}
	return all, ok
}

// date reads one date, season or date with unspecified digits.
func date(s string) (Span, bool) {
	s, clock, hasTime := strings.Cut(s, "T")
	if hasTime && (len(clock) < 2 || clock[0] < '0' || clock[0] > '2') {
		return Span{}, false
	}
	s = strings.Map(func(r rune) rune {
		if r == '~' || r == '?' || r == '%' {
			return -1
		}
		return r
	}, s)
	year, rest, hasMonth := cutYear(s)
	first, last, ok := years(year)
	if !ok {
		return Span{}, false
	}
	yearly := year == "XXXX"
	if yearly {
		if !hasMonth {
			return Span{}, false
		}
		first, last = someYear, someYear
	}
	if !hasMonth {
		return Span{newDay(first, 1, 1), newDay(last, 12, 31), false}, true
	}
	month, day, hasDay := strings.Cut(rest, "-")
	from, to, ok := months(month)
	if !ok || hasDay && from != to && month != "XX" {
		return Span{}, false
	}
	a, b := newDay(first, from, 1), newDay(last, to+1, 1)-1
	if hasDay && day != "XX" {
		d, ok := twoDigits(day)
		if !ok || d < 1 || from == to && d > daysIn(last, from) || d > 31 {
			return Span{}, false
		}
		a, b = newDay(first, from, d), newDay(last, to, min(d, daysIn(last, to)))
	}
	return Span{a, b, yearly}, true
}

// cutYear parts the year, which may begin with a minus, from what follows.
func cutYear(s string) (year, rest string, more bool) {
	sign := ""
	if strings.HasPrefix(s, "-") {
		sign, s = "-", s[1:]
	}
	year, rest, more = strings.Cut(s, "-")
	return sign + year, rest, more
}

// years is the first and the last year a year text can mean.
func years(s string) (first, last int, ok bool) {
	if y, long := strings.CutPrefix(s, "Y"); long {
		n, err := strconv.Atoi(y)
		return n, n, err == nil && n > -5_000_000 && n < 5_000_000
	}
	digits := strings.TrimPrefix(s, "-")
	if len(digits) != 4 {
		return 0, 0, false
	}
	known := strings.TrimRight(digits, "X")
	n, err := strconv.Atoi(known + strings.Repeat("0", 4-len(known)))
	if known == "" {
		n, err = 0, nil
	}
	if err != nil || n < 0 || strings.ContainsAny(known, "+-") {
		return 0, 0, false
	}
	width := 1
	for range 4 - len(known) {
		width *= 10
	}
	if digits != s {
		return -(n + width - 1), -n, true
	}
	return n, n + width - 1, true
}

// months is the first and the last month, counted from January of the year; a northern winter ends with month 14.
func months(s string) (first, last int, ok bool) {
	if s == "XX" {
		return 1, 12, true
	}
	n, ok := twoDigits(s)
	switch {
	case !ok || n < 1:
		return 0, 0, false
	case n <= 12:
		return n, n, true
	case 21 <= n && n <= 32:
		if n -= 21; n >= 4 {
			if n -= 4; n >= 4 { // southern: the same names half a year later
				n = (n - 4 + 2) % 4
			}
		}
		first = [...]int{3, 6, 9, 12}[n]
		return first, first + 2, true
	case 33 <= n && n <= 36:
		return (n-33)*3 + 1, (n-33)*3 + 3, true
	case 37 <= n && n <= 39:
		return (n-37)*4 + 1, (n-37)*4 + 4, true
	case n == 40 || n == 41:
		return (n-40)*6 + 1, (n-40)*6 + 6, true
	}
	return 0, 0, false
}

func twoDigits(s string) (int, bool) {
	if len(s) != 2 || s[0] < '0' || s[0] > '9' || s[1] < '0' || s[1] > '9' {
		return 0, false
	}
	return int(s[0]-'0')*10 + int(s[1]-'0'), true
}

func daysIn(year, month int) int {
	return time.Date(year, time.Month(month)+1, 0, 0, 0, 0, 0, time.UTC).Day()
}
