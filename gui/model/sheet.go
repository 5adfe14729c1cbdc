package model

import (
	"cmp"
	"slices"
	"strings"

	"skein/graph"
	"skein/graph/schema"
)

// SheetKind is what lies over the window.
type SheetKind string

// The sheets.
const (
	NoSheet      SheetKind = ""
	PaletteSheet SheetKind = "palette" // all commands
	HelpSheet    SheetKind = "help"    // all keys
	ImportSheet  SheetKind = "import"
	ExportSheet  SheetKind = "export"
	GraphSheet   SheetKind = "graph" // another graph
	ChooserSheet SheetKind = "chooser"
	RenameSheet  SheetKind = "rename"
	RetypeSheet  SheetKind = "retype"
	MergeSheet   SheetKind = "merge"
	PathSheet    SheetKind = "path"
)

// Sheet is what lies over the window, with what was typed and chosen in it.
type Sheet struct {
	Kind    SheetKind
	Entity  graph.ID // what it is about
	Text    string
	At      int // the item Enter takes
	Choices []Choice
	Scope   Scope
	Format  Format
	Replace bool // the file named is there already, and an export replaces it
}

// Item is something a sheet offers.
type Item struct {
	Label  string
	Detail string     // grey, behind it
	Key    string     // right
	Kind   graph.Kind // of an entity, else ""
	Off    string     // why it cannot be taken, "" when it can
	Msg    Msg
}

// Title says what the sheet asks.
func (s *State) SheetTitle() string {
	switch s.Sheet.Kind {
	case PaletteSheet:
		return "What do you want to do?"
	case HelpSheet:
		return "Keys and gestures"
	case ImportSheet:
		return "Import articles"
	case ExportSheet:
		return "Export"
	case GraphSheet:
		return "Open a graph"
	case ChooserSheet:
		return "Expand " + s.Name(s.Sheet.Entity)
	case RenameSheet:
		return "Rename " + s.Name(s.Sheet.Entity)
	case RetypeSheet:
		return "What is " + s.Name(s.Sheet.Entity) + "?"
	case MergeSheet:
		return "Merge " + s.names(s.mergees()) + " into …"
	case PathSheet:
		return "Path from " + s.Name(s.Sheet.Entity) + " to …"
	}
	return ""
}

// openSheet shows a sheet about an entity, or about what is picked.
func (s *State) openSheet(m OpenSheet) {
	id := m.Entity
	if id == "" && len(s.Selection.Entities) > 0 {
		id = s.Selection.Entities[0]
	}
	s.Search = Search{}
	s.Sheet = Sheet{Kind: m.Kind, Entity: id}
	switch m.Kind {
	case RenameSheet:
		s.Sheet.Text = s.Name(id)
	case ChooserSheet:
		s.Sheet.Choices = s.choices(id)
	case ExportSheet:
		s.openExport()
	}
}

func (s *State) closeSheet() []Effect {
	s.Sheet = Sheet{}
	return []Effect{FocusGraph{}}
}

func (sh *Sheet) move(by, n int) {
	if n > 0 {
		sh.At = (sh.At + by%n + n) % n
	}
}

// mark marks a row of the chooser, or no longer.
func (sh *Sheet) mark(row int) {
	if row < 0 || row >= len(sh.Choices) {
		return
	}
	sh.Choices = slices.Clone(sh.Choices)
	sh.Choices[row].On = !sh.Choices[row].On
}

// mergees are the entities that a merge would join into another: what is picked, if the sheet's entity is among it.
func (s *State) mergees() []graph.ID {
	if s.Selection.Has(s.Sheet.Entity) {
		return s.Selection.Entities
	}
	return []graph.ID{s.Sheet.Entity}
}

// itemLimit is how many items a sheet lists.
const itemLimit = 60

// SheetItems are what the sheet offers for what was typed.
func (s *State) SheetItems() []Item {
	text := strings.TrimSpace(s.Sheet.Text)
	switch s.Sheet.Kind {
	case PaletteSheet:
		return s.paletteItems(text)
	case RetypeSheet:
		return s.typeItems(text)
	case MergeSheet:
		among := s.mergees()
		return s.entityItems(text, among, func(id graph.ID) Msg { return Merge{among, id} })
	case PathSheet:
		from := s.Sheet.Entity
		return s.entityItems(text, []graph.ID{from}, func(id graph.ID) Msg { return FindChain{from, id} })
	case GraphSheet:
		return s.graphItems(text)
	}
	return nil
}

