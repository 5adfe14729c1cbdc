package tag

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"skein/importer"
)

// tiny is a treebank of a language with few words, each as word/TAG/base form.
func tiny() [][]Example {
	var out [][]Example
	for range 8 {
		for _, s := range []string{
			"the/DET/the dogs/NOUN/dog bark/VERB/bark loudly/ADV/loudly ./PUNCT/.",
			"the/DET/the bark/NOUN/bark cracked/VERB/crack ./PUNCT/.",
			"a/DET/a cat/NOUN/cat barked/VERB/bark at/ADP/at Rex/PROPN/rex ./PUNCT/.",
			"Rex/PROPN/rex walked/VERB/walk to/ADP/to the/DET/the cats/NOUN/cat ./PUNCT/.",
			"cats/NOUN/cat walk/VERB/walk ,/PUNCT/, mice/NOUN/mouse jumped/VERB/jump ./PUNCT/.",
		} {
			var x []Example
			for w := range strings.FieldsSeq(s) {
				p := strings.Split(w, "/")
				x = append(x, Example{p[0], importer.Tag(p[1]), p[2]})
			}
			out = append(out, x)
		}
	}
	return out
}

func TestTrain(t *testing.T) {
	model := Train(tiny(), nil)
	if again := Train(tiny(), nil); !bytes.Equal(model, again) {
		t.Error("training twice gives other bytes")
	}
	tagger, err := Read(model, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ words, want string }{
		{"the bark barked .", "DET NOUN VERB PUNCT"}, // one word, two tags
		{"a dog walked to Rex .", "DET NOUN VERB ADP PROPN PUNCT"},
		{"THE DOGS BARK .", "DET NOUN VERB PUNCT"},
		{"the frogs croaked .", "DET NOUN VERB PUNCT"}, // words never seen
	} {
		var got []string
		for _, tag := range tagger.Sentence(strings.Fields(c.words)) {
			got = append(got, string(tag))
		}
		if g := strings.Join(got, " "); g != c.want {
			t.Errorf("%s: %s, want %s", c.words, g, c.want)
		}
	}
	for word, want := range map[string]string{"frogs": "frog", "croaked": "croak"} { // by learned endings
		tag := importer.Noun
		if word == "croaked" {
			tag = importer.Verb
		}
		if got := tagger.Lemma(word, tag); got != want {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
}

func TestReadRefuses(t *testing.T) {
	model := Train(tiny(), nil)
	for n := 0; n < len(model); n += 1 + n/200 { // every byte of the lists, and then some
		if _, err := Read(model[:n], nil); !errors.Is(err, ErrModel) {
			t.Fatalf("%d of %d bytes: %v", n, len(model), err)
		}
	}
	if _, err := Read(append(bytes.Clone(model), 0), nil); !errors.Is(err, ErrModel) {
		t.Errorf("a byte too many: %v", err)
	}
}

func TestUnknownTagsTeachNothing(t *testing.T) {
	bank := tiny()
	for _, s := range bank {
		s[0].Tag, s[0].Lemma = "", "" // the first word of each
	}
	tagger, err := Read(Train(bank, nil), nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := tagger.Sentence([]string{"the", "dogs", "bark"}); got[1] != importer.Noun || got[2] != importer.Verb {
		t.Errorf("%v", got)
	}
}

func TestHeadlineCase(t *testing.T) {
	var words []string
	for _, e := range asHeadline(tiny()[3]) {
		words = append(words, e.Word)
	}
	if got := strings.Join(words, " "); got != "Rex Walked to Cats" {
		t.Error(got)
	}
}
