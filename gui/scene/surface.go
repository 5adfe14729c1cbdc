package scene

import (
	"image"
	"image/color"
	"math"
	"unsafe"
)

// surface is an opaque picture drawn as packed 32-bit pixels. band draws only touch rows y0 <= y < y1, so several may
// draw different bands at once. Coordinates are device pixels; pixel (i, j) covers [i, i+1) by [j, j+1).
type surface struct {
	pix  []uint32
	w, h int
}

// surfaceOf is the picture's pixels. The picture must start at (0, 0) with rows next to each other, and not be empty.
func surfaceOf(img *image.RGBA) surface {
	w, h := img.Rect.Dx(), img.Rect.Dy()
	return surface{unsafe.Slice((*uint32)(unsafe.Pointer(&img.Pix[0])), w*h), w, h}
}

// pack makes a pixel of a colour, in the byte order of image.RGBA on this machine.
func pack(c color.RGBA) uint32 {
	b := [4]byte{c.R, c.G, c.B, 255}
	return *(*uint32)(unsafe.Pointer(&b))
}

func (s *surface) clear(y0, y1 int, c uint32) {
	p := s.pix[y0*s.w : y1*s.w]
	if len(p) == 0 {
		return
	}
	p[0] = c
	for n := 1; n < len(p); n *= 2 {
		copy(p[n:], p[:n])
	}
}

// blend lays a colour over a pixel with a coverage of 0 to 256. It works on two channels at once and needs the alpha
// byte of neither, on machines of either byte order (the fourth channel stays 255 because both have it).
func blend(d, c, a uint32) uint32 {
	const even, odd = 0x00ff00ff, 0xff00ff00
	ia := 256 - a
	rb := ((d&even)*ia + (c&even)*a) >> 8 & even
	ag := (d>>8&even)*ia + (c>>8&even)*a
	return rb | ag&odd
}

// disc fills a disc; with width > 0, a ring of that width around the radius.
func (s *surface) disc(x, y, r, width float32, c, alpha uint32, y0, y1 int) {
	out := r + width/2 + 1
	top, bottom := max(y0, int(y-out)), min(y1-1, int(y+out)+1)
	for j := top; j <= bottom; j++ {
		dy := float32(j) + 0.5 - y
		span := out*out - dy*dy
		if span <= 0 {
			continue
		}
		half := float32(math.Sqrt(float64(span)))
		left, right := max(0, int(x-half)), min(s.w-1, int(x+half)+1)
		row := s.pix[j*s.w : (j+1)*s.w]
		for i := left; i <= right; i++ {
			dx := float32(i) + 0.5 - x
			d := float32(math.Sqrt(float64(dx*dx+dy*dy))) - r
			s.cover(&row[i], d, width, c, alpha)
		}
	}
}

// cover paints a pixel whose centre is d outside of a shape's outline (negative: inside).
func (s *surface) cover(p *uint32, d, width float32, c, alpha uint32) {
	if width > 0 {
		d = max(d, -d) - width/2
	}
	switch k := 0.5 - d; {
	case k <= 0:
	case k >= 1 && alpha == opaque:
		*p = c
	case k >= 1:
		*p = blend(*p, c, alpha)
	default:
		*p = blend(*p, c, uint32(k*float32(alpha)))
	}
}

// plane is a half plane: points with x*nx + y*ny <= d are inside.
type plane struct{ nx, ny, d float32 }

// maxCorners is the most corners a polygon of ours has.
const maxCorners = 8

// poly fills a convex polygon; with width > 0, draws its outline, centred on it, with mitred corners.
func (s *surface) poly(points []vec, width float32, c, alpha uint32, y0, y1 int) {
	var planes [maxCorners]plane
	n := len(points)
	if n < 3 || n > maxCorners {
		return
	}
	lo, hi := points[0], points[0]
	var area float32
	for i, p := range points {
		q := points[(i+1)%n]
		area += p.x*q.y - q.x*p.y
		lo = vec{min(lo.x, p.x), min(lo.y, p.y)}
		hi = vec{max(hi.x, p.x), max(hi.y, p.y)}
	}
	turn := float32(1)
	if area < 0 {
		turn = -1
	}
	for i, p := range points {
		q := points[(i+1)%n]
		nx, ny := (q.y-p.y)*turn, (p.x-q.x)*turn
		l := float32(math.Hypot(float64(nx), float64(ny)))
		if l == 0 {
			return
		}
		planes[i] = plane{nx / l, ny / l, (p.x*nx + p.y*ny) / l}
	}
	out := width + 1
	top, bottom := max(y0, int(lo.y-out)), min(y1-1, int(hi.y+out)+1)
	left, right := max(0, int(lo.x-out)), min(s.w-1, int(hi.x+out)+1)
	for j := top; j <= bottom; j++ {
		row := s.pix[j*s.w : (j+1)*s.w]
		fy := float32(j) + 0.5
		for i := left; i <= right; i++ {
			fx := float32(i) + 0.5
			d := float32(-1e9)
			for _, h := range planes[:n] {
				d = max(d, fx*h.nx+fy*h.ny-h.d)
			}
			s.cover(&row[i], d, width, c, alpha)
		}
	}
}

// pill fills an upright rectangle with round corners.
func (s *surface) pill(x, y, x2, y2, corner float32, c, alpha uint32, y0, y1 int) {
	corner = min(corner, (x2-x)/2, (y2-y)/2)
	cx, cy := (x+x2)/2, (y+y2)/2
	hx, hy := (x2-x)/2-corner, (y2-y)/2-corner
	top, bottom := max(y0, int(y)-1), min(y1-1, int(y2)+1)
	left, right := max(0, int(x)-1), min(s.w-1, int(x2)+1)
	for j := top; j <= bottom; j++ {
		row := s.pix[j*s.w : (j+1)*s.w]
		qy := abs(float32(j)+0.5-cy) - hy
		for i := left; i <= right; i++ {
			qx := abs(float32(i)+0.5-cx) - hx
			d := min(max(qx, qy), 0)
			if qx > 0 && qy > 0 {
				d = float32(math.Sqrt(float64(qx*qx + qy*qy)))
			} else if qx > 0 || qy > 0 {
				d = max(qx, qy)
			}
			s.cover(&row[i], d-corner, 0, c, alpha)
		}
	}
}

func abs(x float32) float32 { return max(x, -x) }

// stamp lays a colour over the picture through a mask whose top left is at (x, y).
func (s *surface) stamp(m []uint8, w, h, x, y int, c, alpha uint32, y0, y1 int) {
	a, b := max(0, -x), min(w, s.w-x)
	if a >= b {
		return
	}
	for j := max(0, y0-y); j < min(h, y1-y); j++ {
		row := s.pix[(y+j)*s.w+x+a : (y+j)*s.w+x+b]
		mm := m[j*w+a : j*w+b]
		for i, k := range mm {
			switch {
			case k == 0:
			case k == 255 && alpha == opaque:
				row[i] = c
			default:
				row[i] = blend(row[i], c, (uint32(k)+1)*alpha>>8)
			}
		}
	}
}
