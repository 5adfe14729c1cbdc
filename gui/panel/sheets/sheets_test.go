package sheets

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"skein/graph"
	"skein/gui/model"
	"skein/gui/part"
	"skein/gui/theme"
)

// over lays things over each other.
type over struct{}

func (over) Layout(o []fyne.CanvasObject, size fyne.Size) {
	for _, x := range o {
		x.Resize(size)
	}
}
func (over) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(10, 10) }

// shown is a world in a window, with a sheet open. Below is what the sheets lie over.
func shown(t *testing.T, s *model.State, below fyne.CanvasObject, open model.Msg) (*world, fyne.Canvas) {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(theme.New(theme.Light))
	w := newWorld(s)
	if below == nil {
		below = part.Ground(theme.Canvas)
	}
	win := test.NewTempWindow(t, &fyne.Container{Layout: over{}, Objects: []fyne.CanvasObject{below, w.sheets.Object()}})
	win.SetPadded(false)
	win.Resize(fyne.NewSize(1000, 700))
	w.sheets.focus = func(f fyne.Focusable) {
		w.focused = f
		win.Canvas().Focus(f)
	}
	w.play(open)
	w.sent, w.effects = nil, nil
	return w, win.Canvas()
}

// key types a key into what has the keyboard.
func (w *world) key(names ...fyne.KeyName) {
	for _, n := range names {
		w.focused.TypedKey(&fyne.KeyEvent{Name: n})
	}
}

// texts are all texts to be seen in an object, with where they are.
func texts(o fyne.CanvasObject) map[string]fyne.Position {
	out := map[string]fyne.Position{}
	for _, x := range test.LaidOutObjects(o) {
		if t, ok := x.(*canvas.Text); ok && t.Text != "" {
			out[t.Text] = fyne.CurrentApp().Driver().AbsolutePositionForObject(t).AddXY(4, 4)
		}
	}
	return out
}

// tap clicks on a text.
func (w *world) tap(t *testing.T, c fyne.Canvas, text string) {
	t.Helper()
	at, ok := texts(w.sheets.Object())[text]
	if !ok {
		t.Fatalf("nothing to be seen says %q", text)
	}
	test.TapCanvas(c, at)
}

func last[T any](t *testing.T, list []model.Effect) T {
	t.Helper()
	for _, e := range slices.Backward(list) {
		if x, ok := e.(T); ok {
			return x
		}
	}
	var none T
	t.Fatalf("no %T among %v", none, list)
	return none
}

func TestPaletteRunsWhatWasTyped(t *testing.T) {
	w, c := shown(t, window(sample(), "Esteria", "Norland"), nil, model.OpenSheet{Kind: model.PaletteSheet})
	test.Type(w.focused, "fi")
	seen := texts(w.sheets.Object())
	if _, ok := seen["Fit"]; !ok {
		t.Error("Fit is not offered")
	}
	if _, ok := seen["Quit"]; !ok { // in the menu File
		t.Error("what is in the menu File is not offered")
	}
	if _, ok := seen["Tidy"]; ok {
		t.Error("Tidy is offered for “fi”")
	}
	test.Type(w.focused, "t")
	w.key(fyne.KeyReturn)
	last[model.FitAll](t, w.effects)
	if w.state.Sheet.Kind != model.NoSheet || w.sheets.Object().Visible() {
		t.Error("the sheet is still there")
	}
	w.play(model.OpenSheet{Kind: model.PaletteSheet})
	if got := w.focused.(*part.Field).Text; got != "" {
		t.Errorf("the palette remembers %q", got)
	}
	test.Type(w.focused, "red he")
	w.tap(t, c, "Red Heron")
	if w.state.Selection.One() != id("Red Heron") {
		t.Error("the entity was not gone to")
	}
}

