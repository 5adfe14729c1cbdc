package gui

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"skein/graph"
	"skein/gui/canvas"
	"skein/gui/model"
	"skein/gui/scene"
	"skein/gui/theme"
)

// TestDropped lets files, a folder and a web address fall onto the window, as the toolkit hands them over: the files are
// in the graph, the address has a notice that says what to do.
func TestDropped(t *testing.T) {
	p := play(t, filepath.Join(t.TempDir(), "g.skein"))
	file, folder := texts(t, harbour)[0], filepath.Dir(texts(t, wire)[0])
	p.dropped(fyne.NewPos(10, 800), []fyne.URI{storage.NewFileURI(file), storage.NewFileURI(folder), storage.NewFileURI("/home/ann/https:/example.org/news")})
	if !strings.Contains(p.win.Title(), "importing") {
		t.Errorf("title %q while importing", p.win.Title())
	}
	p.settle()
	if n := len(p.state.Snap.Articles()); n != 2 {
		t.Errorf("%d articles in the graph", n)
	}
	if !strings.HasPrefix(p.win.Title(), "g, 2 articles") {
		t.Errorf("title %q", p.win.Title())
	}
	if !slices.ContainsFunc(p.state.Log, func(e model.Entry) bool { return e.Title == "https://example.org/news" && e.Failed() }) {
		t.Errorf("the log does not tell of the address: %+v", p.state.Log)
	}
	if got := p.state.Notice; got.Tone != model.Warning || !strings.Contains(got.Text, "web addresses") {
		t.Errorf("notice %q", got.Text)
	}
	if got := p.graph.Scene(); len(got.Nodes) == 0 || !got.Nodes[0].New {
		t.Errorf("the canvas does not show what is new: %d nodes", len(got.Nodes))
	}
	for a, article := range p.state.Snap.Articles() { // both are shown
		if !slices.ContainsFunc(p.state.Snap.SightingsIn(a), func(x graph.Sighting) bool {
			i, _ := p.state.Snap.Entity(x.Entity)
			return p.state.Shown(x.Entity) && len(p.state.Snap.Entities()[i].Sightings) == 1
		}) {
			t.Errorf("nothing that only %q tells of is on the canvas", article.Title)
		}
	}
	p.close()
	if placed, articles := facts(t, p.path); len(articles) != 2 || len(placed) == 0 {
		t.Errorf("kept: %d articles, %d on the canvas", len(articles), len(placed))
	}
}

// TestUndoToTheBeginning undoes all that was done, and does it again.
func TestUndoToTheBeginning(t *testing.T) {
	p := play(t, filepath.Join(t.TempDir(), "g.skein"))
	p.does(model.StartImport{Paths: texts(t, harbour)})
	whole := len(p.state.Picture.Nodes)
	if whole == 0 {
		t.Fatal("an import puts nothing on the canvas")
	}
	id := p.state.Picture.Nodes[0].ID
	p.does(model.Select{Entities: []graph.ID{id}})
	p.does(model.Hide{Entities: []graph.ID{id}})
	p.does(model.SetFilters{Filters: model.Filters{KindsOff: []graph.Kind{graph.Actor}}, Label: "filter by kind"})
	steps := 0
	for ; p.state.UndoLabel() != ""; steps++ {
		p.does(model.Undo{})
	}
	if n := len(p.state.Snap.Articles()); n != 0 || len(p.graph.Scene().Nodes) != 0 {
		t.Errorf("after %d undone steps: %d articles, %d nodes", steps, n, len(p.graph.Scene().Nodes))
	}
	for p.state.RedoLabel() != "" {
		p.does(model.Redo{})
	}
	p.does(model.Undo{})
	p.does(model.Undo{})
	if steps != 3 || len(p.graph.Scene().Nodes) != whole {
		t.Errorf("%d steps; %d nodes, were %d", steps, len(p.graph.Scene().Nodes), whole)
	}
}

