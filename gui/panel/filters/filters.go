// Package filters is the panel at the left: what kinds there are, which is also the legend; what kinds of statement;
// relations, articles and outlets, who says it, how sure it is, and when. Every line switches something; the numbers are
// the whole graph's, so nothing jumps while filters are tried.
package filters

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"skein/graph"
	"skein/gui/model"
	"skein/gui/part"
	"skein/gui/theme"
)

// short is how many lines a long list shows until it is opened.
const short = 5

// Panel is the panel.
type Panel struct {
	send func(model.Msg)

	page   *part.Page
	hist   *part.Histogram
	since  *part.Field
	until  *part.Field
	root   *fyne.Container
	footer *fyne.Container

	open  map[string]bool // long lists that are shown whole
	shown key
	last  *model.State
}

// key is what the panel depends on.
type key struct {
	facets  *int
	filters string
	folded  string
}

// New makes the panel. Shortcuts typed into its fields are offered to keys.
func New(send func(model.Msg), keys func(fyne.Shortcut) bool) *Panel {
	p := &Panel{send: send, open: map[string]bool{}}
	p.hist = part.NewHistogram(func(t float64) {
		f := p.last.Filters
		f.MinConfidence = t
		p.set(f, "filter by confidence")
	})
	p.since, p.until = p.dateField("from 2023-07", keys), p.dateField("to 2024", keys)
	p.page = part.NewPage(part.NewStack(0))
	p.footer = part.NewStack(0)
	p.root = &fyne.Container{Layout: column{}, Objects: []fyne.CanvasObject{part.Ground(theme.Panel), p.page, p.footer}}
	return p
}

// column lays a page out over a footer of its own height, on a ground.
type column struct{}

func (column) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(size)
	foot := part.HeightOf(o[2], size.Width)
	o[1].Resize(fyne.NewSize(size.Width, size.Height-foot))
	o[1].Move(fyne.NewPos(0, 0))
	o[2].Resize(fyne.NewSize(size.Width, foot))
	o[2].Move(fyne.NewPos(0, size.Height-foot))
}
func (column) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(120, 80) }

// Object is the panel's widget.
func (p *Panel) Object() fyne.CanvasObject { return p.root }

func (p *Panel) dateField(hint string, keys func(fyne.Shortcut) bool) *part.Field {
	f := part.NewField(hint)
	f.OnShortcut = keys
	f.OnSubmitted = func(string) { p.setDates() }
	f.OnFocus = func(in bool) {
		if !in {
			p.setDates()
		}
	}
	return f
}

// setDates takes the two fields.
func (p *Panel) setDates() {
	f := p.last.Filters
	if f.Since == p.since.Text && f.Until == p.until.Text {
		return
	}
	f.Since, f.Until = p.since.Text, p.until.Text
	p.set(f, "filter by date")
}

func (p *Panel) set(f model.Filters, label string) {
	p.send(model.SetFilters{Filters: f, Label: label, Join: label == "filter by confidence"})
}

// Show shows the state.
func (p *Panel) Show(s *model.State) {
	first := p.last == nil
	k := key{filters: fmt.Sprint(s.Filters), folded: fmt.Sprint(len(p.open))}
	if len(s.Facets.Kinds) > 0 {
		k.facets = &s.Facets.Kinds[0].N
	}
	if !first && k == p.shown {
		p.last = s
		return
	}
	p.last, p.shown = s, k
	p.rebuild(first)
}

func (p *Panel) rebuild(top bool) {
	s := p.last
	if p.since.Text != s.Filters.Since {
		p.since.SetText(s.Filters.Since)
	}
	if p.until.Text != s.Filters.Until {
		p.until.SetText(s.Filters.Until)
	}
	rows := []fyne.CanvasObject{part.Gap(6)}
	add := func(o ...fyne.CanvasObject) { rows = append(rows, o...) }
	add(heading("Kinds"))
	add(p.kinds()...)
	add(heading("Happened?"))
	add(p.modalities()...)
	if len(s.Facets.Relations) > 0 {
		add(heading("Relations"))
		add(p.relations()...)
	}
	if len(s.Facets.Speakers) > 0 {
		add(heading("Who says"))
		add(p.speakers()...)
	}
	if len(s.Facets.Articles) > 0 {
		add(heading("Articles"))
		add(p.articles()...)
	}
	if len(s.Facets.Outlets) > 1 {
		add(heading("Outlets"))
		add(p.outlets()...)
	}
	if s.Facets.Claims > 0 {
		add(heading("Confidence"))
		p.hist.Set(s.Facets.Histogram[:], s.Filters.MinConfidence)
		add(part.Pad(16, 4, p.hist))
		text := "every claim, however unsure"
		if s.Filters.MinConfidence > 0 {
			text = fmt.Sprintf("at least %.2f", s.Filters.MinConfidence)
		}
		add(inset(part.NewLine(text, part.Style{Size: theme.SmallSize, Color: theme.Muted})))
		add(heading("When"))
		add(part.Pad(16, 4, part.NewStack(0, &fyne.Container{Layout: halves{8}, Objects: []fyne.CanvasObject{p.since, p.until}})))
		add(p.row(part.RowData{Label: "Undated claims too", Mark: part.Tick(!s.Filters.DatedOnly)}, func(f *model.Filters) {
			f.DatedOnly = !f.DatedOnly
		}, "filter by date"))
	}
	add(part.Gap(12))
	p.page.Set(rows, top)
	p.foot()
}

