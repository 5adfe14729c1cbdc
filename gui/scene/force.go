package scene

import (
	"cmp"
	"slices"
)

// rank is how much a name must be written: names of higher rank take the place of lower ones.
type rank uint8

const (
	maybe rank = iota // of the base choice
	near              // beside the selection: before names of no greater weight
	must              // selected, or under the pointer
)

// mostNear is how many neighbours of the selection get names that are not of the base choice.
const mostNear = 120

// force adds the names of the selection, its neighbours and the node under the pointer to the base choice.
func (l *labels) force() []placedLabel {
	if len(l.ranks) == 0 {
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
			if l.ranks[node] != want || written[node] {
				continue
			}
			if side, ok := l.squeeze(all, node, want); ok {
				all = l.displace(all, node, side)
				written[node] = true
			}
		}
	}
	return all
}

// wanted are the nodes whose names are wanted.
func (l *labels) wanted(hover int) map[int]rank {
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
// where it covers no node, and no name of its rank or of greater weight.
func (l *labels) squeeze(all []placedLabel, node int, want rank) (best side, ok bool) {
	least := 1e9
	for s := range sides {
		harm := sideCost[s] + l.crossed(node, s)/4
		shapes := max(l.boxes[0].covered(l.rect(node, s, 0), node), l.boxes[1].covered(l.rect(node, s, 1), node))
		harm += 20 * float64(shapes)
		blocked := shapes > 0
		for _, p := range all {
			if !l.clash(p, placedLabel{node, s}) {
				continue
			}
			harm += 5
			if l.ranks[p.node] >= want || want == near && l.ix.s.Nodes[p.node].Weight > l.ix.s.Nodes[node].Weight {
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
func (l *labels) displace(all []placedLabel, node int, s side) []placedLabel {
	own := placedLabel{node, s}
	for _, p := range all {
		if l.ranks[p.node] == must && l.clash(p, own) {
			return all // two that must: the earlier stays
		}
	}
	all = slices.DeleteFunc(all, func(p placedLabel) bool { return l.clash(p, own) })
	return append(all, own)
}

// clash reports whether two names cover each other somewhere in the zoom's step.
func (l *labels) clash(a, b placedLabel) bool {
	for k := range l.ends {
		if l.rect(a.node, a.side, k).overlaps(l.rect(b.node, b.side, k)) {
			return true
		}
	}
	return false
}

// thin leaves out of the choice what is in the way at one zoom of the step: now and then two names pass over each other
// between its ends. The less wanted goes, of equals the later.
func (l *labels) thin(zoom float64) {
	l.zoom = zoom
	type written struct {
		box   Rect
		index int
	}
	all := make([]written, len(l.all))
	for i, p := range l.all {
		n := &l.ix.s.Nodes[p.node]
		all[i] = written{l.names.of(n).box(n, p.side, n.X*zoom, n.Y*zoom, radiusAt(n.radius(), zoom)), i}
	}
	slices.SortFunc(all, func(a, b written) int { return cmp.Compare(a.box.Y0, b.box.Y0) })
	drop := map[int]bool{}
	for i, a := range all {
		for _, b := range all[i+1:] {
			if b.box.Y0 >= a.box.Y1 {
				break
			}
			if a.box.overlaps(b.box) {
				drop[l.lesser(a.index, b.index)] = true
			}
		}
	}
	l.shown = l.all
	if len(drop) > 0 {
		l.shown = nil
		for i, p := range l.all {
			if !drop[i] {
				l.shown = append(l.shown, p)
			}
		}
	}
}

// lesser is which of two names of the choice goes.
func (l *labels) lesser(i, j int) int {
	if c := cmp.Compare(l.ranks[l.all[i].node], l.ranks[l.all[j].node]); c < 0 || c == 0 && i > j {
		return i
	}
	return j
}
