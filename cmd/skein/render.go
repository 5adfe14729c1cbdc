package main

import (
	"errors"
	"image/png"
	"io"
	"maps"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"skein/graph"
	"skein/graph/snapshot"
	"skein/graph/store"
	"skein/gui/model"
	"skein/gui/scene"
)

// maxSide is the longest side of a picture, in pixels.
const maxSide = 16384

// margin is the least ground around the graph in a picture, in pixels.
const margin = 24

func renderCommand() *cobra.Command {
	var size, to string
	var dark bool
	c := &cobra.Command{
		Use:   "render -o FILE.png|.svg",
		Short: "Draw the window's picture of the graph, or of the part that the filters leave",
		Long: "Draw the graph as a picture, without a display. Without filters it shows what the window's canvas holds: what was\n" +
			"put there, or, if nothing was yet, the last article's neighbourhood. With filters it shows all that passes them.",
		Args: cobra.NoArgs,
	}
	filters := addFilters(c)
	c.Flags().StringVar(&size, "size", "1400x900", "`WIDTHxHEIGHT` in pixels")
	c.Flags().BoolVar(&dark, "dark", false, "light on a dark ground")
	c.Flags().StringVarP(&to, "output", "o", "", "the `FILE` to write; its ending, .png or .svg, tells the format")
	c.RunE = func(c *cobra.Command, _ []string) error {
		w, h, err := parseSize(size)
		if err != nil {
			return err
		}
		draw := drawerOf(to)
		if draw == nil {
			return usagef("render: name a .png or .svg file with -o, not %q", to)
		}
		pal := scene.Light()
		if dark {
			pal = scene.Dark()
		}
		return readGraph(c, func(st *store.Store, s *snapshot.Snapshot) error {
			var state model.State
			if filters.given() {
				f, err := filters.filter(s)
				if err != nil {
					return err
				}
				state = shown(snapshot.Build(s.View(f).Facts()), placements(st))
			} else {
				state = opened(st, s)
			}
			sc := model.Draw(state.Picture)
			for i := range sc.Nodes {
				sc.Nodes[i].More, sc.Nodes[i].Pinned = 0, false // signs for a hand, not for a reader
			}
			cam := scene.Fit(sc, float64(w), float64(h), margin)
			return writeFile(c.OutOrStdout(), to, func(out io.Writer) error { return draw(out, sc, cam, pal, w, h) })
		})
	}
	return c
}

// drawer writes a picture of w by h pixels.
type drawer func(out io.Writer, s *scene.Scene, cam scene.Camera, pal *scene.Palette, w, h int) error

// drawerOf is the way to write a file of this name; nil if it is no picture.
func drawerOf(path string) drawer {
	switch strings.ToLower(filepath.Ext(path)) {
	case ".png":
		return func(out io.Writer, s *scene.Scene, cam scene.Camera, pal *scene.Palette, w, h int) error {
			return png.Encode(out, scene.Render(s, cam, pal, w, h, 1))
		}
	case ".svg":
		return scene.SVG
	}
	return nil
}

// parseSize reads a picture's size.
func parseSize(size string) (w, h int, err error) {
	ws, hs, ok := strings.Cut(size, "x")
	w, errW := strconv.Atoi(ws)
	h, errH := strconv.Atoi(hs)
	if !ok || errors.Join(errW, errH) != nil {
		return 0, 0, usagef("--size: write WIDTHxHEIGHT, such as 1400x900, not %q", size)
	}
	if w < 1 || h < 1 || w > maxSide || h > maxSide {
		return 0, 0, usagef("--size: width and height are from 1 to %d", maxSide)
	}
	return w, h, nil
}

// opened is what a window on the graph shows when it opens.
func opened(st *store.Store, s *snapshot.Snapshot) model.State {
	settings := map[string]string{}
	for f := range st.Facts() {
		if k, ok := f.(graph.Setting); ok {
			settings[k.Key] = k.Value
		}
	}
	state := model.New("", s, placements(st), settings)
	return settled(state, state.Start())
}

// shown is a window that shows all of a graph: what has a place stands there, the rest is arranged around it.
func shown(s *snapshot.Snapshot, at map[graph.ID]graph.Placement) model.State {
	places, fresh := map[graph.ID]graph.Placement{}, false
	for i := range s.Entities() {
		id := s.Entities()[i].ID
		p, ok := at[id]
		if p.Pinned = ok; !ok {
			p.Entity, fresh = id, true
		}
		places[id] = p
	}
	if fresh {
		places = maps.Clone(settled(model.Update(model.New("", s, places, nil), model.Tidy{})).Placed)
	}
	for id, p := range places {
		p.Pinned = at[id].Pinned
		places[id] = p
	}
	return model.New("", s, places, nil)
}

// settled is a window's state after the effects, those that change the picture, with nothing written to a graph.
func settled(state model.State, effects []model.Effect) model.State {
	for len(effects) > 0 {
		var next []model.Effect
		switch e := effects[0].(type) {
		case model.Arrange:
			state, next = model.Update(state, model.Arranged{Label: e.Label, Group: e.Group, At: e.Job.Run()})
		case model.Apply:
			state, next = model.Update(state, model.Applied{How: e.How, Did: e.Change})
		}
		effects = append(effects[1:], next...)
	}
	return state
}
