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
}

// Node finds a node by its entity.
func (p Picture) Node(id graph.ID) (Node, bool) {
	i, ok := slices.BinarySearchFunc(p.Nodes, id, func(n Node, id graph.ID) int { return cmp.Compare(n.ID, id) })
	if !ok {
		return Node{}, false
	}
	return p.Nodes[i], true
}

// Edge is what a line is called.
func (p Picture) Edge(l Line) Edge { return Edge{p.Nodes[l.A].ID, p.Nodes[l.B].ID} }

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
	p := Picture{Stamp: s.Picture.Stamp + 1}
	place := make([]int32, len(s.Snap.Entities()))
	for i := range place {
		place[i] = nowhere
	}
	spots := s.spots()
	for i := range spots {
		place[i] = unseen
	}
	p.Nodes = make([]Node, 0, len(spots))
	for i := range place { // in the order of ids, as entities are
		if place[i] == nowhere {
			continue
		}
		if spot := spots[i]; !spot.Hidden && s.View.HasEntity(i) {
			place[i] = int32(len(p.Nodes))
			p.Nodes = append(p.Nodes, s.node(spot))
		}
	}
	s.Hidden = 0
	for _, pl := range s.Placed {
		if pl.Hidden {
			s.Hidden++
		}
	}
	s.link(&p, place)
	return p
}

// Where an entity stands that is no node: not on the canvas, or there but hidden or filtered out.
const (
	nowhere = -2
	unseen  = -1
)

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

// link adds the lines, and to each node its weight and what is more. Place is the node of each entity.
func (s *State) link(p *Picture, place []int32) {
	claims := s.Snap.Claims()
	order := graph.Modalities()
	counted := make([]int32, len(place)) // one more than the node an entity was last counted for
	type end struct{ node, claim int32 }
	var ends []end // of the claims of one node with later ones
	for a := range p.Nodes {
		n := &p.Nodes[a]
		ends = ends[:0]
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
			switch b := place[other]; {
			case b > int32(a):
				ends = append(ends, end{b, ci})
			case b == nowhere && counted[other] != int32(a)+1:
				counted[other] = int32(a) + 1
				n.More++
			}
		}
		slices.SortFunc(ends, func(x, y end) int { return cmp.Or(cmp.Compare(x.node, y.node), cmp.Compare(x.claim, y.claim)) })
		all := make([]int32, len(ends)) // the claims of all lines of the node
		first := 0
		for k, e := range ends {
			all[k] = e.claim
			c := &claims[e.claim]
			if k == 0 || ends[k-1].node != e.node {
				first = k
				p.Lines = append(p.Lines, Line{A: a, B: int(e.node), Modality: c.Modality})
			}
			l := &p.Lines[len(p.Lines)-1]
			l.Claims = all[first : k+1 : k+1]
			l.Disputed = l.Disputed || c.Disputed
			if c.Modality != l.Modality && slices.Index(order, c.Modality) < slices.Index(order, l.Modality) {
				l.Modality = c.Modality
			}
			l.There = l.There || c.From == n.Index
			l.Back = l.Back || c.From != n.Index
		}
	}
}
