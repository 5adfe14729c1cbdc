package tie

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"skein/assets"
	"skein/graph"
	"skein/importer"
	"skein/importer/calm"
	"skein/importer/find"
	"skein/importer/mend"
	nominals "skein/importer/nominal"
	"skein/importer/refer"
	"skein/importer/segment"
	"skein/importer/tag"
	"skein/importer/when"
)

// ready is a text after the stages before this one.
func ready(t testing.TB, text string) *importer.Document {
	t.Helper()
	d := &importer.Document{}
	d.ID, d.Text = graph.ID(text), text
	stages := []importer.Stage{segment.Stage(), tag.Stage(), calm.Stage(), find.Stage(), when.Stage(), mend.Stage(), nominals.Stage(), refer.Stage()}
	if err := importer.Run(d, stages); err != nil {
		t.Fatal(err)
	}
	return d
}

// told are the ties of a document as "from bond to" each.
func told(d *importer.Document) string {
	var out []string
	for _, t := range d.Ties {
		out = append(out, fmt.Sprint(d.Nominals[t.From].In(d.Text), " ", t.Bond, " ", d.Nominals[t.To].In(d.Text)))
	}
	return strings.Join(out, "; ")
}

func TestTies(t *testing.T) {
	for _, c := range []struct{ text, want, not string }{
		{"Two strikes near Kirkuk destroyed a weapons cache.", "strikes has Two; strikes at Kirkuk; strikes fights a weapons cache", "a weapons cache has Two"},
		{"Militants attacked the army in Iraq.", "Militants fights the army; the army at Iraq", "Militants has"},
		{"The foreign minister, Karl Lund, met Prime Minister Jonas Berg in Oslo.", "The foreign minister same Karl Lund; Karl Lund at Oslo", "fights"},
		{"Three soldiers from the 5th Regiment arrived in Jordan.", "soldiers has Three; soldiers part the 5th Regiment", "Jordan part"},
	} {
		d := ready(t, c.text)
		if err := Stage().Run(d); err != nil {
			t.Fatal(err)
		}
		got := told(d)
		for w := range strings.SplitSeq(c.want, "; ") {
			if !strings.Contains(got, w) {
				t.Errorf("%s\nno %s in %s", c.text, w, got)
			}
		}
		if strings.Contains(got, c.not) {
			t.Errorf("%s\n%s in %s", c.text, c.not, got)
		}
		for _, x := range d.Ties {
			if !(x.Confidence > 0 && x.Confidence <= 1) || d.Nominals[x.From].Sentence != d.Nominals[x.To].Sentence {
				t.Errorf("%s: %+v", c.text, x)
			}
		}
	}
}

// lesson is texts in which whoever attacks fights whom.
func lesson(t testing.TB) []Example {
	var out []Example
	for _, who := range []string{"Militants", "Rebels", "Soldiers", "Gunmen", "Insurgents", "Fighters"} {
		for _, whom := range []string{"the army", "the police", "the militia"} {
			text := who + " attacked " + whom + ". " + who + " and " + whom + " slept."
			d := ready(t, text)
			span := func(s string) graph.Span {
				at := strings.Index(text, s)
				return graph.Span{Begin: at, End: at + len(s)}
			}
			out = append(out, Example{Document: d, Stated: []Statement{{span(who), span(whom), importer.BondFights}}})
		}
	}
	return out
}

func TestTrain(t *testing.T) {
	b := Train(lesson(t), nil)
	if !bytes.Equal(b, Train(lesson(t), nil)) {
		t.Error("the same examples give other bytes")
	}
	m, err := Read(b, nil)
	if err != nil {
		t.Fatal(err)
	}
	d := ready(t, "Protesters attacked the guards. Protesters and the guards slept.")
	m.Document(d)
	if got := told(d); got != "Protesters fights the guards" {
		t.Errorf("learned %q", got)
	}
}