func TestPaletteSaysWhyNot(t *testing.T) {
	w, _ := shown(t, window(sample()), nil, model.OpenSheet{Kind: model.PaletteSheet})
	test.Type(w.focused, "undo")
	if _, ok := texts(w.sheets.Object())["Nothing to undo."]; !ok {
		t.Error("no reason is given")
	}
	w.key(fyne.KeyEnter)
	if !strings.Contains(w.state.Notice.Text, "Nothing to undo") || w.state.Sheet.Kind == model.NoSheet {
		t.Errorf("the notice is %q, the sheet %q", w.state.Notice.Text, w.state.Sheet.Kind)
	}
}

func TestChosenRowStaysInView(t *testing.T) {
	w, _ := shown(t, window(sample(), "Esteria"), nil, model.OpenSheet{Kind: model.PaletteSheet})
	items := w.state.SheetItems()
	inView := func(i int) bool {
		label := items[i].Label
		at, ok := texts(w.sheets.Object())[label]
		head := fyne.CurrentApp().Driver().AbsolutePositionForObject(w.sheets.open.body)
		return ok && at.Y > head.Y && at.Y < head.Y+w.sheets.open.body.Size().Height
	}
	for range 20 {
		w.key(fyne.KeyDown)
	}
	if w.state.Sheet.At != 20 || !inView(20) {
		t.Errorf("row %d, in view: %v", w.state.Sheet.At, inView(20))
	}
	w.key(fyne.KeyPageUp, fyne.KeyPageUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp, fyne.KeyUp)
	if n := len(items); w.state.Sheet.At != n-1 || !inView(n-1) {
		t.Errorf("up from the first is row %d of %d", w.state.Sheet.At, n)
	}
}

func TestEscapeAndAClickBesideClose(t *testing.T) {
	for _, open := range []model.Msg{model.OpenSheet{Kind: model.PaletteSheet}, model.OpenSheet{Kind: model.HelpSheet}, model.ChooseImport{},
		model.ChooseExport{}, model.OpenSheet{Kind: model.GraphSheet}, model.OpenSheet{Kind: model.ChooserSheet, Entity: id("Esteria")},
		model.OpenSheet{Kind: model.RenameSheet, Entity: id("Esteria")}, model.OpenSheet{Kind: model.RetypeSheet, Entity: id("Esteria")},
		model.OpenSheet{Kind: model.MergeSheet, Entity: id("Esteria")}, model.OpenSheet{Kind: model.PathSheet, Entity: id("Esteria")}} {
		clicked := false
		below := part.NewButton("below", part.Flat, func() { clicked = true })
		w, c := shown(t, window(sample(), "Esteria"), below, open)
		kind := w.state.Sheet.Kind
		w.key(fyne.KeyEscape)
		if w.state.Sheet.Kind != model.NoSheet {
			t.Errorf("%s: Esc does not close it", kind)
		}
		w.play(open)
		test.TapCanvas(c, fyne.NewPos(500, 350)) // on the card
		if w.state.Sheet.Kind == model.NoSheet && kind != model.PaletteSheet {
			t.Errorf("%s: a click on it closes it", kind)
		}
		w.play(open)
		test.TapCanvas(c, fyne.NewPos(5, 5))
		if w.state.Sheet.Kind != model.NoSheet {
			t.Errorf("%s: a click beside does not close it", kind)
		}
		if clicked {
			t.Errorf("%s: a click went through to what lies below", kind)
		}
		test.TapCanvas(c, fyne.NewPos(5, 5))
		if !clicked {
			t.Errorf("%s: when it is closed, what lay below does not answer", kind)
		}
	}
}

func TestTabStaysInTheSheet(t *testing.T) {
	for _, open := range []model.Msg{model.OpenSheet{Kind: model.PaletteSheet}, model.ChooseExport{}, model.OpenSheet{Kind: model.ChooserSheet, Entity: id("Esteria")}} {
		w, _ := shown(t, window(sample(), "Esteria"), part.NewField("below"), open)
		if keeps, ok := w.focused.(fyne.Tabbable); !ok || !keeps.AcceptsTab() {
			t.Errorf("%v: Tab leaves it", open)
		}
	}
}

