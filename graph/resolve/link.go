package resolve

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"math"
	"slices"
	"strings"

	"skein/graph"
	"skein/graph/schema"
)

// Link says that two entities of different articles are one, or may be. From is known in one article only.
type Link struct {
	From, To graph.ID
	Sure     bool
	Reason   string // for people: "the only Austin with a full name; Baghdad and Iraq are in both articles"
}

// How much a thing that both articles speak of tells, and how much is wanted.
const (
	telling  = 1.0 // a person, a unit, an organisation
	common   = 0.5 // a country, a people
	post     = 2.0 // the same post: "foreign minister"
	rank     = 0.5 // the same rank
	rare     = 4   // a thing that more than one in so many articles speak of tells a quarter,
	few      = 8   // where there are so many articles
	enough   = 1.5 // for the only one of its name
	ahead    = 1.5 // of the next one of the same name
	mostTold = 3   // things in a reason
	mostAs   = 4   // articles that an entity is looked at in
	mostOf   = 48  // sightings that a short name is compared with; where there are more things of that name nothing is sure
)

// Links finds what is likely one thing though each article calls it by a name that means something only there: "Mr. Austin"
// may be the Lloyd Austin of another article, "the 1st Battalion" one of a regiment. Candidates are the entities of the same type
// whose fuller name has that name, and where there is none, the same short name in other articles; none of an article that tells them
// apart. What they have in common speaks for them: a post, and whoever and whatever else both articles speak of. The only candidate is it for
// sure if that is enough, the best of several if it is far ahead of the next; all others are unsure.
//
// Persons of one full name are told apart where something speaks against their being one and too little for it; of those who are not
// whom the name stands for, own says which sightings are theirs, and an unsure link that they may be one all the same.
//
// Sightings may come in any order; each must be there once. Links are sorted by From, then To, own by entity, then by whose they are. It
// takes about the time of reading all keys, and a little more for each short name and each full one that may be of several.
func Links(all iter.Seq[*graph.Sighting], judged []graph.Judgement) (links []Link, own []Own) {
	l := &linker{bound: map[string][]*graph.Sighting{}, names: map[graph.ID][]*graph.Sighting{}, full: map[string][]*graph.Sighting{}, in: map[graph.ID][]*graph.Sighting{}, seen: map[graph.ID]int{}, crowded: map[string]bool{}}
	for s := range all {
		if name, ok := shortName(s); ok {
			at := string(s.Type) + "/" + name
			l.bound[at] = append(l.bound[at], s)
		} else if fullName(s) {
			l.names[s.Entity] = append(l.names[s.Entity], s)
		}
	}
	said := heard(judged)
	maps.DeleteFunc(l.names, func(_ graph.ID, list []*graph.Sighting) bool { return !suspect(list, said) })
	if len(l.bound) == 0 && len(l.names) == 0 {
		return nil, nil
	}
	l.gather(all)
	var out []Link
	for _, id := range slices.Sorted(maps.Keys(l.names)) {
		o, doubts := l.namesakes(l.names[id], said)
		own = append(own, o...)
		out = append(out, doubts...)
	}
	l.rename(own)
	for _, at := range slices.Sorted(maps.Keys(l.bound)) {
		list := l.bound[at]
		slices.SortFunc(list, func(a, b *graph.Sighting) int { return strings.Compare(string(a.Entity), string(b.Entity)) })
		for i, s := range list {
			if fit := l.candidates(s, l.full[at]); len(fit) > 0 {
				want := enough
				if l.crowded[at] {
					want = math.Inf(1)
				}
				out = append(out, judge(s, fit, want)...)
			} else if len(l.full[at]) == 0 {
				out = append(out, judge(s, l.candidates(s, list[max(0, i-mostOf):i]), post)...)
			}
		}
	}
	slices.SortFunc(out, func(a, b Link) int {
		return cmp.Or(strings.Compare(string(a.From), string(b.From)), strings.Compare(string(a.To), string(b.To)))
	})
	return out, own
}

// shortName is the name of a person or unit whose key is bound to the article of its sighting.
func shortName(s *graph.Sighting) (string, bool) {
	if s.Type != schema.Person && s.Type != schema.Unit {
		return "", false
	}
	rest, ok := strings.CutPrefix(s.Key, string(s.Type)+"/")
	if !ok {
		return "", false
	}
	name, ok := strings.CutPrefix(rest, string(s.Article)+"/")
	return strings.TrimPrefix(name, "al "), ok
}

