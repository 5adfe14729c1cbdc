package refer

import (
	"strings"

	"skein/graph"
	"skein/importer"
	"skein/importer/gazetteer"
)

// joinOffices finds out whose office "the prime minister's office" is: the one that the article names in full, if it is one
// only, else that of the country where the article was written.
func (j *joiner) joinOffices() {
	for n := range j.ids {
		id := &j.ids[n]
		if id.key != "" || len(id.mentions) == 0 || j.d.Mentions[id.mentions[0]].Rule != "find/office" {
			continue
		}
		var owned []int
		for k := range j.ids {
			if x := &j.ids[k]; x.typ == id.typ && strings.HasSuffix(x.key, " "+id.low) {
				owned = append(owned, k)
			}
		}
		switch len(owned) {
		case 1:
			j.join(n, owned[0])
		case 0:
			if c, ok := j.home(); ok {
				id.key = gazetteer.Key(id.typ, c.Name+" "+id.low)
				m := &j.d.Mentions[id.mentions[0]]
				m.Attributes = append(m.Attributes, graph.Attribute{Name: "country", Value: c.Country})
			}
		}
	}
}

// home is the country of the place that the first dateline names.
func (j *joiner) home() (gazetteer.Entry, bool) {
	for _, s := range j.d.Sentences {
		if s.Role != importer.Dateline {
			continue
		}
		for _, m := range j.d.Mentions {
			if m.Begin == s.Begin {
				return j.gaz.Country(attr(m.Attributes, "country"))
			}
		}
		break
	}
	return gazetteer.Entry{}, false
}
