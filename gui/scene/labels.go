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
	ranks map[int]rank // of the nodes whose names are wanted
	hover int
	order []int32
	shown []placedLabel // all but those in the way at the zoom
	zoom  float64       // what shown is for

	// A choice holds for all zooms of a step. Names grow into each other where the plane moves faster than they do, and
	// where a shape between a node and its name moves towards the name: so there must be room at both ends of the step.
	ends  [2]float64 // the zooms
	boxes [2]boxes
}

// stepsPerDouble is how many zoom steps there are from one zoom to its double.
const stepsPerDouble = 4

// wholeStep is how much the zoom may grow while a choice is kept.
const wholeStep = 1.264 // 2 to the power of (1+lag)/stepsPerDouble

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
// made for another zoom, or for an earlier scene of as many nodes, is kept: while a node is dragged, names travel with
// their nodes.
func (l *labels) choose(ix *Index, zoom float64, hover int, keep bool) []placedLabel {
	had := l.ix != nil
	step := stepOf(zoom, l.step, had)
	if keep && had && len(l.ix.s.Nodes) == len(ix.s.Nodes) {
		if ix == l.ix && zoom != l.zoom {
			l.thin(zoom)
		}
		return l.shown
	}
	same := had && step == l.step && (ix == l.ix || alike(ix.s, l.ix.s))
	if same && ix == l.ix && hover == l.hover {
		if zoom != l.zoom {
			l.thin(zoom)
		}
		return l.shown
	}
	l.ix = ix
	if !same {
		l.step = step
		lower := math.Exp2(float64(step) / stepsPerDouble)
		l.ends = [2]float64{lower, lower * wholeStep}
		l.place()
	}
	l.hover = hover
	l.ranks = l.wanted(hover)
	l.all = l.force()
	l.thin(zoom)
	return l.shown
}

// alike reports whether two scenes differ in nothing that the base choice asks for: a selection changes nothing in it.
func alike(a, b *Scene) bool {
	if len(a.Nodes) != len(b.Nodes) || len(a.Edges) != len(b.Edges) {
		return false
	}
	for i := range a.Nodes {
		x, y := a.Nodes[i], &b.Nodes[i]
		x.Hollow, x.Pinned, x.New, x.Selected, x.Dimmed = y.Hollow, y.Pinned, y.New, y.Selected, y.Dimmed
		if x != *y {
			return false
		}
	}
	for i := range a.Edges {
		if x, y := &a.Edges[i], &b.Edges[i]; x.From != y.From || x.To != y.To {
			return false
		}
	}
	return true
}

// few is the number of nodes up to which all names are tried at all zooms; of larger scenes, of the nodes with radii of
// less than tiny pixels only the heaviest, as landmarks.
const (
	few       = 400
	tiny      = 3.2
	landmarks = 60
)

// place makes the base choice.
func (l *labels) place() {
	s := l.ix.s
	l.order = l.order[:0]
	for i := range s.Nodes {
		if n := &s.Nodes[i]; n.placed() && n.Label != "" {
			l.order = append(l.order, int32(i))
		}
	}
	slices.SortFunc(l.order, func(i, j int32) int {
		a, b := &s.Nodes[i], &s.Nodes[j]
		return cmp.Or(cmp.Compare(b.Weight, a.Weight), cmp.Compare(a.ID, b.ID), cmp.Compare(i, j))
	})
	for k := range l.ends {
		l.boxes[k].reset(l.ix, l.names.metrics, l.ends[k])
	}
	l.base = l.base[:0]
	for rank, i := range l.order {
		n := &s.Nodes[i]
		if rank >= landmarks && len(s.Nodes) > few && radiusAt(n.radius(), l.ends[0]) < tiny {
			continue
		}
		if side, ok := l.best(int(i)); ok {
			l.base = append(l.base, placedLabel{int(i), side})
			for k := range l.ends {
				l.boxes[k].add(l.rect(int(i), side, k))
			}
		}
	}
}

// rect is the box of a node's name at an end of the step, in pixels from the world's origin.
func (l *labels) rect(node int, s side, end int) Rect {
	n, zoom := &l.ix.s.Nodes[node], l.ends[end]
	return l.names.of(n).box(n, s, n.X*zoom, n.Y*zoom, radiusAt(n.radius(), zoom))
}

// margin is the room kept between names, in pixels.
const (
	marginX = 4
	marginY = 1
)

// best is the side of a node where its name covers no other name or node, and as few lines as possible.
func (l *labels) best(node int) (best side, ok bool) {
	least := math.Inf(1)
	for s := range sides {
		if sideCost[s] >= least {
			continue
		}
		if !l.free(node, s) {
			continue
		}
		if cost := sideCost[s] + l.crossed(node, s); cost < least {
			best, least, ok = s, cost, true
		}
	}
	return best, ok
}

// free reports whether there is room for a name on a side of its node.
func (l *labels) free(node int, s side) bool {
	for k := range l.ends {
		if !l.boxes[k].free(l.rect(node, s, k).grow(marginX, marginY), node) {
			return false
		}
	}
	return true
}

// crossed is what the lines that run through a name cost: any side without is better than one with.
func (l *labels) crossed(node int, at side) float64 {
	const most = 4 // beyond, one more line makes no difference
	s := l.ix.s
	n := 0.0
	r, zoom := l.rect(node, at, 0).grow(-2, -2), l.ends[0]
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
