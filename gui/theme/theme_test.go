package theme

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	base "fyne.io/fyne/v2/theme"

	"skein/gui/scene"
)

// luminance and contrast after WCAG 2.1.
func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	lin := func(v uint32) float64 {
		x := float64(v) / 0xffff
		if x <= 0.03928 {
			return x / 12.92
		}
		return math.Pow((x+0.055)/1.055, 2.4)
	}
	return 0.2126*lin(r) + 0.7152*lin(g) + 0.0722*lin(b)
}

func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

func TestTextCanBeRead(t *testing.T) {
	pairs := []struct{ ink, ground fyne.ThemeColorName }{
		{Text, Panel}, {Text, Canvas}, {Text, Quiet}, {Text, Highlight}, {Text, Hover},
		{Muted, Panel}, {Muted, Quiet}, {Muted, Canvas}, {Muted, Hover}, {Alarm, Panel}, {Alarm, Quiet}, {Good, Panel}, {Good, Quiet},
		{OnAccent, Accent}, {Accent, Panel}, {Panel, Text},
		{base.ColorNameForeground, base.ColorNameInputBackground}, {base.ColorNamePlaceHolder, base.ColorNameBackground},
	}
	for _, mode := range []Mode{Light, Dark} {
		th := New(mode)
		for _, p := range pairs {
			ink, ground := th.Color(p.ink, base.VariantLight), th.Color(p.ground, base.VariantLight)
			if c := contrast(ink, ground); c < 4.5 {
				t.Errorf("mode %d: %s on %s has a contrast of %.2f", mode, p.ink, p.ground, c)
			}
		}
	}
}

func TestModeDecidesUnlessTheSystemDoes(t *testing.T) {
	for _, c := range []struct {
		mode    Mode
		variant fyne.ThemeVariant
		dark    bool
	}{
		{Light, base.VariantDark, false}, {Dark, base.VariantLight, true},
		{System, base.VariantDark, true}, {System, base.VariantLight, false},
	} {
		if got := New(c.mode).Palette(c.variant).Dark; got != c.dark {
			t.Errorf("mode %d, variant %d: dark is %v", c.mode, c.variant, got)
		}
	}
}

func TestPanelsAndCanvasShareThePalette(t *testing.T) {
	if New(Dark).Color(Canvas, base.VariantLight) != scene.Dark().Canvas {
		t.Error("the canvas has a colour of its own")
	}
}
