package sheets

import (
	"fmt"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"skein/graph/schema"
	"skein/gui/model"
	"skein/gui/part"
	"skein/gui/theme"
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

// chooser asks which neighbours shall come.
func (p *Panel) chooser() *card {
	rows := newList(func(i int) { p.send(model.SheetMark{Row: i}) })
	note := muted("")
	noteBox := part.NewStack(0, note)
	deed := part.NewButton("Expand", part.Primary, func() { p.send(model.SheetTake{At: -1}) })
	c := newCard(440, nil)
	c.show = func(s *model.State) {
		data := make([]part.RowData, len(s.Sheet.Choices))
		sum := 0
		for i, ch := range s.Sheet.Choices {
			info, _ := schema.KindOf(ch.Kind)
			kind := info.Plural
			if ch.N == 1 {
				kind = info.Label
			}
			data[i] = part.RowData{Mark: part.NewAcross(10, -1, part.Tick(ch.On), part.Glyph(ch.Kind, false, false, 16)),
				Label: ch.Label, Detail: strings.ToLower(kind), Right: model.Number(ch.N)}
			if ch.On {
				sum += ch.N
			}
		}
		rows.set(data, s.Sheet.At)
		noteBox.Objects = []fyne.CanvasObject{muted(chooserNote(len(data), sum))}
		ready(deed, sum > 0)
	}
	c.focus = newCatcher(p.keys, func(k fyne.KeyName) bool {
		sheet := p.last.Sheet
		switch k {
		case fyne.KeySpace:
			p.send(model.SheetMark{Row: sheet.At})
			return true
		case fyne.KeyReturn, fyne.KeyEnter: // Enter alone takes the row it stands on
			if !slices.ContainsFunc(sheet.Choices, func(c model.Choice) bool { return c.On }) {
				p.send(model.SheetMark{Row: sheet.At})
			}
		}
		return p.key(k)
	})
	p.titled(c, p.last)
	c.head.Add(inset(0, 8, noteBox))
	c.head.Add(c.focus.(fyne.CanvasObject))
	c.head.Add(part.Rule())
	n := max(len(p.last.Sheet.Choices), 1)
	c.body, c.want = rows.scroll, func(float32) float32 { return rowsHeight(min(n, pickRows)) }
	c.foot.Add(part.Rule())
	c.foot.Add(p.buttons("Space marks      Enter expands", deed))
	return c
}

func chooserNote(n, sum int) string {
	switch {
	case n == 0:
		return "All that it is linked to is shown."
	case sum > model.ExpandLimit:
		return fmt.Sprintf("More than %d are chosen: the first %d come.", model.ExpandLimit, model.ExpandLimit)
	}
	return fmt.Sprintf("Neighbours that are not shown. At most %d come at a time.", model.ExpandLimit)
}

// importing asks for files.
func (p *Panel) importing() *card {
	field := p.field("or type the path of a file or folder")
	button := func(label string, b model.Browsing) fyne.CanvasObject {
		return part.NewButton(label, part.Outlined, func() { p.send(model.Browse{For: b}) })
	}
	deed := part.NewButton("Import", part.Primary, func() { p.send(model.SheetTake{At: -1}) })
	c := newCard(520, func(s *model.State) {
		typed(field, s)
		ready(deed, s.Sheet.Text != "")
	})
	field.OnKey = func(k fyne.KeyName) bool {
		if (k == fyne.KeyReturn || k == fyne.KeyEnter) && p.last.Sheet.Text == "" {
			return true // nothing to import yet
		}
		return p.key(k)
	}
	deed.OnTapped = func() {
		if p.last.Sheet.Text != "" {
			p.send(model.SheetTake{At: -1})
		}
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

// catcher takes the keys of a sheet without a field. It is not seen.
type catcher struct {
	widget.BaseWidget
	keys  func(fyne.Shortcut) bool
	onKey func(fyne.KeyName) bool
}

func newCatcher(keys func(fyne.Shortcut) bool, onKey func(fyne.KeyName) bool) *catcher {
	c := &catcher{keys: keys, onKey: onKey}
	c.ExtendBaseWidget(c)
	return c
}

// CreateRenderer draws nothing.
func (c *catcher) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(part.Gap(0)) }

// FocusGained does nothing.
func (c *catcher) FocusGained() {}

// FocusLost does nothing.
func (c *catcher) FocusLost() {}

// TypedRune does nothing.
func (c *catcher) TypedRune(rune) {}

// TypedKey does what the key does in the sheet.
func (c *catcher) TypedKey(e *fyne.KeyEvent) { c.onKey(e.Name) }

// TypedShortcut offers a shortcut to the window.
func (c *catcher) TypedShortcut(s fyne.Shortcut) {
	if c.keys != nil {
		c.keys(s)
	}
}

// AcceptsTab keeps the keyboard in the sheet.
func (c *catcher) AcceptsTab() bool { return true }
