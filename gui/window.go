package gui

import (
	"fmt"
	"path/filepath"
	"strings"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"skein/gui/canvas"
	"skein/gui/model"
	"skein/gui/panel/bar"
	"skein/gui/panel/dock"
	"skein/gui/panel/filters"
	"skein/gui/panel/inspector"
	"skein/gui/panel/sheets"
	"skein/gui/part"
	"skein/gui/scene"
	"skein/gui/theme"
)

// panel is a part of the window that shows the state.
type panel interface {
	Object() fyne.CanvasObject
	Show(*model.State)
}

// window is the window. Its methods are for the toolkit's goroutine only.
type window struct {
	app fyne.App
	win fyne.Window
	do  func(func()) // runs something on the toolkit's goroutine, or not at all once the window has been closed
	run *runner

	state   *model.State
	theme   *theme.Theme
	graph   *canvas.Canvas
	panels  []panel
	menus   *menus
	bar     *bar.Bar
	frame   *frame
	pointed *pointed
	tips    *part.Tips
	drawn   string // what the canvas shows, to notice changes
	dragged *scene.Scene

	asking  dialog.Dialog // the file dialog, while it is open
	camera  *time.Timer   // until the camera counts as come to rest
	opening func(error)   // the first graph is being opened: what to do when that fails
	ended   atomic.Bool   // the window has been closed
	files   []string      // to import when it is open
}

// firstSize is the window's size when it opens.
var firstSize = fyne.NewSize(1400, 900)

// newWindow makes the window's content. do is fyne.Do, but for tests.
func newWindow(a fyne.App, win fyne.Window, r *runner, first model.State, do func(func())) *window {
	w := &window{app: a, win: win, run: r, state: &first, tips: part.NewTips()}
	w.do = func(f func()) {
		do(func() {
			if !w.ended.Load() { // the toolkit does at once, on any goroutine, what it is asked for when it has ended
				f()
			}
		})
	}
	r.answer = func(m model.Msg) { w.do(func() { w.send(m) }) }
	w.theme = theme.New(modeOf(first.Theme))
	a.Settings().SetTheme(w.theme)
	w.graph = canvas.New(w.gestures(), w.do)
	left, right := filters.New(w.send, w.shortcut, w.tips), inspector.New(w.send, w.selectionMenu, w.tips)
	under, over := dock.New(w.send, w.tips), bar.NewOverlay(w.send, w.tips)
	over.Do = w.do
	sheet := sheets.New(w.send, w.shortcut, win.Canvas().Focus)
	w.bar, w.pointed = bar.New(w.send, nil, w.shortcut, w.tips), newPointed()
	w.panels = []panel{w.bar, left, right, under, over, sheet}
	middle := stack(w.graph, w.pointed.root, over.Object())
	w.menus = newMenus(w.send, win.Canvas(), w.focus, func() { w.frame.repaint() })
	w.frame = newFrame(w.send, w.tips, w.menus.bar(), w.bar.Object(), left.Object(), right.Object(), under.Object(), middle)
	win.SetPadded(false)
	win.SetContent(stack(w.frame.root, w.bar.Completion(), sheet.Object(), w.menus.layer, w.tips.Layer()))
	win.Resize(firstSize)
	win.SetOnDropped(w.dropped)
	win.SetCloseIntercept(w.quit)
	w.keys()
	w.show()
	a.Settings().AddListener(func(fyne.Settings) { w.paint() })
	w.paint()
	return w
}

// begin starts when the window has come up. Where the graph is not open yet, opening is what to do when it cannot be.
func (w *window) begin(files []string, opening func(error)) {
	w.graph.Animate = w.app.Settings().ShowAnimations()
	w.focus()
	w.files, w.opening = files, opening
	if opening != nil {
		w.run.run(model.LoadGraph{Path: w.state.Path})
		return
	}
	w.lookAt()
	w.effects(w.state.Start())
	w.show()
	w.importFirst()
}

