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
	Tight       bool                   // less room at the left and right: within a panel that has room already

	data    RowData
	hovered bool
	ground  *canvas.Rectangle
	mark    *fyne.Container
	label   *canvas.Text
	detail  *canvas.Text
	right   *canvas.Text
	glyph   fyne.CanvasObject
}

// RowData is what a row shows.
type RowData struct {
	Mark   fyne.CanvasObject // before the label; nil for none
	Kind   graph.Kind        // a glyph before the label, "" for none
	Hollow bool
	Label  string
	Detail string // grey, behind the label
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
		m := fyne.MeasureText(r.data.Right, theme.SmallSize, fyne.TextStyle{})
		r.right.Resize(m)
		r.right.Move(fyne.NewPos(end-m.Width, (size.Height-m.Height)/2))
		end -= m.Width + 10
	}
	style := Style{Bold: r.data.Bold}
	room := end - x
	r.label.Text = Fitted(r.data.Label, room, style)
	m := style.measure(r.label.Text)
	r.label.Resize(m)
	r.label.Move(fyne.NewPos(x, (size.Height-m.Height)/2))
	small := Style{Size: theme.SmallSize}
	r.detail.Text = Fitted(r.data.Detail, room-m.Width-8, small)
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
			setGlyph(r.glyph, d.Kind, d.Hollow, d.Off)
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

// Tapped does what the row does.
func (r *Row) Tapped(*fyne.PointEvent) {
	if r.OnTapped != nil {
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
func (r *Row) MouseIn(*desktop.MouseEvent) {
	r.hovered = true
	r.Refresh()
}

// MouseMoved does nothing.
func (r *Row) MouseMoved(*desktop.MouseEvent) {}

// MouseOut dims it.
func (r *Row) MouseOut() {
	r.hovered = false
	r.Refresh()
}

// Chip is a small rounded word.
type Chip struct {
	widget.BaseWidget
	Text     string
	Kind     graph.Kind // a glyph before it, "" for none
	Hollow   bool
	Ink      fyne.ThemeColorName // "" is muted
	Fill     fyne.ThemeColorName // "" is quiet
	OnTapped func()

	hovered bool
	box     *canvas.Rectangle
	text    *canvas.Text
	glyph   fyne.CanvasObject
}

// NewChip makes a chip.
func NewChip(text string, tapped func()) *Chip {
	c := &Chip{Text: text, OnTapped: tapped}
	c.ExtendBaseWidget(c)
	return c
}

// NewKindChip makes a chip with a glyph.
func NewKindChip(text string, k graph.Kind, hollow bool, tapped func()) *Chip {
	c := &Chip{Text: text, Kind: k, Hollow: hollow, Ink: theme.Text, OnTapped: tapped}
	c.ExtendBaseWidget(c)
	return c
}

const chipHeight = 21

// CreateRenderer draws it.
func (c *Chip) CreateRenderer() fyne.WidgetRenderer {
	c.box = canvas.NewRectangle(theme.Color(theme.Quiet))
	c.box.CornerRadius = chipHeight / 2
	c.text = canvas.NewText(c.Text, theme.Color(theme.Muted))
	if c.Kind != "" {
		c.glyph = Glyph(c.Kind, c.Hollow, false, 11)
	}
	r := &chipRenderer{c}
	r.paint()
	return r
}

type chipRenderer struct{ c *Chip }

func (r *chipRenderer) Destroy() {}
func (r *chipRenderer) Objects() []fyne.CanvasObject {
	if r.c.glyph != nil {
		return []fyne.CanvasObject{r.c.box, r.c.text, r.c.glyph}
	}
	return []fyne.CanvasObject{r.c.box, r.c.text}
}

func (c *Chip) lead() float32 {
	if c.Kind != "" {
		return 24
	}
	return 9
}

func (r *chipRenderer) MinSize() fyne.Size {
	m := fyne.MeasureText(r.c.Text, theme.HeadingSize, fyne.TextStyle{})
	return fyne.NewSize(m.Width+r.c.lead()+9, chipHeight)
}

func (r *chipRenderer) Layout(size fyne.Size) {
	r.c.box.Resize(size)
	style := Style{Size: theme.HeadingSize}
	r.c.text.Text = Fitted(r.c.Text, size.Width-r.c.lead()-8, style)
	m := style.measure(r.c.text.Text)
	r.c.text.Resize(m)
	r.c.text.Move(fyne.NewPos(r.c.lead(), (size.Height-m.Height)/2))
	if r.c.glyph != nil {
		r.c.glyph.Resize(fyne.NewSize(11, 11))
		r.c.glyph.Move(fyne.NewPos(8, (size.Height-11)/2))
	}
}

func (r *chipRenderer) paint() {
	c := r.c
	ink, fill := c.Ink, c.Fill
	if ink == "" {
		ink = theme.Muted
	}
	if fill == "" {
		fill = theme.Quiet
	}
	if c.hovered && c.OnTapped != nil {
		fill = theme.Wash
	}
	c.box.FillColor = theme.Color(fill)
	c.text.Color, c.text.TextSize = theme.Color(ink), theme.HeadingSize
}

func (r *chipRenderer) Refresh() {
	r.paint()
	r.Layout(r.c.Size())
	r.c.box.Refresh()
	r.c.text.Refresh()
}

// Tapped does what the chip does.
func (c *Chip) Tapped(*fyne.PointEvent) {
	if c.OnTapped != nil {
		c.OnTapped()
	}
}

// MouseIn lights it.
func (c *Chip) MouseIn(*desktop.MouseEvent) {
	c.hovered = true
	c.Refresh()
}

// MouseMoved does nothing.
func (c *Chip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut dims it.
func (c *Chip) MouseOut() {
	c.hovered = false
	c.Refresh()
}

// Cursor is a hand over a chip that does something.
func (c *Chip) Cursor() desktop.Cursor {
	if c.OnTapped != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}
