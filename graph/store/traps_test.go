package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	cayleykv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	"github.com/hidal-go/hidalgo/kv"

	"skein/graph"
)

// The traps of Cayley 0.7.7, each with the way round it that package store takes. TestAgainstModel looks for the rest.

// TestFailedWritePoisonsNothing: Cayley takes the values of a transaction that failed to be written. Quads that use
// them again would have ends that do not exist.
func TestFailedWritePoisonsNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.skein")
	s := open(t, path)
	c := graph.Added("import", article("Talks resume")...)
	add, _, err := s.quads(c.Deltas)
	if err != nil {
		t.Fatal(err)
	}
	broken := errors.New("broken")
	err = s.disk.db.Update(func(db kv.KV) error {
		if err := writeQuads(db, add, nil); err != nil {
			return err
		}
		return broken
	})
	if !errors.Is(err, broken) {
		t.Fatal(err)
	}
	if got := size(t, s); got != 1 {
		t.Errorf("after a failed write there are %d quads", got)
	}
	apply(t, s, c)
	checkQuads(t, s)
	checkNodes(t, s)
	want := facts(s)
	s.Close()
	same(t, "facts reopened", facts(open(t, path)), want)
}

// TestAddsAndRemovesInOneChange: Cayley loses a subject whose quads are partly added and partly removed in one
// transaction.
func TestAddsAndRemovesInOneChange(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "graph.skein"))
	was := article("Talks resume")
	apply(t, s, graph.Added("import", was...))
	seen := was[1].(graph.Sighting)
	now := seen
	now.Name, now.Aliases, now.Type = "Third Platoon", []string{"the unit", "they"}, "people"
	did := apply(t, s, graph.Change{Deltas: []graph.Delta{
		{Op: graph.Remove, Fact: was[2]}, {Op: graph.Remove, Fact: seen}, {Op: graph.Add, Fact: now},
		{Op: graph.Add, Fact: graph.Judgement{Decision: graph.Accept, Target: seen.Entity}},
	}})
	checkQuads(t, s)
	checkNodes(t, s)
	if got := walk(t, s, quad.IRI(seen.Entity), quad.Subject); len(got) < 6 {
		t.Errorf("from the entity lead only %v", got)
	}
	apply(t, s, did.Inverse())
	checkQuads(t, s)
	checkNodes(t, s)
	same(t, "facts", facts(s), facts(filled(t, was...)))
}

func filled(t *testing.T, fs ...graph.Fact) *Store {
	s := Memory()
	apply(t, s, graph.Added("", fs...))
	return s
}

// TestNothingIsLeft: an addition of what is there leaks a reference in Cayley, and its value stays for ever.
func TestNothingIsLeft(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "graph.skein"))
	c := graph.Added("import", article("Talks resume")...)
	first := apply(t, s, c)
	for range 3 {
		if did := apply(t, s, c); !did.Empty() {
			t.Fatalf("importing again did %v", did)
		}
	}
	apply(t, s, graph.Added("import", article("Talks end")...)) // shares entities, claim and names
	checkNodes(t, s)
	apply(t, s, first.Inverse())
	checkQuads(t, s)
	checkNodes(t, s)
	for f := range s.Facts() {
		apply(t, s, graph.Change{Deltas: []graph.Delta{{Op: graph.Remove, Fact: f}}})
	}
	if got := size(t, s); got != 1 {
		t.Errorf("%d quads are left", got)
	}
	checkNodes(t, s)
}

// TestUndoLeavesWhatWasThere: undoing an import must not take away what an earlier one had brought.
func TestUndoLeavesWhatWasThere(t *testing.T) {
	contract(t, func(t *testing.T, s *Store, reopen func(*Store) *Store) {
		fs := article("Talks resume")
		apply(t, s, graph.Added("", fs[1], fs[2]))
		want := facts(s)
		did := apply(t, s, graph.Added("import", fs...))
		apply(t, s, did.Inverse())
		same(t, "facts", facts(s), want)
		s = reopen(s)
		same(t, "facts reopened", facts(s), want)
		checkQuads(t, s)
	})
}

