package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"

	cayley "github.com/cayleygraph/cayley/graph"
	cayleykv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	"github.com/goccy/go-json"
	"github.com/hidal-go/hidalgo/kv"
	"go.etcd.io/bbolt"

	"skein/graph"
	"skein/graph/store/bboltkv"
)

// disk is a graph's quads in a file.
type disk struct {
	path   string
	db     *bboltkv.DB
	broken error // set when bbolt panicked, which may have left its locks taken: nothing more is asked of it
}

// openDisk opens the file at path and makes it a graph if it is new.
func openDisk(path string) (*disk, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return nil, err
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist), err == nil && info.Mode().IsRegular() && info.Size() == 0:
		d, err := create(path)
		if err != nil && !errors.Is(err, graph.ErrBusy) {
			discard(path, info)
		}
		return d, err
	case err != nil:
		return nil, plain(err)
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%w: no file (%s)", graph.ErrNotGraph, info.Mode().Type())
	}
	d := &disk{path: path}
	if err := d.guard(func() error { return bboltkv.Check(path) }); err != nil {
		return nil, plain(err)
	}
	return d, d.open()
}

// create makes a new graph.
func create(path string) (*disk, error) {
	d := &disk{path: path}
	return d, d.open()
}

// discard takes back what a failed creation left, unless it is whole enough to be opened again.
func discard(path string, before fs.FileInfo) {
	const whole = 4 // pages, which bbolt begins a file with
	if info, err := os.Stat(path); err != nil || info.Size() >= whole*int64(os.Getpagesize()) {
		return
	}
	if before != nil {
		os.Truncate(path, 0)
	} else {
		os.Remove(path)
	}
}

// open opens the file, which is new or has been checked. What is there of a graph that a crash kept from being begun is
// an empty file to bbolt; it is begun again.
func (d *disk) open() error {
	err := d.guard(func() error {
		var err error
		if d.db, err = bboltkv.Open(d.path); err != nil {
			return err
		}
		empty, err := d.db.Empty()
		if err == nil && empty {
			err = d.db.Update(initialize)
		}
		return err
	})
	if err != nil {
		d.close()
	}
	return plain(err)
}

// close closes the file. A bbolt that panicked is left to the end of the process: closing waits for its locks.
func (d *disk) close() error {
	if d.db == nil || d.broken != nil {
		return nil
	}
	return d.db.Close()
}

// options are Cayley's: without its bloom filter, which takes 600 MB.
func options() cayley.Options { return cayley.Options{cayleykv.OptNoBloom: true} }

// indexes are the orders in which Cayley keeps the quads: by subject, by object and by label. All four directions are in
// each, so that no entry is a long list, which Cayley would read and write anew with every quad of a busy entity. None is
// Unique: Cayley 0.7.7 takes any quad to be in a unique index.
func indexes() []cayleykv.QuadIndex {
	return []cayleykv.QuadIndex{
		{Dirs: []quad.Direction{quad.Subject, quad.Predicate, quad.Object, quad.Label}},
		{Dirs: []quad.Direction{quad.Object, quad.Predicate, quad.Subject, quad.Label}},
		{Dirs: []quad.Direction{quad.Label, quad.Subject, quad.Predicate, quad.Object}},
	}
}

// initialize makes an empty file a graph.
func initialize(db kv.KV) error {
	if err := cayleykv.Init(db, options()); err != nil {
		return err
	}
	// Init takes its indexes from a variable of Cayley's package; what it keeps of them is this key.
	data, err := json.Marshal(indexes())
	if err != nil {
		return err
	}
	tx, err := db.Tx(true)
	if err != nil {
		return err
	}
	if err := tx.Put(kv.SKey("meta", "indexes"), data); err != nil {
		return err
	}
	return writeQuads(db, []quad.Quad{versionQuad(version)}, nil)
}

// write adds quads that are not there and removes quads that are, in one commit.
func (d *disk) write(add, remove []quad.Quad) error {
	return plain(d.guard(func() error {
		return d.db.Update(func(db kv.KV) error { return writeQuads(db, add, remove) })
	}))
}

// batch is how many quads Cayley is given at once: it makes tables of them in memory.
const batch = 50_000

func writeQuads(db kv.KV, add, remove []quad.Quad) error {
	qs, err := cayleykv.New(db, options())
	if err != nil {
		return err
	}
	if err := applyDeltas(qs, cayley.Add, add); err != nil {
		return err
	}
	return applyDeltas(qs, cayley.Delete, remove)
}

func applyDeltas(qs cayley.QuadStore, action cayley.Procedure, quads []quad.Quad) error {
	for len(quads) > 0 {
		n := min(len(quads), batch)
		deltas := make([]cayley.Delta, n)
		for i, q := range quads[:n] {
			deltas[i] = cayley.Delta{Quad: q, Action: action}
		}
		if err := qs.ApplyDeltas(deltas, cayley.IgnoreOpts{IgnoreDup: true, IgnoreMissing: true}); err != nil {
			return err
		}
		quads = quads[n:]
	}
	return nil
}

// guard calls f and makes an error of a panic: bbolt panics on damaged pages, and reading a mapped file that was cut
// short is a fault.
func (d *disk) guard(f func() error) (err error) {
	if d.broken != nil {
		return d.broken
	}
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if r := recover(); r != nil {
			d.broken = fmt.Errorf("%w: damaged: %v", graph.ErrNotGraph, r)
			err = d.broken
		}
	}()
	return f()
}

// plain turns errors of a file into those of package graph, and takes the path off those of the operating system: it is
// named already.
func plain(err error) error {
	var path *fs.PathError
	switch {
	case err == nil:
		return nil
	case errors.Is(err, bbolt.ErrTimeout):
		return graph.ErrBusy
	case errors.As(err, &path):
		return path.Err
	case errors.Is(err, bboltkv.ErrDamaged), errors.Is(err, cayley.ErrNotInitialized):
		return fmt.Errorf("%w: %w", graph.ErrNotGraph, err)
	}
	return err
}
