package parse

import (
	"bytes"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"skein/importer"
	"skein/importer/group"
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

// tinyRecipe is quick.
var tinyRecipe = recipe{
	shape:  shape{word: 6, affix: 6, tag: 4, hidden: 8, layers: 2, arc: 16, label: 16, buckets: 64},
	epochs: 60, batch: 30, rate: 2e-2, rare: 2, ownDrop: 0.5, affixDrop: 0.8,
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
	model := tinyRecipe.train(tiny(), nil, nil).encode()
	if again := tinyRecipe.train(tiny(), nil, nil).encode(); !bytes.Equal(model, again) {
		t.Error("training twice gives other bytes")
	}
	p, err := Read(model)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range []string{
		"the/DET/2/det cat/NOUN/3/nsubj walked/VERB/0/root to/ADP/6/case a/DET/6/det house/NOUN/3/obl ./PUNCT/3/punct",
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
	model := tinyRecipe.train(tiny(), nil, nil).encode()
	for n := 0; n < len(model); n += 1 + n/200 { // every byte of the lists, and then some
		if _, err := Read(model[:n]); !errors.Is(err, ErrModel) {
			t.Fatalf("%d of %d bytes: %v", n, len(model), err)
		}
	}
	if _, err := Read(append(bytes.Clone(model), 0)); !errors.Is(err, ErrModel) {
		t.Errorf("a byte too many: %v", err)
	}
}

// TestNoTree wants sentences left out that are no tree, and the others learned.
func TestNoTree(t *testing.T) {
	bad := [][]Example{
		sentence("dogs/NOUN/2/nsubj bark/VERB/1/root"), sentence("dogs/NOUN/0/root bark/VERB/0/root"),
		sentence("dogs/NOUN/1/nsubj bark/VERB/0/root"), sentence("dogs/NOUN/9/nsubj bark/VERB/0/root"), {},
	}
	if !bytes.Equal(tinyRecipe.train(append(bad, tiny()...), nil, nil).encode(), tinyRecipe.train(tiny(), nil, nil).encode()) {
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

// TestProjective wants crossing arcs to be mended without touching the others.
func TestProjective(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for n := 1; n <= 200; n++ {
		heads := random(r, 1+n%12)
		was := slices.Clone(heads)
		projective(heads)
		if !isTree(heads) || crossing(heads) {
			t.Fatalf("%v became %v, which is no tree or has crossing arcs", was, heads)
		}
		again := slices.Clone(heads)
		if projective(again); !slices.Equal(again, heads) {
			t.Fatalf("%v is not projective: it became %v", heads, again)
		}
	}
}

// TestGradient holds the gradient of every part of the network against differences of the loss.
func TestGradient(t *testing.T) {
	given := []group.Vector{{Word: "cats", Values: []float32{1, 2, 3, -1, -2, 0}}, {Word: "bark", Values: []float32{0, -2, 3, 1, 2, 0}}}
	r := tinyRecipe
	r.epochs, r.layers, r.ownDrop, r.affixDrop = 0, 3, 0, 0
	bank := tiny()[:4]
	l := r.train(bank, given, nil)
	var lessons []lesson
	words := 0
	for _, s := range bank {
		lessons = append(lessons, l.lesson(s))
		words += len(s)
	}
	rng := rand.New(rand.NewPCG(1, 2))
	for i := range l.own.value {
		l.own.value[i] = float32(rng.NormFloat64())
	}
	w := l.weights
	for _, bias := range [][]float32{w.endsBias, w.headBias, w.nameBias, w.reachBias, w.layers[0].bias} {
		for i := range bias { // away from the bends of max(x, 0)
			bias[i] = float32(rng.NormFloat64())
		}
	}
	k := &l.workers[0]
	loss := func() float64 {
		k.loss = 0
		l.weights.ready(&l.net)
		l.turned.ready(l.weights)
		k.learn(l, lessons, 1/float32(words))
		return k.loss / float64(words)
	}
	loss()
	g := l.shape.lay(slices.Clone(k.grad.all))
	own, affix := slices.Clone(l.own.grad[0]), slices.Clone(l.affix.grad[0])
	check := func(what string, x, grad []float32) {
		t.Helper()
		for i := 0; i < len(x); i += max(1, len(x)/13) {
			const e = 1.0 / 512
			was, got := x[i], float64(grad[i])
			x[i] = was + e
			up := loss()
			x[i] = was - e
			down := loss()
			x[i] = was
			if want := (up - down) / (2 * e); math.Abs(want-got) > 1e-3+0.02*math.Abs(want) {
				t.Errorf("%s %d: gradient %v, want %v", what, i, got, want)
				return
			}
		}
	}
	check("tags", w.tagged, g.tagged)
	for i := range w.layers {
		check("matrix", w.layers[i].matrix, g.layers[i].matrix)
		check("bias", w.layers[i].bias, g.layers[i].bias)
		check("v", w.layers[i].v[0], g.layers[i].v[0])
		check("v", w.layers[i].v[1], g.layers[i].v[1])
	}
	check("ends", w.ends, g.ends)
	check("bias of ends", w.endsBias, g.endsBias)
	check("product", w.product, g.product)
	check("bias of heads", w.headBias, g.headBias)
	check("root", w.root, g.root)
	check("reach", w.reach, g.reach)
	check("bias of reach", w.reachBias, g.reachBias)
	check("names", w.names, g.names)
	check("bias of names", w.nameBias, g.nameBias)
	check("own vectors", l.own.value, own)
	check("affixes", l.affix.value, affix)
}
