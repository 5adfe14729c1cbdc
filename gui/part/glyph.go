package part

import (
	"fmt"
	"hash/fnv"
	"image/color"

	"fyne.io/fyne/v2"

	"skein/graph"
	"skein/gui/theme"
)

// hex is a colour as SVG wants it.
func hex(c color.Color) string {
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

// shapes of the kinds in a box of 24: the same as on the canvas.
var shapes = map[graph.Kind]string{
	graph.Actor:     `<circle cx="12" cy="12" r="8.5" %s/>`,
	graph.Place:     `<polygon points="12,2.6 20.2,7.3 20.2,16.7 12,21.4 3.8,16.7 3.8,7.3" %s/>`,
	graph.Event:     `<polygon points="12,2 22,12 12,22 2,12" %s/>`,
	graph.Equipment: `<polygon points="12,3.2 21.4,19.8 2.6,19.8" %s/>`,
}

// svg wraps shapes into a picture. Fyne keeps pictures by name, so the name is made from all that is in it.
func svg(box, body string) fyne.Resource {
	text := `<svg xmlns="http://www.w3.org/2000/svg" viewBox="` + box + `">` + body + `</svg>`
	h := fnv.New64a()
	h.Write([]byte(text))
	return fyne.NewStaticResource(fmt.Sprintf("%016x.svg", h.Sum64()), []byte(text))
}

// glyphResource is a kind's shape, in its colour or faint; hollow for what is planned.
func glyphResource(k graph.Kind, hollow, off bool) fyne.Resource {
	name := theme.KindColor(k)
	if off {
		name = theme.Faint
	}
	c := hex(theme.Color(name))
	if k == graph.Unit {
		ground := hex(theme.Color(theme.Panel))
		return svg("0 0 24 24", fmt.Sprintf(`<rect x="1.5" y="5" width="21" height="14" rx="1.5" fill="%s"/>`+
			`<path d="M3.2 6.6 L20.8 17.4 M20.8 6.6 L3.2 17.4" stroke="%s" stroke-width="1.5" fill="none"/>`, c, ground))
	}
	style := fmt.Sprintf(`fill="%s"`, c)
	if hollow {
		style = fmt.Sprintf(`fill="none" stroke="%s" stroke-width="2.4"`, c)
	}
	shape, ok := shapes[k]
	if !ok {
		shape = shapes[graph.Actor]
	}
	return svg("0 0 24 24", fmt.Sprintf(shape, style))
}

// square is the layout of something of a fixed size.
type square struct{ w, h float32 }

func (q square) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(fyne.NewSize(q.w, q.h))
		o.Move(fyne.NewPos((size.Width-q.w)/2, (size.Height-q.h)/2))
	}
}
func (q square) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(q.w, q.h) }

// Sized gives an object a fixed size.
func Sized(w, h float32, o fyne.CanvasObject) *fyne.Container {
	return &fyne.Container{Layout: square{w, h}, Objects: []fyne.CanvasObject{o}}
}

// Glyph is a kind's shape in a box of this size.
func Glyph(k graph.Kind, hollow, off bool, size float32) *Drawing {
	return newDrawing(size, size, func() fyne.Resource { return glyphResource(k, hollow, off) })
}

// Sample is a line as the canvas draws a kind of statement.
func Sample(m graph.Modality, off bool) *Drawing {
	return newDrawing(28, 12, func() fyne.Resource { return sampleResource(m, off) })
}

func sampleResource(m graph.Modality, off bool) fyne.Resource {
	ink := theme.Color(theme.Text)
	if off {
		ink = theme.Color(theme.Faint)
	}
	c, red := hex(ink), hex(theme.Color(theme.Alarm))
	seg := func(x0, x1 float32) string {
		return fmt.Sprintf(`<rect x="%g" y="5.2" width="%g" height="1.6" fill="%s"/>`, x0, x1-x0, c)
	}
	body := ""
	switch m {
	case graph.Planned:
		body = seg(0, 6) + seg(9, 15) + seg(18, 24) + seg(27, 28)
	case graph.Conditional:
		for x := float32(0); x < 28; x += 4.2 {
			body += fmt.Sprintf(`<circle cx="%g" cy="6" r="1" fill="%s"/>`, x+1, c)
		}
	case graph.Requested:
		body = seg(0, 7) + seg(10, 11.6) + seg(14.6, 21.6) + seg(24.6, 26.2)
	case graph.Denied:
		body = seg(0, 28) + fmt.Sprintf(`<path d="M12 1.5 L17 10.5" stroke="%s" stroke-width="1.8" fill="none"/>`, red)
	default:
		body = seg(0, 28)
	}
	return svg("0 0 28 12", body)
}

// DisputedSample is a line as the canvas draws claims that contradict each other.
func DisputedSample() *Drawing {
	return newDrawing(28, 12, func() fyne.Resource {
		c := hex(theme.Color(theme.Alarm))
		return svg("0 0 28 12", fmt.Sprintf(`<rect x="0" y="3.6" width="28" height="1.4" fill="%s"/><rect x="0" y="7" width="28" height="1.4" fill="%s"/>`, c, c))
	})
}

// Icon is one of the window's small drawings.
type Icon string

