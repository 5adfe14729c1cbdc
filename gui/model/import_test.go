package model_test

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"skein/graph"
	"skein/gui/model"
	"skein/importer/batch"
)

func TestImport(t *testing.T) {
	r := read(t)
	if len(r.drawn()) != 0 || !r.s.Panels.DockFolded {
		t.Fatal("an empty graph shows something")
	}
	r.send(model.Dropped{Paths: samples(t)[:1]})
	if r.s.Import.Running || len(r.s.Log) != 1 || r.s.Log[0].Status != batch.New {
		t.Fatalf("import %+v, log %+v", r.s.Import, r.s.Log)
	}
	nodes := len(r.s.Picture.Nodes)
	if nodes == 0 || nodes > model.StartSize {
		t.Fatalf("%d nodes", nodes)
	}
	if len(r.s.News.Entities) != len(r.s.Snap.Entities()) || len(r.s.News.Claims) != len(r.s.Snap.Claims()) {
		t.Errorf("new are %d of %d entities, %d of %d claims", len(r.s.News.Entities), len(r.s.Snap.Entities()), len(r.s.News.Claims), len(r.s.Snap.Claims()))
	}
	if got := r.s.Read(); got.Title == "" || len(got.Paras) == 0 || r.s.Panels.DockFolded {
		t.Error("the article is not open")
	}
	for _, n := range r.s.Scene().Nodes {
		if !n.New {
			t.Errorf("%s is not marked as new", n.Label)
		}
	}

	// A second article: what stands stays, what is new comes beside it.
	r.still = true
	before := r.s.Snap
	r.send(model.Dropped{Paths: samples(t)[1:2]})
	if len(r.s.Picture.Nodes) <= nodes {
		t.Error("the second article brings nothing onto the canvas")
	}
	for _, id := range r.s.News.Entities {
		if _, old := before.Entity(id); old {
			t.Errorf("%s is new for the second time", r.s.Name(id))
		}
	}
	if got := r.s.UndoLabel(); !strings.HasPrefix(got, "import of ") {
		t.Errorf("undo would take back %q", got)
	}
	r.send(model.Undo{}) // the article and its nodes, in one step
	if got := len(r.s.Snap.Articles()); got != 1 || len(r.s.Picture.Nodes) != nodes || !r.s.News.Empty() {
		t.Errorf("undone, %d articles, %d nodes, %d new", got, len(r.s.Picture.Nodes), len(r.s.News.Entities))
	}
	r.wantStored()
}

func TestImportTwice(t *testing.T) {
	r := read(t)
	r.send(model.Dropped{Paths: samples(t)})
	facts, steps := r.facts(), r.s.UndoLabel()
	r.send(model.Dropped{Paths: samples(t)})
	if !reflect.DeepEqual(r.facts(), facts) || r.s.UndoLabel() != steps {
		t.Error("importing twice changes the graph")
	}
	if r.s.Notice.Text != "Nothing new: all of it was in the graph already." {
		t.Errorf("notice %q", r.s.Notice.Text)
	}
	for _, e := range r.s.Log[len(r.s.Log)/2:] {
		if e.Status != batch.Known || e.Text != "was in the graph already" {
			t.Errorf("the report says %+v", e)
		}
	}
}

// TestOrderOfDrops wants the same graph from the same files in another order, dropped at once or one by one.
func TestOrderOfDrops(t *testing.T) {
	files := samples(t)
	all := read(t)
	all.send(model.Dropped{Paths: files})
	each := read(t)
	for _, f := range slices.Backward(files) {
		each.send(model.Dropped{Paths: []string{f}})
	}
	for _, r := range []*reader{all, each} {
		r.send(model.HideOthers{}, model.SetFilters{})
		for _, p := range r.s.Placed { // where things stand is the way of the walk
			if _, err := r.store.Apply(graph.Change{Deltas: []graph.Delta{{Op: graph.Remove, Fact: p}}}); err != nil {
				t.Fatal(err)
			}
		}
		r.s = model.New("", r.s.Snap, nil, nil)
	}
	if all.export() != each.export() {
		t.Error("the order of drops shows")
	}
}

