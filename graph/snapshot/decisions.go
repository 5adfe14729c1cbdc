package snapshot

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"skein/graph"
	"skein/graph/resolve"
)

// decisions are the reviewer's judgements, ready for looking up.
type decisions struct {
	bySlot  map[string]graph.Judgement
	sorted  []graph.Judgement
	verdict map[graph.ID]graph.Decision
	rename  map[graph.ID]string
	retype  map[graph.ID]graph.Type
	links   []resolve.Link // found among the sightings
	canon   *resolve.Canon
}

func noDecisions() *decisions { return (&decisions{}).with(nil, nil) }

// with are the decisions after the edits, with the links there are then.
func (d *decisions) with(edits []edit[graph.Judgement], links []resolve.Link) *decisions {
	n := &decisions{links: links, bySlot: maps.Clone(d.bySlot), verdict: map[graph.ID]graph.Decision{}, rename: map[graph.ID]string{}, retype: map[graph.ID]graph.Type{}}
	if n.bySlot == nil {
		n.bySlot = map[string]graph.Judgement{}
	}
	for _, e := range edits {
		if e.gone {
			delete(n.bySlot, e.fact.Slot())
		} else {
			n.bySlot[e.fact.Slot()] = e.fact
		}
	}
	n.sorted = slices.SortedFunc(maps.Values(n.bySlot), func(a, b graph.Judgement) int {
		return cmp.Or(strings.Compare(string(a.Decision), string(b.Decision)), strings.Compare(string(a.Target), string(b.Target)), strings.Compare(string(a.Other), string(b.Other)))
	})
	for _, j := range n.sorted {
		switch j.Decision {
		case graph.Accept, graph.Reject:
			n.verdict[j.Target] = j.Decision
		case graph.Rename:
			n.rename[j.Target] = j.Value
		case graph.Retype:
			n.retype[j.Target] = graph.Type(j.Value)
		}
	}
	n.canon = resolve.Of(n.sorted, links)
	return n
}

// of is the verdict on a claim folded out of parts.
func (d *decisions) of(id graph.ID, parts []graph.Claim) graph.Decision {
	if len(d.verdict) == 0 {
		return ""
	}
	if v, ok := d.verdict[id]; ok {
		return v
	}
	var best graph.Decision
	for i := range parts {
		switch d.verdict[parts[i].ID] {
		case graph.Reject:
			return graph.Reject
		case graph.Accept:
			best = graph.Accept
		}
	}
	return best
}
