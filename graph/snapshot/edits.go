package snapshot

import (
	"slices"

	"skein/graph"
)

// edit is a fact that comes or goes.
type edit[T any] struct {
	fact T
	gone bool
}

// edits are the facts of a change, by what they are.
type edits struct {
	articles  []edit[graph.Article]
	sightings []edit[graph.Sighting]
	claims    []edit[graph.Claim] // with one piece of evidence each
	judged    []edit[graph.Judgement]
}

// add takes in a fact. Placements and settings are no part of the picture. A sighting of nothing, and a claim about
// nothing or without evidence, say nothing.
func (e *edits) add(f graph.Fact, gone bool) {
	switch f := f.(type) {
	case graph.Article:
		e.articles = append(e.articles, edit[graph.Article]{f, gone})
	case graph.Sighting:
		if f.Entity != "" {
			e.sightings = append(e.sightings, edit[graph.Sighting]{f, gone})
		}
	case graph.Claim:
		for i := range f.Evidence {
			if f.Subject == "" {
				break
			}
			one := f
			one.Evidence = f.Evidence[i : i+1 : i+1]
			e.claims = append(e.claims, edit[graph.Claim]{one, gone})
		}
	case graph.Judgement:
		e.judged = append(e.judged, edit[graph.Judgement]{f, gone})
	}
}

func (e *edits) empty() bool {
	return len(e.articles) == 0 && len(e.sightings) == 0 && len(e.claims) == 0 && len(e.judged) == 0
}

// latest sorts edits by compare and keeps the last of those that are equal: of one slot the latest fact counts.
func latest[T any](list []edit[T], compare func(a, b *T) int) []edit[T] {
	if len(list) < 2 {
		return list
	}
	slices.SortStableFunc(list, func(a, b edit[T]) int { return compare(&a.fact, &b.fact) })
	out := list[:0]
	for i := range list {
		if i+1 == len(list) || compare(&list[i].fact, &list[i+1].fact) != 0 {
			out = append(out, list[i])
		}
	}
	return out
}

// apply merges sorted facts with sorted edits; an edit replaces the fact it is equal to. The result shares old's memory
// when nothing changes.
func apply[T any](old []T, list []edit[T], compare func(a, b *T) int) []T {
	if len(list) == 0 {
		return old
	}
	out := make([]T, 0, len(old)+len(list))
	i := 0
	for k := range list {
		for i < len(old) && compare(&old[i], &list[k].fact) < 0 {
			out = append(out, old[i])
			i++
		}
		if i < len(old) && compare(&old[i], &list[k].fact) == 0 {
			i++
		}
		if !list[k].gone {
			out = append(out, list[k].fact)
		}
	}
	return append(out, old[i:]...)
}

// splice replaces the elements of a sorted slice at the indexes drop (sorted) by the elements add (sorted; one that has
// the key of an element replaces it, which must then be in drop). moved tells where each old element is now, -1 when it
// is gone, and is nil when all are where they were; placed tells where the added ones are.
func splice[T any](old []T, drop []int32, add []T, compare func(a, b *T) int) (out []T, moved, placed []int32) {
	out = make([]T, 0, max(0, len(old)-len(drop))+len(add))
	moved = make([]int32, len(old))
	placed = make([]int32, len(add))
	at := 0
	keep := func(to int) {
		for k := at; k < to; k++ {
			moved[k] = int32(len(out) + k - at)
		}
		out = append(out, old[at:to]...)
		at = to
	}
	upTo := func(to int) {
		for len(drop) > 0 && int(drop[0]) < to {
			keep(int(drop[0]))
			moved[at] = -1
			at++
			drop = drop[1:]
		}
		keep(to)
	}
	for k := range add {
		p := at
		for lo, hi := at, len(old); lo < hi; p = lo {
			if m := int(uint(lo+hi) >> 1); compare(&old[m], &add[k]) < 0 {
				lo = m + 1
			} else {
				hi = m
			}
		}
		upTo(p)
		if p < len(old) && len(drop) > 0 && int(drop[0]) == p && compare(&old[p], &add[k]) == 0 {
			moved[p] = int32(len(out))
			at++
			drop = drop[1:]
		}
		placed[k] = int32(len(out))
		out = append(out, add[k])
	}
	upTo(len(old))
	if len(out) == len(old) {
		same := true
		for i, to := range moved {
			same = same && int(to) == i
		}
		if same {
			moved = nil
		}
	}
	return out, moved, placed
}
