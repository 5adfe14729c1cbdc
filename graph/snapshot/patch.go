package snapshot

import (
	"iter"
	"maps"
	"slices"
	"strings"

	"skein/graph"
	"skein/graph/resolve"
)

// Build makes a snapshot of all facts, in whatever order they come. If two facts take one slot, the later one counts.
// It never fails: a fact whose article or entity is missing is kept as far as it goes.
func Build(facts iter.Seq[graph.Fact]) *Snapshot {
	var e edits
	for f := range facts {
		e.add(f, false)
	}
	return empty().patch(e)
}

// With is the snapshot after a change, as a store's Apply returned it: equal to Build over the facts then kept. It costs
// about as much as copying the slices of entities and claims; the receiver stays what it was.
func (s *Snapshot) With(did graph.Change) *Snapshot {
	var e edits
	for _, d := range did.Deltas {
		e.add(d.Fact, d.Op == graph.Remove)
	}
	return s.patch(e)
}

func empty() *Snapshot { return &Snapshot{reviewed: noDecisions()} }

// patch is a snapshot on its way from one state to the next. Whatever an edit can touch is taken out of the old state
// whole, as stored facts in piles, one pile for each new entity or claim; the piles are folded and put back.
type patch struct {
	old, new *Snapshot
	moved    []graph.ID // ids whose root the judgements changed

	claims      map[graph.ID]*claimPile // by new id
	takenClaims map[int32]bool          // old dense ids
	newClaims   []int32                 // new dense ids

	entities      map[graph.ID]*entityPile // by new id
	takenEntities map[int32]bool
	newEntities   []int32
}

func (s *Snapshot) patch(e edits) *Snapshot {
	if e.empty() {
		return s
	}
	p := &patch{
		old:    s,
		new:    &Snapshot{articles: s.articles, reviewed: s.reviewed},
		claims: map[graph.ID]*claimPile{}, takenClaims: map[int32]bool{},
		entities: map[graph.ID]*entityPile{}, takenEntities: map[int32]bool{},
	}
	links, own, after := s.reviewed.links, s.reviewed.namesakes.list, s.reviewed
	if len(e.judged) > 0 {
		after = after.after(e.judged)
	}
	if len(e.sightings) > 0 || s.reviewed.namesakes.touched(e.judged) {
		links, own = resolve.Links(s.sightingsAfter(e.sightings), after.sorted)
	}
	if after != s.reviewed || !slices.Equal(links, s.reviewed.links) || !slices.Equal(own, s.reviewed.namesakes.list) {
		p.new.reviewed = after.with(links, own)
		p.moved = s.reviewed.canon.Moved(p.new.reviewed.canon)
		e = s.renamed(e, p.new.reviewed.namesakes)
	} else {
		e = s.renamed(e, s.reviewed.namesakes)
	}
	if len(e.articles) > 0 {
		byID := latest(e.articles, func(a, b *graph.Article) int { return strings.Compare(string(a.ID), string(b.ID)) })
		p.new.articles = editArticles(s.articles, byID)
	}
	p.pileClaims(&e)
	p.pileEntities(&e)
	added := p.foldClaims()
	claims, _, placed := splice(s.claims, sortedKeys(p.takenClaims), added, compareClaims)
	p.new.claims, p.newClaims = claims, placed
	p.foldEntities()
	p.derive()
	return p.new
}

// sightingsAfter are all sightings there are after the edits, as stored, in no order that matters.
func (s *Snapshot) sightingsAfter(list []edit[graph.Sighting]) iter.Seq[*graph.Sighting] {
	edited := make(map[place]int, len(list))
	for i := range list {
		edited[place{list[i].fact.Entity, list[i].fact.Article}] = i
	}
	return func(yield func(*graph.Sighting) bool) {
		for i := range s.entities {
			for k := range s.entities[i].Sightings {
				x := &s.entities[i].Sightings[k]
				if _, ok := s.reviewed.namesakes.was[x.Entity]; ok {
					was := s.reviewed.namesakes.stored(*x)
					x = &was
				}
				if _, ok := edited[place{x.Entity, x.Article}]; !ok && !yield(x) {
					return
				}
			}
		}
		for i := range list {
			x := &list[i].fact
			if !list[i].gone && edited[place{x.Entity, x.Article}] == i && !yield(x) {
				return
			}
		}
	}
}

func editArticles(old []graph.Article, list []edit[graph.Article]) []graph.Article {
	edited := make(map[graph.ID]bool, len(list))
	var add []graph.Article
	for i := range list {
		edited[list[i].fact.ID] = true
		if !list[i].gone {
			add = append(add, list[i].fact)
		}
	}
	slices.SortFunc(add, byPublished)
	var drop []int32
	for i := range old {
		if edited[old[i].ID] {
			drop = append(drop, int32(i))
		}
	}
	out, _, _ := splice(old, drop, add, func(a, b *graph.Article) int { return byPublished(*a, *b) })
	return out
}

func sortedKeys(set map[int32]bool) []int32 { return slices.Sorted(maps.Keys(set)) }

func compareClaims(a, b *Claim) int    { return strings.Compare(string(a.ID), string(b.ID)) }
func compareEntities(a, b *Entity) int { return strings.Compare(string(a.ID), string(b.ID)) }

// derive works out what needs both entities and claims: dense ends, the claims of each entity, what is told of events,
// and who contradicts whom.
func (p *patch) derive() {
	n := p.new
	n.near = readNear(len(n.entities), n.claims)
	for _, i := range p.newEntities {
		n.tellEvent(int(i))
	}
	subjects := map[int32]bool{}
	for _, i := range p.newClaims {
		subjects[int32(n.claims[i].From)] = true
	}
	for i := range p.takenClaims {
		if e, ok := find(n.entities, p.old.claims[i].Subject, entityID); ok {
			subjects[int32(e)] = true
		}
	}
	for i := range subjects {
		n.dispute(int(i))
	}
}
