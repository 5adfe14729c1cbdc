package file

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"skein/graph"
	"skein/graph/schema"
	"skein/graph/snapshot"
)

func validator(t *testing.T) func([]byte) error {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("skein.json", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("skein.json")
	if err != nil {
		t.Fatal(err)
	}
	return func(data []byte) error {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			return err
		}
		return s.Validate(v)
	}
}

// sortedFacts are facts that Read gives back, in one order.
func sortedFacts(facts []graph.Fact) string {
	var out []string
	for _, f := range facts {
		out = append(out, fmt.Sprintf("%s %+v", f.Slot(), f))
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

func TestRoundTrip(t *testing.T) {
	facts := sample()
	s := snapshot.Build(slices.Values(facts))
	first := export(t, s, nil, places())
	again, at, read := reread(t, first)
	if second := export(t, again, nil, at); !bytes.Equal(first, second) {
		t.Errorf("the second export differs:\n%s\n%s", first, second)
	}
	want := sortedFacts(facts)
	got := sortedFacts(slices.DeleteFunc(read, func(f graph.Fact) bool { _, is := f.(graph.Placement); return is }))
	if got != want {
		t.Errorf("facts come back changed:\n%s\n\nwant\n%s", got, want)
	}
	if len(at) != 3 || at[ent("person/zoë")] != places()[ent("person/zoë")] {
		t.Errorf("places come back as %v", at)
	}
	if err := validator(t)(first); err != nil {
		t.Error(err)
	}
}

// TestRoundTripRandom exports the whole and parts of random graphs: same facts, same bytes, valid, whatever the order.
func TestRoundTripRandom(t *testing.T) {
	valid := validator(t)
	for seed := range uint64(150) {
		r := rand.New(rand.NewPCG(seed, 5))
		facts := random(r)
		s := snapshot.Build(slices.Values(facts))
		whole := export(t, s, nil, nil)
		again, _, read := reread(t, whole)
		if sortedFacts(read) != sortedFacts(facts) {
			t.Fatalf("seed %d: facts come back changed:\n%s\n\nwant\n%s", seed, sortedFacts(read), sortedFacts(facts))
		}
		if !bytes.Equal(whole, export(t, again, nil, nil)) {
			t.Fatalf("seed %d: the second export differs", seed)
		}
		r.Shuffle(len(facts), func(i, k int) { facts[i], facts[k] = facts[k], facts[i] })
		if !bytes.Equal(whole, export(t, snapshot.Build(slices.Values(facts)), nil, nil)) {
			t.Fatalf("seed %d: the order of facts shows", seed)
		}
		if err := valid(whole); err != nil {
			t.Fatalf("seed %d: %v", seed, err)
		}
		var views []*snapshot.View
		views = append(views, s.View(snapshot.Filter{}), s.Subset([]graph.ID{ent("1"), ent("2"), ent("3"), ent("99")}), s.View(snapshot.Filter{MinConfidence: 0.5}))
		if len(s.Articles()) > 0 {
			views = append(views, s.View(snapshot.Filter{Articles: []graph.ID{s.Articles()[0].ID}}))
		}
		for i, v := range views {
			part := export(t, s, v, nil)
			back, _, _ := reread(t, part)
			if got := export(t, back, nil, nil); !bytes.Equal(part, got) {
				t.Fatalf("seed %d, view %d: the second export differs:\n%s\n%s", seed, i, part, got)
			}
			if err := valid(part); err != nil {
				t.Fatalf("seed %d, view %d: %v", seed, i, err)
			}
			if len(back.Entities()) != len(v.Entities()) {
				t.Fatalf("seed %d, view %d: %d entities of %d", seed, i, len(back.Entities()), len(v.Entities()))
			}
		}
	}
}

// exported is an export as another program sees it.
type exported struct {
	Attributes struct {
		Articles, Sightings, Judgements []map[string]any
	}
	Nodes, Edges []map[string]any
}

func open(t *testing.T, data []byte) (x exported) {
	t.Helper()
	if err := json.Unmarshal(data, &x); err != nil {
		t.Fatal(err)
	}
	return x
}

func TestNodeLink(t *testing.T) {
	s := snapshot.Build(slices.Values(sample()))
	x := open(t, export(t, s, nil, places()))
	flat := func(m map[string]any, but ...string) map[string]any {
		out := map[string]any{}
		for k, v := range m {
			if !slices.Contains(but, k) {
				out[k] = v
			}
		}
		return out
	}
	for _, n := range x.Nodes {
		if n["id"] != n["key"] || fmt.Sprint(flat(n, "id", "key", "attributes")) != fmt.Sprint(n["attributes"]) {
			t.Errorf("node: the fields under attributes are others: %v", n)
		}
	}
	for _, e := range x.Edges {
		if e["id"] != e["key"] || fmt.Sprint(flat(e, "id", "key", "source", "target", "attributes")) != fmt.Sprint(e["attributes"]) {
			t.Errorf("edge: the fields under attributes are others: %v", e)
		}
	}
	at := slices.IndexFunc(x.Edges, func(e map[string]any) bool { return e["relation"] == "leads" })
	leads := x.Edges[at]
	if leads["source"] != string(ent("person/zoe")) || leads["outlets"] != 2.0 || leads["confidence"] != 0.64 {
		t.Errorf("the merged claim: %v", leads)
	}
	texts := map[string]string{}
	for _, a := range x.Attributes.Articles {
		texts[a["id"].(string)] = a["text"].(string)
	}
	for _, e := range x.Edges {
		for _, raw := range e["evidence"].([]any) {
			piece := raw.(map[string]any)
			text, ok := texts[piece["article"].(string)]
			if !ok {
				continue
			}
			points := []rune(text)
			if got := string(points[int(piece["begin"].(float64)):int(piece["end"].(float64))]); got != piece["quote"] {
				t.Errorf("begin and end give %q, the quote is %q", got, piece["quote"])
			}
			if got := string(points[int(piece["sentence_begin"].(float64)):int(piece["sentence_end"].(float64))]); got != piece["sentence"] {
				t.Errorf("the sentence's offsets give %q", got)
			}
		}
	}
}

func TestSubsetHoldsOnlyItsOwn(t *testing.T) {
	s := snapshot.Build(slices.Values(sample()))
	x := open(t, export(t, s, s.Subset([]graph.ID{ent("person/zoë"), ent("unit/4")}), places()))
	if len(x.Nodes) != 2 || len(x.Edges) != 2 {
		t.Errorf("%d nodes and %d edges", len(x.Nodes), len(x.Edges))
	}
	for _, y := range x.Attributes.Sightings {
		if e := y["entity"]; e != string(ent("person/zoe")) && e != string(ent("person/zoë")) && e != string(ent("unit/4")) {
			t.Errorf("a sighting of another: %v", y)
		}
	}
	if len(x.Attributes.Judgements) != 2 {
		t.Errorf("judgements of others: %v", x.Attributes.Judgements)
	}
	one := s.Articles()[0].ID
	x = open(t, export(t, s, s.View(snapshot.Filter{Articles: []graph.ID{one}}), nil))
	if len(x.Attributes.Articles) != 1 || x.Attributes.Articles[0]["id"] != string(one) {
		t.Errorf("%d articles where one was asked for", len(x.Attributes.Articles))
	}
	x = open(t, export(t, s, s.Subset(nil), nil))
	if len(x.Nodes)+len(x.Edges)+len(x.Attributes.Articles) != 0 {
		t.Error("nothing is not empty")
	}
}

// TestBadText exports what no text should hold; it must come out as JSON and be the same after a second time around.
func TestBadText(t *testing.T) {
	a := article("bad \xff\xfe", "<script>\u2028", "", "ab\xffcd \xe2\x82 é \x00 end")
	x := graph.Sighting{Entity: ent("x"), Article: a.ID, Name: "a\xffb", Type: schema.City, Mentions: []graph.Span{{Begin: -4, End: 2}, {Begin: 1 << 20, End: 5}, {Begin: 10, End: 11}}}
	c := graph.Claim{Subject: ent("x"), Predicate: schema.Leads, Object: ent("y"), Modality: graph.Asserted}
	c.Identify()
	for i := range len(a.Text) + 3 {
		c.Evidence = append(c.Evidence, graph.Evidence{Article: a.ID, Span: graph.Span{Begin: i, End: i + 1}, Confidence: 1})
	}
	first := export(t, snapshot.Build(slices.Values([]graph.Fact{a, x, c})), nil, nil)
	again, at, _ := reread(t, first)
	second := export(t, again, nil, at)
	third, _, _ := reread(t, second)
	if !bytes.Equal(second, export(t, third, nil, nil)) {
		t.Error("bad text does not settle")
	}
	if err := validator(t)(second); err != nil {
		t.Error(err)
	}
}

func TestWriteErrors(t *testing.T) {
	s := snapshot.Build(slices.Values(sample()))
	if err := WriteNodeLink(full{}, s, nil, nil); err == nil || !strings.Contains(err.Error(), "no space") {
		t.Errorf("a full disk gives %v", err)
	}
	if err := WriteExtract(full{}, []Extracted{{"a", sample()[:1]}}); err == nil || !strings.Contains(err.Error(), "no space") {
		t.Errorf("a full disk gives %v", err)
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, fmt.Errorf("no space left on device") }
