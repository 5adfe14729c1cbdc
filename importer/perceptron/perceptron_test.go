package perceptron

import (
	"bytes"
	"math/rand/v2"
	"testing"
)

// examples are points in a world of three classes that are told apart by two features and disturbed by noise.
func examples(seed uint64) (features [][]uint64, class []int) {
	r := rand.New(rand.NewPCG(seed, 1))
	for range 600 {
		c := r.IntN(3)
		f := []uint64{Mix(1, uint64(c)), Mix(2, uint64(r.IntN(50))), Mix(3, uint64(c*10+r.IntN(10))), Mix(4, 0)}
		if r.IntN(10) == 0 {
			f[0] = Mix(1, uint64(r.IntN(3)))
		}
		features, class = append(features, f), append(class, c)
	}
	return features, class
}

func trained(seed uint64) *Trainer {
	t := NewTrainer(3)
	features, class := examples(seed)
	for range 5 {
		for i, f := range features {
			scores := make([]int32, 3)
			t.Score(f, scores)
			t.Step()
			t.Update(f, class[i], Best(scores))
		}
	}
	return t
}

func TestLearns(t *testing.T) {
	m := trained(1).Model(1000)
	features, class := examples(2)
	right := 0
	for i, f := range features {
		scores := make([]int32, 3)
		m.Score(f, scores)
		if Best(scores) == class[i] {
			right++
		}
	}
	if right < len(class)*95/100 {
		t.Errorf("%d of %d right", right, len(class))
	}
}

func TestBytesAreTheSame(t *testing.T) {
	a, b := trained(1).Model(50).Append(nil), trained(1).Model(50).Append(nil)
	if !bytes.Equal(a, b) {
		t.Error("the same examples give other bytes")
	}
	m, rest, err := Read(append(bytes.Clone(a), "rest"...))
	if err != nil || string(rest) != "rest" {
		t.Fatalf("%q, %v", rest, err)
	}
	if !bytes.Equal(m.Append(nil), a) {
		t.Error("a model read back gives other bytes")
	}
	if m.Features() > 50 || m.Classes() != 3 {
		t.Errorf("%d features, %d classes", m.Features(), m.Classes())
	}
}

func TestReadRefuses(t *testing.T) {
	whole := trained(1).Model(50).Append(nil)
	for n := range len(whole) {
		if _, _, err := Read(whole[:n]); err == nil {
			t.Fatalf("%d of %d bytes are taken for a model", n, len(whole))
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(trained(1).Model(5).Append(nil))
	f.Add([]byte{3, 200, 1})
	f.Fuzz(func(t *testing.T, b []byte) {
		if m, _, err := Read(b); err == nil {
			m.Score([]uint64{1, 2, 3}, make([]int32, m.Classes()))
		}
	})
}
