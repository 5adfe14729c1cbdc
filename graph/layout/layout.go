// Package layout finds places in the plane for the nodes of a graph, so that what belongs together stands together. It
// knows neither pixels nor graphs of claims: nodes are numbers from 0, places are in units of its own.
//
// # How it works
//
// Each connected part is laid out by itself, in three stages:
//
//   - stress: distances in the plane are made like distances in the graph, by stochastic gradient descent over all pairs
//     of nodes (Zheng, Pawar and Goodman, "Graph Drawing by Stochastic Gradient Descent", 2018). This finds the shape of
//     the whole. Of a large part neighbours are first joined into one, again and again, until few are left (coarse.go).
//   - force: springs along edges and repulsion between all nodes (Barnes and Hut's tree), from there. This makes room
//     within, and brings out clusters.
//   - tidy: nodes that overlap, or lie on a line that is not theirs, give way.
//
// Small parts are laid out several times from different beginnings, and the one with the fewest crossings is kept. Parts
// without fixed nodes are then turned to the viewport's shape and packed beside each other.
//
// # Promises
//
// The same graph and options give the same places. Places are finite. Fixed nodes never move; a [Board]
// adds nodes to a picture without touching what stands.
package layout

import "math"

// Point is a place in the plane.
type Point struct{ X, Y float64 }

// Graph is what is laid out. Edges with ends outside of 0 to N-1, and loops, are ignored.
type Graph struct {
	N      int
	Edges  [][2]int32
	Radius []float64 // by node, the room its shape takes; nil means 11 each
	Width  []float64 // by node, the width of the name under it; nil means none
}

// Options are how it is laid out. The zero value is good for a window.
type Options struct {
	Seed   uint64  // another seed, another picture
	Length float64 // the length of an edge between two ordinary nodes; 0 means 120
	Aspect float64 // width by height of the viewport; 0 means 1.5
	At     []Point // where nodes stand to begin with; only used for fixed ones
	Fixed  []bool  // nodes that stay where they are
}

// Defaults.
const (
	defaultLength = 120
	defaultAspect = 1.5
	defaultRadius = 11
	nameHeight    = 30   // the room of a name of up to two lines
	largest       = 1000 // radius or width
)

// Layout is a layout on its way.
type Layout struct {
	g     Graph
	o     Options
	at    []Point
	fixed []bool
	parts []*part
	done  bool
}

// New begins a layout. It does no work that takes long.
func New(g Graph, o Options) *Layout {
	o = o.checked()
	g.Edges = clean(g)
	l := &Layout{g: g, o: o, at: make([]Point, g.N), fixed: make([]bool, g.N)}
	for i := range min(len(o.Fixed), len(o.At), g.N) {
		if p := o.At[i]; o.Fixed[i] && finite(p.X) && finite(p.Y) {
			l.at[i], l.fixed[i] = p, true
		}
	}
	return l
}

// checked has the defaults for what was not set, or to nothing that can be.
func (o Options) checked() Options {
	if !(o.Length > 0) || math.IsInf(o.Length, 0) {
		o.Length = defaultLength
	}
	if !(o.Aspect > 0.05 && o.Aspect < 20) {
		o.Aspect = defaultAspect
	}
	return o
}

// clean leaves out loops, doubles and edges with ends that do not exist, and sorts the rest.
func clean(g Graph) [][2]int32 {
	n := int32(g.N)
	es := make([][2]int32, 0, len(g.Edges))
	for _, e := range g.Edges {
		a, b := min(e[0], e[1]), max(e[0], e[1])
		if a >= 0 && b < n && a != b {
			es = append(es, [2]int32{a, b})
		}
	}
	return distinct(es)
}

// Step works n steps and returns how far the node that moved most went in the last of them: 0 when the layout is done.
// A step takes time proportional to the size of the graph, give or take a logarithm.
func (l *Layout) Step(n int) (moved float64) {
	if l.parts == nil {
		l.parts = split(l)
	}
	for range n {
		if l.done {
			return 0
		}
		moved, l.done = 0, true
		for _, p := range l.parts {
			if p.finished() {
				continue
			}
			l.done = false
			moved = max(moved, p.step())
		}
		if l.done {
			l.assemble()
			return 0
		}
	}
	return moved
}

// Done reports whether there is nothing left to do.
func (l *Layout) Done() bool { return l.done }

// Run works to the end and returns the places.
func (l *Layout) Run() []Point {
	for !l.done {
		l.Step(16)
	}
	return l.Positions()
}

// Positions are the places so far, by node. Parts not yet packed may lie over each other.
func (l *Layout) Positions() []Point {
	if !l.done {
		for _, p := range l.parts {
			p.copyTo(l.at)
		}
	}
	return append([]Point(nil), l.at...)
}

func (l *Layout) radius(i int) float64 {
	if i < len(l.g.Radius) {
		return shapeRadius(l.g.Radius[i])
	}
	return defaultRadius
}

func (l *Layout) room(i int) (hw, hh float64) {
	width := 0.0
	if i < len(l.g.Width) {
		width = l.g.Width[i]
	}
	return room(l.radius(i), width)
}

func shapeRadius(r float64) float64 {
	if r > 0 {
		return min(r, largest)
	}
	return defaultRadius
}

// room is half the width and height that a node and its name take.
func room(r, width float64) (hw, hh float64) {
	hw, hh = r*1.2+4, r*1.2+4
	if width > 0 {
		hw, hh = max(hw, min(width, largest)/2+4), hh+nameHeight/2
	}
	return hw, hh
}

func finite(x float64) bool { return !math.IsNaN(x) && !math.IsInf(x, 0) }
