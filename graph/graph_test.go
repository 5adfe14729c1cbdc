package graph

import (
	"math"
	"slices"
	"strings"
	"testing"
)

func TestNewID(t *testing.T) {
	// Ids are kept in files: these must never change.
	for _, test := range []struct {
		parts []string
		want  ID
	}{
		{nil, "e4oymiquy7qobjgx3"},
		{[]string{"country/IQ"}, "eu2jhtzyf6th5qov7"},
	} {
		got := NewID(EntityPrefix, test.parts...)
		if len(got) != 17 || got[0] != EntityPrefix || strings.Trim(string(got), "abcdefghijklmnopqrstuvwxyz234567") != "" {
			t.Errorf("the id of %q is %q", test.parts, got)
		}
		if got != test.want {
			t.Errorf("the id of %q is %q, not %q", test.parts, got, test.want)
		}
	}
	ids := map[ID][]string{}
	for _, parts := range [][]string{{}, {""}, {"", ""}, {"ab"}, {"a", "b"}, {"", "ab"}, {"ab", ""}, {"a\x00b"}, {"a", "", "b"}, {"\x00\x00\x00\x01a"}} {
		id := NewID(ClaimPrefix, parts...)
		if other, met := ids[id]; met {
			t.Errorf("%q and %q have the same id", parts, other)
		}
		ids[id] = parts
	}
}

func TestArticleIdentify(t *testing.T) {
	a := Article{Title: "Talks resume", Outlet: "Harbour Post", Text: "Talks resume."}
	id := a.Identify()
	if a.ID != id || id[0] != ArticlePrefix {
		t.Errorf("id %q, of the article %q", id, a.ID)
	}
	b := a
	b.Language = "en"
	if b.Identify() != id {
		t.Error("the language, which is found out, is part of the id")
	}
	for what, change := range map[string]func(*Article){
		"title": func(a *Article) { a.Title += "." }, "byline": func(a *Article) { a.Byline = "x" }, "outlet": func(a *Article) { a.Outlet = "x" },
		"address": func(a *Article) { a.URL = "x" }, "date": func(a *Article) { a.Published = "2026" }, "text": func(a *Article) { a.Text += " " },
	} {
		b := a
		change(&b)
		if b.Identify() == id {
			t.Errorf("another %s, the same id", what)
		}
	}
}

func TestClaimIdentify(t *testing.T) {
	c := Claim{Subject: "e1", Predicate: "leads", Object: "e2", Modality: Asserted}
	id := c.Identify()
	d := c
	d.Evidence = []Evidence{{Article: "a1", Confidence: 0.5}}
	if d.Identify() != id {
		t.Error("where a claim is said is part of its id")
	}
	for what, change := range map[string]func(*Claim){
		"subject": func(c *Claim) { c.Subject = "e3" }, "predicate": func(c *Claim) { c.Predicate = "opposes" }, "object": func(c *Claim) { c.Object = "e1" },
		"value": func(c *Claim) { c.Object, c.Value = "", "e2" }, "modality": func(c *Claim) { c.Modality = Denied }, "speaker": func(c *Claim) { c.SaidBy = "e1" },
		"direction": func(c *Claim) { c.Subject, c.Object = c.Object, c.Subject },
	} {
		d := c
		change(&d)
		if d.Identify() == id {
			t.Errorf("another %s, the same id", what)
		}
	}
}

func TestConfidence(t *testing.T) {
	type e = Evidence
	for _, test := range []struct {
		name     string
		evidence []Evidence
		want     float64
	}{
		{"none", nil, 0},
		{"one", []e{{Article: "a1", Confidence: 0.6}}, 0.6},
		{"two articles", []e{{Article: "a1", Confidence: 0.6}, {Article: "a2", Confidence: 0.5}}, 0.8},
		{"two sentences of one article", []e{{Article: "a1", Confidence: 0.5}, {Article: "a1", Confidence: 0.6}}, 0.6},
		{"both", []e{{Article: "a1", Confidence: 0.5}, {Article: "a1", Confidence: 0.2}, {Article: "a2", Confidence: 0.5}}, 0.75},
		{"sure", []e{{Article: "a1", Confidence: 1}}, 0.99},
		{"many", slices.Repeat([]e{{Article: "a1", Confidence: 0.9}, {Article: "a2", Confidence: 0.9}}, 20), 0.99},
		{"nothing worth", []e{{Article: "a1"}, {Article: "a2"}}, 0},
	} {
		c := Claim{Evidence: test.evidence}
		if got := c.Confidence(); math.Abs(got-test.want) > 1e-12 {
			t.Errorf("%s: %v, not %v", test.name, got, test.want)
		}
	}
}

