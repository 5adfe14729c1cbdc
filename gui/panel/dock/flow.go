package dock

import (
	"fyne.io/fyne/v2"

	"skein/gui/model"
	"skein/gui/part"
	"skein/gui/theme"
)

// sideways is the room left and right of the text.
const sideways = side

// measure is how wide text runs within a column.
func measure(width float32) float32 { return fyne.Min(width-2*sideways, textWidth) }

// fill puts the text into its column, after what leads it in.
func (a *article) fill() {
	head := a.head
	first := a.first()
	a.flows = make([]*part.Flow, len(a.r.Paras))
	letters := 0
	for _, p := range a.r.Paras {
		letters += length(p)
	}
	n := len(a.r.Paras)
	it := items{n: first + n + 1,
		height: func(i int, width float32) float32 {
			switch {
			case i == 0:
				return fyne.Max(part.HeightOf(head, width), 14)
			case i == first+n && !a.r.After:
				return 14
			case i == first+n:
				return cutHeight
			case i < first:
				return cutHeight
			}
			return a.flow(i-first).HeightFor(measure(width)) + between
		},
		build: func(i int) fyne.CanvasObject {
			switch {
			case i == 0:
				return head
			case i == first+n:
				return a.cut(a.r.After, "Read on", a.r.Later)
			case i < first:
				return a.cut(true, "Read what comes before", a.r.Earlier)
			}
			return &fyne.Container{Layout: paragraph{}, Objects: []fyne.CanvasObject{a.flow(i - first)}}
		},
	}
	if letters > guessFrom {
		it.guess = func(i int, width float32) float32 {
			if i < first || i == first+n {
				return it.height(i, width)
			}
			lines := int(float32(length(a.r.Paras[i-first]))*letter/measure(width)) + 1
			return float32(lines)*leading + between
		}
	}
	a.text.set(it, false)
}

// letter is the width of a letter on the average, and cutHeight that of the line that tells of a cut.
const (
	letter    = 6.6
	cutHeight = 30
)

// first is the index of the first paragraph among what the column shows.
func (a *article) first() int {
	if a.r.Before {
		return 2
	}
	return 1
}

func length(p model.Para) int {
	n := 0
	for _, r := range p.Runs {
		n += len(r.Text)
	}
	return n
}

// cut is a link to another part of an article too long to be shown whole.
func (a *article) cut(on bool, text string, from int) fyne.CanvasObject {
	if !on {
		return part.Gap(0)
	}
	link := part.NewLink(text, part.Style{Color: theme.Accent, Whole: true}, func() { a.send(model.ReadOn{From: from}) })
	return &fyne.Container{Layout: paragraph{}, Objects: []fyne.CanvasObject{part.NewAcross(0, -1, link)}}
}

// flow is a paragraph as flowing text.
func (a *article) flow(i int) *part.Flow {
	if a.flows[i] == nil {
		a.flows[i] = part.NewFlow(a.spans(a.r.Paras[i])...)
		a.flows[i].Leading = leading
	}
	return a.flows[i]
}

// seek brings the sentence looked for into view.
func (a *article) seek() {
	i := a.r.Focus
	a.text.seek(a.first()+i, func(width float32) float32 {
		f := a.flow(i)
		f.HeightFor(measure(width))
		y, _ := f.LineOf()
		return y
	})
}

// paragraph keeps text to its measure.
type paragraph struct{}

func (paragraph) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Move(fyne.NewPos(sideways, 0))
	o[0].Resize(fyne.NewSize(measure(size.Width), size.Height-between))
}
func (paragraph) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(60, leading) }