// paletteItems are the commands whose words begin as what was typed, and then entities by that name.
func (s *State) paletteItems(text string) []Item {
	var out []Item
	for _, c := range Commands() {
		if c.Hidden || !matches(c.Label+" "+c.Menu, text) {
			continue
		}
		it := Item{Label: c.Title(s), Detail: c.Menu, Key: c.Key(), Off: c.Why(s)}
		if it.Off == "" {
			it.Msg = c.Msg(s)
		}
		out = append(out, it)
	}
	slices.SortStableFunc(out, func(a, b Item) int {
		return cmp.Compare(len(a.Off)*boolInt(text == ""), len(b.Off)*boolInt(text == ""))
	})
	if text == "" {
		return out
	}
	return append(out, s.entityItems(text, nil, func(id graph.ID) Msg { return Go{id} })...)
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// matches reports whether each word typed begins a word of the label.
func matches(label, typed string) bool {
	words := strings.FieldsFunc(strings.ToLower(label), func(r rune) bool { return r == ' ' || r == '(' || r == '-' })
	for _, t := range strings.Fields(strings.ToLower(typed)) {
		if !slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(w, t) }) {
			return false
		}
	}
	return true
}

func (s *State) typeItems(text string) []Item {
	e, _ := s.entity(s.Sheet.Entity)
	var out []Item
	for _, t := range schema.Types() {
		kind, _ := schema.KindOf(t.Kinds[0])
		if !matches(t.Label+" "+kind.Label, text) {
			continue
		}
		it := Item{Label: t.Label, Detail: strings.ToLower(kind.Label), Kind: t.Kinds[0], Msg: Retype{s.Sheet.Entity, t.Type}}
		if t.Type == e.Type {
			it.Off = "is its type now"
		}
		out = append(out, it)
	}
	return out
}

// entityItems are entities by name; before anything is typed, those like the one asked about, then the weightiest.
func (s *State) entityItems(text string, but []graph.ID, msg func(graph.ID) Msg) []Item {
	var out []Item
	seen := slices.Clone(but)
	add := func(i int, detail string) {
		e := s.Snap.Entities()[i]
		if slices.Contains(seen, e.ID) || e.Verdict == graph.Reject || len(out) >= itemLimit {
			return
		}
		seen = append(seen, e.ID)
		out = append(out, Item{Label: e.Name, Detail: detail, Kind: KindOf(e), Msg: msg(e.ID)})
	}
	if text != "" {
		for _, h := range s.Snap.Search(text, 20) {
			e := s.Snap.Entities()[h.Entity]
			info, _ := schema.TypeOf(e.Type)
			detail := strings.ToLower(info.Label)
			if h.Name != e.Name {
				detail += " · " + h.Name
			}
			add(h.Entity, detail)
		}
		return out
	}
	fits := func(graph.Kind) bool { return true }
	if e, ok := s.entity(s.Sheet.Entity); ok && s.Sheet.Kind == MergeSheet { // the same thing is of the same kind
		fits = func(k graph.Kind) bool { return k == KindOf(e) }
		for _, h := range s.Snap.Search(e.Name, 20) {
			if fits(KindOf(s.Snap.Entities()[h.Entity])) {
				add(h.Entity, "alike")
			}
		}
	}
	nodes := slices.DeleteFunc(slices.Clone(s.Picture.Nodes), func(n Node) bool { return !fits(n.Kind) })
	slices.SortStableFunc(nodes, func(a, b Node) int { return b.Weight - a.Weight })
	for _, n := range nodes[:min(len(nodes), 20)] {
		info, _ := schema.TypeOf(n.Type)
		add(n.Index, strings.ToLower(info.Label))
	}
	return out
}

func (s *State) graphItems(text string) []Item {
	var out []Item
	if text != "" {
		out = append(out, Item{Label: "Open " + text, Detail: "made when it is not there", Msg: OpenGraph{text}})
	}
	for _, p := range s.Recent {
		if p != s.Path && strings.Contains(strings.ToLower(p), strings.ToLower(text)) {
			out = append(out, Item{Label: p, Detail: "recent", Msg: OpenGraph{p}})
		}
	}
	return out
}

// sheetTake does what the sheet's item says.
func (s *State) sheetTake(at int) []Effect {
	switch s.Sheet.Kind {
	case RenameSheet:
		m := Rename{s.Sheet.Entity, s.Sheet.Text}
		s.Sheet = Sheet{}
		return append([]Effect{FocusGraph{}}, s.now(m)...)
	case ChooserSheet:
		return s.now(ExpandChosen{})
	case ExportSheet:
		return s.startExport(StartExport{s.Sheet.Scope, s.Sheet.Format, s.Sheet.Text, s.Sheet.Replace})
	case ImportSheet:
		return s.startImport(strings.Split(strings.TrimSpace(s.Sheet.Text), "\n"))
	}
	items := s.SheetItems()
	if at < 0 {
		at = s.Sheet.At
	}
	if at >= len(items) {
		return nil
	}
	it := items[at]
	if it.Off != "" {
		s.Notice = Notice{it.Label + ": " + it.Off, Warning}
		return nil
	}
	s.Sheet = Sheet{}
	return append([]Effect{FocusGraph{}}, s.now(it.Msg)...)
}
