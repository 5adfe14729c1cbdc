package dock

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"skein/graph"
	"skein/graph/schema"
	"skein/gui/model"
	"skein/gui/theme"
)

// shown is a world in a window.
func shown(t testing.TB, s *model.State, w, h float32) (*world, fyne.Window) {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(theme.New(theme.Light))
	wd := newWorld(s)
	win := test.NewTempWindow(t, wd.dock.Object())
	win.SetPadded(false)
	win.Resize(fyne.NewSize(w, h))
	return wd, win
}

// found is a text to be seen.
type found struct {
	*canvas.Text
	at fyne.Position // of the window
}

// seen are the texts that can be seen whole.
func (w *world) seen() []found {
	var out []found
	o := w.dock.Object()
	walk(o, fyne.Position{}, fyne.Position{}, fyne.NewPos(o.Size().Width, o.Size().Height), func(t *canvas.Text, at fyne.Position) {
		out = append(out, found{t, at})
	})
	return out
}

// walk visits the texts that lie within what clips them, from one corner to the other.
func walk(o fyne.CanvasObject, at, from, to fyne.Position, visit func(*canvas.Text, fyne.Position)) {
	if !o.Visible() {
		return
	}
	at = at.Add(o.Position())
	var within []fyne.CanvasObject
	switch o := o.(type) {
	case *canvas.Text:
		end := at.AddXY(o.Size().Width, o.Size().Height)
		if o.Text != "" && at.X >= from.X && at.Y >= from.Y && end.X <= to.X+1 && end.Y <= to.Y+1 {
			visit(o, at)
		}
	case *fyne.Container:
		within = o.Objects
	case fyne.Widget:
		within = test.WidgetRenderer(o).Objects()
		if _, ok := o.(*container.Scroll); ok {
			from = fyne.NewPos(max(from.X, at.X), max(from.Y, at.Y))
			to = fyne.NewPos(min(to.X, at.X+o.Size().Width), min(to.Y, at.Y+o.Size().Height))
		}
	}
	for _, x := range within {
		walk(x, at, from, to, visit)
	}
}

// look finds a text that can be seen.
func (w *world) look(t testing.TB, text string) found {
	t.Helper()
	seen := w.seen()
	if i := slices.IndexFunc(seen, func(f found) bool { return strings.TrimSpace(f.Text.Text) == text }); i >= 0 {
		return seen[i]
	}
	var all []string
	for _, f := range seen {
		all = append(all, f.Text.Text)
	}
	t.Fatalf("%q cannot be seen among %q", text, all)
	return found{}
}

func (w *world) sees(text string) bool {
	return slices.ContainsFunc(w.seen(), func(f found) bool { return strings.TrimSpace(f.Text.Text) == text })
}

// tap clicks on a text.
func (w *world) tap(t testing.TB, win fyne.Window, text string) {
	t.Helper()
	test.TapCanvas(win.Canvas(), w.look(t, text).at.AddXY(4, 6))
}

func claimWith(s *model.State, m graph.Modality) graph.ID {
	for _, c := range s.Snap.Claims() {
		if c.Modality == m {
			return c.ID
		}
	}
	return ""
}

func articleCalled(s *model.State, title string) graph.ID {
	for _, a := range s.Snap.Articles() {
		if a.Title == title {
			return a.ID
		}
	}
	return ""
}

func TestNameInTheArticleIsGoneTo(t *testing.T) {
	for _, width := range []float32{1400, 1000, 500} {
		w, win := shown(t, window(sample(t)), width, 400)
		w.play(model.OpenArticle{Article: articleCalled(w.state, "Air strikes hit eastern valleys")})
		w.tap(t, win, "Norlandic") // an inflected form of the name
		if w.state.Selection.One() != id("Norland") {
			t.Errorf("width %g: %s is selected", width, w.state.Selection.One())
		}
		w.tap(t, win, "Camp Halden") // in the text, or the chip
		if w.state.Selection.One() != id("Camp Halden") {
			t.Errorf("width %g: %s is selected", width, w.state.Selection.One())
		}
	}
}

func TestArticleTellsWhatItIs(t *testing.T) {
	w, win := shown(t, window(sample(t)), 1400, 400)
	w.tap(t, win, "Regiment trains with Ospreys") // among the articles that could be opened
	for _, text := range []string{"11 Jul 2023", "88th Infantry Regiment", "MH-9 Osprey"} {
		if !slices.ContainsFunc(w.seen(), func(f found) bool { return strings.Contains(f.Text.Text, text) }) {
			t.Errorf("%q cannot be seen", text)
		}
	}
	at, _ := w.state.Snap.Article(w.state.Place.Article)
	w.look(t, fmt.Sprintf("%d of 3 articles", at+1))
}

