package model

import (
	"math"
	"slices"

	"skein/graph"
)

// trailLimit is how many stops the walk keeps.
const trailLimit = 200

// visit makes a stop the current one. What lay ahead is dropped, as in a browser.
func (s *State) visit(stop Stop) {
	if s.TrailAt >= 0 && s.Trail[s.TrailAt] == stop {
		return
	}
	s.Trail = append(slices.Clone(s.Trail[:s.TrailAt+1]), stop)
	if len(s.Trail) > trailLimit {
		s.Trail = s.Trail[len(s.Trail)-trailLimit:]
	}
	s.TrailAt = len(s.Trail) - 1
}

// StopName is what a stop is called.
func (s *State) StopName(stop Stop) string {
	switch {
	case stop.Entity != "":
		return s.Name(stop.Entity)
	case stop.Article != "":
		if i, ok := s.Snap.Article(stop.Article); ok {
			return ArticleName(s.Snap.Articles()[i])
		}
		return "article"
	}
	return s.Name(stop.Edge.A) + " – " + s.Name(stop.Edge.B)
}

// jump goes to a stop of the walk.
func (s *State) jump(to int) []Effect {
	if to < 0 || to >= len(s.Trail) || to == s.TrailAt {
		return nil
	}
	s.TrailAt = to
	stop := s.Trail[to]
	s.Chain = Chain{}
	switch {
	case stop.Entity != "":
		ids := standing(s.Snap, []graph.ID{stop.Entity}) // it may have been merged since
		s.Selection = Selection{Entities: ids}
		return []Effect{ShowEntities{ids}}
	case stop.Article != "":
		s.Selection = Selection{}
		s.Place = Place{Article: stop.Article}
		s.Tab = ArticleTab
		return nil
	}
	s.Selection = Selection{Edge: stop.Edge}
	return []Effect{ShowEntities{[]graph.ID{stop.Edge.A, stop.Edge.B}}}
}

// forgetStops drops stops that are not in the graph any more.
func (s *State) forgetStops() {
	var keep []Stop
	at := -1
	for i, stop := range s.Trail {
		if !s.stands(stop) || (len(keep) > 0 && keep[len(keep)-1] == stop) {
			continue
		}
		keep = append(keep, stop)
		if i <= s.TrailAt {
			at = len(keep) - 1
		}
	}
	s.Trail, s.TrailAt = keep, at
}

func (s *State) stands(stop Stop) bool {
	has := func(id graph.ID) bool { _, ok := s.Snap.Entity(id); return ok }
	switch {
	case stop.Entity != "":
		return has(stop.Entity)
	case stop.Article != "":
		_, ok := s.Snap.Article(stop.Article)
		return ok
	}
	return has(stop.Edge.A) && has(stop.Edge.B)
}

// pick changes the selection.
func (s *State) pick(ids []graph.ID, add bool) {
	s.Chain = Chain{}
	if !add {
		s.Selection = Selection{Entities: slices.Clone(ids)}
	} else {
		list := slices.Clone(s.Selection.Entities)
		for _, id := range ids {
			list = toggled(list, id)
		}
		s.Selection = Selection{Entities: list}
	}
	if one := s.Selection.One(); one != "" {
		s.visit(Stop{Entity: one})
	}
}

func (s *State) pickEdge(e Edge) {
	s.Chain = Chain{}
	s.Selection = Selection{Edge: EdgeOf(e.A, e.B)}
	s.visit(Stop{Edge: s.Selection.Edge})
}

// goTo picks an entity, puts it on the canvas when it is not there, and lets the camera come.
func (s *State) goTo(id graph.ID) []Effect {
	e, ok := s.entity(id)
	if !ok {
		return nil
	}
	id = e.ID
	s.pick([]graph.ID{id}, false)
	if s.Shown(id) {
		return []Effect{ShowEntities{[]graph.ID{id}}}
	}
	c := graph.Change{Label: "show " + e.Name}
	for _, p := range s.ground().beside(s, s.bestAnchor(id), []graph.ID{id}) {
		c.Deltas = append(c.Deltas, graph.Delta{Op: graph.Add, Fact: p})
	}
	s.after = append(s.after, ShowEntities{[]graph.ID{id}})
	return s.apply(c)
}

