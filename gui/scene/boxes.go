package scene

import "math"

// boxes is what room is taken, in pixels from the world's origin: the nodes' shapes and the names written so far, under
// the cells of a coarse grid.
type boxes struct {
	rects  []Rect // the nodes' first, then their badges', then names'
	shapes int    // how many are no names
	x0, y0 float64
	cell   float64
	nx, ny int
	head   []int32
	next   []entry
}

type entry struct{ rect, next int32 }

// boxCell is the least side of a cell, in pixels.
const boxCell = 90

// reset forgets the names and takes the shapes of a scene at a zoom. Of a large scene those that are mere dots are left
// out: names may cover them.
func (b *boxes) reset(ix *Index, m *metrics, zoom float64) {
	s := ix.s
	b.rects, b.next = b.rects[:0], b.next[:0]
	r, _ := s.Bounds()
	b.x0, b.y0 = r.X0*zoom, r.Y0*zoom
	w, h := (r.X1-r.X0)*zoom, (r.Y1-r.Y0)*zoom
	b.cell = max(boxCell, w/gridSide, h/gridSide)
	b.nx, b.ny = int(w/b.cell)+1, int(h/b.cell)+1
	b.head = b.head[:0]
	for range b.nx * b.ny {
		b.head = append(b.head, -1)
	}
	for i := range s.Nodes {
		n := &s.Nodes[i]
		rad := radiusAt(n.radius(), zoom)
		if !n.placed() || len(s.Nodes) > few && rad < tiny {
			b.rects = append(b.rects, Rect{})
			continue
		}
		hw, hh := halfSize(n.Kind, rad)
		x, y := n.X*zoom, n.Y*zoom
		b.add(Rect{x - hw, y - topOf(n, rad), x + hw, y + hh})
	}
	for i := range s.Nodes {
		n := &s.Nodes[i]
		if n.More > 0 && n.placed() && radiusAt(n.radius(), zoom*wholeStep) >= badgeRadius {
			b.add(m.badge(n, ix.badges[i], n.X*zoom, n.Y*zoom, radiusAt(n.radius(), zoom)))
		}
	}
	b.shapes = len(b.rects)
}

func (b *boxes) add(r Rect) {
	k := int32(len(b.rects))
	b.rects = append(b.rects, r)
	b.cells(r, func(c int) bool {
		b.next = append(b.next, entry{k, b.head[c]})
		b.head[c] = int32(len(b.next) - 1)
		return true
	})
}

// cells calls f for the cells that a rectangle touches, until it says false.
func (b *boxes) cells(r Rect, f func(int) bool) bool {
	at := func(v, v0 float64, n int) int { return int(clamp(math.Floor((v-v0)/b.cell), 0, float64(n-1))) }
	for y := at(r.Y0, b.y0, b.ny); y <= at(r.Y1, b.y0, b.ny); y++ {
		for x := at(r.X0, b.x0, b.nx); x <= at(r.X1, b.x0, b.nx); x++ {
			if !f(y*b.nx + x) {
				return false
			}
		}
	}
	return true
}

// free reports whether nothing but the node's own shape lies in a rectangle.
func (b *boxes) free(r Rect, node int) bool {
	return b.cells(r, func(c int) bool {
		for k := b.head[c]; k >= 0; k = b.next[k].next {
			if i := b.next[k].rect; int(i) != node && b.rects[i].overlaps(r) {
				return false
			}
		}
		return true
	})
}

// covered counts the shapes and badges in a rectangle, the node's own shape apart.
func (b *boxes) covered(r Rect, node int) int {
	n := 0
	b.cells(r, func(c int) bool {
		for k := b.head[c]; k >= 0; k = b.next[k].next {
			if i := int(b.next[k].rect); i < b.shapes && i != node && b.rects[i].overlaps(r) {
				n++
			}
		}
		return true
	})
	return n
}
