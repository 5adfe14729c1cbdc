package main

import (
	"flag"
	"fmt"
	"io"
	"os"

	"skein/graph"
	"skein/importer"
	"skein/importer/eval"
	"skein/importer/eval/re3d"
	"skein/importer/pipeline"
)

// runRe3d is the task "re3d".
func runRe3d(args []string, out io.Writer) error {
	fs := flag.NewFlagSet("re3d", flag.ContinueOnError)
	predictions := fs.String("predictions", "", "write the predictions here, a document a line")
	dir, err := parseFlags(fs, args)
	if err != nil {
		return err
	}
	docs, err := re3d.Load(dir)
	if err != nil {
		return err
	}
	var found []re3d.Prediction
	var judged []eval.Judgement
	for i := range docs {
		d := &importer.Document{Path: docs[i].ID}
		d.ID, d.Title, d.Text = graph.ID(docs[i].ID), docs[i].Title, docs[i].Text
		if err := importer.Run(d, pipeline.Stages()); err != nil {
			return err
		}
		found = append(found, re3d.Predict(d))
		judged = append(judged, re3d.Judge(&docs[i], d)...)
	}
	if *predictions != "" {
		f, err := os.Create(*predictions)
		if err != nil {
			return err
		}
		if err := re3d.Write(f, found); err != nil {
			f.Close()
			return fmt.Errorf("%s: %w", *predictions, err)
		}
		if err := f.Close(); err != nil {
			return err
		}
	}
	if err := re3d.Score(docs, found).Report(out); err != nil {
		return err
	}
	fmt.Fprintln(out)
	return eval.Reliability(out, judged)
}
