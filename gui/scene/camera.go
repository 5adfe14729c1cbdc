package scene

import "math"

// Camera says which part of the world is on the screen: the point at the middle of the picture, and the size of a
// world unit in pixels.
type Camera struct {
	X, Y float64 // world coordinates of the middle
	Zoom float64 // pixels a world unit, MinZoom to MaxZoom
}

// Limits of the zoom.
const (
	MinZoom = 0.02
	MaxZoom = 8
)

// fitZoom is the closest that Fit goes: a graph of two nodes is not blown up to fill the window.
const fitZoom = 1.5

// Screen is where a point of the world is drawn in a picture of w by h pixels.
func (c Camera) Screen(x, y, w, h float64) (sx, sy float64) {
	return (x-c.X)*c.Zoom + w/2, (y-c.Y)*c.Zoom + h/2
}

// World is the point of the world that is drawn at a place of a picture of w by h pixels.
func (c Camera) World(sx, sy, w, h float64) (x, y float64) {
	return (sx-w/2)/c.Zoom + c.X, (sy-h/2)/c.Zoom + c.Y
}

// ZoomAt multiplies the zoom, within its limits, and keeps the point of the world at (sx, sy) where it is.
func (c Camera) ZoomAt(factor, sx, sy, w, h float64) Camera {
	x, y := c.World(sx, sy, w, h)
	z := clamp(c.Zoom*factor, MinZoom, MaxZoom)
	return Camera{X: x - (sx-w/2)/z, Y: y - (sy-h/2)/z, Zoom: z}
}

// Pan moves the picture by a way on the screen.
func (c Camera) Pan(dx, dy float64) Camera {
	return Camera{X: c.X - dx/c.Zoom, Y: c.Y - dy/c.Zoom, Zoom: c.Zoom}
}

// Between is the camera on the way from c to d, t from 0 to 1; the zoom moves evenly as the eye sees it.
func (c Camera) Between(d Camera, t float64) Camera {
	return Camera{
		X:    c.X + (d.X-c.X)*t,
		Y:    c.Y + (d.Y-c.Y)*t,
		Zoom: c.Zoom * math.Pow(d.Zoom/c.Zoom, t),
	}
}

// ok reports whether the camera can be drawn with.
func (c Camera) ok() bool { return finite(c.X, c.Y, c.Zoom) && c.Zoom > 0 }

// radiusAt is the radius in pixels at a zoom of a node whose radius in the world is r. Nodes shrink and grow more slowly
// than the plane, so that they can still be told apart from afar and do not cover each other near by.
func radiusAt(r, zoom float64) float64 {
	if zoom >= 1 {
		return r * math.Pow(zoom, 0.45)
	}
	return math.Max(r*math.Pow(zoom, 0.8), 1.2)
}

func clamp(x, lo, hi float64) float64 { return max(lo, min(hi, x)) }