// The icons, drawn with lines in a box of 24.
const (
	IconBack    Icon = `<path d="M14.5 6 L8.5 12 L14.5 18" %s/>`
	IconForward Icon = `<path d="M9.5 6 L15.5 12 L9.5 18" %s/>`
	IconUndo    Icon = `<path d="M9 5 L4.5 9.5 L9 14 M4.5 9.5 L14 9.5 C17.6 9.5 20 11.8 20 14.8 C20 17.8 17.6 20 14 20 L10 20" %s/>`
	IconRedo    Icon = `<path d="M15 5 L19.5 9.5 L15 14 M19.5 9.5 L10 9.5 C6.4 9.5 4 11.8 4 14.8 C4 17.8 6.4 20 10 20 L14 20" %s/>`
	IconMenu    Icon = `<path d="M5 7.5 L19 7.5 M5 12 L19 12 M5 16.5 L19 16.5" %s/>`
	IconSearch  Icon = `<path d="M10.8 5 A5.8 5.8 0 1 1 10.79 5 M15.2 15.2 L20 20" %s/>`
	IconClose   Icon = `<path d="M7 7 L17 17 M17 7 L7 17" %s/>`
	IconCheck   Icon = `<path d="M5.5 12.5 L10 17 L18.5 7.5" %s/>`
	IconMore    Icon = `<path d="M5 12 L5.8 12 M11.6 12 L12.4 12 M18.2 12 L19 12" %s/>`
	IconDown    Icon = `<path d="M7.5 10 L12 14.5 L16.5 10" %s/>`
	IconRight   Icon = `<path d="M10 7.5 L14.5 12 L10 16.5" %s/>`
	IconPlus    Icon = `<path d="M12 6 L12 18 M6 12 L18 12" %s/>`
	IconMinus   Icon = `<path d="M6 12 L18 12" %s/>`
	IconBox     Icon = `<path d="M5 5 L8 5 M11 5 L13 5 M16 5 L19 5 M5 19 L8 19 M11 19 L13 19 M16 19 L19 19 M5 5 L5 8 M5 11 L5 13 M5 16 L5 19 M19 5 L19 8 M19 11 L19 13 M19 16 L19 19" %s/>`
	IconLasso   Icon = `<path d="M12 5 C17 5 20.5 7.4 20.5 10.6 C20.5 13.8 17 16.2 12 16.2 C10.6 16.2 9.3 16 8.2 15.7 M5.4 14.2 C4.2 13.2 3.5 12 3.5 10.6 C3.5 7.4 7 5 12 5 M8.6 15 C8.6 16.3 7.8 17 6.8 17 C5.8 17 5 16.2 5 15.2 C5 14.2 5.8 13.4 6.8 13.4 C7.8 13.4 8.6 14.1 8.6 15 C8.6 17.5 7.6 19 5.4 19.8" %s/>`
	IconFile    Icon = `<path d="M6.5 4 L14 4 L18 8 L18 20 L6.5 20 Z M14 4 L14 8 L18 8 M9.5 12 L15 12 M9.5 15.5 L15 15.5" %s/>`
)

// resource is the icon in a colour.
func (i Icon) resource(c color.Color) fyne.Resource {
	stroke := fmt.Sprintf(`fill="none" stroke="%s" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"`, hex(c))
	return svg("0 0 24 24", fmt.Sprintf(string(i), stroke))
}

// NewIcon draws an icon in a colour.
func NewIcon(i Icon, color fyne.ThemeColorName, size float32) *Drawing {
	return newDrawing(size, size, func() fyne.Resource { return i.resource(theme.Color(color)) })
}

// Tick is a small box, ticked or not.
func Tick(on bool) *Drawing {
	return newDrawing(15, 15, func() fyne.Resource {
		if on {
			return svg("0 0 16 16", fmt.Sprintf(`<rect x="1.5" y="1.5" width="13" height="13" rx="3.4" fill="%s"/><path d="M4.8 8.4 L7.1 10.7 L11.4 5.8" fill="none" stroke="%s" stroke-width="1.6"/>`,
				hex(theme.Color(theme.Accent)), hex(theme.Color(theme.OnAccent))))
		}
		return svg("0 0 16 16", fmt.Sprintf(`<rect x="2" y="2" width="12" height="12" rx="3" fill="none" stroke="%s" stroke-width="1.3"/>`, hex(theme.Color(theme.Muted))))
	})
}

// Radio is a small ring, filled or not.
func Radio(on bool) *Drawing {
	return newDrawing(15, 15, func() fyne.Resource {
		if on {
			return svg("0 0 16 16", fmt.Sprintf(`<circle cx="8" cy="8" r="5.2" fill="none" stroke="%s" stroke-width="3.6"/>`, hex(theme.Color(theme.Accent))))
		}
		return svg("0 0 16 16", fmt.Sprintf(`<circle cx="8" cy="8" r="6" fill="none" stroke="%s" stroke-width="1.3"/>`, hex(theme.Color(theme.Muted))))
	})
}

// NewDot is a small disc with a rim.
func NewDot(fill, rim fyne.ThemeColorName) *Drawing {
	return newDrawing(12, 12, func() fyne.Resource {
		return svg("0 0 12 12", fmt.Sprintf(`<circle cx="6" cy="6" r="4" fill="%s" stroke="%s" stroke-width="1.2"/>`, hex(theme.Color(fill)), hex(theme.Color(rim))))
	})
}

// NewGauge is a thin bar, filled from the left up to a share of 0 to 1.
func NewGauge(share float32) *fyne.Container {
	return &fyne.Container{Layout: gauge{share}, Objects: []fyne.CanvasObject{NewPlate(theme.Line, "", 2), NewPlate(theme.Accent, "", 2)}}
}

type gauge struct{ share float32 }

func (g gauge) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(size)
	o[1].Resize(fyne.NewSize(size.Width*fyne.Max(0, fyne.Min(g.share, 1)), size.Height))
}

func (g gauge) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(40, 4) }
