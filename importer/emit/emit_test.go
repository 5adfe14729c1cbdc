package emit

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
)

const text = "Gen. Rowe leads the base. Rowe visited Oslo on Monday. “We agree,” Rowe said."

// span is the place of the words in the text, the nth time they stand there.
func span(words string, n int) graph.Span {
	at := 0
	for ; n > 1; n-- {
		at += strings.Index(text[at:], words) + len(words)
	}
	at += strings.Index(text[at:], words)
	return graph.Span{Begin: at, End: at + len(words)}
}

// document is an article with a person, a base, a city, a relation, an event and a quote.
func document() *importer.Document {
	d := &importer.Document{Article: graph.Article{Title: "A visit", Text: text}}
	for _, s := range []string{"Gen. Rowe leads the base.", "Rowe visited Oslo on Monday.", "“We agree,” Rowe said."} {
		d.Sentences = append(d.Sentences, importer.Sentence{Span: span(s, 1)})
	}
	for _, m := range []struct {
		words    string
		n        int
		entity   int
		sentence int
	}{{"Gen. Rowe", 1, 0, 0}, {"base", 1, 1, 0}, {"Rowe", 2, 0, 1}, {"Oslo", 1, 2, 1}, {"Rowe", 3, 0, 2}} {
		d.Mentions = append(d.Mentions, importer.Mention{Span: span(m.words, m.n), Entity: m.entity, Sentence: m.sentence, Part: -1})
	}
	d.Entities = []importer.Entity{
		{Key: "person/ann rowe", Name: "Ann Rowe", Type: schema.Person, Aliases: []string{"Rowe", "Ann Rowe", "Rowe", " "}, Mentions: []int{0, 2, 4},
			Attributes: []graph.Attribute{{Name: "title", Value: "Gen."}, {Name: "gender", Value: ""}, {Name: "title", Value: "Gen."}}},
		{Key: "facility/base", Name: "the\nbase", Type: schema.Facility, Mentions: []int{1}},
		{Key: "city/1", Name: "Oslo", Type: schema.City, Mentions: []int{3}},
	}
	d.Claims = []importer.Claim{{Subject: 0, Predicate: schema.Leads, Object: 1, SaidBy: -1, Evidence: span("Gen. Rowe leads the base", 1), Confidence: 0.8, Rule: "relate/verb"}}
	d.Events = []importer.Event{{Type: "consult", Trigger: span("visited", 1), Name: "visit to Oslo", Evidence: d.Sentences[1].Span, Sentence: 1, SaidBy: -1, Same: -1,
		Roles: []importer.Role{{Predicate: schema.Agent, Entity: 0, Span: span("Rowe", 2)}, {Predicate: schema.AtPlace, Entity: 2, Span: span("Oslo", 1)}},
		Time:  "2024-06-03", TimeSpan: span("Monday", 1), Confidence: 0.7, Rule: "relate/event"}}
	d.Quotes = []importer.Quote{{Span: span("“We agree,”", 1), Speaker: 0, Sentence: 2, Direct: true, Confidence: 0.9}}
	return d
}

// claims are the claims of a change, as "subject predicate object-or-value".
func claims(c graph.Change) []string {
	names := map[graph.ID]string{}
	for _, d := range c.Deltas {
		if s, ok := d.Fact.(graph.Sighting); ok {
			names[s.Entity] = s.Name
		}
	}
	var out []string
	for _, d := range c.Deltas {
		if f, ok := d.Fact.(graph.Claim); ok {
			out = append(out, names[f.Subject]+" "+string(f.Predicate)+" "+names[f.Object]+f.Value)
		}
	}
	slices.Sort(out)
	return out
}

