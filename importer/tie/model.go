package tie

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"strings"

	"skein/importer/group"
	"skein/importer/perceptron"
)

// A model's bytes: the line "skein tie 1"; what a whole number of the weights is worth and how likely some bond must be
// to be told, as the bits of two 64-bit floating-point numbers, little endian; the weights.
const head = "skein tie 1\n"

// ErrModel says that bytes are not a model of this package.
var ErrModel = errors.New("tie: not a model")

// Model is what was learned. It may be used from many goroutines.
type Model struct {
	weights *perceptron.Model
	scale   float64 // of the sums of weights
	least   float64 // probability of any bond from which on it is told
	kin     group.Table
}

func encode(weights *perceptron.Model, scale, least float64) []byte {
	b := binary.LittleEndian.AppendUint64([]byte(head), math.Float64bits(scale))
	return weights.Append(binary.LittleEndian.AppendUint64(b, math.Float64bits(least)))
}

// Read reads a model, which is all of b and was trained with the same groups of words. The error is ErrModel with what is wrong.
func Read(b []byte, kin group.Table) (*Model, error) {
	if len(b) < len(head)+16 || !strings.HasPrefix(string(b[:len(head)]), head) {
		return nil, fmt.Errorf("%w: it does not begin as one", ErrModel)
	}
	b = b[len(head):]
	m := &Model{kin: kin, scale: math.Float64frombits(binary.LittleEndian.Uint64(b)), least: math.Float64frombits(binary.LittleEndian.Uint64(b[8:]))}
	if !(m.scale > 0 && m.scale < 1e3 && m.least >= 0 && m.least <= 1) {
		return nil, fmt.Errorf("%w: its numbers are damaged", ErrModel)
	}
	w, rest, err := perceptron.Read(b[16:])
	switch {
	case err != nil:
		return nil, fmt.Errorf("%w: %w", ErrModel, err)
	case w.Classes() != len(classes):
		return nil, fmt.Errorf("%w: it has %d classes, not %d", ErrModel, w.Classes(), len(classes))
	case len(rest) > 0:
		return nil, fmt.Errorf("%w: %d bytes follow it", ErrModel, len(rest))
	}
	m.weights = w
	return m, nil
}
