package snapshot

import (
	"iter"
	"slices"

	"skein/graph"
)

// Facts gives back the facts of the snapshot: sightings, claims with one piece of evidence each, articles, judgements,
// each sorted. Build over them is the same snapshot.
func (s *Snapshot) Facts() iter.Seq[graph.Fact] {
	every := func(int) bool { return true }
	return (&part{s: s, entity: every, claim: every, whole: true}).facts
}

// Facts are the facts that belong to what is seen, so that Build over them is a graph of its own that shows the same:
//
//   - claims in view, and sightings of entities in view, from the articles of the filter where it names articles or
//     outlets; an entity that none of these shows keeps all its sightings, so that it has a name;
//   - the articles of these;
//   - what is linked across articles is found anew among these;
//   - judgements about entities and claims in view; of two entities (merge, split) both must be in view, or speak there.
func (v *View) Facts() iter.Seq[graph.Fact] {
	if v.Whole() {
		return v.s.Facts()
	}
	return (&part{s: v.s, sources: v.sources, entity: v.HasEntity, claim: v.HasClaim}).facts
}

// part is what of a snapshot's facts is wanted.
type part struct {
	s             *Snapshot
	sources       map[graph.ID]bool // nil for all
	entity, claim func(int) bool
	whole         bool // all articles and judgements, also those that concern nothing
}

func (p *part) from(article graph.ID) bool { return p.sources == nil || p.sources[article] }

func (p *part) facts(yield func(graph.Fact) bool) {
	used, speak := map[graph.ID]bool{}, map[graph.ID]bool{}
	for i := range p.s.entities {
		if p.entity(i) && !p.sightings(p.s.entities[i].Sightings, used, yield) {
			return
		}
	}
	for i := range p.s.claims {
		if !p.claim(i) {
			continue
		}
		speak[p.s.claims[i].SaidBy] = true
		if !p.evidence(p.s.claims[i].Stored(), used, yield) {
			return
		}
	}
	for i := range p.s.articles {
		if (p.whole || used[p.s.articles[i].ID]) && !yield(p.s.articles[i]) {
			return
		}
	}
	for _, j := range p.s.reviewed.sorted {
		if (p.whole || p.concerns(j, speak)) && !yield(j) {
			return
		}
	}
}

func (p *part) sightings(seen []graph.Sighting, used map[graph.ID]bool, yield func(graph.Fact) bool) bool {
	every := !slices.ContainsFunc(seen, func(x graph.Sighting) bool { return p.from(x.Article) })
	for i := range seen {
		if every || p.from(seen[i].Article) {
			used[seen[i].Article] = true
			if !yield(p.s.reviewed.namesakes.stored(seen[i])) {
				return false
			}
		}
	}
	return true
}

func (p *part) evidence(stored []graph.Claim, used map[graph.ID]bool, yield func(graph.Fact) bool) bool {
	for _, c := range stored {
		all := c.Evidence
		for k := range all {
			if !p.from(all[k].Article) {
				continue
			}
			used[all[k].Article] = true
			c.Evidence = all[k : k+1 : k+1]
			if !yield(p.s.reviewed.namesakes.storedClaim(c)) {
				return false
			}
		}
	}
	return true
}

// concerns reports whether a judgement is about what is wanted; speak are the speakers of the claims wanted.
func (p *part) concerns(j graph.Judgement, speak map[graph.ID]bool) bool {
	wanted := func(id graph.ID) bool {
		i, ok := p.s.Entity(id)
		return ok && p.entity(i)
	}
	if j.Decision == graph.Merge || j.Decision == graph.Split {
		root := p.s.reviewed.canon.Root
		return (wanted(j.Target) || speak[root(j.Target)]) && (wanted(j.Other) || speak[root(j.Other)])
	}
	if wanted(j.Target) {
		return true
	}
	c, ok := p.s.Claim(j.Target)
	return ok && p.claim(c)
}