func TestChange(t *testing.T) {
	d := document()
	c := Change(d)
	want := []string{
		"Ann Rowe leads the base", "Ann Rowe statement We agree", "visit to Oslo agent Ann Rowe", "visit to Oslo place Oslo", "visit to Oslo time 2024-06-03",
	}
	if got := claims(c); !slices.Equal(got, want) {
		t.Errorf("got %q\nwant %q", got, want)
	}
	if len(d.Rejected) > 0 {
		t.Errorf("left out: %+v", d.Rejected)
	}
	var slots []string
	for _, delta := range c.Deltas {
		slots = append(slots, delta.Fact.Slot())
		if s, ok := delta.Fact.(graph.Sighting); ok && s.Name == "Ann Rowe" {
			if !slices.Equal(s.Aliases, []string{"Rowe"}) || !slices.Equal(s.Attributes, []graph.Attribute{{Name: "title", Value: "Gen."}}) || len(s.Mentions) != 3 {
				t.Errorf("untidy: %+v", s)
			}
			if s.Entity != graph.NewID(graph.EntityPrefix, "person/ann rowe") || s.Article != d.ID {
				t.Errorf("the wrong thing: %+v", s)
			}
		}
		if f, ok := delta.Fact.(graph.Claim); ok {
			if len(f.Evidence) != 1 || f.Evidence[0].Article != d.ID || !f.Evidence[0].Sentence.Contains(f.Evidence[0].Span) || f.Modality != graph.Asserted {
				t.Errorf("evidence: %+v", f)
			}
			if said := f.SaidBy != ""; said != (f.Predicate == schema.Statement) {
				t.Errorf("%s is said by %q", f.Predicate, f.SaidBy)
			}
		}
	}
	if !slices.IsSorted(slots) || len(slots) != len(slices.Compact(slices.Clone(slots))) {
		t.Errorf("slots are not sorted, or double: %q", slots)
	}
}

// TestSame makes sure that the change depends on the document alone, and that a second one is the first.
func TestSame(t *testing.T) {
	a, b := Change(document()), Change(document())
	if !reflect.DeepEqual(a, b) {
		t.Error("two changes of one document differ")
	}
}

// TestLeftOut makes sure that what cannot be is left out, with a reason, and takes nothing else with it.
func TestLeftOut(t *testing.T) {
	for name, spoil := range map[string]func(*importer.Document){
		"a claim about nobody":             func(d *importer.Document) { d.Claims[0].Subject = 99 },
		"a claim to nobody":                func(d *importer.Document) { d.Claims[0].Object = -1 },
		"a claim about itself":             func(d *importer.Document) { d.Claims[0].Object = 0 },
		"an unknown predicate":             func(d *importer.Document) { d.Claims[0].Predicate = "likes" },
		"a value where a thing should be":  func(d *importer.Document) { d.Claims[0].Value = "so" },
		"evidence beyond the text":         func(d *importer.Document) { d.Claims[0].Evidence.End = len(text) + 1 },
		"evidence that ends before it was": func(d *importer.Document) { d.Claims[0].Evidence = graph.Span{Begin: 9, End: 3} },
		"evidence in half a character": func(d *importer.Document) {
			d.Claims[0].Evidence = graph.Span{Begin: span("“", 1).Begin + 1, End: len(text)}
		},
		"an unknown modality": func(d *importer.Document) { d.Claims[0].Modality = "maybe" },
	} {
		d := document()
		spoil(d)
		want := len(claims(Change(document()))) - 1
		if got := claims(Change(d)); len(got) != want || len(d.Rejected) != 1 || d.Rejected[0].Stage != "emit" {
			t.Errorf("%s: %q, left out %+v", name, got, d.Rejected)
		}
	}
}

// TestSpoiled makes sure that wrong entities, mentions and events do no harm either.
func TestSpoiled(t *testing.T) {
	for name, spoil := range map[string]func(*importer.Document){
		"a mention beyond the text":  func(d *importer.Document) { d.Mentions[1].End = 1 << 20 },
		"a mention that is not":      func(d *importer.Document) { d.Entities[1].Mentions = []int{77} },
		"an entity without a name":   func(d *importer.Document) { d.Entities[1].Name = " \n" },
		"an entity of unknown type":  func(d *importer.Document) { d.Entities[1].Type = "spirit" },
		"an event beyond the text":   func(d *importer.Document) { d.Events[0].Trigger.Begin = -4 },
		"an event of unknown type":   func(d *importer.Document) { d.Events[0].Type = "dance" },
		"a role of nobody":           func(d *importer.Document) { d.Events[0].Roles[0].Entity = 5 },
		"a quote of white space":     func(d *importer.Document) { d.Quotes[0].Span = span(" ", 1) },
		"an event that tells itself": func(d *importer.Document) { d.Events[0].Same = 7 },
	} {
		d := document()
		spoil(d)
		c := Change(d)
		if name != "an event that tells itself" && len(d.Rejected) == 0 {
			t.Errorf("%s: no reason given", name)
		}
		if len(c.Deltas) < 5 {
			t.Errorf("%s: only %d facts are left", name, len(c.Deltas))
		}
	}
}

