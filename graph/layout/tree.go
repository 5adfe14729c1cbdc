package layout

import "math"

// tree is Barnes and Hut's quadtree: a far group of nodes repels like one node at its middle. Its memory is used again.
type tree struct {
	cells []cell
}

type cell struct {
	x, y, half float64 // middle and half the side
	cx, cy     float64 // middle of its nodes
	mass       float64
	child      int32 // the first of four, 0: none
	node       int32 // the node in a leaf, -1: none or several
}

// deepest bounds the tree where nodes coincide.
const deepest = 28

// build makes the tree of the nodes.
func (t *tree) build(at []Point) {
	lo, hi := at[0], at[0]
	for _, p := range at {
		lo = Point{min(lo.X, p.X), min(lo.Y, p.Y)}
		hi = Point{max(hi.X, p.X), max(hi.Y, p.Y)}
	}
	half := max(hi.X-lo.X, hi.Y-lo.Y)/2 + 1
	t.cells = append(t.cells[:0], cell{x: (lo.X + hi.X) / 2, y: (lo.Y + hi.Y) / 2, half: half, node: -1})
	for i := range at {
		t.insert(at, int32(i))
	}
	for k := range t.cells {
		if c := &t.cells[k]; c.mass > 0 {
			c.cx /= c.mass
			c.cy /= c.mass
		}
	}
}

func (t *tree) insert(at []Point, i int32) {
	k := int32(0)
	p := at[i]
	for depth := 0; ; depth++ {
		c := &t.cells[k]
		c.cx += p.X
		c.cy += p.Y
		c.mass++
		if c.child != 0 {
			k = c.child + c.quarter(p)
			continue
		}
		if c.mass == 1 {
			c.node = i
			return
		}
		if depth >= deepest {
			c.node = -1
			return
		}
		t.divide(k, at)
		k = t.cells[k].child + t.cells[k].quarter(p)
	}
}

// divide turns a leaf into four, and hands its node down.
func (t *tree) divide(k int32, at []Point) {
	c := t.cells[k]
	first := int32(len(t.cells))
	h := c.half / 2
	for q := range 4 {
		x, y := c.x-h, c.y-h
		if q&1 != 0 {
			x = c.x + h
		}
		if q&2 != 0 {
			y = c.y + h
		}
		t.cells = append(t.cells, cell{x: x, y: y, half: h, node: -1})
	}
	t.cells[k].child, t.cells[k].node = first, -1
	if c.node >= 0 {
		p := at[c.node]
		d := &t.cells[first+c.quarter(p)]
		d.cx, d.cy, d.mass, d.node = p.X, p.Y, 1, c.node
	}
}

func (c *cell) quarter(p Point) int32 {
	q := int32(0)
	if p.X > c.x {
		q = 1
	}
	if p.Y > c.y {
		q |= 2
	}
	return q
}

// theta is how large a group may be seen from a node, side by distance, to count as one.
const theta = 1.2

// repulsion is the sum over all other nodes of the way from them, divided by its square length.
func (t *tree) repulsion(p Point, self int32, stack []int32) (fx, fy float64, _ []int32) {
	stack = append(stack[:0], 0)
	for len(stack) > 0 {
		c := &t.cells[stack[len(stack)-1]]
		stack = stack[:len(stack)-1]
		if c.mass == 0 || c.node == self && self >= 0 {
			continue
		}
		dx, dy := p.X-c.cx, p.Y-c.cy
		d2 := dx*dx + dy*dy
		if c.child != 0 && 4*c.half*c.half > theta*theta*d2 {
			stack = append(stack, c.child, c.child+1, c.child+2, c.child+3)
			continue
		}
		if d2 < 1e-6 { // on the same spot: apart in a direction of its own
			a := float64(self) * 2.399963
			dx, dy, d2 = math.Cos(a), math.Sin(a), 1
		}
		d2 = max(d2, 1)
		fx += dx / d2 * c.mass
		fy += dy / d2 * c.mass
	}
	return fx, fy, stack
}
