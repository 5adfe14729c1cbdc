package model

import (
	"cmp"
	"slices"

	"github.com/goccy/go-json"

	"skein/graph"
)

// Tool is what a drag on the background does.
type Tool string

// The tools. PanTool is the zero value.
const (
	PanTool   Tool = ""
	BoxTool   Tool = "box"
	LassoTool Tool = "lasso"
)

// Camera is what part of the plane the canvas shows: the point in its middle, and pixels for each unit.
type Camera struct {
	X    float64 `json:"x"`
	Y    float64 `json:"y"`
	Zoom float64 `json:"zoom"`
}

// Camera is where the camera was left; ok is false when it never was.
func (s *State) Camera() (c Camera, ok bool) {
	text := s.Settings[cameraKey]
	if text == "" || json.Unmarshal([]byte(text), &c) != nil || c.Zoom <= 0 {
		return Camera{}, false
	}
	return c, true
}

// cameraMoved keeps where the camera is, without a step of history.
func (s *State) cameraMoved(c Camera) []Effect {
	b, err := json.Marshal(c)
	if err != nil || s.opening || string(b) == s.Settings[cameraKey] {
		return nil
	}
	return []Effect{Apply{Keep, graph.Added("camera", graph.Setting{Key: cameraKey, Value: string(b)})}}
}

// hide takes entities off the canvas; expanding does not bring them back.
func (s *State) hide(ids []graph.ID, verb string) []Effect {
	c := graph.Change{Label: verb + s.names(ids)}
	for _, id := range ids {
		if p, ok := s.placement(id); ok && !p.Hidden {
			p.Hidden = true
			c.Deltas = append(c.Deltas, graph.Delta{Op: graph.Add, Fact: p})
		}
	}
	s.Selection = Selection{}
	return s.apply(c)
}

// hideOthers leaves only these.
func (s *State) hideOthers(keep []graph.ID) []Effect {
	var others []graph.ID
	for _, n := range s.Picture.Nodes {
		if !slices.Contains(keep, n.ID) {
			others = append(others, n.ID)
		}
	}
	kept := s.Selection
	effects := s.hide(others, "hide others: ")
	s.Selection = kept
	return effects
}

// showHidden brings all hidden ones back to where they stood.
func (s *State) showHidden() []Effect {
	c := graph.Change{Label: "show hidden"}
	for _, id := range sortedIDs(s.Placed) {
		if p := s.Placed[id]; p.Hidden {
			p.Hidden = false
			c.Deltas = append(c.Deltas, graph.Delta{Op: graph.Add, Fact: p})
		}
	}
	if c.Empty() {
		s.Notice = Notice{Text: "Nothing is hidden."}
	}
	return s.apply(c)
}

// moved keeps where a drag ended, pinned.
func (s *State) moved(m Moved) []Effect {
	c := graph.Change{}
	var ids []graph.ID
	for _, p := range m.At {
		old, ok := s.placement(p.Entity)
		if !ok || (old.X == p.X && old.Y == p.Y) {
			continue
		}
		old.X, old.Y, old.Pinned = p.X, p.Y, true
		c.Deltas = append(c.Deltas, graph.Delta{Op: graph.Add, Fact: old})
		ids = append(ids, p.Entity)
	}
	c.Label = "move " + s.names(ids)
	return s.apply(c)
}

// pin pins or lets go.
func (s *State) pin(m Pin) []Effect {
	c := graph.Change{Label: "pin " + s.names(m.Entities)}
	if !m.On {
		c.Label = "unpin " + s.names(m.Entities)
	}
	for _, id := range m.Entities {
		if p, ok := s.placement(id); ok && p.Pinned != m.On {
			p.Pinned = m.On
			c.Deltas = append(c.Deltas, graph.Delta{Op: graph.Add, Fact: p})
		}
	}
	return s.apply(c)
}

// Pinned reports whether all of these are pinned.
func (s *State) Pinned(ids []graph.ID) bool {
	for _, id := range ids {
		if p, _ := s.placement(id); !p.Pinned {
			return false
		}
	}
	return len(ids) > 0
}

// begin puts an article's entities on an empty canvas: the best linked ones, arranged anew.
func (s *State) begin(article graph.ID) []Effect {
	a, ok := s.Snap.Article(article)
	if !ok {
		return nil
	}
	if s.Place.Article == "" {
		s.Place = Place{Article: article}
	}
	s.visit(Stop{Article: article})
	ids := s.leading(a, StartSize)
	if len(ids) == 0 {
		return nil
	}
	return s.arrange("show "+ArticleName(s.Snap.Articles()[a]), "", ids)
}

