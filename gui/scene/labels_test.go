package scene

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"skein/graph"
)

// crowd is a scene of n nodes at random places, some selected, some with badges, some with long names.
func crowd(n int, side float64, seed uint64) *Scene {
	r := rand.New(rand.NewPCG(seed, 1))
	kinds := []graph.Kind{graph.Actor, graph.Unit, graph.Place, graph.Event, graph.Equipment}
	s := &Scene{}
	for i := range n {
		node := Node{
			ID: graph.ID(fmt.Sprintf("e%04d", i)), Label: strings.Repeat("Harbour unit ", 1+r.IntN(4)) + fmt.Sprint(i),
			Kind: kinds[r.IntN(len(kinds))], X: r.Float64() * side, Y: r.Float64() * side, Radius: 9 + 9*r.Float64(), Weight: float64(r.IntN(40)),
		}
		if node.Kind == graph.Unit {
			node.Echelon = "battalion"
		}
		if r.IntN(8) == 0 {
			node.More = r.IntN(300)
		}
		if r.IntN(12) == 0 {
			node.Sub = "Mar 2026"
		}
		s.Nodes = append(s.Nodes, node)
		if i > 0 {
			s.Edges = append(s.Edges, Edge{From: i, To: r.IntN(i), Directed: true, Label: "part of"})
		}
	}
	return s
}

// written are the boxes of the names on a picture, and the nodes they belong to.
func written(p *Painter, ix *Index, c Camera, hover int) (nodes []int, boxes []Rect) {
	for _, l := range p.labels.choose(ix, c.Zoom, hover, false) {
		n := &ix.s.Nodes[l.node]
		nodes = append(nodes, l.node)
		boxes = append(boxes, p.names.of(n).box(n, l.side, n.X*c.Zoom, n.Y*c.Zoom, radiusAt(n.radius(), c.Zoom)))
	}
	return nodes, boxes
}

// TestNamesNeverOverlap looks at crowds at many zooms: no name lies on another, and none of the base choice on a shape
// or badge.
func TestNamesNeverOverlap(t *testing.T) {
	for seed := range uint64(4) {
		s := crowd(150, 1400, seed)
		if seed%2 == 1 {
			s.Nodes[3].Selected, s.Nodes[40].Selected = true, true
		}
		ix, p := NewIndex(s), NewPainter()
		for zoom := 0.1; zoom < 5; zoom *= 1.13 {
			c := Camera{Zoom: zoom}
			hover := -1
			if seed > 1 {
				hover = 7
			}
			nodes, boxes := written(p, ix, c, hover)
			if len(nodes) < 5 {
				t.Errorf("zoom %.2f: only %d names", zoom, len(nodes))
			}
			for i, a := range boxes {
				for j := range i {
					if a.overlaps(boxes[j]) {
						t.Fatalf("seed %d, zoom %.2f: %q over %q", seed, zoom, s.Nodes[nodes[i]].Label, s.Nodes[nodes[j]].Label)
					}
				}
				for k := range s.Nodes {
					n := &s.Nodes[k]
					if seed > 0 || k == nodes[i] {
						break
					}
					x, y, r := n.X*zoom, n.Y*zoom, radiusAt(n.radius(), zoom)
					hw, hh := halfSize(n.Kind, r)
					if a.overlaps(Rect{x - hw, y - hh, x + hw, y + hh}) {
						t.Fatalf("zoom %.2f: %q over the shape of %q", zoom, s.Nodes[nodes[i]].Label, n.Label)
					}
					if n.More > 0 && r >= badgeRadius && a.overlaps(p.set.badge(n, ix.badges[k], x, y, r)) {
						t.Fatalf("zoom %.2f: %q over the badge of %q", zoom, s.Nodes[nodes[i]].Label, n.Label)
					}
				}
			}
		}
	}
}

// texts are the lines of text on a picture, with the places in the world where they begin.
func texts(p *Painter, ix *Index, f Frame, w, h float64) []string {
	p.build(ix, f, w, h)
	var out []string
	for _, t := range p.list.texts {
		x, y := f.Camera.World(float64(t.at.x), float64(t.at.y), w, h)
		out = append(out, fmt.Sprintf("%s at %.0f %.0f", t.s, x, y))
	}
	slices.Sort(out)
	return out
}

