// Package store keeps a graph's facts in one file: as quads in Cayley, on bbolt, through the adapter in
// graph/store/bboltkv. No other package knows of quads.
//
// # Facts and quads
//
// Every fact is one quad whose object is the fact's record, a line of text that says all of it (record.go). Only these
// quads are read back, so a fact is what its record says and nothing else can be lost or made up. Beside it, a fact gives
// rise to the quads by which Cayley's own languages can walk the graph:
//
//	subject    predicate         object        label
//	article    skein:article     record
//	article    skein:title       "text"                    also skein:outlet, skein:published
//	entity     skein:sighting    record        article
//	entity     skein:in          article       article
//	entity     skein:name        "text"        article     also skein:alias, skein:type
//	subject    predicate         object        claim       the claim itself; a value is "text"
//	claim      skein:evidence    record        article     one for each piece of evidence
//	claim      skein:modality    "text"                    unless it is asserted
//	claim      skein:said_by     entity                    when someone other than the article says so
//	target     skein:judgement   record                    and skein:verdict "accept" or "reject",
//	                                                       skein:merge, skein:split to an entity, skein:rename, skein:retype "text"
//	entity     skein:placement   record
//	skein:graph skein:setting    record
//	skein:graph skein:version    "1"
//
// A claim's own quad carries the claim's id as label, and the claim's evidence hangs on that id; the quads of a sighting
// carry the article that says so. The quads of a claim are shared by all its evidence: they come with the first piece and
// go with the last. An article of a page makes about 250 quads.
//
// # Reading
//
// Opening reads Cayley's log once, from front to back, and takes the records from it; no value but a record is decoded.
// From then on what is there is answered from memory, by slot. Two facts are the same when their records are.
//
// # Writing
//
// A change is first played through in memory, delta by delta; what is left of it per slot, the old fact away and the new
// one there, is what it did ([Store.Apply]). From that follow the quads to add and those to remove. Cayley 0.7.7 loses
// subjects when both are in one transaction, and believes failed ones to be written; so additions go first, removals
// after, each quad in one of them only, through a Cayley store made for this change, all in one bbolt commit. Memory
// follows when the commit has succeeded. A quad is never added twice: Cayley would leak a reference.
//
// # Files
//
// A file is looked over before bbolt may trust it (bboltkv.Check): a foreign, truncated or damaged one is refused with
// [graph.ErrNotGraph] and left as it is; one of a later version with [ErrNewer]; one that another process has open with
// [graph.ErrBusy].
package store

import (
	"errors"
	"fmt"
	"iter"
	"maps"
	"os"
	"slices"
	"sync"

	"skein/graph"
)

// ErrNewer says that a graph was made by a later version of Skein, which may keep facts this one does not know.
var ErrNewer = errors.New("the graph was made by a newer version of Skein")

// Store is a graph's facts. It is safe for concurrent use.
type Store struct {
	mu    sync.Mutex
	facts map[string]graph.Fact // by slot
	said  map[saying]int        // how many facts are evidence for it
	order []graph.Fact          // the facts sorted by slot; nil after a change
	disk  *disk                 // nil when the facts are in memory only
	shut  bool
}

// Memory returns an empty store that keeps nothing on disk.
func Memory() *Store {
	return &Store{facts: map[string]graph.Fact{}, said: map[saying]int{}}
}

// Open opens the graph in the file at path. A file that is not there, or empty, becomes an empty graph; folders are made
// as needed. The error is, by errors.Is, graph.ErrBusy when another process has the file open and has not closed it
// within a second, graph.ErrNotGraph when the file holds something else or is damaged, ErrNewer when a later version made
// it, or the operating system's; its text names the file. A file that is refused is left untouched.
func Open(path string) (*Store, error) {
	s := Memory()
	d, err := openDisk(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	if err := d.load(func(f graph.Fact) { s.put(f.Slot(), f) }); err != nil {
		d.close()
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	s.disk = d
	return s, nil
}

// Facts returns all facts, sorted by slot: those that are there at the time of the call, whatever is changed while they
// are walked.
func (s *Store) Facts() iter.Seq[graph.Fact] {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Values(s.sorted())
}

// sorted returns the facts sorted by slot. The slice is never changed.
func (s *Store) sorted() []graph.Fact {
	if s.order == nil {
		s.order = make([]graph.Fact, 0, len(s.facts))
		for _, slot := range slices.Sorted(maps.Keys(s.facts)) {
			s.order = append(s.order, s.facts[slot])
		}
	}
	return s.order
}

// Close closes the file. Afterwards the facts can still be read, but not changed. Closing twice is harmless.
func (s *Store) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.shut {
		return nil
	}
	s.shut = true
	if s.disk == nil {
		return nil
	}
	if err := s.disk.close(); err != nil {
		return fmt.Errorf("%s: %w", s.disk.path, err)
	}
	return nil
}

// put sets a fact in memory.
func (s *Store) put(slot string, f graph.Fact) {
	s.drop(slot)
	s.facts[slot] = f
	if c, ok := f.(graph.Claim); ok {
		s.said[sayingOf(c)]++
	}
	s.order = nil
}

// drop empties a slot in memory.
func (s *Store) drop(slot string) {
	f, there := s.facts[slot]
	if !there {
		return
	}
	delete(s.facts, slot)
	if c, ok := f.(graph.Claim); ok {
		key := sayingOf(c)
		if s.said[key]--; s.said[key] == 0 {
			delete(s.said, key)
		}
	}
	s.order = nil
}

// closed is the error of a change after Close.
func closed() error { return fmt.Errorf("the graph: %w", os.ErrClosed) }
