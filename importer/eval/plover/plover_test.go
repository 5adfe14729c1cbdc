package plover

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
)

const file = `[
 {"id": "D", "event": "DOCUMENT", "eventText": "about this file"},
 {"id": "A", "event": "FIGHT", "eventText": "shelled", "source": [{"actorText": "Niger"}], "target": [{"actorText": "Diffa rebels"}],
  "text": "Niger shelled Diffa rebels.", "textInfo": {"markup": "(SRC: Niger) (EVT: shelled) (TAR: Diffa rebels)."}},
 {"id": "B", "event": "DEMAND", "mode": "", "eventText": "called for", "source": [{"actorText": "Chad"}], "target": "",
  "text": "Chad (the state) called for talks.", "textInfo": "(SRC: Chad} (EVT: called for) talks."}
]`

func load(t *testing.T, data string) ([]Record, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "records.txt")
	if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
	return Load(path)
}

// TestLoad reads a record as it should be and one whose marks are broken.
func TestLoad(t *testing.T) {
	rs, err := load(t, file)
	if err != nil || len(rs) != 2 {
		t.Fatalf("%d records, %v", len(rs), err)
	}
	for i, want := range []string{"Niger shelled Diffa rebels.|assault|shelled|Niger|Diffa rebels", "Chad (the state) called for talks.|request|called … for|Chad|"} {
		r := rs[i]
		got := []string{r.Text, string(r.Type), words(r.Text, r.Event), "", ""}
		for k, as := range [][]Actor{r.Source, r.Target} {
			for _, a := range as {
				got[3+k] += a.In(r.Text)
			}
		}
		if s := strings.Join(got, "|"); s != want {
			t.Errorf("got %s, want %s", s, want)
		}
	}
	for _, bad := range []string{"", "[]", "{}", `[{"event": "FIGHT", "source": 3}]`} {
		if _, err := load(t, bad); err == nil {
			t.Errorf("%q: no error", bad)
		}
	}
}

// TestScore judges an event with the wrong target, beside one that no annotation speaks of.
func TestScore(t *testing.T) {
	rs, err := load(t, file)
	if err != nil {
		t.Fatal(err)
	}
	at := func(r Record, w string) graph.Span {
		i := strings.Index(r.Text, w)
		return graph.Span{Begin: i, End: i + len(w)}
	}
	d := &importer.Document{}
	d.Text = rs[0].Text
	for i, n := range []string{"Niger", "Diffa", "rebels"} {
		d.Mentions = append(d.Mentions, importer.Mention{Span: at(rs[0], n), Entity: i})
		d.Entities = append(d.Entities, importer.Entity{Name: n, Mentions: []int{i}})
	}
	d.Events = []importer.Event{
		{Type: "assault", Trigger: at(rs[0], "shelled"), Evidence: at(rs[0], rs[0].Text), Roles: []importer.Role{
			{Predicate: schema.Agent, Entity: 0}, {Predicate: schema.Target, Entity: 0}, {Predicate: schema.Target, Entity: 2}}},
		{Type: "aid", Trigger: at(rs[0], "rebels"), Evidence: at(rs[0], "rebels")},
	}
	r := Score(rs, []*importer.Document{d, {}})
	want := Counts{Records: 1, Touched: 1, Typed: 1, TypedOf: 1, Willed: 1, Source: 1, SourceFound: 1, SourceRight: 1, Target: 1, TargetFound: 2,
		TargetRight: 1, Elsewhere: 1, SourceNamed: 1, TargetNamed: 1}
	if r.Odd != want {
		t.Errorf("got %+v, want %+v", r.Odd, want)
	}
	if r.Even.Touched != 0 || r.Even.Source != 1 || len(r.Errors) != 1 {
		t.Errorf("%+v, %q", r.Even, r.Errors)
	}
	d.Events = []importer.Event{{Type: "aid", Trigger: at(rs[0], "shelled"), Evidence: at(rs[0], rs[0].Text), Modality: graph.Planned}}
	rs[0].Type = "agree"
	if r := Score(rs, []*importer.Document{d, {}}); r.Odd.Typed != 0 || r.Odd.Willed != 1 {
		t.Errorf("planned aid: %+v", r.Odd)
	}
	var b strings.Builder
	if err := r.Report(&b); err != nil || !strings.Contains(b.String(), "assault") {
		t.Errorf("%v: %s", err, b.String())
	}
}
