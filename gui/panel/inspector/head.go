package inspector

import (
	"slices"

	"fyne.io/fyne/v2"

	"skein/graph"
	"skein/gui/model"
	"skein/gui/part"
	"skein/gui/theme"
)

// Limits of what is listed.
const (
	mostLinked  = 14  // entities offered when nothing is selected
	mostMembers = 200 // of several that are selected
	mostNames   = 8   // other names, until they are all asked for
)

// nothing is what is shown before something is selected: what there is, and where one might begin.
func (p *Panel) nothing() []fyne.CanvasObject {
	s := p.last
	title := func(text string) fyne.CanvasObject {
		return pad(22, 4, part.NewLine(text, part.Style{Size: theme.NameSize, Bold: true}))
	}
	if len(s.Snap.Articles()) == 0 {
		return []fyne.CanvasObject{title("Nothing here yet"),
			pad(0, 0, muted("When articles are in the graph, this panel tells what is selected: names, claims, and the sentences that say so."))}
	}
	line := model.Quantity(s.Facets.Entities, "entity", "entities") + " and " + model.Quantity(s.Facets.Claims, "claim", "claims") +
		" from " + model.Quantity(len(s.Snap.Articles()), "article", "articles")
	rows := []fyne.CanvasObject{title("Nothing selected"), pad(0, 6, muted(line)),
		pad(0, 0, muted("Click a node for what is said about it, a line for its sentences. Double-click a node to bring its neighbours."))}
	nodes := slices.Clone(s.Picture.Nodes)
	slices.SortStableFunc(nodes, func(a, b model.Node) int { return b.Weight - a.Weight })
	if len(nodes) > 0 {
		rows = append(rows, pad(22, 6, part.Heading("Most said about")), pad(0, 4, part.Rule()))
	}
	for _, n := range nodes[:min(len(nodes), mostLinked)] {
		rows = append(rows, p.nodeRow(n))
	}
	return rows
}

func (p *Panel) nodeRow(n model.Node) fyne.CanvasObject {
	r := part.NewRow(part.RowData{Kind: n.Kind, Hollow: n.Planned, Label: n.Name, Right: model.Number(n.Weight)}, func() {
		p.send(model.Go{Entity: n.ID})
	})
	r.Tight, r.Tips = true, p.tips
	return &fyne.Container{Layout: part.Inset{Left: side - 8, Right: side - 8}, Objects: []fyne.CanvasObject{r}}
}

// header is glyph, name, type and counts, other names, and what can be done.
func (p *Panel) header(in model.Inspection) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	switch in.What {
	case model.ShowEntity:
		title := heading(part.Span{Text: in.Title, Bold: true, OnTapped: func() { p.send(model.Go{Entity: in.ID}) }})
		rows = append(rows, pad(20, 10, beside(28, 12, part.Glyph(in.Kind, in.Planned, false, 28), part.NewStack(2, title, muted(in.Line)))))
		rows = append(rows, p.otherNames(in)...)
	case model.ShowEdge:
		e := p.last.Selection.Edge
		rows = append(rows, pad(20, 4, p.end(e.A, 15)), pad(0, 4, p.end(e.B, 15)), pad(2, 10, muted(in.Line)))
	default:
		rows = append(rows, pad(20, 10, part.NewStack(2, heading(part.Span{Text: in.Title, Bold: true}), muted(in.Line))))
	}
	if actions := p.actions(in); len(actions) > 0 {
		rows = append(rows, pad(0, 2, part.NewWrap(6, 6, actions...)))
	}
	return append(append(rows, p.facts(in)...), p.speaks(in)...)
}

// speaks says in how many claims an entity speaks, and leaves only these on demand.
func (p *Panel) speaks(in model.Inspection) []fyne.CanvasObject {
	list := p.last.Facets.Speakers
	i := slices.IndexFunc(list, func(c model.Count[graph.ID]) bool { return c.Value == in.ID })
	if in.What != model.ShowEntity || i < 0 {
		return nil
	}
	text := part.NewLine("Quoted for "+model.Quantity(list[i].N, "claim", "claims"), part.Style{Size: theme.SmallSize, Color: theme.Muted})
	link := p.link("Only what it says", func() {
		f := p.last.Filters
		f.SaidBy = []graph.ID{in.ID}
		p.send(model.SetFilters{Filters: f, Label: "filter by speaker"})
	})
	if slices.Equal(p.last.Filters.SaidBy, []graph.ID{in.ID}) {
		link = p.link("What others say too", func() {
			f := p.last.Filters
			f.SaidBy = nil
			p.send(model.SetFilters{Filters: f, Label: "filter by speaker"})
		})
	}
	return []fyne.CanvasObject{pad(10, 0, part.NewAcross(8, 0, text, link))}
}

