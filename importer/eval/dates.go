package eval

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
)

// date is year, month and day; -1 where not known.
type date [3]int

var (
	dateSplit  = regexp.MustCompile(`/|\.\.| to `)
	dateISO    = regexp.MustCompile(`(\d{4}|XXXX|-)(?:-(\d\d|XX))?(?:-(\d\d|XX))?`)
	dateMonth  = regexp.MustCompile(`\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\b`)
	dateYear   = regexp.MustCompile(`\b(1[89]|20)\d\d\b`)
	dateDay    = regexp.MustCompile(`\b([0-3]?\d)(?:st|nd|rd|th)?\b`)
	fourDigits = regexp.MustCompile(`\d{4}`)
	monthNames = strings.Fields("jan feb mar apr may jun jul aug sep oct nov dec")
)

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return -1
	}
	return n
}

// parseDate reads "2023-07", "XXXX-06-25", "25 June 2010", ... as the start (and end) it names.
func parseDate(s string) []date {
	var out []date
	for _, part := range dateSplit.Split(s, -1) {
		if w := dateMonth.FindStringSubmatch(strings.ToLower(part)); w != nil {
			d := date{number(dateYear.FindString(part)), slices.Index(monthNames, w[1]) + 1, -1}
			if m := dateDay.FindStringSubmatch(fourDigits.ReplaceAllString(part, "")); m != nil {
				d[2] = number(m[1])
			}
			out = append(out, d)
		} else if m := dateISO.FindStringSubmatch(part); m != nil {
			out = append(out, date{number(m[1]), number(m[2]), number(m[3])})
		}
	}
	return out
}

// dateFit is "exact", "compatible" or "wrong".
func dateFit(gold, pred string) string {
	g, p := parseDate(gold), parseDate(pred)
	if len(g) == 0 || len(p) == 0 {
		return "wrong"
	}
	if len(g) == 2 {
		all := slices.Concat(g[0][:], g[1][:], p[0][:])
		if !slices.Contains(all, -1) && slices.Compare(g[0][:], p[0][:]) <= 0 && slices.Compare(p[0][:], g[1][:]) <= 0 {
			return "exact"
		}
	}
	exact, shared := true, false
	for i, x := range g[0] {
		y := p[0][i]
		if x >= 0 && y >= 0 {
			if x != y {
				return "wrong"
			}
			shared = true
		}
		if x >= 0 && y < 0 {
			exact = false
		}
	}
	switch {
	case exact:
		return "exact"
	case shared:
		return "compatible"
	}
	return "wrong"
}
