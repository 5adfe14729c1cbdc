package perceptron

import "testing"

// TestMemo makes sure that what is remembered is what would be counted, also for keys that share a place.
func TestMemo(t *testing.T) {
	trainer := NewTrainer(3)
	for i := range uint64(50) {
		trainer.Step()
		trainer.Update([]uint64{Mix(1, i), Mix(2, i%7)}, int(i%3), int((i+1)%3))
	}
	m := trainer.Model(1000)
	memo := NewMemo(m)
	for round := range 3 {
		for i := range uint64(50) {
			key, features := Mix(9, i), []uint64{Mix(1, i), Mix(2, i%7)}
			if i%2 == 1 {
				key = Mix(9, 0)&^(1<<(64-memoBits)-1) | i<<1 // all in one place
			}
			want, got := []int32{1, 2, 3}, []int32{1, 2, 3}
			m.Score(features, want)
			if !memo.Recall(key, got) {
				memo.Score(key, features, got)
			} else if round == 0 {
				t.Errorf("group %d is remembered before it was seen", i)
			}
			for c := range want {
				if got[c] != want[c] {
					t.Errorf("group %d: %v, want %v", i, got, want)
				}
			}
		}
	}
}
