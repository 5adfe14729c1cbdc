package inspector

import (
	"fyne.io/fyne/v2"

	"skein/gui/model"
	"skein/gui/part"
	"skein/gui/theme"
)

// way is how two entities hang together: the entities one under the other, joined by a line with the claim that leads
// from one to the next.
func (p *Panel) way(in model.Inspection) []fyne.CanvasObject {
	entities := p.last.Snap.Entities()
	steps := p.last.Chain.Ways[p.last.Chain.At]
	var rows []fyne.CanvasObject
	for i, s := range steps {
		if i == 0 {
			rows = append(rows, pad(18, 4, p.end(entities[s.From].ID, theme.TextSize)))
		}
		for _, c := range in.Groups[i].Cards {
			body := p.cardBody(c, false) // the names of the ends are what is bold
			row := pad(0, 4, &fyne.Container{Layout: stem{}, Objects: []fyne.CanvasObject{part.Ground(theme.Line), body}})
			p.cards[c.Claim].card = row
			rows = append(rows, row)
		}
		rows = append(rows, pad(0, 4, p.end(entities[s.To].ID, theme.TextSize)))
	}
	return rows
}

// stem lays out a card beside an upright line that comes from under a glyph.
type stem struct{}

const stemRoom = 30

func (stem) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(1.5, size.Height))
	o[0].Move(fyne.NewPos(9.25, 0))
	o[1].Resize(fyne.NewSize(size.Width-stemRoom, size.Height-16))
	o[1].Move(fyne.NewPos(stemRoom, 6))
}

func (stem) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 19) }

// HeightFor lets the card decide.
func (stem) HeightFor(o []fyne.CanvasObject, width float32) float32 {
	return part.HeightOf(o[1], width-stemRoom) + 16
}
