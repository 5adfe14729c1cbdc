package model

import (
	"maps"
	"slices"

	"skein/graph"
	"skein/graph/change"
	"skein/graph/snapshot"
)

// Theme is how the window is coloured.
type Theme string

// The themes. FollowSystem is the zero value.
const (
	FollowSystem Theme = ""
	Light        Theme = "light"
	Dark         Theme = "dark"
)

// Tab is a tab of the dock under the graph.
type Tab string

// The tabs.
const (
	ArticleTab Tab = "article"
	TableTab   Tab = "table"
	LogTab     Tab = "log"
)

// Edge is a line on the canvas: all claims between two entities. A is less than B.
type Edge struct{ A, B graph.ID }

// EdgeOf returns the line between two entities, in whatever order they are named.
func EdgeOf(a, b graph.ID) Edge {
	if b < a {
		a, b = b, a
	}
	return Edge{a, b}
}

// Selection is what is picked. Every view shares it. Entities and Edge exclude each other.
type Selection struct {
	Entities []graph.ID // in the order of picking
	Edge     Edge       // zero when no line is picked
	Claim    graph.ID   // the claim looked at, empty when none
}

// One is the only entity picked, or "".
func (s Selection) One() graph.ID {
	if len(s.Entities) == 1 {
		return s.Entities[0]
	}
	return ""
}

// Has reports whether the entity is picked.
func (s Selection) Has(id graph.ID) bool { return slices.Contains(s.Entities, id) }

// Empty reports whether nothing is picked.
func (s Selection) Empty() bool { return len(s.Entities) == 0 && s.Edge == (Edge{}) }

// Place is where an article is open.
type Place struct {
	Article  graph.ID
	Sentence graph.Span // zero when no sentence is looked for
	Mark     graph.Span // the words that say it
	From     int        // where the reader begins in an article too long to be shown whole, when no sentence is looked for
	Asked    int        // grows whenever a sentence is asked for: again for one that was scrolled away
}

// Stop is a point of the walk: an entity, a line or an article.
type Stop struct {
	Entity  graph.ID
	Edge    Edge
	Article graph.ID
}

// Search is the field in the top bar.
type Search struct {
	Open bool
	Text string
	Hits []snapshot.Hit
	At   int // the hit Enter takes
}

// Chain is an answer to "how do these two hang together?".
type Chain struct {
	From, To graph.ID
	Ways     [][]snapshot.Step
	At       int // the way shown
}

// News is what the last import brought.
type News struct {
	Entities []graph.ID // by importance
	Claims   []graph.ID
	Disputed int // claims that contradict each other since
	At       int // the entity stepped to, -1 before the first

	entities, claims []graph.ID // as the import brought them: a merge that is undone gives them back
}

// Empty reports whether there is nothing new.
func (n News) Empty() bool { return len(n.Entities) == 0 && len(n.Claims) == 0 }

// Tone is how a notice is meant.
type Tone int

// The tones.
const (
	Info Tone = iota
	Warning
)

// Notice is one line for the person, shown over the canvas until the next one or until it is dismissed.
type Notice struct {
	Text string
	Tone Tone
}

// Panels says which panels are folded away.
type Panels struct{ LeftFolded, RightFolded, DockFolded bool }

// State is everything the window shows. The zero value is a window without a graph; see [New].
type State struct {
	Path     string // the graph's file
	Snap     *snapshot.Snapshot
	Placed   map[graph.ID]graph.Placement // never changed in place
	Settings map[string]string            // never changed in place
	History  change.Log

	Filters   Filters
	Selection Selection
	Hidden    int // entities taken off the canvas by hand

	Trail   []Stop
	TrailAt int // index of the current stop, -1 before the first
	Search  Search
	Chain   Chain
	Place   Place
	News    News
	Import  Import
	Log     []Entry
	Sheet   Sheet
	Table   Table
	Tab     Tab
	Panels  Panels
	Theme   Theme
	Notice  Notice
	Recent  []string
	Tool    Tool

	Pending int   // edits on their way to the store
	Waiting []Msg // edits that came meanwhile

	View    *snapshot.View
	Facets  Facets
	Picture Picture

	after     []Effect                     // what is to be done once the pending edits are there
	exporting StartExport                  // what is being written
	arranging map[graph.ID]graph.Placement // what an arrangement is being worked out for, with where it stood
	opening   bool                         // another graph is being opened: edits wait, being meant for one or the other
	fresh     derivedFrom
	painted   paintKey
	moves     int // counts changes of Placed
	grouping  int // numbers the groups of changes that make one step
}

