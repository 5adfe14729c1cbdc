package confidence

import (
	"math"
	"testing"

	"skein/importer"
)

// TestShipped makes sure that the weights can be read, and that better signs never make a claim less sure.
func TestShipped(t *testing.T) {
	m, err := parse(weightsFile)
	if err != nil {
		t.Fatal(err)
	}
	for kind, signs := range map[Kind]int{Relation: 2, Role: 3, Time: 1, Statement: 2} {
		if len(m.weights[kind]) != signs+1 {
			t.Errorf("%s: %d weights", kind, len(m.weights[kind]))
			continue
		}
		for i, w := range m.weights[kind][1:] {
			if w < 0 {
				t.Errorf("%s: sign %d speaks against the claim", kind, i)
			}
		}
	}
	for _, bad := range []string{"relation", "relation x", "rule relation a", "rule relation a 1 2"} {
		if _, err := parse(bad); err == nil {
			t.Errorf("%q: no error", bad)
		}
	}
}

// TestFit makes claims of which seven in ten are right where their sign says nine in ten, but for one rule that is always wrong.
func TestFit(t *testing.T) {
	var es []Example
	for i := range 200 {
		es = append(es, Example{Claim{Relation, "good", []float64{0.9, 0.9}}, i%10 < 7, 1})
		if i < 40 {
			es = append(es, Example{Claim{Relation, "bad", []float64{0.9, 0.9}}, false, 1})
		}
	}
	m := Fit(es)
	good, bad, new := m.Of(es[0].Claim), m.Of(es[1].Claim), m.Of(Claim{Relation, "new", []float64{0.9, 0.9}})
	if math.Abs(good-0.7) > 0.03 || bad > 0.2 || new < bad || new > good {
		t.Errorf("good %.2f, bad %.2f, new %.2f", good, bad, new)
	}
	again, err := parse(m.String())
	if err != nil || math.Abs(again.Of(es[0].Claim)-good) > 0.01 {
		t.Errorf("read again: %v, %.2f", err, again.Of(es[0].Claim))
	}
	for _, c := range []Claim{{Kind: Relation}, {Kind: "other", Signs: []float64{0.4}}, {Relation, "good", []float64{math.NaN(), math.Inf(1)}}} {
		if p := m.Of(c); !(p >= 0 && p <= 1) {
			t.Errorf("%+v: %v", c, p)
		}
	}
}

// TestStage weighs a claim by its ends: the one with the doubtful name is less sure.
func TestStage(t *testing.T) {
	d := &importer.Document{
		Entities: make([]importer.Entity, 3),
		Mentions: []importer.Mention{{Entity: 0, Confidence: 0.95}, {Entity: 1, Confidence: 0.95}, {Entity: 2, Confidence: 0.4}, {Entity: -1}},
		Claims: []importer.Claim{
			{Subject: 0, Object: 1, Confidence: 0.8, Rule: "relate/verb"}, {Subject: 0, Object: 2, Confidence: 0.8, Rule: "relate/verb"},
			{Subject: 0, Object: -1, Value: "x", Confidence: 0.8, Rule: "relate/verb"},
		},
		Events: []importer.Event{{Confidence: 0.7, Roles: []importer.Role{{Entity: 0}, {Entity: 9}}}},
		Quotes: []importer.Quote{{Speaker: -1, Confidence: 0.9}},
	}
	if err := Stage().Run(d); err != nil {
		t.Fatal(err)
	}
	if c := d.Claims; c[0].Confidence <= c[1].Confidence || c[2].Confidence <= 0 {
		t.Errorf("%v, %v, %v", c[0].Confidence, c[1].Confidence, c[2].Confidence)
	}
	if e := d.Events[0]; e.Confidence <= 0 || e.Roles[0].Confidence <= 0 {
		t.Errorf("%+v", e)
	}
}

// TestSilent makes sure that a sign which speaks against few claims says nothing, and that the others still speak.
func TestSilent(t *testing.T) {
	var es []Example
	for i := range 60 {
		low, high := 0.6+0.3*float64(i%2), 0.9-0.3*float64(i%3)/2
		es = append(es, Example{Claim{Relation, "a", []float64{low, high}}, i%2 == 1 || i%3 == 2, 1})
	}
	if w := Fit(es).weights[Relation]; w[1] <= 0 || w[2] != 0 {
		t.Errorf("weights %v", w)
	}
}
