// Package group knows which words are used alike: "brigade" like "battalion", "denied" like "admitted". Taggers and parsers
// learn from some ten thousand sentences, which lack most words; that a word is like others which they have seen is what
// they know of it then.
//
// The groups are made of word vectors by cmd/skein-train (Learn) and stand in one file, which package assets carries.
package group

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"skein/assets"
	"skein/importer/perceptron"
)

// Table is the group of each word that has one, from 1, by the fingerprint of the folded word. Two words have the same fingerprint with
// a chance of one in 2^32.
type Table map[uint32]uint16

// Standard is the table that the program carries.
var Standard = sync.OnceValues(func() (Table, error) { return Read([]byte(assets.GroupModel())) })

// Of is the group of a folded word, 0 where it has none.
func (t Table) Of(folded []byte) uint16 { return t[fingerprint(folded)] }

func fingerprint(folded []byte) uint32 { return uint32(perceptron.Hash(string(folded)) >> 32) }

// Fold appends text in lower case to b, with straight apostrophes and every run of digits a 0, so that all numbers are
// one word.
func Fold(b []byte, text string) []byte {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case '0' <= c && c <= '9':
			if i == 0 || text[i-1] < '0' || text[i-1] > '9' {
				b = append(b, '0')
			}
		case 'A' <= c && c <= 'Z':
			b = append(b, c+'a'-'A')
		case c < utf8.RuneSelf:
			b = append(b, c)
		default:
			return append(b, strings.ReplaceAll(strings.ToLower(text[i:]), "’", "'")...)
		}
	}
	return b
}

// A table's bytes: the line "skein group 1", and then the words in the order of their fingerprints, each as the difference
// to the one before and its group, both as varints.
const head = "skein group 1\n"

// ErrModel says that bytes are not a table.
var ErrModel = errors.New("group: not a table")

func (t Table) encode() []byte {
	b := []byte(head)
	before := uint32(0)
	for _, f := range slices.Sorted(maps.Keys(t)) {
		b = binary.AppendUvarint(b, uint64(f-before))
		b = binary.AppendUvarint(b, uint64(t[f]))
		before = f
	}
	return b
}

// Read reads a table, which is all of b. The error is ErrModel with what is wrong.
func Read(b []byte) (Table, error) {
	b, ok := bytes.CutPrefix(b, []byte(head))
	if !ok {
		return nil, fmt.Errorf("%w: it does not begin as one", ErrModel)
	}
	t := make(Table, len(b)/4)
	f := uint64(0)
	for len(b) > 0 {
		d, n := binary.Uvarint(b)
		g, m := binary.Uvarint(b[max(n, 0):])
		f += d
		if n <= 0 || m <= 0 || f >= 1<<32 || g == 0 || g > groups {
			return nil, fmt.Errorf("%w: it is cut off or damaged", ErrModel)
		}
		t[uint32(f)] = uint16(g)
		b = b[n+m:]
	}
	return t, nil
}
