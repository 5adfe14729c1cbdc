package main

import (
	"errors"

	"github.com/spf13/cobra"
)

// windowCommand is skein without a subcommand.
func windowCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "skein [FILE...]",
		Short: "Explore articles as a graph",
		Args:  cobra.ArbitraryArgs,
		RunE: func(*cobra.Command, []string) error {
			return errors.New("this build has no window")
		},
	}
}
