package scene

import (
	"bytes"
	"image"
	"image/color"
	"math"
	"testing"

	"skein/graph"
)

var black, white = color.RGBA{A: 255}, color.RGBA{R: 255, G: 255, B: 255, A: 255}

// painted draws one list in black on white, and returns the picture and how many pixels' worth of ink is on it.
func painted(w, h int, scale float64, fill func(l *list)) (img *image.RGBA, ink float64) {
	img = image.NewRGBA(image.Rect(0, 0, w, h))
	r, l := raster{set: newTypesetter()}, list{}
	fill(&l)
	r.paint(img, &l, white, scale, false)
	for i := 0; i < len(img.Pix); i += 4 {
		ink += 1 - float64(img.Pix[i])/255
	}
	return img, ink
}

// TestInk compares what is painted with the areas of the shapes, also across bands and at twice the scale.
func TestInk(t *testing.T) {
	square := []vec{{20.3, 20.6}, {180.3, 20.6}, {180.3, 180.6}, {20.3, 180.6}}
	diamond := []vec{{100, 20}, {180, 100}, {100, 180}, {20, 100}}
	for _, test := range []struct {
		what string
		fill func(l *list)
		area float64
	}{
		{"a disc", func(l *list) { l.disc(99.4, 64.2, 50, black) }, math.Pi * 50 * 50},
		{"a small disc", func(l *list) { l.disc(99.4, 64.2, 2, black) }, math.Pi * 2 * 2},
		{"a ring", func(l *list) { l.ring(99.4, 64.2, 50, 4, black) }, math.Pi * (52*52 - 48*48)},
		{"a square", func(l *list) { l.poly(0, black, opaque, square...) }, 160 * 160},
		{"a diamond", func(l *list) { l.poly(0, black, opaque, diamond...) }, 160 * 160 / 2},
		{"a diamond the other way round", func(l *list) { l.poly(0, black, opaque, diamond[3], diamond[2], diamond[1], diamond[0]) }, 160 * 160 / 2},
		{"a pill", func(l *list) { l.pill(Rect{20, 30, 140, 50}, 10, black, opaque) }, 100*20 + math.Pi*100},
		{"a half transparent pill", func(l *list) { l.pill(Rect{20, 30, 140, 50}, 10, black, opaque/2) }, (100*20 + math.Pi*100) / 2},
		{"a flat line", func(l *list) { l.line(10, 60.3, 190, 67.9, 1.2, black, opaque, solid) }, 1.2 * math.Hypot(180, 7.6)},
		{"a steep line", func(l *list) { l.line(60.3, 190, 67.9, 10, 1.2, black, opaque, solid) }, 1.2 * math.Hypot(180, 7.6)},
		{"a slanting line", func(l *list) { l.line(10, 10, 190, 170, 3, black, opaque, solid) }, 3 * math.Hypot(180, 160)},
		{"a hairline", func(l *list) { l.line(10, 20, 190, 90, 1, black, opaque/2, solid) }, math.Hypot(180, 70) / 2},
		{"a steep hairline", func(l *list) { l.line(90, 20, 20, 190, 1, black, opaque/2, solid) }, math.Hypot(170, 70) / 2},
		{"dashes", func(l *list) { l.line(10, 60.5, 190, 60.5, 2, black, opaque, dashed) }, 2 * 180 * 0.6},
		{"dots", func(l *list) { l.line(10, 60.5, 190, 60.5, 2, black, opaque, dotted) }, 2 * 180 * 1.6 / 5},
	} {
		for _, scale := range []float64{1, 2} {
			_, ink := painted(int(200*scale), int(200*scale), scale, test.fill)
			if want := test.area * scale * scale; math.Abs(ink-want) > 0.04*want+1 {
				t.Errorf("%s at %v: %.1f pixels of ink, not %.1f", test.what, scale, ink, want)
			}
		}
	}
}

// TestBandsMeet paints the same picture higher, so that the bands lie elsewhere under the shapes.
func TestBandsMeet(t *testing.T) {
	s := sample()
	pic := func(w, h int, dy float64) *image.RGBA {
		c := Fit(s, 1150, 850, 30)
		img := image.NewRGBA(image.Rect(0, 0, w, h))
		NewPainter().Paint(img, NewIndex(s), Frame{Camera: c.Pan(0, dy), Palette: Light()})
		return img
	}
	a, b := pic(1150, 850, 0), pic(1150, 850+2*32, 0)
	b.Pix = b.Pix[32*b.Stride:]
	for i, v := range a.Pix {
		if d := int(v) - int(b.Pix[i]); d > 3 || d < -3 { // places are rounded differently
			t.Fatalf("pixel %d, %d is %d here and %d there", i%a.Stride/4, i/a.Stride, v, b.Pix[i])
		}
	}
}

