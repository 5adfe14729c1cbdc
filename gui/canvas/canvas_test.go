package canvas

import (
	"fmt"
	"image"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"skein/graph"
	"skein/gui/scene"
)

// hand is a canvas in a test window with someone who uses it, and all that it said.
type hand struct {
	*Canvas
	t     *testing.T
	win   fyne.Window
	heard []string

	mu    sync.Mutex
	later []func() // what is to be done on the toolkit's goroutine, which is the test's
}

// Where the nodes of the test scene stand on a canvas of 800 by 600 at zoom 1 with the camera at the origin.
var (
	atAustin   = fyne.NewPos(400, 300)
	atPentagon = fyne.NewPos(600, 300)
	atIraq     = fyne.NewPos(400, 450)
	onEdge     = fyne.NewPos(500, 300) // between Austin and the Pentagon
	nowhere    = fyne.NewPos(200, 120)
)

func testScene() *scene.Scene {
	return &scene.Scene{
		Nodes: []scene.Node{
			{ID: "austin", Label: "Lloyd Austin", Kind: graph.Actor},
			{ID: "pentagon", Label: "Pentagon", Kind: graph.Actor, X: 200},
			{ID: "iraq", Label: "Iraq", Kind: graph.Place, Y: 150, More: 23},
		},
		Edges: []scene.Edge{
			{IDs: []graph.ID{"c1", "c2"}, From: 0, To: 1, Modality: graph.Asserted},
			{IDs: []graph.ID{"c3"}, From: 0, To: 2, Modality: graph.Planned},
		},
	}
}

func newHand(t *testing.T) *hand {
	t.Helper()
	test.NewTempApp(t)
	h := &hand{t: t}
	say := func(format string, args ...any) { h.heard = append(h.heard, fmt.Sprintf(format, args...)) }
	on := Actions{
		Select:    func(tg Target, m Mode) { say("select %s %d", name(tg), m) },
		Box:       func(ids []graph.ID, m Mode) { say("box %v %d", ids, m) },
		MoveBegin: func(ids []graph.ID) { say("begin %v", ids) },
		Move:      func(ids []graph.ID, dx, dy float64) { say("move %v %.0f,%.0f", ids, dx, dy) },
		MoveEnd:   func(ids []graph.ID, dx, dy float64) { say("end %v %.0f,%.0f", ids, dx, dy) },
		Open:      func(tg Target) { say("open %s", name(tg)) },
		Expand:    func(id graph.ID) { say("expand %s", id) },
		Menu:      func(tg Target, at fyne.Position) { say("menu %s at %.0f,%.0f", name(tg), at.X, at.Y) },
		Hover:     func(tg Target, _ fyne.Position) { say("hover %s", name(tg)) },
		Key:       func(k fyne.KeyName) { say("key %s", k) },
		Rune:      func(r rune) { say("rune %c", r) },
	}
	h.Canvas = New(on, func(f func()) {
		h.mu.Lock()
		h.later = append(h.later, f)
		h.mu.Unlock()
	})
	h.Animate = false
	h.win = test.NewTempWindow(t, h.Canvas)
	h.win.SetPadded(false)
	h.win.Resize(fyne.NewSize(800, 600))
	h.SetScene(testScene())
	t.Cleanup(func() { h.until("the painter to rest", func() bool { return !h.atWork() }) })
	return h
}

func name(t Target) string {
	switch t.What {
	case scene.OnNode:
		return string(t.Node)
	case scene.OnBadge:
		return "badge of " + string(t.Node)
	case scene.OnEdge:
		return fmt.Sprintf("%s-%s%v", t.From, t.To, t.Claims)
	}
	return "nothing"
}

// pump does what was left for the toolkit's goroutine.
func (h *hand) pump() {
	h.mu.Lock()
	list := h.later
	h.later = nil
	h.mu.Unlock()
	for _, f := range list {
		f()
	}
}

func (h *hand) atWork() bool {
	h.frames.Lock()
	defer h.frames.Unlock()
	return h.frames.running
}

// until pumps until something is true.
func (h *hand) until(what string, ok func() bool) {
	h.t.Helper()
	for end := time.Now().Add(20 * time.Second); time.Now().Before(end); time.Sleep(2 * time.Millisecond) {
		h.pump()
		if ok() {
			return
		}
	}
	h.t.Fatalf("waited in vain for %s", what)
}

