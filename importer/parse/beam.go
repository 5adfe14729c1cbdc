package parse

import (
	"cmp"
	"slices"

	"skein/importer/perceptron"
)

// The moves of the parser. The words wait in a queue; those whose head is not known yet stand on a stack.
const (
	shift = iota // the first word of the queue goes onto the stack
	left         // the top of the stack gets the first word of the queue as its head
	right        // the top of the stack gets the word below it as its head
	moves
)

// node is a word with those of its dependents that are known. Words are indexes into the sentence, -1 for none.
type node struct {
	word          int32
	left, left2   int32 // the outermost dependent on the left, and the one found before it
	right, right2 int32
	lefts, rights int32 // how many there are
}

func bare(word int32) node { return node{word, -1, -1, -1, -1, 0, 0} }

// state is what a chain of moves has led to.
type state struct {
	top, next node  // of stack and queue; next.word is the number of words where the queue is empty, top.word -1 where the stack is
	below     int32 // the state whose top is the word below ours, or -1
	before    int32 // the state that the last move was made from
	move      int8  // the last move
	score     int64
}

// weights is a classifier in training or trained.
type weights interface {
	Score(features []uint64, scores []int32)
}

// search looks for the best chain of moves; its room is used again.
type search struct {
	w        []word
	m        weights
	states   []state
	beam     []int32 // states after the same number of moves, the best one first
	grown    []candidate
	features []uint64
	rated    []rating // by key, a power of two of them
	ratings  int
}

// rating is the scores of the moves in states that look the same; key 0 is an empty one.
type rating struct {
	key    uint64
	scores [moves]int32
}

type candidate struct {
	from  int32
	move  int8
	score int64
}

// enter sets the search to a sentence and the weights to judge moves by, which must not change before the next call.
func (s *search) enter(w []word, m weights) {
	s.w, s.m = w, m
	if s.rated == nil {
		s.rated = make([]rating, 1<<8)
	}
	clear(s.rated)
	s.ratings = 0
	s.begin()
}

// begin sets the search back to the sentence's beginning.
func (s *search) begin() {
	s.states = append(s.states[:0], state{top: bare(-1), next: bare(0), below: -1, before: -1})
	s.beam = append(s.beam[:0], 0)
}

// rate is the scores of the moves in a state. Most states of a beam look like others to the features, so they are kept.
func (s *search) rate(x *state) [moves]int32 {
	key := x.top.key()
	if x.below >= 0 {
		under := &s.states[x.below]
		key = perceptron.Mix(key, under.top.key())
		if under.below >= 0 {
			key = perceptron.Mix(key, uint64(s.states[under.below].top.word))
		}
	}
	key = perceptron.Mix(key, x.next.key()) | 1
	r := s.rating(key)
	if r.key == key {
		return r.scores
	}
	if s.ratings*2 >= len(s.rated) {
		old := s.rated
		s.rated = make([]rating, 4*len(old))
		for _, o := range old {
			if o.key != 0 {
				*s.rating(o.key) = o
			}
		}
		r = s.rating(key)
	}
	s.ratings++
	s.find(x)
	r.key, r.scores = key, [moves]int32{}
	s.m.Score(s.features, r.scores[:])
	return r.scores
}

// rating is where the rating of that key stands, or belongs.
func (s *search) rating(key uint64) *rating {
	mask := uint64(len(s.rated) - 1)
	at := key >> 20 & mask
	for s.rated[at].key != 0 && s.rated[at].key != key {
		at = (at + 1) & mask
	}
	return &s.rated[at]
}

// key tells nodes apart.
func (n *node) key() uint64 {
	k := perceptron.Mix(uint64(uint32(n.word))<<32|uint64(uint32(n.left)), uint64(uint32(n.right))<<32|uint64(uint32(n.left2)))
	return perceptron.Mix(k, uint64(uint32(n.right2))<<32|uint64(uint16(n.lefts))<<16|uint64(uint16(n.rights)))
}

// step makes one move in every state of the beam and keeps the best width of what comes out.
func (s *search) step(width int) {
	s.grown = s.grown[:0]
	for _, at := range s.beam {
		x := &s.states[at]
		can := s.can(x)
		for move, score := range s.rate(x) {
			if can[move] {
				s.grown = append(s.grown, candidate{at, int8(move), x.score + int64(score)})
			}
		}
	}
	slices.SortStableFunc(s.grown, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
	s.beam = s.beam[:0]
	for _, c := range s.grown[:min(width, len(s.grown))] {
		s.beam = append(s.beam, s.take(c))
	}
}

// can says which moves are open. As long as there is more than one word in the game there is one.
func (s *search) can(x *state) [moves]bool {
	waiting := int(x.next.word) < len(s.w)
	return [moves]bool{shift: waiting, left: waiting && x.top.word >= 0, right: x.below >= 0 && s.states[x.below].top.word >= 0}
}

// take makes the move and returns the new state's index.
func (s *search) take(c candidate) int32 {
	x := &s.states[c.from]
	y := state{before: c.from, move: c.move, score: c.score}
	switch c.move {
	case shift:
		y.top, y.next, y.below = x.next, bare(x.next.word+1), c.from
	case left:
		y.next = x.next
		y.next.left, y.next.left2 = x.top.word, x.next.left
		y.next.lefts++
		under := &s.states[x.below]
		y.top, y.below = under.top, under.below
	case right:
		y.next = x.next
		under := &s.states[x.below]
		y.top, y.below = under.top, under.below
		y.top.right, y.top.right2 = x.top.word, under.top.right
		y.top.rights++
	}
	s.states = append(s.states, y)
	return int32(len(s.states) - 1)
}

// heads writes the heads that the moves up to a state have given; the root's is -1.
func (s *search) heads(at int32, heads []int32) {
	for i := range heads {
		heads[i] = -1
	}
	for ; at > 0; at = s.states[at].before {
		x := &s.states[s.states[at].before]
		switch s.states[at].move {
		case left:
			heads[x.top.word] = x.next.word
		case right:
			heads[x.top.word] = s.states[x.below].top.word
		}
	}
}

// run runs the search to its end; the beam then holds whole trees.
func (s *search) run(width int) {
	s.begin()
	for range 2*len(s.w) - 1 {
		s.step(width)
	}
}

// derive appends the moves that lead to the tree to out. A word is taken off the stack as soon as it has all its dependents.
func derive(heads []int32, out []int8) []int8 {
	missing := make([]int, len(heads)) // dependents not yet found
	for _, h := range heads {
		if h >= 0 {
			missing[h]++
		}
	}
	var stack []int32
	next := int32(0)
	for range 2*len(heads) - 1 {
		move := int8(shift)
		if n := len(stack); n > 0 && missing[stack[n-1]] == 0 {
			switch h := heads[stack[n-1]]; {
			case h == next && h < int32(len(heads)):
				move = left
			case n > 1 && h == stack[n-2]:
				move = right
			}
		}
		switch move {
		case shift:
			stack = append(stack, next)
			next++
		case left:
			missing[next]--
			stack = stack[:len(stack)-1]
		case right:
			missing[stack[len(stack)-2]]--
			stack = stack[:len(stack)-1]
		}
		out = append(out, move)
	}
	return out
}

// value is the score of a tree.
func (s *search) value(derivation []int8) int64 {
	s.begin()
	at := int32(0)
	for _, move := range derivation {
		x := &s.states[at]
		at = s.take(candidate{at, move, x.score + int64(s.rate(x)[move])})
	}
	return s.states[at].score
}
