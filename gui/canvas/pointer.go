package canvas

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"skein/graph"
	"skein/gui/scene"
)

// gesture is what a drag turned out to be.
type gesture uint8

const (
	none gesture = iota
	panning
	moving
	boxing
	lassoing
	refused // taken back, or of a button that drags nothing: ignored to its end
)

// press is one press of a button, from down to up.
type press struct {
	down    bool
	button  desktop.MouseButton
	mod     fyne.KeyModifier
	at      fyne.Position
	hit     scene.Hit
	target  Target
	clicks  int
	when    time.Time
	gesture gesture
	now     fyne.Position
	camera  scene.Camera // when it began
	ids     []graph.ID   // that move
	lasso   []scene.Point
}

// A second click within doubleTime and doubleWay pixels is a double click; a drag begins after slop pixels.
const (
	doubleTime = 420 * time.Millisecond
	doubleWay  = 6
	slop       = 3
)

func way(a, b fyne.Position) float64 {
	return math.Hypot(float64(a.X-b.X), float64(a.Y-b.Y))
}

func point(p fyne.Position) scene.Point { return scene.Point{X: float64(p.X), Y: float64(p.Y)} }

// surrounded is the box or lasso as drawn so far.
func (p *press) surrounded() (*scene.Rect, []scene.Point) {
	switch p.gesture {
	case boxing:
		r := scene.RectOf(point(p.at), point(p.now))
		return &r, nil
	case lassoing:
		return nil, p.lasso[:len(p.lasso):len(p.lasso)]
	}
	return nil, nil
}

// MouseDown is for the toolkit.
func (c *Canvas) MouseDown(ev *desktop.MouseEvent) {
	c.land()
	c.focus()
	now := time.Now()
	again := c.press.button == ev.Button && now.Sub(c.press.when) < doubleTime && way(c.press.at, ev.Position) < doubleWay
	clicks := 1
	if again {
		clicks = c.press.clicks + 1
	}
	hit := c.at(ev.Position)
	c.press = press{down: true, button: ev.Button, mod: ev.Modifier, at: ev.Position, now: ev.Position, hit: hit,
		target: c.target(hit), clicks: clicks, when: now, camera: c.camera}
}

// MouseUp is for the toolkit.
func (c *Canvas) MouseUp(ev *desktop.MouseEvent) {
	p := &c.press
	if !p.down || ev.Button != p.button {
		return
	}
	p.down = false
	if p.gesture != none {
		c.DragEnd()
		return
	}
	switch p.button {
	case desktop.MouseButtonPrimary:
		c.click()
	case desktop.MouseButtonSecondary:
		if c.on.Menu != nil {
			c.on.Menu(p.target, ev.AbsolutePosition)
		}
	}
}

// click is a press of the first button that was no drag.
func (c *Canvas) click() {
	p := &c.press
	mode := Replace
	if p.mod&(fyne.KeyModifierControl|fyne.KeyModifierShift|fyne.KeyModifierSuper) != 0 {
		mode = Toggle
	}
	switch {
	case p.hit.What == scene.OnBadge:
		if c.on.Expand != nil {
			c.on.Expand(p.target.Node)
		}
	case p.clicks%2 == 0 && mode == Replace && p.hit.What != scene.Nothing:
		if c.on.Open != nil {
			c.on.Open(p.target)
		}
	case p.hit.What == scene.Nothing && mode == Toggle: // a miss while adding loses nothing
	case c.on.Select != nil:
		c.on.Select(p.target, mode)
	}
}

// Dragged is for the toolkit.
func (c *Canvas) Dragged(ev *fyne.DragEvent) {
	p := &c.press
	if p.gesture == none {
		if !p.down { // the toolkit's test driver drags without a press
			c.MouseDown(&desktop.MouseEvent{Button: desktop.MouseButtonPrimary,
				PointEvent: fyne.PointEvent{Position: ev.Position.Subtract(ev.Dragged)}})
		}
		if way(p.at, ev.Position) < slop {
			return
		}
		c.begin()
	}
	p.now = ev.Position
	w, h := c.size()
	switch p.gesture {
	case panning:
		c.set(p.camera.Pan(float64(p.now.X-p.at.X), float64(p.now.Y-p.at.Y)))
	case moving:
		dx, dy := c.moved()
		if c.on.Move != nil {
			c.on.Move(p.ids, dx, dy)
		}
	case boxing:
		c.repaint()
	case lassoing:
		at := scene.Point{X: min(max(float64(p.now.X), 0), w), Y: min(max(float64(p.now.Y), 0), h)}
		p.lasso = append(p.lasso, at)
		c.repaint()
	}
}

