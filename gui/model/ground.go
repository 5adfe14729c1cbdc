package model

import (
	"math"
	"slices"

	"skein/graph"
	"skein/graph/layout"
)

// ring is the distance from an entity to what it is linked to, in the plane's units.
const ring = 115.0

// ground is the plane with what stands on it. Nothing on it is ever moved.
type ground struct {
	board *layout.Board
	where map[graph.ID]int // numbers on the board
}

// ground takes in all that stands, hidden things too: they may come back. Of lines it knows those that are seen.
func (s *State) ground() *ground {
	g := &ground{layout.NewBoard(layout.Options{Length: ring}), make(map[graph.ID]int, len(s.Placed))}
	for _, id := range sortedIDs(s.Placed) { // in order, since ties are broken by it
		p := s.Placed[id]
		n, _ := s.Picture.Node(id)
		g.where[id] = g.board.Put(layout.Point{X: p.X, Y: p.Y}, radius(n.Weight), nameWidth(n.Name))
	}
	for _, l := range s.Picture.Lines {
		a, okA := g.where[s.Picture.Nodes[l.A].ID]
		b, okB := g.where[s.Picture.Nodes[l.B].ID]
		if okA && okB { // else it stands under an id that was joined to its own
			g.board.Link(a, b)
		}
	}
	return g
}

// beside finds places for newcomers around an anchor: near it and others they are linked to, clear of what stands. The
// same ground and the same newcomers give the same places.
func (g *ground) beside(s *State, anchor graph.ID, ids []graph.ID) []graph.Placement {
	var out []graph.Placement
	for _, id := range ids {
		if old, ok := s.placement(id); ok { // was hidden: comes back where it stood
			old.Hidden = false
			out = append(out, old)
			continue
		}
		i := g.board.Beside(g.links(s, anchor, id), radius(1), nameWidth(s.Name(id)))
		g.where[id] = i
		p := g.board.At(i)
		out = append(out, graph.Placement{Entity: id, X: math.Round(p.X), Y: math.Round(p.Y)})
	}
	return out
}

// links are what a newcomer is linked to: the anchor first, then those of its neighbours that are not far from it.
func (g *ground) links(s *State, anchor, id graph.ID) []int {
	var to []int
	from, anchored := g.where[anchor]
	if anchored {
		to = append(to, from)
	}
	i, ok := s.Snap.Entity(id)
	if !ok {
		return to
	}
	for _, n := range s.View.Neighbours(i) {
		k, stands := g.where[s.Snap.Entities()[n.Entity].ID]
		if !stands || slices.Contains(to, k) {
			continue
		}
		if a, b := g.board.At(from), g.board.At(k); !anchored || math.Hypot(a.X-b.X, a.Y-b.Y) < 6*ring {
			to = append(to, k)
		}
	}
	return to
}
