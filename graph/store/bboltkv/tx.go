package bboltkv

import (
	"context"
	"fmt"

	"github.com/hidal-go/hidalgo/kv"
	bolt "go.etcd.io/bbolt"
)

// tx is one bbolt transaction, or the part of one that Update and View give out.
type tx struct {
	bolt    *bolt.Tx
	part    bool
	buckets map[string]*bolt.Bucket // handles met so far; they live as long as the transaction
}

// folded reports whether a bucket's name is one of Cayley's many: a letter and two bytes of a hash.
func folded(name []byte) bool { return len(name) == 3 && isFold(name[0]) }

func isFold(b byte) bool { return b == 'v' || b == 'n' }

// place returns the bbolt bucket and key that stand for k, which has one part or two. The bucket of a key of one part is
// the root, and its name is empty.
func place(k kv.Key) (bucket, key []byte, err error) {
	switch {
	case len(k) == 1:
		return nil, k[0], nil
	case len(k) != 2:
		return nil, nil, fmt.Errorf("bboltkv: a key of %d parts", len(k))
	case len(k[0]) == 1 && isFold(k[0][0]):
		return nil, nil, fmt.Errorf("bboltkv: the bucket name %q is taken", k[0])
	case folded(k[0]):
		key = make([]byte, 0, 2+len(k[1]))
		return k[0][:1], append(append(key, k[0][1:]...), k[1]...), nil
	}
	return k[0], k[1], nil
}

// bucket returns the bucket with the name, nil when there is none; the root for the empty name.
func (t *tx) bucket(name []byte) *bolt.Bucket {
	b, ok := t.buckets[string(name)]
	if ok {
		return b
	}
	if len(name) == 0 {
		b = t.bolt.Cursor().Bucket()
	} else {
		b = t.bolt.Bucket(name)
	}
	t.remember(name, b)
	return b
}

func (t *tx) remember(name []byte, b *bolt.Bucket) {
	if b == nil {
		return
	}
	if t.buckets == nil {
		t.buckets = make(map[string]*bolt.Bucket, 8)
	}
	if string(name) == "log" {
		b.FillPercent = logFill
	}
	t.buckets[string(name)] = b
}

// logFill is how full the pages of Cayley's log are made: its keys only ever ascend, so bbolt's default of a half would
// leave half the log empty for ever. The rest is for the marks of what is deleted.
const logFill = 0.9

// Get returns the value of a key, or kv.ErrNotFound. It is valid as long as the transaction.
func (t *tx) Get(_ context.Context, k kv.Key) (kv.Value, error) {
	bucket, key, err := place(k)
	if err != nil {
		return nil, kv.ErrNotFound
	}
	b := t.bucket(bucket)
	if b == nil {
		return nil, kv.ErrNotFound
	}
	v := b.Get(key)
	if v == nil {
		return nil, kv.ErrNotFound
	}
	return v, nil
}

// GetBatch returns the values of keys, nil for those that are not there.
func (t *tx) GetBatch(ctx context.Context, keys []kv.Key) ([]kv.Value, error) {
	return kv.GetBatch(ctx, t, keys)
}

// Put sets the value of a key. With an empty last part and no value it only makes the bucket.
func (t *tx) Put(k kv.Key, v kv.Value) error {
	if !t.bolt.Writable() {
		return kv.ErrReadOnly
	}
	bucket, key, err := place(k)
	if err != nil {
		return err
	}
	b := t.bucket(bucket)
	if b == nil {
		if b, err = t.bolt.CreateBucket(bucket); err != nil {
			return err
		}
		t.remember(bucket, b)
	}
	if len(k[len(k)-1]) == 0 && len(v) == 0 {
		return nil
	}
	return b.Put(key, v)
}

// Del removes a key; one that is not there is no error.
func (t *tx) Del(k kv.Key) error {
	if !t.bolt.Writable() {
		return kv.ErrReadOnly
	}
	bucket, key, err := place(k)
	if err != nil {
		return nil
	}
	if b := t.bucket(bucket); b != nil {
		return b.Delete(key)
	}
	return nil
}
