package main

import (
	"path/filepath"
	"testing"
)

// BenchmarkImport is an import end to end: files read, extracted, applied and on disk.
func BenchmarkImport(b *testing.B) {
	const articles = 200
	dir := generate(b, articles)
	for b.Loop() {
		done(b, "import", "--graph", filepath.Join(b.TempDir(), "g.skein"), dir)
	}
	b.ReportMetric(float64(articles*b.N)/b.Elapsed().Seconds(), "articles/s")
}

// BenchmarkExport writes the graph of the samples.
func BenchmarkExport(b *testing.B) {
	g := demo(b)
	for b.Loop() {
		done(b, "export", "--graph", g)
	}
}

// BenchmarkRender arranges and draws the graph of the samples, all of it.
func BenchmarkRender(b *testing.B) {
	g := demo(b)
	to := filepath.Join(b.TempDir(), "x.png")
	for b.Loop() {
		done(b, "render", "--graph", g, "--limit", "1000", "-o", to)
	}
}
