// Command skein-train trains the models that Skein carries from annotated sentences in CoNLL-U.
//
//	skein-train tag -o FILE TREEBANK.conllu[.gz]...
//
// tag trains the tagger (importer/tag). The same files in the same order give the same bytes. What the models in assets/models were
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

	"skein/importer/tag"
	"skein/importer/treebank"
)

const usage = "usage: skein-train tag -o FILE TREEBANK.conllu[.gz]..."

func main() { os.Exit(run(os.Args[1:], os.Stderr)) }

func run(args []string, errs io.Writer) int {
	if len(args) == 0 || args[0] != "tag" {
		fmt.Fprintln(errs, usage)
		return 2
	}
	fs := flag.NewFlagSet("tag", flag.ContinueOnError)
	fs.SetOutput(io.Discard)
	out := fs.String("o", "", "the model's file")
	if err := fs.Parse(args[1:]); err != nil || *out == "" || fs.NArg() == 0 {
		fmt.Fprintln(errs, usage)
		return 2
	}
	if err := trainTag(*out, fs.Args(), errs); err != nil {
		fmt.Fprintf(errs, "skein-train: %v\n", err)
		return 1
	}
	return 0
}

// trainTag trains the tagger on the treebanks and writes its model to the file out.
func trainTag(out string, treebanks []string, log io.Writer) error {
	var sentences [][]tag.Example
	words := 0
	for _, path := range treebanks {
		bank, err := treebank.ReadFile(path)
		if err != nil {
			return err
		}
		for _, s := range bank {
			var x []tag.Example
			for _, t := range s.Tokens() {
				x = append(x, tag.Example{Word: t.Form, Tag: t.Tag, Lemma: t.Lemma})
			}
			sentences = append(sentences, x)
			words += len(x)
		}
	}
	if words == 0 {
		return errors.New("the treebanks hold no sentence")
	}
	model := tag.Train(sentences)
	if err := os.WriteFile(out, model, 0o644); err != nil {
		return err
	}
	fmt.Fprintf(log, "%s: %d bytes from %d sentences, %d words\n", out, len(model), len(sentences), words)
	return nil
}
