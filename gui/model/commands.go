package model

import "skein/graph"

// Commands is the table of all commands, in the order of the menus.
func Commands() []Command {
	return slicesJoin(fileCommands(), editCommands(), selectCommands(), viewCommands(), goCommands(), helpCommands())
}

func slicesJoin(lists ...[]Command) []Command {
	var out []Command
	for _, l := range lists {
		out = append(out, l...)
	}
	return out
}

func fileCommands() []Command {
	const menu = "File"
	return []Command{
		{ID: "import", Label: "Import…", Menu: menu, Keys: []string{"Ctrl+O"}, On: OnGround,
			Doc: "Reads articles, files or whole folders, into the graph. Dropping them onto the window does the same.",
			Msg: constant(ChooseImport{})},
		{ID: "cancel-import", Label: "Cancel import", Menu: menu, Keys: []string{"Ctrl+."},
			Doc: "Stops the import under way; what is done is kept.",
			Can: func(s *State) string {
				if !s.Import.Running {
					return "No import is under way."
				}
				return ""
			},
			Msg: constant(CancelImport{})},
		{ID: "export", Label: "Export…", Menu: menu, Part: 1, Keys: []string{"Ctrl+S"}, On: OnGround | OnMany,
			Doc: "Writes the selection, what is visible, or everything as JSON, or the canvas as a picture.",
			Msg: constant(ChooseExport{})},
		{ID: "open-graph", Label: "Open graph…", Menu: menu, Part: 1, Keys: []string{"Ctrl+Shift+O"},
			Doc: "Shows another graph in this window.", Msg: constant(OpenSheet{Kind: GraphSheet})},
		{ID: "quit", Label: "Quit", Menu: menu, Part: 2, Keys: []string{"Ctrl+Q"},
			Doc: "Closes the window. Everything is kept already.", Msg: constant(Quit{})},
	}
}

func editCommands() []Command {
	const menu = "Edit"
	return []Command{
		{ID: "undo", Label: "Undo", Menu: menu, Keys: []string{"Ctrl+Z"},
			Doc: "Takes the last edit back: an import, a move, an expansion, a judgement, a filter.",
			Can: func(s *State) string {
				if s.UndoLabel() == "" {
					return "Nothing to undo."
				}
				return ""
			},
			Name: func(s *State) string {
				if l := s.UndoLabel(); l != "" {
					return "Undo " + l
				}
				return "Undo"
			},
			Msg: constant(Undo{})},
		{ID: "redo", Label: "Redo", Menu: menu, Keys: []string{"Ctrl+Shift+Z", "Ctrl+Y"},
			Doc: "Does the edit that was undone again.",
			Can: func(s *State) string {
				if s.RedoLabel() == "" {
					return "Nothing to do again."
				}
				return ""
			},
			Name: func(s *State) string {
				if l := s.RedoLabel(); l != "" {
					return "Redo " + l
				}
				return "Redo"
			},
			Msg: constant(Redo{})},
		{ID: "accept", Label: "Accept", Menu: menu, Part: 1, Keys: []string{"A"}, On: OnNode | OnEdge | OnMany,
			Doc: "Marks the claim, line or entity as right; again: takes that back.", Can: needJudged,
			Msg: func(s *State) Msg { return Judge{graph.Accept, s.judged()} }},
		{ID: "reject", Label: "Reject", Menu: menu, Part: 1, Keys: []string{"X"}, On: OnNode | OnEdge | OnMany,
			Doc: "Marks it as wrong: it is not shown any more, and no import brings it back.", Can: needJudged,
			Msg: func(s *State) Msg { return Judge{graph.Reject, s.judged()} }},
		{ID: "rename", Label: "Rename…", Menu: menu, Part: 2, Keys: []string{"F2"}, On: OnNode,
			Doc: "Gives the entity another name; the old one stays among its other names.", Can: needOne,
			Msg: func(s *State) Msg { return OpenSheet{RenameSheet, s.Selection.One()} }},
		{ID: "retype", Label: "Change type…", Menu: menu, Part: 2, Keys: []string{"T"}, On: OnNode,
			Doc: "Says what the entity is: a person, a unit, a city.", Can: needOne,
			Msg: func(s *State) Msg { return OpenSheet{RetypeSheet, s.Selection.One()} }},
		{ID: "merge", Label: "Merge into…", Menu: menu, Part: 2, Keys: []string{"M"}, On: OnNode | OnMany,
			Doc: "Joins the entity with another that is the same thing. Nothing is lost: split takes it apart again.",
			Can: needPicked, Msg: func(s *State) Msg { return OpenSheet{MergeSheet, s.Selection.Entities[0]} }},
		{ID: "split", Label: "Split the last merged", Menu: menu, Part: 2, Keys: []string{"Shift+M"}, On: OnNode,
			Doc: "Takes the entity apart that was merged into this one, and never joins the two by itself again.",
			Can: func(s *State) string {
				if e, ok := s.entity(s.Selection.One()); !ok || len(e.Joined) == 0 {
					return "Select an entity that others were merged into."
				}
				return ""
			},
			Msg: func(s *State) Msg {
				e, _ := s.entity(s.Selection.One())
				return Split{e.Joined[len(e.Joined)-1], e.ID}
			}},
		{ID: "copy", Label: "Copy name", Menu: menu, Part: 3, Keys: []string{"Ctrl+C"}, On: OnNode,
			Doc: "Puts the entity's name on the clipboard.", Can: needOne,
			Msg: func(s *State) Msg { return Copy{s.Name(s.Selection.One())} }},
	}
}

