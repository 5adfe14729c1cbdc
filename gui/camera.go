package gui

import (
	"slices"
	"time"

	"skein/graph"
	"skein/gui/model"
	"skein/gui/scene"
)

// cameraRest is how long the camera must not move to be kept with the graph.
const cameraRest = 700 * time.Millisecond

// lookAt puts the camera where it was left, or so that everything is seen.
func (w *window) lookAt() {
	if c, ok := w.state.Camera(); ok {
		w.graph.SetCamera(scene.Camera{X: c.X, Y: c.Y, Zoom: c.Zoom})
		return
	}
	w.graph.Fit()
}

// cameraMoved keeps the camera once it has come to rest.
func (w *window) cameraMoved(scene.Camera) {
	if w.camera != nil {
		w.camera.Reset(cameraRest)
		return
	}
	w.camera = time.AfterFunc(cameraRest, func() { w.do(w.keepCamera) })
}

// keepCamera keeps the camera with the graph.
func (w *window) keepCamera() {
	if m, ok := w.cameraNow(); ok {
		w.send(m)
	}
}

// cameraNow tells where the camera is; ok is false when it shows nothing.
func (w *window) cameraNow() (m model.CameraMoved, ok bool) {
	if w.opening != nil || len(w.state.Picture.Nodes) == 0 {
		return m, false
	}
	c := w.graph.Camera()
	return model.CameraMoved{Camera: model.Camera{X: c.X, Y: c.Y, Zoom: c.Zoom}}, true
}

// showEntities moves the camera so that these are seen: not at all when they are, without zooming when they fit in.
func (w *window) showEntities(ids []graph.ID) {
	all := w.graph.Scene()
	part := &scene.Scene{}
	for _, n := range all.Nodes {
		if slices.Contains(ids, n.ID) {
			n.More = 0
			part.Nodes = append(part.Nodes, n)
		}
	}
	r, ok := part.Bounds()
	if !ok {
		return
	}
	size := w.graph.Size()
	width, height := float64(size.Width), float64(size.Height)
	if width < 1 || height < 1 {
		w.graph.Fit()
		return
	}
	// The canvas's border that does not count as seen: names stand beside nodes, notices at the top.
	const side, top, bottom = 110, 92, 64
	c := w.graph.Camera()
	x0, y0 := c.Screen(r.X0, r.Y0, width, height)
	x1, y1 := c.Screen(r.X1, r.Y1, width, height)
	dx, dy := inward(x0, x1, side, width-side), inward(y0, y1, top, height-bottom)
	switch {
	case dx == 0 && dy == 0:
	case x1-x0 > width-2*side || y1-y0 > height-top-bottom:
		fit := scene.Fit(part, width, height, bottom)
		fit.Zoom = min(fit.Zoom, c.Zoom)
		w.graph.FlyTo(fit)
	default:
		w.graph.FlyTo(c.Pan(dx, dy))
	}
}

// anyInView reports whether some node is seen, or there is none. Filters may leave only what lies elsewhere.
func (w *window) anyInView() bool {
	nodes := w.graph.Scene().Nodes
	size := w.graph.Size()
	c := w.graph.Camera()
	return len(nodes) == 0 || size.IsZero() || slices.ContainsFunc(nodes, func(n scene.Node) bool {
		x, y := c.Screen(n.X, n.Y, float64(size.Width), float64(size.Height))
		return x >= 0 && y >= 0 && x <= float64(size.Width) && y <= float64(size.Height)
	})
}

// inward is how far something from a to b has to move to lie between lo and hi.
func inward(a, b, lo, hi float64) float64 {
	switch {
	case a < lo:
		return lo - a
	case b > hi:
		return hi - b
	}
	return 0
}
