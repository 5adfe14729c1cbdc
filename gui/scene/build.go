package scene

import (
	"image/color"
	"math"
	"slices"

	"skein/graph"
)

// builder turns one frame into the painter's list.
type builder struct {
	*list
	m    *metrics
	ix   *Index
	s    *Scene
	f    Frame
	pal  *Palette
	w, h float64

	spots []spot       // of the nodes
	lit   map[int]bool // nodes that stay lit while something is hovered; nil: all
}

// build fills the painter's list with a frame of w by h screen pixels.
func (p *Painter) build(ix *Index, f Frame, w, h float64) {
	p.list.reset()
	b := &builder{list: &p.list, m: p.set.metrics, ix: ix, s: ix.s, f: f, pal: f.Palette, w: w, h: h}
	if f.Camera.ok() {
		p.spots = p.spots[:0]
		for i := range ix.s.Nodes {
			p.spots = append(p.spots, f.Camera.spot(&ix.s.Nodes[i], w, h))
		}
		b.spots = p.spots
		b.light()
		b.edges()
		b.nodes()
		hover := -1
		if f.Hover.What == OnNode || f.Hover.What == OnBadge {
			hover = f.Hover.Node
		}
		// choosing among many names takes longer than a frame: in motion they stay as they are
		keep := f.Dragged || f.Moving && ix.Large() && p.labels.ix == ix
		b.labels(p.names, p.labels.choose(ix, f.Camera.Zoom, hover, keep))
		b.relations()
		b.badges()
	}
	b.tools()
}

// light finds what the pointer lights: the node or edge under it, and what hangs on that.
func (b *builder) light() {
	switch hit := b.f.Hover; {
	case (hit.What == OnNode || hit.What == OnBadge) && hit.Node < len(b.s.Nodes):
		b.lit = map[int]bool{hit.Node: true}
		for _, e := range b.ix.Edges(hit.Node) {
			b.lit[b.ix.other(int(e), hit.Node)] = true
		}
	case hit.What == OnEdge && hit.Edge < len(b.s.Edges):
		e := &b.s.Edges[hit.Edge]
		b.lit = map[int]bool{e.From: true, e.To: true}
	}
}

// hovered reports whether the pointer is on the edge, or on a node that it hangs on.
func (b *builder) hovered(edge int) bool {
	switch e := &b.s.Edges[edge]; b.f.Hover.What {
	case OnEdge:
		return b.f.Hover.Edge == edge
	case OnNode, OnBadge:
		return e.From == b.f.Hover.Node || e.To == b.f.Hover.Node
	}
	return false
}

// faded is how much of a dimmed thing's colour is lost to the ground.
const faded = 0.74

func (b *builder) dim(c color.RGBA) color.RGBA { return mix(c, b.pal.Canvas, faded) }

func (b *builder) nodeDimmed(i int) bool {
	return b.s.Nodes[i].Dimmed || b.lit != nil && !b.lit[i]
}

// edges draws all edges: the quiet ones first, those of the selection and under the pointer over them.
func (b *builder) edges() {
	alpha := b.edgeAlpha()
	for _, strong := range []bool{false, true} {
		for i := range b.s.Edges {
			e := &b.s.Edges[i]
			if b.s.valid(e) && b.strong(i) == strong && b.s.Nodes[e.From].placed() && b.s.Nodes[e.To].placed() {
				b.edge(i, strong, alpha)
			}
		}
	}
}

// crowded reports whether there are so many lines, so far away, that nobody can tell dashes: all are hairlines.
func (b *builder) crowded() bool { return len(b.s.Edges) > manyEdges && b.f.Camera.Zoom < arrowZoom }

// edgeAlpha makes lines fainter the more there are: a thousand full lines are a grey wall.
func (b *builder) edgeAlpha() uint16 {
	n := float64(len(b.s.Edges))
	return uint16(opaque * clamp(math.Pow(900/max(n, 1), 0.45), 0.16, 1))
}

func (b *builder) strong(i int) bool {
	e := &b.s.Edges[i]
	return e.Selected || b.s.Nodes[e.From].Selected || b.s.Nodes[e.To].Selected || b.hovered(i)
}

// Widths of lines in pixels.
const (
	thin     = 1.2
	hairline = 1 // of a crowd's
	thick    = 1.9
	doubled  = 1.1 // each of the two lines of what is disputed
	newUnder = 6   // the band under a new edge
)