func TestHelpTellsEveryKey(t *testing.T) {
	w, _ := shown(t, window(sample()), nil, model.OpenSheet{Kind: model.HelpSheet})
	all := texts(w.sheets.Object())
	for _, cmd := range model.Commands() {
		if _, ok := all[cmd.Label]; !ok {
			t.Errorf("%s is missing", cmd.Label)
		}
		for _, k := range cmd.Keys {
			if _, ok := all[keyText(k)]; !ok {
				t.Errorf("%s: its key %s is missing", cmd.Label, k)
			}
		}
	}
	test.Type(w.focused, "lasso")
	few := texts(w.sheets.Object())
	if _, ok := few["Lasso"]; !ok {
		t.Error("Lasso is not found")
	}
	if _, ok := few["Undo"]; ok {
		t.Error("Undo is found for “lasso”")
	}
	test.Type(w.focused, "zz")
	if len(texts(w.sheets.Object())) > 4 {
		t.Error("something is found for nonsense")
	}
}

func TestExportChoices(t *testing.T) {
	w, c := shown(t, window(sample(), "Esteria", "Camp Halden"), nil, model.ChooseExport{})
	field := w.focused.(*part.Field)
	if w.state.Sheet.Scope != model.Visible || field.Text != "maps/sample.json" {
		t.Errorf("it begins with %s to %s", w.state.Sheet.Scope, field.Text)
	}
	w.tap(t, c, "The whole graph")
	if w.state.Sheet.Scope != model.WholeOnly {
		t.Errorf("the scope is %s", w.state.Sheet.Scope)
	}
	w.tap(t, c, "The selection") // of nothing
	if w.state.Sheet.Scope != model.WholeOnly {
		t.Errorf("an empty selection can be chosen: %s", w.state.Sheet.Scope)
	}
	w.tap(t, c, "SVG")
	if field.Text != "maps/sample.svg" || w.state.Sheet.Scope != model.Visible {
		t.Errorf("a drawing goes to %s, of %s", field.Text, w.state.Sheet.Scope)
	}
	w.tap(t, c, "JSON")
	w.key(fyne.KeyDown)
	if w.state.Sheet.Scope != model.Passing { // over the selection, which is empty
		t.Errorf("down goes to %s", w.state.Sheet.Scope)
	}
	w.key(fyne.KeyUp, fyne.KeyUp)
	if w.state.Sheet.Scope != model.WholeOnly {
		t.Errorf("up goes to %s", w.state.Sheet.Scope)
	}
	w.key(fyne.KeyEnd)
	for range field.Text {
		w.key(fyne.KeyBackspace)
	}
	test.Type(field, "out/all.json")
	w.tap(t, c, "Export")
	if e := last[model.WriteGraph](t, w.effects); e.Path != "out/all.json" || len(e.View.Entities()) != 12 {
		t.Errorf("%d entities go to %s", len(e.View.Entities()), e.Path)
	}
}

func TestImportByPath(t *testing.T) {
	w, c := shown(t, window(sample()), nil, model.ChooseImport{})
	w.key(fyne.KeyReturn)
	if w.state.Sheet.Kind != model.ImportSheet || len(w.effects) > 0 {
		t.Error("nothing was typed, and something is imported")
	}
	w.tap(t, c, "Choose folder…")
	if last[model.AskPath](t, w.effects).For != model.BrowseFolder {
		t.Error("the wrong dialog opens")
	}
	test.Type(w.focused, "news/january")
	w.key(fyne.KeyReturn)
	if e := last[model.ImportFiles](t, w.effects); !slices.Equal(e.Paths, []string{"news/january"}) {
		t.Errorf("%v is imported", e.Paths)
	}
}

