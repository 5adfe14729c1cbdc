// Package inspector is the panel at the right: what is selected, what it is called, and every claim about it with the
// sentence that says so. A click on a name goes there, a click on a sentence opens its article.
package inspector

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"skein/graph"
	"skein/gui/model"
	"skein/gui/part"
	"skein/gui/theme"
)

// perGroup is how many claims of a relation are shown until it is opened.
const perGroup = 6

// Panel is the panel.
type Panel struct {
	send func(model.Msg)
	menu func(at fyne.Position) // opens the right-click menu of what is selected
	tips *part.Tips

	page *part.Page
	root *fyne.Container
	open map[string]bool // relations that are shown whole
	last *model.State
	was  string
}

// New makes the panel.
func New(send func(model.Msg), menu func(fyne.Position), tips *part.Tips) *Panel {
	p := &Panel{send: send, menu: menu, tips: tips, open: map[string]bool{}}
	p.page = part.NewPage(part.NewStack(0))
	p.root = &fyne.Container{Layout: over{}, Objects: []fyne.CanvasObject{part.Ground(theme.Panel), p.page}}
	return p
}

// over lays things over each other.
type over struct{}

func (over) Layout(o []fyne.CanvasObject, size fyne.Size) {
	for _, x := range o {
		x.Resize(size)
	}
}
func (over) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, 80) }

// Object is the panel's widget.
func (p *Panel) Object() fyne.CanvasObject { return p.root }

// Show shows the state.
func (p *Panel) Show(s *model.State) {
	subject := fmt.Sprint(s.Selection.Entities, s.Selection.Edge, s.Chain.From, s.Chain.To, s.Chain.At, len(s.Chain.Ways))
	now := fmt.Sprintf("%s %p %p %s %d %v", subject, s.Snap, s.View, s.Selection.Claim, s.Picture.Stamp, len(s.News.Claims))
	if p.last != nil && now == p.was {
		p.last = s
		return
	}
	top := !strings.HasPrefix(p.was, subject+" ")
	if top {
		clear(p.open)
	}
	p.last, p.was = s, now
	p.rebuild(top)
}

func (p *Panel) rebuild(top bool) {
	in := p.last.Inspect()
	var rows []fyne.CanvasObject
	switch in.What {
	case model.ShowNothing:
		rows = p.nothing()
	case model.ShowMany:
		rows = append(p.header(in), p.members(in)...)
	default:
		rows = p.header(in)
		for _, g := range in.Groups {
			rows = append(rows, p.group(g, in.What == model.ShowWay)...)
		}
		rows = append(rows, p.outside(in)...)
	}
	rows = append(rows, part.Gap(20))
	p.page.Set(rows, top)
}

const side = 20 // the room at both sides

func pad(top, bottom float32, o fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: part.Inset{Left: side, Top: top, Right: side, Bottom: bottom}, Objects: []fyne.CanvasObject{o}}
}

func muted(text string) *part.Flow { return part.Plain(text, theme.Muted, theme.SmallSize) }

// nothing is what is shown before something is selected: what there is, and where one might begin.
func (p *Panel) nothing() []fyne.CanvasObject {
	s := p.last
	if len(s.Snap.Articles()) == 0 {
		return []fyne.CanvasObject{
			pad(22, 6, part.NewLine("Nothing here yet", part.Style{Size: theme.NameSize, Bold: true})),
			pad(0, 0, muted("When articles are in the graph, this panel tells what is selected: names, claims, and the sentences that say so.")),
		}
	}
	line := model.Quantity(s.Facets.Entities, "entity", "entities") + " and " + model.Quantity(s.Facets.Claims, "claim", "claims") +
		" from " + model.Quantity(len(s.Snap.Articles()), "article", "articles")
	rows := []fyne.CanvasObject{
		pad(22, 4, part.NewLine("Nothing selected", part.Style{Size: theme.NameSize, Bold: true})),
		pad(0, 2, muted(line)),
		pad(2, 0, muted("Click a node for what is said about it, a line for its sentences. Double-click a node to bring its neighbours.")),
	}
	nodes := slices.Clone(s.Picture.Nodes)
	slices.SortStableFunc(nodes, func(a, b model.Node) int { return b.Weight - a.Weight })
	if len(nodes) > 0 {
		rows = append(rows, pad(20, 6, part.Heading("Best linked on the canvas")), pad(0, 4, part.Rule()))
	}
	for _, n := range nodes[:min(len(nodes), 14)] {
		rows = append(rows, p.nodeRow(n))
	}
	return rows
}

func (p *Panel) nodeRow(n model.Node) fyne.CanvasObject {
	r := part.NewRow(part.RowData{Kind: n.Kind, Hollow: n.Planned, Label: n.Name, Right: model.Number(n.Weight)}, func() {
		p.send(model.Go{Entity: n.ID})
	})
	r.Tight = true
	return &fyne.Container{Layout: part.Inset{Left: side - 8, Right: side - 8}, Objects: []fyne.CanvasObject{r}}
}

