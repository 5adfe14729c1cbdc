package dock

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"skein/graph"
	"skein/graph/snapshot"
	"skein/gui/model"
	"skein/gui/part"
	"skein/gui/theme"
)

// Measures of the reader. Above wide there is room for three columns, which stand where the panels above them do; above
// narrow for two; else everything is in one.
const (
	wide, narrow = 1080, 600
	leftWidth    = 248
	rightWidth   = 344
	textWidth    = 720 // the widest that text runs: about 100 characters
	leading      = 21  // from line to line
	between      = 10  // paragraphs
	guessFrom    = 24_000
)

// article is the reader: the text in the middle, what it is at the left, whom and what it names at the right.
type article struct {
	send func(model.Msg)
	tips *part.Tips

	root  *fyne.Container
	text  *roll
	about *part.Page // title, outlet, date, byline
	names *part.Page // the entities
	empty *part.Page
	was   read
	r     model.Reading
	flows []*part.Flow    // its paragraphs, as far as they were needed
	head  *fyne.Container // what leads the text in, in one column
	chose []graph.ID
	last  *model.State

	steps          *fyne.Container // through the articles
	earlier, later *part.Button
	at             *part.Line
}

// read is what the reader depends on, but for the selection.
type read struct {
	snap  *snapshot.Snapshot
	view  *snapshot.View
	place model.Place
}

func newArticle(send func(model.Msg), tips *part.Tips) *article {
	a := &article{send: send, tips: tips, text: newRoll(), head: part.NewStack(0)}
	a.earlier, a.later = a.step(part.IconBack, -1), a.step(part.IconForward, 1)
	a.at = small("")
	a.steps = part.NewAcross(8, -1, a.earlier.WithTip(tips, "Earlier article"), a.at, a.later.WithTip(tips, "Later article"))
	a.about, a.names, a.empty = part.NewPage(part.NewStack(0)), part.NewPage(part.NewStack(0)), part.NewPage(part.NewStack(0))
	a.root = &fyne.Container{Objects: []fyne.CanvasObject{a.about, a.text, a.names, a.empty}}
	a.root.Layout = &threefold{a: a}
	return a
}

func (a *article) object() fyne.CanvasObject { return a.root }

// columns is how many columns there is room for.
func columns(width float32) int {
	switch {
	case width >= wide:
		return 3
	case width >= narrow:
		return 2
	}
	return 1
}

// threefold lays the reader out.
type threefold struct {
	a  *article
	at int // the number of columns that things were built for
}

func (t *threefold) Layout(o []fyne.CanvasObject, size fyne.Size) {
	n := columns(size.Width)
	left, text, right, empty := o[0], o[1], o[2], o[3]
	empty.Resize(size)
	left.Resize(fyne.NewSize(leftWidth, size.Height))
	x, end := float32(leftWidth), size.Width
	switch n {
	case 3:
		x, end = leftWidth, size.Width-rightWidth
		right.Move(fyne.NewPos(end, 0))
		right.Resize(fyne.NewSize(rightWidth, size.Height))
	case 1:
		x = 0
	}
	room := end - x
	text.Move(fyne.NewPos(x, 0))
	if n != t.at {
		t.at = n
		t.a.arrange(true)
	}
	text.Resize(fyne.NewSize(room, size.Height))
}
func (t *threefold) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, 20) }

func (a *article) show(s *model.State) {
	a.last = s
	was, now := a.was, read{s.Snap, s.View, s.Place}
	if now == was {
		a.mark()
		return
	}
	asked := s.Place != was.place
	other := s.Place.Article != was.place.Article || s.Place.From != was.place.From
	back := s.Place.Article == was.place.Article && a.r.Before && s.Place.From == a.r.Earlier && s.Place.Sentence.Len() == 0
	a.was, a.chose = now, s.Selection.Entities
	a.count()
	a.r = s.Read()
	a.arrange(other)
	switch {
	case !asked:
	case a.r.Focus >= 0:
		a.seek()
	case back: // to the end of what comes before, where one reads on upwards
		a.text.seek(a.text.items.n-1, func(float32) float32 { return 0 })
	case other:
		a.text.seek(0, func(float32) float32 { return 0 })
	}
}

// mark shows what is selected. Only colours change, so nothing moves.
func (a *article) mark() {
	if a.r.Title == "" || slices.Equal(a.chose, a.last.Selection.Entities) {
		return
	}
	a.chose = a.last.Selection.Entities
	clear(a.flows)
	a.text.redo()
	a.lead(columns(a.root.Size().Width), false)
}

