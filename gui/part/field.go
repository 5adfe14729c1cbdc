package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"skein/gui/theme"
)

// Field is a line to type into. Keys that mean something to the window go there.
type Field struct {
	widget.Entry
	OnKey      func(fyne.KeyName) bool // true: taken
	OnShortcut func(fyne.Shortcut) bool
	OnFocus    func(bool)
	KeepTab    bool // Tab goes to OnKey; otherwise it takes the cursor to the next field
}

// NewField makes a field.
func NewField(placeholder string) *Field {
	f := &Field{}
	f.ExtendBaseWidget(f)
	f.SetPlaceHolder(placeholder)
	return f
}

// TypedKey offers a key to the window first.
func (f *Field) TypedKey(e *fyne.KeyEvent) {
	if f.OnKey != nil && f.OnKey(e.Name) {
		return
	}
	f.Entry.TypedKey(e)
}

// AcceptsTab reports whether Tab stays in the field.
func (f *Field) AcceptsTab() bool { return f.KeepTab }

// TypedShortcut offers a shortcut to the window first: a focused entry would swallow it. What edits text stays here.
func (f *Field) TypedShortcut(s fyne.Shortcut) {
	switch s.(type) {
	case *fyne.ShortcutCopy, *fyne.ShortcutCut, *fyne.ShortcutPaste, *fyne.ShortcutSelectAll, *fyne.ShortcutUndo, *fyne.ShortcutRedo:
	default:
		if f.OnShortcut != nil && f.OnShortcut(s) {
			return
		}
	}
	f.Entry.TypedShortcut(s)
}

// FocusGained tells that the cursor is in the field.
func (f *Field) FocusGained() {
	f.Entry.FocusGained()
	if f.OnFocus != nil {
		f.OnFocus(true)
	}
}

// FocusLost tells that it is not any more.
func (f *Field) FocusLost() {
	f.Entry.FocusLost()
	if f.OnFocus != nil {
		f.OnFocus(false)
	}
}

// Focus puts the cursor into the field and selects what stands there, so that typing replaces it. It does nothing while
// the field is in no window.
func (f *Field) Focus() {
	c := fyne.CurrentApp().Driver().CanvasForObject(f)
	if c == nil {
		return
	}
	c.Focus(f)
	if f.Text != "" {
		f.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// Leave takes the cursor out of the field.
func (f *Field) Leave() {
	if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil && c.Focused() == fyne.Focusable(f) {
		c.Unfocus()
	}
}

// Framed is a field in a round frame with an icon before it ("" for none) and a grey hint at its end. The frame takes
// the accent while the cursor is in the field, and the colour of what is wrong on demand. The field's own ground has the
// frame's colour: a theme of its own for the field would make Fyne forget the widths of all texts at every refresh.
type Framed struct {
	widget.BaseWidget
	Field *Field

	frame *Plate
	icon  *Drawing
	hint  *Line
	body  *fyne.Container
	in    bool
	alarm bool
}

// Frame puts a frame around a field.
func Frame(f *Field, icon Icon, hint string) *Framed {
	b := &Framed{Field: f, frame: NewPlate(theme.Quiet, "", theme.Corner)}
	b.hint = NewLine(hint, Style{Size: theme.HeadingSize, Color: theme.Muted, Whole: true})
	objects := []fyne.CanvasObject{b.frame, f, b.hint}
	if icon != "" {
		b.icon = NewIcon(icon, theme.Muted, 16)
		objects = append(objects, b.icon)
	}
	b.body = &fyne.Container{Layout: framing{b}, Objects: objects}
	was := f.OnFocus
	f.OnFocus = func(in bool) {
		b.in = in
		b.outline()
		if was != nil {
			was(in)
		}
	}
	b.ExtendBaseWidget(b)
	return b
}

// SetAlarm marks what was typed as wrong, or no longer.
func (b *Framed) SetAlarm(alarm bool) {
	if b.alarm != alarm {
		b.alarm = alarm
		b.outline()
	}
}

// Focused reports whether the cursor is in the field.
func (b *Framed) Focused() bool { return b.in }

func (b *Framed) outline() {
	stroke := fyne.ThemeColorName("")
	switch {
	case b.alarm:
		stroke = theme.Alarm
	case b.in:
		stroke = theme.Accent
	}
	if b.frame.Stroke != stroke {
		b.frame.Stroke = stroke
		b.frame.Refresh()
	}
}

// framing lays out frame, field, hint and icon.
type framing struct{ b *Framed }

func (l framing) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	b := l.b
	b.frame.Resize(size)
	left, right := float32(2), float32(2)
	if b.icon != nil {
		b.icon.Resize(b.icon.MinSize())
		b.icon.Move(fyne.NewPos(9, (size.Height-16)/2))
		left = 24
	}
	if h := b.hint.MinSize(); h.Width > 0 {
		b.hint.Resize(h)
		b.hint.Move(fyne.NewPos(size.Width-h.Width-10, (size.Height-h.Height)/2))
		right = h.Width + 12
	}
	o := l.b.body.Objects[1]
	tall := fyne.Min(o.MinSize().Height, size.Height-2) // within the frame's line
	o.Resize(fyne.NewSize(size.Width-left-right, tall))
	o.Move(fyne.NewPos(left, (size.Height-tall)/2))
}

func (l framing) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(60, theme.ButtonSize) }

// CreateRenderer draws it.
func (b *Framed) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(b.body) }
