package snapshot

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"skein/graph"
	"skein/graph/schema"
)

// ent is the id of an entity by a readable name.
func ent(key string) graph.ID { return graph.NewID(graph.EntityPrefix, key) }

func article(outlet, published, text string) graph.Article {
	a := graph.Article{Title: "On " + text, Outlet: outlet, Published: published, Language: "en", Text: text}
	a.Identify()
	return a
}

func sighting(a graph.Article, key, name string, typ graph.Type, aliases ...string) graph.Sighting {
	return graph.Sighting{Entity: ent(key), Article: a.ID, Name: name, Type: typ, Aliases: aliases, Key: key}
}

// claim says subject predicate object on the whole text of the article.
func claim(a graph.Article, subject string, p graph.Predicate, object string, m graph.Modality) graph.Claim {
	c := graph.Claim{Subject: ent(subject), Predicate: p, Object: ent(object), Modality: m}
	c.Identify()
	all := graph.Span{Begin: 0, End: len(a.Text)}
	c.Evidence = []graph.Evidence{{Article: a.ID, Span: all, Sentence: all, Confidence: 0.5, Extractor: "test"}}
	return c
}

func valued(a graph.Article, subject string, p graph.Predicate, value string) graph.Claim {
	c := claim(a, subject, p, "", graph.Asserted)
	c.Object, c.Value = "", value
	c.Identify()
	return c
}

func judge(d graph.Decision, target, other graph.ID, value string) graph.Judgement {
	return graph.Judgement{Decision: d, Target: target, Other: other, Value: value}
}

func build(facts ...graph.Fact) *Snapshot { return Build(slices.Values(facts)) }

func entityOf(t *testing.T, s *Snapshot, key string) Entity {
	t.Helper()
	i, ok := s.Entity(ent(key))
	if !ok {
		t.Fatalf("no entity %q", key)
	}
	return s.Entities()[i]
}

func claimOf(t *testing.T, s *Snapshot, id graph.ID) Claim {
	t.Helper()
	i, ok := s.Claim(id)
	if !ok {
		t.Fatalf("no claim %s", id)
	}
	return s.Claims()[i]
}

func TestEntityFold(t *testing.T) {
	a, b, c := article("One", "2023-01-01", "first"), article("Two", "2023-01-02", "second"), article("Three", "", "third")
	for _, tc := range []struct {
		name    string
		facts   []graph.Fact
		want    string
		typ     graph.Type
		aliases string
	}{
		{"most sighted", []graph.Fact{sighting(a, "x", "Kerrin Base", schema.Facility), sighting(b, "x", "Kerrin", schema.City), sighting(c, "x", "Kerrin", schema.City)}, "Kerrin", schema.City, "Kerrin Base"},
		{"longest of equals", []graph.Fact{sighting(a, "x", "Kerrin Base", schema.City), sighting(b, "x", "Kerrin", schema.Facility)}, "Kerrin Base", schema.City, "Kerrin"},
		{"first of as long", []graph.Fact{sighting(a, "x", "Kerrin B", schema.City), sighting(b, "x", "Kerrin A", schema.City)}, "Kerrin A", schema.City, "Kerrin B"},
		{"types in order of the schema", []graph.Fact{sighting(a, "x", "K", schema.Facility), sighting(b, "x", "K", schema.Region)}, "K", schema.Region, ""},
		{"aliases", []graph.Fact{sighting(a, "x", "K", schema.City, "L", "M"), sighting(b, "x", "K", schema.City, "A", "K")}, "K", schema.City, "A,L,M"},
		{"renamed", []graph.Fact{sighting(a, "x", "K", schema.City), judge(graph.Rename, ent("x"), "", "Kay")}, "Kay", schema.City, "K"},
		{"retyped", []graph.Fact{sighting(a, "x", "K", schema.City), judge(graph.Retype, ent("x"), "", "person")}, "K", schema.Person, ""},
		{"a type of nobody's", []graph.Fact{sighting(a, "x", "K", "moon")}, "K", "moon", ""},
		{"merged: the root's name stays", []graph.Fact{sighting(a, "x", "K", schema.City), sighting(a, "y", "Kay", schema.Person), sighting(b, "y", "Kay", schema.Person), judge(graph.Merge, ent("y"), ent("x"), "")}, "K", schema.City, "Kay"},
		{"merged into one never seen", []graph.Fact{sighting(b, "y", "Kay", schema.Person), judge(graph.Merge, ent("y"), ent("x"), "")}, "Kay", schema.Person, ""},
		{"merged: a rename is an alias", []graph.Fact{sighting(a, "x", "K", schema.City), sighting(a, "y", "Kay", schema.City), judge(graph.Merge, ent("y"), ent("x"), ""), judge(graph.Rename, ent("y"), "", "Quay")}, "K", schema.City, "Kay,Quay"},
		{"only an end", []graph.Fact{claim(a, "x", schema.Supports, "y", graph.Asserted)}, string(ent("x")), "", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			e := entityOf(t, build(tc.facts...), "x")
			if e.Name != tc.want || e.Type != tc.typ || strings.Join(e.Aliases, ",") != tc.aliases {
				t.Errorf("got %q, a %q, also %q; want %q, %q, %q", e.Name, e.Type, e.Aliases, tc.want, tc.typ, tc.aliases)
			}
			if len(e.Kinds) == 0 {
				t.Error("an entity must have a kind")
			}
		})
	}
}

