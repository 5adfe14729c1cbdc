package gui

import (
	"fmt"
	"image/png"
	"io"
	"os"
	"slices"
	"strings"

	"skein/graph"
	"skein/graph/file"
	"skein/gui/model"
	"skein/gui/scene"
)

// writeGraph writes a part of the graph as node-link JSON.
func writeGraph(e model.WriteGraph) error {
	return write(e.Path, e.Replace, func(w io.Writer) error { return file.WriteNodeLink(w, e.Snap, e.View, e.Placed) })
}

// write writes an export, over a file that is there only where that was said.
func write(path string, replace bool, content func(io.Writer) error) error {
	path = expand(path)
	if _, err := os.Stat(path); err == nil && !replace {
		return fmt.Errorf("%s: %w", path, model.ErrThere)
	}
	return file.Replace(path, content)
}

// Pictures are drawn at their natural size, with pictureScale pixels to a unit, but no side longer than pictureLimit.
const (
	pictureScale   = 2
	pictureLimit   = 8000 // pixels
	picturePadding = 32
)

// writePicture writes what stands on the canvas as a picture: all of it, in the colours of day.
func writePicture(e model.WritePicture) error {
	s := model.Draw(only(e.Picture, e.Only))
	for i := range s.Nodes {
		s.Nodes[i].More, s.Nodes[i].Pinned = 0, false // signs for a hand, not for a reader
	}
	b, _ := s.Bounds()
	w, h := max(b.X1-b.X0, 1)+220, max(b.Y1-b.Y0, 1)+140 // with room for names
	if most := max(w, h) * pictureScale; most > pictureLimit {
		w, h = w*pictureLimit/most, h*pictureLimit/most
	}
	cam := scene.Fit(s, w, h, picturePadding)
	return write(e.Path, e.Replace, func(out io.Writer) error {
		if e.Format == model.SVG {
			return scene.SVG(out, s, cam, scene.Light(), int(w), int(h))
		}
		return png.Encode(out, scene.Render(s, cam, scene.Light(), int(w), int(h), pictureScale))
	})
}

// only is the picture with nothing but these nodes and the lines between them; whole when none are named.
func only(p model.Picture, ids []graph.ID) model.Picture {
	if len(ids) == 0 {
		return p
	}
	var out model.Picture
	at := map[int]int{}
	for i, n := range p.Nodes {
		if slices.Contains(ids, n.ID) {
			at[i] = len(out.Nodes)
			out.Nodes = append(out.Nodes, n)
		}
	}
	for _, l := range p.Lines {
		a, ok := at[l.A]
		b, too := at[l.B]
		if ok && too {
			l.A, l.B = a, b
			out.Lines = append(out.Lines, l)
		}
	}
	return out
}

// expand makes a path that a person typed one that the system knows: a leading ~ is the home folder.
func expand(path string) string {
	rest, ok := strings.CutPrefix(path, "~")
	if !ok || rest != "" && !os.IsPathSeparator(rest[0]) {
		return path
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return path
	}
	return home + rest
}
