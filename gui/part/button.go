package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"skein/gui/theme"
)

// Look is how a button looks.
type Look int

// The looks.
const (
	Flat     Look = iota // text or icon only, a ground under the pointer
	Outlined             // with a hairline around, on the panels' ground
	Primary              // in the accent
)

// Button is a button. Off makes it faint; it can still be clicked, and then says why it does nothing.
type Button struct {
	widget.BaseWidget
	Label    string
	Icon     Icon // "" for none
	Trailing Icon // behind the label, "" for none
	Look     Look
	Off      bool
	On       bool                // a switch that is on
	OnInk    fyne.ThemeColorName // its colour then, "" is the accent
	Dim      bool                // quiet until the pointer is on it
	Height   float32
	OnTapped func()
	Tip      string // shown when the pointer rests on it
	Tips     *Tips

	hovered bool
	box     *canvas.Rectangle
	text    *canvas.Text
	icon    *canvas.Image
	tail    *canvas.Image
}

// NewButton makes a button with a label.
func NewButton(label string, look Look, tapped func()) *Button {
	b := &Button{Label: label, Look: look, OnTapped: tapped}
	b.ExtendBaseWidget(b)
	return b
}

// SetIcon changes the icon.
func (b *Button) SetIcon(icon Icon) {
	if b.Icon != icon {
		b.Icon = icon
		b.Refresh()
	}
}

// NewIconButton makes a button with an icon.
func NewIconButton(icon Icon, look Look, tapped func()) *Button {
	b := &Button{Icon: icon, Look: look, OnTapped: tapped}
	b.ExtendBaseWidget(b)
	return b
}

// WithTip gives it a tip.
func (b *Button) WithTip(tips *Tips, tip string) *Button {
	b.Tips, b.Tip = tips, tip
	return b
}

// SetOff makes it faint, or not.
func (b *Button) SetOff(off bool) {
	if b.Off != off {
		b.Off = off
		b.Refresh()
	}
}

// SetOn shows it as switched on, or not.
func (b *Button) SetOn(on bool) {
	if b.On != on {
		b.On = on
		b.Refresh()
	}
}

func (b *Button) height() float32 {
	if b.Height > 0 {
		return b.Height
	}
	return theme.ButtonSize
}

func (b *Button) ink() fyne.ThemeColorName {
	switch {
	case b.Look == Primary:
		return theme.OnAccent
	case b.Off:
		return theme.Faint
	case b.On && b.OnInk != "":
		return b.OnInk
	case b.On:
		return theme.Accent
	case b.Dim && !b.hovered:
		return theme.Faint
	}
	return theme.Text
}

func (b *Button) ground() (fill, stroke fyne.ThemeColorName) {
	fill, stroke = theme.None, theme.None
	switch b.Look {
	case Primary:
		return theme.Accent, theme.Accent
	case Outlined: // with no ground at all, the inner edge of the hairline would come out dark
		fill, stroke = theme.Panel, theme.Line
	}
	switch {
	case b.On && b.Look == Outlined:
		stroke = theme.Accent
	case b.On && b.OnInk != "":
		fill = theme.Quiet
	case b.On:
		fill = theme.Wash
	case b.hovered && !b.Off:
		fill = theme.Hover
	}
	return fill, stroke
}

// CreateRenderer draws it.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	b.box = canvas.NewRectangle(theme.Color(theme.None))
	b.box.CornerRadius = theme.Corner
	b.text = canvas.NewText(b.Label, theme.Color(b.ink()))
	b.icon, b.tail = &canvas.Image{FillMode: canvas.ImageFillContain}, &canvas.Image{FillMode: canvas.ImageFillContain}
	r := &buttonRenderer{b}
	r.paint()
	return r
}

type buttonRenderer struct{ b *Button }

func (r *buttonRenderer) Destroy() {}
func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.b.box, r.b.text, r.b.icon, r.b.tail}
}

const buttonIcon = 18

func (r *buttonRenderer) width() (text, whole float32) {
	b := r.b
	text = b.style().measure(b.Label).Width
	if b.Label == "" {
		return 0, b.height()
	}
	whole = text + 24
	if b.Height > 0 && b.Height < 28 {
		whole = text + 16
	}
	if b.Icon != "" {
		whole += buttonIcon
	}
	if b.Trailing != "" {
		whole += buttonIcon - 6
	}
	return text, whole
}

// style is how the label is set: smaller on a low button.
func (b *Button) style() Style {
	if b.Height > 0 && b.Height < 28 {
		return Style{Size: theme.SmallSize}
	}
	return Style{}
}

func (r *buttonRenderer) MinSize() fyne.Size {
	_, w := r.width()
	return fyne.NewSize(w, r.b.height())
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	b := r.b
	b.box.Resize(size)
	m := b.style().measure(b.Label)
	whole := m.Width
	if b.Icon != "" {
		whole += buttonIcon
		if b.Label != "" {
			whole += 4
		}
	}
	if b.Trailing != "" {
		whole += buttonIcon - 4
	}
	x := (size.Width - whole) / 2
	if b.Icon != "" {
		b.icon.Resize(fyne.NewSize(buttonIcon, buttonIcon))
		b.icon.Move(fyne.NewPos(x, (size.Height-buttonIcon)/2))
		x += buttonIcon + 4
	}
	b.text.Resize(m)
	b.text.Move(fyne.NewPos(x, (size.Height-m.Height)/2))
	if b.Trailing != "" {
		b.tail.Resize(fyne.NewSize(buttonIcon-2, buttonIcon-2))
		b.tail.Move(fyne.NewPos(x+m.Width, (size.Height-buttonIcon+2)/2))
	}
}

func (r *buttonRenderer) paint() {
	b := r.b
	fill, stroke := b.ground()
	b.box.FillColor, b.box.StrokeColor, b.box.StrokeWidth = theme.Color(fill), theme.Color(stroke), 1
	if stroke == theme.None {
		b.box.StrokeWidth = 0
	}
	b.text.Text, b.text.TextSize, b.text.Color = b.Label, b.style().size(), theme.Color(b.ink())
	b.icon.Hidden, b.tail.Hidden = b.Icon == "", b.Trailing == ""
	if b.Icon != "" {
		b.icon.Resource = b.Icon.resource(theme.Color(b.ink()))
	}
	if b.Trailing != "" {
		b.tail.Resource = b.Trailing.resource(theme.Color(b.ink()))
	}
}

func (r *buttonRenderer) Refresh() {
	r.paint()
	r.Layout(r.b.Size())
	r.b.box.Refresh()
	r.b.text.Refresh()
	r.b.icon.Refresh()
	r.b.tail.Refresh()
}

// Tapped does what the button does.
func (b *Button) Tapped(*fyne.PointEvent) {
	b.Tips.Hide()
	if b.OnTapped != nil {
		b.OnTapped()
	}
}

// MouseIn lights it.
func (b *Button) MouseIn(*desktop.MouseEvent) {
	b.hovered = true
	b.Refresh()
	b.Tips.Show(b, b.Tip)
}

// MouseMoved does nothing.
func (b *Button) MouseMoved(*desktop.MouseEvent) {}

// MouseOut dims it.
func (b *Button) MouseOut() {
	b.hovered = false
	b.Refresh()
	b.Tips.Hide()
}

// Cursor is a hand.
func (b *Button) Cursor() desktop.Cursor { return desktop.PointerCursor }
