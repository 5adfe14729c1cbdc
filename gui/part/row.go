package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"skein/graph"
	"skein/gui/theme"
)

// Row is a line of a list: a mark, a label, something grey at the right.
type Row struct {
	widget.BaseWidget
	OnTapped    func()
	OnSecondary func(at fyne.Position) // right click, at this place of the window
	OnRight     func()                 // a click on what is at the right; nil: it is part of the row
	RightTip    string                 // what that does
	Tight       bool                   // less room at the left and right: within a panel that has room already
	Tips        *Tips                  // shows Tip, or else the label when it had to be cut
	Tip         string

	data    RowData
	hovered bool
	onRight bool // the pointer is on what is at the right
	ground  *canvas.Rectangle
	mark    *fyne.Container
	label   *canvas.Text
	detail  *canvas.Text
	right   *canvas.Text
	glyph   *Drawing
}

// RowData is what a row shows.
type RowData struct {
	Mark   fyne.CanvasObject // before the label; nil for none
	Kind   graph.Kind        // a glyph before the label, "" for none
	Hollow bool
	Label  string
	Detail string // grey, behind the label, as far as there is room
	Insist bool   // the detail has to be read: the label gives way to it
	Right  string // grey, at the right
	Off    bool   // switched off: faint
	Chosen bool   // on the accent's wash
	Bold   bool
}

// NewRow makes a row.
func NewRow(data RowData, tapped func()) *Row {
	r := &Row{data: data, OnTapped: tapped}
	r.ExtendBaseWidget(r)
	return r
}

// Set changes what it shows.
func (r *Row) Set(data RowData) {
	r.data = data
	r.Refresh()
}

// CreateRenderer draws it.
func (r *Row) CreateRenderer() fyne.WidgetRenderer {
	r.ground = canvas.NewRectangle(theme.Color(theme.None))
	r.ground.CornerRadius = 5
	r.label = canvas.NewText("", theme.Color(theme.Text))
	r.detail = canvas.NewText("", theme.Color(theme.Muted))
	r.right = canvas.NewText("", theme.Color(theme.Muted))
	r.mark = &fyne.Container{}
	rr := &rowRenderer{r}
	rr.paint()
	return rr
}

type rowRenderer struct{ r *Row }

func (rr *rowRenderer) Destroy() {}
func (rr *rowRenderer) Objects() []fyne.CanvasObject {
	r := rr.r
	return []fyne.CanvasObject{r.ground, r.mark, r.label, r.detail, r.right}
}
func (rr *rowRenderer) MinSize() fyne.Size { return fyne.NewSize(40, theme.RowHeight) }

func (rr *rowRenderer) Layout(size fyne.Size) {
	r := rr.r
	pad := float32(16)
	inset := float32(8)
	if r.Tight {
		pad, inset = 8, 0
	}
	r.ground.Move(fyne.NewPos(inset, 0))
	r.ground.Resize(fyne.NewSize(size.Width-2*inset, size.Height))
	x := pad
	if len(r.mark.Objects) > 0 {
		m := r.mark.Objects[0].MinSize()
		r.mark.Resize(m)
		r.mark.Move(fyne.NewPos(x, (size.Height-m.Height)/2))
		r.mark.Objects[0].Resize(m)
		x += m.Width + 10
	}
	end := size.Width - pad
	if r.data.Right != "" {
		m := Style{Size: theme.SmallSize}.measure(r.data.Right)
		r.right.Resize(m)
		r.right.Move(fyne.NewPos(end-m.Width, (size.Height-m.Height)/2))
		end -= m.Width + 10
	}
	style := Style{Bold: r.data.Bold}
	room := end - x
	forLabel := room
	if r.data.Insist {
		forLabel -= fyne.Min(Style{Size: theme.SmallSize}.measure(r.data.Detail).Width+8, room*0.45)
	}
	r.label.Text = Fitted(r.data.Label, forLabel, style)
	m := style.measure(r.label.Text)
	r.label.Resize(m)
	r.label.Move(fyne.NewPos(x, (size.Height-m.Height)/2))
	small := Style{Size: theme.SmallSize}
	r.detail.Text = Fitted(r.data.Detail, room-m.Width-8, small)
	if len(r.detail.Text) < 8 && r.detail.Text != r.data.Detail { // a few letters say nothing
		r.detail.Text = ""
	}
	d := small.measure(r.detail.Text)
	r.detail.Resize(d)
	r.detail.Move(fyne.NewPos(x+m.Width+8, (size.Height-d.Height)/2+0.5))
}

