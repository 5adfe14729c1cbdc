package gui

import (
	"fyne.io/fyne/v2"

	"skein/graph/schema"
	"skein/gui/canvas"
	"skein/gui/model"
	"skein/gui/part"
	"skein/gui/scene"
	"skein/gui/theme"
)

// pointed is a line at the bottom left of the canvas that says what the pointer is on.
type pointed struct {
	root *fyne.Container
	name *part.Line
	line *part.Line
	on   canvas.Target
}

func newPointed() *pointed {
	p := &pointed{name: part.NewLine("", part.Style{Size: theme.SmallSize, Bold: true, Whole: true}),
		line: part.NewLine("", part.Style{Size: theme.SmallSize, Color: theme.Muted, Whole: true})}
	plate := stack(
		part.NewPlate(theme.Panel, theme.Line, theme.Corner), part.Pad(12, 6, part.NewAcross(10, -1, p.name, p.line)))
	p.root = &fyne.Container{Layout: bottomLeft{}, Objects: []fyne.CanvasObject{plate}}
	p.root.Hide()
	return p
}

// show says what a target is; nothing for the ground.
func (p *pointed) show(s *model.State, t canvas.Target) {
	p.on = t
	name, line := pointedAt(s, t)
	if name == "" {
		p.root.Hide()
		return
	}
	p.name.SetText(name)
	p.line.SetText(line)
	p.root.Show()
	p.root.Layout.Layout(p.root.Objects, p.root.Size())
}

// pointedAt says what lies under the pointer: name, kind and counts; or what a line stands for.
func pointedAt(s *model.State, t canvas.Target) (name, line string) {
	switch t.What {
	case scene.OnNode, scene.OnBadge:
		n, ok := s.Picture.Node(t.Node)
		if !ok {
			return "", ""
		}
		info, _ := schema.TypeOf(n.Type)
		line = info.Label + " · " + model.Quantity(n.Weight, "claim", "claims")
		if n.More > 0 {
			line += " · " + model.Quantity(n.More, "more neighbour", "more neighbours")
		}
		return n.Name, line
	case scene.OnEdge:
		line = model.Quantity(len(t.Claims), "claim", "claims")
		if len(t.Claims) > 0 {
			if i, ok := s.Snap.Claim(t.Claims[0]); ok {
				info, _ := schema.PredicateOf(s.Snap.Claims()[i].Predicate)
				line = info.Label + " · " + line
			}
		}
		return s.Name(t.From) + " – " + s.Name(t.To), line
	}
	return "", ""
}

// bottomLeft keeps one thing at the bottom left, as wide as it would like to be where there is room, else not at all.
type bottomLeft struct{}

func (bottomLeft) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

func (bottomLeft) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const side, tools = 14, 240 // from the edges, and what the tools at the right need
	m := o[0].MinSize()
	y := size.Height - m.Height - side
	if m.Width > size.Width-2*side-tools {
		y -= 42 // above the tools
	}
	o[0].Resize(m)
	o[0].Move(fyne.NewPos(side, y))
}
