package coref

import (
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
)

// TestMeasures compares with figures worked out by hand.
func TestMeasures(t *testing.T) {
	key := clusters{{1, 2, 3}, {4, 5, 6, 7}}
	for _, c := range []struct {
		name                string
		found               clusters
		muc, b3, ceafe, lea [2]float64 // precision, recall
	}{
		{"perfect", key, [2]float64{1, 1}, [2]float64{1, 1}, [2]float64{1, 1}, [2]float64{1, 1}},
		{"nothing", nil, [2]float64{}, [2]float64{}, [2]float64{}, [2]float64{}},
		// {a b} {c d} {f g h i}
		{"mixed", clusters{{1, 2}, {3, 4}, {6, 7, 8, 9}}, [2]float64{0.4, 0.4}, [2]float64{(2 + 0.5 + 0.5 + 1) / 8, (4.0/3 + 1.0/3 + 0.25 + 1) / 7},
			[2]float64{(0.8 + 0.5) / 3, (0.8 + 0.5) / 2}, [2]float64{(2 + 4.0/6) / 8, (1 + 4.0/6) / 7}},
	} {
		for _, f := range []struct {
			name string
			got  Figure
			want [2]float64
		}{
			{"MUC", both(key, c.found, muc), c.muc}, {"B3", both(key, c.found, bCubed), c.b3},
			{"CEAF-e", ceafe(key, c.found), c.ceafe}, {"LEA", both(key, c.found, lea), c.lea},
		} {
			if math.Abs(f.got.P.share()-f.want[0]) > 1e-9 || math.Abs(f.got.R.share()-f.want[1]) > 1e-9 {
				t.Errorf("%s: %s is %.4f / %.4f, want %.4f / %.4f", c.name, f.name, f.got.P.share(), f.got.R.share(), f.want[0], f.want[1])
			}
		}
	}
}

// TestAssign makes sure that pairs are chosen for the highest sum, not one after the other.
func TestAssign(t *testing.T) {
	if got := assign([][]float64{{0.9, 0.8}, {0.8, 0.1}}, 2); math.Abs(got-1.6) > 1e-9 {
		t.Errorf("got %v, want 1.6", got)
	}
	if got := assign([][]float64{{0.2, 0.7, 0.3}}, 3); math.Abs(got-0.7) > 1e-9 {
		t.Errorf("got %v, want 0.7", got)
	}
	if got := assign(nil, 0); got != 0 {
		t.Errorf("got %v of nothing", got)
	}
}

// gumText is an article in the form of GUM: Ann Rowe, an army, she, its men, it.
const gumText = "# newpar\n" +
	"1\tAnn\t_\tPROPN\t_\t_\t2\tnsubj\t_\tEntity=(1-person-new-cf1-cf1-1,2-coref-Ann_Rowe\n" +
	"2\tRowe\t_\tPROPN\t_\t_\t0\troot\t_\tEntity=1)\n" +
	"3\tleft\t_\tVERB\t_\t_\t2\tx\t_\t_\n" +
	"4\tthe\t_\tDET\t_\t_\t2\tx\t_\tEntity=(2-organization-new-nnn-cf2-3-coref(3-place-new-nnn-cf3-1-sgl)\n" +
	"5\tOslo\t_\tPROPN\t_\t_\t2\tx\t_\t_\n" +
	"6\tArmy\t_\tPROPN\t_\t_\t2\tx\t_\tEntity=2)|SpaceAfter=No\n" +
	"7\t.\t_\tPUNCT\t_\t_\t2\tx\t_\t_\n\n" +
	"1\tShe\t_\tPRON\t_\t_\t2\tnsubj\t_\tEntity=(1-person-giv-cf1-cf1-1-ana)\n" +
	"2\tsaw\t_\tVERB\t_\t_\t0\troot\t_\t_\n" +
	"3\tits\t_\tPRON\t_\t_\t2\tx\t_\tEntity=(4-person-new-nnn-cf2-2-sgl(2-organization-giv-nnn-cf3-1-ana)\n" +
	"4\tmen\t_\tNOUN\t_\t_\t2\tx\t_\tEntity=4)\n\n"

