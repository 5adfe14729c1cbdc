package main

import (
	"path/filepath"
	"strings"
	"testing"

	"skein/graph"
	"skein/graph/schema"
	"skein/graph/store"
)

// fleet is a small graph made by hand, so that what commands say of it does not depend on the extraction: a fleet, its
// admiral, a port, talks that one article tells of and a ministry denies.
func fleet(t testing.TB) string { return stored(t, fleetFacts()) }

// stored is a graph of these facts.
func stored(t testing.TB, facts []graph.Fact) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "graph.skein")
	s, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.Apply(graph.Added("by hand", facts...)); err != nil {
		t.Fatal(err)
	}
	return path
}

func fleetFacts() []graph.Fact {
	post := article("Fleet sails for Port Senna", "Harbour Post", "2024-03-02",
		"Admiral Ines Vollan leads the 3rd Fleet. In February the fleet met the mayor in Port Senna. It will be based at Port Senna.")
	wire := article("Ministry denies meeting", "Senna Wire", "2024-03-05",
		"Admiral Vollan commands the 3rd Fleet.\nThe Ministry of the Sea denied that the fleet met anybody.")
	vollan, unit, port, ministry, met := entity("person/ines vollan"), entity("unit/3 fleet"), entity("city/port senna"),
		entity("government/ministry of the sea"), entity("consult/met")
	number := saw(post, unit, "3rd Fleet", schema.Unit, "3rd Fleet", "fleet")
	number.Attributes = []graph.Attribute{{Name: "echelon", Value: "fleet"}}
	leads := graph.Claim{Subject: vollan, Predicate: schema.Leads, Object: unit}
	return []graph.Fact{
		post, wire, number,
		saw(post, vollan, "Ines Vollan", schema.Person, "Ines Vollan"), saw(wire, vollan, "Ines Vollan", schema.Person, "Vollan"),
		saw(post, port, "Port Senna", schema.City, "Port Senna"),
		saw(wire, unit, "3rd Fleet", schema.Unit, "3rd Fleet"),
		saw(wire, ministry, "Ministry of the Sea", schema.Government, "Ministry of the Sea"),
		saw(post, met, "meeting in Port Senna", "consult", "met"),
		says(post, leads, "leads", 0.8), says(wire, leads, "commands", 0.6),
		says(post, graph.Claim{Subject: met, Predicate: schema.Participant, Object: unit}, "met the mayor", 0.7),
		says(post, graph.Claim{Subject: met, Predicate: schema.AtPlace, Object: port}, "in Port Senna", 0.7),
		says(post, graph.Claim{Subject: met, Predicate: schema.Time, Value: "2024-02"}, "In February", 0.7),
		says(wire, graph.Claim{Subject: met, Predicate: schema.Participant, Object: unit, Modality: graph.Denied, SaidBy: ministry}, "met anybody", 0.9),
		says(post, graph.Claim{Subject: unit, Predicate: schema.BasedAt, Object: port, Modality: graph.Planned}, "based at Port Senna", 0.4),
	}
}

func article(title, outlet, published, text string) graph.Article {
	a := graph.Article{Title: title, Outlet: outlet, Published: published, Language: "en", Text: text}
	a.Identify()
	return a
}

func entity(key string) graph.ID { return graph.NewID(graph.EntityPrefix, key) }

// span finds words in an article.
func span(a graph.Article, words string) graph.Span {
	i := strings.Index(a.Text, words)
	if i < 0 {
		panic("not in the text: " + words)
	}
	return graph.Span{Begin: i, End: i + len(words)}
}

// saw is a sighting at these words.
func saw(a graph.Article, id graph.ID, name string, typ graph.Type, words ...string) graph.Sighting {
	s := graph.Sighting{Entity: id, Article: a.ID, Name: name, Type: typ}
	for _, w := range words {
		s.Mentions = append(s.Mentions, span(a, w))
		if w != name {
			s.Aliases = append(s.Aliases, w)
		}
	}
	return s
}

// says is a claim with the words that say it and the sentence around them.
func says(a graph.Article, c graph.Claim, words string, confidence float64) graph.Claim {
	if c.Modality == "" {
		c.Modality = graph.Asserted
	}
	c.Identify()
	at := span(a, words)
	sentence := graph.Span{End: len(a.Text)}
	if i := strings.LastIndexAny(a.Text[:at.Begin], ".\n"); i >= 0 {
		sentence.Begin = i + 1
	}
	if i := strings.IndexAny(a.Text[at.End:], ".\n"); i >= 0 {
		sentence.End = at.End + i + 1
	}
	c.Evidence = []graph.Evidence{{Article: a.ID, Span: at, Sentence: sentence, Confidence: confidence, Extractor: "hand"}}
	return c
}
