package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Page scrolls a column, as high as it needs to be for its width.
type Page struct {
	widget.BaseWidget
	column *fyne.Container
	inner  *fyne.Container
	tall   *tallBox
	scroll *container.Scroll
}

// tallBox gives its object a height that was worked out.
type tallBox struct{ height float32 }

func (t *tallBox) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(0, 0))
		o.Resize(fyne.NewSize(size.Width, t.height))
	}
}
func (t *tallBox) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, t.height) }

// NewPage makes a page around a column.
func NewPage(column *fyne.Container) *Page {
	p := &Page{column: column, tall: &tallBox{}}
	p.inner = &fyne.Container{Layout: p.tall, Objects: []fyne.CanvasObject{column}}
	p.scroll = container.NewVScroll(p.inner)
	p.ExtendBaseWidget(p)
	return p
}

// Set shows other things, from the top when top is set, else from where it was.
func (p *Page) Set(objects []fyne.CanvasObject, top bool) {
	p.column.Objects = objects
	at := p.scroll.Offset
	p.relayout()
	if top {
		at = fyne.Position{}
	}
	p.scroll.Offset = at
	p.column.Refresh()
	p.scroll.Refresh()
}

func (p *Page) relayout() {
	w := p.Size().Width
	if w <= 0 {
		return
	}
	p.tall.height = HeightOf(p.column, w)
	p.inner.Resize(fyne.NewSize(w, fyne.Max(p.tall.height, p.Size().Height)))
	p.column.Layout.Layout(p.column.Objects, fyne.NewSize(w, p.tall.height))
}

// ScrollBy scrolls down by a height, or up by a negative one.
func (p *Page) ScrollBy(dy float32) {
	room := fyne.Max(p.tall.height-p.Size().Height, 0)
	p.scroll.Offset = fyne.NewPos(0, fyne.Max(0, fyne.Min(p.scroll.Offset.Y+dy, room)))
	p.scroll.Refresh()
}

// Reveal scrolls as little as is needed for an object of the column to be seen, its beginning before its end.
func (p *Page) Reveal(o fyne.CanvasObject) {
	const room = 12
	top, tall, page := o.Position().Y, o.Size().Height, p.Size().Height
	at := p.scroll.Offset.Y
	if at+page < top+tall+room {
		at = top + tall + room - page
	}
	if at > top-room {
		at = top - room
	}
	at = fyne.Max(0, fyne.Min(at, p.tall.height-page))
	if at != p.scroll.Offset.Y {
		p.scroll.Offset.Y = at
		p.scroll.Refresh()
	}
}

// CreateRenderer draws it.
func (p *Page) CreateRenderer() fyne.WidgetRenderer { return &pageRenderer{p} }

type pageRenderer struct{ p *Page }

func (r *pageRenderer) Destroy()                     {}
func (r *pageRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.p.scroll} }
func (r *pageRenderer) MinSize() fyne.Size           { return fyne.NewSize(60, 30) }
func (r *pageRenderer) Refresh()                     { r.p.scroll.Refresh() }
func (r *pageRenderer) Layout(size fyne.Size) {
	r.p.tall.height = HeightOf(r.p.column, size.Width)
	r.p.scroll.Resize(size)
	r.p.relayout()
}
