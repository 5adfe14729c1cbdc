package model

import (
	"math"

	"skein/graph"
)

// Distances of the plane, in its units.
const (
	ring    = 150.0 // from an entity to what is brought beside it
	reach   = 96.0  // what two neighbours keep from each other, so that names fit between them
	flatten = 0.62  // names are wide: a step sideways counts less than one up or down
)

// ground is the plane with what stands on it. Nothing on it is ever moved.
type ground struct {
	near  map[cell][]point // by the square of the plane it stands in
	where map[graph.ID]point
	sum   point // of all points
}

type point struct{ x, y float64 }

// cell is a square of the plane, as wide as the farthest two things can crowd each other.
type cell struct{ x, y int }

const side = reach / flatten

func cellOf(p point) cell { return cell{int(math.Floor(p.x / side)), int(math.Floor(p.y / side))} }

// ground takes in all that stands, hidden things too: they may come back.
func (s *State) ground() *ground {
	g := &ground{near: map[cell][]point{}, where: make(map[graph.ID]point, len(s.Placed))}
	for _, id := range sortedIDs(s.Placed) { // in order, since sums of floats depend on it
		p := s.Placed[id]
		g.put(id, point{p.X, p.Y})
	}
	return g
}

func (g *ground) put(id graph.ID, p point) {
	c := cellOf(p)
	g.near[c] = append(g.near[c], p)
	g.where[id] = p
	g.sum.x += p.x
	g.sum.y += p.y
}

// beside finds places for newcomers around an anchor: near it, nearer still to others they are linked to, clear of what
// stands. The same ground and the same newcomers give the same places.
func (g *ground) beside(s *State, anchor graph.ID, ids []graph.ID) []graph.Placement {
	var out []graph.Placement
	for _, id := range ids {
		if old, ok := s.Placed[id]; ok { // was hidden: comes back where it stood
			old.Hidden = false
			out = append(out, old)
			continue
		}
		p := g.best(g.pull(s, anchor, id), len(ids))
		g.put(id, p)
		out = append(out, graph.Placement{Entity: id, X: p.x, Y: p.y})
	}
	return out
}

// pull is the point a newcomer would like to be near: the middle of what it is linked to, the anchor counting as most.
func (g *ground) pull(s *State, anchor, id graph.ID) point {
	at, ok := g.where[anchor]
	if !ok {
		at = g.middle()
	}
	x, y, w := at.x*3, at.y*3, 3.0
	i, ok := s.Snap.Entity(id)
	if !ok {
		return at
	}
	for _, n := range s.View.Neighbours(i) {
		if p, ok := g.where[s.Snap.Entities()[n.Entity].ID]; ok && math.Hypot(p.x-at.x, p.y-at.y) < 6*ring {
			x, y, w = x+p.x, y+p.y, w+1
		}
	}
	return point{x / w, y / w}
}

// middle is the mean of all that stands.
func (g *ground) middle() point {
	n := float64(max(len(g.where), 1))
	return point{math.Round(g.sum.x / n), math.Round(g.sum.y / n)}
}

// best is the freest place on rings around a point for one of n newcomers, the nearest of equally free ones.
func (g *ground) best(around point, n int) point {
	const spokes = 36
	out := g.middle()
	away := 0.0
	if len(g.where) > 1 && out != around {
		away = math.Atan2(around.y-out.y, around.x-out.x)
	}
	best, cost := around, math.Inf(1)
	if len(g.where) == 0 {
		return around
	}
	for r := ring * 0.8; r < ring*(4+float64(n)/8); r += ring * 0.35 {
		for a := range spokes {
			// alternately left and right of the direction that leads away from the middle
			turn := float64((a+1)/2) * 2 * math.Pi / spokes
			if a%2 == 1 {
				turn = -turn
			}
			p := point{around.x + r*math.Cos(away+turn), around.y + r*math.Sin(away+turn)*0.86}
			c := g.crowd(p)*4 + r/ring + 0.35*math.Abs(turn)/math.Pi
			if c < cost-1e-9 {
				best, cost = p, c
			}
		}
		if cost < r/ring+1 {
			break // no farther ring can be better
		}
	}
	return point{math.Round(best.x), math.Round(best.y)}
}

// crowd is how much a place is taken: 0 when nothing is within reach, 1 and more when something stands on it.
func (g *ground) crowd(p point) float64 {
	sum := 0.0
	c := cellOf(p)
	for x := c.x - 1; x <= c.x+1; x++ {
		for y := c.y - 1; y <= c.y+1; y++ {
			for _, q := range g.near[cell{x, y}] {
				d := math.Hypot((p.x-q.x)*flatten, p.y-q.y)
				if d < reach {
					sum += (reach - d) / reach
				}
			}
		}
	}
	return sum
}
