package scene

import (
	"math"
	"strconv"

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

// echelons are the marks above a unit's frame, as APP-6 and MIL-STD-2525 have them: dots, strokes or crosses.
var echelons = map[string]string{
	"team": "o", "crew": "o", "squad": ".", "section": "..", "platoon": "...", "detachment": "...",
	"company": "I", "battery": "I", "troop": "I", "battalion": "II", "squadron": "II",
	"regiment": "III", "group": "III", "brigade": "X", "wing": "X", "division": "XX", "corps": "XXX",
	"army": "XXXX", "army_group": "XXXXX", "fleet": "XXXX", "theater": "XXXXXX", "command": "++",
}

// markRoom is the height above a unit's frame that its echelon marks take, in pixels.
const markRoom = 9

// markRadius is the radius in pixels from which marks have room.
const markRadius = 8

// badge is the rectangle of a node's "+23", in screen pixels, for the node's centre and radius there.
func (m *metrics) badge(n *Node, x, y, r float64) Rect {
	_, hh := halfSize(n.Kind, r)
	if n.Selected {
		r, hh = r+ringGap, hh+ringGap
	}
	w := m.width(badgeText(n.More), regular, smallSize) + 13
	left, mid := x+0.8*r, y-0.8*hh
	return Rect{left, mid - 9, left + w, mid + 9}
}

func badgeText(more int) string { return "+" + countText(more) }

// countText is a count that fits a badge.
func countText(n int) string {
	if n > 9999 {
		return strconv.Itoa(n/1000) + "k"
	}
	return strconv.Itoa(n)
}

// ringGap is the way from a shape to the ring of the selection, in pixels.
const ringGap = 7

// badgeRadius is the radius in pixels from which a node wears its badge.
const badgeRadius = 5
