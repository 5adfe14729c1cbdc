package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"skein/gui/model"
	"skein/gui/part"
	"skein/gui/theme"
)

// Sizes of panels in pixels: the first, and the least. In a small window they begin smaller, at a share of it.
const (
	leftFirst, leftLeast, leftShare    = 248, 180, 0.21
	rightFirst, rightLeast, rightShare = 344, 240, 0.29
	dockFirst, dockLeast, dockShare    = 172, 96, 0.24
	middleLeast                        = 260 // what the canvas keeps
)

// frame is where things stand in the window:
//
//	┌──── menus and bar ────┐
//	│ left │ middle │ right │
//	├──────┴────────┴───────┤
//	│         dock          │
//	└───────────────────────┘
//
// The lines between them can be dragged. Panels at the sides that are folded leave a narrow strip that brings them back;
// of the dock its tabs stay.
type frame struct {
	root                          *fyne.Container
	menu, bar                     fyne.CanvasObject
	left, right, dock             fyne.CanvasObject
	middle                        fyne.CanvasObject
	leftLine, rightLine, dockLine *divider
	leftTab, rightTab             fyne.CanvasObject
	leftSize, rightSize, dockSize float32 // as dragged; 0 before that
	shown                         struct{ left, right, dock float32 }
	folded                        model.Panels
}

func newFrame(send func(model.Msg), tips *part.Tips, menu, bar, left, right, dock, middle fyne.CanvasObject) *frame {
	f := &frame{menu: menu, bar: bar, left: left, right: right, dock: dock, middle: middle}
	f.leftLine = newDivider(true, func(d float32) { f.leftSize = f.shown.left + d; f.layout() }, func() { send(model.Fold{Panel: "left"}) })
	f.rightLine = newDivider(true, func(d float32) { f.rightSize = f.shown.right - d; f.layout() }, func() { send(model.Fold{Panel: "right"}) })
	f.dockLine = newDivider(false, func(d float32) { f.dockSize = f.shown.dock - d; f.layout() }, func() { send(model.Fold{Panel: "dock"}) })
	f.leftTab = folded(part.IconRight, "left", send, tips)
	f.rightTab = folded(part.IconBack, "right", send, tips)
	f.root = &fyne.Container{Layout: f, Objects: []fyne.CanvasObject{
		part.Ground(theme.Panel), middle, left, right, dock, bar, menu, f.leftLine, f.rightLine, f.dockLine, f.leftTab, f.rightTab}}
	return f
}

// fold folds panels away or brings them back.
func (f *frame) fold(p model.Panels) {
	if p == f.folded {
		return
	}
	f.folded = p
	f.layout()
}

// repaint makes the toolkit draw the window. It does so by itself when something changes that it has drawn before, and
// not when something comes to be seen for the first time.
func (f *frame) repaint() { canvas.Refresh(f.root.Objects[0]) }

func (f *frame) layout() { f.Layout(nil, f.root.Size()) }

// MinSize is the least size of the window.
func (f *frame) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(760, 480) }

// Layout places everything.
func (f *frame) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	if size.IsZero() {
		return
	}
	show := func(o fyne.CanvasObject, folded bool, at fyne.Position, s fyne.Size) {
		if folded {
			o.Hide()
			return
		}
		o.Resize(s)
		o.Move(at)
		o.Show()
	}
	f.root.Objects[0].Resize(size)
	const barHeight = menuHeight + theme.BarHeight
	left := panelSize(f.leftSize, leftFirst, leftLeast, leftShare*size.Width, (size.Width-middleLeast)*0.5)
	right := panelSize(f.rightSize, rightFirst, rightLeast, rightShare*size.Width, (size.Width-middleLeast)*0.62)
	dock := panelSize(f.dockSize, dockFirst, dockLeast, dockShare*size.Height, size.Height*0.7)
	f.shown.left, f.shown.right, f.shown.dock = left, right, dock
	if f.folded.LeftFolded {
		left = foldedWidth
	}
	if f.folded.RightFolded {
		right = foldedWidth
	}
	if f.folded.DockFolded {
		dock = f.dock.MinSize().Height
	}
	high := size.Height - barHeight - dock
	show(f.menu, false, fyne.NewPos(0, 0), fyne.NewSize(size.Width, menuHeight))
	show(f.bar, false, fyne.NewPos(0, menuHeight), fyne.NewSize(size.Width, theme.BarHeight))
	show(f.left, f.folded.LeftFolded, fyne.NewPos(0, barHeight), fyne.NewSize(left, high))
	show(f.right, f.folded.RightFolded, fyne.NewPos(size.Width-right, barHeight), fyne.NewSize(right, high))
	show(f.leftTab, !f.folded.LeftFolded, fyne.NewPos(0, barHeight), fyne.NewSize(left, high))
	show(f.rightTab, !f.folded.RightFolded, fyne.NewPos(size.Width-right, barHeight), fyne.NewSize(right, high))
	show(f.dock, false, fyne.NewPos(0, size.Height-dock), fyne.NewSize(size.Width, dock))
	show(f.middle, false, fyne.NewPos(left, barHeight), fyne.NewSize(size.Width-left-right, high))
	show(f.leftLine, f.folded.LeftFolded, fyne.NewPos(left-grip/2, barHeight), fyne.NewSize(grip, high))
	show(f.rightLine, f.folded.RightFolded, fyne.NewPos(size.Width-right-grip/2, barHeight), fyne.NewSize(grip, high))
	show(f.dockLine, f.folded.DockFolded, fyne.NewPos(0, size.Height-dock-grip/2), fyne.NewSize(size.Width, grip))
}

