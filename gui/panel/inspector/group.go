package inspector

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"skein/gui/model"
	"skein/gui/part"
	"skein/gui/theme"
)

// perGroup is how many claims of a relation are shown at first, step how many more each time it is opened further: a
// country may stand in thousands.
const (
	perGroup = 6
	step     = 30
)

// group is the claims of one relation.
func (p *Panel) group(g model.Group) []fyne.CanvasObject {
	most := max(perGroup, p.open[g.Label])
	if at := slices.IndexFunc(g.Cards, func(c model.Card) bool { return c.Claim == p.last.Selection.Claim }); at >= most {
		most = at + 1
	}
	if len(g.Cards) <= most+1 {
		most = len(g.Cards)
	}
	head := part.NewAcross(8, 0, part.Heading(g.Label))
	if n := len(g.Cards); n > 1 {
		count := part.NewLine(model.Number(n), part.Style{Size: theme.SmallSize, Color: theme.Muted, Whole: true})
		if n > most {
			count.OnTapped, count.Tips, count.Tip = p.opener(g.Label, most+step), p.tips, "Show more"
		}
		head.Add(count)
	}
	rows := []fyne.CanvasObject{pad(20, 5, head), pad(0, 0, part.Rule())}
	for i, c := range g.Cards[:most] {
		if i > 0 {
			rows = append(rows, pad(0, 0, part.Rule()))
		}
		rows = append(rows, p.card(c))
	}
	return append(rows, p.more(g, most)...)
}

// more opens a group further, or folds it again.
func (p *Panel) more(g model.Group, most int) []fyne.CanvasObject {
	links := part.NewAcross(14, -1)
	switch left := len(g.Cards) - most; {
	case left > step:
		links.Add(p.link(fmt.Sprintf("%d more of %s", step, model.Number(left)), p.opener(g.Label, most+step)))
	case left > 0:
		links.Add(p.link(model.Number(left)+" more", p.opener(g.Label, len(g.Cards))))
	}
	if p.open[g.Label] > perGroup {
		links.Add(p.link("fewer", p.opener(g.Label, 0)))
	}
	if len(links.Objects) == 0 {
		return nil
	}
	return []fyne.CanvasObject{pad(0, 0, part.Rule()), pad(8, 0, links)}
}

func (p *Panel) opener(group string, to int) func() {
	return func() {
		p.open[group] = to
		p.rebuild(false)
	}
}

// outside says how many claims the filters keep back.
func (p *Panel) outside(in model.Inspection) []fyne.CanvasObject {
	if in.Outside == 0 {
		return nil
	}
	text := part.NewLine(model.Quantity(in.Outside, "claim", "claims")+" outside the filters", part.Style{Size: theme.SmallSize, Color: theme.Muted})
	all := p.link("Clear filters", func() { p.send(model.SetFilters{Label: "clear filters"}) })
	return []fyne.CanvasObject{pad(18, 0, part.Rule()), pad(8, 0, part.NewAcross(8, 0, text, all))}
}
