package edtf

import (
	"math/rand/v2"
	"strings"
	"testing"
	"time"
)

// iso writes a span as first/last, open ends as dots.
func iso(s Span) string {
	day := func(d Day) string {
		switch d {
		case Past, Future:
			return ".."
		}
		return d.Time().Format("2006-01-02")
	}
	out := day(s.First) + "/" + day(s.Last)
	if s.Yearly {
		out += " yearly"
	}
	return out
}

func TestParse(t *testing.T) {
	for text, want := range map[string]string{
		// years, months, days
		"2023":                      "2023-01-01/2023-12-31",
		"2023-07":                   "2023-07-01/2023-07-31",
		"2023-12":                   "2023-12-01/2023-12-31",
		"2023-07-19":                "2023-07-19/2023-07-19",
		"2024-02-29":                "2024-02-29/2024-02-29",
		"2024-02":                   "2024-02-01/2024-02-29",
		"1900-02":                   "1900-02-01/1900-02-28",
		"2023-07-19T14:30:00Z":      "2023-07-19/2023-07-19",
		"2023-07-19T23:30:00-05:00": "2023-07-19/2023-07-19",
		"  2023  ":                  "2023-01-01/2023-12-31",
		"0000":                      "0000-01-01/0000-12-31",
		"-0001":                     "-0001-01-01/-0001-12-31",
		// doubt
		"2023-12~":       "2023-12-01/2023-12-31",
		"2023?":          "2023-01-01/2023-12-31",
		"2023-07-19%":    "2023-07-19/2023-07-19",
		"?2023-~07":      "2023-07-01/2023-07-31",
		"2023-07?-19~":   "2023-07-19/2023-07-19",
		"2021-12~/2022?": "2021-12-01/2022-12-31",
		// parts of a year
		"2023-21": "2023-03-01/2023-05-31",
		"2023-22": "2023-06-01/2023-08-31",
		"2023-23": "2023-09-01/2023-11-30",
		"2023-24": "2023-12-01/2024-02-29",
		"2023-25": "2023-03-01/2023-05-31",
		"2023-28": "2023-12-01/2024-02-29",
		"2023-29": "2023-09-01/2023-11-30",
		"2023-30": "2023-12-01/2024-02-29",
		"2023-31": "2023-03-01/2023-05-31",
		"2023-32": "2023-06-01/2023-08-31",
		"2023-33": "2023-01-01/2023-03-31",
		"2023-36": "2023-10-01/2023-12-31",
		"2023-37": "2023-01-01/2023-04-30",
		"2023-39": "2023-09-01/2023-12-31",
		"2023-40": "2023-01-01/2023-06-30",
		"2023-41": "2023-07-01/2023-12-31",
		// digits left open
		"202X":       "2020-01-01/2029-12-31",
		"20XX":       "2000-01-01/2099-12-31",
		"XXXX-06-25": "2000-06-25/2000-06-25 yearly",
		"XXXX-02":    "2000-02-01/2000-02-29 yearly",
		"2023-XX":    "2023-01-01/2023-12-31",
		"2023-07-XX": "2023-07-01/2023-07-31",
		"2023-XX-25": "2023-01-25/2023-12-25",
		// intervals and sets
		"2021-12-03/2022-01":    "2021-12-03/2022-01-31",
		"2023-07-19/2023-07-19": "2023-07-19/2023-07-19",
		"2021-12/..":            "2021-12-01/..",
		"2021-12/":              "2021-12-01/..",
		"../2022":               "../2022-12-31",
		"/2022":                 "../2022-12-31",
		"[2021,2023]":           "2021-01-01/2023-12-31",
		"{2021..2023}":          "2021-01-01/2023-12-31",
		"{2021-05, 2020}":       "2020-01-01/2021-05-31",
		"[..2023]":              "../2023-12-31",
	} {
		s, ok := Parse(text)
		if got := iso(s); !ok || got != want {
			t.Errorf("%q is %s, %v, not %s", text, got, ok, want)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, text := range []string{
		"", " ", "..", "/", "../..", "yesterday", "23", "202", "20233", "2023-", "2023-0", "2023-7", "2023-00", "2023-13", "2023-20", "2023-42", "2023-07-",
		"2023-07-00", "2023-07-32", "2023-02-29", "2023-06-31", "2023-21-05", "2023-07-19-01", "2023/07/19", "07/19/2023", "X023", "2X23", "XXXX", "+2023", "--2023",
		"2023T", "2023-07-19Tnoon", "[", "[]", "{}", "[2021", "2021]", "[2021;2022]", "2022/2021", "XXXX-06/2023", "Y", "Yx", "Y99999999999", "２０２３", "2023-07-19\x00",
	} {
		if s, ok := Parse(text); ok {
			t.Errorf("%q is read as %s", text, iso(s))
		}
	}
}

func TestLongYears(t *testing.T) {
	s, ok := Parse("Y170000")
	if !ok || s.First >= s.Last || s.Last-s.First > 366 || s.First.year() != 170000 {
		t.Errorf("Y170000 is %v, %v", s, ok)
	}
}

func TestOverlaps(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"2023", "2023-07", true}, {"2023", "2024", false}, {"2023-07-19", "2023-07-19", true}, {"2023-07-19", "2023-07-20", false},
		{"2021/..", "2030", true}, {"2021/..", "2020", false}, {"../2021", "2021-12-31", true}, {"../2021", "2022", false}, {"../2021", "2020/..", true},
		{"XXXX-06-25", "2023-06", true}, {"XXXX-06-25", "2023-07", false}, {"XXXX-06-25", "2023-07/2024-06-24", false}, {"XXXX-06-25", "2023-07/2024-06-25", true},
		{"XXXX-06-25", "../2021", true}, {"XXXX-06-25", "XXXX-06", true}, {"XXXX-06-25", "XXXX-07", false},
		{"XXXX-02-29", "2024-02", true}, {"XXXX-02-29", "2023-02", false}, {"XXXX-02", "2023-02-28", true}, {"XXXX-12-31", "2022-12-31/2023-01-01", true},
		{"XXXX-24", "2024-02-10", true}, {"XXXX-24", "2024-03-01", false},
	} {
		a, okA := Parse(test.a)
		b, okB := Parse(test.b)
		if !okA || !okB {
			t.Fatalf("%q or %q is not read", test.a, test.b)
		}
		if got, back := a.Overlaps(b), b.Overlaps(a); got != test.want || back != test.want {
			t.Errorf("%s and %s overlap: %v, and the other way round %v", test.a, test.b, got, back)
		}
	}
}

