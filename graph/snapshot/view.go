package snapshot

import (
	"cmp"
	"slices"

	"skein/graph"
)

// View is a part of a snapshot: which entities and which claims are seen. Both ends of every claim in it are in it, and
// of entities that no article shows only those with such a claim. It is safe for concurrent use.
type View struct {
	s        *Snapshot
	entities set
	claims   set
	sources  map[graph.ID]bool // the articles it was filtered by; nil for all
}

// View is the part of the snapshot that passes the filter.
func (s *Snapshot) View(f Filter) *View {
	v := &View{s: s, sources: s.sources(&f)}
	v.claims = s.passClaims(&f, v.sources)
	v.entities = s.passEntities(&f, v.sources, v.claims)
	centre, around := -1, f.Around != ""
	if around {
		if i, ok := s.Entity(f.Around); ok && (f.Rejected || s.entities[i].Verdict != graph.Reject) {
			centre = i
			v.entities.add(i)
		}
	}
	v.dropLoose() // what is around must be reached by claims in view
	if around {
		v.keepAround(centre, max(1, f.Hops), f.Limit)
	} else if f.Limit > 0 {
		v.keepBest(v.Entities(), f.Limit)
	}
	v.dropLoose()
	v.dropBare()
	return v
}

// Subset is the part of the snapshot made of these entities, under any of their ids, and of all claims among them that
// were not rejected. Ids of nothing are passed over.
func (s *Snapshot) Subset(entities []graph.ID) *View {
	v := &View{s: s, entities: newSet(len(s.entities)), claims: newSet(len(s.claims))}
	for _, id := range entities {
		if i, ok := s.Entity(id); ok {
			v.entities.add(i)
			for _, c := range s.ClaimsOf(i) {
				if s.claims[c].Verdict != graph.Reject {
					v.claims.add(int(c))
				}
			}
		}
	}
	v.dropLoose()
	v.dropBare()
	return v
}

// Snapshot is what the view is a part of.
func (v *View) Snapshot() *Snapshot { return v.s }

// HasEntity reports whether the entity is seen.
func (v *View) HasEntity(i int) bool { return v.entities.has(i) }

// HasClaim reports whether the claim is seen.
func (v *View) HasClaim(i int) bool { return v.claims.has(i) }

// Entities are the entities seen, sorted.
func (v *View) Entities() []int { return v.entities.list() }

// Claims are the claims seen, sorted.
func (v *View) Claims() []int { return v.claims.list() }

// Whole reports whether all of the snapshot is seen, what was rejected included.
func (v *View) Whole() bool {
	return v.sources == nil && v.entities.len() == len(v.s.entities) && v.claims.len() == len(v.s.claims)
}

// dropLoose takes out claims with an end that is not seen.
func (v *View) dropLoose() {
	for i, w := range v.claims {
		if w == 0 {
			continue
		}
		for k := i << 6; k < min(i<<6+64, len(v.s.claims)); k++ {
			if c := &v.s.claims[k]; v.claims.has(k) && (!v.entities.has(c.From) || c.To >= 0 && !v.entities.has(c.To)) {
				v.claims.remove(k)
			}
		}
	}
}

// dropBare takes out entities that no article shows, being but ends of claims, when none of these is seen.
func (v *View) dropBare() {
	for i := range v.s.entities {
		if len(v.s.entities[i].Sightings) == 0 && v.entities.has(i) && v.degree(i) == 0 {
			v.entities.remove(i)
		}
	}
}

// degree is the number of claims of the entity in view.
func (v *View) degree(i int) int {
	n := 0
	for _, c := range v.s.ClaimsOf(i) {
		if v.claims.has(int(c)) {
			n++
		}
	}
	return n
}

// keepAround keeps what is within hops of the centre, and of that at most limit entities if that is above 0.
func (v *View) keepAround(centre, hops, limit int) {
	var rings [][]int
	seen := newSet(len(v.s.entities))
	if centre >= 0 {
		rings = [][]int{{centre}}
		seen.add(centre)
	}
	for h := 0; h < hops && h < len(rings); h++ {
		var ring []int
		for _, i := range rings[h] {
			v.eachEnd(i, func(to int, _ int32) {
				if !seen.has(to) {
					seen.add(to)
					ring = append(ring, to)
				}
			})
		}
		if len(ring) > 0 {
			rings = append(rings, ring)
		}
	}
	v.entities = newSet(len(v.s.entities))
	left := limit
	for _, ring := range rings {
		if limit > 0 {
			ring = v.best(ring, left)
			left -= len(ring)
		}
		for _, i := range ring {
			v.entities.add(i)
		}
	}
}

// keepBest keeps the limit most important of the entities.
func (v *View) keepBest(entities []int, limit int) {
	v.entities = newSet(len(v.s.entities))
	for _, i := range v.best(entities, limit) {
		v.entities.add(i)
	}
}

// best are the n entities with the most claims in view, ties by id.
func (v *View) best(entities []int, n int) []int {
	if len(entities) <= n {
		return entities
	}
	weight := make(map[int]int, len(entities))
	for _, i := range entities {
		weight[i] = v.degree(i)
	}
	entities = slices.Clone(entities)
	slices.SortFunc(entities, func(a, b int) int { return cmp.Or(-cmp.Compare(weight[a], weight[b]), cmp.Compare(a, b)) })
	return entities[:max(0, n)]
}

// eachEnd gives the other end of each claim in view that leads from i to another entity, in the order of the claims.
func (v *View) eachEnd(i int, yield func(to int, claim int32)) {
	for _, k := range v.s.ClaimsOf(i) {
		c := &v.s.claims[k]
		to := c.To
		if to == i {
			to = c.From
		}
		if to >= 0 && to != i && v.claims.has(int(k)) {
			yield(to, k)
		}
	}
}

// Neighbour is an entity one step away, and the claims that lead there.
type Neighbour struct {
	Entity int
	Claims []int32 // sorted
}

// Neighbours are the entities that claims in view join to i, the most important first: by the number of claims, then
// their confidences added up, then id.
func (v *View) Neighbours(i int) []Neighbour {
	type end struct {
		to    int
		claim int32
	}
	var ends []end
	v.eachEnd(i, func(to int, claim int32) { ends = append(ends, end{to, claim}) })
	slices.SortFunc(ends, func(a, b end) int { return cmp.Or(cmp.Compare(a.to, b.to), cmp.Compare(a.claim, b.claim)) })
	claims := make([]int32, len(ends))
	var out []Neighbour
	sum := map[int]float64{}
	first := 0 // of the claims that lead to the same end
	for k, e := range ends {
		claims[k] = e.claim
		if k == 0 || ends[k-1].to != e.to {
			first = k
			out = append(out, Neighbour{Entity: e.to})
		}
		out[len(out)-1].Claims = claims[first : k+1 : k+1]
		sum[e.to] += v.s.claims[e.claim].Confidence
	}
	slices.SortFunc(out, func(a, b Neighbour) int {
		return cmp.Or(-cmp.Compare(len(a.Claims), len(b.Claims)), -cmp.Compare(sum[a.Entity], sum[b.Entity]), cmp.Compare(a.Entity, b.Entity))
	})
	return out
}
