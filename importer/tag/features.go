package tag

import (
	"math/bits"
	"strings"
	"unicode"
	"unicode/utf8"

	"skein/importer"
	"skein/importer/english"
	"skein/importer/group"
	"skein/importer/perceptron"
)

// Tags are the tags, in the order of the model's classes. Interjections and symbols are Other.
var Tags = [...]importer.Tag{
	importer.Noun, importer.Propn, importer.Verb, importer.Aux, importer.Adj, importer.Adv, importer.Adp, importer.Det,
	importer.Pron, importer.Num, importer.Conj, importer.Sconj, importer.Part, importer.Punct, importer.Other,
}

// Class is the index of the tag in Tags; that of Other for tags that are not there.
func Class(t importer.Tag) int {
	for i, x := range Tags {
		if x == t {
			return i
		}
	}
	return len(Tags) - 1
}

// entry is what the lexicon knows of a word: the tags it was seen with as a set of bits by class. A word of one tag
// that was often seen is sure.
type entry struct {
	tags uint16
	news uint8 // see newsword
	sure bool
}

func (e entry) only() uint8 { return uint8(bits.TrailingZeros16(e.tags)) }

func best(scores []int32) uint8 { return uint8(perceptron.Best(scores)) }

// How a word is written.
const (
	small  = iota // "talks"
	title         // "Talks"
	single        // "I"
	caps          // "ISIS"
	mixed         // "McDonald", "iPhone"
	figure        // "47", "1,500", "10:30"
	code          // letters and digits: "CH-47"
	sign          // no letter and no digit
	web           // addresses
	empty         // before and behind the sentence
)

// word is a word with what its features are made of.
type word struct {
	hash   uint64    // of the folded word
	prefix [3]uint64 // of the first 1 to 3 bytes
	suffix [5]uint64 // of the last 1 to 5 bytes; 0 where the word is shorter
	lex    entry
	known  uint64 // what the lexicon says of the word or, where it does not know it, what stem and newsword say
	shape  uint64
	kin    uint64 // its group of words of like use, 0 where it has none
	scores [len(Tags)]int32
	tag    uint8
}

// sentence is a sentence on its way through the tagger, with room that is used again.
type sentence struct {
	words    []word
	features []uint64
	memo     [2]*perceptron.Memo // of the model for each direction
	scores   [len(Tags)]int32
	fold     []byte
	mode     uint64 // case of the sentence: plain, heads or loud

	long, high, capital int // words of four letters and more behind the first word: all, with a capital, all capitals
}

// The cases of sentences.
const (
	plain = iota
	heads // "Air Strikes Hit Positions Near Border"
	loud  // "AIR STRIKES HIT POSITIONS"
)

func (s *sentence) reset() {
	s.words, s.long, s.high, s.capital = s.words[:0], 0, 0, 0
}

// add adds the next word.
func (s *sentence) add(text string, lexicon map[uint64]entry, kin group.Table) {
	s.fold = group.Fold(s.fold[:0], text)
	b := s.fold
	w := word{hash: hash(b), shape: shapeOf(text), kin: uint64(kin.Of(b))}
	for n := range w.prefix {
		if len(b) > n {
			w.prefix[n] = hash(b[:n+1])
		}
	}
	h := uint64(seed)
	for n := range w.suffix {
		if len(b) <= n {
			break
		}
		h = (h ^ uint64(b[len(b)-1-n])) * prime
		w.suffix[n] = h
	}
	if e, ok := lexicon[w.hash]; ok {
		w.lex, w.known = e, uint64(e.tags)|uint64(e.news)<<24
	} else {
		w.known = stem(b, lexicon) | uint64(newsword(string(b)))<<24
	}
	if len(text) >= 4 && w.shape <= mixed {
		if w.shape == caps {
			s.capital++
		}
		if len(s.words) > 0 {
			s.long++
			if w.shape != small {
				s.high++
			}
		}
	}
	s.words = append(s.words, w)
}

// ready is called once all words are there.
func (s *sentence) ready() {
	s.mode = plain
	switch {
	case s.capital >= 2 && s.capital >= s.long*3/4:
		s.mode = loud
	case s.long >= 3 && s.high*5 >= s.long*4:
		s.mode = heads
	}
}

const (
	seed  = 14695981039346656037
	prime = 1099511628211
)

func hash(b []byte) uint64 {
	h := uint64(seed)
	for _, c := range b {
		h = (h ^ uint64(c)) * prime
	}
	return h
}

// inflections are the endings that stem takes off and what it tries in their place.
var inflections = [...]struct{ off, on string }{
	{"s", ""}, {"es", ""}, {"ies", "y"}, {"ed", ""}, {"ed", "e"}, {"ied", "y"}, {"ing", ""}, {"ing", "e"}, {"ly", ""}, {"er", ""}, {"er", "e"},
	{"est", ""}, {"est", "e"}, {"n't", ""},
}

// stem is what is known of a folded word that the lexicon lacks: which ending comes off it, and the tags of the known word that is
// left; or 0.
func stem(b []byte, lexicon map[uint64]entry) uint64 {
	if len(b) > 48 {
		return 0
	}
	var room [64]byte
	for i, x := range inflections {
		if len(b) < len(x.off)+2 || string(b[len(b)-len(x.off):]) != x.off {
			continue
		}
		base := append(append(room[:0], b[:len(b)-len(x.off)]...), x.on...)
		if e, ok := lexicon[hash(base)]; ok {
			return uint64(i+1)<<16 | uint64(e.tags)
		}
		if n := len(base); x.on == "" && n > 3 && base[n-1] == base[n-2] && (x.off == "ed" || x.off == "ing") { // "planned"
			if e, ok := lexicon[hash(base[:n-1])]; ok {
				return uint64(i+1)<<16 | uint64(e.tags)
			}
		}
	}
	return 0
}

