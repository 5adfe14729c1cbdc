package clause

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"skein/importer"
	"skein/importer/english"
)

// chunk is a run of tokens that the rules treat as one.
type chunk struct {
	sort        chunkSort
	first, last int
	word        string // lower case, of prepositions, conjunctions, relative and subordinating words, marks
	index       int    // of the phrase or clause
}

type chunkSort byte

const (
	other      chunkSort = iota
	nounPhrase           // a noun phrase
	verbGroup
	preposition
	conjunction
	comma
	relative // who, which, that
	marker   // that, if, whether, when, while, after
	adverb
	timeWord
	mark // quotes, brackets, dashes, colons
)

// Parser takes the sentences of one document apart. It keeps buffers: use one a document.
type Parser struct {
	d       *importer.Document
	mention []int32 // for each token the outermost mention that holds it, or -1
	inTime  []bool
	from    int // mentions before this one lie before the sentence
	chunks  []chunk
	low     []string // lower-case words of the sentence, by token minus base
	tags    []importer.Tag
	base    int
	treed   bool // whether the sentence has a tree
	s       Sentence
}

// NewParser returns a parser for d, whose tokens, tags, times and mentions must be there.
func NewParser(d *importer.Document) *Parser {
	p := &Parser{d: d, mention: make([]int32, len(d.Tokens)), inTime: make([]bool, len(d.Tokens))}
	for i := range p.mention {
		p.mention[i] = -1
	}
	t := 0
	for i := range d.Mentions {
		m := &d.Mentions[i]
		for t > 0 && d.Tokens[t-1].End > m.Begin {
			t--
		}
		for t < len(d.Tokens) && d.Tokens[t].End <= m.Begin {
			t++
		}
		for k := t; k < len(d.Tokens) && d.Tokens[k].Begin < m.End; k++ {
			if o := p.mention[k]; o < 0 || d.Mentions[o].Len() < m.Len() {
				p.mention[k] = int32(i)
			}
		}
	}
	t = 0
	for _, x := range d.Times {
		for t < len(d.Tokens) && d.Tokens[t].End <= x.Begin {
			t++
		}
		for k := t; k < len(d.Tokens) && d.Tokens[k].Begin < x.End; k++ {
			p.inTime[k] = true
		}
	}
	return p
}

// Parse takes sentence i apart. What it returns is only good until the next call.
func (p *Parser) Parse(i int) *Sentence {
	s := &p.d.Sentences[i]
	p.s = Sentence{Index: i, Phrases: p.s.Phrases[:0], Clauses: p.s.Clauses[:0]}
	p.chunks = p.chunks[:0]
	p.base = s.First
	p.low = p.low[:0]
	for t := s.First; t < s.Last; t++ {
		p.low = append(p.low, strings.ToLower(p.d.Word(t)))
	}
	p.tags = p.tags[:0]
	for t := s.First; t < s.Last; t++ {
		p.tags = append(p.tags, p.read(t))
	}
	p.treed = p.rooted()
	p.chunk(s.First, s.Last)
	p.phrases()
	p.clauses()
	p.consult()
	return &p.s
}

// lower is the lower-case word of token t, or "" outside of the sentence.
func (p *Parser) lower(t int) string {
	if t < p.base || t >= p.base+len(p.low) {
		return ""
	}
	return p.low[t-p.base]
}

func (p *Parser) tag(t int) importer.Tag {
	if t < p.base || t >= p.base+len(p.low) {
		return ""
	}
	return p.tags[t-p.base]
}

// read is the tag of token t, but for a verb right behind a name that was taken for a noun: "The brigade consists of", "Ansar Dine
// controls most of".
func (p *Parser) read(t int) importer.Tag {
	tag := p.d.Tokens[t].Tag
	before := t - 1
	if w := p.lower(before); before > p.base && (w == "," || w == "and") {
		before--
	}
	if tag != importer.Noun || before < p.base || p.mention[before] < 0 || p.mention[t] >= 0 {
		return tag
	}
	next := ""
	if t+1 < len(p.d.Tokens) {
		next = p.d.Word(t + 1)
	}
	switch p.lower(t) {
	case "consists", "comprises", "includes", "belongs":
		return importer.Verb
	case "forms", "controls":
		switch next {
		case "part", "parts", "most", "much", "all", "half":
			return importer.Verb
		}
	}
	return tag
}

// glued reports whether nothing stands between token t and the one before it.
func (p *Parser) glued(t int) bool {
	return t > p.base && t < p.base+len(p.low) && p.d.Tokens[t-1].End == p.d.Tokens[t].Begin
}

func (p *Parser) add(sort chunkSort, first, last int) {
	p.chunks = append(p.chunks, chunk{sort: sort, first: first, last: last, word: p.lower(first), index: -1})
}

// chunk cuts tokens [first, last) into chunks.
func (p *Parser) chunk(first, last int) {
	for t := first; t < last; {
		if n := p.aside(t, last); n > t {
			t = n
			continue
		}
		if p.setApart(t, last) {
			t++
			continue
		}
		if n := p.fixed(t); n > 0 && p.quantity(t, last) == 0 {
			p.add(preposition, t, t+n)
			if n > 1 {
				p.chunks[len(p.chunks)-1].word = p.lower(t) + " " + p.lower(t+1)
			}
			t += n
			continue
		}
		if n := p.nounPhrase(t, last); n > t {
			p.add(nounPhrase, t, n)
			t = n
			continue
		}
		if n := p.verbGroup(t, last); n > t {
			p.add(verbGroup, t, n)
			t = n
			continue
		}
		sort, n := p.small(t)
		p.add(sort, t, t+n)
		t += n
	}
}

