package model_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"skein/graph"
	"skein/gui/model"
)

// TestTheWholePath is the walk that Skein is for: drop, search, expand, open the sentence, follow a name, go back, filter
// to what is planned, export, undo.
func TestTheWholePath(t *testing.T) {
	path := filepath.Join(t.TempDir(), "visit.txt")
	text := "Austin to visit Baghdad for talks\n\nBAGHDAD, March 4, 2024 – Secretary of Defense Lloyd Austin will meet Iraqi officials in Baghdad next week.\n\n" +
		"Austin leads the Pentagon. The United States and Iraq plan to hold talks in April, the Pentagon said.\n"
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	r := read(t)
	r.send(model.Dropped{Paths: append(samples(t), path)})
	r.still = true
	r.does("search")
	r.send(model.SearchText{Text: "austn"}) // with a slip
	if len(r.s.Search.Hits) == 0 {
		t.Fatal("nothing found")
	}
	r.send(model.SearchTake{At: -1})
	austin := r.s.Selection.One()
	if !strings.Contains(r.s.Name(austin), "Austin") || r.s.Search.Open {
		t.Fatalf("the search leads to %q", r.s.Name(austin))
	}
	if show, ok := asks[model.ShowEntities](r); !ok || !slices.Equal(show.Entities, []graph.ID{austin}) {
		t.Error("the camera does not come")
	}
	r.does("expand")
	in := r.s.Inspect()
	if in.What != model.ShowEntity || len(in.Groups) == 0 {
		t.Fatalf("the inspector shows %+v", in)
	}
	card := in.Groups[0].Cards[0]
	r.send(model.OpenClaim{Claim: card.Claim})
	r.wantMarked(card.Quote)

	var other graph.ID // a name in the text, which leads on
	for _, p := range r.s.Read().Paras {
		for _, run := range p.Runs {
			if run.Entity != "" && run.Entity != austin {
				other = run.Entity
			}
		}
	}
	if other == "" {
		t.Fatal("no name in the article leads anywhere")
	}
	r.send(model.Go{Entity: other})
	if _, ok := r.s.Picture.Node(other); !ok || r.s.Selection.One() != other {
		t.Error("a name in the article does not lead to its node")
	}
	r.does("back")
	if r.s.Selection.One() != austin {
		t.Error("back leads elsewhere")
	}
	r.does("forward")
	if r.s.Selection.One() != other {
		t.Error("forward leads elsewhere")
	}
	r.send(model.SetFilters{Filters: model.Filters{}.OnlyModality(graph.Planned)})
	for _, i := range r.s.View.Claims() {
		if m := r.s.Snap.Claims()[i].Modality; m != graph.Planned {
			t.Errorf("%s passes, which is %s", r.s.ClaimText(i), m)
		}
	}
	if len(r.s.View.Claims()) == 0 {
		t.Error("nothing is planned")
	}
	r.does("export")
	r.send(model.SheetExport{Scope: model.Visible}, model.SheetTake{At: -1})
	if len(r.files[filepath.Join("maps", "sample.json")]) == 0 || !strings.HasPrefix(r.s.Notice.Text, "Exported to ") {
		t.Errorf("no export: %q", r.s.Notice.Text)
	}
	r.undoAll()
	if len(r.facts()) != 0 {
		t.Errorf("%d facts are left", len(r.facts()))
	}
}

// wantMarked wants the reader to show a quotation as the sentence it looks for, with the words marked.
func (r *reader) wantMarked(q model.Quote) {
	r.t.Helper()
	reading := r.s.Read()
	if reading.Focus < 0 || r.s.Tab != model.ArticleTab || r.s.Panels.DockFolded {
		r.t.Fatal("the reader looks for no sentence")
	}
	sentence, mark := "", ""
	for _, run := range reading.Paras[reading.Focus].Runs {
		if run.Sentence {
			sentence += run.Text
		}
		if run.Mark {
			mark += run.Text
		}
	}
	if strings.TrimSpace(sentence) != q.Text || strings.TrimSpace(mark) != strings.TrimSpace(q.Text[q.Begin:q.End]) {
		r.t.Errorf("the reader marks %q in %q, the card %q in %q", mark, sentence, q.Text[q.Begin:q.End], q.Text)
	}
}

