package store

import (
	"bytes"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	cayleykv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	"github.com/hidal-go/hidalgo/kv"
	"go.etcd.io/bbolt"

	"skein/graph"
	"skein/graph/store/bboltkv"
)

// graphFile returns the bytes of a graph of n articles, and its facts.
func graphFile(t testing.TB, n int) ([]byte, []graph.Fact) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "graph.skein")
	s := open(t, path)
	for i := range n {
		apply(t, s, graph.Added("import", longArticle(i)...))
	}
	fs := facts(s)
	s.Close()
	data := bytes.TrimRight(read(t, path), "\x00") // bbolt lets the file grow ahead
	page := os.Getpagesize()
	return append(data, make([]byte, page-len(data)%page)...), fs
}

func read(t testing.TB, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func write(t testing.TB, path string, data []byte) {
	t.Helper()
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
}

// refused opens a file that must be refused with ErrNotGraph, in one line that names it, and be left as it is.
func refused(t *testing.T, path string) {
	t.Helper()
	before := read(t, path)
	s, err := Open(path)
	if err == nil {
		s.Close()
		t.Fatal("was opened")
	}
	if !errors.Is(err, graph.ErrNotGraph) || !strings.Contains(err.Error(), path) || strings.Contains(err.Error(), "\n") {
		t.Errorf("error: %v", err)
	}
	if !bytes.Equal(read(t, path), before) {
		t.Error("the file was changed")
	}
}

func TestForeignFiles(t *testing.T) {
	noise := make([]byte, 70_000)
	r := rand.New(rand.NewPCG(1, 2))
	for i := range noise {
		noise[i] = byte(r.Uint32())
	}
	for name, data := range map[string][]byte{
		"one byte":       {'x'},
		"a short text":   []byte("Talks resume.\n"),
		"a page of text": bytes.Repeat([]byte("Talks resume in the old harbour.\n"), 500),
		"zeros":          make([]byte, 1<<16),
		"noise":          noise,
		"a zip":          append([]byte("PK\x03\x04"), noise...),
		"SQLite":         append([]byte("SQLite format 3\x00"), noise...),
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "graph.skein")
			write(t, path, data)
			refused(t, path)
		})
	}
}

// TestFilesOfOtherPrograms has files in bbolt's and in Cayley's own format that are no graphs of ours.
func TestFilesOfOtherPrograms(t *testing.T) {
	t.Run("bbolt", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "other.db")
		db, err := bbolt.Open(path, 0o600, nil)
		if err != nil {
			t.Fatal(err)
		}
		err = db.Update(func(tx *bbolt.Tx) error {
			b, err := tx.CreateBucket([]byte("photos"))
			if err != nil {
				return err
			}
			return b.Put([]byte("k"), []byte("v"))
		})
		if err = errors.Join(err, db.Close()); err != nil {
			t.Fatal(err)
		}
		refused(t, path)
	})
	t.Run("Cayley", func(t *testing.T) {
		path := filepath.Join(t.TempDir(), "other.cayley")
		db, err := bboltkv.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		err = db.Update(func(db kv.KV) error {
			if err := cayleykv.Init(db, options()); err != nil {
				return err
			}
			return writeQuads(db, []quad.Quad{quad.MakeIRI("a", "b", "c", "")}, nil)
		})
		if err = errors.Join(err, db.Close()); err != nil {
			t.Fatal(err)
		}
		refused(t, path)
	})
}

func TestNewerVersion(t *testing.T) {
	path := filepath.Join(t.TempDir(), "graph.skein")
	s := open(t, path)
	apply(t, s, graph.Added("import", article("Talks resume")...))
	if err := s.disk.write([]quad.Quad{versionQuad(version + 1)}, []quad.Quad{versionQuad(version)}); err != nil {
		t.Fatal(err)
	}
	s.Close()
	before := read(t, path)
	_, err := Open(path)
	if !errors.Is(err, ErrNewer) || errors.Is(err, graph.ErrNotGraph) || !strings.Contains(err.Error(), path) {
		t.Errorf("error: %v", err)
	}
	if !bytes.Equal(read(t, path), before) {
		t.Error("the file was changed")
	}
}