func TestSentenceIsInView(t *testing.T) {
	for _, paragraphs := range []int{0, 300} {
		facts := sample(t)
		if paragraphs > 0 {
			facts = long(t, paragraphs)
		}
		for _, size := range []fyne.Size{{Width: 1400, Height: 172}, {Width: 620, Height: 120}, {Width: 420, Height: 300}} {
			w, win := shown(t, window(facts), size.Width, size.Height)
			w.play(model.OpenClaim{Claim: claimWith(w.state, graph.Denied)})
			see := func(when string) {
				t.Helper()
				marked := func(f found) bool { return f.TextStyle.Bold && strings.Contains(f.Text.Text, "denied") }
				i := slices.IndexFunc(w.seen(), marked)
				if i < 0 {
					t.Errorf("%d paragraphs, %v, %s: the sentence is not in view", paragraphs, size, when)
					return
				}
				if y := w.seen()[i].at.Y; y < barHeight {
					t.Errorf("%d paragraphs, %v, %s: the sentence stands at %g", paragraphs, size, when, y)
				}
			}
			see("opened")
			win.Resize(fyne.NewSize(size.Width+230, size.Height+40))
			see("another width")
			w.play(model.OpenTab{Tab: model.TableTab})
			w.play(model.OpenTab{Tab: model.ArticleTab})
			see("coming back")
		}
	}
}

// long is a long article with a denial somewhere in its middle.
func long(t testing.TB, paragraphs int) []graph.Fact {
	var b strings.Builder
	for i := range paragraphs {
		if i == paragraphs*2/3 {
			b.WriteString("The {Ministry of Defence|ministry} denied {air strikes|strikes} on {Varn} this month.\n\n")
		}
		fmt.Fprintf(&b, "On day %d the delegates of {Norland} and {Esteria} met for the %d time. ", i, i)
		for k := range i % 7 {
			fmt.Fprintf(&b, "They spoke of the roads, the water and the price of bread in district %d, and found that neither had brought the right maps. ", k)
		}
		b.WriteString("\n\n")
	}
	return write(t, "The Harbour Post", "2024-03-01", "A chronicle of talks", b.String(),
		said{"air strikes", "Varn", schema.AtPlace, graph.Denied, "Ministry of Defence", "denied strikes on Varn"})
}

func TestOnlyWhatIsInViewExists(t *testing.T) {
	w, _ := shown(t, window(long(t, 600)), 1400, 300)
	w.play(model.OpenClaim{Claim: claimWith(w.state, graph.Denied)})
	if n := len(w.dock.article.text.inner.Objects); n == 0 || n > 40 {
		t.Errorf("%d paragraphs exist", n)
	}
	laid := 0
	for _, f := range w.dock.article.flows {
		if f != nil {
			laid++
		}
	}
	if laid == 0 || laid > 60 {
		t.Errorf("%d of %d paragraphs were laid out", laid, len(w.dock.article.flows))
	}
}

func TestArticleIsReadToItsEnd(t *testing.T) {
	w, _ := shown(t, window(long(t, 300)), 1000, 300)
	w.play(model.OpenArticle{Article: w.state.Snap.Articles()[0].ID})
	text := w.dock.article.text
	read := map[string]bool{}
	for range 3000 {
		before := text.scroll.Offset.Y
		text.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -150)})
		for i := range text.made {
			if i > 0 && i <= len(w.dock.article.r.Paras) {
				read[w.dock.article.r.Paras[i-1].Runs[0].Text] = true
			}
		}
		if text.scroll.Offset.Y == before {
			break
		}
	}
	for i, p := range w.dock.article.r.Paras {
		if !read[p.Runs[0].Text] {
			t.Fatalf("paragraph %d was passed over: %q", i, p.Runs[0].Text)
		}
	}
	end := text.scroll.Offset.Y + text.scroll.Size().Height
	if total := text.total(); end < total-1 {
		t.Errorf("the end is at %g, and %g is reached", total, end)
	}
}