// TestEverySentence opens each piece of evidence of a graph of real articles.
func TestEverySentence(t *testing.T) {
	r := read(t)
	r.send(model.Dropped{Paths: samples(t)})
	for _, e := range r.s.Snap.Entities() {
		r.send(model.Select{Entities: []graph.ID{e.ID}})
		for _, g := range r.s.Inspect().Groups {
			for _, c := range g.Cards {
				r.send(model.OpenClaim{Claim: c.Claim})
				if !strings.Contains(c.Quote.Text, "…") {
					r.wantMarked(c.Quote)
				}
			}
		}
	}
}

func TestReaderShowsAllText(t *testing.T) {
	st := tension()
	long := strings.Repeat("Ånd så videre, men uden mellemrum og ende. ", 6000)
	a := graph.Article{Title: "Long", Text: long}
	a.Identify()
	r := read(t, append(st.facts, a)...)
	for _, x := range r.s.Snap.Articles() {
		r.send(model.OpenArticle{Article: x.ID})
		reading := r.s.Read()
		text := ""
		for _, p := range reading.Paras {
			for _, run := range p.Runs {
				text += run.Text
			}
		}
		strip := func(s string) string { return strings.Join(strings.Fields(s), "") }
		got, want := strip(text), strip(x.Text)
		if reading.After {
			want = want[:min(len(want), len(got))]
		}
		if got != want || reading.Before {
			t.Errorf("%s: the reader shows %d bytes of %d", x.Title, len(got), len(want))
		}
		if reading.Title != x.Title || reading.Focus != -1 {
			t.Errorf("%s: %+v", x.Title, reading.Title)
		}
	}
}

func TestTrail(t *testing.T) {
	r := read(t, tension().facts...)
	names := []string{"Norland", "Talks", "Estéria"}
	for _, n := range names {
		r.send(model.Go{Entity: r.id(n)})
	}
	r.send(model.Back{}, model.Back{}, model.Go{Entity: r.id("Red Heron")}) // what lay ahead is dropped
	var got []string
	for _, s := range r.s.Trail {
		got = append(got, r.s.StopName(s))
	}
	if want := "Talks on the coalition to open, Norland, Red Heron"; strings.Join(got, ", ") != want {
		t.Errorf("the walk is %q", got)
	}
	r.send(model.Jump{To: 0})
	if r.s.Place.Article == "" || !r.s.Selection.Empty() || r.s.Tab != model.ArticleTab {
		t.Error("the first stop is the article")
	}
	for range 5 {
		r.send(model.Back{})
	}
	for range 9 {
		r.send(model.Forward{})
	}
	if r.s.Selection.One() != r.id("Red Heron") {
		t.Error("the walk does not end where it ended")
	}
	r.send(model.SelectEdge{Edge: model.EdgeOf(r.id("Talks"), r.id("Norland"))}, model.Back{}, model.Forward{})
	if r.s.Selection.Edge != model.EdgeOf(r.id("Norland"), r.id("Talks")) {
		t.Error("a line is no stop")
	}
	r.does("sentence")
	if got := r.s.Read(); got.Title != "Talks on the coalition to open" || got.Focus != 0 {
		t.Errorf("the sentence of a line: %q, paragraph %d", got.Title, got.Focus)
	}
}