// TestNamesStayWhilePanning pans a large picture: what is in both pictures is written in both, at the same place.
func TestNamesStayWhilePanning(t *testing.T) {
	const w, h = 900, 700
	ix, p := NewIndex(crowd(300, 2500, 5)), NewPainter()
	f := Frame{Camera: Camera{X: 1250, Y: 1250, Zoom: 0.6}, Palette: Light()}
	all := map[string]bool{}
	for _, s := range texts(p, ix, f, 3000, 3000) {
		all[s] = true
	}
	seen := map[string]bool{}
	for range 30 {
		f.Camera = f.Camera.Pan(-17, 11)
		for _, s := range texts(p, ix, f, w, h) {
			if seen[s] = true; !all[s] {
				t.Fatalf("after panning: %s", s)
			}
		}
	}
	if len(seen) < 60 {
		t.Errorf("only %d texts seen", len(seen))
	}
}

// TestNothingMovesWhenSelected selects nodes one by one: their names are written, and every name that is still there is
// where it was.
func TestNothingMovesWhenSelected(t *testing.T) {
	s := crowd(120, 1500, 9)
	p := NewPainter()
	c := Camera{Zoom: 0.7}
	at := map[int]Rect{}
	nodes, boxes := written(p, NewIndex(s), c, -1)
	for i, n := range nodes {
		at[n] = boxes[i]
	}
	if len(at) == len(s.Nodes) {
		t.Fatal("no name is missing: the crowd is too thin for the test")
	}
	for i := range s.Nodes {
		one := &Scene{Nodes: slices.Clone(s.Nodes), Edges: s.Edges}
		one.Nodes[i].Selected = true
		nodes, boxes := written(p, NewIndex(one), c, -1)
		if !slices.Contains(nodes, i) {
			t.Errorf("%q is selected and not written", s.Nodes[i].Label)
		}
		for k, n := range nodes {
			if was, there := at[n]; there && was != boxes[k] {
				t.Errorf("with %d selected the name of %d moved from %v to %v", i, n, was, boxes[k])
			}
		}
	}
}

// TestChoiceIsThatOfANewPainter changes a scene in all ways: what a painter keeps from before must not show.
func TestChoiceIsThatOfANewPainter(t *testing.T) {
	s := crowd(120, 1500, 2)
	p, c := NewPainter(), Camera{Zoom: 0.7}
	written(p, NewIndex(s), c, -1)
	for what, change := range map[string]func(s *Scene){
		"nothing":  func(*Scene) {},
		"selected": func(s *Scene) { s.Nodes[5].Selected, s.Nodes[60].Selected = true, true },
		"marked": func(s *Scene) {
			s.Nodes[5].New, s.Nodes[6].Pinned, s.Nodes[7].Dimmed, s.Edges[3].Selected = true, true, true, true
		},
		"moved":   func(s *Scene) { s.Nodes[5].X += 40 },
		"renamed": func(s *Scene) { s.Nodes[5].Label = "Another name altogether" },
		"weighed": func(s *Scene) { s.Nodes[5].Weight = 99 },
		"badge":   func(s *Scene) { s.Nodes[5].More = 7 },
		"an edge": func(s *Scene) { s.Edges[5].To = 0 },
		"fewer":   func(s *Scene) { s.Nodes, s.Edges = s.Nodes[:100], s.Edges[:99] },
	} {
		other := &Scene{Nodes: slices.Clone(s.Nodes), Edges: slices.Clone(s.Edges)}
		change(other)
		ix := NewIndex(other)
		nodes, boxes := written(p, ix, c, -1)
		wantNodes, wantBoxes := written(NewPainter(), ix, c, -1)
		if !slices.Equal(nodes, wantNodes) || !slices.Equal(boxes, wantBoxes) {
			t.Errorf("%s: other names than those of a new painter", what)
		}
	}
}

// TestNamesKeepWhileTheZoomTrembles goes a little over a border between two choices and back.
func TestNamesKeepWhileTheZoomTrembles(t *testing.T) {
	ix, p := NewIndex(crowd(200, 1500, 3)), NewPainter()
	border := math.Exp2(-1.0 / stepsPerDouble)
	first, _ := written(p, ix, Camera{Zoom: border * 0.99}, -1)
	first = slices.Clone(first)
	for _, zoom := range []float64{border * 1.01, border * 0.99, border * 1.03} {
		if now, _ := written(p, ix, Camera{Zoom: zoom}, -1); !slices.Equal(now, first) {
			t.Errorf("at %.3f there are other names than at %.3f", zoom, border*0.99)
		}
	}
}

