package corpus

import (
	"os"
	"path/filepath"
	"testing"
)

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
	if err != nil || len(got) != 1 || len(got[0].Marks) != 1 || got[0].Marks[0].In(got[0].Text) != "Oslo" || len(got[0].Skip) != 1 || got[0].Skip[0].End != 2 {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestMarked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.marked")
	if err := os.WriteFile(path, []byte("= x | y\n[o1 Two men] left [l1 Oslo].\n> Apart o1 l1\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := Marked(path)
	if err != nil || len(got) != 1 || len(got[0].Marks) != 2 || len(got[0].Relations) != 1 {
		t.Fatalf("got %+v, %v", got, err)
	}
	if r := got[0].Relations[0]; r.Name != "Apart" || r.From.In(got[0].Text) != "Two men" || r.To.In(got[0].Text) != "Oslo" {
		t.Errorf("got %+v", r)
	}
}
