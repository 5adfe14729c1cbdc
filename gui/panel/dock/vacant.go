package dock

import (
	"fyne.io/fyne/v2"

	"skein/gui/part"
	"skein/gui/theme"
)

// vacant is what an empty tab says: what is missing, and what to do.
func vacant(title, text string, do ...fyne.CanvasObject) []fyne.CanvasObject {
	rows := []fyne.CanvasObject{
		inset(side, 16, part.NewLine(title, part.Style{Size: 15, Bold: true})),
		&fyne.Container{Layout: part.Inset{Left: side, Top: 4, Right: side, Bottom: 12}, Objects: []fyne.CanvasObject{atMost(560, part.Plain(text, theme.Muted, 0))}},
	}
	if len(do) > 0 {
		rows = append(rows, inset(side, 0, part.NewAcross(8, -1, do...)), part.Gap(12))
	}
	return rows
}

// most gives an object no more than a width, at the left.
type most struct{ width float32 }

func (m most) Layout(o []fyne.CanvasObject, size fyne.Size) {
	for _, x := range o {
		x.Move(fyne.NewPos(0, 0))
		x.Resize(fyne.NewSize(fyne.Min(size.Width, m.width), size.Height))
	}
}
func (m most) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(60, o[0].MinSize().Height)
}

// HeightFor lets the object decide.
func (m most) HeightFor(o []fyne.CanvasObject, width float32) float32 {
	return part.HeightOf(o[0], fyne.Min(width, m.width))
}

func atMost(width float32, o fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: most{width}, Objects: []fyne.CanvasObject{o}}
}

func inset(x, top float32, o fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: part.Inset{Left: x, Top: top, Right: x}, Objects: []fyne.CanvasObject{o}}
}

func show(o fyne.CanvasObject, on bool) {
	if on {
		o.Show()
	} else {
		o.Hide()
	}
}
