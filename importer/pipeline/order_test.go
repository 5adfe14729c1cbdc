package pipeline

import (
	"cmp"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/goccy/go-json"

	"skein/graph"
	"skein/importer/batch"
	"skein/importer/source"
)

// recorder takes changes and notes them.
type recorder struct{ changes []graph.Change }

func (r *recorder) ApplyAll(changes []graph.Change) ([]graph.Change, error) {
	r.changes = append(r.changes, changes...)
	return changes, nil
}

// imported is what an import of the files adds to a graph, article by article, as bytes.
func imported(t *testing.T, paths []string, workers int) map[graph.ID]string {
	t.Helper()
	var r recorder
	report, err := batch.Import(context.Background(), &r, paths, batch.Options{Stages: Stages(), Workers: workers})
	if err != nil || report.Count(batch.New) != len(paths) {
		t.Fatalf("%d of %d files imported, error %v", report.Count(batch.New), len(paths), err)
	}
	out := map[graph.ID]string{}
	for _, c := range r.changes {
		data, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range c.Deltas {
			if a, ok := d.Fact.(graph.Article); ok {
				out[a.ID] = string(data)
			}
		}
	}
	return out
}

// written is a folder with articles put together from the sentences of the samples, so that names recur in many.
func written(t *testing.T, n int) []string {
	t.Helper()
	var sentences []string
	for _, d := range articles(t) {
		read, _ := run(t, d.Text)
		for _, s := range read.Sentences {
			sentences = append(sentences, s.In(read.Text))
		}
	}
	random := rand.New(rand.NewPCG(1, 2))
	dir := t.TempDir()
	var paths []string
	for i := range n {
		text := fmt.Sprintf("Report %d\n\n", i)
		for range 12 {
			text += sentences[random.IntN(len(sentences))] + "\n\n"
		}
		path := filepath.Join(dir, fmt.Sprintf("%02d.txt", i))
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return paths
}

// TestAnyOrder makes sure that the graph does not depend on the order of the files, nor on how many are read at once.
func TestAnyOrder(t *testing.T) {
	paths := written(t, 40)
	files, _ := source.Find([]string{samples})
	for _, f := range files {
		paths = append(paths, f.Path)
	}
	want := imported(t, paths, 1)
	if len(want) != len(paths) {
		t.Fatalf("%d articles of %d files", len(want), len(paths))
	}
	for _, workers := range []int{1, 8} {
		shuffled := slices.Clone(paths)
		rand.New(rand.NewPCG(3, uint64(workers))).Shuffle(len(shuffled), func(i, j int) { shuffled[i], shuffled[j] = shuffled[j], shuffled[i] })
		got := imported(t, shuffled, workers)
		ids := make([]graph.ID, 0, len(want))
		for id := range want {
			ids = append(ids, id)
		}
		slices.SortFunc(ids, func(a, b graph.ID) int { return cmp.Compare(a, b) })
		for _, id := range ids {
			if got[id] != want[id] {
				t.Fatalf("%d workers: article %s\n got %.400s\nwant %.400s", workers, id, got[id], want[id])
			}
		}
	}
}
