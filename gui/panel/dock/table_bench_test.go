package dock

import (
	"fmt"
	"testing"

	"skein/graph"
	"skein/graph/schema"
	"skein/gui/model"
)

// crowd is a graph of n persons, each in a claim.
func crowd(n int) []graph.Fact {
	a := graph.Article{Title: "A register", Text: "Everybody is from Esteria."}
	a.Identify()
	facts := []graph.Fact{a, graph.Sighting{Entity: id("Esteria"), Article: a.ID, Name: "Esteria", Type: schema.Country, Key: "Esteria"}}
	for i := range n {
		name := fmt.Sprintf("Person %d of Esteria", (i*7919)%n)
		facts = append(facts, graph.Sighting{Entity: id(name), Article: a.ID, Name: name, Type: schema.Person, Key: name})
		c := graph.Claim{Subject: id(name), Predicate: schema.NationalOf, Object: id("Esteria"), Modality: graph.Asserted}
		c.Identify()
		c.Evidence = []graph.Evidence{{Article: a.ID, Span: graph.Span{Begin: 0, End: 9}, Sentence: graph.Span{Begin: 0, End: len(a.Text)}, Confidence: 0.8, Extractor: "test"}}
		facts = append(facts, c)
	}
	return facts
}

// BenchmarkSortTable sorts 100,000 rows by name and by number, as a click on a head does.
func BenchmarkSortTable(b *testing.B) {
	s := window(crowd(100_000))
	s.Tab = model.TableTab
	w, _ := shown(b, s, 1400, 300)
	for _, column := range []int{0, 2} {
		b.Run(s.Table.Columns()[column].Label, func(b *testing.B) {
			for b.Loop() {
				w.play(model.SortTable{Column: column})
			}
		})
	}
}
