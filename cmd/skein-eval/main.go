// Command skein-eval measures what the importer finds against annotated texts.
//
//	skein-eval gold [--predictions FILE] [--errors FILE] [--worst N] [--parts] DIR
//	skein-eval calibrate [--known DIR] DIR...
//	skein-eval re3d [--predictions FILE] DIR
//	skein-eval coref [--errors FILE] PATH...
//	skein-eval plover [--errors FILE] FILE
//	skein-eval treebank FILE.conllu[.gz]
//
// gold runs the importer on DIR/texts/*.txt and compares the result with the graphs in DIR/articles/*.json. Of the
// annotation nothing but the date of publication reaches the importer, as it would with the web page; what is found without
// it is told too. With --predictions it compares an output of `skein extract --format json` instead. With --worst it prints the N
// worst mistakes of each kind with their sentences, with --parts what each stage and each rule brings.
//
// calibrate prints importer/confidence/weights.txt as such folders of annotated articles make it: how likely a claim is right
// that is found so and so. The articles that the rules were written with count half, as they flatter.
//
// re3d runs the importer on the documents of DIR and compares what it found, in re3d's own types, with the annotations
// beside them. With --predictions it also writes what it compared, in the form that the scorer of the data reads.
//
// coref compares which words of articles are about one thing with annotated chains: each PATH is a file of GUM in CoNLL-U, or the
// folder of MEANTIME. With --errors it also writes each pronoun and description that was given to the wrong thing.
//
// plover measures types and actors of events on sentences annotated with one event each, the gold standard records of PLOVER.
//
// treebank measures tags, base forms and dependencies on sentences in CoNLL-U: over the annotation's own words, over the tokens that
// the importer cuts, and over the words in capitals.
//
// Exit status: 0 measured, 1 some input failed, 2 the command line is wrong.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
)

// task is one sort of measuring.
type task struct {
	name, usage, doc string
	run              func(args []string, out io.Writer) error
}

// tasks are the sorts of measuring, as they are listed to people.
func tasks() []task {
	return []task{
		{"gold", "[--predictions FILE] [--errors FILE] [--worst N] [--parts] DIR", "articles annotated as graphs", runGold},
		{"calibrate", "[--known DIR] DIR...", "weights for confidence from articles annotated as graphs", runCalibrate},
		{"re3d", "[--predictions FILE] DIR", "places of entities and relations in documents of re3d", runRe3d},
		{"coref", "[--errors FILE] PATH...", "what in annotated articles is one thing", runCoref},
		{"plover", "[--errors FILE] FILE", "types and actors of the events of annotated sentences", runPlover},
		{"treebank", "FILE.conllu[.gz]", "tags, base forms and dependencies of an annotated treebank", runTreebank},
	}
}

// errUsage says that the command line is wrong; what is wrong has been printed.
type errUsage struct{}

func (errUsage) Error() string { return "usage" }

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, out, errs io.Writer) int {
	if len(args) > 0 {
		for _, t := range tasks() {
			if t.name != args[0] {
				continue
			}
			switch err := t.run(args[1:], out).(type) {
			case nil:
				return 0
			case errUsage:
				fmt.Fprintf(errs, "usage: skein-eval %s %s\n", t.name, t.usage)
				return 2
			default:
				fmt.Fprintf(errs, "skein-eval %s: %v\n", t.name, err)
				return 1
			}
		}
	}
	fmt.Fprintln(errs, "usage: skein-eval TASK ...")
	for _, t := range tasks() {
		fmt.Fprintf(errs, "  %s %s\n\t%s\n", t.name, t.usage, t.doc)
	}
	return 2
}

// parseFlags reads the flags and wants exactly one argument behind them.
func parseFlags(fs *flag.FlagSet, args []string) (string, error) {
	fs.SetOutput(io.Discard)
	if err := fs.Parse(args); err != nil || fs.NArg() != 1 {
		return "", errUsage{}
	}
	return fs.Arg(0), nil
}
