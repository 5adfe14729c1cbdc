package refer

import (
	"strings"

	"skein/graph/schema"
	"skein/importer"
	"skein/importer/gazetteer"
)

// joinPersons joins full names with and without middle names and initials, and resolves single names to the latest
// person so called.
func (j *joiner) joinPersons() {
	full := map[string]int{} // first and last name → identity
	for n := range j.ids {
		id := &j.ids[n]
		if id.typ != schema.Person || len(id.words) < 2 || id.generic {
			continue
		}
		words := withoutSuffix(id.words)
		if len(words) < 2 {
			continue
		}
		at := words[0] + " " + words[len(words)-1]
		if other, ok := full[at]; ok && !agree(words, withoutSuffix(j.ids[other].words)) {
			continue // two persons, as far as their middle names tell
		} else if ok {
			if len(id.words) > len(j.ids[other].words) {
				j.join(other, n)
				full[at] = n
			} else {
				j.join(n, other)
			}
			continue
		}
		full[at] = n
	}
	j.joinSurnames()
	j.joinSingle()
}

// joinSurnames joins persons called by two surnames to those whose full names end with both: "Garcia Alvarado" to
// "Roberto Garcia Alvarado".
func (j *joiner) joinSurnames() {
	ends := map[string][]int{}
	for n := range j.ids {
		if id := &j.ids[n]; id.typ == schema.Person && !id.generic {
			if words := withoutSuffix(id.words); len(words) > 2 {
				at := strings.Join(words[len(words)-2:], " ")
				ends[at] = append(ends[at], n)
			}
		}
	}
	for n := range j.ids {
		id := &j.ids[n]
		if id.typ != schema.Person || id.generic || len(id.words) != 2 || j.find(n) != n {
			continue
		}
		if long := j.nearest(ends[id.low], j.first(n)); long >= 0 && j.find(long) != n {
			j.join(n, long)
		}
	}
}

// agree reports whether two full names may be one person's: no middle name of the shorter one is missing in the longer one,
// an initial standing for any name that begins with it.
func agree(a, b []string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	k := 1
	for _, w := range a[1 : len(a)-1] {
		for k < len(b)-1 && b[k] != w && !(len(w) == 1 || len(b[k]) == 1) {
			k++
		}
		if k >= len(b)-1 || b[k][0] != w[0] {
			return false
		}
		k++
	}
	return true
}

func withoutSuffix(words []string) []string {
	for len(words) > 1 {
		switch words[len(words)-1] {
		case "jr", "sr", "ii", "iii", "iv":
			words = words[:len(words)-1]
			continue
		}
		break
	}
	return words
}

// joinSingle resolves persons called by one name, in text order.
func (j *joiner) joinSingle() {
	latest := map[string][]int{} // any word of a full name → identities in order of first mention
	for n := range j.ids {
		id := &j.ids[n]
		if id.typ != schema.Person || id.generic {
			continue
		}
		words := withoutSuffix(id.words)
		for k, w := range words {
			if len(w) > 1 && (k == len(words)-1 || k == 0 || len(words) > 2) && len(latest[w]) < most {
				latest[w] = append(latest[w], n)
			}
		}
	}
	for i := range j.d.Mentions {
		m := &j.d.Mentions[i]
		if m.Generic || m.Type != schema.Person || j.of[i] >= 0 {
			continue
		}
		low := gazetteer.Fold(m.Name)
		if n := j.called(latest, low, i); n >= 0 {
			j.of[i] = n
			j.ids[n].mentions = append(j.ids[n].mentions, i)
			continue
		}
		j.put(i, m.Name)
	}
	j.sortMentions()
}

// called is the person whom the single name low at mention i means, or -1: by surname, then by first name; of the same gender where both
// are known. Of several of one surname it is the one whom the article has named most so far, since news call others by
// their full names again; but one who is new is meant in the sentences right behind.
func (j *joiner) called(latest map[string][]int, low string, i int) int {
	m := &j.d.Mentions[i]
	low = strings.TrimPrefix(low, "al ")
	var last, first []int
	for _, n := range latest[low] {
		words := withoutSuffix(j.ids[n].words)
		if g, h := attr(m.Attributes, "gender"), j.gender(n); g != "" && h != "" && g != h {
			continue
		}
		if words[len(words)-1] == low {
			last = append(last, n)
		} else {
			first = append(first, n)
		}
	}
	if n := j.bearer(last, m); n >= 0 {
		return n
	}
	if attr(m.Attributes, "title") != "" && len(first) > 1 {
		return -1
	}
	return j.nearest(first, m.Begin)
}

// bearer chooses of several persons with one surname the one that mention m means by it, or -1 where there is none.
func (j *joiner) bearer(all []int, m *importer.Mention) int {
	best := j.nearest(all, m.Begin)
	if len(all) < 2 || best < 0 {
		return best
	}
	before := func(n int) (count, last int) {
		for _, i := range j.ids[n].mentions {
			if x := &j.d.Mentions[i]; x.Begin < m.Begin {
				count, last = count+1, x.Sentence
			}
		}
		return count, last
	}
	most, at := before(best)
	for _, n := range all {
		if count, last := before(n); count > most && last >= at-fresh {
			best, most = n, count
		}
	}
	return best
}

// fresh is how many sentences a person of the same surname must be away to be forgotten for one named later.
const fresh = 3

// gender is what the mentions of a person say of it.
func (j *joiner) gender(n int) string {
	for _, i := range j.ids[n].mentions {
		if g := attr(j.d.Mentions[i].Attributes, "gender"); g != "" {
			return g
		}
	}
	return ""
}
