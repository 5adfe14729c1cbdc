// Package inspector is the panel at the right: what is selected, what it is called, and every claim about it with the
// sentence that says so. A click on a name goes there, a click on a sentence opens its article.
package inspector

import (
	"slices"

	"fyne.io/fyne/v2"

	"skein/graph"
	"skein/graph/snapshot"
	"skein/gui/model"
	"skein/gui/part"
	"skein/gui/theme"
)

// side is the room at both sides.
const side = 20

// Panel is the panel.
type Panel struct {
	send func(model.Msg)
	menu func(at fyne.Position) // opens the right-click menu of what is selected
	tips *part.Tips

	page  *part.Page
	root  *fyne.Container
	open  map[string]int       // how many cards of a relation are shown, where more than at first
	cards map[graph.ID]*quoted // of the claims on the page
	names bool                 // all other names are shown
	last  *model.State
	shown shown
}

// shown is what the panel depends on, besides the claim looked at.
type shown struct {
	snap     *snapshot.Snapshot
	view     *snapshot.View
	picture  int
	entities []graph.ID
	edge     model.Edge
	chain    model.Chain
	news     int
}

// subject is the part of it that says what the panel is about.
func (a shown) subject(b shown) bool {
	return slices.Equal(a.entities, b.entities) && a.edge == b.edge && a.chain.From == b.chain.From && a.chain.To == b.chain.To &&
		a.chain.At == b.chain.At && len(a.chain.Ways) == len(b.chain.Ways)
}

func (a shown) equal(b shown) bool {
	return a.snap == b.snap && a.view == b.view && a.picture == b.picture && a.news == b.news && a.subject(b)
}

// New makes the panel.
func New(send func(model.Msg), menu func(fyne.Position), tips *part.Tips) *Panel {
	p := &Panel{send: send, menu: menu, tips: tips, open: map[string]int{}}
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
	now := shown{s.Snap, s.View, s.Picture.Stamp, s.Selection.Entities, s.Selection.Edge, s.Chain, len(s.News.Claims)}
	claim := graph.ID("")
	if p.last != nil {
		claim = p.last.Selection.Claim
	}
	first := p.last == nil
	p.last = s
	if first || !now.equal(p.shown) {
		top := first || !now.subject(p.shown)
		if top {
			clear(p.open)
			p.names = false
		}
		p.shown = now
		p.rebuild(top)
	}
	if s.Selection.Claim != claim {
		p.look(claim, s.Selection.Claim)
	}
}

// look marks the claim looked at, and brings it into view; where its group is not open that far it is opened.
func (p *Panel) look(before, now graph.ID) {
	if _, ok := p.cards[now]; !ok && now != "" {
		p.rebuild(false)
	}
	if q, ok := p.cards[before]; ok {
		q.bar.SetFill(theme.Line)
	}
	if q, ok := p.cards[now]; ok {
		q.bar.SetFill(theme.Accent)
		p.page.Reveal(q.card)
	}
}

// rebuild lists everything anew, from the top or from where it was.
func (p *Panel) rebuild(top bool) {
	p.cards = map[graph.ID]*quoted{}
	in := p.last.Inspect()
	var rows []fyne.CanvasObject
	switch in.What {
	case model.ShowNothing:
		rows = p.nothing()
	case model.ShowMany:
		rows = append(p.header(in), p.members(in)...)
	case model.ShowWay:
		rows = append(p.header(in), p.way(in)...)
	default:
		rows = p.header(in)
		for _, g := range in.Groups {
			rows = append(rows, p.group(g)...)
		}
		rows = append(rows, p.outside(in)...)
	}
	p.page.Set(append(rows, part.Gap(24)), top)
	if q, ok := p.cards[p.last.Selection.Claim]; ok {
		q.bar.SetFill(theme.Accent)
	}
}

// pad keeps the room at both sides, and more above and below.
func pad(top, bottom float32, o fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: part.Inset{Left: side, Top: top, Right: side, Bottom: bottom}, Objects: []fyne.CanvasObject{o}}
}

func muted(text string) *part.Flow { return part.Plain(text, theme.Muted, theme.SmallSize) }

func (p *Panel) link(text string, tapped func()) *part.Line {
	return part.NewLink(text, part.Style{Size: theme.SmallSize, Color: theme.Accent, Whole: true}, tapped)
}
