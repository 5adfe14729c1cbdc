package layout

import "math"

// vicinity is what lies around a node's possible spots.
type vicinity struct {
	length  float64
	radius  float64
	hw, hh  float64
	anchors []Point
	away    Point // direction from the only anchor to its free side; zero when there is none
	nodes   []standing
	lines   []line
}

// line is one that stands, and the room it takes from a node like the one to be placed.
type line struct {
	a, b  Point
	reach box
}

// Costs of a spot. One of bad or more is only taken where there is nothing better near by.
const (
	bad       = 60.0
	overShape = 300.0 // over another node's shape or name, wholly
	onLine    = 70.0  // on a line
	overNode  = 70.0  // its own line runs over a node
	crossing  = 22.0
	farness   = 45.0 // for an edge's length too long
	turned    = 14.0 // on the side where the neighbour's other neighbours are
)

// vicinity collects what may matter for a node's spot: all nodes and lines within the rings' reach.
func (b *Board) vicinity(i int, anchors []Point) *vicinity {
	own := b.nodes[i]
	v := &vicinity{length: b.length, radius: own.r, hw: own.hw, hh: own.hh, anchors: anchors}
	reach := farthest*v.length + v.hw + 100
	area := box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, a := range anchors {
		area = area.with(box{a.X - reach, a.Y - reach, a.X + reach, a.Y + reach})
	}
	for _, n := range b.nodes {
		if area.holds(n.at) {
			v.nodes = append(v.nodes, n)
		}
	}
	for _, l := range b.lines {
		p, q := b.nodes[l[0]].at, b.nodes[l[1]].at
		if around(p, q, 1).meets(area) {
			v.lines = append(v.lines, line{p, q, around(p, q, v.radius+lineRoom)})
		}
	}
	if len(anchors) == 1 {
		v.away = b.freeSide(i)
	}
	return v
}

// freeSide is the direction from a node's only neighbour that stands away from that one's other neighbours.
func (b *Board) freeSide(i int) Point {
	var sum Point
	for _, j := range b.near[i] {
		from := b.nodes[j].at
		for _, k := range b.near[j] {
			to := b.nodes[k].at
			if l := math.Hypot(to.X-from.X, to.Y-from.Y); l > 0 {
				sum.X -= (to.X - from.X) / l
				sum.Y -= (to.Y - from.Y) / l
			}
		}
	}
	if l := math.Hypot(sum.X, sum.Y); l > 1e-3 {
		return Point{sum.X / l, sum.Y / l}
	}
	return Point{}
}

// place says how bad a spot is, lines apart.
func (v *vicinity) place(q Point) float64 {
	cost := 0.0
	for _, a := range v.anchors {
		d := math.Hypot(q.X-a.X, q.Y-a.Y)
		off := d/v.length - 1
		if off < 0 {
			off *= -2
		}
		cost += farness * off / float64(len(v.anchors))
		if v.away != (Point{}) && d > 0 {
			cost -= turned * ((q.X-a.X)*v.away.X + (q.Y-a.Y)*v.away.Y) / d
		}
	}
	for i := range v.nodes {
		n := &v.nodes[i]
		dx, dy := math.Abs(q.X-n.at.X), math.Abs(q.Y-n.at.Y)
		if ox, oy := v.hw+n.hw-dx, v.hh+n.hh-dy; ox > 0 && oy > 0 {
			cost += bad + overShape*min(ox/(v.hw+n.hw), oy/(v.hh+n.hh))
		}
		if d2 := dx*dx + dy*dy; d2 < 4*v.length*v.length {
			cost += 3 * v.length * v.length / (d2 + 400) // room all around is good
		}
	}
	return cost
}

// mostTried bounds the work in a crowd, where every spot lies among lines.
const mostTried = 64

// best is the best of candidates sorted by their cost so far, and its whole cost. Lines only add to it, so that few
// candidates need to be looked at.
func (v *vicinity) best(sorted []candidate) (best Point, least float64) {
	least = math.Inf(1)
	for _, c := range sorted[:min(mostTried, len(sorted))] {
		if c.cost >= least {
			break
		}
		if cost := v.withLines(c, least); cost < least {
			best, least = c.at, cost
		}
	}
	return best, least
}

// withLines is the whole cost of a candidate; it stops counting at enough.
func (v *vicinity) withLines(c candidate, enough float64) float64 {
	q, cost := c.at, c.cost
	for i := range v.lines {
		l := &v.lines[i]
		if l.reach.holds(q) {
			if d, _, _ := offLine(q, l.a, l.b); d < v.radius+lineRoom {
				cost += onLine
			}
		}
	}
	for _, a := range v.anchors {
		own := around(a, q, 0)
		for i := range v.nodes {
			n := &v.nodes[i]
			if n.at != a && around(a, q, n.r+lineRoom).holds(n.at) {
				if d, _, _ := offLine(n.at, a, q); d < n.r+lineRoom {
					cost += overNode
				}
			}
		}
		for i := range v.lines {
			l := &v.lines[i]
			if cost >= enough {
				return cost
			}
			if l.reach.meets(own) && l.a != a && l.b != a && crosses(a, q, l.a, l.b) {
				cost += crossing
			}
		}
	}
	return cost
}
