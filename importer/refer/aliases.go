package refer

import (
	"slices"
	"strings"

	"skein/graph/schema"
	"skein/importer"
)

// joinAliases joins another name to the one it is told of: "the Open Skies Service, known as OSS", "Gen. Ann Rowe, who is
// widely known as Falcon". Where only a person can be meant, that is the last one named before.
func (j *joiner) joinAliases() {
	prev, person := -1, -1
	for i := range j.d.Mentions {
		m := &j.d.Mentions[i]
		if m.Generic || j.of[i] < 0 && m.Type != schema.Person {
			continue
		}
		if prev >= 0 && j.d.Mentions[prev].Sentence == m.Sentence && j.d.Mentions[prev].End < m.Begin {
			of := prev
			between := j.d.Text[j.d.Mentions[prev].End:m.Begin]
			joined, together := aliasWords(between)
			if k := strings.LastIndex(between, ", "); !joined && k > 0 { // behind what explains the name
				joined, _ = aliasWords(between[k:])
				together = true
			}
			if !joined {
				joined = explainedAlias(between)
			}
			if together && (person < 0 || j.d.Mentions[person].Sentence != m.Sentence) && len(between) > 40 {
				joined = false
			}
			if together && person >= 0 && j.d.Mentions[person].Sentence == m.Sentence {
				of = person
			}
			if joined && j.aliasOf(m, &j.d.Mentions[of]) && j.of[of] >= 0 {
				if j.of[i] < 0 {
					j.add(i) // a single name
				}
				j.join(j.of[i], j.of[of])
				continue
			}
		}
		if prev < 0 || m.End > j.d.Mentions[prev].End {
			prev = i
		}
		if m.Type == schema.Person {
			person = i
		}
	}
}

// joinNumbered joins "HSC-26" to "Helicopter Sea Combat Squadron (HSC) 26".
func (j *joiner) joinNumbered() {
	short := map[string]int{}
	for n := range j.ids {
		if id := &j.ids[n]; id.typ == schema.Unit && len(id.low) < 12 {
			short[id.low] = n
		}
	}
	for n := range j.ids {
		id := &j.ids[n]
		open := strings.IndexByte(id.low, '(')
		if id.typ != schema.Unit || open < 0 {
			continue
		}
		letters, number, ok := strings.Cut(id.low[open+1:], ") ")
		if !ok {
			continue
		}
		if s, ok := short[letters+" "+number]; ok && s != n {
			j.join(s, n)
		}
	}
}

// aliasOf reports whether m can be another name of what is mentioned as long: places have none, and what a text gives a
// type of its own for sure is something else.
func (j *joiner) aliasOf(m, long *importer.Mention) bool {
	switch m.Type {
	case schema.Organization, schema.Person, long.Type:
	default:
		return false
	}
	switch long.Type {
	case schema.Person, schema.Organization, schema.Government, schema.ArmedGroup, schema.Unit, schema.NamedEvent:
	default:
		return false
	}
	return long.Type == schema.Person || m.Type != schema.Person
}

// explainedAlias reports whether the words between two names say what the first one is and then that the second is another
// name of it: ", a former teacher also known as".
func explainedAlias(between string) bool {
	rest, ok := strings.CutPrefix(between, ", ")
	if !ok {
		return false
	}
	k := strings.Index(rest, " also known as")
	if k < 0 {
		return false
	}
	words := strings.Fields(strings.TrimSuffix(rest[:k], ","))
	if len(words) < 2 || len(words) > describedIn || !slices.Contains([]string{"a", "an", "the"}, words[0]) {
		return false
	}
	for _, w := range words[1:] {
		if strings.ContainsAny(w, ",;:") || slices.Contains([]string{"of", "in", "from", "with", "for", "at", "by", "and", "whose", "who"}, w) {
			return false // what is "also known as" may be what stands behind the preposition
		}
	}
	alias, _ := aliasWords(rest[k:])
	return alias
}

// aliasVerbs are the words without which there is no other name.
var aliasVerbs = []string{"nicknamed", "dubbed", "called", "known"}

// aliasWords reports whether the words between two names say that the second is another name of the first, and whether
// they go on from more than the name right before them ("X, commander of Y and known as Z").
func aliasWords(between string) (alias, together bool) {
	if !slices.ContainsFunc(aliasVerbs, func(v string) bool { return strings.Contains(between, v) }) {
		return false, false
	}
	words := strings.Fields(strings.NewReplacer(",", " ", "\"", " ", "“", " ", "‘", " ", "'", " ").Replace(strings.ToLower(between)))
	if len(words) > 0 && words[0] == "and" {
		words, together = words[1:], true
	}
	for len(words) > 0 {
		switch words[0] {
		case "also", "better", "widely", "commonly", "who", "is", "or", "popularly", "locally":
			words = words[1:]
			continue
		}
		break
	}
	if len(words) == 0 {
		return false, together
	}
	switch words[0] {
	case "nicknamed", "dubbed", "called":
		words = words[1:]
	case "known":
		if len(words) < 2 || words[1] != "as" {
			return len(words) > 3 && (words[1] == "by" || words[1] == "under") && anotherName(words[3:]), together
		}
		words = words[2:]
	default:
		return false, together
	}
	return len(words) == 0 || len(words) == 1 && words[0] == "the", together
}

// anotherName reports whether the words behind "known by her" say that it is a name that follows: "pseudonym", "nom de guerre".
func anotherName(words []string) bool {
	switch strings.Join(words, " ") {
	case "name", "alias", "nickname", "pseudonym", "pen name", "stage name", "code name", "codename", "nom de guerre", "call sign", "callsign", "kunya", "initials", "acronym":
		return true
	}
	return false
}
