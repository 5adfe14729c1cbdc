package scene

import (
	"cmp"
	"math"
	"slices"
)

// placedLabel is a name that is written: whose, and on which side.
type placedLabel struct {
	node int
	side side
}

// labels chooses which names are written and where; see the package comment. It is not for concurrent use.
type labels struct {
	names *names
	step  int // the zoom step of the base choice
	base  []placedLabel
	ix    *Index // what base was made for
	all   []placedLabel
	hover int
	boxes boxes
	order []int32
}

// stepsPerDouble is how many zoom steps there are from one zoom to its double.
const stepsPerDouble = 4

// lag is how far above its step's upper end the zoom must be before the next step's choice is made, in steps: a hand
// that trembles at a border does not make names come and go.
const lag = 0.35

// stepOf is the zoom's step: the choice is made for its lower end, so that there is room at all zooms of the step.
func stepOf(zoom float64, last int, kept bool) int {
	at := math.Log2(zoom) * stepsPerDouble
	step := int(math.Floor(at + 1e-9))
	if kept && step == last+1 && at < float64(step)+lag {
		return last
	}
	return step
}

// choose returns the names to write at a zoom, with the node under the pointer (-1: none). With keep set, the choice
// made for an earlier scene of as many nodes is kept: while a node is dragged, names travel with their nodes.
func (l *labels) choose(ix *Index, zoom float64, hover int, keep bool) []placedLabel {
	had := l.ix != nil
	step := stepOf(zoom, l.step, had)
	if keep && had && len(l.ix.s.Nodes) == len(ix.s.Nodes) {
		return l.all
	}
	same := had && ix == l.ix && step == l.step
	if same && hover == l.hover {
		return l.all
	}
	if !same {
		l.ix, l.step = ix, step
		l.place(math.Exp2(float64(step) / stepsPerDouble))
	}
	l.hover = hover
	l.all = l.force(math.Exp2(float64(step)/stepsPerDouble), hover)
	return l.all
}

// few is the number of nodes up to which all names are tried at all zooms; of larger scenes, of the nodes with radii of
// less than tiny pixels only the heaviest, as landmarks.
const (
	few       = 400
	tiny      = 3.2
	landmarks = 60
)

// place makes the base choice for a zoom.
func (l *labels) place(zoom float64) {
	s := l.ix.s
	l.order = l.order[:0]
	for i := range s.Nodes {
		if n := &s.Nodes[i]; finite(n.X, n.Y) && n.Label != "" {
			l.order = append(l.order, int32(i))
		}
	}
	slices.SortFunc(l.order, func(i, j int32) int {
		a, b := &s.Nodes[i], &s.Nodes[j]
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.ID, b.ID), cmp.Compare(i, j))
	})
	l.boxes.reset(s, l.names.metrics, zoom)
	l.base = l.base[:0]
	for rank, i := range l.order {
		n := &s.Nodes[i]
		if rank >= landmarks && len(s.Nodes) > few && radiusAt(n.radius(), zoom) < tiny {
			continue
		}
		if side, ok := l.best(int(i), zoom); ok {
			l.base = append(l.base, placedLabel{int(i), side})
			l.boxes.add(l.rect(int(i), side, zoom))
		}
	}
}

// rect is the box of a node's name in pixels from the world's origin.
func (l *labels) rect(node int, s side, zoom float64) Rect {
	n := &l.ix.s.Nodes[node]
	return l.names.of(n).box(n, s, n.X*zoom, n.Y*zoom, radiusAt(n.radius(), zoom))
}

// margin is the room kept between names, in pixels.
const (
	marginX = 4
	marginY = 1
)

// best is the side of a node where its name covers no other name or node, and as few lines as possible.
func (l *labels) best(node int, zoom float64) (best side, ok bool) {
	least := math.Inf(1)
	for s := range sides {
		if sideCost[s] >= least {
			continue
		}
		r := l.rect(node, s, zoom)
		if !l.boxes.free(r.grow(marginX, marginY), node) {
			continue
		}
		if cost := sideCost[s] + l.crossed(node, r, zoom); cost < least {
			best, least, ok = s, cost, true
		}
	}
	return best, ok
}

// crossed is what the lines that run through a box cost: any side without is better than one with.
func (l *labels) crossed(node int, r Rect, zoom float64) float64 {
	const most = 4 // beyond, one more line makes no difference
	s := l.ix.s
	n := 0.0
	r = r.grow(-2, -2)
	world := Rect{r.X0 / zoom, r.Y0 / zoom, r.X1 / zoom, r.Y1 / zoom}
	seen := -1
	l.ix.edgesIn(world, func(i int) {
		e := &s.Edges[i]
		if n >= most || i == seen || e.From == e.To {
			return
		}
		seen = i
		a, b := &s.Nodes[e.From], &s.Nodes[e.To]
		if !crosses(a.X, a.Y, b.X, b.Y, world) {
			return
		}
		n += 1.1
		if e.From == node || e.To == node {
			n -= 0.2
		}
	})
	return n
}

// crosses reports whether a line meets a rectangle.
func crosses(ax, ay, bx, by float64, r Rect) bool {
	t0, t1 := 0.0, 1.0
	clip := func(p, d, lo, hi float64) bool {
		if math.Abs(d) < 1e-12 {
			return p >= lo && p <= hi
		}
		a, b := (lo-p)/d, (hi-p)/d
		t0, t1 = max(t0, min(a, b)), min(t1, max(a, b))
		return t0 <= t1
	}
	return clip(ax, bx-ax, r.X0, r.X1) && clip(ay, by-ay, r.Y0, r.Y1)
}
