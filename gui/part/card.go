package part

import (
	"fyne.io/fyne/v2"

	"skein/gui/theme"
)

// shadows are the layers of a soft shadow: how far each reaches, and how far down it is moved.
var shadows = [...]struct{ reach, down float32 }{{1, 1}, {3, 2}, {6, 4}, {10, 6}, {15, 9}}

const cardCorner = 10

// Card puts an object on a round plate with a hairline and a soft shadow, which reaches over its edges: for what lies over
// the window.
func Card(o fyne.CanvasObject) *fyne.Container {
	var objects []fyne.CanvasObject
	for i := len(shadows) - 1; i >= 0; i-- {
		objects = append(objects, NewPlate(theme.Shadow, "", cardCorner+shadows[i].reach))
	}
	objects = append(objects, NewPlate(theme.Panel, theme.Line, cardCorner), o)
	return &fyne.Container{Layout: carding{}, Objects: objects}
}

type carding struct{}

func (carding) Layout(o []fyne.CanvasObject, size fyne.Size) {
	for i, s := range shadows {
		p := o[len(shadows)-1-i]
		p.Resize(size.AddWidthHeight(2*s.reach, 2*s.reach-s.down/2))
		p.Move(fyne.NewPos(-s.reach, -s.reach+s.down))
	}
	for _, x := range o[len(shadows):] {
		x.Resize(size)
		x.Move(fyne.NewPos(0, 0))
	}
}

func (carding) MinSize(o []fyne.CanvasObject) fyne.Size { return o[len(o)-1].MinSize() }

// HeightFor lets the object decide.
func (carding) HeightFor(o []fyne.CanvasObject, width float32) float32 {
	return HeightOf(o[len(o)-1], width)
}
