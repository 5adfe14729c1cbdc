package layout

import "math"

// Large parts are laid out by levels (after Walshaw, 2003): neighbours are joined two or more into one until the part is
// small; that is laid out by stress; then each level takes its places from the one above and is refined by force.

// coarsen makes the next level: each node joins the free neighbour with the fewest neighbours of its own, so that hubs
// keep apart; one whose neighbours are all taken joins the group of the smallest, but no group of more than twelve,
// unless too little is gained that way, as in a star.
func (p *part) coarsen() {
	n := len(p.nodes)
	group, groups := p.match(12)
	if groups > n*3/4 {
		group, groups = p.match(math.MaxInt32)
	}
	p.group = group
	p.above = p.joined(group, groups)
}

// match puts the nodes into groups, no node into one of most or more.
func (p *part) match(most int32) (groupOf []int32, groups int) {
	n := len(p.nodes)
	group := make([]int32, n)
	for i := range group {
		group[i] = -1
	}
	size := make([]int32, 0, n)
	for _, k := range p.random(0).Perm(n) {
		i := int32(k)
		if group[i] >= 0 {
			continue
		}
		mate, host := int32(-1), int32(-1)
		for _, j := range p.near(i) {
			switch {
			case group[j] < 0 && (mate < 0 || p.degree(j) < p.degree(mate)):
				mate = j
			case group[j] >= 0 && (host < 0 || size[group[j]] < size[group[host]]):
				host = j
			}
		}
		if mate < 0 && host >= 0 && size[group[host]] < most {
			group[i] = group[host]
			size[group[i]]++
			continue
		}
		g := int32(len(size))
		group[i] = g
		size = append(size, 1)
		if mate >= 0 {
			group[mate] = g
			size[g]++
		}
	}
	return group, len(size)
}

// joined is the part whose nodes are the groups. A group stands where its fixed nodes stand.
func (p *part) joined(group []int32, n int) *part {
	q := &part{
		length: p.length, aspect: p.aspect, seed: p.seed + 1, held: p.held, level: p.level + 1,
		nodes: make([]int32, n), at: make([]Point, n), radius: make([]float64, n),
		hw: make([]float64, n), hh: make([]float64, n), fixed: make([]bool, n),
	}
	anchored := make([]float64, n)
	for i, g := range group {
		q.radius[g] = defaultRadius
		if p.fixed[i] {
			q.fixed[g] = true
			anchored[g]++
			q.at[g].X += p.at[i].X
			q.at[g].Y += p.at[i].Y
		}
	}
	for g, k := range anchored {
		if k > 0 {
			q.at[g] = Point{q.at[g].X / k, q.at[g].Y / k}
		}
	}
	for _, e := range p.edges {
		a, b := group[e[0]], group[e[1]]
		if a != b {
			q.edges = append(q.edges, [2]int32{min(a, b), max(a, b)})
		}
	}
	q.edges = distinct(q.edges)
	q.link()
	return q
}

// descend takes the places of the level above, spread by what this level has more of.
func (p *part) descend() {
	n := float64(len(p.nodes))
	grow := math.Sqrt(n / float64(len(p.above.nodes)))
	if p.held {
		grow = 1
	}
	rnd := p.random(1)
	for i, g := range p.group {
		if p.fixed[i] {
			continue
		}
		q := p.above.at[g]
		p.at[i] = Point{
			q.X*grow + (rnd.Float64()-0.5)*p.length*0.5,
			q.Y*grow + (rnd.Float64()-0.5)*p.length*0.5,
		}
	}
	p.above, p.group = nil, nil
	p.speed = make([]Point, len(p.nodes))
}
