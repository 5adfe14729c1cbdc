package model_test

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"

	"skein/graph"
	"skein/graph/schema"
	"skein/gui/model"
)

// TestUndoEverything makes every sort of edit, takes all of them back, and does all of them again.
func TestUndoEverything(t *testing.T) {
	r := read(t, tension().facts...)
	r.undoAll()
	start, whole := r.facts(), r.export()

	norland, coalition, heron, lindqvist := r.id("Norland"), r.id("Coast Coalition"), r.id("Red Heron"), r.id("Maria Lindqvist")
	r.send(
		model.Begin{Article: r.s.Snap.Articles()[0].ID},
		model.Go{Entity: norland},
		model.Expand{Entities: []graph.ID{norland}},
		model.Merge{Entities: []graph.ID{r.id("Lindqvist")}, Into: lindqvist},
		model.Rename{Entity: norland, Name: "  Kingdom of   Norland "},
		model.Retype{Entity: coalition, Type: schema.Unit},
		model.Judge{Decision: graph.Reject, Targets: []graph.ID{heron}},
		model.Judge{Decision: graph.Accept, Targets: []graph.ID{lindqvist}},
		model.Moved{At: []graph.Placement{{Entity: norland, X: 12, Y: 34}}},
		model.Hide{Entities: []graph.ID{r.id("Talks")}},
		model.SetFilters{Filters: model.Filters{}.ToggleKind(graph.Equipment), Label: "filter by kind"},
		model.Split{Entity: entity("Lindqvist"), From: lindqvist},
		model.Collapse{Entities: []graph.ID{norland}},
		model.Dropped{Paths: samples(t)[:2]},
		model.Tidy{},
	)
	r.send(model.Judge{Decision: graph.Reject, Targets: r.claimsBetween("Kingdom of Norland", "Talks")})
	changed, picture := r.facts(), r.s.Picture.Nodes
	if steps := r.undoAll(); steps != 16 {
		t.Errorf("%d steps, want one for each edit", steps)
	}
	if got := r.facts(); !reflect.DeepEqual(got, start) {
		t.Errorf("undone, the graph holds %d facts, at the start %d", len(got), len(start))
	}
	if r.export() != whole {
		t.Error("undone, the export is another one")
	}
	if !r.s.Filters.Empty() || len(r.s.Placed) != 0 || !r.s.News.Empty() || r.s.Hidden != 0 {
		t.Errorf("undone, but filters %+v, %d placed, %d new", r.s.Filters, len(r.s.Placed), len(r.s.News.Entities))
	}
	for r.s.RedoLabel() != "" {
		r.send(model.Redo{})
	}
	if got := r.facts(); !reflect.DeepEqual(got, changed) {
		t.Errorf("done again, the graph holds %d facts, before %d", len(got), len(changed))
	}
	if !slices.Equal(r.s.Picture.Nodes, picture) {
		t.Error("done again, the picture is another one")
	}
	r.wantStored()
}

func (r *reader) claimsBetween(a, b string) []graph.ID {
	var out []graph.ID
	for _, c := range r.s.Snap.Claims() {
		if c.Object != "" && model.EdgeOf(c.Subject, c.Object) == model.EdgeOf(r.id(a), r.id(b)) {
			out = append(out, c.ID)
		}
	}
	return out
}

func TestLabelsOfHistory(t *testing.T) {
	r := read(t, tension().facts...)
	r.send(model.Rename{Entity: r.id("Varn"), Name: "Old Varn"}, model.Judge{Decision: graph.Reject, Targets: r.claimsBetween("Norland", "Talks")})
	undo, _ := model.CommandOf("undo")
	if got := undo.Title(&r.s); got != "Undo reject claim “Talks with Norland”" {
		t.Errorf("the menu says %q", got)
	}
	r.send(model.Undo{})
	redo, _ := model.CommandOf("redo")
	if u, d := undo.Title(&r.s), redo.Title(&r.s); u != "Undo rename Varn to Old Varn" || d != "Redo reject claim “Talks with Norland”" {
		t.Errorf("the menu says %q and %q", u, d)
	}
	r.send(model.Pin{Entities: []graph.ID{r.id("Norland")}, On: true})
	if why := redo.Why(&r.s); why == "" {
		t.Error("a new edit leaves something to do again")
	}
}