// TestBare wants stretches that were left unannotated not to teach that nothing is tied there.
func TestBare(t *testing.T) {
	x := lesson(t)[0]
	all := len(x.pairs(nil, 0))
	x.Bare = []graph.Span{{Begin: 0, End: 5}}
	if n := len(x.pairs(nil, 0)); n >= all || n == 0 {
		t.Errorf("%d of %d pairs are left", n, all)
	}
}

// TestSlope compares the slope of the loss with differences of the loss.
func TestSlope(t *testing.T) {
	q := regression{classes: 3, rows: [][]int32{{0, 1}, {1}, {0, 2}, {2}}, class: []int{0, 1, 2, 0}, penalty: 0.5}
	w, g, none := make([]float64, 9), make([]float64, 9), make([]float64, 9)
	for i := range w {
		w[i] = float64(i%4)/3 - 0.4
	}
	q.loss(w, g)
	for i := range w {
		const step = 1e-6
		w[i] += step
		up := q.loss(w, none)
		w[i] -= 2 * step
		down := q.loss(w, none)
		w[i] += step
		if d := (up - down) / (2 * step); math.Abs(d-g[i]) > 1e-5 {
			t.Errorf("weight %d: slope %.6f, the loss says %.6f", i, g[i], d)
		}
	}
	w = q.fit(3)
	q.loss(w, g)
	if s := math.Sqrt(dot(g, g)); s > 0.05 {
		t.Errorf("the slope at the lowest point is %.3f", s)
	}
}

func TestReadRefuses(t *testing.T) {
	b := Train(lesson(t), nil)
	for n := range len(b) {
		if _, err := Read(b[:n], nil); !errors.Is(err, ErrModel) {
			t.Fatalf("%d of %d bytes: %v", n, len(b), err)
		}
	}
	if _, err := Read(append(bytes.Clone(b), 0), nil); !errors.Is(err, ErrModel) {
		t.Errorf("a byte too many: %v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(Train(lesson(f), nil))
	d := ready(f, "Militants attacked the army in Iraq.")
	f.Fuzz(func(t *testing.T, b []byte) {
		if m, err := Read(b, nil); err == nil {
			x := *d
			m.Document(&x)
		}
	})
}

// FuzzDocument wants ties of any text to be between two nominals of one sentence.
func FuzzDocument(f *testing.F) {
	m, err := Standard()
	if err != nil {
		f.Fatal(err)
	}
	f.Add("Two strikes near Kirkuk destroyed a weapons cache.")
	f.Add("(Karl Lund), 3 3 3 men; the the\xff army's.")
	f.Fuzz(func(t *testing.T, text string) {
		d := ready(t, text)
		m.Document(d)
		for _, x := range d.Ties {
			if x.From == x.To || d.Nominals[x.From].Sentence != d.Nominals[x.To].Sentence {
				t.Errorf("%+v", x)
			}
		}
	})
}

// TestNoSentence wants what is read of a pair not to grow with the sentence, however long that is.
func TestNoSentence(t *testing.T) {
	d := ready(t, "Militants "+strings.Repeat("attacked the army and said the town fell and ", 300)+"left.")
	n := 0
	pairs(d, nil, func(_, _ int, features []uint64) {
		n++
		if len(features) > 2000 {
			t.Fatalf("%d features", len(features))
		}
	})
	if n < 300 || n > (farNominals+1)*len(d.Nominals) {
		t.Errorf("%d pairs of %d nominals", n, len(d.Nominals))
	}
}

func TestModelIsSmall(t *testing.T) {
	if n := len(assets.TieModel()); n > 2<<20 {
		t.Errorf("%d bytes", n)
	}
}

func BenchmarkDocument(b *testing.B) {
	m, err := Standard()
	if err != nil {
		b.Fatal(err)
	}
	d := ready(b, strings.Repeat("On Monday, two strikes near Kirkuk destroyed a weapons cache that militants from the 5th Regiment had used against Iraqi forces. The foreign minister, Karl Lund, met Prime Minister Jonas Berg in Oslo to discuss the talks, officials said. ", 20))
	for b.Loop() {
		m.Document(d)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(d.Tokens)), "ns/word")
}