// TestEveryDay reads every day of four centuries as the time package writes it.
func TestEveryDay(t *testing.T) {
	day := time.Date(1790, 1, 1, 0, 0, 0, 0, time.UTC)
	for day.Year() < 2190 {
		s, ok := Parse(day.Format("2006-01-02"))
		if !ok || s.First != s.Last || !s.First.Time().Equal(day) {
			t.Fatalf("%v is %v, %v", day, s, ok)
		}
		month, _ := Parse(day.Format("2006-01"))
		if !month.Overlaps(s) || month.Union(s) != month {
			t.Fatalf("%v is not in its month, %v", day, month)
		}
		day = day.AddDate(0, 0, 1)
	}
}

// TestAnyText reads texts of the marks of dates in any order: it never fails, and what it reads is in order.
func TestAnyText(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	read := 0
	for range 200_000 {
		var b strings.Builder
		for range 1 + r.IntN(12) {
			b.WriteByte("0123456789012-X~?%/.,[]{}TY"[r.IntN(27)])
		}
		if s, ok := Parse(b.String()); ok {
			if read++; s.First > s.Last {
				t.Errorf("%q is read as %s", b.String(), iso(s))
			}
		}
	}
	if read < 500 {
		t.Errorf("only %d texts were read", read)
	}
}
