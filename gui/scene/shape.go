package scene

import (
	"math"

	"skein/graph"
)

// Shapes of the kinds, by the radius r in pixels. They are drawn about equally large to the eye.

// halfSize is half the width and half the height of a kind's shape.
func halfSize(k graph.Kind, r float64) (hw, hh float64) {
	switch k {
	case graph.Unit:
		return 1.34 * r, 0.88 * r
	case graph.Place:
		return 0.95 * r, 1.08 * r
	case graph.Event:
		return 1.16 * r, 1.16 * r
	case graph.Equipment:
		return 1.06 * r, r
	}
	return r, r
}

// corners are the corners of a kind's shape; nil for a disc.
func corners(k graph.Kind, x, y, r float64) []vec {
	v := func(dx, dy float64) vec { return vec{float32(x + dx), float32(y + dy)} }
	hw, hh := halfSize(k, r)
	switch k {
	case graph.Unit:
		return []vec{v(-hw, -hh), v(hw, -hh), v(hw, hh), v(-hw, hh)}
	case graph.Place:
		return []vec{v(0, -hh), v(hw, -hh/2), v(hw, hh/2), v(0, hh), v(-hw, hh/2), v(-hw, -hh/2)}
	case graph.Event:
		return []vec{v(0, -hh), v(hw, 0), v(0, hh), v(-hw, 0)}
	case graph.Equipment:
		return []vec{v(0, -hh), v(hw, hh*0.84), v(-hw, hh*0.84)}
	}
	return nil
}

// reach is how far from a node's centre its shape ends in a direction (dx, dy of length 1).
func reach(k graph.Kind, r, dx, dy float64) float64 {
	hw, hh := halfSize(k, r)
	ax, ay := math.Abs(dx), math.Abs(dy)
	switch k {
	case graph.Unit:
		return math.Min(hw/math.Max(ax, 1e-9), hh/math.Max(ay, 1e-9))
	case graph.Event:
		return 1 / (ax/hw + ay/hh)
	case graph.Equipment:
		if dy > 0 {
			return math.Min(0.84*hh/math.Max(dy, 1e-9), hw)
		}
		return 1 / (ax/(0.55*hw) + ay/hh)
	}
	return math.Max(hw, hh) * 0.98
}

// clearance is how far from a node's centre lines end in a direction: outside of its shape, a unit's marks above it, and
// the ring of the selection.
func clearance(n *Node, r, dx, dy float64) float64 {
	if n.Selected {
		ring := ringOf(n, r)
		if n.Kind != graph.Unit {
			return ring.X1 + ringWidth/2
		}
		high := ring.Y1
		if dy < 0 {
			high = -ring.Y0
		}
		return math.Min(ring.X1/math.Max(math.Abs(dx), 1e-9), high/math.Max(math.Abs(dy), 1e-9))
	}
	if top := topOf(n, r); dy < 0 && marked(n, r) && math.Abs(dx/dy)*top < markWide {
		return top / -dy
	}
	return reach(n.Kind, r, dx, dy)
}

// echelons are the marks above a unit's frame, as APP-6 and MIL-STD-2525 have them: dots, strokes or crosses.
var echelons = map[string]string{
	"team": "o", "crew": "o", "squad": ".", "section": "..", "platoon": "...", "detachment": "...",
	"company": "I", "battery": "I", "troop": "I", "battalion": "II", "squadron": "II",
	"regiment": "III", "group": "III", "brigade": "X", "wing": "X", "division": "XX", "corps": "XXX",
	"army": "XXXX", "army_group": "XXXXX", "fleet": "XXXX", "theater": "XXXXXX", "command": "++",
}

// markRoom is the height above a unit's frame that its echelon marks take, markWide half the width of most, in pixels.
const (
	markRoom = 9
	markWide = 11
)

// markRadius is the radius in pixels from which marks have room.
const markRadius = 8

// marked reports whether a node is drawn with echelon marks above.
func marked(n *Node, r float64) bool {
	return n.Kind == graph.Unit && r >= markRadius && echelons[n.Echelon] != ""
}

// topOf is how far above a node's centre its shape ends, with the room for marks, which is kept also while they are too
// small to draw: names must not jump when they appear.
func topOf(n *Node, r float64) float64 {
	_, hh := halfSize(n.Kind, r)
	if n.Kind == graph.Unit && echelons[n.Echelon] != "" {
		hh += markRoom
	}
	return hh
}

// ringOf is the room of the ring that a node wears when it is selected, around a centre of (0, 0): a circle, around a
// unit an upright rectangle. Names keep off it whether it is worn or not, so that nothing moves when it is.
func ringOf(n *Node, r float64) Rect {
	gap := clamp(0.45*r, 2, ringGap)
	hw, hh := halfSize(n.Kind, r)
	if n.Kind == graph.Unit {
		return Rect{-hw - gap, -topOf(n, r) - gap, hw + gap, hh + gap}
	}
	out := math.Max(hw, hh) + gap
	return Rect{-out, -out, out, out}
}

// ringGap is the way from a large enough shape to the ring of the selection, in pixels.
const ringGap = 5