// arrange shows the article in as many columns as there is room for, from its top or from where it was.
func (a *article) arrange(top bool) {
	if a.last == nil {
		return
	}
	n := columns(a.root.Size().Width)
	open := a.r.Title != ""
	show(a.about, open && n > 1)
	show(a.names, open && n > 2)
	show(a.text, open)
	show(a.empty, !open)
	if !open {
		a.empty.Set(a.nothing(), true)
		return
	}
	a.lead(n, top)
	a.fill()
}

// lead shows what the article is and whom it names, in the columns there are.
func (a *article) lead(n int, top bool) {
	title := part.NewFlow(part.Span{Text: a.r.Title, Bold: true})
	title.Size0, title.Leading = 15, 21
	rows := []fyne.CanvasObject{inset(side, 12, title), inset(side, 4, part.Plain(a.r.Line, theme.Muted, theme.SmallSize))}
	if n < 3 && len(a.r.About) > 0 {
		rows = append(rows, inset(side, 10, part.NewWrap(6, 6, a.chips()...)))
	}
	rows = append(rows, part.Gap(12))
	a.head.Objects = nil
	switch n {
	case 1:
		a.head.Objects = rows
		a.head.Refresh()
	case 3:
		a.names.Set(a.entities(), top)
		fallthrough
	default:
		a.about.Set(rows, top)
	}
}

// entities are whom and what the article is about.
func (a *article) entities() []fyne.CanvasObject {
	if len(a.r.About) == 0 {
		return []fyne.CanvasObject{inset(20, 14, part.Plain("No entity was found in this article.", theme.Muted, theme.SmallSize))}
	}
	return []fyne.CanvasObject{inset(20, 14, part.Heading("In this article")),
		inset(20, 8, part.NewWrap(6, 6, a.chips()...)), part.Gap(12)}
}

func (a *article) chips() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, n := range a.r.About {
		c := part.NewKindChip(n.Name, n.Kind, n.Planned, goes(a.send, n.ID))
		if a.last.Selection.Has(n.ID) {
			c.Fill, c.Ink = theme.Wash, theme.Accent
		}
		out = append(out, c.WithTip(a.tips, n.Name))
	}
	return out
}

// nothing says how an article comes here.
func (a *article) nothing() []fyne.CanvasObject {
	list := a.last.Snap.Articles()
	if len(list) == 0 {
		return vacant("No article yet", "Drop articles or a folder of them anywhere onto this window, or choose them. Skein reads "+
			"them into the graph, and shows here what they say.", part.NewButton("Import…", part.Primary, func() { a.send(model.ChooseImport{}) }))
	}
	rows := []fyne.CanvasObject{inset(side, 12, part.Plain("No article is open. A click on a sentence in the inspector opens its article there; or begin with one of these.",
		theme.Muted, theme.SmallSize)), part.Gap(6)}
	for _, x := range slices.Backward(list[max(0, len(list)-50):]) {
		d := part.RowData{Label: model.ArticleName(x), Right: model.DateText(x.Published), Detail: x.Outlet}
		rows = append(rows, part.NewRow(d, func() { a.send(model.OpenArticle{Article: x.ID}) }))
	}
	return append(rows, part.Gap(8))
}

// tools step through the articles.
func (a *article) tools() fyne.CanvasObject { return a.steps }

// step is a button that goes some articles on.
func (a *article) step(icon part.Icon, by int) *part.Button {
	b := part.NewIconButton(icon, part.Flat, func() {
		list := a.last.Snap.Articles()
		if at, ok := a.last.Snap.Article(a.last.Place.Article); ok && at+by >= 0 && at+by < len(list) {
			a.send(model.OpenArticle{Article: list[at+by].ID})
		}
	})
	b.Height = 26
	return b
}

// count says which of the articles it is.
func (a *article) count() {
	n := len(a.last.Snap.Articles())
	at, ok := a.last.Snap.Article(a.last.Place.Article)
	show(a.steps, ok && n > 1)
	a.earlier.SetOff(at == 0)
	a.later.SetOff(at == n-1)
	a.at.SetText(fmt.Sprintf("%s of %s", model.Number(at+1), model.Quantity(n, "article", "articles")))
}

// spans are a paragraph's runs as flowing text: names underlined in the colour of their kind and, where they are selected,
// in the accent; the sentence looked for on the highlight, its words in bold.
func (a *article) spans(p model.Para) []part.Span {
	out := make([]part.Span, len(p.Runs))
	for i, r := range p.Runs {
		out[i] = part.Span{Text: r.Text, Mark: r.Sentence || r.Mark, Bold: r.Mark}
		if r.Entity != "" {
			out[i].Under = theme.KindColor(r.Kind)
			out[i].OnTapped = goes(a.send, r.Entity)
			if a.last.Selection.Has(r.Entity) {
				out[i].Color = theme.Accent
			}
		}
	}
	return out
}

func goes(send func(model.Msg), id graph.ID) func() {
	return func() { send(model.Go{Entity: id}) }
}
