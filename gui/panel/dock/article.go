package dock

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"skein/graph"
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

	root  *fyne.Container
	text  *roll
	about *part.Page // title, outlet, date, byline
	names *part.Page // the entities
	empty *part.Page
	was   string
	place model.Place
	r     model.Reading
	flows []*part.Flow // its paragraphs, as far as they were needed
	last  *model.State
}

func newArticle(send func(model.Msg)) *article {
	a := &article{send: send, text: newRoll()}
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
		t.a.arrange()
	}
	text.Resize(fyne.NewSize(room, size.Height))
}
func (t *threefold) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, 20) }

func (a *article) show(s *model.State) {
	a.last = s
	key := fmt.Sprintf("%p %v", s.Snap, s.Place.Article)
	if key == a.was && s.Place == a.place {
		return
	}
	other := s.Place.Article != a.place.Article
	a.was, a.place = key, s.Place
	a.r = s.Read()
	a.arrange()
	switch {
	case a.r.Focus >= 0:
		a.seek()
	case other:
		a.text.seek(0, func(float32) float32 { return 0 })
	}
}

// arrange shows the article in as many columns as there is room for.
func (a *article) arrange() {
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
	lead := a.lead(n)
	if n > 1 {
		a.about.Set(lead, true)
		lead = nil
	}
	if n > 2 {
		a.names.Set(a.entities(), true)
	}
	a.fill(lead)
}

func show(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}

// lead is what the article is: title, outlet, date, byline; and whom it names where that has no column of its own.
func (a *article) lead(n int) []fyne.CanvasObject {
	title := part.NewFlow(part.Span{Text: a.r.Title, Bold: true})
	title.Size0, title.Leading = 15, 21
	line := part.Plain(a.r.Line, theme.Muted, theme.SmallSize)
	rows := []fyne.CanvasObject{inset(side, 12, title), inset(side, 4, line)}
	if n < 3 && len(a.r.About) > 0 {
		rows = append(rows, inset(side, 10, part.NewWrap(6, 6, a.chips()...)))
	}
	return append(rows, part.Gap(12))
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
		out = append(out, part.NewKindChip(n.Name, n.Kind, n.Planned, func() { a.send(model.Go{Entity: n.ID}) }))
	}
	return out
}

func inset(x, top float32, o fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: part.Inset{Left: x, Top: top, Right: x}, Objects: []fyne.CanvasObject{o}}
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

// vacant is what an empty tab says: what is missing, and what to do.
func vacant(title, text string, do ...fyne.CanvasObject) []fyne.CanvasObject {
	rows := []fyne.CanvasObject{
		inset(side, 16, part.NewLine(title, part.Style{Size: 15, Bold: true})),
		&fyne.Container{Layout: part.Inset{Left: side, Top: 4, Right: side, Bottom: 12}, Objects: []fyne.CanvasObject{atMost(560, part.Plain(text, theme.Muted, 0))}},
	}
	if len(do) > 0 {
		rows = append(rows, inset(side, 0, part.NewAcross(8, -1, do...)), part.Gap(12))
	}
	return rows
}

// most gives an object no more than a width, at the left.
type most struct{ width float32 }

func (m most) Layout(o []fyne.CanvasObject, size fyne.Size) {
	for _, x := range o {
		x.Move(fyne.NewPos(0, 0))
		x.Resize(fyne.NewSize(fyne.Min(size.Width, m.width), size.Height))
	}
}
func (m most) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(60, o[0].MinSize().Height)
}

// HeightFor lets the object decide.
func (m most) HeightFor(o []fyne.CanvasObject, width float32) float32 {
	return part.HeightOf(o[0], fyne.Min(width, m.width))
}

func atMost(width float32, o fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: most{width}, Objects: []fyne.CanvasObject{o}}
}

// tools step through the articles.
func (a *article) tools(s *model.State) []fyne.CanvasObject {
	list := s.Snap.Articles()
	at, ok := s.Snap.Article(s.Place.Article)
	if !ok || len(list) < 2 {
		return nil
	}
	step := func(icon part.Icon, to int) fyne.CanvasObject {
		b := part.NewIconButton(icon, part.Flat, func() {
			if to >= 0 && to < len(list) {
				a.send(model.OpenArticle{Article: list[to].ID})
			}
		})
		b.Height, b.Off = 26, to < 0 || to >= len(list)
		return b
	}
	return []fyne.CanvasObject{step(part.IconBack, at-1),
		small(fmt.Sprintf("%s of %s", model.Number(at+1), model.Quantity(len(list), "article", "articles"))), step(part.IconForward, at+1)}
}

// spans are a paragraph's runs as flowing text: names underlined in the colour of their kind, the sentence looked for on
// the highlight, its words in bold.
func (a *article) spans(p model.Para) []part.Span {
	out := make([]part.Span, len(p.Runs))
	for i, r := range p.Runs {
		out[i] = part.Span{Text: r.Text, Mark: r.Sentence || r.Mark, Bold: r.Mark}
		if r.Entity != "" {
			out[i].Under = theme.KindColor(r.Kind)
			out[i].OnTapped = goes(a.send, r.Entity)
		}
	}
	return out
}

func goes(send func(model.Msg), id graph.ID) func() {
	return func() { send(model.Go{Entity: id}) }
}