// linker holds what links are found by.
type linker struct {
	bound, full map[string][]*graph.Sighting   // type and short name → those called so, and those whose full name has it
	names       map[graph.ID][]*graph.Sighting // person → in which articles, where in several by the full name
	in          map[graph.ID][]*graph.Sighting // article → what it speaks of by names that mean the same elsewhere, by entity; of the articles that matter
	seen        map[graph.ID]int               // entity of these → how many articles speak of it
	articles    int                            // how many there are
	crowded     map[string]bool                // of full: there are more than are looked at
}

// gather finds the full names that the short ones may be short for, and what the articles of both speak of.
func (l *linker) gather(all iter.Seq[*graph.Sighting]) {
	matter := map[graph.ID]bool{}
	for _, list := range l.bound {
		for _, s := range list {
			matter[s.Article] = true
		}
	}
	for _, list := range l.names {
		for _, s := range list {
			matter[s.Article] = true
		}
	}
	for s := range all {
		if at := l.shortFor(s); at != "" {
			l.full[at] = append(l.full[at], s)
			matter[s.Article] = true
		}
	}
	for s := range all {
		if matter[s.Article] && !bound(s) {
			l.in[s.Article] = append(l.in[s.Article], s)
			l.seen[s.Entity] = 0
		}
	}
	articles := map[graph.ID]bool{}
	for s := range all {
		articles[s.Article] = true
		if n, ok := l.seen[s.Entity]; ok {
			l.seen[s.Entity] = n + 1
		}
	}
	l.articles = len(articles)
	for _, list := range l.in {
		slices.SortFunc(list, byEntity)
	}
	for at, list := range l.full {
		slices.SortFunc(list, byEntity)
		l.full[at], l.crowded[at] = thin(list)
	}
}

func byEntity(a, b *graph.Sighting) int {
	return cmp.Or(strings.Compare(string(a.Entity), string(b.Entity)), strings.Compare(string(a.Article), string(b.Article)))
}

// thin keeps a few sightings of each entity, and not too many in all: it bounds the work on names that are everywhere.
// More says that there are entities of which none is kept.
func thin(list []*graph.Sighting) (out []*graph.Sighting, more bool) {
	n := 0
	for i, s := range list {
		if i == 0 || s.Entity != list[i-1].Entity {
			n = 0
		}
		switch n++; {
		case n > mostAs:
		case len(out) < mostOf:
			out = append(out, s)
		case n == 1:
			more = true
		}
	}
	return out, more
}

// speaksOf reports whether an article speaks of an entity.
func (l *linker) speaksOf(article, entity graph.ID) bool {
	_, ok := slices.BinarySearchFunc(l.in[article], entity, func(s *graph.Sighting, id graph.ID) int { return strings.Compare(string(s.Entity), string(id)) })
	return ok
}

// bound reports whether a key means something in its article only.
func bound(s *graph.Sighting) bool {
	i := strings.IndexByte(s.Key, '/') + 1
	rest, ok := strings.CutPrefix(s.Key[i:], string(s.Article))
	return ok && strings.HasPrefix(rest, "/")
}

// shortFor is where in bound the short name of a fuller one stands, or "".
func (l *linker) shortFor(s *graph.Sighting) string {
	if s.Type != schema.Person && s.Type != schema.Unit {
		return ""
	}
	kind, name, ok := strings.Cut(s.Key, "/")
	if !ok || strings.Contains(name, "/") {
		return ""
	}
	if s.Type == schema.Person {
		for _, suffix := range []string{" jr", " sr", " ii", " iii", " iv"} {
			name = strings.TrimSuffix(name, suffix)
		}
		i := strings.LastIndexByte(name, ' ')
		if i < 0 {
			return ""
		}
		name = name[i+1:]
	} else if name, _, ok = strings.Cut(name, ","); !ok {
		return ""
	}
	if at := kind + "/" + name; l.bound[at] != nil {
		return at
	}
	return ""
}

// candidate is an entity that a short name may be for, with what speaks for it.
type candidate struct {
	to      graph.ID
	name    string
	weight  float64
	reasons []string
}