// TestSlots: what replaces what.
func TestSlots(t *testing.T) {
	claim := func(id, article ID, begin, end int) Claim {
		return Claim{ID: id, Evidence: []Evidence{{Article: article, Span: Span{begin, end}}}}
	}
	groups := [][]Fact{
		{Article{ID: "a1"}, Article{ID: "a1", Language: "en"}},
		{Article{ID: "a2"}},
		{Sighting{Entity: "e1", Article: "a1"}, Sighting{Entity: "e1", Article: "a1", Name: "Varn"}},
		{Sighting{Entity: "e2", Article: "a1"}}, {Sighting{Entity: "e1", Article: "a2"}},
		{claim("c1", "a1", 1, 5)}, {claim("c1", "a1", 1, 6)}, {claim("c1", "a1", 2, 5)}, {claim("c1", "a2", 1, 5)}, {claim("c2", "a1", 1, 5)}, {claim("c1", "a1", 15, 5)},
		{Claim{ID: "c1"}, Claim{ID: "c1", Value: "x"}},
		{Judgement{Decision: Accept, Target: "e1"}, Judgement{Decision: Reject, Target: "e1"}},
		{Judgement{Decision: Accept, Target: "e2"}},
		{Judgement{Decision: Merge, Target: "e1", Other: "e2"}, Judgement{Decision: Merge, Target: "e1", Other: "e3"}},
		{Judgement{Decision: Split, Target: "e1", Other: "e2"}}, {Judgement{Decision: Split, Target: "e1", Other: "e3"}},
		{Judgement{Decision: Rename, Target: "e1", Value: "x"}, Judgement{Decision: Rename, Target: "e1", Value: "y"}},
		{Judgement{Decision: Retype, Target: "e1", Value: "x"}},
		{Placement{Entity: "e1"}, Placement{Entity: "e1", X: 3, Pinned: true}}, {Placement{Entity: "e2"}},
		{Setting{Key: "camera"}, Setting{Key: "camera", Value: "1"}}, {Setting{Key: "filter"}}, {Setting{}},
	}
	of := map[string]int{}
	for i, group := range groups {
		slot := group[0].Slot()
		for _, f := range group {
			if f.Slot() != slot {
				t.Errorf("%#v is in %q, not in %q", f, f.Slot(), slot)
			}
		}
		if j, met := of[slot]; met {
			t.Errorf("%#v and %#v share %q", group[0], groups[j][0], slot)
		}
		of[slot] = i
	}
}

func TestInverse(t *testing.T) {
	a, b := Setting{Key: "a"}, Setting{Key: "b"}
	c := Change{Label: "l", Group: "g", Deltas: []Delta{{Remove, a}, {Add, b}}}
	inv := c.Inverse()
	if inv.Label != "l" || inv.Group != "g" || !slices.Equal(inv.Deltas, []Delta{{Remove, b}, {Add, a}}) {
		t.Errorf("inverse: %+v", inv)
	}
	if back := inv.Inverse(); !slices.Equal(back.Deltas, c.Deltas) {
		t.Errorf("the inverse's inverse: %+v", back)
	}
	if !slices.Equal(c.Deltas, []Delta{{Remove, a}, {Add, b}}) {
		t.Errorf("the change itself became %+v", c)
	}
	if !(Change{Label: "l"}).Empty() || c.Empty() || !(Change{}).Inverse().Empty() {
		t.Error("a change is empty when it has no deltas")
	}
	if got := Added("l", a, b); !slices.Equal(got.Deltas, []Delta{{Add, a}, {Add, b}}) || got.Label != "l" {
		t.Errorf("added: %+v", got)
	}
}

func TestSpan(t *testing.T) {
	s := Span{2, 5}
	for _, test := range []struct {
		t                  Span
		contains, overlaps bool
	}{
		{Span{2, 5}, true, true}, {Span{3, 4}, true, true}, {Span{3, 3}, true, true}, {Span{1, 3}, false, true}, {Span{4, 9}, false, true},
		{Span{5, 6}, false, false}, {Span{0, 2}, false, false}, {Span{0, 9}, false, true},
	} {
		if s.Contains(test.t) != test.contains || s.Overlaps(test.t) != test.overlaps || test.t.Overlaps(s) != test.overlaps {
			t.Errorf("%v and %v", s, test.t)
		}
	}
	if s.Len() != 3 || s.In("abcdefg") != "cde" || s.In("abcde") != "cde" {
		t.Error("a span is from its first byte to before its end")
	}
	for _, bad := range []Span{{-1, 2}, {2, 9}, {3, 2}, {9, 9}} {
		if got := bad.In("abcde"); got != "" {
			t.Errorf("%v of five bytes is %q", bad, got)
		}
	}
}
