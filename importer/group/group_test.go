package group

import (
	"bytes"
	"errors"
	"testing"
)

// company is words that keep two sorts of company.
func company() []Vector {
	var out []Vector
	for i, w := range []string{"brigade", "Battalion", "regiment", "denied", "admitted", "confirmed", "BRIGADE"} {
		x, y := float32(1), float32(0.1)*float32(i%3)
		if i >= 3 && i < 6 {
			x, y = y, x
		}
		out = append(out, Vector{w, []float32{x, y}})
	}
	return out
}

func TestLearn(t *testing.T) {
	b := Learn(company())
	if !bytes.Equal(b, Learn(company())) {
		t.Error("the same vectors give other bytes")
	}
	table, err := Read(b)
	if err != nil {
		t.Fatal(err)
	}
	if len(table) != 6 {
		t.Errorf("%d words, want 6: one is there twice", len(table))
	}
	for w := range table {
		if table[w] == 0 {
			t.Error("a word stands in no group")
		}
	}
	if table.Of(Fold(nil, "soup")) != 0 {
		t.Error("a word without a vector has a group")
	}
}

// TestAlike wants words that are used alike in one group of the table that the program carries.
func TestAlike(t *testing.T) {
	table, err := Standard()
	if err != nil {
		t.Fatal(err)
	}
	of := func(w string) uint16 { return table.Of(Fold(nil, w)) }
	for _, c := range [][2]string{{"brigade", "Battalion"}, {"Tuesday", "Friday"}, {"helicopters", "aircraft"}} {
		if of(c[0]) == 0 || of(c[0]) != of(c[1]) {
			t.Errorf("%s is of group %d, %s of group %d", c[0], of(c[0]), c[1], of(c[1]))
		}
	}
	if of("brigade") == of("Tuesday") {
		t.Error("brigade and Tuesday are used alike?")
	}
}

func TestFold(t *testing.T) {
	for text, want := range map[string]string{"Don’t": "don't", "CH-47": "ch-0", "1,500": "0,0", "ÉCOLE": "école", "": ""} {
		if got := string(Fold(nil, text)); got != want {
			t.Errorf("%q folds to %q, want %q", text, got, want)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	b := Learn(company())
	for n := range len(head) {
		if _, err := Read(b[:n]); !errors.Is(err, ErrModel) {
			t.Errorf("%d bytes: %v", n, err)
		}
	}
	for _, bad := range [][]byte{b[:len(b)-1], append(bytes.Clone(b), 5, 0), append(bytes.Clone(b), 5, 0xff, 0xff, 1)} {
		if _, err := Read(bad); !errors.Is(err, ErrModel) {
			t.Errorf("%d bytes: %v", len(bad), err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add(Learn(company()))
	f.Fuzz(func(t *testing.T, b []byte) {
		if table, err := Read(b); err == nil {
			table.Of([]byte("brigade"))
		}
	})
}
