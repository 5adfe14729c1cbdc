package layout

import (
	"cmp"
	"math"
	"slices"
)

// tidy pushes apart what overlaps, and nodes off lines that are not theirs, by one step. It reports whether there was
// nothing to push. Large parts only have their discs pushed apart: their names are not all written anyway.
func (p *part) tidy() (done bool) {
	n := len(p.at)
	if cap(p.push) < n {
		p.push = make([]Point, n)
	}
	p.push = p.push[:n]
	clear(p.push)
	done = p.separate()
	if n <= smallPart && p.count < clearSteps && !p.clear() {
		done = false
	}
	for i, d := range p.push {
		if !p.fixed[i] {
			p.at[i].X += d.X
			p.at[i].Y += d.Y
		}
	}
	return done
}

// size is half the room that the node is given.
func (p *part) size(i int32) (hw, hh float64) {
	if len(p.at) > smallPart {
		return p.radius[i] + 2, p.radius[i] + 2
	}
	return p.hw[i], p.hh[i]
}

// separate pushes overlapping boxes apart, along the axis where less is missing.
func (p *part) separate() (done bool) {
	done = true
	order := make([]int32, len(p.at))
	widest := 0.0
	for i := range order {
		order[i] = int32(i)
		w, _ := p.size(int32(i))
		widest = max(widest, w)
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Or(cmp.Compare(p.at[a].X, p.at[b].X), cmp.Compare(a, b)) })
	for k, i := range order {
		wi, hi := p.size(i)
		for _, j := range order[k+1:] {
			dx := p.at[j].X - p.at[i].X
			if dx > wi+widest {
				break
			}
			wj, hj := p.size(j)
			dy := p.at[j].Y - p.at[i].Y
			ox, oy := wi+wj-dx, hi+hj-math.Abs(dy)
			if ox <= 0.5 || oy <= 0.5 {
				continue
			}
			done = false
			if ox < oy {
				p.part2(i, j, ox/2, 0)
			} else if dy > 0 || dy == 0 && i < j {
				p.part2(i, j, 0, oy/2)
			} else {
				p.part2(i, j, 0, -oy/2)
			}
		}
	}
	return done
}

// part2 pushes two nodes apart, j by (dx, dy) and i the other way; next to a fixed one, the other goes the whole way.
func (p *part) part2(i, j int32, dx, dy float64) {
	si, sj := 1.0, 1.0
	if p.fixed[i] {
		si, sj = 0, 2
	} else if p.fixed[j] {
		si, sj = 2, 0
	}
	const gentle = 0.7
	p.push[i].X -= dx * si * gentle
	p.push[i].Y -= dy * si * gentle
	p.push[j].X += dx * sj * gentle
	p.push[j].Y += dy * sj * gentle
}

// lineRoom is the way kept between a shape and lines that pass it.
const lineRoom = 9

// clear pushes nodes off lines that are not theirs, and the lines' ends a little the other way.
func (p *part) clear() (done bool) {
	done = true
	for _, e := range p.edges {
		a, b := p.at[e[0]], p.at[e[1]]
		for i := range p.at {
			if int32(i) == e[0] || int32(i) == e[1] {
				continue
			}
			c := p.at[i]
			r := p.radius[i] + lineRoom
			if c.X < min(a.X, b.X)-r || c.X > max(a.X, b.X)+r || c.Y < min(a.Y, b.Y)-r || c.Y > max(a.Y, b.Y)+r {
				continue
			}
			d, nx, ny := offLine(c, a, b)
			if d >= r {
				continue
			}
			done = false
			f := (r - d) * 0.5
			p.push[i].X += nx * f
			p.push[i].Y += ny * f
			for _, k := range e {
				p.push[k].X -= nx * f * 0.4
				p.push[k].Y -= ny * f * 0.4
			}
		}
	}
	return done
}

// offLine is how far c is from the line from a to b, and the direction from the line to it. Beyond the line's ends the
// distance is infinite: there nothing passes.
func offLine(c, a, b Point) (d, nx, ny float64) {
	dx, dy := b.X-a.X, b.Y-a.Y
	l2 := dx*dx + dy*dy
	t := ((c.X-a.X)*dx + (c.Y-a.Y)*dy) / max(l2, 1e-9)
	if t <= 0 || t >= 1 {
		return math.Inf(1), 0, 0
	}
	nx, ny = c.X-a.X-t*dx, c.Y-a.Y-t*dy
	d = math.Hypot(nx, ny)
	if d < 1e-6 {
		l := math.Sqrt(max(l2, 1e-9))
		return 0, -dy / l, dx / l
	}
	return d, nx / d, ny / d
}

// turn turns the part to where it fits the viewport's shape best, and stretches it a little along the axis where there
// is more room.
func (p *part) turn() {
	const angles = 24
	best, least := 0.0, math.Inf(1)
	for k := range angles {
		a := math.Pi * float64(k) / angles
		w, h := p.extent(a)
		if size := max(w/p.aspect, h) + 0.1*(w/p.aspect+h); size < least {
			best, least = a, size
		}
	}
	sin, cos := math.Sincos(best)
	for i, q := range p.at {
		p.at[i] = Point{q.X*cos - q.Y*sin, q.X*sin + q.Y*cos}
	}
	w, h := p.extent(0)
	const most = 1.3
	if w <= 0 || h <= 0 {
		return
	}
	f := math.Sqrt(min(max(p.aspect*h/w, 1/most), most))
	for i := range p.at {
		p.at[i].X *= f
		p.at[i].Y /= f
	}
}

// extent is the width and height of the part turned by an angle.
func (p *part) extent(angle float64) (w, h float64) {
	sin, cos := math.Sincos(angle)
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for i, q := range p.at {
		x, y := q.X*cos-q.Y*sin, q.X*sin+q.Y*cos
		hw, hh := p.size(int32(i))
		x0, x1 = min(x0, x-hw), max(x1, x+hw)
		y0, y1 = min(y0, y-hh), max(y1, y+hh)
	}
	return x1 - x0, y1 - y0
}
