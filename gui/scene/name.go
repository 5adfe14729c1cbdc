package scene

// name is a node's name broken into lines and measured, in pixels at scale 1.
type name struct {
	lines []nameLine
	w, h  float64
}

type nameLine struct {
	s     string
	width float64
	quiet bool // the second line of Node.Sub: smaller, muted
}

// names keeps names as measured.
type names struct {
	*metrics
	known map[[2]string]*name
}

// keptNames bounds the memory of the cache.
const keptNames = 200_000

func newNames(m *metrics) *names { return &names{m, map[[2]string]*name{}} }

// of is the node's name; nil when it has none.
func (ns *names) of(n *Node) *name {
	if n.Label == "" {
		return nil
	}
	k := [2]string{n.Label, n.Sub}
	if nm, ok := ns.known[k]; ok {
		return nm
	}
	if len(ns.known) >= keptNames {
		clear(ns.known)
	}
	nm := &name{}
	for _, s := range ns.wrap(n.Label, labelSize) {
		nm.add(nameLine{s: s, width: ns.width(s, labelSize)})
	}
	if n.Sub != "" {
		s := ns.cut(oneLineOf(n.Sub), maxLine, smallSize)
		nm.add(nameLine{s: s, width: ns.width(s, smallSize), quiet: true})
	}
	ns.known[k] = nm
	return nm
}

func (nm *name) add(l nameLine) {
	nm.lines = append(nm.lines, l)
	nm.w = max(nm.w, l.width)
	nm.h += lineHigh
}

// side is where a name stands by its node.
type side uint8

const (
	below side = iota
	right
	left
	above
	belowRight
	belowLeft
	aboveRight
	aboveLeft
	sides
)

// sideCost is how much less a side is liked than below, against one line that crosses the name.
var sideCost = [sides]float64{0, 0.35, 0.75, 0.5, 0.7, 0.9, 0.8, 1}

// box is where a name stands on a side of a node whose centre is (x, y) and radius r, in pixels.
func (nm *name) box(n *Node, s side, x, y, r float64) Rect {
	ring := ringOf(n, r)
	hw, top, bottom := ring.X1, -ring.Y0, ring.Y1
	cx, cy := x-nm.w/2, y-nm.h/2
	var p Point
	switch s {
	case below:
		p = Point{cx, y + bottom}
	case above:
		p = Point{cx, y - top - nm.h}
	case right:
		p = Point{x + hw + 4, cy}
	case left:
		p = Point{x - hw - 4 - nm.w, cy}
	case belowRight:
		p = Point{x + 0.66*hw, y + 0.66*bottom}
	case belowLeft:
		p = Point{x - 0.66*hw - nm.w, y + 0.66*bottom}
	case aboveRight:
		p = Point{x + 0.66*hw, y - 0.66*top - nm.h}
	case aboveLeft:
		p = Point{x - 0.66*hw - nm.w, y - 0.66*top - nm.h}
	}
	return Rect{p.X, p.Y, p.X + nm.w, p.Y + nm.h}
}

// align is where in the box a line of the name starts.
func (s side) align(box Rect, width float64) float64 {
	switch s {
	case right, belowRight, aboveRight:
		return box.X0
	case left, belowLeft, aboveLeft:
		return box.X1 - width
	}
	return (box.X0 + box.X1 - width) / 2
}
