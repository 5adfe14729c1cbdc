package main

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"

	"github.com/goccy/go-json"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"skein/graph"
	"skein/graph/file"
)

// exportedGraph is an export as another program sees it.
type exportedGraph struct {
	Attributes struct {
		Articles []struct {
			ID, Title, Text string
		}
	}
	Nodes []struct{ ID, Label, Kind, Type string }
	Edges []struct {
		ID, Source, Target, Relation, Modality string
		Evidence                               []struct{ Article, Quote, Sentence string }
	}
}

func exported(t testing.TB, data string) (x exportedGraph) {
	t.Helper()
	if err := json.Unmarshal([]byte(data), &x); err != nil {
		t.Fatalf("%v in %.200q", err, data)
	}
	return x
}

// labels are the names of the nodes, sorted.
func (x exportedGraph) labels() []string {
	var out []string
	for _, n := range x.Nodes {
		out = append(out, n.Label)
	}
	slices.Sort(out)
	return out
}

// relations are the relations of the edges, sorted.
func (x exportedGraph) relations() []string {
	var out []string
	for _, e := range x.Edges {
		out = append(out, e.Relation)
	}
	slices.Sort(out)
	return out
}

// validator checks an export against the shipped JSON Schema.
func validator(t testing.TB) func(data string) error {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(file.Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("skein.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("skein.json")
	if err != nil {
		t.Fatal(err)
	}
	return func(data string) error {
		v, err := jsonschema.UnmarshalJSON(strings.NewReader(data))
		if err != nil {
			return err
		}
		return s.Validate(v)
	}
}

// TestExportRoundTrip: export, import into an empty graph, export: the same bytes; of the whole and of parts.
func TestExportRoundTrip(t *testing.T) {
	valid := validator(t)
	dir := t.TempDir()
	for name, g := range map[string]string{"samples": demo(t), "by hand": fleet(t)} {
		for n, filters := range [][]string{
			{}, {"--kind", "unit", "--kind", "place"}, {"--around", "fleet", "--hops", "2"}, {"--min-confidence", "0.6"},
			{"--modality", "planned", "--modality", "denied"}, {"--since", "2024-01", "--until", "2024-03"}, {"--limit", "10"},
		} {
			first := filepath.Join(dir, "first.json")
			done(t, append([]string{"export", "--graph", g, "-o", first}, filters...)...)
			data := read(t, first)
			if err := valid(data); err != nil {
				t.Errorf("%s, %v: %v", name, filters, err)
			}
			again := filepath.Join(dir, fmt.Sprint(strings.ReplaceAll(name, " ", ""), n, ".skein"))
			done(t, "import", "--graph", again, first)
			if done(t, "export", "--graph", again) != data {
				t.Errorf("%s, %v: another export than the one that was imported", name, filters)
			}
			if out := done(t, "import", "--graph", again, first); !strings.HasPrefix(out, "known  "+first+"\n") {
				t.Errorf("%s, %v: importing it again says %q", name, filters, out)
			}
		}
	}
}

// TestExportPlaces: where things stand on the canvas comes back too.
func TestExportPlaces(t *testing.T) {
	facts := append(fleetFacts(), graph.Placement{Entity: entity("unit/3 fleet"), X: -12.5, Y: 80, Pinned: true})
	first := done(t, "export", "--graph", stored(t, facts))
	from := write(t, filepath.Join(t.TempDir(), "first.JSON"), first)
	again := filepath.Join(t.TempDir(), "again.skein")
	done(t, "import", "--graph", again, from)
	if done(t, "export", "--graph", again) != first {
		t.Error("the second export differs")
	}
	if !strings.Contains(first, `"x":-12.5,"y":80,"pinned":true`) {
		t.Errorf("no place in\n%s", first)
	}
}

// TestOrderDoesNotShow: the same files in any order, with one worker or eight, in one import or one for each file, are
// the same graph to the byte.
func TestOrderDoesNotShow(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(samples, "0*"))
	if err != nil || len(files) < 6 {
		t.Fatal(files, err)
	}
	want := done(t, "export", "--graph", demo(t))
	for seed, workers := range []string{"1", "8", "3"} {
		r := rand.New(rand.NewPCG(uint64(seed), 1))
		r.Shuffle(len(files), func(i, k int) { files[i], files[k] = files[k], files[i] })
		g := filepath.Join(t.TempDir(), "g.skein")
		done(t, append([]string{"import", "--graph", g, "--workers", workers}, files...)...)
		if got := done(t, "export", "--graph", g); got != want {
			t.Errorf("%s workers, order %v: another graph", workers, files)
		}
	}
	g := filepath.Join(t.TempDir(), "g.skein")
	for _, f := range files {
		done(t, "import", "--graph", g, f)
	}
	if got := done(t, "export", "--graph", g); got != want {
		t.Error("imported one by one: another graph")
	}
}

// TestReplacedWhole: a file that stood there is replaced whole, through links, or is left as it was.
func TestReplacedWhole(t *testing.T) {
	g, dir := fleet(t), t.TempDir()
	old := write(t, filepath.Join(dir, "old.json"), "what stood there")
	link := filepath.Join(dir, "link.json")
	if err := os.Symlink(old, link); err != nil {
		t.Fatal(err)
	}
	skein(t, "export", "--graph", g, "--around", "nobody of this name", "-o", old)
	if got := read(t, old); got != "what stood there" {
		t.Errorf("a failed export left %q", got)
	}
	done(t, "export", "--graph", g, "-o", link)
	if got := read(t, old); got != done(t, "export", "--graph", g) {
		t.Errorf("through a link was written %.80q", got)
	}
	pipe := filepath.Join(t.TempDir(), "pipe.json")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	came := make(chan string, 1)
	go func() { data, _ := os.ReadFile(pipe); came <- string(data) }()
	done(t, "export", "--graph", g, "-o", pipe)
	if info, err := os.Stat(pipe); err != nil || info.Mode().IsRegular() {
		t.Fatalf("a pipe was replaced: %v %v", info, err)
	}
	if <-came != read(t, old) {
		t.Error("into a pipe was written something else")
	}
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) != 2 {
		t.Errorf("left behind: %v %v", entries, err)
	}
}
