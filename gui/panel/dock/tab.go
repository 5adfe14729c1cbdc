package dock

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"skein/gui/part"
	"skein/gui/theme"
)

// tab is the name of a tab, underlined in the accent when it is open.
type tab struct {
	widget.BaseWidget
	text     string
	note     string // grey, behind the name
	open     bool
	hovered  bool
	onTapped func()

	label, grey *canvas.Text
	line        *canvas.Rectangle
}

func newTab(text string, tapped func()) *tab {
	t := &tab{text: text, onTapped: tapped}
	t.ExtendBaseWidget(t)
	return t
}

// set reports whether it has changed.
func (t *tab) set(open bool, note string) bool {
	if t.open == open && t.note == note {
		return false
	}
	t.open, t.note = open, note
	t.Refresh()
	return true
}

// CreateRenderer draws it.
func (t *tab) CreateRenderer() fyne.WidgetRenderer {
	t.label, t.grey = canvas.NewText(t.text, theme.Color(theme.Text)), canvas.NewText("", theme.Color(theme.Muted))
	t.label.TextSize, t.grey.TextSize = theme.TextSize, theme.SmallSize
	t.line = canvas.NewRectangle(theme.Color(theme.Accent))
	r := &tabRenderer{t}
	r.paint()
	return r
}

type tabRenderer struct{ t *tab }

func (r *tabRenderer) Destroy() {}
func (r *tabRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.t.label, r.t.grey, r.t.line}
}

// MinSize is that of the bold name, whether or not it is bold now: the other tabs stay where they are.
func (r *tabRenderer) MinSize() fyne.Size {
	m := fyne.MeasureText(r.t.text, theme.TextSize, fyne.TextStyle{Bold: true})
	if r.t.note != "" {
		m.Width += 6 + fyne.MeasureText(r.t.note, theme.SmallSize, fyne.TextStyle{}).Width
	}
	return fyne.NewSize(m.Width, barHeight-1)
}

func (r *tabRenderer) Layout(size fyne.Size) {
	t := r.t
	m := t.label.MinSize()
	t.label.Resize(m)
	t.label.Move(fyne.NewPos(0, (size.Height-m.Height)/2))
	g := t.grey.MinSize()
	t.grey.Resize(g)
	bold := fyne.MeasureText(t.text, theme.TextSize, fyne.TextStyle{Bold: true}).Width
	t.grey.Move(fyne.NewPos(bold+6, (size.Height-g.Height)/2))
	t.line.Resize(fyne.NewSize(size.Width, 2))
	t.line.Move(fyne.NewPos(0, size.Height-1))
}

func (r *tabRenderer) paint() {
	t := r.t
	ink, line := theme.Muted, theme.None
	if t.open {
		ink, line = theme.Text, theme.Accent
	} else if t.hovered {
		ink = theme.Text
	}
	t.label.Color, t.label.TextStyle = theme.Color(ink), fyne.TextStyle{Bold: t.open}
	t.grey.Text, t.grey.Color = t.note, theme.Color(theme.Muted)
	t.line.FillColor = theme.Color(line)
}

func (r *tabRenderer) Refresh() {
	r.paint()
	r.Layout(r.t.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

// Tapped opens the tab.
func (t *tab) Tapped(*fyne.PointEvent) { t.onTapped() }

// MouseIn lights it.
func (t *tab) MouseIn(*desktop.MouseEvent) {
	t.hovered = true
	t.Refresh()
}

// MouseMoved does nothing.
func (t *tab) MouseMoved(*desktop.MouseEvent) {}

// MouseOut dims it.
func (t *tab) MouseOut() {
	t.hovered = false
	t.Refresh()
}

// Cursor is a hand.
func (t *tab) Cursor() desktop.Cursor { return desktop.PointerCursor }

// small is a line of small grey text.
func small(text string) *part.Line {
	return part.NewLine(text, part.Style{Size: theme.SmallSize, Color: theme.Muted, Whole: true})
}
