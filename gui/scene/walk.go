package scene

import "math"

// Toward is the neighbour of a node that lies most nearly in a direction, as an arrow key asks for it: of those within
// 60 degrees of it, the one that is near and straight ahead. ok is false when there is none.
func (ix *Index) Toward(node int, dx, dy float64) (neighbour int, ok bool) {
	const widest = 0.5 // cosine
	if node < 0 || node >= len(ix.s.Nodes) {
		return 0, false
	}
	a := &ix.s.Nodes[node]
	length := math.Hypot(dx, dy)
	least := math.Inf(1)
	for _, e := range ix.Edges(node) {
		o := ix.other(int(e), node)
		b := &ix.s.Nodes[o]
		d := math.Hypot(b.X-a.X, b.Y-a.Y)
		if o == node || d == 0 || length == 0 {
			continue
		}
		cos := ((b.X-a.X)*dx + (b.Y-a.Y)*dy) / d / length
		if cost := d / (cos * cos); cos >= widest && cost < least {
			neighbour, least, ok = o, cost, true
		}
	}
	return neighbour, ok
}

// Large reports whether a picture of the scene in motion is drawn more roughly than one at rest.
func (ix *Index) Large() bool { return len(ix.s.Edges) > manyEdges }

// Scene is the scene that the index was made for.
func (ix *Index) Scene() *Scene { return ix.s }
