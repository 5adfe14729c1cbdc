// Command skein turns articles into a graph of actors, units, places, events and equipment, and lets people walk it.
//
// Without a subcommand it opens the window; with one it needs no display. This package is the wiring: it reads the
// command line, opens the graph, and hands on to the packages that do the work:
//
//	files ──► importer/batch ──► graph/store ──► graph/snapshot ──► graph/file, gui
//
// Results go to standard output, everything else to standard error. Exit status: 0 all done; 1 some input failed (the
// rest is done, each failure is one line); 2 the command line is wrong.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"skein/graph/snapshot"
	"skein/graph/store"
)

// Exit statuses, part of the outside that stays stable.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

func main() { os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) }

// usageError is a command line that cannot be carried out.
type usageError struct{ error }

// usagef returns a usageError.
func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// errReported says that every failure has been printed already and only the exit status is left to set.
var errReported = errors.New("some input failed")

// run carries out one command line and returns the exit status. It is main without the process around it.
func run(ctx context.Context, args []string, in io.Reader, out, errs io.Writer) int {
	root := rootCommand()
	results := &checked{w: out}
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(results)
	root.SetErr(errs)
	err := root.ExecuteContext(ctx)
	if err == nil && results.err != nil {
		err = fmt.Errorf("standard output: %w", results.err)
	}
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &usage):
		fmt.Fprintf(errs, "skein: %v\nTry 'skein --help'.\n", err)
		return exitUsage
	case !errors.Is(err, errReported):
		fmt.Fprintf(errs, "skein: %v\n", err)
	}
	return exitFailed
}

// checked passes on what is written and remembers the first error, so that commands need not look at each line's.
type checked struct {
	w   io.Writer
	err error
}

func (c *checked) Write(p []byte) (int, error) {
	n, err := c.w.Write(p)
	if c.err == nil {
		c.err = err
	}
	return n, err
}

// rootCommand is the command line as a tree.
func rootCommand() *cobra.Command {
	root, imports, extract := windowCommand(), importCommand(), extractCommand()
	for _, c := range []*cobra.Command{root, imports, extract} {
		c.RunE = cancellable(c.RunE)
	}
	root.PersistentFlags().String("graph", "", "the graph's `FILE` (default: one in the user's data folder)")
	root.AddCommand(imports, extract, searchCommand(), showCommand(), pathCommand(),
		exportCommand(), renderCommand(), statsCommand())
	root.CompletionOptions.HiddenDefaultCmd = true
	asUsage(root)
	return root
}

// cancellable makes Ctrl-C the end of the command's context, so that it can end in good order; a second one ends the
// program at once, as the first one ends all other commands.
func cancellable(run func(*cobra.Command, []string) error) func(*cobra.Command, []string) error {
	return func(c *cobra.Command, args []string) error {
		ctx, stop := signal.NotifyContext(c.Context(), os.Interrupt, syscall.SIGTERM)
		defer stop()
		context.AfterFunc(ctx, stop)
		c.SetContext(ctx)
		return run(c, args)
	}
}

// asUsage makes every mistake in flags or arguments a usageError and leaves the printing to run.
func asUsage(c *cobra.Command) {
	c.SilenceErrors, c.SilenceUsage = true, true
	c.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	if check := c.Args; check != nil {
		c.Args = func(c *cobra.Command, args []string) error {
			if err := check(c, args); err != nil {
				return usageError{err}
			}
			return nil
		}
	}
	for _, sub := range c.Commands() {
		asUsage(sub)
	}
}

// graphPath is the graph a command works on.
func graphPath(c *cobra.Command) (string, error) {
	if p, _ := c.Flags().GetString("graph"); p != "" {
		if scheme, _, ok := strings.Cut(p, "://"); ok {
			return "", usagef("--graph: a graph is a file; %s:// addresses of shared graphs are not supported", scheme)
		}
		return p, nil
	}
	dir := os.Getenv("XDG_DATA_HOME")
	if dir == "" {
		home, err := os.UserHomeDir()
		if err != nil {
			return "", fmt.Errorf("no home folder to keep the graph in; name one with --graph: %w", err)
		}
		dir = filepath.Join(home, ".local", "share")
	}
	return filepath.Join(dir, "skein", "graph.skein"), nil
}

// openStore opens the command's graph for writing, and makes it if it is not there.
func openStore(c *cobra.Command) (*store.Store, error) {
	path, err := graphPath(c)
	if err != nil {
		return nil, err
	}
	return store.Open(path)
}

// readGraph opens a graph that must be there and hands it and its snapshot to read.
func readGraph(c *cobra.Command, read func(*store.Store, *snapshot.Snapshot) error) error {
	path, err := graphPath(c)
	if err != nil {
		return err
	}
	if _, err := os.Stat(path); err != nil {
		if errors.Is(err, os.ErrNotExist) {
			return fmt.Errorf("%s: there is no graph; make one with 'skein import'", path)
		}
		return err
	}
	s, err := store.Open(path)
	if err != nil {
		return err
	}
	defer s.Close()
	return read(s, snapshot.Build(s.Facts()))
}
