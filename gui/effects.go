package gui

import (
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"skein/gui/model"
)

// effects does what the model asks for.
func (w *window) effects(list []model.Effect) {
	for _, e := range list {
		if w.run.run(e) {
			continue
		}
		switch e := e.(type) {
		case model.ShowEntities:
			w.showEntities(e.Entities)
		case model.FitAll:
			w.graph.Fit()
		case model.ZoomBy:
			w.graph.Zoom(e.By)
		case model.FocusSearch:
			w.bar.FocusSearch()
		case model.FocusGraph:
			w.focus()
		case model.AskPath:
			w.askPath(e.For)
		case model.CopyText:
			w.app.Clipboard().SetContent(e.Text)
		case model.Exit:
			w.quit()
		}
	}
}

// askPath opens the file dialog. The toolkit's dialog for saving empties the file that is chosen before anything can be
// written to it, so the folder is chosen, and the name stays.
func (w *window) askPath(what model.Browsing) {
	answer := func(path string) { w.send(model.Browsed{For: what, Path: path}) }
	var d dialog.Dialog
	if what == model.BrowseFile {
		d = dialog.NewFileOpen(func(f fyne.URIReadCloser, _ error) {
			if f == nil {
				answer("")
				return
			}
			f.Close()
			answer(f.URI().Path())
		}, w.win)
	} else {
		name := ""
		if what == model.BrowseSave {
			name = filepath.Base(w.state.Sheet.Text)
		}
		d = dialog.NewFolderOpen(func(u fyne.ListableURI, _ error) {
			if u == nil {
				answer("")
				return
			}
			answer(filepath.Join(u.Path(), name))
		}, w.win)
	}
	size := w.win.Canvas().Size()
	d.Resize(fyne.NewSize(fyne.Min(860, size.Width-60), fyne.Min(600, size.Height-60)))
	w.asking = d
	d.SetOnClosed(func() { w.asking = nil })
	d.Show()
}
