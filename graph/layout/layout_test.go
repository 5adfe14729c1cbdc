package layout

import (
	"math"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"
)

// clustered is a graph of clusters of size nodes, dense within, with one edge from each to another.
func clustered(clusters, size int, seed uint64) Graph {
	r := rand.New(rand.NewPCG(seed, 2))
	g := Graph{N: clusters * size}
	for i := range g.N {
		own := i / size * size
		for range 3 {
			g.Edges = append(g.Edges, [2]int32{int32(i), int32(own + r.IntN(size))})
		}
		if i%size == 0 && i > 0 {
			g.Edges = append(g.Edges, [2]int32{int32(i), int32(r.IntN(i))})
		}
	}
	return g
}

func star(n int) Graph {
	g := Graph{N: n}
	for i := 1; i < n; i++ {
		g.Edges = append(g.Edges, [2]int32{0, int32(i)})
	}
	return g
}

func chain(n int) Graph {
	g := Graph{N: n}
	for i := 1; i < n; i++ {
		g.Edges = append(g.Edges, [2]int32{int32(i - 1), int32(i)})
	}
	return g
}

// shapes are graphs of the kinds that layouts trip over.
func shapes() map[string]Graph {
	named := Graph{N: 40, Edges: star(20).Edges}
	for i := range named.N {
		named.Radius = append(named.Radius, 10+float64(i%9))
		named.Width = append(named.Width, float64(i%5)*35)
	}
	return map[string]Graph{
		"nothing":       {},
		"one":           {N: 1},
		"two":           {N: 2, Edges: [][2]int32{{0, 1}, {1, 0}, {0, 1}, {0, 0}}},
		"no edges":      {N: 60},
		"edges to none": {N: 3, Edges: [][2]int32{{0, 9}, {-1, 2}, {1, 2}, {math.MaxInt32, math.MinInt32}}},
		"bad sizes":     {N: 3, Edges: [][2]int32{{0, 1}}, Radius: []float64{math.NaN(), -5}, Width: []float64{math.Inf(1), math.NaN()}},
		"names":         named,
		"web":           web(150, 1),
		"large web":     web(1000, 2),
		"star":          star(90),
		"large star":    star(1200),
		"chain":         chain(60),
		"large chain":   chain(1200),
		"clusters":      clustered(9, 25, 1),
	}
}

func TestFiniteAndApart(t *testing.T) {
	for name, g := range shapes() {
		t.Run(name, func(t *testing.T) {
			at := New(g, Options{}).Run()
			if len(at) != g.N {
				t.Fatalf("%d places for %d nodes", len(at), g.N)
			}
			met := map[Point]int{}
			for i, p := range at {
				if !finite(p.X) || !finite(p.Y) {
					t.Fatalf("node %d is at %v", i, p)
				}
				if j, there := met[p]; there {
					t.Errorf("%d and %d are both at %v", i, j, p)
				}
				met[p] = i
			}
		})
	}
}

// TestWildOptions must not lead to places that are none.
func TestWildOptions(t *testing.T) {
	g := web(30, 1)
	nan, inf := math.NaN(), math.Inf(1)
	for _, o := range []Options{{Length: nan}, {Length: -1}, {Length: inf}, {Aspect: nan}, {Aspect: 1e-9}, {Aspect: inf},
		{At: []Point{{nan, 0}, {1, inf}, {7, 7}}, Fixed: []bool{true, true, true, true}}, {At: nil, Fixed: []bool{true}},
		{At: make([]Point, 99), Fixed: slices.Repeat([]bool{true}, 99)}} {
		for i, p := range New(g, o).Run() {
			if !finite(p.X) || !finite(p.Y) {
				t.Fatalf("%+v: node %d is at %v", o, i, p)
			}
		}
	}
}

// TestSameSeedSamePlaces compares runs on one core and on all, in steps of other sizes.
func TestSameSeedSamePlaces(t *testing.T) {
	for name, g := range shapes() {
		want := New(g, Options{Seed: 5}).Run()
		before := runtime.GOMAXPROCS(1)
		l := New(g, Options{Seed: 5})
		for !l.Done() {
			l.Step(7)
		}
		runtime.GOMAXPROCS(before)
		if !slices.Equal(l.Positions(), want) {
			t.Errorf("%s: two runs differ", name)
		}
	}
	if g := web(150, 1); slices.Equal(New(g, Options{Seed: 5}).Run(), New(g, Options{Seed: 6}).Run()) {
		t.Error("another seed gives the same picture")
	}
}

func TestFixedStay(t *testing.T) {
	for name, g := range shapes() {
		r := rand.New(rand.NewPCG(3, 3))
		o := Options{At: make([]Point, g.N), Fixed: make([]bool, g.N)}
		for i := range g.N {
			o.At[i] = Point{r.NormFloat64() * 500, r.NormFloat64() * 500}
			o.Fixed[i] = r.IntN(3) == 0
		}
		for i, p := range New(g, o).Run() {
			if o.Fixed[i] && p != o.At[i] {
				t.Fatalf("%s: node %d went from %v to %v", name, i, o.At[i], p)
			}
		}
	}
}