// apartLength is how many tokens a name between quotation marks may have.
const apartLength = 5

// setApart reports whether the token at t is a quotation mark around a name or nickname in the middle of a sentence, which parts
// nothing: "a helicopter of the “Grey Herons” flew".
func (p *Parser) setApart(t, last int) bool {
	if len(p.chunks) == 0 || p.mention[t] >= 0 {
		return false
	}
	step := 0
	switch p.lower(t) {
	case "“":
		step = 1
	case "”":
		step = -1
	default:
		return false
	}
	for k := t + step; k > p.base && k < last && k != t+step*(apartLength+1); k += step {
		switch w := p.lower(k); {
		case step > 0 && w == "”", step < 0 && w == "“":
			return k != t+step && p.tag(t+1) != importer.Punct
		case p.mention[k] >= 0, p.tag(k) == importer.Propn, p.tag(k) == importer.Noun, p.tag(k) == importer.Num, k == t+1 && p.tag(k) == importer.Det:
		default:
			return false
		}
	}
	return false
}

// asideLength is how many tokens a name in brackets may have that only says the one before it once more.
const asideLength = 4

// aside is the token behind the brackets that begin at t right behind a noun phrase and hold no more than a name:
// "Carrier Strike Group 11 (CSG 11) and"; or t.
func (p *Parser) aside(t, last int) int {
	if p.lower(t) != "(" || p.mention[t] >= 0 || len(p.chunks) == 0 || p.chunks[len(p.chunks)-1].sort != nounPhrase {
		return t
	}
	for k := t + 1; k < last && k <= t+asideLength+1; k++ {
		switch {
		case p.lower(k) == ")" && k > t+1:
			return k + 1
		case p.mention[k] < 0 && !(k == t+1 && p.lower(k+1) == ")" && strings.ToUpper(p.d.Word(k)) == p.d.Word(k)):
			return t
		}
	}
	return t
}

// fixed is how many tokens at t are a preposition whatever the tagger took them for, or 0.
func (p *Parser) fixed(t int) int {
	w := p.lower(t)
	if p.mention[t] >= 0 || p.inTime[t] {
		return 0
	}
	switch next := p.lower(t + 1); w {
	case "according", "due", "thanks", "prior", "next", "close":
		if next == "to" && p.tag(t+2) != importer.Verb && p.tag(t+2) != importer.Aux {
			return 2
		}
	case "along", "together":
		if next == "with" {
			return 2
		}
	case "such":
		if next == "as" {
			return 2
		}
	case "because", "instead", "ahead", "outside", "inside":
		if next == "of" {
			return 2
		}
	}
	if english.Preposition(w) || w == "following" && p.tag(t-1) != importer.Aux && p.tag(t-1) != importer.Det && p.tag(t) == importer.Verb {
		return 1
	}
	return 0
}

// small is the sort of a chunk that is neither noun phrase nor verb group, and its length in tokens.
func (p *Parser) small(t int) (chunkSort, int) {
	w := p.lower(t)
	if (p.inTime[t] || english.TimeAdverb(w)) && p.mention[t] < 0 {
		return timeWord, 1
	}
	switch w {
	case ",":
		return comma, 1
	case "and", "or", "but", "nor", "&":
		return conjunction, 1
	case "who", "whom", "which", "whose":
		return relative, 1
	case "that":
		if k := len(p.chunks); k > 0 && p.chunks[k-1].sort == nounPhrase && p.verbal(t+1) {
			return relative, 1
		}
		return marker, 1
	case "if", "whether", "when", "while", "because", "although", "though", "unless", "where", "how", "why", "once", "whereas", "so":
		return marker, 1
	case "after", "before", "since", "until", "as", "than":
		if w == "as" && p.lower(t+1) == "well" && p.lower(t+2) == "as" {
			return conjunction, 3
		}
		if p.clauseFollows(t + 1) {
			return marker, 1
		}
		return preposition, 1
	}
	if w == "to" {
		return preposition, 1
	}
	switch p.tag(t) {
	case importer.Adp:
		return preposition, 1
	case importer.Conj:
		return conjunction, 1
	case importer.Sconj:
		return marker, 1
	case importer.Adv, importer.Part:
		return adverb, 1
	case importer.Punct:
		return mark, 1
	}
	if r, _ := utf8.DecodeRuneInString(w); unicode.IsPunct(r) {
		return mark, 1
	}
	return other, 1
}

// verbal reports whether token t, adverbs aside, begins a verb group.
func (p *Parser) verbal(t int) bool {
	for p.tag(t) == importer.Adv || p.tag(t) == importer.Part && p.lower(t) != "to" {
		t++
	}
	return (p.tag(t) == importer.Verb || p.tag(t) == importer.Aux) && p.mention[t] < 0
}

// clauseFollows reports whether a noun phrase and then a verb group follow: "after they left", not "after the attack".
func (p *Parser) clauseFollows(t int) bool {
	last := p.base + len(p.low)
	if t >= last {
		return false
	}
	n := p.nounPhrase(t, last)
	for k := n; k > t && k < last; {
		if p.verbal(k) {
			return p.finite(k)
		}
		if p.tag(k) != importer.Adp && p.tag(k) != importer.Conj { // "before A and B met"
			return false
		}
		n := p.nounPhrase(k+1, last)
		if n == k+1 {
			return false
		}
		k = n
	}
	return false
}

// finite reports whether the verb group at t may be finite: no "-ing" without an auxiliary.
func (p *Parser) finite(t int) bool {
	for p.tag(t) == importer.Adv {
		t++
	}
	return p.tag(t) == importer.Aux || !strings.HasSuffix(p.lower(t), "ing")
}
