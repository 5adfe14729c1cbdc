package scene

import (
	"image"
	"image/draw"
	"math"

	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/image/vector"
)

// typesetter turns lines of text into coverage masks and keeps them: a name is drawn letter by letter once, and
// copied from then on. It is not for concurrent use; the masks it returns are only read.
type typesetter struct {
	*metrics
	z     vector.Rasterizer
	masks map[maskKey]*mask
}

type maskKey struct {
	text string
	size float32 // device pixels
	halo float32 // device pixels
}

// mask is a line of text as coverage: ink for the letters, halo for the letters made fatter. Both are w by h.
type mask struct {
	w, h   int
	ox, oy int // where the pen starts: base line's left end, from the mask's top left
	ink    []uint8
	halo   []uint8 // nil without a halo
}

// keptMasks bounds the memory of the cache: about 6 KB a name.
const keptMasks = 4000

func newTypesetter() *typesetter {
	return &typesetter{metrics: newMetrics(), masks: map[maskKey]*mask{}}
}

// mask returns the line's mask at a size in device pixels, with a halo of the given width in device pixels (0: none).
func (t *typesetter) mask(text string, size, halo float64) *mask {
	k := maskKey{text: text, size: float32(size), halo: float32(halo)}
	if m, ok := t.masks[k]; ok {
		return m
	}
	if len(t.masks) >= keptMasks {
		clear(t.masks)
	}
	m := t.draw(text, size, halo)
	t.masks[k] = m
	return m
}

func (t *typesetter) draw(text string, size, halo float64) *mask {
	pad := int(math.Ceil(halo)) + 2
	up, down := int(math.Ceil(size*0.98)), int(math.Ceil(size*0.28))
	m := &mask{ox: pad, oy: pad + up}
	m.w = int(math.Ceil(t.width(text, size))) + 2*pad
	m.h = up + down + 2*pad
	t.z.Reset(m.w, m.h)
	pen := fixed.I(m.ox)
	var last glyphInfo
	for i, r := range text {
		g := t.info(r, px(size))
		if i > 0 {
			pen += t.kern(last.index, g.index, px(size))
		}
		t.outline(g.index, size, float32(pen)/64, float32(m.oy))
		pen += g.advance
		last = g
	}
	a := image.NewAlpha(image.Rect(0, 0, m.w, m.h))
	t.z.DrawOp = draw.Src
	t.z.Draw(a, a.Bounds(), image.Opaque, image.Point{})
	m.ink = a.Pix
	if halo > 0 {
		m.halo = dilate(a.Pix, m.w, m.h, halo)
	}
	return m
}

// outline adds a glyph's curves at the pen.
func (t *typesetter) outline(g sfnt.GlyphIndex, size float64, x, y float32) {
	segments, err := typeface().LoadGlyph(&t.buf, g, px(size), nil)
	if err != nil {
		return // a glyph the font cannot draw is a gap
	}
	at := func(p fixed.Point26_6) (float32, float32) { return x + float32(p.X)/64, y + float32(p.Y)/64 }
	for _, s := range segments {
		ax, ay := at(s.Args[0])
		bx, by := at(s.Args[1])
		cx, cy := at(s.Args[2])
		switch s.Op {
		case sfnt.SegmentOpMoveTo:
			t.z.ClosePath()
			t.z.MoveTo(ax, ay)
		case sfnt.SegmentOpLineTo:
			t.z.LineTo(ax, ay)
		case sfnt.SegmentOpQuadTo:
			t.z.QuadTo(ax, ay, bx, by)
		case sfnt.SegmentOpCubeTo:
			t.z.CubeTo(ax, ay, bx, by, cx, cy)
		}
	}
	t.z.ClosePath()
}

// dilate makes a mask fatter by r pixels, round, with a soft rim one pixel wide.
func dilate(src []uint8, w, h int, r float64) []uint8 {
	dst := make([]uint8, len(src))
	n := int(math.Ceil(r))
	for dy := -n; dy <= n; dy++ {
		for dx := -n; dx <= n; dx++ {
			k := clamp(r+0.5-math.Hypot(float64(dx), float64(dy)), 0, 1)
			if k > 0 {
				spread(dst, src, w, h, dx, dy, uint32(k*256))
			}
		}
	}
	return dst
}

// spread raises dst to src moved by (dx, dy) and weakened by k/256.
func spread(dst, src []uint8, w, h, dx, dy int, k uint32) {
	x0, x1 := max(0, dx), min(w, w+dx)
	for y := max(0, dy); y < min(h, h+dy); y++ {
		d := dst[y*w+x0 : y*w+x1]
		s := src[(y-dy)*w+x0-dx:]
		for i := range d {
			if v := uint8(uint32(s[i]) * k >> 8); v > d[i] {
				d[i] = v
			}
		}
	}
}
