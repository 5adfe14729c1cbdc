// Package filters is the panel at the left: what kinds there are, which is also the legend; what kinds of statement;
// relations, articles and outlets, who says it, how sure it is, and when. Every line switches something, every number
// leaves only what it counts; the numbers are the whole graph's, so nothing jumps while filters are tried.
package filters

import (
	"reflect"

	"fyne.io/fyne/v2"

	"skein/graph/snapshot"
	"skein/gui/model"
	"skein/gui/part"
	"skein/gui/theme"
)

// side is the room at both sides.
const side = 16

// Panel is the panel.
type Panel struct {
	send func(model.Msg)
	tips *part.Tips

	page  *part.Page
	hist  *part.Histogram
	sure  *part.Line // says what the histogram is set to
	dates *dates
	foot  *fyne.Container
	root  *fyne.Container

	rows     map[string]*part.Row // by list and value: a row stays the same while it is shown, and so does the pointer's mark on it
	shownIn  map[string]int       // how many lines of a long list are shown, where more than at first
	disputed []model.Edge         // lines with claims that contradict each other
	turn     int                  // the one of them to go to next

	last    *model.State
	snap    *snapshot.Snapshot
	filters model.Filters
}

// New makes the panel. Shortcuts typed into its fields are offered to keys.
func New(send func(model.Msg), keys func(fyne.Shortcut) bool, tips *part.Tips) *Panel {
	p := &Panel{send: send, tips: tips, rows: map[string]*part.Row{}, shownIn: map[string]int{}}
	p.hist = part.NewHistogram()
	p.hist.AtLeast = true
	p.hist.OnSet = func(first, _ int) {
		f := p.last.Filters
		f.MinConfidence = float64(first) / model.Bins
		p.send(model.SetFilters{Filters: f, Label: "filter by confidence", Join: true})
	}
	p.sure = part.NewLine("", part.Style{Size: theme.SmallSize, Color: theme.Muted})
	p.hist.OnMove = func(first, _ int) { p.sure.SetText(p.sureText(float64(first) / model.Bins)) }
	p.dates = newDates(p, keys)
	p.page = part.NewPage(part.NewStack(0))
	p.foot = part.NewStack(0)
	p.root = &fyne.Container{Layout: column{}, Objects: []fyne.CanvasObject{part.Ground(theme.Panel), p.page, p.foot}}
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

// Show shows the state.
func (p *Panel) Show(s *model.State) {
	first := p.last == nil
	same := !first && s.Snap == p.snap && reflect.DeepEqual(s.Filters, p.filters)
	if s.Snap != p.snap {
		p.disputed, p.turn = disputes(s.Snap), 0
		p.dates.calendar = calendarOf(s.Snap)
	}
	p.last, p.snap, p.filters = s, s.Snap, s.Filters
	if !same {
		p.rebuild(first)
	}
}

func (p *Panel) set(f model.Filters, label string) {
	p.send(model.SetFilters{Filters: f, Label: label})
}

// rebuild lists everything anew, from the top or from where it was.
func (p *Panel) rebuild(top bool) {
	s := p.last
	f := s.Filters
	rows := []fyne.CanvasObject{part.Gap(6)}
	add := func(o ...fyne.CanvasObject) { rows = append(rows, o...) }
	add(p.heading("Kinds", len(f.KindsOff) > 0, func(f *model.Filters) { f.KindsOff = nil }))
	add(p.kinds()...)
	add(p.heading("Happened?", len(f.ModalitiesOff) > 0, func(f *model.Filters) { f.ModalitiesOff = nil }))
	add(p.modalities()...)
	if s.Facets.Claims == 0 {
		add(inset(18, 0, part.Plain("Relations, speakers, articles, confidence and dates are listed here once articles are in the graph.", theme.Muted, theme.SmallSize)))
	} else {
		add(p.lists()...)
		add(p.heading("Confidence", f.MinConfidence > 0, func(f *model.Filters) { f.MinConfidence = 0 }))
		p.hist.Set(s.Facets.Histogram[:], int(f.MinConfidence*model.Bins+1e-9), model.Bins-1)
		p.sure.SetText(p.sureText(f.MinConfidence))
		add(inset(4, 4, p.hist), inset(0, 0, p.sure))
		add(p.heading("When", f.Since != "" || f.Until != "" || f.DatedOnly, func(f *model.Filters) {
			f.Since, f.Until, f.DatedOnly = "", "", false
		}))
		add(p.dates.rows(f)...)
	}
	add(part.Gap(20))
	p.page.Set(rows, top)
	p.footer()
}

// footer says how much passes, and lets all filters be dropped.
func (p *Panel) footer() {
	s := p.last
	p.foot.Objects = nil
	if !s.Filters.Empty() {
		all := part.NewLink("Clear filters", part.Style{Size: theme.SmallSize, Color: theme.Accent, Whole: true}, func() {
			p.set(model.Filters{}, "clear filters")
		})
		text := model.Number(s.Facets.Passing) + " of " + model.Quantity(s.Facets.Claims, "claim", "claims")
		p.foot.Objects = []fyne.CanvasObject{part.Rule(), inset(10, 10, part.NewAcross(8, 0,
			part.NewLine(text, part.Style{Size: theme.SmallSize, Color: theme.Muted}), all))}
	}
	p.root.Refresh()
}

// inset keeps the room at both sides, and more above and below.
func inset(top, bottom float32, o fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: part.Inset{Left: side, Top: top, Right: side, Bottom: bottom}, Objects: []fyne.CanvasObject{o}}
}

// heading heads a section; while something in it is filtered it lets that be dropped.
func (p *Panel) heading(text string, set bool, drop func(*model.Filters)) fyne.CanvasObject {
	line := part.NewAcross(8, 0, part.Heading(text))
	if set {
		line.Add(part.NewLink("all", part.Style{Size: theme.SmallSize, Color: theme.Accent, Whole: true}, func() {
			f := p.last.Filters
			drop(&f)
			p.set(f, "clear a filter")
		}))
	}
	return &fyne.Container{Layout: part.Inset{Left: side, Top: 12, Right: side, Bottom: 3}, Objects: []fyne.CanvasObject{
		&fyne.Container{Layout: part.Fixed(18), Objects: []fyne.CanvasObject{line}}}}
}