func TestMergeAndSplit(t *testing.T) {
	r := read(t, tension().facts...)
	lindqvist, short := r.id("Maria Lindqvist"), r.id("Lindqvist")
	r.send(model.Select{Entities: []graph.ID{short}})
	r.does("merge")
	items := r.s.SheetItems()
	at := slices.IndexFunc(items, func(it model.Item) bool { return it.Label == "Maria Lindqvist" })
	if at < 0 {
		t.Fatalf("the sheet offers %+v", items)
	}
	r.send(model.SheetTake{At: at})
	in := r.s.Inspect()
	if in.Title != "Maria Lindqvist" || len(in.Joined) != 1 || in.Joined[0].Name != "Lindqvist" || !slices.Contains(in.Names, "Lindqvist") {
		t.Fatalf("merged: %+v", in)
	}
	r.send(model.Jump{To: slices.IndexFunc(r.s.Trail, func(s model.Stop) bool { return s.Entity == short })})
	if r.s.Selection.One() != lindqvist {
		t.Error("the walk does not lead to what it was merged into")
	}
	r.does("split")
	if in := r.s.Inspect(); len(in.Joined) != 0 || r.s.Selection.One() != lindqvist {
		t.Errorf("split: %+v", in.Joined)
	}
	if r.id("Lindqvist") != short || !r.s.Snap.Canon().Apart(short, lindqvist) {
		t.Error("the two are not told to be different")
	}
	r.send(model.Merge{Entities: []graph.ID{short}, Into: lindqvist})
	if i, _ := r.s.Snap.Entity(short); r.s.Snap.Entities()[i].ID != lindqvist {
		t.Error("what was split cannot be merged again")
	}
}

// TestMergeIntoWhatIsNotShown wants the merged entity where the one stood that was seen, and as good as any other.
func TestMergeIntoWhatIsNotShown(t *testing.T) {
	r := read(t, tension().facts...)
	r.still = true
	seen, unseen := r.id("Maria Lindqvist"), r.id("Lindqvist")
	if r.s.Shown(unseen) || !r.s.Shown(seen) {
		t.Fatal("the story begins otherwise")
	}
	at := r.s.Placed[seen]
	r.send(model.Merge{Entities: []graph.ID{seen}, Into: unseen})
	n := r.node("Lindqvist")
	if n.X != at.X || n.Y != at.Y {
		t.Errorf("it stands at %v,%v and not at %v,%v", n.X, n.Y, at.X, at.Y)
	}
	r.send(model.Go{Entity: seen})
	if m := r.node("Lindqvist"); m.X != n.X || m.Y != n.Y {
		t.Error("going there moves it")
	}
	r.send(model.Hide{Entities: r.s.Selection.Entities})
	if slices.Contains(r.drawn(), "Lindqvist") {
		t.Error("it cannot be hidden")
	}
	for range 2 {
		r.send(model.Undo{})
	}
	if r.s.Placed[seen] != at || r.s.Shown(unseen) {
		t.Error("undo does not bring the old picture back")
	}
}

func TestJudge(t *testing.T) {
	r := read(t, tension().facts...)
	passing := r.s.Facets.Passing
	edge := model.EdgeOf(r.id("Norland"), r.id("Talks"))
	r.send(model.SelectEdge{Edge: edge})
	r.does("reject")
	if r.s.Facets.Passing != passing-1 || slices.ContainsFunc(r.s.Picture.Lines, func(l model.Line) bool { return r.s.Picture.Edge(l) == edge }) {
		t.Error("the rejected line is still there")
	}
	if !r.s.Selection.Empty() {
		t.Error("a line that is gone stays selected")
	}
	r.send(model.Select{Entities: []graph.ID{r.id("Talks")}})
	groups := r.s.Inspect().Groups
	last := groups[len(groups)-1]
	if last.Label != "rejected" || len(last.Cards) != 1 {
		t.Fatalf("the inspector ends with %+v", last)
	}
	r.send(model.Judge{Decision: graph.Reject, Targets: []graph.ID{last.Cards[0].Claim}}) // again: taken back
	if r.s.Facets.Passing != passing {
		t.Error("a rejection cannot be taken back")
	}
	r.send(model.Judge{Decision: graph.Reject, Targets: []graph.ID{r.id("Talks")}})
	if slices.Contains(r.drawn(), "Talks") {
		t.Error("a rejected entity is drawn")
	}
}

