package sheets

import (
	"skein/gui/model"
	"skein/gui/part"
)

// rename asks for another name.
func (p *Panel) rename() *card {
	field := p.field("Name")
	deed := part.NewButton("Rename", part.Primary, func() { p.send(model.SheetTake{At: -1}) })
	c := newCard(440, func(s *model.State) { typed(field, s) })
	c.focus = field
	p.titled(c, p.last)
	c.head.Add(inset(0, 8, part.Frame(field, "", "")))
	c.head.Add(inset(0, 0, muted("The names that articles use stay among its other names. An empty one brings back what the articles call it.")))
	c.foot.Add(p.buttons("", deed))
	return c
}
