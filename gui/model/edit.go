package model

import (
	"fmt"
	"slices"

	"skein/graph"
	"skein/graph/snapshot"
)

// apply sends an edit on its way. What was to be done after it is done at once when it changes nothing.
func (s *State) apply(c graph.Change) []Effect {
	if c.Empty() {
		return s.settled()
	}
	s.Pending++
	return []Effect{Apply{Do, c}}
}

// settled is what was to be done once the edits under way are there, if they are.
func (s *State) settled() []Effect {
	if s.Pending > 0 {
		return nil
	}
	after := s.after
	s.after = nil
	return after
}

// applied takes in what the store really did.
func (s *State) applied(m Applied) []Effect {
	if m.How != Keep {
		s.Pending--
	}
	if m.Err != nil {
		s.Notice = Notice{fmt.Sprintf("Could not %s: %v", verb(m), m.Err), Warning}
		s.after = nil
		return nil
	}
	s.took(m.Did)
	if m.Snap != nil {
		s.Snap = m.Snap
	}
	switch m.How {
	case Do:
		s.History.Did(m.Did)
	case Back_:
		s.History.Undone(m.Did)
		s.Notice = Notice{Text: "Undone: " + m.Did.Label}
	case Again:
		s.History.Redone(m.Did)
		s.Notice = Notice{Text: "Done again: " + m.Did.Label}
	}
	if m.Snap != nil {
		*s = s.derive(false)
		s.forget()
	}
	return s.settled()
}

// took folds placements and settings of a change into the state.
func (s *State) took(did graph.Change) {
	s.withPlaced(did)
	s.withSettings(did)
}

func verb(m Applied) string {
	switch m.How {
	case Back_:
		return "undo"
	case Again:
		return "redo"
	case Keep:
		return "keep a setting"
	}
	return "save the edit"
}

// undo takes the last edit back.
func (s *State) undo() []Effect {
	c, ok := s.History.Undo()
	if !ok {
		s.Notice = Notice{Text: "Nothing to undo."}
		return nil
	}
	s.Pending++
	return []Effect{Apply{Back_, c}}
}

// redo does an undone edit again.
func (s *State) redo() []Effect {
	c, ok := s.History.Redo()
	if !ok {
		s.Notice = Notice{Text: "Nothing to do again."}
		return nil
	}
	s.Pending++
	return []Effect{Apply{Again, c}}
}

// UndoLabel is what Undo would take back, "" when nothing.
func (s *State) UndoLabel() string {
	undo, _ := s.History.Next()
	return undo
}

// RedoLabel is what Redo would do again, "" when nothing.
func (s *State) RedoLabel() string {
	_, redo := s.History.Next()
	return redo
}

// forget drops from selection, walk, news and reader what is not in the graph any more, after an undo for example, and what
// was worked out on the snapshot before this one.
func (s *State) forget() {
	s.Selection.Entities = standing(s.Snap, s.Selection.Entities)
	if e := s.Selection.Edge; e != (Edge{}) && len(s.claimsOf(e)) == 0 {
		s.Selection = Selection{}
	}
	if _, ok := s.Snap.Claim(s.Selection.Claim); !ok {
		s.Selection.Claim = ""
	}
	if _, ok := s.Snap.Article(s.Place.Article); !ok {
		s.Place = Place{}
	}
	s.News = s.News.in(s.Snap)
	s.Chain = Chain{}
	s.forgetStops()
	if s.Search.Text != "" {
		s.searchText(s.Search.Text)
	}
}

// standing are the entities of ids that are in the graph, each once, under the ids that they have after merges.
func standing(snap *snapshot.Snapshot, ids []graph.ID) []graph.ID {
	var out []graph.ID
	for _, id := range ids {
		if i, ok := snap.Entity(id); ok && !slices.Contains(out, snap.Entities()[i].ID) {
			out = append(out, snap.Entities()[i].ID)
		}
	}
	return out
}

// quantity is "1 claim", "3 claims".
func quantity(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(n) + " " + many
}

// thousands writes 1284 as "1,284".
func thousands(n int) string {
	if n < 0 {
		return "-" + thousands(-n)
	}
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", thousands(n/1000), n%1000)
}

// Number writes a count as people read it: 1,284.
func Number(n int) string { return thousands(n) }

// Quantity is a count with its noun: "1 claim", "1,284 claims".
func Quantity(n int, one, many string) string { return quantity(n, one, many) }

// names lists one or two names, or counts.
func (s *State) names(ids []graph.ID) string {
	switch len(ids) {
	case 0:
		return "nothing"
	case 1:
		return s.Name(ids[0])
	case 2:
		return s.Name(ids[0]) + " and " + s.Name(ids[1])
	}
	return quantity(len(ids), "entity", "entities")
}
