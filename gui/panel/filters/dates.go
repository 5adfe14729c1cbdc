package filters

import (
	"fyne.io/fyne/v2"

	"skein/graph/edtf"
	"skein/gui/model"
	"skein/gui/part"
	"skein/gui/theme"
)

// dates are the two fields of the span of time.
type dates struct {
	p            *Panel
	since, until *part.Framed
	hint         *part.Line // how dates are written, or that one is not
}

func newDates(p *Panel, keys func(fyne.Shortcut) bool) *dates {
	d := &dates{p: p, hint: part.NewLine("", part.Style{Size: theme.SmallSize, Color: theme.Muted})}
	d.since, d.until = d.field("from", keys), d.field("until", keys)
	return d
}

func (d *dates) field(hint string, keys func(fyne.Shortcut) bool) *part.Framed {
	f := part.NewField(hint)
	f.OnShortcut = keys
	f.OnSubmitted = func(string) { d.take() }
	f.OnChanged = func(string) { d.check() }
	f.OnFocus = func(in bool) {
		if !in {
			d.take()
		}
	}
	return part.Frame(f, "", "")
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
	f := d.p.last.Filters
	since, until := d.since.Field.Text, d.until.Field.Text
	if !d.check() || f.Since == since && f.Until == until {
		return
	}
	f.Since, f.Until = since, until
	d.p.set(f, "filter by date")
}

func (d *dates) rows(f model.Filters) []fyne.CanvasObject {
	for field, text := range map[*part.Framed]string{d.since: f.Since, d.until: f.Until} {
		if field.Field.Text != text && !field.Focused() {
			field.Field.SetText(text)
		}
	}
	d.check()
	undated := func() {
		f := d.p.last.Filters
		f.DatedOnly = !f.DatedOnly
		d.p.set(f, "filter by date")
	}
	r := d.p.row("undated", part.RowData{Label: "Undated claims too", Mark: part.Tick(!f.DatedOnly)}, undated, undated)
	return []fyne.CanvasObject{
		inset(4, 4, &fyne.Container{Layout: halves{8}, Objects: []fyne.CanvasObject{d.since, d.until}}),
		inset(0, 2, d.hint), r,
	}
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
