package refer

import (
	"slices"
	"strings"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
	"skein/importer/english"
	"skein/importer/gazetteer"
)

// identity is one name of one thing, as the document uses it.
type identity struct {
	typ      graph.Type
	key      string   // what find knew it as, or empty
	low      string   // folded name
	words    []string // the words of the folded name
	mentions []int
	up       int      // union-find: index of an identity it is joined to, or its own
	generic  bool     // a group without a name
	titles   []string // the words of the titles of the first read mentions
	read     int
}

// joiner holds the identities of one document while they are joined.
type joiner struct {
	d      *importer.Document
	gaz    *gazetteer.Gazetteer
	ids    []identity
	of     []int          // mention → identity, or -1 while not resolved
	topics []topic        // of the sentences so far
	parts  map[string]int // name of a unit → how often units that are part of it are mentioned
	by     map[string]int // key, or type group and folded name → identity
}

func newJoiner(d *importer.Document) (*joiner, error) {
	gaz, err := gazetteer.Load()
	if err != nil {
		return nil, err
	}
	if d.ID == "" {
		d.Identify()
	}
	j := &joiner{d: d, gaz: gaz, of: make([]int, len(d.Mentions)), by: map[string]int{}}
	for i := range j.of {
		j.of[i] = -1
	}
	return j, nil
}

// group is the sort of thing within which equal names are the same thing.
func group(t graph.Type) string {
	switch t {
	case schema.Person, schema.Equipment, schema.NamedEvent, schema.Country:
		return string(t)
	case schema.Region, schema.City, schema.Facility, schema.Feature:
		return "place"
	case schema.People:
		return "people"
	}
	return "body"
}

// identify gives every mention that names something its identity. Single names of persons, descriptions and pronouns
// wait.
func (j *joiner) identify() {
	j.agreeTypes()
	for i := range j.d.Mentions {
		m := &j.d.Mentions[i]
		switch {
		case m.Generic && !j.stands(m):
		case m.Type == schema.Person && oneName(gazetteer.Fold(m.Name)):
		default:
			j.put(i, j.name(i))
		}
	}
}

// oneName reports whether a folded name of a person is one name, an Arabic article aside: "austin", "al obaidi".
func oneName(low string) bool {
	rest, ok := strings.CutPrefix(low, "al ")
	if !ok {
		rest = strings.TrimPrefix(low, "el ")
	}
	return !strings.Contains(rest, " ")
}

// groupRule marks the groups without a name.
const groupRule = "find/group"

// stands reports whether a description names a group that is one thing throughout an article: "Iran-backed militants", but
// not "the terror group" and "the rebels", which take up one.
func (j *joiner) stands(m *importer.Mention) bool {
	switch m.Rule {
	case "find/founded":
		return true
	case groupRule:
	default:
		return false
	}
	words := wordsOf(gazetteer.Fold(m.Name))
	if len(words) == 0 || !j.definite(m) {
		return true
	}
	return !singularGroups[words[len(words)-1]] && !(len(words) == 1 && m.Type == schema.ArmedGroup)
}

// singularGroups are the words by which a group is taken up as one.
var singularGroups = english.Context("singular groups")

// definite reports whether "the" or "this" stands before a mention.
func (j *joiner) definite(m *importer.Mention) bool {
	before := strings.TrimRight(j.d.Text[max(0, m.Begin-6):m.Begin], " \n\u00a0")
	at := strings.LastIndexAny(before, " \n\u00a0")
	switch strings.ToLower(before[at+1:]) {
	case "the", "this", "that":
		return true
	}
	return false
}

// agreeTypes gives all mentions of one name the type that most of them have, by confidence.
func (j *joiner) agreeTypes() {
	type tally struct {
		weight map[graph.Type]float64
		order  []graph.Type
	}
	all := map[string]*tally{}
	for i := range j.d.Mentions {
		m := &j.d.Mentions[i]
		if m.Generic || m.Key != "" {
			continue
		}
		low := gazetteer.Fold(m.Name)
		t := all[low]
		if t == nil {
			t = &tally{weight: map[graph.Type]float64{}}
			all[low] = t
		}
		if t.weight[m.Type] == 0 {
			t.order = append(t.order, m.Type)
		}
		t.weight[m.Type] += m.Confidence
	}
	for i := range j.d.Mentions {
		m := &j.d.Mentions[i]
		if m.Generic || m.Key != "" {
			continue
		}
		t := all[gazetteer.Fold(m.Name)]
		best := t.order[0]
		for _, typ := range t.order[1:] {
			if t.weight[typ] > t.weight[best] {
				best = typ
			}
		}
		m.Type = best
	}
}

