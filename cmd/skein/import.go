package main

import (
	"context"
	"errors"

	"github.com/spf13/cobra"

	"skein/graph"
	"skein/graph/snapshot"
	"skein/importer/batch"
)

func importCommand() *cobra.Command {
	var asJSON bool
	var options batchFlags
	c := &cobra.Command{
		Use:   "import PATH...",
		Short: "Import files and folders ('-' is standard input)",
		Long: "Import articles (.txt, .md, .html), folders of them, and exported graphs (.json) into the graph. Importing an article\n" +
			"again changes nothing; with another date of publication it is another article. One line a file on standard output;\n" +
			"failures, one line each, on standard error.",
		Args: cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, paths []string) error { return runImport(c, paths, asJSON, &options) },
	}
	c.Flags().BoolVar(&asJSON, "json", false, "write the report as JSON")
	options.add(c)
	return c
}

// runImport imports, tells of each file as it is done, and sums up.
func runImport(c *cobra.Command, paths []string, asJSON bool, flags *batchFlags) error {
	o, err := flags.options()
	if err != nil {
		return err
	}
	s, err := openStore(c)
	if err != nil {
		return err
	}
	defer s.Close()
	before := snapshot.Build(s.Facts())
	bar := newBar(c.ErrOrStderr())
	o.Known = func(id graph.ID) bool { return known(before, id) }
	o.Progress = func(p batch.Progress) {
		bar.clear()
		if !asJSON || p.Last.Err != nil {
			printOutcome(c.OutOrStdout(), c.ErrOrStderr(), p.Last)
		}
		bar.draw(p.Done, p.Total)
	}
	report, err := batch.Import(c.Context(), s, paths, o)
	bar.clear()
	if asJSON {
		err = errors.Join(err, writeReport(c.OutOrStdout(), report, s))
	} else {
		printSummary(c.OutOrStdout(), report)
		printNews(c.OutOrStdout(), before, snapshot.Build(s.Facts()))
	}
	switch {
	case errors.Is(err, context.Canceled) && report.Count(batch.Cancelled) > 0:
		return errors.New("import cancelled; what was done is kept")
	case err != nil && !errors.Is(err, context.Canceled): // one that came when all was done takes nothing back
		return err
	case report.Count(batch.Failed) > 0:
		return errReported
	}
	return s.Close()
}

// known reports whether the graph has the article, entity or claim.
func known(s *snapshot.Snapshot, id graph.ID) bool {
	if id == "" {
		return false
	}
	ok := false
	switch id[0] {
	case graph.ArticlePrefix:
		_, ok = s.Article(id)
	case graph.EntityPrefix:
		_, ok = s.Entity(id)
	case graph.ClaimPrefix:
		_, ok = s.Claim(id)
	}
	return ok
}
