package parse

import (
	"math"
	"math/rand/v2"
	"slices"
	"sync"

	"skein/importer"
	"skein/importer/group"
	"skein/importer/tag"
)

// Example is an annotated word.
type Example struct {
	Word  string
	Tag   importer.Tag // as the tagger sees it, who does not know the sentence: the parser learns to live with its errors
	Head  int          // index into the sentence, -1 for the root
	Label string       // relation to the head; "" where it is not known
}

// Dimensions is how many numbers a word vector has.
const Dimensions = 100

// recipe is how a network is trained.
type recipe struct {
	shape
	epochs int     // over all sentences
	batch  int     // words that a step is made by, about
	rate   float64 // of learning, at the beginning; it falls to nothing
	rare   int     // words seen as often get a vector of their own

	// Shares of numbers that are dropped: of what goes into the network, of what its layers give out, of the ends of arcs.
	inDrop, drop, endDrop float32
	// Shares of words that are seen without their vector, without the part of it that is their own, without affixes, without tag.
	wordDrop, ownDrop, affixDrop, tagDrop float32
}

// workers is how many learn side by side. The result depends on it.
const workers = 2

var standardRecipe = recipe{
	shape:  shape{word: Dimensions, affix: 36, tag: 24, hidden: 80, layers: 3, arc: 80, label: 48, buckets: 1 << 13},
	epochs: 35, batch: 900, rate: 2e-3, rare: 2,
	inDrop: 0.1, drop: 0.15, endDrop: 0.2,
	wordDrop: 0.05, ownDrop: 0.25, affixDrop: 0.1, tagDrop: 0.15,
}

// seen is a word as the network sees it.
type seen struct {
	given   int32 // its vector among those given, or -1
	own     int32 // its own vector, or -1
	affixes [affixes]uint16
	tag     uint8
}

// lesson is a sentence to learn from.
type lesson struct {
	words  []seen
	heads  []int32
	labels []int32
}

// Train learns a model from sentences and word vectors of Dimensions numbers each, the most frequent words first, and returns its
// bytes, which Read reads. It reports the mean loss of a word after every round of training. The same sentences and
// vectors in the same order give the same bytes on the same kind of machine. Sentences that are no tree are left out.
func Train(sentences [][]Example, vectors []group.Vector, report func(round, of int, loss float64)) []byte {
	return standardRecipe.train(sentences, vectors, report).encode()
}

// learner is a network in training.
type learner struct {
	*recipe
	given   map[uint32]int32
	vectors [][]float32
	counted map[uint32]int32 // words with vectors of their own
	net
	turned
	adam
	own, affix *table
	workers    [workers]worker
	labels     []string
	steps      int
}

// train trains a network. report may be nil.
func (r recipe) train(sentences [][]Example, vectors []group.Vector, report func(round, of int, loss float64)) *learner {
	sentences = slices.DeleteFunc(slices.Clone(sentences), func(s []Example) bool { return len(s) == 0 || !isTree(headsOf(s)) })
	l := &learner{recipe: &r, labels: labelsOf(sentences), given: map[uint32]int32{}, counted: map[uint32]int32{}}
	r.shape.labels, r.shape.tags = len(l.labels), len(tag.Tags)
	for _, v := range vectors {
		f := fingerprint(fold(nil, v.Word))
		if _, ok := l.given[f]; !ok {
			l.given[f] = int32(len(l.vectors))
			l.vectors = append(l.vectors, v.Values)
		}
	}
	count := map[uint32]int{}
	for _, s := range sentences {
		for _, x := range s {
			f := fingerprint(fold(nil, x.Word))
			if count[f]++; count[f] == r.rare {
				l.counted[f] = int32(len(l.counted))
			}
		}
	}
	var lessons []lesson
	for _, s := range sentences {
		lessons = append(lessons, l.lesson(s))
	}
	l.begin()
	rng := rand.New(rand.NewPCG(1, 2))
	steps := r.epochs * len(l.batches(rng, lessons))
	for epoch := range r.epochs {
		batches := l.batches(rng, lessons)
		loss := 0.0
		words := 0
		for i, b := range batches {
			progress := (float64(epoch) + float64(i)/float64(len(batches))) / float64(r.epochs)
			warm := min(1, float64(l.steps+1)/float64(1+min(200, steps/10)))
			loss += l.learn(b, r.rate*(1-progress)*warm)
			for _, s := range b {
				words += len(s.words)
			}
		}
		if report != nil {
			report(epoch+1, r.epochs, loss/float64(words))
		}
	}
	return l
}

func headsOf(s []Example) []int32 {
	heads := make([]int32, len(s))
	for i, x := range s {
		heads[i] = int32(x.Head)
	}
	return heads
}

// labelsOf are the labels that occur, in order.
func labelsOf(sentences [][]Example) []string {
	seen := map[string]bool{}
	for _, s := range sentences {
		for _, x := range s {
			if x.Label != "" && x.Head >= 0 {
				seen[x.Label] = true
			}
		}
	}
	var out []string
	for l := range seen {
		out = append(out, l)
	}
	slices.Sort(out)
	return out
}

