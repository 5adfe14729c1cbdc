package gui

import (
	"encoding/xml"
	"errors"
	"fmt"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"skein/graph"
	"skein/gui/model"
)

// TestExports writes what is on the canvas in each form through the export sheet.
func TestExports(t *testing.T) {
	p := harboured(t)
	dir := t.TempDir()
	export := func(f model.Format, scope model.Scope) string {
		path := filepath.Join(dir, fmt.Sprintf("%s.%s", scope, f))
		p.does(model.StartExport{Scope: scope, Format: f, Path: path})
		if p.state.Notice.Text != "Exported to "+path {
			t.Fatalf("%s: notice %q", f, p.state.Notice.Text)
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	name := p.graph.Scene().Nodes[0].Label
	if got := export(model.JSON, model.Visible); !strings.Contains(got, `"label":"`+name+`"`) {
		t.Errorf("the JSON does not hold %q", name)
	}
	m, err := png.Decode(strings.NewReader(export(model.PNG, model.Visible)))
	if err != nil || m.Bounds().Dx() < 300 {
		t.Errorf("PNG: %v", err)
	}
	p.does(model.Select{Entities: []graph.ID{p.graph.Scene().Nodes[0].ID}})
	whole, one := export(model.SVG, model.Visible), export(model.SVG, model.Selected)
	for d := xml.NewDecoder(strings.NewReader(whole)); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	if len(one) >= len(whole) {
		t.Errorf("one node takes %d bytes, all %d", len(one), len(whole))
	}
	late := filepath.Join(dir, "late.json") // right after an edit, which is still on its way to the store
	p.send(model.Hide{Entities: p.state.Selection.Entities})
	p.does(model.StartExport{Scope: model.Visible, Format: model.JSON, Path: late})
	if data, err := os.ReadFile(late); err != nil || strings.Contains(string(data), `"label":"`+name+`"`) {
		t.Errorf("what was hidden just before is exported, %v", err)
	}
	if err := os.WriteFile(late, []byte("dear"), 0o600); err != nil {
		t.Fatal(err)
	}
	p.does(model.StartExport{Scope: model.Selected, Format: model.JSON, Path: late})
	if data, _ := os.ReadFile(late); string(data) != "dear" || !p.state.Sheet.Replace || p.state.Sheet.Text != late || p.state.Sheet.Scope != model.Selected {
		t.Errorf("a file that was there is now %d bytes, the sheet %+v", len(data), p.state.Sheet)
	}
	p.does(model.SheetTake{At: -1})
	if data, _ := os.ReadFile(late); !strings.HasPrefix(string(data), "{") || p.state.Sheet.Kind != model.NoSheet {
		t.Errorf("said twice, it was not replaced: %.20s", data)
	}
	p.does(model.StartExport{Scope: model.Visible, Format: model.JSON, Path: filepath.Join(dir, "no such folder", "x.json")})
	if got := p.state.Notice; got.Tone != model.Warning || !strings.Contains(got.Text, "x.json") || strings.Contains(got.Text, ".skein-") {
		t.Errorf("notice %q", got.Text)
	}
}

// TestGraphDropped drops an exported graph onto an empty window, with an article: it comes back whole, positions too, and
// one undo takes all of it away. A file that only ends like one is a line in the log.
func TestGraphDropped(t *testing.T) {
	p := harboured(t)
	id := p.state.Picture.Nodes[0].ID
	at := p.state.Placed[id]
	path := filepath.Join(t.TempDir(), "whole.json")
	p.does(model.StartExport{Scope: model.WholeOnly, Format: model.JSON, Path: path})
	p.close()
	p = play(t, filepath.Join(t.TempDir(), "other.skein"))
	bad := filepath.Join(t.TempDir(), "bad.json")
	if err := os.WriteFile(bad, []byte(`{"nodes": 7`), 0o600); err != nil {
		t.Fatal(err)
	}
	p.does(model.Dropped{Paths: append(texts(t, wire), path, bad)})
	if len(p.state.Snap.Articles()) != 2 || p.state.Placed[id].X != at.X || p.state.Placed[id].Y != at.Y {
		t.Errorf("%d articles; it stands at %+v, stood at %+v", len(p.state.Snap.Articles()), p.state.Placed[id], at)
	}
	failed := 0
	for _, e := range p.state.Log {
		if e.Failed() {
			failed++
			if e.Path != bad {
				t.Errorf("failed: %+v", e)
			}
		}
	}
	if failed != 1 {
		t.Errorf("%d failed: %+v", failed, p.state.Log)
	}
	for p.state.UndoLabel() != "" {
		p.does(model.Undo{})
	}
	if len(p.state.Snap.Entities()) != 0 || len(p.state.Placed) != 0 {
		t.Errorf("undone: %d entities, %d placed", len(p.state.Snap.Entities()), len(p.state.Placed))
	}
}

func TestExpandHome(t *testing.T) {
	t.Setenv("HOME", "/home/ann")
	for in, want := range map[string]string{"~/x.json": "/home/ann/x.json", "~": "/home/ann", "~bob/x": "~bob/x", "/a/~": "/a/~", "": ""} {
		if got := expand(in); got != want {
			t.Errorf("%q is %q, want %q", in, got, want)
		}
	}
}

// TestOpenAnotherGraph: one that cannot be opened leaves the window as it is; one that can takes its place, and the old
// one is closed.
func TestOpenAnotherGraph(t *testing.T) {
	p := harboured(t)
	foreign := filepath.Join(t.TempDir(), "notes.skein")
	if err := os.WriteFile(foreign, []byte(strings.Repeat("no graph\n", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{foreign, p.path} {
		p.does(model.OpenGraph{Path: path})
		if got := p.state.Notice; got.Tone != model.Warning || !strings.Contains(got.Text, filepath.Base(path)) {
			t.Errorf("%s: notice %q", path, got.Text)
		}
		if len(p.state.Snap.Articles()) != 1 {
			t.Fatalf("%s: the graph that was open is gone", path)
		}
	}
	other := filepath.Join(t.TempDir(), "other.skein")
	p.does(model.OpenGraph{Path: other})
	if p.state.Path != other || len(p.state.Snap.Articles()) != 0 || len(p.graph.Scene().Nodes) != 0 {
		t.Errorf("shows %s with %d articles", p.state.Path, len(p.state.Snap.Articles()))
	}
	p.does(model.StartImport{Paths: texts(t, wire)})
	if _, articles := facts(t, p.path); len(articles) != 1 {
		t.Errorf("the first graph holds %d articles", len(articles))
	}
	p.close()
	if _, articles := facts(t, other); len(articles) != 1 {
		t.Errorf("the second graph holds %d articles", len(articles))
	}
}

// TestCloseInTheMiddle closes the window right after an import was begun, and one while edits are under way: nothing
// hangs, and what was asked for before is done.
func TestCloseInTheMiddle(t *testing.T) {
	p := harboured(t)
	id := p.state.Picture.Nodes[0].ID
	p.send(model.Pin{Entities: []graph.ID{id}, On: true})
	p.send(model.StartImport{Paths: texts(t, wire, harbour+" Again.", wire+" Again.")})
	p.close()
	placed, articles := facts(t, p.path)
	if !placed[id].Pinned {
		t.Error("the edit before closing is lost")
	}
	if len(articles) < 1 {
		t.Error("the article that was there is gone")
	}
}

// TestLargeGraph opens the window before the graph, as for a large file: what is asked for meanwhile is done when the
// graph is there, and a graph that cannot be opened is told to whoever opened the window.
func TestLargeGraph(t *testing.T) {
	first := harboured(t)
	first.close()
	foreign := filepath.Join(t.TempDir(), "notes.skein")
	if err := os.WriteFile(foreign, []byte(strings.Repeat("no graph\n", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	p := playLater(t, first.path, texts(t, wire))
	p.settle()
	if n := len(p.state.Snap.Articles()); p.failed != nil || n != 2 {
		t.Errorf("%d articles, error %v", n, p.failed)
	}
	p.close()
	p = playLater(t, foreign, nil)
	p.until("the failure", func() bool { return p.failed != nil })
	if !strings.Contains(p.failed.Error(), "notes.skein") {
		t.Errorf("error %v", p.failed)
	}
}

func TestRemember(t *testing.T) {
	list := filepath.Join(t.TempDir(), "skein", "recent")
	for i := range 15 {
		remember(list, fmt.Sprint("/g", i%12))
	}
	if got := remember(list, "/g5"); len(got) != recentLimit || got[0] != "/g5" || got[1] != "/g2" || strings.Count(strings.Join(got, " "), "/g5") != 1 {
		t.Errorf("remembered %q", got)
	}
	if got := remember("", "/only"); len(got) != 1 {
		t.Errorf("without a file: %q", got)
	}
}

func TestDisplayAddress(t *testing.T) {
	for name, want := range map[string]string{":0": "unix /tmp/.X11-unix/X0", "unix:3.1": "unix /tmp/.X11-unix/X3",
		"far.example:10.0": "tcp far.example:6010", "[::1]:2": "tcp [::1]:6002", "/tmp/launch-x/org.xquartz:0": " ", "nonsense": " ", ":x": " "} {
		network, address, _ := server(name)
		if got := network + " " + address; got != want {
			t.Errorf("%s: %s, want %s", name, got, want)
		}
	}
}
