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
const keptNames = 20000

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
	for _, s := range ns.wrap(n.Label, regular, labelSize) {
		nm.add(nameLine{s: s, width: ns.width(s, regular, labelSize)})
	}
	if n.Sub != "" {
		s := ns.cut(oneLineOf(n.Sub), maxLine, regular, smallSize)
		nm.add(nameLine{s: s, width: ns.width(s, regular, smallSize), quiet: true})
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
	hw, hh := halfSize(n.Kind, r)
	top := hh
	if n.Kind == "unit" && echelons[n.Echelon] != "" && r >= markRadius {
		top += markRoom
	}
	bottom := hh
	if n.Selected { // the ring's room is kept on all nodes' names only when they wear it: the name steps aside
		bottom, top, hw = hh+ringGap+1, max(top, hh+ringGap+1), hw+ringGap
	}
	cx, cy := x-nm.w/2, y-nm.h/2
	var p Point
	switch s {
	case below:
		p = Point{cx, y + bottom + 3}
	case above:
		p = Point{cx, y - top - nm.h - 2}
	case right:
		p = Point{x + hw + 5, cy}
	case left:
		p = Point{x - hw - 5 - nm.w, cy}
	case belowRight:
		p = Point{x + 0.6*hw + 2, y + 0.7*bottom + 1}
	case belowLeft:
		p = Point{x - 0.6*hw - 2 - nm.w, y + 0.7*bottom + 1}
	case aboveRight:
		p = Point{x + 0.6*hw + 2, y - 0.7*top - 1 - nm.h}
	case aboveLeft:
		p = Point{x - 0.6*hw - 2 - nm.w, y - 0.7*top - 1 - nm.h}
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
