package part

import (
	"time"

	"fyne.io/fyne/v2"

	"skein/gui/theme"
)

// tipDelay is how long the pointer rests before a tip comes.
const tipDelay = 500 * time.Millisecond

// tipWidth is how wide a tip grows before it wraps.
const tipWidth = 320

// Tips shows what a thing is or does while the pointer rests on it. Its Layer lies over the window. A nil Tips shows
// nothing.
type Tips struct {
	layer *fyne.Container
	box   *Plate
	text  *Flow
	timer *time.Timer
	turn  int // the tip that is waited for: a timer that comes late must not show an older one
}

// NewTips makes the layer.
func NewTips() *Tips {
	t := &Tips{box: NewPlate(theme.Text, "", 5)}
	t.layer = &fyne.Container{} // never hidden: Fyne does not paint what it has not seen before
	return t
}

// Layer is what has to lie over the window, as large as it.
func (t *Tips) Layer() fyne.CanvasObject { return t.layer }

// Show shows a tip below an object when the pointer has rested for a moment.
func (t *Tips) Show(o fyne.CanvasObject, tip string) {
	if t == nil || tip == "" {
		return
	}
	t.Hide()
	turn := t.turn
	t.timer = time.AfterFunc(tipDelay, func() {
		fyne.Do(func() {
			if t.turn == turn {
				t.place(o, tip)
			}
		})
	})
}

func (t *Tips) place(o fyne.CanvasObject, tip string) {
	d := fyne.CurrentApp().Driver()
	at := d.AbsolutePositionForObject(o)
	if at.IsZero() { // it went away meanwhile: nothing with a tip stands in the window's corner
		return
	}
	at = at.Subtract(d.AbsolutePositionForObject(t.layer))
	t.text = Plain(tip, theme.Panel, theme.SmallSize)
	wide := fyne.Min(Style{Size: theme.SmallSize}.measure(tip).Width+1, tipWidth)
	tall := t.text.HeightFor(wide)
	size := fyne.NewSize(wide+16, tall+8)
	whole := t.layer.Size()
	x := fyne.Max(6, fyne.Min(at.X+o.Size().Width/2-size.Width/2, whole.Width-size.Width-6))
	y := at.Y + o.Size().Height + 5
	if y+size.Height > whole.Height-4 {
		y = at.Y - size.Height - 5
	}
	t.box.Resize(size)
	t.box.Move(fyne.NewPos(x, y))
	t.text.Resize(fyne.NewSize(wide, tall))
	t.text.Move(fyne.NewPos(x+8, y+4))
	t.layer.Objects = []fyne.CanvasObject{t.box, t.text}
	t.layer.Refresh()
}

// Hide takes the tip away, or stops waiting for it.
func (t *Tips) Hide() {
	if t == nil {
		return
	}
	t.turn++
	if t.timer != nil {
		t.timer.Stop()
		t.timer = nil
	}
	if len(t.layer.Objects) > 0 {
		t.layer.Objects = nil
		t.layer.Refresh()
	}
}
