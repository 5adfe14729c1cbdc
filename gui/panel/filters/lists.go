package filters

import (
	"fmt"
	"slices"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"skein/graph"
	"skein/graph/snapshot"
	"skein/gui/model"
	"skein/gui/part"
	"skein/gui/theme"
)

// short is how many lines of a long list are shown at first, step how many more each time it is opened further.
const (
	short = 5
	step  = 50
)

// row is a line of a list: a click switches, a click on its number (or the right button) leaves only this.
func (p *Panel) row(key string, d part.RowData, tapped, only func()) *part.Row {
	r, ok := p.rows[key]
	if !ok {
		r = part.NewRow(d, nil)
		r.Tips, r.RightTip = p.tips, "Only these; again: all"
		p.rows[key] = r
	} else {
		r.Set(d)
	}
	r.OnTapped, r.OnRight = tapped, only
	r.OnSecondary = func(fyne.Position) { only() }
	return r
}

func (p *Panel) kinds() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for _, c := range p.last.Facets.Kinds {
		d := part.RowData{Kind: c.Value, Label: c.Label, Right: model.Number(c.N), Off: slices.Contains(p.last.Filters.KindsOff, c.Value)}
		r := p.row("kind/"+string(c.Value), d,
			func() { p.set(p.last.Filters.ToggleKind(c.Value), "filter by kind") },
			func() { p.set(p.last.Filters.OnlyKind(c.Value), "filter by kind") })
		if c.Value == graph.Event {
			r.Tip = "Hollow where it is not told as having happened"
		}
		out = append(out, r)
	}
	return out
}

func (p *Panel) modalities() []fyne.CanvasObject {
	const label = "filter by kind of statement"
	var out []fyne.CanvasObject
	for _, c := range p.last.Facets.Modalities {
		off := slices.Contains(p.last.Filters.ModalitiesOff, c.Value)
		d := part.RowData{Mark: part.Sample(c.Value, off), Label: c.Label, Right: model.Number(c.N), Off: off}
		out = append(out, p.row("modality/"+string(c.Value), d,
			func() { p.set(p.last.Filters.ToggleModality(c.Value), label) },
			func() { p.set(p.last.Filters.OnlyModality(c.Value), label) }))
	}
	if n := len(p.disputed); n > 0 {
		r := p.row("disputed", part.RowData{Mark: part.DisputedSample(), Label: "Disputed", Right: model.Number(n)}, p.nextDispute, p.nextDispute)
		r.Tip = "Asserted by some, denied by others: a click goes to the next"
		r.RightTip = r.Tip
		out = append(out, r)
	}
	return out
}

// nextDispute goes from line to line of those that are disputed.
func (p *Panel) nextDispute() {
	p.send(model.SelectEdge{Edge: p.disputed[p.turn%len(p.disputed)]})
	p.turn++
}

// disputes are the lines with claims that contradict each other, each once.
func disputes(s *snapshot.Snapshot) []model.Edge {
	var out []model.Edge
	seen := map[model.Edge]bool{}
	claims := s.Claims()
	for i := range claims {
		c := &claims[i]
		if !c.Disputed || c.To < 0 {
			continue
		}
		if e := model.EdgeOf(c.Subject, c.Object); !seen[e] {
			seen[e] = true
			out = append(out, e)
		}
	}
	return out
}

// lists are the lists of which nothing or something is chosen.
func (p *Panel) lists() []fyne.CanvasObject {
	f, n := p.last.Filters, p.last.Facets
	var out []fyne.CanvasObject
	out = append(out, list(p, "Relations", "filter by relation", capitals(n.Relations), f.Relations,
		func(f *model.Filters) *[]graph.Predicate { return &f.Relations })...)
	out = append(out, list(p, "Who says", "filter by speaker", n.Speakers, f.SaidBy,
		func(f *model.Filters) *[]graph.ID { return &f.SaidBy })...)
	out = append(out, list(p, "Articles", "filter by article", n.Articles, f.Articles,
		func(f *model.Filters) *[]graph.ID { return &f.Articles })...)
	if len(n.Outlets) > 1 || len(f.Outlets) > 0 {
		out = append(out, list(p, "Outlets", "filter by outlet", n.Outlets, f.Outlets,
			func(f *model.Filters) *[]string { return &f.Outlets })...)
	}
	return out
}

// list is a heading with the lines of a list. What is chosen is always shown, the rest as far as the list is open.
func list[T comparable](p *Panel, name, label string, all []model.Count[T], chosen []T, of func(*model.Filters) *[]T) []fyne.CanvasObject {
	if len(all) == 0 {
		return nil
	}
	change := func(to func([]T) []T) func() {
		return func() {
			f := p.last.Filters
			*of(&f) = to(*of(&f))
			p.set(f, label)
		}
	}
	out := []fyne.CanvasObject{p.heading(name, len(chosen) > 0, func(f *model.Filters) { *of(f) = nil })}
	most := max(short, p.shownIn[name])
	if len(all) <= most+1 {
		most = len(all)
	}
	for i, c := range all {
		on := slices.Contains(chosen, c.Value)
		if i >= most && !on {
			continue
		}
		d := part.RowData{Label: c.Label, Right: model.Number(c.N), Chosen: on, Off: len(chosen) > 0 && !on}
		out = append(out, p.row(fmt.Sprintf("%s/%v", name, c.Value), d,
			change(func(now []T) []T { return toggled(now, c.Value) }),
			change(func(now []T) []T { return only(now, c.Value) })))
	}
	return append(out, p.more(name, len(all), most)...)
}

// more opens a long list further, or folds it again.
func (p *Panel) more(name string, all, most int) []fyne.CanvasObject {
	links := part.NewAcross(14, -1)
	link := func(text string, to int) {
		links.Add(part.NewLink(text, part.Style{Size: theme.SmallSize, Color: theme.Accent, Whole: true}, func() {
			p.shownIn[name] = to
			p.rebuild(false)
		}))
	}
	switch left := all - most; {
	case left > step:
		link(fmt.Sprintf("%d more of %s", step, model.Number(left)), most+step)
	case left > 0:
		link(model.Number(left)+" more", all)
	}
	if most > short && all > short+1 {
		link("fewer", 0)
	}
	if len(links.Objects) == 0 {
		return nil
	}
	return []fyne.CanvasObject{inset(5, 3, links)}
}

// toggled is a list with x in it, or without it when it was.
func toggled[T comparable](list []T, x T) []T {
	if i := slices.Index(list, x); i >= 0 {
		return slices.Delete(slices.Clone(list), i, i+1)
	}
	return append(slices.Clone(list), x)
}

// only is the list of x alone; when it was that already, the empty list.
func only[T comparable](list []T, x T) []T {
	if len(list) == 1 && list[0] == x {
		return nil
	}
	return []T{x}
}

// capitals are choices with labels that begin with a capital.
func capitals[T any](list []model.Count[T]) []model.Count[T] {
	out := slices.Clone(list)
	for i, c := range out {
		r, n := utf8.DecodeRuneInString(c.Label)
		out[i].Label = string(unicode.ToUpper(r)) + c.Label[n:]
	}
	return out
}

// sureText says what the histogram is set to, and how many claims are at least as sure.
func (p *Panel) sureText(threshold float64) string {
	n := 0
	for i, c := range p.last.Facets.Histogram {
		if float64(i)/model.Bins >= threshold-1e-9 {
			n += c
		}
	}
	if threshold == 0 {
		return "all, however unsure · " + model.Quantity(n, "claim", "claims")
	}
	return fmt.Sprintf("at least %.2f · %s", threshold, model.Quantity(n, "claim", "claims"))
}
