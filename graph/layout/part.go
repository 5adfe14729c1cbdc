package layout

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
)

// part is a connected part of the graph on its way through the stages. Its nodes and edges are numbered anew.
type part struct {
	nodes  []int32 // by number in the part, the graph's
	edges  [][2]int32
	start  []int32 // neighbours of i are next[start[i]:start[i+1]]
	next   []int32
	ideal  []float64 // of each edge, its best length
	radius []float64
	hw, hh []float64 // half the room of node and name
	fixed  []bool
	held   bool // some node is fixed
	length float64
	aspect float64
	seed   uint64

	at    []Point
	stage stage
	count int // steps done in the stage
	try   int
	best  []Point
	score float64

	above *part   // the next coarser level of a large part, while it is worked on
	group []int32 // by node, its number there
	level int     // 0 is the graph itself

	terms []term
	speed []Point
	tree  tree
	push  []Point
}

type stage uint8

const (
	begin  stage = iota
	rising       // the coarser levels are worked on
	stressing
	forcing
	tidying
	finished
)

// Sizes: up to smallPart nodes all pairs are weighed; up to triedPart several beginnings are tried.
const (
	smallPart = 700
	triedPart = 120
	tries     = 10
)

// Steps of each stage.
const (
	stressSteps = 26
	forceSteps  = 80
	tidySteps   = 110
	clearSteps  = 60 // of them, those that also push nodes off lines: in a crowd that never comes to rest
)

