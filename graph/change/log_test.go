package change

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"skein/graph"
	"skein/graph/store"
)

func set(key, value string) graph.Setting { return graph.Setting{Key: key, Value: value} }

func moved(x float64) graph.Change {
	c := graph.Added(fmt.Sprint("move to ", x), graph.Placement{Entity: "e1", X: x})
	c.Group = "move e1"
	return c
}

// TestUndoAgainstAStore makes, undoes and redoes changes at random on a store, and compares with a list of its states.
func TestUndoAgainstAStore(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	var l Log
	s := store.Memory()
	state := func() string { return fmt.Sprint(slices.Collect(s.Facts())) }
	apply := func(c graph.Change) graph.Change {
		did, err := s.Apply(c)
		if err != nil {
			t.Fatal(err)
		}
		return did
	}
	past, future := []string{state()}, []string(nil)
	for range 3000 {
		switch r.IntN(4) {
		case 0, 1:
			var c graph.Change
			for range r.IntN(4) {
				c.Deltas = append(c.Deltas, graph.Delta{Op: r.IntN(3) > 0, Fact: set(fmt.Sprint(r.IntN(4)), fmt.Sprint(r.IntN(3)))})
			}
			did := apply(c)
			if l.Did(did); !did.Empty() {
				past, future = append(past, state()), nil
			}
		case 2:
			c, ok := l.Undo()
			if ok != (len(past) > 1) {
				t.Fatalf("%d steps back, and Undo says %v", len(past)-1, ok)
			}
			if !ok {
				continue
			}
			future = append(future, past[len(past)-1])
			past = past[:len(past)-1]
			l.Undone(apply(c))
		case 3:
			c, ok := l.Redo()
			if ok != (len(future) > 0) {
				t.Fatalf("%d steps forward, and Redo says %v", len(future), ok)
			}
			if !ok {
				continue
			}
			past = append(past, future[len(future)-1])
			future = future[:len(future)-1]
			l.Redone(apply(c))
		}
		if got := state(); got != past[len(past)-1] {
			t.Fatalf("the store holds %s, not %s", got, past[len(past)-1])
		}
		past = past[max(0, len(past)-Limit-1):]
	}
}

func TestGroups(t *testing.T) {
	steps := func(l *Log) (labels []string) {
		for {
			c, ok := l.Undo()
			if !ok {
				return labels
			}
			labels = append(labels, fmt.Sprint(c.Label, " ", len(c.Deltas)))
			l.Undone(c)
		}
	}
	var l Log
	l.Did(moved(1))
	l.Did(moved(2))
	l.Did(moved(3))
	l.Did(graph.Change{Label: "nothing"})
	l.Did(graph.Added("other", set("a", "1")))
	l.Did(graph.Added("other", set("b", "1")))
	l.Did(moved(5))
	if got, want := steps(&l), []string{"move to 5 1", "other 1", "other 1", "move to 3 3"}; !slices.Equal(got, want) {
		t.Errorf("steps %q, not %q", got, want)
	}
}

// TestJoinedStepIsUndoneInOrder: the inverse of a joined step goes back through its states.
func TestJoinedStepIsUndoneInOrder(t *testing.T) {
	var l Log
	s := store.Memory()
	for _, x := range []float64{1, 2, 3} {
		did, err := s.Apply(moved(x))
		if err != nil {
			t.Fatal(err)
		}
		l.Did(did)
	}
	undo, _ := l.Undo()
	did, err := s.Apply(undo)
	if err != nil {
		t.Fatal(err)
	}
	l.Undone(did)
	if left := slices.Collect(s.Facts()); len(left) != 0 {
		t.Errorf("left: %v", left)
	}
	if redo, ok := l.Redo(); !ok || redo.Label != "move to 3" {
		t.Errorf("redo: %+v", redo)
	}
	// what comes after an undo is a step of its own
	l.Did(moved(9))
	l.Did(moved(10))
	if _, ok := l.Redo(); ok {
		t.Error("something can be redone after another change")
	}
}

// TestUndoThenMoveAgain: a change of the same group after an undo does not join the step before.
func TestUndoThenMoveAgain(t *testing.T) {
	var l Log
	l.Did(moved(1))
	l.Did(graph.Added("other", set("a", "1")))
	c, _ := l.Undo()
	l.Undone(c)
	l.Did(moved(3))
	if c, _ := l.Undo(); len(c.Deltas) != 1 || c.Label != "move to 3" {
		t.Errorf("the last step: %+v", c)
	}
}

func TestLimit(t *testing.T) {
	var l Log
	for i := range Limit + 20 {
		l.Did(graph.Added(fmt.Sprint(i), set("k", fmt.Sprint(i))))
	}
	n, last := 0, ""
	for {
		c, ok := l.Undo()
		if !ok {
			break
		}
		n, last = n+1, c.Label
		l.Undone(c)
	}
	if n != Limit || last != "20" {
		t.Errorf("%d steps back, to %q", n, last)
	}
}
