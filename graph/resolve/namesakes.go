package resolve

import (
	"cmp"
	"slices"
	"strings"

	"skein/graph"
	"skein/graph/schema"
)

// Own says that a sighting is not of the entity that it is stored as, but of another person of that name.
type Own struct {
	Entity, Article graph.ID // of the sighting
	ID              graph.ID // of whom it is
	Key             string   // what ID is made from: the key as it would be if the name meant something in one article only
	Stored          string   // the key that the sighting is stored with
}

// fullName reports whether a sighting is of a person by a name that means the same elsewhere, as far as names of persons do.
func fullName(s *graph.Sighting) bool {
	return s.Type == schema.Person && strings.HasPrefix(s.Key, string(schema.Person)+"/") && strings.Count(s.Key, "/") == 1
}

// Alone is the id of whom the sighting would be of if it were of nobody whom another article speaks of.
func (o Own) Alone() graph.ID { return graph.NewID(graph.EntityPrefix, ownKey(o.Stored, o.Article)) }

// ownKey is the key of whom a sighting is of if it is not of the one that all others of the name are of.
func ownKey(key string, article graph.ID) string {
	kind, name, _ := strings.Cut(key, "/")
	return kind + "/" + string(article) + "/" + name
}

func ownID(s *graph.Sighting) graph.ID {
	return graph.NewID(graph.EntityPrefix, ownKey(s.Key, s.Article))
}

// man is a person whom some articles speak of.
type man struct {
	seen  []*graph.Sighting
	posts []string          // that tell who somebody is
	sex   string            // what the first article that says so says of it
	born  string            // year, likewise
	with  []*graph.Sighting // what else these articles speak of, each thing once, by entity
}

// namesakes tells apart the persons of one full name. The first one found is the one that the name stands for.
func (l *linker) namesakes(seen []*graph.Sighting, said *said) ([]Own, []Link) {
	slices.SortFunc(seen, byEntity)
	men := l.agreeing(seen)
	if len(men) > 1 {
		men = l.settled(men)
	}
	men = l.divided(men, said)
	var own []Own
	var doubts []Link
	ids := []graph.ID{seen[0].Entity}
	for i := 1; i < len(men); i++ {
		m := &men[i]
		x := m.seen[max(0, slices.IndexFunc(m.seen, func(s *graph.Sighting) bool { return said.of[ownID(s)] }))]
		key, id := ownKey(x.Key, x.Article), ownID(x)
		ids = append(ids, id)
		for _, s := range m.seen {
			own = append(own, Own{Entity: s.Entity, Article: s.Article, ID: id, Key: key, Stored: s.Key})
		}
		for k := range min(i, mostTold) {
			if why, never := l.against(m, &men[k]); k == 0 && !never || why == "" && !never {
				doubts = append(doubts, Link{From: id, To: ids[k], Reason: strings.TrimSuffix("the name alone; "+why, "; ")})
			}
		}
	}
	return own, doubts
}

// suspect reports whether anything can tell the sightings of one name apart: for most names nothing does.
func suspect(seen []*graph.Sighting, said *said) bool {
	if len(seen) < 2 {
		return false
	}
	if said.split[seen[0].Entity] {
		return true
	}
	var sex, born string
	var known [][]string
	for _, s := range seen {
		x, y := attribute(s, "gender"), attribute(s, "born")
		if x != "" && sex != "" && x != sex || y != "" && born != "" && y != born {
			return true
		}
		sex, born = cmp.Or(sex, x), cmp.Or(born, y)
		p := posts(s)
		for _, q := range known {
			if otherPosts(p, q) {
				return true
			}
		}
		if len(p) > 0 && !slices.ContainsFunc(known, func(q []string) bool { return slices.Equal(p, q) }) {
			known = append(known, p)
		}
	}
	return false
}

