package nominal

import (
	"errors"
	"fmt"
	"strings"

	"skein/importer"
	"skein/importer/group"
	"skein/importer/perceptron"
	"skein/importer/sense"
)

// A model's bytes: the line "skein nominal 2"; the number of kinds as a byte, and the kinds with their length before them as a
// byte; its warmth as two bytes, the higher one first; the classifier.
const head = "skein nominal 2\n"

// ErrModel says that bytes are not a model of this package.
var ErrModel = errors.New("nominal: not a model")

func encode(l *labeller) []byte {
	b := append([]byte(head), byte(len(l.kinds)))
	for _, k := range l.kinds {
		b = append(append(b, byte(len(k))), k...)
	}
	return l.w.Append(append(b, byte(l.warmth>>8), byte(l.warmth)))
}

// Read reads a model, which is all of b and was trained with the same groups of words and senses. The error is ErrModel with what
// is wrong.
func Read(b []byte, kin group.Table, senses sense.Table) (*Recogniser, error) {
	if !strings.HasPrefix(string(b[:min(len(b), len(head))]), head) {
		return nil, fmt.Errorf("%w: it does not begin as one", ErrModel)
	}
	b = b[len(head):]
	var kinds []importer.Kind
	for range readByte(&b) {
		size := readByte(&b)
		if size > len(b) {
			return nil, fmt.Errorf("%w: its kinds are cut off", ErrModel)
		}
		kinds = append(kinds, importer.Kind(b[:size]))
		b = b[size:]
	}
	warmth := readByte(&b)<<8 | readByte(&b)
	m, b, err := perceptron.Read(b)
	switch {
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrModel, err)
	case m.Classes() != labels(len(kinds)):
		return nil, fmt.Errorf("%w: %d classes for %d kinds", ErrModel, m.Classes(), len(kinds))
	case warmth == 0 || len(b) > 0:
		return nil, fmt.Errorf("%w: it is damaged", ErrModel)
	}
	return &Recogniser{newLabeller(kinds, m, warmth), kin, senses}, nil
}

// readByte takes a byte off the front of b; 0 where there is none.
func readByte(b *[]byte) int {
	if len(*b) == 0 {
		return 0
	}
	c := (*b)[0]
	*b = (*b)[1:]
	return int(c)
}
