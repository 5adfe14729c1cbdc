package layout

import "math"

// box is an upright rectangle.
type box struct{ x0, y0, x1, y1 float64 }

func (b box) moved(dx, dy float64) box { return box{b.x0 + dx, b.y0 + dy, b.x1 + dx, b.y1 + dy} }

func (b box) meets(c box) bool { return b.x0 < c.x1 && c.x0 < b.x1 && b.y0 < c.y1 && c.y0 < b.y1 }

func (b box) holds(p Point) bool { return p.X >= b.x0 && p.X <= b.x1 && p.Y >= b.y0 && p.Y <= b.y1 }

// around is the box with the two corners, grown.
func around(a, b Point, by float64) box {
	return box{min(a.X, b.X) - by, min(a.Y, b.Y) - by, max(a.X, b.X) + by, max(a.Y, b.Y) + by}
}

func (b box) with(c box) box {
	return box{min(b.x0, c.x0), min(b.y0, c.y0), max(b.x1, c.x1), max(b.y1, c.y1)}
}

// packGap is the ground between parts.
const packGap = 44

// assemble writes the parts' places, after packing those without fixed nodes beside each other and the fixed ones. Nodes
// without any edge make up a block of rows.
func (l *Layout) assemble() {
	var taken []box
	var singles []*part
	for _, p := range l.parts {
		if p.held {
			taken = append(taken, p.bounds())
		}
	}
	for _, p := range l.parts {
		switch {
		case p.held:
		case len(p.nodes) == 1:
			singles = append(singles, p)
		default:
			b := p.bounds()
			dx, dy := beside(taken, b, l.o.Aspect)
			p.move(dx, dy)
			taken = append(taken, b.moved(dx, dy))
		}
	}
	if len(singles) > 0 {
		b := rows(singles, l.o.Aspect)
		dx, dy := beside(taken, b, l.o.Aspect)
		for _, p := range singles {
			p.move(dx, dy)
		}
	}
	for _, p := range l.parts {
		p.copyTo(l.at)
	}
}

// bounds is the room of the part's nodes with half the gap around.
func (p *part) bounds() box {
	b := box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
	for i, q := range p.at {
		w, h := p.size(int32(i))
		b = b.with(box{q.X - w, q.Y - h, q.X + w, q.Y + h})
	}
	return box{b.x0 - packGap/2, b.y0 - packGap/2, b.x1 + packGap/2, b.y1 + packGap/2}
}

func (p *part) move(dx, dy float64) {
	for i := range p.at {
		p.at[i].X += dx
		p.at[i].Y += dy
	}
}

// rows sets single nodes in rows, and returns their room.
func rows(ps []*part, aspect float64) box {
	w, h := 0.0, 0.0
	for _, p := range ps {
		w, h = max(w, 2*p.hw[0]), max(h, 2*p.hh[0])
	}
	w, h = w+packGap/2, h+packGap/2
	columns := max(1, int(math.Sqrt(float64(len(ps))*aspect*h/w)+0.5))
	for i, p := range ps {
		p.at[0] = Point{(float64(i%columns) + 0.5) * w, (float64(i/columns) + 0.5) * h}
	}
	return box{0, 0, float64(min(columns, len(ps))) * w, float64((len(ps)+columns-1)/columns) * h}
}

// recent is how many of the last boxes a new one is tried beside.
const recent = 48

// beside is the way to move a box so that it lies next to those taken, and all of them together fit the aspect best.
func beside(taken []box, b box, aspect float64) (dx, dy float64) {
	if len(taken) == 0 {
		return -(b.x0 + b.x1) / 2, -(b.y0 + b.y1) / 2
	}
	all := taken[0]
	for _, t := range taken {
		all = all.with(t)
	}
	w, h := b.x1-b.x0, b.y1-b.y0
	least := math.Inf(1)
	try := func(x, y float64) {
		c := box{x, y, x + w, y + h}
		u := all.with(c)
		mx, my := (c.x0+c.x1-all.x0-all.x1)/2, (c.y0+c.y1-all.y0-all.y1)/2
		cost := max((u.x1-u.x0)/aspect, u.y1-u.y0) + 0.15*math.Hypot(mx/aspect, my)
		if cost >= least {
			return
		}
		for _, t := range taken {
			if t.meets(c) {
				return
			}
		}
		least, dx, dy = cost, x-b.x0, y-b.y0
	}
	for _, t := range taken[max(0, len(taken)-recent):] {
		for _, y := range []float64{t.y0, (t.y0 + t.y1 - h) / 2, t.y1 - h} {
			try(t.x1, y)
			try(t.x0-w, y)
		}
		for _, x := range []float64{t.x0, (t.x0 + t.x1 - w) / 2, t.x1 - w} {
			try(x, t.y1)
			try(x, t.y0-h)
		}
	}
	if math.IsInf(least, 1) { // everything beside the last boxes is taken
		return all.x1 - b.x0, all.y0 - b.y0
	}
	return dx, dy
}
