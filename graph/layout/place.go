package layout

import (
	"cmp"
	"math"
	"slices"
)

// Place finds places for the nodes that have none, beside the ones they belong to, without moving any that has: it
// returns at with those filled in. Where placed is short or at not finite, a node counts as not placed.
//
// Each new node in turn takes the best of some hundred free spots around its placed neighbours: not over a node, a name
// or a line, with few crossings, on the side where its neighbour has room. Parts without any placed node are laid out
// by themselves and set beside the rest.
func Place(g Graph, at []Point, placed []bool, o Options) []Point {
	n := g.N
	p := &placer{l: New(g, o), at: make([]Point, n), placed: make([]bool, n)}
	var fresh []int32
	for i := range n {
		if i < len(placed) && i < len(at) && placed[i] && finite(at[i].X) && finite(at[i].Y) {
			p.at[i], p.placed[i] = at[i], true
		} else {
			fresh = append(fresh, int32(i))
		}
	}
	if len(fresh) == n || len(fresh) > mostFresh {
		o.At, o.Fixed = p.at, p.placed
		return New(g, o).Run()
	}
	p.link()
	for len(fresh) > 0 {
		ready := p.ready(fresh)
		if len(ready) == 0 {
			break
		}
		for _, i := range ready {
			p.at[i], p.placed[i] = p.spot(i), true
		}
		fresh = slices.DeleteFunc(fresh, func(i int32) bool { return p.placed[i] })
	}
	p.strangers(g, fresh, o)
	return p.at
}

// mostFresh is how many nodes are placed one by one; more are laid out together around the fixed ones.
const mostFresh = 600

type placer struct {
	l      *Layout
	at     []Point
	placed []bool
	near   [][]int32
}

func (p *placer) link() {
	p.near = make([][]int32, len(p.at))
	for _, e := range p.l.g.Edges {
		p.near[e[0]] = append(p.near[e[0]], e[1])
		p.near[e[1]] = append(p.near[e[1]], e[0])
	}
}

// ready are the nodes that have placed neighbours, those with most neighbours first.
func (p *placer) ready(fresh []int32) []int32 {
	var ready []int32
	for _, i := range fresh {
		if slices.ContainsFunc(p.near[i], func(j int32) bool { return p.placed[j] }) {
			ready = append(ready, i)
		}
	}
	slices.SortFunc(ready, func(a, b int32) int {
		return cmp.Or(cmp.Compare(len(p.near[b]), len(p.near[a])), cmp.Compare(a, b))
	})
	return ready
}

// Candidates for a spot: rings around the anchor, in parts of an edge's length, and spokes a ring.
const spokes = 40

func rings() (near, far []float64) {
	return []float64{0.85, 1, 1.2, 1.5}, []float64{1.9, 2.4, 3.1, farthest}
}

const farthest = 4

// candidate is a possible spot, and what is bad about it apart from lines.
type candidate struct {
	at   Point
	cost float64
}

// spot is the best place for a node with placed neighbours. A good one near by beats one far away.
func (p *placer) spot(i int32) Point {
	anchors := p.anchors(i)
	v := p.vicinity(i, anchors)
	near, far := rings()
	at, cost := v.best(p.candidates(v, near))
	if cost >= bad {
		if other, less := v.best(p.candidates(v, far)); less < cost {
			at = other
		}
	}
	return at
}

func (p *placer) candidates(v *vicinity, rings []float64) []candidate {
	var cs []candidate
	for _, c := range p.centers(v.anchors) {
		for k, ring := range rings {
			d := ring * p.l.o.Length
			for s := range spokes {
				a := 2 * math.Pi * (float64(s) + 0.5*float64(k%2)) / spokes
				q := Point{c.X + d*math.Cos(a), c.Y + d*math.Sin(a)}
				cs = append(cs, candidate{q, v.place(q)})
			}
		}
	}
	slices.SortStableFunc(cs, func(a, b candidate) int { return cmp.Compare(a.cost, b.cost) })
	return cs
}

// anchors are the placed neighbours, nearest to their common middle first, at most eight.
func (p *placer) anchors(i int32) []Point {
	var ps []Point
	for _, j := range p.near[i] {
		if p.placed[j] {
			ps = append(ps, p.at[j])
		}
	}
	const most = 8
	if len(ps) > most {
		m := middle(ps)
		slices.SortStableFunc(ps, func(a, b Point) int {
			return cmp.Compare(math.Hypot(a.X-m.X, a.Y-m.Y), math.Hypot(b.X-m.X, b.Y-m.Y))
		})
		ps = ps[:most]
	}
	return ps
}

// centers are what the rings are drawn around.
func (p *placer) centers(anchors []Point) []Point {
	if len(anchors) == 1 {
		return anchors
	}
	return append([]Point{middle(anchors)}, anchors[:min(2, len(anchors))]...)
}

func middle(ps []Point) Point {
	var m Point
	for _, q := range ps {
		m.X += q.X / float64(len(ps))
		m.Y += q.Y / float64(len(ps))
	}
	return m
}

// strangers lays out nodes that nothing placed belongs to, and sets them beside the rest.
func (p *placer) strangers(g Graph, fresh []int32, o Options) {
	if len(fresh) == 0 {
		return
	}
	number := make([]int32, g.N)
	for i := range number {
		number[i] = -1
	}
	sub := Graph{N: len(fresh)}
	for k, i := range fresh {
		number[i] = int32(k)
		sub.Radius = append(sub.Radius, p.l.radius(int(i)))
		width := 0.0
		if int(i) < len(g.Width) {
			width = g.Width[i]
		}
		sub.Width = append(sub.Width, width)
	}
	for _, e := range p.l.g.Edges {
		if number[e[0]] >= 0 && number[e[1]] >= 0 {
			sub.Edges = append(sub.Edges, [2]int32{number[e[0]], number[e[1]]})
		}
	}
	o.At, o.Fixed = nil, nil
	l := New(sub, o)
	l.Run()
	dx, dy := beside([]box{p.bounds(p.placed)}, l.bounds(), l.o.Aspect)
	for k, i := range fresh {
		p.at[i] = Point{l.at[k].X + dx, l.at[k].Y + dy}
	}
}

// bounds is the room of the placed nodes.
func (p *placer) bounds(placed []bool) box {
	b := box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for i, q := range p.at {
		if placed[i] {
			w, h := p.l.room(i)
			b = b.with(box{q.X - w, q.Y - h, q.X + w, q.Y + h})
		}
	}
	return b
}

// bounds is the room of all nodes, with the gap around.
func (l *Layout) bounds() box {
	b := box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for i, q := range l.at {
		w, h := l.room(i)
		b = b.with(box{q.X - w, q.Y - h, q.X + w, q.Y + h})
	}
	return box{b.x0 - packGap, b.y0 - packGap, b.x1 + packGap, b.y1 + packGap}
}
