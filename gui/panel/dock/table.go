package dock

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"skein/graph/snapshot"
	"skein/gui/model"
	"skein/gui/part"
	"skein/gui/theme"
)

// table lists all entities or claims that pass the filters.
type table struct {
	send func(model.Msg)

	root  *fyne.Container
	heads *fyne.Container
	rows  *roll
	empty *part.Page
	list  []model.Row
	was   listed
	chose model.Selection
	last  *model.State

	choice           *fyne.Container
	counted          *part.Line
	entities, claims *part.Button
}

// listed is what the rows depend on.
type listed struct {
	snap  *snapshot.Snapshot
	view  *snapshot.View
	table model.Table
}

func newTable(send func(model.Msg)) *table {
	t := &table{send: send, rows: newRoll(), empty: part.NewPage(part.NewStack(0))}
	t.entities, t.claims = t.lists("Entities", model.EntityRows), t.lists("Claims", model.ClaimRows)
	t.counted = small("")
	t.choice = part.NewAcross(2, -1, t.counted, part.Room(6), t.entities, t.claims)
	t.heads = &fyne.Container{}
	t.root = &fyne.Container{Layout: headed{}, Objects: []fyne.CanvasObject{t.heads, part.Rule(), t.rows, t.empty}}
	return t
}

// lists is a button that chooses what is listed.
func (t *table) lists(label string, what model.Rows) *part.Button {
	b := part.NewButton(label, part.Flat, func() { t.send(model.ShowRows{What: what}) })
	b.Height = 26
	return b
}

func (t *table) object() fyne.CanvasObject { return t.root }

// headed lays heads, a hairline and rows out under each other; what stands for an empty table takes all.
type headed struct{}

const headHeight = 28

func (headed) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(fyne.NewSize(size.Width, headHeight))
	o[1].Resize(fyne.NewSize(size.Width, 1))
	o[1].Move(fyne.NewPos(0, headHeight))
	o[2].Resize(fyne.NewSize(size.Width, fyne.Max(size.Height-headHeight-1, 0)))
	o[2].Move(fyne.NewPos(0, headHeight+1))
	o[3].Resize(size)
}
func (headed) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, 40) }

func (t *table) show(s *model.State) {
	t.last = s
	now := listed{s.Snap, s.View, s.Table}
	selects := !slices.Equal(s.Selection.Entities, t.chose.Entities) || s.Selection.Claim != t.chose.Claim
	t.chose = s.Selection
	switch {
	case now != t.was:
		top := now.table != t.was.table
		t.was = now
		t.list = s.Rows()
		t.count()
		t.arrange(top)
	case selects:
		t.mark()
	}
}

func (t *table) arrange(top bool) {
	full := len(t.list) > 0
	show(t.heads, full)
	show(t.root.Objects[1], full)
	show(t.rows, full)
	show(t.empty, !full)
	if !full {
		t.empty.Set(t.nothing(), true)
		return
	}
	columns := t.last.Table.Columns()
	places := &cells{columns: columns}
	t.heads.Layout = places
	t.heads.Objects = nil
	for i, c := range columns {
		t.heads.Add(newHead(c, t.last.Table, i, func() { t.send(model.SortTable{Column: i}) }))
	}
	t.root.Layout.Layout(t.root.Objects, t.root.Size())
	t.rows.set(items{
		n:      len(t.list),
		height: func(int, float32) float32 { return theme.RowHeight },
		build:  func(i int) fyne.CanvasObject { return newTableRow(t, i, places) },
	}, top)
}

func (t *table) nothing() []fyne.CanvasObject {
	if !t.last.Filters.Empty() {
		return vacant("Nothing passes the filters", "What is in the graph is kept back by the filters at the left.",
			part.NewButton("Clear filters", part.Outlined, func() { t.send(model.SetFilters{Label: "clear filters"}) }))
	}
	return vacant("Nothing to list yet", "When articles are in the graph, all entities and all claims can be listed and sorted here.",
		part.NewButton("Import…", part.Primary, func() { t.send(model.ChooseImport{}) }))
}

// mark lights the rows of what is selected.
func (t *table) mark() {
	for i, o := range t.rows.made {
		o.(*tableRow).mark(t.chosen(i))
	}
}

func (t *table) chosen(i int) bool {
	row := t.list[i]
	if row.Claim != "" {
		return row.Claim == t.last.Selection.Claim
	}
	return t.last.Selection.Has(row.Entity)
}

// take goes to what a row is about: to the entity, or to the line and the sentence of the claim.
func (t *table) take(i int) {
	row := t.list[i]
	if row.Claim == "" {
		t.send(model.Go{Entity: row.Entity})
		return
	}
	c := t.last.Snap.Claims()[row.Index]
	entities := t.last.Snap.Entities()
	if c.To >= 0 && c.To != c.From {
		t.send(model.SelectEdge{Edge: model.EdgeOf(entities[c.From].ID, entities[c.To].ID)})
	} else {
		t.send(model.Go{Entity: entities[c.From].ID})
	}
	t.send(model.OpenClaim{Claim: row.Claim})
}

