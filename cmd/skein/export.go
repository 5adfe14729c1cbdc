package main

import (
	"io"

	"github.com/spf13/cobra"

	"skein/graph"
	"skein/graph/file"
	"skein/graph/snapshot"
	"skein/graph/store"
)

func exportCommand() *cobra.Command {
	var format, to string
	c := &cobra.Command{
		Use:   "export",
		Short: "Write the graph, or the part that the filters leave, as JSON",
		Long: "Write the graph as JSON. Without filters it is a full copy, judgements and what was rejected included: imported into an\n" +
			"empty graph it gives the same again. With filters it is what passes them, without what was rejected.",
		Args: cobra.NoArgs,
	}
	filters := addFilters(c)
	c.Flags().StringVar(&format, "format", "node-link", "node-link (NetworkX, graphology, Gephi Lite)")
	c.Flags().StringVarP(&to, "output", "o", "-", "the `FILE` to write; '-' is standard output")
	c.RunE = func(c *cobra.Command, _ []string) error {
		if format != "node-link" {
			return usagef("export: there is no format %q; there is node-link", format)
		}
		return readGraph(c, func(st *store.Store, s *snapshot.Snapshot) error {
			var part *snapshot.View
			if filters.given() {
				f, err := filters.filter(s)
				if err != nil {
					return err
				}
				part = s.View(f)
			}
			return writeFile(c.OutOrStdout(), to, func(w io.Writer) error {
				return file.WriteNodeLink(w, s, part, placements(st))
			})
		})
	}
	return c
}

// placements are where things stand on the canvas.
func placements(st *store.Store) map[graph.ID]graph.Placement {
	at := map[graph.ID]graph.Placement{}
	for f := range st.Facts() {
		if p, ok := f.(graph.Placement); ok {
			at[p.Entity] = p
		}
	}
	return at
}

// writeFile writes to the file, or to standard output where the path is "-".
func writeFile(stdout io.Writer, path string, write func(io.Writer) error) error {
	if path == "-" {
		return write(stdout)
	}
	return file.Replace(path, write)
}
