package main

import (
	"cmp"
	"fmt"
	"slices"
	"sync"

	"skein/importer"
	"skein/importer/corpus"
	"skein/importer/eval/re3d"
	"skein/importer/group"
	"skein/importer/nominal"
	"skein/importer/refer"
	"skein/importer/sense"
	"skein/importer/tie"
)

// trainTie trains the classifier of ties. It returns its model and how much it was trained on. It sees every text twice: with
// the nominals that are marked in it, and with those that a recogniser finds in it which was trained on other texts, so that it
// knows the errors that it will meet.
func trainTie(paths []string) (model []byte, from string, err error) {
	c, err := readReports(paths)
	if err != nil {
		return nil, "", err
	}
	kin, senses, err := wordTables()
	if err != nil {
		return nil, "", err
	}
	examples, err := tieExamples(c, kin, senses)
	if err != nil {
		return nil, "", err
	}
	return tie.Train(examples, kin), fmt.Sprintf("%d texts", len(c.texts)), nil
}

// tieExamples are the texts of c, each with the nominals that are marked and with those that are found.
func tieExamples(c *reports, kin group.Table, senses sense.Table) ([]tie.Example, error) {
	found := make([]*importer.Document, len(c.texts))
	var wait sync.WaitGroup
	var errs [folds]error
	for f := range folds {
		wait.Go(func() {
			var others []nominal.Example
			for i, x := range c.texts {
				if i%folds != f {
					others = append(others, x)
				}
			}
			recogniser, err := nominal.Read(nominal.Train(others, kin, senses), kin, senses)
			if err != nil {
				errs[f] = err
				return
			}
			for i, x := range c.texts {
				if i%folds == f {
					d := *x.Doc
					recogniser.Document(&d)
					found[i] = &d
				}
			}
		})
	}
	wait.Wait()
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	var out []tie.Example
	for i := range c.texts {
		d := *c.texts[i].Doc
		setNominals(&d, c.texts[i].Marks)
		for _, d := range [...]*importer.Document{&d, found[i]} {
			d.Mentions = slices.Clone(d.Mentions) // which know their entities
			if err := importer.Run(d, []importer.Stage{refer.Stage()}); err != nil {
				return nil, err
			}
			out = append(out, tie.Example{Document: d, Stated: statements(&c.reports[i]), Bare: c.reports[i].Skip})
		}
	}
	return out, nil
}

// setNominals makes marks the nominals of d; of those that overlap, the longest one.
func setNominals(d *importer.Document, marks []nominal.Mark) {
	marks = slices.Clone(marks)
	slices.SortStableFunc(marks, func(a, b nominal.Mark) int { return cmp.Compare(b.Len(), a.Len()) })
	d.Nominals = nil
	for _, m := range marks {
		s, ok := slices.BinarySearchFunc(d.Sentences, m.Begin, func(s importer.Sentence, at int) int {
			if s.End <= at {
				return -1
			}
			return max(0, cmp.Compare(s.Begin, at))
		})
		if ok && !slices.ContainsFunc(d.Nominals, func(n importer.Nominal) bool { return n.Overlaps(m.Span) }) {
			d.Nominals = append(d.Nominals, importer.Nominal{Span: m.Span, Kind: m.Kind, Sentence: s, Confidence: 1})
		}
	}
	slices.SortFunc(d.Nominals, func(a, b importer.Nominal) int { return cmp.Compare(a.Begin, b.Begin) })
}

// statements are the bonds that a text states.
func statements(x *corpus.Text) []tie.Statement {
	var out []tie.Statement
	for _, r := range x.Relations {
		out = append(out, tie.Statement{From: r.From, To: r.To, Bond: re3d.Bond(r.Name)})
	}
	return out
}
