// Package change keeps the history of edits: what can be undone, what can be done again.
//
// The log never touches a store. It is given what a store says really happened and hands out inverses; whoever applies
// one of those tells the log so ([Log.Undone], [Log.Redone]). So there is one undo for everything: import, merge,
// rejection, expansion, drag.
package change

import "skein/graph"

// Limit is how many steps back are kept. An import of a thousand articles is one step.
const Limit = 500

// Log is the history of one graph. The zero value is an empty history. It is not safe for concurrent use.
type Log struct {
	done, undone []graph.Change
	sealed       bool // the last step takes in no more changes of its group
}

// Did records a change that took effect. What had been undone is gone for good. A change of the same non-empty Group as
// the one before it joins that step.
func (l *Log) Did(c graph.Change) {
	if c.Empty() {
		return
	}
	l.undone = nil
	if n := len(l.done); n > 0 && c.Group != "" && l.done[n-1].Group == c.Group && !l.sealed {
		step := l.done[n-1]
		step.Label = c.Label
		step.Deltas = append(append([]graph.Delta(nil), step.Deltas...), c.Deltas...)
		l.done[n-1] = step
		return
	}
	l.sealed = false
	l.done = append(l.done, c)
	if len(l.done) > Limit {
		l.done = append(l.done[:0:0], l.done[len(l.done)-Limit:]...)
	}
}

// Undo returns the change that takes the last step back, and whether there is one.
func (l *Log) Undo() (graph.Change, bool) {
	if len(l.done) == 0 {
		return graph.Change{}, false
	}
	return l.done[len(l.done)-1].Inverse(), true
}

// Undone tells the log that the change from Undo was applied and that did is what took effect.
func (l *Log) Undone(did graph.Change) {
	l.done = l.done[:len(l.done)-1]
	l.undone = append(l.undone, did.Inverse())
	l.sealed = true
}

// Redo returns the change that does the last undone step again, and whether there is one.
func (l *Log) Redo() (graph.Change, bool) {
	if len(l.undone) == 0 {
		return graph.Change{}, false
	}
	return l.undone[len(l.undone)-1], true
}

// Redone tells the log that the change from Redo was applied and that did is what took effect.
func (l *Log) Redone(did graph.Change) {
	l.undone = l.undone[:len(l.undone)-1]
	l.done = append(l.done, did)
	l.sealed = true
}

// Next is what Undo would take back and Redo would do again, by their labels, "" where there is nothing. Unlike those it
// costs nothing, however large the steps are.
func (l *Log) Next() (undo, redo string) {
	if n := len(l.done); n > 0 {
		undo = l.done[n-1].Label
	}
	if n := len(l.undone); n > 0 {
		redo = l.undone[n-1].Label
	}
	return undo, redo
}
