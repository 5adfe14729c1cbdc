package canvas

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"skein/gui/scene"
)

// dwell is how long the pointer must stay on something for its surroundings to be lit: a hand on its way elsewhere does
// not make the picture flicker.
const dwell = 110 * time.Millisecond

// MouseIn is for the toolkit.
func (c *Canvas) MouseIn(ev *desktop.MouseEvent) { c.MouseMoved(ev) }

// MouseMoved is for the toolkit.
func (c *Canvas) MouseMoved(ev *desktop.MouseEvent) {
	at := ev.Position
	c.pointer = &at
	if c.press.gesture != none {
		return
	}
	before := c.hover
	c.look()
	c.tell(ev.AbsolutePosition)
	if c.hover != before {
		c.light()
	}
}

// tell says what the pointer is on, when that is something else than was said last.
func (c *Canvas) tell(at fyne.Position) {
	if t := c.target(c.hover); !t.same(c.told) {
		c.told = t
		if c.on.Hover != nil {
			c.on.Hover(t, at)
		}
	}
}

// same reports whether two targets are the same thing on the canvas.
func (t Target) same(u Target) bool {
	return t.What == u.What && t.Node == u.Node && t.From == u.From && t.To == u.To
}

// MouseOut is for the toolkit.
func (c *Canvas) MouseOut() {
	c.pointer = nil
	c.hover = scene.Hit{}
	c.tell(fyne.Position{})
	c.light()
}

// look finds what lies under the pointer now.
func (c *Canvas) look() {
	c.hover = scene.Hit{}
	if c.pointer != nil {
		c.hover = c.at(*c.pointer)
	}
}

// light shows what is under the pointer after a moment.
func (c *Canvas) light() {
	if c.linger != nil {
		c.linger.Stop()
	}
	c.linger = time.AfterFunc(dwell, func() { c.do(c.lightNow) })
}

func (c *Canvas) lightNow() {
	if c.lit != c.hover && c.press.gesture == none {
		c.lit = c.hover
		c.repaint()
	}
}

// unlight ends the lighting, when a gesture begins.
func (c *Canvas) unlight() {
	c.hover, c.lit = scene.Hit{}, scene.Hit{}
}

// Cursor is for the toolkit.
func (c *Canvas) Cursor() desktop.Cursor {
	switch {
	case c.hover.What != scene.Nothing:
		return desktop.PointerCursor
	case c.tool != Pan:
		return desktop.CrosshairCursor
	}
	return desktop.DefaultCursor
}
