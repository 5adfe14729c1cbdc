package layout

import (
	"cmp"
	"math"
	"slices"
)

// Board is a picture to which nodes are added one by one, without moving any that stands. It is not for concurrent use.
type Board struct {
	length float64
	aspect float64
	nodes  []standing
	near   [][]int32
	lines  [][2]int32
}

// standing is a node on the board.
type standing struct {
	at     Point
	r      float64
	hw, hh float64
}

// NewBoard returns an empty board. Of the options the length and the aspect count.
func NewBoard(o Options) *Board {
	o = o.checked()
	return &Board{length: o.Length, aspect: o.Aspect}
}

// Put sets a node where it stands, with the radius of its shape and the width of its name, and returns its number. One
// that is not at a place at all takes no room, and nothing is placed beside it.
func (b *Board) Put(at Point, radius, width float64) int {
	if !finite(at.X) || !finite(at.Y) {
		at = Point{math.NaN(), math.NaN()}
	}
	r := shapeRadius(radius)
	hw, hh := room(r, width)
	b.nodes = append(b.nodes, standing{at, r, hw, hh})
	b.near = append(b.near, nil)
	return len(b.nodes) - 1
}

// Link draws a line between two nodes.
func (b *Board) Link(i, j int) {
	if i == j || i < 0 || j < 0 || i >= len(b.nodes) || j >= len(b.nodes) || slices.Contains(b.near[i], int32(j)) {
		return
	}
	b.near[i] = append(b.near[i], int32(j))
	b.near[j] = append(b.near[j], int32(i))
	b.lines = append(b.lines, [2]int32{int32(i), int32(j)})
}

// Beside adds a node, linked to the ones given, and returns its number. It takes the best of some hundred free spots
// around them: not over a node, a name or a line, with few crossings, on the side where its neighbour has room. One
// without links is set beside all that stands.
func (b *Board) Beside(to []int, radius, width float64) int {
	i := b.Put(Point{math.NaN(), math.NaN()}, radius, width)
	for _, j := range to {
		b.Link(i, j)
	}
	if anchors := b.anchors(i); len(anchors) > 0 {
		b.nodes[i].at = b.spot(i, anchors)
	} else {
		b.nodes[i].at = b.outside(i)
	}
	return i
}

// At is where a node stands.
func (b *Board) At(i int) Point { return b.nodes[i].at }

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

// spot is the best place for a node with neighbours that stand. A good one near by beats one far away.
func (b *Board) spot(i int, anchors []Point) Point {
	v := b.vicinity(i, anchors)
	near, far := rings()
	at, cost := v.best(v.candidates(near))
	if cost >= bad {
		if other, less := v.best(v.candidates(far)); less < cost {
			at = other
		}
	}
	return at
}

func (v *vicinity) candidates(rings []float64) []candidate {
	var cs []candidate
	for _, c := range centers(v.anchors) {
		for k, ring := range rings {
			d := ring * v.length
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

// anchors are where a node's neighbours stand, nearest to their common middle first, at most five.
func (b *Board) anchors(i int) []Point {
	var ps []Point
	for _, j := range b.near[i] {
		if at := b.nodes[j].at; finite(at.X) {
			ps = append(ps, at)
		}
	}
	const most = 5
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
func centers(anchors []Point) []Point {
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

// outside is the place beside all that stands that suits the viewport best.
func (b *Board) outside(i int) Point {
	all, empty := box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}, true
	for _, n := range b.nodes {
		if finite(n.at.X) {
			all, empty = all.with(box{n.at.X - n.hw, n.at.Y - n.hh, n.at.X + n.hw, n.at.Y + n.hh}), false
		}
	}
	if empty {
		return Point{}
	}
	n := &b.nodes[i]
	dx, dy := beside([]box{all}, box{-n.hw - packGap, -n.hh - packGap, n.hw + packGap, n.hh + packGap}, b.aspect)
	return Point{dx, dy}
}
