package corpus

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// file is a file with that name and content.
func file(t *testing.T, name, content string) string {
	t.Helper()
	p := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(p, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return p
}

// show is texts with each mark as "KIND: words".
func show(texts []Text) string {
	var out []string
	for _, x := range texts {
		for _, m := range x.Marks {
			out = append(out, m.Kind+": "+m.In(x.Text))
		}
		out = append(out, "/")
	}
	return strings.Join(out, " ")
}

func TestReaders(t *testing.T) {
	columns := func(path string) ([]Text, error) { return Columns(path, 0, 1) }
	for _, c := range []struct {
		name, content string
		read          func(string) ([]Text, error)
		want          string
	}{
		{"bio", "Ann B-PER\nBell I-PER\n( O\nOslo B-LOC\n) O\n\nRiga I-LOC\n", columns, "PER: Ann Bell LOC: Oslo LOC: Riga /"},
		{"docs", "# newdoc\nAnn B-PER\nBob B-PER\n# newdoc\nRiga B-LOC\n", columns, "PER: Ann PER: Bob / LOC: Riga /"},
		{"a.json", `[{"title":"x","sents":[["A","cat","."],["New","York","!"]],"vertexSet":[[{"type":"LOC","sent_id":1,"pos":[0,2]}]]}]`,
			DocRED, "LOC: New York /"},
		{"a.xml", `<corpus><document><p><sentence>In <ENAMEX type="L">Oslo &amp; Riga</ENAMEX>.</sentence></p></document></corpus>`, Grobid, "L: Oslo & Riga /"},
		{"a.conllu", "1\tThe\tthe\tDET\tDT\t_\t2\tdet\t_\tEntity=(1-person-new\n2\tmen\tman\tNOUN\tNNS\t_\t5\tnsubj\t_\t_\n" +
			"3\tof\tof\tADP\tIN\t_\t4\tcase\t_\t_\n4\tOslo\tOslo\tPROPN\tNNP\t_\t2\tnmod\t_\tEntity=(2-place-new)1)\n5\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_\n\n",
			GUM, "place: Oslo persons: The men /"},
		{"a.marked", "= x | y\n[o1 Two men] left [l1 Oslo].\n> Apart o1 l1\n", Marked, "Organisation: Two men Location: Oslo /"},
	} {
		got, err := c.read(file(t, c.name, c.content))
		if err != nil || show(got) != c.want {
			t.Errorf("%s: got %s, %v; want %s", c.name, show(got), err, c.want)
		}
	}
}

func TestBlanks(t *testing.T) {
	got, err := Columns(file(t, "x", "He O\nsaid O\n: O\n\" O\nThe O\n( O\nnew O\n) O\nplan O\n's O\ncost O\nis O\n$ O\n5 O\n. O\n\" O\n"), 0, 1)
	if want := `He said: "The (new) plan's cost is $5."`; err != nil || len(got) != 1 || got[0].Text != want {
		t.Errorf("got %v, %v; want %s", got, err, want)
	}
}

func TestRe3dLeavesOutWhatIsNotFree(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"documents.jsonl": `{"doc_id":"a","source":"BBC Online","text":"Oslo"}` + "\n" + `{"doc_id":"b","source":"CENTCOM","text":"È Oslo","skip":[[0,1]]}`,
		"entities.jsonl":  `{"doc_id":"b","begin":2,"end":6,"type":"Location","value":"Oslo","confidence":1}`,
		"relations.jsonl": "",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	got, err := Re3d(dir)
	if err != nil || len(got) != 1 || show(got) != "Location: Oslo /" || len(got[0].Skip) != 1 || got[0].Skip[0].End != 2 {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestErrors(t *testing.T) {
	for _, c := range []struct {
		content string
		read    func(string) ([]Text, error)
	}{
		{"Ann\n", func(p string) ([]Text, error) { return Columns(p, 0, 1) }},
		{"{", DocRED},
		{`[{"sents":[["A"]],"vertexSet":[[{"type":"LOC","sent_id":0,"pos":[0,2]}]]}]`, DocRED},
		{"<a>", Grobid},
		{"1\tx\n", GUM},
	} {
		if _, err := c.read(file(t, "x", c.content)); err == nil {
			t.Errorf("%q is read", c.content)
		}
	}
}