func (rr *rowRenderer) paint() {
	r := rr.r
	d := r.data
	ground, ink, grey := theme.None, theme.Text, theme.Muted
	if r.hovered && r.OnTapped != nil {
		ground = theme.Hover
	}
	if d.Chosen {
		ground = theme.Wash
	}
	if d.Off {
		ink, grey = theme.Faint, theme.Faint
	}
	if r.onRight {
		grey = theme.Accent
	}
	r.ground.FillColor = theme.Color(ground)
	r.label.Color, r.label.TextSize, r.label.TextStyle = theme.Color(ink), theme.TextSize, fyne.TextStyle{Bold: d.Bold}
	r.detail.Color, r.detail.TextSize = theme.Color(theme.Muted), theme.SmallSize
	r.right.Text, r.right.Color, r.right.TextSize = d.Right, theme.Color(grey), theme.SmallSize
	switch {
	case d.Mark != nil:
		r.mark.Objects = []fyne.CanvasObject{d.Mark}
	case d.Kind != "":
		if r.glyph == nil {
			r.glyph = Glyph(d.Kind, d.Hollow, d.Off, 16)
		} else {
			r.glyph.set(func() fyne.Resource { return glyphResource(d.Kind, d.Hollow, d.Off) })
		}
		r.mark.Objects = []fyne.CanvasObject{r.glyph}
	default:
		r.mark.Objects = nil
	}
}

func (rr *rowRenderer) Refresh() {
	rr.paint()
	rr.Layout(rr.r.Size())
	for _, o := range rr.Objects() {
		o.Refresh()
	}
}

// overRight reports whether a place of the row is on what is at the right, with some room around it.
func (r *Row) overRight(p fyne.Position) bool {
	return r.OnRight != nil && r.data.Right != "" && p.X >= r.right.Position().X-8
}

// Tapped does what the row does.
func (r *Row) Tapped(e *fyne.PointEvent) {
	r.Tips.Hide()
	switch {
	case r.overRight(e.Position):
		r.OnRight()
	case r.OnTapped != nil:
		r.OnTapped()
	}
}

// TappedSecondary is the right click.
func (r *Row) TappedSecondary(e *fyne.PointEvent) {
	if r.OnSecondary != nil {
		r.OnSecondary(e.AbsolutePosition)
	}
}

// MouseIn lights it.
func (r *Row) MouseIn(e *desktop.MouseEvent) {
	r.hovered, r.onRight = true, r.overRight(e.Position)
	r.Refresh()
	r.tip()
}

// tip shows what belongs to where the pointer is.
func (r *Row) tip() {
	r.Tips.Hide()
	switch {
	case r.onRight:
		r.Tips.Show(r.right, r.RightTip)
	case r.Tip != "":
		r.Tips.Show(r, r.Tip)
	case r.label.Text != r.data.Label:
		r.Tips.Show(r, r.data.Label)
	}
}

// MouseMoved lights what is at the right when that can be clicked.
func (r *Row) MouseMoved(e *desktop.MouseEvent) {
	if on := r.overRight(e.Position); on != r.onRight {
		r.onRight = on
		r.Refresh()
		r.tip()
	}
}

// MouseOut dims it.
func (r *Row) MouseOut() {
	r.hovered, r.onRight = false, false
	r.Refresh()
	r.Tips.Hide()
}

// Cursor is a hand over a row that does something.
func (r *Row) Cursor() desktop.Cursor {
	if r.OnTapped != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}
