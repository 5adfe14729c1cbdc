package refer

import "strings"

// joinGroups joins groups called by their noun alone to the one described before: "officials" to "US officials", "the
// insurgent cell" to "insurgents".
func (j *joiner) joinGroups() {
	last := map[string][]int{} // type and noun → the groups of more words that have it
	for n := range j.ids {
		if id := &j.ids[n]; id.generic && len(id.words) > 1 {
			at := string(id.typ) + "/" + id.words[len(id.words)-1]
			if len(last[at]) < most {
				last[at] = append(last[at], n)
			}
		}
	}
	for n := range j.ids {
		id := &j.ids[n]
		if !id.generic || len(id.words) == 0 {
			continue
		}
		noun := id.words[len(id.words)-1]
		if len(id.words) == 1 {
			if m := j.nearest(last[string(id.typ)+"/"+noun], j.first(n)); m >= 0 {
				j.join(n, m)
			}
			continue
		}
		if !singularGroups[noun] {
			continue
		}
		for _, w := range id.words[:len(id.words)-1] {
			if m, ok := j.by[group(id.typ)+"/"+w+"s"]; ok && j.ids[m].typ == id.typ {
				j.join(n, m)
				break
			}
		}
	}
}

// shortOf reports whether a force called without its state is short for one with it: "Security Forces" for "Afghan National
// Security Forces".
func shortOf(short, long *identity) bool {
	return short.key == "" && len(short.words) > 1 && strings.HasSuffix(short.low, "forces")
}
