package file

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"skein/graph/snapshot"
)

// missing skips a test that needs a program which is not there, or fails it when all tests must run.
func missing(t *testing.T, format string, args ...any) {
	t.Helper()
	if os.Getenv("SKEIN_TEST_ALL") == "1" {
		t.Fatalf(format, args...)
	}
	t.Skipf(format, args...)
}

func run(t *testing.T, timeout time.Duration, dir, name string, args ...string) (string, error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	return string(out), err
}

// exportFile writes the sample and tells what a reader must find in it.
func exportFile(t *testing.T) (path, want string) {
	t.Helper()
	s := snapshot.Build(slices.Values(sample()))
	path = filepath.Join(t.TempDir(), "graph.json")
	if err := os.WriteFile(path, export(t, s, nil, places()), 0o600); err != nil {
		t.Fatal(err)
	}
	edges := 0
	for _, c := range s.Claims() {
		if c.To >= 0 {
			edges++
		}
	}
	return path, fmt.Sprintf("%d nodes, %d edges, Kerrin Town is a city and a place at 20.5 -0.1, leads by 2 outlets: Zoë Şahin of the 4th Čapek Brigade", len(s.Entities()), edges)
}

// networkx reads with node_link_graph. Before 3.4 its key for edges was "links" and must be told ours; from 3.6 on ours is
// its own.
const networkx = `
import inspect, json, sys
import networkx as nx
data = json.load(open(sys.argv[1], encoding="utf-8"))
old = "edges" not in inspect.signature(nx.node_link_graph).parameters
g = nx.node_link_graph(data, link="edges") if old else nx.node_link_graph(data)
assert g.is_directed() and g.is_multigraph() and g.graph["schema"] == "skein/graph/1"
town = next(d for n, d in g.nodes(data=True) if d["label"] == "Kerrin Town")
leads = next(d for u, v, d in g.edges(data=True) if d["relation"] == "leads")
quote = max((e["quote"] for e in leads["evidence"]), key=len)
print("%d nodes, %d edges, %s is a %s and a %s at %s %s, %s by %d outlets: %s" % (g.number_of_nodes(), g.number_of_edges(),
    town["label"], town["type"], town["kind"], town["x"], town["y"], leads["relation"], leads["outlets"], quote))
`

func TestNetworkX(t *testing.T) {
	path, want := exportFile(t)
	tried := map[string]bool{}
	for _, python := range []string{"/usr/bin/python3", "python3"} {
		program, err := exec.LookPath(python)
		if err != nil || tried[program] {
			continue
		}
		version, err := run(t, time.Minute, "", program, "-c", "import networkx; print(networkx.__version__)")
		if err != nil {
			continue
		}
		tried[program] = true
		t.Run("NetworkX "+strings.TrimSpace(version), func(t *testing.T) {
			t.Setenv("PYTHONIOENCODING", "utf-8")
			got, err := run(t, time.Minute, "", program, "-c", networkx, path)
			if err != nil || strings.TrimSpace(got) != want {
				t.Errorf("it says (%v)\n%swant\n%s", err, got, want)
			}
		})
	}
	if len(tried) == 0 {
		missing(t, "there is no python3 with networkx (Debian: python3-networkx)")
	}
}

// graphology reads with Graph.from, as Gephi Lite does, and writes the same again.
const graphology = `
const Graph = require("graphology"), assert = require("assert"), fs = require("fs");
const data = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const g = Graph.from(data);
assert(g.type === "directed" && g.multi && g.allowSelfLoops && g.getAttribute("schema") === "skein/graph/1");
const town = g.getNodeAttributes(g.findNode((n, a) => a.label === "Kerrin Town"));
const leads = g.getEdgeAttributes(g.findEdge((e, a) => a.relation === "leads"));
const quote = leads.evidence.map(e => e.quote).sort((a, b) => b.length - a.length)[0];
console.log(g.order + " nodes, " + g.size + " edges, " + town.label + " is a " + town.type + " and a " + town.kind + " at " + town.x + " " + town.y +
  ", " + leads.relation + " by " + leads.outlets + " outlets: " + quote);
for (const n of data.nodes) assert.deepStrictEqual(g.getNodeAttributes(n.key), n.attributes);
for (const e of data.edges) {
  assert.deepStrictEqual(g.getEdgeAttributes(e.key), e.attributes);
  assert.deepStrictEqual(g.extremities(e.key), [e.source, e.target]);
}
`

// graphologyPackages are what the test installs.
func graphologyPackages() []string { return []string{"graphology@0.26.0", "graphology-types@0.24.8"} }

func TestGraphology(t *testing.T) {
	for _, program := range []string{"node", "npm"} {
		if _, err := exec.LookPath(program); err != nil {
			missing(t, "there is no %s", program)
		}
	}
	path, want := exportFile(t)
	modules := installGraphology(t)
	script := filepath.Join(t.TempDir(), "read.js")
	if err := os.WriteFile(script, []byte(graphology), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("NODE_PATH", filepath.Join(modules, "node_modules"))
	got, err := run(t, time.Minute, "", "node", script, path)
	if err != nil || strings.TrimSpace(got) != want {
		t.Errorf("it says (%v)\n%swant\n%s", err, got, want)
	}
}

// installGraphology is a folder with the packages; npm keeps what it fetched for the next time.
func installGraphology(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	args := append([]string{"install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefer-offline", "--prefix", dir}, graphologyPackages()...)
	if out, err := run(t, 2*time.Minute, dir, "npm", args...); err != nil {
		missing(t, "npm cannot install %v: %v\n%s", graphologyPackages(), err, out)
	}
	return dir
}
