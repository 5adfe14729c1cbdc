package panel_test

import (
	"fmt"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"skein/graph"
	"skein/gui/model"
	"skein/gui/panel/bar"
	"skein/gui/panel/filters"
	"skein/gui/panel/inspector"
	"skein/gui/part"
	"skein/gui/theme"
)

// views are states worth looking at.
func views(t testing.TB) map[string]*model.State {
	list := story(t)
	st := window(list)
	select1 := func(names ...string) *model.State {
		var ids []graph.ID
		for _, n := range names {
			ids = append(ids, ent(n))
		}
		return play(st, model.Select{Entities: ids})
	}
	return map[string]*model.State{
		"empty":   window(nil),
		"nothing": st,
		"place":   select1("Esteria"),
		"long":    select1("Combined Task Force for the Security of the Upper Straits and Adjacent Waters"),
		"unit":    select1("12th Mountain Brigade"),
		"several": select1("Esteria", "Norland", "1st Battalion, 88th Infantry Regiment"),
		"line":    play(st, model.SelectEdge{Edge: model.EdgeOf(ent("Militia of the eastern valleys"), ent("Red Heron"))}),
		"way":     play(st, model.FindChain{From: ent("MH-9 Osprey"), To: ent("Maria Lindqvist")}),
		"judged":  play(select1("Esteria"), judge(st, "Norlandic air strikes", graph.Accept), judge(st, "Withdrawal of the northern garrison", graph.Reject)),
		"event":   select1("Talks on the presence in Esteria"),
		"filters": play(st, model.SetFilters{Filters: model.Filters{SaidBy: []graph.ID{ent("Maria Lindqvist")}, MinConfidence: 0.4}}),
		"search":  play(st, model.Go{Entity: ent("Norland")}, model.SearchText{Text: "e"}),
	}
}

// judge decides about the first claim that an event makes about Esteria.
func judge(st *model.State, event string, d graph.Decision) model.Msg {
	i, _ := st.Snap.Entity(ent(event))
	for _, ci := range st.Snap.ClaimsOf(i) {
		if c := st.Snap.Claims()[ci]; c.Object == ent("Esteria") {
			return model.Judge{Decision: d, Targets: []graph.ID{c.ID}}
		}
	}
	return nil
}

// TestNoTextIsCutOrOverAnother looks at every panel in every state, wide and narrow: no text may reach over the edge of
// the window or stand on another.
func TestNoTextIsCutOrOverAnother(t *testing.T) {
	for name, st := range views(t) {
		for _, w := range []float32{200, 248, 344, 480} {
			t.Run(fmt.Sprintf("filters, %s, %v wide", name, w), func(t *testing.T) {
				s, p := openFilters(t, w, 1400)
				p.Show(st)
				s.checkTexts(w)
			})
		}
		for _, w := range []float32{260, 344, 520} {
			t.Run(fmt.Sprintf("inspector, %s, %v wide", name, w), func(t *testing.T) {
				s, p := openInspector(t, w, 3000)
				p.Show(st)
				s.checkTexts(w)
			})
		}
		for _, w := range []float32{700, 1000, 1400} {
			t.Run(fmt.Sprintf("bar, %s, %v wide", name, w), func(t *testing.T) {
				s, b := openBar(t, w)
				b.Show(st)
				s.checkTexts(w)
			})
			t.Run(fmt.Sprintf("overlay, %s, %v wide", name, w-400), func(t *testing.T) {
				s, o := open(t, w-400, 400, func(s *shown) panelOf { return bar.NewOverlay(s.send, nil) })
				st := *st
				st.Notice = model.Notice{Text: "Import: “a report with a very long name indeed.doc” is a Word file: save it as text, Markdown or HTML and drop that."}
				st.News = model.News{Entities: make([]graph.ID, 1234), Claims: make([]graph.ID, 12345), Disputed: 12, At: 1000}
				o.Show(&st)
				s.checkTexts(w - 400)
			})
		}
	}
}

func (s *shown) checkTexts(width float32) {
	s.t.Helper()
	list := s.texts()
	for i, a := range list {
		if a.at.X < 0 || a.at.X+a.size.Width > width+0.5 {
			s.t.Errorf("%q reaches from %v to %v", a.words, a.at.X, a.at.X+a.size.Width)
		}
		for _, b := range list[i+1:] {
			// letters keep away from the upper and lower end of their line
			over := fyne.Min(a.at.X+a.size.Width, b.at.X+b.size.Width) - fyne.Max(a.at.X, b.at.X)
			down := fyne.Min(a.at.Y+a.size.Height, b.at.Y+b.size.Height) - fyne.Max(a.at.Y, b.at.Y)
			if over > 1 && down > 4 {
				s.t.Errorf("%q stands on %q", a.words, b.words)
			}
		}
	}
}

