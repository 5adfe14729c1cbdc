package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"skein/graph"
	"skein/gui/theme"
)

// Chip is a small rounded word.
type Chip struct {
	widget.BaseWidget
	Text     string
	Kind     graph.Kind // a glyph before it, "" for none
	Hollow   bool
	Ink      fyne.ThemeColorName // "" is muted
	Fill     fyne.ThemeColorName // "" is quiet
	OnTapped func()
	Tips     *Tips
	Tip      string

	hovered bool
	box     *canvas.Rectangle
	text    *canvas.Text
	glyph   *Drawing
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

// WithTip gives it a tip.
func (c *Chip) WithTip(tips *Tips, tip string) *Chip {
	c.Tips, c.Tip = tips, tip
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
	m := Style{Size: theme.HeadingSize}.measure(r.c.Text)
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
	c.Tips.Hide()
	if c.OnTapped != nil {
		c.OnTapped()
	}
}

// MouseIn lights it.
func (c *Chip) MouseIn(*desktop.MouseEvent) {
	c.hovered = true
	c.Refresh()
	c.Tips.Show(c, c.Tip)
}

// MouseMoved does nothing.
func (c *Chip) MouseMoved(*desktop.MouseEvent) {}

// MouseOut dims it.
func (c *Chip) MouseOut() {
	c.hovered = false
	c.Refresh()
	c.Tips.Hide()
}

// Cursor is a hand over a chip that does something.
func (c *Chip) Cursor() desktop.Cursor {
	if c.OnTapped != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}
