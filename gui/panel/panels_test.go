package panel_test

import (
	"fmt"
	"image/color"
	"reflect"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"skein/graph"
	"skein/graph/snapshot"
	"skein/gui/model"
	"skein/gui/panel/bar"
	"skein/gui/panel/filters"
	"skein/gui/panel/inspector"
	"skein/gui/part"
	"skein/gui/theme"
)

// shown is a panel in a window of its own, with what it has sent.
type shown struct {
	t    testing.TB
	win  fyne.Window
	sent []model.Msg
}

func (s *shown) send(m model.Msg) { s.sent = append(s.sent, m) }

// day and night are the themes: one of each, since a new one makes Fyne forget what it measured.
var day, night = theme.New(theme.Light), theme.New(theme.Dark)

// panelOf is what all panels are.
type panelOf interface {
	Object() fyne.CanvasObject
	Show(*model.State)
}

// open puts a panel into a window.
func open(t testing.TB, w, h float32, make func(s *shown) panelOf) (*shown, panelOf) {
	if fyne.CurrentApp().Settings().Theme() != day {
		fyne.CurrentApp().Settings().SetTheme(day)
	}
	s := &shown{t: t}
	p := make(s)
	s.win = test.NewWindow(p.Object())
	t.Cleanup(s.win.Close)
	s.win.SetPadded(false)
	s.win.Resize(fyne.NewSize(w, h))
	return s, p
}

func openFilters(t testing.TB, w, h float32) (*shown, panelOf) {
	return open(t, w, h, func(s *shown) panelOf { return filters.New(s.send, nil, part.NewTips()) })
}

func openInspector(t testing.TB, w, h float32) (*shown, panelOf) {
	return open(t, w, h, func(s *shown) panelOf { return inspector.New(s.send, func(fyne.Position) {}, part.NewTips()) })
}

// text is a piece of text on the screen.
type text struct {
	words string
	at    fyne.Position
	size  fyne.Size
	ink   color.Color
}

// walk visits all that is visible, with where it stands in the window.
func walk(o fyne.CanvasObject, at fyne.Position, visit func(fyne.CanvasObject, fyne.Position)) {
	if !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	visit(o, at)
	var within []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		within = o.Objects
	case fyne.Widget:
		within = test.WidgetRenderer(o).Objects()
	}
	for _, x := range within {
		walk(x, at, visit)
	}
}

// texts are all pieces of text, from the top down.
func (s *shown) texts() []text {
	var out []text
	walk(s.win.Content(), fyne.Position{}, func(o fyne.CanvasObject, at fyne.Position) {
		if t, ok := o.(*canvas.Text); ok && strings.TrimSpace(t.Text) != "" {
			out = append(out, text{words: strings.ReplaceAll(t.Text, "\u200a", ""), at: at,
				size: fyne.MeasureText(t.Text, t.TextSize, t.TextStyle), ink: t.Color})
		}
	})
	slices.SortStableFunc(out, func(a, b text) int { return int(a.at.Y - b.at.Y) })
	return out
}

// find is the first piece of text with these words.
func (s *shown) find(words string) text {
	s.t.Helper()
	var all []string
	for _, t := range s.texts() {
		if strings.Contains(t.words, words) {
			return t
		}
		all = append(all, t.words)
	}
	s.t.Fatalf("%q is not to be seen among %q", words, all)
	return text{}
}

func (s *shown) sees(words string) bool {
	return slices.ContainsFunc(s.texts(), func(t text) bool { return strings.Contains(t.words, words) })
}

// tap clicks in the middle of a text.
func (s *shown) tap(words string) {
	s.t.Helper()
	t := s.find(words)
	test.TapCanvas(s.win.Canvas(), t.at.AddXY(t.size.Width/2, t.size.Height/2))
}