// TestDragIsKept drags a node on the canvas: on the way it is shown, at the end it stands there, pinned, in the graph too;
// undo brings it back.
func TestDragIsKept(t *testing.T) {
	p := harboured(t)
	id := p.state.Picture.Nodes[0].ID
	at := func() (x, y float64) {
		s := p.graph.Scene()
		i := slices.IndexFunc(s.Nodes, func(n scene.Node) bool { return n.ID == id })
		return s.Nodes[i].X, s.Nodes[i].Y
	}
	x, y := at()
	g := p.gestures()
	g.MoveBegin([]graph.ID{id})
	g.Move([]graph.ID{id}, 30, 10)
	if nx, ny := at(); nx != x+30 || ny != y+10 {
		t.Errorf("on the way it is at %v,%v", nx-x, ny-y)
	}
	g.MoveEnd([]graph.ID{id}, 50, -20)
	p.settle()
	if nx, ny := at(); nx != x+50 || ny != y-20 {
		t.Errorf("let go it is at %v,%v", nx-x, ny-y)
	}
	g.MoveBegin([]graph.ID{id}) // and one that is taken back
	g.Move([]graph.ID{id}, 99, 99)
	g.Move([]graph.ID{id}, 0, 0)
	g.MoveEnd([]graph.ID{id}, 0, 0)
	p.settle()
	if nx, ny := at(); nx != x+50 || ny != y-20 {
		t.Errorf("taken back it is at %v,%v", nx-x, ny-y)
	}
	p.does(model.Undo{})
	if nx, ny := at(); nx != x || ny != y {
		t.Errorf("undone it is at %v,%v", nx-x, ny-y)
	}
	p.does(model.Redo{})
	p.close()
	if placed, _ := facts(t, p.path); placed[id].X != x+50 || !placed[id].Pinned {
		t.Errorf("kept as %+v", placed[id])
	}
}

// TestGestures: what the canvas hears reaches the model.
func TestGestures(t *testing.T) {
	p := harboured(t)
	g := p.gestures()
	n := p.graph.Scene().Nodes
	node := func(i int) canvas.Target { return canvas.Target{What: scene.OnNode, Node: n[i].ID} }
	g.Select(node(0), canvas.Replace)
	g.Select(node(1), canvas.Toggle)
	if got := p.state.Selection.Entities; !slices.Equal(got, []graph.ID{n[0].ID, n[1].ID}) {
		t.Errorf("selected %v", got)
	}
	g.Select(canvas.Target{}, canvas.Replace)
	g.Box([]graph.ID{n[0].ID, n[1].ID}, canvas.Replace)
	g.Box([]graph.ID{n[1].ID, n[2].ID}, canvas.Join)
	if got := p.state.Selection.Entities; !slices.Equal(got, []graph.ID{n[0].ID, n[1].ID, n[2].ID}) {
		t.Errorf("surrounded %v", got)
	}
	e := p.graph.Scene().Edges[0]
	edge := canvas.Target{What: scene.OnEdge, Claims: e.IDs, From: n[e.From].ID, To: n[e.To].ID}
	g.Hover(edge, fyne.Position{})
	if name := p.pointed.name.Text(); !p.pointed.root.Visible() || !strings.Contains(name, n[e.From].Label) {
		t.Errorf("pointed at %q", name)
	}
	g.Select(edge, canvas.Replace)
	g.Open(edge)
	if p.state.Selection.Claim != e.IDs[0] || p.state.Place.Sentence.Len() == 0 {
		t.Errorf("a double click on a line opens %+v", p.state.Place)
	}
	g.Hover(canvas.Target{}, fyne.Position{})
	if p.pointed.root.Visible() {
		t.Error("pointed at nothing, and something is shown")
	}
}

// TestCameraComesBack: where the camera was when the window was closed it is when it is opened again.
func TestCameraComesBack(t *testing.T) {
	p := harboured(t)
	want := scene.Camera{X: 12, Y: -34, Zoom: 1.5}
	p.graph.SetCamera(want)
	p.close()
	p = play(t, p.path)
	if got := p.graph.Camera(); got != want {
		t.Errorf("camera %+v, was left at %+v", got, want)
	}
	if len(p.graph.Scene().Nodes) == 0 {
		t.Error("the canvas is empty")
	}
}

