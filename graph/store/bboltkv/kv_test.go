package bboltkv

import (
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	cayley "github.com/cayleygraph/cayley/graph"
	cayleytest "github.com/cayleygraph/cayley/graph/kv/kvtest"
	"github.com/hidal-go/hidalgo/kv"
	"github.com/hidal-go/hidalgo/kv/kvtest"
)

func open(t testing.TB) *DB {
	t.Helper()
	db, err := Open(filepath.Join(t.TempDir(), "graph"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// TestHidalgo runs the tests hidalgo has for its databases.
func TestHidalgo(t *testing.T) {
	kvtest.RunTest(t, func(t testing.TB) (kv.KV, func()) {
		db := open(t)
		return db, func() { db.Close(); db.Close() }
	})
}

// TestCayley runs the tests Cayley has for its kv backends. The bloom filter stays off, as in the store: it takes
// hundreds of megabytes.
func TestCayley(t *testing.T) {
	module, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/cayleygraph/cayley").Output()
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir(strings.TrimSpace(string(module))) // its tests read data/testdata.nq
	cayleytest.TestAll(t, func(t testing.TB) (kv.KV, cayley.Options, func()) {
		db := open(t)
		return db, cayley.Options{"no_bloom": true}, func() { db.Close() }
	}, nil)
}
