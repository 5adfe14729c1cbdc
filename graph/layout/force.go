package layout

import (
	"math"
	"runtime"
	"sync"
)

// Forces, after d3-force's proportions, which make clusters visible: a spring along each edge, weaker where both ends
// have many, and repulsion that falls with the distance.
const (
	charge  = 0.025 // of the square of an edge's length, in a small part
	strong  = 0.04  // the same in a large part, where names need no room but clusters must part
	gravity = 0.04  // of the way to the middle
	warmth  = 0.8   // of the first step, from the layout that stress made
	cold    = 0.012 // of the last
	inertia = 0.55
)

// force does one step of the force stage.
func (p *part) force(count int) {
	heat := warmth * math.Pow(cold/warmth, float64(count)/(forceSteps-1))
	p.springs(heat)
	push := charge
	if p.large() {
		push = strong
	}
	p.repel(heat * push * p.length * p.length)
	if !p.held && !p.large() {
		p.gather(heat)
	}
	most := p.length * 2 * heat
	for i := range p.at {
		v := &p.speed[i]
		if p.fixed[i] {
			*v = Point{}
			continue
		}
		if l := math.Hypot(v.X, v.Y); l > most {
			v.X, v.Y = v.X*most/l, v.Y*most/l
		}
		p.at[i].X += v.X
		p.at[i].Y += v.Y
		v.X *= inertia
		v.Y *= inertia
	}
}

// gather draws a small part's nodes together: without, chains stand out far from the rest, and all else is small.
func (p *part) gather(heat float64) {
	var mid Point
	for _, q := range p.at {
		mid.X += q.X / float64(len(p.at))
		mid.Y += q.Y / float64(len(p.at))
	}
	for i, q := range p.at {
		p.speed[i].X -= (q.X - mid.X) * gravity * heat
		p.speed[i].Y -= (q.Y - mid.Y) * gravity * heat
	}
}

func (p *part) springs(heat float64) {
	for k, e := range p.edges {
		a, b := p.at[e[0]], p.at[e[1]]
		dx, dy := b.X-a.X, b.Y-a.Y
		l := math.Hypot(dx, dy)
		if l < 1e-9 {
			continue
		}
		da, db := float64(p.degree(e[0])), float64(p.degree(e[1]))
		f := heat * (l - p.ideal[k]) / l / min(da, db)
		ra := db / (da + db)
		p.speed[e[0]].X += dx * f * ra
		p.speed[e[0]].Y += dy * f * ra
		p.speed[e[1]].X -= dx * f * (1 - ra)
		p.speed[e[1]].Y -= dy * f * (1 - ra)
	}
}

// repel adds the repulsion of all nodes, on all cores; each node's sum is its own, so their number changes nothing.
func (p *part) repel(strength float64) {
	p.tree.build(p.at)
	n := len(p.at)
	const share = 512
	var wg sync.WaitGroup
	slot := make(chan struct{}, runtime.GOMAXPROCS(0))
	for from := 0; from < n; from += share {
		work := func() {
			var stack []int32
			for i := from; i < min(from+share, n); i++ {
				var fx, fy float64
				fx, fy, stack = p.tree.repulsion(p.at[i], int32(i), stack)
				p.speed[i].X += fx * strength
				p.speed[i].Y += fy * strength
			}
		}
		if n <= share {
			work()
			return
		}
		slot <- struct{}{}
		wg.Go(func() {
			work()
			<-slot
		})
	}
	wg.Wait()
}