// name is what mention i is known by: for a small unit with all that it is part of.
func (j *joiner) name(i int) string {
	m := &j.d.Mentions[i]
	name := m.Name
	if m.Type == schema.Unit {
		for p, n := m.Part, 0; p >= 0 && n < 4 && j.small(m); n++ {
			m = &j.d.Mentions[p]
			name += ", " + m.Name
			p = m.Part
		}
	}
	return name
}

// small reports whether a unit's name says little without what it is part of: companies, battalions told by a number
// alone, and the brigades that divisions number from one.
func (j *joiner) small(m *importer.Mention) bool {
	echelon := attr(m.Attributes, "echelon")
	units := english.Units()
	size := units.Size(echelon)
	switch {
	case size < 0:
		return false
	case size <= units.Size("company"):
		return true
	case size <= units.Size("squadron"):
		return plain(wordsOf(gazetteer.Fold(m.Name)))
	}
	return echelon == "brigade" && len(m.Name) > 1 && m.Name[0] >= '1' && m.Name[0] <= '9' && (m.Name[1] < '0' || m.Name[1] > '9')
}

// plain reports whether a unit's name has nothing but a number or letter and words for its size.
func plain(words []string) bool {
	for _, w := range words {
		if !numbered(w) && english.Units().Heads[w] == "" && w != "combat" && w != "team" {
			return false
		}
	}
	return true
}

// numbered reports whether a word is a number or a letter, as units are told apart by.
func numbered(w string) bool { return len(w) == 1 || w[0] >= '0' && w[0] <= '9' }

func attr(all []graph.Attribute, name string) string {
	for _, a := range all {
		if a.Name == name {
			return a.Value
		}
	}
	return ""
}

// put gives mention i the identity of that name.
func (j *joiner) put(i int, name string) {
	m := &j.d.Mentions[i]
	low := gazetteer.Fold(name)
	at := group(m.Type) + "/" + low
	if m.Key != "" {
		at = m.Key
	}
	n, ok := j.by[at]
	if !ok {
		n = len(j.ids)
		j.by[at] = n
		j.ids = append(j.ids, identity{typ: m.Type, key: m.Key, low: low, words: wordsOf(low), up: n, generic: m.Generic})
	}
	j.of[i] = n
	j.ids[n].mentions = append(j.ids[n].mentions, i)
}

// wordsOf are the words of a folded name, without marks.
func wordsOf(low string) []string {
	return strings.FieldsFunc(low, func(r rune) bool { return r == ' ' || r == ',' || r == '(' || r == ')' || r == '/' })
}

// find is the identity that n is joined to in the end.
func (j *joiner) find(n int) int {
	for j.ids[n].up != n {
		j.ids[n].up = j.ids[j.ids[n].up].up
		n = j.ids[n].up
	}
	return n
}

// join makes short the same thing as long, which keeps its name.
func (j *joiner) join(short, long int) {
	a, b := j.find(short), j.find(long)
	if a != b {
		j.ids[a].up = b
	}
}

// first is the place of the first mention of an identity.
func (j *joiner) first(n int) int { return j.d.Mentions[j.ids[n].mentions[0]].Begin }

// nearest chooses of candidates the one whose latest mention before offset at is nearest, else the first one after.
func (j *joiner) nearest(candidates []int, at int) int {
	best, bestAt := -1, -1
	for _, c := range candidates {
		for _, i := range slices.Backward(j.ids[c].mentions) {
			if b := j.d.Mentions[i].Begin; b < at {
				if b > bestAt {
					best, bestAt = c, b
				}
				break
			}
		}
	}
	if best >= 0 || len(candidates) == 0 {
		return best
	}
	return slices.MinFunc(candidates, func(a, b int) int { return j.first(a) - j.first(b) })
}