// TestHeaviestFirst has a heap of nodes on one spot: the heaviest is named.
func TestHeaviestFirst(t *testing.T) {
	s := &Scene{}
	for i := range 30 {
		s.Nodes = append(s.Nodes, Node{ID: graph.ID(fmt.Sprint(i)), Label: fmt.Sprint("name ", i), Kind: graph.Actor, X: float64(i), Weight: float64(i * 7 % 30)})
	}
	nodes, _ := written(NewPainter(), NewIndex(s), Camera{Zoom: 1}, -1)
	if len(nodes) == 0 || s.Nodes[nodes[0]].Weight != 29 {
		t.Errorf("named: %v", nodes)
	}
}

// TestNeighboursOfTheSelection: their names come before others of no greater weight, and not before heavier ones.
func TestNeighboursOfTheSelection(t *testing.T) {
	for _, test := range []struct {
		other float64 // its weight
		want  bool    // whether the neighbour is named
	}{{5, true}, {9, false}} {
		s := &Scene{
			Nodes: []Node{
				{ID: "selected", Label: "Selected", Kind: graph.Actor, Weight: 1, X: -400, Selected: true},
				{ID: "neighbour", Label: "A neighbour with a name", Kind: graph.Actor, Weight: 5},
				{ID: "another", Label: "Another with a long name", Kind: graph.Actor, Weight: test.other, X: 28},
			},
			Edges: []Edge{{From: 0, To: 1}},
		}
		for _, p := range []Point{{-28, 0}, {56, 0}, {-28, -28}, {0, -28}, {28, -28}, {56, -28}} { // room only below
			s.Nodes = append(s.Nodes, Node{ID: graph.ID(fmt.Sprint(p)), Kind: graph.Place, X: p.X, Y: p.Y})
		}
		nodes, _ := written(NewPainter(), NewIndex(s), Camera{Zoom: 1}, -1)
		if slices.Contains(nodes, 1) != test.want || slices.Contains(nodes, 2) == test.want {
			t.Errorf("with the other's weight %v, named are %v", test.other, nodes)
		}
	}
}

func TestNames(t *testing.T) {
	m := newMetrics()
	for _, test := range []struct{ name, want string }{
		{"Varn", "Varn"},
		{"Coalition for the Safety of the Straits", "Coalition for the|Safety of the Straits"},
		{"Office of the High Commissioner for Transboundary River Affairs", "Office of the High|Commissioner for Transbou…"},
		{strings.Repeat("x", 200), strings.Repeat("x", 24) + "…"},
		{"  two\n\tlines  ", "two lines"},
		{"bad\xffbyte\x00", "badbyte"},
		{"", ""},
	} {
		got := strings.Join(m.wrap(test.name, labelSize), "|")
		if got != test.want {
			t.Errorf("%q is written %q, not %q", test.name, got, test.want)
		}
		for _, line := range strings.Split(got, "|") {
			if w := m.width(line, labelSize); w > maxLine {
				t.Errorf("%q is %.0f pixels wide", line, w)
			}
		}
	}
}

// TestNamesStayInMotion zooms a large scene in motion: the names are some of those before, none over another; at rest they
// are those of the new zoom.
func TestNamesStayInMotion(t *testing.T) {
	s := crowd(manyEdges+10, 60_000, 6)
	ix, p := NewIndex(s), NewPainter()
	f := Frame{Camera: Camera{X: 30_000, Y: 30_000, Zoom: 0.4}, Palette: Light()}
	p.build(ix, f, 2000, 2000)
	before := map[string]bool{}
	for _, l := range p.labels.shown {
		before[s.Nodes[l.node].Label] = true
	}
	f.Moving, f.Camera.Zoom = true, 0.2
	p.build(ix, f, 2000, 2000)
	for i, l := range p.labels.shown {
		if !before[s.Nodes[l.node].Label] {
			t.Fatalf("%q is new", s.Nodes[l.node].Label)
		}
		if i%100 > 0 {
			continue
		}
		for _, m := range p.labels.shown {
			a, b := &s.Nodes[l.node], &s.Nodes[m.node]
			box := func(n *Node, s side) Rect {
				return p.names.of(n).box(n, s, n.X*0.2, n.Y*0.2, radiusAt(n.radius(), 0.2))
			}
			if l != m && box(a, l.side).overlaps(box(b, m.side)) {
				t.Fatalf("%q over %q", a.Label, b.Label)
			}
		}
	}
	f.Camera.Zoom = 0.8
	p.build(ix, f, 2000, 2000)
	moving := len(p.labels.shown)
	f.Moving = false
	p.build(ix, f, 2000, 2000)
	if len(p.labels.shown) <= moving || moving < 100 {
		t.Errorf("%d names in motion, %d at rest", moving, len(p.labels.shown))
	}
}
