package sheets

import (
	"strings"

	"fyne.io/fyne/v2"

	"skein/gui/model"
	"skein/gui/part"
	"skein/gui/theme"
)

// pickRows is how many rows a sheet with a list is high: as many before as after something is typed.
const pickRows = 11

// hints are what stands in the field before anything is typed.
var hints = map[model.SheetKind]string{
	model.PaletteSheet: "What do you want to do? A command, or the name of an entity",
	model.RetypeSheet:  "Type",
	model.MergeSheet:   "The name of what it is the same as",
	model.PathSheet:    "The name of an entity",
	model.GraphSheet:   "The path of a graph, such as iraq.skein",
}

// pick is a field, and below it what one takes from: commands, types, entities, graphs.
func (p *Panel) pick(kind model.SheetKind) *card {
	field := p.field(hints[kind])
	rows := newList(func(i int) { p.send(model.SheetTake{At: i}) })
	none := part.NewLine("", part.Style{Color: theme.Muted})
	c := newCard(560, nil)
	c.high, c.focus = true, field
	c.show = func(s *model.State) {
		typed(field, s)
		items := s.SheetItems()
		data := make([]part.RowData, len(items))
		for i, it := range items {
			data[i] = row(it, kind)
		}
		rows.set(data, s.Sheet.At)
		none.SetText(nothing(s, len(items)))
		if len(items) == 0 {
			none.Show()
		} else {
			none.Hide() // else it would take the clicks of the first row
		}
	}
	if kind == model.PaletteSheet {
		c.head.Add(inset(16, 14, part.Frame(field, part.IconSearch, "")))
	} else {
		p.titled(c, p.last)
		c.head.Add(inset(0, 14, part.Frame(field, part.IconSearch, "")))
	}
	c.head.Add(part.Rule())
	c.body = &fyne.Container{Layout: listBody{rows}, Objects: []fyne.CanvasObject{rows.scroll, none}}
	c.want = func(float32) float32 { return rowsHeight(pickRows) }
	c.foot.Add(footer("↑ ↓ choose      Enter take      Esc close"))
	return c
}

// listBody lays a list out, and the line that stands there when it is empty.
type listBody struct{ rows *list }

func (l listBody) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Move(fyne.NewPos(0, 0))
	if o[0].Size() != size {
		o[0].Resize(size)
		l.rows.reveal()
	}
	o[1].Move(fyne.NewPos(side, listPad+4))
	o[1].Resize(fyne.NewSize(size.Width-2*side, o[1].MinSize().Height))
}
func (listBody) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 40) }

// row is an item as a row.
func row(it model.Item, kind model.SheetKind) part.RowData {
	d := part.RowData{Kind: it.Kind, Label: it.Label, Detail: it.Detail, Right: keyText(it.Key), Off: it.Off != ""}
	if it.Off != "" {
		d.Detail = it.Off
	}
	if kind == model.PaletteSheet && it.Kind == "" {
		d.Mark = part.Room(16) // names stand under each other, with a glyph or without
	}
	return d
}

// nothing says why the list is empty, "" when it is not.
func nothing(s *model.State, n int) string {
	text := strings.TrimSpace(s.Sheet.Text)
	switch {
	case n > 0:
		return ""
	case text != "":
		return "Nothing is called “" + text + "”."
	case s.Sheet.Kind == model.GraphSheet:
		return "No other graph was open lately. Type the path of one: it is made when it is not there."
	case len(s.Picture.Nodes) == 0:
		return "The canvas is empty: type a name."
	}
	return "Type a name."
}
