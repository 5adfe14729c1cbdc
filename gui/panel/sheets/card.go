package sheets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"skein/gui/model"
	"skein/gui/part"
	"skein/gui/theme"
)

// side is the room at the left and right within a card.
const side = 20

// card is a sheet: what stays at its top and bottom, and between them a body that gives way when the window is low.
type card struct {
	width float32
	high  bool // near the top of the window, where it does not move
	head  *fyne.Container
	body  fyne.CanvasObject // nil for none
	want  func(width float32) float32
	foot  *fyne.Container
	focus fyne.Focusable
	show  func(s *model.State)

	root *fyne.Container
}

// newCard makes a card that shows what show does.
func newCard(width float32, show func(*model.State)) *card {
	return &card{width: width, show: show, head: part.NewStack(0), foot: part.NewStack(0)}
}

// object is the card on its plate. It is asked for once, when the card is complete.
func (c *card) object() fyne.CanvasObject {
	objects := []fyne.CanvasObject{newStop(theme.None, nil), c.head, c.foot}
	if c.body != nil {
		objects = append(objects, c.body)
	}
	c.root = part.Card(&fyne.Container{Layout: c, Objects: objects})
	return c.root
}

func (c *card) heightFor(width float32) float32 {
	h := part.HeightOf(c.head, width) + part.HeightOf(c.foot, width)
	if c.body != nil {
		h += c.want(width)
	}
	return h
}

// Layout gives the body what head and foot leave.
func (c *card) Layout(o []fyne.CanvasObject, size fyne.Size) {
	head, foot := part.HeightOf(c.head, size.Width), part.HeightOf(c.foot, size.Width)
	set(o[0], 0, size.Width, size.Height)
	set(c.head, 0, size.Width, head)
	set(c.foot, size.Height-foot, size.Width, foot)
	if c.body != nil {
		set(c.body, head, size.Width, fyne.Max(size.Height-head-foot, 0))
	}
}

func set(o fyne.CanvasObject, y, w, h float32) {
	o.Move(fyne.NewPos(0, y))
	o.Resize(fyne.NewSize(w, h))
}

// MinSize is nothing: a card gives way.
func (c *card) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

// titled puts a title and a button that closes at the card's top.
func (p *Panel) titled(c *card, s *model.State) {
	shut := part.NewIconButton(part.IconClose, part.Flat, func() { p.send(model.CloseSheet{}) })
	shut.Height, shut.Dim = 26, true
	title := part.NewLine(s.SheetTitle(), part.Style{Size: 15, Bold: true})
	c.head.Add(&fyne.Container{Layout: part.Inset{Left: side, Top: 14, Right: 12, Bottom: 8}, Objects: []fyne.CanvasObject{part.NewAcross(8, 0, title, shut)}})
}

// inset keeps the card's room at the left and right, and some above and below.
func inset(top, bottom float32, o fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: part.Inset{Left: side, Top: top, Right: side, Bottom: bottom}, Objects: []fyne.CanvasObject{o}}
}

// muted is small grey text that wraps.
func muted(text string) *part.Flow { return part.Plain(text, theme.Muted, theme.SmallSize) }

// footer is the line of keys at a card's bottom.
func footer(keys string) fyne.CanvasObject {
	return part.NewStack(0, part.Rule(), inset(8, 9, part.NewLine(keys, part.Style{Size: theme.SmallSize, Color: theme.Muted})))
}

// buttons are what a card ends with: a hint at the left, away, and the deed at the right.
func (p *Panel) buttons(hint string, deed *part.Button) fyne.CanvasObject {
	away := part.NewButton("Cancel", part.Outlined, func() { p.send(model.CloseSheet{}) })
	grey := part.NewLine(hint, part.Style{Size: theme.SmallSize, Color: theme.Muted})
	return inset(12, 16, part.NewAcross(8, 0, grey, away, deed))
}

// ready makes a deed possible, or not.
func ready(deed *part.Button, on bool) {
	deed.Look = part.Primary
	if !on {
		deed.Look = part.Outlined
	}
	deed.Off = !on
	deed.Refresh()
}

// stop is what lies under a card, and the shade over the window: no gesture passes through.
type stop struct {
	widget.BaseWidget
	fill     fyne.ThemeColorName
	onTapped func()
}

func newStop(fill fyne.ThemeColorName, tapped func()) *stop {
	s := &stop{fill: fill, onTapped: tapped}
	s.ExtendBaseWidget(s)
	return s
}

// CreateRenderer draws its ground.
func (s *stop) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(part.Ground(s.fill))
}

// Tapped closes the sheet where it is the shade.
func (s *stop) Tapped(*fyne.PointEvent) {
	if s.onTapped != nil {
		s.onTapped()
	}
}

// What follows keeps gestures from what lies below.

// TappedSecondary does nothing.
func (s *stop) TappedSecondary(*fyne.PointEvent) {}

// MouseDown does nothing.
func (s *stop) MouseDown(*desktop.MouseEvent) {}

// MouseUp does nothing.
func (s *stop) MouseUp(*desktop.MouseEvent) {}

// MouseIn does nothing.
func (s *stop) MouseIn(*desktop.MouseEvent) {}

// MouseMoved does nothing.
func (s *stop) MouseMoved(*desktop.MouseEvent) {}

// MouseOut does nothing.
func (s *stop) MouseOut() {}

// Scrolled does nothing.
func (s *stop) Scrolled(*fyne.ScrollEvent) {}

// Dragged does nothing.
func (s *stop) Dragged(*fyne.DragEvent) {}

// DragEnd does nothing.
func (s *stop) DragEnd() {}
