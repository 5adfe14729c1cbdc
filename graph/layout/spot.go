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
	lines   [][2]Point
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

// around collects what may matter for a node's spot: all placed nodes and lines within the rings' reach.
func (p *placer) around(i int32, anchors []Point) *vicinity {
	v := &vicinity{length: p.l.o.Length, radius: p.l.radius(int(i)), anchors: anchors}
	v.hw, v.hh = p.l.room(int(i))
	reach := rings[len(rings)-1]*v.length + v.hw + 100
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
		if p.placed[e[0]] && p.placed[e[1]] && (box{min(a.X, b.X), min(a.Y, b.Y), max(a.X, b.X) + 1, max(a.Y, b.Y) + 1}).meets(area) {
			v.lines = append(v.lines, [2]Point{a, b})
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

// cost says how bad a spot is; it stops counting at enough.
func (v *vicinity) cost(q Point, enough float64) float64 {
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
		for _, a := range v.anchors {
			if n.at == a {
				continue
			}
			if d, _, _ := offLine(n.at, a, q); d < n.r+lineRoom {
				cost += overNode
			}
		}
		if cost >= enough {
			return cost
		}
	}
	for _, l := range v.lines {
		if d, _, _ := offLine(q, l[0], l[1]); d < v.radius+lineRoom {
			cost += onLine
		}
		for _, a := range v.anchors {
			if l[0] != a && l[1] != a && crosses(a, q, l[0], l[1]) {
				cost += crossing
			}
		}
		if cost >= enough {
			return cost
		}
	}
	return cost
}