func TestTableSorts(t *testing.T) {
	w, win := shown(t, window(sample(t)), 1400, 600)
	w.tap(t, win, "Table")
	names := func() []string {
		var out []string
		for i := range len(w.dock.table.list) {
			for _, f := range w.seen() {
				if f.Text.Text == w.dock.table.list[i].Cells[0] && f.TextSize == theme.TextSize {
					out = append(out, f.Text.Text)
				}
			}
		}
		return out
	}
	w.tap(t, win, "Name")
	up := names()
	if len(up) != len(w.state.Snap.Entities()) || !slices.IsSortedFunc(up, func(a, b string) int { return strings.Compare(strings.ToLower(a), strings.ToLower(b)) }) {
		t.Errorf("sorted by name: %q", up)
	}
	w.look(t, "Name ↑")
	w.tap(t, win, "Name ↑")
	down := names()
	slices.Reverse(down)
	if !slices.Equal(up, down) {
		t.Errorf("the other way round: %q", down)
	}
	w.tap(t, win, "When")
	w.tap(t, win, "When ↑")
	var dates []string
	for _, row := range w.dock.table.list[:3] {
		dates = append(dates, row.Cells[4])
	}
	if !slices.Equal(dates, []string{"Feb 2024", "18 Jan 2024", "Jul 2023"}) {
		t.Errorf("sorted by date: %q", dates)
	}
	w.tap(t, win, "Articles")
	if w.state.Table.By != 3 {
		t.Errorf("sorted by column %d", w.state.Table.By)
	}
}

func TestRowIsGoneTo(t *testing.T) {
	w, win := shown(t, window(sample(t)), 1400, 600)
	w.play(model.OpenTab{Tab: model.TableTab})
	w.tap(t, win, "Red Heron")
	if w.state.Selection.One() != id("Red Heron") || w.state.Tab != model.TableTab {
		t.Errorf("%v is selected, the tab is %s", w.state.Selection, w.state.Tab)
	}
	w.play(model.ShowRows{What: model.ClaimRows})
	w.tap(t, win, "denied")
	if w.state.Selection.Claim != claimWith(w.state, graph.Denied) || w.state.Tab != model.ArticleTab {
		t.Errorf("%v is selected, the tab is %s", w.state.Selection, w.state.Tab)
	}
	if w.state.Selection.Edge != model.EdgeOf(id("air strikes"), id("Esteria")) {
		t.Errorf("the line picked is %v", w.state.Selection.Edge)
	}
}

func TestTableFollowsTheFilters(t *testing.T) {
	w, win := shown(t, window(sample(t)), 1400, 600)
	w.play(model.OpenTab{Tab: model.TableTab})
	w.play(model.SetFilters{Filters: w.state.Filters.OnlyKind(graph.Equipment), Label: "filter by kind"})
	if !w.sees("MH-9 Osprey") || w.sees("Red Heron") {
		t.Error("the table does not follow the filters")
	}
	f := w.state.Filters
	f.Since, f.DatedOnly = "2031", true
	w.play(model.SetFilters{Filters: f, Label: "filter by date"})
	w.tap(t, win, "Clear filters")
	if !w.sees("Red Heron") {
		t.Error("after clearing the filters nothing is listed")
	}
}

func TestHundredThousandRows(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(theme.New(theme.Light))
	r := newRoll()
	win := test.NewTempWindow(t, r)
	win.Resize(fyne.NewSize(600, 300))
	built := 0
	const n = 100_000
	r.set(items{n: n, height: func(int, float32) float32 { return theme.RowHeight },
		build: func(i int) fyne.CanvasObject {
			built++
			return canvas.NewText(fmt.Sprint("row ", i), theme.Color(theme.Text))
		}}, true)
	r.seek(n-1, func(float32) float32 { return 0 })
	if built > 60 {
		t.Errorf("%d rows were built", built)
	}
	last := r.inner.Objects[len(r.inner.Objects)-1]
	if text := last.(*canvas.Text).Text; text != "row 99999" {
		t.Errorf("at the end stands %q", text)
	}
	if y := last.Position().Y + last.Size().Height - r.scroll.Offset.Y; y > r.scroll.Size().Height+1 {
		t.Errorf("the last row ends at %g of %g", y, r.scroll.Size().Height)
	}
}

func BenchmarkOpenLongArticle(b *testing.B) {
	w, _ := shown(b, window(long(b, 300)), 1400, 300)
	claim := claimWith(w.state, graph.Denied)
	for b.Loop() {
		w.play(model.OpenClaim{Claim: claim})
		w.dock.article.was = read{}
	}
	b.ReportMetric(float64(len(w.state.Snap.Articles()[0].Text)), "bytes")
}

func TestNarrowTableKeepsItsHeads(t *testing.T) {
	s := window(sample(t))
	s.Tab = model.TableTab // from the start, before there is any width
	w, _ := shown(t, s, 760, 300)
	w.play(model.ShowRows{What: model.ClaimRows})
	for _, head := range []string{"Subject", "Statement", "Outlets", "Confidence ↓", "asserted"} {
		w.look(t, head)
	}
}