func distinct(es [][2]int32) [][2]int32 {
	slices.SortFunc(es, func(a, b [2]int32) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return slices.Compact(es)
}

// split makes the parts, the largest first, ties by their first node.
func split(l *Layout) []*part {
	n := l.g.N
	root := make([]int32, n)
	for i := range root {
		root[i] = int32(i)
	}
	var find func(int32) int32
	find = func(i int32) int32 {
		for root[i] != i {
			root[i] = root[root[i]]
			i = root[i]
		}
		return i
	}
	for _, e := range l.g.Edges {
		a, b := find(e[0]), find(e[1])
		root[max(a, b)] = min(a, b)
	}
	number := make([]int32, n)
	byRoot := make([]*part, n)
	parts := []*part{}
	for i := range n {
		r := find(int32(i))
		p := byRoot[r]
		if p == nil {
			p = &part{length: l.o.Length, aspect: l.o.Aspect, seed: l.o.Seed ^ uint64(r)*0x9E3779B97F4A7C15}
			byRoot[r] = p
			parts = append(parts, p)
		}
		number[i] = int32(len(p.nodes))
		p.add(l, i)
	}
	for _, e := range l.g.Edges {
		p := byRoot[find(e[0])]
		p.edges = append(p.edges, [2]int32{number[e[0]], number[e[1]]})
	}
	slices.SortStableFunc(parts, func(a, b *part) int { return cmp.Compare(len(b.nodes), len(a.nodes)) })
	for _, p := range parts {
		p.link()
	}
	return parts
}

func (p *part) add(l *Layout, i int) {
	hw, hh := l.room(i)
	p.nodes = append(p.nodes, int32(i))
	p.at = append(p.at, l.at[i])
	p.radius = append(p.radius, l.radius(i))
	p.hw = append(p.hw, hw)
	p.hh = append(p.hh, hh)
	p.fixed = append(p.fixed, l.fixed[i])
	p.held = p.held || l.fixed[i]
}

// link makes the lists of neighbours and the edges' best lengths. In a small part they are longer where the ends have many
// neighbours that they do not share, to give a hub's ring room (after Gansner, Koren and North, 2004); in a large one
// that would blur its clusters.
func (p *part) link() {
	n := len(p.nodes)
	p.start = make([]int32, n+1)
	for _, e := range p.edges {
		p.start[e[0]+1]++
		p.start[e[1]+1]++
	}
	for i := range n {
		p.start[i+1] += p.start[i]
	}
	p.next = make([]int32, 2*len(p.edges))
	fill := slices.Clone(p.start[:n])
	for _, e := range p.edges {
		p.next[fill[e[0]]] = e[1]
		p.next[fill[e[1]]] = e[0]
		fill[e[0]]++
		fill[e[1]]++
	}
	mark := make([]int32, n)
	p.ideal = make([]float64, len(p.edges))
	for k, e := range p.edges {
		for _, v := range p.near(e[0]) {
			mark[v] = int32(k + 1)
		}
		common := 0
		for _, v := range p.near(e[1]) {
			if mark[v] == int32(k+1) {
				common++
			}
		}
		own := len(p.near(e[0])) + len(p.near(e[1])) - 2*common
		grow := min(max(0.6+0.15*math.Sqrt(float64(own)), 0.85), 2.6)
		if p.large() {
			grow = 1
		}
		p.ideal[k] = p.length*grow + p.radius[e[0]] + p.radius[e[1]] - 2*defaultRadius
	}
}

func (p *part) near(i int32) []int32 { return p.next[p.start[i]:p.start[i+1]] }

func (p *part) degree(i int32) int { return int(p.start[i+1] - p.start[i]) }

// large reports whether the part, or the part it is a coarser level of, is laid out by levels.
func (p *part) large() bool { return p.level > 0 || len(p.nodes) > smallPart }

func (p *part) finished() bool { return p.stage == finished }

// step does one step of the present stage and returns the longest way a node went.
func (p *part) step() float64 {
	before := slices.Clone(p.at)
	switch p.stage {
	case begin:
		p.prepare()
	case rising:
		if !p.above.finished() {
			return p.above.step()
		}
		p.descend()
		p.stage, p.count = forcing, 0
	case stressing:
		p.stress(p.count)
		p.advance(stressSteps, forcing)
	case forcing:
		p.force(p.count)
		p.advance(forceSteps, tidying)
		if p.stage == tidying && p.level > 0 {
			p.stage = finished
		} else if p.stage == tidying && !p.held {
			p.turn()
		}
	case tidying:
		if p.tidy() || p.count+1 == tidySteps {
			p.conclude()
		} else {
			p.count++
		}
	}
	moved := 0.0
	for i, q := range p.at {
		moved = max(moved, math.Hypot(q.X-before[i].X, q.Y-before[i].Y))
	}
	return max(moved, math.SmallestNonzeroFloat64)
}

func (p *part) advance(steps int, next stage) {
	p.count++
	if p.count >= steps {
		p.stage, p.count = next, 0
	}
}

// prepare begins a try: nodes that are not fixed are thrown near the fixed ones they hang on, or anywhere.
func (p *part) prepare() {
	n := len(p.nodes)
	if n == 1 {
		p.stage, p.best = finished, p.at
		return
	}
	if n > smallPart {
		p.coarsen()
		p.stage = rising
		return
	}
	rnd := p.random(0)
	spread := p.length * math.Sqrt(float64(n))
	center := p.center()
	for i := range p.at {
		if !p.fixed[i] {
			p.at[i] = Point{center.X + (rnd.Float64()-0.5)*spread, center.Y + (rnd.Float64()-0.5)*spread}
		}
	}
	if p.terms == nil {
		p.weigh()
	}
	p.speed = make([]Point, n)
	p.stage, p.count = stressing, 0
}

// random is the source of chance of one round of one try.
func (p *part) random(round int) *rand.Rand {
	return rand.New(rand.NewPCG(p.seed, uint64(p.try)<<32|uint64(round)))
}

// center is the middle of the fixed nodes, or the origin.
func (p *part) center() Point {
	var c Point
	n := 0.0
	for i, f := range p.fixed {
		if f {
			c.X += p.at[i].X
			c.Y += p.at[i].Y
			n++
		}
	}
	if n == 0 {
		return c
	}
	return Point{c.X / n, c.Y / n}
}

// conclude ends a try: the best so far is kept, and the next begun if there is one.
func (p *part) conclude() {
	n := len(p.nodes)
	if n > triedPart || n < 4 {
		p.best, p.stage = p.at, finished
		return
	}
	if s := p.rate(); p.best == nil || s < p.score {
		p.best, p.score = slices.Clone(p.at), s
	}
	p.try++
	if p.try == tries {
		p.at, p.stage = p.best, finished
		return
	}
	p.stage = begin
}

func (p *part) copyTo(at []Point) {
	for i, v := range p.nodes {
		at[v] = p.at[i]
	}
}