// tapBeside clicks the text that stands rightmost on the line of another.
func (s *shown) tapBeside(words string) {
	s.t.Helper()
	of := s.find(words)
	best := of
	for _, t := range s.texts() {
		if t.at.Y < of.at.Y+of.size.Height && of.at.Y < t.at.Y+t.size.Height && t.at.X > best.at.X {
			best = t
		}
	}
	test.TapCanvas(s.win.Canvas(), best.at.AddXY(best.size.Width/2, best.size.Height/2))
}

// said takes the messages sent so far; there has to be exactly one, and it is compared.
func (s *shown) said(want model.Msg) {
	s.t.Helper()
	got := s.sent
	s.sent = nil
	if len(got) != 1 || !reflect.DeepEqual(got[0], want) {
		s.t.Errorf("sent %+v, want %+v", got, want)
	}
}

func TestFiltersAreSwitched(t *testing.T) {
	s, p := openFilters(t, 248, 1300)
	st := window(story(t))
	p.Show(st)
	none := model.Filters{}
	article := st.Facets.Articles[3]
	for _, c := range []struct {
		line   string
		number bool
		want   model.Filters
		label  string
	}{
		{"Places", false, model.Filters{KindsOff: []graph.Kind{graph.Place}}, "filter by kind"},
		{"Places", true, none.OnlyKind(graph.Place), "filter by kind"},
		{"Planned", false, model.Filters{ModalitiesOff: []graph.Modality{graph.Planned}}, "filter by kind of statement"},
		{"Planned", true, none.OnlyModality(graph.Planned), "filter by kind of statement"},
		{"Part of", false, model.Filters{Relations: []graph.Predicate{"part_of"}}, "filter by relation"},
		{"Maria Lindqvist", false, model.Filters{SaidBy: []graph.ID{ent("Maria Lindqvist")}}, "filter by speaker"},
		{"Maria Lindqvist", true, model.Filters{SaidBy: []graph.ID{ent("Maria Lindqvist")}}, "filter by speaker"},
		{article.Label, false, model.Filters{Articles: []graph.ID{article.Value}}, "filter by article"},
		{"Wire of the North", false, model.Filters{Outlets: []string{"Wire of the North"}}, "filter by outlet"},
		{"Undated claims too", false, model.Filters{DatedOnly: true}, "filter by date"},
	} {
		if c.number {
			s.tapBeside(c.line)
		} else {
			s.tap(c.line)
		}
		s.said(model.SetFilters{Filters: c.want, Label: c.label})
	}
}

func TestFiltersAreDropped(t *testing.T) {
	s, p := openFilters(t, 248, 1300)
	st := window(story(t))
	p.Show(st)
	before := s.texts()
	if s.sees("Clear filters") {
		t.Error("filters can be dropped when none is set")
	}
	set := model.Filters{SaidBy: []graph.ID{ent("Maria Lindqvist")}, ModalitiesOff: []graph.Modality{graph.Denied}}
	p.Show(play(st, model.SetFilters{Filters: set}))
	s.find("2 of 28 claims")
	for _, b := range before {
		if !slices.ContainsFunc(s.texts(), func(a text) bool { return a.words == b.words && a.at == b.at }) {
			t.Errorf("%q moved when a filter was set", b.words)
		}
	}
	s.tap("Clear filters")
	s.said(model.SetFilters{Label: "clear filters"})
	s.tapBeside("WHO SAYS")
	set.SaidBy = nil
	s.said(model.SetFilters{Filters: set, Label: "clear a filter"})
}

func TestConfidenceIsDraggedAsOneStep(t *testing.T) {
	s, p := openFilters(t, 248, 1300)
	p.Show(window(story(t)))
	h := all[*part.Histogram](t, s, 2)[0]
	h.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(h.Size().Width*0.42, 5)}})
	if len(s.sent) > 0 {
		t.Errorf("a drag under way sent %v", s.sent)
	}
	s.find("at least 0.40 · 28 claims")
	h.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(h.Size().Width*0.92, 5)}})
	s.find("at least 0.90")
	h.DragEnd()
	s.said(model.SetFilters{Filters: model.Filters{MinConfidence: 0.9}, Label: "filter by confidence", Join: true})
}

