package gui

import (
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"skein/gui/model"
)

// keys makes the keys of the table of commands work. Those with Ctrl or Alt are shortcuts of the window; the others come
// to the canvas, or to the window when nothing has the focus.
func (w *window) keys() {
	cv := w.win.Canvas()
	for _, c := range model.Commands() {
		for _, key := range c.Keys {
			if s := asShortcut(key); s != nil {
				cv.AddShortcut(s, func(fyne.Shortcut) { w.invoke(c) })
			}
		}
	}
	cv.SetOnTypedKey(func(e *fyne.KeyEvent) { w.typedKey(e.Name) })
	cv.SetOnTypedRune(w.typedRune)
}

// asShortcut is a key of the table as the toolkit's shortcut; nil when it has neither Ctrl nor Alt.
func asShortcut(key string) fyne.Shortcut {
	s := custom(key)
	if s.Modifier&^fyne.KeyModifierShift == 0 {
		return nil
	}
	if s.Modifier == fyne.KeyModifierControl { // the toolkit has its own names for these
		switch s.KeyName {
		case fyne.KeyZ:
			return &fyne.ShortcutUndo{}
		case fyne.KeyY:
			return &fyne.ShortcutRedo{}
		case fyne.KeyA:
			return &fyne.ShortcutSelectAll{}
		case fyne.KeyC:
			return &fyne.ShortcutCopy{}
		}
	}
	return s
}

// custom is a key of the table, "Ctrl+Shift+H", in the toolkit's terms.
func custom(key string) *desktop.CustomShortcut {
	s := &desktop.CustomShortcut{}
	for {
		head, rest, more := strings.Cut(key, "+")
		mod, ok := map[string]fyne.KeyModifier{"Ctrl": fyne.KeyModifierControl, "Shift": fyne.KeyModifierShift, "Alt": fyne.KeyModifierAlt}[head]
		if !more || !ok {
			break
		}
		s.Modifier |= mod
		key = rest
	}
	s.KeyName = fyne.KeyName(key)
	return s
}

// typedKey is a key without Ctrl or Alt that writes nothing: an arrow, Delete, F2.
func (w *window) typedKey(name fyne.KeyName) {
	switch {
	case name == fyne.KeyF10:
		w.menus.main(0)
	case name == fyne.KeyEnter:
		w.key(string(fyne.KeyReturn))
	case len(name) > 1:
		w.key(string(name))
	}
}

// typedRune is a key that writes something. Letters count as typed with Shift when they are capitals.
func (w *window) typedRune(r rune) {
	if unicode.IsUpper(r) && w.key("Shift+"+string(r)) {
		return
	}
	w.key(string(unicode.ToUpper(r)))
}

// key runs the command of a key, and reports whether there is one.
func (w *window) key(key string) bool {
	if w.state.Sheet.Kind != model.NoSheet && key != string(fyne.KeyEscape) {
		return false
	}
	list := model.Commands()
	i := slices.IndexFunc(list, func(c model.Command) bool { return slices.Contains(c.Keys, key) })
	if i < 0 {
		return false
	}
	w.invoke(list[i])
	return true
}

// invoke runs the command of a key; while the file dialog is open Escape closes that, and nothing else happens.
func (w *window) invoke(c model.Command) {
	if w.asking == nil {
		w.send(c.Run(w.state))
		return
	}
	if slices.Contains(c.Keys, string(fyne.KeyEscape)) {
		w.asking.Hide()
	}
}

// shortcut runs the command of a shortcut that was typed into a field, and reports whether there is one. Undo, copy and
// their like stay the field's own: the toolkit gives them names of their own.
func (w *window) shortcut(s fyne.Shortcut) bool {
	typed, ok := s.(*desktop.CustomShortcut)
	if !ok {
		return false
	}
	for _, c := range model.Commands() {
		for _, key := range c.Keys {
			if own, ok := asShortcut(key).(*desktop.CustomShortcut); ok && *own == *typed {
				w.invoke(c)
				return true
			}
		}
	}
	return false
}
