package layout

import "math"

// vicinity is what lies around a node's possible spots.
type vicinity struct {
	length  float64
	radius  float64
	hw, hh  float64
	anchors []Point
	away    Point // direction from the only anchor to its free side; zero when there is none
	nodes   []neighbour
	lines   []line
}

// line is one that stands, and the room it takes from a node like the one to be placed.
type line struct {
	a, b  Point
	reach box
}

type neighbour struct {
	at     Point
	r      float64
	hw, hh float64
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

// vicinity collects what may matter for a node's spot: all placed nodes and lines within the rings' reach.
func (p *placer) vicinity(i int32, anchors []Point) *vicinity {
	v := &vicinity{length: p.l.o.Length, radius: p.l.radius(int(i)), anchors: anchors}
	v.hw, v.hh = p.l.room(int(i))
	reach := farthest*v.length + v.hw + 100
	area := box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for _, a := range anchors {
		area = area.with(box{a.X - reach, a.Y - reach, a.X + reach, a.Y + reach})
	}
	for j, q := range p.at {
		if p.placed[j] && q.X > area.x0 && q.X < area.x1 && q.Y > area.y0 && q.Y < area.y1 {
			hw, hh := p.l.room(j)
			v.nodes = append(v.nodes, neighbour{q, p.l.radius(j), hw, hh})
		}
	}
	for _, e := range p.l.g.Edges {
		a, b := p.at[e[0]], p.at[e[1]]
		if p.placed[e[0]] && p.placed[e[1]] && around(a, b, 1).meets(area) {
			v.lines = append(v.lines, line{a, b, around(a, b, v.radius+lineRoom)})
		}
	}
	if len(anchors) == 1 {
		v.away = p.freeSide(i)
	}
	return v
}

// freeSide is the direction from a node's only placed neighbour away from that one's other placed neighbours.
func (p *placer) freeSide(i int32) Point {
	var sum Point
	for _, j := range p.near[i] {
		if !p.placed[j] {
			continue
		}
		for _, k := range p.near[j] {
			if p.placed[k] {
				dx, dy := p.at[k].X-p.at[j].X, p.at[k].Y-p.at[j].Y
				if l := math.Hypot(dx, dy); l > 0 {
					sum.X -= dx / l
					sum.Y -= dy / l
				}
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
const mostTried = 160

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
