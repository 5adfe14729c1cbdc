package gui

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"skein/gui/canvas"
	"skein/gui/model"
	"skein/gui/scene"
)

// press presses a key of the table as the toolkit reports it: a shortcut, a rune, or the name of a key.
func (p *player) press(key string) {
	p.t.Helper()
	s := asShortcut(key)
	switch {
	case s != nil:
		p.win.Canvas().(interface{ TypedShortcut(fyne.Shortcut) }).TypedShortcut(s)
	case utf8.RuneCountInString(key) == 1:
		r, _ := utf8.DecodeRuneInString(strings.ToLower(key))
		p.graph.TypedKey(&fyne.KeyEvent{Name: fyne.KeyName(key)}) // the toolkit reports both
		p.graph.TypedRune(r)
	case strings.HasPrefix(key, "Shift+"):
		r, _ := utf8.DecodeRuneInString(strings.TrimPrefix(key, "Shift+"))
		p.graph.TypedRune(r)
	default:
		p.graph.TypedKey(&fyne.KeyEvent{Name: fyne.KeyName(key)})
	}
}

// TestEveryKeyWorks presses each key of the table of commands: it does what the command does, or says why it cannot.
func TestEveryKeyWorks(t *testing.T) {
	p := play(t, t.TempDir()+"/empty.skein")
	used := map[string]string{}
	for _, c := range model.Commands() {
		for _, key := range c.Keys {
			if other, ok := used[key]; ok {
				t.Errorf("%s is a key of %s and of %s", key, other, c.ID)
			}
			used[key] = c.ID
			if c.ID == "quit" || c.ID == "theme" {
				continue
			}
			before := *p.state
			before.Notice = model.Notice{}
			p.state = &before
			p.press(key)
			why := c.Why(&before)
			if got := p.state.Notice.Text; why != "" && got != c.Label+": "+why {
				t.Errorf("%s (%s) cannot run, and says %q instead of %q", key, c.ID, got, why)
			}
			p.settle()
			p.does(model.Escape{})
			p.does(model.Escape{})
			p.focus()
		}
	}
	p.press("Ctrl+K")
	if p.state.Sheet.Kind != model.PaletteSheet {
		t.Errorf("Ctrl+K opens %q", p.state.Sheet.Kind)
	}
	p.typedRune('b')
	if p.state.Tool != model.PanTool {
		t.Error("a key goes past an open sheet")
	}
	p.does(model.CloseSheet{})
	p.typedRune('B') // with the capitals locked
	if p.state.Tool != model.BoxTool {
		t.Error("a capital letter is not the key of its letter")
	}
}

// TestFieldKeepsItsKeys: while something is typed, what edits text stays with the field and what else is a command runs.
func TestFieldKeepsItsKeys(t *testing.T) {
	p := harboured(t)
	for _, s := range []fyne.Shortcut{&fyne.ShortcutUndo{}, &fyne.ShortcutCopy{}, &fyne.ShortcutSelectAll{}} {
		if p.shortcut(s) {
			t.Errorf("%s is taken from the field", s.ShortcutName())
		}
	}
	if !p.shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyK, Modifier: fyne.KeyModifierControl}) || p.state.Sheet.Kind != model.PaletteSheet {
		t.Error("Ctrl+K does nothing in a field")
	}
	if p.shortcut(&desktop.CustomShortcut{KeyName: fyne.KeyF9, Modifier: fyne.KeyModifierControl}) {
		t.Error("a key that is no command's is taken")
	}
}

// TestFileDialog: while the file dialog is open no key goes past it, and Escape closes it.
func TestFileDialog(t *testing.T) {
	p := harboured(t)
	for _, what := range []model.Browsing{model.BrowseFile, model.BrowseFolder, model.BrowseSave} {
		p.does(model.ChooseExport{})
		p.does(model.Browse{For: what})
		if p.win.Canvas().Overlays().Top() == nil {
			t.Fatalf("%s: no dialog", what)
		}
		p.press("Ctrl+A")
		if len(p.state.Selection.Entities) > 0 {
			t.Errorf("%s: Ctrl+A goes past the dialog", what)
		}
		p.typedKey(fyne.KeyEscape)
		if p.win.Canvas().Overlays().Top() != nil {
			t.Errorf("%s: Escape does not close the dialog", what)
		}
		if p.state.Sheet.Kind != model.ExportSheet {
			t.Errorf("%s: Escape closes the sheet below too", what)
		}
		p.does(model.CloseSheet{})
	}
}