// TestBest makes sure that of one claim told twice the surer evidence is kept, whatever the order.
func TestBest(t *testing.T) {
	again := importer.Claim{Subject: 0, Predicate: schema.Leads, Object: 1, SaidBy: -1, Evidence: span("Gen. Rowe leads the base", 1), Confidence: 0.95, Rule: "relate/title"}
	for _, first := range []bool{true, false} {
		d := document()
		if first {
			d.Claims = append([]importer.Claim{again}, d.Claims...)
		} else {
			d.Claims = append(d.Claims, again)
		}
		var got []float64
		for _, delta := range Change(d).Deltas {
			if f, ok := delta.Fact.(graph.Claim); ok && f.Predicate == schema.Leads {
				got = append(got, f.Evidence[0].Confidence)
			}
		}
		if !slices.Equal(got, []float64{0.95}) {
			t.Errorf("confidences %v, want 0.95 once", got)
		}
	}
}

func TestConfidence(t *testing.T) {
	for in, want := range map[float64]float64{math.NaN(): 0, -1: 0, 0.5: 0.5, 2: maxConfidence, math.Inf(1): maxConfidence} {
		d := document()
		d.Claims[0].Confidence = in
		for _, delta := range Change(d).Deltas {
			if f, ok := delta.Fact.(graph.Claim); ok && f.Predicate == schema.Leads && f.Evidence[0].Confidence != want {
				t.Errorf("confidence %v became %v, want %v", in, f.Evidence[0].Confidence, want)
			}
		}
	}
}

// TestSymmetric makes sure that a relation that reads both ways is one claim, whichever way it is told.
func TestSymmetric(t *testing.T) {
	d := document()
	d.Claims[0].Predicate = schema.AlliedWith
	back := d.Claims[0]
	back.Subject, back.Object = back.Object, back.Subject
	d.Claims = append(d.Claims, back)
	n := 0
	for _, c := range claims(Change(d)) {
		if strings.Contains(c, " allied_with ") {
			n++
		}
	}
	if n != 1 {
		t.Errorf("%d claims, want 1", n)
	}
}

// TestToldAgain makes sure that an event told again is the first one once more.
func TestToldAgain(t *testing.T) {
	d := document()
	again := d.Events[0]
	again.Trigger, again.Name, again.Same, again.Roles, again.Time = span("agree", 1), "talks", 0, nil, ""
	d.Events = append(d.Events, again)
	var events []graph.Sighting
	for _, delta := range Change(d).Deltas {
		if s, ok := delta.Fact.(graph.Sighting); ok && schema.IsEvent(s.Type) {
			events = append(events, s)
		}
	}
	if len(events) != 1 || len(events[0].Mentions) != 2 || !slices.Equal(events[0].Aliases, []string{"talks"}) {
		t.Errorf("%+v", events)
	}
}

// TestBound makes sure that entities without a key of their own are those of this article only.
func TestBound(t *testing.T) {
	one, other := document(), document()
	one.Entities[1].Key, other.Entities[1].Key, other.Title = "", "", "Another visit"
	id := func(d *importer.Document) graph.ID {
		for _, delta := range Change(d).Deltas {
			if s, ok := delta.Fact.(graph.Sighting); ok && s.Type == schema.Facility {
				return s.Entity
			}
		}
		return ""
	}
	if a, b := id(one), id(other); a == "" || b == "" || a == b {
		t.Errorf("%q and %q", a, b)
	}
}

// TestEndless makes sure that text gone wrong is nobody's name.
func TestEndless(t *testing.T) {
	endless := strings.Repeat("A", 100_000)
	d := document()
	d.Entities[2].Name = endless
	d.Entities[0].Aliases = append(d.Entities[0].Aliases, endless)
	for _, x := range Change(d).Deltas {
		if s, ok := x.Fact.(graph.Sighting); ok && (s.Name == endless || slices.Contains(s.Aliases, endless)) {
			t.Errorf("%s has an endless name", s.Type)
		}
	}
	if len(d.Rejected) == 0 || d.Rejected[0].Reason != "100000 bytes are no name of a city" {
		t.Errorf("left out %.300v", d.Rejected)
	}
}
