// Package perceptron is a linear classifier over hashed features: trained as an averaged perceptron, kept with small
// whole-number weights, and run without allocation.
//
// A feature is a 64-bit hash of whatever the caller finds telling ([Mix]). A model holds for each feature one weight a
// class; the class whose weights add up highest wins. Training (Trainer) moves the weights of the right and of the wrongly
// guessed class by one, and takes the mean of all weights ever held, which keeps late examples from counting too much
// (Freund and Schapire 1999; Collins 2002). Everything is counted in whole numbers, so the same examples in the same order
// make the same bytes on any machine.
//
// A kept model (Model) rounds the means to a byte each and drops the features that say least. It is found by the upper 32
// bits of its hash: two features fall together with a chance of features / 2^32, some 1e-4 each, which is noise.
package perceptron

import (
	"errors"
	"fmt"
	"iter"
	"math/bits"
)

// Mix joins a and b to one hash. It is a multiply-and-fold, good enough to tell features apart and fast.
func Mix(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a^0x9e3779b97f4a7c15, b^0xd1b54a32d192ed03)
	return hi ^ lo
}

// Hash is the hash of a string.
func Hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return Mix(h, uint64(len(s)))
}

// Model is a classifier that is no longer trained. It may be used from many goroutines.
type Model struct {
	classes int
	bits    uint8    // log2 of the number of slots
	rows    []uint64 // width for each slot: a fingerprint, and eight weights each, the first in the lowest byte, offset by 128
	width   int
	filter  []uint64 // a bit for each beginning of a fingerprint that is there
}

// filterBits is log2 of the number of bits in a filter for each slot: few enough to stay near the processor.
const filterBits = 2

// most is the number of classes that a model has at most.
const most = 64

// Classes is the number of classes.
func (m *Model) Classes() int { return m.classes }

// Features is the number of features kept.
func (m *Model) Features() int {
	n := 0
	for range m.all() {
		n++
	}
	return n
}

// all are the fingerprints with their weights, in no order.
func (m *Model) all() iter.Seq2[uint32, []int8] {
	return func(yield func(uint32, []int8) bool) {
		for s := 0; s < len(m.rows); s += m.width {
			k := uint32(m.rows[s])
			if k == 0 {
				continue
			}
			row := make([]int8, m.classes)
			for i := range row {
				row[i] = int8(byte(m.rows[s+1+i/8]>>(i%8*8)) ^ 0x80)
			}
			if !yield(k, row) {
				return
			}
		}
	}
}

// fingerprint is what a feature is kept under; 0 stands for an empty slot.
func fingerprint(feature uint64) uint32 {
	if f := uint32(feature >> 32); f != 0 {
		return f
	}
	return 1
}

// slot is where the search for a fingerprint begins.
func (m *Model) slot(f uint32) uint32 { return f * spread >> (32 - m.bits) }

const spread = 2654435769

// Score adds the weights of features to scores, which has one place for each class. It passes over the features more than once:
// first it drops most of those that the model does not know, without a branch that is hard to foresee.
func (m *Model) Score(features []uint64, scores []int32) {
	var known [64]uint32
	filter, shift := m.filter, (32-m.bits-filterBits)&31
	mask := uint32(len(filter) - 1)
	for len(features) > 0 {
		part := features[:min(len(known), len(features))]
		features = features[len(part):]
		n := 0
		for _, feature := range part {
			f := fingerprint(feature)
			known[n&63] = f
			at := f >> shift
			n += int(filter[at>>6&mask] >> (at & 63) & 1)
		}
		m.add(known[:n], scores)
	}
}

// add adds the weights of features by their fingerprints, at most 64. It adds four at a time: as they are kept, none is
// below zero, and a word of 64 bits has room for four sums of 64 bytes. What they are offset by is taken off in the end.
// It looks at where all features should be before it adds any, so that it waits for memory once and not for each.
func (m *Model) add(known []uint32, scores []int32) {
	const even = 0x00ff00ff00ff00ff
	var sums [2 * most / 8]uint64 // of even bytes and odd bytes in turn
	var at, key [64]uint32
	rows, width := m.rows, m.width
	for i, f := range known {
		s := m.slot(f)
		at[i&63], key[i&63] = s, uint32(rows[int(s)*width])
	}
	mask, hits := uint32(1)<<m.bits-1, int32(0)
	for i, f := range known {
		s, k := at[i&63], key[i&63]
		for k != f && k != 0 {
			s = (s + 1) & mask
			k = uint32(rows[int(s)*width])
		}
		if k == 0 {
			continue
		}
		hits++
		row := rows[int(s)*width:][:width]
		if width == 3 {
			sums[0] += row[1] & even
			sums[1] += row[1] >> 8 & even
			sums[2] += row[2] & even
			sums[3] += row[2] >> 8 & even
			continue
		}
		for i, w := range row[1:] {
			sums[i*2&(len(sums)-1)] += w & even
			sums[(i*2+1)&(len(sums)-1)] += w >> 8 & even
		}
	}
	for i := range scores[:m.classes] {
		scores[i] += int32(sums[i/8*2+i%2]>>(i%8/2*16)&0xffff) - 128*hits
	}
}

// Best is the class with the highest score, the first one of equals.
func Best(scores []int32) int {
	best := 0
	for i, s := range scores {
		if s > scores[best] {
			best = i
		}
	}
	return best
}

// newModel makes an empty model with room for n features.
func newModel(classes, n int) *Model {
	m := &Model{classes: classes, bits: uint8(max(4, bits.Len(uint(n+n/2))))}
	m.filter = make([]uint64, 1<<(m.bits+filterBits-6))
	m.width = 1 + (classes+7)/8
	m.rows = make([]uint64, m.width<<m.bits)
	return m
}

// put adds a feature; it is an error to add one twice.
func (m *Model) put(f uint32, weights []int8) error {
	mask := uint32(1)<<m.bits - 1
	at := f >> (32 - m.bits - filterBits)
	m.filter[at>>6] |= 1 << (at & 63)
	s := m.slot(f)
	for ; m.rows[int(s)*m.width] != 0; s = (s + 1) & mask {
		if m.rows[int(s)*m.width] == uint64(f) {
			return twice(f)
		}
	}
	row := m.rows[int(s)*m.width:][:m.width]
	row[0] = uint64(f)
	for i, w := range weights {
		row[1+i/8] |= uint64(uint8(w)^0x80) << (i % 8 * 8)
	}
	return nil
}

func twice(f uint32) error { return fmt.Errorf("perceptron: feature %08x twice", f) }

// ErrModel says that bytes are not a model.
var ErrModel = errors.New("perceptron: not a model")
