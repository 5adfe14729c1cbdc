package sheets

import (
	"fyne.io/fyne/v2"

	"skein/gui/model"
	"skein/gui/part"
	"skein/gui/theme"
)

// importing asks for files.
func (p *Panel) importing() *card {
	field := p.field("or type the path of a file or folder")
	button := func(label string, b model.Browsing) fyne.CanvasObject {
		return part.NewButton(label, part.Outlined, func() { p.send(model.Browse{For: b}) })
	}
	take := func() {
		if p.last.Sheet.Text != "" {
			p.send(model.SheetTake{At: -1})
		}
	}
	deed := part.NewButton("Import", part.Primary, take)
	c := newCard(520, func(s *model.State) {
		typed(field, s)
		ready(deed, s.Sheet.Text != "")
	})
	field.OnKey = func(k fyne.KeyName) bool {
		if k == fyne.KeyReturn || k == fyne.KeyEnter {
			take()
			return true
		}
		return p.key(k)
	}
	c.focus = field
	p.titled(c, p.last)
	drop := part.NewStack(0, part.Gap(20), centred(part.NewIcon(part.IconFile, theme.Muted, 28)), part.Gap(8),
		centred(part.NewLine("Drop articles or folders anywhere onto the window", part.Style{Whole: true})), part.Gap(3),
		centred(part.NewLine("Text, Markdown and HTML. Nothing leaves this computer.", part.Style{Size: theme.SmallSize, Color: theme.Muted, Whole: true})),
		part.Gap(14), centred(part.NewAcross(8, -1, button("Choose file…", model.BrowseFile), button("Choose folder…", model.BrowseFolder))), part.Gap(20))
	c.head.Add(inset(2, 12, framed(drop)))
	c.head.Add(inset(0, 0, part.Frame(field, "", "")))
	if p.last.Import.Running {
		c.head.Add(inset(8, 0, muted("An import is under way; this one follows it.")))
	}
	c.foot.Add(p.buttons("", deed))
	return c
}

// middle lays an object out in the middle, at its least size.
type middle struct{}

func (middle) Layout(o []fyne.CanvasObject, size fyne.Size) {
	m := o[0].MinSize()
	m.Width = fyne.Min(m.Width, size.Width)
	o[0].Resize(m)
	o[0].Move(fyne.NewPos((size.Width-m.Width)/2, (size.Height-m.Height)/2))
}
func (middle) MinSize(o []fyne.CanvasObject) fyne.Size { return o[0].MinSize() }

func centred(o fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: middle{}, Objects: []fyne.CanvasObject{o}}
}

// framed puts something on a quiet ground with a hairline around.
func framed(o fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: part.Inset{}, Objects: []fyne.CanvasObject{part.NewPlate(theme.Canvas, theme.Line, theme.Corner), o}}
}
