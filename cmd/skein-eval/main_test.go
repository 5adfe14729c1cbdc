package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// gold is a folder with one article and its annotation: two of three entities can be found.
func gold(t *testing.T) string {
	t.Helper()
	const text = "Gen. Omar Haddad visited Oslo. The weather was cold."
	dir := t.TempDir()
	for name, data := range map[string]string{
		"texts/01-visit.txt": text,
		"articles/01-visit.json": `{"id": "01-visit", "title": "", "text": "` + text + `", "claims": [], "events": [], "statements": [], "entities": [
			{"id": "e1", "name": "Omar Haddad", "type": "person", "aliases": [], "core": true},
			{"id": "e2", "name": "Oslo", "type": "city", "aliases": [], "core": true},
			{"id": "e3", "name": "the weather", "type": "feature", "aliases": [], "core": false}]}`,
	} {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestGold(t *testing.T) {
	dir := gold(t)
	mistakes := filepath.Join(dir, "errors.txt")
	var out, errs bytes.Buffer
	if code := run([]string{"gold", "--errors", mistakes, dir}, &out, &errs); code != 0 {
		t.Fatalf("exit %d: %s", code, errs.String())
	}
	for _, want := range []string{"entities                               P 100.0  R  66.7  F1  80.0", "core recall                            100.0"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in\n%s", want, out.String())
		}
	}
	if data, err := os.ReadFile(mistakes); err != nil || !strings.Contains(string(data), "the weather") {
		t.Errorf("%v: %s", err, data)
	}
}

// TestWorst makes sure that mistakes come with their sentence, and that each part is told what it brings: without the stage that
// finds names two thirds of the entities are gone, all that was found.
func TestWorst(t *testing.T) {
	var out, errs bytes.Buffer
	if code := run([]string{"gold", "--worst", "2", "--parts", gold(t)}, &out, &errs); code != 0 {
		t.Fatalf("exit %d: %s", code, errs.String())
	}
	for _, want := range []string{"missed entity: 1 (feature 1)\n", "\nrelate ", "\nfind/title "} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("%q is not in\n%s", want, out.String())
		}
	}
	find := ""
	for line := range strings.Lines(out.String()) {
		if strings.HasPrefix(line, "find ") {
			find = strings.Join(strings.Fields(line)[:3], " ")
		}
	}
	if find != "find +80.0 +80.0" {
		t.Errorf("find brings %q of\n%s", find, out.String())
	}
}

// TestPredictions makes sure that figures are those of the file given, not of the importer.
func TestPredictions(t *testing.T) {
	dir := gold(t)
	path := filepath.Join(dir, "none.json")
	if err := os.WriteFile(path, []byte(`{"schema": "skein/extract/1", "articles": []}`), 0o600); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	if code := run([]string{"gold", "--predictions", path, dir}, &out, &errs); code != 0 || !strings.Contains(out.String(), "NOT IN OUTPUT") {
		t.Errorf("exit %d: %s%s", code, out.String(), errs.String())
	}
}

// TestCalibrate makes sure that the weights of articles can be made, from half of what flatters.
func TestCalibrate(t *testing.T) {
	dir := gold(t)
	var out, errs bytes.Buffer
	if code := run([]string{"calibrate", "--known", dir, dir}, &out, &errs); code != 0 || !strings.Contains(out.String(), "on 2 articles") {
		t.Errorf("exit %d: %s%s", code, out.String(), errs.String())
	}
}

