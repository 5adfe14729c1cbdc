package scene

import (
	"image/color"

	"skein/graph"
)

// seen is a node on the screen.
type seen struct {
	i int
	n *Node
	spot
}

// onScreen calls f for the nodes that may be seen, in order; those of the selection and under the pointer last.
func (b *builder) onScreen(f func(seen)) {
	var last []seen
	for i := range b.s.Nodes {
		n := &b.s.Nodes[i]
		if !n.placed() {
			continue
		}
		v := seen{i, n, b.spots[i]}
		out := 2*v.r + badgeWidest
		if v.x < -out || v.x > b.w+out || v.y < -out || v.y > b.h+out {
			continue
		}
		if n.Selected || b.f.Hover.What == OnNode && b.f.Hover.Node == i {
			last = append(last, v)
			continue
		}
		f(v)
	}
	for _, v := range last {
		f(v)
	}
}

// Sizes in pixels.
const (
	newRing     = 5   // from a shape to the border of what marks it as new
	plainRadius = 2.6 // below, all shapes are dots
	hollowWidth = 2.2 // outline of a hollow diamond
	ringWidth   = 2
	gap         = 1.6 // of ground, around shapes large enough
	gapRadius   = 5
)

func (b *builder) nodes() {
	b.onScreen(func(v seen) {
		if v.n.New {
			b.fresh(v)
		}
	})
	b.onScreen(func(v seen) {
		c := b.pal.Kind(v.n.Kind)
		if b.nodeDimmed(v.i) {
			c = b.dim(c)
		}
		b.shape(v, c)
		if v.n.Selected {
			b.selected(v)
		}
		if v.n.Pinned && v.r >= gapRadius {
			b.pin(v)
		}
	})
}

// selected draws the ring of the selection around a shape.
func (b *builder) selected(v seen) {
	ring := ringOf(v.n, v.r)
	if v.n.Kind != graph.Unit {
		b.ring(v.x, v.y, ring.X1, ringWidth, b.pal.Accent)
		return
	}
	at := func(x, y float64) vec { return vec{float32(v.x + x), float32(v.y + y)} }
	b.poly(ringWidth, b.pal.Accent, opaque, at(ring.X0, ring.Y0), at(ring.X1, ring.Y0), at(ring.X1, ring.Y1), at(ring.X0, ring.Y1))
}

// fresh lays a glow under a node that is new.
func (b *builder) fresh(v seen) {
	glow := b.glow(v)
	hw, hh := halfSize(v.n.Kind, v.r)
	r := max(hw, hh) + newRing
	b.disc(v.x, v.y, r, glow)
	rim := mix(b.pal.Highlight, b.pal.Place, 0.45)
	if b.nodeDimmed(v.i) {
		rim = b.dim(rim)
	}
	b.ring(v.x, v.y, r, 1, rim)
}

func (b *builder) glow(v seen) color.RGBA {
	if b.nodeDimmed(v.i) {
		return b.dim(b.pal.Highlight)
	}
	return b.pal.Highlight
}

// shape draws a node's own shape.
func (b *builder) shape(v seen, c color.RGBA) {
	if v.r < plainRadius {
		b.disc(v.x, v.y, v.r, c)
		return
	}
	ground := b.pal.Canvas
	if v.n.New {
		ground = b.glow(v)
	}
	ps := corners(v.n.Kind, v.x, v.y, v.r)
	if v.r >= gapRadius {
		if ps == nil {
			b.disc(v.x, v.y, v.r+gap, ground)
		} else {
			b.poly(2*gap, ground, opaque, ps...)
		}
	}
	switch {
	case ps == nil && v.n.Hollow:
		b.disc(v.x, v.y, v.r, ground)
		b.ring(v.x, v.y, v.r-hollowWidth/2, hollowWidth, c)
	case ps == nil:
		b.disc(v.x, v.y, v.r, c)
	case v.n.Hollow && v.r >= gapRadius:
		b.poly(0, ground, opaque, ps...)
		b.poly(hollowWidth, c, opaque, corners(v.n.Kind, v.x, v.y, v.r-hollowWidth*0.6)...)
	default:
		b.poly(0, c, opaque, ps...)
	}
	if v.n.Kind == graph.Unit && v.r >= gapRadius {
		b.frame(v, c)
	}
}

// frame draws the cross of a unit's frame, and its echelon's marks.
func (b *builder) frame(v seen, c color.RGBA) {
	hw, hh := halfSize(graph.Unit, v.r)
	cross := mix(c, b.pal.Canvas, 0.8)
	if v.n.Hollow {
		cross = c
	}
	b.line(v.x-hw, v.y-hh, v.x+hw, v.y+hh, 1.1, cross, opaque, solid)
	b.line(v.x-hw, v.y+hh, v.x+hw, v.y-hh, 1.1, cross, opaque, solid)
	if marked(v.n, v.r) {
		b.marks(echelons[v.n.Echelon], v.x, v.y-hh-markRoom/2-1, c)
	}
}

