package main

import (
	"flag"
	"io"

	"skein/graph"
	"skein/importer"
	"skein/importer/eval/plover"
	"skein/importer/pipeline"
)

// runPlover is the task "plover".
func runPlover(args []string, out io.Writer) error {
	fs := flag.NewFlagSet("plover", flag.ContinueOnError)
	errorsTo := fs.String("errors", "", "write what was wrong with the records for development here")
	path, err := parseFlags(fs, args)
	if err != nil {
		return err
	}
	records, err := plover.Load(path)
	if err != nil {
		return err
	}
	var found []*importer.Document
	for i := range records {
		d := &importer.Document{Path: records[i].ID}
		d.ID, d.Text = graph.ID(records[i].ID), records[i].Text
		if err := importer.Run(d, pipeline.Stages()); err != nil {
			return err
		}
		found = append(found, d)
	}
	r := plover.Score(records, found)
	if *errorsTo != "" {
		if err := writeErrors(*errorsTo, r.ReportErrors); err != nil {
			return err
		}
	}
	return r.Report(out)
}
