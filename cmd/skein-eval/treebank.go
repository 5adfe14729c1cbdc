package main

import (
	"flag"
	"fmt"
	"io"
	"strings"

	"skein/assets"
	"skein/importer"
	"skein/importer/tag"
	"skein/importer/treebank"
)

// runTreebank measures the tagger on a treebank: over its own words, and over the tokens that the importer cuts as far as
// the annotation tells their tag.
func runTreebank(args []string, out io.Writer) error {
	path, err := parse(flag.NewFlagSet("treebank", flag.ContinueOnError), args)
	if err != nil {
		return err
	}
	bank, err := treebank.ReadFile(path)
	if err != nil {
		return err
	}
	tagger, err := tag.Read([]byte(assets.TagModel()))
	if err != nil {
		return err
	}
	var words, tokens tally
	for _, s := range bank {
		var gold []treebank.Token
		for _, w := range s.Words {
			gold = append(gold, treebank.Token{Form: w.Form, Tag: w.Tag, Lemma: strings.ToLower(w.Lemma)})
		}
		words.add(tagger, gold)
		tokens.add(tagger, s.Tokens())
	}
	words.print(out, "words")
	tokens.print(out, "tokens")
	return nil
}

// tally counts how many tags and base forms are right.
type tally struct{ tags, tagged, lemmas, lemmatised int }

func (n *tally) add(tagger *tag.Tagger, gold []treebank.Token) {
	forms := make([]string, len(gold))
	for i, g := range gold {
		forms[i] = g.Form
	}
	for i, got := range tagger.Sentence(forms) {
		g := gold[i]
		if g.Tag != "" {
			n.tagged++
			if tag.Class(got) == tag.Class(g.Tag) {
				n.tags++
			}
		}
		if g.Lemma != "" && g.Lemma != "_" && g.Tag != importer.Propn {
			n.lemmatised++
			if tagger.Lemma(forms[i], got) == strings.ReplaceAll(g.Lemma, "’", "'") {
				n.lemmas++
			}
		}
	}
}

func (n *tally) print(out io.Writer, of string) {
	fmt.Fprintf(out, "%-7s %7d  tag %5.2f %%  base form %5.2f %% (names aside)\n", of, n.tagged,
		100*float64(n.tags)/float64(max(n.tagged, 1)), 100*float64(n.lemmas)/float64(max(n.lemmatised, 1)))
}
