package scene

import (
	"fmt"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"skein/assets"
)

// Sizes of text in pixels at scale 1.
const (
	labelSize = 12
	smallSize = 11
	lineHigh  = 15 // from one line of a name to the next
)

// FontFamily is the typeface named in SVG pictures; the first is the one the raster is drawn with.
const FontFamily = "Inter, 'Helvetica Neue', Arial, sans-serif"

// typeface is Inter, parsed once. It is only read from then on.
var typeface = sync.OnceValue(func() *sfnt.Font {
	f, err := sfnt.Parse(assets.FontRegular)
	if err != nil {
		panic(fmt.Sprintf("scene: embedded font: %v", err)) // a broken build, not bad input
	}
	return f
})

// metrics measures text. It keeps what it measured, and is not for concurrent use.
type metrics struct {
	buf   sfnt.Buffer
	glyph map[glyphKey]glyphInfo
	pairs map[pairKey]fixed.Int26_6
}

// pairKey is two glyphs next to each other. The typeface's own table of pairs is slow to ask.
type pairKey struct {
	a, b sfnt.GlyphIndex
	size fixed.Int26_6
}

type glyphKey struct {
	r    rune
	size fixed.Int26_6
}

type glyphInfo struct {
	index   sfnt.GlyphIndex
	advance fixed.Int26_6
}

func newMetrics() *metrics {
	return &metrics{glyph: map[glyphKey]glyphInfo{}, pairs: map[pairKey]fixed.Int26_6{}}
}

// info is a rune's glyph and how far it moves the pen, at a size in pixels. A rune that the typeface lacks is its
// "missing" box.
func (m *metrics) info(r rune, size fixed.Int26_6) glyphInfo {
	k := glyphKey{r, size}
	if g, ok := m.glyph[k]; ok {
		return g
	}
	f := typeface()
	var g glyphInfo
	if i, err := f.GlyphIndex(&m.buf, r); err == nil {
		g.index = i
	}
	if a, err := f.GlyphAdvance(&m.buf, g.index, size, font.HintingNone); err == nil {
		g.advance = a
	}
	m.glyph[k] = g
	return g
}

func px(size float64) fixed.Int26_6 { return fixed.Int26_6(size*64 + 0.5) }

// kern is how much nearer (negative) b stands after a.
func (m *metrics) kern(a, b sfnt.GlyphIndex, size fixed.Int26_6) fixed.Int26_6 {
	key := pairKey{a, b, size}
	k, known := m.pairs[key]
	if !known {
		var err error
		if k, err = typeface().Kern(&m.buf, a, b, size, font.HintingNone); err != nil {
			k = 0
		}
		m.pairs[key] = k
	}
	return k
}

// width is the width of a line in pixels.
func (m *metrics) width(s string, size float64) float64 {
	var x fixed.Int26_6
	var last glyphInfo
	for i, r := range s {
		g := m.info(r, px(size))
		if i > 0 {
			x += m.kern(last.index, g.index, px(size))
		}
		x += g.advance
		last = g
	}
	return float64(x) / 64
}
