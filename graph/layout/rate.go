package layout

import "math"

// rate says how bad a try is: crossings, lines over nodes, overlaps, and edges far from their best length.
func (p *part) rate() float64 {
	const (
		crossing = 1.0
		overNode = 2.5
		overlap  = 4.0
		uneven   = 3.0
	)
	score := crossing * float64(p.crossings())
	for k, e := range p.edges {
		a, b := p.at[e[0]], p.at[e[1]]
		off := math.Hypot(a.X-b.X, a.Y-b.Y)/p.ideal[k] - 1
		score += uneven * off * off
		for i := range p.at {
			if int32(i) == e[0] || int32(i) == e[1] {
				continue
			}
			if d, _, _ := offLine(p.at[i], a, b); d < p.radius[i]+lineRoom/2 {
				score += overNode
			}
		}
	}
	for i := range p.at {
		for j := range i {
			if math.Abs(p.at[i].X-p.at[j].X) < p.hw[i]+p.hw[j]-2 && math.Abs(p.at[i].Y-p.at[j].Y) < p.hh[i]+p.hh[j]-2 {
				score += overlap
			}
		}
	}
	w, h := p.extent(0)
	return score + 2*max(w/p.aspect, h)/p.length
}

// crossings counts pairs of edges that cross, those that share an end apart.
func (p *part) crossings() int {
	n := 0
	for i, e := range p.edges {
		for _, f := range p.edges[:i] {
			if e[0] != f[0] && e[0] != f[1] && e[1] != f[0] && e[1] != f[1] &&
				crosses(p.at[e[0]], p.at[e[1]], p.at[f[0]], p.at[f[1]]) {
				n++
			}
		}
	}
	return n
}

// crosses reports whether the line from a to b crosses that from c to d.
func crosses(a, b, c, d Point) bool {
	return turns(a, b, c) != turns(a, b, d) && turns(c, d, a) != turns(c, d, b)
}

// turns reports whether the way from a over b to c turns to one side rather than the other.
func turns(a, b, c Point) bool { return (b.X-a.X)*(c.Y-a.Y) > (b.Y-a.Y)*(c.X-a.X) }
