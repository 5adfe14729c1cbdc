// Package parse finds the dependency tree of every sentence: which word each word depends on, and as what, after Universal
// Dependencies.
//
// # Heads
//
// A tree is made by moves (beam.go): words go from a queue onto a stack, and the top of the stack leaves it for the first word of the
// queue or for the word below it, which becomes its head (the arc-hybrid system of Kuhlmann and others 2011). What
// stack and queue look like is a list of features (features.go); a linear classifier (importer/perceptron) gives each move a
// score, and a beam keeps the chains of moves with the highest sums. Two parsers do so, one from the first word to the
// last and one from the last to the first. Each is asked what the best trees of the other are worth to it, and the tree
// with the highest sum of both is taken: what one sees too late the other sees early.
//
// Arcs never cross. The few crossing arcs of English (one or two in a thousand: "a hearing is scheduled on the issue") are
// given to the head's head.
//
// # Relations
//
// The relations of the tree are named from the root downwards by a third classifier (label.go), which sees the whole tree.
//
// # Words
//
// Features know words without their case; case plays a part only in the tags, so text in capitals is parsed
// as well as it is tagged. Words that the treebanks lack are known by their endings and by the group of words of like use
// that word vectors put them into (importer/group).
//
// # The model
//
// Everything learned stands in one file, which cmd/skein-train writes and package assets carries; its form is described
// in model.go, how it is learned in train.go.
package parse

import (
	"sync"

	"skein/assets"
	"skein/importer"
	"skein/importer/group"
)

// standard is the model that the program carries.
var standard = sync.OnceValues(Standard)

// Standard reads the model that the program carries.
func Standard() (*Parser, error) {
	kin, err := group.Standard()
	if err != nil {
		return nil, err
	}
	return Read([]byte(assets.ParseModel()), kin)
}

// Stage is the stage that gives the tree. Its first run reads the model, which takes some ten milliseconds.
func Stage() importer.Stage {
	return importer.Stage{
		Name:  "parse",
		Doc:   "Finds which word every word depends on, and how.",
		Needs: []importer.Layer{importer.Sentences, importer.Tokens, importer.Tags},
		Gives: []importer.Layer{importer.Tree},
		Run: func(d *importer.Document) error {
			p, err := standard()
			if err != nil {
				return err
			}
			p.Document(d)
			return nil
		},
	}
}

// Parser is a trained parser. It may be used from many goroutines.
type Parser struct {
	weights [3]weights // moves from the left, moves from the right, labels
	labels  []importer.Relation
	kin     group.Table
}

// Document sets the Tree of d, from the words of its sentences and their tags.
func (p *Parser) Document(d *importer.Document) {
	d.Tree = make([]importer.Arc, len(d.Tokens))
	for i := range d.Tree {
		d.Tree[i] = importer.Arc{Head: -1, Relation: importer.Root}
	}
	var r room
	for _, s := range d.Sentences {
		r.words, r.tags = r.words[:0], r.tags[:0]
		for i := s.First; i < s.Last; i++ {
			r.words, r.tags = append(r.words, d.Word(i)), append(r.tags, d.Tokens[i].Tag)
		}
		p.parse(&r, d.Tree[s.First:s.Last])
		for i := s.First; i < s.Last; i++ {
			if d.Tree[i].Head >= 0 {
				d.Tree[i].Head += s.First
			}
		}
	}
}

// Sentence is the tree of the words of one sentence, of which each has its tag; heads are indexes into words.
func (p *Parser) Sentence(words []string, tags []importer.Tag) []importer.Arc {
	out := make([]importer.Arc, len(words))
	p.parse(&room{words: words, tags: tags}, out)
	return out
}

// room is what parsing a sentence needs, used again for the next one.
type room struct {
	words       []string
	tags        []importer.Tag
	ahead, back []word
	search      [2]search // from the left, from the right
	label       labeller
	trees       [][]int32 // first those from the left, then as many from the right, mirrored
	own         []int64   // their scores
	moves       []int8
	other       []int32
}

const (
	width = 3 // states looked at together
	asked = 2 // trees of each direction that the other one is asked about
)

// parse writes the tree of r.words to out.
func (p *Parser) parse(r *room, out []importer.Arc) {
	if len(out) == 0 {
		return
	}
	r.ahead = prepare(r.ahead[:0], r.words, r.tags, p.kin)
	r.back = mirror(r.back[:0], r.ahead)
	heads := p.tree(r)
	r.label.begin(r.ahead, heads)
	r.label.name(p.weights[2], len(p.labels))
	for i, h := range heads {
		out[i] = importer.Arc{Head: int(h), Relation: importer.Root}
		if h >= 0 {
			out[i].Relation = p.labels[r.label.labels[i]]
		}
	}
}

// tree is the heads of the tree that both directions together think best, among those that each of them thinks best.
func (p *Parser) tree(r *room) []int32 {
	r.trees, r.own = r.trees[:0], r.own[:0]
	for side, w := range [...][]word{r.ahead, r.back} {
		s := &r.search[side]
		s.enter(w, p.weights[side])
		s.run(width)
		for _, at := range s.beam[:min(asked, len(s.beam))] {
			heads := make([]int32, len(w))
			s.heads(at, heads)
			r.trees, r.own = append(r.trees, heads), append(r.own, s.states[at].score)
		}
	}
	best, most := 0, int64(0)
	for i, heads := range r.trees {
		r.other = mirrorHeads(r.other[:0], heads)
		r.moves = derive(r.other, r.moves[:0])
		v := r.own[i] + r.search[1-i*2/len(r.trees)].value(r.moves)
		if i == 0 || v > most {
			best, most = i, v
		}
	}
	if best*2 >= len(r.trees) {
		return mirrorHeads(r.other[:0], r.trees[best])
	}
	return r.trees[best]
}

// mirror appends the words from the last to the first to out.
func mirror(out, w []word) []word {
	for i := range w {
		out = append(out, w[len(w)-1-i])
	}
	count(out)
	return out
}

// mirrorHeads appends the heads of the mirrored sentence to out.
func mirrorHeads(out, heads []int32) []int32 {
	n := int32(len(heads))
	for i := range heads {
		h := heads[len(heads)-1-i]
		if h >= 0 {
			h = n - 1 - h
		}
		out = append(out, h)
	}
	return out
}
