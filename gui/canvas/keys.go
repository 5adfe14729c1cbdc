package canvas

import "fyne.io/fyne/v2"

// focus makes the keys come here.
func (c *Canvas) focus() {
	if app := fyne.CurrentApp(); app != nil {
		if cv := app.Driver().CanvasForObject(c); cv != nil {
			cv.Focus(c)
		}
	}
}

// FocusGained is for the toolkit.
func (c *Canvas) FocusGained() {}

// FocusLost is for the toolkit.
func (c *Canvas) FocusLost() {}

// TypedKey is for the toolkit. Shortcuts with Ctrl and Alt go past the widget to the window.
func (c *Canvas) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyEscape && c.cancel() {
		return
	}
	if c.on.Key != nil {
		c.on.Key(ev.Name)
	}
}

// TypedRune is for the toolkit.
func (c *Canvas) TypedRune(r rune) {
	if c.on.Rune != nil {
		c.on.Rune(r)
	}
}
