package store

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"skein/graph"
)

// longArticle is the nth of made-up articles of the size of real ones: 600 words, 35 sightings, 45 claims, about 250
// quads. Some entities are in every second article, most in a few.
func longArticle(n int) []graph.Fact {
	r := rand.New(rand.NewPCG(uint64(n), 3))
	a := graph.Article{Title: fmt.Sprintf("Day %d at the harbour", n), Outlet: "Harbour Post", Published: "2026-03-04", Language: "en",
		Text: strings.Repeat("The unit moved from one pier to the next. ", 75) + fmt.Sprint(n)}
	a.Identify()
	fs := []graph.Fact{a}
	span := func(i int) graph.Span { return graph.Span{Begin: i * 40, End: i*40 + 12} }
	var entities []graph.ID
	for i := range 35 {
		key := fmt.Sprintf("unit/platoon %d", int(r.ExpFloat64()*float64(20+n)))
		id := graph.NewID(graph.EntityPrefix, key)
		entities = append(entities, id)
		s := graph.Sighting{Entity: id, Article: a.ID, Name: "Platoon " + key, Type: "unit", Key: key, Mentions: []graph.Span{span(i), span(i + 30)}}
		if i%2 == 0 {
			s.Aliases = []string{"the platoon"}
			s.Attributes = []graph.Attribute{{Name: "echelon", Value: "platoon"}}
		}
		fs = append(fs, s)
	}
	for i := range 45 {
		c := graph.Claim{Subject: entities[r.IntN(35)], Predicate: "located_in", Object: entities[r.IntN(35)], Modality: graph.Asserted}
		if i%5 == 0 {
			c.Object, c.Value, c.Modality, c.SaidBy = "", "2026-03-04", graph.Planned, entities[r.IntN(35)]
		}
		c.Identify()
		c.Evidence = []graph.Evidence{{Article: a.ID, Span: span(i), Sentence: span(i), Confidence: 0.8, Extractor: "relate/verb"}}
		fs = append(fs, c)
	}
	return fs
}

// build makes a graph of at least so many quads and returns how many it has.
func build(b *testing.B, path string, quads int) int {
	s := open(b, path)
	defer s.Close()
	have := 0
	for n := 0; have < quads; {
		var cs []graph.Change
		for range 200 {
			cs = append(cs, graph.Added("import", longArticle(n)...))
			if n++; len(cs)*250 > quads-have {
				break
			}
		}
		if _, err := s.ApplyAll(cs); err != nil {
			b.Fatal(err)
		}
		have = size(b, s)
	}
	return have
}

// BenchmarkOpen opens graphs on a disk that is in memory already.
func BenchmarkOpen(b *testing.B) {
	for _, quads := range []int{100_000, 1_000_000} {
		b.Run(fmt.Sprintf("%d quads", quads), func(b *testing.B) {
			path := filepath.Join(b.TempDir(), "graph.skein")
			have := build(b, path, quads)
			info, err := os.Stat(path)
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				open(b, path).Close()
			}
			b.ReportMetric(float64(have), "quads")
			b.ReportMetric(float64(info.Size())/1e6, "MB")
		})
	}
}

// BenchmarkFacts walks all facts of a graph in order, the first time after a change.
func BenchmarkFacts(b *testing.B) {
	s := Memory()
	for n := range 400 {
		apply(b, s, graph.Added("import", longArticle(n)...))
	}
	for b.Loop() {
		s.order = nil
		for range s.Facts() {
		}
	}
}

// BenchmarkApply imports an article, synced to disk.
func BenchmarkApply(b *testing.B) {
	s := open(b, filepath.Join(b.TempDir(), "graph.skein"))
	n := 0
	for b.Loop() {
		apply(b, s, graph.Added("import", longArticle(n)...))
		n++
	}
	b.ReportMetric(float64(size(b, s))/float64(n), "quads/article")
}

// BenchmarkApplyAll imports a hundred articles in one commit.
func BenchmarkApplyAll(b *testing.B) {
	s := open(b, filepath.Join(b.TempDir(), "graph.skein"))
	n := 0
	for b.Loop() {
		var cs []graph.Change
		for range 100 {
			cs = append(cs, graph.Added("import", longArticle(n)...))
			n++
		}
		if _, err := s.ApplyAll(cs); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "articles/s")
}

// BenchmarkApplyKnown imports an article that is there.
func BenchmarkApplyKnown(b *testing.B) {
	s := Memory()
	c := graph.Added("import", longArticle(1)...)
	apply(b, s, c)
	for b.Loop() {
		apply(b, s, c)
	}
}