// derivedFrom is what View and Facets were worked out from.
type derivedFrom struct {
	snap    *snapshot.Snapshot
	filters string
}

// New is the state of a window that opens a graph: facts as a store gives them.
func New(path string, snap *snapshot.Snapshot, placed map[graph.ID]graph.Placement, settings map[string]string) State {
	if placed == nil {
		placed = map[graph.ID]graph.Placement{}
	}
	if settings == nil {
		settings = map[string]string{}
	}
	s := State{Path: path, Snap: snap, Placed: placed, Settings: settings, TrailAt: -1, Tab: ArticleTab}
	s.Table = tableOf(EntityRows)
	s.News.At = -1
	s.readSettings()
	s.Panels.DockFolded = len(snap.Articles()) == 0
	return s.derive(true)
}

// Shown reports whether the entity stands on the canvas, whether or not the filters let it be seen.
func (s *State) Shown(id graph.ID) bool {
	p, ok := s.placement(id)
	return ok && !p.Hidden
}

// placement is where an entity stands: by its own placement, else by that of the first one that was joined to it.
func (s *State) placement(id graph.ID) (graph.Placement, bool) {
	p, ok := s.Placed[id]
	if ok {
		return p, true
	}
	for _, j := range s.Snap.Canon().Joined(id) {
		if p, ok = s.Placed[j]; ok {
			p.Entity = id
			return p, true
		}
	}
	return graph.Placement{}, false
}

// entity is the snapshot's entity of an id, following merges.
func (s *State) entity(id graph.ID) (snapshot.Entity, bool) {
	if i, ok := s.Snap.Entity(id); ok {
		return s.Snap.Entities()[i], true
	}
	return snapshot.Entity{}, false
}

// Name is what an entity is called; its id when it is not there any more.
func (s *State) Name(id graph.ID) string {
	if e, ok := s.entity(id); ok {
		return e.Name
	}
	return string(id)
}

// withPlaced takes in the placements of a change.
func (s *State) withPlaced(did graph.Change) {
	var next map[graph.ID]graph.Placement
	for _, d := range did.Deltas {
		p, ok := d.Fact.(graph.Placement)
		if !ok {
			continue
		}
		if next == nil {
			next = maps.Clone(s.Placed)
		}
		if d.Op == graph.Add {
			next[p.Entity] = p
		} else {
			delete(next, p.Entity)
		}
	}
	if next != nil {
		s.Placed = next
		s.moves++
	}
}

// withSettings takes in the settings of a change; filters follow them.
func (s *State) withSettings(did graph.Change) {
	var next map[string]string
	for _, d := range did.Deltas {
		k, ok := d.Fact.(graph.Setting)
		if !ok {
			continue
		}
		if next == nil {
			next = maps.Clone(s.Settings)
		}
		if d.Op == graph.Add {
			next[k.Key] = k.Value
		} else {
			delete(next, k.Key)
		}
	}
	if next != nil {
		s.Settings = next
		s.readSettings()
	}
}

// Keys of settings kept with the graph.
const (
	filterKey   = "filters"
	cameraKey   = "camera"
	themeKey    = "theme"
	expandedKey = "expanded/" // + entity: the ids its expansion brought
)

// readSettings takes from the settings what the state holds in another form.
func (s *State) readSettings() {
	s.Filters = parseFilters(s.Settings[filterKey])
	s.Theme = Theme(s.Settings[themeKey])
}