func TestCancel(t *testing.T) {
	r := read(t)
	cancel, _ := model.CommandOf("cancel-import")
	if cancel.Why(&r.s) == "" {
		t.Error("there is something to cancel before an import")
	}
	r.onEntry = func(p batch.Progress) {
		if p.Done == 1 {
			r.onEntry = nil
			if !r.s.Import.Running || r.s.Import.Total != len(samples(t)) || len(r.s.Import.Files) != 1 {
				t.Errorf("under way: %+v", r.s.Import)
			}
			r.update(model.Dropped{Paths: samples(t)[:2]}) // waits its turn, and is cancelled with it
			r.does("cancel-import")
		}
	}
	r.send(model.Dropped{Paths: samples(t)})
	done, cancelled := 0, 0
	for _, e := range r.s.Log {
		switch e.Status {
		case batch.New:
			done++
		case batch.Cancelled:
			cancelled++
		}
	}
	if cancelled == 0 || done+cancelled != len(samples(t)) || r.s.Import.Running {
		t.Errorf("%d done, %d cancelled, running %v", done, cancelled, r.s.Import.Running)
	}
	if got := len(r.s.Snap.Articles()); got != done {
		t.Errorf("%d articles are kept, %d were done", got, done)
	}
	r.undoAll()
	if len(r.facts()) != 0 {
		t.Error("what was done before cannot be undone")
	}
}

// TestDropsMeanwhile drops files while others are read.
func TestDropsMeanwhile(t *testing.T) {
	r := read(t)
	files := samples(t)
	r.onEntry = func(batch.Progress) {
		r.onEntry = nil
		r.update(model.Dropped{Paths: files[1:3]})
	}
	r.send(model.Dropped{Paths: files[:1]})
	if got := len(r.s.Snap.Articles()); got != 3 {
		t.Errorf("%d articles", got)
	}
}

func TestUnreadable(t *testing.T) {
	dir := t.TempDir()
	empty := filepath.Join(dir, "empty.txt")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	r := read(t)
	r.send(model.Dropped{Paths: []string{empty, filepath.Join(dir, "absent.txt"), "/home/x/https:/example.org/news"}})
	if len(r.s.Log) != 3 || r.s.Tab != model.LogTab || r.s.Panels.DockFolded {
		t.Fatalf("the report is not open: %+v", r.s.Log)
	}
	for _, e := range r.s.Log {
		if !e.Failed() || e.Text == "" || strings.Contains(e.Text, "\n") {
			t.Errorf("the report says %q of %s", e.Text, e.Path)
		}
	}
	if r.s.Log[0].Path != "https://example.org/news" {
		t.Errorf("the address is given as %q", r.s.Log[0].Path)
	}
	if r.s.Notice.Tone != model.Warning || len(r.s.Trail) != 0 || r.s.UndoLabel() != "" {
		t.Errorf("notice %+v, walk %v, undo %q", r.s.Notice, r.s.Trail, r.s.UndoLabel())
	}
	r.send(model.ChooseImport{}, model.SheetText{Text: " \n\n"}, model.SheetTake{At: -1})
	if r.s.Import.Running || len(r.s.Log) != 3 {
		t.Error("no path at all is imported")
	}
}

func TestNewsAfterAMergeUndone(t *testing.T) {
	r := read(t)
	r.send(model.Dropped{Paths: samples(t)[:1]})
	was := r.s.News
	r.send(model.Merge{Entities: was.Entities[1:2], Into: was.Entities[0]})
	if len(r.s.News.Entities) != len(was.Entities)-1 {
		t.Errorf("merged: %d new of %d", len(r.s.News.Entities), len(was.Entities))
	}
	r.send(model.Undo{})
	if !slices.Equal(r.s.News.Entities, was.Entities) || !slices.Equal(r.s.News.Claims, was.Claims) {
		t.Errorf("undone: %s, before %s", r.s.News.Text(), was.Text())
	}
}

