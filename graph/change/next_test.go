package change

import (
	"testing"

	"skein/graph"
)

// TestNextNamesWhatUndoAndRedoWouldDo plays edits back and forth and compares the labels with the changes handed out.
func TestNextNamesWhatUndoAndRedoWouldDo(t *testing.T) {
	var l Log
	check := func(when, undo, redo string) {
		t.Helper()
		if u, r := l.Next(); u != undo || r != redo {
			t.Errorf("%s: next are %q and %q, want %q and %q", when, u, r, undo, redo)
		}
		if c, _ := l.Undo(); c.Label != undo {
			t.Errorf("%s: undo hands out %q, want %q", when, c.Label, undo)
		}
		if c, _ := l.Redo(); c.Label != redo {
			t.Errorf("%s: redo hands out %q, want %q", when, c.Label, redo)
		}
	}
	check("at first", "", "")
	l.Did(graph.Added("hide Varn", graph.Setting{Key: "a", Value: "1"}))
	l.Did(graph.Added("pin Esteria", graph.Setting{Key: "b", Value: "2"}))
	check("after two edits", "pin Esteria", "")
	c, _ := l.Undo()
	l.Undone(c)
	check("after one undo", "hide Varn", "pin Esteria")
	c, _ = l.Redo()
	l.Redone(c)
	check("after a redo", "pin Esteria", "")
}
