// Package part is the small things panels are made of: lines of text, rows, chips, headings, buttons, glyphs, and
// sentences with marked words. They know the theme and nothing of graphs but the names of kinds and modalities.
//
// # Heights that follow widths
//
// Fyne asks a widget for its least size without saying how wide it will be, which does not work for text that wraps. Things
// here that grow with their text are [Tall]: they say how high they are for a width. [HeightOf] asks any object; the
// layouts [Stack], [Inset] and [Wrap] pass the question on; [Page] scrolls a column whose height was asked for in this way.
package part

import (
	"fyne.io/fyne/v2"

	"skein/gui/theme"
)

// Tall is something whose height depends on its width.
type Tall interface {
	// HeightFor is the height that it needs when it is as wide as this.
	HeightFor(width float32) float32
}

// TallLayout is a layout that can answer for its container.
type TallLayout interface {
	HeightFor(objects []fyne.CanvasObject, width float32) float32
}

// HeightOf is how high an object has to be when it is as wide as this.
func HeightOf(o fyne.CanvasObject, width float32) float32 {
	switch o := o.(type) {
	case Tall:
		return o.HeightFor(width)
	case *fyne.Container:
		if l, ok := o.Layout.(TallLayout); ok {
			return l.HeightFor(o.Objects, width)
		}
	}
	return o.MinSize().Height
}

// Stack lays things out under each other, each as wide as there is room.
type Stack struct{ Gap float32 }

// Layout places the objects.
func (s Stack) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		h := HeightOf(o, size.Width)
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, h))
		y += h + s.Gap
	}
}

// MinSize is the widest object's width; heights as for that width.
func (s Stack) MinSize(objects []fyne.CanvasObject) fyne.Size {
	w := float32(0)
	for _, o := range objects {
		if o.Visible() {
			w = fyne.Max(w, o.MinSize().Width)
		}
	}
	return fyne.NewSize(w, 0)
}

// HeightFor is the height for a width.
func (s Stack) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	y, n := float32(0), 0
	for _, o := range objects {
		if o.Visible() {
			y += HeightOf(o, width)
			n++
		}
	}
	return y + s.Gap*float32(max(n-1, 0))
}

// Inset keeps room around one object.
type Inset struct{ Left, Top, Right, Bottom float32 }

// Pad puts room around an object: left and right, top and bottom.
func Pad(x, y float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: Inset{x, y, x, y}, Objects: []fyne.CanvasObject{o}}
}

// Layout places the object.
func (i Inset) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(i.Left, i.Top))
		o.Resize(fyne.NewSize(size.Width-i.Left-i.Right, size.Height-i.Top-i.Bottom))
	}
}

// MinSize is the object's with the room around it.
func (i Inset) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m := fyne.NewSize(0, 0)
	for _, o := range objects {
		m = m.Max(o.MinSize())
	}
	return m.AddWidthHeight(i.Left+i.Right, i.Top+i.Bottom)
}

// HeightFor is the height for a width.
func (i Inset) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	h := float32(0)
	for _, o := range objects {
		h = fyne.Max(h, HeightOf(o, width-i.Left-i.Right))
	}
	return h + i.Top + i.Bottom
}

// Across lays things out beside each other at their least width; the object at index Grow takes what is left (none when
// negative). All are centred upright.
type Across struct {
	Gap  float32
	Grow int
}

// Layout places the objects.
func (a Across) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	left := size.Width
	n := 0
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		n++
		if i != a.Grow {
			left -= o.MinSize().Width
		}
	}
	left -= a.Gap * float32(max(n-1, 0))
	x := float32(0)
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		if i == a.Grow {
			m.Width = fyne.Max(left, 0)
			m.Height = fyne.Min(HeightOf(o, m.Width), size.Height)
		}
		o.Resize(m)
		o.Move(fyne.NewPos(x, (size.Height-m.Height)/2))
		x += m.Width + a.Gap
	}
}

// MinSize is the sum of the widths, the greatest height.
func (a Across) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var m fyne.Size
	n := 0
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		n++
		s := o.MinSize()
		m.Width += s.Width
		m.Height = fyne.Max(m.Height, s.Height)
	}
	m.Width += a.Gap * float32(max(n-1, 0))
	return m
}

// HeightFor is the height for a width.
func (a Across) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	h := float32(0)
	rest := width
	for i, o := range objects {
		if i != a.Grow && o.Visible() {
			rest -= o.MinSize().Width + a.Gap
			h = fyne.Max(h, o.MinSize().Height)
		}
	}
	if a.Grow >= 0 && a.Grow < len(objects) {
		h = fyne.Max(h, HeightOf(objects[a.Grow], fyne.Max(rest, 0)))
	}
	return h
}

// Wrap lays things out like words: beside each other, then in the next line.
type Wrap struct{ GapX, GapY float32 }

// Layout places the objects.
func (w Wrap) Layout(objects []fyne.CanvasObject, size fyne.Size) { w.flow(objects, size.Width, true) }

// MinSize is that of the widest object.
func (w Wrap) MinSize(objects []fyne.CanvasObject) fyne.Size {
	m := fyne.Size{}
	for _, o := range objects {
		if o.Visible() {
			m.Height = fyne.Max(m.Height, o.MinSize().Height)
		}
	}
	return m
}

// HeightFor is the height for a width.
func (w Wrap) HeightFor(objects []fyne.CanvasObject, width float32) float32 {
	return w.flow(objects, width, false)
}

func (w Wrap) flow(objects []fyne.CanvasObject, width float32, place bool) float32 {
	x, y, line := float32(0), float32(0), float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		m := o.MinSize()
		m.Width = fyne.Min(m.Width, width)
		if x > 0 && x+m.Width > width {
			x, y, line = 0, y+line+w.GapY, 0
		}
		if place {
			o.Resize(m)
			o.Move(fyne.NewPos(x, y))
		}
		x += m.Width + w.GapX
		line = fyne.Max(line, m.Height)
	}
	return y + line
}

// NewStack makes a column.
func NewStack(gap float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: Stack{gap}, Objects: objects}
}

// NewAcross makes a line of things.
func NewAcross(gap float32, grow int, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: Across{gap, grow}, Objects: objects}
}

// NewWrap makes a paragraph of things.
func NewWrap(gapX, gapY float32, objects ...fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: Wrap{gapX, gapY}, Objects: objects}
}

// gap is empty room.
type gap struct{ w, h float32 }

func (g gap) Layout([]fyne.CanvasObject, fyne.Size)          {}
func (g gap) MinSize([]fyne.CanvasObject) fyne.Size          { return fyne.NewSize(g.w, g.h) }
func (g gap) HeightFor([]fyne.CanvasObject, float32) float32 { return g.h }

// Gap is empty room of a height, in a column.
func Gap(h float32) fyne.CanvasObject { return &fyne.Container{Layout: gap{h: h}} }

// Room is empty room of a width, in a line.
func Room(w float32) fyne.CanvasObject { return &fyne.Container{Layout: gap{w: w}} }

// Fixed is a layout of one thing of a height, as wide as there is room.
type Fixed float32

// Layout places the object.
func (f Fixed) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(size)
	}
}

// MinSize is the object's width, and the height.
func (f Fixed) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[0].MinSize().Width, float32(f))
}

// HeightFor is the height.
func (f Fixed) HeightFor([]fyne.CanvasObject, float32) float32 { return float32(f) }

// Rule is a hairline from left to right.
func Rule() fyne.CanvasObject {
	return &fyne.Container{Layout: Fixed(1), Objects: []fyne.CanvasObject{Ground(theme.Line)}}
}
