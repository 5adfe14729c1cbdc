// Package bboltkv lets Cayley 0.7.7 keep its quads in one go.etcd.io/bbolt file.
//
// Cayley's kv backend speaks to any database through hidalgo's [kv.KV]: keys of several parts, of which all but the last
// name nested buckets. Cayley's keys have two parts, so this adapter is two levels deep: the first part is a bbolt
// bucket, the second a key in it. Keys of one part are kept in the root, as hidalgo's own tests want them.
//
// # Folding
//
// Cayley spreads values and their reference counts over up to 131072 buckets named 'v' or 'n' and two bytes of a hash.
// As bbolt buckets, most with one or two entries, they cost more than what they hold. Here they are two buckets, "v" and
// "n", whose keys begin with those two bytes: the same order, nothing lost, three times the speed of loading in large
// batches. A bucket that is really called "v" or "n" would clash and is refused.
//
// # Several transactions in one
//
// Cayley commits every ApplyDeltas by itself, and 0.7.7 loses subjects when additions and removals share one. [DB.Update]
// gives a function a KV of its own whose transactions are all parts of one bbolt transaction: kept together when the
// function succeeds, gone without a trace when it does not. The Cayley store opened on that KV is thrown away with it,
// and so is the memory of values it believes to be written: a failed change poisons nothing.
package bboltkv

import (
	"context"
	"runtime"
	"strconv"
	"time"

	"github.com/hidal-go/hidalgo/kv"
	bolt "go.etcd.io/bbolt"
)

// lockTimeout is how long opening waits for another process to let go of the file.
const lockTimeout = time.Second

// DB is a [kv.KV] on one bbolt file.
type DB struct{ bolt *bolt.DB }

var _ kv.KV = (*DB)(nil)

// Open opens the file at path for reading and writing, and creates it when there is none. It waits at most a second for
// another process to close it, then returns bbolt's ErrTimeout. Every commit is synced to disk.
func Open(path string) (*DB, error) {
	db, err := bolt.Open(path, 0o600, &bolt.Options{
		Timeout:         lockTimeout,
		FreelistType:    bolt.FreelistArrayType,
		InitialMmapSize: mmapSize(),
	})
	if err != nil {
		return nil, err
	}
	return &DB{db}, nil
}

// mmapSize is how much address space the file is given at first. While the file fits, a growing write need not wait for
// open readers, so a reader that writes cannot lock itself out. Address space is free on 64 bits. On 32 bits it is
// scarce, and on Windows bbolt would grow the file itself to this size: there the size follows the file.
func mmapSize() int {
	if strconv.IntSize < 64 || runtime.GOOS == "windows" {
		return 0
	}
	return 1 << 30
}

// Close closes the file. Closing twice is harmless.
func (d *DB) Close() error { return d.bolt.Close() }

// Empty reports whether nothing was ever written to the file.
func (d *DB) Empty() (bool, error) {
	empty := true
	err := d.bolt.View(func(t *bolt.Tx) error {
		k, _ := t.Cursor().First()
		empty = k == nil
		return nil
	})
	return empty, err
}

// Tx begins a transaction of its own. One that writes waits until the one before it has ended.
func (d *DB) Tx(rw bool) (kv.Tx, error) {
	t, err := d.bolt.Begin(rw)
	if err != nil {
		return nil, err
	}
	return &tx{bolt: t}, nil
}

// Update calls f with a KV whose transactions, committed or not, are parts of one: kept if f returns nil, dropped if it
// returns an error or panics. The KV must not be used after f has returned, nor d for writing while f runs.
func (d *DB) Update(f func(kv.KV) error) error {
	return d.bolt.Update(func(t *bolt.Tx) error { return f(joined{&tx{bolt: t, part: true}}) })
}

// View calls f with a KV for reading that sees one state of the file, whatever is written meanwhile.
func (d *DB) View(f func(kv.KV) error) error {
	return d.bolt.View(func(t *bolt.Tx) error { return f(joined{&tx{bolt: t, part: true}}) })
}

// joined is the KV of Update and View.
type joined struct{ tx *tx }

func (j joined) Tx(rw bool) (kv.Tx, error) {
	if rw && !j.tx.bolt.Writable() {
		return nil, kv.ErrReadOnly
	}
	return j.tx, nil
}

func (j joined) Close() error { return nil }

// Commit ends a transaction; a part of another ends with the whole.
func (t *tx) Commit(context.Context) error {
	if t.part {
		return nil
	}
	return t.bolt.Commit()
}

// Close drops a transaction that was not committed.
func (t *tx) Close() error {
	if t.part {
		return nil
	}
	if err := t.bolt.Rollback(); err != nil && err != bolt.ErrTxClosed {
		return err
	}
	return nil
}