func selectCommands() []Command {
	const menu = "Select"
	return []Command{
		{ID: "select-all", Label: "All that is visible", Menu: menu, Keys: []string{"Ctrl+A"}, On: OnGround,
			Doc: "Selects everything on the canvas.", Can: needNodes, Msg: constant(SelectAll{})},
		{ID: "invert", Label: "Invert selection", Menu: menu, Keys: []string{"Ctrl+I"}, On: OnGround | OnMany,
			Doc: "Selects what is not selected.", Can: needNodes, Msg: constant(Invert{})},
		{ID: "select-near", Label: "Neighbours too", Menu: menu, Keys: []string{"Ctrl+Shift+A"}, On: OnNode | OnMany,
			Doc: "Adds the visible neighbours to the selection.", Can: needPicked, Msg: constant(SelectNear{})},
		{ID: "clear", Label: "Clear", Menu: menu, Keys: []string{"Escape"},
			Doc: "Closes what is open, else clears the selection.", Msg: constant(Escape{})},
		{ID: "box", Label: "Box select", Menu: menu, Part: 1, Keys: []string{"B"},
			Doc: "A drag on the background selects with a box; Shift and drag does so at any time.",
			Msg: func(s *State) Msg { return SetTool{otherTool(s.Tool, BoxTool)} }},
		{ID: "lasso", Label: "Lasso", Menu: menu, Part: 1, Keys: []string{"L"},
			Doc: "A drag on the background selects what it goes around; Alt and drag does so at any time.",
			Msg: func(s *State) Msg { return SetTool{otherTool(s.Tool, LassoTool)} }},
	}
}

func otherTool(now, t Tool) Tool {
	if now == t {
		return PanTool
	}
	return t
}

