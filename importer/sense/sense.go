// Package sense knows what sort of thing a noun is: "militant" is a person, "brigade" a military unit, "library" a structure or a
// collection.
//
// The sorts are those of the senses of the noun in WordNet, the most usual sense first. They are made by cmd/skein-train (Learn) and
// stand in one file, which package assets carries.
package sense

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"

	"skein/assets"
	"skein/importer/perceptron"
)

// Sort is the sort of a sense, from 1; 0 is none.
type Sort uint8

// Senses are the sorts of the first senses of a noun.
type Senses [2]Sort

// Table is the senses of each noun, by the fingerprint of its base form in lower case. Two words have the same fingerprint with a chance of
// one in 2^32.
type Table map[uint32]Senses

// Standard is the table that the program carries.
var Standard = sync.OnceValues(func() (Table, error) { return Read([]byte(assets.SenseModel())) })

// Of is the senses of a noun by its base form in lower case.
func (t Table) Of(lemma string) Senses { return t[fingerprint(lemma)] }

// Somebody reports whether the most usual sense is a person, people, or a body that acts: "nurse", "brigade", "government".
func (s Senses) Somebody() bool {
	return s[0] >= 1 && s[0] <= persons || s[0] > persons+1 && s[0] <= bodies
}

func fingerprint(lemma string) uint32 { return uint32(perceptron.Hash(lemma) >> 32) }

// A table's bytes: the line "skein sense 1", and then the nouns in the order of their fingerprints, each as the difference to
// the one before as a varint and its senses, a byte each.
const head = "skein sense 1\n"

// ErrModel says that bytes are not a table.
var ErrModel = errors.New("sense: not a table")

func (t Table) encode() []byte {
	b := []byte(head)
	before := uint32(0)
	for _, f := range slices.Sorted(maps.Keys(t)) {
		b = binary.AppendUvarint(b, uint64(f-before))
		for _, s := range t[f] {
			b = append(b, byte(s))
		}
		before = f
	}
	return b
}

// Read reads a table, which is all of b. The error is ErrModel with what is wrong.
func Read(b []byte) (Table, error) {
	if len(b) < len(head) || string(b[:len(head)]) != head {
		return nil, fmt.Errorf("%w: it does not begin as one", ErrModel)
	}
	b = b[len(head):]
	t := make(Table, len(b)/5)
	f := uint64(0)
	for len(b) > 0 {
		d, n := binary.Uvarint(b)
		f += d
		var s Senses
		if n <= 0 || len(b) < n+len(s) || f >= 1<<32 {
			return nil, fmt.Errorf("%w: it is cut off or damaged", ErrModel)
		}
		for i := range s {
			s[i] = Sort(b[n+i])
		}
		t[uint32(f)] = s
		b = b[n+len(s):]
	}
	return t, nil
}