// TestTruncated cuts a graph at every page and at odd places. One that is cut where only free pages were may open.
func TestTruncated(t *testing.T) {
	data, want := graphFile(t, 3)
	page := os.Getpagesize()
	var sizes []int
	for at := 1; at < len(data); at += 1 + len(data)/200 {
		sizes = append(sizes, at, at/page*page, at/page*page+16)
	}
	path := filepath.Join(t.TempDir(), "graph.skein")
	for _, size := range sizes {
		if size == 0 {
			continue
		}
		write(t, path, data[:size])
		if s, err := Open(path); err == nil {
			same(t, fmt.Sprintf("facts of the first %d of %d bytes", size, len(data)), facts(s), want)
			s.Close()
			continue
		}
		refused(t, path)
	}
}

// TestFlippedBytes damages bytes all over a graph, those that hold its structure more often than others. The graph is
// refused or opens; if it opens, no fact is another than before, and it can be written to or says why not.
func TestFlippedBytes(t *testing.T) {
	data, facts := graphFile(t, 12)
	before := map[string]graph.Fact{}
	for _, f := range facts {
		before[f.Slot()] = f
	}
	r := rand.New(rand.NewPCG(4, 4))
	page := os.Getpagesize()
	path := filepath.Join(t.TempDir(), "graph.skein")
	opened, refused := 0, 0
	for range 250 {
		bad := bytes.Clone(data)
		for range 1 + r.IntN(3) {
			at := r.IntN(len(data) - page)
			if r.IntN(2) == 0 {
				at = at/page*page + r.IntN(64) // the header and the first elements
			}
			bad[at] ^= 1 << r.IntN(8)
		}
		write(t, path, bad)
		s, err := Open(path)
		if err != nil {
			refused++
			if !errors.Is(err, graph.ErrNotGraph) && !errors.Is(err, ErrNewer) {
				t.Errorf("error: %v", err)
			}
			continue
		}
		opened++
		for f := range s.Facts() {
			if !equal(f, before[f.Slot()]) {
				t.Errorf("a fact became %#v", f)
			}
		}
		s.Apply(graph.Added("import", article("Talks resume")...))
		s.Apply(graph.Change{Deltas: []graph.Delta{{Op: graph.Remove, Fact: facts[r.IntN(len(facts))]}}})
		s.Close()
	}
	if opened == 0 || refused == 0 {
		t.Errorf("%d opened, %d refused", opened, refused)
	}
	t.Logf("%d opened, %d refused", opened, refused)
}

func TestNoFile(t *testing.T) {
	dir := t.TempDir()
	if _, err := Open(dir); !errors.Is(err, graph.ErrNotGraph) || !strings.Contains(err.Error(), dir) {
		t.Errorf("a folder: %v", err)
	}
	path := filepath.Join(dir, "file")
	write(t, path, []byte("x"))
	if _, err := Open(filepath.Join(path, "graph.skein")); err == nil || !strings.Contains(err.Error(), path) {
		t.Errorf("a folder that is a file: %v", err)
	}
}

func TestEmptyFileAndMissingFolders(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "graph.skein")
	write(t, path, nil)
	apply(t, open(t, path), graph.Added("import", article("Talks resume")...))
	deep := filepath.Join(dir, "a", "b", "graph.skein")
	apply(t, open(t, deep), graph.Added("import", article("Talks resume")...))
}

// FuzzOpen opens whatever it is given, beginning with a real graph.
func FuzzOpen(f *testing.F) {
	data, _ := graphFile(f, 1)
	f.Add(data, uint32(70), byte(3))
	f.Fuzz(func(t *testing.T, data []byte, at uint32, with byte) {
		if len(data) == 0 {
			return
		}
		data = bytes.Clone(data)
		data[int(at)%len(data)] ^= with
		path := filepath.Join(t.TempDir(), "graph.skein")
		write(t, path, data)
		if s, err := Open(path); err == nil {
			s.Apply(graph.Added("import", article("Talks resume")...))
			s.Close()
		}
	})
}