// foldedWidth is what a folded panel at the side leaves.
const foldedWidth = 20

// folded is what a folded panel leaves: a strip that brings it back.
func folded(icon part.Icon, panel string, send func(model.Msg), tips *part.Tips) fyne.CanvasObject {
	c, _ := model.CommandOf("fold-" + panel)
	b := part.NewIconButton(icon, part.Flat, func() { send(model.Fold{Panel: panel}) })
	b.Dim = true
	b.WithTip(tips, c.Label+"   "+c.Key())
	return stack(part.Ground(theme.Panel), b)
}

// panelSize is how wide or high a panel is: as dragged, else as first, but no more than its share; never less than the
// least, nor more than leaves room for the canvas.
func panelSize(dragged, first, least, share, most float32) float32 {
	if dragged == 0 {
		dragged = fyne.Min(first, share)
	}
	return fyne.Max(least, fyne.Min(dragged, most))
}

// grip is how wide a divider is for the hand; the eye sees a hairline in its middle.
const grip = 9

// divider is a line between two panels that can be dragged; a double click folds the panel.
type divider struct {
	widget.BaseWidget
	upright bool
	drag    func(float32)
	twice   func()
	line    *canvas.Rectangle
	hovered bool
}

func newDivider(upright bool, drag func(float32), twice func()) *divider {
	d := &divider{upright: upright, drag: drag, twice: twice}
	d.ExtendBaseWidget(d)
	return d
}

// Dragged moves it.
func (d *divider) Dragged(e *fyne.DragEvent) {
	if d.upright {
		d.drag(e.Dragged.DX)
	} else {
		d.drag(e.Dragged.DY)
	}
}

// DragEnd does nothing.
func (d *divider) DragEnd() {}

// DoubleTapped folds the panel away.
func (d *divider) DoubleTapped(*fyne.PointEvent) { d.twice() }

// MouseIn shows that it can be dragged.
func (d *divider) MouseIn(*desktop.MouseEvent) {
	d.hovered = true
	d.Refresh()
}

// MouseMoved does nothing.
func (d *divider) MouseMoved(*desktop.MouseEvent) {}

// MouseOut makes it a hairline again.
func (d *divider) MouseOut() {
	d.hovered = false
	d.Refresh()
}

// Cursor shows the way it can be dragged.
func (d *divider) Cursor() desktop.Cursor {
	if d.upright {
		return desktop.HResizeCursor
	}
	return desktop.VResizeCursor
}

// CreateRenderer draws it.
func (d *divider) CreateRenderer() fyne.WidgetRenderer {
	d.line = canvas.NewRectangle(theme.Color(theme.Line))
	return &dividerRenderer{d}
}

type dividerRenderer struct{ d *divider }

func (r *dividerRenderer) Destroy()                     {}
func (r *dividerRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.d.line} }
func (r *dividerRenderer) MinSize() fyne.Size           { return fyne.NewSize(grip, grip) }

func (r *dividerRenderer) Layout(size fyne.Size) {
	wide := float32(1)
	if r.d.hovered {
		wide = 2
	}
	if r.d.upright {
		r.d.line.Resize(fyne.NewSize(wide, size.Height))
		r.d.line.Move(fyne.NewPos((grip-1)/2, 0))
	} else {
		r.d.line.Resize(fyne.NewSize(size.Width, wide))
		r.d.line.Move(fyne.NewPos(0, (grip-1)/2))
	}
}

func (r *dividerRenderer) Refresh() {
	name := theme.Line
	if r.d.hovered {
		name = theme.Accent
	}
	r.d.line.FillColor = theme.Color(name)
	r.Layout(r.d.Size())
	r.d.line.Refresh()
}

// stack puts things over each other, the first at the bottom.
func stack(objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: stacked{}, Objects: objects}
}

// stacked lays things over each other.
type stacked struct{}

func (stacked) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
}

func (stacked) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var m fyne.Size
	for _, o := range objects {
		m = m.Max(o.MinSize())
	}
	return m
}
