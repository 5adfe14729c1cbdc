package scene

import "image/color"

// list is a picture as flat shapes in the order they are painted, in screen pixels at scale 1. It is what the
// rasteriser and the SVG writer share. Its memory is used again for the next frame.
type list struct {
	shapes []shape
	points []vec  // corners of polygons
	texts  []text // lines of text
}

type vec struct{ x, y float32 }

type op uint8

const (
	opLine op = iota // from (x, y) to (x2, y2), width wide
	opDisc           // around (x, y), radius x2; a ring when width > 0
	opPoly           // convex, points[from:to] in either turn; an outline when width > 0
	opPill           // upright rounded rectangle from (x, y) to (x2, y2), corners of radius width
	opText           // texts[from]
)

// shape is one thing to paint.
type shape struct {
	op           op
	dash         dash
	alpha        uint16 // 0 to 256
	color        color.RGBA
	x, y, x2, y2 float32
	width        float32
	from, to     int32
}

// text is one line of text; at is the left end of its base line.
type text struct {
	s     string
	size  float64
	at    vec
	halo  float64 // pixels, 0: none
	under color.RGBA
}

// dash is how a line is broken.
type dash uint8

const (
	solid   dash = iota
	dashed       // 6-4
	dotted       // 1.6-3.4
	dashdot      // 7-3.5-1.6-3.5
)

// pattern is on, off, on, off in pixels, for a line 1 to 2 pixels wide; nil is solid.
func (d dash) pattern() []float32 {
	switch d {
	case dashed:
		return []float32{6, 4}
	case dotted:
		return []float32{1.6, 3.4}
	case dashdot:
		return []float32{7, 3.5, 1.6, 3.5}
	}
	return nil
}

const opaque = 256

func (l *list) reset() {
	l.shapes, l.points, l.texts = l.shapes[:0], l.points[:0], l.texts[:0]
}

func (l *list) line(x, y, x2, y2, width float64, c color.RGBA, alpha uint16, d dash) {
	l.shapes = append(l.shapes, shape{op: opLine, x: float32(x), y: float32(y), x2: float32(x2), y2: float32(y2),
		width: float32(width), color: c, alpha: alpha, dash: d})
}

func (l *list) disc(x, y, r float64, c color.RGBA) {
	l.shapes = append(l.shapes, shape{op: opDisc, x: float32(x), y: float32(y), x2: float32(r), color: c, alpha: opaque})
}

func (l *list) ring(x, y, r, width float64, c color.RGBA) {
	l.shapes = append(l.shapes, shape{op: opDisc, x: float32(x), y: float32(y), x2: float32(r), width: float32(width), color: c, alpha: opaque})
}

func (l *list) poly(width float64, c color.RGBA, alpha uint16, points ...vec) {
	from := int32(len(l.points))
	l.points = append(l.points, points...)
	l.shapes = append(l.shapes, shape{op: opPoly, width: float32(width), color: c, alpha: alpha, from: from, to: int32(len(l.points))})
}

func (l *list) pill(r Rect, corner float64, c color.RGBA, alpha uint16) {
	l.shapes = append(l.shapes, shape{op: opPill, x: float32(r.X0), y: float32(r.Y0), x2: float32(r.X1), y2: float32(r.Y1),
		width: float32(corner), color: c, alpha: alpha})
}

func (l *list) text(t text, c color.RGBA) {
	l.texts = append(l.texts, t)
	l.shapes = append(l.shapes, shape{op: opText, color: c, alpha: opaque, from: int32(len(l.texts) - 1)})
}
