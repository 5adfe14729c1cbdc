package model_test

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"skein/graph"
	"skein/gui/model"
)

func TestStartsFromTheLastArticle(t *testing.T) {
	r := read(t, tension().facts...)
	if got := strings.Join(r.drawn(), ", "); got != "Coast Coalition, Estéria, Maria Lindqvist, Norland, Red Heron, Talks, Withdrawal" {
		t.Errorf("on the canvas: %s", got)
	}
	if got := r.s.Read().Title; got != "Talks on the coalition to open" {
		t.Errorf("the reader shows %q", got)
	}
	if many := read(t, hub(200).facts...); len(many.s.Picture.Nodes) > model.StartSize {
		t.Errorf("%d nodes at the start", len(many.s.Picture.Nodes))
	}
}

func TestExpandInSteps(t *testing.T) {
	r := read(t, hub(60).facts...)
	r.still = true
	norland := r.id("Norland")
	start := r.drawn()
	if more := r.node("Norland").More; more != 60 {
		t.Fatalf("+%d beside Norland, want 60", more)
	}
	r.send(model.Toggle{Entity: norland})
	if got := len(r.drawn()) - len(start); got != model.ExpandStep {
		t.Errorf("a double click brings %d, want %d", got, model.ExpandStep)
	}
	if more := r.node("Norland").More; more != 60-model.ExpandStep {
		t.Errorf("+%d are left", more)
	}
	if !strings.Contains(r.s.Notice.Text, "44 more neighbours") {
		t.Errorf("the notice says %q", r.s.Notice.Text)
	}
	for _, n := range r.drawn() { // those with two claims come first
		var i int
		if _, err := fmt.Sscanf(n, "Unit %d", &i); err == nil && i%2 == 0 {
			t.Errorf("%s came before better known ones", n)
		}
	}
	if _, ok := asks[model.ShowEntities](r); !ok {
		t.Error("the camera does not come along")
	}
	r.send(model.Expand{Entities: []graph.ID{norland}})
	if more := r.node("Norland").More; more != 60-2*model.ExpandStep {
		t.Errorf("+%d are left after a second time", more)
	}
	r.send(model.Toggle{Entity: norland})
	if !slices.Equal(r.drawn(), start) {
		t.Errorf("the second double click leaves %q", r.drawn())
	}
	r.undoAll()
	for range 4 {
		r.send(model.Redo{})
	}
	if !slices.Equal(r.drawn(), start) {
		t.Errorf("undone and done again leaves %q", r.drawn())
	}
}

func TestExpandByChoice(t *testing.T) {
	r := read(t, hub(60).facts...)
	r.send(model.Select{Entities: []graph.ID{r.id("Norland")}})
	r.does("expand-by")
	rows := r.s.Sheet.Choices
	if len(rows) != 2 || rows[0].Label != "parts" || rows[0].N != 60 || rows[1].Label != "home of" || rows[1].N != 30 {
		t.Fatalf("choices %+v", rows)
	}
	before := len(r.drawn())
	r.send(model.SheetMark{Row: 0}, model.SheetTake{At: -1})
	if got := len(r.drawn()) - before; got != model.ExpandLimit {
		t.Errorf("%d come at once, want %d", got, model.ExpandLimit)
	}
	if r.s.Sheet.Kind != model.NoSheet {
		t.Error("the chooser stays open")
	}
	r.does("expand-by")
	r.send(model.SheetTake{At: -1}) // nothing is marked
	if got := len(r.drawn()) - before; got != model.ExpandLimit {
		t.Errorf("an empty choice leaves %d", got)
	}
}

// TestCollapse wants back exactly what came, but for what a person has made theirs since.
func TestCollapse(t *testing.T) {
	r := read(t, hub(12).facts...)
	norland, estéria := r.id("Norland"), r.id("Estéria")
	r.send(model.Go{Entity: r.id("Unit 000")}) // brought by itself, before
	before := r.drawn()
	r.send(model.Expand{Entities: []graph.ID{norland}})
	pinned, hidden := r.id("Unit 003"), r.id("Unit 004")
	r.send(model.Moved{At: []graph.Placement{{Entity: pinned, X: 9000, Y: 10}}}, model.Hide{Entities: []graph.ID{hidden}})
	r.send(model.Collapse{Entities: []graph.ID{norland}})
	if got, want := r.drawn(), append(slices.Clone(before), "Unit 003"); !slices.Equal(got, want) {
		t.Errorf("left are %q, want %q", got, want)
	}
	r.send(model.Expand{Entities: []graph.ID{norland}})
	if slices.Contains(r.drawn(), "Unit 004") {
		t.Error("what was hidden by hand came back")
	}
	r.send(model.ShowHidden{})
	if !slices.Contains(r.drawn(), "Unit 004") || r.s.Hidden != 0 {
		t.Errorf("show hidden leaves %q", r.drawn())
	}
	r.send(model.Collapse{Entities: []graph.ID{estéria}})
	if r.s.Notice.Text != "No expansion of Estéria to take back." {
		t.Errorf("notice %q", r.s.Notice.Text)
	}
}

