package parse

import (
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"math"
	"slices"
	"strings"

	"skein/importer"
	"skein/importer/tag"
)

// A model's bytes: the line "skein parse 2"; the sizes of the network, the number of labels and the number of words, as varints;
// the labels in order, each with its length before it as a byte; the weights, four bytes each; the vectors of affixes, likewise;
// the fingerprints of words in order, four bytes each; their vectors, each a scale of four bytes and a byte for each number.
const head = "skein parse 2\n"

// ErrModel says that bytes are not a model of this package.
var ErrModel = errors.New("parse: not a model")

func (s *shape) sizes() []*int {
	return []*int{&s.word, &s.affix, &s.tag, &s.tags, &s.hidden, &s.layers, &s.arc, &s.label, &s.labels, &s.buckets}
}

func (l *learner) encode() []byte {
	b := []byte(head)
	for _, n := range l.weights.sizes() {
		b = binary.AppendUvarint(b, uint64(*n))
	}
	vectors := map[uint32][]float32{}
	for f, i := range l.given {
		vectors[f] = l.vectors[i]
	}
	for f, i := range l.counted {
		v := slices.Clone(l.own.row(i))
		for k, x := range vectors[f] {
			v[k] += x
		}
		vectors[f] = v
	}
	b = binary.AppendUvarint(b, uint64(len(vectors)))
	for _, label := range l.labels {
		b = append(append(b, byte(len(label))), label...)
	}
	for _, numbers := range [][]float32{l.weights.all, l.affix.value} {
		for _, v := range numbers {
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(v))
		}
	}
	order := slices.Sorted(maps.Keys(vectors))
	for _, f := range order {
		b = binary.LittleEndian.AppendUint32(b, f)
	}
	for _, f := range order {
		most := float32(0)
		for _, v := range vectors[f] {
			most = max(most, v, -v)
		}
		scale := most / 127
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(scale))
		for _, v := range vectors[f] {
			q := 0.0
			if scale > 0 {
				q = math.RoundToEven(float64(v / scale))
			}
			b = append(b, byte(int8(q)))
		}
	}
	return b
}

// limit is the greatest of the sizes of a model.
const limit = 1 << 14

// Read reads a model, which is all of b. The error is ErrModel with what is wrong.
func Read(b []byte) (*Parser, error) {
	if !strings.HasPrefix(string(b[:min(len(b), len(head))]), head) {
		return nil, fmt.Errorf("%w: it does not begin as one", ErrModel)
	}
	b = b[len(head):]
	cut := fmt.Errorf("%w: it is cut off or damaged", ErrModel)
	number := func() int {
		v, n := binary.Uvarint(b)
		if n <= 0 || v > 1<<24 {
			b = nil
			return 0
		}
		b = b[n:]
		return int(v)
	}
	var s shape
	for _, n := range s.sizes() {
		if *n = number(); *n < 1 || *n > limit {
			return nil, cut
		}
	}
	words := number()
	if s.in()%16 != 0 || s.hidden%8 != 0 || s.arc%16 != 0 || s.label%16 != 0 || s.tags != len(tag.Tags) || s.layers > 8 {
		return nil, fmt.Errorf("%w: its sizes do not fit together", ErrModel)
	}
	p := &Parser{}
	for range s.labels {
		if len(b) == 0 || len(b) <= int(b[0]) {
			return nil, cut
		}
		end := int(b[0]) + 1
		p.labels = append(p.labels, importer.Relation(b[1:end]))
		b = b[end:]
	}
	if len(b) != 4*(s.size()+s.buckets*s.affix)+words*(8+s.word) {
		return nil, cut
	}
	finite := true
	float := func() float32 {
		v := math.Float32frombits(binary.LittleEndian.Uint32(b))
		b = b[4:]
		finite = finite && max(v, -v) < 1e6 // false for NaN
		return v
	}
	all := make([]float32, s.size())
	for i := range all {
		all[i] = float()
	}
	p.affixes = make([]float32, s.buckets*s.affix)
	for i := range p.affixes {
		p.affixes[i] = float()
	}
	p.known = make(map[uint32]int32, words)
	for i := range words {
		p.known[binary.LittleEndian.Uint32(b)] = int32(i)
		b = b[4:]
	}
	p.vectors = b
	for len(b) > 0 {
		float()
		b = b[s.word:]
	}
	if !finite {
		return nil, fmt.Errorf("%w: its numbers are out of range", ErrModel)
	}
	s.lay(all).ready(&p.net)
	p.prepare()
	return p, nil
}
