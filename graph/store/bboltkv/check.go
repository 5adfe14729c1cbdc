package bboltkv

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"io/fs"
	"os"
	"slices"

	bolt "go.etcd.io/bbolt"
)

// ErrDamaged says that a file is no bbolt file, or is damaged.
var ErrDamaged = errors.New("damaged or of another kind")

// Check looks over the file at path without changing it: that it is all there, and that every page bbolt can reach is
// what its place in the tree says it is. bbolt trusts its pages: on a damaged one it panics, runs off the mapped memory,
// or goes round in circles. Check reads every page once, about a second for 2 GB that the system has in memory.
//
// It waits at most a second for another process to close the file, then returns bbolt's ErrTimeout. What the values are
// is not looked at.
func Check(path string) error {
	// Opened for reading only, bbolt takes the lock and looks at nothing but the two pages of metadata.
	db, err := bolt.Open(path, 0, &bolt.Options{ReadOnly: true, Timeout: lockTimeout})
	var system *fs.PathError
	if errors.Is(err, bolt.ErrTimeout) || errors.As(err, &system) {
		return err
	}
	if err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	defer db.Close()
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	c := checker{file: f, pageSize: int64(db.Info().PageSize)}
	return c.check(info.Size())
}

// The format of a bbolt file (go.etcd.io/bbolt, internal/common): numbers in the machine's own order.
const (
	headerSize  = 16 // of a page: id (8), flags (2), count (2), overflow (4): how many pages more it takes
	elementSize = 16 // of a leaf: flags, position, key size, value size; of a branch: position, key size, page (8)
	bucketSize  = 16 // of a bucket's value: root page (8), sequence (8); a page within the value follows if the root is 0
	metaSize    = 64 // after the header: magic, version, page size, flags (4 each), root (8), sequence, freelist, high water mark, transaction, checksum (8 each)

	branchFlag, leafFlag, freelistFlag = 0x01, 0x02, 0x10

	bucketElement = 0x01

	maxDepth = 64
)

var order = binary.NativeEndian

// checker walks the pages of a file.
type checker struct {
	file     io.ReaderAt
	pageSize int64
	pages    uint64 // the high water mark: how many pages there are
	seen     []bool
	met      bounds
	buffers  [maxDepth + 1][]byte
}

// bounds are what the next key of a bucket must be beyond.
type bounds struct {
	last  []byte // the key met last, nil at the beginning
	least []byte // the key by which the page is known in its branch
}

func damaged(format string, args ...any) error {
	return fmt.Errorf("%w: %w", ErrDamaged, fmt.Errorf(format, args...))
}

func (c *checker) check(size int64) error {
	meta, err := c.meta()
	if err != nil {
		return err
	}
	root, freelist := order.Uint64(meta[16:]), order.Uint64(meta[32:])
	c.pages = order.Uint64(meta[40:])
	if c.pages > uint64(size/c.pageSize) {
		return damaged("cut short: %d of %d bytes", size, c.pages*uint64(c.pageSize))
	}
	c.seen = make([]bool, c.pages)
	if err := c.bucket(root, 0); err != nil {
		return err
	}
	return c.freelist(freelist)
}

// meta returns the newer of the two valid pages of metadata, without its header.
func (c *checker) meta() ([]byte, error) {
	var newest []byte
	for i := range int64(2) {
		meta := make([]byte, metaSize)
		if _, err := c.file.ReadAt(meta, i*c.pageSize+headerSize); err != nil {
			return nil, damaged("page %d: %w", i, err)
		}
		sum := fnv.New64a()
		sum.Write(meta[:56])
		if sum.Sum64() != order.Uint64(meta[56:]) {
			continue
		}
		if newest == nil || order.Uint64(meta[48:]) > order.Uint64(newest[48:]) {
			newest = meta
		}
	}
	if newest == nil {
		return nil, damaged("no valid metadata")
	}
	return newest, nil
}

// page reads a page and those it takes besides. It may be met only once.
func (c *checker) page(id uint64, depth int) ([]byte, error) {
	if id < 2 || id >= c.pages || depth > maxDepth {
		return nil, damaged("page %d of %d", id, c.pages)
	}
	page, err := c.read(c.buffers[depth][:0], id, 1)
	if err != nil {
		return nil, err
	}
	overflow := uint64(order.Uint32(page[12:]))
	if order.Uint64(page) != id || overflow >= c.pages-id {
		return nil, damaged("page %d is not where it belongs", id)
	}
	for i := id; i <= id+overflow; i++ {
		if c.seen[i] {
			return nil, damaged("page %d is used twice", i)
		}
		c.seen[i] = true
	}
	if page, err = c.read(page, id+1, overflow); err != nil {
		return nil, err
	}
	c.buffers[depth] = page
	return page, nil
}

// read appends n pages from id on to buf.
func (c *checker) read(buf []byte, id, n uint64) ([]byte, error) {
	have := len(buf)
	buf = slices.Grow(buf, int(n)*int(c.pageSize))[:have+int(n)*int(c.pageSize)]
	if _, err := c.file.ReadAt(buf[have:], int64(id)*c.pageSize); err != nil {
		return nil, damaged("page %d: %w", id, err)
	}
	return buf, nil
}