func TestHide(t *testing.T) {
	r := read(t, tension().facts...)
	norland := r.id("Norland")
	at := r.s.Placed[norland]
	r.send(model.Select{Entities: []graph.ID{norland}})
	r.does("hide")
	if slices.Contains(r.drawn(), "Norland") || r.s.Hidden != 1 || !r.s.Selection.Empty() {
		t.Errorf("hidden: %d, on the canvas %q", r.s.Hidden, r.drawn())
	}
	r.send(model.Expand{Entities: []graph.ID{r.id("Coast Coalition")}})
	if slices.Contains(r.drawn(), "Norland") {
		t.Error("expanding a neighbour brings it back")
	}
	r.send(model.Go{Entity: norland})
	if r.s.Placed[norland] != at {
		t.Errorf("it comes back at %v, stood at %v", r.s.Placed[norland], at)
	}
	r.send(model.Select{Entities: []graph.ID{norland, r.id("Talks")}})
	r.does("hide-others")
	if got := strings.Join(r.drawn(), ", "); got != "Norland, Talks" || len(r.s.Selection.Entities) != 2 {
		t.Errorf("left are %s", got)
	}
	r.does("show-hidden")
	r.undoAll()
	if len(r.s.Placed) != 0 {
		t.Errorf("all undone, but %d stand", len(r.s.Placed))
	}
}

func TestTidyLeavesPinned(t *testing.T) {
	r := read(t, tension().facts...)
	norland := r.id("Norland")
	r.send(model.Moved{At: []graph.Placement{{Entity: norland, X: 3000, Y: -2000}}})
	if !r.s.Placed[norland].Pinned {
		t.Fatal("a drag does not pin")
	}
	r.does("tidy")
	if p := r.s.Placed[norland]; p.X != 3000 || p.Y != -2000 || !p.Pinned {
		t.Errorf("tidying moves a pinned node to %v", p)
	}
	asks[model.FitAll](r)
	r.does("tidy") // the same arrangement again: nothing to save
	if _, ok := asks[model.FitAll](r); !ok {
		t.Error("the camera does not show what was tidied")
	}
	if steps := r.undoAll(); steps != 3 {
		t.Errorf("%d steps of history, want the beginning, the move, the tidying", steps)
	}
}

// TestArrangementComesLate lets a person go on while an arrangement is worked out.
func TestArrangementComesLate(t *testing.T) {
	r := read(t, tension().facts...)
	norland, talks, heron := r.id("Norland"), r.id("Talks"), r.id("Red Heron")
	r.hold = true
	r.send(model.Tidy{})
	tidy := r.work
	r.work = nil
	r.hold = false
	r.send(model.Moved{At: []graph.Placement{{Entity: norland, X: 5000, Y: 5000}}}, model.Hide{Entities: []graph.ID{talks}},
		model.Judge{Decision: graph.Reject, Targets: []graph.ID{heron}})
	stood := r.s.Placed
	r.work = tidy
	r.go_()
	for _, id := range []graph.ID{norland, talks} {
		if r.s.Placed[id] != stood[id] {
			t.Errorf("%s is put from %v to %v", r.s.Name(id), stood[id], r.s.Placed[id])
		}
	}
	r.undoAll()
	r.work = tidy // and once more, after all of it is gone
	r.go_()
	if len(r.s.Placed) != 0 {
		t.Errorf("an arrangement nobody waits for places %d", len(r.s.Placed))
	}
}

// TestNothingPlacedMoves plays long series of chance edits, none of which moves things by its name.
func TestNothingPlacedMoves(t *testing.T) {
	for seed := range uint64(8) {
		rnd := rand.New(rand.NewPCG(seed, 7))
		st := tension()
		st.facts = append(st.facts, hub(30).facts...)
		r := read(t, st.facts...)
		r.still = true
		files := samples(t)
		for range 60 {
			all := r.s.Snap.Entities()
			some := func() []graph.ID {
				ids := []graph.ID{all[rnd.IntN(len(all))].ID}
				if len(r.s.Picture.Nodes) > 0 && rnd.IntN(2) == 0 {
					ids = append(ids, r.s.Picture.Nodes[rnd.IntN(len(r.s.Picture.Nodes))].ID)
				}
				return ids
			}
			r.hold = rnd.IntN(3) == 0
			switch rnd.IntN(12) {
			case 0, 1, 2:
				r.send(model.Expand{Entities: some()})
			case 3:
				r.send(model.Collapse{Entities: some()})
			case 4:
				r.send(model.Go{Entity: some()[0]})
			case 5:
				r.send(model.Hide{Entities: some()})
			case 6:
				r.send(model.ShowHidden{})
			case 7:
				r.send(model.Undo{})
			case 8:
				r.send(model.Redo{})
			case 9:
				ids := some()
				r.send(model.Merge{Entities: ids, Into: ids[len(ids)-1]})
			case 10:
				if len(files) > 0 && rnd.IntN(4) == 0 {
					r.send(model.Dropped{Paths: files[:1]})
					files = files[1:]
				}
			case 11:
				r.send(model.Toggle{Entity: some()[0]}, model.Pin{Entities: some(), On: rnd.IntN(2) == 0})
			}
		}
		r.hold = false
		r.go_()
		if r.s.Pending != 0 || len(r.s.Waiting) != 0 {
			t.Fatalf("seed %d: %d edits under way, %d waiting", seed, r.s.Pending, len(r.s.Waiting))
		}
		r.wantStored()
	}
}

// wantStored wants the window to show what the store holds, as opening the graph anew would.
func (r *reader) wantStored() {
	r.t.Helper()
	again := readStore(r.t, r.store)
	if !reflect.DeepEqual(again.s.Placed, r.s.Placed) || !reflect.DeepEqual(again.s.Settings, r.s.Settings) {
		r.t.Error("placements or settings are not those of the graph")
	}
	if !slices.EqualFunc(again.s.Picture.Nodes, r.s.Picture.Nodes, func(a, b model.Node) bool { return a == b }) ||
		!reflect.DeepEqual(again.s.Picture.Lines, r.s.Picture.Lines) {
		r.t.Error("the picture is not that of the graph")
	}
	if !reflect.DeepEqual(again.s.Facets, r.s.Facets) {
		r.t.Error("the counts are not those of the graph")
	}
}
