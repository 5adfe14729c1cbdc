package relate_test

import (
	"fmt"
	"strings"
	"testing"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
	"skein/importer/pipeline"
	"skein/importer/relate"
)

// prepare passes a text through the stages before relate.
func prepare(t testing.TB, text string) *importer.Document {
	d := &importer.Document{Article: graph.Article{Text: text, Published: "2024-03-20"}}
	for _, s := range pipeline.Stages() {
		if s.Name == "relate" {
			break
		}
		if err := s.Run(d); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

// FuzzRelate feeds any bytes, with the tags that the tagger found and with senseless ones: nothing panics, all spans lie
// in the text, all indexes and words are of the schema.
func FuzzRelate(f *testing.F) {
	f.Add("Col. Ray Dunbar, commander of the 44th Engineer Brigade, said: “Iran-backed militants attacked Mosul.”", byte(0))
	f.Add("“\"“ said \xff, according to, X, and, Y, and\n\n\"", byte(3))
	f.Add("The talks between A and B, C and D and the raid on E in F, G, in 2020 when it fell", byte(7))
	f.Fuzz(func(t *testing.T, text string, salt byte) {
		if len(text) > 4000 {
			return
		}
		d := prepare(t, text)
		if salt != 0 {
			tags := []importer.Tag{"NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADV", "ADP", "DET", "PRON", "NUM", "CCONJ", "SCONJ", "PART", "PUNCT", "X"}
			for i := range d.Tokens {
				d.Tokens[i].Tag = tags[(i*int(salt)+d.Tokens[i].Len())%len(tags)]
			}
		}
		if err := relate.Stage().Run(d); err != nil {
			t.Fatal(err)
		}
		if err := wrong(d); err != nil {
			t.Fatal(err)
		}
	})
}

// wrong is the first thing in the layers of relate that points out of the document, or nil.
func wrong(d *importer.Document) error {
	span := func(s graph.Span) bool { return s.Begin >= 0 && s.Begin < s.End && s.End <= len(d.Text) }
	entity := func(e int) bool { return e >= 0 && e < len(d.Entities) }
	speaker := func(e int) bool { return e == -1 || entity(e) }
	for i, q := range d.Quotes {
		if !span(q.Span) || !speaker(q.Speaker) {
			return fmt.Errorf("quote %d: %+v", i, q)
		}
	}
	for i, c := range d.Claims {
		if _, ok := schema.PredicateOf(c.Predicate); !ok || !span(c.Evidence) || !entity(c.Subject) || !entity(c.Object) || !speaker(c.SaidBy) || c.Subject == c.Object {
			return fmt.Errorf("claim %d: %+v", i, c)
		}
	}
	for i, e := range d.Events {
		if !schema.IsEvent(e.Type) || !span(e.Trigger) || !span(e.Evidence) || !e.Evidence.Contains(e.Trigger) || e.Name == "" || e.Same >= i || !speaker(e.SaidBy) {
			return fmt.Errorf("event %d: %+v", i, e)
		}
		for _, r := range e.Roles {
			if info, ok := schema.PredicateOf(r.Predicate); !ok || !info.Role || !entity(r.Entity) || !span(r.Span) {
				return fmt.Errorf("event %d: %+v", i, r)
			}
		}
	}
	return nil
}

const sample = `Col. Ray Dunbar, commander of the 44th Engineer Brigade, said on Monday that Iran-backed militants had attacked
Camp Arifjan, Kuwait, with rockets. “We will answer,” Dunbar told reporters in Mosul. Turkish jets bombed three villages of the
militants in Syria last week, according to the Turkish Ministry of Defense. Kenya and Ethiopia will hold talks on a ceasefire in
Nairobi in May, and Egypt has called for the withdrawal of all foreign troops from Libya.

`

// BenchmarkRelate measures the stage alone, in words a second, on an article and on one sentence without end.
func BenchmarkRelate(b *testing.B) {
	endless := strings.TrimSuffix(strings.Repeat("Kenya attacked Mali and Chad, the 9th Division, which left Syria, ", 2000), ", ") + "."
	for _, x := range []struct{ name, text string }{{"article", strings.Repeat(sample, 20)}, {"endless", endless}} {
		b.Run(x.name, func(b *testing.B) {
			d := prepare(b, x.text)
			for b.Loop() {
				d.Quotes, d.Events, d.Claims = nil, nil, nil
				if err := relate.Stage().Run(d); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.N*len(strings.Fields(x.text)))/b.Elapsed().Seconds(), "words/s")
		})
	}
}
