package snapshot

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"skein/graph"
	"skein/graph/schema"
)

// entityPile is what one entity is folded from.
type entityPile struct {
	sightings []graph.Sighting
	edits     []edit[graph.Sighting]
}

// pileEntities takes out every entity the edits can touch, and lays the edits on top. Claims must be piled already.
func (p *patch) pileEntities(e *edits) {
	was, is := p.old.reviewed.canon, p.new.reviewed.canon
	for i := range e.sightings {
		id := e.sightings[i].fact.Entity
		p.entityPile(was.Root(id))
		pile := p.entityPile(is.Root(id))
		pile.edits = append(pile.edits, e.sightings[i])
	}
	for _, id := range p.moved {
		p.entityPile(was.Root(id))
		p.entityPile(is.Root(id))
	}
	for i := range e.judged {
		if root := is.Root(e.judged[i].fact.Target); hasEntity(p.old, root) {
			p.entityPile(root)
		}
	}
	for i := range p.takenClaims {
		c := &p.old.claims[i]
		p.entityPile(c.Subject)
		if c.Object != "" {
			p.entityPile(c.Object)
		}
	}
	for _, pile := range p.claims {
		for i := range pile.edits {
			p.entityPile(is.Root(pile.edits[i].fact.Subject))
			if o := pile.edits[i].fact.Object; o != "" {
				p.entityPile(is.Root(o))
			}
		}
		for i := range pile.parts {
			p.entityPile(is.Root(pile.parts[i].Subject))
			if o := pile.parts[i].Object; o != "" {
				p.entityPile(is.Root(o))
			}
		}
	}
}

func hasEntity(s *Snapshot, id graph.ID) bool {
	_, ok := find(s.entities, id, entityID)
	return ok
}

// entityPile is the pile for the entity of the id, the old entity of that id taken out.
func (p *patch) entityPile(id graph.ID) *entityPile {
	pile, ok := p.entities[id]
	if ok {
		return pile
	}
	pile = &entityPile{}
	p.entities[id] = pile
	i, ok := find(p.old.entities, id, entityID)
	if !ok {
		return pile
	}
	p.takenEntities[int32(i)] = true
	seen := p.old.entities[i].Sightings
	if len(p.moved) == 0 {
		pile.sightings = seen
		return pile
	}
	for k := range seen {
		to := p.entityPile(p.new.reviewed.canon.Root(seen[k].Entity))
		to.sightings = append(to.sightings, seen[k])
	}
	return pile
}

func compareSightings(a, b *graph.Sighting) int {
	return cmp.Or(strings.Compare(string(a.Article), string(b.Article)), strings.Compare(string(a.Entity), string(b.Entity)))
}

// foldEntities makes the new entities out of the piles, puts them among the old, and gives the claims their dense ends.
func (p *patch) foldEntities() {
	ids := slices.Sorted(maps.Keys(p.entities))
	ends := p.ends()
	added := make([]Entity, 0, len(ids))
	for _, id := range ids {
		pile := p.entities[id]
		seen := pile.sightings
		if !slices.IsSortedFunc(seen, func(a, b graph.Sighting) int { return compareSightings(&a, &b) }) {
			slices.SortFunc(seen, func(a, b graph.Sighting) int { return compareSightings(&a, &b) })
		}
		seen = apply(seen, latest(pile.edits, compareSightings), compareSightings)
		if len(seen) > 0 || ends[id] {
			added = append(added, p.new.reviewed.foldEntity(id, seen))
		}
	}
	drop := sortedKeys(p.takenEntities)
	var moved []int32
	p.new.entities, moved, p.newEntities = splice(p.old.entities, drop, added, compareEntities)
	p.number(moved)
	if known := p.old.names.known(); known != nil {
		p.new.names.value = known.patched(p.new.entities, moved, drop, p.newEntities)
	}
}

// ends are the ids of piles without sightings that a claim ends in.
func (p *patch) ends() map[graph.ID]bool {
	bare, ends := map[graph.ID]bool{}, map[graph.ID]bool{}
	for id, pile := range p.entities {
		if len(pile.sightings) == 0 || len(pile.edits) > 0 {
			bare[id] = true
		}
	}
	if len(bare) == 0 {
		return ends
	}
	for i := range p.new.claims {
		c := &p.new.claims[i]
		if bare[c.Subject] {
			ends[c.Subject] = true
		}
		if c.Object != "" && bare[c.Object] {
			ends[c.Object] = true
		}
	}
	return ends
}

