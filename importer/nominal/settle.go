package nominal

import (
	"strings"

	"skein/graph/schema"
	"skein/importer"
)

// guess is the confidence of names of which package find knows nothing, so that it takes them for organizations.
const guess = 0.4

// settle makes towns of the names that are organizations only for want of something better and that the recogniser, all their
// mentions taken together, has for places. It does so with no other names: where the rules know something they are right more often.
func settle(d *importer.Document) {
	type votes struct{ place, all float64 }
	of := map[string]votes{} // by name
	var doubtful []int
	at := 0 // the first nominal that does not end before the mention
	for i := range d.Mentions {
		m := &d.Mentions[i]
		if m.Type != schema.Organization || m.Confidence > guess || m.Generic || m.Key != "" {
			continue
		}
		doubtful = append(doubtful, i)
		for at < len(d.Nominals) && d.Nominals[at].End < m.End {
			at++
		}
		if at == len(d.Nominals) || d.Nominals[at].End != m.End || d.Nominals[at].Begin > m.Begin {
			continue
		}
		n, v := &d.Nominals[at], of[strings.ToLower(m.Name)]
		v.all += n.Confidence
		if n.Kind == importer.KindPlace {
			v.place += n.Confidence
		}
		of[strings.ToLower(m.Name)] = v
	}
	for _, i := range doubtful {
		m := &d.Mentions[i]
		if v := of[strings.ToLower(m.Name)]; v.place > convincing && v.place > v.all/2 {
			m.Type, m.Rule = schema.City, "nominal/place"
		}
	}
}

// convincing is how sure the recogniser has to be.
const convincing = 0.1
