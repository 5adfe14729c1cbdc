package bar

import (
	"fyne.io/fyne/v2"

	"skein/gui/part"
)

// edge is how far things keep from the edges of the canvas.
const edge = 14

// corners lays out the hint in the middle, the strip at the top left and the tools at the bottom right.
type corners struct{}

func (corners) Layout(o []fyne.CanvasObject, size fyne.Size) {
	hint, strip, tools := o[0], o[1], o[2]
	wide := fyne.Min(380, size.Width-2*edge)
	tall := part.HeightOf(hint, wide)
	hint.Resize(fyne.NewSize(wide, tall))
	hint.Move(fyne.NewPos((size.Width-wide)/2, fyne.Max((size.Height-tall)*0.45, 0)))
	strip.Resize(fyne.NewSize(fyne.Max(size.Width-2*edge, 0), part.HeightOf(strip, size.Width-2*edge)))
	strip.Move(fyne.NewPos(edge, edge))
	m := tools.MinSize()
	tools.Resize(m)
	tools.Move(fyne.NewPos(size.Width-m.Width-edge, size.Height-m.Height-edge))
}

func (corners) MinSize(o []fyne.CanvasObject) fyne.Size {
	return o[2].MinSize().AddWidthHeight(2*edge, 2*edge)
}

// natural lays out things over each other, no wider than the last would like to be.
type natural struct{}

func (natural) Layout(o []fyne.CanvasObject, size fyne.Size) {
	w := fyne.Min(wish(o[len(o)-1]), size.Width)
	for _, x := range o {
		x.Resize(fyne.NewSize(w, size.Height))
		x.Move(fyne.NewPos(0, 0))
	}
}

func (natural) MinSize(o []fyne.CanvasObject) fyne.Size { return o[len(o)-1].MinSize() }

// wish is the width at which nothing has to be cut.
func wish(o fyne.CanvasObject) float32 {
	w := o.MinSize().Width
	if c, ok := o.(*fyne.Container); ok {
		for _, x := range c.Objects {
			w += wish(x) - x.MinSize().Width
		}
	}
	if l, ok := o.(*part.Line); ok {
		return fyne.Max(w, l.Natural()+1)
	}
	return w
}

// middle centres one thing.
type middle struct{}

func (middle) Layout(o []fyne.CanvasObject, size fyne.Size) {
	m := o[0].MinSize()
	o[0].Resize(m)
	o[0].Move(fyne.NewPos((size.Width-m.Width)/2, (size.Height-m.Height)/2))
}

func (middle) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }
