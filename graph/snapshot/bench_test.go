package snapshot

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"skein/graph"
	"skein/graph/schema"
)

// quadsAnArticle is about how many quads a store makes of one of the articles below.
const quadsAnArticle = 250

// newsArticle is the nth of made-up articles of the size of real ones: 35 sightings, 45 claims. Some entities are in
// every second article, most in a few.
func newsArticle(n int) []graph.Fact {
	r := rand.New(rand.NewPCG(uint64(n), 3))
	a := article(fmt.Sprint("Post ", n%12), fmt.Sprintf("20%02d-%02d-%02d", n%26, 1+n%12, 1+n%28), strings.Repeat("The unit moved from one pier to the next. ", 75)+fmt.Sprint(n))
	facts := []graph.Fact{a}
	var keys []string
	for range 35 {
		k := int(r.ExpFloat64() * float64(20+n))
		key := fmt.Sprint("unit/platoon ", k)
		keys = append(keys, key)
		s := sighting(a, key, fmt.Sprintf("%s Platoon %d", pick(r, "Harbour", "Mountain", "Northern"), k), pick(r, schema.Unit, schema.City, schema.Person, "consult"))
		if k%2 == 0 {
			s.Aliases = []string{fmt.Sprintf("the %dth", k)}
		}
		facts = append(facts, s)
	}
	for i := range 45 {
		c := claim(a, pick(r, keys...), schema.LocatedIn, pick(r, keys...), pick(r, graph.Modalities()...))
		c.Evidence[0].Span, c.Evidence[0].Sentence = graph.Span{Begin: i * 40, End: i*40 + 12}, graph.Span{Begin: i * 40, End: i*40 + 40}
		facts = append(facts, c)
	}
	return facts
}

func news(articles int) (facts []graph.Fact) {
	for n := range articles {
		facts = append(facts, newsArticle(n)...)
	}
	return facts
}

// BenchmarkBuild folds the facts of graphs of so many quads.
func BenchmarkBuild(b *testing.B) {
	for _, quads := range []int{100_000, 1_000_000} {
		facts := news(quads / quadsAnArticle)
		b.Run(fmt.Sprint(quads, " quads"), func(b *testing.B) {
			for b.Loop() {
				s := Build(slices.Values(facts))
				b.ReportMetric(float64(len(s.entities)), "entities")
				b.ReportMetric(float64(len(s.claims)), "claims")
			}
		})
	}
}

// large is the snapshot of a million quads, and its most important entity.
func large() (s *Snapshot, hub int) {
	s = Build(slices.Values(news(4000)))
	for i := range s.entities {
		if len(s.ClaimsOf(i)) > len(s.ClaimsOf(hub)) {
			hub = i
		}
	}
	return s, hub
}

// BenchmarkAsk asks a snapshot of a million quads what a window asks it.
func BenchmarkAsk(b *testing.B) {
	s, hub := large()
	v := s.View(Filter{})
	n := len(s.entities)
	s.Search("warm", 1)
	for _, ask := range []struct {
		name string
		f    func(i int)
	}{
		{"neighbours", func(i int) { v.Neighbours(i * 7919 % n) }},
		{"neighbours of the hub", func(int) { v.Neighbours(hub) }},
		{"path", func(i int) { v.Paths(i*7919%n, i*104729%n, 5) }},
		{"search a beginning", func(i int) { s.Search(fmt.Sprint("harbour platoon ", i%300), 20) }},
		{"search a slip", func(i int) { s.Search("habrour platoon", 20) }},
		{"view of all", func(int) { s.View(Filter{}) }},
		{"view by confidence and kind", func(int) { s.View(Filter{MinConfidence: 0.6, Kinds: []graph.Kind{graph.Unit}}) }},
		{"view around the hub", func(int) { s.View(Filter{Around: s.entities[hub].ID, Hops: 2, Limit: 100}) }},
		{"with one more article", func(i int) { s.With(graph.Added("", newsArticle(5000+i)...)) }},
		{"with one rejection", func(i int) {
			s.With(graph.Added("", judge(graph.Reject, s.claims[i*7919%len(s.claims)].ID, "", "")))
		}},
	} {
		b.Run(ask.name, func(b *testing.B) {
			i := 0
			for b.Loop() {
				ask.f(i)
				i++
			}
		})
	}
}
