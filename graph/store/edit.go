package store

import (
	"fmt"

	"skein/graph"
)

// entry is what a slot holds: a fact and its record, or nothing.
type entry struct {
	fact   graph.Fact
	record string
}

func (e entry) is(f entry) bool { return (e.fact == nil) == (f.fact == nil) && e.record == f.record }

// edit is a change played through in memory, on top of facts it leaves alone.
type edit struct {
	before func(slot string) entry
	after  map[string]entry // the slots met so far
	slots  []string         // the same, in the order they were met
}

// fact returns what a slot holds now.
func (e *edit) fact(slot string) entry {
	if now, met := e.after[slot]; met {
		return now
	}
	return e.before(slot)
}

// play plays a change. Its facts are taken as their records tell them: what memory holds is what a file would give back.
func (e *edit) play(c graph.Change) error {
	for _, d := range c.Deltas {
		p, record, err := encode(d.Fact)
		if err != nil {
			return fmt.Errorf("%s: %w", c.Label, err)
		}
		slot := d.Fact.Slot()
		now, want := e.fact(slot), entry{d.Fact, record}
		switch {
		case d.Op == graph.Remove && now.is(want):
			e.set(slot, entry{})
		case d.Op == graph.Add && !now.is(want):
			if want.fact, err = decode(p, record); err != nil {
				return fmt.Errorf("%s: %w", c.Label, err)
			}
			e.set(slot, want)
		}
	}
	return nil
}

func (e *edit) set(slot string, to entry) {
	if _, met := e.after[slot]; !met {
		e.slots = append(e.slots, slot)
	}
	e.after[slot] = to
}

// net returns what is left of the change.
func (e *edit) net() []graph.Delta {
	var net []graph.Delta
	for _, slot := range e.slots {
		was, now := e.before(slot), e.after[slot]
		if was.is(now) {
			continue
		}
		if was.fact != nil {
			net = append(net, graph.Delta{Op: graph.Remove, Fact: was.fact})
		}
		if now.fact != nil {
			net = append(net, graph.Delta{Op: graph.Add, Fact: now.fact})
		}
	}
	return net
}