func TestArrowKeys(t *testing.T) {
	r := read(t, tension().facts...)
	r.send(model.Moved{At: []graph.Placement{{Entity: r.id("Coast Coalition")}, {Entity: r.id("Norland"), X: 200}, {Entity: r.id("Estéria"), X: -200},
		{Entity: r.id("Red Heron"), Y: 200}, {Entity: r.id("Maria Lindqvist"), Y: -200}, {Entity: r.id("Talks"), X: 400, Y: 300}, {Entity: r.id("Withdrawal"), X: -400, Y: 300}}})
	r.does("walk-left") // without a selection: the weightiest
	at := r.s.Selection.One()
	if at != r.id("Estéria") && at != r.id("Norland") && at != r.id("Coast Coalition") {
		t.Errorf("begins at %s", r.s.Name(at))
	}
	r.send(model.Select{Entities: []graph.ID{r.id("Coast Coalition")}})
	for _, step := range []struct{ key, to string }{
		{"walk-right", "Norland"}, {"walk-left", "Coast Coalition"}, {"walk-up", "Maria Lindqvist"}, {"walk-down", "Coast Coalition"}, {"walk-down", "Red Heron"}, {"walk-down", "Red Heron"},
	} {
		r.does(step.key)
		if got := r.s.Name(r.s.Selection.One()); got != step.to {
			t.Fatalf("%s leads to %s, not %s", step.key, got, step.to)
		}
	}
}

func TestChain(t *testing.T) {
	r := read(t, tension().facts...)
	r.still = true
	r.send(model.Select{Entities: []graph.ID{r.id("Maria Lindqvist"), r.id("Varn")}})
	r.does("path")
	in := r.s.Inspect()
	if in.What != model.ShowWay || in.Ways == 0 || in.Title != "Maria Lindqvist → Varn" {
		t.Fatalf("%+v", in)
	}
	for i, g := range in.Groups {
		if g.Cards[0].Quote.Text == "" {
			t.Errorf("step %d has no sentence", i)
		}
	}
	for _, e := range r.s.Chained() {
		if _, ok := r.s.Picture.Node(e.A); !ok {
			t.Errorf("%s is not on the canvas", r.s.Name(e.A))
		}
	}
	if in.Ways > 1 {
		r.send(model.ShowChain{At: -1})
		if r.s.Inspect().At != in.Ways-1 {
			t.Error("before the first way the last does not come")
		}
	}
	r.send(model.Judge{Decision: graph.Reject, Targets: []graph.ID{r.id("Red Heron")}})
	if len(r.s.Chain.Ways) != 0 {
		t.Error("a way of the graph before stays")
	}
}

func TestEscape(t *testing.T) {
	r := read(t, tension().facts...)
	r.send(model.Select{Entities: []graph.ID{r.id("Norland")}}, model.SetTool{Tool: model.LassoTool}, model.SearchText{Text: "x"}, model.OpenSheet{Kind: model.HelpSheet})
	for _, left := range []func() bool{
		func() bool { return r.s.Sheet.Kind == model.NoSheet && r.s.Tool == model.LassoTool },
		func() bool { return r.s.Tool == model.PanTool && !r.s.Selection.Empty() },
		func() bool { return r.s.Selection.Empty() },
	} {
		r.does("clear")
		if !left() {
			t.Fatalf("escape leaves %+v", r.s.Selection)
		}
	}
}

func TestSelecting(t *testing.T) {
	r := read(t, tension().facts...)
	r.does("select-all")
	if len(r.s.Selection.Entities) != len(r.s.Picture.Nodes) {
		t.Error("not all")
	}
	norland := r.id("Norland")
	r.send(model.Select{Entities: []graph.ID{norland}, Add: true}) // once more: not
	if r.s.Selection.Has(norland) {
		t.Error("cannot be taken out")
	}
	r.does("invert")
	if r.s.Selection.One() != norland {
		t.Errorf("inverted: %s", r.names(r.s.Selection.Entities))
	}
	r.does("select-near")
	if got := r.names(r.s.Selection.Entities); got != "Coast Coalition, Norland, Red Heron, Talks" {
		t.Errorf("near: %s", got)
	}
	if in := r.s.Inspect(); in.What != model.ShowMany || in.Title != "4 entities selected" || len(in.Members) != 4 {
		t.Errorf("%+v", in)
	}
}
