package model

import (
	"cmp"
	"slices"

	"skein/graph"
	"skein/graph/schema"
	"skein/graph/snapshot"
)

// Bins is the number of columns of the confidence histogram, each 0.05 wide.
const Bins = 20

// Count is a choice of a filter with how much there is of it in the whole graph.
type Count[T any] struct {
	Value T
	Label string
	N     int
}

// Facets are the numbers beside the filters: what the graph holds, without what was rejected. They do not change with
// the filters, so nothing jumps while one is tried.
type Facets struct {
	Kinds      []Count[graph.Kind]
	Modalities []Count[graph.Modality]
	Relations  []Count[graph.Predicate] // those there are, most frequent first
	Articles   []Count[graph.ID]        // newest first; N is the number of claims
	Outlets    []Count[string]          // most claims first
	Speakers   []Count[graph.ID]        // the articles themselves first, then by number of claims
	Histogram  [Bins]int                // claims by confidence
	Years      []Count[string]          // years that claims' articles or events fall in, oldest first
	Entities   int
	Claims     int
	Passing    int // claims that pass the filters
}

// facetsOf counts a snapshot in one pass.
func facetsOf(s *snapshot.Snapshot) Facets {
	var f Facets
	entities, claims, articles := s.Entities(), s.Claims(), s.Articles()
	kinds := map[graph.Kind]int{}
	for i := range entities {
		if entities[i].Verdict == graph.Reject {
			continue
		}
		f.Entities++
		kinds[KindOf(entities[i])]++
	}
	for _, k := range schema.Kinds() {
		f.Kinds = append(f.Kinds, Count[graph.Kind]{k.Kind, k.Plural, kinds[k.Kind]})
	}
	modalities := map[graph.Modality]int{}
	relations := map[graph.Predicate]int{}
	speakers := map[int]int{}
	in := make([]int, len(articles))
	for i := range claims {
		c := &claims[i]
		if c.Verdict == graph.Reject {
			continue
		}
		f.Claims++
		modalities[c.Modality]++
		relations[c.Predicate]++
		speakers[c.Speaker]++
		f.Histogram[min(int(c.Confidence*Bins), Bins-1)]++
	}
	for a := range articles {
		in[a] = len(s.ClaimsIn(a))
	}
	for _, m := range graph.Modalities() {
		f.Modalities = append(f.Modalities, Count[graph.Modality]{m, ModalityLabel(m), modalities[m]})
	}
	for _, p := range schema.Predicates() {
		if n := relations[p.Predicate]; n > 0 {
			f.Relations = append(f.Relations, Count[graph.Predicate]{p.Predicate, p.Label, n})
		}
	}
	slices.SortStableFunc(f.Relations, func(a, b Count[graph.Predicate]) int { return cmp.Compare(b.N, a.N) })
	f.countArticles(articles, in)
	f.countSpeakers(entities, speakers)
	return f
}

func (f *Facets) countArticles(articles []graph.Article, in []int) {
	outlets := map[string]int{}
	years := map[string]int{}
	for a := len(articles) - 1; a >= 0; a-- {
		f.Articles = append(f.Articles, Count[graph.ID]{articles[a].ID, ArticleName(articles[a]), in[a]})
		if o := articles[a].Outlet; o != "" {
			outlets[o] += in[a]
		}
		if len(articles[a].Published) >= 4 {
			years[articles[a].Published[:4]] += in[a]
		}
	}
	for o, n := range outlets {
		f.Outlets = append(f.Outlets, Count[string]{o, o, n})
	}
	slices.SortFunc(f.Outlets, func(a, b Count[string]) int {
		return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Value, b.Value))
	})
	for y, n := range years {
		f.Years = append(f.Years, Count[string]{y, y, n})
	}
	slices.SortFunc(f.Years, func(a, b Count[string]) int { return cmp.Compare(a.Value, b.Value) })
}

func (f *Facets) countSpeakers(entities []snapshot.Entity, speakers map[int]int) {
	if n := speakers[-1]; n > 0 {
		f.Speakers = append(f.Speakers, Count[graph.ID]{"", "The articles themselves", n})
	}
	first := len(f.Speakers)
	for e, n := range speakers {
		if e >= 0 && entities[e].Verdict != graph.Reject {
			f.Speakers = append(f.Speakers, Count[graph.ID]{entities[e].ID, entities[e].Name, n})
		}
	}
	slices.SortFunc(f.Speakers[first:], func(a, b Count[graph.ID]) int {
		return cmp.Or(cmp.Compare(b.N, a.N), cmp.Compare(a.Label, b.Label), cmp.Compare(a.Value, b.Value))
	})
}

// KindOf is the kind an entity is drawn as.
func KindOf(e snapshot.Entity) graph.Kind {
	if len(e.Kinds) > 0 {
		return e.Kinds[0]
	}
	info, _ := schema.TypeOf(e.Type)
	return info.Kinds[0]
}

// ModalityLabel is what people read for a kind of statement.
func ModalityLabel(m graph.Modality) string {
	switch m {
	case graph.Asserted:
		return "Asserted"
	case graph.Planned:
		return "Planned"
	case graph.Conditional:
		return "Conditional"
	case graph.Requested:
		return "Requested"
	case graph.Denied:
		return "Denied"
	}
	return string(m)
}

// ArticleName is how an article is called in one line: its title, else where or when it is from.
func ArticleName(a graph.Article) string {
	switch {
	case a.Title != "":
		return a.Title
	case a.Outlet != "":
		return a.Outlet + ", " + DateText(a.Published)
	case a.URL != "":
		return a.URL
	}
	return "Untitled article"
}
