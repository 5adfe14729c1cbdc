package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"skein/graph"
	"skein/importer"
	"skein/importer/corpus"
	"skein/importer/eval/re3d"
	"skein/importer/group"
	"skein/importer/nominal"
	"skein/importer/pipeline"
)

// nameKinds are the kinds that the corpora of names know together, by what each of them calls it. What is not here is not
// learned.
var nameKinds = map[string]string{
	"person": "person", "politician": "person", "PER": "person", "PERSON": "person", "PERSON_TYPE": "people", "NATIONAL": "nationality",
	"location": "place", "country": "place", "LOC": "place", "LOCATION": "place", "INSTALLATION": "place",
	"organisation": "organization", "politicalparty": "organization", "ORG": "organization", "ORGANISATION": "organization",
	"INSTITUTION": "organization", "BUSINESS": "organization", "MEDIA": "organization",
	"misc": "other", "event": "other", "election": "other", "MISC": "other", "EVENT": "other", "CREATION": "other", "LEGAL": "other", "CONCEPTUAL": "other",
	"TIME": "time", "PERIOD": "time", "NUM": "quantity", "MEASURE": "quantity",
}

// corpora are annotated texts, made ready for the recogniser of nominals.
type corpora struct {
	reports        []corpus.Text     // annotated with everything
	texts          []nominal.Example // the same
	names, phrases []nominal.Example
}

// readCorpora reads files of any of the forms of package corpus, and folders of re3d.
func readCorpora(paths []string) (*corpora, error) {
	var c corpora
	for _, path := range paths {
		into, kind, read := &c.names, func(k string) string { return nameKinds[k] }, (func(string) ([]corpus.Text, error))(nil)
		switch {
		case isDir(path):
			into, kind, read = &c.texts, reportKind, corpus.Re3d
		case strings.HasSuffix(path, ".marked"):
			into, kind, read = &c.texts, reportKind, corpus.Marked
		case strings.HasSuffix(path, ".conllu"):
			into, kind, read = &c.phrases, func(k string) string { return k }, corpus.GUM
		case strings.HasSuffix(path, ".xml"):
			read = corpus.Grobid
		case strings.HasSuffix(path, ".json"):
			read = corpus.DocRED
		case strings.HasSuffix(path, ".iob2"):
			read = func(p string) ([]corpus.Text, error) { return corpus.Columns(p, 1, 2) }
		default:
			read = func(p string) ([]corpus.Text, error) { return corpus.Columns(p, 0, 1) }
		}
		found, err := read(path)
		if err != nil {
			return nil, err
		}
		if into == &c.texts {
			c.reports = append(c.reports, found...)
		}
		for i := range found {
			x, err := example(&found[i], kind)
			if err != nil {
				return nil, err
			}
			*into = append(*into, x)
		}
	}
	if len(c.texts) == 0 {
		return nil, errEmpty
	}
	return &c, nil
}

// others are the corpora that are annotated with less, each of which gets a labeller of its own.
func (c *corpora) others() [][]nominal.Example {
	var out [][]nominal.Example
	for _, o := range [...][]nominal.Example{c.phrases, c.names} {
		if len(o) > 0 {
			out = append(out, o)
		}
	}
	return out
}

// trainNominal trains the recogniser of nominals. It returns its model and how much it was trained on.
func trainNominal(paths []string) (model []byte, from string, err error) {
	kin, err := group.Standard()
	if err != nil {
		return nil, "", err
	}
	c, err := readCorpora(paths)
	if err != nil {
		return nil, "", err
	}
	from = fmt.Sprintf("%d texts, and %d with names and %d with phrases", len(c.texts), len(c.names), len(c.phrases))
	return nominal.Train(c.texts, c.others(), kin), from, nil
}

func reportKind(k string) string { return string(re3d.Kind(k)) }

func isDir(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir() && filepath.Ext(path) == ""
}

// example is a text as the stages before the recogniser leave it, with its marks under the names that kind gives them; marks
// without one are left out.
func example(x *corpus.Text, kind func(string) string) (nominal.Example, error) {
	d := &importer.Document{Path: x.ID}
	d.ID, d.Title, d.Text = graph.ID(x.ID), x.Title, x.Text
	var before []importer.Stage
	for _, s := range pipeline.English() {
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
		if k := kind(m.Kind); k != "" {
			out.Marks = append(out.Marks, nominal.Mark{Span: m.Span, Kind: k})
		}
	}
	return out, nil
}
