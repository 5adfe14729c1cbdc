package nominal

import (
	"bytes"
	"errors"
	"slices"
	"strings"
	"testing"

	"skein/assets"
	"skein/graph/schema"
	"skein/importer"
	"skein/importer/calm"
	"skein/importer/find"
	"skein/importer/mend"
	"skein/importer/segment"
	"skein/importer/tag"
	"skein/importer/when"
)

// before are the stages before this one.
func before() []importer.Stage {
	return []importer.Stage{segment.Stage(), tag.Stage(), calm.Stage(), find.Stage(), when.Stage(), mend.Stage()}
}

// ready is a text after the stages before this one.
func ready(t testing.TB, text string) *importer.Document {
	t.Helper()
	d := &importer.Document{}
	d.Text = text
	if err := importer.Run(d, before()); err != nil {
		t.Fatal(err)
	}
	return d
}

// marked is the nominals of a text as "kind: words" each.
func marked(d *importer.Document) string {
	var out []string
	for _, n := range d.Nominals {
		out = append(out, string(n.Kind)+": "+n.In(d.Text))
	}
	return strings.Join(out, "; ")
}

func TestNominals(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Militants attacked the base near Kirkuk on Monday, and two strikes destroyed a weapons cache.",
			"organization: Militants; place: the base; place: Kirkuk; time: Monday; quantity: two; weapon: strikes; place: a weapons cache"},
		{"A local doctor told Reuters that the city had been taken by Iran-backed militants.",
			"person: A local doctor; organization: Reuters; place: the city; organization: Iran-backed militants"},
		{"The foreign minister, Karl Lund, thanked the people of Norway.",
			"person: The foreign minister; person: Karl Lund; organization: the people of Norway"},
	} {
		d := ready(t, c.text)
		if err := Stage().Run(d); err != nil {
			t.Fatal(err)
		}
		if got := marked(d); got != c.want {
			t.Errorf("%s\n got %s\nwant %s", c.text, got, c.want)
		}
		for _, n := range d.Nominals {
			if n.Confidence <= 0 || n.Confidence > 1 {
				t.Errorf("%q has the confidence %f", n.In(d.Text), n.Confidence)
			}
		}
	}
}

// TestSettle wants a name of which the rules know nothing to be a town where the text says so, and no other one.
func TestSettle(t *testing.T) {
	d := &importer.Document{}
	d.Text = "Zumarra and Coodell were named. Zumarra is large."
	place := func(words string, kind importer.Kind, sure float64) importer.Nominal {
		n := importer.Nominal{Kind: kind, Confidence: sure}
		n.Begin = strings.Index(d.Text, words)
		n.End = n.Begin + len(words)
		return n
	}
	mention := func(n importer.Nominal, sure float64) importer.Mention {
		return importer.Mention{Span: n.Span, Head: n.Span, Type: schema.Organization, Name: n.In(d.Text), Confidence: sure}
	}
	a, b := place("Zumarra", importer.KindPlace, 0.6), place("Coodell", importer.KindOrganization, 0.6)
	c := place("Zumarra is", importer.KindOrganization, 0.2)
	c.End -= len(" is")
	d.Nominals = []importer.Nominal{a, b, c}
	d.Mentions = []importer.Mention{mention(a, guess), mention(b, guess), mention(c, guess)}
	settle(d)
	if d.Mentions[0].Type != schema.City || d.Mentions[1].Type != schema.Organization || d.Mentions[2].Type != schema.City {
		t.Errorf("got %+v", d.Mentions)
	}
	d.Mentions = []importer.Mention{mention(a, 0.8)}
	if settle(d); d.Mentions[0].Type != schema.Organization {
		t.Error("what the rules know is overruled")
	}
}

// own is a small corpus: cats are animals, ships are things.
func own(t testing.TB) (texts []Example) {
	t.Helper()
	for _, noun := range []string{"cat", "ship", "black cat", "large ship"} {
		text := "We saw the " + noun + " and left."
		d := ready(t, text)
		kind := importer.Kind("thing")
		if strings.HasSuffix(noun, "cat") {
			kind = "animal"
		}
		m := Mark{Kind: kind}
		m.Begin = strings.Index(text, "the")
		m.End = strings.Index(text, " and")
		texts = append(texts, Example{Doc: d, Marks: []Mark{m}})
	}
	return slices.Concat(texts, texts, texts, texts)
}

func TestTrain(t *testing.T) {
	texts := slices.Repeat(own(t), 2)
	a := Train(texts, nil, nil)
	if !bytes.Equal(a, Train(texts, nil, nil)) {
		t.Error("the same texts give other bytes")
	}
	r, err := Read(a, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	d := ready(t, "They saw the small cat and the ship.")
	r.Document(d)
	if got, want := marked(d), "animal: the small cat; thing: the ship"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	for n := range len(a) {
		if _, err := Read(a[:n], nil, nil); !errors.Is(err, ErrModel) {
			t.Fatalf("%d of %d bytes are taken for a model", n, len(a))
		}
	}
}

// TestSkip wants stretches that were left unannotated not to be learned as empty of nominals.
func TestSkip(t *testing.T) {
	texts := own(t)
	bare := Example{Doc: texts[0].Doc}
	bare.Skip = append(bare.Skip, bare.Doc.Sentences[0].Span)
	r, err := Read(Train(append([]Example{bare, bare, bare, bare, bare}, texts...), nil, nil), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	d := ready(t, texts[0].Doc.Text)
	if r.Document(d); marked(d) != "animal: the cat" {
		t.Errorf("got %s", marked(d))
	}
}

func FuzzDocument(f *testing.F) {
	f.Add("Militants attacked the base near Kirkuk on Monday.")
	f.Add("\x00\xff ’s “(…) 5,000 $3m U.S.\n\n- x")
	f.Fuzz(func(t *testing.T, text string) {
		d := ready(t, text)
		if err := Stage().Run(d); err != nil {
			t.Fatal(err)
		}
		end := 0
		for _, n := range d.Nominals {
			if s := d.Sentences[n.Sentence]; n.Begin < end || n.End <= n.Begin || n.Begin < s.Begin || n.End > s.End {
				t.Errorf("%v is no place in %v behind %d", n.Span, s.Span, end)
			}
			end = n.End
		}
	})
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(assets.NominalModel()[:1000]))
	f.Add([]byte(head + "\x01\x01x\x00\x05\x05\x00"))
	f.Fuzz(func(t *testing.T, b []byte) {
		if r, err := Read(b, nil, nil); err == nil {
			r.Document(ready(t, "Two men left."))
		}
	})
}

// BenchmarkDocument reports nanoseconds a word.
func BenchmarkDocument(b *testing.B) {
	text := strings.Repeat("A senior military official told Reuters that the city had been taken by Iran-backed militants on Monday. "+
		"Two strikes destroyed a weapons cache near the Syrian town of Tel Abyad, the coalition said in a statement.\n", 20)
	d := ready(b, text)
	r, err := Standard()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		r.Document(d)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(d.Tokens)), "ns/word")
}