// number gives the claims the dense ids of their ends and speakers; moved tells where the old entities are now.
func (p *patch) number(moved []int32) {
	n := p.new
	var all map[graph.ID]int32
	if len(p.newClaims) > len(n.entities)/4 {
		all = make(map[graph.ID]int32, len(n.entities))
		for i := range n.entities {
			all[n.entities[i].ID] = int32(i)
		}
	}
	index := func(id graph.ID) int {
		if id == "" {
			return -1
		}
		if all != nil {
			if i, ok := all[id]; ok {
				return int(i)
			}
			return -1
		}
		if i, ok := find(n.entities, id, entityID); ok {
			return i
		}
		return -1
	}
	if moved != nil {
		fresh := make(map[int32]bool, len(p.newClaims))
		for _, i := range p.newClaims {
			fresh[i] = true
		}
		for i := range n.claims {
			c := &n.claims[i]
			if fresh[int32(i)] {
				continue
			}
			c.From = int(moved[c.From])
			if c.To >= 0 {
				c.To = int(moved[c.To])
			}
			if c.Speaker >= 0 {
				c.Speaker = int(moved[c.Speaker])
			} else if c.SaidBy != "" {
				c.Speaker = index(c.SaidBy)
			}
		}
	}
	for _, i := range p.newClaims {
		c := &n.claims[i]
		c.From, c.To, c.Speaker = index(c.Subject), index(c.Object), index(c.SaidBy)
	}
}

// foldEntity folds what was sighted, sorted, into an entity, by the rules of the package comment.
func (d *decisions) foldEntity(id graph.ID, seen []graph.Sighting) Entity {
	e := Entity{ID: id, Sightings: seen, Joined: d.canon.Joined(id), Verdict: d.verdict[id], Modality: graph.Asserted}
	var all, own tally
	all.count(seen)
	own.count(seen)
	if len(e.Joined) > 0 {
		var mine []graph.Sighting
		for i := range seen {
			if seen[i].Entity == id {
				mine = append(mine, seen[i])
			}
		}
		if len(mine) > 0 {
			own = tally{}
			own.count(mine)
		}
	}
	e.Key = own.key
	e.Type = own.bestType()
	if t, ok := d.retype[id]; ok {
		e.Type = t
	}
	info, _ := schema.TypeOf(e.Type)
	e.Kinds = info.Kinds
	if e.Name = d.rename[id]; e.Name == "" {
		e.Name = own.bestName()
	}
	if e.Name == "" {
		e.Name = string(id)
	}
	for _, j := range e.Joined {
		if name := d.rename[j]; name != "" {
			all.alias(name)
		}
	}
	e.Aliases = all.aliases(e.Name)
	e.Attributes = attributes(seen)
	return e
}

// tally counts names and types.
type tally struct {
	key   string
	names map[string]int
	types map[graph.Type]int
}

func (t *tally) count(seen []graph.Sighting) {
	t.names, t.types = map[string]int{}, map[graph.Type]int{}
	for i := range seen {
		s := &seen[i]
		if t.key == "" || (s.Key != "" && s.Key < t.key) {
			t.key = s.Key
		}
		if s.Name != "" {
			t.names[s.Name]++
		}
		t.types[s.Type]++
		for _, a := range s.Aliases {
			t.alias(a)
		}
	}
}

// alias notes a name that has no vote.
func (t *tally) alias(name string) {
	if name != "" {
		t.names[name] += 0
	}
}

func (t *tally) bestName() string {
	best, votes := "", -1
	for name, n := range t.names {
		longer := utf8.RuneCountInString(name) - utf8.RuneCountInString(best)
		if n > votes || n == votes && (longer > 0 || longer == 0 && name < best) {
			best, votes = name, n
		}
	}
	return best
}

func (t *tally) bestType() graph.Type {
	for _, info := range schema.Types() {
		if n := t.types[info.Type]; n > 0 && t.most() == n {
			return info.Type
		}
	}
	var best graph.Type
	for name, n := range t.types {
		if n == t.most() && (best == "" || name < best) {
			best = name
		}
	}
	return best
}

func (t *tally) most() int {
	most := 0
	for _, n := range t.types {
		most = max(most, n)
	}
	return most
}

func (t *tally) aliases(but string) []string {
	var out []string
	for name := range t.names {
		if name != but {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

func attributes(seen []graph.Sighting) []graph.Attribute {
	var out []graph.Attribute
	for i := range seen {
		out = append(out, seen[i].Attributes...)
	}
	slices.SortFunc(out, func(a, b graph.Attribute) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.Value, b.Value))
	})
	return slices.Compact(out)
}
