package model

import (
	"math"
	"slices"

	"skein/graph"
	"skein/graph/layout"
)

// Job is an arrangement to be worked out: entities with where they stand, and the links among them.
type Job struct {
	IDs    []graph.ID
	Old    []graph.Placement // parallel to IDs; the zero value for newcomers
	Fixed  []bool            // these stay
	Widths []float64         // of their names
	Links  [][2]int          // indexes into IDs
}

// job collects the entities named, with the links between them that pass the filters. Placed ones keep their place
// when they are pinned.
func (s *State) job(ids []graph.ID) Job {
	j := Job{}
	at := map[int]int{}
	for _, id := range ids {
		i, ok := s.Snap.Entity(id)
		if _, double := at[i]; !ok || double {
			continue
		}
		at[i] = len(j.IDs)
		old := s.Placed[id]
		j.IDs = append(j.IDs, id)
		j.Old = append(j.Old, old)
		j.Fixed = append(j.Fixed, old.Pinned)
		j.Widths = append(j.Widths, nameWidth(s.Name(id)))
	}
	claims := s.Snap.Claims()
	for k, id := range j.IDs {
		i, _ := s.Snap.Entity(id)
		for _, ci := range s.Snap.ClaimsOf(i) {
			c := &claims[ci]
			if c.From != i || c.To < 0 || !s.View.HasClaim(int(ci)) {
				continue
			}
			if to, ok := at[c.To]; ok && to != k {
				j.Links = append(j.Links, [2]int{k, to})
			}
		}
	}
	return j
}

// Run works out the arrangement: all but the fixed ones get new places. It may take a while; it needs nothing but the job.
func (j Job) Run() []graph.Placement {
	g, o := j.plane()
	return j.placements(layout.New(g, o).Run())
}

// plane is the job as the layout sees it.
func (j Job) plane() (layout.Graph, layout.Options) {
	g := layout.Graph{N: len(j.IDs), Width: j.Widths}
	for _, l := range j.Links {
		g.Edges = append(g.Edges, [2]int32{int32(l[0]), int32(l[1])})
	}
	o := layout.Options{Length: 150, Aspect: 1.35, Fixed: j.Fixed}
	for _, old := range j.Old {
		o.At = append(o.At, layout.Point{X: old.X, Y: old.Y})
	}
	return g, o
}

// placements are the entities at their points; fixed ones stay as they are.
func (j Job) placements(points []layout.Point) []graph.Placement {
	out := make([]graph.Placement, len(j.IDs))
	for i, id := range j.IDs {
		p := j.Old[i]
		p.Entity = id
		if !j.Fixed[i] {
			p.X, p.Y = math.Round(points[i].X), math.Round(points[i].Y)
		}
		out[i] = p
	}
	return out
}

// beside finds places for entities that come onto the canvas, each beside what it is linked to, those with a link to what
// already stands first. Nothing that stands moves, and what is hidden keeps its ground: it comes back where it stood.
func (s *State) beside(ids []graph.ID) []graph.Placement {
	j := s.job(append(slices.Clone(ids), sortedIDs(s.Placed)...))
	near := make([][]int, len(j.IDs))
	for _, l := range j.Links {
		near[l[0]], near[l[1]] = append(near[l[0]], l[1]), append(near[l[1]], l[0])
	}
	_, o := j.plane()
	board, on := layout.NewBoard(o), make([]int, len(j.IDs)) // index in the job → number on the board, or -1
	linked := func(i int) []int {
		var to []int
		for _, k := range near[i] {
			if on[k] >= 0 {
				to = append(to, on[k])
			}
		}
		return to
	}
	var out []graph.Placement
	var fresh []int
	for i, id := range j.IDs {
		on[i] = -1
		p, stands := s.Placed[id]
		switch asked := i < len(ids) && slices.Contains(ids, id); {
		case !stands:
			fresh = append(fresh, i)
			continue
		case asked:
			p.Hidden = false
			out = append(out, p)
		}
		on[i] = board.Put(layout.Point{X: p.X, Y: p.Y}, 0, j.Widths[i])
		for _, k := range linked(i) {
			board.Link(on[i], k)
		}
	}
	for len(fresh) > 0 {
		at := max(slices.IndexFunc(fresh, func(i int) bool { return linked(i) != nil }), 0)
		i := fresh[at]
		fresh = slices.Delete(fresh, at, at+1)
		on[i] = board.Beside(linked(i), 0, j.Widths[i])
		p := board.At(on[i])
		out = append(out, graph.Placement{Entity: j.IDs[i], X: math.Round(p.X), Y: math.Round(p.Y)})
	}
	return out
}

// nameWidth is about how wide a name is written, in units of the plane.
func nameWidth(name string) float64 { return math.Min(float64(len([]rune(name)))*6.2, 150) }
