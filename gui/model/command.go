package model

import (
	"slices"

	"skein/graph"
)

// On is what a right-click menu is for.
type On int

// What lies under the pointer.
const (
	OnNode On = 1 << iota
	OnEdge
	OnMany
	OnGround
)

// Command is something a person can do. Menus, keys, tooltips, the palette and the help page are made from these.
type Command struct {
	ID     string
	Label  string
	Doc    string   // one sentence for the help page and tooltips
	Keys   []string // "Ctrl+Shift+H", "/", "Left"; the first is the one shown
	Menu   string   // the main menu it is in
	Part   int      // parts of a menu are divided by a line
	On     On       // the right-click menus it is in
	Hidden bool     // not in menus and palette: for keys only

	// Can says why it cannot run now, "" when it can. Nil: it always can.
	Can func(*State) string
	// Name is a label that depends on the state. Nil: Label.
	Name func(*State) string
	// Msg is what it does.
	Msg func(*State) Msg
}

// Menus are the main menus in order.
func Menus() []string { return []string{"File", "Edit", "Select", "View", "Go", "Help"} }

// Key is the key shown beside it.
func (c Command) Key() string {
	if len(c.Keys) == 0 {
		return ""
	}
	return c.Keys[0]
}

// Why says why it cannot run now, "" when it can.
func (c Command) Why(s *State) string {
	if c.Can == nil {
		return ""
	}
	return c.Can(s)
}

// Title is its label now.
func (c Command) Title(s *State) string {
	if c.Name == nil {
		return c.Label
	}
	return c.Name(s)
}

// Run is the command's message, or a notice of why it cannot run.
func (c Command) Run(s *State) Msg {
	if why := c.Why(s); why != "" {
		return Refused{c.Label, why}
	}
	return c.Msg(s)
}

// Refused tells the person why a command cannot run now.
type Refused struct{ Label, Why string }

// CommandOf finds a command by its id.
func CommandOf(id string) (Command, bool) {
	list := Commands()
	if i := slices.IndexFunc(list, func(c Command) bool { return c.ID == id }); i >= 0 {
		return list[i], true
	}
	return Command{}, false
}

// Conditions of commands.
func needPicked(s *State) string {
	if len(s.Selection.Entities) == 0 {
		return "Select an entity first."
	}
	return ""
}

func needOne(s *State) string {
	if s.Selection.One() == "" {
		return "Select one entity first."
	}
	return ""
}

func needJudged(s *State) string {
	if len(s.judged()) == 0 {
		return "Select an entity, a line or a claim first."
	}
	return ""
}

func needNodes(s *State) string {
	if len(s.Picture.Nodes) == 0 {
		return "The canvas is empty."
	}
	return ""
}

func needNews(s *State) string {
	if len(s.News.Entities) == 0 {
		return "Nothing is new since the last import."
	}
	return ""
}

// judged is what accept and reject are about: the claim looked at, else the claims of the line, else the entities.
func (s *State) judged() []graph.ID {
	switch {
	case s.Selection.Claim != "":
		return []graph.ID{s.Selection.Claim}
	case s.Selection.Edge != (Edge{}):
		var ids []graph.ID
		for _, ci := range s.claimsOf(s.Selection.Edge) {
			ids = append(ids, s.Snap.Claims()[ci].ID)
		}
		return ids
	}
	return s.Selection.Entities
}

func constant(m Msg) func(*State) Msg { return func(*State) Msg { return m } }
