package perceptron

import (
	"encoding/binary"
	"slices"
)

// A model's bytes: the number of classes and of features as varints; then the features sorted by fingerprint, each as
// the difference to the one before as a varint, the set of classes whose weight is not 0 as a varint of bits in groups
// of eight, and these weights as bytes.

// Append appends the model's bytes to b. The same model gives the same bytes.
func (m *Model) Append(b []byte) []byte {
	type entry struct {
		f       uint32
		weights []int8
	}
	var all []entry
	for f, w := range m.all() {
		all = append(all, entry{f, w})
	}
	slices.SortFunc(all, func(a, b entry) int { return int(int64(a.f) - int64(b.f)) })
	b = binary.AppendUvarint(b, uint64(m.classes))
	b = binary.AppendUvarint(b, uint64(len(all)))
	before := uint32(0)
	for _, e := range all {
		b = binary.AppendUvarint(b, uint64(e.f-before))
		before = e.f
		w := e.weights
		for i := 0; i < len(w); i += 8 {
			set := byte(0)
			for k := i; k < min(i+8, len(w)); k++ {
				if w[k] != 0 {
					set |= 1 << (k - i)
				}
			}
			b = append(b, set)
		}
		for _, v := range w {
			if v != 0 {
				b = append(b, byte(v))
			}
		}
	}
	return b
}

// Read reads a model from the beginning of b and returns what follows it. The error is ErrModel.
func Read(b []byte) (m *Model, rest []byte, err error) {
	classes, n := binary.Uvarint(b)
	if n <= 0 || classes == 0 || classes > most {
		return nil, nil, ErrModel
	}
	b = b[n:]
	count, n := binary.Uvarint(b)
	if n <= 0 || count > uint64(len(b)) {
		return nil, nil, ErrModel
	}
	b = b[n:]
	m = newModel(int(classes), int(count))
	weights := make([]int8, classes)
	groups := (int(classes) + 7) / 8
	f := uint32(0)
	for range count {
		d, n := binary.Uvarint(b)
		if n <= 0 || len(b) < n+groups {
			return nil, nil, ErrModel
		}
		f += uint32(d)
		sets := b[n : n+groups]
		b = b[n+groups:]
		for i := range weights {
			weights[i] = 0
			if sets[i/8]&(1<<(i%8)) == 0 {
				continue
			}
			if len(b) == 0 {
				return nil, nil, ErrModel
			}
			weights[i], b = int8(b[0]), b[1:]
		}
		if f == 0 || m.put(f, weights) != nil {
			return nil, nil, ErrModel
		}
	}
	return m, b, nil
}