// TestWildCoordinates has positions, sizes and cameras that no picture can hold. What can be drawn still is.
func TestWildCoordinates(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	s := sample()
	for i, x := range []float64{nan, inf, -inf, math.MaxFloat64, -math.MaxFloat64, 1e300, 1e30, 1e18, 1e9} {
		s.Nodes = append(s.Nodes, Node{ID: graph.ID(rune('a' + i)), Label: "far", Kind: graph.Event, X: x, Y: -x, Radius: x, More: 4, Selected: i%2 == 0})
		for _, m := range graph.Modalities() {
			s.Edges = append(s.Edges, Edge{From: 0, To: len(s.Nodes) - 1, Modality: m, Directed: true}, Edge{From: len(s.Nodes) - 1, To: len(s.Nodes) - 1})
		}
	}
	s.Edges = append(s.Edges, Edge{From: -1, To: 2}, Edge{From: 1, To: 1 << 40})
	ix, p := NewIndex(s), NewPainter()
	img := image.NewRGBA(image.Rect(0, 0, 300, 200))
	for _, c := range []Camera{{Zoom: 1}, {X: 300, Y: 200, Zoom: 0.3}, {X: nan, Zoom: 1}, {Zoom: nan}, {Zoom: -1}, {Zoom: 0}, {Zoom: inf}, {Zoom: 1e200}, {X: 1e300, Y: inf, Zoom: 5}, {Zoom: MinZoom}, {Zoom: MaxZoom}} {
		for _, moving := range []bool{false, true} {
			p.Paint(img, ix, Frame{Camera: c, Palette: Dark(), Moving: moving, Hover: Hit{What: OnNode, Node: 3}})
		}
		ix.At(c, 300, 200, 150, 100)
	}
	p.Paint(img, ix, Frame{Camera: Camera{X: 300, Y: 300, Zoom: 0.3}, Palette: Dark()})
	if !bytes.Contains(img.Pix, []byte{Dark().Place.R, Dark().Place.G, Dark().Place.B, 255}) {
		t.Error("the nodes at good places are gone")
	}
	if c := Fit(s, 300, 200, 10); !finite(c.X, c.Y, c.Zoom) || c.Zoom < MinZoom {
		t.Errorf("the camera that fits: %v", c)
	}
	NewPainter().Paint(image.NewRGBA(image.Rect(0, 0, 0, 0)), ix, Frame{Camera: Camera{Zoom: 1}, Palette: Dark()})
}

func TestFit(t *testing.T) {
	s := sample()
	for _, size := range [][2]float64{{1150, 850}, {800, 560}, {300, 900}} {
		c := Fit(s, size[0], size[1], 24)
		p := NewPainter()
		p.build(NewIndex(s), Frame{Camera: c, Palette: Light()}, size[0], size[1])
		room := Rect{20, 20, size[0] - 20, size[1] - 20}
		for _, text := range p.list.texts {
			x := float64(text.at.x)
			if end := x + p.set.width(text.s, text.size); !room.Contains(x, float64(text.at.y)) || !room.Contains(end, float64(text.at.y)) {
				t.Errorf("at %v %q is cut", size, text.s)
			}
		}
		x0, y0 := c.Screen(s.Nodes[21].X, s.Nodes[21].Y, size[0], size[1])
		if !room.Contains(x0, y0) {
			t.Errorf("at %v a node is outside", size)
		}
	}
	if c := Fit(&Scene{}, 100, 100, 10); c != (Camera{Zoom: 1}) {
		t.Errorf("nothing fits %v", c)
	}
}

