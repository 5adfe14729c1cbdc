package dock

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"skein/graph"
	"skein/gui/model"
	"skein/gui/theme"
	"skein/importer/batch"
)

// views are states worth looking at.
func views(t testing.TB) map[string]*model.State {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(theme.New(theme.Light))
	play := func(s *model.State, messages ...model.Msg) *model.State {
		w := &world{state: s, dock: New(func(model.Msg) {}, nil)}
		for _, m := range messages {
			w.play(m)
		}
		return w.state
	}
	st := func() *model.State { return window(sample(t)) }
	done := func(s *model.State) model.Msg {
		return model.ImportDone{Report: batch.Report{Outcomes: outcomes(s)}}
	}
	return map[string]*model.State{
		"no article":     window(nil),
		"article":        play(st(), model.OpenArticle{Article: st().Snap.Articles()[2].ID}, model.Go{Entity: id("Norland")}),
		"sentence":       play(st(), model.OpenClaim{Claim: claimWith(st(), graph.Denied)}),
		"articles":       st(),
		"empty table":    play(window(nil), model.OpenTab{Tab: model.TableTab}),
		"entities":       play(st(), model.OpenTab{Tab: model.TableTab}, model.Go{Entity: id("Red Heron")}),
		"claims":         play(st(), model.OpenTab{Tab: model.TableTab}, model.ShowRows{What: model.ClaimRows}),
		"few entities":   play(st(), model.OpenTab{Tab: model.TableTab}, model.SetFilters{Filters: st().Filters.OnlyKind(graph.Unit)}),
		"empty log":      play(st(), model.OpenTab{Tab: model.LogTab}),
		"log":            play(st(), done(st()), model.OpenTab{Tab: model.LogTab}),
		"import running": play(st(), done(st()), model.OpenTab{Tab: model.LogTab}, model.StartImport{Paths: []string{"x"}}, model.ImportProgress{Progress: batch.Progress{Done: 1, Total: 3, Last: outcomes(st())[2]}}),
	}
}

func TestNoTextStandsOnAnother(t *testing.T) {
	for name, s := range views(t) {
		for _, width := range []float32{480, 760, 1000, 1400} {
			w, _ := shown(t, s, width, 600)
			seen := w.seen()
			if len(seen) < 4 {
				t.Errorf("%s, %g wide: only %d texts", name, width, len(seen))
			}
			for i, a := range seen {
				if a.at.X+a.Size().Width > width-4 {
					t.Errorf("%s, %g wide: %q reaches to %g", name, width, a.Text.Text, a.at.X+a.Size().Width)
				}
				for _, b := range seen[i+1:] {
					over := fyne.Min(a.at.X+a.Size().Width, b.at.X+b.Size().Width) - fyne.Max(a.at.X, b.at.X)
					down := fyne.Min(a.at.Y+a.Size().Height, b.at.Y+b.Size().Height) - fyne.Max(a.at.Y, b.at.Y)
					if over > 1 && down > 4 {
						t.Errorf("%s, %g wide: %q stands on %q", name, width, a.Text.Text, b.Text.Text)
					}
				}
			}
		}
	}
}

func TestColoursFollowTheTheme(t *testing.T) {
	day, night := theme.New(theme.Light), theme.New(theme.Dark)
	names := []fyne.ThemeColorName{theme.Panel, theme.Line, theme.Text, theme.Muted, theme.Accent, theme.OnAccent, theme.Wash,
		theme.Highlight, theme.Quiet, theme.Hover, theme.Alarm, theme.Good}
	old := map[color.Color]fyne.ThemeColorName{}
	for _, n := range names {
		old[day.Color(n, 0)] = n
	}
	for _, n := range names {
		delete(old, night.Color(n, 0))
	}
	for name, s := range views(t) {
		w, _ := shown(t, s, 1000, 400)
		fyne.CurrentApp().Settings().SetTheme(night)
		texts := 0
		every(w.dock.Object(), func(o fyne.CanvasObject) {
			switch o := o.(type) {
			case *canvas.Text:
				texts++
				if n, ok := old[o.Color]; ok {
					t.Errorf("%s: the text %q keeps %s", name, o.Text, n)
				}
			case *canvas.Rectangle:
				if n, ok := old[o.FillColor]; ok {
					t.Errorf("%s: a rectangle keeps %s", name, n)
				}
			}
		})
		if texts < 4 {
			t.Errorf("%s: only %d texts", name, texts)
		}
	}
}

// every visits all that an object is drawn with.
func every(o fyne.CanvasObject, visit func(fyne.CanvasObject)) {
	if !o.Visible() {
		return
	}
	visit(o)
	var within []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		within = o.Objects
	case fyne.Widget:
		within = test.WidgetRenderer(o).Objects()
	}
	for _, x := range within {
		every(x, visit)
	}
}

func TestUpdateWithoutNewsIsFree(t *testing.T) {
	for name, s := range views(t) {
		w, _ := shown(t, s, 1000, 400)
		again := *s
		if n := testing.AllocsPerRun(20, func() { w.dock.Show(&again) }); n > 30 {
			t.Errorf("%s: an update with nothing new allocates %v times", name, n)
		}
	}
}
