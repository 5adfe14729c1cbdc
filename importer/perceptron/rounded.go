package perceptron

import "math"

// Rounded keeps weights that were learned elsewhere: those of features[i] are weights[i], one a class. It returns what a
// whole number of the model is worth in them. Features whose weights all round to 0 are dropped, as are those that fall
// together with one before them.
func Rounded(classes int, features []uint64, weights [][]float64) (m *Model, worth float64) {
	top := 0.0
	for _, w := range weights {
		for _, v := range w {
			top = max(top, math.Abs(v))
		}
	}
	if top == 0 {
		top = 1
	}
	worth = top / 127
	m = newModel(classes, len(features))
	seen := make(map[uint32]bool, len(features))
	rounded := make([]int8, classes)
	for i, f := range features {
		some := false
		for c, v := range weights[i] {
			rounded[c] = int8(math.Round(v / worth))
			some = some || rounded[c] != 0
		}
		if key := fingerprint(f); some && !seen[key] {
			seen[key] = true
			if m.put(key, rounded) != nil {
				panic("perceptron: a feature was seen twice after all")
			}
		}
	}
	return m, worth
}
