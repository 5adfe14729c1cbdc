package canvas

import (
	"image"
	"sync"

	"skein/gui/scene"
)

// frames is what the toolkit's goroutine and the painting one share.
type frames struct {
	sync.Mutex
	wish    *wish
	running bool
	last    wish        // what the newest picture shows: its size is the one the toolkit asked for
	newest  *image.RGBA // finished, not yet handed over or just handed over
	shown   *image.RGBA // handed to the toolkit, which may still read it
	spare   []*image.RGBA
}

// wish is a frame to paint.
type wish struct {
	ix    *scene.Index
	frame scene.Frame
	w, h  int // device pixels
}

// wishNow is the frame of the present state at a size in device pixels.
func (c *Canvas) wishNow(w, h int) wish {
	f := scene.Frame{Camera: c.camera, Palette: c.pal, Scale: 1, Moving: c.moving, Hover: c.lit}
	if width := c.Size().Width; width > 0 {
		f.Scale = float64(w) / float64(width)
	}
	f.Dragged = c.press.gesture == moving
	f.Box, f.Lasso = c.press.surrounded()
	return wish{c.ix, f, w, h}
}

// repaint asks for a frame of the present state.
func (c *Canvas) repaint() {
	f := &c.frames
	f.Lock()
	if f.last.w == 0 { // never shown: the toolkit asks when it shows it
		f.Unlock()
		return
	}
	w := c.wishNow(f.last.w, f.last.h)
	f.wish = &w
	start := !f.running
	f.running = true
	f.Unlock()
	if start {
		go c.work()
	}
}

// work paints wishes until there are none.
func (c *Canvas) work() {
	f := &c.frames
	for {
		f.Lock()
		w := f.wish
		f.wish = nil
		if w == nil {
			f.running = false
			f.Unlock()
			return
		}
		img := f.buffer(w.w, w.h)
		f.Unlock()
		c.paint(img, w)
		f.Lock()
		f.finish(img, *w)
		f.Unlock()
		c.do(c.raster.Refresh)
	}
}

func (c *Canvas) paint(img *image.RGBA, w *wish) {
	c.painting.Lock()
	defer c.painting.Unlock()
	c.painter.Paint(img, w.ix, w.frame)
}

// buffer is a picture of a size that nobody reads.
func (f *frames) buffer(w, h int) *image.RGBA {
	for len(f.spare) > 0 {
		img := f.spare[len(f.spare)-1]
		f.spare = f.spare[:len(f.spare)-1]
		if img.Rect.Dx() == w && img.Rect.Dy() == h {
			return img
		}
	}
	return image.NewRGBA(image.Rect(0, 0, w, h))
}

// finish makes a picture the newest.
func (f *frames) finish(img *image.RGBA, w wish) {
	if f.last.w != 0 && (f.last.w != w.w || f.last.h != w.h) {
		return // resized meanwhile: a picture of the right size was painted at once
	}
	if f.newest != nil && f.newest != f.shown {
		f.spare = append(f.spare, f.newest)
	}
	f.newest, f.last = img, w
}

// generate hands the newest picture to the toolkit.
func (c *Canvas) generate(w, h int) image.Image {
	f := &c.frames
	f.Lock()
	defer f.Unlock()
	if w <= 0 || h <= 0 {
		return image.NewRGBA(image.Rect(0, 0, 1, 1))
	}
	if f.newest == nil || f.last.w != w || f.last.h != h {
		now := c.wishNow(w, h)
		img := f.buffer(w, h)
		c.paint(img, &now)
		f.last = wish{}
		f.finish(img, now)
		f.wish = nil
	}
	if f.shown != nil && f.shown != f.newest {
		f.spare = append(f.spare, f.shown)
	}
	f.shown = f.newest
	return f.newest
}
