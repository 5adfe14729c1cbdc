package batch

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
)

// words is a stage that makes an entity of every word in capitals, fails on "fail" and panics on "panic".
func words() []importer.Stage {
	return []importer.Stage{{
		Name: "words", Doc: "Finds words in capitals.", Needs: []importer.Layer{importer.Text}, Gives: []importer.Layer{importer.Entities},
		Run: func(d *importer.Document) error {
			for w := range strings.FieldsSeq(d.Text) {
				switch {
				case w == "fail":
					return errors.New("does not like it")
				case w == "panic":
					panic("at the disco")
				case w == strings.ToUpper(w):
					d.Entities = append(d.Entities, importer.Entity{Key: "city/" + w, Name: w, Type: schema.City})
				}
			}
			return nil
		},
	}}
}

// files writes the texts as files 0.txt, 1.txt, … and returns their paths.
func files(t *testing.T, texts ...string) []string {
	t.Helper()
	dir := t.TempDir()
	var paths []string
	for i, text := range texts {
		p := filepath.Join(dir, fmt.Sprintf("%02d.txt", i))
		if err := os.WriteFile(p, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, p)
	}
	return paths
}

// memory is a graph that refuses what its refuse says.
type memory struct {
	facts  map[string]bool
	calls  int
	refuse func(graph.Change) error
}

func (m *memory) ApplyAll(changes []graph.Change) ([]graph.Change, error) {
	m.calls++
	for _, c := range changes {
		if m.refuse != nil {
			if err := m.refuse(c); err != nil {
				return nil, err
			}
		}
	}
	if m.facts == nil {
		m.facts = map[string]bool{}
	}
	out := make([]graph.Change, len(changes))
	for i, c := range changes {
		for _, d := range c.Deltas {
			if slot := d.Fact.Slot(); !m.facts[slot] {
				m.facts[slot] = true
				out[i].Deltas = append(out[i].Deltas, d)
			}
		}
	}
	return out, nil
}

// statuses are the statuses of a report, in order.
func statuses(r Report) string {
	var out []string
	for _, o := range r.Outcomes {
		out = append(out, string(o.Status))
	}
	return strings.Join(out, " ")
}

func TestImport(t *testing.T) {
	paths := files(t, "OSLO is cold", "OSLO and ROMA are cities", "this will fail now", "do not panic here", "OSLO is cold")
	paths = append(paths, filepath.Join(t.TempDir(), "none.txt"))
	for _, workers := range []int{0, 1, 8} {
		var m memory
		var seen []string
		r, err := Import(context.Background(), &m, paths, Options{Stages: words(), Workers: workers, Progress: func(p Progress) {
			seen = append(seen, fmt.Sprintf("%d/%d %s", p.Done, p.Total, filepath.Base(p.Last.Path)))
		}})
		if err != nil {
			t.Fatal(err)
		}
		if got, want := statuses(r), "new new failed failed known failed"; got != want {
			t.Fatalf("%d workers: %s, want %s", workers, got, want)
		}
		if want := []string{"1/6 00.txt", "2/6 01.txt", "3/6 02.txt", "4/6 03.txt", "5/6 04.txt", "6/6 none.txt"}; !slices.Equal(seen, want) {
			t.Errorf("progress %q, want %q", seen, want)
		}
		if o := r.Outcomes[1]; o.NewEntities != 1 || o.KnownEntities != 1 || o.Words != 5 || o.Title == "" {
			t.Errorf("of OSLO and ROMA one is new: %+v", o)
		}
		for i, want := range map[int]string{2: "02.txt: words: does not like it", 3: "03.txt: words: internal error: at the disco", 5: "none.txt: "} {
			if err := r.Outcomes[i].Err; err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("error %v, want %q", err, want)
			}
		}
		if len(r.Did.Deltas) != len(m.facts) {
			t.Errorf("%d deltas to undo, %d facts", len(r.Did.Deltas), len(m.facts))
		}
	}
}

