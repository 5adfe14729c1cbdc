package store

import (
	"fmt"

	"github.com/cayleygraph/quad"

	"skein/graph"
)

// Apply makes a change, whole or not at all, and returns what it did: for each slot that holds something else than
// before, the old fact removed and the new one added, in the order the slots were first met. Adding a fact that is there
// does nothing; adding one to a slot that holds another replaces it; removing a fact does nothing unless exactly this
// fact is there. Apply(did.Inverse()) restores the facts as they were.
//
// On an error, which names the file, nothing has changed and the store goes on working.
func (s *Store) Apply(c graph.Change) (graph.Change, error) {
	dids, err := s.ApplyAll([]graph.Change{c})
	if err != nil {
		return graph.Change{}, err
	}
	return dids[0], nil
}

// ApplyAll makes several changes, one after the other, all or none of them. It returns what each of them did.
func (s *Store) ApplyAll(cs []graph.Change) ([]graph.Change, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.shut {
		return nil, closed()
	}
	all := edit{before: s.fact, after: map[string]entry{}}
	dids := make([]graph.Change, len(cs))
	for i, c := range cs {
		one := edit{before: all.fact, after: map[string]entry{}}
		if err := one.play(c); err != nil {
			return nil, err
		}
		dids[i] = graph.Change{Label: c.Label, Group: c.Group, Deltas: one.net()}
		all.play(dids[i])
	}
	net := all.net()
	if len(net) == 0 {
		return dids, nil
	}
	if s.disk != nil {
		add, remove, err := s.quads(net)
		if err == nil {
			err = s.disk.write(add, remove)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", s.disk.path, err)
		}
	}
	for _, d := range net {
		if slot := d.Fact.Slot(); d.Op == graph.Add {
			s.put(slot, d.Fact)
		} else {
			s.drop(slot)
		}
	}
	return dids, nil
}

// fact returns the fact in a slot and its record; nil when there is none.
func (s *Store) fact(slot string) entry {
	f, there := s.facts[slot]
	if !there {
		return entry{}
	}
	_, record, _ := encode(f)
	return entry{f, record}
}

// quads returns the quads that net deltas add and those they remove; none is in both.
func (s *Store) quads(net []graph.Delta) (add, remove []quad.Quad, err error) {
	t := tally{sum: map[quad.Quad]int{}}
	evidence := map[saying]int{}
	var sayings []saying
	for _, d := range net {
		qs, err := quadsOf(d.Fact)
		if err != nil {
			return nil, nil, err
		}
		t.count(d.Op, qs)
		if c, ok := d.Fact.(graph.Claim); ok {
			key := sayingOf(c)
			if _, met := evidence[key]; !met {
				sayings = append(sayings, key)
			}
			evidence[key] += sign(d.Op)
		}
	}
	for _, key := range sayings {
		was := s.said[key]
		if now := was + evidence[key]; (was == 0) != (now == 0) {
			t.count(now > 0, key.quads())
		}
	}
	add, remove = t.split()
	return add, remove, nil
}

// tally sums up additions and removals of quads.
type tally struct {
	sum map[quad.Quad]int
	met []quad.Quad // in the order they were met
}

func (t *tally) count(op graph.Op, qs []quad.Quad) {
	for _, q := range qs {
		if _, met := t.sum[q]; !met {
			t.met = append(t.met, q)
		}
		t.sum[q] += sign(op)
	}
}

func (t *tally) split() (add, remove []quad.Quad) {
	for _, q := range t.met {
		switch n := t.sum[q]; {
		case n > 0:
			add = append(add, q)
		case n < 0:
			remove = append(remove, q)
		}
	}
	return add, remove
}

func sign(op graph.Op) int {
	if op == graph.Add {
		return 1
	}
	return -1
}
