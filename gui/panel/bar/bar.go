// Package bar is what lies along the top of the window and over its canvas: the walk with its way back, search with
// completion, undo and redo, import and export ([Bar]); notices, the progress of an import, what is new since the last
// one, the tools of the canvas, and what to do when it is empty ([Overlay]).
package bar

import (
	"fyne.io/fyne/v2"

	"skein/gui/model"
	"skein/gui/part"
	"skein/gui/theme"
)

// Bar is the bar at the top, [theme.BarHeight] high.
type Bar struct {
	send func(model.Msg)

	search *search
	crumbs *crumbs
	tools  []tool
	root   *fyne.Container
	last   *model.State
}

// tool is a button with the command it runs.
type tool struct {
	*part.Button
	command model.Command
}

// New makes the bar. Menu opens the main menu at a place of the window; with nil there is no button for it. Shortcuts
// typed into the search field are offered to keys.
func New(send func(model.Msg), menu func(at fyne.Position), keys func(fyne.Shortcut) bool, tips *part.Tips) *Bar {
	b := &Bar{send: send, search: newSearch(send, keys), crumbs: newCrumbs(send, tips)}
	name := part.NewLine("Skein", part.Style{Size: 15, Bold: true, Whole: true})
	left := part.NewAcross(2, -1)
	if menu != nil {
		var open *part.Button
		open = part.NewIconButton(part.IconMenu, part.Flat, func() {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(open)
			menu(at.AddXY(0, open.Size().Height+4))
		}).WithTip(tips, "Menu")
		left.Add(open)
	}
	left.Add(&fyne.Container{Layout: part.Inset{Left: 4, Right: 10}, Objects: []fyne.CanvasObject{name}})
	left.Add(b.tool(part.IconBack, "back", tips))
	left.Add(b.tool(part.IconForward, "forward", tips))
	export := part.NewButton("Export", part.Outlined, func() { send(model.ChooseExport{}) })
	export.Trailing = part.IconDown
	in := part.NewButton("Import", part.Primary, func() { send(model.ChooseImport{}) })
	right := part.NewAcross(4, -1, b.tool(part.IconUndo, "undo", tips), b.tool(part.IconRedo, "redo", tips), part.Room(2),
		export.WithTip(tips, commandTip("export")), part.Room(2), in.WithTip(tips, commandTip("import")))
	b.root = &fyne.Container{Layout: across{}, Objects: []fyne.CanvasObject{
		part.Ground(theme.Panel), left, b.crumbs.row, b.search.frame, right, part.Ground(theme.Line)}}
	return b
}

// tool makes a button that runs a command of the model.
func (b *Bar) tool(icon part.Icon, id string, tips *part.Tips) *part.Button {
	c, _ := model.CommandOf(id)
	button := part.NewIconButton(icon, part.Flat, func() { b.send(c.Run(b.last)) }).WithTip(tips, withKey(c.Label, c))
	b.tools = append(b.tools, tool{button, c})
	return button
}

// commandTip is what a command is called, with its key.
func commandTip(id string) string {
	c, _ := model.CommandOf(id)
	return withKey(c.Label, c)
}

func withKey(label string, c model.Command) string {
	if key := c.Key(); key != "" {
		return label + "   " + key
	}
	return label
}

// Object is the bar's widget.
func (b *Bar) Object() fyne.CanvasObject { return b.root }

// Completion is the list of hits. It has to lie over the window, as large as it and above everything but sheets and tips.
func (b *Bar) Completion() fyne.CanvasObject { return b.search.layer }

// FocusSearch puts the cursor into the search field.
func (b *Bar) FocusSearch() { b.search.field.Focus() }

// Show shows the state.
func (b *Bar) Show(s *model.State) {
	b.last = s
	for _, t := range b.tools {
		t.SetOff(t.command.Why(s) != "")
		t.Tip = withKey(t.command.Title(s), t.command)
	}
	b.crumbs.show(s)
	b.search.show(s)
}

// across lays out the ground, the left group, the walk, the search field in the middle, the right group and the hairline
// below. The walk takes what is left between; where there is little room the search field gives way first.
type across struct{}

func (across) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const side = 12
	ground, left, walk, field, right, rule := o[0], o[1], o[2], o[3], o[4], o[5]
	ground.Resize(size)
	rule.Resize(fyne.NewSize(size.Width, 1))
	rule.Move(fyne.NewPos(0, size.Height-1))
	place := func(o fyne.CanvasObject, x, w float32) {
		h := fyne.Min(fyne.Max(o.MinSize().Height, theme.ButtonSize), size.Height)
		o.Resize(fyne.NewSize(fyne.Max(w, 0), h))
		o.Move(fyne.NewPos(x, (size.Height-1-h)/2))
	}
	l, r := left.MinSize().Width, right.MinSize().Width
	place(left, side, l)
	place(right, size.Width-side-r, r)
	from, to := side+l+8, size.Width-side-r-16
	wide := fyne.Max(200, fyne.Min(340, size.Width*0.24))
	x := (size.Width - wide) / 2
	if x+wide > to {
		x = to - wide
	}
	if x < from+16 {
		x = from + 16
		wide = fyne.Max(to-x, 80)
	}
	place(field, x, wide)
	place(walk, from, x-from-20)
}

func (across) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(560, theme.BarHeight) }