func viewCommands() []Command {
	const menu = "View"
	return []Command{
		{ID: "expand", Label: "Expand", Menu: menu, Keys: []string{"Ctrl+E"}, On: OnNode | OnMany,
			Doc: "Brings the most important neighbours that are not shown. A double click does the same.",
			Can: needPicked, Msg: func(s *State) Msg { return Expand{s.Selection.Entities} }},
		{ID: "expand-by", Label: "Expand by…", Menu: menu, Keys: []string{"Ctrl+Shift+E"}, On: OnNode,
			Doc: "Chooses which neighbours come, by relation and kind, at most 50 at a time.", Can: needOne,
			Msg: func(s *State) Msg { return OpenSheet{ChooserSheet, s.Selection.One()} }},
		{ID: "collapse", Label: "Collapse", Menu: menu, Keys: []string{"Ctrl+Shift+C"}, On: OnNode | OnMany,
			Doc: "Takes back what the expansion brought.", Can: needPicked,
			Msg: func(s *State) Msg { return Collapse{s.Selection.Entities} }},
		{ID: "hide", Label: "Hide", Menu: menu, Part: 1, Keys: []string{"Ctrl+H", "Delete"}, On: OnNode | OnMany,
			Doc: "Takes the selection off the canvas; it stays in the graph.", Can: needPicked,
			Msg: func(s *State) Msg { return Hide{s.Selection.Entities} }},
		{ID: "hide-others", Label: "Hide others", Menu: menu, Part: 1, Keys: []string{"Ctrl+Shift+H"}, On: OnNode | OnMany,
			Doc: "Leaves only the selection.", Can: needPicked,
			Msg: func(s *State) Msg { return HideOthers{s.Selection.Entities} }},
		{ID: "show-hidden", Label: "Show hidden", Menu: menu, Part: 1, Keys: []string{"Ctrl+Alt+H"}, On: OnGround,
			Doc: "Brings back what was hidden, to where it stood.",
			Can: func(s *State) string {
				if s.Hidden == 0 {
					return "Nothing is hidden."
				}
				return ""
			},
			Msg: constant(ShowHidden{})},
		{ID: "pin", Label: "Pin", Menu: menu, Part: 2, Keys: []string{"P"}, On: OnNode | OnMany,
			Doc: "Keeps it in its place when the rest is tidied; again: lets it go. Dragging pins too.", Can: needPicked,
			Name: func(s *State) string {
				if s.Pinned(s.Selection.Entities) {
					return "Unpin"
				}
				return "Pin"
			},
			Msg: func(s *State) Msg { return Pin{s.Selection.Entities, !s.Pinned(s.Selection.Entities)} }},
		{ID: "tidy", Label: "Tidy", Menu: menu, Part: 2, Keys: []string{"Ctrl+T"}, On: OnGround,
			Doc: "Arranges anew what is not pinned.", Can: needNodes, Msg: constant(Tidy{})},
		{ID: "fit", Label: "Fit", Menu: menu, Part: 3, Keys: []string{"Ctrl+0"}, On: OnGround,
			Doc: "Shows everything on the canvas.", Can: needNodes, Msg: constant(Fit{})},
		{ID: "zoom-in", Label: "Zoom in", Menu: menu, Part: 3, Keys: []string{"+"},
			Doc: "Comes nearer; the wheel does so at the pointer.", Msg: constant(Zoom{1.25})},
		{ID: "zoom-out", Label: "Zoom out", Menu: menu, Part: 3, Keys: []string{"-"},
			Doc: "Goes farther away.", Msg: constant(Zoom{0.8})},
		{ID: "clear-filters", Label: "Clear filters", Menu: menu, Part: 4, Keys: []string{"Ctrl+Shift+F"},
			Doc: "Shows again what the filters keep back.",
			Can: func(s *State) string {
				if s.Filters.Empty() {
					return "No filter is set."
				}
				return ""
			},
			Msg: constant(SetFilters{Label: "clear filters"})},
		{ID: "fold-left", Label: "Filters", Menu: menu, Part: 5, Keys: []string{"Ctrl+1"},
			Doc: "Folds the filters away, or brings them back.", Msg: constant(Fold{"left"})},
		{ID: "fold-right", Label: "Inspector", Menu: menu, Part: 5, Keys: []string{"Ctrl+2"},
			Doc: "Folds the inspector away, or brings it back.", Msg: constant(Fold{"right"})},
		{ID: "fold-dock", Label: "Article and table", Menu: menu, Part: 5, Keys: []string{"Ctrl+3"},
			Doc: "Folds the dock below away, or brings it back.", Msg: constant(Fold{"dock"})},
		{ID: "theme", Label: "Light, dark or as the system", Menu: menu, Part: 6, Keys: []string{"Ctrl+D"},
			Doc: "Changes the colours: light, then dark, then as the system has them.",
			Name: func(s *State) string {
				return map[Theme]string{Light: "Dark colours", Dark: "Colours of the system"}[s.Theme] + map[Theme]string{FollowSystem: "Light colours"}[s.Theme]
			},
			Msg: func(s *State) Msg { return SetTheme{nextTheme(s.Theme)} }},
	}
}

func nextTheme(t Theme) Theme {
	switch t {
	case Light:
		return Dark
	case Dark:
		return FollowSystem
	}
	return Light
}

