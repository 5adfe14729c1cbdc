package scene

import (
	"math"
	"strings"
	"testing"

	"skein/graph"
)

// Cells of an ASCII picture, in pixels: a letter of a name is about as wide.
const cellWide, cellHigh = 6.4, 15.0

// ascii paints a frame as characters, from the same list of shapes as the pixels: o disc, X frame, H hexagon, V diamond,
// A triangle; - line, : broken line, = red line, > arrow head; (+3) badge. What has the ground's colour is not painted.
func ascii(s *Scene, cam Camera, columns, rows int) string {
	p := NewPainter()
	pal := Light()
	p.build(NewIndex(s), Frame{Camera: cam, Palette: pal}, float64(columns)*cellWide, float64(rows)*cellHigh)
	grid := make([][]rune, rows)
	for y := range grid {
		grid[y] = []rune(strings.Repeat(" ", columns))
	}
	cell := func(x, y float32) (i, j int) {
		return int(math.Floor(float64(x) / cellWide)), int(math.Floor(float64(y) / cellHigh))
	}
	at := func(x, y float32) rune {
		if i, j := cell(x, y); j >= 0 && j < rows && i >= 0 && i < columns {
			return grid[j][i]
		}
		return 0
	}
	put := func(x, y float32, rs ...rune) {
		i, j := cell(x, y)
		for k, r := range rs {
			if j >= 0 && j < rows && i+k >= 0 && i+k < columns {
				grid[j][i+k] = r
			}
		}
	}
	for _, h := range p.list.shapes {
		if h.color == pal.Canvas {
			continue
		}
		switch h.op {
		case opLine:
			r := '-'
			switch {
			case h.color == pal.Disputed:
				r = '='
			case h.dash != solid:
				r = ':'
			}
			for k := range 100 {
				t := float32(k) / 99
				x, y := h.x+(h.x2-h.x)*t, h.y+(h.y2-h.y)*t
				if r == '=' || at(x, y) == ' ' {
					put(x, y, r)
				}
			}
		case opDisc:
			put(h.x, h.y, 'o')
		case opPoly:
			ps := p.list.points[h.from:h.to]
			var x, y float32
			for _, q := range ps {
				x, y = x+q.x/float32(len(ps)), y+q.y/float32(len(ps))
			}
			r := map[int]rune{3: 'A', 4: 'V', 6: 'H'}[len(ps)]
			if len(ps) == 4 && ps[0].y == ps[1].y {
				r = 'X'
			}
			if h.color == pal.Edge || h.color == pal.Strong {
				r = '>'
			}
			put(x, y, r)
		case opText:
			t := p.list.texts[h.from]
			put(t.at.x+1, t.at.y-4, []rune(t.s)...)
		}
	}
	var b strings.Builder
	for _, row := range grid {
		b.WriteString(strings.TrimRight(string(row), " ") + "\n")
	}
	return strings.TrimRight(b.String(), "\n")
}

// TestASCII has all shapes, line styles and sides of names at given places.
func TestASCII(t *testing.T) {
	n := func(label string, k graph.Kind, x, y float64) Node {
		return Node{ID: graph.ID(label), Label: label, Kind: k, X: x, Y: y, Weight: 1}
	}
	s := &Scene{Nodes: []Node{
		n("Ann Voss", graph.Actor, 0, 0), n("Norland", graph.Place, 240, 0), n("Talks", graph.Event, 0, 120),
		n("1st Battalion", graph.Unit, 240, 120), n("Kestrel", graph.Equipment, 120, 60),
	}}
	s.Nodes[1].More = 3
	s.Edges = []Edge{
		{From: 0, To: 1, Modality: graph.Asserted, Directed: true},
		{From: 0, To: 2, Modality: graph.Planned},
		{From: 2, To: 3, Modality: graph.Asserted, Disputed: true},
		{From: 4, To: 3, Modality: graph.Denied},
	}
	want := strings.Trim(`
    Ann Voss                                     +3
        o --------------------------------->  H
        :
        :                                 Norland
        :
        :                  A
        :                    -----
        :               Kestrel  ---=-
        :                           = -----
        V ==================================--X--
                                           --- --
      Talks                             1st Battalion
`, "\n")
	if got := ascii(s, Camera{X: 130, Y: 56, Zoom: 1}, 58, 13); strings.Trim(got, "\n") != want {
		t.Errorf("got:\n%s\nwant:\n%s", got, want)
	}
}
