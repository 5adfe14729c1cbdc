package layout

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

// boardOf is a board with a layout of a web on it.
func boardOf(n int, seed uint64) (*Board, []Point) {
	g := web(n, seed)
	at := New(g, Options{}).Run()
	b := NewBoard(Options{})
	for _, p := range at {
		b.Put(p, 0, 60)
	}
	for _, e := range g.Edges {
		b.Link(int(e[0]), int(e[1]))
	}
	return b, at
}

// TestBeside adds nodes to a picture: those that stand stay, the new ones stand beside their neighbours and on nobody.
func TestBeside(t *testing.T) {
	for _, fresh := range []int{1, 6, 40} {
		t.Run(fmt.Sprint(fresh), func(t *testing.T) {
			const old = 60
			place := func() ([]Point, int) {
				b, at := boardOf(old, 7)
				r := rand.New(rand.NewPCG(2, 2))
				far := 0
				for range fresh {
					to := []int{r.IntN(old)}
					if r.IntN(3) == 0 {
						to = append(to, r.IntN(len(b.nodes)), -1, 9999)
					}
					i := b.Beside(to, 11, 90)
					if p, q := b.At(i), b.At(to[0]); math.Hypot(p.X-q.X, p.Y-q.Y) > 4*defaultLength {
						far++
					}
				}
				all := make([]Point, len(b.nodes))
				for i := range all {
					all[i] = b.At(i)
				}
				if !slices.Equal(all[:old], at) {
					t.Error("what stood was moved")
				}
				return all, far
			}
			all, far := place()
			if far > fresh/4 {
				t.Errorf("%d of %d new edges are long", far, fresh)
			}
			for i := old; i < len(all); i++ {
				for j := range i {
					if d := math.Hypot(all[i].X-all[j].X, all[i].Y-all[j].Y); !(d >= 2*defaultRadius) {
						t.Errorf("%d is at %v, %d at %v", i, all[i], j, all[j])
					}
				}
			}
			if again, _ := place(); !slices.Equal(again, all) {
				t.Error("placed again, other places")
			}
		})
	}
}

// TestRoomOnTheBoard has a hub with a free side, a line that must not be stood on, and one that must not be crossed.
func TestRoomOnTheBoard(t *testing.T) {
	b := NewBoard(Options{Length: 100})
	hub := b.Put(Point{}, 11, 40)
	for _, p := range []Point{{-100, 0}, {-80, 60}, {-80, -60}} {
		b.Link(hub, b.Put(p, 11, 40))
	}
	b.Link(b.Put(Point{60, -300}, 11, 0), b.Put(Point{60, 300}, 11, 0)) // a wall
	p := b.At(b.Beside([]int{hub}, 11, 30))
	if p.X > 45 || p.X < -60 || math.Abs(p.Y) < 50 {
		t.Errorf("placed at %v: the free side lies between the others and the wall", p)
	}
	between := b.At(b.Beside([]int{hub, b.Put(Point{0, 400}, 11, 40)}, 11, 30))
	if between.Y < 80 || between.Y > 330 {
		t.Errorf("of two neighbours at (0, 0) and (0, 400) it is at %v", between)
	}
}

// TestBoardOfStrangers adds nodes without links, to nothing and to a picture: they stand around it, apart.
func TestBoardOfStrangers(t *testing.T) {
	b := NewBoard(Options{Length: math.NaN(), Aspect: -1})
	b.Put(Point{math.NaN(), 3}, math.Inf(1), math.NaN())
	if p := b.At(b.Beside([]int{0}, 11, 40)); p != (Point{}) {
		t.Errorf("the first is at %v", p)
	}
	for range 12 {
		b.Beside(nil, 11, 40)
	}
	for i := 1; i < len(b.nodes); i++ {
		for j := 1; j < i; j++ {
			if p, q := b.At(i), b.At(j); !(math.Hypot(p.X-q.X, p.Y-q.Y) >= 2*defaultRadius) {
				t.Errorf("%d is at %v, %d at %v", i, p, j, q)
			}
		}
	}
}
