package scene

// Fit is the camera that shows all of a scene in a picture of w by h pixels, as near as it goes, with at least padding
// pixels of ground around shapes and names. The names are measured as they would be written at that zoom: none is cut
// at the picture's edge, while there is room for them at all.
func Fit(s *Scene, w, h, padding float64) Camera {
	b, ok := s.Bounds()
	if !ok || w <= 0 || h <= 0 {
		return Camera{Zoom: 1}
	}
	p := NewPainter()
	ix := NewIndex(s)
	room := Rect{padding, padding, max(w-padding, padding+1), max(h-padding, padding+1)}
	lo := MinZoom
	hi := clamp(min((room.X1-room.X0)/(b.X1-b.X0), (room.Y1-room.Y0)/(b.Y1-b.Y0)), MinZoom, fitZoom)
	if c, ok := p.centred(ix, hi, room, w, h); ok {
		return c
	}
	for range 12 {
		mid := (lo + hi) / 2
		if _, ok := p.centred(ix, mid, room, w, h); ok {
			lo = mid
		} else {
			hi = mid
		}
	}
	c, _ := p.centred(ix, lo, room, w, h)
	return c
}

// centred is the camera at a zoom with the drawn extent in the middle of the room, and whether it fits there.
func (p *Painter) centred(ix *Index, zoom float64, room Rect, w, h float64) (Camera, bool) {
	r := p.extent(ix, zoom)
	c := Camera{X: (r.X0 + r.X1) / 2 / zoom, Y: (r.Y0 + r.Y1) / 2 / zoom, Zoom: zoom}
	c = c.Pan((room.X0+room.X1-w)/2, (room.Y0+room.Y1-h)/2)
	return c, r.X1-r.X0 <= room.X1-room.X0 && r.Y1-r.Y0 <= room.Y1-room.Y0
}

// extent is the rectangle around all shapes, badges and names at a zoom, in pixels from the world's origin.
func (p *Painter) extent(ix *Index, zoom float64) Rect {
	var all Rect
	first := true
	add := func(r Rect) {
		if first {
			all, first = r, false
		}
		all = all.union(r)
	}
	for i := range ix.s.Nodes {
		n := &ix.s.Nodes[i]
		if !n.placed() {
			continue
		}
		x, y, r := n.X*zoom, n.Y*zoom, radiusAt(n.radius(), zoom)
		ring := ringOf(n, r)
		add(Rect{x + ring.X0, y + ring.Y0, x + ring.X1, y + ring.Y1}.grow(ringWidth, ringWidth))
		if n.More > 0 && r >= badgeRadius {
			add(p.set.badge(n, ix.badges[i], x, y, r).grow(2, 2))
		}
	}
	p.labels.ix = nil // a zoom step's choice must not linger from the last trial
	for _, l := range p.labels.choose(ix, zoom, -1, false) {
		n := &ix.s.Nodes[l.node]
		add(p.names.of(n).box(n, l.side, n.X*zoom, n.Y*zoom, radiusAt(n.radius(), zoom)).grow(halo, halo))
	}
	return all
}
