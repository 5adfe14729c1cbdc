package canvas

import (
	"time"

	"fyne.io/fyne/v2"

	"skein/gui/scene"
)

// fitPadding is the ground left around a fitted scene, in pixels.
const fitPadding = 36

// fitTop is what is left above that besides, for what is said over the picture: what is new, what was undone.
const fitTop = 20

// zoomStep is what one press of a key, or one notch of the wheel, zooms by.
const zoomStep = 1.2

// Camera is the part of the world shown.
func (c *Canvas) Camera() scene.Camera { return c.camera }

// SetCamera shows another part of the world, at once. It ends a flight.
func (c *Canvas) SetCamera(cam scene.Camera) {
	c.land()
	c.fit = false
	c.set(cam)
}

// FlyTo shows another part of the world, on the way there too if Animate is set.
func (c *Canvas) FlyTo(cam scene.Camera) {
	c.land()
	c.fit = false
	if !c.Animate || c.Size().IsZero() {
		c.set(cam)
		return
	}
	from := c.camera
	c.flight = fyne.NewAnimation(220*time.Millisecond, func(t float32) {
		c.set(from.Between(cam, float64(t)))
	})
	c.flight.Curve = fyne.AnimationEaseInOut
	c.flight.Start()
}

// land ends a flight where it is.
func (c *Canvas) land() {
	if c.flight != nil {
		c.flight.Stop()
		c.flight = nil
	}
}

// Fit shows the whole scene. Before the widget has a size it waits for that.
func (c *Canvas) Fit() {
	w, h := c.size()
	if w < 1 || h < 1 {
		c.fit = true
		return
	}
	cam := fitted(c.ix.Scene(), w, h-fitTop).Pan(0, fitTop/2)
	if c.fit {
		c.fit = false
		c.SetCamera(cam)
		return
	}
	c.FlyTo(cam)
}

// fitted is the camera that shows a whole scene. Where the names take so much of a small picture that the graph between
// them would be tiny, names are cut at the edges.
func fitted(s *scene.Scene, w, h float64) scene.Camera {
	const tiny, share = 0.52, 0.7 // of the zoom at which the shapes alone fill the picture
	cam := scene.Fit(s, w, h, fitPadding)
	b, ok := s.Bounds()
	if !ok {
		return cam
	}
	full := min((w-2*fitPadding)/(b.X1-b.X0), (h-2*fitPadding)/(b.Y1-b.Y0))
	if zoom := min(share*full, 1); cam.Zoom < tiny*full && cam.Zoom < zoom {
		return scene.Camera{X: (b.X0 + b.X1) / 2, Y: (b.Y0 + b.Y1) / 2, Zoom: zoom}
	}
	return cam
}

// Resize is for the toolkit.
func (c *Canvas) Resize(s fyne.Size) {
	c.BaseWidget.Resize(s)
	if c.fit && !s.IsZero() {
		c.Fit()
	}
}

// Zoom zooms at the middle of the picture: above 1 nearer.
func (c *Canvas) Zoom(factor float64) {
	w, h := c.size()
	c.FlyTo(c.camera.ZoomAt(factor, w/2, h/2, w, h))
}

// ZoomIn zooms one step nearer.
func (c *Canvas) ZoomIn() { c.Zoom(zoomStep * zoomStep) }

// ZoomOut zooms one step away.
func (c *Canvas) ZoomOut() { c.Zoom(1 / (zoomStep * zoomStep)) }

// Reveal brings a point of the world into the picture, if it is not well inside of it already, without zooming.
func (c *Canvas) Reveal(x, y float64) {
	w, h := c.size()
	sx, sy := c.camera.Screen(x, y, w, h)
	mx, my := min(90, w/4), min(70, h/4)
	if sx >= mx && sx <= w-mx && sy >= my && sy <= h-my {
		return
	}
	c.FlyTo(scene.Camera{X: x, Y: y, Zoom: c.camera.Zoom})
}

// set changes the camera and says so.
func (c *Canvas) set(cam scene.Camera) {
	if cam == c.camera {
		return
	}
	c.camera = cam
	c.inMotion()
	c.repaint()
	if c.on.CameraChanged != nil {
		c.on.CameraChanged(cam)
	}
}

// rest is how long the picture must not move to be drawn finely again.
const rest = 140 * time.Millisecond

// inMotion notes that the picture moves, if that makes a difference to how it is drawn.
func (c *Canvas) inMotion() {
	if !c.ix.Large() {
		return
	}
	c.moving = true
	if c.still != nil {
		c.still.Reset(rest)
		return
	}
	c.still = time.AfterFunc(rest, func() {
		c.do(func() {
			c.moving = false
			c.repaint()
		})
	})
}
