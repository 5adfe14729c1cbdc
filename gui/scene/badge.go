package scene

import "strconv"

// badgeRadius is the radius in pixels from which a node wears its badge.
const badgeRadius = 5

// badgeWidest is more than a badge's width, in pixels.
const badgeWidest = 60

// corner is where a node wears its badge.
type corner uint8

const (
	upperRight corner = iota
	upperLeft
	lowerRight
	lowerLeft
	everyCorner
)

// badge is the rectangle of a node's "+23", in screen pixels, for the node's centre and radius there.
func (m *metrics) badge(n *Node, c corner, x, y, r float64) Rect {
	return badgeBox(ringOf(n, r), c, m.width(badgeText(n.More), smallSize)+13).moved(x, y)
}

// badgeBox is where a badge of a width lies on a node's ring, which it half covers.
func badgeBox(ring Rect, c corner, width float64) Rect {
	const half = 9
	b := Rect{0.64 * ring.X1, 0.72*ring.Y0 - half, 0.64*ring.X1 + width, 0.72*ring.Y0 + half}
	if c == upperLeft || c == lowerLeft {
		b.X0, b.X1 = -b.X1, -b.X0
	}
	if c == lowerRight || c == lowerLeft {
		b.Y0, b.Y1 = 0.72*ring.Y1-half, 0.72*ring.Y1+half
	}
	return b
}

func badgeText(more int) string { return "+" + countText(more) }

// countText is a count that fits a badge.
func countText(n int) string {
	if n > 9999 {
		return strconv.Itoa(n/1000) + "k"
	}
	return strconv.Itoa(n)
}

// badgeCorner is the corner of a node with the fewest lines, the upper right of equals.
func (ix *Index) badgeCorner(node int) corner {
	n := &ix.s.Nodes[node]
	ring := ringOf(n, n.radius())
	best, least := upperRight, -1
	for c := range everyCorner {
		box, lines := badgeBox(ring, c, 30), 0
		for _, e := range ix.Edges(node) {
			o := &ix.s.Nodes[ix.other(int(e), node)]
			if crosses(0, 0, o.X-n.X, o.Y-n.Y, box) {
				lines++
			}
		}
		if least < 0 || lines < least {
			best, least = c, lines
		}
	}
	return best
}
