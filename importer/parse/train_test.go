package parse

import (
	"bytes"
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"skein/importer"
)

// tiny is a treebank of a language with few words, each as word/TAG/head/label with heads counted from 1.
func tiny() [][]Example {
	var out [][]Example
	for range 6 {
		for _, s := range []string{
			"the/DET/2/det dogs/NOUN/3/nsubj bark/VERB/0/root ./PUNCT/3/punct",
			"a/DET/2/det cat/NOUN/3/nsubj saw/VERB/0/root the/DET/5/det dog/NOUN/3/obj ./PUNCT/3/punct",
			"Rex/PROPN/2/nsubj saw/VERB/0/root a/DET/4/det cat/NOUN/2/obj in/ADP/7/case the/DET/7/det house/NOUN/4/nmod ./PUNCT/2/punct",
			"Rex/PROPN/2/nsubj walked/VERB/0/root to/ADP/5/case the/DET/5/det house/NOUN/2/obl ./PUNCT/2/punct",
			"cats/NOUN/2/nsubj walk/VERB/0/root ,/PUNCT/5/punct dogs/NOUN/5/nsubj bark/VERB/2/conj ./PUNCT/2/punct",
		} {
			out = append(out, sentence(s))
		}
	}
	return out
}

func sentence(s string) []Example {
	var x []Example
	for w := range strings.FieldsSeq(s) {
		p := strings.Split(w, "/")
		x = append(x, Example{p[0], importer.Tag(p[1]), int(p[2][0]-'0') - 1, p[3]})
	}
	return x
}

func TestTrain(t *testing.T) {
	model := Train(tiny(), nil)
	if again := Train(tiny(), nil); !bytes.Equal(model, again) {
		t.Error("training twice gives other bytes")
	}
	p, err := Read(model, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{
		"the/DET/2/det cat/NOUN/3/nsubj walked/VERB/0/root to/ADP/6/case a/DET/6/det dog/NOUN/3/obl ./PUNCT/3/punct",
		"a/DET/2/det wolf/NOUN/3/nsubj ate/VERB/0/root the/DET/5/det sheep/NOUN/3/obj ./PUNCT/3/punct", // words never seen
		"dogs/NOUN/2/nsubj bark/VERB/0/root",
		"Rex/PROPN/0/root",
	} {
		want := sentence(s)
		var words []string
		var tags []importer.Tag
		for _, x := range want {
			words, tags = append(words, x.Word), append(tags, x.Tag)
		}
		for i, got := range p.Sentence(words, tags) {
			if got.Head != want[i].Head || got.Relation != importer.Relation(want[i].Label) {
				t.Errorf("%q: %s is %s of word %d, want %s of word %d", words, words[i], got.Relation, got.Head, want[i].Label, want[i].Head)
			}
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

// TestNoTree wants sentences left out that are no tree, and the others learned.
func TestNoTree(t *testing.T) {
	bad := [][]Example{
		sentence("dogs/NOUN/2/nsubj bark/VERB/1/root"), sentence("dogs/NOUN/0/root bark/VERB/0/root"),
		sentence("dogs/NOUN/1/nsubj bark/VERB/0/root"), sentence("dogs/NOUN/9/nsubj bark/VERB/0/root"), {},
	}
	if !bytes.Equal(Train(append(bad, tiny()...), nil), Train(tiny(), nil)) {
		t.Error("sentences that are no tree were learned")
	}
}

// random is a tree of n words.
func random(r *rand.Rand, n int) []int32 {
	heads := make([]int32, n)
	order := r.Perm(n)
	for k, i := range order {
		heads[i] = -1
		if k > 0 {
			heads[i] = int32(order[r.IntN(k)])
		}
	}
	return heads
}

// TestDerive wants the moves of any tree without crossing arcs to give this tree, and trees with crossing arcs to be
// mended without touching the others.
func TestDerive(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for n := 1; n <= 200; n++ {
		heads := random(r, 1+n%12)
		was := slices.Clone(heads)
		projective(heads)
		if !isTree(heads) {
			t.Fatalf("%v became %v, which is no tree", was, heads)
		}
		again := slices.Clone(heads)
		if projective(again); !slices.Equal(again, heads) {
			t.Fatalf("%v is not projective: it became %v", heads, again)
		}
		s := search{}
		s.enter(make([]word, len(heads)), nil)
		at := int32(0)
		for _, move := range derive(heads, nil) {
			if !s.can(&s.states[at])[move] {
				t.Fatalf("%v: move %d is not open", heads, move)
			}
			at = s.take(candidate{from: at, move: move})
		}
		got := make([]int32, len(heads))
		if s.heads(at, got); !slices.Equal(got, heads) {
			t.Errorf("%v became %v", heads, got)
		}
	}
}

func TestMirror(t *testing.T) {
	heads := []int32{1, -1, 1, 2}
	if got := mirrorHeads(nil, heads); !slices.Equal(got, []int32{1, 2, -1, 2}) || !slices.Equal(mirrorHeads(nil, got), heads) {
		t.Error(got)
	}
}
