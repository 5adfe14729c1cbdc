package main

import (
	"flag"
	"io"
	"os"
	"slices"
	"strings"

	"skein/graph"
	"skein/graph/resolve"
	"skein/importer"
	"skein/importer/emit"
	"skein/importer/eval/coref"
	"skein/importer/pipeline"
)

// runCoref is the task "coref".
func runCoref(args []string, out io.Writer) error {
	fs := flag.NewFlagSet("coref", flag.ContinueOnError)
	errorsTo := fs.String("errors", "", "write what was given to the wrong thing here, a line each")
	fs.SetOutput(io.Discard)
	if err := fs.Parse(args); err != nil || fs.NArg() == 0 {
		return errUsage{}
	}
	var gold []coref.Document
	for _, path := range fs.Args() {
		docs, err := coref.Read(path)
		if err != nil {
			return err
		}
		gold = append(gold, docs...)
	}
	var found []*importer.Document
	for _, g := range gold {
		d := &importer.Document{Article: graph.Article{ID: graph.ID(g.ID), Text: g.Text}, Path: g.ID}
		if err := importer.Run(d, pipeline.Stages()); err != nil {
			return err
		}
		found = append(found, d)
	}
	var sightings []*graph.Sighting
	for _, d := range found {
		for _, delta := range emit.Change(d).Deltas {
			if s, ok := delta.Fact.(graph.Sighting); ok {
				sightings = append(sightings, &s)
			}
		}
	}
	links, own := resolve.Links(slices.Values(sightings), nil)
	canon := resolve.Of(nil, links)
	r := coref.Score(gold, found, func(i, e int) string {
		id := graph.NewID(graph.EntityPrefix, found[i].Entities[e].Key)
		if k := slices.IndexFunc(own, func(o resolve.Own) bool { return o.Entity == id && o.Article == found[i].ID }); k >= 0 {
			id = own[k].ID
		}
		return string(canon.Root(id))
	})
	if *errorsTo != "" {
		if err := os.WriteFile(*errorsTo, []byte(strings.Join(r.Errors, "\n")+"\n"), 0o600); err != nil {
			return err
		}
	}
	return r.Report(out)
}
