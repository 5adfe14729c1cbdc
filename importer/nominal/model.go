package nominal

import (
	"errors"
	"fmt"
	"strings"

	"skein/importer/group"
	"skein/importer/perceptron"
)

// A model's bytes: the line "skein nominal 1"; the number of labellers as a byte, and then each of them, the main one last: the number of its
// kinds as a byte, the kinds with their length before them as a byte, the classifier.
const head = "skein nominal 1\n"

// ErrModel says that bytes are not a model of this package.
var ErrModel = errors.New("nominal: not a model")

func encode(all []*labeller) []byte {
	b := append([]byte(head), byte(len(all)))
	for _, l := range all {
		b = append(b, byte(len(l.kinds)))
		for _, k := range l.kinds {
			b = append(append(b, byte(len(k))), k...)
		}
		b = l.w.Append(b)
	}
	return b
}

// Read reads a model, which is all of b and was trained with the same groups of words. The error is ErrModel with what is wrong.
func Read(b []byte, kin group.Table) (*Recogniser, error) {
	if !strings.HasPrefix(string(b[:min(len(b), len(head))]), head) || len(b) == len(head) {
		return nil, fmt.Errorf("%w: it does not begin as one", ErrModel)
	}
	n := int(b[len(head)])
	b = b[len(head)+1:]
	if n < 1 || n > helpers+1 {
		return nil, fmt.Errorf("%w: %d labellers", ErrModel, n)
	}
	r := &Recogniser{kin: kin}
	for range n {
		var kinds []string
		for range readByte(&b) {
			size := readByte(&b)
			if size > len(b) {
				return nil, fmt.Errorf("%w: its kinds are cut off", ErrModel)
			}
			kinds = append(kinds, string(b[:size]))
			b = b[size:]
		}
		m, rest, err := perceptron.Read(b)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrModel, err)
		}
		if m.Classes() != labels(len(kinds)) {
			return nil, fmt.Errorf("%w: %d classes for %d kinds", ErrModel, m.Classes(), len(kinds))
		}
		b = rest
		r.helpers = append(r.helpers, newLabeller(kinds, m))
	}
	r.main, r.helpers = r.helpers[n-1], r.helpers[:n-1]
	if len(b) > 0 {
		return nil, fmt.Errorf("%w: %d bytes follow it", ErrModel, len(b))
	}
	return r, nil
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
