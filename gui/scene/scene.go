// Package scene is the picture of a graph as data: which shapes stand where, which names are written, what lies under
// the pointer, and how all that becomes pixels or SVG. It knows no toolkit.
//
// # The way of a frame
//
//	Scene + Camera ──► labels (which names, where) ──► list (flat shapes on the screen) ──► pixels, in bands
//	                                                                                   └──► SVG
//
// A [Scene] is a value that nobody changes once it was handed over: the window makes a new one for every change, so that a
// worker may draw the old one meanwhile. A [Painter] keeps what is dear to make anew (names as bitmaps, the choice of
// labels, the list's memory) from frame to frame. Screen and SVG are made from one list, so an exported picture is the
// screen's, drawn once more.
//
// # Measures
//
// World coordinates are the layout's plane units; at zoom 1 a unit is a pixel of a screen of normal density. Screen
// coordinates are such pixels too, from the top left of the picture. Only the rasteriser knows the device's own pixels,
// by a scale factor. Positions are numbers of less than ten millions, and the zoom is positive; what is not is not drawn.
//
// # Labels
//
// A name is written when there is room for it, beside its node, the most important names first, never over another
// name or node. The choice is made for the whole scene at the zoom's step, so it is the same while panning, and it does
// not ask what is selected, so nothing moves when something is. The names of the selection and its neighbours are then
// added, and take the place of others only where nothing else is free.
package scene

import (
	"math"

	"skein/graph"
)

// Point is a place in the world or on the screen.
type Point struct{ X, Y float64 }

// Rect is an upright rectangle, X0 <= X1 and Y0 <= Y1.
type Rect struct{ X0, Y0, X1, Y1 float64 }

// RectOf is the rectangle with the two corners, in any order.
func RectOf(a, b Point) Rect {
	return Rect{math.Min(a.X, b.X), math.Min(a.Y, b.Y), math.Max(a.X, b.X), math.Max(a.Y, b.Y)}
}

// Contains reports whether the point lies in r or on its border.
func (r Rect) Contains(x, y float64) bool { return x >= r.X0 && x <= r.X1 && y >= r.Y0 && y <= r.Y1 }

func (r Rect) overlaps(s Rect) bool {
	return r.X0 < s.X1 && s.X0 < r.X1 && r.Y0 < s.Y1 && s.Y0 < r.Y1
}

func (r Rect) moved(dx, dy float64) Rect { return Rect{r.X0 + dx, r.Y0 + dy, r.X1 + dx, r.Y1 + dy} }

func (r Rect) grow(dx, dy float64) Rect { return Rect{r.X0 - dx, r.Y0 - dy, r.X1 + dx, r.Y1 + dy} }

func (r Rect) union(s Rect) Rect {
	return Rect{math.Min(r.X0, s.X0), math.Min(r.Y0, s.Y0), math.Max(r.X1, s.X1), math.Max(r.Y1, s.Y1)}
}

// Node is one entity on the canvas.
type Node struct {
	ID      graph.ID
	Label   string // the name written beside it
	Sub     string // a second, quieter line: a date, a state; may be empty
	Kind    graph.Kind
	Echelon string  // of a unit: "battalion", …; drawn as marks above when there is room
	X, Y    float64 // world coordinates of its centre
	Radius  float64 // in world units; 0 means DefaultRadius
	Weight  float64 // importance: names of heavier nodes are written first; ties by ID

	Hollow   bool // an event that is planned, not past
	Pinned   bool // put there by hand
	New      bool // came with the last import
	Selected bool
	Dimmed   bool
	More     int // neighbours not shown; above 0 it wears a badge "+23" that can be clicked
}

// DefaultRadius is the radius of a node that does not say, in world units.
const DefaultRadius = 11

// Edge is one line between two nodes: one claim, or several between the same two that look alike.
type Edge struct {
	IDs      []graph.ID // the claims it stands for
	From, To int        // indexes into the scene's nodes; the same one twice is a loop
	Modality graph.Modality
	Disputed bool
	Count    int    // claims it stands for; shown at its middle on hover or selection when above 1
	Label    string // what the relation is called; shown on hover or selection

	Directed bool
	New      bool
	Selected bool
	Dimmed   bool
}

// Scene is what is visible. Edges whose ends are no nodes of the scene are not drawn.
type Scene struct {
	Nodes []Node
	Edges []Edge
}

func (n *Node) radius() float64 {
	if n.Radius > 0 && n.Radius < farthest {
		return n.Radius
	}
	return DefaultRadius
}

// farthest is how far from the world's origin something can be drawn, in world units.
const farthest = 1e7

// placed reports whether the node is where it can be drawn.
func (n *Node) placed() bool { return math.Abs(n.X) < farthest && math.Abs(n.Y) < farthest }

// valid reports whether both ends of the edge are nodes.
func (s *Scene) valid(e *Edge) bool {
	return e.From >= 0 && e.To >= 0 && e.From < len(s.Nodes) && e.To < len(s.Nodes)
}

// Bounds is the smallest rectangle around the nodes' discs, in world coordinates; ok is false for an empty scene.
func (s *Scene) Bounds() (r Rect, ok bool) {
	for i := range s.Nodes {
		n := &s.Nodes[i]
		if !n.placed() {
			continue
		}
		d := n.radius()
		b := Rect{n.X - d, n.Y - d, n.X + d, n.Y + d}
		if !ok {
			r, ok = b, true
			continue
		}
		r = r.union(b)
	}
	return r, ok
}

func finite(xs ...float64) bool {
	for _, x := range xs {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return false
		}
	}
	return true
}
