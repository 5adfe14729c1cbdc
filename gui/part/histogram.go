package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"skein/gui/theme"
)

// Histogram shows columns, of which a run is chosen by clicking and dragging: with AtLeast all from one on, else any run;
// a click on the only column chosen chooses all again.
type Histogram struct {
	widget.BaseWidget
	AtLeast bool
	OnSet   func(first, last int) // the run chosen, both ends included
	OnMove  func(first, last int) // while it is dragged

	counts      []int
	first, last int
	anchor      int // where the drag began, -1 for no drag
	bars        []*canvas.Rectangle
}

// NewHistogram makes one without columns.
func NewHistogram() *Histogram {
	h := &Histogram{anchor: -1}
	h.ExtendBaseWidget(h)
	return h
}

// Set changes what it shows: the heights of its columns, and the first and last that are chosen.
func (h *Histogram) Set(counts []int, first, last int) {
	h.counts, h.first, h.last = counts, first, last
	h.Refresh()
}

// CreateRenderer draws it.
func (h *Histogram) CreateRenderer() fyne.WidgetRenderer { return &histRenderer{h} }

type histRenderer struct{ h *Histogram }

func (r *histRenderer) Destroy() {}
func (r *histRenderer) Objects() []fyne.CanvasObject {
	out := make([]fyne.CanvasObject, len(r.h.bars))
	for i, b := range r.h.bars {
		out[i] = b
	}
	return out
}
func (r *histRenderer) MinSize() fyne.Size { return fyne.NewSize(80, 32) }

func (r *histRenderer) Layout(size fyne.Size) {
	h := r.h
	n := len(h.counts)
	for len(h.bars) < n {
		b := canvas.NewRectangle(theme.Color(theme.Accent))
		b.CornerRadius = 1.5
		h.bars = append(h.bars, b)
	}
	h.bars = h.bars[:n]
	most := 1
	for _, c := range h.counts {
		most = max(most, c)
	}
	step := h.step(size.Width)
	for i, c := range h.counts {
		tall := fyne.Max(2, float32(c)/float32(most)*size.Height)
		b := h.bars[i]
		name := theme.Accent
		switch {
		case i < h.first || i > h.last:
			name = theme.Line
		case c == 0:
			name = theme.Wash
		}
		b.FillColor = theme.Color(name)
		b.Move(fyne.NewPos(float32(i)*step, size.Height-tall))
		b.Resize(fyne.NewSize(fyne.Max(step-1.5, 1), tall))
	}
}

func (r *histRenderer) Refresh() {
	r.Layout(r.h.Size())
	for _, b := range r.h.bars {
		b.Refresh()
	}
	canvas.Refresh(r.h)
}

// widest is how wide a column is at most, with the room beside it.
const widest = 16

// step is how far columns stand from each other.
func (h *Histogram) step(width float32) float32 {
	return fyne.Min(width/float32(max(len(h.counts), 1)), widest)
}

// column is the one at a place, the nearest when there is none.
func (h *Histogram) column(x float32) int {
	if h.Size().Width <= 0 {
		return 0
	}
	return max(0, min(int(x/h.step(h.Size().Width)), len(h.counts)-1))
}

// Tapped chooses the column under the pointer, or from it on.
func (h *Histogram) Tapped(e *fyne.PointEvent) {
	i, all := h.column(e.Position.X), len(h.counts)-1
	switch {
	case h.OnSet == nil:
	case h.AtLeast:
		h.OnSet(i, all)
	case h.first == i && h.last == i:
		h.OnSet(0, all)
	default:
		h.OnSet(i, i)
	}
}

// Dragged moves the end of the run.
func (h *Histogram) Dragged(e *fyne.DragEvent) {
	i := h.column(e.Position.X)
	if h.anchor < 0 {
		h.anchor = h.column(e.Position.X - e.Dragged.DX)
	}
	first, last := min(h.anchor, i), max(h.anchor, i)
	if h.AtLeast {
		first, last = i, len(h.counts)-1
	}
	if first == h.first && last == h.last {
		return
	}
	h.first, h.last = first, last
	h.Refresh()
	if h.OnMove != nil {
		h.OnMove(first, last)
	}
}

// DragEnd chooses the run.
func (h *Histogram) DragEnd() {
	h.anchor = -1
	if h.OnSet != nil {
		h.OnSet(h.first, h.last)
	}
}

// Cursor shows that it can be dragged.
func (h *Histogram) Cursor() desktop.Cursor { return desktop.HResizeCursor }
