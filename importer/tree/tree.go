// Package tree gives sentences their dependency trees, where a tree is worth its time.
//
// Package parse makes trees of words; here is decided of which words.
//
//   - Only sentences are parsed in which the chunks of package clause may be mistaken (needed).
//   - A name is one word to the tree, its main word: the others hang on it as "flat". Most of what a parser gets wrong in news is
//     long names, and what it does not see it does not have to pay for.
//   - Times are no part of the tree, with the preposition before them: they hang on anything and stand between words that belong
//     together ("lost the city to the army last year"). Nor are datelines. They hang on the word before them as "dep".
package tree

import (
	"cmp"
	"slices"

	"skein/importer"
	"skein/importer/english"
	"skein/importer/parse"
)

// Stage is the stage that gives the trees of the sentences that need one; the words of other sentences have no head and are "root".
// Its first run reads the parser's model.
func Stage() importer.Stage {
	return importer.Stage{
		Name: "tree",
		Doc:  "Finds which word every word depends on, and how, in sentences that are not simple.",
		Needs: []importer.Layer{importer.Text, importer.Sentences, importer.Tokens, importer.Tags, importer.Mentions,
			importer.Times},
		Gives: []importer.Layer{importer.Tree},
		Run: func(d *importer.Document) error {
			p, err := parse.Standard()
			if err != nil {
				return err
			}
			grow(d, needed, p.Document)
			return nil
		},
	}
}

// needed reports whether a sentence is worth a parser's time: it has names and verbs enough for chunks to mistake who does what, fewer
// of them with a relative clause, whose words stand in another order. In other sentences trees changed no claim and no event of any
// annotated article. Nothing else decides where there are trees.
func needed(d *importer.Document, s *importer.Sentence) bool {
	if s.Role != importer.Body && s.Role != importer.Dateline && s.Role != importer.Caption {
		return false // headlines and bylines are no sentences to a parser
	}
	mentions, verbs, least := 0, 0, 6
	first, _ := slices.BinarySearchFunc(d.Mentions, s.Begin, func(m importer.Mention, at int) int { return cmp.Compare(m.Begin, at) })
	for ; first < len(d.Mentions) && d.Mentions[first].Begin < s.End; first++ {
		mentions++
	}
	for t := s.First; t < s.Last; t++ {
		switch x := &d.Tokens[t]; {
		case x.Tag == importer.Verb && english.Saying(x.Lemma) == english.NoSpeech:
			verbs++
		case t > s.First && relative(x):
			least = 4
		}
	}
	return mentions > 1 && verbs > 1 && mentions+verbs >= least
}

// relative reports whether the token is a pronoun that may begin a relative clause.
func relative(t *importer.Token) bool {
	switch t.Lemma {
	case "which", "whom", "that":
		return t.Tag == importer.Pron
	}
	return false
}

// grow sets the Tree of d, of the sentences that are needed. parse sets that of a document of which every word counts.
func grow(d *importer.Document, needed func(*importer.Document, *importer.Sentence) bool, parse func(*importer.Document)) {
	d.Tree = make([]importer.Arc, len(d.Tokens))
	for t := range d.Tree {
		d.Tree[t] = importer.Arc{Head: -1, Relation: importer.Root}
	}
	r := reduced{of: d, small: importer.Document{Article: d.Article}}
	for i := range d.Sentences {
		if s := &d.Sentences[i]; needed(d, s) {
			r.add(s)
		}
	}
	parse(&r.small)
	r.restore()
}