func heading(s part.Span) *part.Flow {
	f := part.NewFlow(s)
	f.Size0, f.Leading = theme.NameSize, 24
	return f
}

// end is one end of a line, in letters of a size; a click goes there.
func (p *Panel) end(id graph.ID, size float32) fyne.CanvasObject {
	i, ok := p.last.Snap.Entity(id)
	if !ok {
		return muted(string(id))
	}
	e := p.last.Snap.Entities()[i]
	name := part.NewFlow(part.Span{Text: e.Name, Bold: true, OnTapped: func() { p.send(model.Go{Entity: e.ID}) }})
	name.Size0, name.Leading = size, 21
	return beside(20, 10, part.Glyph(model.KindOf(e), planned(e.Modality), false, 20), name)
}

// planned reports whether an event is not told as having happened; it is drawn hollow then.
func planned(m graph.Modality) bool { return m != "" && m != graph.Asserted }

// beside puts a glyph of a size before a text that wraps.
func beside(size, gap float32, glyph, text fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: besides{size, gap}, Objects: []fyne.CanvasObject{glyph, text}}
}

type besides struct{ glyph, gap float32 }

func (b besides) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(b.glyph, b.glyph))
	o[0].Move(fyne.NewPos(0, 0))
	o[1].Resize(fyne.NewSize(size.Width-b.glyph-b.gap, size.Height))
	o[1].Move(fyne.NewPos(b.glyph+b.gap, 0))
}

func (b besides) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, b.glyph) }

// HeightFor lets the text decide.
func (b besides) HeightFor(o []fyne.CanvasObject, width float32) float32 {
	return fyne.Max(b.glyph, part.HeightOf(o[1], width-b.glyph-b.gap))
}

// otherNames are the other names, what was decided, and what was joined.
func (p *Panel) otherNames(in model.Inspection) []fyne.CanvasObject {
	var chips []fyne.CanvasObject
	switch in.Verdict {
	case graph.Accept:
		c := part.NewChip("✓ accepted", nil)
		c.Ink = theme.Good
		chips = append(chips, c)
	case graph.Reject:
		c := part.NewChip("rejected", nil)
		c.Ink = theme.Alarm
		chips = append(chips, c)
	}
	names := slices.DeleteFunc(slices.Clone(in.Names), func(n string) bool { // the chip of what was joined says it
		return slices.ContainsFunc(in.Joined, func(j model.Joined) bool { return j.Name == n })
	})
	for i, n := range names {
		if i == mostNames && !p.names && len(names) > mostNames+1 {
			more := part.NewChip("+"+model.Number(len(names)-mostNames), func() {
				p.names = true
				p.rebuild(false)
			})
			chips = append(chips, more.WithTip(p.tips, "Show all other names"))
			break
		}
		article, why := p.why(in.ID, n)
		var open func()
		if article != "" {
			open = func() { p.send(model.OpenArticle{Article: article}) }
		}
		chips = append(chips, part.NewChip(n, open).WithTip(p.tips, why))
	}
	for _, j := range in.Joined {
		label, tip := "merged: ", "Merged by hand. A click takes it out again, and the two are never joined by themselves any more."
		if j.Why != "" {
			label, tip = "same: ", "Joined because of "+j.Why+". A click takes it out again, and the two are never joined by themselves any more."
		}
		c := part.NewChip(label+j.Name+"  ✕", func() { p.send(model.Split{Entity: j.ID, From: in.ID}) })
		c.Ink = theme.Text
		chips = append(chips, c.WithTip(p.tips, tip))
	}
	for _, j := range in.Maybe {
		c := part.NewChip("same as "+j.Name+"?", func() { p.send(model.Merge{Entities: []graph.ID{in.ID, j.ID}, Into: j.Into}) })
		c.WithTip(p.tips, "Not sure: "+j.Why+". A click joins the two.")
		no := part.NewChip("✕", func() { p.send(model.Split{Entity: j.ID, From: in.ID}) })
		no.WithTip(p.tips, "No, they are different: this is not asked again.")
		chips = append(chips, part.NewAcross(2, 0, c, no))
	}
	if len(chips) == 0 {
		return nil
	}
	return []fyne.CanvasObject{pad(0, 12, part.NewWrap(6, 6, chips...))}
}