func TestNewsStepByStep(t *testing.T) {
	r := read(t)
	r.send(model.Dropped{Paths: samples(t)[:2]})
	news := r.s.News.Entities
	if !strings.HasPrefix(r.s.News.Text(), fmt.Sprintf("New since the last import: %d entities, ", len(news))) {
		t.Errorf("the chip says %q", r.s.News.Text())
	}
	r.still = true
	for i := range news {
		r.does("next-new")
		if got := r.s.Selection.One(); got != news[i] {
			t.Fatalf("step %d leads to %s, not %s", i, r.s.Name(got), r.s.Name(news[i]))
		}
		if _, ok := r.s.Picture.Node(news[i]); !ok {
			t.Fatalf("%s is not made visible", r.s.Name(news[i]))
		}
	}
	r.does("next-new")
	if r.s.Selection.One() != news[0] {
		t.Error("after the last one the first does not come")
	}
	r.does("previous-new")
	if r.s.Selection.One() != news[len(news)-1] {
		t.Error("before the first one the last does not come")
	}
	r.send(model.DropNews{})
	next, _ := model.CommandOf("next-new")
	if !r.s.News.Empty() || next.Why(&r.s) == "" {
		t.Error("news cannot be dropped")
	}
}

// TestImportEndsDuringAnEdit lets an import end while an edit is on its way: the answers come in the order in which the
// graph was changed, import first.
func TestImportEndsDuringAnEdit(t *testing.T) {
	r := read(t, tension().facts...)
	r.hold = true
	r.send(model.Dropped{Paths: samples(t)[:1]}, model.Judge{Decision: graph.Reject, Targets: []graph.ID{r.id("Talks")}})
	r.send(model.SearchText{Text: "norland"})
	r.hold = false
	r.go_()
	if len(r.s.News.Entities) == 0 || len(r.s.Snap.Articles()) != 4 {
		t.Errorf("%d new, %d articles", len(r.s.News.Entities), len(r.s.Snap.Articles()))
	}
	if slices.Contains(r.drawn(), "Talks") {
		t.Error("the edit is lost")
	}
	if h := r.s.Search.Hits; len(h) == 0 || r.s.Snap.Entities()[h[0].Entity].Name != "Norland" {
		t.Error("the hits are those of the graph before")
	}
	r.wantStored()
}

func TestOpenAnotherGraph(t *testing.T) {
	r := read(t, tension().facts...)
	r.send(model.Fold{Panel: "left"}, model.Select{Entities: []graph.ID{r.id("Norland")}})
	r.work = nil
	r.update(model.OpenGraph{Path: "maps/other.skein"})
	r.update(model.Hide{Entities: []graph.ID{r.id("Norland")}}) // meant for this graph, too late
	r.update(model.CameraMoved{Camera: model.Camera{X: 1, Y: 2, Zoom: 1}})
	if len(r.work) != 1 {
		t.Fatalf("asked for %#v while another graph is opened", r.work)
	}
	r.work = nil
	other := hub(3)
	o := read(t, other.facts...)
	r.store, r.snap = o.store, o.snap
	state := model.New("maps/other.skein", o.snap, o.s.Placed, o.s.Settings)
	state.Recent = []string{"maps/other.skein", "maps/sample.skein"}
	stamp := r.s.Picture.Stamp
	r.send(model.Opened{State: state})
	if r.s.Pending != 0 || len(r.s.Waiting) != 0 || r.s.Picture.Stamp == stamp {
		t.Errorf("%d under way, %d waiting", r.s.Pending, len(r.s.Waiting))
	}
	if !slices.Contains(r.drawn(), "Norland") || !r.s.Panels.LeftFolded {
		t.Errorf("shown %q", r.drawn())
	}
	r.does("open-graph")
	if items := r.s.SheetItems(); len(items) != 1 || items[0].Label != "maps/sample.skein" {
		t.Errorf("the sheet offers %+v", items)
	}
	r.send(model.OpenGraph{Path: "maps/none.skein"}, model.Opened{Err: graph.ErrNotGraph})
	if r.s.Path != "maps/other.skein" || r.s.Pending != 0 || r.s.Notice.Tone != model.Warning {
		t.Errorf("a graph that cannot be opened: %+v", r.s.Notice)
	}
}

func TestOneGraphIsOpenedAtATime(t *testing.T) {
	r := read(t, tension().facts...)
	r.send(model.OpenGraph{Path: "maps/a.skein"}, model.OpenGraph{Path: "maps/b.skein"})
	if load, ok := asks[model.LoadGraph](r); !ok || load.Path != "maps/a.skein" {
		t.Errorf("asked for %+v", load)
	}
	r.send(model.Opened{Err: graph.ErrNotGraph}, model.Hide{Entities: []graph.ID{r.id("Norland")}})
	if slices.Contains(r.drawn(), "Norland") {
		t.Error("after an opening that failed, edits wait for ever")
	}
}