// begin decides what a drag is.
func (c *Canvas) begin() {
	p := &c.press
	c.unlight()
	onNode := p.hit.What == scene.OnNode || p.hit.What == scene.OnBadge
	tool := c.tool
	switch {
	case p.mod&fyne.KeyModifierShift != 0:
		tool = Box
	case p.mod&fyne.KeyModifierAlt != 0:
		tool = Lasso
	}
	switch {
	case p.button == desktop.MouseButtonTertiary:
		p.gesture = panning
	case p.button != desktop.MouseButtonPrimary:
		p.gesture = refused
	case onNode:
		p.gesture = moving
		p.ids = c.movers()
		if c.on.MoveBegin != nil {
			c.on.MoveBegin(p.ids)
		}
	case tool == Box:
		p.gesture = boxing
	case tool == Lasso:
		p.gesture = lassoing
		p.lasso = []scene.Point{point(p.at)}
	default:
		p.gesture = panning
	}
}

// movers are the nodes that a drag moves: the one pressed on, and the selection if it is part of it.
func (c *Canvas) movers() []graph.ID {
	s := c.ix.Scene()
	if n := &s.Nodes[c.press.hit.Node]; !n.Selected {
		return []graph.ID{n.ID}
	}
	var ids []graph.ID
	for i := range s.Nodes {
		if s.Nodes[i].Selected {
			ids = append(ids, s.Nodes[i].ID)
		}
	}
	return ids
}

// moved is how far the pointer went since the press, in world units.
func (c *Canvas) moved() (dx, dy float64) {
	p := &c.press
	return float64(p.now.X-p.at.X) / c.camera.Zoom, float64(p.now.Y-p.at.Y) / c.camera.Zoom
}

// DragEnd is for the toolkit.
func (c *Canvas) DragEnd() {
	p := &c.press
	g := p.gesture
	if !p.down && g == none {
		return
	}
	w, h := c.size()
	box, lasso := p.surrounded()
	dx, dy := c.moved()
	p.gesture, p.down = none, false
	p.clicks = 0 // a drag is no first half of a double click
	switch g {
	case moving:
		if c.on.MoveEnd != nil {
			c.on.MoveEnd(p.ids, dx, dy)
		}
	case boxing:
		c.surround(c.ix.Inside(c.camera, w, h, *box))
	case lassoing:
		c.surround(c.ix.Within(c.camera, w, h, lasso))
	}
	c.repaint()
}

// surround reports the nodes that a box or lasso caught.
func (c *Canvas) surround(nodes []int) {
	if c.on.Box == nil {
		return
	}
	mode := Replace
	if c.press.mod&(fyne.KeyModifierControl|fyne.KeyModifierSuper) != 0 {
		mode = Join
	}
	ids := make([]graph.ID, len(nodes))
	for i, n := range nodes {
		ids[i] = c.ix.Scene().Nodes[n].ID
	}
	c.on.Box(ids, mode)
}

// cancel takes a gesture back; it reports whether there was one.
func (c *Canvas) cancel() bool {
	p := &c.press
	switch p.gesture {
	case none, refused:
		return false
	case panning:
		c.set(p.camera)
	case moving:
		if c.on.Move != nil {
			c.on.Move(p.ids, 0, 0)
		}
		if c.on.MoveEnd != nil {
			c.on.MoveEnd(p.ids, 0, 0)
		}
	}
	p.gesture = refused
	c.repaint()
	return true
}

// Scrolled is for the toolkit: a notch of the wheel is 25.
func (c *Canvas) Scrolled(ev *fyne.ScrollEvent) {
	c.land()
	c.fit = false
	w, h := c.size()
	c.set(c.camera.ZoomAt(math.Pow(zoomStep, float64(ev.Scrolled.DY)/25), float64(ev.Position.X), float64(ev.Position.Y), w, h))
}
