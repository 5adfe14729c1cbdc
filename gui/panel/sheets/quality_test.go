package sheets

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"skein/gui/model"
	"skein/gui/theme"
)

// sheetsOpen are all sheets, some with something typed or chosen.
func sheetsOpen() map[string][]model.Msg {
	about := func(k model.SheetKind, more ...model.Msg) []model.Msg {
		return append([]model.Msg{model.OpenSheet{Kind: k, Entity: id("Esteria")}}, more...)
	}
	return map[string][]model.Msg{
		"palette":       about(model.PaletteSheet),
		"palette typed": about(model.PaletteSheet, model.SheetText{Text: "es"}),
		"palette vain":  about(model.PaletteSheet, model.SheetText{Text: "qqq"}),
		"help":          about(model.HelpSheet),
		"help typed":    about(model.HelpSheet, model.SheetText{Text: "select"}),
		"import":        {model.ChooseImport{}},
		"export":        {model.ChooseExport{}},
		"export svg":    {model.ChooseExport{}, model.SheetExport{Format: model.SVG}},
		"graph":         about(model.GraphSheet),
		"chooser":       about(model.ChooserSheet, model.SheetMark{Row: 1}),
		"rename":        about(model.RenameSheet),
		"retype":        about(model.RetypeSheet),
		"merge":         about(model.MergeSheet),
		"path":          about(model.PathSheet, model.SheetText{Text: "red"}),
	}
}

// walk visits what an object is drawn with, with its place in the window and what clips it.
func walk(o fyne.CanvasObject, at, from, to fyne.Position, visit func(o fyne.CanvasObject, at, from, to fyne.Position)) {
	if !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	visit(o, at, from, to)
	var within []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		within = o.Objects
	case fyne.Widget:
		within = test.WidgetRenderer(o).Objects()
		if _, ok := o.(*container.Scroll); ok {
			from = fyne.NewPos(max(from.X, at.X), max(from.Y, at.Y))
			to = fyne.NewPos(min(to.X, at.X+o.Size().Width), min(to.Y, at.Y+o.Size().Height))
		}
	}
	for _, x := range within {
		walk(x, at, from, to, visit)
	}
}

// TestSheetsFitTheWindow looks at every sheet in the least window and a large one: all that does not scroll is on the
// card, and no text stands on another.
func TestSheetsFitTheWindow(t *testing.T) {
	for name, messages := range sheetsOpen() {
		for _, size := range []fyne.Size{{Width: 760, Height: 480}, {Width: 1400, Height: 900}} {
			w, _ := shown(t, window(sample(), "Esteria", "Norland"), nil, messages[0])
			for _, m := range messages[1:] {
				w.play(m)
			}
			w.sheets.Object().Resize(size)
			card := w.sheets.Object().(*fyne.Container).Objects[1]
			at, end := card.Position(), card.Position().AddXY(card.Size().Width, card.Size().Height)
			if at.X < 0 || at.Y < 0 || end.X > size.Width || end.Y > size.Height {
				t.Errorf("%s: the card reaches from %v to %v in %v", name, at, end, size)
			}
			type found struct {
				text    string
				at, end fyne.Position
			}
			var seen []found
			walk(card, fyne.Position{}, at, end, func(o fyne.CanvasObject, p, from, to fyne.Position) {
				text, ok := o.(*canvas.Text)
				if !ok || text.Text == "" {
					return
				}
				e := p.AddXY(text.Size().Width, text.Size().Height)
				scrolls := from != at || to != end
				if inside := p.X >= from.X && p.Y >= from.Y && e.X <= to.X && e.Y <= to.Y; inside {
					seen = append(seen, found{text.Text, p, e})
				} else if !scrolls {
					t.Errorf("%s: %q stands at %v, the card ends at %v", name, text.Text, p, end)
				}
			})
			if len(seen) < 3 {
				t.Errorf("%s: only %d texts", name, len(seen))
			}
			for i, a := range seen {
				for _, b := range seen[i+1:] {
					if over := min(a.end.X, b.end.X) - max(a.at.X, b.at.X); over > 1 && min(a.end.Y, b.end.Y)-max(a.at.Y, b.at.Y) > 4 {
						t.Errorf("%s: %q stands on %q", name, a.text, b.text)
					}
				}
			}
		}
	}
}

func TestColoursFollowTheTheme(t *testing.T) {
	day, night := theme.New(theme.Light), theme.New(theme.Dark)
	names := []fyne.ThemeColorName{theme.Canvas, theme.Panel, theme.Line, theme.Text, theme.Muted, theme.Accent, theme.OnAccent,
		theme.Wash, theme.Quiet, theme.Hover, theme.Shade}
	old := map[color.Color]fyne.ThemeColorName{}
	for _, n := range names {
		old[day.Color(n, 0)] = n
	}
	for _, n := range names {
		delete(old, night.Color(n, 0))
	}
	for name, messages := range sheetsOpen() {
		w, _ := shown(t, window(sample(), "Esteria"), nil, messages[0])
		for _, m := range messages[1:] {
			w.play(m)
		}
		fyne.CurrentApp().Settings().SetTheme(night)
		walk(w.sheets.Object(), fyne.Position{}, fyne.Position{}, fyne.Position{}, func(o fyne.CanvasObject, _, _, _ fyne.Position) {
			switch o := o.(type) {
			case *canvas.Text:
				if n, ok := old[o.Color]; ok {
					t.Errorf("%s: the text %q keeps %s", name, o.Text, n)
				}
			case *canvas.Rectangle:
				if n, ok := old[o.FillColor]; ok && o.Size().Width > 2 { // Fyne's cursor takes its colour when it next blinks
					t.Errorf("%s: a rectangle keeps %s", name, n)
				}
			}
		})
	}
}
