package filters

import (
	"fyne.io/fyne/v2"

	"skein/graph/edtf"
	"skein/gui/model"
	"skein/gui/part"
	"skein/gui/theme"
)

// dates is the span of time: columns to drag over, and two fields to write it.
type dates struct {
	p            *Panel
	calendar     calendar
	chart        *part.Histogram
	chosen       *part.Line
	since, until *part.Framed
	hint         *part.Line // how dates are written, or that one is not
}

func newDates(p *Panel, keys func(fyne.Shortcut) bool) *dates {
	small := part.Style{Size: theme.SmallSize, Color: theme.Muted}
	d := &dates{p: p, chart: part.NewHistogram(), chosen: part.NewLine("", small), hint: part.NewLine("", small)}
	d.chart.OnSet = func(first, last int) { d.set(d.period(first, last)) }
	d.chart.OnMove = func(first, last int) { d.chosen.SetText(d.text(d.period(first, last))) }
	d.since, d.until = d.field("from", keys), d.field("until", keys)
	return d
}

func (d *dates) field(hint string, keys func(fyne.Shortcut) bool) *part.Framed {
	f := part.NewField(hint)
	f.OnShortcut = keys
	f.OnSubmitted = func(string) {
		if d.check() {
			f.Leave()
		}
	}
	f.OnKey = func(k fyne.KeyName) bool {
		if k != fyne.KeyEscape {
			return false
		}
		d.since.Field.SetText(d.p.last.Filters.Since)
		d.until.Field.SetText(d.p.last.Filters.Until)
		f.Leave()
		return true
	}
	f.OnChanged = func(string) { d.check() }
	f.OnFocus = func(in bool) {
		if !in {
			d.take()
		}
	}
	return part.Frame(f, "", "")
}

// period is the time of a run of columns; of all of them it is any time.
func (d *dates) period(first, last int) (since, until string) {
	c := d.calendar.columns
	if first <= 0 && last >= len(c)-1 {
		return "", ""
	}
	return c[first].since, c[last].until
}

// text says what is chosen, and how many dated claims are of that time.
func (d *dates) text(since, until string) string {
	n := model.Number(d.calendar.within(since, until)) + " dated"
	when := d.calendar.whole
	if since != "" || until != "" {
		when = between(since, until)
	}
	return when + " · " + n
}

// check marks what is not a date, and reports whether all is well.
func (d *dates) check() bool {
	well := true
	for _, f := range []*part.Framed{d.since, d.until} {
		_, ok := edtf.Parse(f.Field.Text)
		ok = ok || f.Field.Text == ""
		f.SetAlarm(!ok)
		well = well && ok
	}
	text, ink := "2023, 2023-07 or 2023-07-11", theme.Muted
	if !well {
		text, ink = "not a date: try 2023-07-11", theme.Alarm
	}
	d.hint.SetStyle(part.Style{Size: theme.SmallSize, Color: ink})
	d.hint.SetText(text)
	return well
}

// take sets the filter to what was typed.
func (d *dates) take() {
	if d.check() {
		d.set(d.since.Field.Text, d.until.Field.Text)
	}
}

func (d *dates) set(since, until string) {
	f := d.p.last.Filters
	if f.Since != since || f.Until != until {
		f.Since, f.Until = since, until
		d.p.set(f, "filter by date")
	}
}

func (d *dates) rows(f model.Filters) []fyne.CanvasObject {
	for field, text := range map[*part.Framed]string{d.since: f.Since, d.until: f.Until} {
		if field.Field.Text != text && !field.Focused() {
			field.Field.SetText(text)
		}
	}
	d.check()
	var rows []fyne.CanvasObject
	if len(d.calendar.columns) > 1 {
		first, last := d.calendar.run(f.Since, f.Until)
		d.chart.Set(d.calendar.counts, first, last)
		d.chosen.SetText(d.text(f.Since, f.Until))
		rows = append(rows, inset(4, 4, d.chart), inset(0, 4, d.chosen))
	}
	undated := func() {
		f := d.p.last.Filters
		f.DatedOnly = !f.DatedOnly
		d.p.set(f, "filter by date")
	}
	r := d.p.row("undated", part.RowData{Label: "Undated claims too", Mark: part.Tick(!f.DatedOnly)}, undated, undated)
	return append(rows, inset(4, 4, &fyne.Container{Layout: halves{8}, Objects: []fyne.CanvasObject{d.since, d.until}}),
		inset(0, 2, d.hint), r)
}

// halves are things of the same width beside each other.
type halves struct{ gap float32 }

func (h halves) Layout(o []fyne.CanvasObject, size fyne.Size) {
	w := (size.Width - h.gap*float32(len(o)-1)) / float32(len(o))
	for i, x := range o {
		x.Resize(fyne.NewSize(w, size.Height))
		x.Move(fyne.NewPos(float32(i)*(w+h.gap), 0))
	}
}

func (h halves) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(80, o[0].MinSize().Height)
}
