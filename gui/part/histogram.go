package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"skein/gui/theme"
)

// Histogram shows how many there are of each share of 0 to 1, and lets a threshold be set by clicking or dragging.
type Histogram struct {
	widget.BaseWidget
	counts    []int
	threshold float64
	OnSet     func(threshold float64)
	OnMove    func(threshold float64) // while it is dragged

	bars []*canvas.Rectangle
}

// NewHistogram makes one.
func NewHistogram(onSet func(float64)) *Histogram {
	h := &Histogram{OnSet: onSet}
	h.ExtendBaseWidget(h)
	return h
}

// Set changes what it shows.
func (h *Histogram) Set(counts []int, threshold float64) {
	h.counts, h.threshold = counts, threshold
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
	if n == 0 {
		return
	}
	most := 1
	for _, c := range h.counts {
		most = max(most, c)
	}
	step := size.Width / float32(n)
	for i, c := range h.counts {
		tall := fyne.Max(2, float32(c)/float32(most)*size.Height)
		b := h.bars[i]
		name := theme.Accent
		if float64(i+1)/float64(n) <= h.threshold+1e-9 {
			name = theme.Line
		} else if c == 0 {
			name = theme.Wash
		}
		b.FillColor = theme.Color(name)
		b.Move(fyne.NewPos(float32(i)*step, size.Height-tall))
		b.Resize(fyne.NewSize(step-1.5, tall))
	}
}

func (r *histRenderer) Refresh() {
	r.Layout(r.h.Size())
	for _, b := range r.h.bars {
		b.Refresh()
	}
	canvas.Refresh(r.h)
}

// share is the threshold at a place, in steps of one column.
func (h *Histogram) share(x float32) float64 {
	n := len(h.counts)
	if n == 0 || h.Size().Width <= 0 {
		return 0
	}
	i := int(x / h.Size().Width * float32(n))
	return float64(max(0, min(i, n-1))) / float64(n)
}

// Tapped sets the threshold.
func (h *Histogram) Tapped(e *fyne.PointEvent) {
	if h.OnSet != nil {
		h.OnSet(h.share(e.Position.X))
	}
}

// Dragged moves it.
func (h *Histogram) Dragged(e *fyne.DragEvent) {
	if t := h.share(e.Position.X); t != h.threshold {
		h.threshold = t
		h.Refresh()
		if h.OnMove != nil {
			h.OnMove(t)
		}
	}
}

// DragEnd sets it.
func (h *Histogram) DragEnd() {
	if h.OnSet != nil {
		h.OnSet(h.threshold)
	}
}

// Cursor shows that it can be dragged.
func (h *Histogram) Cursor() desktop.Cursor { return desktop.HResizeCursor }