// expect checks what the canvas said since the last time.
func (h *hand) expect(want ...string) {
	h.t.Helper()
	if !slices.Equal(h.heard, want) {
		h.t.Errorf("heard\n\t%s\nwant\n\t%s", strings.Join(h.heard, "\n\t"), strings.Join(want, "\n\t"))
	}
	h.heard = nil
}

func mouse(at fyne.Position, button desktop.MouseButton, mod fyne.KeyModifier) *desktop.MouseEvent {
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at, AbsolutePosition: at.AddXY(7, 9)}, Button: button, Modifier: mod}
}

func (h *hand) click(at fyne.Position, button desktop.MouseButton, mod fyne.KeyModifier) {
	h.MouseDown(mouse(at, button, mod))
	h.MouseUp(mouse(at, button, mod))
}

// drag presses, moves over the places, and lets go at the last.
func (h *hand) drag(mod fyne.KeyModifier, places ...fyne.Position) {
	h.MouseDown(mouse(places[0], desktop.MouseButtonPrimary, mod))
	h.dragTo(places...)
	h.MouseUp(mouse(places[len(places)-1], desktop.MouseButtonPrimary, mod))
	h.DragEnd() // the toolkit says both
}

func (h *hand) dragTo(places ...fyne.Position) {
	for i := 1; i < len(places); i++ {
		h.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: places[i]},
			Dragged: fyne.NewDelta(places[i].X-places[i-1].X, places[i].Y-places[i-1].Y)})
	}
}

// slowly makes the next click none that follows on the last.
func (h *hand) slowly() { h.press.when = time.Time{} }

const primary, secondary, tertiary = desktop.MouseButtonPrimary, desktop.MouseButtonSecondary, desktop.MouseButtonTertiary

func TestClicksSelect(t *testing.T) {
	h := newHand(t)
	h.click(atAustin, primary, 0)
	h.slowly()
	h.click(atPentagon, primary, fyne.KeyModifierControl)
	h.slowly()
	h.click(atIraq, primary, fyne.KeyModifierShift)
	h.slowly()
	h.click(onEdge, primary, 0)
	h.slowly()
	h.click(nowhere, primary, fyne.KeyModifierShift) // a miss while adding loses nothing
	h.slowly()
	h.click(nowhere, primary, 0)
	h.expect("select austin 0", "select pentagon 1", "select iraq 1", "select austin-pentagon[c1 c2] 0", "select nothing 0")
}

func TestDoubleClickOpens(t *testing.T) {
	h := newHand(t)
	h.click(atAustin, primary, 0)
	h.click(atAustin.AddXY(2, 1), primary, 0)
	h.expect("select austin 0", "open austin")
	h.click(atAustin, primary, 0) // the third of three is one again
	h.expect("select austin 0")
	h.slowly()
	h.click(atAustin, primary, 0)
	h.click(atPentagon, primary, 0) // two places are no double click
	h.expect("select austin 0", "select pentagon 0")
	h.slowly()
	h.click(nowhere, primary, 0)
	h.click(nowhere, primary, 0) // the ground cannot be opened
	h.expect("select nothing 0", "select nothing 0")
	h.slowly()
	h.click(atAustin, primary, fyne.KeyModifierControl)
	h.click(atAustin, primary, fyne.KeyModifierControl) // added, and taken away again
	h.expect("select austin 1", "select austin 1")
	h.slowly()
	h.click(onEdge, primary, 0)
	h.click(onEdge, primary, 0)
	h.expect("select austin-pentagon[c1 c2] 0", "open austin-pentagon[c1 c2]")
}

func TestRightClickAsksForAMenu(t *testing.T) {
	h := newHand(t)
	for _, at := range []fyne.Position{atAustin, onEdge, nowhere} {
		h.click(at, secondary, 0)
	}
	h.expect("menu austin at 407,309", "menu austin-pentagon[c1 c2] at 507,309", "menu nothing at 207,129")
	was := h.Camera()
	h.MouseDown(mouse(nowhere, secondary, 0))
	h.dragTo(nowhere, nowhere.AddXY(80, 80))
	h.MouseUp(mouse(nowhere.AddXY(80, 80), secondary, 0))
	h.expect() // a right drag is nothing
	if h.Camera() != was {
		t.Error("a right drag moved the picture")
	}
}

