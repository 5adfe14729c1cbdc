package scene

import "math"

// line draws an anti-aliased line of any width, flat at the ends. It walks along the longer axis and fills, for each
// step, the pixels between the line's two borders, the outer ones in part: the coverage of a box, exact but for the
// corners. A line pixel costs two to three blends.
func (s *surface) line(ax, ay, bx, by, width float32, c, alpha uint32, y0, y1 int) {
	dx, dy := bx-ax, by-ay
	if dx == 0 && dy == 0 {
		return
	}
	if width <= hairline {
		s.fine(ax, ay, bx, by, width, c, alpha, y0, y1)
		return
	}
	if abs(dx) >= abs(dy) {
		if ax > bx {
			ax, ay, bx, by = bx, by, ax, ay
		}
		s.flat(ax, ay, bx, by, width, c, alpha, y0, y1)
		return
	}
	if ay > by {
		ax, ay, bx, by = bx, by, ax, ay
	}
	s.steep(ax, ay, bx, by, width, c, alpha, y0, y1)
}

// within clips the steps t0..t1 along the main axis to those where a + g*(t-t0') lies in [lo, hi].
func within(t0, t1, start, a, g, lo, hi float32) (float32, float32, bool) {
	if g > -1e-6 && g < 1e-6 {
		return t0, t1, a >= lo && a <= hi
	}
	p, q := start+(lo-a)/g, start+(hi-a)/g
	if p > q {
		p, q = q, p
	}
	t0, t1 = max(t0, p), min(t1, q)
	return t0, t1, t0 < t1
}

// fixed-point 16.16 is enough for pictures up to 32768 pixels.
const one = 1 << 16

// share is how much of pixel i lies between a and b, 0 to 256.
func share(i int, a, b float32) uint32 {
	return uint32(256 * max(0, min(b, float32(i+1))-max(a, float32(i))))
}

// flat draws a line that is wider than high, from left to right.
func (s *surface) flat(ax, ay, bx, by, width float32, c, alpha uint32, y0, y1 int) {
	g := (by - ay) / (bx - ax)
	half := width / 2 * float32(math.Sqrt(float64(1+g*g)))
	x0, x1, ok := within(max(ax, 0), min(bx, float32(s.w)), ax, ay, g, float32(y0)-half-1, float32(y1)+half+1)
	if !ok || x0 >= x1 {
		return
	}
	first, last := int(x0), min(int(x1), s.w-1)
	mid := int32((ay + g*(float32(first)+0.5-ax)) * one)
	step, h := int32(g*one), int32(half*one)
	for x := first; x <= last; x++ {
		a := alpha
		if x == first || x == last {
			a = alpha * share(x, ax, bx) >> 8
		}
		top, bottom := mid-h, mid+h
		mid += step
		j, k := int(top>>16), int(bottom>>16)
		if j == k {
			if j >= y0 && j < y1 {
				p := &s.pix[j*s.w+x]
				*p = blend(*p, c, uint32(bottom-top)>>8*a>>8)
			}
			continue
		}
		if j >= y0 && j < y1 {
			p := &s.pix[j*s.w+x]
			*p = blend(*p, c, uint32(one-top&(one-1))>>8*a>>8)
		}
		for j++; j < k; j++ {
			if j >= y0 && j < y1 {
				p := &s.pix[j*s.w+x]
				*p = blend(*p, c, a)
			}
		}
		if k >= y0 && k < y1 {
			p := &s.pix[k*s.w+x]
			*p = blend(*p, c, uint32(bottom&(one-1))>>8*a>>8)
		}
	}
}

// steep draws a line that is higher than wide, from top to bottom.
func (s *surface) steep(ax, ay, bx, by, width float32, c, alpha uint32, y0, y1 int) {
	g := (bx - ax) / (by - ay)
	half := width / 2 * float32(math.Sqrt(float64(1+g*g)))
	t0, t1, ok := within(max(ay, float32(y0)), min(by, float32(y1)), ay, ax, g, -half-1, float32(s.w)+half+1)
	if !ok || t0 >= t1 {
		return
	}
	first, last := int(t0), min(int(t1), y1-1)
	mid := int32((ax + g*(float32(first)+0.5-ay)) * one)
	step, h := int32(g*one), int32(half*one)
	begin, end := int(ay), int(by)
	for y := first; y <= last; y++ {
		a := alpha
		if y == begin || y == end {
			a = alpha * share(y, ay, by) >> 8
		}
		left, right := mid-h, mid+h
		mid += step
		j, k := int(left>>16), int(right>>16)
		if j < 0 || k >= s.w { // at the picture's sides: pixel by pixel
			s.edgeRow(y, left, right, c, a)
			continue
		}
		row := s.pix[y*s.w : (y+1)*s.w]
		if j == k {
			row[j] = blend(row[j], c, uint32(right-left)>>8*a>>8)
			continue
		}
		row[j] = blend(row[j], c, uint32(one-left&(one-1))>>8*a>>8)
		for j++; j < k; j++ {
			row[j] = blend(row[j], c, a)
		}
		row[k] = blend(row[k], c, uint32(right&(one-1))>>8*a>>8)
	}
}

