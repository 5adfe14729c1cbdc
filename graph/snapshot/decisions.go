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
	bySlot    map[string]graph.Judgement
	sorted    []graph.Judgement
	verdict   map[graph.ID]graph.Decision
	rename    map[graph.ID]string
	retype    map[graph.ID]graph.Type
	links     []resolve.Link // found among the sightings
	canon     *resolve.Canon
	namesakes *namesakes // found among the sightings
}

func noDecisions() *decisions { return (&decisions{}).after(nil).with(nil, nil) }

// with are the decisions with the links and namesakes there are.
func (d *decisions) with(links []resolve.Link, own []resolve.Own) *decisions {
	n := *d
	n.links, n.canon, n.namesakes = links, resolve.Of(d.sorted, links), namesakesOf(own)
	return &n
}

// after are the decisions after the edits; what was found among the sightings is to be found anew.
func (d *decisions) after(edits []edit[graph.Judgement]) *decisions {
	n := &decisions{bySlot: maps.Clone(d.bySlot), verdict: map[graph.ID]graph.Decision{}, rename: map[graph.ID]string{}, retype: map[graph.ID]graph.Type{}}
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
		id := parts[i].ID
		if _, ok := d.verdict[id]; !ok {
			id = d.namesakes.storedClaim(parts[i]).ID // said when nobody knew that there are two of the name
		}
		switch d.verdict[id] {
		case graph.Reject:
			return graph.Reject
		case graph.Accept:
			best = graph.Accept
		}
	}
	return best
}