func TestBadgeExpands(t *testing.T) {
	h := newHand(t)
	at, found := fyne.Position{}, false
	for y := float32(410); y < 450 && !found; y++ {
		for x := float32(400); x < 450 && !found; x++ {
			at = fyne.NewPos(x, y)
			found = h.At(at).What == scene.OnBadge
		}
	}
	if !found {
		t.Fatal("the node with more neighbours has no badge")
	}
	h.click(at.AddXY(3, 3), primary, 0)
	h.expect("expand iraq")
}

func TestWheelZoomsAtThePointer(t *testing.T) {
	h := newHand(t)
	for _, notches := range []float32{1, 3, -2} {
		x0, y0 := h.Camera().World(600, 150, 800, 600)
		zoom := h.Camera().Zoom
		h.Scrolled(&fyne.ScrollEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(600, 150)}, Scrolled: fyne.NewDelta(0, 25*notches)})
		x1, y1 := h.Camera().World(600, 150, 800, 600)
		if math.Hypot(x1-x0, y1-y0) > 1e-6 {
			t.Errorf("%v notches: the place under the pointer moved from %.2f,%.2f to %.2f,%.2f", notches, x0, y0, x1, y1)
		}
		if want := zoom * math.Pow(zoomStep, float64(notches)); math.Abs(h.Camera().Zoom-want) > 1e-9 {
			t.Errorf("%v notches: zoom %v, want %v", notches, h.Camera().Zoom, want)
		}
	}
}

func TestDragOnTheGroundPans(t *testing.T) {
	h := newHand(t)
	h.SetCamera(scene.Camera{Zoom: 2})
	h.drag(0, nowhere, nowhere.AddXY(30, 0), nowhere.AddXY(60, -40))
	if c := h.Camera(); c.X != -30 || c.Y != 20 || c.Zoom != 2 {
		t.Errorf("camera %+v, want it 30 to the left and 20 down", c)
	}
	h.expect() // nothing was selected by it
	h.drag(0, nowhere, nowhere.AddXY(1, 1))
	h.expect("select nothing 0") // a hand that trembles clicks
	h.SetCamera(scene.Camera{Zoom: 1})
	h.MouseDown(mouse(atAustin, tertiary, 0)) // the middle button pans anywhere
	h.dragTo(atAustin, atAustin.AddXY(50, 0))
	h.MouseUp(mouse(atAustin.AddXY(50, 0), tertiary, 0))
	if c := h.Camera(); c.X != -50 {
		t.Errorf("the middle button on a node: camera %+v", c)
	}
	h.expect()
}

func TestDragMovesNodes(t *testing.T) {
	h := newHand(t)
	h.SetCamera(scene.Camera{Zoom: 2}) // 10 pixels are 5 units; Austin is in the middle at any zoom
	h.drag(0, atAustin, atAustin.AddXY(10, 0), atAustin.AddXY(40, 20))
	h.expect("begin [austin]", "move [austin] 5,0", "move [austin] 20,10", "end [austin] 20,10")

	s := testScene()
	s.Nodes[0].Selected, s.Nodes[2].Selected = true, true
	h.SetScene(s)
	h.drag(0, atAustin, atAustin.AddXY(20, 0))
	h.expect("begin [austin iraq]", "move [austin iraq] 10,0", "end [austin iraq] 10,0")
	h.SetCamera(scene.Camera{Zoom: 1})
	h.drag(0, atPentagon, atPentagon.AddXY(0, 20)) // not part of the selection
	h.expect("begin [pentagon]", "move [pentagon] 0,20", "end [pentagon] 0,20")
	h.click(atPentagon, primary, 0)
	h.expect("select pentagon 0") // a drag is no first half of a double click
}

func TestEscapeTakesADragBack(t *testing.T) {
	h := newHand(t)
	h.MouseDown(mouse(atAustin, primary, 0))
	h.dragTo(atAustin, atAustin.AddXY(30, 0))
	h.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	h.dragTo(atAustin.AddXY(30, 0), atAustin.AddXY(90, 0))
	h.MouseUp(mouse(atAustin.AddXY(90, 0), primary, 0))
	h.DragEnd()
	h.expect("begin [austin]", "move [austin] 30,0", "move [austin] 0,0", "end [austin] 0,0")
	h.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	h.expect("key Escape") // without a gesture it is a key like others

	h.MouseDown(mouse(nowhere, primary, 0))
	h.dragTo(nowhere, nowhere.AddXY(30, 0))
	h.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if c := h.Camera(); c.X != 0 {
		t.Errorf("panning taken back: camera %+v", c)
	}
	h.MouseUp(mouse(nowhere, primary, 0))
}

