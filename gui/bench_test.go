package gui

import (
	"fmt"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"skein/graph"
	"skein/graph/schema"
	"skein/graph/store"
	"skein/gui/model"
)

// BenchmarkSelect is what a click costs on the toolkit's goroutine: message, update, scene and all panels, on a canvas of
// 500 entities with 1,500 claims. The hub has every third of them.
func BenchmarkSelect(b *testing.B) {
	path := filepath.Join(b.TempDir(), "many.skein")
	s, err := store.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	a := graph.Article{Title: "Many", Published: "2024-03-02", Language: "en", Text: "Everybody met everybody."}
	a.Identify()
	facts := []graph.Fact{a}
	var ids []graph.ID
	for i := range 500 {
		key := fmt.Sprint("person/", i)
		id := graph.NewID(graph.EntityPrefix, key)
		ids = append(ids, id)
		facts = append(facts, graph.Sighting{Article: a.ID, Entity: id, Key: key, Name: fmt.Sprint("Person ", i), Type: schema.Person},
			graph.Placement{Entity: id, X: float64(i%25) * 120, Y: float64(i/25) * 90})
	}
	for i := range 1500 {
		from, to := ids[i%500], ids[(i*7+i/500+1)%500]
		if i%3 == 0 {
			from = ids[0]
		}
		c := graph.Claim{Subject: from, Predicate: schema.AlliedWith, Object: to, Modality: graph.Asserted,
			Evidence: []graph.Evidence{{Article: a.ID, Span: graph.Span{End: 9}, Sentence: graph.Span{End: 24}, Confidence: 0.8, Extractor: "hand"}}}
		c.Identify()
		facts = append(facts, c)
	}
	if _, err := s.Apply(graph.Added("by hand", facts...)); err != nil {
		b.Fatal(err)
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	app := test.NewTempApp(b)
	r := newRunner(nil)
	state, err := r.open(path)
	if err != nil {
		b.Fatal(err)
	}
	win := test.NewTempWindow(b, nil)
	w := newWindow(app, win, r, state, func(func()) {})
	win.Resize(fyne.NewSize(1400, 900))
	for _, c := range []struct {
		name string
		ids  []graph.ID
	}{{"leaf", ids[1:]}, {"hub", ids[:1]}} {
		b.Run(c.name, func(b *testing.B) {
			for i := 0; b.Loop(); i++ {
				w.send(model.Select{Entities: c.ids[i%len(c.ids):][:1]})
				w.send(model.Select{})
			}
		})
	}
	if err := r.close(); err != nil {
		b.Fatal(err)
	}
}
