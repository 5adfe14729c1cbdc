package scene

import (
	"image/color"

	"skein/graph"
)

// Palette is the colours of a picture. All are opaque.
type Palette struct {
	Dark      bool
	Canvas    color.RGBA // the ground
	Panel     color.RGBA // the ground of what lies over the canvas
	Line      color.RGBA // hairlines
	Text      color.RGBA // names; at least 4.5:1 on Canvas
	Muted     color.RGBA // second lines, relations
	Faint     color.RGBA // what is only hinted at
	Accent    color.RGBA // selection, badges
	OnAccent  color.RGBA // text on Accent
	Highlight color.RGBA // what is new; behind a quoted phrase
	Edge      color.RGBA
	Strong    color.RGBA // edges of the selection
	Disputed  color.RGBA // disputed lines, the stroke across a denied one

	Actor, Unit, Place, Event, Equipment color.RGBA
}

// Light is the palette by day.
func Light() *Palette {
	return &Palette{
		Canvas: rgb(0xFBFBF9), Panel: rgb(0xFFFFFF), Line: rgb(0xE3E2DD),
		Text: rgb(0x1F2328), Muted: rgb(0x6B7075), Faint: rgb(0x9A9EA3),
		Accent: rgb(0x1F6FEB), OnAccent: rgb(0xFFFFFF), Highlight: rgb(0xFFF1C2),
		Edge: rgb(0xA9ADB2), Strong: rgb(0x4B5157), Disputed: rgb(0xC4472B),
		Actor: rgb(0x2F6DB5), Unit: rgb(0x1B8A6B), Place: rgb(0xB67A00), Event: rgb(0xC4472B), Equipment: rgb(0x7A5BA6),
	}
}

// Dark is the palette by night.
func Dark() *Palette {
	return &Palette{
		Dark:   true,
		Canvas: rgb(0x141619), Panel: rgb(0x1D2024), Line: rgb(0x2C3035),
		Text: rgb(0xE6E7E8), Muted: rgb(0x9BA1A7), Faint: rgb(0x6C7278),
		Accent: rgb(0x5B9BFF), OnAccent: rgb(0x0B1B33), Highlight: rgb(0x4A3F16),
		Edge: rgb(0x50565C), Strong: rgb(0xB9BFC5), Disputed: rgb(0xF0816A),
		Actor: rgb(0x6FA8E8), Unit: rgb(0x4CC2A0), Place: rgb(0xE0AE4A), Event: rgb(0xF0816A), Equipment: rgb(0xB398DD),
	}
}

// Kind is the colour of a kind; of one that is not in the schema, a quiet grey.
func (p *Palette) Kind(k graph.Kind) color.RGBA {
	switch k {
	case graph.Actor:
		return p.Actor
	case graph.Unit:
		return p.Unit
	case graph.Place:
		return p.Place
	case graph.Event:
		return p.Event
	case graph.Equipment:
		return p.Equipment
	}
	return p.Muted
}

// badge is the colours of a badge that is not the selection's.
func (p *Palette) badge() (ground, ink color.RGBA) {
	return mix(p.Canvas, p.Muted, 0.16), mix(p.Muted, p.Text, 0.4)
}

func rgb(v uint32) color.RGBA {
	return color.RGBA{R: uint8(v >> 16), G: uint8(v >> 8), B: uint8(v), A: 255}
}

// mix is a with the share t (0 to 1) of b in it.
func mix(a, b color.RGBA, t float64) color.RGBA {
	m := func(x, y uint8) uint8 { return uint8(float64(x) + (float64(y)-float64(x))*t + 0.5) }
	return color.RGBA{m(a.R, b.R), m(a.G, b.G), m(a.B, b.B), 255}
}
