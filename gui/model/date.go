package model

import (
	"strconv"
	"strings"
)

var months = [...]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"}

// Seasons of EDTF level 1 (ISO 8601-2, 21 to 24) and quarters of level 2 (33 to 36).
var seasons = map[string]string{
	"21": "spring", "22": "summer", "23": "autumn", "24": "winter",
	"33": "1st quarter", "34": "2nd quarter", "35": "3rd quarter", "36": "4th quarter",
}

// DateText is an EDTF date as people write it, with the precision it has: "2024-01-25" is "25 Jan 2024", "2023-12~" is
// "about Dec 2023", "2021-12/.." is "since Dec 2021". What it does not know it returns as it is.
func DateText(edtf string) string {
	if from, to, ok := strings.Cut(edtf, "/"); ok {
		a, b := DateText(from), DateText(to)
		switch {
		case to == "..", to == "":
			return "since " + a
		case from == "..", from == "":
			return "until " + b
		}
		return a + " – " + b
	}
	if day, clock, ok := strings.Cut(edtf, "T"); ok && len(clock) >= 5 {
		return DateText(day) + ", " + clock[:5]
	}
	about, unsure := "", ""
	date := strings.TrimRight(edtf, "~?%")
	switch marks := edtf[len(date):]; {
	case strings.ContainsAny(marks, "%"):
		about, unsure = "about ", "?"
	case strings.Contains(marks, "~"):
		about = "about "
	case strings.Contains(marks, "?"):
		unsure = "?"
	}
	return about + plainDate(date) + unsure
}

// plainDate is a date without qualifiers.
func plainDate(date string) string {
	parts := strings.Split(date, "-")
	year := parts[0]
	if strings.HasSuffix(year, "X") && len(year) == 4 && !strings.HasPrefix(year, "X") {
		year = strings.ReplaceAll(year, "X", "0") + "s"
	}
	if strings.HasPrefix(year, "X") {
		year = ""
	}
	switch {
	case len(parts) == 1:
		return year
	case len(parts) > 3:
		return date
	}
	middle, ok := seasons[parts[1]]
	if !ok {
		m, err := strconv.Atoi(parts[1])
		if err != nil || m < 1 || m > 12 {
			return strings.TrimSpace(year)
		}
		middle = months[m-1]
	}
	if len(parts) == 3 {
		if d, err := strconv.Atoi(parts[2]); err == nil {
			middle = strconv.Itoa(d) + " " + middle
		}
	}
	return strings.TrimSpace(middle + " " + year)
}
