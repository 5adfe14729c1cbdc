package scene

import (
	"image"
	"image/color"
	"math"
	"runtime"
	"sync"
	"sync/atomic"
)

// raster paints lists into pictures, in horizontal bands that the machine's cores take one after the other. A shape is
// listed under each band that it touches, so that a band's work is short and its pixels stay in the cache.
type raster struct {
	set   *typesetter
	bands [][]int32
	masks []*mask // of the list's texts, by index
}

// bandHigh is the height of a band in device pixels.
const bandHigh = 64

// paint draws the list over a ground. Scale is device pixels a screen pixel. With rough set, thin lines are drawn
// without anti-aliasing.
func (r *raster) paint(img *image.RGBA, l *list, ground color.RGBA, scale float64, rough bool) {
	s := surfaceOf(img)
	k := float32(scale)
	r.typeset(l, scale)
	r.sort(l, s, k)
	var next atomic.Int32
	band := func() {
		for {
			b := int(next.Add(1)) - 1
			if b >= len(r.bands) {
				return
			}
			y0, y1 := b*bandHigh, min((b+1)*bandHigh, s.h)
			s.clear(y0, y1, pack(ground))
			for _, i := range r.bands[b] {
				r.draw(&s, l, &l.shapes[i], k, rough, y0, y1)
			}
		}
	}
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(r.bands)) - 1 {
		wg.Go(band)
	}
	band()
	wg.Wait()
}

// typeset finds the masks of the texts, before the bands need them.
func (r *raster) typeset(l *list, scale float64) {
	r.masks = r.masks[:0]
	for i := range l.texts {
		t := &l.texts[i]
		r.masks = append(r.masks, r.set.mask(t.s, t.size*scale, t.halo*scale))
	}
}

// sort lists each shape under the bands it touches.
func (r *raster) sort(l *list, s surface, k float32) {
	n := (s.h + bandHigh - 1) / bandHigh
	for len(r.bands) < n {
		r.bands = append(r.bands, nil)
	}
	r.bands = r.bands[:n]
	for b := range r.bands {
		r.bands[b] = r.bands[b][:0]
	}
	for i := range l.shapes {
		top, bottom := r.extent(l, &l.shapes[i], k)
		if bottom < 0 || top >= float32(s.h) {
			continue
		}
		for b := max(0, int(top)/bandHigh); b <= min(n-1, int(bottom)/bandHigh); b++ {
			r.bands[b] = append(r.bands[b], int32(i))
		}
	}
}

// extent is the rows a shape may touch, in device pixels.
func (r *raster) extent(l *list, h *shape, k float32) (top, bottom float32) {
	switch h.op {
	case opLine:
		return min(h.y, h.y2)*k - h.width*k - 1, max(h.y, h.y2)*k + h.width*k + 1
	case opDisc:
		out := (h.x2+h.width)*k + 1
		return h.y*k - out, h.y*k + out
	case opPill:
		return h.y*k - 1, h.y2*k + 1
	case opPoly:
		top, bottom = math.MaxFloat32, -math.MaxFloat32
		for _, p := range l.points[h.from:h.to] {
			top, bottom = min(top, p.y), max(bottom, p.y)
		}
		return (top-h.width)*k - 1, (bottom+h.width)*k + 1
	}
	m, at := r.masks[h.from], l.texts[h.from].at
	y := round(at.y*k) - m.oy
	return float32(y), float32(y + m.h)
}

func round(x float32) int { return int(math.Floor(float64(x) + 0.5)) }

// draw paints one shape into one band.
func (r *raster) draw(s *surface, l *list, h *shape, k float32, rough bool, y0, y1 int) {
	c, alpha := pack(h.color), uint32(h.alpha)
	switch h.op {
	case opLine:
		if rough && h.width*k < 1.5 {
			s.hair(h.x*k, h.y*k, h.x2*k, h.y2*k, c, alpha, y0, y1)
			return
		}
		s.broken(h.x*k, h.y*k, h.x2*k, h.y2*k, h.width*k, h.dash.pattern(), k, c, alpha, y0, y1)
	case opDisc:
		s.disc(h.x*k, h.y*k, h.x2*k, h.width*k, c, alpha, y0, y1)
	case opPill:
		s.pill(h.x*k, h.y*k, h.x2*k, h.y2*k, h.width*k, c, alpha, y0, y1)
	case opPoly:
		var points [maxCorners]vec
		n := 0
		for _, p := range l.points[h.from:h.to] {
			points[n] = vec{p.x * k, p.y * k}
			n++
		}
		s.poly(points[:n], h.width*k, c, alpha, y0, y1)
	case opText:
		m, t := r.masks[h.from], &l.texts[h.from]
		x, y := round(t.at.x*k)-m.ox, round(t.at.y*k)-m.oy
		if m.halo != nil {
			s.stamp(m.halo, m.w, m.h, x, y, pack(t.under), alpha, y0, y1)
		}
		s.stamp(m.ink, m.w, m.h, x, y, c, alpha, y0, y1)
	}
}

// broken draws a line by a pattern of lengths on and off, in screen pixels of k device pixels each, from (ax, ay) on.
// Only the dashes within the band are drawn.
func (s *surface) broken(ax, ay, bx, by, width float32, pattern []float32, k float32, c, alpha uint32, y0, y1 int) {
	if pattern == nil {
		s.line(ax, ay, bx, by, width, c, alpha, y0, y1)
		return
	}
	dx, dy := bx-ax, by-ay
	length := float32(math.Hypot(float64(dx), float64(dy)))
	if length == 0 {
		return
	}
	dx, dy = dx/length, dy/length
	t0, t1, ok := within(0, length, 0, ay, dy, float32(y0)-width, float32(y1)+width)
	if ok {
		t0, t1, ok = within(t0, t1, 0, ax, dx, -width, float32(s.w)+width)
	}
	if !ok {
		return
	}
	var period float32
	for _, p := range pattern {
		period += p * k
	}
	for t := float32(math.Floor(float64(t0/period))) * period; t < t1; {
		for i, p := range pattern {
			if end := min(t+p*k, length); i%2 == 0 && end > t {
				s.line(ax+dx*t, ay+dy*t, ax+dx*end, ay+dy*end, width, c, alpha, y0, y1)
			}
			t += p * k
		}
	}
}
