package scene

import "math"

// What a Hit is on.
type What uint8

// The things under a pointer.
const (
	Nothing What = iota
	OnNode
	OnEdge
	OnBadge // the "+23" of a node
)

// Hit is what lies at a place on the screen.
type Hit struct {
	What What
	Node int // index of the node, for OnNode and OnBadge
	Edge int // index of the edge, for OnEdge
}

// edgeReach is how near to a line the pointer must be, in pixels.
const edgeReach = 5

// At is what is drawn at (sx, sy) of a picture of w by h pixels: a badge, else the nearest node, else the nearest edge.
func (ix *Index) At(c Camera, w, h, sx, sy float64) Hit {
	if !c.ok() || len(ix.s.Nodes) == 0 {
		return Hit{}
	}
	if n := ix.badgeAt(c, w, h, sx, sy); n >= 0 {
		return Hit{What: OnBadge, Node: n}
	}
	if n := ix.nodeAt(c, w, h, sx, sy); n >= 0 {
		return Hit{What: OnNode, Node: n}
	}
	if e := ix.edgeAt(c, w, h, sx, sy); e >= 0 {
		return Hit{What: OnEdge, Edge: e}
	}
	return Hit{}
}

// around is the rectangle of the world within d pixels of a place on the screen.
func around(c Camera, w, h, sx, sy, d float64) Rect {
	x, y := c.World(sx, sy, w, h)
	return Rect{x - d/c.Zoom, y - d/c.Zoom, x + d/c.Zoom, y + d/c.Zoom}
}

func (ix *Index) badgeAt(c Camera, w, h, sx, sy float64) int {
	found := -1
	var m *metrics
	ix.nodesIn(around(c, w, h, sx, sy, badgeWidest+2*radiusAt(ix.widest, c.Zoom)), func(i int) {
		n := &ix.s.Nodes[i]
		if n.More <= 0 {
			return
		}
		at := c.spot(n, w, h)
		if at.r < badgeRadius || math.Abs(sx-at.x) > badgeWidest+2*at.r || math.Abs(sy-at.y) > 2*at.r+20 {
			return
		}
		if m == nil {
			m = newMetrics()
		}
		if m.badge(n, ix.badges[i], at.x, at.y, at.r).Contains(sx, sy) {
			found = i
		}
	})
	return found
}

// slack is how far beside a node's shape the pointer still hits it, in pixels.
const slack = 3

func (ix *Index) nodeAt(c Camera, w, h, sx, sy float64) int {
	found, best := -1, math.Inf(1)
	ix.nodesIn(around(c, w, h, sx, sy, 1.4*radiusAt(ix.widest, c.Zoom)+slack), func(i int) {
		n := &ix.s.Nodes[i]
		at := c.spot(n, w, h)
		hw, hh := halfSize(n.Kind, at.r)
		if math.Abs(sx-at.x) > hw+slack || math.Abs(sy-at.y) > hh+slack {
			return
		}
		if d := math.Hypot(sx-at.x, sy-at.y); d <= best {
			found, best = i, d
		}
	})
	return found
}

func (ix *Index) edgeAt(c Camera, w, h, sx, sy float64) int {
	found, best := -1, float64(edgeReach)
	ix.edgesIn(around(c, w, h, sx, sy, edgeReach+laneGap*3+2*radiusAt(ix.widest, c.Zoom)), func(i int) {
		if d := ix.distance(i, c, w, h, sx, sy); d < best || d == best && i > found {
			found, best = i, d
		}
	})
	return found
}

// distance is how far a place on the screen is from an edge as drawn, in pixels.
func (ix *Index) distance(edge int, c Camera, w, h, sx, sy float64) float64 {
	e := &ix.s.Edges[edge]
	if e.From == e.To {
		x, y, r := loopOf(c.spot(&ix.s.Nodes[e.From], w, h), ix.lanes[edge])
		return math.Abs(math.Hypot(sx-x, sy-y) - r)
	}
	l := ix.lineOf(edge, c.spot(&ix.s.Nodes[e.From], w, h), c.spot(&ix.s.Nodes[e.To], w, h))
	dx, dy := l.bx-l.ax, l.by-l.ay
	t := clamp(((sx-l.ax)*dx+(sy-l.ay)*dy)/math.Max(dx*dx+dy*dy, 1e-9), 0, 1)
	return math.Hypot(sx-l.ax-t*dx, sy-l.ay-t*dy)
}

// Inside lists the nodes whose centres lie in a rectangle of the screen, in order.
func (ix *Index) Inside(c Camera, w, h float64, r Rect) []int {
	return ix.filter(func(n *Node) bool {
		x, y := c.Screen(n.X, n.Y, w, h)
		return r.Contains(x, y)
	})
}

// Within lists the nodes whose centres lie in a polygon on the screen (a lasso), in order. The polygon closes itself;
// what it winds around an even number of times is outside.
func (ix *Index) Within(c Camera, w, h float64, lasso []Point) []int {
	return ix.filter(func(n *Node) bool {
		x, y := c.Screen(n.X, n.Y, w, h)
		in := false
		for i, p := range lasso {
			q := lasso[(i+1)%len(lasso)]
			if (p.Y > y) != (q.Y > y) && x < (q.X-p.X)*(y-p.Y)/(q.Y-p.Y)+p.X {
				in = !in
			}
		}
		return in
	})
}

func (ix *Index) filter(keep func(*Node) bool) []int {
	var found []int
	for i := range ix.s.Nodes {
		if n := &ix.s.Nodes[i]; n.placed() && keep(n) {
			found = append(found, i)
		}
	}
	return found
}
