package tag

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"

	"skein/importer/group"
	"skein/importer/perceptron"
)

// A model's bytes: the line "skein tag 1"; the lexicon, as the number of words as a varint and then the words in the
// order of their hashes, each as the difference to the hash before as a varint and its entry, as a varint of the set of tags
// times 16, its news bits times 2 and one for a sure word; the endings, as their number as a varint and then, in byte order, each as its key, the bytes
// to take off as one byte, and what to put on, both texts with their length before them; the classifier.
const head = "skein tag 1\n"

// ErrModel says that bytes are not a model of this package.
var ErrModel = errors.New("tag: not a model")

// encode is the bytes of a model.
func encode(lexicon map[uint64]entry, endings map[string]edit, left, right *perceptron.Model) []byte {
	b := []byte(head)
	b = binary.AppendUvarint(b, uint64(len(lexicon)))
	before := uint64(0)
	for _, h := range sorted(lexicon) {
		b = binary.AppendUvarint(b, h-before)
		before = h
		e := lexicon[h]
		v := uint64(e.tags)<<4 | uint64(e.news)<<1
		if e.sure {
			v |= 1
		}
		b = binary.AppendUvarint(b, v)
	}
	b = binary.AppendUvarint(b, uint64(len(endings)))
	for _, k := range sorted(endings) {
		e := endings[k]
		b = append(appendText(b, k), e.off)
		b = appendText(b, e.on)
	}
	return right.Append(left.Append(b))
}

func sorted[K interface{ ~uint64 | ~string }, V any](m map[K]V) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

func appendText(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// Read reads a model, which is all of b and was trained with the same groups of words. The error is ErrModel with what is wrong.
func Read(b []byte, kin group.Table) (*Tagger, error) {
	if !strings.HasPrefix(string(b[:min(len(b), len(head))]), head) {
		return nil, fmt.Errorf("%w: it does not begin as one", ErrModel)
	}
	r := reader{b: b[len(head):]}
	t := &Tagger{kin: kin}
	n := r.count()
	t.lexicon = make(map[uint64]entry, n)
	h := uint64(0)
	for range n {
		h += r.number()
		v := r.number()
		e := entry{tags: uint16(v >> 4), news: uint8(v >> 1 & 7), sure: v&1 != 0}
		if v>>4 == 0 || v>>4 >= 1<<len(Tags) {
			r.bad = true
		}
		t.lexicon[h] = e
	}
	n = r.count()
	t.endings = make(map[string]edit, n)
	for range n {
		key := r.text()
		t.endings[key] = edit{off: r.byte(), on: r.text()}
	}
	if r.bad {
		return nil, fmt.Errorf("%w: its lists are cut off or damaged", ErrModel)
	}
	for i := range t.weights {
		m, rest, err := perceptron.Read(r.b)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrModel, err)
		}
		if m.Classes() != len(Tags) {
			return nil, fmt.Errorf("%w: it has %d classes, not %d", ErrModel, m.Classes(), len(Tags))
		}
		t.weights[i], r.b = m, rest
	}
	if len(r.b) > 0 {
		return nil, fmt.Errorf("%w: %d bytes follow it", ErrModel, len(r.b))
	}
	return t, nil
}

// reader reads from the front of bytes; bad says that they ended too early.
type reader struct {
	b   []byte
	bad bool
}

func (r *reader) number() uint64 {
	v, n := binary.Uvarint(r.b)
	if n <= 0 {
		r.bad, r.b = true, nil
		return 0
	}
	r.b = r.b[n:]
	return v
}

// count is a number of things that are at least two bytes long each.
func (r *reader) count() int {
	n := r.number()
	if n > uint64(len(r.b)/2) {
		r.bad, r.b = true, nil
		return 0
	}
	return int(n)
}

func (r *reader) byte() uint8 {
	if len(r.b) == 0 {
		r.bad = true
		return 0
	}
	c := r.b[0]
	r.b = r.b[1:]
	return c
}

func (r *reader) text() string {
	n := r.number()
	if n > uint64(len(r.b)) {
		r.bad, r.b = true, nil
		return ""
	}
	s := string(r.b[:n])
	r.b = r.b[n:]
	return s
}
