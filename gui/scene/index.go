package scene

import (
	"cmp"
	"math"
	"slices"
)

// Index finds what of a scene lies at or in a place, by a uniform grid over the world, and which edges a node has. It
// is made once for a scene and only read from then on, by any number of goroutines.
type Index struct {
	s       *Scene
	x0, y0  float64
	cell    float64 // side of a cell in world units
	perUnit float64 // cells a world unit
	nx, ny  int
	nodes   csr // by cell
	edges   csr // by cell
	ends    csr // edges by node
	lanes   []float32
	badges  []corner // by node
	widest  float64  // the largest radius, in world units
}

// csr is lists of numbers in one array: list i is items[start[i]:start[i+1]].
type csr struct{ start, items []int32 }

func (c *csr) of(i int) []int32 { return c.items[c.start[i]:c.start[i+1]] }

// gridSide is the most cells a side.
const gridSide = 192

// NewIndex makes the index of a scene, in time proportional to its size and the length of its edges in cells.
func NewIndex(s *Scene) *Index {
	ix := &Index{s: s, cell: 1, nx: 1, ny: 1}
	b, ok := s.Bounds()
	if ok {
		ix.x0, ix.y0 = b.X0, b.Y0
		side := math.Sqrt((b.X1 - b.X0) * (b.Y1 - b.Y0) / float64(len(s.Nodes)))
		side = max(side, (b.X1-b.X0)/gridSide, (b.Y1-b.Y0)/gridSide, 1)
		ix.cell = side
		ix.nx, ix.ny = int((b.X1-b.X0)/side)+1, int((b.Y1-b.Y0)/side)+1
	}
	ix.perUnit = 1 / ix.cell
	for i := range s.Nodes {
		ix.widest = max(ix.widest, s.Nodes[i].radius())
	}
	ix.nodes = grouped(ix.nx*ix.ny, func(put func(int, int32)) {
		for i := range s.Nodes {
			if n := &s.Nodes[i]; n.placed() {
				put(ix.at(n.X, n.Y), int32(i))
			}
		}
	})
	ix.edges = grouped(ix.nx*ix.ny, ix.trace)
	ix.ends = grouped(len(s.Nodes), func(put func(int, int32)) {
		for i := range s.Edges {
			e := &s.Edges[i]
			if !s.valid(e) {
				continue
			}
			put(e.From, int32(i))
			if e.To != e.From {
				put(e.To, int32(i))
			}
		}
	})
	ix.lanes = lanes(s)
	ix.badges = make([]corner, len(s.Nodes))
	for i := range s.Nodes {
		if n := &s.Nodes[i]; n.More > 0 && n.placed() {
			ix.badges[i] = ix.badgeCorner(i)
		}
	}
	return ix
}

// grouped collects items under n keys; each calls put for all of them, twice, in the same order.
func grouped(n int, each func(put func(key int, item int32))) csr {
	c := csr{start: make([]int32, n+1)}
	each(func(k int, _ int32) { c.start[k+1]++ })
	for i := range n {
		c.start[i+1] += c.start[i]
	}
	c.items = make([]int32, c.start[n])
	next := slices.Clone(c.start[:n])
	each(func(k int, v int32) {
		c.items[next[k]] = v
		next[k]++
	})
	return c
}

func (ix *Index) column(x float64) int {
	return min(max(int((x-ix.x0)*ix.perUnit), 0), ix.nx-1)
}
func (ix *Index) row(y float64) int {
	return min(max(int((y-ix.y0)*ix.perUnit), 0), ix.ny-1)
}
func (ix *Index) at(x, y float64) int { return ix.row(y)*ix.nx + ix.column(x) }

// trace puts each edge under the cells that it crosses: row by row, from where it enters the row to where it leaves.
func (ix *Index) trace(put func(int, int32)) {
	for i := range ix.s.Edges {
		e := &ix.s.Edges[i]
		if !ix.s.valid(e) {
			continue
		}
		a, b := &ix.s.Nodes[e.From], &ix.s.Nodes[e.To]
		if !a.placed() || !b.placed() {
			continue
		}
		if a.Y > b.Y {
			a, b = b, a
		}
		for r := ix.row(a.Y); r <= ix.row(b.Y); r++ {
			top := ix.y0 + float64(r)*ix.cell
			x, x2 := a.X, b.X
			if d := b.Y - a.Y; d > 0 {
				x = a.X + (b.X-a.X)*clamp((top-a.Y)/d, 0, 1)
				x2 = a.X + (b.X-a.X)*clamp((top+ix.cell-a.Y)/d, 0, 1)
			}
			for c := ix.column(min(x, x2)); c <= ix.column(max(x, x2)); c++ {
				put(r*ix.nx+c, int32(i))
			}
		}
	}
}

// lanes says how far each edge stands beside the straight line between its ends, in steps: two edges between the same
// two nodes, there and back or of different modality, run next to each other.
func lanes(s *Scene) []float32 {
	type pair struct {
		a, b int
		i    int32
	}
	ps := make([]pair, 0, len(s.Edges))
	for i := range s.Edges {
		if e := &s.Edges[i]; s.valid(e) {
			ps = append(ps, pair{min(e.From, e.To), max(e.From, e.To), int32(i)})
		}
	}
	slices.SortFunc(ps, func(p, q pair) int {
		return cmp.Or(cmp.Compare(p.a, q.a), cmp.Compare(p.b, q.b), cmp.Compare(p.i, q.i))
	})
	lane := make([]float32, len(s.Edges))
	for i := 0; i < len(ps); {
		j := i
		for j < len(ps) && ps[j].a == ps[i].a && ps[j].b == ps[i].b {
			j++
		}
		for k := i; k < j; k++ {
			lane[ps[k].i] = float32(k-i) - float32(j-i-1)/2
		}
		i = j
	}
	return lane
}

// Edges are the edges of a node, as indexes into the scene's. The caller must not change the list.
func (ix *Index) Edges(node int) []int32 { return ix.ends.of(node) }

// other is the end of the edge that is not the node.
func (ix *Index) other(edge, node int) int {
	e := &ix.s.Edges[edge]
	if e.From == node {
		return e.To
	}
	return e.From
}

// nodesIn calls f for the nodes whose centres may lie in a rectangle of the world.
func (ix *Index) nodesIn(r Rect, f func(int)) { ix.each(&ix.nodes, r, f) }

// edgesIn calls f for the edges that may cross a rectangle of the world; for some more than once.
func (ix *Index) edgesIn(r Rect, f func(int)) { ix.each(&ix.edges, r, f) }

func (ix *Index) each(c *csr, r Rect, f func(int)) {
	for row := ix.row(r.Y0); row <= ix.row(r.Y1); row++ {
		for col := ix.column(r.X0); col <= ix.column(r.X1); col++ {
			for _, i := range c.of(row*ix.nx + col) {
				f(int(i))
			}
		}
	}
}

// Large reports whether a picture of the scene in motion is drawn more roughly than one at rest.
func (ix *Index) Large() bool { return len(ix.s.Edges) > manyEdges }

// Scene is the scene that the index was made for.
func (ix *Index) Scene() *Scene { return ix.s }
