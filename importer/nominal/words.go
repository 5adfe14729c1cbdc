package nominal

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"skein/graph"
	"skein/importer"
	"skein/importer/english"
	"skein/importer/group"
	"skein/importer/perceptron"
	"skein/importer/sense"
)

// word is a token with what its features are made of.
type word struct {
	hash     uint64    // of the folded word
	lemma    uint64    //
	prefix   [4]uint64 // of the first 1 to 4 bytes
	suffix   [4]uint64 // of the last 1 to 4 bytes; 0 where the word is shorter
	shape    uint64
	tag      uint64
	kin      uint64 // its group of words of like use, 0 where it has none
	many     uint64 // of nouns: 1 for one thing by its form, 2 for several
	sense    uint64 // the sort of thing that a noun is in its first sense, 0 where it is not known
	senses   uint64 // in its first two senses
	find     uint64 // the longest mention it is in: what it is
	findAt   uint64 // and where in it
	inner    uint64 // the shortest one, where it is another
	when     uint64 // where it is in a time
	chunk    uint64 // where it is in its noun phrase
	head     int32  // the last word of its noun phrase, or itself
	start    int32  // the first one
	lists    uint64
	memory   uint64 // what the word is elsewhere in the document
	seen     uint64
	first    bool // of its sentence
	sentence int32
}

// The places of a token in something.
const (
	atNone = iota
	atOnly
	atBegin
	atInside
	atEnd
)

func place(i, from, to int) uint64 {
	switch {
	case to-from == 1:
		return atOnly
	case i == from:
		return atBegin
	case i == to-1:
		return atEnd
	}
	return atInside
}

// text is a document on its way through the recogniser.
type text struct {
	d        *importer.Document
	w        []word
	features []uint64
	fold     []byte
}

var outside = word{hash: 1, tag: 99, head: -1, start: -1}

// prepare notes of every token what features are made of.
func prepare(d *importer.Document, kin group.Table, senses sense.Table) *text {
	t := &text{d: d, w: make([]word, len(d.Tokens))}
	for i := range d.Tokens {
		tok := &d.Tokens[i]
		w := &t.w[i]
		s := d.Read(tok.Span)
		t.fold = group.Fold(t.fold[:0], s)
		b := t.fold
		w.hash = perceptron.Hash(string(b))
		w.lemma = perceptron.Hash(tok.Lemma)
		for n := range w.prefix {
			if len(b) > n {
				w.prefix[n] = perceptron.Hash(string(b[:n+1]))
			}
			if len(b) > n {
				w.suffix[n] = perceptron.Hash(string(b[len(b)-n-1:]))
			}
		}
		w.shape = shapeOf(s)
		w.tag = perceptron.Hash(string(tok.Tag))
		if tok.Tag == importer.Noun {
			w.many = 1
			if tok.Lemma != string(b) {
				w.many = 2
			}
		}
		if tok.Tag == importer.Noun || tok.Tag == importer.Propn {
			x := senses.Of(tok.Lemma)
			if x[0] == 0 && tok.Tag == importer.Propn {
				x = senses.Of(strings.TrimSuffix(tok.Lemma, "s"))
			}
			w.sense, w.senses = uint64(x[0]), uint64(x[0])<<8|uint64(x[1])
		}
		w.kin = uint64(kin.Of(b))
		w.head, w.start = int32(i), int32(i)
		low := strings.ToLower(s)
		for k, in := range [...]bool{english.Rank(low), english.PeopleNoun(tok.Lemma), english.PlaceNoun(tok.Lemma), english.Direction(low), english.Nation(low), false} {
			if in {
				w.lists |= 1 << k
			}
		}
	}
	for i := range d.Sentences {
		s := &d.Sentences[i]
		if s.First < s.Last {
			t.w[s.First].first = true
		}
		for k := s.First; k < s.Last; k++ {
			t.w[k].sentence = int32(i)
		}
		t.chunks(s.First, s.Last)
	}
	t.mentions()
	t.times()
	t.elsewhere()
	return t
}

// tokens are the tokens [from, to) that stand in span.
func (t *text) tokens(span graph.Span) (from, to int) {
	toks := t.d.Tokens
	from, _ = slices.BinarySearchFunc(toks, span.Begin, func(t importer.Token, at int) int { return cmp.Compare(t.End, at+1) })
	for to = from; to < len(toks) && toks[to].Begin < span.End; to++ {
	}
	return from, to
}

func (t *text) mentions() {
	size := make([]int32, len(t.w))
	for i := range t.d.Mentions {
		m := &t.d.Mentions[i]
		from, to := t.tokens(m.Span)
		what := perceptron.Hash(string(m.Type)) << 2
		if m.Generic {
			what |= 1
		}
		if m.Key != "" {
			what |= 2
		}
		for k := from; k < to; k++ {
			n := int32(to - from)
			w := &t.w[k]
			switch {
			case size[k] == 0:
				w.find, w.findAt, size[k] = what, place(k, from, to), n
			case n > size[k]:
				w.inner = w.find
				w.find, w.findAt, size[k] = what, place(k, from, to), n
			default:
				w.inner = what
			}
		}
	}
}