// StartSize is the most entities a canvas begins with.
const StartSize = 28

// leading are an article's entities by how many of its claims they stand in, the best linked first. What stands in no
// claim comes only when nothing else does.
func (s *State) leading(article, limit int) []graph.ID {
	degree := map[int]int{}
	claims, entities := s.Snap.Claims(), s.Snap.Entities()
	for _, ci := range s.Snap.ClaimsIn(article) {
		if c := &claims[ci]; s.View.HasClaim(int(ci)) && c.To >= 0 {
			degree[c.From]++
			degree[c.To]++
		}
	}
	if len(degree) == 0 {
		for _, x := range s.Snap.SightingsIn(article) {
			if i, ok := s.Snap.Entity(x.Entity); ok {
				degree[i] = 0
			}
		}
	}
	list := make([]int, 0, len(degree))
	for i := range degree {
		if s.View.HasEntity(i) {
			list = append(list, i)
		}
	}
	slices.SortFunc(list, func(a, b int) int {
		return cmp.Or(cmp.Compare(degree[b], degree[a]), cmp.Compare(a, b))
	})
	var ids []graph.ID
	for _, i := range list[:min(len(list), limit)] {
		ids = append(ids, entities[i].ID)
	}
	return ids
}

// Job is an arrangement to be worked out: entities with where they stand, and the links among them.
type Job struct {
	IDs    []graph.ID
	Old    []graph.Placement // parallel to IDs; the zero value for newcomers
	Fixed  []bool            // these stay
	Widths []float64         // of their names
	Links  [][2]int          // indexes into IDs
}

// job collects the entities named, with the links between them that pass the filters. Placed ones keep their place
// when they are pinned.
func (s *State) job(ids []graph.ID) Job {
	j := Job{}
	at := map[int]int{}
	for _, id := range ids {
		i, ok := s.Snap.Entity(id)
		if _, double := at[i]; !ok || double {
			continue
		}
		at[i] = len(j.IDs)
		old, _ := s.placement(id)
		j.IDs = append(j.IDs, id)
		j.Old = append(j.Old, old)
		j.Fixed = append(j.Fixed, old.Pinned)
		j.Widths = append(j.Widths, nameWidth(s.Name(id)))
	}
	claims := s.Snap.Claims()
	for k, id := range j.IDs {
		i, _ := s.Snap.Entity(id)
		for _, ci := range s.Snap.ClaimsOf(i) {
			c := &claims[ci]
			if c.From != i || c.To < 0 || !s.View.HasClaim(int(ci)) {
				continue
			}
			if to, ok := at[c.To]; ok && to != k {
				j.Links = append(j.Links, [2]int{k, to})
			}
		}
	}
	return j
}

// tidy asks for a new arrangement of what is visible and not pinned.
func (s *State) tidy() []Effect {
	if len(s.Picture.Nodes) == 0 {
		return nil
	}
	return s.arrange("tidy", "", s.Picture.ids())
}

// arrange asks for an arrangement of these, and remembers where they stand now.
func (s *State) arrange(label, group string, ids []graph.ID) []Effect {
	job := s.job(ids)
	s.arranging = make(map[graph.ID]graph.Placement, len(job.IDs))
	for i, id := range job.IDs {
		s.arranging[id] = job.Old[i]
	}
	return []Effect{Arrange{Label: label, Group: group, Job: job}}
}

// arranged keeps an arrangement, but for what was moved, pinned, hidden, placed or undone while it was worked out.
func (s *State) arranged(m Arranged) []Effect {
	c := graph.Change{Label: m.Label, Group: m.Group}
	for _, p := range m.At {
		was, asked := s.arranging[p.Entity]
		_, there := s.Snap.Entity(p.Entity)
		if now, _ := s.placement(p.Entity); asked && there && now == was && p != was {
			c.Deltas = append(c.Deltas, graph.Delta{Op: graph.Add, Fact: p})
		}
	}
	s.arranging = nil
	s.after = append(s.after, FitAll{})
	return s.apply(c)
}

func sortedIDs[T any](m map[graph.ID]T) []graph.ID {
	ids := make([]graph.ID, 0, len(m))
	for id := range m {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return ids
}
