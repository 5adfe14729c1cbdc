package scene

import (
	"bufio"
	"fmt"
	"html"
	"image/color"
	"io"
	"strconv"
)

// SVG writes a scene as a picture of w by h screen pixels: what [Render] draws, as shapes and text. Letters are those of
// the reader's own typefaces, stretched to the width they have in ours. The same scene gives the same bytes. The error
// is the writer's.
func SVG(out io.Writer, s *Scene, cam Camera, pal *Palette, w, h int) error {
	p := NewPainter()
	p.build(NewIndex(s), Frame{Camera: cam, Palette: pal, Scale: 1}, float64(w), float64(h))
	v := svgWriter{bufio.NewWriter(out)}
	v.printf(`<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" font-family="%s">`+"\n",
		w, h, w, h, html.EscapeString(FontFamily))
	v.printf(`<rect width="100%%" height="100%%" fill="%s"/>`+"\n", hex(pal.Canvas))
	for i := range p.list.shapes {
		v.shape(&p.list, &p.list.shapes[i], p.set.metrics)
	}
	v.printf("</svg>\n")
	return v.Flush()
}

// svgWriter writes shapes as elements, one a line. Its error is kept until Flush.
type svgWriter struct{ *bufio.Writer }

func (v svgWriter) printf(format string, args ...any) { fmt.Fprintf(v, format, args...) }

func (v svgWriter) shape(l *list, s *shape, m *metrics) {
	switch s.op {
	case opLine:
		v.printf(`<path d="M%s %sL%s %s"`, num(s.x), num(s.y), num(s.x2), num(s.y2))
		v.stroke(s, s.width)
	case opDisc:
		v.printf(`<circle cx="%s" cy="%s" r="%s"`, num(s.x), num(s.y), num(s.x2))
		v.paint(s)
	case opPill:
		v.printf(`<rect x="%s" y="%s" width="%s" height="%s" rx="%s"`, num(s.x), num(s.y), num(s.x2-s.x), num(s.y2-s.y), num(s.width))
		v.fill(s)
	case opPoly:
		v.printf(`<path d="`)
		for i, p := range l.points[s.from:s.to] {
			v.printf("%c%s %s", "ML"[min(i, 1)], num(p.x), num(p.y))
		}
		v.printf(`Z"`)
		v.paint(s)
	case opText:
		v.text(&l.texts[s.from], s, m)
		return
	}
	v.printf("/>\n")
}

// paint fills a shape, or strokes its outline where it has a width.
func (v svgWriter) paint(s *shape) {
	if s.width > 0 {
		v.printf(` fill="none"`)
		v.stroke(s, s.width)
		return
	}
	v.fill(s)
}

func (v svgWriter) fill(s *shape) {
	v.printf(` fill="%s"`, hex(s.color))
	if s.alpha < opaque {
		v.printf(` fill-opacity="%s"`, num(float32(s.alpha)/opaque))
	}
}

func (v svgWriter) stroke(s *shape, width float32) {
	v.printf(` stroke="%s" stroke-width="%s"`, hex(s.color), num(width))
	if s.alpha < opaque {
		v.printf(` stroke-opacity="%s"`, num(float32(s.alpha)/opaque))
	}
	for i, n := range s.dash.pattern() {
		v.printf("%s%s", [2]string{` stroke-dasharray="`, " "}[min(i, 1)], num(n))
	}
	if s.dash != solid {
		v.printf(`"`)
	}
}

func (v svgWriter) text(t *text, s *shape, m *metrics) {
	v.printf(`<text x="%s" y="%s" font-size="%s" fill="%s" textLength="%s" lengthAdjust="spacingAndGlyphs"`,
		num(t.at.x), num(t.at.y), num(float32(t.size)), hex(s.color), num(float32(m.width(t.s, t.size))))
	if t.halo > 0 {
		v.printf(` stroke="%s" stroke-width="%s" stroke-linejoin="round" paint-order="stroke"`, hex(t.under), num(float32(2*t.halo)))
	}
	v.printf(">%s</text>\n", html.EscapeString(t.s))
}

func hex(c color.RGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// num is a number with the hundredths of a pixel.
func num(x float32) string {
	s := strconv.FormatFloat(float64(x), 'f', 2, 32)
	for s[len(s)-1] == '0' {
		s = s[:len(s)-1]
	}
	if s[len(s)-1] == '.' {
		s = s[:len(s)-1]
	}
	if s == "-0" {
		return "0"
	}
	return s
}
