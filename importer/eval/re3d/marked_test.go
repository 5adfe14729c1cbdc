package re3d

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func marked(t *testing.T, text string) ([]Document, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.marked")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return LoadMarked(path)
}

func TestLoadMarked(t *testing.T) {
	docs, err := marked(t, `# ours
= wire | Čapek falls
[o1 [o Čapek]'s men] and [o2 rebels] left [l1 Oda], [l2 Lir].
> Apart o1,o2 l1; CoLocated l1 l2

[q 12] died.
He ran.
= wire | Two
Rain.
`)
	if err != nil || len(docs) != 2 {
		t.Fatalf("%d documents, %v", len(docs), err)
	}
	d := docs[0]
	if d.Title != "wire | Čapek falls" || d.Text != "Čapek's men and rebels left Oda, Lir.\n12 died. He ran." || docs[1].Text != "Rain." || d.ID == docs[1].ID {
		t.Errorf("%+v", docs)
	}
	wantEntities := []Entity{
		{0, 11, "Organisation"}, {0, 5, "Organisation"}, {16, 22, "Organisation"}, {28, 31, "Location"}, {33, 36, "Location"}, {38, 40, "Quantity"},
	}
	if !slices.Equal(d.Entities, wantEntities) {
		t.Errorf("entities %v, want %v", d.Entities, wantEntities)
	}
	wantRelations := []Relation{
		{"Apart", Span{0, 11}, Span{28, 31}}, {"Apart", Span{16, 22}, Span{28, 31}}, {"CoLocated", Span{28, 31}, Span{33, 36}},
	}
	if !slices.Equal(d.Relations, wantRelations) {
		t.Errorf("relations %v, want %v", d.Relations, wantRelations)
	}
}

func TestLoadMarkedRefuses(t *testing.T) {
	for text, says := range map[string]string{
		"[o1 A] b":                                    "line 1: no document",
		"= x\n[z A] b":                                `"z" is no mark`,
		"= x\n[oak A] b":                              `"oak" is no mark`,
		"= x\n[A]":                                    "is no mark",
		"= x\n[o A b":                                 "o does not end",
		"= x\nA] b":                                   "] without [",
		"= x\n[o1 A ]b":                               "ends with a blank",
		"= x\n[o1 A] [o1 B]":                          "o1 stands there twice",
		"= x\n[o1 A] [o2 B]\n> Loves o1 o2":           "is no relation",
		"= x\n[o1 A] [o2 B]\n> Likes o1":              "is no relation",
		"= x\n[o1 A] [o2 B]\n> Likes o1 o3":           "o1 and o3 are not two",
		"= x\n[o1 A] [o2 B]\n> Likes o1 o1":           "o1 and o1 are not two",
		"= x\n[o A] [o2 B]\n> Likes o o2":             "o and o2 are not two",
		"= x\n[o1 A] [o2 B]\nC\n> Likes o1 o2":        "line 4",
		"= x\n[o1 A] [o2 B]\n> Likes o1 o2,o2":        "stands there twice",
		"= x\n[o1 A] [o2 B]\n> Likes o1 o2;":          "is no relation",
		"= x\n[o1 A] [o2 B]\n= y\n> Likes o1 o2":      "line 4",
		"= x\n[l1 A, [l2 B] c\n> CoLocated l1 l2":     "l1 does not end",
		"= x\n[l1 A], [l2 ] c\n> CoLocated l1 l2":     "l2 ends with a blank or holds nothing",
		"= x\n[o1 A] [o2 B]\n> Likes o1 o2; Likes  ,": "is no relation",
	} {
		if _, err := marked(t, text); err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q: %v, want %q", text, err, says)
		}
	}
	if _, err := LoadMarked(filepath.Join(t.TempDir(), "absent")); err == nil {
		t.Error("a file that is not there can be read")
	}
}
