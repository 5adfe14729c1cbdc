package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"syscall"
	"testing"

	"skein/graph/snapshot"
	"skein/graph/store"
)

// samples are the articles that Skein is shown with.
const samples = "../../assets/samples"

// skein runs a command line in this process.
func skein(t testing.TB, args ...string) (out, errs string, code int) {
	t.Helper()
	var o, e bytes.Buffer
	code = run(context.Background(), args, strings.NewReader(""), &o, &e)
	return o.String(), e.String(), code
}

// done runs a command line that must succeed and say nothing on standard error.
func done(t testing.TB, args ...string) string {
	t.Helper()
	out, errs, code := skein(t, args...)
	if code != exitDone || errs != "" {
		t.Fatalf("skein %s: exit status %d\n%s", strings.Join(args, " "), code, errs)
	}
	return out
}

// demoGraph imports the samples once for all tests.
var demoGraph = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "skein-demo-")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "demo.skein")
	var errs bytes.Buffer
	if code := run(context.Background(), []string{"import", "--graph", path, samples}, nil, &errs, &errs); code != exitDone {
		return nil, errors.New("importing the samples: " + errs.String())
	}
	return os.ReadFile(path)
})

// demo is a graph of the samples, the test's own.
func demo(t testing.TB) string {
	t.Helper()
	data, err := demoGraph()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "demo.skein")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// look reads a graph as the commands do.
func look(t testing.TB, path string) *snapshot.Snapshot {
	t.Helper()
	s, err := store.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	return snapshot.Build(s.Facts())
}

func write(t testing.TB, path, text string) string {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

func read(t testing.TB, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestUsage: a command line that cannot be carried out is exit status 2, one line that says why, and nothing done.
func TestUsage(t *testing.T) {
	g := demo(t)
	for _, c := range []struct {
		args string
		want string
	}{
		{"import", "requires at least 1 arg"},
		{"extract", "requires at least 1 arg"},
		{"extract --format xml a.txt", `json or text, not "xml"`},
		{"search", "requires at least 1 arg"},
		{"show", "requires at least 1 arg"},
		{"path Iraq", "accepts 2 arg(s), received 1"},
		{"stats Iraq", "unknown command"},
		{"stats --verbose", "unknown flag: --verbose"},
		{"export --format gexf", `there is no format "gexf"; there is node-link`},
		{"export --kind ship", `no kind or type "ship"`},
		{"export --relation eats", `no relation "eats"`},
		{"export --modality maybe", `no modality "maybe"`},
		{"export --since yesterday", `"yesterday" is not a date`},
		{"export --min-confidence 1.5", "from 0 to 1, not 1.5"},
		{"export --min-confidence NaN", "from 0 to 1, not NaN"},
		{"export --hops 2", "name it with --around"},
		{"export --around Iraq --hops 0", "--hops is 1 or more"},
		{"export --limit -1", "--limit is 1 or more"},
		{"render", "name a .png or .svg file"},
		{"render -o graph.gif", `not "graph.gif"`},
		{"render -o graph.png --size big", `such as 1400x900, not "big"`},
		{"render -o graph.png --size 0x10", "from 1 to"},
		{"render -o graph.png --size 99999x10", "from 1 to"},
		{"stats --graph postgres://example.org/graph", "postgres:// addresses of shared graphs are not supported"},
	} {
		args := strings.Fields(c.args)
		if !strings.Contains(c.args, "--graph") {
			args = append(args, "--graph", g)
		}
		out, errs, code := skein(t, args...)
		if code != exitUsage || out != "" || !strings.Contains(errs, c.want) || strings.Count(errs, "\n") != 2 {
			t.Errorf("skein %s: exit status %d, standard output %q, standard error %q, which should say %q", c.args, code, out, errs, c.want)
		}
	}
	if _, err := os.Stat("graph.png"); err == nil {
		t.Error("a picture was drawn all the same")
	}
}

// TestNotThere: what the graph does not hold is exit status 1 and one line that names it.
func TestNotThere(t *testing.T) {
	g := demo(t)
	none := filepath.Join(t.TempDir(), "none.skein")
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"search", "--graph", g, "qqqqqqqqqq"}, `"qqqqqqqqqq": not found`},
		{[]string{"show", "--graph", g, "qqqqqqqqqq"}, `"qqqqqqqqqq": not found`},
		{[]string{"path", "--graph", g, "Iraq", "qqqqqqqqqq"}, `"qqqqqqqqqq": not found`},
		{[]string{"export", "--graph", g, "--around", "qqqqqqqqqq"}, `"qqqqqqqqqq": not found`},
		{[]string{"export", "--graph", g, "--source", "qqqqqqqqqq"}, `"qqqqqqqqqq": not found`},
		{[]string{"render", "--graph", g, "--said-by", "qqqqqqqqqq", "-o", filepath.Join(t.TempDir(), "x.png")}, `"qqqqqqqqqq": not found`},
		{[]string{"stats", "--graph", none}, none + ": there is no graph"},
		{[]string{"export", "--graph", g, "-o", filepath.Join(none, "x.json")}, filepath.Join(none, "x.json") + ": no such file or directory"},
	} {
		out, errs, code := skein(t, c.args...)
		if code != exitFailed || out != "" || !strings.Contains(errs, c.want) || strings.Count(errs, "\n") != 1 {
			t.Errorf("skein %s: exit status %d, standard output %q, standard error %q, which should say %q", c.args, code, out, errs, c.want)
		}
	}
	if _, err := os.Stat(none); err == nil {
		t.Error("reading made a graph")
	}
}

