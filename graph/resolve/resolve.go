// Package resolve finds out which entities are one: it turns the judgements of a reviewer, and what speaks for itself, into
// canonical ids.
//
// # Judgements
//
// A merge says "Target is the same thing as Other, whose name stays". There is at most one merge for a target, so merges
// make every id point to at most one other; the canonical id ([Canon.Root]) is the end of that chain. Nothing is
// destroyed by a merge: taking the judgement back separates the two again, with all that was known of each.
//
//   - A chain that runs in a circle is harmless: all ids that reach the circle get the smallest id on it.
//   - A split says "Target and Other are not the same thing". It disables the merge of just these two, in either
//     direction, and is remembered ([Canon.Apart]) so that the pair is never proposed again.
//   - An id that no merge names is its own root.
//
// # Links
//
// Most names mean the same in every article, and their ids are the same. A surname and a battalion's number do not: the importer
// binds them to their article. [Links] finds what they are short for in other articles, with the reason. A sure link
// counts like a merge, unless the reviewer has merged that id elsewhere or said that the two are different; one that is not sure joins
// nothing ([Canon.Unsure]) until the reviewer does. Links are made anew from what there is, so a second man of the name makes a link
// unsure that was sure before: two men of one name stay two until something says otherwise.
//
// # Persons of one name
//
// A full name is one key, and one person, until something tells two apart. Of some 40 persons whose names stand in several of 1,000
// encyclopedia articles on anything, one name is of two (and nothing in the articles says so); of 470 names in several of 1,700 news
// texts, 15 would be split by countries or posts alone, and as far as the texts tell wrongly. What tells two apart is another gender,
// another year of birth, or another post ("Foreign Minister", "farmer"; not a rank, which the same man may have) in an article that
// shares no country and hardly anything else with the other. Then:
//
//   - sightings with enough in common (a post, a second name that both articles speak of) are of one, whatever else is known of the name;
//   - one that fits both and has nothing in common with either is of the one of whom four times as much is heard, or stays alone;
//   - the one of whom most articles speak keeps the entity; what is said of the others ([Own]) is of entities of their own, with an
//     unsure link that says what speaks against their being one. A reviewer joins them by a merge; a split of whom the sighting would be of
//     by itself ([Own.Alone]) and the entity takes out a sighting where nothing else does.
//
// Nothing of this is stored: who is who is found anew with the links.
//
// The result depends on the judgements and links only, not on their order.
package resolve

import (
	"slices"

	"skein/graph"
)

// Canon knows the canonical id of every entity. The zero value (and nil) knows no merges. It is never changed once made.
type Canon struct {
	root   map[graph.ID]graph.ID   // only ids that are not their own root
	joined map[graph.ID][]graph.ID // root to the ids merged into it, sorted
	apart  map[[2]graph.ID]bool    // pairs said to be different, smaller id first
	links  map[graph.ID]Link       // sure ones that count, by From
	unsure map[graph.ID][]Link     // by From and by To
}

// Of works out the canonical ids from the merges and splits among the judgements, and from links as [Links] gives them; all
// other decisions are passed over. If there are two merges of one target, the later one counts, as in a store.
func Of(judgements []graph.Judgement, links []Link) *Canon {
	c := &Canon{root: map[graph.ID]graph.ID{}, joined: map[graph.ID][]graph.ID{}, apart: map[[2]graph.ID]bool{}, links: map[graph.ID]Link{}, unsure: map[graph.ID][]Link{}}
	next := map[graph.ID]graph.ID{}
	for _, j := range judgements {
		switch j.Decision {
		case graph.Split:
			c.apart[pair(j.Target, j.Other)] = true
		case graph.Merge:
			next[j.Target] = j.Other
		}
	}
	for from, to := range next {
		if from == to || to == "" || c.apart[pair(from, to)] {
			delete(next, from)
		}
	}
	for _, l := range links {
		_, merged := next[l.From]
		switch {
		case merged || c.apart[pair(l.From, l.To)] || end(next, l.To) == l.From:
		case l.Sure:
			next[l.From] = l.To
			c.links[l.From] = l
		default:
			c.unsure[l.From] = append(c.unsure[l.From], l)
			c.unsure[l.To] = append(c.unsure[l.To], l)
		}
	}
	for id := range next {
		if r := end(next, id); r != id {
			c.root[id] = r
			c.joined[r] = append(c.joined[r], id)
		}
	}
	for _, ids := range c.joined {
		slices.Sort(ids)
	}
	return c
}

// end follows the chain from id: to its last id, or to the smallest id of the circle it runs into.
func end(next map[graph.ID]graph.ID, id graph.ID) graph.ID {
	// Brent's algorithm finds a circle without remembering the ids seen.
	slow, steps, power := id, 0, 1
	for {
		to, ok := next[id]
		if !ok {
			return id
		}
		if id = to; id == slow {
			break
		}
		if steps++; steps == power {
			slow, steps, power = id, 0, power*2
		}
	}
	least := id
	for at := next[id]; at != id; at = next[at] {
		least = min(least, at)
	}
	return least
}

func pair(a, b graph.ID) [2]graph.ID { return [2]graph.ID{min(a, b), max(a, b)} }

// Root is the canonical id of the entity: its own unless it was merged into another.
func (c *Canon) Root(id graph.ID) graph.ID {
	if c != nil {
		if r, ok := c.root[id]; ok {
			return r
		}
	}
	return id
}

// Joined are the ids merged into root, directly or through others, sorted; root itself is not among them. The slice must
// not be changed.
func (c *Canon) Joined(root graph.ID) []graph.ID {
	if c == nil {
		return nil
	}
	return c.joined[root]
}

// Link is the link by which an id is merged into another without a reviewer's word.
func (c *Canon) Link(id graph.ID) (Link, bool) {
	if c == nil {
		return Link{}, false
	}
	l, ok := c.links[id]
	return l, ok
}

// Unsure are the links of an id that are not sure, sorted by From, then To. The slice must not be changed.
func (c *Canon) Unsure(id graph.ID) []Link {
	if c == nil {
		return nil
	}
	return c.unsure[id]
}

// Apart reports whether a reviewer said that a and b are not the same thing.
func (c *Canon) Apart(a, b graph.ID) bool { return c != nil && c.apart[pair(a, b)] }

// Moved are the ids whose canonical id differs between c and d, sorted.
func (c *Canon) Moved(d *Canon) []graph.ID {
	var ids []graph.ID
	add := func(x, y *Canon) {
		if x == nil {
			return
		}
		for id := range x.root {
			if x.Root(id) != y.Root(id) {
				ids = append(ids, id)
			}
		}
	}
	add(c, d)
	add(d, c)
	slices.Sort(ids)
	return slices.Compact(ids)
}
