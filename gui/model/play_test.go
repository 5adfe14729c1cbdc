package model_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"skein/graph"
	"skein/graph/file"
	"skein/graph/snapshot"
	"skein/graph/store"
	"skein/gui/model"
	"skein/importer/batch"
	"skein/importer/pipeline"
)

// reader plays a person at a window: it sends messages and does what the model asks for, on a real graph, as package gui
// does. After each message it checks what must hold of every state.
type reader struct {
	t     testing.TB
	s     model.State
	store *store.Store
	snap  *snapshot.Snapshot

	work  []model.Effect    // asked for and not yet done
	hold  bool              // the world is slow: nothing is done until go_
	asked []model.Effect    // what concerns the window, since the last forget
	files map[string][]byte // written exports
	still bool              // nothing that stands may move
	fail  error             // the store refuses

	stop    context.CancelFunc
	onEntry func(batch.Progress) // while an import runs
}

// read begins to read a graph of these facts.
func read(t testing.TB, facts ...graph.Fact) *reader {
	t.Helper()
	st := store.Memory()
	if _, err := st.Apply(graph.Added("given", facts...)); err != nil {
		t.Fatal(err)
	}
	return readStore(t, st)
}

func readStore(t testing.TB, st *store.Store) *reader {
	r := &reader{t: t, store: st, files: map[string][]byte{}}
	r.snap = snapshot.Build(st.Facts())
	placed, settings := map[graph.ID]graph.Placement{}, map[string]string{}
	for f := range st.Facts() {
		switch f := f.(type) {
		case graph.Placement:
			placed[f.Entity] = f
		case graph.Setting:
			settings[f.Key] = f.Value
		}
	}
	r.s = model.New(filepath.Join("maps", "sample.skein"), r.snap, placed, settings)
	r.check("at first")
	r.work = r.s.Start()
	r.go_()
	return r
}

// send sends messages one after the other, each with all that follows from it.
func (r *reader) send(messages ...model.Msg) {
	r.t.Helper()
	for _, m := range messages {
		r.update(m)
		if !r.hold {
			r.go_()
		}
	}
}

// update is one message without what follows.
func (r *reader) update(m model.Msg) {
	r.t.Helper()
	before := r.s.Placed
	var effects []model.Effect
	r.s, effects = model.Update(r.s, m)
	r.work = append(r.work, effects...)
	r.check(m)
	if r.still {
		for id, p := range r.s.Placed {
			if old, ok := before[id]; ok && (old.X != p.X || old.Y != p.Y) {
				r.t.Fatalf("%#v moves %s from %v to %v", m, r.s.Name(id), old, p)
			}
		}
	}
}

// go_ lets the world do what it was asked for.
func (r *reader) go_() {
	r.t.Helper()
	for len(r.work) > 0 {
		r.one()
	}
}

// one lets the world do one thing.
func (r *reader) one() {
	r.t.Helper()
	e := r.work[0]
	r.work = r.work[1:]
	switch e := e.(type) {
	case model.Apply:
		r.update(r.apply(e))
	case model.ImportFiles:
		r.importFiles(e.Paths)
	case model.StopImport:
		if r.stop != nil {
			r.stop()
		}
	case model.Arrange:
		r.update(model.Arranged{Label: e.Label, Group: e.Group, At: e.Job.Run()})
	case model.WriteGraph:
		var b bytes.Buffer
		err := file.WriteNodeLink(&b, e.Snap, e.View, e.Placed)
		r.files[e.Path] = b.Bytes()
		r.update(model.Exported{Path: e.Path, Err: err})
	default:
		r.asked = append(r.asked, e)
	}
}

func (r *reader) apply(e model.Apply) model.Applied {
	if r.fail != nil {
		return model.Applied{How: e.How, Did: e.Change, Err: r.fail}
	}
	did, err := r.store.Apply(e.Change)
	if err != nil {
		return model.Applied{How: e.How, Did: e.Change, Err: err}
	}
	a := model.Applied{How: e.How, Did: did}
	if next := r.snap.With(did); next != r.snap {
		r.snap, a.Snap = next, next
	}
	return a
}

func (r *reader) importFiles(paths []string) {
	known := r.snap
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	r.stop = stop
	report, err := batch.Import(ctx, r.store, paths, batch.Options{
		Stages: pipeline.Stages(), Workers: 1,
		Known: func(id graph.ID) bool {
			_, article := known.Article(id)
			_, entity := known.Entity(id)
			_, claim := known.Claim(id)
			return article || entity || claim
		},
		Progress: func(p batch.Progress) {
			r.update(model.ImportProgress{Progress: p})
			if r.onEntry != nil {
				r.onEntry(p)
			}
		},
	})
	r.stop = nil
	if errors.Is(err, context.Canceled) {
		err = nil
	}
	r.snap = r.snap.With(report.Did)
	r.update(model.ImportDone{Report: report, Snap: r.snap, Err: err})
}