// candidates are the entities of others that s may be, best first.
func (l *linker) candidates(s *graph.Sighting, others []*graph.Sighting) []candidate {
	best := map[graph.ID]candidate{}
	apart := map[graph.ID]bool{}
	for _, o := range others {
		if o.Article == s.Article || l.speaksOf(s.Article, o.Entity) || differ(s, o, "gender") || differ(s, o, "born") || differ(s, o, "country") {
			apart[o.Entity] = true // an article that has both knows them as two
			continue
		}
		c := l.compare(s, o)
		if old, ok := best[c.to]; !ok || c.weight > old.weight || c.weight == old.weight && strings.Join(c.reasons, "") < strings.Join(old.reasons, "") {
			best[c.to] = c
		}
	}
	maps.DeleteFunc(best, func(id graph.ID, _ candidate) bool { return apart[id] })
	return slices.SortedFunc(maps.Values(best), func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), strings.Compare(string(a.to), string(b.to)))
	})
}

// compare weighs what two sightings have in common.
func (l *linker) compare(s, o *graph.Sighting) candidate {
	c := candidate{to: o.Entity, name: o.Name}
	for _, a := range s.Attributes {
		if a.Name != "title" || honorific(a.Value) {
			continue
		}
		for _, b := range o.Attributes {
			if b.Name == "title" && strings.EqualFold(a.Value, b.Value) {
				weight := post
				if !strings.Contains(a.Value, " ") {
					weight = rank
				}
				c.weight += weight
				c.reasons = append(c.reasons, a.Value+" in both articles")
			}
		}
	}
	if born := attribute(s, "born"); born != "" && born == attribute(o, "born") {
		c.weight += post
		c.reasons = append(c.reasons, "born in "+born+" in both articles")
	}
	shared := l.common(l.in[s.Article], l.in[o.Article], o.Entity)
	var names []string
	for i, t := range shared {
		c.weight += t.weight
		if i < mostTold {
			names = append(names, t.name)
		}
	}
	if len(names) > 0 {
		c.reasons = append(c.reasons, list(names)+" in both articles")
	}
	return c
}

// thing is something that two articles speak of.
type thing struct {
	name    string
	weight  float64
	country bool
}

// common is what of two sorted lists is in both, but for one entity: what tells most first.
func (l *linker) common(mine, theirs []*graph.Sighting, but graph.ID) []thing {
	var shared []thing
	for _, x := range mine {
		for len(theirs) > 0 && theirs[0].Entity < x.Entity {
			theirs = theirs[1:]
		}
		id := x.Entity
		if len(theirs) == 0 || theirs[0].Entity != id || id == but || theirs[0].Type != x.Type {
			continue
		}
		weight := telling
		switch x.Type {
		case schema.Country, schema.People, schema.Government, schema.Region:
			weight = common
		}
		if l.articles >= few && l.seen[id]*rare > l.articles {
			weight /= 4
		}
		shared = append(shared, thing{x.Name, weight, x.Type == schema.Country})
	}
	slices.SortFunc(shared, func(a, b thing) int {
		return cmp.Or(cmp.Compare(b.weight, a.weight), strings.Compare(a.name, b.name))
	})
	return shared
}

// judge makes the links of s to its candidates.
func judge(s *graph.Sighting, fit []candidate, want float64) []Link {
	var out []Link
	for i, c := range fit {
		link := Link{From: s.Entity, To: c.to, Reason: strings.Join(c.reasons, "; ")}
		switch {
		case i == 0 && len(fit) == 1:
			link.Sure = c.weight >= want
		case i == 0:
			link.Sure = c.weight >= want && c.weight >= fit[1].weight+ahead
			link.Reason = strings.Join(append(c.reasons, fmt.Sprintf("one of %d of that name", len(fit))), "; ")
		case len(out) > 0 && out[0].Sure:
			return out
		}
		if link.Reason == "" {
			link.Reason = "the name alone"
		}
		if !link.Sure && c.weight == 0 && want == post {
			continue // two short names that have nothing in common but the name
		}
		out = append(out, link)
		if len(out) == mostTold {
			break
		}
	}
	return out
}

// differ reports whether two sightings have different values of an attribute.
func differ(a, b *graph.Sighting, name string) bool {
	x, y := attribute(a, name), attribute(b, name)
	return x != "" && y != "" && x != y
}

func attribute(s *graph.Sighting, name string) string {
	for _, a := range s.Attributes {
		if a.Name == name {
			return a.Value
		}
	}
	return ""
}

// honorific reports whether a title says nothing of a post.
func honorific(title string) bool {
	switch strings.ToLower(strings.TrimSuffix(title, ".")) {
	case "mr", "mrs", "ms", "miss", "dr", "sir", "sheikh", "official", "spokesman", "spokeswoman", "spokesperson":
		return true
	}
	return false
}

// list joins names as people do.
func list(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}
