package main

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"skein/gui"
	"skein/importer/pipeline"
)

// windowCommand is skein without a subcommand: it opens the window on the graph and imports the files that are named.
func windowCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "skein [FILE...]",
		Short: "Turn articles into a graph of who did what, where and when, and walk it",
		Long: "Skein turns articles into a graph of actors, units, places, events and equipment, each claim tied to its sentence.\n" +
			"Without a subcommand it opens the window, and imports the files and folders that are named.",
		Args: cobra.ArbitraryArgs,
		RunE: func(c *cobra.Command, files []string) error {
			path, err := graphPath(c)
			if err != nil {
				return err
			}
			if path, err = filepath.Abs(path); err != nil {
				return err
			}
			for _, f := range files {
				if _, err := os.Stat(f); errors.Is(err, os.ErrNotExist) {
					return usagef("%s is neither a command nor a file", f)
				}
			}
			return gui.Run(c.Context(), gui.Options{Path: path, Files: files, Stages: pipeline.Stages()})
		},
	}
}
