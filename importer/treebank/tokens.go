package treebank

import (
	"strings"
	"unicode"

	"skein/importer"
	"skein/importer/segment"
)

// Token is a token as the importer cuts it, with what the annotation says of it.
type Token struct {
	Form  string
	Tag   importer.Tag // "" where the annotation, which cuts otherwise, does not say
	Lemma string       // lower case; "" where the annotation does not say
	Head  int          // index of the head among the tokens, -1 for the root
	Label string       // relation to the head: "nsubj:pass"; "" where the annotation does not say, and the head is a guess
}

// Tokens are the tokens that the importer finds in the sentence's text. A token that is a word of the annotation has
// its tag and lemma. One that holds several words ("CH-47", "anti-aircraft") has those of the last one that is no
// punctuation, since an English compound is what its last word is, but letters with a number are a name; of a word that is cut into several tokens the
// last one has the tag, hyphens are punctuation, and of the others nothing is known.
func (s *Sentence) Tokens() []Token {
	text, spans := s.Text(), s.Spans()
	var out []Token
	at := make([]int, len(s.Words))       // the token that each word is in, the last one of several
	first := make([]int, 0, len(s.Words)) // the first word that each token has a part of
	w := 0
	for _, t := range segment.Tokens(text) {
		x := Token{Form: t.In(text)}
		for w < len(spans) && spans[w].End <= t.Begin {
			w++
		}
		first = append(first, w)
		for k := w; k < len(spans) && spans[k].Begin < t.End; k++ {
			word := &s.Words[k]
			at[k] = len(out)
			switch whole := spans[k].Begin >= t.Begin; {
			case spans[k] == t.Span:
				x.Tag, x.Lemma = word.Tag, strings.ToLower(word.Lemma)
			case spans[k].End > t.End: // a part of a word, not its last one
			case !whole && (x.Form == "-" || x.Form == "–"):
			case word.Tag != importer.Punct || x.Tag == "":
				x.Tag = word.Tag
			}
		}
		switch {
		case x.Form == "-":
			x.Tag, x.Lemma = importer.Punct, "-"
		case x.Tag == importer.Num && x.Lemma == "" && strings.ContainsFunc(x.Form, unicode.IsUpper):
			x.Tag = importer.Propn
		}
		out = append(out, x)
	}
	s.hang(out, at, first)
	return out
}

// hang gives the tokens their heads. The head of a token is that of its first word that hangs on a word outside of it; the parts
// of a word that is cut hang on its last token.
func (s *Sentence) hang(tokens []Token, at, first []int) {
	for i := range tokens {
		t := &tokens[i]
		if k := first[i]; k < len(at) && at[k] > i {
			t.Head = at[k]
			continue
		}
		for k := first[i]; k < len(at) && at[k] == i; k++ {
			word := &s.Words[k]
			if word.Head < 0 {
				t.Head, t.Label = -1, word.Label
				break
			}
			if t.Head = at[word.Head]; t.Head != i {
				t.Label = word.Label
				break
			}
		}
	}
}
