package main

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"skein/graph/file"
	"skein/importer"
	"skein/importer/batch"
	"skein/importer/emit"
	"skein/importer/eval"
	"skein/importer/pipeline"
)

// runGold is the task "gold".
func runGold(args []string, out io.Writer) error {
	fs := flag.NewFlagSet("gold", flag.ContinueOnError)
	predictions := fs.String("predictions", "", "skein/extract/1 JSON to compare instead of running the importer")
	errorsTo := fs.String("errors", "", "write what was wrong, article by article, here")
	byPart := fs.Bool("parts", false, "print what each stage and rule brings")
	worst := fs.Int("worst", 0, "print so many mistakes of each kind with their sentences")
	dir, err := parseFlags(fs, args)
	if err != nil {
		return err
	}
	gold, err := eval.Load(filepath.Join(dir, "articles"))
	if err != nil {
		return err
	}
	texts := filepath.Join(dir, "texts")
	var found, plain eval.Output
	if *predictions != "" {
		found, err = readPredictions(*predictions)
	} else if found, err = extract(texts, extraction{stages: pipeline.Stages(), published: published(gold)}); err == nil {
		plain, err = extract(texts, extraction{stages: pipeline.Stages()})
	}
	if err != nil {
		return err
	}
	r := eval.Score(gold, found)
	if *errorsTo != "" {
		if err := writeErrors(*errorsTo, r.ReportErrors); err != nil {
			return err
		}
	}
	if err := r.Report(out); err != nil {
		return err
	}
	fmt.Fprintln(out)
	if *worst > 0 {
		if err := r.ReportWorst(out, *worst); err != nil {
			return err
		}
		fmt.Fprintln(out)
	}
	if err := eval.Reliability(out, r.Judged()); err != nil || *predictions != "" {
		return err
	}
	fmt.Fprintln(out)
	if err := eval.Compare(out, []eval.Variant{{Name: "dated as published", Result: r}, {Name: "only the text", Result: eval.Score(gold, plain)}}); err != nil || !*byPart {
		return err
	}
	fmt.Fprintln(out)
	return parts(out, gold, texts, r)
}

// published gives each text the date that its annotation has, as a reader of the web page would.
func published(gold []eval.Gold) func(path string) string {
	dates := map[string]string{}
	for _, g := range gold {
		dates[g.ID] = g.Published
	}
	return func(path string) string {
		return dates[strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))]
	}
}

func readPredictions(path string) (eval.Output, error) {
	f, err := os.Open(path)
	if err != nil {
		return eval.Output{}, err
	}
	defer f.Close()
	o, err := eval.Decode(f)
	if err != nil {
		return o, fmt.Errorf("%s: %w", path, err)
	}
	return o, nil
}

func writeErrors(path string, write func(io.Writer) error) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	if err := write(f); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// extraction is how texts are extracted.
type extraction struct {
	stages    []importer.Stage
	published func(path string) string
	workers   int // 0: as many as there are processors
}

// extract runs the importer on the texts of a folder. What it found goes through the same JSON that `skein extract`
// writes, so both are measured alike.
func extract(dir string, how extraction) (eval.Output, error) {
	var found []file.Extracted
	var errs []error
	batch.Extract(context.Background(), []string{dir}, batch.Options{Stages: how.stages, Published: how.published, Workers: how.workers},
		func(path string, d *importer.Document, err error) {
			if err != nil {
				errs = append(errs, err)
				return
			}
			x := file.Extracted{Path: path}
			for _, delta := range emit.Change(d).Deltas {
				x.Facts = append(x.Facts, delta.Fact)
			}
			found = append(found, x)
		})
	if err := errors.Join(errs...); err != nil {
		return eval.Output{}, err
	}
	var b bytes.Buffer
	if err := file.WriteExtract(&b, found); err != nil {
		return eval.Output{}, err
	}
	return eval.Decode(&b)
}
