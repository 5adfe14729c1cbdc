package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"skein/graph"
	"skein/graph/file"
	"skein/graph/snapshot"
	"skein/graph/store"
	"skein/importer/batch"
)

// divide takes the exported graphs, files that end in .json, from among the paths.
func divide(paths []string) (graphs, rest []string) {
	for _, p := range paths {
		info, err := os.Stat(p)
		if strings.EqualFold(filepath.Ext(p), ".json") && (err != nil || !info.IsDir()) {
			graphs = append(graphs, p)
		} else {
			rest = append(rest, p)
		}
	}
	return graphs, rest
}

// importGraph imports an exported graph, whole or not at all. The error says that nothing more can be imported; what is
// wrong with this file is in the outcome.
func importGraph(ctx context.Context, s *store.Store, path string) (batch.Outcome, error) {
	if err := ctx.Err(); err != nil {
		return batch.Outcome{Path: path, Status: batch.Cancelled}, err
	}
	before := snapshot.Build(s.Facts())
	change, err := file.ReadFile(path)
	if err == nil {
		if change, err = s.Apply(change); err != nil {
			err = fmt.Errorf("%s: %w", path, err)
		}
	}
	if err != nil {
		return batch.Outcome{Path: path, Status: batch.Failed, Err: err}, nil
	}
	return tally(path, before, change), nil
}

// tally counts what a graph file brought.
func tally(path string, before *snapshot.Snapshot, did graph.Change) batch.Outcome {
	o := batch.Outcome{Path: path, Status: batch.Known}
	if !did.Empty() {
		o.Status = batch.New
	}
	counted := map[graph.ID]bool{}
	for _, d := range did.Deltas {
		if d.Op != graph.Add {
			continue
		}
		var id graph.ID
		var fresh, old *int
		switch f := d.Fact.(type) {
		case graph.Sighting:
			id, fresh, old = f.Entity, &o.NewEntities, &o.KnownEntities
		case graph.Claim:
			id, fresh, old = f.ID, &o.NewClaims, &o.ConfirmedClaims
		}
		switch {
		case id == "" || counted[id]:
		case known(before, id):
			*old++
		default:
			*fresh++
		}
		counted[id] = true
	}
	return o
}
