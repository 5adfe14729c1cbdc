package re3d

import (
	"bytes"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-json"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
	"skein/importer/pipeline"
)

const sample = "Yesterday the Norland Army, shelled Tarsk. Rebels led by “Abu Omár” met their leaders and rebels in Idra."

// place is where s first stands in the sample.
func place(s string) Span {
	i := strings.Index(sample, s)
	begin := len([]rune(sample[:i]))
	return Span{begin, begin + len([]rune(s))}
}

func entity(s, typ string) Entity { p := place(s); return Entity{p[0], p[1], typ} }

func document() Document {
	return Document{
		ID: "d", Text: sample,
		Entities: []Entity{
			entity("the Norland Army", "Organisation"), entity("Tarsk", "Location"), entity("Rebels", "Organisation"),
			entity("Abu Omár", "Person"), entity("their leaders", "Person"), entity("Idra", "Location"),
		},
		Relations: []Relation{
			{"FightingAgainst", place("the Norland Army"), place("Tarsk")},
			{"InChargeOf", place("Abu Omár"), place("Rebels")},
		},
	}
}

func counts(modes []Mode, name, typ string) Counts {
	for _, m := range modes {
		if m.Name == name {
			return m.Counts[typ]
		}
	}
	return Counts{-1, -1, -1}
}

func TestScore(t *testing.T) {
	d := document()
	moved := Prediction{ID: "d"}
	for _, e := range d.Entities {
		moved.Entities = append(moved.Entities, Entity{e.Begin + 1, e.End + 1, e.Type})
	}
	turned := Prediction{ID: "d"}
	for _, r := range d.Relations {
		turned.Relations = append(turned.Relations, Relation{r.Type, r.Target, r.Source})
	}
	whole := len([]rune(sample))
	for _, c := range []struct {
		what       string
		p          Prediction
		mode, kind string
		want       Counts
	}{
		{"the annotation itself", Prediction{"d", d.Entities, d.Relations}, "strict", all, Counts{6, 6, 6}},
		{"the annotation itself", Prediction{"d", d.Entities, d.Relations}, "typed", all, Counts{2, 2, 2}},
		{"nothing", Prediction{ID: "d"}, "lenient", "Person", Counts{0, 0, 2}},
		{"another document", Prediction{"e", d.Entities, d.Relations}, "untyped", all, Counts{0, 0, 6}},
		{"moved by one", moved, "strict", all, Counts{0, 6, 6}},
		{"moved by one", moved, "lenient", all, Counts{6, 6, 6}},
		{"without the, with a comma", Prediction{ID: "d", Entities: []Entity{entity("Norland Army,", "Organisation")}}, "strict", all, Counts{0, 1, 6}},
		{"without the, with a comma", Prediction{ID: "d", Entities: []Entity{entity("Norland Army,", "Organisation")}}, "norm", all, Counts{1, 1, 6}},
		{"quotation marks", Prediction{ID: "d", Entities: []Entity{entity("“Abu Omár”", "Person")}}, "norm", "Person", Counts{1, 1, 2}},
		{"another type", Prediction{ID: "d", Entities: []Entity{entity("Tarsk", "Weapon")}}, "lenient", all, Counts{0, 1, 6}},
		{"another type", Prediction{ID: "d", Entities: []Entity{entity("Tarsk", "Weapon")}}, "untyped", all, Counts{1, 1, 6}},
		{"one for all", Prediction{ID: "d", Entities: []Entity{{0, whole, "Location"}}}, "lenient", "Location", Counts{1, 1, 2}},
		{"two halves", Prediction{ID: "d", Entities: []Entity{entity("Abu", "Person"), entity("Omár", "Person")}}, "lenient", "Person", Counts{1, 2, 2}},
		{"said twice", Prediction{ID: "d", Entities: []Entity{entity("Tarsk", "Location"), entity("Tarsk", "Location")}}, "strict", all, Counts{1, 1, 6}},
		{"the other way round", turned, "typed", all, Counts{1, 2, 2}},
		{"the other way round", turned, "pair", all, Counts{2, 2, 2}},
	} {
		r := Score([]Document{d}, []Prediction{c.p})
		if got := counts(append(r.Entities, r.Relations...), c.mode, c.kind); got != c.want {
			t.Errorf("%s: %s %s is %v, want %v", c.what, c.mode, c.kind, got, c.want)
		}
	}
}

// TestSkip makes sure that what is found where nobody annotated is no mistake.
func TestSkip(t *testing.T) {
	d := document()
	d.Skip = []Span{place("Yesterday")}
	p := Prediction{ID: "d", Entities: []Entity{entity("Yesterday", "Temporal"), entity("Tarsk", "Location")}}
	if got := counts(Score([]Document{d}, []Prediction{p}).Entities, "strict", all); got != (Counts{1, 1, 6}) {
		t.Errorf("got %v", got)
	}
}

