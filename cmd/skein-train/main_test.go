package main

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"skein/importer"
	"skein/importer/group"
	"skein/importer/nominal"
	"skein/importer/parse"
	"skein/importer/tag"
	"skein/importer/tie"
)

const bank = `# newpar
1	The	the	DET	DT	_	2	det	_	_
2	dogs	dog	NOUN	NNS	_	3	nsubj	_	_
3	bark	bark	VERB	VBP	_	0	root	_	SpaceAfter=No
4	.	.	PUNCT	.	_	3	punct	_	_

`

func TestTrainTag(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "a.conllu")
	if err := os.WriteFile(in, []byte(strings.Repeat(bank, 4)), 0o600); err != nil {
		t.Fatal(err)
	}
	var models [2][]byte
	own := filepath.Join(dir, "own.tagged")
	if err := os.WriteFile(own, []byte("# ours\n\nDogs/NOUN bark/VERB\n1/2/NUM miles/NOUN\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for i := range models {
		out := filepath.Join(dir, "tag.bin")
		var errs strings.Builder
		if code := run([]string{"tag", "-o", out, in, own}, &errs); code != 0 || !strings.Contains(errs.String(), "6 sentences, 20 words") {
			t.Fatalf("exit %d: %s", code, errs.String())
		}
		var err error
		if models[i], err = os.ReadFile(out); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(models[0], models[1]) {
		t.Error("the same treebank gives other bytes")
	}
	if _, err := tag.Read(models[0], nil); err != nil {
		t.Error(err)
	}
}

func TestTrainParse(t *testing.T) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "a.conllu"), filepath.Join(dir, "parse.bin")
	if err := os.WriteFile(in, []byte(strings.Repeat(bank, 8)), 0o600); err != nil {
		t.Fatal(err)
	}
	own, vectors := filepath.Join(dir, "own.trees"), filepath.Join(dir, "v.json")
	if err := os.WriteFile(own, []byte("# ours\n\n[nsubj [det The/DET] cats/NOUN] bark/VERB [punct ./PUNCT]\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	numbers := strings.TrimSuffix(strings.Repeat("1,", 100), ",")
	if err := os.WriteFile(vectors, []byte(`{"dimensions": 100, "words": ["dogs"], "vectors": {"dogs": [`+numbers+`]}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	var errs strings.Builder
	if code := run([]string{"parse", "-o", out, "-vectors", vectors, in, own}, &errs); code != 0 || !strings.Contains(errs.String(), "11 sentences, 44 words") {
		t.Fatalf("exit %d: %s", code, errs.String())
	}
	model, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	p, err := parse.Read(model)
	if err != nil {
		t.Fatal(err)
	}
	for i, got := range p.Sentence([]string{"The", "cats", "bark", "."}, []importer.Tag{importer.Det, importer.Noun, importer.Verb, importer.Punct}) {
		if want := [...]importer.Arc{{Head: 1, Relation: "det"}, {Head: 2, Relation: "nsubj"}, {Head: -1, Relation: "root"}, {Head: 2, Relation: "punct"}}[i]; got != want {
			t.Errorf("word %d: %+v, want %+v", i, got, want)
		}
	}
}

func TestTrainNominal(t *testing.T) {
	dir := t.TempDir()
	own, out := filepath.Join(dir, "a.marked"), filepath.Join(dir, "nominal.bin")
	if err := os.WriteFile(own, []byte(strings.Repeat("= x | y\n[o1 Two men] left [l1 Oslo].\n> Apart o1 l1\n", 4)), 0o600); err != nil {
		t.Fatal(err)
	}
	re3d := filepath.Join(dir, "re3d")
	if err := os.Mkdir(re3d, 0o700); err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string]string{
		"documents.jsonl": `{"doc_id":"a","source":"BBC Online","text":"Oslo"}` + "\n" + `{"doc_id":"b","source":"CENTCOM","text":"È Oslo","skip":[[0,1]]}`,
		"entities.jsonl": `{"doc_id":"b","begin":2,"end":6,"type":"Location","value":"Oslo","confidence":1}` + "\n" +
			`{"doc_id":"a","begin":0,"end":4,"type":"Location","value":"Oslo","confidence":1}`,
		"relations.jsonl": "",
	} {
		if err := os.WriteFile(filepath.Join(re3d, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var errs strings.Builder
	if code := run([]string{"nominal", "-o", out, own, re3d}, &errs); code != 0 || !strings.Contains(errs.String(), "5 texts, 9 nominals") { // not the BBC's
		t.Fatalf("exit %d: %s", code, errs.String())
	}
	model, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := nominal.Read(model, nil, nil); err != nil {
		t.Error(err)
	}
}

func TestTrainTie(t *testing.T) {
	dir := t.TempDir()
	own, out := filepath.Join(dir, "a.marked"), filepath.Join(dir, "tie.bin")
	if err := os.WriteFile(own, []byte(strings.Repeat("= x | y\n[o1 Two men] left [l1 Oslo] on [t Monday].\n> Apart o1 l1\n", 8)), 0o600); err != nil {
		t.Fatal(err)
	}
	var models [2][]byte
	for i := range models {
		var errs strings.Builder
		if code := run([]string{"tie", "-o", out, own}, &errs); code != 0 || !strings.Contains(errs.String(), "from 8 texts") {
			t.Fatalf("exit %d: %s", code, errs.String())
		}
		var err error
		if models[i], err = os.ReadFile(out); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(models[0], models[1]) {
		t.Error("the same texts give other bytes")
	}
	if _, err := tie.Read(models[0], nil); err != nil {
		t.Error(err)
	}
}

func TestTrainGroup(t *testing.T) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "v.json"), filepath.Join(dir, "group.bin")
	vectors := `{"dimensions": 2, "words": ["dogs", "cats"], "vectors": {"cats": [1, 0.5, 9], "dogs": [1, 0.25, 9]}}`
	if err := os.WriteFile(in, []byte(vectors), 0o600); err != nil {
		t.Fatal(err)
	}
	var errs strings.Builder
	if code := run([]string{"group", "-o", out, in}, &errs); code != 0 || !strings.Contains(errs.String(), "from 2 words") {
		t.Fatalf("exit %d: %s", code, errs.String())
	}
	b, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	table, err := group.Read(b)
	if err != nil || table.Of([]byte("dogs")) == 0 || table.Of([]byte("cats")) == 0 {
		t.Errorf("%v, %v", table, err)
	}
}

func TestExitStatus(t *testing.T) {
	dir := t.TempDir()
	bad := filepath.Join(dir, "bad.conllu")
	none := filepath.Join(dir, "none.conllu")
	if err := os.WriteFile(bad, []byte("1\tx\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(none, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	untagged := filepath.Join(dir, "untagged.tagged")
	if err := os.WriteFile(untagged, []byte("Dogs/NOUN bark\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	short := filepath.Join(dir, "short.json")
	if err := os.WriteFile(short, []byte(`{"dimensions": 2, "words": ["dogs"], "vectors": {"dogs": [1]}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	two := filepath.Join(dir, "two.json")
	if err := os.WriteFile(two, []byte(`{"dimensions": 2, "words": ["dogs"], "vectors": {"dogs": [1, 2]}}`), 0o600); err != nil {
		t.Fatal(err)
	}
	open := filepath.Join(dir, "open.trees")
	if err := os.WriteFile(open, []byte("#\n[nsubj Dogs/NOUN bark/VERB\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "tag.bin")
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{nil, 2, "usage"},
		{[]string{"sing", "-o", out, bad}, 2, "usage"},
		{[]string{"parse", "-o", out}, 2, "usage"},
		{[]string{"tag", bad}, 2, "usage"},
		{[]string{"tag", "-o", out}, 2, "usage"},
		{[]string{"tag", "-o", out, filepath.Join(dir, "absent")}, 1, "absent"},
		{[]string{"tag", "-o", out, bad}, 1, "bad.conllu: line 1"},
		{[]string{"parse", "-o", out, bad}, 1, "bad.conllu: line 1"},
		{[]string{"nominal", "-o", out, bad}, 1, "bad.conllu, line 1"},
		{[]string{"sense", "-o", out, dir}, 1, "index.noun"},
		{[]string{"nominal", "-o", out, none}, 1, "nothing to learn"},
		{[]string{"parse", "-o", out, none}, 1, "nothing to learn"},
		{[]string{"parse", "-o", out, "-vectors", short, bad}, 1, `short.json: "dogs" has no vector of 2 numbers`},
		{[]string{"parse", "-o", out, "-vectors", two, bad}, 1, `two.json: its vectors are not of 100 numbers`},
		{[]string{"parse", "-o", out, open}, 1, "open.trees: line 2: "},
		{[]string{"group", "-o", out, bad}, 1, "bad.conllu"},
		{[]string{"group", "-o", out, short}, 1, `short.json: "dogs" has no vector of 2 numbers`},
		{[]string{"refer", "-o", out, none}, 1, "nothing to learn"},
		{[]string{"tag", "-o", out, none}, 1, "nothing to learn"},
		{[]string{"tag", "-o", out, untagged}, 1, `untagged.tagged: line 1: "bark" is no word with a tag`},
	} {
		var errs strings.Builder
		if code := run(c.args, &errs); code != c.code || !strings.Contains(errs.String(), c.says) {
			t.Errorf("%q: exit %d, %q", c.args, code, errs.String())
		}
	}
	if _, err := os.Stat(out); err == nil {
		t.Error("a failed training left a file")
	}
}

// TestRefer trains how pronouns are resolved on our own reports, twice.
func TestRefer(t *testing.T) {
	var models [2]string
	for i := range models {
		out := filepath.Join(t.TempDir(), "refer.txt")
		if code := run([]string{"refer", "-o", out, "pronouns.marked"}, io.Discard); code != 0 {
			t.Fatal(code)
		}
		b, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		models[i] = string(b)
	}
	if models[0] != models[1] || !strings.Contains(models[0], "person\tgender\t") {
		t.Errorf("two models of the same reports: %d and %d bytes", len(models[0]), len(models[1]))
	}
}

func TestTree(t *testing.T) {
	got, err := readTree("[nsubj [nmod:desc Gen./PROPN] Ames/PROPN [appos head/NOUN]] left/VERB")
	want := []parse.Example{
		{Word: "Gen.", Tag: importer.Propn, Head: 1, Label: "nmod:desc"}, {Word: "Ames", Tag: importer.Propn, Head: 3, Label: "nsubj"},
		{Word: "head", Tag: importer.Noun, Head: 1, Label: "appos"}, {Word: "left", Tag: importer.Verb, Head: -1, Label: "root"},
	}
	if err != nil || !slices.Equal(got, want) {
		t.Errorf("%v, %v", got, err)
	}
	for _, bad := range []string{"Dogs bark/VERB", "Dogs/DOG", "dogs/NOUN bark/VERB", "[nsubj dogs/NOUN]", "[nsubj [det the/DET]] bark/VERB", "bark/VERB]", "[det", "bark/VERB [det"} {
		if x, err := readTree(bad); err == nil {
			t.Errorf("%q is read as %v", bad, x)
		}
	}
	if own, err := readTrees("titles.trees"); err != nil || len(own) == 0 {
		t.Errorf("%d sentences of ours, %v", len(own), err)
	}
}
