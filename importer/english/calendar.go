package english

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

//go:embed calendar.txt
var calendarFile string

// CalendarSort is a sort of word that expressions of time are made of; calendar.txt says what the number of each means.
type CalendarSort string

// The sorts of words of the calendar.
const (
	CalMonth   CalendarSort = "month"
	CalWeekday CalendarSort = "weekday"
	CalSeason  CalendarSort = "season"
	CalDay     CalendarSort = "day"
	CalShift   CalendarSort = "shift"
	CalNumber  CalendarSort = "number"
	CalUnit    CalendarSort = "unit"
	CalPart    CalendarSort = "part"
	CalEdge    CalendarSort = "edge"
	CalHours   CalendarSort = "hours"
)

// CalendarWord is a word of the calendar.
type CalendarWord struct {
	Sort CalendarSort
	N    int
}

var calendar = sync.OnceValue(func() map[string]CalendarWord {
	out := map[string]CalendarWord{}
	for w, section := range words(calendarFile) {
		sort, n, _ := strings.Cut(section, " ")
		i, err := strconv.Atoi(n)
		if err != nil {
			panic(fmt.Sprintf("english: calendar.txt: section %q has no number", section))
		}
		out[w] = CalendarWord{CalendarSort(sort), i}
	}
	return out
})

// Calendar is what the lower-case word means in the calendar; ok is false for other words.
func Calendar(word string) (w CalendarWord, ok bool) {
	w, ok = calendar()[word]
	return w, ok
}