// TestHub removes an entity that everything hangs on, in one change. Cayley's own RemoveNode does not come back from it.
func TestHub(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.skein")
	s := open(t, path)
	var all graph.Change
	for i := range 4000 {
		c := graph.Claim{Subject: graph.ID(fmt.Sprintf("e%05d", i)), Predicate: "part_of", Object: "ehub", Modality: graph.Asserted}
		c.Identify()
		c.Evidence = []graph.Evidence{{Article: "a1", Span: graph.Span{Begin: i, End: i + 1}}}
		all.Deltas = append(all.Deltas, graph.Delta{Op: graph.Add, Fact: c})
	}
	did := apply(t, s, all)
	if got := len(walk(t, s, quad.IRI("ehub"), quad.Object)); got != 4000 {
		t.Fatalf("the hub has %d neighbours", got)
	}
	apply(t, s, did.Inverse())
	if got := size(t, s); got != 1 {
		t.Errorf("%d quads are left", got)
	}
	checkNodes(t, s)
	s.Close()
	s = open(t, path)
	apply(t, s, all)
	checkQuads(t, s)
}

// TestReadersAndWriters walks the facts while others write: every walk sees one state, in which all articles are whole.
func TestReadersAndWriters(t *testing.T) {
	contract(t, func(t *testing.T, s *Store, _ func(*Store) *Store) {
		var wg sync.WaitGroup
		writing := make(chan struct{})
		for range 3 {
			wg.Go(func() {
				for {
					select {
					case <-writing:
						return
					default:
					}
					n := 0
					for range s.Facts() {
						n++
					}
					if n%4 != 0 { // an article is four facts of its own
						t.Errorf("a walk met %d facts", n)
						return
					}
				}
			})
		}
		for i := range 20 {
			did := apply(t, s, graph.Added("import", article(fmt.Sprint("Talks resume ", i))...))
			if i%3 == 0 {
				apply(t, s, did.Inverse())
			}
		}
		close(writing)
		wg.Wait()
	})
}

// TestWriterGrowsTheFileUnderAReader: bbolt waits for readers before it maps a larger file, and a reader that waits for
// the writer then waits for ever; unless enough was mapped at first.
func TestWriterGrowsTheFileUnderAReader(t *testing.T) {
	s := open(t, filepath.Join(t.TempDir(), "graph.skein"))
	err := s.disk.db.View(func(kv.KV) error {
		written := make(chan error)
		go func() {
			var c graph.Change
			for i := range 300 {
				c.Deltas = append(c.Deltas, graph.Delta{Op: graph.Add, Fact: graph.Setting{Key: fmt.Sprint(i), Value: fmt.Sprintf("%040000d", i)}})
			}
			_, err := s.Apply(c)
			written <- err
		}()
		return <-written
	})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(facts(s)); n != 300 {
		t.Errorf("%d facts", n)
	}
}

// checkNodes compares the values Cayley has with those its quads use.
func checkNodes(t testing.TB, s *Store) {
	t.Helper()
	used := map[string]bool{}
	for _, q := range walk(t, s, nil, 0) {
		for _, v := range []quad.Value{q.Subject, q.Predicate, q.Object, q.Label} {
			if v != nil {
				used[v.String()] = true
			}
		}
	}
	err := s.disk.db.View(func(db kv.KV) error {
		qs, err := cayleykv.New(db, options())
		if err != nil {
			return err
		}
		it := qs.NodesAllIterator()
		defer it.Close()
		var left []string
		for it.Next(context.Background()) {
			v := qs.NameOf(it.Result())
			if v == nil {
				t.Error("a value without a name")
				continue
			}
			if !used[v.String()] {
				left = append(left, v.String())
			}
			delete(used, v.String())
		}
		slices.Sort(left)
		for _, v := range left {
			t.Errorf("Cayley still has %.80s", v)
		}
		for v := range used {
			t.Errorf("Cayley lacks %.80s", v)
		}
		return it.Err()
	})
	if err != nil {
		t.Fatal(err)
	}
}
