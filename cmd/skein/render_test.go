package main

import (
	"encoding/xml"
	"errors"
	"image"
	"image/color"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"skein/graph"
	"skein/graph/snapshot"
	"skein/graph/store"
	"skein/gui/model"
)

// drawn renders a PNG.
func drawn(t testing.TB, args ...string) image.Image {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.png")
	done(t, append([]string{"render", "-o", path}, args...)...)
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	m, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// ink counts the pixels that are not the colour of the corner.
func ink(m image.Image) int {
	n := 0
	ground := m.At(m.Bounds().Min.X, m.Bounds().Min.Y)
	for y := m.Bounds().Min.Y; y < m.Bounds().Max.Y; y++ {
		for x := m.Bounds().Min.X; x < m.Bounds().Max.X; x++ {
			if m.At(x, y) != ground {
				n++
			}
		}
	}
	return n
}

func TestRenderPNG(t *testing.T) {
	g := demo(t)
	day := drawn(t, "--graph", g)
	if s := day.Bounds().Size(); s.X != 1400 || s.Y != 900 {
		t.Errorf("the picture is %v", s)
	}
	if n := ink(day); n < 5000 {
		t.Errorf("only %d pixels are drawn", n)
	}
	if differing(day, drawn(t, "--graph", g)) != 0 {
		t.Error("the same graph, another picture")
	}
	small := drawn(t, "--graph", g, "--size", "320x200", "--dark")
	if s := small.Bounds().Size(); s.X != 320 || s.Y != 200 {
		t.Errorf("the picture is %v where 320x200 was asked for", s)
	}
	light := func(m image.Image) uint8 { return color.GrayModel.Convert(m.At(0, 0)).(color.Gray).Y }
	if light(day) < 200 || light(small) > 60 {
		t.Errorf("the ground is %d by day, %d by night", light(day), light(small))
	}
	if n := ink(drawn(t, "--graph", stored(t, nil))); n != 0 {
		t.Errorf("of an empty graph %d pixels are drawn", n)
	}
}

// words are the texts of a rendered SVG, joined, which must be well-formed.
func words(t testing.TB, args ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "x.SVG")
	done(t, append([]string{"render", "-o", path}, args...)...)
	var out []string
	d := xml.NewDecoder(strings.NewReader(read(t, path)))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return strings.Join(out, " ")
		}
		if err != nil {
			t.Fatal(err)
		}
		if c, ok := token.(xml.CharData); ok && len(strings.TrimSpace(string(c))) > 0 {
			out = append(out, string(c))
		}
	}
}

// TestRenderFilters: with filters the picture shows what passes them.
func TestRenderFilters(t *testing.T) {
	g := fleet(t)
	for flags, want := range map[string][]string{
		"--kind unit --kind person": {"3rd Fleet", "Ines Vollan"},
		"--around vollan --hops 3":  {"3rd Fleet", "Ines Vollan", "Port Senna", "meeting"},
		"--modality planned":        {"3rd Fleet", "Port Senna"},
		"--min-confidence 0.99":     nil,
	} {
		got := words(t, append(strings.Fields(flags), "--graph", g)...)
		got = strings.ReplaceAll(got, "meeting in Port Senna", "meeting")
		for _, name := range []string{"3rd Fleet", "Ines Vollan", "Port Senna", "meeting"} {
			if there := strings.Contains(got, name); there != slices.Contains(want, name) {
				t.Errorf("%s: %s is in the picture: %v; it says %q", flags, name, there, got)
			}
		}
	}
}

// TestRenderCanvas: without filters the picture is the window's: what stands on the canvas, where it stands.
func TestRenderCanvas(t *testing.T) {
	facts := append(fleetFacts(),
		graph.Placement{Entity: entity("person/ines vollan"), X: 0, Y: 0, Pinned: true},
		graph.Placement{Entity: entity("unit/3 fleet"), X: 400, Y: 0},
		graph.Placement{Entity: entity("city/port senna"), X: 0, Y: 400, Hidden: true})
	g := stored(t, facts)
	if got := words(t, "--graph", g); !strings.Contains(got, "Ines Vollan") || !strings.Contains(got, "3rd Fleet") || strings.Contains(got, "Port Senna") {
		t.Errorf("the picture says %q", got)
	}
	s, err := store.Open(g)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	snap := snapshot.Build(s.Facts())
	for name, state := range map[string]model.State{"as it opens": opened(s, snap), "all of it": shown(snap, placements(s))} {
		at := map[graph.ID]model.Node{}
		for _, n := range state.Picture.Nodes {
			at[n.ID] = n
		}
		vollan, unit := at[entity("person/ines vollan")], at[entity("unit/3 fleet")]
		if vollan.X != 0 || vollan.Y != 0 || !vollan.Pinned || unit.X != 400 || unit.Y != 0 || unit.Pinned {
			t.Errorf("%s: placed nodes stand elsewhere: %+v %+v", name, vollan, unit)
		}
		if n, there := at[entity("consult/met")]; there != (name == "all of it") || there && n.X == 0 && n.Y == 0 {
			t.Errorf("%s: what was not on the canvas: %v %+v", name, there, n)
		}
	}
}

// TestRenderLeavesTheGraph: drawing arranges nothing in the graph itself.
func TestRenderLeavesTheGraph(t *testing.T) {
	g := demo(t)
	before := done(t, "export", "--graph", g)
	drawn(t, "--graph", g)
	drawn(t, "--graph", g, "--limit", "40")
	if done(t, "export", "--graph", g) != before {
		t.Error("the graph is another")
	}
}