// all are the objects of a type in the window; there have to be n.
func all[T fyne.CanvasObject](t testing.TB, s *shown, n int) []T {
	t.Helper()
	var out []T
	walk(s.win.Content(), fyne.Position{}, func(o fyne.CanvasObject, _ fyne.Position) {
		if x, ok := o.(T); ok {
			out = append(out, x)
		}
	})
	if len(out) != n {
		t.Fatalf("%d objects of %T, want %d", len(out), *new(T), n)
	}
	return out
}

func TestDatesAreCheckedBeforeTheyFilter(t *testing.T) {
	s, p := openFilters(t, 248, 1300)
	p.Show(window(story(t)))
	fields := all[*part.Field](t, s, 2)
	s.win.Canvas().Focus(fields[0])
	test.Type(fields[0], "last year")
	s.find("not a date")
	fields[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if len(s.sent) > 0 {
		t.Errorf("what is not a date was sent: %v", s.sent)
	}
	fields[0].SetText("")
	test.Type(fields[0], "2023-07")
	if s.sees("not a date") {
		t.Error("2023-07 is not taken for a date")
	}
	fields[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	s.said(model.SetFilters{Filters: model.Filters{Since: "2023-07"}, Label: "filter by date"})
	if s.win.Canvas().Focused() != nil {
		t.Error("the cursor stays in the field after Enter")
	}
	s.win.Canvas().Focus(fields[1])
	test.Type(fields[1], "2024")
	fields[1].TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if len(s.sent) > 0 || fields[1].Text != "" || s.win.Canvas().Focused() != nil {
		t.Errorf("Escape sent %v and left %q", s.sent, fields[1].Text)
	}
	s.win.Canvas().Focus(fields[1])
	test.Type(fields[1], "2024")
	s.win.Canvas().Unfocus()
	s.said(model.SetFilters{Filters: model.Filters{Until: "2024"}, Label: "filter by date"})
}

func TestMonthsAreChosenByDragging(t *testing.T) {
	s, p := openFilters(t, 248, 1300)
	st := window(story(t))
	p.Show(st)
	s.find("Jul 2023 – Feb 2024 · 12 dated")
	h := all[*part.Histogram](t, s, 2)[1]
	at := func(column int) fyne.Position { return fyne.NewPos((float32(column)+0.5)*16, 5) }
	h.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at(5)}, Dragged: fyne.NewDelta(-16, 0)})
	h.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at(2)}, Dragged: fyne.NewDelta(-48, 0)})
	s.find("Sep 2023 – Jan 2024 · 4 dated")
	h.DragEnd()
	s.said(model.SetFilters{Filters: model.Filters{Since: "2023-09", Until: "2024-01"}, Label: "filter by date"})
	h.Tapped(&fyne.PointEvent{Position: at(0)})
	july := model.SetFilters{Filters: model.Filters{Since: "2023-07", Until: "2023-07"}, Label: "filter by date"}
	s.said(july)
	st = play(st, july)
	p.Show(st)
	s.find("Jul 2023 · 4 dated")
	if n := st.Facets.Passing; n != 28-8 {
		t.Errorf("%d claims pass July, want the 20 that are undated or of July", n)
	}
	h.Tapped(&fyne.PointEvent{Position: at(0)})
	s.said(model.SetFilters{Label: "filter by date"})
}

