package main

import (
	"errors"
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

// writeFile writes through a temporary file beside the target, so that what stood there is replaced whole or not at all;
// "-" is standard output.
func writeFile(stdout io.Writer, path string, write func(io.Writer) error) error {
	if path == "-" {
		return write(stdout)
	}
	target := path
	if real, err := filepath.EvalSymlinks(path); err == nil {
		target = real
	}
	if info, err := os.Stat(target); err == nil && !info.Mode().IsRegular() {
		return named(path, overwrite(target, write)) // a device or a pipe is not for replacing
	}
	return named(path, replace(target, write))
}

// overwrite writes into what is there.
func overwrite(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	return errors.Join(write(f), f.Close())
}

// replace puts a new file in the place of path.
func replace(path string, write func(io.Writer) error) (err error) {
	f, err := os.CreateTemp(filepath.Dir(path), ".skein-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			f.Close()
			os.Remove(f.Name())
		}
	}()
	if err := write(f); err != nil {
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