// edgeRow paints the part of a row between left and right (16.16) that lies in the picture.
func (s *surface) edgeRow(y int, left, right int32, c, a uint32) {
	l, r := float32(left)/one, float32(right)/one
	for i := max(0, int(left>>16)); i <= min(s.w-1, int(right>>16)); i++ {
		p := &s.pix[y*s.w+i]
		*p = blend(*p, c, share(i, l, r)*a>>8)
	}
}

// fine draws an anti-aliased line of at most one pixel (after Wu, 1991): two blends a step along the longer axis, which
// is what makes tens of thousands of lines cheap. The ends are not anti-aliased.
func (s *surface) fine(ax, ay, bx, by, width float32, c, alpha uint32, y0, y1 int) {
	dx, dy := bx-ax, by-ay
	along, across, lo, hi := dx, dy, 1, s.w // pixels to the next step, and to the other of the two
	limit0, limit1 := y0, y1
	steep := abs(dy) > abs(dx)
	if steep {
		ax, ay, bx, by = ay, ax, by, bx
		along, across, lo, hi = dy, dx, s.w, 1
		limit0, limit1 = 0, s.w
	}
	if along < 0 {
		ax, ay, bx, by = bx, by, ax, ay
		along, across = -along, -across
	}
	g := across / along
	from, to := float32(0), float32(s.w)
	if steep {
		from, to = float32(y0), float32(y1)
	}
	t0, t1, ok := within(max(ax, from), min(bx, to), ax, ay, g, float32(limit0)-1, float32(limit1)+1)
	if !ok || t0 >= t1 {
		return
	}
	alpha = min(uint32(float32(alpha)*width*float32(math.Sqrt(float64(1+g*g)))), opaque)
	first := int(t0)
	last := min(int(t1), int(to)-1)
	mid, step := int32((ay+g*(float32(first)+0.5-ax)-0.5)*one), int32(g*one)
	for i := first; i <= last; i++ {
		j := int(mid >> 16)
		f := uint32(mid&(one-1)) >> 8
		at := i*lo + j*hi
		if j >= limit0 && j+1 < limit1 {
			p, q := &s.pix[at], &s.pix[at+hi]
			*p = blend(*p, c, (256-f)*alpha>>8)
			*q = blend(*q, c, f*alpha>>8)
		} else if j >= limit0 && j < limit1 {
			s.pix[at] = blend(s.pix[at], c, (256-f)*alpha>>8)
		} else if j+1 >= limit0 && j+1 < limit1 {
			s.pix[at+hi] = blend(s.pix[at+hi], c, f*alpha>>8)
		}
		mid += step
	}
}

// hair draws a line one pixel wide without anti-aliasing, for pictures in motion.
func (s *surface) hair(ax, ay, bx, by float32, c, alpha uint32, y0, y1 int) {
	dx, dy := bx-ax, by-ay
	t0, t1, ok := within(0, 1, 0, ax, dx, 0, float32(s.w)-1.01)
	if !ok {
		return
	}
	t0, t1, ok = within(t0, t1, 0, ay, dy, float32(y0), float32(y1)-0.01)
	if !ok {
		return
	}
	n := int32(max(abs(dx), abs(dy)) * (t1 - t0))
	if n == 0 {
		n = 1
	}
	x, y := int32((ax+dx*t0)*one), int32((ay+dy*t0)*one)
	gx, gy := int32(dx*(t1-t0)*one)/n, int32(dy*(t1-t0)*one)/n
	for ; n >= 0; n-- {
		if i, j := int(x>>16), int(y>>16); j >= y0 && j < y1 && uint(i) < uint(s.w) {
			p := &s.pix[j*s.w+i]
			*p = blend(*p, c, alpha)
		}
		x += gx
		y += gy
	}
}