// TestManyYearsBecomeYears has claims of long times: columns of years, of some years where years would be many, and one
// for what is far off the rest.
func TestManyYearsBecomeYears(t *testing.T) {
	for name, c := range map[string]struct {
		dates       []string
		text        string
		first, last model.Filters // what the first and the last column leave
		columns     int
	}{
		"years":      {[]string{"1910-05", "1925"}, "1910 – 1925 · 2 dated", model.Filters{Since: "1910", Until: "1910"}, model.Filters{Since: "1925", Until: "1925"}, 16},
		"some years": {[]string{"1910-05", "2024"}, "1910 – 2024 · 2 dated", model.Filters{Since: "1910", Until: "1911"}, model.Filters{Since: "2024", Until: "2025"}, 58},
		"far off":    {append(slices.Repeat([]string{"2023-11", "2024-02"}, 20), "1945", "2031"), "1945 – 2031 · 42 dated", model.Filters{Until: "2023-10"}, model.Filters{Since: "2024-03"}, 6},
	} {
		t.Run(name, func(t *testing.T) {
			f := &facts{t: t, keys: map[string]graph.Type{}}
			f.article("The Harbour Post", "2024-01-01", "Anniversaries")
			for i, date := range c.dates {
				event := fmt.Sprint("Manoeuvre ", i)
				f.see("exercise", event)
				f.say(event, "time", date, "It *was held*.", 0.9)
			}
			f.end()
			s, p := openFilters(t, 248, 1300)
			p.Show(window(f.list))
			s.find(c.text)
			h := all[*part.Histogram](t, s, 2)[1]
			if n := len(test.WidgetRenderer(h).Objects()); n != c.columns {
				t.Errorf("%d columns, want %d", n, c.columns)
			}
			h.Tapped(&fyne.PointEvent{Position: fyne.NewPos(0, 1)})
			s.said(model.SetFilters{Filters: c.first, Label: "filter by date"})
			h.Tapped(&fyne.PointEvent{Position: fyne.NewPos(h.Size().Width, 1)})
			s.said(model.SetFilters{Filters: c.last, Label: "filter by date"})
		})
	}
}

func TestLongListsOpenInSteps(t *testing.T) {
	s, p := openFilters(t, 248, 3000)
	var list []graph.Fact
	f := &facts{t: t, keys: map[string]graph.Type{}}
	for i := range 70 {
		f.article("The Harbour Post", fmt.Sprintf("2024-01-%02d", i%28+1), fmt.Sprintf("Report %d", i))
		f.see("city", "Varn")
		f.see("country", "Esteria")
		f.say("Varn", "located_in", "Esteria", fmt.Sprintf("*Varn in Esteria* %d.", i), 0.5)
	}
	f.end()
	list = f.list
	st := window(list)
	p.Show(st)
	count := func() (n int) {
		for _, t := range s.texts() {
			if strings.HasPrefix(t.words, "Report ") {
				n++
			}
		}
		return n
	}
	for _, c := range []struct {
		link string
		want int
	}{{"", 5}, {"50 more of 65", 55}, {"15 more", 70}, {"fewer", 5}} {
		if c.link != "" {
			s.tap(c.link)
		}
		if n := count(); n != c.want {
			t.Errorf("after %q %d articles are listed, want %d", c.link, n, c.want)
		}
	}
	last := st.Facets.Articles[69]
	p.Show(play(st, model.SetFilters{Filters: model.Filters{Articles: []graph.ID{last.Value}}}))
	s.find(last.Label)
}

func TestDisputedLinesAreSteppedThrough(t *testing.T) {
	s, p := openFilters(t, 248, 1300)
	p.Show(window(story(t)))
	s.tap("Disputed")
	s.said(model.SelectEdge{Edge: model.EdgeOf(ent("Militia of the eastern valleys"), ent("Red Heron"))})
}

