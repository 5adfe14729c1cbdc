package scene

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"skein/graph"
)

func TestAt(t *testing.T) {
	s := &Scene{
		Nodes: []Node{{ID: "a", Kind: graph.Actor, More: 5}, {ID: "b", Kind: graph.Place, X: 200}, {ID: "c", Kind: graph.Unit, X: 200, Y: 200}, {ID: "d", X: math.NaN()}},
		Edges: []Edge{{From: 0, To: 1}, {From: 1, To: 0, Modality: graph.Planned}, {From: 1, To: 2}, {From: 2, To: 2}, {From: 0, To: 9}},
	}
	ix := NewIndex(s)
	c := Camera{X: 100, Y: 100, Zoom: 1}
	const w, h = 400, 400
	badge := newMetrics().badge(&s.Nodes[0], upperRight, 100, 100, DefaultRadius)
	for _, test := range []struct {
		what string
		x, y float64
		want Hit
	}{
		{"a disc", 100, 100, Hit{What: OnNode, Node: 0}},
		{"beside it, within reach", 89 - slack + 0.5, 100, Hit{What: OnNode, Node: 0}},
		{"beside it, out of reach", 80, 100, Hit{}},
		{"its badge", (badge.X0 + badge.X1) / 2, (badge.Y0 + badge.Y1) / 2, Hit{What: OnBadge, Node: 0}},
		{"a place", 300, 100, Hit{What: OnNode, Node: 1}},
		{"a unit's corner", 300 + 1.3*DefaultRadius, 300 + 0.85*DefaultRadius, Hit{What: OnNode, Node: 2}},
		{"the upper of two edges", 200, 100 - laneGap/2.0 - 1, Hit{What: OnEdge, Edge: 0}},
		{"the lower of two edges", 200, 100 + laneGap/2.0 + 1, Hit{What: OnEdge, Edge: 1}},
		{"an edge", 303, 200, Hit{What: OnEdge, Edge: 2}},
		{"off an edge", 310, 200, Hit{}},
		{"nothing", 20, 380, Hit{}},
		{"far outside", 1e12, -1e12, Hit{}},
	} {
		if got := ix.At(c, w, h, test.x, test.y); got != test.want {
			t.Errorf("%s: %+v, not %+v", test.what, got, test.want)
		}
	}
	x, y, r := loopOf(c.spot(&s.Nodes[2], w, h), 0)
	if got := ix.At(c, w, h, x-r*0.7, y-r*0.7); got != (Hit{What: OnEdge, Edge: 3}) {
		t.Errorf("a loop: %+v", got)
	}
	if got := ix.At(Camera{}, w, h, 100, 100); got != (Hit{}) {
		t.Errorf("no camera: %+v", got)
	}
}

// TestAtFindsWhatIsNearest asks at random places, and compares with all nodes and edges one by one.
func TestAtFindsWhatIsNearest(t *testing.T) {
	s := crowd(300, 1200, 2)
	for i := range s.Nodes {
		s.Nodes[i].More = 0
	}
	ix := NewIndex(s)
	r := rand.New(rand.NewPCG(3, 3))
	const w, h = 900, 600
	found := map[What]int{}
	for range 4000 {
		c := Camera{X: r.Float64() * 1200, Y: r.Float64() * 1200, Zoom: 0.1 + 2*r.Float64()}
		sx, sy := r.Float64()*w, r.Float64()*h
		node, edge, nearest := -1, -1, math.Inf(1)
		for i := range s.Nodes {
			n := &s.Nodes[i]
			x, y := c.Screen(n.X, n.Y, w, h)
			hw, hh := halfSize(n.Kind, radiusAt(n.radius(), c.Zoom))
			if d := math.Hypot(sx-x, sy-y); math.Abs(sx-x) <= hw+slack && math.Abs(sy-y) <= hh+slack && d < nearest {
				node, nearest = i, d
			}
		}
		nearest = edgeReach
		for i := range s.Edges {
			if d := ix.distance(i, c, w, h, sx, sy); d < nearest {
				edge, nearest = i, d
			}
		}
		got := ix.At(c, w, h, sx, sy)
		found[got.What]++
		switch {
		case node >= 0 && got != Hit{What: OnNode, Node: node}:
			t.Fatalf("node %d is nearest: %+v", node, got)
		case node < 0 && edge >= 0 && got != Hit{What: OnEdge, Edge: edge}:
			t.Fatalf("edge %d is nearest: %+v", edge, got)
		case node < 0 && edge < 0 && got != Hit{}:
			t.Fatalf("nothing is near: %+v", got)
		}
	}
	if found[OnNode] < 50 || found[OnEdge] < 50 || found[Nothing] < 50 {
		t.Errorf("found: %v", found)
	}
}

func TestInsideAndWithin(t *testing.T) {
	s := &Scene{Nodes: []Node{{X: 0}, {X: 50}, {X: 100}, {X: math.Inf(1)}}}
	ix, c := NewIndex(s), Camera{Zoom: 1}
	if got := ix.Inside(c, 100, 100, RectOf(Point{110, 60}, Point{40, 40})); !slices.Equal(got, []int{0, 1}) {
		t.Errorf("inside the box: %v", got)
	}
	// a C around the middle one
	lasso := []Point{{40, 30}, {160, 30}, {160, 70}, {40, 70}, {40, 60}, {110, 60}, {110, 40}, {40, 40}}
	if got := ix.Within(c, 100, 100, lasso); !slices.Equal(got, []int{2}) {
		t.Errorf("within the lasso: %v", got)
	}
}

// TestBadgesKeepOffLines has lines in all corners but one: the badge goes there, is hit there, and stays upper right
// where nothing is in its way.
func TestBadgesKeepOffLines(t *testing.T) {
	for free, dir := range map[corner]Point{upperRight: {1, -1}, upperLeft: {-1, -1}, lowerRight: {1, 1}, lowerLeft: {-1, 1}} {
		s := &Scene{Nodes: []Node{{ID: "hub", Kind: graph.Actor, More: 5}, {ID: "alone", Kind: graph.Actor, X: 500, More: 5}}}
		for _, d := range []Point{{1, -1}, {-1, -1}, {1, 1}, {-1, 1}} {
			if d != dir {
				s.Nodes = append(s.Nodes, Node{X: 100 * d.X, Y: 80 * d.Y})
				s.Edges = append(s.Edges, Edge{From: 0, To: len(s.Nodes) - 1})
			}
		}
		ix := NewIndex(s)
		if ix.badges[0] != free || ix.badges[1] != upperRight {
			t.Errorf("with %v free the badges are at %v", free, ix.badges[:2])
		}
		if got := ix.At(Camera{Zoom: 1}, 400, 400, 200+dir.X*22, 200+dir.Y*12); got != (Hit{What: OnBadge, Node: 0}) {
			t.Errorf("with %v free the badge is not there: %+v", free, got)
		}
	}
}
