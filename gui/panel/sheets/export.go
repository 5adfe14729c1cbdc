package sheets

import (
	"fyne.io/fyne/v2"

	"skein/gui/model"
	"skein/gui/part"
)

// forms are what an export can be, with a sentence for each.
var forms = []struct {
	format      model.Format
	label, text string
}{
	{model.JSON, "JSON", "Node-link JSON with the sentence of every claim; NetworkX, graphology and Skein read it."},
	{model.PNG, "PNG", "A picture of the canvas, as it is on the screen."},
	{model.SVG, "SVG", "A drawing of the canvas that can be enlarged and edited."},
}

// export asks what, as what, and where.
func (p *Panel) export() *card {
	field := p.field("Path")
	format := part.NewAcross(6, -1)
	about := part.NewStack(0)
	there := part.NewStack(0)
	deed := part.NewButton("Export", part.Primary, func() { p.send(model.SheetTake{At: -1}) })
	var buttons []*part.Button
	for _, f := range forms {
		b := part.NewButton(f.label, part.Outlined, func() { p.send(model.SheetExport{Format: f.format}) })
		buttons = append(buttons, b)
		format.Add(b)
	}
	scopes := newList(func(i int) { p.scope(i) })
	c := newCard(520, func(s *model.State) {
		typed(field, s)
		for i, f := range forms {
			buttons[i].SetOn(f.format == s.Sheet.Format)
			if f.format == s.Sheet.Format {
				about.Objects = []fyne.CanvasObject{muted(f.text)}
			}
		}
		var data []part.RowData
		for _, o := range s.ExportOffers() {
			d := part.RowData{Mark: part.Radio(o.Scope == s.Sheet.Scope), Label: o.Label, Right: o.Detail}
			if o.Off != "" {
				d.Off, d.Right = true, o.Off
			}
			data = append(data, d)
		}
		scopes.set(data, -1)
		deed.Label, there.Objects = "Export", nil
		if s.Sheet.Replace {
			deed.Label, there.Objects = "Replace", []fyne.CanvasObject{inset(6, 0, muted("There is a file of this name already."))}
		}
		deed.Refresh()
	})
	field.OnKey = func(k fyne.KeyName) bool {
		switch k {
		case fyne.KeyDown:
			p.otherScope(1)
			return true
		case fyne.KeyUp:
			p.otherScope(-1)
			return true
		}
		return p.key(k)
	}
	c.focus = field
	p.titled(c, p.last)
	c.head.Add(inset(4, 2, part.Heading("What")))
	c.body, c.want = scopes.scroll, func(float32) float32 { return rowsHeight(4) }
	browse := part.NewButton("Browse…", part.Outlined, func() { p.send(model.Browse{For: model.BrowseSave}) })
	c.foot.Add(inset(10, 8, part.Heading("As")))
	c.foot.Add(inset(0, 6, format))
	c.foot.Add(inset(0, 0, about))
	c.foot.Add(inset(16, 8, part.Heading("To")))
	c.foot.Add(inset(0, 4, part.NewAcross(8, 0, part.Frame(field, "", ""), browse)))
	c.foot.Add(there)
	c.foot.Add(p.buttons("↑ ↓ choose what", deed))
	return c
}

// scope chooses a part that can be exported.
func (p *Panel) scope(i int) {
	if o := p.last.ExportOffers()[i]; o.Off == "" {
		p.send(model.SheetExport{Scope: o.Scope})
	}
}

// otherScope goes up or down the parts that can be exported.
func (p *Panel) otherScope(by int) {
	offers := p.last.ExportOffers()
	at := 0
	for i, o := range offers {
		if o.Scope == p.last.Sheet.Scope {
			at = i
		}
	}
	for range offers {
		at = (at + by + len(offers)) % len(offers)
		if offers[at].Off == "" {
			p.send(model.SheetExport{Scope: offers[at].Scope})
			return
		}
	}
}
