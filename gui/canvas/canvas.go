// Package canvas is the one widget that shows a graph: a picture painted by package scene, and a hand's gestures on it.
//
// The widget holds no state of the graph. The window tells it what to show (SetScene, SetPalette) and hears of gestures
// through [Actions]; what is selected, where nodes stand and what a double click means is decided there, and comes back
// as a new scene. Only the camera, the pointer and a gesture not yet finished live here.
//
// # Frames
//
// A frame is painted by a goroutine that exists only while there is something to paint: the widget leaves a wish, the
// newest wins, and the finished picture is handed to the toolkit as it is, one pixel for one pixel. When the toolkit asks
// for a size that no picture has, the first time and while resizing, the frame is painted at once. At rest nothing runs.
//
// # Gestures
//
//	wheel                        zoom at the pointer
//	drag on the background       pan (also with the middle button, anywhere)
//	Shift-drag, Alt-drag         box, lasso; with Ctrl too, adding to the selection
//	drag on a node               moves it, with the selection if it is part of it
//	click, Ctrl- or Shift-click  select, add or remove; on the background: clear
//	double click on a node       open
//	click on a badge             expand
//	right click                  menu
//	Escape in a gesture          takes it back
package canvas

import (
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"skein/graph"
	"skein/gui/scene"
)

// Mode is what becomes of what was selected before.
type Mode uint8

// The modes.
const (
	Replace Mode = iota // the new selection takes its place
	Toggle              // what was pointed at is added, or taken away if it was selected
	Join                // what was surrounded is added
)

// Target is what lies under the pointer, by ids: it stays right when the scene has changed meanwhile.
type Target struct {
	What   scene.What
	Node   graph.ID   // for OnNode and OnBadge
	Claims []graph.ID // for OnEdge: the claims it stands for
	From   graph.ID   // for OnEdge: its ends
	To     graph.ID
}

// Actions are what the window does on gestures. Any may be nil. All are called on the toolkit's own goroutine.
type Actions struct {
	Select func(Target, Mode)           // a click; Nothing with Replace: clear the selection
	Box    func(ids []graph.ID, _ Mode) // nodes surrounded by box or lasso

	// Dragging nodes: the ids moved, and how far since MoveBegin, in world units. The window shows the way by new
	// scenes; MoveEnd comes once, with the whole way, or none when it was taken back.
	MoveBegin func(ids []graph.ID)
	Move      func(ids []graph.ID, dx, dy float64)
	MoveEnd   func(ids []graph.ID, dx, dy float64)

	Open          func(Target)                // a double click on a node or edge
	Expand        func(id graph.ID)           // a click on a badge
	Menu          func(Target, fyne.Position) // a right click; the position on the window's canvas
	Hover         func(Target, fyne.Position) // the pointer came to something else, Nothing included
	CameraChanged func(scene.Camera)
	Key           func(fyne.KeyName)
	Rune          func(rune)
}

// Tool is what a drag on the background does without a modifier key.
type Tool uint8

// The tools.
const (
	Pan Tool = iota
	Box
	Lasso
)

// Canvas is the widget. Its methods are for the toolkit's goroutine only.
type Canvas struct {
	widget.BaseWidget

	// Animate lets the camera move over a quarter of a second where it moves by itself; off: at once.
	Animate bool

	do     func(func())
	on     Actions
	raster *canvas.Raster

	ix      *scene.Index
	camera  scene.Camera
	pal     *scene.Palette
	tool    Tool
	hover   scene.Hit      // what lies under the pointer
	told    Target         // what the window was told of it
	lit     scene.Hit      // what is shown as such, a moment later
	pointer *fyne.Position // where the pointer is, while it is over the widget
	fit     bool           // fit as soon as the size is known

	press  press
	moving bool
	still  *time.Timer
	linger *time.Timer
	flight *fyne.Animation

	painting sync.Mutex // held while the painter works
	painter  *scene.Painter
	frames   frames
}

var (
	_ fyne.Widget        = (*Canvas)(nil)
	_ fyne.Draggable     = (*Canvas)(nil)
	_ fyne.Scrollable    = (*Canvas)(nil)
	_ fyne.Focusable     = (*Canvas)(nil)
	_ desktop.Mouseable  = (*Canvas)(nil)
	_ desktop.Hoverable  = (*Canvas)(nil)
	_ desktop.Cursorable = (*Canvas)(nil)
)

// New returns a canvas that shows nothing yet. do runs a function on the toolkit's goroutine, later or at once: fyne.Do
// in a window.
func New(on Actions, do func(func())) *Canvas {
	c := &Canvas{
		Animate: true,
		do:      do,
		on:      on,
		ix:      scene.NewIndex(&scene.Scene{}),
		camera:  scene.Camera{Zoom: 1},
		pal:     scene.Light(),
		painter: scene.NewPainter(),
	}
	c.raster = canvas.NewRaster(c.generate)
	c.raster.ScaleMode = canvas.ImageScalePixels
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer is for the toolkit.
func (c *Canvas) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.raster) }

// MinSize is small: the window gives the graph what room it has.
func (c *Canvas) MinSize() fyne.Size {
	c.ExtendBaseWidget(c)
	return fyne.NewSize(120, 120)
}

// SetScene shows another scene. Nobody may change it from now on. What the pointer rests on stays lit where it is still
// there; what comes to lie under a pointer at rest is not lit before a hand moves it.
func (c *Canvas) SetScene(s *scene.Scene) {
	was := c.target(c.lit)
	c.ix = scene.NewIndex(s)
	c.lit = scene.Hit{}
	if c.press.gesture == none {
		c.look()
		if c.target(c.hover).same(was) {
			c.lit = c.hover
		} else {
			c.hover = scene.Hit{}
		}
	}
	if c.fit {
		c.Fit()
	}
	c.repaint()
}

// Scene is what is shown.
func (c *Canvas) Scene() *scene.Scene { return c.ix.Scene() }

// SetPalette changes the colours.
func (c *Canvas) SetPalette(p *scene.Palette) {
	c.pal = p
	c.repaint()
}

// SetTool says what a drag on the background does.
func (c *Canvas) SetTool(t Tool) { c.tool = t }

// Tool is what a drag on the background does.
func (c *Canvas) Tool() Tool { return c.tool }

// target names what was hit by its ids.
func (c *Canvas) target(h scene.Hit) Target {
	s := c.ix.Scene()
	switch h.What {
	case scene.OnNode, scene.OnBadge:
		return Target{What: h.What, Node: s.Nodes[h.Node].ID}
	case scene.OnEdge:
		e := &s.Edges[h.Edge]
		return Target{What: h.What, Claims: e.IDs, From: s.Nodes[e.From].ID, To: s.Nodes[e.To].ID}
	}
	return Target{}
}

// size is the picture's size in screen pixels.
func (c *Canvas) size() (w, h float64) {
	s := c.Size()
	return float64(s.Width), float64(s.Height)
}

// At is what is drawn at a position within the widget.
func (c *Canvas) At(p fyne.Position) Target { return c.target(c.at(p)) }

func (c *Canvas) at(p fyne.Position) scene.Hit {
	w, h := c.size()
	return c.ix.At(c.camera, w, h, float64(p.X), float64(p.Y))
}