// TestAgain makes sure that importing again changes nothing, whether the graph is asked or not.
func TestAgain(t *testing.T) {
	paths := files(t, "OSLO is cold", "ROMA is not")
	var m memory
	if _, err := Import(context.Background(), &m, paths, Options{Stages: words()}); err != nil {
		t.Fatal(err)
	}
	r, err := Import(context.Background(), &m, paths, Options{Stages: words()})
	if err != nil || statuses(r) != "known known" || !r.Did.Empty() {
		t.Errorf("%s, %d deltas, %v", statuses(r), len(r.Did.Deltas), err)
	}
	calls := m.calls
	r, err = Import(context.Background(), &m, paths, Options{Stages: words(), Known: func(graph.ID) bool { return true }})
	if err != nil || statuses(r) != "known known" || m.calls != calls {
		t.Errorf("asked: %s, %d calls, %v", statuses(r), m.calls-calls, err)
	}
}

// TestRefused makes sure that one article that the graph refuses does not take others with it.
func TestRefused(t *testing.T) {
	paths := files(t, "OSLO is cold", "ROMA is not", "PARIS is there")
	m := memory{refuse: func(c graph.Change) error {
		for _, d := range c.Deltas {
			if s, ok := d.Fact.(graph.Sighting); ok && s.Name == "ROMA" {
				return errors.New("not that one")
			}
		}
		return nil
	}}
	r, err := Import(context.Background(), &m, paths, Options{Stages: words()})
	if err != nil || statuses(r) != "new failed new" {
		t.Fatalf("%s, %v", statuses(r), err)
	}
	if got := r.Outcomes[1].Err.Error(); !strings.HasPrefix(got, paths[1]+": ") {
		t.Errorf("the error does not name the file: %s", got)
	}
}

// TestFull makes sure that a full disk ends the import: what was stored stays, the rest is told.
func TestFull(t *testing.T) {
	var texts []string
	for i := range 40 {
		texts = append(texts, fmt.Sprintf("CITY%d is there", i))
	}
	n := 0
	m := memory{refuse: func(graph.Change) error {
		if n++; n > 20 {
			return fmt.Errorf("write: %w", syscall.ENOSPC)
		}
		return nil
	}}
	r, err := Import(context.Background(), &m, files(t, texts...), Options{Stages: words(), Workers: 2})
	if !errors.Is(err, syscall.ENOSPC) {
		t.Errorf("error %v", err)
	}
	if len(r.Outcomes) != 40 || r.Count(New) == 0 || r.Count(Cancelled) == 0 || r.Count(New)+r.Count(Failed)+r.Count(Cancelled) != 40 {
		t.Errorf("%s", statuses(r))
	}
}

// TestWord makes sure that a graph that does not keep to its word is an error, not a crash.
func TestWord(t *testing.T) {
	for name, to := range map[string]Applier{"short": short{}, "panics": broken{}} {
		r, err := Import(context.Background(), to, files(t, "OSLO is cold"), Options{Stages: words()})
		if err != nil || statuses(r) != "failed" || !strings.Contains(r.Outcomes[0].Err.Error(), "internal error") {
			t.Errorf("%s: %s %v, %v", name, statuses(r), r.Outcomes, err)
		}
	}
}

type short struct{}

func (short) ApplyAll([]graph.Change) ([]graph.Change, error) { return nil, nil }

type broken struct{}

func (broken) ApplyAll([]graph.Change) ([]graph.Change, error) { panic("broken") }

// TestCancel makes sure that a cancelled import ends, keeps what it has stored and tells the rest.
func TestCancel(t *testing.T) {
	var texts []string
	for i := range 60 {
		texts = append(texts, fmt.Sprintf("CITY%d is there", i))
	}
	ctx, cancel := context.WithCancel(context.Background())
	var m memory
	r, err := Import(ctx, &m, files(t, texts...), Options{Stages: words(), Workers: 3, Progress: func(p Progress) {
		if p.Done == 5 {
			cancel()
		}
	}})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
	if len(r.Outcomes) != 60 || r.Count(New) < 5 || r.Count(Cancelled) == 0 {
		t.Errorf("%s", statuses(r))
	}
	articles := 0
	for slot := range m.facts {
		if strings.HasPrefix(slot, "a/") {
			articles++
		}
	}
	if articles != r.Count(New) {
		t.Errorf("%d articles stored, %d told", articles, r.Count(New))
	}
}

