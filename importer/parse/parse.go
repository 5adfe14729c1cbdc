// Package parse finds the dependency tree of every sentence: which word each word depends on, and as what, after Universal
// Dependencies.
//
// # Heads
//
// Every word looks at all others and at the root and gives each a score as its head; of all trees without crossing arcs the one with the
// highest sum is taken (Dozat and Manning 2017, with the algorithm of Eisner 1996). Mostly the best heads of all words make a tree by
// themselves, and nothing has to be searched (eisner.go).
//
// What a word looks for and what it has to offer come out of a network (forward.go) of light recurrent layers, which run over the
// sentence from both ends (importer/network). A score is the product of what the dependent asks for and what the head is like, plus what
// the dependent thinks of how far away it is and on which side.
//
// Arcs never cross. The few crossing arcs of English (one or two in a thousand: "a hearing is scheduled on the issue") are
// given to the head's head. A sentence of more than 120 words, most often a list or no sentence at all, is parsed in pieces, whose roots
// hang on the first one's.
//
// # Relations
//
// The relation of a word to its head is named by a classifier that sees what came out of the network for both.
//
// # Words
//
// A word goes into the network as a vector, the sum of vectors of its beginnings and ends, and its tag (words.go). Vectors were given
// (GloVe) and then adapted in training, so that words that the treebanks lack are known by those of like use. Words are known without
// their case; case plays a part only in the tags, so text in capitals is parsed as well as it is tagged. What a word brings into the
// first layer, where it is always the same, is kept for the next time.
//
// # The model
//
// Everything learned stands in one file, which cmd/skein-train writes and package assets carries; its form is described
// in model.go, how it is learned in train.go. The same sentence has the same tree on every machine (importer/network).
package parse

import (
	"encoding/binary"
	"math"
	"slices"
	"sync"

	"skein/assets"
	"skein/importer"
	"skein/importer/network"
	"skein/importer/perceptron"
	"skein/importer/tag"
)

// Standard is the parser that the program carries. It is read the first time, which takes some ten milliseconds.
var Standard = sync.OnceValues(func() (*Parser, error) { return Read([]byte(assets.ParseModel())) })

// Parser is a trained parser. It may be used from many goroutines.
type Parser struct {
	net
	labels  []importer.Relation
	known   map[uint32]int32 // rows of vectors, by fingerprint
	vectors []byte
	affixes []float32
	forms   network.Packed // the rows of the first layer's matrix that words and affixes come in by
	tagRows []float32      // what the first layer's projection is for each tag alone
	rooms   sync.Pool
}

// prepare sets what follows from the model.
func (p *Parser) prepare() {
	first := &p.weights.layers[0]
	p.forms.Pack(first.matrix, p.word+p.shape.affix, first.out)
	var tags network.Packed
	tags.Pack(first.matrix[(p.word+p.shape.affix)*first.out:], p.tag, first.out)
	p.tagRows = make([]float32, p.tags*first.out)
	fill(p.tagRows, first.bias)
	network.Multiply(p.tagRows, first.out, p.tagged, p.tag, 1, p.tags, &tags)
	p.rooms.New = func() any { return &room{types: map[uint64]int32{}} }
}

// Document sets the Tree of d, from the words of its sentences and their tags.
func (p *Parser) Document(d *importer.Document) {
	p.Sentences(d, func(int) bool { return true })
}

// Sentences sets the Tree of d like Document, but only looks at the sentences that are wanted, by their indexes. The words of the others
// have no relations.
func (p *Parser) Sentences(d *importer.Document, wanted func(i int) bool) {
	d.Tree = make([]importer.Arc, len(d.Tokens))
	for i := range d.Tree {
		d.Tree[i].Head = -1
	}
	r := p.rooms.Get().(*room)
	defer p.rooms.Put(r)
	r.reset()
	for i, s := range d.Sentences {
		if !wanted(i) {
			continue
		}
		r.from = append(r.from, s.First)
		for k := s.First; k < s.Last; k++ {
			r.words, r.tags = append(r.words, d.Word(k)), append(r.tags, d.Tokens[k].Tag)
		}
		r.ends = append(r.ends, len(r.words))
		if len(r.words) >= together {
			p.write(r, d.Tree)
		}
	}
	p.write(r, d.Tree)
}

// write parses the sentences of r and writes their trees.
func (p *Parser) write(r *room, tree []importer.Arc) {
	p.parse(r)
	begin := 0
	for k, end := range r.ends {
		from := r.from[k]
		for i, a := range r.arcs[begin:end] {
			if a.Head >= 0 {
				a.Head += from
			}
			tree[from+i] = a
		}
		begin = end
	}
	r.reset()
}

// Sentence is the tree of the words of one sentence, of which each has its tag; heads are indexes into words.
func (p *Parser) Sentence(words []string, tags []importer.Tag) []importer.Arc {
	r := p.rooms.Get().(*room)
	defer p.rooms.Put(r)
	r.reset()
	r.words, r.tags, r.ends = append(r.words, words...), append(r.tags, tags...), append(r.ends, len(words))
	p.parse(r)
	return slices.Clone(r.arcs)
}

const (
	together = 256  // words that are parsed together, at least
	longest  = 120  // words that a tree is looked for at once
	typesMax = 2048 // words whose projections are kept
)

// room is what parsing needs, used again for the next sentences.
type room struct {
	words []string
	tags  []importer.Tag
	ends  []int // of the sentences
	from  []int // where they begin in the document
	arcs  []importer.Arc

	pass    pass
	decoder decoder
	begins  []int // of what is parsed at once
	types   map[uint64]int32
	rows    []float32 // what comes into the first layer by each type of word
	at      []int32   // each word's type
	fresh   []float32 // what the new types are seen as
	folded  []byte
	z       []float32
	names   []float32
}

