package bar

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"skein/graph"
	"skein/graph/schema"
	"skein/graph/snapshot"
	"skein/gui/model"
	"skein/gui/part"
	"skein/gui/theme"
)

// search is the field in the middle of the bar, and the list of hits under it.
type search struct {
	send  func(model.Msg)
	field *part.Field
	frame *part.Framed
	layer *fyne.Container
	parts []fyne.CanvasObject // of the layer while it shows something
	list  *fyne.Container
	rows  []*part.Row
	typed string // the text last sent
	shown shown
}

// shown is what the list depends on.
type shown struct {
	open bool
	text string
	at   int
	snap *snapshot.Snapshot
}

func newSearch(send func(model.Msg), keys func(fyne.Shortcut) bool) *search {
	s := &search{send: send, field: part.NewField("Search")}
	s.frame = part.Frame(s.field, part.IconSearch, "Ctrl+F")
	s.field.OnShortcut = keys
	s.field.OnKey = s.key
	s.field.OnChanged = func(text string) {
		if text != s.typed {
			s.typed = text
			send(model.SearchText{Text: text})
		}
	}
	s.list = part.NewStack(0)
	s.parts = []fyne.CanvasObject{newBackdrop(func() { send(model.SearchClose{}) }), part.Card(part.Pad(0, 6, s.list))}
	s.layer = &fyne.Container{Layout: under{s.frame}} // never hidden: Fyne does not paint what it has not seen before
	return s
}

// key takes the keys that move in the list.
func (s *search) key(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyDown:
		s.send(model.SearchMove{By: 1})
	case fyne.KeyUp:
		s.send(model.SearchMove{By: -1})
	case fyne.KeyReturn, fyne.KeyEnter:
		s.send(model.SearchTake{At: -1})
	case fyne.KeyEscape:
		s.send(model.SearchClose{})
	default:
		return false
	}
	return true
}

// show shows the state. What is being typed is never overwritten: a state may be older than the last key.
func (s *search) show(st *model.State) {
	if st.Snap != s.shown.snap {
		hint := "Search"
		if n := st.Facets.Entities; n > 0 {
			hint += " " + model.Quantity(n, "entity", "entities")
		}
		s.field.SetPlaceHolder(hint)
	}
	if !st.Search.Open && s.field.Text != "" {
		s.typed = ""
		s.field.SetText("")
	}
	now := shown{st.Search.Open && st.Search.Text != "" && st.Sheet.Kind == model.NoSheet, st.Search.Text, st.Search.At, st.Snap}
	if now == s.shown {
		return
	}
	s.shown = now
	s.layer.Objects = nil
	if now.open {
		s.fill(st)
		s.layer.Objects = s.parts
	}
	s.layer.Refresh()
}

// fill lists the hits. Rows are used again from key to key.
func (s *search) fill(st *model.State) {
	hits := st.Search.Hits
	for len(s.rows) < len(hits) {
		i := len(s.rows)
		s.rows = append(s.rows, part.NewRow(part.RowData{}, func() { s.send(model.SearchTake{At: i}) }))
	}
	s.list.Objects = s.list.Objects[:0]
	for i, h := range hits {
		e := &st.Snap.Entities()[h.Entity]
		info, _ := schema.TypeOf(e.Type)
		d := part.RowData{Kind: model.KindOf(*e), Label: e.Name, Detail: info.Label, Chosen: i == st.Search.At,
			Right: model.Number(len(st.Snap.ClaimsOf(h.Entity)))}
		d.Hollow = d.Kind == graph.Event && e.Modality != "" && e.Modality != graph.Asserted
		if h.Name != e.Name {
			d.Detail, d.Insist = "“"+h.Name+"”", true
		}
		s.rows[i].Set(d)
		s.list.Objects = append(s.list.Objects, s.rows[i])
	}
	if len(hits) == 0 {
		s.list.Objects = append(s.list.Objects, part.Pad(16, 6, part.NewStack(4,
			part.NewLine("Nothing is called “"+st.Search.Text+"”", part.Style{}),
			part.Plain("Names, other names and acronyms are looked through; a slip or two is forgiven.", theme.Muted, theme.SmallSize))))
	}
}

// under lays out a backdrop below the bar and the card of hits under the field, a little wider than it.
type under struct{ field fyne.CanvasObject }

func (u under) Layout(o []fyne.CanvasObject, size fyne.Size) {
	if len(o) == 0 {
		return
	}
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(u.field)
	below := at.Y + u.field.Size().Height
	o[0].Move(fyne.NewPos(0, below))
	o[0].Resize(fyne.NewSize(size.Width, fyne.Max(size.Height-below, 0)))
	wide := fyne.Min(fyne.Max(u.field.Size().Width+40, 420), size.Width-16)
	x := at.X + (u.field.Size().Width-wide)/2
	x = fyne.Max(8, fyne.Min(x, size.Width-wide-8))
	o[1].Resize(fyne.NewSize(wide, part.HeightOf(o[1], wide)))
	o[1].Move(fyne.NewPos(x, at.Y+u.field.Size().Height+6))
}

func (under) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// backdrop is nothing to be seen, but takes clicks.
type backdrop struct {
	widget.BaseWidget
	tapped func()
}

func newBackdrop(tapped func()) *backdrop {
	b := &backdrop{tapped: tapped}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer draws nothing.
func (b *backdrop) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{})
}

// Tapped takes a click.
func (b *backdrop) Tapped(*fyne.PointEvent) { b.tapped() }

// TappedSecondary takes a right click.
func (b *backdrop) TappedSecondary(*fyne.PointEvent) { b.tapped() }
