package main

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-json"

	"skein/graph/snapshot"
)

// importReport is the report for machines as another program sees it.
type importReport struct {
	Schema string
	Files  []struct {
		Path, Status, Article, Title, Error string
		Words                               int
		NewEntities                         int `json:"new_entities"`
		KnownEntities                       int `json:"known_entities"`
		NewClaims                           int `json:"new_claims"`
		ConfirmedClaims                     int `json:"confirmed_claims"`
		Rejected                            []struct {
			Begin, End          int
			Text, Stage, Reason string
		}
	}
	Passed int
}

func reported(t testing.TB, data string) (r importReport) {
	t.Helper()
	if err := json.Unmarshal([]byte(data), &r); err != nil {
		t.Fatalf("%v in %.200q", err, data)
	}
	return r
}

// TestImportCounts: what the report calls new adds up to what the graph holds, before links across articles join any, and a second import brings nothing.
func TestImportCounts(t *testing.T) {
	g := filepath.Join(t.TempDir(), "g.skein")
	r := reported(t, done(t, "import", "--json", "--graph", g, samples))
	if r.Schema != "skein/import/1" || len(r.Files) != 8 || r.Passed != 1 {
		t.Fatalf("schema %q, %d files, %d passed over", r.Schema, len(r.Files), r.Passed)
	}
	s := look(t, g)
	entities, claims, texts := 0, 0, map[string][]rune{}
	for _, a := range s.Articles() {
		texts[string(a.ID)] = []rune(a.Text)
	}
	for _, f := range r.Files {
		entities += f.NewEntities
		claims += f.NewClaims
		if f.Status != "new" || f.Title == "" || f.Words < 100 || texts[f.Article] == nil {
			t.Errorf("%+v", f)
		}
		for _, x := range f.Rejected {
			if x.Reason == "" || x.Stage == "" || string(texts[f.Article][x.Begin:x.End]) != x.Text {
				t.Errorf("%s: rejected %+v", f.Path, x)
			}
		}
	}
	for _, e := range s.Entities() {
		entities -= len(e.Joined) // linked across articles only once all are there
	}
	if entities != len(s.Entities()) || claims != len(s.Claims()) {
		t.Errorf("%d new entities and %d new claims, the graph holds %d and %d", entities, claims, len(s.Entities()), len(s.Claims()))
	}
	before := done(t, "export", "--graph", g)
	for _, f := range reported(t, done(t, "import", "--json", "--graph", g, samples)).Files {
		if f.Status != "known" || f.NewEntities+f.NewClaims+f.ConfirmedClaims != 0 {
			t.Errorf("the second time: %+v", f)
		}
	}
	if done(t, "export", "--graph", g) != before {
		t.Error("a second import changed the graph")
	}
}

// TestImportLines: one line a file in the order of the input, then the sum.
func TestImportLines(t *testing.T) {
	dir := t.TempDir()
	a, b := write(t, filepath.Join(dir, "a.txt"), goodText), write(t, filepath.Join(dir, "b.txt"), generated(1))
	g := filepath.Join(dir, "g.skein")
	lines := strings.Split(done(t, "import", "--graph", g, b, a), "\n")
	if len(lines) != 5 || !strings.HasPrefix(lines[3], "now in the graph: ") || !strings.Contains(lines[3], "Vollan") || !strings.HasPrefix(lines[0], "new    "+b+": ") || !strings.HasPrefix(lines[1], "new    "+a+": ") ||
		!strings.HasPrefix(lines[2], "2 files: 2 new, 0 known; ") {
		t.Errorf("%q", lines)
	}
	if got := done(t, "import", "--graph", g, a, a); got != fmt.Sprintf("known  %s\n1 file: 0 new, 1 known\n", a) {
		t.Errorf("again: %q", got)
	}
	out, errs, code := skein(t, "import", "--json", "--graph", g, a, filepath.Join(dir, "none.txt"))
	if r := reported(t, out); code != exitFailed || len(r.Files) != 2 || r.Files[1].Status != "failed" || errs != "skein: "+r.Files[1].Error+"\n" {
		t.Errorf("exit status %d, %q, %q", code, out, errs)
	}
}

// TestNews: of what an import brought, the best known is named first, and that claims are disputed now is said.
func TestNews(t *testing.T) {
	before := snapshot.Build(slices.Values(fleetFacts()[:1]))
	var b bytes.Buffer
	printNews(&b, before, snapshot.Build(slices.Values(fleetFacts())))
	if want := "now in the graph: 3rd Fleet; Port Senna; Ines Vollan; Ministry of the Sea\nnow disputed: 2 claims\n"; b.String() != want {
		t.Errorf("%q, want %q", b.String(), want)
	}
	b.Reset()
	printNews(&b, before, before)
	if b.Len() > 0 {
		t.Errorf("nothing new is %q", b.String())
	}
}

// TestBar: a progress bar is drawn over itself and leaves nothing.
func TestBar(t *testing.T) {
	var b bytes.Buffer
	x := bar{w: &b, on: true}
	x.draw(1, 4)
	x.clear()
	x.draw(4, 4)
	x.clear()
	x.clear()
	want := "\r[#######                       ] 1 of 4\r\x1b[K\r[##############################] 4 of 4\r\x1b[K"
	if b.String() != want {
		t.Errorf("%q", b.String())
	}
	if newBar(&b).on {
		t.Error("a bar where there is no terminal")
	}
}
