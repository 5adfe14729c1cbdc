package quote

import (
	"slices"
	"testing"
)

func TestSpans(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"“Go,” she said, “now.”", []string{"Go,", "now."}},
		{"He said \"we agree\" and left. \"Good\".", []string{"we agree", "Good"}},
		{"“Never closed.\n\nAnother paragraph.", nil},
		{"“One paragraph.\n\n“And the next,” he said.", []string{"One paragraph.", "And the next,"}},
		{"A 5\" gun", nil},
		{"\"", nil},
		{"", nil},
	} {
		var got []string
		for _, s := range Spans(c.text) {
			got = append(got, s.In(c.text))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}

func FuzzSpans(f *testing.F) {
	f.Add("“a” \"b\" “c\n\n“d")
	f.Fuzz(func(t *testing.T, text string) {
		for _, s := range Spans(text) {
			if s.Begin < 0 || s.End > len(text) || s.Begin >= s.End {
				t.Fatalf("%v of %d bytes", s, len(text))
			}
		}
	})
}