// TestShowEntities: the camera comes to what is far away, and stays when everything is seen.
func TestShowEntities(t *testing.T) {
	p := harboured(t)
	n := p.graph.Scene().Nodes[0]
	p.graph.SetCamera(scene.Camera{X: n.X + 9000, Y: n.Y, Zoom: 1})
	p.showEntities([]graph.ID{n.ID})
	size := p.graph.Size()
	x, y := p.graph.Camera().Screen(n.X, n.Y, float64(size.Width), float64(size.Height))
	if x < 50 || x > float64(size.Width)-50 || y < 50 || y > float64(size.Height)-50 || p.graph.Camera().Zoom != 1 {
		t.Errorf("it is at %.0f,%.0f of %v", x, y, size)
	}
	was := p.graph.Camera()
	p.showEntities([]graph.ID{n.ID})
	if p.graph.Camera() != was {
		t.Error("the camera moved though everything was seen")
	}
	var all []graph.ID
	for _, n := range p.graph.Scene().Nodes {
		all = append(all, n.ID)
	}
	p.graph.SetCamera(scene.Camera{X: n.X, Y: n.Y, Zoom: 7})
	p.showEntities(all)
	for _, n := range p.graph.Scene().Nodes {
		x, y := p.graph.Camera().Screen(n.X, n.Y, float64(size.Width), float64(size.Height))
		if x < 0 || x > float64(size.Width) || y < 0 || y > float64(size.Height) {
			t.Errorf("%s is at %.0f,%.0f of %v", n.Label, x, y, size)
		}
	}
}

// TestFilterKeepsSomethingInView: what a filter leaves is brought into view when none of it is seen, else nothing moves.
func TestFilterKeepsSomethingInView(t *testing.T) {
	p := harboured(t)
	n := p.graph.Scene().Nodes
	i := slices.IndexFunc(n, func(n scene.Node) bool { return n.Kind == graph.Unit })
	unit := n[i]
	p.graph.SetCamera(scene.Camera{X: unit.X + 2000, Y: unit.Y, Zoom: 1})
	p.does(model.SetFilters{Filters: model.Filters{}.OnlyKind(graph.Unit)})
	size := p.graph.Size()
	x, y := p.graph.Camera().Screen(unit.X, unit.Y, float64(size.Width), float64(size.Height))
	if x < 0 || y < 0 || x > float64(size.Width) || y > float64(size.Height) {
		t.Errorf("what is left is at %.0f,%.0f of %v", x, y, size)
	}
	was := p.graph.Camera()
	p.does(model.SetFilters{})
	if p.graph.Camera() != was {
		t.Error("the camera moved though something was seen")
	}
}

// TestTheme: the choice reaches the toolkit and the canvas.
func TestTheme(t *testing.T) {
	p := harboured(t)
	for _, want := range []model.Theme{model.Dark, model.Light} {
		p.does(model.SetTheme{Theme: want})
		if p.theme.Mode != modeOf(want) || fyne.CurrentApp().Settings().Theme() != fyne.Theme(p.theme) {
			t.Errorf("%s: mode %v", want, p.theme.Mode)
		}
	}
	if got := theme.Color(theme.Canvas); got != scene.Light().Canvas {
		t.Errorf("the canvas is %v by day", got)
	}
}

// TestFrame: panels fold, can be dragged, and leave room for the canvas at any size.
func TestFrame(t *testing.T) {
	p := harboured(t)
	p.does(model.OpenTab{Tab: model.ArticleTab})
	wide := p.graph.Size().Width
	p.frame.leftLine.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(60, 0)})
	if got := p.graph.Size().Width; got != wide-60 {
		t.Errorf("the canvas is %v wide, was %v, and the filters got 60", got, wide)
	}
	p.does(model.Fold{Panel: "left"})
	p.does(model.Fold{Panel: "right"})
	high := p.graph.Size().Height
	p.does(model.Fold{Panel: "dock"})
	if p.graph.Size().Width != 1400-2*foldedWidth || p.graph.Size().Height <= high {
		t.Errorf("with everything folded the canvas is %v", p.graph.Size())
	}
	test.Tap(p.frame.leftTab.(*fyne.Container).Objects[1].(fyne.Tappable))
	if p.state.Panels.LeftFolded {
		t.Error("the strip that a folded panel leaves does not bring it back")
	}
	for _, name := range []string{"right", "dock"} {
		p.does(model.Fold{Panel: name})
	}
	p.frame.rightLine.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(-5000, 0)})
	p.frame.dockLine.Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(0, -5000)})
	for _, size := range []fyne.Size{{Width: 1400, Height: 900}, {Width: 1000, Height: 700}, p.frame.MinSize(nil)} {
		p.win.Resize(size)
		if g := p.graph.Size(); g.Width < 120 || g.Height < 60 {
			t.Errorf("in a window of %v the canvas is %v", size, g)
		}
	}
}
