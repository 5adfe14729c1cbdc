package main

import (
	"flag"
	"fmt"
	"io"
	"strings"

	"skein/importer"
	"skein/importer/parse"
	"skein/importer/tag"
	"skein/importer/treebank"
)

// runTreebank measures the tagger and the parser, which sees the tagger's tags, on a treebank: over its own words, over the
// tokens that the importer cuts as far as the annotation tells of them, and over its words in capitals.
func runTreebank(args []string, out io.Writer) error {
	path, err := parseFlags(flag.NewFlagSet("treebank", flag.ContinueOnError), args)
	if err != nil {
		return err
	}
	bank, err := treebank.ReadFile(path)
	if err != nil {
		return err
	}
	tagger, err := tag.Standard()
	if err != nil {
		return err
	}
	parser, err := parse.Standard()
	if err != nil {
		return err
	}
	var words, tokens, capitals tally
	for _, s := range bank {
		var gold []treebank.Token
		for _, w := range s.Words {
			gold = append(gold, treebank.Token{Form: w.Form, Tag: w.Tag, Lemma: strings.ToLower(w.Lemma), Head: w.Head, Label: w.Label})
		}
		words.add(tagger, parser, gold)
		tokens.add(tagger, parser, s.Tokens())
		for i := range gold {
			gold[i].Form = strings.ToUpper(gold[i].Form)
		}
		capitals.add(tagger, parser, gold)
	}
	fmt.Fprintln(out, "                  UPOS     UAS     LAS  (with subtypes)  base forms (names aside)")
	words.print(out, "words")
	tokens.print(out, "tokens")
	capitals.print(out, "capitals")
	return nil
}

// tally counts how many tags, base forms, heads and relations are right. Every word counts, punctuation too; relations count without
// their subtypes as in the evaluation script of Universal Dependencies, and with them.
type tally struct{ tags, tagged, lemmas, lemmatised, heads, basics, labels, hung int }

func (n *tally) add(tagger *tag.Tagger, parser *parse.Parser, gold []treebank.Token) {
	forms := make([]string, len(gold))
	for i, g := range gold {
		forms[i] = g.Form
	}
	tags := tagger.Sentence(forms)
	tree := parser.Sentence(forms, tags)
	for i, got := range tags {
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
		if g.Label == "" {
			continue
		}
		n.hung++
		if tree[i].Head != g.Head {
			continue
		}
		n.heads++
		want := importer.Relation(g.Label)
		if tree[i].Relation.Basic() == want.Basic() {
			n.basics++
		}
		if tree[i].Relation == want {
			n.labels++
		}
	}
}

func (n *tally) print(out io.Writer, of string) {
	share := func(a, b int) float64 { return 100 * float64(a) / float64(max(b, 1)) }
	fmt.Fprintf(out, "%-8s %7d %6.2f  %6.2f  %6.2f  %6.2f           %6.2f\n", of, n.hung, share(n.tags, n.tagged), share(n.heads, n.hung),
		share(n.basics, n.hung), share(n.labels, n.hung), share(n.lemmas, n.lemmatised))
}
