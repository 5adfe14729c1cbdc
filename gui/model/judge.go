package model

import (
	"slices"
	"strings"

	"skein/graph"
	"skein/graph/schema"
	"skein/graph/snapshot"
)

// judge decides about claims and entities; when all have the decision already it is taken back.
func (s *State) judge(m Judge) []Effect {
	word := map[graph.Decision]string{graph.Accept: "accept ", graph.Reject: "reject "}[m.Decision]
	if word == "" || len(m.Targets) == 0 {
		return nil
	}
	c := graph.Change{Label: word + s.targets(m.Targets)}
	for _, t := range m.Targets {
		if s.verdict(t) != m.Decision {
			c.Deltas = append(c.Deltas, graph.Delta{Op: graph.Add, Fact: graph.Judgement{Decision: m.Decision, Target: t}})
		}
	}
	if c.Empty() {
		c.Label = "take back: " + c.Label
		for _, t := range m.Targets {
			c.Deltas = append(c.Deltas, graph.Delta{Op: graph.Remove, Fact: graph.Judgement{Decision: m.Decision, Target: t}})
		}
	}
	return s.apply(c)
}

// verdict is what was decided about a claim or entity.
func (s *State) verdict(id graph.ID) graph.Decision {
	if i, ok := s.Snap.Claim(id); ok {
		return s.Snap.Claims()[i].Verdict
	}
	e, _ := s.entity(id)
	return e.Verdict
}

// targets names what is judged: "Iraq", "claim “Iraq located in Asia”", "3 claims".
func (s *State) targets(ids []graph.ID) string {
	i, ok := s.Snap.Claim(ids[0])
	switch {
	case !ok:
		return s.names(ids)
	case len(ids) > 1:
		return quantity(len(ids), "claim", "claims")
	}
	return "claim “" + s.ClaimText(i) + "”"
}

// ClaimText says a claim in a few words: "Lloyd Austin leads Pentagon".
func (s *State) ClaimText(claim int) string {
	c := &s.Snap.Claims()[claim]
	info, _ := schema.PredicateOf(c.Predicate)
	object := c.Value
	if c.To >= 0 {
		object = s.Snap.Entities()[c.To].Name
	} else if c.Predicate == schema.Time {
		object = DateText(c.Value)
	}
	return s.Snap.Entities()[c.From].Name + " " + info.Label + " " + object
}

// judgement is the decision of one kind about an id, if there is one.
func (s *State) judgement(d graph.Decision, target graph.ID) (graph.Judgement, bool) {
	for _, j := range s.Snap.Judgements() {
		if j.Decision == d && j.Target == target {
			return j, true
		}
	}
	return graph.Judgement{}, false
}

// rename calls an entity something else; an empty name takes an earlier renaming back.
func (s *State) rename(m Rename) []Effect {
	name := strings.Join(strings.Fields(m.Name), " ")
	e, ok := s.entity(m.Entity)
	if !ok || name == e.Name {
		return nil
	}
	if name == "" {
		old, ok := s.judgement(graph.Rename, e.ID)
		if !ok {
			s.Notice = Notice{"A name cannot be empty.", Warning}
			return nil
		}
		return s.apply(graph.Change{Label: "own name of " + e.Name, Deltas: []graph.Delta{{Op: graph.Remove, Fact: old}}})
	}
	j := graph.Judgement{Decision: graph.Rename, Target: e.ID, Value: name}
	return s.apply(graph.Added("rename "+e.Name+" to "+name, j))
}

// retype says what an entity is.
func (s *State) retype(m Retype) []Effect {
	e, ok := s.entity(m.Entity)
	info, known := schema.TypeOf(m.Type)
	if !ok || !known || e.Type == m.Type {
		return nil
	}
	j := graph.Judgement{Decision: graph.Retype, Target: e.ID, Value: string(m.Type)}
	return s.apply(graph.Added(e.Name+" is a "+strings.ToLower(info.Label), j))
}