func (r *room) reset() {
	r.words, r.tags, r.ends, r.from, r.arcs = r.words[:0], r.tags[:0], r.ends[:0], r.from[:0], r.arcs[:0]
}

// parse sets r.arcs to the trees of the sentences.
func (p *Parser) parse(r *room) {
	for range r.words {
		r.arcs = append(r.arcs, importer.Arc{Head: -1, Relation: importer.Root})
	}
	if len(r.words) == 0 {
		return
	}
	r.begins = append(r.begins[:0], 0)
	for _, end := range r.ends {
		for begin := r.begins[len(r.begins)-1]; begin < end; begin = r.begins[len(r.begins)-1] {
			r.begins = append(r.begins, r.piece(begin, end))
		}
	}
	p.enter(r)
	r.pass.begin(&p.net, r.begins)
	out := p.weights.layers[0].out
	for i, t := range r.tags {
		row, form, tagged := r.pass.layers[0].rows[i*out:][:out], r.rows[int(r.at[i])*out:][:out], p.tagRows[tag.Class(t)*out:][:out]
		for k, v := range form {
			row[k] = v + tagged[k]
		}
	}
	r.pass.run(&p.net)
	for k, begin := range r.begins[:len(r.begins)-1] {
		n := r.begins[k+1] - begin
		stride := r.pass.arcs(&p.net, k)
		for i, h := range r.decoder.tree(n, r.pass.scores, stride) {
			r.arcs[begin+i].Head = int(h)
			if h >= 0 {
				r.arcs[begin+i].Head += begin
			}
		}
	}
	p.name(r)
	// pieces of a sentence hang on its first one's root; heads count from the sentence's begin
	begin := 0
	for _, end := range r.ends {
		root := -1
		for i := begin; i < end; i++ {
			a := &r.arcs[i]
			switch {
			case a.Head >= 0:
				a.Head -= begin
			case root < 0:
				root = i - begin
			default:
				*a = importer.Arc{Head: root, Relation: "parataxis"}
			}
		}
		begin = end
	}
}

// piece is the end of what is parsed at once from begin on: of the sentence where it is short, else behind its last punctuation mark
// in reach.
func (r *room) piece(begin, end int) int {
	if end-begin <= longest {
		return end
	}
	for i := begin + longest; i > begin+longest/2; i-- {
		if r.tags[i-1] == importer.Punct {
			return i
		}
	}
	return begin + longest
}

// enter sets r.at to the types of the words and r.rows to what comes in by them.
func (p *Parser) enter(r *room) {
	if len(r.types) > typesMax {
		clear(r.types)
		r.rows = r.rows[:0]
	}
	width, out := p.word+p.shape.affix, p.weights.layers[0].out
	r.at, r.fresh = r.at[:0], r.fresh[:0]
	for _, text := range r.words {
		r.folded = fold(r.folded[:0], text)
		hash := perceptron.Hash(string(r.folded))
		at, ok := r.types[hash]
		if !ok {
			at = int32(len(r.types))
			r.types[hash] = at
			r.fresh = p.see(r.fresh, r.folded)
		}
		r.at = append(r.at, at)
	}
	n, was := len(r.fresh)/width, len(r.rows)
	if n == 0 {
		return
	}
	for len(r.rows) < was+n*out {
		r.rows = append(r.rows, make([]float32, n*out)...)
	}
	clear(r.rows[was:])
	network.Multiply(r.rows[was:], out, r.fresh, width, 1, n, &p.forms)
}

// see appends what a folded word is seen as to x: its vector and the sum of its affixes'.
func (p *Parser) see(x []float32, folded []byte) []float32 {
	row, ok := p.known[fingerprint(folded)]
	if tail := last(folded); !ok && len(tail) > 0 {
		row, ok = p.known[fingerprint(tail)]
	}
	if ok {
		b := p.vectors[int(row)*(4+p.word):][:4+p.word]
		scale := math.Float32frombits(binary.LittleEndian.Uint32(b))
		for _, v := range b[4:] {
			x = append(x, float32(int8(v))*scale)
		}
	} else {
		x = append(x, make([]float32, p.word)...)
	}
	begin := len(x)
	x = append(x, make([]float32, p.shape.affix)...)
	for _, a := range affixesOf(folded, p.buckets) {
		for k, v := range p.affixes[int(a)*p.shape.affix:][:p.shape.affix] {
			x[begin+k] += v
		}
	}
	return x
}

// name sets the relations of r.arcs, whose heads count from the first word of all.
func (p *Parser) name(r *room) {
	m, classes := p.label, network.Round(p.shape.labels)
	r.z, r.names = grow(r.z, len(r.arcs)*2*m), grow(r.names, len(r.arcs)*classes)
	for i, a := range r.arcs {
		p.pair(r, i, a.Head)
	}
	fill(r.names, p.nameBias)
	network.Multiply(r.names, classes, r.z, 2*m, 1, len(r.arcs), &p.net.names)
	for i := range r.arcs {
		if r.arcs[i].Head < 0 {
			continue
		}
		scores := r.names[i*classes:][:len(p.labels)]
		best := 0
		for k, v := range scores {
			if v > scores[best] {
				best = k
			}
		}
		r.arcs[i].Relation = p.labels[best]
	}
}

func (p *Parser) pair(r *room, i, head int) {
	r.pass.pair(&p.net, r.z[i*2*p.label:][:2*p.label], i, max(head, 0))
}
