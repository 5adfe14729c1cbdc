package tie

import (
	"cmp"
	"slices"

	"skein/importer"
	"skein/importer/clause"
	"skein/importer/english"
	"skein/importer/group"
	"skein/importer/perceptron"
)

const (
	farWords    = 60 // words between two nominals that may be joined, at most
	farNominals = 12 // nominals between them
	mostVerbs   = 40 // of a sentence that are looked at; only what is no sentence has more
	mostParts   = 10 // of a nominal, likewise
)

// word is a word with what its features are made of, all but punct as hashes or numbers.
type word struct {
	lemma uint64
	kin   uint64 // its group of words of like use
	tells uint64 // what package english knows it to tell, 0 for nothing
	tag   uint64
}

// nominal is a nominal with what its features are made of.
type nominal struct {
	at          int // index into Nominals
	first, last int // tokens [first, last)
	head        int // token of its main word
	kind        uint64
	typ         uint64 // of the mention at its head
	entity      int    // of that mention, or -1
	phrase      int    // that its head stands in, or -1
	joined      int    // the first of the phrases that "and" joins it to, or -1
	prep        uint64 // the preposition before that one
	parts       []part
}

// part is what a nominal is in a clause.
type part struct {
	clause int
	as     uint64
}

// reader makes the features of the pairs of a document, sentence by sentence.
type reader struct {
	d        *importer.Document
	kin      group.Table
	p        *clause.Parser
	s        *clause.Sentence
	first    int // token that the sentence begins with
	words    []word
	verbs    []uint64 // what the verbs of the sentence tell
	nominals []nominal
	mention  int // the first one that does not end before the sentence
	features []uint64
	fold     []byte
}

// pairs calls each with the nominals a < b of every pair in one sentence that may be joined, and the pair's features, which are good
// during the call only.
func pairs(d *importer.Document, kin group.Table, each func(a, b int, features []uint64)) {
	r := reader{d: d, kin: kin, p: clause.NewParser(d)}
	for from, to := 0, 0; from < len(d.Nominals); from = to {
		for to = from; to < len(d.Nominals) && d.Nominals[to].Sentence == d.Nominals[from].Sentence; {
			to++
		}
		if to-from < 2 {
			continue
		}
		r.read(from, to)
		for i := range r.nominals {
			for k := i + 1; k < len(r.nominals) && k <= i+1+farNominals; k++ {
				if a, b := &r.nominals[i], &r.nominals[k]; b.first-a.last <= farWords {
					r.pair(i, k)
					each(a.at, b.at, r.features)
				}
			}
		}
	}
}

// read makes the sentence ready whose nominals are [from, to).
func (r *reader) read(from, to int) {
	d := r.d
	i := d.Nominals[from].Sentence
	s := &d.Sentences[i]
	r.s, r.first = r.p.Parse(i), s.First
	r.words, r.verbs = r.words[:0], r.verbs[:0]
	for t := s.First; t < s.Last; t++ {
		w := r.word(&d.Tokens[t])
		r.words = append(r.words, w)
		if w.tells != 0 && d.Tokens[t].Tag == importer.Verb && len(r.verbs) < mostVerbs {
			r.verbs = append(r.verbs, w.tells)
		}
	}
	for r.mention < len(d.Mentions) && d.Mentions[r.mention].Sentence < i {
		r.mention++
	}
	r.nominals = r.nominals[:0]
	for k := from; k < to; k++ {
		r.nominals = append(r.nominals, r.nominal(k, s))
	}
}

func (r *reader) word(t *importer.Token) word {
	r.fold = group.Fold(r.fold[:0], r.d.Read(t.Span))
	w := word{kin: uint64(r.kin.Of(r.fold)), tag: perceptron.Hash(string(t.Tag))}
	if s := tells(t); s != "" {
		w.tells = perceptron.Hash(s)
	}
	if t.Tag != importer.Num { // a number is a number
		w.lemma = perceptron.Hash(t.Lemma)
	}
	return w
}

