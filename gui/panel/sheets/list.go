package sheets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"skein/gui/part"
	"skein/gui/theme"
)

// list is what a sheet offers. Rows are used again, so typing does not make new ones.
type list struct {
	rows   []*part.Row
	column *fyne.Container
	scroll *container.Scroll
	take   func(i int)
	at     int
}

// Room above and below the rows.
const listPad = 6

func newList(take func(i int)) *list {
	l := &list{take: take, column: &fyne.Container{Layout: rowsLayout{}}}
	l.scroll = container.NewVScroll(l.column)
	return l
}

// rowsLayout lays rows under each other.
type rowsLayout struct{}

func (rowsLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	for i, r := range o {
		r.Move(fyne.NewPos(side-8, listPad+float32(i*theme.RowHeight)))
		r.Resize(fyne.NewSize(size.Width-2*(side-8), theme.RowHeight))
	}
}
func (rowsLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, rowsHeight(len(o)))
}

func rowsHeight(n int) float32 { return float32(n*theme.RowHeight) + 2*listPad }

// set shows rows, of which the one at a place is chosen and kept in view.
func (l *list) set(data []part.RowData, at int) {
	for i := len(l.rows); i < len(data); i++ {
		r := part.NewRow(part.RowData{}, func() { l.take(i) })
		r.Tight = true
		l.rows = append(l.rows, r)
	}
	shown := make([]fyne.CanvasObject, len(data))
	for i, d := range data {
		d.Chosen = i == at
		l.rows[i].Set(d)
		shown[i] = l.rows[i]
	}
	if len(shown) != len(l.column.Objects) {
		l.column.Objects = shown
		l.scroll.Offset = fyne.Position{}
		l.column.Refresh()
	}
	l.at = at
	l.reveal()
}

// reveal scrolls as little as is needed to see the chosen row.
func (l *list) reveal() {
	view := l.scroll.Size().Height
	top := float32(l.at * theme.RowHeight)
	y := fyne.Min(l.scroll.Offset.Y, top)
	y = fyne.Max(y, top+theme.RowHeight+2*listPad-view)
	l.scroll.Offset.Y = fyne.Max(0, fyne.Min(y, rowsHeight(len(l.column.Objects))-view))
	l.scroll.Refresh()
}
