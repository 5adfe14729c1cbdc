package scene

import "math"

// laneGap is the way between edges that run next to each other, in pixels.
const laneGap = 5

// drawnLine is an edge on the screen, from the border of one shape to that of the other.
type drawnLine struct {
	ax, ay, bx, by float64
	dx, dy         float64 // direction, of length 1
	length         float64 // 0 when the shapes touch: nothing to draw
}

// edgeGap is the way between a shape's border and where a line starts, in pixels.
const edgeGap = 1.5

// spot is where and how large a node is on the screen.
type spot struct{ x, y, r float64 }

func (c Camera) spot(n *Node, w, h float64) spot {
	x, y := c.Screen(n.X, n.Y, w, h)
	return spot{x, y, radiusAt(n.radius(), c.Zoom)}
}

// lineOf is where an edge that is no loop runs, between the spots of its ends.
func (ix *Index) lineOf(edge int, from, to spot) drawnLine {
	e := &ix.s.Edges[edge]
	a, b := &ix.s.Nodes[e.From], &ix.s.Nodes[e.To]
	l := drawnLine{ax: from.x, ay: from.y, bx: to.x, by: to.y}
	full := math.Sqrt((l.bx-l.ax)*(l.bx-l.ax) + (l.by-l.ay)*(l.by-l.ay))
	if full < 1e-6 {
		return l
	}
	l.dx, l.dy = (l.bx-l.ax)/full, (l.by-l.ay)/full
	ra := clearance(a, from.r, l.dx, l.dy) + edgeGap
	rb := clearance(b, to.r, -l.dx, -l.dy) + edgeGap
	if lane := float64(ix.lanes[edge]); lane != 0 {
		if e.From > e.To { // the side must not depend on the direction
			lane = -lane
		}
		l.ax, l.bx = l.ax-l.dy*lane*laneGap, l.bx-l.dy*lane*laneGap
		l.ay, l.by = l.ay+l.dx*lane*laneGap, l.by+l.dx*lane*laneGap
	}
	l.length = full - ra - rb
	if l.length <= 0 {
		l.length = 0
		return l
	}
	l.ax, l.ay = l.ax+l.dx*ra, l.ay+l.dy*ra
	l.bx, l.by = l.bx-l.dx*rb, l.by-l.dy*rb
	return l
}

// loopOf is the circle that stands for an edge from a node to itself, at the node's upper left.
func loopOf(at spot, lane float32) (x, y, r float64) {
	r = at.r*0.8 + 2 + float64(lane)*laneGap/2
	return at.x - at.r*0.85, at.y - at.r*0.85, math.Max(r, 2)
}