func TestInspectorLeadsOn(t *testing.T) {
	s, p := openInspector(t, 344, 1600)
	st := window(story(t), model.Select{Entities: []graph.ID{ent("Esteria")}})
	p.Show(st)
	claim := st.Inspect().Groups[1].Cards[0]
	if claim.Name != "Norlandic air strikes" {
		t.Fatalf("the second group begins with %q", claim.Name)
	}
	s.tap("Two days later")
	s.said(model.OpenClaim{Claim: claim.Claim})
	s.tap("Norlandic air strikes")
	s.said(model.Go{Entity: ent("Norlandic air strikes")})
	s.tap("said by Maria")
	s.said(model.Go{Entity: ent("Maria Lindqvist")})
	s.tap("2\u00a0outlets\u00a0agree")
	s.said(model.OpenClaim{Claim: st.Inspect().Groups[2].Cards[0].Claim, N: 1})
	s.tap("Expand")
	s.said(model.Expand{Entities: []graph.ID{ent("Esteria")}})
	s.tap("Path to")
	s.said(model.OpenSheet{Kind: model.PathSheet, Entity: ent("Esteria")})
	s.tap("Pin")
	s.said(model.Pin{Entities: []graph.ID{ent("Esteria")}, On: true})
	s.tap("Republic of Esteria")
	if open, ok := s.sent[0].(model.OpenArticle); !ok || len(s.sent) != 1 {
		t.Errorf("another name sent %v", s.sent)
	} else if i, _ := st.Snap.Article(open.Article); st.Snap.Articles()[i].Outlet != "The Harbour Post" {
		t.Error("another name leads to an article that does not use it")
	}
}

func TestASpeakerIsFollowed(t *testing.T) {
	s, p := openInspector(t, 344, 900)
	st := window(story(t), model.Select{Entities: []graph.ID{ent("Maria Lindqvist")}})
	p.Show(st)
	s.find("Quoted for 2 claims")
	s.tap("Only what it says")
	only := model.SetFilters{Filters: model.Filters{SaidBy: []graph.ID{ent("Maria Lindqvist")}}, Label: "filter by speaker"}
	s.said(only)
	p.Show(play(st, only))
	s.tap("What others say too")
	s.said(model.SetFilters{Label: "filter by speaker"})
}

func TestClaimsAreJudgedInTheirCards(t *testing.T) {
	s, p := openInspector(t, 344, 1600)
	st := window(story(t), model.Select{Entities: []graph.ID{ent("Esteria")}})
	p.Show(st)
	claim := st.Inspect().Groups[1].Cards[0].Claim
	name := s.find("Norlandic air strikes")
	accept := fyne.NewPos(344-20-22-11, name.at.Y+name.size.Height/2)
	test.TapCanvas(s.win.Canvas(), accept)
	s.said(model.Judge{Decision: graph.Accept, Targets: []graph.ID{claim}})
	test.TapCanvas(s.win.Canvas(), accept.AddXY(22, 0))
	s.said(model.Judge{Decision: graph.Reject, Targets: []graph.ID{claim}})
	p.Show(play(st, model.Judge{Decision: graph.Reject, Targets: []graph.ID{claim}}))
	s.find("REJECTED")
}

func TestInspectorOfALineShowsBothEnds(t *testing.T) {
	s, p := openInspector(t, 344, 900)
	militia, heron := ent("Militia of the eastern valleys"), ent("Red Heron")
	p.Show(window(story(t), model.SelectEdge{Edge: model.EdgeOf(militia, heron)}))
	s.find("disputed")
	s.find("denied")
	s.find("the militia has nothing to do")
	s.tap("Red Heron")
	s.said(model.Go{Entity: heron})
}

func TestInspectorOfSeveralListsThem(t *testing.T) {
	s, p := openInspector(t, 344, 900)
	p.Show(window(story(t), model.Select{Entities: []graph.ID{ent("Esteria"), ent("Norland")}}))
	s.find("2 entities selected")
	s.tap("Norland")
	s.said(model.Go{Entity: ent("Norland")})
	s.tap("Merge")
	s.said(model.OpenSheet{Kind: model.MergeSheet, Entity: ent("Esteria")})
}

func TestAHubIsShownInSteps(t *testing.T) {
	s, p := openInspector(t, 344, 1400)
	p.Show(window(hub(600), model.Select{Entities: []graph.ID{ent("Esteria")}}))
	if n := len(s.texts()); n > 200 {
		t.Errorf("%d pieces of text for a hub at first", n)
	}
	s.tap("30 more of 194")
	s.find("30 more of 164")
}

