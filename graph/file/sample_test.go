package file

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"skein/graph"
	"skein/graph/schema"
	"skein/graph/snapshot"
)

func ent(key string) graph.ID { return graph.NewID(graph.EntityPrefix, key) }

func article(title, outlet, published, text string) graph.Article {
	a := graph.Article{Title: title, Outlet: outlet, URL: "https://example.org/" + outlet, Published: published, Language: "en", Text: text}
	a.Identify()
	return a
}

// span finds words in an article.
func span(a graph.Article, words string) graph.Span {
	i := strings.Index(a.Text, words)
	if i < 0 {
		panic("not in the text: " + words)
	}
	return graph.Span{Begin: i, End: i + len(words)}
}

func sighting(a graph.Article, key, name string, typ graph.Type, words ...string) graph.Sighting {
	s := graph.Sighting{Entity: ent(key), Article: a.ID, Name: name, Type: typ, Key: key}
	for _, w := range words {
		s.Mentions = append(s.Mentions, span(a, w))
		if w != name {
			s.Aliases = append(s.Aliases, w)
		}
	}
	return s
}

func claim(a graph.Article, c graph.Claim, words string, confidence float64) graph.Claim {
	if c.Modality == "" {
		c.Modality = graph.Asserted
	}
	c.Identify()
	c.Evidence = []graph.Evidence{{Article: a.ID, Span: span(a, words), Sentence: graph.Span{Begin: 0, End: len(a.Text)}, Confidence: confidence, Extractor: "test/rule"}}
	return c
}

// sample is a small graph with everything in it: letters of several bytes, a merge, verdicts, a value, a speaker, a
// dispute, an article that is gone.
func sample() []graph.Fact {
	a := article("Café talks", "Post", "2023-07-20", "Col. Zoë Şahin of the 4th Čapek Brigade met “elders” in Kerrin on July 19 — quietly.")
	b := article("Denial", "Wire <&>", "2023-07-21", "Zoe Sahin did not meet elders in Kerrin, the brigade said.")
	gone := article("Gone", "", "", "Kerrin is a town.")
	met := graph.Claim{Subject: ent("met"), Predicate: schema.Agent, Object: ent("person/zoe")}
	leads := graph.Claim{Subject: ent("person/zoë"), Predicate: schema.Leads, Object: ent("unit/4")}
	leadsToo := graph.Claim{Subject: ent("person/zoe"), Predicate: schema.Leads, Object: ent("unit/4")}
	denied := met
	denied.Modality, denied.SaidBy = graph.Denied, ent("unit/4")
	unit := sighting(a, "unit/4", "4th Čapek Brigade", schema.Unit, "4th Čapek Brigade")
	unit.Attributes = []graph.Attribute{{Name: "country", Value: "CZ"}, {Name: "echelon", Value: "brigade"}, {Name: "echelon", Value: "regiment"}}
	wrong := claim(a, graph.Claim{Subject: ent("unit/4"), Predicate: schema.LocatedIn, Object: ent("city/kerrin")}, "in Kerrin", 0.3)
	lost := claim(gone, graph.Claim{Subject: ent("city/kerrin"), Predicate: schema.LocatedIn, Object: ent("country/XX")}, "Kerrin is", 0.8)
	return []graph.Fact{
		a, b, unit,
		sighting(a, "person/zoë", "Zoë Şahin", schema.Person, "Zoë Şahin"), sighting(b, "person/zoe", "Zoe Sahin", schema.Person, "Zoe Sahin"),
		sighting(a, "city/kerrin", "Kerrin", schema.City, "Kerrin"), sighting(b, "city/kerrin", "Kerrin", schema.City, "Kerrin"),
		sighting(a, "met", "meeting in Kerrin", "consult", "met"), sighting(b, "unit/4", "brigade", schema.Unit, "brigade"),
		claim(a, met, "met", 0.7), claim(b, denied, "did not meet", 0.9), claim(a, leads, "Zoë Şahin of the 4th Čapek Brigade", 0.55), claim(b, leadsToo, "brigade", 0.2),
		claim(a, graph.Claim{Subject: ent("met"), Predicate: schema.Time, Value: "2023-07-19"}, "July 19", 0.9),
		claim(a, graph.Claim{Subject: ent("met"), Predicate: schema.AtPlace, Object: ent("city/kerrin")}, "in Kerrin", 0.9),
		claim(b, graph.Claim{Subject: ent("met"), Predicate: schema.AtPlace, Object: ent("city/kerrin")}, "in Kerrin", 0.8),
		wrong, lost, claim(a, graph.Claim{Subject: ent("unit/4"), Predicate: schema.AlliedWith, Object: ent("unit/4")}, "“elders”", 0.1),
		graph.Judgement{Decision: graph.Merge, Target: ent("person/zoë"), Other: ent("person/zoe")},
		graph.Judgement{Decision: graph.Reject, Target: wrong.ID},
		graph.Judgement{Decision: graph.Accept, Target: ent("unit/4")},
		graph.Judgement{Decision: graph.Rename, Target: ent("city/kerrin"), Value: "Kerrin Town"},
		graph.Judgement{Decision: graph.Split, Target: ent("city/kerrin"), Other: ent("country/XX")},
		graph.Judgement{Decision: graph.Reject, Target: graph.NewID('c', "what was once said")},
	}
}