// tools choose between entities and claims.
func (t *table) tools() fyne.CanvasObject { return t.choice }

// count says how many rows there are, and of what.
func (t *table) count() {
	what, n := t.last.Table.What, len(t.list)
	text := model.Quantity(n, "entity", "entities")
	if what == model.ClaimRows {
		text = model.Quantity(n, "claim", "claims")
	}
	if !t.last.Filters.Empty() {
		text += " pass the filters"
	}
	t.counted.SetText(text)
	t.entities.SetOn(what == model.EntityRows)
	t.claims.SetOn(what == model.ClaimRows)
}

// cells lays the cells of a row out.
type cells struct {
	columns []model.Column
	width   float32 // that the places hold for
	x, w    []float32
}

// Room between columns, and before the first one's text: its glyph.
const (
	cellGap   = 24
	glyphSize = 14
	glyphRoom = glyphSize + 9
)

// place works out where the columns stand in a row of a width: each has its share, but no less than its name needs.
func (c *cells) place(width float32) {
	if c.x != nil && width == c.width {
		return
	}
	n := len(c.columns)
	c.width, c.x, c.w = width, make([]float32, n), make([]float32, n)
	gap := float32(cellGap)
	if width < 900 {
		gap = 14
	}
	room, shares := width-2*side-gap*float32(n-1), float32(0)
	least := make([]float32, n)
	for i, col := range c.columns {
		least[i] = fyne.MeasureText(col.Label+" ↓", theme.SmallSize, fyne.TextStyle{Bold: true}).Width + 1
		shares += col.Share
	}
	for again := true; again; { // a column that gets more than its share leaves less for the others
		again = false
		for i, col := range c.columns {
			if c.w[i] == 0 && room*col.Share/shares < least[i] {
				c.w[i] = least[i]
				room -= least[i]
				shares -= col.Share
				again = true
			}
		}
	}
	x := float32(side)
	for i, col := range c.columns {
		if c.w[i] == 0 {
			c.w[i] = room * col.Share / shares
		}
		c.x[i] = x
		x += c.w[i] + gap
	}
}

func (c *cells) Layout(o []fyne.CanvasObject, size fyne.Size) {
	c.place(size.Width)
	for i, x := range o {
		x.Move(fyne.NewPos(c.x[i], 0))
		x.Resize(fyne.NewSize(c.w[i], size.Height))
	}
}
func (c *cells) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, headHeight) }

// head is the name of a column; a click sorts by it.
type head struct {
	widget.BaseWidget
	column   model.Column
	arrow    string // "" where the table is not sorted by it
	first    bool
	hovered  bool
	onTapped func()
	text     *canvas.Text
}

func newHead(c model.Column, t model.Table, i int, tapped func()) *head {
	h := &head{column: c, first: i == 0, onTapped: tapped}
	if t.By == i {
		h.arrow = "↑"
		if t.Down {
			h.arrow = "↓"
		}
	}
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer draws it.
func (h *head) CreateRenderer() fyne.WidgetRenderer {
	h.text = canvas.NewText("", theme.Color(theme.Muted))
	h.text.TextSize = theme.SmallSize
	return &headRenderer{h}
}

type headRenderer struct{ h *head }

func (r *headRenderer) Destroy()                     {}
func (r *headRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.h.text} }
func (r *headRenderer) MinSize() fyne.Size           { return fyne.NewSize(20, headHeight) }

func (r *headRenderer) Refresh() {
	r.Layout(r.h.Size())
	r.h.text.Refresh()
}

func (r *headRenderer) Layout(size fyne.Size) {
	h := r.h
	style := part.Style{Size: theme.SmallSize, Bold: h.arrow != ""}
	arrow := h.arrow
	if arrow != "" {
		arrow = " " + arrow
	}
	room := fyne.MeasureText(arrow, theme.SmallSize, fyne.TextStyle{Bold: true}).Width
	h.text.Text = part.Fitted(h.column.Label, size.Width-room, style) + arrow
	h.text.TextStyle = fyne.TextStyle{Bold: style.Bold}
	h.text.Color = theme.Color(theme.Muted)
	if h.hovered || h.arrow != "" {
		h.text.Color = theme.Color(theme.Text)
	}
	m := h.text.MinSize()
	x := float32(0)
	switch {
	case h.column.Number:
		x = size.Width - m.Width
	case h.first:
		x = glyphRoom
	}
	h.text.Resize(m)
	h.text.Move(fyne.NewPos(x, (size.Height-m.Height)/2))
}

// Tapped sorts.
func (h *head) Tapped(*fyne.PointEvent) { h.onTapped() }

// MouseIn lights it.
func (h *head) MouseIn(*desktop.MouseEvent) {
	h.hovered = true
	h.Refresh()
}

// MouseMoved does nothing.
func (h *head) MouseMoved(*desktop.MouseEvent) {}

// MouseOut dims it.
func (h *head) MouseOut() {
	h.hovered = false
	h.Refresh()
}

// Cursor is a hand.
func (h *head) Cursor() desktop.Cursor { return desktop.PointerCursor }