// foot says how much passes, and lets all filters be dropped.
func (p *Panel) foot() {
	s := p.last
	p.footer.Objects = nil
	if !s.Filters.Empty() {
		text := fmt.Sprintf("%s of %s claims pass", model.Number(s.Facets.Passing), model.Number(s.Facets.Claims))
		clear := part.NewLink("Clear filters", part.Style{Size: theme.SmallSize, Color: theme.Accent, Whole: true}, func() {
			p.send(model.SetFilters{Label: "clear filters"})
		})
		p.footer.Objects = []fyne.CanvasObject{part.Rule(), part.Pad(16, 9, part.NewAcross(8, 0,
			part.NewLine(text, part.Style{Size: theme.SmallSize, Color: theme.Muted}), clear))}
	}
	p.root.Refresh()
	p.root.Layout.Layout(p.root.Objects, p.root.Size())
}

// halves are two things of the same width.
type halves struct{ gap float32 }

func (h halves) Layout(o []fyne.CanvasObject, size fyne.Size) {
	w := (size.Width - h.gap) / 2
	for i, x := range o {
		x.Resize(fyne.NewSize(w, size.Height))
		x.Move(fyne.NewPos(float32(i)*(w+h.gap), 0))
	}
}
func (h halves) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(80, o[0].MinSize().Height)
}

func heading(text string) fyne.CanvasObject {
	return &fyne.Container{Layout: part.Inset{Left: 16, Top: 14, Right: 16, Bottom: 5}, Objects: []fyne.CanvasObject{part.Heading(text)}}
}

func inset(o fyne.CanvasObject) fyne.CanvasObject { return part.Pad(16, 0, o) }

// row is a line that changes the filters.
func (p *Panel) row(d part.RowData, change func(*model.Filters), label string) *part.Row {
	return part.NewRow(d, func() {
		f := p.last.Filters
		change(&f)
		p.set(f, label)
	})
}

func (p *Panel) kinds() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, c := range p.last.Facets.Kinds {
		off := slices.Contains(p.last.Filters.KindsOff, c.Value)
		r := p.row(part.RowData{Kind: c.Value, Label: c.Label, Right: model.Number(c.N), Off: off}, func(f *model.Filters) {
			*f = f.ToggleKind(c.Value)
		}, "filter by kind")
		r.OnSecondary = func(fyne.Position) { p.set(p.last.Filters.OnlyKind(c.Value), "filter by kind") }
		out = append(out, r)
	}
	return out
}

func (p *Panel) modalities() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, c := range p.last.Facets.Modalities {
		off := slices.Contains(p.last.Filters.ModalitiesOff, c.Value)
		r := p.row(part.RowData{Mark: part.Sample(c.Value, off), Label: c.Label, Right: model.Number(c.N), Off: off}, func(f *model.Filters) {
			*f = f.ToggleModality(c.Value)
		}, "filter by kind of statement")
		r.OnSecondary = func(fyne.Position) {
			p.set(p.last.Filters.OnlyModality(c.Value), "filter by kind of statement")
		}
		out = append(out, r)
	}
	return out
}

// choices are the lines of a list of which nothing or something is chosen.
func choices[T comparable](p *Panel, name string, all []model.Count[T], chosen []T, label string, toggle func(model.Filters, T) model.Filters) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for i, c := range all {
		on := slices.Contains(chosen, c.Value)
		if i >= short && !p.open[name] && !on && len(all) > short+1 {
			continue
		}
		out = append(out, p.row(part.RowData{Label: c.Label, Right: model.Number(c.N), Chosen: on, Off: len(chosen) > 0 && !on},
			func(f *model.Filters) { *f = toggle(*f, c.Value) }, label))
	}
	if len(all) <= short+1 {
		return out
	}
	more := fmt.Sprintf("%s more", model.Number(len(all)-short))
	if p.open[name] {
		more = "fewer"
	}
	link := part.NewLink(more, part.Style{Size: theme.SmallSize, Color: theme.Accent, Whole: true}, func() {
		p.open[name] = !p.open[name]
		p.rebuild(false)
	})
	return append(out, &fyne.Container{Layout: part.Inset{Left: 16, Top: 4, Right: 16, Bottom: 2}, Objects: []fyne.CanvasObject{part.NewAcross(0, -1, link)}})
}

func (p *Panel) relations() []fyne.CanvasObject {
	return choices(p, "relations", p.last.Facets.Relations, p.last.Filters.Relations, "filter by relation", model.Filters.ToggleRelation)
}

func (p *Panel) speakers() []fyne.CanvasObject {
	return choices(p, "speakers", p.last.Facets.Speakers, p.last.Filters.SaidBy, "filter by speaker", model.Filters.ToggleSpeaker)
}

func (p *Panel) outlets() []fyne.CanvasObject {
	return choices(p, "outlets", p.last.Facets.Outlets, p.last.Filters.Outlets, "filter by outlet", model.Filters.ToggleOutlet)
}

func (p *Panel) articles() []fyne.CanvasObject {
	return choices[graph.ID](p, "articles", p.last.Facets.Articles, p.last.Filters.Articles, "filter by article", model.Filters.ToggleArticle)
}