func TestTheClaimLookedAtIsBroughtIntoView(t *testing.T) {
	s, p := openInspector(t, 344, 500)
	st := window(hub(60), model.Select{Entities: []graph.ID{ent("Esteria")}})
	p.Show(st)
	cards := st.Inspect().Groups[2].Cards
	last := cards[len(cards)-1]
	p.Show(play(st, model.OpenClaim{Claim: last.Claim}))
	if got := s.find(last.Name); got.at.Y < 0 || got.at.Y > 500 {
		t.Errorf("the claim looked at stands at %v of 500", got.at.Y)
	}
}

// TestAJudgementLeavesThePageWhereItIs reads on from the claim looked at and judges another.
func TestAJudgementLeavesThePageWhereItIs(t *testing.T) {
	s, p := openInspector(t, 344, 500)
	st := window(hub(60), model.Select{Entities: []graph.ID{ent("Esteria")}})
	cards := st.Inspect().Groups[0].Cards
	st = play(st, model.OpenClaim{Claim: cards[0].Claim})
	p.Show(st)
	test.Scroll(s.win.Canvas(), fyne.NewPos(100, 100), 0, -400)
	before := s.find(cards[4].Name)
	p.Show(play(st, model.Judge{Decision: graph.Accept, Targets: []graph.ID{cards[4].Claim}}))
	if after := s.find(cards[4].Name); after.at != before.at || before.at.Y < 0 || before.at.Y > 500 {
		t.Errorf("the claim judged stood at %v and stands at %v", before.at, after.at)
	}
}

func openBar(t testing.TB, w float32) (*shown, *bar.Bar) {
	var b *bar.Bar
	s, _ := open(t, w, 600, func(s *shown) panelOf {
		b = bar.New(s.send, nil, nil, part.NewTips())
		return whole{b, &fyne.Container{Layout: topped{}, Objects: []fyne.CanvasObject{b.Object(), b.Completion()}}}
	})
	return s, b
}

// whole is a bar in a window, with its list over it.
type whole struct {
	*bar.Bar
	root *fyne.Container
}

func (w whole) Object() fyne.CanvasObject { return w.root }

// topped lays out a bar at the top and the rest over all.
type topped struct{}

func (topped) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(size.Width, theme.BarHeight))
	for _, x := range o[1:] {
		x.Resize(size)
	}
}

func (topped) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func TestSearchByKeys(t *testing.T) {
	s, b := openBar(t, 1400)
	st := window(story(t))
	b.Show(st)
	b.FocusSearch()
	field := s.win.Canvas().Focused()
	if field == nil {
		t.Fatal("the cursor is not in the search field")
	}
	test.Type(field, "mo")
	if want := []model.Msg{model.SearchText{Text: "m"}, model.SearchText{Text: "mo"}}; !reflect.DeepEqual(s.sent, want) {
		t.Fatalf("typing sent %v", s.sent)
	}
	st = play(st, s.sent...)
	s.sent = nil
	b.Show(st)
	s.find("“MoD”") // the name that matched
	s.find("Ministry of Defence")
	for key, want := range map[fyne.KeyName]model.Msg{fyne.KeyDown: model.SearchMove{By: 1}, fyne.KeyUp: model.SearchMove{By: -1},
		fyne.KeyReturn: model.SearchTake{At: -1}, fyne.KeyEscape: model.SearchClose{}} {
		field.TypedKey(&fyne.KeyEvent{Name: key})
		s.said(want)
	}
	s.tap("Ministry of Defence")
	s.said(model.SearchTake{At: slices.IndexFunc(st.Search.Hits, func(h snapshot.Hit) bool { return st.Snap.Entities()[h.Entity].Name == "Ministry of Defence" })})
	test.TapCanvas(s.win.Canvas(), fyne.NewPos(60, 500))
	s.said(model.SearchClose{})
	b.Show(play(st, model.SearchClose{}))
	if s.sees("Ministry of Defence") || field.(*part.Field).Text != "" {
		t.Error("the list is still there after the search was closed")
	}
}

