package scene

import (
	"image/color"
	"math"
	"testing"

	"skein/graph/schema"
)

// contrast is the ratio of two colours by WCAG 2.1, 1 to 21.
func contrast(a, b color.RGBA) float64 {
	luminance := func(c color.RGBA) float64 {
		part := func(v uint8) float64 {
			x := float64(v) / 255
			if x <= 0.04045 {
				return x / 12.92
			}
			return math.Pow((x+0.055)/1.055, 2.4)
		}
		return 0.2126*part(c.R) + 0.7152*part(c.G) + 0.0722*part(c.B)
	}
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestContrast(t *testing.T) {
	for _, pal := range []*Palette{Light(), Dark()} {
		ground, ink := pal.badge()
		for _, test := range []struct {
			what   string
			on     color.RGBA
			ink    color.RGBA
			enough float64
		}{
			{"names", pal.Canvas, pal.Text, 4.5},
			{"names on panels", pal.Panel, pal.Text, 4.5},
			{"names on what is new", pal.Highlight, pal.Text, 4.5},
			{"second lines", pal.Canvas, pal.Muted, 4.5},
			{"second lines on panels", pal.Panel, pal.Muted, 4.5},
			{"badges of the selection", pal.Accent, pal.OnAccent, 4.5},
			{"badges", ground, ink, 4.5},
			{"selected edges", pal.Canvas, pal.Strong, 4.5},
			{"disputed lines", pal.Canvas, pal.Disputed, 3},
			{"the selection's ring", pal.Canvas, pal.Accent, 3},
		} {
			if got := contrast(test.on, test.ink); got < test.enough {
				t.Errorf("dark %v: %s: %.2f:1, less than %v:1", pal.Dark, test.what, got, test.enough)
			}
		}
		for _, k := range schema.Kinds() {
			if got := contrast(pal.Canvas, pal.Kind(k.Kind)); got < 3 {
				t.Errorf("dark %v: %s: %.2f:1", pal.Dark, k.Label, got)
			}
		}
		if pal.Kind("moon") != pal.Muted {
			t.Error("a kind of nobody's has a colour")
		}
	}
}

// TestKindsDifferInShapeAndColour: either may be lost.
func TestKindsDifferInShapeAndColour(t *testing.T) {
	pal := Light()
	shapes, colours := map[string]bool{}, map[color.RGBA]bool{}
	for _, k := range schema.Kinds() {
		ps := corners(k.Kind, 0, 0, 10)
		name := string(rune('0' + len(ps)))
		if len(ps) == 4 && ps[0].y == ps[1].y {
			name = "upright"
		}
		shapes[name], colours[pal.Kind(k.Kind)] = true, true
	}
	if n := len(schema.Kinds()); len(shapes) != n || len(colours) != n {
		t.Errorf("%d kinds, shapes %v, colours %v", n, shapes, colours)
	}
}
