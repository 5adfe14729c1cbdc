package main

import (
	"fmt"

	"skein/graph"
	"skein/importer"
	"skein/importer/eval/coref"
	"skein/importer/pipeline"
	"skein/importer/refer"
)

// trainRefer trains how pronouns are resolved on files of GUM in CoNLL-U, an article each, and the folder of MEANTIME. What the pronouns
// are asked about is what the importer itself finds in the text.
func trainRefer(paths []string) (model []byte, from string, err error) {
	var before []importer.Stage
	for _, s := range pipeline.Stages() {
		if s.Name == "refer" {
			break
		}
		before = append(before, s)
	}
	var all []refer.Annotated
	n := 0
	for _, path := range paths {
		gold, err := coref.Read(path)
		if err != nil {
			return nil, "", err
		}
		for _, g := range gold {
			d := &importer.Document{Article: graph.Article{ID: graph.ID(g.ID), Text: g.Text}, Path: path}
			if err := importer.Run(d, before); err != nil {
				return nil, "", err
			}
			chains, pronouns := g.Chains(d)
			all = append(all, refer.Annotated{Document: d, Chains: chains, Pronouns: pronouns})
			n += len(pronouns)
		}
	}
	if n == 0 {
		return nil, "", errEmpty
	}
	model, err = refer.Train(all)
	return model, fmt.Sprintf("%d articles, %d pronouns", len(all), n), err
}
