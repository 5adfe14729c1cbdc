package part

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"skein/gui/theme"
)

// Tips shows what a button does while the pointer rests on it. Its Layer lies over the window. A nil Tips shows nothing.
type Tips struct {
	layer *fyne.Container
	box   *canvas.Rectangle
	text  *canvas.Text
	wait  *fyne.Animation
}

// NewTips makes the layer.
func NewTips() *Tips {
	t := &Tips{box: canvas.NewRectangle(theme.Color(theme.Text)), text: canvas.NewText("", theme.Color(theme.Panel))}
	t.box.CornerRadius = 5
	t.text.TextSize = theme.SmallSize
	t.layer = &fyne.Container{Objects: []fyne.CanvasObject{t.box, t.text}}
	t.layer.Hide()
	return t
}

// Layer is what has to lie over the window.
func (t *Tips) Layer() fyne.CanvasObject { return t.layer }

// show shows a tip below an object after a moment.
func (t *Tips) show(o fyne.CanvasObject, tip string) {
	if t == nil || tip == "" {
		return
	}
	t.hide()
	t.wait = fyne.NewAnimation(500*time.Millisecond, func(done float32) {
		if done >= 1 {
			t.place(o, tip)
		}
	})
	t.wait.Start()
}

func (t *Tips) place(o fyne.CanvasObject, tip string) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(o)
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(t.layer)
	m := fyne.MeasureText(tip, theme.SmallSize, fyne.TextStyle{})
	size := m.AddWidthHeight(14, 8)
	x := at.X - top.X + o.Size().Width/2 - size.Width/2
	y := at.Y - top.Y + o.Size().Height + 5
	whole := t.layer.Size()
	x = fyne.Max(6, fyne.Min(x, whole.Width-size.Width-6))
	if y+size.Height > whole.Height-4 {
		y = at.Y - top.Y - size.Height - 5
	}
	t.text.Text = tip
	t.box.Resize(size)
	t.box.Move(fyne.NewPos(x, y))
	t.text.Resize(m)
	t.text.Move(fyne.NewPos(x+7, y+4))
	t.layer.Show()
	t.layer.Refresh()
}

func (t *Tips) hide() {
	if t == nil {
		return
	}
	if t.wait != nil {
		t.wait.Stop()
		t.wait = nil
	}
	if t.layer.Visible() {
		t.layer.Hide()
	}
}
