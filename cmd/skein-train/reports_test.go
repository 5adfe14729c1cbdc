package main

import (
	"path/filepath"
	"testing"

	"skein/importer/eval/re3d"
)

// TestReports checks that our own annotated reports can be read and that they hold every type, none of them hardly ever.
func TestReports(t *testing.T) {
	var docs []re3d.Document
	paths, err := filepath.Glob("reports/*.marked")
	if err != nil || len(paths) == 0 {
		t.Fatal("no reports: ", err)
	}
	for _, path := range paths {
		found, err := re3d.LoadMarked(path)
		if err != nil {
			t.Fatal(err)
		}
		docs = append(docs, found...)
	}
	count := map[string]int{}
	for _, d := range docs {
		for _, e := range d.Entities {
			count[e.Type]++
		}
		for _, r := range d.Relations {
			count[r.Type]++
		}
		if len(d.Entities) < 10 || len(d.Relations) < 5 {
			t.Errorf("%s (%s) holds %d entities and %d relations", d.ID, d.Title, len(d.Entities), len(d.Relations))
		}
	}
	if len(count) != 12+11 {
		t.Errorf("%d types of entities and relations, want %d: %v", len(count), 12+11, count)
	}
}