func TestSentenceIsAskedForAgain(t *testing.T) {
	w, _ := shown(t, window(long(t, 100)), 1000, 200)
	ask := model.OpenClaim{Claim: claimWith(w.state, graph.Denied)}
	w.play(ask)
	text := w.dock.article.text
	there := text.scroll.Offset.Y
	for range 5 {
		text.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -200)})
	}
	w.play(model.OpenTab{Tab: model.ArticleTab}) // nothing that would bring it back
	if text.scroll.Offset.Y < there+500 {
		t.Fatalf("scrolled from %g to %g only", there, text.scroll.Offset.Y)
	}
	w.play(ask)
	if text.scroll.Offset.Y != there {
		t.Errorf("it was at %g, asked for again it is at %g", there, text.scroll.Offset.Y)
	}
}

func TestSelectionIsSeenInTheArticle(t *testing.T) {
	for _, width := range []float32{1400, 1000, 500} {
		w, _ := shown(t, window(long(t, 60)), width, 300)
		w.play(model.OpenClaim{Claim: claimWith(w.state, graph.Denied)})
		text := w.dock.article.text
		at, high := text.scroll.Offset.Y, text.total()
		w.play(model.Go{Entity: id("Esteria")})
		lit := func(name string) (yes, no int) {
			accent := theme.Color(theme.Accent)
			for _, f := range w.seen() {
				if strings.TrimSpace(f.Text.Text) == name && f.at.Y > barHeight {
					if f.Color == accent {
						yes++
					} else {
						no++
					}
				}
			}
			return yes, no
		}
		if yes, no := lit("Esteria"); yes == 0 || no > 0 {
			t.Errorf("width %g: Esteria is lit %d times, and not %d times", width, yes, no)
		}
		if yes, no := lit("Norland"); yes > 0 || no == 0 {
			t.Errorf("width %g: Norland is lit %d times, and not %d times", width, yes, no)
		}
		if text.scroll.Offset.Y != at || text.total() != high {
			t.Errorf("width %g: the text moved", width)
		}
	}
}

func TestArticleTooLongToBeShownWhole(t *testing.T) {
	w, win := shown(t, window(long(t, 1200)), 1000, 400)
	text := w.state.Snap.Articles()[0].Text
	w.play(model.OpenArticle{Article: w.state.Snap.Articles()[0].ID})
	read := ""
	for range 20 {
		for _, p := range w.dock.article.r.Paras {
			for _, r := range p.Runs {
				read += r.Text
			}
		}
		if !w.dock.article.r.After {
			break
		}
		roll := w.dock.article.text
		roll.seek(roll.items.n-1, func(float32) float32 { return 0 })
		w.tap(t, win, "Read on")
	}
	bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
	if bare(read) != bare(text) {
		t.Fatalf("of %d bytes %d were read", len(bare(text)), len(bare(read)))
	}
	w.dock.article.text.seek(0, func(float32) float32 { return 0 })
	w.tap(t, win, "Read what comes before")
	w.look(t, "Read on") // at its end
	w.play(model.OpenClaim{Claim: claimWith(w.state, graph.Denied)})
	if !slices.ContainsFunc(w.seen(), func(f found) bool { return f.TextStyle.Bold && strings.Contains(f.Text.Text, "denied") }) {
		t.Error("the sentence is not in view")
	}
}

func TestReadingGoesOnThroughEdits(t *testing.T) {
	w, _ := shown(t, window(long(t, 300)), 1000, 300)
	w.play(model.OpenClaim{Claim: claimWith(w.state, graph.Denied)})
	text := w.dock.article.text
	for range 9 {
		text.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -130)})
	}
	at := text.at(text.scroll.Offset.Y)
	within := text.scroll.Offset.Y - text.tops[at]
	j := graph.Added("reject", graph.Judgement{Decision: graph.Reject, Target: id("Norland")})
	w.play(model.Applied{How: model.Keep, Did: j, Snap: w.state.Snap.With(j)})
	if now := text.at(text.scroll.Offset.Y); now != at || text.scroll.Offset.Y-text.tops[now] != within {
		t.Errorf("paragraph %d was at the top of the view, now it is %d", at, now)
	}
	w.play(model.Go{Entity: id("Esteria")})
	if now := text.at(text.scroll.Offset.Y); now != at {
		t.Errorf("paragraph %d was at the top of the view, now it is %d", at, now)
	}
}