// marks draws echelon marks centred on (x, y).
func (b *builder) marks(marks string, x, y float64, c color.RGBA) {
	const half = 2.6
	step := map[byte]float64{'I': 4, 'X': 7.5, '.': 5.5, 'o': 7, '+': 7}[marks[0]]
	x -= step * float64(len(marks)-1) / 2
	for i := range len(marks) {
		switch marks[i] {
		case 'I':
			b.line(x, y-half-0.4, x, y+half+0.4, 1.5, c, opaque, solid)
		case 'X':
			b.line(x-half, y-half, x+half, y+half, 1.4, c, opaque, solid)
			b.line(x-half, y+half, x+half, y-half, 1.4, c, opaque, solid)
		case '+':
			b.line(x, y-half, x, y+half, 1.4, c, opaque, solid)
			b.line(x-half, y, x+half, y, 1.4, c, opaque, solid)
		case '.':
			b.disc(x, y, 1.8, c)
		case 'o':
			b.ring(x, y, 2.4, 1.2, c)
			b.line(x-2.2, y+2.2, x+2.2, y-2.2, 1, c, opaque, solid)
		}
		x += step
	}
}

// pin draws the mark of a node put there by hand, at its upper left.
func (b *builder) pin(v seen) {
	hw, hh := halfSize(v.n.Kind, v.r)
	x, y := v.x-0.72*hw-2, v.y-0.72*hh-2
	c := b.pal.Muted
	if b.nodeDimmed(v.i) {
		c = b.dim(c)
	}
	b.disc(x, y, 4.6, b.pal.Canvas)
	b.disc(x, y, 3, c)
	b.disc(x, y, 1.1, b.pal.Canvas)
}

// halo is the width of the ground's colour around text, in pixels.
const halo = 2.6

func (b *builder) labels(ns *names, placed []placedLabel) {
	for _, p := range placed {
		n := &b.s.Nodes[p.node]
		at := b.spots[p.node]
		if out := 2*at.r + maxLine; at.x < -out || at.x > b.w+out || at.y < -out || at.y > b.h+out {
			continue
		}
		nm := ns.of(n)
		box := nm.box(n, p.side, at.x, at.y, at.r)
		if !box.overlaps(Rect{0, 0, b.w, b.h}) {
			continue
		}
		b.name(nm, p.side, box, b.nodeDimmed(p.node), n.Selected)
	}
}

// name writes a name's lines into its box.
func (b *builder) name(nm *name, s side, box Rect, dimmed, selected bool) {
	for i, line := range nm.lines {
		c, size := b.pal.Text, float64(labelSize)
		if line.quiet {
			c, size = b.pal.Muted, smallSize
		}
		if dimmed {
			c = b.dim(c)
		}
		at := vec{float32(s.align(box, line.width)), float32(box.Y0 + float64(i)*lineHigh + 11.5)}
		b.text(text{s: line.s, size: size, at: at, halo: halo, under: b.pal.Canvas}, c)
	}
}

// badges draws the counts of what is not shown.
func (b *builder) badges() {
	b.onScreen(func(v seen) {
		if v.n.More <= 0 || v.r < badgeRadius {
			return
		}
		c, ink := b.pal.Accent, b.pal.OnAccent
		if !v.n.Selected && b.f.Hover != (Hit{What: OnBadge, Node: v.i}) {
			c, ink = b.pal.badge()
		}
		if b.nodeDimmed(v.i) {
			c, ink = b.dim(c), b.dim(ink)
		}
		r := b.m.badge(v.n, b.ix.badges[v.i], v.x, v.y, v.r)
		b.pill(r.grow(1.5, 1.5), 11, b.pal.Canvas, opaque)
		b.pill(r, 9, c, opaque)
		s := badgeText(v.n.More)
		w := b.m.width(s, smallSize)
		at := vec{float32((r.X0 + r.X1 - w) / 2), float32((r.Y0+r.Y1)/2 + 4)}
		b.text(text{s: s, size: smallSize, at: at}, ink)
	})
}

// mostRelations is how many edges a selection or pointer may touch for their relations to be written.
const mostRelations = 14

// relations writes what the edges of the selection and under the pointer are called, and how many claims they stand for.
func (b *builder) relations() {
	var wanted []int
	for i := range b.s.Edges {
		e := &b.s.Edges[i]
		if b.s.valid(e) && e.From != e.To && (e.Selected || b.hovered(i)) && !e.Dimmed {
			wanted = append(wanted, i)
		}
	}
	if len(wanted) > mostRelations {
		return
	}
	for _, i := range wanted {
		b.relation(i)
	}
}

// relation writes an edge's relation at its middle.
func (b *builder) relation(i int) {
	e := &b.s.Edges[i]
	l := b.ix.lineOf(i, b.spots[e.From], b.spots[e.To])
	s := oneLineOf(e.Label)
	if e.Count > 1 {
		s += " ×" + countText(e.Count)
	}
	w := b.m.width(s, smallSize)
	if s == "" || w+20 > l.length || !b.visible(l) {
		return
	}
	x, y := (l.ax+l.bx)/2, (l.ay+l.by)/2
	r := Rect{x - w/2 - 5, y - 8, x + w/2 + 5, y + 8}
	b.pill(r, 8, b.pal.Canvas, 235)
	at := vec{float32(x - w/2), float32(y + 4)}
	b.text(text{s: s, size: smallSize, at: at}, b.pal.Muted)
}
