package dock

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"skein/graph"
	"skein/gui/part"
	"skein/gui/theme"
)

// tableRow is a row.
type tableRow struct {
	widget.BaseWidget
	t       *table
	i       int
	cells   *cells // shared with the heads
	on      bool   // of what is selected
	hovered bool

	ground *canvas.Rectangle
	glyph  fyne.CanvasObject
	texts  []*canvas.Text
}

func newTableRow(t *table, i int, places *cells) *tableRow {
	r := &tableRow{t: t, i: i, cells: places, on: t.chosen(i)}
	r.ExtendBaseWidget(r)
	return r
}

func (r *tableRow) mark(on bool) {
	if r.on != on {
		r.on = on
		r.Refresh()
	}
}

// CreateRenderer draws it.
func (r *tableRow) CreateRenderer() fyne.WidgetRenderer {
	row := r.t.list[r.i]
	r.ground = canvas.NewRectangle(theme.Color(theme.None))
	r.ground.CornerRadius = 5
	r.glyph = part.Glyph(row.Kind, row.Hollow, false, glyphSize)
	r.texts = nil
	for i := range row.Cells {
		text := canvas.NewText("", theme.Color(theme.Muted))
		text.TextSize = theme.SmallSize
		if i == 0 {
			text.TextSize = theme.TextSize
		}
		r.texts = append(r.texts, text)
	}
	rr := &tableRowRenderer{r}
	rr.paint()
	return rr
}

type tableRowRenderer struct{ r *tableRow }

func (rr *tableRowRenderer) Destroy() {}
func (rr *tableRowRenderer) Objects() []fyne.CanvasObject {
	o := []fyne.CanvasObject{rr.r.ground, rr.r.glyph}
	for _, t := range rr.r.texts {
		o = append(o, t)
	}
	return o
}
func (rr *tableRowRenderer) MinSize() fyne.Size { return fyne.NewSize(160, theme.RowHeight) }

func (rr *tableRowRenderer) Layout(size fyne.Size) {
	r := rr.r
	r.cells.place(size.Width)
	r.ground.Move(fyne.NewPos(8, 0))
	r.ground.Resize(fyne.NewSize(size.Width-16, size.Height))
	r.glyph.Move(fyne.NewPos(side, (size.Height-glyphSize)/2))
	r.glyph.Resize(fyne.NewSize(glyphSize, glyphSize))
	for i, text := range r.texts {
		x, w := r.cells.x[i], r.cells.w[i]
		if i == 0 {
			x, w = x+glyphRoom, w-glyphRoom
		}
		text.Text = part.Fitted(r.t.list[r.i].Cells[i], w, part.Style{Size: text.TextSize})
		m := text.MinSize()
		if r.cells.columns[i].Number {
			x += w - m.Width
		}
		text.Resize(m)
		text.Move(fyne.NewPos(x, (size.Height-m.Height)/2))
	}
}

func (rr *tableRowRenderer) paint() {
	ground := theme.None
	switch {
	case rr.r.on:
		ground = theme.Wash
	case rr.r.hovered:
		ground = theme.Hover
	}
	rr.r.ground.FillColor = theme.Color(ground)
	for i, text := range rr.r.texts {
		text.Color = theme.Color(rr.r.ink(i))
	}
}

func (rr *tableRowRenderer) Refresh() {
	rr.paint()
	rr.r.ground.Refresh()
	for _, text := range rr.r.texts {
		text.Refresh()
	}
}

// ink is the colour of a cell: names stand out, what is in doubt is in the colour of alarm.
func (r *tableRow) ink(i int) fyne.ThemeColorName {
	row := r.t.list[r.i]
	switch cell := row.Cells[i]; {
	case i == 0 || row.Claim != "" && i == 2:
		return theme.Text
	case cell == string(graph.Denied) || cell == "disputed" || cell == "rejected":
		return theme.Alarm
	}
	return theme.Muted
}

// Tapped goes to what the row is about.
func (r *tableRow) Tapped(*fyne.PointEvent) { r.t.take(r.i) }

// MouseIn lights it.
func (r *tableRow) MouseIn(*desktop.MouseEvent) {
	r.hovered = true
	r.Refresh()
}

// MouseMoved does nothing.
func (r *tableRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut dims it.
func (r *tableRow) MouseOut() {
	r.hovered = false
	r.Refresh()
}

// Cursor is a hand.
func (r *tableRow) Cursor() desktop.Cursor { return desktop.PointerCursor }