// TestRe3d makes sure that documents of re3d are read, measured, and the predictions written.
func TestRe3d(t *testing.T) {
	dir := t.TempDir()
	for name, data := range map[string]string{
		"documents.jsonl": `{"doc_id": "d1", "title": "", "text": "Gen. Omar Haddad visited Oslo.", "skip": []}`,
		"entities.jsonl": `{"doc_id": "d1", "begin": 0, "end": 16, "type": "Person", "value": "Gen. Omar Haddad", "confidence": 1}
			{"doc_id": "d1", "begin": 25, "end": 29, "type": "Location", "value": "Oslo", "confidence": 0.9}`,
		"relations.jsonl": "",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	predictions := filepath.Join(dir, "found.jsonl")
	var out, errs bytes.Buffer
	if code := run([]string{"re3d", "--predictions", predictions, dir}, &out, &errs); code != 0 {
		t.Fatalf("exit %d: %s", code, errs.String())
	}
	if want := "ALL                    2     2  100.0 100.0 100.0"; !strings.Contains(out.String(), want) {
		t.Errorf("%q is not in\n%s", want, out.String())
	}
	if data, err := os.ReadFile(predictions); err != nil || !strings.Contains(string(data), `"doc_id":"d1"`) {
		t.Errorf("%v: %s", err, data)
	}
}

// TestPlover makes sure that records are read, measured, and what was wrong written.
func TestPlover(t *testing.T) {
	dir := t.TempDir()
	path, mistakes := filepath.Join(dir, "records.txt"), filepath.Join(dir, "errors.txt")
	data := `[{"id": "A", "event": "CONSULT", "eventText": "visited", "source": [{"actorText": "Omar Haddad"}], "target": [{"actorText": "Oslo"}],
		"text": "Gen. Omar Haddad visited Oslo.", "textInfo": {"markup": "Gen. (SRC: Omar Haddad) (EVT: visited) (TAR: Oslo)."}}]`
	if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	if code := run([]string{"plover", "--errors", mistakes, path}, &out, &errs); code != 0 || !strings.Contains(out.String(), "consult       1    100.0   100.0") {
		t.Errorf("exit %d: %s%s", code, out.String(), errs.String())
	}
	if data, err := os.ReadFile(mistakes); err != nil || strings.TrimSpace(string(data)) != "" {
		t.Errorf("%v: %s", err, data)
	}
}

// TestTreebank counts a treebank of which one tag, one head and the subtype of one relation are annotated wrongly on purpose.
func TestTreebank(t *testing.T) {
	row := func(fields string) string { return strings.ReplaceAll(fields, " ", "\t") + "\n" }
	path := filepath.Join(t.TempDir(), "a.conllu")
	text := row("1 The the DET _ _ 2 det _ _") + row("2 men man VERB _ _ 3 nsubj:outer _ _") + row("3 agreed agree VERB _ _ 0 root _ SpaceAfter=No") +
		row("4 . . PUNCT _ _ 2 punct _ _")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	if code := run([]string{"treebank", path}, &out, &errs); code != 0 {
		t.Fatalf("exit %d: %s", code, errs.String())
	}
	for line := range strings.SplitSeq(strings.TrimSpace(out.String()), "\n") {
		if f := strings.Fields(line); f[0] != "UPOS" && strings.Join(f[1:6], " ") != "4 75.00 75.00 75.00 50.00" {
			t.Errorf("%s", line)
		}
	}
}

func TestExit(t *testing.T) {
	dir := gold(t)
	if err := os.WriteFile(filepath.Join(dir, "texts", "02-empty.txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{nil, 2, "usage"},
		{[]string{"silver"}, 2, "usage"},
		{[]string{"gold"}, 2, "usage"},
		{[]string{"gold", "--what", dir}, 2, "usage"},
		{[]string{"gold", filepath.Join(dir, "nowhere")}, 1, "no annotated articles"},
		{[]string{"gold", "--predictions", filepath.Join(dir, "texts", "01-visit.txt"), dir}, 1, "not an extract"},
		{[]string{"plover", filepath.Join(dir, "nowhere")}, 1, "nowhere"},
		{[]string{"re3d", filepath.Join(dir, "nowhere")}, 1, "documents.jsonl"},
		{[]string{"coref"}, 2, "usage"},
		{[]string{"coref", filepath.Join(dir, "nowhere")}, 1, "meantime.conll"},
		{[]string{"gold", dir}, 1, "02-empty.txt: is empty"},
	} {
		var out, errs bytes.Buffer
		if code := run(c.args, &out, &errs); code != c.code || !strings.Contains(errs.String(), c.says) {
			t.Errorf("%q: exit %d, %q; want %d, %q", c.args, code, errs.String(), c.code, c.says)
		}
	}
}
