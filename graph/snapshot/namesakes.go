package snapshot

import (
	"slices"

	"skein/graph"
	"skein/graph/resolve"
)

// namesakes are the sightings that are of somebody else than they are stored as: another person of the same name (resolve.Own). In a
// snapshot these sightings, and the claims of their articles, are of the other; given back, they are as stored.
type namesakes struct {
	list  []resolve.Own
	of    map[place]*resolve.Own    // by sighting as stored
	was   map[graph.ID]*resolve.Own // by the other's id: one of the sightings
	in    map[graph.ID]bool         // articles
	alone map[graph.ID]bool         // the ids of all if they were of different persons
}

// place is an entity in an article.
type place struct{ entity, article graph.ID }

func namesakesOf(list []resolve.Own) *namesakes {
	n := &namesakes{list: list}
	if len(list) == 0 {
		return n
	}
	n.of, n.was, n.in, n.alone = map[place]*resolve.Own{}, map[graph.ID]*resolve.Own{}, map[graph.ID]bool{}, map[graph.ID]bool{}
	for i := range list {
		o := &list[i]
		n.of[place{o.Entity, o.Article}] = o
		n.was[o.ID] = o
		n.in[o.Article] = true
		n.alone[o.Alone()] = true
	}
	return n
}

// sighting is a sighting, given as stored, as the snapshot shows it.
func (n *namesakes) sighting(s graph.Sighting) graph.Sighting {
	if o, ok := n.of[place{s.Entity, s.Article}]; ok {
		s.Entity, s.Key = o.ID, o.Key
	}
	return s
}

// stored is a sighting of the snapshot as it is stored.
func (n *namesakes) stored(s graph.Sighting) graph.Sighting {
	if o, ok := n.was[s.Entity]; ok {
		s.Entity, s.Key = o.Entity, o.Stored
	}
	return s
}

// claim is a claim with one piece of evidence, given as stored, as the snapshot shows it.
func (n *namesakes) claim(c graph.Claim) graph.Claim {
	if len(n.of) == 0 || !n.in[c.Evidence[0].Article] {
		return c
	}
	return moved(c, func(id graph.ID) graph.ID {
		if o, ok := n.of[place{id, c.Evidence[0].Article}]; ok {
			return o.ID
		}
		return id
	})
}

// storedClaim is a claim of the snapshot as it is stored.
func (n *namesakes) storedClaim(c graph.Claim) graph.Claim {
	if len(n.was) == 0 {
		return c
	}
	return moved(c, func(id graph.ID) graph.ID {
		if o, ok := n.was[id]; ok {
			return o.Entity
		}
		return id
	})
}

// moved is the claim with its ends and its speaker moved; its id is new if that changes it.
func moved(c graph.Claim, to func(graph.ID) graph.ID) graph.Claim {
	s, o, by := to(c.Subject), to(c.Object), to(c.SaidBy)
	if s != c.Subject || o != c.Object || by != c.SaidBy {
		c.Subject, c.Object, c.SaidBy = s, o, by
		c.Identify()
	}
	return c
}

// renamed are edits of stored facts as edits of what the snapshot shows by next, with those that bring what it shows by its own
// namesakes there.
func (s *Snapshot) renamed(e edits, next *namesakes) edits {
	last := s.reviewed.namesakes
	if len(last.list) == 0 && len(next.list) == 0 {
		return e
	}
	articles := map[graph.ID]bool{}
	changed := func(a, b *namesakes) {
		for p, o := range a.of {
			if x, ok := b.of[p]; !ok || x.ID != o.ID {
				articles[p.article] = true
			}
		}
	}
	changed(last, next)
	changed(next, last)
	out := edits{articles: e.articles, judged: e.judged}
	if len(articles) > 0 {
		s.rename(articles, next, &out)
	}
	for _, x := range e.sightings {
		x.fact = next.sighting(x.fact)
		out.sightings = append(out.sightings, x)
	}
	for _, x := range e.claims {
		x.fact = next.claim(x.fact)
		out.claims = append(out.claims, x)
	}
	return out
}

// rename adds the edits that bring what the snapshot shows of some articles to what next says.
func (s *Snapshot) rename(articles map[graph.ID]bool, next *namesakes, out *edits) {
	last := s.reviewed.namesakes
	for i := range s.entities {
		for _, is := range s.entities[i].Sightings {
			if !articles[is.Article] {
				continue
			}
			if to := next.sighting(last.stored(is)); to.Entity != is.Entity {
				out.sightings = append(out.sightings, edit[graph.Sighting]{is, true}, edit[graph.Sighting]{to, false})
			}
		}
	}
	for i := range s.claims {
		for _, is := range s.claims[i].Stored() {
			all := is.Evidence
			for k := range all {
				if !articles[all[k].Article] {
					continue
				}
				is.Evidence = all[k : k+1 : k+1]
				if to := next.claim(last.storedClaim(is)); to.ID != is.ID {
					out.claims = append(out.claims, edit[graph.Claim]{is, true}, edit[graph.Claim]{to, false})
				}
			}
		}
	}
}

// touched reports whether a judgement says of somebody that he is another one, or is about another one, so that who is who must be
// found anew.
func (n *namesakes) touched(judged []edit[graph.Judgement]) bool {
	return slices.ContainsFunc(judged, func(e edit[graph.Judgement]) bool { return e.fact.Decision == graph.Split || n.alone[e.fact.Target] })
}