// agreeing puts together the sightings that have enough in common to be of one, whatever else is known of the name. Whom most articles
// speak of comes first, of those the one of whom something is said.
func (l *linker) agreeing(seen []*graph.Sighting) []man {
	up := make([]int, len(seen))
	find := func(i int) int {
		for up[i] != i {
			up[i] = up[up[i]]
			i = up[i]
		}
		return i
	}
	for i := range seen {
		up[i] = i
		for k := max(0, i-mostOf); k < i; k++ {
			a, b := find(i), find(k)
			if a != b && !differ(seen[i], seen[k], "gender") && !differ(seen[i], seen[k], "born") && l.compare(seen[i], seen[k]).weight >= enough {
				up[max(a, b)] = min(a, b)
			}
		}
	}
	at := map[int]int{}
	var men []man
	for i, s := range seen {
		root := find(i)
		n, ok := at[root]
		if !ok {
			n = len(men)
			at[root] = n
			men = append(men, man{})
		}
		men[n].join(l.alone(s))
	}
	slices.SortStableFunc(men, func(a, b man) int {
		return cmp.Or(cmp.Compare(len(b.seen), len(a.seen)), cmp.Compare(min(1, len(b.posts)), min(1, len(a.posts))))
	})
	return men
}

// settled puts together what nothing speaks against: first those are found who cannot be one, then everybody else is given to the
// only one who fits, or to the one of whom far more is heard than of the others; who fits several stays for himself.
func (l *linker) settled(men []man) []man {
	apart := []man{men[0]}
	var rest []man
	for _, m := range men[1:] {
		if len(apart) < mostOf && !slices.ContainsFunc(apart, func(a man) bool { return !l.differ(&m, &a) }) {
			apart = append(apart, m)
		} else {
			rest = append(rest, m)
		}
	}
	known := len(apart)
	for _, m := range rest {
		fit, others := -1, 0
		for i := range apart[:known] {
			switch {
			case l.differ(&m, &apart[i]):
			case fit < 0:
				fit = i
			default:
				others += len(apart[i].seen)
			}
		}
		if fit >= 0 && len(apart[fit].seen) >= others*rare {
			apart[fit].join(&m)
		} else {
			apart = append(apart, m)
		}
	}
	slices.SortStableFunc(apart, func(a, b man) int { return cmp.Compare(len(b.seen), len(a.seen)) })
	return apart
}

// divided takes out of the first man what a reviewer said is of somebody else.
func (l *linker) divided(men []man, said *said) []man {
	var out, rest man
	for _, s := range men[0].seen {
		m := &rest
		if said.apart[pair(ownID(s), s.Entity)] {
			m = &out
		}
		m.join(l.alone(s))
	}
	if len(out.seen) == 0 || len(rest.seen) == 0 {
		return men
	}
	men[0] = rest
	return append(men, out)
}

// alone is the man of one sighting.
func (l *linker) alone(s *graph.Sighting) *man {
	return &man{seen: []*graph.Sighting{s}, posts: posts(s), sex: attribute(s, "gender"), born: attribute(s, "born"), with: l.in[s.Article]}
}

// join makes two men one.
func (m *man) join(o *man) {
	m.sex, m.born = cmp.Or(m.sex, o.sex), cmp.Or(m.born, o.born)
	m.seen = append(m.seen, o.seen...)
	m.posts = append(m.posts, o.posts...)
	if len(m.with) == 0 {
		m.with = o.with
		return
	}
	m.with = append(slices.Clone(m.with), o.with...)
	slices.SortFunc(m.with, byEntity)
	m.with = slices.CompactFunc(m.with, func(a, b *graph.Sighting) bool { return a.Entity == b.Entity })
}

func (l *linker) differ(a, b *man) bool {
	why, never := l.against(a, b)
	return never || why != ""
}

