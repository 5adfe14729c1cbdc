package refer

import (
	"strings"

	"skein/graph"
	"skein/importer/gazetteer"
)

// joinOffices finds out whose office "the prime minister's office" is: the one that the article names in full, if it is one
// only, else that of the country where the article was written.
func (j *joiner) joinOffices() {
	var owned, bare []int
	for n := range j.ids {
		switch id := &j.ids[n]; {
		case len(id.mentions) == 0 || j.d.Mentions[id.mentions[0]].Rule != "find/office":
		case id.key != "":
			owned = append(owned, n)
		default:
			bare = append(bare, n)
		}
	}
	for _, n := range bare {
		id := &j.ids[n]
		var fit []int
		for _, k := range owned {
			if strings.HasSuffix(j.ids[k].key, " "+id.low) {
				fit = append(fit, k)
			}
		}
		switch len(fit) {
		case 1:
			j.join(n, fit[0])
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
	m := j.d.Dateline()
	if m < 0 {
		return gazetteer.Entry{}, false
	}
	return j.gaz.Country(attr(j.d.Mentions[m].Attributes, "country"))
}