func TestSearchSaysWhenThereIsNothing(t *testing.T) {
	s, b := openBar(t, 1000)
	b.Show(window(story(t), model.SearchText{Text: "qqqqq"}))
	s.find("Nothing is called “qqqqq”")
}

func TestTheWalkIsGoneBack(t *testing.T) {
	s, b := openBar(t, 1400)
	st := window(story(t), model.Go{Entity: ent("Varn")}, model.Go{Entity: ent("Esteria")}, model.Go{Entity: ent("Norland")}, model.Back{})
	b.Show(st)
	if s.sees("Norland") {
		t.Error("what lies ahead is shown as walked")
	}
	s.tap("Varn")
	s.said(model.Jump{To: 0})
}

func TestABarWithoutRoomKeepsWhereOneStands(t *testing.T) {
	long := "Combined Task Force for the Security of the Upper Straits and Adjacent Waters"
	s, b := openBar(t, 760)
	b.Show(window(story(t), model.Go{Entity: ent("Varn")}, model.Go{Entity: ent(long)}))
	s.find("Com")
	if s.sees("Varn") {
		t.Error("an earlier stop takes the room")
	}
}

func TestOverlayTellsAndOffers(t *testing.T) {
	var o *bar.Overlay
	s, _ := open(t, 900, 600, func(s *shown) panelOf {
		o = bar.NewOverlay(s.send, part.NewTips())
		return o
	})
	empty := window(nil)
	o.Show(empty)
	s.tap("Choose files")
	s.said(model.ChooseImport{})
	st := window(story(t))
	hidden := play(st, model.HideOthers{})
	o.Show(hidden)
	s.tap("Show hidden")
	s.said(model.ShowHidden{})
	kept := play(st, model.SetFilters{Filters: model.Filters{KindsOff: []graph.Kind{graph.Actor, graph.Unit, graph.Place, graph.Event, graph.Equipment}}})
	o.Show(kept)
	s.tap("Clear filters")
	s.said(model.SetFilters{Label: "clear filters"})
	st = play(st, model.Undo{})
	o.Show(st)
	s.find("Nothing to undo")
	st.News = model.News{Entities: []graph.ID{ent("Varn"), ent("Norland")}, At: -1}
	o.Show(st)
	if news := s.find("New since"); s.hit(fyne.NewPos(18, news.at.Y+5)) == nil {
		t.Error("a click on the news goes through to the canvas")
	}
	s.tap("Step through")
	s.said(model.StepNews{By: 1})
	o.Show(play(st, model.StepNews{By: 1}))
	s.find("1 of 2")
	running := *st
	running.Import = model.Import{Running: true, Done: 1, Total: 3, Current: "a.txt"}
	o.Show(&running)
	s.find("Read 1 of 3 files · a.txt")
	s.tap("Cancel")
	s.said(model.CancelImport{})
	s.tap("Fit")
	s.said(model.Fit{})
	if m := s.hit(fyne.NewPos(450, 300)); m != nil {
		t.Errorf("%T lies between the pointer and the canvas", m)
	}
}

// hit is what takes a click at a place.
func (s *shown) hit(p fyne.Position) (found fyne.CanvasObject) {
	walk(s.win.Content(), fyne.Position{}, func(o fyne.CanvasObject, at fyne.Position) {
		if p.X < at.X || p.Y < at.Y || p.X > at.X+o.Size().Width || p.Y > at.Y+o.Size().Height {
			return
		}
		switch o.(type) {
		case fyne.Tappable, desktop.Hoverable, desktop.Mouseable, fyne.Draggable, fyne.Scrollable:
			found = o
		}
	})
	return found
}
