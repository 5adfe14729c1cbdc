package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"skein/importer/eval"
)

// TestFresh makes sure that the annotations of our own articles fit their texts: each stands beside its text, quotes what the
// text says, and speaks of entities that it has.
func TestFresh(t *testing.T) {
	for _, set := range []struct {
		name     string
		articles int
	}{{"fresh", 8}, {"second", 6}, {"third", 8}} {
		t.Run(set.name, func(t *testing.T) { testAnnotations(t, filepath.Join("testdata", set.name), set.articles) })
	}
}

func testAnnotations(t *testing.T, dir string, articles int) {
	gold, err := eval.Load(filepath.Join(dir, "articles"))
	if err != nil {
		t.Fatal(err)
	}
	if len(gold) != articles {
		t.Errorf("%d articles, want %d", len(gold), articles)
	}
	for _, g := range gold {
		text, err := os.ReadFile(filepath.Join(dir, "texts", g.ID+".txt"))
		if err != nil || strings.TrimSuffix(string(text), "\n") != g.Text {
			t.Errorf("%s: not the text of the annotation (%v)", g.ID, err)
		}
		entities := map[string]bool{}
		for _, e := range g.Entities {
			entities[e.ID] = true
		}
		check := func(quotes []string, ids ...[]string) {
			for _, q := range quotes {
				if q == "" || !strings.Contains(g.Text, q) {
					t.Errorf("%s: %q is not in the text", g.ID, q)
				}
			}
			for _, list := range ids {
				for _, id := range list {
					if !entities[id] {
						t.Errorf("%s: no entity %q for %q", g.ID, id, quotes[0])
					}
				}
			}
		}
		for _, c := range g.Claims {
			check([]string{c.Quote}, []string{c.S, c.O}, c.SAlt, c.OAlt)
		}
		for _, v := range g.Events {
			check(append([]string{v.Quote}, v.AlsoQuotes...), v.Agent, v.Target, v.Place, v.Instrument)
			if !strings.Contains(strings.ToLower(v.Quote), strings.ToLower(v.Trigger)) {
				t.Errorf("%s: %q is not in %q", g.ID, v.Trigger, v.Quote)
			}
			for _, of := range v.RoleAlt {
				for id, alt := range of {
					check([]string{v.Quote}, []string{id}, alt)
				}
			}
		}
		for _, s := range g.Statements {
			check([]string{s.Quote}, []string{s.Speaker}, s.SpeakerAlt)
		}
	}
}
