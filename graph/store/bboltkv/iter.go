package bboltkv

import (
	"bytes"
	"context"

	"github.com/hidal-go/hidalgo/kv"
	bolt "go.etcd.io/bbolt"
)

// Scan walks all keys that begin with prefix, in order: its last part is the beginning of a name, the parts before it
// are whole names.
func (t *tx) Scan(prefix kv.Key) kv.Iterator {
	switch len(prefix) {
	case 0:
		return &iter{root: t.bolt.Cursor()}
	case 1:
		// A folded name begins with its bucket's: look there, then at each key.
		return &iter{root: t.bolt.Cursor(), name: prefix[0]}
	}
	bucket, key, err := place(prefix)
	if err != nil {
		return &iter{}
	}
	b := t.bucket(bucket)
	if b == nil {
		return &iter{}
	}
	return &iter{in: b.Cursor(), bucket: bytes.Clone(bucket), key: key}
}

// iter walks the keys of one bucket, or of all buckets whose name begins with name and of the root among them.
type iter struct {
	root *bolt.Cursor // over the buckets; nil when one bucket is walked
	name []byte       // how names begin

	in     *bolt.Cursor // over the keys of one bucket; nil between buckets
	bucket []byte
	key    []byte // how keys begin

	inBegun, rootBegun bool
	k, v               []byte
}

// Next goes to the next key and reports whether there is one.
func (i *iter) Next(ctx context.Context) bool {
	for {
		if i.in != nil && i.step() {
			return true
		}
		i.in = nil
		if i.root == nil {
			i.k, i.v = nil, nil
			return false
		}
		if i.enter() {
			return true
		}
	}
}

// step goes to the next key of the bucket that begins with key.
func (i *iter) step() bool {
	if i.inBegun {
		i.k, i.v = i.in.Next()
	} else {
		i.inBegun = true
		i.k, i.v = i.in.Seek(i.key)
	}
	return i.k != nil && bytes.HasPrefix(i.k, i.key)
}

// enter goes to the next name in the root. It reports true on a key that lies in the root itself; a bucket it opens.
func (i *iter) enter() bool {
	var k, v []byte
	if i.rootBegun {
		k, v = i.root.Next()
	} else {
		i.rootBegun = true
		k, v = i.root.Seek(i.seek())
	}
	if k == nil || !bytes.HasPrefix(k, i.seek()) {
		i.root = nil
		return false
	}
	if v != nil {
		i.bucket, i.k, i.v = nil, k, v
		return bytes.HasPrefix(k, i.name)
	}
	i.in, i.inBegun = i.root.Bucket().Bucket(k).Cursor(), false
	i.bucket, i.key = bytes.Clone(k), nil
	if len(k) == 1 && isFold(k[0]) && len(i.name) > 1 {
		i.key = i.name[1:]
	} else if !bytes.HasPrefix(k, i.name) {
		i.in = nil
	}
	return false
}

// seek is how the names in the root begin that may hold what is sought.
func (i *iter) seek() []byte {
	if len(i.name) > 1 && isFold(i.name[0]) {
		return i.name[:1]
	}
	return i.name
}

// Key returns the key, unfolded. It is a copy.
func (i *iter) Key() kv.Key {
	switch {
	case i.k == nil:
		return nil
	case i.bucket == nil:
		return kv.Key{bytes.Clone(i.k)}
	case len(i.bucket) == 1 && isFold(i.bucket[0]) && len(i.k) >= 2:
		return kv.Key{append(bytes.Clone(i.bucket), i.k[:2]...), bytes.Clone(i.k[2:])}
	}
	return kv.Key{bytes.Clone(i.bucket), bytes.Clone(i.k)}
}

// Val returns the value, valid until the transaction ends.
func (i *iter) Val() kv.Value { return i.v }

// Err is always nil: what bbolt reads is in memory.
func (i *iter) Err() error { return nil }

// Close ends the walk.
func (i *iter) Close() error {
	*i = iter{}
	return nil
}
