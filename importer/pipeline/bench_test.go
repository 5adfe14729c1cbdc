package pipeline

import (
	"slices"
	"strings"
	"testing"

	"skein/importer"
	"skein/importer/source"
)

// samples are the articles that come with the project.
const samples = "../../assets/samples"

// articles are the sample articles.
func articles(t testing.TB) []importer.Document {
	t.Helper()
	files, errs := source.Find([]string{samples})
	if len(errs) > 0 || len(files) == 0 {
		t.Fatal("no samples: ", errs)
	}
	var out []importer.Document
	for _, f := range files {
		d, err := source.Read(f.Path)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, d)
	}
	return out
}

// BenchmarkStages passes the sample articles through all stages, and through each stage by itself, in words a second.
func BenchmarkStages(b *testing.B) {
	docs := articles(b)
	words := 0
	for i := range docs {
		words += len(strings.Fields(docs[i].Text))
	}
	rate := func(b *testing.B) {
		b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
	}
	stages := Stages()
	if first := docs[0]; importer.Run(&first, stages) != nil { // reads what the stages know
		b.Fatal("the first article fails")
	}
	b.Run("all", func(b *testing.B) {
		for b.Loop() {
			for _, d := range docs {
				if err := importer.Run(&d, stages); err != nil {
					b.Fatal(err)
				}
			}
		}
		rate(b)
	})
	for _, s := range stages {
		if s.Only != nil && !s.Only(&docs[0]) {
			continue
		}
		once := func(d importer.Document) importer.Document {
			d.Mentions, d.Tokens = slices.Clone(d.Mentions), slices.Clone(d.Tokens)
			if err := s.Run(&d); err != nil {
				b.Fatal(err)
			}
			return d
		}
		b.Run(s.Name, func(b *testing.B) {
			for b.Loop() {
				for _, d := range docs {
					once(d)
				}
			}
			rate(b)
		})
		for i := range docs {
			docs[i] = once(docs[i])
		}
	}
}