func places() map[graph.ID]graph.Placement {
	at := map[graph.ID]graph.Placement{}
	for i, key := range []string{"person/zoe", "person/zoë", "city/kerrin", "nowhere"} {
		at[ent(key)] = graph.Placement{Entity: ent(key), X: float64(i) * 10.25, Y: -0.1, Pinned: i == 1, Hidden: i == 2}
	}
	return at
}

// random makes facts about few things in texts of many alphabets.
func random(r *rand.Rand) []graph.Fact {
	words := strings.Fields("Kerrin Čapek 4th бригада met 会談 in on “July” 19 — Zoë \u00a0 \U0001F681 a\u0301 quietly")
	at := map[string]bool{}
	var facts []graph.Fact
	add := func(f graph.Fact) {
		if !at[f.Slot()] {
			at[f.Slot()] = true
			facts = append(facts, f)
		}
	}
	for n := range 1 + r.IntN(5) {
		var text []string
		for range r.IntN(200) {
			text = append(text, words[r.IntN(len(words))])
		}
		a := article(fmt.Sprint("Title ", n), words[r.IntN(3)], "2023", strings.Join(text, " "))
		if r.IntN(5) > 0 {
			add(a)
		}
		var starts []int // of code points, and the end
		for i := range a.Text {
			starts = append(starts, i)
		}
		starts = append(starts, len(a.Text))
		anywhere := func() graph.Span {
			b := r.IntN(len(starts))
			return graph.Span{Begin: starts[b], End: starts[b+r.IntN(len(starts)-b)]}
		}
		for range r.IntN(6) {
			s := sighting(a, fmt.Sprint(r.IntN(8)), words[r.IntN(len(words))], schema.Types()[r.IntN(20)].Type)
			s.Mentions = []graph.Span{anywhere(), anywhere()}
			add(s)
		}
		for range r.IntN(8) {
			c := graph.Claim{Subject: ent(fmt.Sprint(r.IntN(8))), Predicate: schema.Leads, Object: ent(fmt.Sprint(r.IntN(8))), Modality: graph.Modalities()[r.IntN(5)]}
			if r.IntN(3) == 0 {
				c.SaidBy = ent(fmt.Sprint(r.IntN(10)))
			}
			if r.IntN(4) == 0 {
				c.Object, c.Value = "", "2023~"
			}
			c.Identify()
			c.Evidence = []graph.Evidence{{Article: a.ID, Span: anywhere(), Sentence: anywhere(), Confidence: r.Float64(), Extractor: "x"}}
			add(c)
		}
	}
	for range r.IntN(6) {
		d := []graph.Decision{graph.Merge, graph.Merge, graph.Split, graph.Reject, graph.Accept, graph.Rename, graph.Retype}[r.IntN(7)]
		j := graph.Judgement{Decision: d, Target: ent(fmt.Sprint(r.IntN(8)))}
		switch d {
		case graph.Merge, graph.Split:
			j.Other = ent(fmt.Sprint(r.IntN(8)))
		case graph.Rename:
			j.Value = "Renamed"
		case graph.Retype:
			j.Value = "city"
		}
		add(j)
	}
	return facts
}

func export(t testing.TB, s *snapshot.Snapshot, v *snapshot.View, at map[graph.ID]graph.Placement) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteNodeLink(&b, s, v, at); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// reread is the graph a file gives back.
func reread(t testing.TB, data []byte) (*snapshot.Snapshot, map[graph.ID]graph.Placement, []graph.Fact) {
	t.Helper()
	c, err := Read(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%v in\n%s", err, data)
	}
	at := map[graph.ID]graph.Placement{}
	var facts []graph.Fact
	for _, d := range c.Deltas {
		if facts = append(facts, d.Fact); d.Op != graph.Add {
			t.Fatal("reading takes something away")
		}
		if p, ok := d.Fact.(graph.Placement); ok {
			at[p.Entity] = p
		}
	}
	return snapshot.Build(slices.Values(facts)), at, facts
}
