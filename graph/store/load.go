package store

import (
	"cmp"
	"context"
	"encoding/binary"
	"fmt"
	"slices"
	"strconv"

	cayley "github.com/cayleygraph/cayley/graph"
	cayleykv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	"github.com/hidal-go/hidalgo/kv"

	"skein/graph"
)

// version is the version of the quads written here. One that reads differently has a higher number.
const version = 1

func versionQuad(n int) quad.Quad {
	return quad.Quad{Subject: graphNode, Predicate: quad.IRI(versionPredicate), Object: quad.String(strconv.Itoa(n))}
}

// load gives every fact in the file to put.
func (d *disk) load(put func(graph.Fact)) error {
	err := d.guard(func() error {
		return d.db.View(func(db kv.KV) error {
			qs, err := cayleykv.New(db, options())
			if err != nil {
				return fmt.Errorf("%w: %w", graph.ErrNotGraph, err)
			}
			if err := checkVersion(qs); err != nil {
				return err
			}
			return loadRecords(db, qs, put)
		})
	})
	return plain(err)
}

// checkVersion refuses a graph without a version, or with a later one.
func checkVersion(qs cayley.QuadStore) error {
	subject, predicate := qs.ValueOf(graphNode), qs.ValueOf(quad.IRI(versionPredicate))
	if subject == nil || predicate == nil {
		return fmt.Errorf("%w: a Cayley graph of another program", graph.ErrNotGraph)
	}
	it := qs.QuadIterator(quad.Subject, subject)
	defer it.Close()
	for it.Next(context.Background()) {
		if qs.QuadDirection(it.Result(), quad.Predicate) != predicate {
			continue
		}
		text, _ := qs.NameOf(qs.QuadDirection(it.Result(), quad.Object)).(quad.String)
		n, err := strconv.Atoi(string(text))
		switch {
		case err != nil || n < 1:
			return fmt.Errorf("%w: its version is %q", graph.ErrNotGraph, text)
		case n > version:
			return fmt.Errorf("%w (its version is %d, this one knows %d)", ErrNewer, n, version)
		}
		return nil
	}
	return fmt.Errorf("%w: it has no version", graph.ErrNotGraph)
}

// loadRecords reads Cayley's log: values and quads by ascending number, each value before the quads that use it.
func loadRecords(db kv.KV, qs cayley.QuadStore, put func(graph.Fact)) error {
	kinds := map[uint64]predicate{}
	for _, p := range recordPredicates() {
		if id, ok := qs.ValueOf(quad.IRI(p)).(cayleykv.Int64Value); ok {
			kinds[uint64(id)] = p
		}
	}
	tx, err := db.Tx(false)
	if err != nil {
		return err
	}
	it := tx.Scan(kv.SKey("log", ""))
	defer it.Close()
	var nodes []node
	var quads, last uint64
	var p proto.Primitive
	for it.Next(context.Background()) {
		p = proto.Primitive{Value: p.Value[:0]}
		if err := p.Unmarshal(it.Val()); err != nil {
			return fmt.Errorf("%w: damaged: %w", graph.ErrNotGraph, err)
		}
		last = p.ID
		if p.IsNode() {
			nodes = append(nodes, node{p.ID, it.Val()})
			continue
		}
		if p.Deleted {
			continue
		}
		quads++
		kind, isRecord := kinds[p.Predicate]
		if !isRecord {
			continue
		}
		record, err := textOf(nodes, p.Object)
		if err != nil {
			return err
		}
		fact, err := decode(kind, record)
		if err != nil {
			return fmt.Errorf("%w: %w", graph.ErrNotGraph, err)
		}
		put(fact)
	}
	return checkCounts(tx, quads, last)
}

// checkCounts compares what the log holds with what Cayley counted: how many quads there are, and the highest number
// given to a value or quad. A number above it would be given again, to something else.
func checkCounts(tx kv.Tx, quads, last uint64) error {
	for _, c := range []struct {
		key  string
		fits func(n uint64) bool
	}{
		{"size", func(n uint64) bool { return n == quads }},
		{"horizon", func(n uint64) bool { return n >= last }},
	} {
		value, err := tx.Get(context.Background(), kv.SKey("meta", c.key))
		if err != nil || len(value) != 8 || !c.fits(binary.LittleEndian.Uint64(value)) {
			return fmt.Errorf("%w: damaged: its %s is not what its log says", graph.ErrNotGraph, c.key)
		}
	}
	return nil
}

// node is a value in Cayley's log, not yet decoded.
type node struct {
	id    uint64
	bytes []byte
}

// textOf returns the text of the node with the id.
func textOf(nodes []node, id uint64) (string, error) {
	i, found := slices.BinarySearchFunc(nodes, id, func(n node, id uint64) int { return cmp.Compare(n.id, id) })
	if !found {
		return "", fmt.Errorf("%w: damaged: value %d is missing", graph.ErrNotGraph, id)
	}
	var p proto.Primitive
	if err := p.Unmarshal(nodes[i].bytes); err != nil {
		return "", fmt.Errorf("%w: damaged: %w", graph.ErrNotGraph, err)
	}
	value, err := pquads.UnmarshalValue(p.Value)
	text, ok := value.(quad.String)
	if err != nil || !ok {
		return "", fmt.Errorf("%w: damaged: value %d is no record", graph.ErrNotGraph, id)
	}
	return string(text), nil
}