// bestAnchor is the visible entity that one is most linked to, or "".
func (s *State) bestAnchor(id graph.ID) graph.ID {
	i, ok := s.Snap.Entity(id)
	if !ok {
		return ""
	}
	for _, n := range s.View.Neighbours(i) {
		if other := s.Snap.Entities()[n.Entity].ID; s.Shown(other) {
			return other
		}
	}
	return ""
}

// walk goes to the neighbour that lies most in a direction; without a selection it begins at the weightiest node.
func (s *State) walk(dx, dy float64) []Effect {
	if len(s.Picture.Nodes) == 0 {
		return nil
	}
	if len(s.Selection.Entities) == 0 {
		best := s.Picture.Nodes[0]
		for _, n := range s.Picture.Nodes {
			if n.Weight > best.Weight {
				best = n
			}
		}
		return s.goTo(best.ID)
	}
	from, ok := s.Picture.Node(s.Selection.Entities[len(s.Selection.Entities)-1])
	if !ok {
		return nil
	}
	best, cost := graph.ID(""), math.Inf(1)
	for _, l := range s.Picture.Lines {
		a, b := s.Picture.Nodes[l.A], s.Picture.Nodes[l.B]
		if a.ID != from.ID {
			a, b = b, a
		}
		if a.ID != from.ID {
			continue
		}
		d := math.Hypot(b.X-a.X, b.Y-a.Y)
		along := ((b.X-a.X)*dx + (b.Y-a.Y)*dy) / max(d, 1e-9)
		if along < 0.35 { // more than 70 degrees off
			continue
		}
		if c := d * (1 + 3*(1-along)); c < cost {
			best, cost = b.ID, c
		}
	}
	if best == "" {
		return nil
	}
	return s.goTo(best)
}

// invert picks what is visible and was not picked.
func (s *State) invert() {
	var ids []graph.ID
	for _, n := range s.Picture.Nodes {
		if !s.Selection.Has(n.ID) {
			ids = append(ids, n.ID)
		}
	}
	s.Selection = Selection{Entities: ids}
}

// selectNear adds the visible neighbours of what is picked.
func (s *State) selectNear() {
	ids := slices.Clone(s.Selection.Entities)
	for _, l := range s.Picture.Lines {
		a, b := s.Picture.Nodes[l.A].ID, s.Picture.Nodes[l.B].ID
		if s.Selection.Has(a) && !slices.Contains(ids, b) {
			ids = append(ids, b)
		}
		if s.Selection.Has(b) && !slices.Contains(ids, a) {
			ids = append(ids, a)
		}
	}
	s.Selection = Selection{Entities: ids}
}

// escape closes what is open, the topmost first, and at last clears the selection.
func (s *State) escape() []Effect {
	switch {
	case s.Sheet.Kind != NoSheet:
		return s.closeSheet()
	case s.Search.Open:
		s.Search = Search{}
	case s.Tool != PanTool:
		s.Tool = PanTool
	case s.Notice.Text != "":
		s.Notice = Notice{}
	case len(s.Chain.Ways) > 0:
		s.Chain = Chain{}
		s.Selection = Selection{}
	default:
		s.Selection = Selection{}
	}
	return []Effect{FocusGraph{}}
}

// searchLimit is how many hits the field offers.
const searchLimit = 10

func (s *State) searchText(text string) {
	s.Search.Open, s.Search.Text, s.Search.At = true, text, 0
	s.Search.Hits = nil
	if text != "" {
		s.Search.Hits = s.Snap.Search(text, searchLimit)
	}
}

func (s *State) searchMove(by int) {
	if n := len(s.Search.Hits); n > 0 {
		s.Search.At = (s.Search.At + by + n) % n
	}
}

// searchTake goes to a hit and leaves the field.
func (s *State) searchTake(at int) []Effect {
	if at < 0 {
		at = s.Search.At
	}
	if at >= len(s.Search.Hits) {
		if s.Search.Text != "" {
			s.Notice = Notice{Text: "Nothing is called “" + s.Search.Text + "”."}
		}
		return nil
	}
	id := s.Snap.Entities()[s.Search.Hits[at].Entity].ID
	s.Search = Search{}
	return append([]Effect{FocusGraph{}}, s.now(Go{id})...)
}
