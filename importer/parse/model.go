package parse

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"strings"

	"skein/importer"
	"skein/importer/group"
	"skein/importer/perceptron"
)

// A model's bytes: the line "skein parse 1"; the number of labels as a varint, and the labels in order, each with its length
// before it as a byte; the classifiers of moves from the left, of moves from the right, and of labels.
const head = "skein parse 1\n"

// ErrModel says that bytes are not a model of this package.
var ErrModel = errors.New("parse: not a model")

func encode(labels []string, models [3]*perceptron.Model) []byte {
	b := binary.AppendUvarint([]byte(head), uint64(len(labels)))
	for _, l := range labels {
		b = append(append(b, byte(len(l))), l...)
	}
	for _, m := range models {
		b = m.Append(b)
	}
	return b
}

// Read reads a model, which is all of b and was trained with the same groups of words. The error is ErrModel with what is wrong.
func Read(b []byte, kin group.Table) (*Parser, error) {
	if !strings.HasPrefix(string(b[:min(len(b), len(head))]), head) {
		return nil, fmt.Errorf("%w: it does not begin as one", ErrModel)
	}
	b = b[len(head):]
	cut := fmt.Errorf("%w: its labels are cut off or damaged", ErrModel)
	bad := false
	number := func() uint64 {
		v, n := binary.Uvarint(b)
		if n <= 0 {
			bad, b = true, nil
			return 0
		}
		b = b[n:]
		return v
	}
	p := &Parser{kin: kin}
	for n := number(); n > 0 && !bad; n-- {
		if len(b) == 0 || len(b) <= int(b[0]) {
			return nil, cut
		}
		end := int(b[0]) + 1
		p.labels = append(p.labels, importer.Relation(b[1:end]))
		b = b[end:]
	}
	if bad || len(p.labels) == 0 || !slices.IsSorted(p.labels) {
		return nil, cut
	}
	for i, want := range [...]int{moves, moves, len(p.labels)} {
		m, rest, err := perceptron.Read(b)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrModel, err)
		}
		if m.Classes() != want {
			return nil, fmt.Errorf("%w: it has %d classes, not %d", ErrModel, m.Classes(), want)
		}
		p.weights[i], b = m, rest
	}
	if len(b) > 0 {
		return nil, fmt.Errorf("%w: %d bytes follow it", ErrModel, len(b))
	}
	return p, nil
}
