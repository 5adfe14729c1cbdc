package scene

import "slices"

// rank is how much a name must be written: names of higher rank take the place of lower ones.
type rank uint8

const (
	maybe rank = iota // of the base choice
	near              // beside the selection
	must              // selected, or under the pointer
)

// mostNear is how many neighbours of the selection get names that are not of the base choice.
const mostNear = 120

// force adds the names of the selection, its neighbours and the node under the pointer to the base choice.
func (l *labels) force(zoom float64, hover int) []placedLabel {
	ranks := l.ranks(hover)
	if len(ranks) == 0 {
		return l.base
	}
	all := slices.Clone(l.base)
	written := map[int]bool{}
	for _, p := range all {
		written[p.node] = true
	}
	for _, want := range []rank{must, near} {
		for _, i := range l.order {
			node := int(i)
			if ranks[node] != want || written[node] {
				continue
			}
			if side, ok := l.squeeze(all, ranks, node, want, zoom); ok {
				all = l.displace(all, ranks, node, side, want, zoom)
				written[node] = true
			}
		}
	}
	return all
}

// ranks are the nodes whose names are wanted.
func (l *labels) ranks(hover int) map[int]rank {
	ranks := map[int]rank{}
	if hover >= 0 {
		ranks[hover] = must
	}
	s := l.ix.s
	for i := range s.Nodes {
		if s.Nodes[i].Selected {
			ranks[i] = must
		}
	}
	for _, i := range l.order { // heaviest first
		if len(ranks) >= mostNear {
			break
		}
		if ranks[int(i)] != maybe {
			continue
		}
		for _, e := range l.ix.Edges(int(i)) {
			if s.Nodes[l.ix.other(int(e), int(i))].Selected {
				ranks[int(i)] = near
				break
			}
		}
	}
	return ranks
}

// squeeze is the side where a name does the least harm: a name that must be written finds one always, another only
// where it covers no node and no name of its rank.
func (l *labels) squeeze(all []placedLabel, ranks map[int]rank, node int, want rank, zoom float64) (best side, ok bool) {
	least := 1e9
	for s := range sides {
		r := l.rect(node, s, zoom)
		harm := sideCost[s] + l.crossed(node, r, zoom)/4
		shapes := l.boxes.covered(r, node)
		harm += 20 * float64(shapes)
		blocked := shapes > 0
		for _, p := range all {
			if !l.rect(p.node, p.side, zoom).overlaps(r) {
				continue
			}
			harm += 5
			if ranks[p.node] >= want {
				harm += 100
				blocked = true
			}
		}
		if harm < least && (want == must || !blocked) {
			best, least, ok = s, harm, true
		}
	}
	return best, ok
}

// displace writes a name and takes away those under it, whatever their rank: two names never cover each other.
func (l *labels) displace(all []placedLabel, ranks map[int]rank, node int, s side, want rank, zoom float64) []placedLabel {
	r := l.rect(node, s, zoom)
	for _, p := range all {
		if ranks[p.node] == must && l.rect(p.node, p.side, zoom).overlaps(r) {
			return all // two that must: the earlier stays
		}
	}
	all = slices.DeleteFunc(all, func(p placedLabel) bool { return l.rect(p.node, p.side, zoom).overlaps(r) })
	return append(all, placedLabel{node, s})
}
