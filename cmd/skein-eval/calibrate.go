package main

import (
	"flag"
	"fmt"
	"io"
	"math"
	"path/filepath"
	"slices"
	"strings"

	"skein/importer"
	"skein/importer/confidence"
	"skein/importer/eval"
	"skein/importer/pipeline"
)

// judged are the claims found in an article that the annotation calls right or wrong.
type judged struct {
	article  string
	examples []confidence.Example
}

// runCalibrate is the task "calibrate": it prints importer/confidence/weights.txt, with how well such weights do on articles
// that they were not made from in its head.
func runCalibrate(args []string, out io.Writer) error {
	fs := flag.NewFlagSet("calibrate", flag.ContinueOnError)
	known := fs.String("known", "", "articles that the rules were written with, which flatter them: they count half")
	fs.SetOutput(io.Discard)
	if err := fs.Parse(args); err != nil || fs.NArg() == 0 {
		return errUsage{}
	}
	var articles []judged
	for _, dir := range fs.Args() {
		more, err := judge(dir, 1)
		if err != nil {
			return err
		}
		articles = append(articles, more...)
	}
	if *known != "" {
		more, err := judge(*known, 0.5)
		if err != nil {
			return err
		}
		articles = append(articles, more...)
	}
	fmt.Fprintf(out, "# How sure the importer is of a claim, from its signs; made by `skein-eval calibrate` (see package confidence) on %d articles.\n"+
		"# On each article with the weights that the others give:\n", len(articles))
	var table strings.Builder
	var before, after []eval.Judgement
	for i, a := range articles {
		m := confidence.Fit(examples(slices.Delete(slices.Clone(articles), i, i+1)))
		for _, e := range a.examples {
			j := eval.Judgement{Kind: string(e.Kind), Confidence: e.Signs[0], Right: e.Right}
			before = append(before, j)
			j.Confidence = m.Of(e.Claim)
			after = append(after, j)
		}
	}
	table.WriteString("before: ")
	if err := eval.Reliability(&table, before); err != nil {
		return err
	}
	table.WriteString("after: ")
	if err := eval.Reliability(&table, after); err != nil {
		return err
	}
	for line := range strings.Lines(table.String()) {
		fmt.Fprintln(out, "#   "+strings.TrimRight(line, " \n"))
	}
	_, err := io.WriteString(out, confidence.Fit(examples(articles)).String())
	return err
}

func examples(articles []judged) []confidence.Example {
	var out []confidence.Example
	for _, a := range articles {
		out = append(out, a.examples...)
	}
	return out
}

// unit is one in the numbers that claims bear instead of a confidence, the least that the extract tells apart.
const unit = 1e-4

// judge runs the importer on annotated articles, whose claims count for weight. Each claim gets its number for a confidence, by which its judgement is known.
func judge(dir string, weight float64) ([]judged, error) {
	gold, err := eval.Load(filepath.Join(dir, "articles"))
	if err != nil {
		return nil, err
	}
	var claims []confidence.Claim
	stages := slices.DeleteFunc(pipeline.Stages(), func(s importer.Stage) bool { return s.Name == "confidence" })
	number := confidence.Stage()
	number.Run = func(d *importer.Document) error {
		confidence.Each(d, func(c confidence.Claim, at *float64) {
			claims = append(claims, c)
			*at = float64(len(claims)) * unit
		})
		return nil
	}
	found, err := extract(filepath.Join(dir, "texts"), extraction{stages: append(stages, number), published: published(gold), workers: 1})
	if err != nil {
		return nil, err
	}
	if float64(len(claims))*unit > 0.99 {
		return nil, fmt.Errorf("%s: more claims than can be numbered", dir)
	}
	var out []judged
	for _, row := range eval.Score(gold, found).Rows {
		a := judged{article: row.ID}
		for _, j := range row.Judged {
			if i := int(math.Round(j.Confidence/unit)) - 1; i >= 0 && i < len(claims) {
				a.examples = append(a.examples, confidence.Example{Claim: claims[i], Right: j.Right, Weight: weight})
			}
		}
		out = append(out, a)
	}
	return out, nil
}
