package model

import (
	"math"

	"skein/graph"
	"skein/graph/layout"
	"skein/graph/schema"
	"skein/gui/scene"
)

// Scene is the picture as shapes: a pure function of picture, selection and news. Nodes and edges keep the picture's
// order, so that the edge at index i is Picture.Lines[i].
func (s *State) Scene() *scene.Scene {
	out := Draw(s.Picture)
	fresh := map[graph.ID]bool{}
	for _, id := range s.News.Entities {
		fresh[id] = true
	}
	picked := map[graph.ID]bool{}
	for _, id := range s.Selection.Entities {
		picked[id] = true
	}
	for i := range out.Nodes {
		n := &out.Nodes[i]
		n.Selected, n.New = picked[n.ID], fresh[n.ID]
	}
	claims := s.Snap.Claims()
	news := map[graph.ID]bool{}
	for _, id := range s.News.Claims {
		news[id] = true
	}
	lit := map[Edge]bool{}
	for _, e := range append(s.Chained(), s.Selection.Edge) {
		lit[e] = true
	}
	labels := map[graph.Predicate]string{}
	for _, p := range schema.Predicates() {
		labels[p.Predicate] = p.Label
	}
	some := len(lit) > 1 || s.Selection.Edge != (Edge{})
	for i := range out.Edges {
		l := &s.Picture.Lines[i]
		e := &out.Edges[i]
		e.IDs = make([]graph.ID, len(l.Claims))
		for k, ci := range l.Claims {
			e.IDs[k] = claims[ci].ID
			e.New = e.New || len(news) > 0 && news[e.IDs[k]]
		}
		e.Selected = some && lit[s.Picture.Edge(*l)]
		e.Label = labels[claims[l.Claims[0]].Predicate] // of several relations the first, as read from its subject
	}
	return out
}

// Draw is the picture without a selection.
func Draw(p Picture) *scene.Scene {
	out := &scene.Scene{Nodes: make([]scene.Node, len(p.Nodes)), Edges: make([]scene.Edge, len(p.Lines))}
	for i, n := range p.Nodes {
		out.Nodes[i] = scene.Node{ID: n.ID, Label: n.Name, Kind: n.Kind, Echelon: n.Echelon, X: n.X, Y: n.Y,
			Radius: radius(n.Weight), Weight: float64(n.Weight), Hollow: n.Planned, Pinned: n.Pinned, More: n.More}
	}
	for i, l := range p.Lines {
		e := scene.Edge{From: l.A, To: l.B, Modality: l.Modality, Disputed: l.Disputed, Count: len(l.Claims)}
		if l.Back && !l.There {
			e.From, e.To = l.B, l.A
		}
		e.Directed = l.There != l.Back
		out.Edges[i] = e
	}
	return out
}

// radius grows with the root of what is claimed about a node: twice the claims are not twice the width.
func radius(weight int) float64 {
	return math.Min(9.5+1.6*math.Sqrt(float64(weight)), 21)
}

// Run works out the arrangement. It may take a while; it needs nothing but the job.
func (j Job) Run() []graph.Placement {
	g := layout.Graph{N: len(j.IDs)}
	for _, l := range j.Links {
		g.Edges = append(g.Edges, [2]int32{int32(l[0]), int32(l[1])})
	}
	o := layout.Options{Length: ring, Aspect: 1.2}
	for i, old := range j.Old {
		o.At = append(o.At, layout.Point{X: old.X, Y: old.Y})
		o.Fixed = append(o.Fixed, j.Fixed[i])
		g.Width = append(g.Width, j.Widths[i])
	}
	points := layout.New(g, o).Run()
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

// nameWidth is about how wide a name is written, in units of the plane.
func nameWidth(name string) float64 { return math.Min(float64(len([]rune(name)))*6.2, 150) }