// why says where an entity is called by a name, and so why the name is its; with the first article that does.
func (p *Panel) why(id graph.ID, name string) (article graph.ID, text string) {
	i, ok := p.last.Snap.Entity(id)
	if !ok {
		return "", ""
	}
	e := p.last.Snap.Entities()[i]
	n, merged := 0, false
	for _, s := range e.Sightings {
		if s.Name != name && !slices.Contains(s.Aliases, name) {
			continue
		}
		if n == 0 {
			article = s.Article
		}
		n++
		merged = merged || s.Entity != e.ID
	}
	at, ok := p.last.Snap.Article(article)
	if !ok {
		return "", "A name given by hand, or the one it had before"
	}
	text = "Called so in “" + model.Short(model.ArticleName(p.last.Snap.Articles()[at]), 60) + "”"
	if n > 1 {
		text += " and " + model.Quantity(n-1, "other article", "other articles")
	}
	if merged {
		text += ", of what was merged into it"
	}
	return article, text
}

// actions are the buttons under the name.
func (p *Panel) actions(in model.Inspection) []fyne.CanvasObject {
	button := func(label, id string) fyne.CanvasObject {
		c, _ := model.CommandOf(id)
		b := part.NewButton(label, part.Outlined, func() { p.send(c.Run(p.last)) })
		b.Off = c.Why(p.last) != ""
		return b.WithTip(p.tips, tip(c))
	}
	var more *part.Button
	more = part.NewIconButton(part.IconMore, part.Flat, func() {
		at := fyne.CurrentApp().Driver().AbsolutePositionForObject(more)
		p.menu(at.AddXY(0, more.Size().Height+2))
	})
	more.WithTip(p.tips, "Everything else that can be done")
	pin, _ := model.CommandOf("pin")
	switch in.What {
	case model.ShowEntity:
		return []fyne.CanvasObject{button("Expand", "expand"), button("Path to…", "path"), button(pin.Title(p.last), "pin"), more}
	case model.ShowMany:
		return []fyne.CanvasObject{button("Expand", "expand"), button("Hide others", "hide-others"), button("Merge…", "merge"), more}
	case model.ShowEdge:
		return []fyne.CanvasObject{button("Open sentence", "sentence"), button("Accept", "accept"), button("Reject", "reject"), more}
	case model.ShowWay:
		step := func(label string, by int) fyne.CanvasObject {
			b := part.NewButton(label, part.Outlined, func() { p.send(model.ShowChain{At: p.last.Chain.At + by}) })
			b.Off = in.Ways < 2
			return b
		}
		done := part.NewButton("Done", part.Outlined, func() { p.send(model.Escape{}) })
		return []fyne.CanvasObject{step("Previous way", -1), step("Next way", 1), done}
	}
	return nil
}

// tip is what a button says when the pointer rests on it.
func tip(c model.Command) string {
	if c.Key() == "" {
		return c.Label
	}
	return c.Label + "   " + c.Key()
}

// facts are the attributes worth reading.
func (p *Panel) facts(in model.Inspection) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for i, a := range in.Facts {
		top := float32(1)
		if i == 0 {
			top = 10
		}
		name := &fyne.Container{Layout: part.Fixed(18), Objects: []fyne.CanvasObject{part.NewLine(a.Name, part.Style{Size: theme.SmallSize, Color: theme.Muted})}}
		rows = append(rows, pad(top, 0, &fyne.Container{Layout: pair{96}, Objects: []fyne.CanvasObject{name,
			part.Plain(a.Value, theme.Text, theme.SmallSize)}}))
	}
	return rows
}

// pair lays out a name of a fixed width and a value that wraps.
type pair struct{ name float32 }

func (l pair) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(l.name-8, 18))
	o[1].Move(fyne.NewPos(l.name, 0))
	o[1].Resize(fyne.NewSize(size.Width-l.name, size.Height))
}

func (l pair) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(l.name, 18) }

// HeightFor lets the value decide.
func (l pair) HeightFor(o []fyne.CanvasObject, width float32) float32 {
	return part.HeightOf(o[1], width-l.name)
}

// members are what is selected, when it is several.
func (p *Panel) members(in model.Inspection) []fyne.CanvasObject {
	rows := []fyne.CanvasObject{pad(16, 4, part.Rule())}
	for i, n := range in.Members {
		if i == mostMembers {
			rows = append(rows, pad(6, 0, muted("and "+model.Number(len(in.Members)-mostMembers)+" more")))
			break
		}
		rows = append(rows, p.nodeRow(n))
	}
	return rows
}
