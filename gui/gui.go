// Package gui is the window: it holds the state of package model, shows it, and does what it asks for.
//
// # The way of the data
//
//	gesture, key, menu ──► send ──► model.Update ──► state ──► show: canvas and panels
//	                         ▲                └──► effects ──► the runner: graph/store, importer/batch, graph/file
//	                         └──────────── answers, through fyne.Do ◄──────────┘
//
// Everything that touches the state or a widget happens on the toolkit's goroutine. What takes time happens on others
// (runner.go), and comes back as a message. No panel knows another one: each is told the whole state and sends messages.
//
// # Files
//
//	gui.go        Run: the graph is opened, then the window
//	display.go    whether there is a display to open it on
//	window.go     the window: send and show
//	frame.go      where bar, panels, canvas and dock stand, and the lines between them that can be dragged
//	over.go       what the pointer is on, in a line over the canvas
//	gestures.go   what the canvas hears, as messages; the way of nodes while they are dragged
//	camera.go     what effects ask of the camera
//	keys.go       keys, made from the model's table of commands
//	menus.go      the main menus and those of a right click, made from it too
//	effects.go    effects of the window itself: dialogs, clipboard, focus
//	runner.go     effects on the graph, in the background
//	files.go      exports
//	recent.go     which graphs were opened last
package gui

import (
	"context"
	"errors"
	"fmt"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"skein/assets"
	"skein/graph"
	"skein/graph/snapshot"
	_ "skein/gui/locale" // before the toolkit
	"skein/gui/model"
	"skein/importer"
)

// Options say what the window opens with.
type Options struct {
	Path   string           // the graph's file; it is made when it is not there
	Files  []string         // files and folders to import once the window stands
	Stages []importer.Stage // how articles are read
}

// largeFile is the size in bytes from which a graph is opened after the window: reading it takes about a second or more.
const largeFile = 32 << 20

// Run opens the graph and shows the window until it is closed, or the context ends. It has to be called on the main
// goroutine. The error is ErrNoDisplay, or that of opening the graph (see store.Open).
func Run(ctx context.Context, o Options) (err error) {
	if err := display(); err != nil {
		return err
	}
	r := newRunner(o.Stages)
	r.recent = recentFile()
	defer func() { err = errors.Join(err, r.close()) }()
	info, statErr := os.Stat(o.Path)
	large := statErr == nil && info.Size() > largeFile
	var first model.State
	if large {
		first = awaiting(o.Path)
	} else if first, err = r.open(o.Path); err != nil {
		return err
	}
	defer func() { // the toolkit panics when the display does not answer
		if p := recover(); p != nil && !r.shown {
			err = fmt.Errorf("the display %q cannot be used: %v", os.Getenv("DISPLAY"), p)
		} else if p != nil {
			panic(p)
		}
	}()

	// The name is given late: the toolkit keeps preferences for an app that begins with one, in a file that it may read
	// while it writes it, and complains about what it reads. Skein has none.
	a := app.New()
	app.SetMetadata(fyne.AppMetadata{ID: "io.skein.Skein", Name: "Skein"})
	a.SetIcon(fyne.NewStaticResource("skein.png", assets.Icon))
	win := a.NewWindow("Skein")
	w := newWindow(a, win, r, first, fyne.Do)
	go func() {
		<-ctx.Done()
		fyne.Do(w.quit)
	}()
	a.Lifecycle().SetOnStarted(func() {
		r.shown = true
		var failed func(error)
		if large {
			failed = func(e error) {
				err = e
				w.quit()
			}
		}
		w.begin(o.Files, failed)
	})
	win.ShowAndRun()
	w.end()
	return err
}

// awaiting is the state of a window whose graph is still being opened: it shows nothing, and edits wait.
func awaiting(path string) model.State {
	s := model.New(path, snapshot.Build(func(func(graph.Fact) bool) {}), nil, nil)
	s.Notice.Text = "Opening " + path + "…"
	s.Pending = 1
	return s
}
