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

// ownHouses makes "Congress" and "the Senate" those of the state where the article was written, if it has one; the gazetteer knows those
// of the United States only. Where the text names these in full, they stay what they are.
func (j *joiner) ownHouses() {
	c, ok := j.home()
	if !ok {
		return
	}
	for _, house := range [...]string{"congress", "senate"} {
		if !english.Context(house)[strings.ToLower(c.Country)] {
			continue
		}
		var bare []*importer.Mention
		full := false
		for i := range j.d.Mentions {
			m := &j.d.Mentions[i]
			if state := attr(m.Attributes, "country"); m.Rule != "find/known" || state == "" || state == c.Country {
				continue
			}
			switch low := gazetteer.Fold(m.In(j.d.Text)); {
			case low == house:
				bare = append(bare, m)
			case strings.HasSuffix(low, " "+house):
				full = true
			}
		}
		if full {
			continue
		}
		for _, m := range bare {
			m.Key, m.Name = gazetteer.Key(m.Type, c.Name+" "+house), oneLine(m.In(j.d.Text))
			m.Attributes = []graph.Attribute{{Name: "country", Value: c.Country}}
		}
	}
}

// ownRule marks bodies that are something only where "its" before them is known.
const ownRule = "find/own"

// ownBodies gives the bodies that every state has their state where "its" tells it: "Kenya agreed. Its foreign ministry", "its troops".
func (j *joiner) ownBodies() {
	for i := range j.d.Mentions {
		its := &j.d.Mentions[i]
		if its.Rule != pronounRule || i+1 == len(j.d.Mentions) || !strings.EqualFold(its.In(j.d.Text), "its") {
			continue
		}
		m := &j.d.Mentions[i+1]
		c, ok := j.country(j.ids[j.find(j.of[i])].key)
		if !ok || m.Begin != its.End+1 {
			continue
		}
		if m.Rule == ownRule && j.of[i+1] < 0 {
			m.Generic = false
			j.add(i + 1)
		} else if m.Generic || j.of[i+1] < 0 || m.Type != schema.Organization && m.Type != schema.Government {
			continue
		}
		n := j.find(j.of[i+1])
		if j.ids[n].key != "" || len(j.ids[n].mentions) > 1 || m.Rule != ownRule && !j.local(n) {
			continue
		}
		key := gazetteer.Key(m.Type, c.Name+" "+j.ids[n].low)
		m.Attributes = append(m.Attributes, graph.Attribute{Name: "country", Value: c.Country})
		if k := slices.IndexFunc(j.ids, func(id identity) bool { return id.key == key }); k >= 0 {
			j.join(n, k)
		} else if k := j.nations(c, j.ids[n].low, m.Type); k >= 0 {
			j.join(n, k)
		} else {
			j.ids[n].key = key
		}
	}
}

// nations is the identity that the text calls by the state and the body, "the Israeli military", or -1.
func (j *joiner) nations(state gazetteer.Entry, body string, t graph.Type) int {
	for k := range j.d.Mentions {
		if m := &j.d.Mentions[k]; m.Type == t && j.of[k] >= 0 {
			of, name, ok := strings.Cut(m.In(j.d.Text), " ")
			if !ok || gazetteer.Fold(name) != body {
				continue
			}
			if c, ok := j.gaz.Nation(of); ok && c.Country == state.Country {
				return j.of[k]
			}
		}
	}
	return -1
}
