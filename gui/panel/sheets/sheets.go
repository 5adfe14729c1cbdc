// Package sheets is what lies over the window and asks for something: the command palette, the help page, import and
// export, another graph, the chooser of an expansion, and the judgements that need a word more.
//
// A sheet holds nothing of its own. What is typed goes to the model as a message, what it offers comes from the model, so
// a test plays a sheet without a window. Keys: up and down choose, Enter takes, Esc closes; a click beside the sheet closes
// it too.
package sheets

import (
	"fyne.io/fyne/v2"

	"skein/graph"
	"skein/gui/model"
	"skein/gui/part"
	"skein/gui/theme"
)

// Panel is whatever sheet is open, over the whole window.
type Panel struct {
	send  func(model.Msg)
	keys  func(fyne.Shortcut) bool
	focus func(fyne.Focusable)

	root *fyne.Container
	open *card
	was  opened
	last *model.State
}

// opened is what a sheet is made for.
type opened struct {
	kind   model.SheetKind
	entity graph.ID
}

// New makes it, closed. Shortcuts typed while a sheet is open are offered to keys; focus gives something of the sheet the
// keyboard, as fyne.Canvas.Focus does.
func New(send func(model.Msg), keys func(fyne.Shortcut) bool, focus func(fyne.Focusable)) *Panel {
	p := &Panel{send: send, keys: keys, focus: focus}
	p.root = &fyne.Container{Layout: p}
	p.root.Hide()
	return p
}

// Object is what has to lie over the window, as large as the window.
func (p *Panel) Object() fyne.CanvasObject { return p.root }

// Show shows the state's sheet, or none.
func (p *Panel) Show(s *model.State) {
	p.last = s
	if s.Sheet.Kind == model.NoSheet {
		p.open, p.was = nil, opened{}
		p.root.Objects = nil
		p.root.Hide()
		return
	}
	now := opened{s.Sheet.Kind, s.Sheet.Entity}
	begins := p.open == nil || now != p.was
	if begins {
		p.was = now
		p.open = p.make(s)
		p.root.Objects = []fyne.CanvasObject{newStop(theme.Shade, func() { p.send(model.CloseSheet{}) }), p.open.object()}
	}
	p.open.show(s)
	p.root.Show()
	p.Layout(p.root.Objects, p.root.Size())
	p.root.Refresh()
	if begins && p.open.focus != nil {
		p.focus(p.open.focus)
		if f, ok := p.open.focus.(*part.Field); ok && f.Text != "" {
			f.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
		}
	}
}

// make makes the sheet that is open.
func (p *Panel) make(s *model.State) *card {
	switch s.Sheet.Kind {
	case model.HelpSheet:
		return p.help()
	case model.ImportSheet:
		return p.importing()
	case model.ExportSheet:
		return p.export()
	case model.ChooserSheet:
		return p.chooser()
	case model.RenameSheet:
		return p.rename()
	}
	return p.pick(s.Sheet.Kind)
}

// Layout dims the window and puts the card into it: in the middle, or with its top where it does not move while the
// sheet's content changes.
func (p *Panel) Layout(o []fyne.CanvasObject, size fyne.Size) {
	if p.open == nil || len(o) == 0 {
		return
	}
	o[0].Move(fyne.NewPos(0, 0))
	o[0].Resize(size)
	w := fyne.Min(p.open.width, size.Width-32)
	room := size.Height - 48
	y := float32(24)
	if p.open.high {
		y = fyne.Max(24, size.Height*0.13)
		room = size.Height - y - 24
	}
	h := fyne.Min(p.open.heightFor(w), room)
	if !p.open.high {
		y = fyne.Max(24, (size.Height-h)*0.44)
	}
	o[1].Move(fyne.NewPos((size.Width-w)/2, y))
	o[1].Resize(fyne.NewSize(w, h))
}

// MinSize is nothing: the window decides.
func (p *Panel) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 0) }

// key does what a key does in every sheet; true: it is taken.
func (p *Panel) key(k fyne.KeyName) bool {
	switch k {
	case fyne.KeyDown:
		p.send(model.SheetMove{By: 1})
	case fyne.KeyUp:
		p.send(model.SheetMove{By: -1})
	case fyne.KeyPageDown:
		p.send(model.SheetMove{By: 8})
	case fyne.KeyPageUp:
		p.send(model.SheetMove{By: -8})
	case fyne.KeyReturn, fyne.KeyEnter:
		p.send(model.SheetTake{At: -1})
	case fyne.KeyEscape:
		p.send(model.CloseSheet{})
	case fyne.KeyTab: // would leave the sheet for what lies below
	default:
		return false
	}
	return true
}

// field is where one types into a sheet.
func (p *Panel) field(hint string) *part.Field {
	f := part.NewField(hint)
	f.OnChanged = func(text string) {
		if text != p.last.Sheet.Text {
			p.send(model.SheetText{Text: text})
		}
	}
	f.OnKey, f.OnShortcut, f.KeepTab = p.key, p.keys, true
	return f
}

// typed shows in a field what was typed.
func typed(f *part.Field, s *model.State) {
	if f.Text != s.Sheet.Text {
		f.SetText(s.Sheet.Text)
		f.CursorColumn = len([]rune(s.Sheet.Text))
	}
}