func TestChooserBringsWhatIsMarked(t *testing.T) {
	w, c := shown(t, window(sample(), "Esteria"), nil, model.OpenSheet{Kind: model.ChooserSheet, Entity: id("Esteria")})
	if len(w.state.Sheet.Choices) < 3 {
		t.Fatalf("only %d groups", len(w.state.Sheet.Choices))
	}
	w.tap(t, c, "led by")
	w.tap(t, c, "places within")
	w.tap(t, c, "places within") // no longer
	w.key(fyne.KeyDown, fyne.KeySpace, fyne.KeySpace)
	w.tap(t, c, "Expand")
	for name, want := range map[string]bool{"Samir Okonkwo": true, "Camp Halden": false, "Talks in Halden": false} {
		if w.state.Shown(id(name)) != want {
			t.Errorf("%s is shown: %v", name, !want)
		}
	}
	w.play(model.OpenSheet{Kind: model.ChooserSheet, Entity: id("Esteria")})
	row := w.state.Sheet.Choices[0]
	before := len(w.state.Placed)
	w.key(fyne.KeyReturn) // nothing is marked: the row it stands on
	if n := len(w.state.Placed) - before; n != row.N {
		t.Errorf("Enter brought %d instead of %d", n, row.N)
	}
}

func TestJudgements(t *testing.T) {
	w, c := shown(t, window(sample(), "Esteria", "Norland"), nil, model.OpenSheet{Kind: model.RenameSheet, Entity: id("Norland")})
	if got := w.focused.(*part.Field).SelectedText(); got != "Norland" {
		t.Errorf("%q is selected", got)
	}
	test.Type(w.focused, "Norway")
	w.key(fyne.KeyReturn)
	judged := func() graph.Judgement {
		t.Helper()
		c := last[model.Apply](t, w.effects).Change
		return c.Deltas[len(c.Deltas)-1].Fact.(graph.Judgement)
	}
	if j := judged(); j.Decision != graph.Rename || j.Value != "Norway" || j.Target != id("Norland") {
		t.Errorf("%+v", j)
	}
	w.play(model.OpenSheet{Kind: model.RetypeSheet, Entity: id("Norland")})
	test.Type(w.focused, "reg")
	w.tap(t, c, "Region")
	if j := judged(); j.Decision != graph.Retype || j.Value != "region" {
		t.Errorf("%+v", j)
	}
	w.play(model.OpenSheet{Kind: model.MergeSheet, Entity: id("Norland")})
	test.Type(w.focused, "este")
	w.key(fyne.KeyReturn)
	if j := judged(); j.Decision != graph.Merge || j.Target != id("Norland") || j.Other != id("Esteria") {
		t.Errorf("%+v", j)
	}
	w.play(model.OpenSheet{Kind: model.PathSheet, Entity: id("Esteria")})
	test.Type(w.focused, "osprey")
	w.key(fyne.KeyReturn)
	if len(w.state.Chain.Ways) == 0 || w.state.Chain.To != id("MH-9 Osprey") {
		t.Errorf("the way leads to %s", w.state.Chain.To)
	}
}

func TestMergeProposesTheSameKind(t *testing.T) {
	w, _ := shown(t, window(sample(), "Esteria", "Norland", "Talks in Halden", "Camp Halden"), nil, model.OpenSheet{Kind: model.MergeSheet, Entity: id("Camp Halden")})
	seen := texts(w.sheets.Object())
	if _, ok := seen["Norland"]; !ok {
		t.Error("another place is not proposed")
	}
	if _, ok := seen["Talks in Halden"]; ok {
		t.Error("an event is proposed for a place")
	}
}

func TestOtherGraph(t *testing.T) {
	s := window(sample())
	s.Recent = []string{"maps/sample.skein", "maps/gulf.skein"}
	w, c := shown(t, s, nil, model.OpenSheet{Kind: model.GraphSheet})
	if _, ok := texts(w.sheets.Object())["maps/sample.skein"]; ok {
		t.Error("the graph that is open is offered")
	}
	w.tap(t, c, "maps/gulf.skein")
	if got := last[model.LoadGraph](t, w.effects).Path; got != "maps/gulf.skein" {
		t.Errorf("%s is opened", got)
	}
}