func (t *text) times() {
	for i := range t.d.Times {
		from, to := t.tokens(t.d.Times[i].Span)
		for k := from; k < to; k++ {
			t.w[k].when = place(k, from, to)
		}
	}
}

// elsewhere notes for each capitalised word as what most mentions in the document have it.
func (t *text) elsewhere() {
	votes := map[uint64]map[uint64]int{}
	for i := range t.w {
		w := &t.w[i]
		if w.find == 0 || w.shape == small {
			continue
		}
		if votes[w.hash] == nil {
			votes[w.hash] = map[uint64]int{}
		}
		votes[w.hash][w.find>>2]++
	}
	low := map[uint64]bool{}
	for i := range t.w {
		if t.w[i].shape == small {
			low[t.w[i].hash] = true
		}
	}
	for i := range t.w {
		w := &t.w[i]
		if low[w.hash] {
			w.seen = 1
		}
		best, most := uint64(0), 0
		for k, n := range votes[w.hash] {
			if n > most || n == most && k < best {
				best, most = k, n
			}
		}
		w.memory = best
	}
}

// chunks finds noun phrases by tags.
func (t *text) chunks(from, to int) {
	for i := from; i < to; {
		k := i
		head := -1
		for k < to {
			tag := t.d.Tokens[k].Tag
			ok := false
			switch tag {
			case importer.Noun, importer.Propn:
				ok, head = true, k
			case importer.Num:
				ok = true
				if head < 0 || head == k-1 && t.d.Tokens[head].Tag == importer.Num {
					head = k
				}
			case importer.Adj:
				ok = head < 0 || t.nounFollows(k+1, to)
			case importer.Det:
				ok = k == i
			case importer.Pron:
				ok = k == i
				if ok && !t.nounFollows(k+1, to) {
					head = k
				}
			case importer.Verb:
				ok = k > i && head < 0 && t.nounFollows(k+1, to)
			case importer.Adv:
				ok = head < 0 && k+1 < to && (t.d.Tokens[k+1].Tag == importer.Adj || t.d.Tokens[k+1].Tag == importer.Num || t.d.Tokens[k+1].Tag == importer.Verb) && t.nounFollows(k+2, to)
			case importer.Punct:
				ok = k > i && t.d.Word(k) == "-" && k+1 < to && t.d.Tokens[k-1].End == t.d.Tokens[k].Begin
			}
			if !ok {
				break
			}
			if tag == importer.Pron && head == k {
				k++
				break
			}
			k++
		}
		if head < 0 {
			if k == i {
				k++
			}
			i = k
			continue
		}
		end := max(head+1, i+1)
		for x := i; x < end; x++ {
			t.w[x].chunk = place(x, i, end)
			t.w[x].head, t.w[x].start = int32(head), int32(i)
		}
		i = max(k, end)
	}
}

// nounFollows reports whether a noun stands at k, behind nothing but what stands before nouns.
func (t *text) nounFollows(k, to int) bool {
	for ; k < to; k++ {
		switch t.d.Tokens[k].Tag {
		case importer.Noun, importer.Propn:
			return true
		case importer.Adj, importer.Num:
		case importer.Punct:
			if t.d.Word(k) != "-" {
				return false
			}
		default:
			return false
		}
	}
	return false
}

// How a word is written.
const (
	small  = iota + 1 // "talks"
	title             // "Talks"
	single            // "I"
	caps              // "ISIS"
	mixed             // "McDonald"
	figure            // "47", "1,500"
	code              // "CH-47"
	dotted            // "U.S."
	sign              // no letter and no digit
)

func shapeOf(s string) uint64 {
	upper, lower, digits, dots := 0, 0, 0, 0
	for _, r := range s {
		switch {
		case 'a' <= r && r <= 'z':
			lower++
		case 'A' <= r && r <= 'Z':
			upper++
		case '0' <= r && r <= '9':
			digits++
		case r == '.':
			dots++
		case r >= utf8.RuneSelf && unicode.IsUpper(r):
			upper++
		case r >= utf8.RuneSelf && unicode.IsLetter(r):
			lower++
		}
	}
	switch {
	case upper+lower+digits == 0:
		return sign
	case upper+lower == 0:
		return figure
	case digits > 0:
		return code
	case dots > 0 && upper > 0:
		return dotted
	case upper == 0:
		return small
	case lower == 0 && upper == 1:
		return single
	case lower == 0:
		return caps
	case upper == 1:
		return title
	}
	return mixed
}
