package part

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"skein/gui/theme"
)

// Style is how text is set. The zero value is plain text of the usual size.
type Style struct {
	Size  float32 // 0 is the usual one
	Bold  bool
	Color fyne.ThemeColorName // "" is the usual one
	Align fyne.TextAlign
	Whole bool // as wide as its text; otherwise it gives way, and ends in an ellipsis where there is no room
}

func (s Style) size() float32 {
	if s.Size == 0 {
		return theme.TextSize
	}
	return s.Size
}

func (s Style) color() fyne.ThemeColorName {
	if s.Color == "" {
		return theme.Text
	}
	return s.Color
}

func (s Style) text() fyne.TextStyle { return fyne.TextStyle{Bold: s.Bold} }

// measure is the size of a line of text. Fyne remembers it for a while, but not that of no text at all.
func (s Style) measure(text string) fyne.Size {
	if text == "" {
		return fyne.NewSize(0, fyne.MeasureText("x", s.size(), s.text()).Height)
	}
	return fyne.MeasureText(text, s.size(), s.text())
}

// Line is one line of text. With OnTapped it is a link.
type Line struct {
	widget.BaseWidget
	text     string
	style    Style
	OnTapped func()
	Tips     *Tips // shows Tip, or else the text when it had to be cut
	Tip      string

	drawn *canvas.Text
	under *canvas.Rectangle
}

// NewLine makes a line of text.
func NewLine(text string, style Style) *Line {
	l := &Line{text: text, style: style}
	l.ExtendBaseWidget(l)
	return l
}

// NewLink makes a line of text that can be clicked.
func NewLink(text string, style Style, tapped func()) *Line {
	l := NewLine(text, style)
	l.OnTapped = tapped
	return l
}

// SetText changes the text.
func (l *Line) SetText(text string) {
	if l.text != text {
		l.text = text
		l.Refresh()
	}
}

// SetStyle changes the style.
func (l *Line) SetStyle(s Style) {
	if l.style != s {
		l.style = s
		l.Refresh()
	}
}

// Natural is the width of the whole text.
func (l *Line) Natural() float32 { return l.style.measure(l.text).Width }

// Text is the text, whole.
func (l *Line) Text() string { return l.text }

// CreateRenderer draws it.
func (l *Line) CreateRenderer() fyne.WidgetRenderer {
	l.drawn = canvas.NewText(l.text, theme.Color(l.style.color()))
	l.under = canvas.NewRectangle(theme.Color(theme.None))
	r := &lineRenderer{l}
	r.paint()
	return r
}

type lineRenderer struct{ l *Line }

func (r *lineRenderer) Destroy() {}
func (r *lineRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.l.drawn, r.l.under}
}

func (r *lineRenderer) MinSize() fyne.Size {
	m := r.l.style.measure(r.l.text)
	if !r.l.style.Whole {
		m.Width = 0
	}
	return m
}

func (r *lineRenderer) Layout(size fyne.Size) {
	l := r.l
	l.drawn.Text = Fitted(l.text, size.Width, l.style)
	m := l.style.measure(l.drawn.Text)
	x := float32(0)
	switch l.style.Align {
	case fyne.TextAlignTrailing:
		x = size.Width - m.Width
	case fyne.TextAlignCenter:
		x = (size.Width - m.Width) / 2
	}
	y := (size.Height - m.Height) / 2
	l.drawn.Resize(m)
	l.drawn.Move(fyne.NewPos(x, y))
	l.under.Resize(fyne.NewSize(m.Width, 1))
	l.under.Move(fyne.NewPos(x, y+m.Height-2))
}

func (r *lineRenderer) paint() {
	l := r.l
	l.drawn.Color = theme.Color(l.style.color())
	l.drawn.TextSize = l.style.size()
	l.drawn.TextStyle = l.style.text()
}

func (r *lineRenderer) Refresh() {
	l := r.l
	r.paint()
	r.Layout(l.Size())
	l.drawn.Refresh()
	l.under.Refresh()
}

// Tapped follows the link.
func (l *Line) Tapped(*fyne.PointEvent) {
	l.Tips.Hide()
	if l.OnTapped != nil {
		l.OnTapped()
	}
}

// MouseIn underlines a link.
func (l *Line) MouseIn(*desktop.MouseEvent) {
	if l.OnTapped != nil {
		l.under.FillColor = theme.Color(l.style.color())
		l.under.Refresh()
	}
	tip := l.Tip
	if tip == "" && l.drawn.Text != l.text {
		tip = l.text
	}
	l.Tips.Show(l, tip)
}

// MouseMoved does nothing.
func (l *Line) MouseMoved(*desktop.MouseEvent) {}

// MouseOut takes the underline away.
func (l *Line) MouseOut() {
	if l.OnTapped != nil {
		l.under.FillColor = theme.Color(theme.None)
		l.under.Refresh()
	}
	l.Tips.Hide()
}

// Cursor is a hand over a link.
func (l *Line) Cursor() desktop.Cursor {
	if l.OnTapped != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// Fitted is as much of a text as fits a width, with an ellipsis when cut.
func Fitted(text string, width float32, style Style) string {
	if text == "" || style.Whole || style.measure(text).Width <= width+0.5 {
		return text
	}
	runes := []rune(text)
	lo, hi := 0, len(runes)
	for lo < hi {
		mid := (lo + hi + 1) / 2
		if style.measure(string(runes[:mid])+"…").Width <= width {
			lo = mid
		} else {
			hi = mid - 1
		}
	}
	if lo == 0 {
		return ""
	}
	return strings.TrimRight(string(runes[:lo]), " ,.") + "…"
}

// Heading is a small heading in spaced capitals.
func Heading(text string) *Line {
	return NewLine(spaced(text), Style{Size: theme.HeadingSize, Bold: true, Color: theme.Muted})
}

// spaced is text in capitals with hair spaces between them: Fyne cannot space letters.
func spaced(text string) string {
	var b strings.Builder
	for i, r := range []rune(strings.ToUpper(text)) {
		if i > 0 {
			b.WriteRune('\u200a')
		}
		b.WriteRune(r)
	}
	return b.String()
}