func TestRenameAndRetype(t *testing.T) {
	r := read(t, tension().facts...)
	r.send(model.Select{Entities: []graph.ID{r.id("Red Heron")}})
	r.does("rename")
	if r.s.Sheet.Text != "Red Heron" {
		t.Errorf("the sheet begins with %q", r.s.Sheet.Text)
	}
	r.send(model.SheetText{Text: "Heron Front"}, model.SheetTake{At: -1})
	if in := r.s.Inspect(); in.Title != "Heron Front" || !slices.Contains(in.Names, "Red Heron") {
		t.Errorf("renamed: %q, also %q", in.Title, in.Names)
	}
	r.send(model.Rename{Entity: r.id("Heron Front"), Name: " "})
	if r.s.Inspect().Title != "Red Heron" {
		t.Error("an empty name does not bring the own name back")
	}
	r.send(model.Rename{Entity: r.id("Red Heron"), Name: ""})
	if r.s.Notice.Text != "A name cannot be empty." {
		t.Errorf("notice %q", r.s.Notice.Text)
	}
	r.does("retype")
	r.send(model.SheetText{Text: "unit"}, model.SheetTake{At: 0})
	if n := r.node("Red Heron"); n.Kind != graph.Unit {
		t.Errorf("drawn as %s", n.Kind)
	}
	r.does("retype")
	r.send(model.SheetText{Text: "unit"}, model.SheetTake{At: 0})
	if r.s.Notice.Text != "Unit: is its type now" {
		t.Errorf("notice %q", r.s.Notice.Text)
	}
}

// TestEditsWaitTheirTurn sends edits faster than the graph answers.
func TestEditsWaitTheirTurn(t *testing.T) {
	r := read(t, hub(40).facts...)
	r.still = true
	norland := r.id("Norland")
	r.hold = true
	r.send(
		model.Expand{Entities: []graph.ID{norland}},
		model.SearchText{Text: "Unit 039"}, model.SearchTake{At: 0}, // comes with the expansion already
		model.Toggle{Entity: norland},
		model.SetFilters{Filters: model.Filters{MinConfidence: 0.2}, Label: "confidence", Join: true},
		model.SetFilters{Filters: model.Filters{MinConfidence: 0.3}, Label: "confidence", Join: true},
		model.Undo{},
	)
	if r.s.Pending != 1 || len(r.s.Waiting) == 0 {
		t.Fatalf("%d under way, %d waiting", r.s.Pending, len(r.s.Waiting))
	}
	r.hold = false
	r.go_()
	if got := strings.Join(r.drawn(), ", "); got != "Estéria, Norland" || !r.s.Filters.Empty() {
		t.Errorf("left are %s, filters %+v", got, r.s.Filters)
	}
	if r.s.Pending != 0 || len(r.s.Waiting) != 0 {
		t.Errorf("%d under way, %d waiting", r.s.Pending, len(r.s.Waiting))
	}
	r.wantStored()
}

func TestRefusedEdit(t *testing.T) {
	r := read(t, tension().facts...)
	before, undo := r.s.Picture, r.s.UndoLabel()
	r.fail = errors.New("disk full")
	r.send(model.Hide{Entities: []graph.ID{r.id("Norland")}})
	if r.s.Notice.Text != "Could not save the edit: disk full" || r.s.Notice.Tone != model.Warning {
		t.Errorf("notice %+v", r.s.Notice)
	}
	r.send(model.Undo{})
	if r.s.Picture.Stamp != before.Stamp || r.s.UndoLabel() != undo || r.s.Pending != 0 {
		t.Error("a refused edit changes something")
	}
	r.fail = nil
	r.send(model.Hide{Entities: []graph.ID{r.id("Norland")}})
	if slices.Contains(r.drawn(), "Norland") {
		t.Error("after a refusal nothing works")
	}
}

// TestChoiceIsOld takes a choice of neighbours one of which came by itself in the meantime: collapsing leaves that one.
func TestChoiceIsOld(t *testing.T) {
	r := read(t, hub(4).facts...)
	norland, by := r.id("Norland"), r.id("Unit 002")
	r.send(model.OpenSheet{Kind: model.ChooserSheet, Entity: norland}, model.SheetMark{Row: 0})
	r.hold = true
	r.send(model.Go{Entity: by}, model.SheetTake{At: -1})
	r.hold = false
	r.go_()
	if got := len(r.drawn()); got != 6 || r.s.Sheet.Kind != model.NoSheet {
		t.Errorf("%d are on the canvas", got)
	}
	r.send(model.Collapse{Entities: []graph.ID{norland}})
	if got := strings.Join(r.drawn(), ", "); got != "Estéria, Norland, Unit 002" {
		t.Errorf("left are %s", got)
	}
}
