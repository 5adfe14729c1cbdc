package perceptron

import (
	"math"
	"testing"
)

func TestRounded(t *testing.T) {
	features := []uint64{Mix(1, 1), Mix(1, 2), Mix(1, 3)}
	weights := [][]float64{{2.54, -1.27, 0, 0, 0.5}, {0.001, 0, 0, 0, 0}, {0, 0.02, 0, 0, -2}}
	m, worth := Rounded(5, features, weights)
	if m.Features() != 2 {
		t.Errorf("%d features: the one without a weight to speak of is kept", m.Features())
	}
	scores := make([]int32, 5)
	m.Score(features, scores)
	for c, s := range scores {
		if got, want := float64(s)*worth, weights[0][c]+weights[2][c]; math.Abs(got-want) > 1.01*worth {
			t.Errorf("class %d: %.3f, want %.3f", c, got, want)
		}
	}
	if m, _ := Rounded(2, nil, nil); m.Features() != 0 {
		t.Error("there is something in nothing")
	}
}