// quit ends the program. The window is not closed by itself: the toolkit would hand it the events that have come
// meanwhile, and a pointer that moves over a closed window is a panic.
func (w *window) quit() {
	w.ended.Store(true)
	w.app.Driver().Quit()
}

// end keeps the camera when the window has been closed; nothing is shown any more, and nothing answered.
func (w *window) end() {
	w.ended.Store(true)
	if m, ok := w.cameraNow(); ok {
		_, effects := model.Update(*w.state, m)
		for _, e := range effects {
			w.run.run(e)
		}
	}
}

// importFirst imports what the command line named.
func (w *window) importFirst() {
	if len(w.files) > 0 {
		w.send(model.StartImport{Paths: w.files})
		w.files = nil
	}
}

// send is the one way in: everything that happens comes here as a message.
func (w *window) send(m model.Msg) {
	if opened, ok := m.(model.Opened); ok {
		if fail := w.opening; fail != nil && opened.Err != nil {
			fail(opened.Err)
			return
		}
		w.opening = nil
		defer w.importFirst()
	}
	view := w.state.View
	next, effects := model.Update(*w.state, m)
	w.state = &next
	switch m := m.(type) {
	case model.Opened:
		w.graph.Fit()
		w.lookAt()
	case model.Applied:
		if m.Err != nil {
			w.drawn = "" // what was dragged goes back
		}
	}
	w.show()
	w.effects(effects)
	if next.View != view && !w.anyInView() {
		w.graph.Fit()
	}
}

// show shows the state.
func (w *window) show() {
	s := w.state
	w.win.SetTitle(title(s))
	if mode := modeOf(s.Theme); mode != w.theme.Mode {
		w.theme = theme.New(mode)
		w.app.Settings().SetTheme(w.theme)
	}
	w.frame.fold(s.Panels)
	w.showGraph()
	for _, p := range w.panels {
		p.Show(s)
	}
	w.pointed.show(s, w.pointed.on)
	w.menus.show(s)
	w.frame.repaint()
}

// showGraph gives the canvas a new scene where what it depends on has changed.
func (w *window) showGraph() {
	s := w.state
	w.graph.SetTool(map[model.Tool]canvas.Tool{model.BoxTool: canvas.Box, model.LassoTool: canvas.Lasso}[s.Tool])
	now := fmt.Sprint(s.Picture.Stamp, s.Selection.Entities, s.Selection.Edge, len(s.News.Entities), len(s.News.Claims), s.Chained())
	if now == w.drawn {
		return
	}
	w.drawn = now
	w.graph.SetScene(s.Scene())
}

// paint takes on the theme's colours where the toolkit does not do it by itself.
func (w *window) paint() {
	w.graph.SetPalette(w.theme.Palette(w.app.Settings().ThemeVariant()))
}

func modeOf(t model.Theme) theme.Mode {
	return map[model.Theme]theme.Mode{model.Light: theme.Light, model.Dark: theme.Dark}[t]
}

// title is what the window is called: the graph, how much it holds, and how far an import is.
func title(s *model.State) string {
	if s.Path == "" {
		return "Skein"
	}
	name := strings.TrimSuffix(filepath.Base(s.Path), filepath.Ext(s.Path))
	about := model.Quantity(len(s.Snap.Articles()), "article", "articles")
	switch {
	case s.Import.Running && s.Import.Total == 0:
		about = "importing"
	case s.Import.Running:
		about = "importing " + model.Number(s.Import.Done) + " of " + model.Number(s.Import.Total)
	}
	return name + ", " + about + " – Skein"
}

// dropped takes what was let fall onto the window.
func (w *window) dropped(_ fyne.Position, uris []fyne.URI) {
	paths := make([]string, len(uris))
	for i, u := range uris {
		paths[i] = u.Path()
	}
	w.send(model.Dropped{Paths: paths})
}

// focus gives the keys to the canvas.
func (w *window) focus() { w.win.Canvas().Focus(w.graph) }
