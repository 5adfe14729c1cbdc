package pipeline

import (
	"strings"
	"testing"
	"unicode/utf8"

	"skein/graph"
	"skein/importer"
	"skein/importer/emit"
)

// TestOrder makes sure that every stage finds what it needs.
func TestOrder(t *testing.T) {
	if err := importer.Validate(Stages()); err != nil {
		t.Fatal(err)
	}
}

// run passes a text through all stages and makes sure that whatever they found lies inside of it.
func run(t testing.TB, text string) (*importer.Document, graph.Change) {
	t.Helper()
	d := &importer.Document{Article: graph.Article{Text: text, Title: "Test"}, Path: "test"}
	if err := importer.Run(d, Stages()); err != nil {
		t.Fatal(err)
	}
	inside := func(what string, s graph.Span) {
		if s.Begin < 0 || s.End < s.Begin || s.End > len(text) {
			t.Fatalf("%s at %v of %d bytes: %q", what, s, len(text), text)
		}
	}
	for _, s := range d.Sentences {
		inside("a sentence", s.Span)
	}
	for _, m := range d.Mentions {
		inside("a mention", m.Span)
		inside("a head", m.Head)
		if !m.Contains(m.Head) || m.Sentence < 0 || m.Sentence >= len(d.Sentences) || m.Entity < -1 || m.Entity >= len(d.Entities) {
			t.Fatalf("mention %+v of %q", m, text)
		}
	}
	for _, x := range d.Times {
		inside("a time", x.Span)
	}
	for _, q := range d.Quotes {
		inside("a quote", q.Span)
	}
	for _, e := range d.Events {
		inside("an event", e.Evidence)
	}
	for _, c := range d.Claims {
		inside("a claim", c.Evidence)
	}
	for _, r := range d.Rejected {
		inside("a rejection", r.Span)
	}
	change := emit.Change(d)
	for _, delta := range change.Deltas {
		switch f := delta.Fact.(type) {
		case graph.Sighting:
			for _, s := range f.Mentions {
				inside("a sighting", s)
			}
			if !utf8.ValidString(f.Name) {
				t.Fatalf("the name %q of %q is no text", f.Name, text)
			}
		case graph.Claim:
			for _, e := range f.Evidence {
				inside("evidence", e.Span)
				inside("a sentence of evidence", e.Sentence)
			}
		}
	}
	return d, change
}

// TestCaption is what the whole is for: a line under a picture becomes units in their order, a base, and what is flown.
func TestCaption(t *testing.T) {
	d, _ := run(t, "Soldiers of the 2nd Battalion, 98th Infantry Regiment board a CH-47 Chinook at Al Asad Air Base, Iraq, in July 2023.")
	var got []string
	for _, e := range d.Entities {
		got = append(got, e.Name)
	}
	want := "2nd Battalion, 98th Infantry Regiment | 98th Infantry Regiment | CH-47 Chinook | Al Asad Air Base | Iraq"
	if s := strings.Join(got, " | "); s != want {
		t.Errorf("got %s, want %s", s, want)
	}
	part := false
	for _, c := range d.Claims {
		part = part || c.Predicate == "part_of" && d.Entities[c.Subject].Name == got[0] && d.Entities[c.Object].Name == got[1]
	}
	if !part {
		t.Errorf("the battalion is no part of its regiment: %+v", d.Claims)
	}
}

// seeds are texts to begin fuzzing with: what recognisers look for, cut and bent.
var seeds = []string{
	"", " ", "\n\n\n", "\x00", "\xff\xfe", "A", "a.", "é", "“", "U.S.", "(", "-", "’s", "U.S.’s Army’s",
	"By Sgt. Ann Rowe\n2nd BCT, 3rd ID\n\nBASE BIRCH, Norway – Gen. James W. Ortega Jr., 42, met “Red” Lund.",
	"the office of the Danish Prime Minister's office of", "1st 2nd 3rd Battalion, 1st of the, Company B, A Company (", "USS (CVN 68) USS", "CH-47 Chinook F/A-18E/F M1A2s",
	"Combined Joint Task Force – Operation (CJTF-O) (CJTF-O)", "Task Force-", "Force-Operation-X", "Nad-e", "Nad-e-", "al-", "Al", "van der", "President of the of the",
	"Members of the of Security Council", "between and", "Washington, Washington, Washington has", "the commission the commission formed a commission",
	"He said she said they said it said.", "\u200eMosul\u200f", "İSTANBUL ﬁ ﬂ ß ǅ", "HEAVY FIGHTING IN THE CITY OF THE NORTH OF THE SOUTH OF THE EAST OF IT.",
	"A0000 A000 OF", "Minister of", "Ann Rowe (", "Ann Rowe (born", "Ministry of Trade, Health, and", "its", "HMAS Birch, at HMAS", "Movement for Rest in", "The Secretary for",
	"Iran-backed militants militants militants", "pro- anti- -led", "2nd Class 3rd Class First Class", "7th Fleet area of responsibility area of operations",
	strings.Repeat("(", 200), strings.Repeat("Ab ", 200), strings.Repeat("“", 99), strings.Repeat("a\n", 99), strings.Repeat("Gen. ", 99),
}

func FuzzStages(f *testing.F) {
	for _, s := range seeds {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) { run(t, text) })
}

// TestLarge passes texts through that a careless loop would take hours for.
func TestLarge(t *testing.T) {
	if testing.Short() {
		t.Skip("megabytes of text")
	}
	for name, text := range map[string]string{
		"one long line":     strings.Repeat("they said that it was so and ", 40_000),
		"one long word":     strings.Repeat("Ab", 1_000_000),
		"one long run":      strings.Repeat("Kardela Torvik ", 50_000),
		"one long compound": strings.Repeat("Oslo-", 50_000),
		"ordinals":          strings.Repeat("1st of the 2nd, ", 20_000),
		"brackets":          strings.Repeat("(Oslo ", 30_000),
		"ministers":         strings.Repeat("the ministry, he said, of the minister ", 10_000),
		"descriptions":      "The Taliban fled. " + strings.Repeat("The militants fled, he said, and the rebels left. ", 5_000),
		"small sentences":   strings.Repeat("Mr. Lund left. ", 20_000),
	} {
		d, _ := run(t, text)
		if len(d.Tokens) == 0 {
			t.Errorf("%s: no words", name)
		}
	}
}
