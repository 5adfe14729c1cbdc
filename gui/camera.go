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
	if w.opening != nil || len(w.state.Picture.Nodes) == 0 {
		return
	}
	c := w.graph.Camera()
	w.send(model.CameraMoved{Camera: model.Camera{X: c.X, Y: c.Y, Zoom: c.Zoom}})
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
	const edge = 64 // pixels of the canvas's border that do not count as seen
	c := w.graph.Camera()
	x0, y0 := c.Screen(r.X0, r.Y0, width, height)
	x1, y1 := c.Screen(r.X1, r.Y1, width, height)
	if x0 >= edge && y0 >= edge && x1 <= width-edge && y1 <= height-edge {
		return
	}
	if x1-x0 > width-2*edge || y1-y0 > height-2*edge {
		fit := scene.Fit(part, width, height, edge)
		fit.Zoom = min(fit.Zoom, c.Zoom)
		w.graph.FlyTo(fit)
		return
	}
	into := func(lo, hi, size float64) float64 { // how far it has to come in, at least
		switch {
		case lo < edge:
			return edge - lo
		case hi > size-edge:
			return size - edge - hi
		}
		return 0
	}
	w.graph.FlyTo(c.Pan(into(x0, x1, width), into(y0, y1, height)))
}
