package perceptron

import (
	"math/rand/v2"
	"testing"
)

// BenchmarkScore asks a model of the tagger's classes about features of which it knows a third.
func BenchmarkScore(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 1))
	m := newModel(15, 500000)
	known := make([]uint64, 500000)
	for i := range known {
		known[i] = r.Uint64()
		m.put(fingerprint(known[i]), make([]int8, 15)) // the odd one that is there already may fail
	}
	features := make([]uint64, 100)
	scores := make([]int32, 15)
	n := 0
	for b.Loop() {
		for i := range features {
			if features[i] = r.Uint64(); i%3 == 0 {
				features[i] = known[features[i]%uint64(len(known))]
			}
		}
		m.Score(features, scores)
		n += len(features)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(n), "ns/feature")
}
