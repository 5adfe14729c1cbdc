package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// layers is the direction of the arrows: what each package of ours, or each folder of packages ("importer/..."), may import
// of ours, and which of the settled libraries it may touch. The first entry that fits counts.
var layers = []struct {
	pkg string
	may []string
}{
	{"assets", nil},
	{"graph", nil},
	{"graph/layout", nil},
	{"graph/store", []string{"graph", "graph/store/...", "cayley"}},
	{"graph/store/...", []string{"cayley"}},
	{"graph/file", []string{"graph", "graph/schema", "graph/snapshot"}},
	{"graph/...", []string{"graph", "graph/schema", "graph/resolve", "graph/edtf"}},
	{"importer", []string{"graph", "graph/schema"}},
	{"importer/english", []string{"assets", "graph", "graph/schema"}},
	{"importer/...", []string{"assets", "graph", "graph/schema", "importer", "importer/..."}},
	{"gui/model", []string{"graph", "graph/...", "importer", "importer/batch", "gui/scene", "-graph/store"}},
	{"gui/scene", []string{"assets", "graph", "graph/schema", "graph/snapshot", "graph/layout"}},
	{"gui/theme", []string{"assets", "graph", "gui/scene", "fyne"}},
	{"gui/canvas", []string{"graph", "gui/scene", "fyne"}},
	{"gui/part", []string{"assets", "graph", "graph/schema", "gui/scene", "gui/theme", "fyne"}},
	{"gui/panel/...", []string{"graph", "graph/...", "gui/model", "gui/scene", "gui/theme", "gui/part", "gui/canvas", "importer/batch", "fyne", "-graph/store"}},
	{"gui", []string{"assets", "graph", "graph/...", "gui/...", "importer", "importer/...", "fyne"}},
	{"cmd/...", []string{"assets", "graph", "graph/...", "gui", "gui/...", "importer", "importer/...", "fyne"}},
}

// libraries are the ones that only some packages may know.
var libraries = map[string]string{
	"fyne.io/":                "fyne",
	"github.com/cayleygraph/": "cayley",
	"github.com/hidal-go/":    "cayley",
	"go.etcd.io/bbolt":        "cayley",
	"github.com/boltdb/":      "nobody",
	"encoding/json":           "nobody", // go-json is settled
}

// vague names say where code is kept, not what it does.
var vague = []string{"util", "utils", "common", "helper", "helpers", "misc", "shared", "base", "types"}

// TestArchitecture reads the imports of every package and checks that no arrow points the wrong way.
func TestArchitecture(t *testing.T) {
	root := filepath.Join("..", "..")
	documented := map[string]bool{}
	err := filepath.WalkDir(root, func(p string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, _ := filepath.Rel(root, p)
		rel = filepath.ToSlash(rel)
		if d.IsDir() {
			if n := d.Name(); rel != "." && (n == "testdata" || n == "out" || n == "bin" || strings.HasPrefix(n, ".")) {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(p, ".go") || strings.HasSuffix(p, "_test.go") {
			return nil
		}
		pkg := path.Dir(rel)
		if slices.Contains(vague, path.Base(pkg)) {
			t.Errorf("%s: the name says nothing", pkg)
		}
		f, err := parser.ParseFile(token.NewFileSet(), p, nil, parser.ImportsOnly|parser.ParseComments)
		if err != nil {
			return err
		}
		documented[pkg] = documented[pkg] || f.Doc != nil
		for _, spec := range f.Imports {
			imp, _ := strconv.Unquote(spec.Path.Value)
			if !allowed(pkg, imp) {
				t.Errorf("%s: package %s may not import %s", rel, pkg, imp)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(documented) < 10 {
		t.Fatalf("only %d packages found: is the test in its place?", len(documented))
	}
	for pkg, ok := range documented {
		if !ok {
			t.Errorf("%s: no package comment", pkg)
		}
	}
}

// allowed reports whether pkg may import imp.
func allowed(pkg, imp string) bool {
	name, ours := strings.CutPrefix(imp, "skein/")
	if !ours {
		name = ""
		for prefix, lib := range libraries {
			if strings.HasPrefix(imp, prefix) {
				name = lib
			}
		}
		if name == "" {
			return true
		}
	}
	for _, l := range layers {
		if !fits(l.pkg, pkg) {
			continue
		}
		if slices.Contains(l.may, "-"+name) {
			return false
		}
		return slices.ContainsFunc(l.may, func(m string) bool { return fits(m, name) }) || ours && strings.HasPrefix(name, pkg+"/")
	}
	return false
}

// fits reports whether a package is the one a pattern names, or below it where the pattern ends in "/...".
func fits(pattern, pkg string) bool {
	if dir, below := strings.CutSuffix(pattern, "/..."); below {
		return strings.HasPrefix(pkg, dir+"/")
	}
	return pattern == pkg
}