// bucket checks the tree of a bucket.
func (c *checker) bucket(root uint64, depth int) error {
	outer := c.met
	c.met = bounds{}
	err := c.tree(root, depth)
	c.met = outer
	return err
}

func (c *checker) tree(id uint64, depth int) error {
	page, err := c.page(id, depth)
	if err != nil {
		return err
	}
	if flags := order.Uint16(page[8:]); flags == branchFlag {
		return c.branch(page, id, depth)
	}
	return c.leaf(page, id, depth)
}

// branch checks a page of the keys and page numbers of others.
func (c *checker) branch(page []byte, id uint64, depth int) error {
	count := int(order.Uint16(page[10:]))
	if count == 0 {
		return damaged("page %d is an empty branch", id)
	}
	for i := range count {
		e, err := element(page, i)
		if err != nil {
			return damaged("page %d: %w", id, err)
		}
		key, err := part(page, order.Uint32(e), order.Uint32(e[4:]), 0, i)
		if err != nil {
			return damaged("page %d: %w", id, err)
		}
		if c.met.last != nil && bytes.Compare(c.met.last, key) >= 0 {
			return damaged("page %d: its keys are out of order", id)
		}
		c.met.least = append(c.met.least[:0], key...)
		if err := c.tree(order.Uint64(e[8:]), depth+1); err != nil {
			return err
		}
	}
	return nil
}

// leaf checks a page of keys and values, and the buckets among them. A bucket within a page has the id 0.
func (c *checker) leaf(page []byte, id uint64, depth int) error {
	if flags := order.Uint16(page[8:]); flags != leafFlag {
		return damaged("page %d is of kind %#x", id, flags)
	}
	for i := range int(order.Uint16(page[10:])) {
		e, err := element(page, i)
		if err != nil {
			return damaged("page %d: %w", id, err)
		}
		ksize, vsize := order.Uint32(e[8:]), order.Uint32(e[12:])
		data, err := part(page, order.Uint32(e[4:]), ksize, vsize, i)
		if err != nil {
			return damaged("page %d: %w", id, err)
		}
		key, value := data[:ksize], data[ksize:]
		if c.met.last != nil && bytes.Compare(c.met.last, key) >= 0 || bytes.Compare(c.met.least, key) > 0 {
			return damaged("page %d: its keys are out of order", id)
		}
		if c.met.last == nil {
			c.met.last = make([]byte, 0, len(key))
		}
		c.met.last = append(c.met.last[:0], key...)
		switch flags := order.Uint32(e); {
		case flags == 0:
		case flags != bucketElement || vsize < bucketSize:
			return damaged("page %d: element %d is no bucket", id, i)
		default:
			if err := c.nested(value, depth); err != nil {
				return err
			}
		}
	}
	return nil
}

// nested checks a bucket that is a value of another.
func (c *checker) nested(value []byte, depth int) error {
	if root := order.Uint64(value); root != 0 {
		return c.bucket(root, depth+1)
	}
	inline := value[bucketSize:]
	if len(inline) < headerSize || depth >= maxDepth {
		return damaged("a bucket without a page")
	}
	outer := c.met
	c.met = bounds{}
	err := c.leaf(inline, 0, depth+1)
	c.met = outer
	return err
}

// element returns the ith element of a page.
func element(page []byte, i int) ([]byte, error) {
	at := headerSize + i*elementSize
	if at+elementSize > len(page) {
		return nil, fmt.Errorf("element %d lies outside", i)
	}
	return page[at : at+elementSize], nil
}

// part returns the key and value of the ith element: so many bytes, at a position counted from the element.
func part(page []byte, pos, ksize, vsize uint32, i int) ([]byte, error) {
	begin := uint64(headerSize+i*elementSize) + uint64(pos)
	end := begin + uint64(ksize) + uint64(vsize)
	if end > uint64(len(page)) {
		return nil, fmt.Errorf("element %d lies outside", i)
	}
	return page[begin:end], nil
}

// freelist checks the list of free pages: all within the file, none in use or named twice. A count that does not fit the
// header is 0xFFFF there and the first number of the list.
func (c *checker) freelist(id uint64) error {
	if id == ^uint64(0) {
		return nil // none kept: bbolt makes it anew
	}
	page, err := c.page(id, 0)
	if err != nil {
		return err
	}
	if flags := order.Uint16(page[8:]); flags != freelistFlag {
		return damaged("page %d is no list of free pages", id)
	}
	ids, count := page[headerSize:], uint64(order.Uint16(page[10:]))
	if count == 0xFFFF {
		count, ids = order.Uint64(ids), ids[8:]
	}
	if count > uint64(len(ids)/8) {
		return damaged("%d free pages in a list of %d", count, len(ids)/8)
	}
	for i := range count {
		free := order.Uint64(ids[i*8:])
		if free < 2 || free >= c.pages || c.seen[free] {
			return damaged("page %d is both free and used", free)
		}
		c.seen[free] = true
	}
	return nil
}
