package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Field is a line to type into. Keys that mean something to the window go there.
type Field struct {
	widget.Entry
	OnKey      func(fyne.KeyName) bool // true: taken
	OnShortcut func(fyne.Shortcut) bool
	OnFocus    func(bool)
}

// NewField makes a field.
func NewField(placeholder string) *Field {
	f := &Field{}
	f.ExtendBaseWidget(f)
	f.SetPlaceHolder(placeholder)
	f.Wrapping = fyne.TextWrapOff
	f.Scroll = fyne.ScrollNone
	return f
}

// TypedKey offers a key to the window first.
func (f *Field) TypedKey(e *fyne.KeyEvent) {
	if f.OnKey != nil && f.OnKey(e.Name) {
		return
	}
	f.Entry.TypedKey(e)
}

// TypedShortcut offers a shortcut to the window first: a focused entry would swallow it.
func (f *Field) TypedShortcut(s fyne.Shortcut) {
	if f.OnShortcut != nil && f.OnShortcut(s) {
		return
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