// TestStages makes sure that stages that do not fit together are refused before anything is read.
func TestStages(t *testing.T) {
	stages := words()
	stages[0].Needs = []importer.Layer{importer.Tags}
	if _, err := Import(context.Background(), &memory{}, files(t, "OSLO"), Options{Stages: stages}); err == nil {
		t.Error("no error")
	}
	n := 0
	Extract(context.Background(), files(t, "OSLO", "ROMA"), Options{Stages: stages}, func(_ string, d *importer.Document, err error) {
		if n++; err == nil || d != nil {
			t.Error("no error")
		}
	})
	if n != 2 {
		t.Errorf("%d answers to 2 files", n)
	}
}

// TestExtract makes sure that documents come in the order of the input, one at a time.
func TestExtract(t *testing.T) {
	var texts []string
	for i := range 50 {
		texts = append(texts, fmt.Sprintf("CITY%d is there", i))
	}
	texts[7] = "this will fail"
	var at atomic.Int32
	n := 0
	Extract(context.Background(), files(t, texts...), Options{Stages: words(), Workers: 8}, func(path string, d *importer.Document, err error) {
		if at.Add(1) != 1 {
			t.Error("two at once")
		}
		defer at.Add(-1)
		if want := fmt.Sprintf("%02d.txt", n); filepath.Base(path) != want {
			t.Errorf("%s, want %s", path, want)
		}
		if (err != nil) != (n == 7) || (d == nil) != (n == 7) {
			t.Errorf("%s: %v", path, err)
		}
		n++
	})
	if n != 50 {
		t.Errorf("%d of 50", n)
	}
}

// TestGraph imports a graph among articles: in its turn, its entities counted once though two articles show them.
func TestGraph(t *testing.T) {
	paths := files(t, "OSLO", "a graph", "a bad graph", "a worse graph", "OSLO BERGEN")
	city := func(name string) graph.ID { return graph.NewID(graph.EntityPrefix, "city/"+name) }
	broken := errors.New("is broken")
	o := Options{Stages: words(), Graph: func(path string) (graph.Change, bool, error) {
		switch path {
		case paths[1]:
			return graph.Added("a graph", graph.Sighting{Entity: city("OSLO"), Article: "a1"}, graph.Sighting{Entity: city("OSLO"), Article: "a2"},
				graph.Sighting{Entity: city("TROMSØ"), Article: "a1"}, graph.Sighting{Entity: city("TROMSØ"), Article: "a2"}), true, nil
		case paths[2]:
			return graph.Change{}, true, fmt.Errorf("%s: %w", path, broken)
		case paths[3]:
			panic("worse")
		}
		return graph.Change{}, false, nil
	}}
	r, err := Import(context.Background(), &memory{}, paths, o)
	if err != nil || len(r.Outcomes) != 5 {
		t.Fatal(err, r.Outcomes)
	}
	if o := r.Outcomes[1]; o.Status != New || o.NewEntities != 1 || o.KnownEntities != 1 || o.Article != "" {
		t.Errorf("the graph: %+v", o)
	}
	if o := r.Outcomes[2]; o.Status != Failed || !errors.Is(o.Err, broken) {
		t.Errorf("the bad graph: %+v", o)
	}
	if o := r.Outcomes[3]; o.Status != Failed || o.Err.Error() != paths[3]+": internal error: worse" {
		t.Errorf("the worse graph: %+v", o)
	}
	if o := r.Outcomes[4]; o.Status != New || o.NewEntities != 1 || o.KnownEntities != 1 {
		t.Errorf("the last article: %+v", o)
	}
	Extract(context.Background(), paths[1:2], o, func(path string, d *importer.Document, err error) {
		if d != nil || err == nil || err.Error() != path+": is a graph, not an article" {
			t.Errorf("extracted: %v", err)
		}
	})
	r, err = Import(context.Background(), &memory{}, paths[1:2], o)
	if err != nil || r.Did.Label != "import of a graph" {
		t.Errorf("%q, %v", r.Did.Label, err)
	}
}
