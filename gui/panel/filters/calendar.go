package filters

import (
	"fmt"
	"time"

	"skein/graph/edtf"
	"skein/graph/schema"
	"skein/graph/snapshot"
)

// calendar is the dated claims of a graph in columns of months, or of years where there would be too many months.
type calendar struct {
	columns []period
	counts  []int       // claims whose date shares a day with the column
	dates   []edtf.Span // of the claims
}

// period is a month, a year, or some years. Its ends are EDTF.
type period struct {
	since, until string
	span         edtf.Span
}

// Limits of the columns.
const (
	mostMonths  = 36
	mostColumns = 60
)

// calendarOf sorts a snapshot's dated claims by date. Dates of no known year are left out.
func calendarOf(s *snapshot.Snapshot) calendar {
	var c calendar
	claims, entities := s.Claims(), s.Entities()
	all := edtf.Span{First: edtf.Future, Last: edtf.Past}
	for i := range claims {
		if claims[i].Predicate != schema.Time && entities[claims[i].From].Time == "" {
			continue
		}
		d, ok := s.Date(i)
		if !ok || d.Yearly {
			continue
		}
		c.dates = append(c.dates, d)
		for _, end := range []edtf.Day{d.First, d.Last} {
			if end != edtf.Past && end != edtf.Future {
				all = all.Union(edtf.Span{First: end, Last: end})
			}
		}
	}
	if all.First > all.Last {
		return calendar{}
	}
	c.divide(all.First.Time(), all.Last.Time())
	for _, d := range c.dates {
		for i := range c.columns {
			if c.columns[i].span.Overlaps(d) {
				c.counts[i]++
			}
		}
	}
	return c
}

// divide makes the columns from one day to another.
func (c *calendar) divide(from, to time.Time) {
	add := func(since, until string) {
		a, ok := edtf.Parse(since)
		b, ok2 := edtf.Parse(until)
		if ok && ok2 {
			c.columns = append(c.columns, period{since, until, a.Union(b)})
		}
	}
	if months := (to.Year()-from.Year())*12 + int(to.Month()) - int(from.Month()) + 1; months <= mostMonths {
		for i := range months {
			m := time.Date(from.Year(), from.Month()+time.Month(i), 1, 0, 0, 0, 0, time.UTC).Format("2006-01")
			add(m, m)
		}
	} else {
		years := to.Year() - from.Year() + 1
		step := (years + mostColumns - 1) / mostColumns
		for y := from.Year(); y <= to.Year(); y += step {
			add(fmt.Sprintf("%04d", y), fmt.Sprintf("%04d", y+step-1))
		}
	}
	c.counts = make([]int, len(c.columns))
}

// run is the columns that a filter leaves: those that share a day with the time from since to until.
func (c *calendar) run(since, until string) (first, last int) {
	span := spanOf(since, until)
	first, last = len(c.columns), -1
	for i, p := range c.columns {
		if p.span.Overlaps(span) {
			first, last = min(first, i), i
		}
	}
	return first, last
}

// within counts the dated claims that a filter leaves.
func (c *calendar) within(since, until string) int {
	span, n := spanOf(since, until), 0
	for _, d := range c.dates {
		if d.Overlaps(span) {
			n++
		}
	}
	return n
}

// spanOf is the time from one date to another; an end that is not set, or not a date, is open.
func spanOf(since, until string) edtf.Span {
	span := edtf.Span{First: edtf.Past, Last: edtf.Future}
	if a, ok := edtf.Parse(since); ok {
		span.First = a.First
	}
	if b, ok := edtf.Parse(until); ok {
		span.Last = b.Last
	}
	return span
}