// merge joins entities into one. An earlier word that they are different is taken back.
func (s *State) merge(m Merge) []Effect {
	into, ok := s.entity(m.Into)
	if !ok {
		return nil
	}
	c := graph.Change{}
	var joined []graph.ID
	for _, id := range m.Entities {
		e, ok := s.entity(id)
		if !ok || e.ID == into.ID {
			continue
		}
		for _, j := range s.Snap.Judgements() {
			if j.Decision == graph.Split && EdgeOf(j.Target, j.Other) == EdgeOf(e.ID, into.ID) {
				c.Deltas = append(c.Deltas, graph.Delta{Op: graph.Remove, Fact: j})
			}
		}
		j := graph.Judgement{Decision: graph.Merge, Target: e.ID, Other: into.ID}
		c.Deltas = append(c.Deltas, graph.Delta{Op: graph.Add, Fact: j})
		joined = append(joined, e.ID)
	}
	c.Label = "merge " + s.names(joined) + " into " + into.Name
	if c.Empty() {
		return nil
	}
	if p, ok := s.seat(into.ID, joined); ok {
		c.Deltas = append(c.Deltas, graph.Delta{Op: graph.Add, Fact: p})
	}
	s.Selection = Selection{Entities: []graph.ID{into.ID}}
	return s.apply(c)
}

// seat is where an entity is to stand that others are merged into: where the first of them that can be seen stands, unless
// it can be seen itself.
func (s *State) seat(id graph.ID, joined []graph.ID) (graph.Placement, bool) {
	if s.Shown(id) {
		return graph.Placement{}, false
	}
	for _, j := range joined {
		if p := s.Placed[j]; s.Shown(j) {
			p.Entity = id
			return p, true
		}
	}
	return graph.Placement{}, false
}

// split takes an id out of the entity it was merged into, or says that the two are different where they only may be one.
func (s *State) split(m Split) []Effect {
	root, ok := s.entity(m.From)
	if !ok {
		return nil
	}
	if !slices.Contains(root.Joined, m.Entity) {
		return s.apart(root, m.Entity)
	}
	j, ok := s.judgement(graph.Merge, m.Entity)
	if !ok {
		link, linked := s.Snap.Canon().Link(m.Entity)
		if !linked {
			return nil
		}
		return s.apply(graph.Added("split "+s.joinedName(root.ID, m.Entity)+" from "+root.Name,
			graph.Judgement{Decision: graph.Split, Target: link.From, Other: link.To}))
	}
	return s.apply(graph.Change{Label: "split " + s.joinedName(root.ID, m.Entity) + " from " + root.Name, Deltas: []graph.Delta{
		{Op: graph.Remove, Fact: j},
		{Op: graph.Add, Fact: graph.Judgement{Decision: graph.Split, Target: j.Target, Other: j.Other}},
	}})
}

// apart says of all unsure links between two entities that they are wrong.
func (s *State) apart(a snapshot.Entity, other graph.ID) []Effect {
	canon := s.Snap.Canon()
	b, ok := s.entity(other)
	if !ok {
		return nil
	}
	var wrong []graph.Fact
	for _, id := range append([]graph.ID{a.ID}, a.Joined...) {
		for _, l := range canon.Unsure(id) {
			if EdgeOf(canon.Root(l.From), canon.Root(l.To)) == EdgeOf(a.ID, b.ID) {
				wrong = append(wrong, graph.Judgement{Decision: graph.Split, Target: l.From, Other: l.To})
			}
		}
	}
	if len(wrong) == 0 {
		return nil
	}
	return s.apply(graph.Added(b.Name+" is not "+a.Name, wrong...))
}

// joinedName is what a merged entity was called by its own sightings.
func (s *State) joinedName(root, id graph.ID) string {
	e, _ := s.entity(root)
	for _, x := range e.Sightings {
		if x.Entity == id {
			return x.Name
		}
	}
	return string(id)
}
