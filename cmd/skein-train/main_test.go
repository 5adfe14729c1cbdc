package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"skein/importer/tag"
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
	if _, err := tag.Read(models[0]); err != nil {
		t.Error(err)
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
	out := filepath.Join(dir, "tag.bin")
	for _, c := range []struct {
		args []string
		code int
		says string
	}{
		{nil, 2, "usage"},
		{[]string{"parse", "-o", out, bad}, 2, "usage"},
		{[]string{"tag", bad}, 2, "usage"},
		{[]string{"tag", "-o", out}, 2, "usage"},
		{[]string{"tag", "-o", out, filepath.Join(dir, "absent")}, 1, "absent"},
		{[]string{"tag", "-o", out, bad}, 1, "bad.conllu: line 1"},
		{[]string{"tag", "-o", out, none}, 1, "no sentence"},
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
