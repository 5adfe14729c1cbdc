package store

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"skein/graph"
)

// contract runs a test on both kinds of store. For the one on disk, reopen closes the file and opens it again.
func contract(t *testing.T, test func(t *testing.T, s *Store, reopen func(*Store) *Store)) {
	t.Run("memory", func(t *testing.T) {
		test(t, Memory(), func(s *Store) *Store { return s })
	})
	t.Run("file", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "graph.skein")
		test(t, open(t, path), func(s *Store) *Store {
			t.Helper()
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
			return open(t, path)
		})
	})
}

func open(t testing.TB, path string) *Store {
	t.Helper()
	s, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func apply(t testing.TB, s *Store, c graph.Change) graph.Change {
	t.Helper()
	did, err := s.Apply(c)
	if err != nil {
		t.Fatal(err)
	}
	return did
}

func same(t testing.TB, what string, got, want any) {
	t.Helper()
	if !equal(got, want) {
		t.Fatalf("%s:\n got %#v\nwant %#v", what, got, want)
	}
}

// equal tells a zero from a negative one, and nil from empty.
func equal(a, b any) bool { return fmt.Sprintf("%#v", a) == fmt.Sprintf("%#v", b) }

func TestApplyTable(t *testing.T) {
	here, there := graph.Placement{Entity: "e1", X: 1}, graph.Placement{Entity: "e1", X: 2}
	accept, reject := graph.Judgement{Decision: graph.Accept, Target: "e1"}, graph.Judgement{Decision: graph.Reject, Target: "e1"}
	add := func(f graph.Fact) graph.Delta { return graph.Delta{Op: graph.Add, Fact: f} }
	remove := func(f graph.Fact) graph.Delta { return graph.Delta{Op: graph.Remove, Fact: f} }
	for _, test := range []struct {
		name        string
		before      []graph.Fact
		deltas, did []graph.Delta
		after       []graph.Fact
	}{
		{"add", nil, []graph.Delta{add(here)}, []graph.Delta{add(here)}, []graph.Fact{here}},
		{"add what is there", []graph.Fact{here}, []graph.Delta{add(here)}, nil, []graph.Fact{here}},
		{"add twice", nil, []graph.Delta{add(here), add(here)}, []graph.Delta{add(here)}, []graph.Fact{here}},
		{"replace", []graph.Fact{here}, []graph.Delta{add(there)}, []graph.Delta{remove(here), add(there)}, []graph.Fact{there}},
		{"replace a verdict", []graph.Fact{accept}, []graph.Delta{add(reject)}, []graph.Delta{remove(accept), add(reject)}, []graph.Fact{reject}},
		{"remove", []graph.Fact{here}, []graph.Delta{remove(here)}, []graph.Delta{remove(here)}, nil},
		{"remove what is not there", nil, []graph.Delta{remove(here)}, nil, nil},
		{"remove another of the slot", []graph.Fact{here}, []graph.Delta{remove(there)}, nil, []graph.Fact{here}},
		{"add, remove", nil, []graph.Delta{add(here), remove(here)}, nil, nil},
		{"add, remove, add", nil, []graph.Delta{add(here), remove(here), add(here)}, []graph.Delta{add(here)}, []graph.Fact{here}},
		{"remove, add", []graph.Fact{here}, []graph.Delta{remove(here), add(here)}, nil, []graph.Fact{here}},
		{"there and back", []graph.Fact{here}, []graph.Delta{add(there), add(here)}, nil, []graph.Fact{here}},
		{"two slots keep their order", nil, []graph.Delta{add(reject), add(here), remove(reject), add(accept)}, []graph.Delta{add(accept), add(here)}, []graph.Fact{accept, here}},
		{"nothing", []graph.Fact{here}, nil, nil, []graph.Fact{here}},
	} {
		t.Run(test.name, func(t *testing.T) {
			contract(t, func(t *testing.T, s *Store, reopen func(*Store) *Store) {
				apply(t, s, graph.Added("before", test.before...))
				did := apply(t, s, graph.Change{Label: "l", Group: "g", Deltas: test.deltas})
				same(t, "did", did, graph.Change{Label: "l", Group: "g", Deltas: test.did})
				same(t, "facts", facts(s), test.after)
				s = reopen(s)
				same(t, "facts after reopening", facts(s), test.after)
				apply(t, s, did.Inverse())
				same(t, "facts after undo", facts(s), test.before)
				same(t, "facts after undo and reopening", facts(reopen(s)), test.before)
			})
		})
	}
}

// model is a store as plain as can be: deltas are played one by one on a map.
type model map[string]graph.Fact

func (m model) apply(c graph.Change) {
	for _, d := range c.Deltas {
		slot := d.Fact.Slot()
		if d.Op == graph.Add {
			m[slot] = d.Fact
		} else if equal(m[slot], d.Fact) {
			delete(m, slot)
		}
	}
}

func (m model) facts() []graph.Fact {
	var fs []graph.Fact
	for _, slot := range slices.Sorted(maps.Keys(m)) {
		fs = append(fs, m[slot])
	}
	return fs
}

// TestAgainstModel plays random changes on a store and on a map. After each the facts agree; what was done, played on
// the facts before, makes the facts after; its inverse restores the facts before; and Cayley holds the quads of the
// facts, no more and no less.
func TestAgainstModel(t *testing.T) {
	for seed := range uint64(6) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			contract(t, func(t *testing.T, s *Store, reopen func(*Store) *Store) {
				r, m := newRandom(seed), model{}
				for step := range 60 {
					c := r.change(12, facts(s))
					before := m.facts()
					m.apply(c)
					did := apply(t, s, c)
					same(t, "facts", facts(s), m.facts())
					replayed := model{}
					replayed.apply(graph.Added("", before...))
					replayed.apply(did)
					same(t, "facts by what was done", replayed.facts(), m.facts())
					switch step % 10 {
					case 3:
						apply(t, s, did.Inverse())
						same(t, "facts undone", facts(s), before)
						apply(t, s, did)
						same(t, "facts redone", facts(s), m.facts())
					case 7:
						s = reopen(s)
						same(t, "facts reopened", facts(s), m.facts())
					}
					checkQuads(t, s)
				}
			})
		})
	}
}

