package source

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Dates at the head of an article, as people write them. The month is a name or a beginning of one of three letters
// or more; what it is decides the code, not the pattern.
var (
	isoDate   = regexp.MustCompile(`\b(\d{4})-(\d{2})(?:-(\d{2}))?(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?\b`)
	monthDate = regexp.MustCompile(`\b([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b`)
	dayDate   = regexp.MustCompile(`\b(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})\b`)
	groupDate = regexp.MustCompile(`\b(\d{2})\d{4}[A-Z]\s*([A-Z]{3})\s*(\d{2}|\d{4})\b`) // date-time group: 251530Z JAN 24
	slashDate = regexp.MustCompile(`\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b`)
	looseDate = regexp.MustCompile(`\b([A-Za-z]{3,9})\.?,?\s+(\d{4})\b`)
)

// findDate returns the first full or partial date in s as EDTF, with where it stands; nothing where there is none.
// A date of digits that could be read in two ways keeps only its year.
func findDate(s string) (edtf string, begin, end int) {
	for _, p := range []struct {
		re   *regexp.Regexp
		read func(m []string) string
	}{
		{isoDate, func(m []string) string { return date(m[1], m[2], m[3]) }},
		{monthDate, func(m []string) string { return date(m[3], monthNumber(m[1]), m[2]) }},
		{dayDate, func(m []string) string { return date(m[3], monthNumber(m[2]), m[1]) }},
		{groupDate, func(m []string) string { return date(century(m[3]), monthNumber(m[2]), m[1]) }},
		{slashDate, func(m []string) string { return digits(m[1], m[2], m[3]) }},
		{looseDate, func(m []string) string { return date(m[2], monthNumber(m[1]), "") }},
	} {
		for _, at := range p.re.FindAllStringSubmatchIndex(s, 4) {
			m := make([]string, len(at)/2)
			for i := range m {
				if at[2*i] >= 0 {
					m[i] = s[at[2*i]:at[2*i+1]]
				}
			}
			if edtf := p.read(m); edtf != "" {
				return edtf, at[0], at[1]
			}
		}
	}
	return "", 0, 0
}

// timeWords may stand beside a date in a line that is nothing but a date.
const timeWords = " published updated posted released issued last first on at date by am pm a p m noon midnight " +
	"utc gmt est edt cst cdt mst mdt pst pdt et ct pt cet cest bst ast local time min read " +
	"monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thur thurs fri sat sun "

// wholeDate returns the date when s is a date and nothing else but its weekday, its hour, or words such as "published".
func wholeDate(s string) string {
	const most = 80 // bytes
	if len(s) > most {
		return ""
	}
	edtf, begin, end := findDate(s)
	if edtf == "" {
		return ""
	}
	rest := strings.ToLower(s[:begin] + " " + s[end:])
	for _, w := range strings.FieldsFunc(rest, func(r rune) bool { return !('a' <= r && r <= 'z') && r < 0x80 }) {
		if !strings.Contains(timeWords, " "+w+" ") && w != "—" && w != "–" && w != "•" && w != "·" {
			return ""
		}
	}
	return edtf
}

// monthNumber is the number of the month the name begins, as digits; empty for other words.
func monthNumber(name string) string {
	name = strings.ToLower(name)
	if name == "sept" {
		name = "sep"
	}
	for m := time.January; m <= time.December; m++ {
		full := strings.ToLower(m.String())
		if name == full || name == full[:3] {
			return fmt.Sprintf("%02d", int(m))
		}
	}
	return ""
}

// date puts a date together when there is such a day; an empty day gives the month.
func date(year, month, day string) string {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	if y < 1800 || y > 2199 || m < 1 || m > 12 {
		return ""
	}
	if day == "" {
		return fmt.Sprintf("%04d-%02d", y, m)
	}
	d, _ := strconv.Atoi(day)
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if d < 1 || t.Day() != d {
		return ""
	}
	return t.Format(time.DateOnly)
}

// digits reads 01/25/2024 and 25/01/2024, whose order only a number above twelve tells.
func digits(a, b, year string) string {
	month, day := a, b
	if x, _ := strconv.Atoi(a); x > 12 {
		month, day = b, a
	} else if y, _ := strconv.Atoi(b); y <= 12 && x != y {
		if date(year, a, b) == "" {
			return ""
		}
		return year
	}
	return date(year, month, day)
}

// century completes a year of two digits in a date-time group, which came into use in the 1940s.
func century(year string) string {
	if len(year) == 4 {
		return year
	}
	if year < "40" {
		return "20" + year
	}
	return "19" + year
}