func TestBoxAndLasso(t *testing.T) {
	h := newHand(t)
	left, right := fyne.NewPos(350, 200), fyne.NewPos(460, 500)
	h.drag(fyne.KeyModifierShift, left, right)
	h.drag(fyne.KeyModifierShift|fyne.KeyModifierControl, right, left) // backwards too
	h.expect("box [austin iraq] 0", "box [austin iraq] 2")
	h.drag(fyne.KeyModifierAlt, fyne.NewPos(350, 260), fyne.NewPos(650, 260), fyne.NewPos(650, 340), fyne.NewPos(350, 340))
	h.expect("box [austin pentagon] 0")
	h.drag(fyne.KeyModifierShift, nowhere, nowhere.AddXY(20, 20))
	h.expect("box [] 0")
	was := h.Camera()
	h.SetTool(Box)
	h.drag(0, left, right)
	h.SetTool(Lasso)
	h.drag(0, left, fyne.NewPos(460, 200), right, fyne.NewPos(350, 500))
	h.expect("box [austin iraq] 0", "box [austin iraq] 0")
	if h.Camera() != was {
		t.Error("selecting moved the picture")
	}
	h.drag(0, atAustin, atAustin.AddXY(20, 0)) // nodes are moved with any tool
	h.expect("begin [austin]", "move [austin] 20,0", "end [austin] 20,0")
}

func TestHoverLightsAfterAMoment(t *testing.T) {
	h := newHand(t)
	h.MouseIn(mouse(nowhere, 0, 0))
	h.MouseMoved(mouse(atAustin, 0, 0))
	h.MouseMoved(mouse(atAustin.AddXY(1, 0), 0, 0))
	h.expect("hover austin")
	if h.lit.What != scene.Nothing {
		t.Error("lit at once: a hand on its way elsewhere makes the picture flicker")
	}
	h.until("the node to be lit", func() bool { return h.lit.What == scene.OnNode && h.lit.Node == 0 })
	h.MouseMoved(mouse(onEdge, 0, 0))
	h.MouseOut()
	h.expect("hover austin-pentagon[c1 c2]", "hover nothing")
	h.until("the light to go out", func() bool { return h.lit.What == scene.Nothing })
}

// TestLightFollowsAHand: a new scene leaves lit what still lies under the pointer, and lights nothing that was not.
func TestLightFollowsAHand(t *testing.T) {
	h := newHand(t)
	h.MouseMoved(mouse(atAustin, 0, 0))
	h.until("the node to be lit", func() bool { return h.lit.What == scene.OnNode })
	s := testScene()
	s.Nodes[1].Y = 90 // another node moves
	h.SetScene(s)
	if h.lit.What != scene.OnNode || h.lit.Node != 0 {
		t.Errorf("it is lit no more: %+v", h.lit)
	}
	s = testScene()
	s.Nodes[0].X, s.Nodes[1].X = 200, 0 // they change places
	h.SetScene(s)
	if h.lit.What != scene.Nothing {
		t.Errorf("lit is %+v, and no hand moved", h.lit)
	}
	h.heard = nil
	h.MouseMoved(mouse(atAustin.AddXY(1, 0), 0, 0))
	h.expect("hover pentagon")
	h.drag(0, atAustin, atAustin.AddXY(0, -90)) // it is dragged away from under the pointer's old place
	s = testScene()
	s.Nodes[0].X, s.Nodes[1].X, s.Nodes[1].Y = 200, 0, -90
	h.SetScene(s)
	h.heard = nil
	h.MouseMoved(mouse(nowhere, 0, 0))
	h.expect("hover nothing")
}

func TestKeysGoOn(t *testing.T) {
	h := newHand(t)
	h.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	h.TypedRune('/')
	h.expect("key Left", "rune /")
	h.click(nowhere, primary, 0)
	if h.win.Canvas().Focused() != h.Canvas {
		t.Error("a click does not bring the keys to the canvas")
	}
}

func TestFitShowsAll(t *testing.T) {
	test.NewTempApp(t)
	c := New(Actions{}, func(f func()) {})
	c.SetScene(testScene())
	c.Fit() // before there is a size: as soon as there is
	win := test.NewTempWindow(t, c)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(300, 200))
	for _, n := range testScene().Nodes {
		x, y := c.Camera().Screen(n.X, n.Y, 300, 200)
		if x < fitPadding || x > 300-fitPadding || y < fitPadding || y > 200-fitPadding {
			t.Errorf("%s is at %.0f,%.0f of 300 by 200", n.ID, x, y)
		}
	}
}