func TestCamera(t *testing.T) {
	c := Camera{X: 10, Y: -20, Zoom: 0.7}
	x, y := c.World(123, 45, 800, 600)
	if sx, sy := c.Screen(x, y, 800, 600); math.Abs(sx-123)+math.Abs(sy-45) > 1e-9 {
		t.Errorf("there and back: %v, %v", sx, sy)
	}
	for _, factor := range []float64{1.1, 0.5, 1000, 1e-9} {
		d := c.ZoomAt(factor, 123, 45, 800, 600)
		if sx, sy := d.Screen(x, y, 800, 600); math.Abs(sx-123)+math.Abs(sy-45) > 1e-6 || d.Zoom < MinZoom || d.Zoom > MaxZoom {
			t.Errorf("zoomed by %v: the point went to %v, %v; zoom %v", factor, sx, sy, d.Zoom)
		}
	}
	if d := c.Pan(30, 40); math.Abs(d.X-(10-30/0.7)) > 1e-9 || math.Abs(d.Y-(-20-40/0.7)) > 1e-9 {
		t.Errorf("panned: %v", d)
	}
	if d := c.Between(Camera{X: 20, Y: 0, Zoom: 2.8}, 0.5); d.X != 15 || d.Y != -10 || math.Abs(d.Zoom-1.4) > 1e-9 {
		t.Errorf("half way: %v", d)
	}
}

// TestLook checks what the look asks of single marks, by the list of shapes.
func TestLook(t *testing.T) {
	pal := Light()
	built := func(s *Scene, f Frame) *list {
		p := NewPainter()
		f.Palette = pal
		if f.Camera.Zoom == 0 {
			f.Camera = Camera{Zoom: 1}
		}
		p.build(NewIndex(s), f, 600, 400)
		return &p.list
	}
	count := func(l *list, is func(h *shape) bool) (n int) {
		for i := range l.shapes {
			if is(&l.shapes[i]) {
				n++
			}
		}
		return n
	}
	line := func(c color.RGBA) func(*shape) bool {
		return func(h *shape) bool { return h.op == opLine && h.color == c }
	}
	two := func(m graph.Modality, disputed bool) *Scene {
		return &Scene{Nodes: []Node{{ID: "a", X: -100}, {ID: "b", X: 100}}, Edges: []Edge{{From: 0, To: 1, Modality: m, Disputed: disputed, Directed: true, Label: "leads", Count: 3}}}
	}
	if n := count(built(two(graph.Denied, false), Frame{}), line(pal.Disputed)); n != 1 {
		t.Errorf("a denied edge has %d red strokes", n)
	}
	if n := count(built(two(graph.Asserted, true), Frame{}), line(pal.Disputed)); n != 2 {
		t.Errorf("a disputed edge has %d red lines", n)
	}
	arrow := func(h *shape) bool { return h.op == opPoly && h.color == pal.Edge }
	if near, far := count(built(two(graph.Asserted, false), Frame{}), arrow), count(built(two(graph.Asserted, false), Frame{Camera: Camera{Zoom: 0.3}}), arrow); near != 1 || far != 0 {
		t.Errorf("arrow heads: %d near by, %d from afar", near, far)
	}
	if l := built(two(graph.Asserted, false), Frame{Hover: Hit{What: OnEdge}}); len(l.texts) != 1 || l.texts[0].s != "leads ×3" {
		t.Errorf("under the pointer an edge is called %v", l.texts)
	}
	if l := built(two(graph.Asserted, false), Frame{}); len(l.texts) != 0 {
		t.Errorf("an edge is called %v", l.texts)
	}
	hollow := &Scene{Nodes: []Node{{Kind: graph.Event, Hollow: true}}}
	if n := count(built(hollow, Frame{}), func(h *shape) bool { return h.color == pal.Event && h.width == 0 }); n != 0 {
		t.Error("a planned event is filled")
	}
	unit := &Scene{Nodes: []Node{{Kind: graph.Unit, Echelon: "battalion"}}}
	if n := count(built(unit, Frame{}), line(pal.Unit)); n != 2 {
		t.Errorf("a battalion has %d strokes", n)
	}
	if n := count(built(unit, Frame{Camera: Camera{Zoom: 0.4}}), line(pal.Unit)); n != 0 {
		t.Errorf("from afar a battalion has %d strokes", n)
	}
	more := &Scene{Nodes: []Node{{Kind: graph.Actor, More: 23}, {Kind: graph.Actor, X: 100, More: 12345}}}
	if l := built(more, Frame{}); len(l.texts) != 2 || l.texts[0].s != "+23" || l.texts[1].s != "+12k" {
		t.Errorf("badges: %v", l.texts)
	}
	star := &Scene{Nodes: []Node{{ID: "a", Selected: true}, {ID: "b", X: 100}, {ID: "c", Y: 100}, {ID: "d", X: 100, Y: 100}}, Edges: []Edge{{From: 0, To: 1}, {From: 2, To: 0}, {From: 2, To: 3}}}
	if n := count(built(star, Frame{}), line(pal.Strong)); n != 2 {
		t.Errorf("%d of the selection's two edges are strong", n)
	}
}
