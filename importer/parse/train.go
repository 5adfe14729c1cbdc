package parse

import (
	"math/rand/v2"
	"slices"
	"sync"

	"skein/importer"
	"skein/importer/group"
	"skein/importer/perceptron"
)

// Example is an annotated word.
type Example struct {
	Word  string
	Tag   importer.Tag // as the tagger sees it, who does not know the sentence: the parser learns to live with its errors
	Head  int          // index into the sentence, -1 for the root
	Label string       // relation to the head; "" where it is not known
}

const (
	rounds      = 4      // over all sentences
	mixed       = 2      // classifiers of moves that learn in different orders and are taken together
	wide        = 8      // states looked at together in training
	keptMoves   = 550000 // features: more give little and cost memory
	keptLabels  = 100000
	labelRounds = 8
	margin      = 80 // by which the right label must be ahead of all others, else it is learned
)

// tree is a sentence to learn from.
type tree struct {
	w      []word
	heads  []int32
	labels []int
	moves  []int8
}

// Train learns a model from sentences and returns its bytes, which Read reads. The same sentences in the same order give
// the same bytes. Sentences that are no tree are left out. The model is good for the same groups of words only.
func Train(sentences [][]Example, kin group.Table) []byte {
	sentences = slices.DeleteFunc(slices.Clone(sentences), func(s []Example) bool { return !isTree(headsOf(s)) })
	labels := labelsOf(sentences)
	var sides [2][]tree
	for _, s := range sentences {
		heads := headsOf(s)
		projective(heads)
		var words []string
		var tags []importer.Tag
		t := tree{labels: make([]int, len(s))}
		for i, x := range s {
			words, tags = append(words, x.Word), append(tags, x.Tag)
			t.labels[i], _ = slices.BinarySearch(labels, x.Label)
			if x.Label == "" {
				t.labels[i] = -1
			}
		}
		t.w, t.heads = prepare(nil, words, tags, kin), heads
		t.moves = derive(t.heads, nil)
		sides[0] = append(sides[0], t)
		back := tree{w: mirror(nil, t.w), heads: mirrorHeads(nil, heads)}
		back.moves = derive(back.heads, nil)
		sides[1] = append(sides[1], back)
	}
	var m [3]*perceptron.Model
	var learned [len(sides)][mixed]*perceptron.Trainer
	var wait sync.WaitGroup
	for side := range sides {
		for k := range mixed {
			wait.Go(func() { learned[side][k] = learnMoves(sides[side], uint64(k)) })
		}
	}
	wait.Go(func() { m[2] = learnLabels(sides[0], len(labels)) })
	wait.Wait()
	for side, l := range learned {
		for _, other := range l[1:] {
			l[0].Join(other)
		}
		m[side] = l[0].Model(keptMoves)
	}
	return encode(labels, m)
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

// learnMoves learns to choose moves: where the best chain that the beam holds is not the right one, the weights are moved
// at the length where it is ahead of the right one the most (max violation, Huang and others 2012). The order of the sentences depends on the seed.
func learnMoves(trees []tree, seed uint64) *perceptron.Trainer {
	trainer := perceptron.NewTrainer(moves)
	order := rand.New(rand.NewPCG(seed, 2))
	var s search
	trees = slices.Clone(trees)
	for range rounds {
		order.Shuffle(len(trees), func(i, k int) { trees[i], trees[k] = trees[k], trees[i] })
		for i := range trees {
			s.learn(trainer, &trees[i])
		}
	}
	return trainer
}

func (s *search) learn(trainer *perceptron.Trainer, t *tree) {
	trainer.Step()
	s.enter(t.w, trainer)
	gold, held := int32(0), int32(0) // the right state, and the same in the beam or -1
	var good, bad int32
	worst := int64(-1)
	for _, move := range t.moves {
		s.step(wide)
		x := &s.states[gold]
		gold = s.take(candidate{gold, move, x.score + int64(s.rate(x)[move])})
		was := held
		held = -1
		for _, at := range s.beam {
			if y := &s.states[at]; was >= 0 && y.before == was && y.move == move {
				held = at
			}
		}
		if ahead := s.states[s.beam[0]].score - s.states[gold].score; s.beam[0] != held && ahead >= worst {
			worst, good, bad = ahead, gold, s.beam[0]
		}
	}
	if worst < 0 || s.beam[0] == held {
		return
	}
	s.reward(trainer, good, bad)
}

// reward moves the weights towards the moves that led to one state and away from those to another one, which are as many,
// from where they part.
func (s *search) reward(trainer *perceptron.Trainer, good, bad int32) {
	chain := func(at int32) (out []int32) {
		for ; at > 0; at = s.states[at].before {
			out = append(out, at)
		}
		slices.Reverse(out)
		return out
	}
	a, b := chain(good), chain(bad)
	n := 0
	for s.states[a[n]].move == s.states[b[n]].move {
		n++
	}
	for ; n < len(a); n++ {
		for k, at := range [...]int32{a[n], b[n]} {
			s.find(&s.states[s.states[at].before])
			trainer.Add(s.features, int(s.states[at].move), int32(1-2*k))
		}
	}
}

func learnLabels(trees []tree, classes int) *perceptron.Model {
	trainer := perceptron.NewTrainer(classes)
	order := rand.New(rand.NewPCG(1, 2))
	var l labeller
	trees = slices.Clone(trees)
	scores := make([]int32, classes)
	for range labelRounds {
		order.Shuffle(len(trees), func(i, k int) { trees[i], trees[k] = trees[k], trees[i] })
		for _, t := range trees {
			l.begin(t.w, t.heads)
			l.each(func(i int32) int {
				clear(scores)
				trainer.Score(l.features, scores)
				guess := perceptron.Best(scores)
				if want := t.labels[i]; want >= 0 {
					trainer.Step()
					scores[want] -= margin
					trainer.Update(l.features, want, perceptron.Best(scores))
				}
				return guess
			})
		}
	}
	return trainer.Model(keptLabels)
}

// isTree reports whether heads make one tree of all words.
func isTree(heads []int32) bool {
	roots := 0
	for i, h := range heads {
		if h < 0 {
			roots++
		}
		for n := 0; h >= 0; n++ {
			if n > len(heads) || int(h) >= len(heads) || int(h) == i {
				return false
			}
			h = heads[h]
		}
	}
	return roots == 1
}

// projective lifts the dependents whose arcs cross others to their heads' heads, the shortest arcs first, until no arc is left that
// crosses another one (Nivre and Nilsson 2005).
func projective(heads []int32) {
	for {
		best, length := -1, int32(0)
		for i, h := range heads {
			if h < 0 {
				continue
			}
			if n := max(h-int32(i), int32(i)-h); (best < 0 || n < length) && crosses(heads, int32(i)) {
				best, length = i, n
			}
		}
		if best < 0 {
			return
		}
		heads[best] = heads[heads[best]]
	}
}

// crosses reports whether some word between i and its head does not hang below that head.
func crosses(heads []int32, i int32) bool {
	h := heads[i]
	for k := min(i, h) + 1; k < max(i, h); k++ {
		up := k
		for up >= 0 && up != h {
			up = heads[up]
		}
		if up < 0 {
			return true
		}
	}
	return false
}