// header is glyph, name, type and counts, other names, and what can be done.
func (p *Panel) header(in model.Inspection) []fyne.CanvasObject {
	title := part.NewFlow(part.Span{Text: in.Title, Bold: true})
	title.Size0, title.Leading = theme.NameSize, 24
	text := part.NewStack(2, title, muted(in.Line))
	var head fyne.CanvasObject = text
	if in.What == model.ShowEntity {
		head = &fyne.Container{Layout: beside{}, Objects: []fyne.CanvasObject{part.Glyph(in.Kind, in.Planned, false, 28), text}}
	}
	rows := []fyne.CanvasObject{pad(20, 10, head)}
	if in.What == model.ShowEntity {
		rows = append(rows, p.names(in)...)
	}
	if actions := p.actions(in); len(actions) > 0 {
		rows = append(rows, pad(2, 4, part.NewWrap(8, 8, actions...)))
	}
	return append(rows, p.facts(in)...)
}

// beside puts a glyph before a text that wraps.
type beside struct{}

func (beside) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(28, 28))
	o[0].Move(fyne.NewPos(0, 0))
	o[1].Resize(fyne.NewSize(size.Width-40, size.Height))
	o[1].Move(fyne.NewPos(40, 0))
}
func (b beside) MinSize(o []fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 28) }

// names are the other names, what was decided, and what was joined.
func (p *Panel) names(in model.Inspection) []fyne.CanvasObject {
	var chips []fyne.CanvasObject
	if in.Verdict != "" {
		c := part.NewChip(map[graph.Decision]string{graph.Accept: "✓ accepted", graph.Reject: "rejected"}[in.Verdict], nil)
		c.Ink = map[graph.Decision]fyne.ThemeColorName{graph.Accept: theme.Good, graph.Reject: theme.Alarm}[in.Verdict]
		chips = append(chips, c)
	}
	for i, n := range in.Names {
		if i == 8 {
			chips = append(chips, part.NewChip(fmt.Sprintf("+%d", len(in.Names)-8), nil))
			break
		}
		chips = append(chips, part.NewChip(n, nil))
	}
	for _, j := range in.Joined {
		c := part.NewChip("joined: "+j.Name+"  ✕", func() { p.send(model.Split{Entity: j.ID, From: in.ID}) })
		c.Ink = theme.Text
		chips = append(chips, c)
	}
	if len(chips) == 0 {
		return nil
	}
	return []fyne.CanvasObject{pad(0, 10, part.NewWrap(6, 6, chips...))}
}

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
		return []fyne.CanvasObject{button("Open sentence", "sentence"), button("Accept", "accept"), button("Reject", "reject")}
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
	for _, a := range in.Facts {
		rows = append(rows, pad(2, 0, part.NewAcross(8, 1,
			part.Sized(84, 18, part.NewLine(a.Name, part.Style{Size: theme.SmallSize, Color: theme.Muted})),
			part.NewLine(a.Value, part.Style{Size: theme.SmallSize}))))
	}
	return rows
}

// group is the claims of one relation.
func (p *Panel) group(g model.Group, whole bool) []fyne.CanvasObject {
	head := part.NewAcross(8, 0, part.Heading(g.Label))
	if len(g.Cards) > 1 {
		head.Add(part.NewLine(model.Number(len(g.Cards)), part.Style{Size: theme.SmallSize, Color: theme.Muted, Whole: true}))
	}
	rows := []fyne.CanvasObject{pad(18, 6, head), pad(0, 0, part.Rule())}
	for i, c := range g.Cards {
		if i == perGroup && !p.open[g.Label] && len(g.Cards) > perGroup+1 {
			rows = append(rows, p.more(g))
			break
		}
		if i > 0 {
			rows = append(rows, pad(0, 0, part.Rule()))
		}
		rows = append(rows, p.card(c))
	}
	return rows
}

func (p *Panel) more(g model.Group) fyne.CanvasObject {
	link := part.NewLink(fmt.Sprintf("%s more", model.Number(len(g.Cards)-perGroup)), part.Style{Color: theme.Accent, Whole: true}, func() {
		p.open[g.Label] = true
		p.rebuild(false)
	})
	return pad(6, 4, part.NewAcross(0, -1, link))
}

// outside says how many claims the filters keep back.
func (p *Panel) outside(in model.Inspection) []fyne.CanvasObject {
	if in.Outside == 0 {
		return nil
	}
	link := part.NewLink("Clear filters", part.Style{Size: theme.SmallSize, Color: theme.Accent, Whole: true}, func() {
		p.send(model.SetFilters{Label: "clear filters"})
	})
	text := part.NewLine(model.Quantity(in.Outside, "claim", "claims")+" outside the filters", part.Style{Size: theme.SmallSize, Color: theme.Muted})
	return []fyne.CanvasObject{pad(16, 0, part.Rule()), pad(8, 0, part.NewAcross(8, 0, text, link))}
}

func (p *Panel) members(in model.Inspection) []fyne.CanvasObject {
	rows := []fyne.CanvasObject{pad(14, 4, part.Rule())}
	for i, n := range in.Members {
		if i == 200 {
			rows = append(rows, pad(6, 0, muted(fmt.Sprintf("and %s more", model.Number(len(in.Members)-200)))))
			break
		}
		rows = append(rows, p.nodeRow(n))
	}
	return rows
}
