package layout

import (
	"container/heap"
	"math"
)

// term is a pair of nodes and how far apart they should be.
type term struct {
	i, j int32
	d, w float64
}

// weigh makes the terms: all pairs of nodes, those far apart a little nearer than the graph has them, so that long tails
// do not make the rest small.
func (p *part) weigh() {
	lengths := p.lengths()
	for i := range len(p.nodes) {
		for j, d := range p.distances(int32(i), lengths) {
			if j > i && !(p.fixed[i] && p.fixed[j]) {
				d = p.length * math.Pow(d/p.length, shrink)
				p.terms = append(p.terms, term{int32(i), int32(j), d, 1 / (d * d)})
			}
		}
	}
}

// shrink is the power by which distances in the plane grow with those in the graph.
const shrink = 0.85

// lengths are the edges' lengths in the order of p.next.
func (p *part) lengths() []float64 {
	fill := append([]int32(nil), p.start...)
	ls := make([]float64, len(p.next))
	for k, e := range p.edges {
		ls[fill[e[0]]] = p.ideal[k]
		ls[fill[e[1]]] = p.ideal[k]
		fill[e[0]]++
		fill[e[1]]++
	}
	return ls
}

type reached struct {
	d float64
	i int32
}

type frontier []reached

func (f frontier) Len() int           { return len(f) }
func (f frontier) Less(i, j int) bool { return f[i].d < f[j].d || f[i].d == f[j].d && f[i].i < f[j].i }
func (f frontier) Swap(i, j int)      { f[i], f[j] = f[j], f[i] }
func (f *frontier) Push(x any)        { *f = append(*f, x.(reached)) }
func (f *frontier) Pop() any {
	x := (*f)[len(*f)-1]
	*f = (*f)[:len(*f)-1]
	return x
}

// distances are the lengths of the shortest ways from a node to all of the part (Dijkstra).
func (p *part) distances(from int32, lengths []float64) []float64 {
	dist := make([]float64, len(p.nodes))
	for i := range dist {
		dist[i] = math.Inf(1)
	}
	dist[from] = 0
	f := frontier{{0, from}}
	for len(f) > 0 {
		at := heap.Pop(&f).(reached)
		if at.d > dist[at.i] {
			continue
		}
		for k := p.start[at.i]; k < p.start[at.i+1]; k++ {
			j := p.next[k]
			if d := at.d + lengths[k]; d < dist[j] {
				dist[j] = d
				heap.Push(&f, reached{d, j})
			}
		}
	}
	return dist
}

// stress does one round of gradient descent: each pair in turn, in random order, is moved towards its distance, by a
// share that falls exponentially over the rounds.
func (p *part) stress(round int) {
	rnd := p.random(round + 1)
	rnd.Shuffle(len(p.terms), func(i, j int) { p.terms[i], p.terms[j] = p.terms[j], p.terms[i] })
	least, most := math.Inf(1), 0.0
	for _, t := range p.terms {
		least, most = min(least, t.w), max(most, t.w)
	}
	if most == 0 {
		return
	}
	const end = 0.08
	eta := 1 / least * math.Pow(end*least/most, float64(round)/(stressSteps-1))
	for _, t := range p.terms {
		a, b := &p.at[t.i], &p.at[t.j]
		dx, dy := a.X-b.X, a.Y-b.Y
		length := math.Hypot(dx, dy)
		if length < 1e-6 {
			dx, dy = rnd.Float64()-0.5, rnd.Float64()-0.5
			length = math.Hypot(dx, dy) + 1e-9
		}
		mu := min(eta*t.w, 1)
		r := mu * (length - t.d) / length
		switch {
		case p.fixed[t.i] && p.fixed[t.j]:
		case p.fixed[t.i]:
			b.X, b.Y = b.X+dx*r, b.Y+dy*r
		case p.fixed[t.j]:
			a.X, a.Y = a.X-dx*r, a.Y-dy*r
		default:
			a.X, a.Y = a.X-dx*r/2, a.Y-dy*r/2
			b.X, b.Y = b.X+dx*r/2, b.Y+dy*r/2
		}
	}
}
