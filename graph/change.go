package graph

// Op is the sign of a delta.
type Op bool

// The two signs.
const (
	Add    Op = true
	Remove Op = false
)

// Delta is one fact added to a graph or removed from it.
type Delta struct {
	Op   Op
	Fact Fact
}

// Change is an edit: an import, a merge, a drag. Its deltas take effect together or not at all.
type Change struct {
	// Label says what the edit is, to people, in the menu's "Undo …": "import of Talks in Baghdad".
	Label string
	// Group, where not empty, lets undo join neighbouring changes of the same group into one step ("move e…").
	Group  string
	Deltas []Delta
}

// Added returns a change that adds the facts, in this order.
func Added(label string, facts ...Fact) Change {
	c := Change{Label: label, Deltas: make([]Delta, len(facts))}
	for i, f := range facts {
		c.Deltas[i] = Delta{Add, f}
	}
	return c
}

// Inverse returns the change that takes c back: opposite signs in opposite order. It is right only for a change that
// fully took effect: invert what a store returned, not what it was asked.
func (c Change) Inverse() Change {
	inv := Change{Label: c.Label, Group: c.Group, Deltas: make([]Delta, len(c.Deltas))}
	for i, d := range c.Deltas {
		inv.Deltas[len(c.Deltas)-1-i] = Delta{!d.Op, d.Fact}
	}
	return inv
}

// Empty reports whether the change changes nothing.
func (c Change) Empty() bool { return len(c.Deltas) == 0 }