// check wants what must hold of every state.
func (r *reader) check(after any) {
	r.t.Helper()
	s := &r.s
	if s.Pending < 0 {
		r.t.Fatalf("%#v: %d edits under way", after, s.Pending)
	}
	nodes := s.Picture.Nodes
	for i, n := range nodes {
		if i > 0 && nodes[i-1].ID >= n.ID {
			r.t.Fatalf("%#v: nodes are out of order", after)
		}
		if e := s.Snap.Entities()[n.Index]; e.ID != n.ID || e.Name != n.Name {
			r.t.Fatalf("%#v: node %s is drawn as %s", after, e.Name, n.Name)
		}
		if !s.View.HasEntity(n.Index) || !s.Shown(n.ID) {
			r.t.Fatalf("%#v: %s is drawn though it is not to be seen", after, n.Name)
		}
	}
	for _, l := range s.Picture.Lines {
		if l.A >= l.B || l.B >= len(nodes) || len(l.Claims) == 0 {
			r.t.Fatalf("%#v: line %+v", after, l)
		}
		for _, ci := range l.Claims {
			c := s.Snap.Claims()[ci]
			if model.EdgeOf(c.Subject, c.Object) != s.Picture.Edge(l) || !s.View.HasClaim(int(ci)) {
				r.t.Fatalf("%#v: a line holds a claim that is not its own", after)
			}
		}
	}
	if s.TrailAt < -1 || s.TrailAt >= len(s.Trail) {
		r.t.Fatalf("%#v: stop %d of %d", after, s.TrailAt, len(s.Trail))
	}
	for _, h := range s.Search.Hits {
		if h.Entity >= len(s.Snap.Entities()) {
			r.t.Fatalf("%#v: a hit of an earlier snapshot", after)
		}
	}
}

// facts are what the graph holds, but for the camera.
func (r *reader) facts() []graph.Fact {
	var out []graph.Fact
	for f := range r.store.Facts() {
		if s, ok := f.(graph.Setting); !ok || s.Key != "camera" {
			out = append(out, f)
		}
	}
	return out
}

// export is the whole graph as JSON.
func (r *reader) export() string {
	r.t.Helper()
	r.send(model.StartExport{Scope: model.WholeOnly, Format: model.JSON, Path: "whole.json"})
	return string(r.files["whole.json"])
}

// undoAll takes back everything, and wants each step named.
func (r *reader) undoAll() (steps int) {
	r.t.Helper()
	for r.s.UndoLabel() != "" {
		steps++
		r.send(model.Undo{})
		if steps > 1000 {
			r.t.Fatal("undo never ends")
		}
	}
	return steps
}

// id is the entity of that name.
func (r *reader) id(name string) graph.ID {
	r.t.Helper()
	for _, e := range r.s.Snap.Entities() {
		if e.Name == name {
			return e.ID
		}
	}
	r.t.Fatalf("no entity is called %q", name)
	return ""
}

// drawn are the names on the canvas, sorted.
func (r *reader) drawn() []string {
	var out []string
	for _, n := range r.s.Picture.Nodes {
		out = append(out, n.Name)
	}
	slices.Sort(out)
	return out
}

// node is the node of that name.
func (r *reader) node(name string) model.Node {
	r.t.Helper()
	n, ok := r.s.Picture.Node(r.id(name))
	if !ok {
		r.t.Fatalf("%s is not on the canvas: %q", name, r.drawn())
	}
	return n
}

// does runs a command by its id, as a key does.
func (r *reader) does(id string) {
	r.t.Helper()
	c, ok := model.CommandOf(id)
	if !ok {
		r.t.Fatalf("no command %q", id)
	}
	if why := c.Why(&r.s); why != "" {
		r.t.Fatalf("%s: %s", c.Label, why)
	}
	r.send(c.Run(&r.s))
}

// samples are the articles that come with Skein.
func samples(t testing.TB) []string {
	t.Helper()
	dir := filepath.Join("..", "..", "assets", "samples")
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		if e.Name() != "NOTICE" {
			out = append(out, filepath.Join(dir, e.Name()))
		}
	}
	return out
}

// asks reports whether the window was asked for an effect of that type since the last call.
func asks[E model.Effect](r *reader) (last E, ok bool) {
	for _, e := range r.asked {
		if x, is := e.(E); is {
			last, ok = x, true
		}
	}
	r.asked = nil
	return last, ok
}