// TestFitOfASmallPicture: where long names would leave no room for the graph, they are cut at the edges, and nodes are not.
func TestFitOfASmallPicture(t *testing.T) {
	s := &scene.Scene{}
	for i := range 12 {
		s.Nodes = append(s.Nodes, scene.Node{ID: graph.ID(fmt.Sprint(i)), Label: "Combined Joint Task Force of many words and more", Kind: graph.Unit,
			X: float64(i%4) * 260, Y: float64(i/4) * 160})
	}
	const w, h = 320, 260
	cam := fitted(s, w, h)
	if names := scene.Fit(s, w, h, fitPadding); cam.Zoom < 1.2*names.Zoom {
		t.Fatalf("zoom %.2f; with all names %.2f", cam.Zoom, names.Zoom)
	}
	for _, n := range s.Nodes {
		if x, y := cam.Screen(n.X, n.Y, w, h); x < fitPadding || x > w-fitPadding || y < fitPadding || y > h-fitPadding {
			t.Errorf("%s is at %.0f,%.0f", n.ID, x, y)
		}
	}
}

// TestFrames follows the picture from the first frame to one after a change: the toolkit is handed what was painted
// elsewhere, of the size it asks for, and gets a new one at once when it asks for another size.
func TestFrames(t *testing.T) {
	h := newHand(t)
	first := h.generate(800, 600).(*image.RGBA)
	if first.Bounds().Dx() != 800 || !inked(first, 400, 300) || inked(first, 200, 120) {
		t.Fatal("the first frame does not show the scene")
	}
	s := testScene()
	s.Nodes[0].X, s.Nodes[0].Y = -200, -180
	h.SetScene(s)
	h.until("another frame", func() bool { return h.generate(800, 600) != image.Image(first) })
	if next := h.generate(800, 600).(*image.RGBA); !inked(next, 200, 120) || inked(next, 400, 300) {
		t.Error("the next frame does not show the new scene")
	}
	if big := h.generate(1000, 700).(*image.RGBA); big.Bounds().Dx() != 1000 || big.Bounds().Dy() != 700 {
		t.Errorf("asked for 1000 by 700, got %v", big.Bounds())
	}
	if tiny := h.generate(0, 10); tiny.Bounds().Empty() {
		t.Error("a frame without a size is none")
	}
}

// TestFramesUnderWay changes scene, camera, palette and size while frames are painted and fetched; the race detector
// watches.
func TestFramesUnderWay(t *testing.T) {
	h := newHand(t)
	for i := range 60 {
		s := testScene()
		s.Nodes[1].X += float64(i)
		h.SetScene(s)
		h.SetCamera(scene.Camera{X: float64(i), Zoom: 1 + float64(i)/60})
		if i%2 == 0 {
			h.SetPalette(scene.Dark())
		} else {
			h.SetPalette(scene.Light())
		}
		w := 800 - i%3
		if got := h.generate(w, 600).Bounds().Dx(); got != w {
			t.Fatalf("asked for a frame %d wide, got %d", w, got)
		}
		h.pump()
	}
}

// inked reports whether a pixel shows something else than the ground.
func inked(m *image.RGBA, x, y int) bool { return m.RGBAAt(x, y) != scene.Light().Canvas }

// BenchmarkDrag is what the toolkit's goroutine spends on one step of a dragged node in a view of 500.
func BenchmarkDrag(b *testing.B) {
	s := &scene.Scene{}
	for i := range 500 {
		s.Nodes = append(s.Nodes, scene.Node{ID: graph.ID(fmt.Sprint(i)), Label: fmt.Sprint("node ", i), Kind: graph.Actor,
			X: float64(i%25) * 90, Y: float64(i/25) * 70})
		if i > 0 {
			s.Edges = append(s.Edges, scene.Edge{From: i, To: i * 7 % i, Modality: graph.Asserted})
		}
	}
	c := New(Actions{}, func(f func()) {})
	for i := 0; b.Loop(); i++ {
		next := &scene.Scene{Nodes: slices.Clone(s.Nodes), Edges: s.Edges}
		next.Nodes[0].X = float64(i)
		c.SetScene(next)
	}
}