// newsword is what package english, whose lists come from news, says of a folded word, as bits.
func newsword(w string) uint8 {
	n := uint8(0)
	if _, ok := english.IrregularVerb(w); ok {
		n = 1
	} else if verb(w, "") != "" {
		n = 2
	} else if knownVerb(w) != "" {
		n = 3
	}
	if noun(w) {
		n |= 4
	}
	return n
}

func shapeOf(text string) uint64 {
	letters, upper, lower, digits := 0, 0, 0, 0
	for _, r := range text {
		switch {
		case 'a' <= r && r <= 'z':
			letters++
			lower++
		case 'A' <= r && r <= 'Z':
			letters++
			upper++
		case '0' <= r && r <= '9':
			digits++
		case r >= utf8.RuneSelf && unicode.IsLetter(r):
			letters++
			if unicode.IsUpper(r) {
				upper++
			} else {
				lower++
			}
		}
	}
	first, _ := utf8.DecodeRuneInString(text)
	switch {
	case letters == 0 && digits == 0:
		return sign
	case len(text) > 4 && (strings.Contains(text, "://") || strings.HasPrefix(text, "www.") || strings.IndexByte(text, '@') > 0):
		return web
	case letters == 0:
		return figure
	case digits > 0:
		return code
	case upper == 0:
		return small
	case lower == 0 && letters == 1:
		return single
	case lower == 0:
		return caps
	case upper == 1 && unicode.IsUpper(first):
		return title
	}
	return mixed
}

// outside is the word before the first and behind the last one.
var outside = word{hash: 1, shape: empty, tag: uint8(len(Tags))}

func (s *sentence) at(i int) *word {
	if i < 0 || i >= len(s.words) {
		return &outside
	}
	return &s.words[i]
}

// standing is a word with where it stands as seen from the word that is asked about: its features there do not depend on
// any other word.
type standing struct {
	w     *word
	at    uint64
	shape uint64 // of the word that is asked about, with its sentence's case
}

// The places where words stand.
const (
	here   = iota
	before // the side that is tagged already
	behind
	beyond // one further behind
)

// standings are the words around word i for a tagger that comes from the left (step 1) or from the right (step -1).
func (s *sentence) standings(i, step int) [4]standing {
	return [...]standing{
		{&s.words[i], here, s.shape(i)}, {s.at(i - step), before, 0}, {s.at(i + step), behind, 0}, {s.at(i + 2*step), beyond, 0},
	}
}

// shape is how word i is written in a sentence of this case.
func (s *sentence) shape(i int) uint64 {
	shape := s.words[i].shape | s.mode<<4
	if i == 0 {
		shape |= 1 << 8
	}
	return shape
}

// key is one for each list of features.
func (x standing) key() uint64 { return perceptron.Mix(x.w.hash, x.shape<<2|x.at) }

// features appends the features of the word where it stands. Numbers tell the kinds of features apart, here and in find.
func (x standing) features(f []uint64) []uint64 {
	w := x.w
	switch x.at {
	case before:
		return append(f, perceptron.Mix(21, w.hash), perceptron.Mix(25, w.suffix[2]), perceptron.Mix(42, w.kin))
	case behind:
		return append(f, perceptron.Mix(26, w.hash), perceptron.Mix(31, w.suffix[2]), perceptron.Mix(43, w.kin))
	case beyond:
		return append(f, perceptron.Mix(30, w.hash), perceptron.Mix(49, w.kin))
	}
	f = append(f, perceptron.Mix(1, w.hash), two(2, w.hash, x.shape))
	for n, h := range w.prefix {
		if h != 0 {
			f = append(f, perceptron.Mix(3+uint64(n), h))
		}
	}
	for n, h := range w.suffix {
		if h != 0 {
			f = append(f, perceptron.Mix(6+uint64(n), h))
		}
	}
	return append(f, perceptron.Mix(11, x.shape), two(12, x.shape, w.suffix[2]), perceptron.Mix(13, w.known), two(14, w.known, x.shape),
		perceptron.Mix(38, w.kin), two(40, w.kin, x.shape), two(41, w.kin, w.suffix[1]))
}

func two(n, a, b uint64) uint64 { return perceptron.Mix(n, perceptron.Mix(a, b)) }

// find appends the features of word i that more than one word has to do with, for a tagger that has tagged the neighbours
// on the side it comes from, which are "l" here.
func (s *sentence) find(f []uint64, i, step int) []uint64 {
	w, l, ll, r, rr := &s.words[i], s.at(i-step), s.at(i-2*step), s.at(i+step), s.at(i+2*step)
	lt, llt, shape := uint64(l.tag), uint64(ll.tag), s.shape(i)
	amb, ambR := w.known, r.known
	return append(f,
		perceptron.Mix(15, lt),
		perceptron.Mix(16, lt<<8|llt),
		two(17, lt, w.hash),
		two(18, lt, w.suffix[2]),
		two(19, lt<<8|llt, amb),
		two(20, lt, shape),
		two(22, l.hash, w.hash),
		two(23, l.hash, amb),
		perceptron.Mix(24, ll.hash),
		two(27, r.hash, w.hash),
		two(28, r.hash, lt),
		two(29, r.hash, amb),
		two(32, r.suffix[1], w.suffix[1]),
		two(33, ambR, lt),
		two(34, ambR, amb),
		two(35, ambR<<32|amb, lt),
		two(36, ambR, rr.known),
		two(37, r.shape|l.shape<<8, shape),
		two(39, w.kin, lt),
		two(44, l.kin, amb),
		two(45, r.kin, amb),
		two(46, r.kin, lt),
		two(47, w.kin, r.kin),
		two(48, w.kin, l.kin),
	)
}