func TestScore(t *testing.T) {
	path := filepath.Join(t.TempDir(), "GUM_news_x.conllu")
	if err := os.WriteFile(path, []byte(gumText), 0o600); err != nil {
		t.Fatal(err)
	}
	gold, err := ReadGUM(path)
	if err != nil {
		t.Fatal(err)
	}
	if want := "Ann Rowe left the Oslo Army. She saw its men"; gold.Text != want || len(gold.Mentions) != 6 {
		t.Fatalf("%q, mentions %+v", gold.Text, gold.Mentions)
	}
	d := &importer.Document{Article: graph.Article{Text: gold.Text}}
	add := func(words string, entity int, rule string) {
		at := strings.Index(gold.Text, words)
		s := graph.Span{Begin: at, End: at + len(words)}
		d.Mentions = append(d.Mentions, importer.Mention{Span: s, Head: s, Entity: entity, Rule: rule, Generic: rule != ""})
	}
	d.Entities = []importer.Entity{{Type: schema.Person}, {Type: schema.Unit}}
	add("Ann Rowe", 0, "")
	add("Oslo Army", 1, "")
	add("She", 0, "refer/pronoun")
	add("its", 0, "refer/pronoun") // wrong
	r := Score([]Document{gold}, []*importer.Document{d}, nil)
	// gold {Ann Rowe, She} {the Army, its}, found {Ann Rowe, She, its}: the Army stands alone
	if p, q := r.All.MUC.P.share(), r.All.MUC.R.share(); p != 0.5 || q != 0.5 {
		t.Errorf("MUC %v / %v, want 0.5 / 0.5", p, q)
	}
	get := func(what string) Given {
		return r.Given[slices.IndexFunc(r.Given, func(g Given) bool { return g.What == what })]
	}
	if got := get("she"); got != (Given{"she", 1, 1, 1}) {
		t.Errorf("%+v", got)
	}
	if got := get("it"); got != (Given{"it", 1, 1, 0}) || len(r.Errors) != 1 {
		t.Errorf("%+v, %q", got, r.Errors)
	}
	var b strings.Builder
	if err := r.Report(&b); err != nil || !strings.Contains(b.String(), "all pronouns") {
		t.Errorf("%v: %s", err, b.String())
	}
}

func TestMeantime(t *testing.T) {
	dir := t.TempDir()
	conll, mentions := "", `[`
	for _, id := range []string{"t/1", "t/2"} {
		conll += "#begin document (" + id + "); part 000\n" + id + "\t0\t0\tRowe\t-\n" + id + "\t0\t1\t's\t-\n" + id + "\t0\t2\tmen\t-\n#end document\n"
		mentions += `{"conll_doc_key": "` + id + `", "sent_id": 0, "tokens_number": [0], "mention_head_id": 0, "mention_head_pos": "PROPN", "mention_type": "PER", "coref_chain": "cross_intra_PER1"},`
	}
	for name, data := range map[string]string{"meantime.conll": conll, "entities_mentions.json": strings.TrimSuffix(mentions, ",") + `]`} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	docs, err := ReadMeantime(dir)
	if err != nil || len(docs) != 2 || docs[0].Text != "Rowe's men" || len(docs[0].Mentions) != 1 {
		t.Fatalf("%v: %+v", err, docs)
	}
	var got []*importer.Document
	for range docs {
		got = append(got, &importer.Document{Article: graph.Article{Text: "Rowe's men"}, Entities: []importer.Entity{{Type: schema.Person}},
			Mentions: []importer.Mention{{Span: graph.Span{End: 4}, Head: graph.Span{End: 4}}}})
	}
	if r := Score(docs, got, func(int, int) string { return "rowe" }); r.Across.LEA.F() != 1 {
		t.Errorf("across articles: %+v", r.Across)
	}
	if r := Score(docs, got, func(i, _ int) string { return docs[i].ID }); r.Across.LEA.F() != 0 {
		t.Errorf("across articles: %+v", r.Across)
	}
	if _, err := ReadMeantime(filepath.Join(dir, "nowhere")); err == nil {
		t.Error("no error for a folder that is not there")
	}
}

func TestMarked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.marked")
	write := func(s string) {
		if err := os.WriteFile(path, []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write("# note\n\n[2 [1 Ann Rowe]'s brigade] says [2 it] left.\n")
	docs, err := Read(path)
	if err != nil || len(docs) != 1 || docs[0].Text != "Ann Rowe's brigade says it left." {
		t.Fatalf("%v: %+v", err, docs)
	}
	var got []string
	for _, m := range docs[0].Mentions {
		got = append(got, m.In(docs[0].Text)+"="+m.Chain)
	}
	if want := []string{"Ann Rowe=1", "Ann Rowe's brigade=2", "it=2"}; !slices.Equal(got, want) || docs[0].Mentions[2].Kind != Pronoun {
		t.Errorf("%q", got)
	}
	for _, s := range []string{"[1 Rowe", "Rowe]", "[1"} {
		write(s)
		if _, err := Read(path); err == nil {
			t.Errorf("no error for %q", s)
		}
	}
}