// nearness is how far apart the ends of edges are on average, in parts of the distance of all pairs.
func nearness(g Graph, at []Point) float64 {
	d := func(a, b int32) float64 { return math.Hypot(at[a].X-at[b].X, at[a].Y-at[b].Y) }
	r := rand.New(rand.NewPCG(1, 1))
	edges, pairs := 0.0, 0.0
	for _, e := range g.Edges {
		edges += d(e[0], e[1]) / float64(len(g.Edges))
		pairs += d(int32(r.IntN(g.N)), int32(r.IntN(g.N))) / float64(len(g.Edges))
	}
	return edges / pairs
}

func TestNeighboursNearerThanStrangers(t *testing.T) {
	for _, test := range []struct {
		name string
		g    Graph
		most float64
	}{
		{"web", web(150, 1), 0.6}, {"large web", web(1000, 2), 0.6}, {"chain", chain(60), 0.4}, {"large chain", chain(1200), 0.1},
		{"clusters", clustered(9, 25, 1), 0.4}, {"large clusters", clustered(60, 30, 1), 0.25},
	} {
		if got := nearness(test.g, New(test.g, Options{}).Run()); got > test.most {
			t.Errorf("%s: edges are %.2f of the average distance long", test.name, got)
		}
	}
}

// TestClustersStandTogether counts for each node how many of the nearest are of its own cluster.
func TestClustersStandTogether(t *testing.T) {
	for _, clusters := range []int{9, 60} {
		const size, near = 30, 8
		g := clustered(clusters, size, 4)
		at := New(g, Options{}).Run()
		own := 0
		order := make([]int, g.N)
		for i := range at {
			for j := range order {
				order[j] = j
			}
			d := func(j int) float64 { return math.Hypot(at[i].X-at[j].X, at[i].Y-at[j].Y) }
			slices.SortFunc(order, func(a, b int) int {
				if d(a) < d(b) {
					return -1
				}
				return 1
			})
			for _, j := range order[1 : near+1] {
				if j/size == i/size {
					own++
				}
			}
		}
		if share := float64(own) / float64(g.N*near); share < 0.85 {
			t.Errorf("%d clusters: of the nearest nodes %.2f are of the own cluster", clusters, share)
		}
	}
}

// overlaps counts pairs of nodes whose rooms, names included, overlap by more than a little.
func overlaps(l *Layout, at []Point) int {
	n := 0
	for i := range at {
		wi, hi := l.room(i)
		for j := range i {
			wj, hj := l.room(j)
			if wi+wj-math.Abs(at[i].X-at[j].X) > 3 && hi+hj-math.Abs(at[i].Y-at[j].Y) > 3 {
				n++
			}
		}
	}
	return n
}

func TestRoomForNames(t *testing.T) {
	for _, n := range []int{12, 30, 80, 200} {
		g := web(n, 3)
		for i := range n {
			g.Radius = append(g.Radius, 11+float64(i%7))
			g.Width = append(g.Width, 30+float64(i%6)*22)
		}
		l := New(g, Options{})
		if got := overlaps(l, l.Run()); got > n/25 {
			t.Errorf("%d nodes: %d overlaps", n, got)
		}
	}
}

// TestPartsLieApart packs parts of all sizes: none lies in another, and all together are about as wide as the viewport.
func TestPartsLieApart(t *testing.T) {
	for _, aspect := range []float64{0.7, 1.5, 2.5} {
		var g Graph
		var parts [][2]int
		for i := range 30 {
			first, size := g.N, 1+i%12
			g.N += size
			parts = append(parts, [2]int{first, g.N})
			for k := first + 1; k < g.N; k++ {
				g.Edges = append(g.Edges, [2]int32{int32(first + (k-first)/2), int32(k)})
			}
		}
		l := New(g, Options{Aspect: aspect})
		at := l.Run()
		boxOf := func(from, to int) box {
			b := box{math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)}
			for i := from; i < to; i++ {
				w, h := l.room(i)
				b = b.with(box{at[i].X - w, at[i].Y - h, at[i].X + w, at[i].Y + h})
			}
			return b
		}
		for i, p := range parts {
			for _, q := range parts[:i] {
				if boxOf(p[0], p[1]).meets(boxOf(q[0], q[1])) {
					t.Errorf("aspect %v: the parts from %d and %d overlap", aspect, p[0], q[0])
				}
			}
		}
		all := boxOf(0, g.N)
		if got := (all.x1 - all.x0) / (all.y1 - all.y0); got < aspect/1.6 || got > aspect*1.6 {
			t.Errorf("aspect %v: the picture's is %.2f", aspect, got)
		}
	}
}

func TestStep(t *testing.T) {
	l := New(web(40, 1), Options{})
	if l.Done() || l.Step(1) <= 0 || l.Done() {
		t.Fatal("done before it began")
	}
	steps := 0
	for ; !l.Done(); steps++ {
		if moved := l.Step(1); moved <= 0 && !l.Done() {
			t.Fatal("nothing moved before the end")
		}
		if steps > 10_000 {
			t.Fatal("never done")
		}
	}
	at := l.Positions()
	if l.Step(50) != 0 || !slices.Equal(l.Positions(), at) {
		t.Error("moved after the end")
	}
}