// lesson is a sentence as the network sees it.
func (l *learner) lesson(s []Example) lesson {
	x := lesson{heads: headsOf(s)}
	projective(x.heads)
	for _, w := range s {
		folded := fold(nil, w.Word)
		y := seen{given: l.givenOf(folded), own: -1, affixes: affixesOf(folded, l.shape.buckets), tag: uint8(tag.Class(w.Tag))}
		if at, ok := l.counted[fingerprint(folded)]; ok {
			y.own = at
		}
		x.words = append(x.words, y)
		label := int32(-1)
		if at, ok := slices.BinarySearch(l.labels, w.Label); ok {
			label = int32(at)
		}
		x.labels = append(x.labels, label)
	}
	return x
}

// givenOf is the vector given for a word, or for its last part where there is none for it, or -1.
func (l *learner) givenOf(folded []byte) int32 {
	if at, ok := l.given[fingerprint(folded)]; ok {
		return at
	}
	if at, ok := l.given[fingerprint(last(folded))]; ok && len(last(folded)) > 0 {
		return at
	}
	return -1
}

// batches divides the sentences up, in an order of chance.
func (l *learner) batches(rng *rand.Rand, lessons []lesson) [][]lesson {
	rng.Shuffle(len(lessons), func(i, k int) { lessons[i], lessons[k] = lessons[k], lessons[i] })
	var out [][]lesson
	begin, words := 0, 0
	for i, x := range lessons {
		words += len(x.words)
		if words >= l.batch || i == len(lessons)-1 {
			out = append(out, lessons[begin:i+1])
			begin, words = i+1, 0
		}
	}
	return out
}

// begin sets the weights to numbers of chance (Glorot and Bengio 2010).
func (l *learner) begin() {
	rng := rand.New(rand.NewPCG(3, 4))
	w := l.shape.lay(make([]float32, l.shape.size()))
	chance := func(x []float32, in, out int) {
		for i := range x {
			x[i] = float32((2*rng.Float64() - 1) * math.Sqrt(6/float64(in+out)))
		}
	}
	for i := range w.tagged {
		w.tagged[i] = float32(rng.NormFloat64() * 0.3)
	}
	for _, x := range w.layers {
		chance(x.matrix, x.in, 2*w.hidden)
	}
	chance(w.ends, 2*w.hidden, w.arc)
	chance(w.product, w.arc, w.arc)
	chance(w.root, 1, w.arc)
	chance(w.names, 2*w.label, w.labels)
	l.weights, l.adam = w, *newAdam(w.all)
	l.own = newTable(len(l.counted), w.word)
	l.affix = newTable(l.shape.buckets, w.affix)
	for i := range l.affix.value {
		l.affix.value[i] = float32(rng.NormFloat64() * 0.1)
	}
	for i := range l.workers {
		k := &l.workers[i]
		k.id, k.rng = i, *rand.NewPCG(5, uint64(i))
		k.grad = w.shape.lay(make([]float32, len(w.all)))
	}
}

// learn makes a step by the sentences of a batch and returns the sum of their words' losses.
func (l *learner) learn(batch []lesson, rate float64) (loss float64) {
	words := 0
	for _, s := range batch {
		words += len(s.words)
	}
	l.weights.ready(&l.net)
	l.turned.ready(l.weights)
	parts := share(batch, words)
	var wait sync.WaitGroup
	for i := range l.workers {
		wait.Go(func() { l.workers[i].learn(l, parts[i], 1/float32(words)) })
	}
	wait.Wait()
	l.steps++
	pace := pace(rate, l.steps)
	square := 0.0
	g := l.workers[0].grad.all
	for _, w := range l.workers[1:] {
		for i, v := range w.grad.all {
			g[i] += v
		}
		clear(w.grad.all)
	}
	for _, v := range g {
		square += float64(v) * float64(v)
	}
	factor := float32(min(1, 5/(math.Sqrt(square)+1e-9)))
	for i := range l.workers {
		wait.Go(func() {
			begin, end := i*len(g)/workers, (i+1)*len(g)/workers
			l.adam.move(begin, g[begin:end], factor, pace)
		})
	}
	wait.Wait()
	clear(g)
	l.own.step(factor, pace)
	l.affix.step(factor, pace)
	for i := range l.workers {
		loss += l.workers[i].loss
		l.workers[i].loss = 0
	}
	return loss
}

// share divides a batch into as many parts as there are workers, of about as many words.
func share(batch []lesson, words int) (out [workers][]lesson) {
	have, begin := 0, 0
	at := 0
	for i, s := range batch {
		have += len(s.words)
		if at < workers-1 && have*workers >= words*(at+1) {
			out[at], begin = batch[begin:i+1], i+1
			at++
		}
	}
	out[at] = batch[begin:]
	return out
}