// TestFullOutput: results that cannot be written are a failure, not a silence.
func TestFullOutput(t *testing.T) {
	g := demo(t)
	for _, args := range [][]string{{"stats"}, {"search", "Iraq"}, {"show", "Iraq"}, {"export"}, {"extract", samples}} {
		var errs bytes.Buffer
		code := run(context.Background(), append(args, "--graph", g), nil, full{}, &errs)
		if code != exitFailed || !strings.Contains(errs.String(), "no space left") || strings.Count(errs.String(), "\n") != 1 {
			t.Errorf("%s: exit status %d, %q", args, code, errs.String())
		}
	}
}

// full is a full disk.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

// TestDefaultGraph: without --graph the graph is in the user's data folder, which is made.
func TestDefaultGraph(t *testing.T) {
	home := t.TempDir()
	for _, c := range []struct{ data, want string }{
		{filepath.Join(home, "data"), filepath.Join(home, "data", "skein", "graph.skein")},
		{"", filepath.Join(home, ".local", "share", "skein", "graph.skein")},
	} {
		t.Setenv("HOME", home)
		t.Setenv("XDG_DATA_HOME", c.data)
		if _, errs, code := skein(t, "stats"); code != exitFailed || !strings.HasPrefix(errs, "skein: "+c.want+": there is no graph") {
			t.Errorf("exit status %d, %q", code, errs)
		}
		done(t, "import", write(t, filepath.Join(home, "a.txt"), goodText))
		if len(look(t, c.want).Articles()) != 1 {
			t.Errorf("nothing in %s", c.want)
		}
	}
}

// TestCancelledAtFirst: what is cancelled before it begins does nothing.
func TestCancelledAtFirst(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	g := filepath.Join(t.TempDir(), "g.skein")
	export := write(t, filepath.Join(t.TempDir(), "fleet.json"), done(t, "export", "--graph", fleet(t)))
	for _, args := range [][]string{{"import", samples}, {"import", export}, {"extract", samples}} {
		var out, errs bytes.Buffer
		code := run(ctx, append(args, "--graph", g), nil, &out, &errs)
		if code != exitFailed || !strings.Contains(errs.String(), "cancelled") || strings.Count(errs.String(), "\n") != 1 ||
			strings.Contains(out.String(), "new  ") {
			t.Errorf("%s: exit status %d, %q, %q", args, code, out.String(), errs.String())
		}
	}
	if s := look(t, g); len(s.Articles()) != 0 {
		t.Errorf("%d articles were imported", len(s.Articles()))
	}
}