// tells is what a word tells: an event, a relation, what sort of person or place it is for; or "".
func tells(t *importer.Token) string {
	switch t.Tag {
	case importer.Verb:
		if e := english.EventVerb(t.Lemma); len(e) > 0 {
			return e[0].Type
		}
		if p := english.RelationVerb(t.Lemma); len(p) > 0 {
			return p[0]
		}
		return string(english.Saying(t.Lemma))
	case importer.Noun, importer.Propn:
		if e := english.EventNoun(t.Lemma); len(e) > 0 {
			return e[0].Type + "-noun"
		}
		if english.PlaceNoun(t.Lemma) {
			return "place"
		}
		if p := english.PostOf(t.Lemma); p != english.NoPost {
			return string(p)
		}
		if english.PeopleNoun(t.Lemma) {
			return "people"
		}
	}
	return ""
}

// nominal makes nominal k of the sentence s ready.
func (r *reader) nominal(k int, s *importer.Sentence) nominal {
	d := r.d
	x := &d.Nominals[k]
	n := nominal{at: k, kind: perceptron.Hash(string(x.Kind)), entity: -1, phrase: -1, joined: -1}
	at, _ := slices.BinarySearchFunc(d.Tokens[s.First:s.Last], x.Begin, func(t importer.Token, at int) int { return cmp.Compare(t.End, at+1) })
	n.first = min(s.First+at, s.Last-1)
	n.last = n.first + 1
	for n.last < s.Last && d.Tokens[n.last].Begin < x.End {
		n.last++
	}
	n.head = r.head(n.first, n.last)
	head := d.Tokens[n.head].Span
	for m := r.mention; m < len(d.Mentions) && d.Mentions[m].Begin <= head.Begin; m++ {
		if y := &d.Mentions[m]; y.Entity >= 0 && y.Contains(head) {
			n.entity, n.typ = y.Entity, perceptron.Hash(string(y.Type))
			break // the outermost one
		}
	}
	if n.phrase = r.s.PhraseAt(n.head); n.phrase >= 0 {
		n.joined = r.s.All(n.phrase)[0]
		if p := r.s.Phrases[n.joined].Prep; p >= 0 {
			n.prep = r.at(p).lemma
		}
		n.parts = r.parts(n.phrase, n.joined)
	}
	return n
}

// head is the main word of tokens [first, last): the last noun before what a preposition, a mark or a verb joins to it.
func (r *reader) head(first, last int) int {
	head := -1
	for t := first; t < last; t++ {
		switch r.d.Tokens[t].Tag {
		case importer.Noun, importer.Propn, importer.Pron:
			head = t
		case importer.Adp, importer.Sconj, importer.Verb, importer.Punct:
			if head >= 0 && r.d.Word(t) != "-" {
				return head
			}
		}
	}
	if head < 0 {
		return last - 1
	}
	return head
}

var (
	asSubject = perceptron.Hash("subject")
	asPassive = perceptron.Hash("passive subject")
	asObject  = perceptron.Hash("object")
	outside   = perceptron.Hash("outside of the sentence")
)

// parts are what a phrase, or the one it is joined to, is in the clauses of the sentence.
func (r *reader) parts(phrase, joined int) []part {
	var out []part
	in := func(list []int) bool { return slices.Contains(list, phrase) || slices.Contains(list, joined) }
	for c := range r.s.Clauses {
		if len(out) >= mostParts {
			break
		}
		cl := &r.s.Clauses[c]
		if in(cl.Subjects) {
			as := asSubject
			if cl.Passive {
				as = asPassive
			}
			out = append(out, part{c, as})
		}
		if in(cl.Objects) {
			out = append(out, part{c, asObject})
		}
		for _, o := range cl.Obliques {
			if o.Phrase == phrase || o.Phrase == joined {
				out = append(out, part{c, perceptron.Hash(o.Prep)})
			}
		}
	}
	return out
}

// at is the word of a token, which may lie outside of the sentence.
func (r *reader) at(t int) word {
	if i := t - r.first; i >= 0 && i < len(r.words) {
		return r.words[i]
	}
	return word{lemma: outside}
}
