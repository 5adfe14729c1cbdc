// Package dock is the panel under the graph. Its tabs are the article with the sentence looked for, all entities or claims
// as a table, and the log of what imports did.
//
// Only the tab that is seen is kept up to date, and only what is in view of it exists, so neither a long article nor a
// table of 100,000 rows is felt.
package dock

import (
	"fmt"

	"fyne.io/fyne/v2"

	"skein/gui/model"
	"skein/gui/part"
	"skein/gui/theme"
)

// barHeight is the height of the row of tabs.
const barHeight = 39

// side is the room at the left and right edge.
const side = 16

// Panel is the dock.
type Panel struct {
	send func(model.Msg)

	root  *fyne.Container
	tabs  map[model.Tab]*tab
	tools *fyne.Container // at the right of the tabs: what belongs to the open one
	bar   *fyne.Container
	room  fyne.Size // that the tools need
	body  *fyne.Container

	article *article
	table   *table
	log     *log
	open    page
}

// page is what a tab shows.
type page interface {
	object() fyne.CanvasObject
	show(s *model.State)
	// tools are what stands at the right of the tabs.
	tools() fyne.CanvasObject
}

// New makes the dock.
func New(send func(model.Msg), tips *part.Tips) *Panel {
	p := &Panel{send: send, tabs: map[model.Tab]*tab{}}
	p.article, p.table, p.log = newArticle(send, tips), newTable(send), newLog(send, tips)
	for _, t := range []struct {
		name model.Tab
		text string
	}{{model.ArticleTab, "Article"}, {model.TableTab, "Table"}, {model.LogTab, "Log"}} {
		p.tabs[t.name] = newTab(t.text, func() { send(model.OpenTab{Tab: t.name}) })
	}
	c, _ := model.CommandOf("fold-dock")
	fold := part.NewIconButton(part.IconDown, part.Flat, func() { send(model.Fold{Panel: "dock"}) }).WithTip(tips, "Fold away   "+c.Key())
	fold.Height, fold.Dim = 26, true
	p.tools = part.NewAcross(0, -1)
	p.body = &fyne.Container{Layout: over{}}
	p.bar = &fyne.Container{Layout: barLayout{}, Objects: []fyne.CanvasObject{
		p.tabs[model.ArticleTab], p.tabs[model.TableTab], p.tabs[model.LogTab], p.tools, fold}}
	p.root = &fyne.Container{Layout: column{}, Objects: []fyne.CanvasObject{part.Ground(theme.Panel), p.bar, part.Rule(), p.body}}
	return p
}

// Object is the dock's widget.
func (p *Panel) Object() fyne.CanvasObject { return p.root }

// Show shows the state. A folded dock is left as it is.
func (p *Panel) Show(s *model.State) {
	if s.Panels.DockFolded {
		return
	}
	changed := false
	for name, t := range p.tabs {
		changed = t.set(name == s.Tab, note(s, name)) || changed
	}
	pg := p.page(s.Tab)
	if p.open != pg {
		p.open, changed = pg, true
		p.body.Objects = []fyne.CanvasObject{pg.object()}
		p.tools.Objects = []fyne.CanvasObject{pg.tools()}
		p.body.Refresh()
	}
	pg.show(s)
	room := fyne.Size{}
	if pg.tools().Visible() {
		room = pg.tools().MinSize()
	}
	if changed || room != p.room {
		p.room = room
		p.bar.Refresh()
	}
}

// note is a number beside a tab's name, "" for none.
func note(s *model.State, t model.Tab) string {
	if t != model.LogTab {
		return ""
	}
	if s.Import.Running && s.Import.Total > 0 {
		return fmt.Sprintf("%s of %s", model.Number(s.Import.Done), model.Number(s.Import.Total))
	}
	return ""
}

func (p *Panel) page(t model.Tab) page {
	switch t {
	case model.TableTab:
		return p.table
	case model.LogTab:
		return p.log
	}
	return p.article
}

// column lays the bar, a hairline and the body out under each other, on a ground.
type column struct{}

func (column) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(size)
	o[1].Resize(fyne.NewSize(size.Width, barHeight-1))
	o[1].Move(fyne.NewPos(0, 0))
	o[2].Resize(fyne.NewSize(size.Width, 1))
	o[2].Move(fyne.NewPos(0, barHeight-1))
	o[3].Resize(fyne.NewSize(size.Width, fyne.Max(size.Height-barHeight, 0)))
	o[3].Move(fyne.NewPos(0, barHeight))
}
func (column) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, barHeight) }

// over lays things over each other.
type over struct{}

func (over) Layout(o []fyne.CanvasObject, size fyne.Size) {
	for _, x := range o {
		x.Move(fyne.NewPos(0, 0))
		x.Resize(size)
	}
}
func (over) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(60, 20) }

// barLayout is the tabs from the left, then the tools and the fold button from the right.
type barLayout struct{}

func (barLayout) Layout(o []fyne.CanvasObject, size fyne.Size) {
	x := float32(side)
	n := len(o) - 2
	for _, t := range o[:n] {
		w := t.MinSize().Width
		t.Resize(fyne.NewSize(w, size.Height))
		t.Move(fyne.NewPos(x, 0))
		x += w + 20
	}
	end := size.Width - 10
	for _, t := range []fyne.CanvasObject{o[n+1], o[n]} {
		m := t.MinSize()
		t.Resize(m)
		t.Move(fyne.NewPos(end-m.Width, (size.Height-m.Height)/2))
		end -= m.Width + 10
	}
	if tools := o[n]; tools.Position().X < x { // no room beside the tabs
		tools.Move(fyne.NewPos(size.Width, 0))
	}
}
func (barLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, barHeight-1) }
