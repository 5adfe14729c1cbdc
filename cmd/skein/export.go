package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

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

// writeFile writes through a temporary file beside the target, so that what stood there is replaced whole or not at all.
func writeFile(stdout io.Writer, path string, write func(io.Writer) error) (err error) {
	if path == "-" {
		w := bufio.NewWriter(stdout)
		return errors.Join(write(w), w.Flush())
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".skein-*")
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
			err = fmt.Errorf("%s: %w", path, err)
		}
	}()
	w := bufio.NewWriter(f)
	if err := write(w); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	if err := f.Chmod(0o644); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}
