package main

import (
	"context"
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"skein/graph/file"
	"skein/importer"
	"skein/importer/batch"
	"skein/importer/emit"
	"skein/importer/pipeline"
)

func extractCommand() *cobra.Command {
	var format string
	var options batchFlags
	c := &cobra.Command{
		Use:   "extract PATH...",
		Short: "Extract from files to standard output, touching no graph",
		Args:  cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, paths []string) error {
			write := file.WriteExtract
			switch format {
			case "json":
			case "text":
				write = writeText
			default:
				return usagef("extract: --format is json or text, not %q", format)
			}
			var found []file.Extracted
			failed := false
			o, err := options.options()
			if err != nil {
				return err
			}
			batch.Extract(c.Context(), paths, o,
				func(path string, d *importer.Document, err error) {
					switch {
					case errors.Is(err, context.Canceled): // said once, below
					case err != nil:
						fmt.Fprintf(c.ErrOrStderr(), "skein: %v\n", err)
						failed = true
					default:
						found = append(found, extracted(path, d))
					}
				})
			if c.Context().Err() != nil {
				return errors.New("extraction cancelled")
			}
			if err := write(c.OutOrStdout(), found); err != nil {
				return err
			}
			if failed {
				return errReported
			}
			return nil
		},
	}
	c.Flags().StringVar(&format, "format", "json", "json or text")
	options.add(c)
	return c
}

// batchFlags are the flags of the commands that read articles.
type batchFlags struct {
	workers   int
	published string
}

func (f *batchFlags) add(c *cobra.Command) {
	c.Flags().IntVar(&f.workers, "workers", 0, "how many articles are read at once (default: one for each core)")
	c.Flags().StringVar(&f.published, "published", "", "when the articles were published (2023-07-14), whatever they say themselves")
}

func (f *batchFlags) options() (batch.Options, error) {
	o := batch.Options{Stages: pipeline.Stages(), Workers: f.workers, Graph: file.ReadFile}
	if f.published != "" {
		if !isDate(f.published) {
			return o, usagef("--published: %q is not a date: write 2023, 2023-07 or 2023-07-14", f.published)
		}
		o.Published = func(string) string { return f.published }
	}
	return o, nil
}

// extracted is what a document says, as facts.
func extracted(path string, d *importer.Document) file.Extracted {
	x := file.Extracted{Path: path}
	for _, delta := range emit.Change(d).Deltas {
		x.Facts = append(x.Facts, delta.Fact)
	}
	return x
}