func TestApplyAll(t *testing.T) {
	contract(t, func(t *testing.T, s *Store, reopen func(*Store) *Store) {
		here, there := graph.Placement{Entity: "e1", X: 1}, graph.Placement{Entity: "e1", X: 2}
		dids, err := s.ApplyAll([]graph.Change{graph.Added("one", here), graph.Added("two", here), graph.Added("three", there), {Label: "four"}})
		if err != nil {
			t.Fatal(err)
		}
		same(t, "did", dids, []graph.Change{
			graph.Added("one", here), {Label: "two"},
			{Label: "three", Deltas: []graph.Delta{{Op: graph.Remove, Fact: here}, {Op: graph.Add, Fact: there}}}, {Label: "four"},
		})
		s = reopen(s)
		same(t, "facts", facts(s), []graph.Fact{there})
		for _, did := range slices.Backward(dids) {
			apply(t, s, did.Inverse())
		}
		same(t, "facts undone", facts(reopen(s)), []graph.Fact(nil))
	})
}

// TestApplyAllIsApply makes the same changes at once and one by one.
func TestApplyAllIsApply(t *testing.T) {
	contract(t, func(t *testing.T, s *Store, reopen func(*Store) *Store) {
		r, one := newRandom(11), Memory()
		for range 10 {
			var cs, want []graph.Change
			for range 5 {
				cs = append(cs, r.change(8, facts(s)))
				want = append(want, apply(t, one, cs[len(cs)-1]))
			}
			dids, err := s.ApplyAll(cs)
			if err != nil {
				t.Fatal(err)
			}
			same(t, "did", dids, want)
			same(t, "facts", facts(s), facts(one))
			checkQuads(t, s)
		}
		same(t, "facts reopened", facts(reopen(s)), facts(one))
	})
}

func TestImportTwice(t *testing.T) {
	contract(t, func(t *testing.T, s *Store, reopen func(*Store) *Store) {
		apply(t, s, graph.Added("import", article("Talks resume")...))
		s = reopen(s)
		if did := apply(t, s, graph.Added("import", article("Talks resume")...)); !did.Empty() {
			t.Errorf("the second import did %v", did)
		}
	})
}

func TestSortedBySlot(t *testing.T) {
	contract(t, func(t *testing.T, s *Store, reopen func(*Store) *Store) {
		r := newRandom(5)
		for range 20 {
			apply(t, s, r.change(20, nil))
		}
		if !slices.IsSortedFunc(facts(reopen(s)), func(a, b graph.Fact) int {
			if a.Slot() < b.Slot() {
				return -1
			}
			return 1
		}) {
			t.Error("facts are not sorted by slot")
		}
	})
}

// TestChangeWhileWalking changes the store from within a walk over its facts.
func TestChangeWhileWalking(t *testing.T) {
	contract(t, func(t *testing.T, s *Store, _ func(*Store) *Store) {
		apply(t, s, graph.Added("import", article("Talks resume")...))
		n := 0
		for f := range s.Facts() {
			n++
			apply(t, s, graph.Change{Deltas: []graph.Delta{{Op: graph.Remove, Fact: f}}})
		}
		if left := len(facts(s)); n != 4 || left != 0 {
			t.Errorf("walked %d facts, %d are left", n, left)
		}
	})
}

// TestCallersKeepTheirSlices changes a fact after it was given to the store.
func TestCallersKeepTheirSlices(t *testing.T) {
	contract(t, func(t *testing.T, s *Store, _ func(*Store) *Store) {
		f := graph.Sighting{Entity: "e1", Article: "a1", Aliases: []string{"before"}}
		apply(t, s, graph.Added("", f))
		f.Aliases[0] = "after"
		if got := facts(s)[0].(graph.Sighting).Aliases[0]; got != "before" {
			t.Errorf("the store's alias is %q", got)
		}
	})
}

// TestAllOrNothing has a change whose last delta is no fact.
func TestAllOrNothing(t *testing.T) {
	contract(t, func(t *testing.T, s *Store, reopen func(*Store) *Store) {
		before := article("Talks resume")
		apply(t, s, graph.Added("import", before...))
		want := facts(s)
		for _, bad := range []graph.Fact{nil, &graph.Setting{}} {
			if _, err := s.ApplyAll([]graph.Change{graph.Added("one", article("Talks end")...), graph.Added("two", graph.Setting{Key: "k"}, bad)}); err == nil {
				t.Errorf("%T was taken", bad)
			}
		}
		same(t, "facts", facts(s), want)
		checkQuads(t, s)
		s = reopen(s)
		same(t, "facts reopened", facts(s), want)
		apply(t, s, graph.Added("after", graph.Setting{Key: "k"}))
	})
}

func TestClosed(t *testing.T) {
	contract(t, func(t *testing.T, s *Store, _ func(*Store) *Store) {
		apply(t, s, graph.Added("import", article("Talks resume")...))
		for range 2 {
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := s.Apply(graph.Added("", graph.Setting{})); !errors.Is(err, os.ErrClosed) {
			t.Errorf("Apply after Close: %v", err)
		}
		if n := len(facts(s)); n != 4 {
			t.Errorf("%d facts after Close", n)
		}
	})
}
