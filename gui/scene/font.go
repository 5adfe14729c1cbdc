package scene

import (
	"fmt"
	"sync"

	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"

	"skein/assets"
)

// weight is one of the two cuts of the typeface.
type weight uint8

const (
	regular weight = iota
	semibold
)

// Sizes of text in pixels at scale 1.
const (
	labelSize = 12
	smallSize = 11
	lineHigh  = 15 // from one line of a name to the next
)

// FontFamily is the typeface named in SVG pictures; the first is the one the raster is drawn with.
const FontFamily = "Inter, 'Helvetica Neue', Arial, sans-serif"

// fonts are the two cuts, parsed once. They are only read from then on.
var fonts = sync.OnceValue(func() [2]*sfnt.Font {
	var fs [2]*sfnt.Font
	for i, data := range [][]byte{assets.FontRegular, assets.FontSemiBold} {
		f, err := sfnt.Parse(data)
		if err != nil {
			panic(fmt.Sprintf("scene: embedded font %d: %v", i, err)) // a broken build, not bad input
		}
		fs[i] = f
	}
	return fs
})

// metrics measures text. It keeps what it measured, and is not for concurrent use.
type metrics struct {
	buf   sfnt.Buffer
	glyph map[glyphKey]glyphInfo
}

type glyphKey struct {
	r    rune
	w    weight
	size fixed.Int26_6
}

type glyphInfo struct {
	index   sfnt.GlyphIndex
	advance fixed.Int26_6
}

func newMetrics() *metrics { return &metrics{glyph: map[glyphKey]glyphInfo{}} }

// info is a rune's glyph and how far it moves the pen, at a size in pixels. A rune that the typeface lacks is its
// "missing" box.
func (m *metrics) info(r rune, w weight, size fixed.Int26_6) glyphInfo {
	k := glyphKey{r, w, size}
	if g, ok := m.glyph[k]; ok {
		return g
	}
	f := fonts()[w]
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
func (m *metrics) kern(a, b sfnt.GlyphIndex, w weight, size fixed.Int26_6) fixed.Int26_6 {
	k, err := fonts()[w].Kern(&m.buf, a, b, size, font.HintingNone)
	if err != nil {
		return 0
	}
	return k
}

// width is the width of a line in pixels.
func (m *metrics) width(s string, w weight, size float64) float64 {
	var x fixed.Int26_6
	var last glyphInfo
	for i, r := range s {
		g := m.info(r, w, px(size))
		if i > 0 {
			x += m.kern(last.index, g.index, w, px(size))
		}
		x += g.advance
		last = g
	}
	return float64(x) / 64
}
