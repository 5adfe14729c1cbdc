package refer

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"skein/graph"
	"skein/importer"
	"skein/importer/find"
	"skein/importer/segment"
	"skein/importer/tag"
)

// annotated is a text in which every pronoun stands for the first thing that is mentioned.
func annotated(t testing.TB, text string) Annotated {
	t.Helper()
	d := &importer.Document{Article: graph.Article{Text: text}, Path: "test"}
	if err := importer.Run(d, []importer.Stage{segment.Stage(), tag.Stage(), find.Stage()}); err != nil {
		t.Fatal(err)
	}
	a := Annotated{Document: d, Chains: make([]string, len(d.Mentions)), Pronouns: map[int]string{}}
	first := d.Mentions[0].Name
	for i, m := range d.Mentions {
		a.Chains[i] = m.Name
	}
	for i := range d.Tokens {
		if _, ok := pronounAt(d.Word(i)); ok {
			a.Pronouns[d.Tokens[i].Begin] = first
		}
	}
	return a
}

// TestTrain makes sure that what is shown is learned, and that the same texts give the same bytes.
func TestTrain(t *testing.T) {
	texts := []string{
		"Ann Rowe met Sarah Lund in Oslo. She left.", "Mary Okoro saw Jane Dahl there. She was glad.",
		"Norway met Denmark in Oslo. It left.", "Sarah Lund saw Ann Rowe on Monday. Her office is closed.",
	}
	model := func() []byte {
		var all []Annotated
		for _, s := range texts {
			all = append(all, annotated(t, s))
		}
		b, err := Train(all)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	one := model()
	if !bytes.Equal(one, model()) {
		t.Error("the same texts give two models")
	}
	w, err := decode(string(one))
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := decode(w.write()); *again != *w {
		t.Error("weights are not read as they were written")
	}
	a := annotated(t, "Nora Field met Paula Reyes in Bergen. She slept.")
	j, err := newJoiner(a.Document)
	if err != nil {
		t.Fatal(err)
	}
	j.names()
	r := ranking{j: j, w: w}
	r.run()
	if len(r.added) != 1 || j.ids[j.find(r.added[0].identity)].low != "nora field" {
		t.Errorf("she is given to %+v", r.added)
	}
}

func TestDecode(t *testing.T) {
	for _, s := range []string{"person distance 1", "person distance 1 x", "nobody distance 1 1", "person nothingness 1 1", "person distance 99 1"} {
		if _, err := decode(s); err == nil {
			t.Errorf("%q is no weight", s)
		}
	}
	if w, err := decode("# note\n\nthing\tdistance\t2\t-0.5\n"); err != nil || w[things][distance.is(2)] != -0.5 {
		t.Error(err)
	}
	if !slices.Contains(templateNames[:], "nothing-near") || slices.Contains(templateNames[:], "") {
		t.Errorf("templates without names: %s", strings.Join(templateNames[:], " "))
	}
	if _, err := standard(); err != nil {
		t.Error(err)
	}
}

// TestSure makes sure that what is not sure stays open: it that stands for nothing, two who fit alike, what nothing was said of.
func TestSure(t *testing.T) {
	for _, text := range []string{
		"Norway is cold. It is clear that talks are needed.",
		"It rains in Oslo.",
		"They said so in Oslo.",
		"He said so.",
		"Ann Rowe spoke. He left.",
		"Mary Dahl spoke. His men left.",
	} {
		if got := joined(t, text); got != "" {
			t.Errorf("%q: %s", text, got)
		}
	}
}

// TestSpeakers makes sure that I is who speaks, and he in a quotation is not.
func TestSpeakers(t *testing.T) {
	for _, c := range [][2]string{
		{"Ann Rowe met Ben Lund. “I like him,” Rowe said.", "I=Ann Rowe; him=Ben Lund; Rowe=Ann Rowe"},
		{"“I am glad,” said Ben Lund. “My men are home.”", "I=Ben Lund; My=Ben Lund"},
		{"Ben Lund left. “I am glad,” he said.", "I=Ben Lund; he=Ben Lund"},
		{"“I am glad,” officials said.", ""},
	} {
		if got := joined(t, c[0]); got != c[1] {
			t.Errorf("%q\n got %s\nwant %s", c[0], got, c[1])
		}
	}
}

func BenchmarkPronouns(b *testing.B) {
	d := annotated(b, strings.Repeat("Gen. Karl Dahl told reporters that he had met Prime Minister Ann Rowe twice. Norway sent its ships, and she said they had left. ", 50))
	b.ReportMetric(float64(len(d.Tokens)), "tokens")
	for b.Loop() {
		j, err := newJoiner(d.Document)
		if err != nil {
			b.Fatal(err)
		}
		j.names()
		r := ranking{j: j}
		r.w, _ = standard()
		r.run()
	}
}
