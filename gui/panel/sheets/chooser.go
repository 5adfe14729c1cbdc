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
)

// chooser asks which neighbours shall come.
func (p *Panel) chooser() *card {
	rows := newList(func(i int) { p.send(model.SheetMark{Row: i}) })
	note := part.NewStack(0)
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
		note.Objects = []fyne.CanvasObject{muted(chooserNote(len(data), sum))}
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
	c.head.Add(inset(0, 8, note))
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
