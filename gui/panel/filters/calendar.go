package filters

import (
	"slices"
	"time"

	"skein/graph/edtf"
	"skein/graph/schema"
	"skein/graph/snapshot"
	"skein/gui/model"
)

// calendar is the dated claims of a graph in columns of months, or of years where there would be too many months. What
// lies far off the rest, such as a war of the last century in the news of a year, is one column at the beginning or end.
type calendar struct {
	columns []period
	counts  []int       // claims whose date shares a day with the column
	dates   []edtf.Span // of the claims
	whole   string      // the time of them all, as people read it
}

// period is a month, a year, or some years. Its ends are EDTF, or empty where it is open.
type period struct {
	since, until string
	span         edtf.Span
}

// Limits of the columns.
const (
	mostMonths  = 36
	mostColumns = 60
	far         = 0.05 // the share of dates at either end that may be far off
)

// calendarOf sorts a snapshot's dated claims by date. Dates of no known year are left out.
func calendarOf(s *snapshot.Snapshot) calendar {
	var c calendar
	var ends []edtf.Day
	claims, entities := s.Claims(), s.Entities()
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
				ends = append(ends, end)
			}
		}
	}
	if len(ends) == 0 {
		return calendar{}
	}
	slices.Sort(ends)
	c.divide(ends)
	c.counts = make([]int, len(c.columns))
	for _, d := range c.dates {
		for i := range c.columns {
			if c.columns[i].span.Overlaps(d) {
				c.counts[i]++
			}
		}
	}
	return c
}

// divide makes the columns for days in order.
func (c *calendar) divide(ends []edtf.Day) {
	n := len(ends)
	first, last := ends[0].Time(), ends[n-1].Time()
	low, high := ends[int(far*float64(n))].Time(), ends[n-1-int(far*float64(n))].Time()
	layout, whole := "2006", "2006"
	step := 12 // months
	switch {
	case months(first, last) <= mostMonths:
		layout, whole, step = "2006-01", "2006-01", 1
		low, high = first, last
	case months(low, high) <= mostMonths:
		layout, step = "2006-01", 1
	case years(first, last) <= mostColumns:
		low, high = first, last
	default:
		step = 12 * ((years(low, high) + mostColumns - 1) / mostColumns)
	}
	c.whole = between(first.Format(whole), last.Format(whole))
	from := time.Date(low.Year(), low.Month(), 1, 0, 0, 0, 0, time.UTC)
	if step > 1 {
		from = time.Date(low.Year(), 1, 1, 0, 0, 0, 0, time.UTC)
	}
	if first.Before(from) {
		c.add("", from.AddDate(0, 0, -1).Format(layout))
	}
	for !from.After(high) {
		next := from.AddDate(0, step, 0)
		c.add(from.Format(layout), next.AddDate(0, 0, -1).Format(layout))
		from = next
	}
	if !last.Before(from) {
		c.add(from.Format(layout), "")
	}
}

func (c *calendar) add(since, until string) {
	c.columns = append(c.columns, period{since, until, spanOf(since, until)})
}

// months and years count those from one day to another, both included.
func months(a, b time.Time) int { return 12*(b.Year()-a.Year()) + int(b.Month()) - int(a.Month()) + 1 }
func years(a, b time.Time) int  { return b.Year() - a.Year() + 1 }

// between is a time from one date to another as people read it; an empty end is open.
func between(since, until string) string {
	switch {
	case since == until:
		return model.DateText(since)
	case since == "":
		return "until " + model.DateText(until)
	case until == "":
		return "since " + model.DateText(since)
	}
	return model.DateText(since) + " – " + model.DateText(until)
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
