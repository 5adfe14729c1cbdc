package model

import (
	"cmp"
	"slices"

	"skein/graph"
	"skein/graph/snapshot"
)

// Node is an entity on the canvas.
type Node struct {
	ID      graph.ID
	Index   int // in the snapshot
	Name    string
	Kind    graph.Kind
	Type    graph.Type
	X, Y    float64
	Pinned  bool
	Planned bool   // an event that is not told as having happened
	Echelon string // of a unit, else ""
	Weight  int    // claims that pass the filters
	More    int    // neighbours that expanding would bring
}

// Line is all claims between two entities on the canvas.
type Line struct {
	A, B     int // indexes into Nodes; A's id is the lesser
	Claims   []int32
	Modality graph.Modality // the strongest of its claims'
	Disputed bool
	There    bool // some claim reads from A to B
	Back     bool // some claim reads from B to A
}

// Picture is what stands on the canvas: placed, not hidden, through the filters. Nodes are sorted by id, lines by ends.
type Picture struct {
	Nodes []Node
	Lines []Line
	Stamp int // differs when anything does
	at    map[graph.ID]int
}

// Node finds a node by its entity.
func (p Picture) Node(id graph.ID) (Node, bool) {
	if i, ok := p.at[id]; ok {
		return p.Nodes[i], true
	}
	return Node{}, false
}

// Edge is what a line is called.
func (p Picture) Edge(l Line) Edge { return EdgeOf(p.Nodes[l.A].ID, p.Nodes[l.B].ID) }

func (p Picture) ids() []graph.ID {
	ids := make([]graph.ID, len(p.Nodes))
	for i, n := range p.Nodes {
		ids[i] = n.ID
	}
	return ids
}

// paint works out the picture; when nothing it depends on has changed it is the one there was.
func (s *State) paint() Picture {
	key := paintKey{s.View, s.moves}
	if s.Picture.Stamp > 0 && key == s.painted {
		return s.Picture
	}
	s.painted = key
	p := Picture{Stamp: s.Picture.Stamp + 1, at: make(map[graph.ID]int, len(s.Placed))}
	spots := s.spots()
	s.Hidden = 0
	for _, pl := range s.Placed {
		if pl.Hidden {
			s.Hidden++
		}
	}
	for _, spot := range spots {
		if !spot.Hidden && s.View.HasEntity(spot.index) {
			p.Nodes = append(p.Nodes, s.node(spot))
		}
	}
	slices.SortFunc(p.Nodes, func(a, b Node) int { return cmp.Compare(a.ID, b.ID) })
	for i, n := range p.Nodes {
		p.at[n.ID] = i
	}
	s.link(&p, spots)
	return p
}

// paintKey is what a picture depends on.
type paintKey struct {
	view  *snapshot.View
	moves int
}

// spot is a placement with the entity that stands there.
type spot struct {
	graph.Placement
	index int
}

// spots are the placements of entities there are, one for each, by entity index. Of entities that were joined the one
// whose id stays decides where they stand, else the first by id.
func (s *State) spots() map[int]spot {
	out := make(map[int]spot, len(s.Placed))
	entities := s.Snap.Entities()
	for id, p := range s.Placed {
		i, ok := s.Snap.Entity(id)
		if !ok {
			continue
		}
		old, taken := out[i]
		if !taken || id == entities[i].ID || (old.Entity != entities[i].ID && id < old.Entity) {
			out[i] = spot{p, i}
		}
	}
	return out
}

func (s *State) node(at spot) Node {
	e := s.Snap.Entities()[at.index]
	return Node{
		ID: e.ID, Index: at.index, Name: e.Name, Kind: KindOf(e), Type: e.Type, X: at.X, Y: at.Y, Pinned: at.Pinned,
		Planned: KindOf(e) == graph.Event && e.Modality != "" && e.Modality != graph.Asserted,
		Echelon: attribute(e.Attributes, "echelon"),
	}
}

func attribute(list []graph.Attribute, name string) string {
	for _, a := range list {
		if a.Name == name {
			return a.Value
		}
	}
	return ""
}

// link adds the lines, and to each node its weight and what is more.
func (s *State) link(p *Picture, spots map[int]spot) {
	claims, entities := s.Snap.Claims(), s.Snap.Entities()
	lines := map[[2]int]*Line{}
	for a := range p.Nodes {
		n := &p.Nodes[a]
		missing := map[int]bool{}
		for _, ci := range s.Snap.ClaimsOf(n.Index) {
			c := &claims[ci]
			if !s.View.HasClaim(int(ci)) {
				continue
			}
			n.Weight++
			other := c.From + c.To - n.Index
			if c.To < 0 || other == n.Index || !s.View.HasEntity(other) {
				continue
			}
			if _, placed := spots[other]; !placed {
				missing[other] = true
				continue
			}
			b, visible := p.at[entities[other].ID]
			if !visible || b < a {
				continue
			}
			l := lines[[2]int{a, b}]
			if l == nil {
				l = &Line{A: a, B: b, Modality: c.Modality}
				lines[[2]int{a, b}] = l
			}
			l.add(ci, c, n.Index)
		}
		n.More = len(missing)
	}
	for _, l := range lines {
		p.Lines = append(p.Lines, *l)
	}
	slices.SortFunc(p.Lines, func(x, y Line) int { return cmp.Or(cmp.Compare(x.A, y.A), cmp.Compare(x.B, y.B)) })
}

func (l *Line) add(ci int32, c *snapshot.Claim, from int) {
	l.Claims = append(l.Claims, ci)
	l.Disputed = l.Disputed || c.Disputed
	order := graph.Modalities()
	if slices.Index(order, c.Modality) < slices.Index(order, l.Modality) {
		l.Modality = c.Modality
	}
	if c.From == from {
		l.There = true
	} else {
		l.Back = true
	}
}