// against is what speaks against two men being one: other posts, where no country and little else is common to the articles. Never says
// that they cannot be one.
func (l *linker) against(a, b *man) (why string, never bool) {
	if a.sex != "" && b.sex != "" && a.sex != b.sex || a.born != "" && b.born != "" && a.born != b.born {
		return "", true
	}
	if !otherPosts(a.posts, b.posts) {
		return "", false
	}
	weight := 0.0
	for _, t := range l.common(a.with, b.with, a.seen[0].Entity) {
		if weight += t.weight; t.country || weight >= enough {
			return "", false
		}
	}
	x, y := country(a.with), country(b.with)
	switch {
	case x != "" && y != "":
		return a.posts[0] + " and " + x + " in one article, " + b.posts[0] + " and " + y + " in another", false
	case weight == 0:
		return a.posts[0] + " in one article, " + b.posts[0] + " in another", false
	}
	return "", false
}

// country is the first of the countries.
func country(list []*graph.Sighting) string {
	if i := slices.IndexFunc(list, func(s *graph.Sighting) bool { return s.Type == schema.Country }); i >= 0 {
		return list[i].Name
	}
	return ""
}

// posts are what a sighting says of what a person is, but for what many persons of one place are.
func posts(s *graph.Sighting) []string {
	var out []string
	for _, a := range s.Attributes {
		if a.Name == "title" && slices.ContainsFunc(strings.Fields(a.Value), telltale) {
			out = append(out, a.Value)
		}
	}
	return out
}

// otherPosts reports whether two know posts of somebody, and none in common.
func otherPosts(a, b []string) bool {
	return len(a) > 0 && len(b) > 0 && !slices.ContainsFunc(a, func(p string) bool {
		return slices.ContainsFunc(b, func(q string) bool { return alike(p, q) })
	})
}

// alike reports whether two posts share a word, as far as it begins alike: "defence minister", "Secretary of Defense".
func alike(a, b string) bool {
	const begin = 5 // letters
	for _, x := range strings.Fields(strings.ToLower(a)) {
		for _, y := range strings.Fields(strings.ToLower(b)) {
			if telltale(x) && telltale(y) && x[:min(len(x), begin)] == y[:min(len(y), begin)] {
				return true
			}
		}
	}
	return false
}

// telltale reports whether a word of a title says what a person is and others are not.
func telltale(word string) bool {
	word = strings.ToLower(word)
	if strings.HasSuffix(word, ".") || len(word) < 3 || honorific(word) {
		return false
	}
	switch word {
	case "general", "colonel", "captain", "major", "lieutenant", "commander", "sergeant", "admiral", "officer", "soldier", "brigadier", "marshal",
		"leader", "chief", "head", "member", "founder", "candidate", "the", "and", "for", "former", "then", "first", "vice", "deputy", "senior":
		return false
	}
	return true
}

// said is what a reviewer said that matters here.
type said struct {
	of    map[graph.ID]bool    // about whom
	apart map[[2]graph.ID]bool // who are two
	split map[graph.ID]bool    // who is one of these
}

func heard(judged []graph.Judgement) *said {
	s := &said{of: map[graph.ID]bool{}, apart: map[[2]graph.ID]bool{}, split: map[graph.ID]bool{}}
	for _, j := range judged {
		s.of[j.Target] = true
		if j.Decision == graph.Split {
			s.apart[pair(j.Target, j.Other)] = true
			s.split[j.Target], s.split[j.Other] = true, true
		}
	}
	return s
}

// rename makes the sightings of whom own tells those of their own entity.
func (l *linker) rename(own []Own) {
	if len(own) == 0 {
		return
	}
	type place struct{ entity, article graph.ID }
	of := make(map[place]*Own, len(own))
	for i := range own {
		of[place{own[i].Entity, own[i].Article}] = &own[i]
	}
	renamed := func(list []*graph.Sighting) {
		for i, s := range list {
			if o, ok := of[place{s.Entity, s.Article}]; ok {
				c := *s
				c.Entity, c.Key = o.ID, o.Key
				list[i] = &c
			}
		}
		slices.SortFunc(list, byEntity)
	}
	for _, list := range l.in {
		renamed(list)
	}
	for _, list := range l.full {
		renamed(list)
	}
}
