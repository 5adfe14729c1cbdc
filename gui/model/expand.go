package model

import (
	"cmp"
	"slices"
	"strings"

	"skein/graph"
	"skein/graph/schema"
	"skein/graph/snapshot"
)

// How much comes at a time: what a double click brings of a hub's neighbours, and the most that any expansion brings.
const (
	ExpandStep  = 16
	ExpandLimit = 50
)

// missing are the neighbours that are not on the canvas, most important first. What was hidden by hand stays away.
func (s *State) missing(i int, spots map[int]spot) []snapshot.Neighbour {
	var out []snapshot.Neighbour
	for _, n := range s.View.Neighbours(i) {
		if _, placed := spots[n.Entity]; !placed && n.Entity != i {
			out = append(out, n)
		}
	}
	return out
}

// toggle is the double click.
func (s *State) toggle(id graph.ID) []Effect {
	i, ok := s.Snap.Entity(id)
	if !ok {
		return nil
	}
	if brought := s.brought(id); len(brought) > 0 {
		return s.collapse([]graph.ID{id})
	}
	if len(s.missing(i, s.spots())) == 0 {
		s.Notice = Notice{Text: "All that " + s.Name(id) + " is linked to is shown."}
		return nil
	}
	return s.expand([]graph.ID{id})
}

// expand brings the most important missing neighbours of each.
func (s *State) expand(ids []graph.ID) []Effect {
	spots := s.spots()
	bring := map[graph.ID][]graph.ID{}
	var order []graph.ID
	left := 0
	for _, id := range ids {
		i, ok := s.Snap.Entity(id)
		if !ok {
			continue
		}
		missing := s.missing(i, spots)
		take := min(len(missing), ExpandStep, ExpandLimit-len(spots)+len(s.spots()))
		left += len(missing) - take
		for _, n := range missing[:max(take, 0)] {
			e := s.Snap.Entities()[n.Entity].ID
			bring[id] = append(bring[id], e)
			spots[n.Entity] = spot{graph.Placement{Entity: e}, n.Entity}
		}
		if len(bring[id]) > 0 {
			order = append(order, id)
		}
	}
	if len(order) == 0 {
		s.Notice = Notice{Text: "All that " + s.names(ids) + " is linked to is shown."}
		return nil
	}
	if left > 0 {
		s.Notice = Notice{Text: quantity(left, "more neighbour", "more neighbours") + " of " + s.names(ids) +
			" not shown. Expand again, or choose with Ctrl+Shift+E."}
	}
	return s.bring("expand "+s.names(order), order, bring)
}

// bring places what each anchor brings, and notes it so that it can be taken back.
func (s *State) bring(label string, anchors []graph.ID, what map[graph.ID][]graph.ID) []Effect {
	c := graph.Change{Label: label}
	ground := s.ground()
	var all []graph.ID
	for _, anchor := range anchors {
		for _, p := range ground.beside(s, anchor, what[anchor]) {
			c.Deltas = append(c.Deltas, graph.Delta{Op: graph.Add, Fact: p})
			all = append(all, p.Entity)
		}
		key := expandedKey + string(anchor)
		value := strings.TrimSpace(s.Settings[key] + " " + joinIDs(what[anchor]))
		c.Deltas = append(c.Deltas, graph.Delta{Op: graph.Add, Fact: graph.Setting{Key: key, Value: value}})
	}
	s.after = append(s.after, ShowEntities{append(slices.Clone(anchors), all...)})
	return s.apply(c)
}

// brought is what the expansion of an entity brought and still stands as it was brought: not pinned, not hidden, not
// expanded itself.
func (s *State) brought(id graph.ID) []graph.ID {
	var out []graph.ID
	for _, f := range strings.Fields(s.Settings[expandedKey+string(id)]) {
		b := graph.ID(f)
		if p, ok := s.Placed[b]; ok && !p.Pinned && !p.Hidden && s.Settings[expandedKey+f] == "" {
			out = append(out, b)
		}
	}
	return out
}

// collapse takes back what expansions brought.
func (s *State) collapse(ids []graph.ID) []Effect {
	c := graph.Change{Label: "collapse " + s.names(ids)}
	for _, id := range ids {
		key := expandedKey + string(id)
		if s.Settings[key] == "" {
			continue
		}
		c.Deltas = append(c.Deltas, graph.Delta{Op: graph.Remove, Fact: graph.Setting{Key: key, Value: s.Settings[key]}})
		for _, b := range s.brought(id) {
			c.Deltas = append(c.Deltas, graph.Delta{Op: graph.Remove, Fact: s.Placed[b]})
		}
	}
	if c.Empty() {
		s.Notice = Notice{Text: "No expansion of " + s.names(ids) + " to take back."}
	}
	return s.apply(c)
}

// Choice is a row of the chooser: the missing neighbours by relation, direction and kind.
type Choice struct {
	Label string // "takes part in"
	Kind  graph.Kind
	N     int
	On    bool
	ids   []graph.ID
}

// choices are the rows for an entity, most numerous first. A neighbour counts in each row it belongs to.
func (s *State) choices(id graph.ID) []Choice {
	i, ok := s.Snap.Entity(id)
	if !ok {
		return nil
	}
	type row struct {
		label string
		kind  graph.Kind
	}
	at := map[row]int{}
	var out []Choice
	claims, entities := s.Snap.Claims(), s.Snap.Entities()
	for _, n := range s.missing(i, s.spots()) {
		e := entities[n.Entity]
		seen := map[row]bool{}
		for _, ci := range n.Claims {
			r := row{relationLabel(claims[ci].Predicate, claims[ci].From == i), KindOf(e)}
			if seen[r] {
				continue
			}
			seen[r] = true
			if _, ok := at[r]; !ok {
				at[r] = len(out)
				out = append(out, Choice{Label: r.label, Kind: r.kind})
			}
			out[at[r]].N++
			out[at[r]].ids = append(out[at[r]].ids, e.ID)
		}
	}
	slices.SortStableFunc(out, func(a, b Choice) int { return cmp.Compare(b.N, a.N) })
	return out
}

// relationLabel is a predicate read from one of its ends.
func relationLabel(p graph.Predicate, fromSubject bool) string {
	info, _ := schema.PredicateOf(p)
	if fromSubject {
		return info.Label
	}
	return info.Inverse
}

// expandChosen brings what the chooser's marked rows hold, at most ExpandLimit.
func (s *State) expandChosen() []Effect {
	id := s.Sheet.Entity
	var ids []graph.ID
	for _, c := range s.Sheet.Choices {
		if !c.On {
			continue
		}
		for _, e := range c.ids {
			if _, placed := s.placement(e); !placed && len(ids) < ExpandLimit && !slices.Contains(ids, e) {
				ids = append(ids, e)
			}
		}
	}
	s.Sheet = Sheet{}
	if len(ids) == 0 {
		return []Effect{FocusGraph{}}
	}
	return append(s.bring("expand "+s.Name(id), []graph.ID{id}, map[graph.ID][]graph.ID{id: ids}), FocusGraph{})
}

func joinIDs(ids []graph.ID) string {
	out := make([]string, len(ids))
	for i, id := range ids {
		out[i] = string(id)
	}
	return strings.Join(out, " ")
}