// labels are what the open menu offers; those that cannot be taken have a dash before them.
func (m *menus) labels() []string {
	var out []string
	for _, it := range m.list.items {
		label := it.data.Label
		if it.data.Off {
			label = "-" + label
		}
		out = append(out, label)
	}
	return out
}

// TestMainMenus: every command that is not for keys only is in the main menu that the table names; keys walk along.
func TestMainMenus(t *testing.T) {
	p := harboured(t)
	all := map[string]bool{}
	for i, name := range model.Menus() {
		p.menus.toggle(i)
		if !p.menus.layer.Visible() || p.win.Canvas().Focused() != fyne.Focusable(p.menus.list) {
			t.Fatalf("%s does not open", name)
		}
		for _, it := range p.menus.list.items {
			all[it.command.ID] = true
		}
		p.menus.toggle(i)
		if p.menus.layer.Visible() {
			t.Fatalf("%s does not close", name)
		}
	}
	for _, c := range model.Commands() {
		if all[c.ID] == c.Hidden {
			t.Errorf("%s: in the menus %t, for keys only %t", c.ID, all[c.ID], c.Hidden)
		}
	}
	key := func(names ...fyne.KeyName) {
		for _, k := range names {
			p.menus.list.TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
	p.typedKey(fyne.KeyF10)
	key(fyne.KeyRight)
	if got := p.menus.labels(); got[0] != "Undo "+p.state.UndoLabel() || got[1] != "-Redo" {
		t.Errorf("the second menu offers %q", got)
	}
	p.menus.slide(0) // the pointer goes along the row
	key(fyne.KeyLeft, fyne.KeyUp, fyne.KeyReturn)
	if p.state.Sheet.Kind != model.HelpSheet || p.menus.layer.Visible() {
		t.Errorf("the last of the last menu opens %q", p.state.Sheet.Kind)
	}
	p.does(model.CloseSheet{})
	p.typedKey(fyne.KeyF10)
	key(fyne.KeyEscape)
	if p.menus.layer.Visible() || p.win.Canvas().Focused() != fyne.Focusable(p.graph) {
		t.Error("Escape does not give the keys back to the canvas")
	}
}

// TestContextMenus: what is under the pointer decides what is offered; what cannot be done says why.
func TestContextMenus(t *testing.T) {
	p := harboured(t)
	n := p.graph.Scene().Nodes
	e := p.graph.Scene().Edges[0]
	menu := func(target canvas.Target) []string {
		p.contextMenu(target, fyne.NewPos(1390, 890))
		card := p.menus.layer.Objects[1]
		if end := card.Position().Add(card.Size()); end.X > 1400 || end.Y > 900 {
			t.Errorf("the menu ends at %v", end)
		}
		return p.menus.labels()
	}
	for _, c := range []struct {
		on       string
		target   canvas.Target
		has, not string
	}{
		{"a node", canvas.Target{What: scene.OnNode, Node: n[0].ID}, "Expand", "Tidy"},
		{"a line", canvas.Target{What: scene.OnEdge, Claims: e.IDs, From: n[e.From].ID, To: n[e.To].ID}, "Open the sentence", "Expand"},
		{"the ground", canvas.Target{}, "Tidy", "Reject"},
	} {
		got := menu(c.target)
		if !slices.Contains(got, c.has) || slices.Contains(got, c.not) {
			t.Errorf("on %s: %q", c.on, got)
		}
	}
	i := slices.Index(p.menus.labels(), "-Show hidden")
	if i < 0 {
		t.Fatalf("on the ground: %q", p.menus.labels())
	}
	test.Tap(p.menus.list.items[i].row)
	if got := p.state.Notice.Text; !strings.Contains(got, "Nothing is hidden") {
		t.Errorf("what cannot be done says %q", got)
	}
	p.does(model.Select{Entities: p.state.Selection.Entities})
	p.does(model.SelectAll{})
	if got := menu(canvas.Target{What: scene.OnNode, Node: n[0].ID}); len(p.state.Selection.Entities) != len(n) || slices.Contains(got, "Rename…") {
		t.Errorf("on one of several that are selected: %q, %d selected", got, len(p.state.Selection.Entities))
	}
}
