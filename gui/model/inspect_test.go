package model_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"skein/graph"
	"skein/graph/schema"
	"skein/gui/model"
	"skein/importer"
	"skein/importer/batch"
)

func TestInspect(t *testing.T) {
	r := read(t, tension().facts...)
	r.send(model.Select{Entities: []graph.ID{r.id("Talks")}})
	in := r.s.Inspect()
	if in.Line != "Consultation · planned · Feb 2024 · 3 claims in 1 article" || !in.Planned {
		t.Errorf("the line says %q", in.Line)
	}
	if in.Groups[0].Label != "when" || in.Groups[0].Cards[0].Name != "Feb 2024" || in.Groups[0].Cards[0].Chip != "planned" {
		t.Errorf("%+v", in.Groups[0])
	}
	r.send(model.SetFilters{Filters: model.Filters{}.ToggleRelation(schema.Participant)})
	if in := r.s.Inspect(); in.Outside != 1 {
		t.Errorf("%d claims are kept back", in.Outside)
	}
	r.send(model.Undo{}, model.Select{Entities: []graph.ID{r.id("Red Heron")}})
	disputed := 0
	for _, g := range r.s.Inspect().Groups {
		for _, c := range g.Cards {
			if c.Disputed {
				disputed++
				if c.SpeakerIs == "" {
					t.Error("a dispute without speakers")
				}
			}
		}
	}
	if disputed != 2 {
		t.Errorf("%d disputed claims, want both sides", disputed)
	}
}

func TestInspectLine(t *testing.T) {
	r := read(t, tension().facts...)
	r.send(model.SelectEdge{Edge: model.EdgeOf(r.id("Norland"), r.id("Red Heron"))})
	in := r.s.Inspect()
	if in.What != model.ShowEdge || in.Line != "2 claims between them" || len(in.Groups) != 1 || len(in.Groups[0].Cards) != 2 {
		t.Fatalf("%+v", in)
	}
	first, second := in.Groups[0].Cards[0], in.Groups[0].Cards[1] // the surer one first
	if first.Relation != "Red Heron affiliated with Norland" || first.Chip != "" || first.SpeakerIs != "Red Heron" || second.Chip != "denied" || second.SpeakerIs != "Lindqvist" {
		t.Errorf("%+v\n%+v", first, second)
	}
	if first.Quote.Text != "Red Heron — affiliated with Norland, said Red Heron." || first.Source != "Wire of the North" || first.Date != "20 Jan 2024" {
		t.Errorf("%q, %q, %q", first.Quote.Text, first.Source, first.Date)
	}
}

// TestLongSentence cuts a sentence around the words that matter, between letters.
func TestLongSentence(t *testing.T) {
	st := &story{types: map[string]graph.Type{"Estéria": schema.Country, "Varn": schema.City}}
	for _, pad := range []string{strings.Repeat("früher oder später, ", 40), strings.Repeat("ü", 800), ""} {
		a := graph.Article{Title: "Long " + pad, Text: pad + "Varn in Estéria" + pad + "."}
		a.Identify()
		c := graph.Claim{Subject: entity("Varn"), Predicate: schema.LocatedIn, Object: entity("Estéria"), Modality: graph.Asserted}
		c.Identify()
		at := len(pad)
		c.Evidence = []graph.Evidence{{Article: a.ID, Span: graph.Span{Begin: at, End: at + len("Varn in Estéria")}, Sentence: graph.Span{End: len(a.Text)}, Confidence: 0.9}}
		r := read(t, append(st.facts, a, c)...)
		r.send(model.Select{Entities: []graph.ID{entity("Varn")}})
		q := r.s.Inspect().Groups[0].Cards[0].Quote
		if got := q.Text[q.Begin:q.End]; got != "Varn in Estéria" || !utf8.ValidString(q.Text) || len(q.Text) > 400 {
			t.Errorf("%d bytes, marked is %q: %q", len(q.Text), got, q.Text)
		}
		if pad != "" && strings.Count(q.Text, "…") != 2 {
			t.Errorf("cut without a sign: %q", q.Text)
		}
	}
}

func TestCandidates(t *testing.T) {
	r := read(t, tension().facts...)
	a := r.s.Snap.Articles()[0]
	e := model.Entry{Article: a.ID, Status: batch.New, Rejected: []importer.Rejection{{Span: graph.Span{End: 4}, Stage: "find", Reason: "a number"}}}
	if got := r.s.Candidates(e); len(got) != 1 || got[0] != (model.Candidate{Text: strings.TrimSpace(a.Text[:4]), Stage: "find", Reason: "a number"}) {
		t.Errorf("%+v", got)
	}
	e.Article = "" // gone meanwhile
	if got := r.s.Candidates(e); len(got) != 1 || got[0].Text != "" {
		t.Errorf("%+v", got)
	}
}

func TestSheetsHaveTitles(t *testing.T) {
	r := read(t, tension().facts...)
	r.send(model.Select{Entities: []graph.ID{r.id("Norland"), r.id("Talks")}})
	for kind, want := range map[model.SheetKind]string{
		model.PaletteSheet: "What do you want to do?", model.HelpSheet: "Keys and gestures", model.ImportSheet: "Import articles", model.ExportSheet: "Export",
		model.GraphSheet: "Open a graph", model.ChooserSheet: "Expand Norland", model.RenameSheet: "Rename Norland", model.RetypeSheet: "What is Norland?",
		model.MergeSheet: "Merge Norland and Talks into …", model.PathSheet: "Path from Norland to …",
	} {
		r.send(model.OpenSheet{Kind: kind})
		if got := r.s.SheetTitle(); got != want {
			t.Errorf("%s: %q", kind, got)
		}
	}
	r.send(model.CloseSheet{})
	if r.s.SheetTitle() != "" {
		t.Error("a closed sheet has a title")
	}
}

func TestFileDialog(t *testing.T) {
	r := read(t)
	r.send(model.ChooseImport{}, model.Browse{For: model.BrowseFolder})
	if ask, ok := asks[model.AskPath](r); !ok || ask.For != model.BrowseFolder {
		t.Error("no dialog")
	}
	r.send(model.Browsed{For: model.BrowseFolder}) // cancelled
	if r.s.Import.Running || r.s.Sheet.Kind != model.ImportSheet {
		t.Error("a cancelled dialog does something")
	}
	r.send(model.Browsed{For: model.BrowseFile, Path: samples(t)[0]})
	if len(r.s.Snap.Articles()) != 1 || r.s.Sheet.Kind != model.NoSheet {
		t.Error("the file is not imported")
	}
	r.does("export")
	r.send(model.Browsed{For: model.BrowseSave, Path: "/tmp/there.json"})
	if r.s.Sheet.Text != "/tmp/there.json" {
		t.Errorf("the sheet says %q", r.s.Sheet.Text)
	}
}