func write(t *testing.T, dir, name string, rows ...any) {
	t.Helper()
	var b bytes.Buffer
	for _, r := range rows {
		data, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(append(data, '\n'))
	}
	if err := os.WriteFile(filepath.Join(dir, name), b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

type row map[string]any

func TestLoad(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "documents.jsonl", row{"doc_id": "d", "title": "T", "text": sample, "skip": []Span{{1, 2}}})
	write(t, dir, "entities.jsonl",
		row{"doc_id": "d", "begin": 0, "end": 9, "type": "Temporal", "value": "Yesterday", "confidence": 1},
		row{"doc_id": "d", "begin": 1, "end": 9, "type": "Vehicle", "value": "esterday", "confidence": 0},
		row{"doc_id": "d", "begin": 9, "end": 10, "type": "Person", "value": " ", "confidence": 1})
	write(t, dir, "relations.jsonl", row{"doc_id": "d", "type": "Likes", "source": Span{0, 9}, "target": Span{36, 41}, "confidence": 0.5})
	docs, err := Load(dir)
	if err != nil || len(docs) != 1 {
		t.Fatalf("%v: %v", docs, err)
	}
	if d := docs[0]; len(d.Entities) != 1 || d.Entities[0] != (Entity{0, 9, "Temporal"}) || len(d.Relations) != 1 || d.Relations[0].Target != (Span{36, 41}) || len(d.Skip) != 1 {
		t.Errorf("got %+v", d)
	}
	write(t, dir, "relations.jsonl", row{"doc_id": "x", "type": "Likes"})
	if _, err := Load(dir); err == nil || !strings.Contains(err.Error(), "relations.jsonl, line 1: document x") {
		t.Errorf("error %v", err)
	}
}

// TestReference compares the figures with those of the scorer that came with the data, on predictions that are partly wrong.
func TestReference(t *testing.T) {
	scorer, data := os.Getenv("SKEIN_RE3D_SCORER"), os.Getenv("SKEIN_RE3D")
	if scorer == "" || data == "" {
		t.Skip("SKEIN_RE3D_SCORER and SKEIN_RE3D are not set: the scorer and a folder of its data")
	}
	docs, err := Load(data)
	if err != nil {
		t.Fatal(err)
	}
	random := rand.New(rand.NewPCG(1, 2))
	var found []Prediction
	for _, d := range docs {
		p := Prediction{ID: d.ID, Entities: []Entity{}, Relations: []Relation{}}
		for _, e := range d.Entities {
			switch random.IntN(4) {
			case 0:
				e.Begin = max(0, e.Begin-random.IntN(9))
			case 1:
				e.Type = "Location"
			case 2:
				continue
			}
			p.Entities = append(p.Entities, e)
		}
		for _, r := range d.Relations {
			switch random.IntN(4) {
			case 0:
				r.Source, r.Target = r.Target, r.Source
			case 1:
				r.Type = "Likes"
			case 2:
				continue
			}
			p.Relations = append(p.Relations, r)
		}
		found = append(found, p)
	}
	var file, report bytes.Buffer
	if err := Write(&file, found); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "found.jsonl")
	if err := os.WriteFile(path, file.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	want, err := exec.Command("python3", scorer, data, path).Output()
	if err != nil {
		t.Fatal(err)
	}
	if err := Score(docs, found).Report(&report); err != nil {
		t.Fatal(err)
	}
	theirs := map[string]bool{}
	for line := range strings.Lines(string(want)) {
		theirs[strings.TrimRight(line, " \n")] = true
	}
	for line := range strings.Lines(report.String()) {
		if !theirs[strings.TrimRight(line, " \n")] {
			t.Errorf("not a line of the scorer: %s", line)
		}
	}
}

func TestPredict(t *testing.T) {
	const text = "“Così è,” said Col. Mario Rossi, commander of the 9th Brigade. Rebels in Norway attacked the 9th Brigade on 3 May 2015. The Norwegian Army (NA) helped."
	d := &importer.Document{Article: graph.Article{ID: "d", Text: text}, Path: "test"}
	if err := importer.Run(d, pipeline.Stages()); err != nil {
		t.Fatal(err)
	}
	p := Predict(d)
	runes := []rune(text)
	have := map[string]bool{}
	for _, e := range p.Entities {
		have[string(runes[e.Begin:e.End])+":"+e.Type] = true
	}
	for _, r := range p.Relations {
		have[r.Type+" "+string(runes[r.Source[0]:r.Source[1]])+" > "+string(runes[r.Target[0]:r.Target[1]])] = true
	}
	for _, want := range []string{
		"Col. Mario Rossi:Person", "the 9th Brigade:Organisation", "Rebels:Organisation", "Norway:Location", "3 May 2015:Temporal",
		"FightingAgainst Rebels > the 9th Brigade", "IsSynonymOf The Norwegian Army > NA",
	} {
		if !have[want] {
			t.Errorf("%s is missing in %v", want, have)
		}
	}
}

// TestJudge judges a claim that the annotation has, the other way round, and one that it has not.
func TestJudge(t *testing.T) {
	text := "Niger leads Diffa and Bol."
	d := &importer.Document{}
	d.Text = text
	for i, n := range []string{"Niger", "Diffa", "Bol"} {
		b := strings.Index(text, n)
		d.Mentions = append(d.Mentions, importer.Mention{Span: graph.Span{Begin: b, End: b + len(n)}, Entity: i})
		d.Entities = append(d.Entities, importer.Entity{Name: n, Mentions: []int{i}})
	}
	all := graph.Span{End: len(text)}
	d.Claims = []importer.Claim{
		{Subject: 0, Predicate: schema.Leads, Object: 1, Evidence: all, Confidence: 0.9},
		{Subject: 0, Predicate: schema.Leads, Object: 2, Evidence: all, Confidence: 0.6},
		{Subject: 0, Predicate: schema.Leads, Object: -1, Value: "x", Evidence: all},
	}
	js := Judge(&Document{Text: text, Relations: []Relation{{"InChargeOf", Span{12, 17}, Span{0, 5}}}}, d)
	if len(js) != 2 || !js[0].Right || js[1].Right || js[1].Confidence != 0.6 {
		t.Errorf("%+v", js)
	}
}