func TestMergeFoldsClaims(t *testing.T) {
	a, b := article("One", "2023", "first text"), article("Two", "2023", "second text")
	c1, c2 := claim(a, "kay", schema.Leads, "army", graph.Asserted), claim(b, "k", schema.Leads, "army", graph.Asserted)
	facts := []graph.Fact{a, b, sighting(a, "kay", "Kay", schema.Person), sighting(b, "k", "K", schema.Person), sighting(b, "army", "Army", schema.Unit), c1, c2}
	s := build(facts...)
	if len(s.Claims()) != 2 {
		t.Fatalf("%d claims before the merge", len(s.Claims()))
	}
	m := build(append(facts, judge(graph.Merge, ent("kay"), ent("k"), ""))...)
	if len(m.Claims()) != 1 || len(m.Entities()) != 2 {
		t.Fatalf("%d claims and %d entities after the merge", len(m.Claims()), len(m.Entities()))
	}
	got := claimOf(t, m, c1.ID)
	if got.ID != c2.ID || len(got.Evidence) != 2 || got.Outlets != 2 || got.Confidence != 0.75 || len(got.Stored()) != 2 {
		t.Errorf("folded claim: %+v", got)
	}
	if i, ok := m.Entity(ent("kay")); !ok || i != got.From {
		t.Error("the merged id must find the root")
	}
	r := build(append(facts, judge(graph.Merge, ent("kay"), ent("k"), ""), judge(graph.Reject, c1.ID, "", ""))...)
	if got := claimOf(t, r, c2.ID); got.Verdict != graph.Reject {
		t.Error("what was rejected must not come back through a merge")
	}
	r = build(append(facts, judge(graph.Merge, ent("kay"), ent("k"), ""), judge(graph.Reject, c1.ID, "", ""), judge(graph.Accept, c2.ID, "", ""))...)
	if got := claimOf(t, r, c2.ID); got.Verdict != graph.Accept {
		t.Error("a verdict on the claim itself counts before those on what was folded into it")
	}
}

func TestDisputed(t *testing.T) {
	a := article("One", "2023", "text")
	yes, no := claim(a, "x", schema.Supports, "y", graph.Asserted), claim(a, "x", schema.Supports, "y", graph.Denied)
	plan, other := claim(a, "x", schema.Supports, "y", graph.Planned), claim(a, "y", schema.Supports, "x", graph.Denied)
	s := build(a, yes, no, plan, other)
	for c, want := range map[graph.ID]bool{yes.ID: true, no.ID: true, plan.ID: false, other.ID: false} {
		if got := claimOf(t, s, c); got.Disputed != want {
			t.Errorf("%s %s: disputed %v", got.Modality, got.Predicate, got.Disputed)
		}
	}
	s = build(a, yes, no, judge(graph.Reject, no.ID, "", ""))
	if claimOf(t, s, yes.ID).Disputed {
		t.Error("a rejected denial disputes nothing")
	}
}