func (b *builder) edge(i int, strong bool, alpha uint16) {
	e := &b.s.Edges[i]
	c, width, broken := b.pal.Edge, thin, dashOf(e.Modality)
	if b.crowded() {
		width, broken = hairline, solid
	}
	if strong {
		c, width, alpha, broken = b.pal.Strong, thick, opaque, dashOf(e.Modality)
	}
	if e.New && !strong { // its dashes have to be seen on the band under it
		c = mix(c, b.pal.Strong, 0.6)
	}
	if e.Selected {
		c = b.pal.Accent
	}
	red := b.pal.Disputed
	dimmed := e.Dimmed || b.lit != nil && !b.hovered(i)
	if dimmed {
		c, red, width, alpha = b.dim(c), b.dim(red), thin, min(alpha, 200)
	}
	if e.From == e.To {
		b.loop(i, e, c, red, width)
		return
	}
	l := b.ix.lineOf(i, b.spots[e.From], b.spots[e.To])
	if l.length < 0.5 || !b.visible(l) {
		return
	}
	if e.New {
		under := b.pal.Highlight
		if dimmed && !strong {
			under = b.dim(under)
		}
		b.line(l.ax, l.ay, l.bx, l.by, newUnder, under, opaque, solid)
	}
	if e.Disputed {
		ox, oy := -l.dy*1.6, l.dx*1.6
		b.line(l.ax+ox, l.ay+oy, l.bx+ox, l.by+oy, width-thin+doubled, red, alpha, solid)
		b.line(l.ax-ox, l.ay-oy, l.bx-ox, l.by-oy, width-thin+doubled, red, alpha, solid)
	} else {
		b.arrow(e, &l, c, width, alpha)
		b.line(l.ax, l.ay, l.bx, l.by, width, c, alpha, broken)
	}
	if e.Modality == graph.Denied {
		b.stroke(&l, red)
	}
}

func dashOf(m graph.Modality) dash {
	switch m {
	case graph.Planned:
		return dashed
	case graph.Conditional:
		return dotted
	case graph.Requested:
		return dashdot
	}
	return solid
}

// visible reports whether a line may cross the picture.
func (b *builder) visible(l drawnLine) bool {
	const out = 8
	return max(l.ax, l.bx) > -out && min(l.ax, l.bx) < b.w+out && max(l.ay, l.by) > -out && min(l.ay, l.by) < b.h+out
}

// Arrow heads: from which zoom and length of a line on, and their size in pixels.
const (
	arrowZoom   = 0.55
	arrowLength = 34
	arrowSize   = 7.5
)

// arrow draws the head of a directed edge and shortens the line to end inside of it.
func (b *builder) arrow(e *Edge, l *drawnLine, c color.RGBA, width float64, alpha uint16) {
	if !e.Directed || b.f.Camera.Zoom < arrowZoom || l.length < arrowLength {
		return
	}
	size := arrowSize + 1.5*(width-thin)
	half := size * 0.42
	bx, by := l.bx-l.dx*size, l.by-l.dy*size
	at := func(x, y float64) vec { return vec{float32(x), float32(y)} }
	b.poly(0, c, alpha, at(l.bx, l.by), at(bx-l.dy*half, by+l.dx*half), at(bx+l.dy*half, by-l.dx*half))
	l.bx, l.by = l.bx-l.dx*size*0.8, l.by-l.dy*size*0.8
}

// stroke draws the red stroke across the middle of what is denied.
func (b *builder) stroke(l *drawnLine, red color.RGBA) {
	half := min(7, l.length/4)
	x, y := (l.ax+l.bx)/2, (l.ay+l.by)/2
	// leaning by 30 degrees against the line's normal
	nx, ny := -l.dy*0.87+l.dx*0.5, l.dx*0.87+l.dy*0.5
	b.line(x-nx*half, y-ny*half, x+nx*half, y+ny*half, 2, red, opaque, solid)
}

// loop draws an edge from a node to itself.
func (b *builder) loop(i int, e *Edge, c, red color.RGBA, width float64) {
	x, y, r := loopOf(b.spots[e.From], b.ix.lanes[i])
	if e.Disputed || e.Modality == graph.Denied {
		c = red
	}
	b.ring(x, y, r, width, c)
}

// tools draws the box or lasso of a selection being made.
func (b *builder) tools() {
	c := b.pal.Accent
	if r := b.f.Box; r != nil {
		b.pill(*r, 2, c, 28)
		b.outline([]Point{{r.X0, r.Y0}, {r.X1, r.Y0}, {r.X1, r.Y1}, {r.X0, r.Y1}}, c)
	}
	if n := len(b.f.Lasso); n > 1 {
		b.outline(slices.Clone(b.f.Lasso), c)
	}
}

func (b *builder) outline(ps []Point, c color.RGBA) {
	for i, p := range ps {
		q := ps[(i+1)%len(ps)]
		d := solid
		if i == len(ps)-1 && len(ps) > 4 { // the lasso's own closing
			d = dashed
		}
		b.line(p.X, p.Y, q.X, q.Y, 1.2, c, opaque, d)
	}
}