// TestColoursFollowTheTheme shows panels by day and lets night come: nothing may keep the colours of the day.
func TestColoursFollowTheTheme(t *testing.T) {
	names := []fyne.ThemeColorName{theme.Canvas, theme.Panel, theme.Line, theme.Text, theme.Muted, theme.Faint, theme.Accent,
		theme.OnAccent, theme.Wash, theme.Highlight, theme.Quiet, theme.Hover, theme.Alarm, theme.Good}
	old := map[color.Color]fyne.ThemeColorName{}
	for _, n := range names {
		old[day.Color(n, 0)] = n
	}
	for _, n := range names {
		delete(old, night.Color(n, 0))
	}
	for name, st := range views(t) {
		for what, make := range map[string]func(*shown) panelOf{
			"filters":   func(s *shown) panelOf { return filters.New(s.send, nil, nil) },
			"inspector": func(s *shown) panelOf { return inspector.New(s.send, nil, nil) },
			"bar":       func(s *shown) panelOf { return bar.New(s.send, nil, nil, nil) },
			"overlay":   func(s *shown) panelOf { return bar.NewOverlay(s.send, nil) },
		} {
			t.Run(what+", "+name, func(t *testing.T) {
				s, p := open(t, 400, 900, make)
				p.Show(st)
				fyne.CurrentApp().Settings().SetTheme(night)
				walk(s.win.Content(), fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
					switch o := o.(type) {
					case *canvas.Text:
						if n, ok := old[o.Color]; ok {
							t.Errorf("the text %q keeps %s", o.Text, n)
						}
					case *canvas.Rectangle:
						if n, ok := old[o.FillColor]; ok {
							t.Errorf("a rectangle keeps %s", n)
						}
					}
				})
			})
		}
	}
}

// TestAnUpdateWithoutNewsIsFree shows the same state again and again: nothing may be made anew.
func TestAnUpdateWithoutNewsIsFree(t *testing.T) {
	st := window(story(t), model.Go{Entity: ent("Norland")}, model.Go{Entity: ent("Esteria")})
	for what, make := range map[string]func(*shown) panelOf{
		"filters":   func(s *shown) panelOf { return filters.New(s.send, nil, part.NewTips()) },
		"inspector": func(s *shown) panelOf { return inspector.New(s.send, nil, part.NewTips()) },
		"bar":       func(s *shown) panelOf { return bar.New(s.send, nil, nil, part.NewTips()) },
		"overlay":   func(s *shown) panelOf { return bar.NewOverlay(s.send, part.NewTips()) },
	} {
		_, p := open(t, 344, 900, make)
		p.Show(st)
		again := *st
		if n := testing.AllocsPerRun(20, func() { p.Show(&again) }); n > 20 {
			t.Errorf("%s: an update with nothing new allocates %v times", what, n)
		}
	}
}

// BenchmarkHub shows an entity that stands in five thousand claims.
func BenchmarkHub(b *testing.B) {
	_, p := openInspector(b, 344, 900)
	st := window(hub(5000))
	on, off := play(st, model.Select{Entities: []graph.ID{ent("Esteria")}}), st
	b.Run("inspect", func(b *testing.B) {
		for b.Loop() {
			on.Inspect()
		}
	})
	b.Run("show", func(b *testing.B) {
		for b.Loop() {
			p.Show(on)
			p.Show(off)
		}
	})
}

// BenchmarkUpdate shows a state in which nothing has changed, as after a move of the pointer.
func BenchmarkUpdate(b *testing.B) {
	st := window(story(b), model.Select{Entities: []graph.ID{ent("Esteria")}})
	_, f := openFilters(b, 248, 900)
	_, in := openInspector(b, 344, 900)
	_, top := openBar(b, 1400)
	f.Show(st)
	in.Show(st)
	top.Show(st)
	for b.Loop() {
		f.Show(st)
		in.Show(st)
		top.Show(st)
	}
}

// BenchmarkFilters lists everything anew, as when a filter is set.
func BenchmarkFilters(b *testing.B) {
	off := window(story(b))
	on := play(off, model.SetFilters{Filters: model.Filters{MinConfidence: 0.4}})
	_, f := openFilters(b, 248, 900)
	for b.Loop() {
		f.Show(on)
		f.Show(off)
	}
}
