package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"skein/gui/theme"
)

// Plate is a rectangle in a colour of the theme. Unlike Fyne's own rectangle it follows the theme when that changes.
type Plate struct {
	widget.BaseWidget
	Fill   fyne.ThemeColorName // "" is none
	Stroke fyne.ThemeColorName // a hairline around it, "" for none
	Radius float32
}

// Ground is a plain rectangle of a colour.
func Ground(name fyne.ThemeColorName) *Plate { return NewPlate(name, "", 0) }

// NewPlate makes a rectangle with a hairline around it and round corners.
func NewPlate(fill, stroke fyne.ThemeColorName, radius float32) *Plate {
	p := &Plate{Fill: fill, Stroke: stroke, Radius: radius}
	p.ExtendBaseWidget(p)
	return p
}

// SetFill changes the colour.
func (p *Plate) SetFill(name fyne.ThemeColorName) {
	if p.Fill != name {
		p.Fill = name
		p.Refresh()
	}
}

// CreateRenderer draws it.
func (p *Plate) CreateRenderer() fyne.WidgetRenderer {
	r := &plateRenderer{p, canvas.NewRectangle(nil)}
	r.paint()
	return r
}

type plateRenderer struct {
	p    *Plate
	rect *canvas.Rectangle
}

func (r *plateRenderer) Destroy()                     {}
func (r *plateRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.rect} }
func (r *plateRenderer) MinSize() fyne.Size           { return fyne.NewSize(1, 1) }
func (r *plateRenderer) Layout(size fyne.Size)        { r.rect.Resize(size) }

func (r *plateRenderer) paint() {
	fill, stroke := r.p.Fill, r.p.Stroke
	if fill == "" {
		fill = theme.None
	}
	r.rect.FillColor, r.rect.CornerRadius, r.rect.StrokeWidth = theme.Color(fill), r.p.Radius, 0
	if stroke != "" {
		r.rect.StrokeColor, r.rect.StrokeWidth = theme.Color(stroke), 1
	}
}

func (r *plateRenderer) Refresh() {
	r.paint()
	r.rect.Refresh()
}

// Drawing is a small picture drawn from the theme's colours, of a fixed size. It follows the theme.
type Drawing struct {
	widget.BaseWidget
	draw func() fyne.Resource
	size fyne.Size
}

// newDrawing makes a picture of a size; draw is asked again whenever the theme changes.
func newDrawing(w, h float32, draw func() fyne.Resource) *Drawing {
	d := &Drawing{draw: draw, size: fyne.NewSize(w, h)}
	d.ExtendBaseWidget(d)
	return d
}

// set draws something else in its place.
func (d *Drawing) set(draw func() fyne.Resource) {
	d.draw = draw
	d.Refresh()
}

// CreateRenderer draws it.
func (d *Drawing) CreateRenderer() fyne.WidgetRenderer {
	return &drawingRenderer{d, &canvas.Image{FillMode: canvas.ImageFillContain, Resource: d.draw()}}
}

type drawingRenderer struct {
	d   *Drawing
	img *canvas.Image
}

func (r *drawingRenderer) Destroy()                     {}
func (r *drawingRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.img} }
func (r *drawingRenderer) MinSize() fyne.Size           { return r.d.size }

func (r *drawingRenderer) Layout(size fyne.Size) {
	r.img.Resize(r.d.size)
	r.img.Move(fyne.NewPos((size.Width-r.d.size.Width)/2, (size.Height-r.d.size.Height)/2))
}

func (r *drawingRenderer) Refresh() {
	if res := r.d.draw(); r.img.Resource.Name() != res.Name() {
		r.img.Resource = res
		r.img.Refresh()
	}
}
