package refer

import (
	"slices"
	"strings"
	"unicode/utf8"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
	"skein/importer/english"
	"skein/importer/gazetteer"
)

// sortMentions puts the mentions of every identity into text order.
func (j *joiner) sortMentions() {
	for n := range j.ids {
		slices.Sort(j.ids[n].mentions)
	}
}

// build makes the entities of what is joined, in the order in which the text first mentions them.
func (j *joiner) build() {
	all := make([][]int, len(j.ids)) // root → its mentions
	var roots []int
	for i := range j.d.Mentions {
		if j.of[i] < 0 {
			continue
		}
		root := j.find(j.of[i])
		if all[root] == nil {
			roots = append(roots, root)
		}
		all[root] = append(all[root], i)
	}
	members := make([][]int, len(j.ids)) // root → identities
	for n := range j.ids {
		root := j.find(n)
		members[root] = append(members[root], n)
	}
	for _, root := range roots {
		for _, i := range all[root] {
			j.d.Mentions[i].Entity = len(j.d.Entities)
		}
		j.d.Entities = append(j.d.Entities, j.entity(root, members[root], all[root]))
	}
}

// entity is the entity of an identity with all that are joined to it.
func (j *joiner) entity(root int, members, mentions []int) importer.Entity {
	id := &j.ids[root]
	e := importer.Entity{Type: id.typ, Name: j.shown(root), Mentions: mentions, Generic: id.generic}
	e.Key = j.key(root, members)
	if c, ok := j.country(e.Key); ok {
		e.Name = c.Name
	}
	named := map[string]bool{gazetteer.Fold(e.Name): true}
	for _, i := range mentions {
		m := &j.d.Mentions[i]
		if m.Generic && !id.generic || m.Rule == pronounRule {
			continue
		}
		names := []string{m.Name, oneLine(j.d.Read(m.Head))}
		if m.Rule == "find/capital" {
			continue // the capital is another thing, even where it stands for the country
		}
		if m.Type == schema.Unit {
			names = append(names, j.name(i))
		}
		for _, name := range names {
			if low := gazetteer.Fold(name); low != "" && !named[low] {
				named[low] = true
				e.Aliases = append(e.Aliases, name)
			}
		}
	}
	for _, i := range mentions {
		for _, a := range j.d.Mentions[i].Attributes {
			if has := func(b graph.Attribute) bool { return a == b || a.Name == b.Name && a.Name != "title" }; !slices.ContainsFunc(e.Attributes, has) && len(e.Attributes) < most {
				e.Attributes = append(e.Attributes, a)
			}
		}
	}
	return e
}

// shown is the name by which people see an identity: the first way of writing it that is not all capitals.
func (j *joiner) shown(root int) string {
	best := ""
	for _, i := range j.ids[root].mentions {
		if j.d.Mentions[i].Rule == pronounRule || j.d.Mentions[i].Generic && !j.ids[root].generic {
			continue
		}
		name := j.name(i)
		if gazetteer.Fold(name) != j.ids[root].low && j.ids[root].key == "" {
			continue // called by a part of the name
		}
		if best == "" || strings.ToUpper(best) == best && strings.ToUpper(name) != name {
			best = name
		}
	}
	switch j.ids[root].typ {
	case schema.Person, schema.City, schema.Region, schema.Facility, schema.Feature:
		if len(best) > 6 && strings.ToUpper(best) == best {
			return quiet(best)
		}
	}
	return best
}

// quiet writes a name that stands in capitals as names are written.
func quiet(name string) string {
	words := strings.Fields(name)
	for i, w := range words {
		if !strings.ContainsAny(w, ".0123456789") && utf8.RuneCountInString(w) > 1 {
			_, n := utf8.DecodeRuneInString(w)
			words[i] = w[:n] + strings.ToLower(w[n:])
		}
	}
	return strings.Join(words, " ")
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// country is the country whose key this is.
func (j *joiner) country(key string) (gazetteer.Entry, bool) {
	code, ok := strings.CutPrefix(key, string(schema.Country)+"/")
	if !ok {
		return gazetteer.Entry{}, false
	}
	return j.gaz.Country(code)
}

// key is what an entity is across articles, or within this one where its name means nothing elsewhere.
func (j *joiner) key(root int, members []int) string {
	id := &j.ids[root]
	if id.key != "" {
		return id.key
	}
	for _, n := range members {
		if k := j.ids[n].key; k != "" && j.ids[n].typ == id.typ {
			return k
		}
	}
	if id.generic || id.typ == schema.Person && oneName(strings.Join(withoutSuffix(id.words), " ")) || j.local(root) {
		return string(id.typ) + "/" + string(j.d.ID) + "/" + id.low
	}
	low := id.low
	if id.typ == schema.Person {
		low = withoutInitials(id.words)
	}
	if id.typ == schema.Organization && len(id.words) > 2 {
		low = strings.Join(withoutForm(id.words), " ")
	}
	return gazetteer.Key(id.typ, low)
}

// local reports whether a name means something only in its article: a body that every state has, where the article does not
// say whose ("the foreign ministry", "the Navy"), and a small unit without what it is part of ("Company B").
func (j *joiner) local(root int) bool {
	id := &j.ids[root]
	switch id.typ {
	case schema.Unit, schema.Organization, schema.Government:
	default:
		return false
	}
	if len(id.words) == 0 || j.says(root, "country") != "" {
		return false
	}
	if everyState[id.words[len(id.words)-1]] && len(id.words) < 4 || everyState[id.words[0]] && id.words[0] != "office" || everyState[strings.ReplaceAll(id.low, " ", "-")] {
		return true
	}
	if id.typ != schema.Unit || strings.Contains(id.low, ",") || !j.small(&j.d.Mentions[id.mentions[0]]) {
		return false
	}
	return plain(id.words)
}

// everyState are the bodies that every state has.
var everyState = english.Context("every state")

// withoutInitials is a person's name without initials in the middle: "James W. Adams" and "James Adams" are one.
func withoutInitials(words []string) string {
	kept := make([]string, 0, len(words))
	for i, w := range words {
		if i == 0 || i == len(words)-1 || len(w) > 1 {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}

// add makes an identity of its own for mention i.
func (j *joiner) add(i int) int {
	m := &j.d.Mentions[i]
	n := len(j.ids)
	low := gazetteer.Fold(m.Name)
	j.ids = append(j.ids, identity{typ: m.Type, key: m.Key, low: low, words: wordsOf(low), up: n, generic: m.Generic})
	j.of[i] = n
	j.ids[n].mentions = []int{i}
	return n
}

// give makes mention i one of identity n.
func (j *joiner) give(i, n int) {
	j.of[i] = n
	j.ids[n].mentions = append(j.ids[n].mentions, i)
}

// says is the first value that the mentions of an identity give an attribute.
func (j *joiner) says(n int, attribute string) string {
	for _, i := range j.ids[n].mentions {
		if v := attr(j.d.Mentions[i].Attributes, attribute); v != "" {
			return v
		}
	}
	return ""
}
