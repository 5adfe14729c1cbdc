package main

import (
	"fmt"
	"os"

	"skein/graph"
	"skein/importer"
	"skein/importer/corpus"
	"skein/importer/eval/re3d"
	"skein/importer/group"
	"skein/importer/nominal"
	"skein/importer/pipeline"
	"skein/importer/sense"
)

// reports are annotated texts, and the same made ready for the recogniser of nominals.
type reports struct {
	reports []corpus.Text
	texts   []nominal.Example
}

// readReports reads folders of re3d and files of reports.
func readReports(paths []string) (*reports, error) {
	var r reports
	for _, path := range paths {
		read, exact := corpus.Marked, true
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			read, exact = corpus.Re3d, false
		}
		found, err := read(path)
		if err != nil {
			return nil, err
		}
		for i := range found {
			x, err := example(&found[i])
			if err != nil {
				return nil, err
			}
			x.Exact = exact
			r.texts = append(r.texts, x)
		}
		r.reports = append(r.reports, found...)
	}
	if len(r.texts) == 0 {
		return nil, errEmpty
	}
	return &r, nil
}

// trainNominal trains the recogniser of nominals. It returns its model and how much it was trained on.
func trainNominal(paths []string) (model []byte, from string, err error) {
	r, err := readReports(paths)
	if err != nil {
		return nil, "", err
	}
	kin, senses, err := wordTables()
	if err != nil {
		return nil, "", err
	}
	marks := 0
	for _, x := range r.texts {
		marks += len(x.Marks)
	}
	return nominal.Train(r.texts, kin, senses), fmt.Sprintf("%d texts, %d nominals", len(r.texts), marks), nil
}

// wordTables are what the recogniser of nominals knows of words.
func wordTables() (kin group.Table, senses sense.Table, err error) {
	if kin, err = group.Standard(); err != nil {
		return nil, nil, err
	}
	senses, err = sense.Standard()
	return kin, senses, err
}

// example is a text as the stages before the recogniser leave it, with its marks.
func example(x *corpus.Text) (nominal.Example, error) {
	d := &importer.Document{Path: x.ID}
	d.ID, d.Title, d.Text = graph.ID(x.ID), x.Title, x.Text
	var before []importer.Stage
	for _, s := range pipeline.Stages() {
		if s.Name == nominal.Stage().Name {
			break
		}
		before = append(before, s)
	}
	if err := importer.Run(d, before); err != nil {
		return nominal.Example{}, err
	}
	out := nominal.Example{Doc: d, Skip: x.Skip}
	for _, m := range x.Marks {
		if k := re3d.Kind(m.Kind); k != "" {
			out.Marks = append(out.Marks, nominal.Mark{Span: m.Span, Kind: k})
		}
	}
	return out, nil
}
