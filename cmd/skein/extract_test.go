package main

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/goccy/go-json"

	"skein/graph"
	"skein/graph/schema"
)

// extraction is skein/extract/1 as another program sees it.
type extraction struct {
	Schema   string
	Articles []struct {
		ID, Path, Title, Byline, Outlet, Published, Language, Text string
		Entities                                                   []struct {
			ID, Name, Type string
			Kinds, Aliases []string
			Mentions       []offsets
		}
		Claims []struct {
			ID, Subject, Predicate, Object, Value, Modality string
			SaidBy                                          string `json:"said_by"`
			Confidence                                      float64
			Evidence                                        []offsets
		}
	}
}

type offsets struct{ Begin, End int }

// in is the part of the text, in code points.
func (o offsets) in(text []rune) string {
	if o.Begin < 0 || o.Begin >= o.End || o.End > len(text) {
		return ""
	}
	return string(text[o.Begin:o.End])
}

func extractions(t testing.TB, data string) (x extraction) {
	t.Helper()
	if err := json.Unmarshal([]byte(data), &x); err != nil {
		t.Fatalf("%v in %.200q", err, data)
	}
	return x
}

// TestExtract holds what is extracted from the samples against the format: known kinds, types and relations, ends that are
// there, offsets that point at words, everything sorted.
func TestExtract(t *testing.T) {
	data := done(t, "extract", samples)
	x := extractions(t, data)
	if x.Schema != "skein/extract/1" || len(x.Articles) != 8 {
		t.Fatalf("schema %q, %d articles", x.Schema, len(x.Articles))
	}
	for _, a := range x.Articles {
		text := []rune(a.Text)
		if filepath.Ext(a.Path) == ".txt" && a.Text != read(t, a.Path) {
			t.Errorf("%s: the text is not the file's", a.Path)
		}
		if a.Title == "" || a.Published == "" || a.Language != "en" || !strings.Contains(a.Text, a.Title) {
			t.Errorf("%s: title %q, published %q, language %q", a.Path, a.Title, a.Published, a.Language)
		}
		there := map[string]bool{}
		var ids []string
		for _, e := range a.Entities {
			there[e.ID] = true
			ids = append(ids, e.ID)
			info, ok := schema.TypeOf(graph.Type(e.Type))
			if !ok || len(e.Kinds) != len(info.Kinds) || e.Name == "" {
				t.Errorf("%s: entity %+v", a.Path, e)
			}
			for _, m := range e.Mentions {
				if strings.TrimSpace(m.in(text)) == "" {
					t.Errorf("%s: %s is mentioned at %v: %q", a.Path, e.Name, m, m.in(text))
				}
			}
		}
		if !slices.IsSorted(ids) {
			t.Errorf("%s: entities are not sorted", a.Path)
		}
		ids = nil
		for _, c := range a.Claims {
			ids = append(ids, c.ID)
			info, ok := schema.PredicateOf(graph.Predicate(c.Predicate))
			ends := there[c.Subject] && (c.SaidBy == "" || there[c.SaidBy]) && (c.Value != "") != there[c.Object]
			if !ok || info.Value != (c.Value != "") || !ends || c.Confidence <= 0 || c.Confidence > 1 ||
				!slices.Contains(graph.Modalities(), graph.Modality(c.Modality)) || len(c.Evidence) == 0 {
				t.Errorf("%s: claim %+v", a.Path, c)
			}
			for _, e := range c.Evidence {
				if strings.TrimSpace(e.in(text)) == "" {
					t.Errorf("%s: claim %s is said at %v", a.Path, c.ID, e)
				}
			}
		}
		if !slices.IsSorted(ids) || len(ids) == 0 {
			t.Errorf("%s: %d claims, not sorted", a.Path, len(ids))
		}
	}
	files, err := filepath.Glob(filepath.Join(samples, "0*"))
	if err != nil {
		t.Fatal(err)
	}
	slices.Reverse(files)
	for _, workers := range []string{"1", "8"} {
		if done(t, append([]string{"extract", "--workers", workers}, files...)...) != data {
			t.Errorf("%s workers, the files the other way round: other bytes", workers)
		}
	}
}

// TestExtractText shows people each entity and each claim with its sentence.
func TestExtractText(t *testing.T) {
	path := write(t, filepath.Join(t.TempDir(), "fleet.txt"), goodText)
	out := done(t, "extract", "--format", "text", path)
	for _, want := range []string{"== " + path + "\n", "Person       Ines Vollan", "    > ", "met the mayor of Port Senna on Friday. ("} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
}

// TestPublished makes sure that a date given on the command line dates what the article tells.
func TestPublished(t *testing.T) {
	path := write(t, filepath.Join(t.TempDir(), "visit.txt"), "Gen. Omar Haddad visited Oslo on May 1. He met Ines Vollan on Thursday.")
	data := done(t, "extract", "--published", "2008-05-03", path)
	if x := extractions(t, data); x.Articles[0].Published != "2008-05-03" || !strings.Contains(data, `"2008-05-01"`) {
		t.Errorf("%s", data)
	}
	if out, errs, code := skein(t, "extract", "--published", "yesterday", path); code != exitUsage || !strings.Contains(errs, "--published") {
		t.Errorf("exit status %d: %s%s", code, out, errs)
	}
}