func goCommands() []Command {
	const menu = "Go"
	return []Command{
		{ID: "search", Label: "Search", Menu: menu, Keys: []string{"Ctrl+F", "/"}, On: OnGround,
			Doc: "Finds entities by name, other names, acronyms, with a slip or two.", Msg: constant(SearchOpen{})},
		{ID: "palette", Label: "All commands", Menu: menu, Keys: []string{"Ctrl+K"},
			Doc: "Finds any command, and any entity, by a few letters.", Msg: constant(OpenSheet{Kind: PaletteSheet})},
		{ID: "back", Label: "Back", Menu: menu, Part: 1, Keys: []string{"Alt+Left", "BackSpace"},
			Doc: "Goes back along the walk.",
			Can: func(s *State) string {
				if s.TrailAt <= 0 {
					return "This is where the walk began."
				}
				return ""
			},
			Msg: constant(Back{})},
		{ID: "forward", Label: "Forward", Menu: menu, Part: 1, Keys: []string{"Alt+Right"},
			Doc: "Goes forward along the walk.",
			Can: func(s *State) string {
				if s.TrailAt >= len(s.Trail)-1 {
					return "This is where the walk ends."
				}
				return ""
			},
			Msg: constant(Forward{})},
		{ID: "path", Label: "Path to…", Menu: menu, Part: 2, Keys: []string{"Ctrl+P"}, On: OnNode,
			Doc: "Shows how two entities hang together: the shortest chains, each step with its sentence.",
			Can: func(s *State) string {
				if n := len(s.Selection.Entities); n == 0 || n > 2 {
					return "Select one entity, or two."
				}
				return ""
			},
			Msg: func(s *State) Msg {
				if ids := s.Selection.Entities; len(ids) == 2 {
					return FindChain{ids[0], ids[1]}
				}
				return OpenSheet{PathSheet, s.Selection.Entities[0]}
			}},
		{ID: "sentence", Label: "Open the sentence", Menu: menu, Part: 2, Keys: []string{"O"}, On: OnEdge,
			Doc: "Opens the article at the sentence of the line or claim.",
			Can: func(s *State) string {
				if s.Selection.Claim == "" && s.Selection.Edge == (Edge{}) {
					return "Select a line or a claim first."
				}
				return ""
			},
			Msg: func(s *State) Msg { return OpenClaim{Claim: s.judged()[0]} }},
		{ID: "next-new", Label: "Next new entity", Menu: menu, Part: 3, Keys: []string{"N"},
			Doc: "Steps through what the last import brought.", Can: needNews, Msg: constant(StepNews{1})},
		{ID: "previous-new", Label: "Previous new entity", Menu: menu, Part: 3, Keys: []string{"Shift+N"},
			Doc: "Steps back through what the last import brought.", Can: needNews, Msg: constant(StepNews{-1})},
		{ID: "inspect", Label: "Open in the inspector", Menu: menu, Part: 4, Keys: []string{"Return"},
			Doc: "Unfolds the inspector on what is selected.", Can: needPicked,
			Msg: func(s *State) Msg { return Inspect{} }},
		{ID: "walk-left", Label: "Walk left", Menu: menu, Hidden: true, Keys: []string{"Left"},
			Doc: "Goes to the neighbour in that direction.", Can: needNodes, Msg: constant(Walk{-1, 0})},
		{ID: "walk-right", Label: "Walk right", Menu: menu, Hidden: true, Keys: []string{"Right"},
			Doc: "Goes to the neighbour in that direction.", Can: needNodes, Msg: constant(Walk{1, 0})},
		{ID: "walk-up", Label: "Walk up", Menu: menu, Hidden: true, Keys: []string{"Up"},
			Doc: "Goes to the neighbour in that direction.", Can: needNodes, Msg: constant(Walk{0, -1})},
		{ID: "walk-down", Label: "Walk down", Menu: menu, Hidden: true, Keys: []string{"Down"},
			Doc: "Goes to the neighbour in that direction.", Can: needNodes, Msg: constant(Walk{0, 1})},
	}
}

func helpCommands() []Command {
	return []Command{
		{ID: "help", Label: "Keys and gestures", Menu: "Help", Keys: []string{"?", "F1"},
			Doc: "Lists every key.", Msg: constant(OpenSheet{Kind: HelpSheet})},
	}
}
