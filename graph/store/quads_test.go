package store

import (
	"context"
	"slices"
	"testing"

	cayleykv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	"github.com/hidal-go/hidalgo/kv"

	"skein/graph"
)

// checkQuads compares the quads in Cayley, found by walking it, with those of the facts.
func checkQuads(t testing.TB, s *Store) {
	t.Helper()
	if s.disk == nil {
		return
	}
	want := map[quad.Quad]bool{versionQuad(version): true}
	for f := range s.Facts() {
		qs, err := quadsOf(f)
		if err != nil {
			t.Fatal(err)
		}
		if c, ok := f.(graph.Claim); ok {
			qs = append(qs, sayingOf(c).quads()...)
		}
		for _, q := range qs {
			want[q] = true
		}
	}
	got := walk(t, s, nil, 0)
	for _, q := range got {
		if !want[q] {
			t.Errorf("Cayley has %v", q)
		}
		delete(want, q)
	}
	for q := range want {
		t.Errorf("Cayley lacks %v", q)
	}
	if t.Failed() {
		t.FailNow()
	}
}

// walk returns the quads in Cayley with the value in the direction; all of them for a nil value.
func walk(t testing.TB, s *Store, v quad.Value, d quad.Direction) (quads []quad.Quad) {
	t.Helper()
	err := s.disk.db.View(func(db kv.KV) error {
		qs, err := cayleykv.New(db, options())
		if err != nil {
			return err
		}
		it := qs.QuadsAllIterator()
		if v != nil {
			it = qs.QuadIterator(d, qs.ValueOf(v))
		}
		defer it.Close()
		for it.Next(context.Background()) {
			quads = append(quads, qs.Quad(it.Result()))
		}
		return it.Err()
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(quads, func(a, b quad.Quad) int {
		if a.NQuad() < b.NQuad() {
			return -1
		}
		return 1
	})
	return quads
}

// size returns how many quads Cayley says it has.
func size(t testing.TB, s *Store) (n int) {
	t.Helper()
	err := s.disk.db.View(func(db kv.KV) error {
		qs, err := cayleykv.New(db, options())
		if err != nil {
			return err
		}
		stats, err := qs.Stats(context.Background(), false)
		n = int(stats.Quads.Size)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}
