package english

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"
)

//go:embed calendar.txt
var calendarFile string

var calendar = sync.OnceValue(func() map[string]map[string]int {
	out := map[string]map[string]int{}
	for _, l := range lines(calendarFile) {
		n, err := strconv.Atoi(l.columns[0])
		if err != nil {
			panic("english: calendar.txt: " + err.Error())
		}
		if out[l.section] == nil {
			out[l.section] = map[string]int{}
		}
		for w := range strings.FieldsSeq(l.columns[1]) {
			out[l.section][w] = n
		}
	}
	return out
})

// normal is word in small letters without a final dot.
func normal(word string) string { return strings.TrimSuffix(strings.ToLower(word), ".") }

// Month is the number, 1 to 12, of the month that word names in full or short ("July", "Jul.", "JUL"), or 0. "may" and
// "march" in small letters are months here too: the caller knows the context.
func Month(word string) int { return calendar()["month"][normal(word)] }

// Weekday is the number of the day of the week that word names, from Monday 1 to Sunday 7, or 0. Short forms count only
// with a capital: "sat" is no day.
func Weekday(word string) int {
	n := calendar()["weekday"][normal(word)]
	if n > 0 && len(word) <= 5 && !strings.HasSuffix(word, "day") && word == strings.ToLower(word) {
		return 0
	}
	return n
}

// Season is 21 to 24, as EDTF counts them, for spring, summer, autumn or fall, and winter, or 0.
func Season(word string) int { return calendar()["season"][normal(word)] }
