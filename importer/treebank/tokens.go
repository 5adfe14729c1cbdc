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
}

// Tokens are the tokens that the importer finds in the sentence's text. A token that is a word of the annotation has
// its tag and lemma. One that holds several words ("CH-47", "anti-aircraft") has those of the last one that is no
// punctuation, since an English compound is what its last word is, but letters with a number are a name; of a word that is cut into several tokens the
// last one has the tag, hyphens are punctuation, and of the others nothing is known.
func (s *Sentence) Tokens() []Token {
	text, spans := s.Text(), s.Spans()
	var out []Token
	w := 0
	for _, t := range segment.Tokens(text) {
		x := Token{Form: t.In(text)}
		for w < len(spans) && spans[w].End <= t.Begin {
			w++
		}
		for k := w; k < len(spans) && spans[k].Begin < t.End; k++ {
			word := &s.Words[k]
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
	return out
}