func TestOutlets(t *testing.T) {
	for _, tc := range []struct {
		name string
		said [][2]string // outlet, text
		want int
	}{
		{"one", [][2]string{{"A", "x"}}, 1},
		{"two", [][2]string{{"A", "x"}, {"B", "y"}}, 2},
		{"one outlet twice", [][2]string{{"A", "x"}, {"A", "y"}}, 1},
		{"spelled otherwise", [][2]string{{"The A-Post", "x"}, {"the a post", "y"}}, 1},
		{"copied text", [][2]string{{"A", "x  y"}, {"B", "x\ny"}}, 1},
		{"copied, and an own text", [][2]string{{"A", "x"}, {"B", "x"}, {"B", "y"}}, 2},
		{"copies all round", [][2]string{{"A", "x"}, {"B", "x"}, {"C", "x"}, {"C", "y"}, {"C", "z"}}, 2},
		{"not known", [][2]string{{"", "x"}, {"", "y"}, {"A", "z"}}, 2},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var facts []graph.Fact
			var id graph.ID
			for i, said := range tc.said {
				a := article(said[0], fmt.Sprint(2000+i), said[1])
				c := claim(a, "x", schema.Supports, "y", graph.Asserted)
				id = c.ID
				facts = append(facts, a, c)
			}
			if got := claimOf(t, build(facts...), id).Outlets; got != tc.want {
				t.Errorf("%d outlets, want %d", got, tc.want)
			}
		})
	}
	c := claim(article("A", "", "x"), "x", schema.Supports, "y", graph.Asserted)
	if got := claimOf(t, build(c), c.ID); got.Outlets != 0 || got.Confidence != 0.5 {
		t.Errorf("without its article: %d outlets, confidence %v", got.Outlets, got.Confidence)
	}
}

func TestEvents(t *testing.T) {
	a := article("One", "2023", "text")
	talks := sighting(a, "talks", "talks", "consult")
	t1, t2 := valued(a, "talks", schema.Time, "2023-07"), valued(a, "talks", schema.Time, "2023-07-19")
	by := claim(a, "talks", schema.Agent, "x", graph.Planned)
	e := entityOf(t, build(a, talks, t1, t2, by), "talks")
	if e.Time != "2023-07-19" || e.Modality != graph.Asserted || e.Kinds[0] != graph.Event {
		t.Errorf("event: %+v", e)
	}
	e = entityOf(t, build(a, talks, t1, t2, by, judge(graph.Reject, t1.ID, "", ""), judge(graph.Reject, t2.ID, "", "")), "talks")
	if e.Time != "" || e.Modality != graph.Planned {
		t.Errorf("after its times were rejected: %q, %s", e.Time, e.Modality)
	}
}

func TestBadFacts(t *testing.T) {
	a := article("One", "2023", "text")
	wild := claim(a, "x", schema.Supports, "y", graph.Asserted)
	wild.Evidence[0].Span, wild.Evidence[0].Sentence = graph.Span{Begin: -5, End: 999}, graph.Span{Begin: 7, End: 3}
	s := build(a, wild, graph.Claim{}, graph.Claim{ID: "c"}, graph.Claim{Subject: ent("z")}, graph.Sighting{}, graph.Judgement{}, graph.Article{},
		graph.Placement{Entity: ent("p")}, graph.Setting{Key: "k"}, judge(graph.Merge, "", "", ""), judge(graph.Merge, ent("x"), ent("x"), ""), judge("odd", "x", "y", "z"))
	if len(s.Entities()) != 2 || len(s.Claims()) != 1 || len(s.Articles()) != 2 {
		t.Errorf("%d entities, %d claims, %d articles", len(s.Entities()), len(s.Claims()), len(s.Articles()))
	}
	for _, i := range []int{-1, 2, 1 << 40} {
		if s.ClaimsOf(i) != nil || s.ClaimsIn(i) != nil || s.SightingsIn(i) != nil {
			t.Errorf("what does not exist has something: %d", i)
		}
	}
	if _, ok := s.Entity(""); ok {
		t.Error("there is an entity without an id")
	}
	if len(build().Entities()) != 0 {
		t.Error("nothing comes of nothing")
	}
}
