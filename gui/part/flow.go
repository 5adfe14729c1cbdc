package part

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"skein/gui/theme"
)

// Span is a piece of flowing text in one manner.
type Span struct {
	Text     string
	Bold     bool
	Color    fyne.ThemeColorName // "" is that of the flow
	Mark     bool                // on the highlight
	Under    fyne.ThemeColorName // underlined in a colour, "" for not
	Between  bool                // stands between two pieces: left out where the line breaks after it
	OnTapped func()
}

// Flow is text that wraps at its width, with marked, underlined and clickable words. Each line is drawn as a few pieces,
// one for each manner.
type Flow struct {
	widget.BaseWidget
	Size0    float32 // of the text; 0 is the usual one
	Leading  float32 // from line to line; 0 is 1.5 times the size
	Color    fyne.ThemeColorName
	Align    fyne.TextAlign // leading or centred
	OnTapped func()         // a click beside clickable words

	spans []Span
	width float32 // that lines were broken for
	lines []flowLine
	hover int // the span under the pointer, -1 for none
}

type flowLine struct{ pieces []piece }

// piece is a part of a line in one manner.
type piece struct {
	text string
	span int
	x, w float32
}

// NewFlow makes flowing text.
func NewFlow(spans ...Span) *Flow {
	f := &Flow{spans: spans, hover: -1}
	f.ExtendBaseWidget(f)
	return f
}

// Plain makes flowing text of one manner.
func Plain(text string, color fyne.ThemeColorName, size float32) *Flow {
	f := NewFlow(Span{Text: text})
	f.Color, f.Size0 = color, size
	return f
}

func (f *Flow) style(i int) Style {
	s := Style{Size: f.Size0, Bold: f.spans[i].Bold, Color: f.spans[i].Color}
	if s.Color == "" {
		s.Color = f.Color
	}
	return s
}

func (f *Flow) leading() float32 {
	if f.Leading > 0 {
		return f.Leading
	}
	size := f.Size0
	if size == 0 {
		size = theme.TextSize
	}
	return float32(int(size*1.5 + 0.5))
}

// HeightFor is the height of the text broken for a width.
func (f *Flow) HeightFor(width float32) float32 {
	f.wrap(width)
	return float32(max(len(f.lines), 1)) * f.leading()
}

// Natural is the width of the text in one line.
func (f *Flow) Natural() float32 {
	w := float32(0)
	for i, s := range f.spans {
		w += f.style(i).measure(s.Text).Width
	}
	return w
}

// End is where the last line ends, and its top, when the text is broken for a width.
func (f *Flow) End(width float32) (x, top float32) {
	f.wrap(width)
	last := f.lines[len(f.lines)-1]
	if n := len(last.pieces); n > 0 {
		p := last.pieces[n-1]
		x = p.x + f.style(p.span).measure(strings.TrimRight(p.text, " ")).Width
	}
	return x, float32(len(f.lines)-1) * f.leading()
}

// LineOf is the top of the first line with a marked word; ok is false when none is marked. It holds after HeightFor.
func (f *Flow) LineOf() (y float32, ok bool) {
	for i, l := range f.lines {
		for _, p := range l.pieces {
			if f.spans[p.span].Mark {
				return float32(i) * f.leading(), true
			}
		}
	}
	return 0, false
}

// wrap breaks the text into lines of at most a width. A word longer than a line is broken where it must.
func (f *Flow) wrap(width float32) {
	if width == f.width && f.lines != nil || width <= 0 {
		return
	}
	f.width = width
	f.lines = f.lines[:0]
	w := wrapper{f: f}
	for i, s := range f.spans {
		text := s.Text
		for text != "" {
			word := nextWord(text)
			text = text[len(word):]
			w.add(i, word)
		}
	}
	w.flush()
	if len(w.line.pieces) > 0 {
		w.newline()
	}
	if f.lines == nil {
		f.lines = []flowLine{{}}
	}
}

// nextWord is the text up to and with the blanks after its first word.
func nextWord(s string) string {
	i := strings.IndexByte(s, ' ')
	if i < 0 {
		return s
	}
	for i < len(s) && s[i] == ' ' {
		i++
	}
	return s[:i]
}

// wrapper gathers word parts that must stay together, since a word may change its manner in the middle, and puts them on
// the line when the word has ended.
type wrapper struct {
	f    *Flow
	line flowLine
	x    float32
	word []piece
	wide float32
}

func (w *wrapper) add(span int, text string) {
	if len(w.word) > 0 && strings.HasSuffix(w.word[len(w.word)-1].text, " ") {
		w.flush()
	}
	width := w.f.style(span).measure(text).Width
	w.word = append(w.word, piece{text: text, span: span, w: width})
	w.wide += width
	if strings.HasSuffix(text, " ") {
		w.flush()
	}
}

// flush puts the word on the line, or on the next.
func (w *wrapper) flush() {
	if len(w.word) == 0 {
		return
	}
	last := w.word[len(w.word)-1]
	bare := w.wide - last.w + w.f.style(last.span).measure(strings.TrimRight(last.text, " ")).Width
	if w.x > 0 && w.x+bare > w.f.width {
		w.newline()
	}
	for _, p := range w.word {
		for bare > w.f.width && w.x+p.w > w.f.width && utf8.RuneCountInString(p.text) > 1 {
			head := w.fit(p)
			w.put(piece{text: head, span: p.span, w: w.f.style(p.span).measure(head).Width})
			p.text = p.text[len(head):]
			p.w = w.f.style(p.span).measure(p.text).Width
			w.newline()
		}
		w.put(p)
	}
	w.word, w.wide = w.word[:0], 0
}

// fit is as much of a piece as fits the rest of the line, at least one character.
func (w *wrapper) fit(p piece) string {
	end := 0
	for i, r := range p.text {
		n := i + utf8.RuneLen(r)
		if end > 0 && w.x+w.f.style(p.span).measure(p.text[:n]).Width > w.f.width {
			break
		}
		end = n
	}
	return p.text[:end]
}

// put adds a piece to the line, joined with the one before it when that is of the same manner.
func (w *wrapper) put(p piece) {
	p.x = w.x
	w.x += p.w
	if n := len(w.line.pieces); n > 0 && w.line.pieces[n-1].span == p.span {
		last := &w.line.pieces[n-1]
		last.text += p.text
		last.w += p.w
		return
	}
	w.line.pieces = append(w.line.pieces, p)
}

// newline ends the line. Words were measured alone, which Fyne remembers; where another piece follows, only the whole
// piece is exact.
func (w *wrapper) newline() {
	if n := len(w.line.pieces); n > 1 && w.f.spans[w.line.pieces[n-1].span].Between {
		w.line.pieces = w.line.pieces[:n-1]
	}
	x := float32(0)
	for i := range w.line.pieces {
		p := &w.line.pieces[i]
		p.x = x
		if i < len(w.line.pieces)-1 {
			p.w = w.f.style(p.span).measure(p.text).Width
		}
		x += p.w
	}
	w.f.lines = append(w.f.lines, w.line)
	w.line, w.x = flowLine{}, 0
}

// CreateRenderer draws it.
func (f *Flow) CreateRenderer() fyne.WidgetRenderer { return &flowRenderer{f: f} }

type flowRenderer struct {
	f       *Flow
	objects []fyne.CanvasObject
	built   float32 // the width objects were made for
	hover   int
}

func (r *flowRenderer) Destroy()                     {}
func (r *flowRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *flowRenderer) MinSize() fyne.Size {
	h := r.f.leading()
	if r.f.width > 0 {
		h = float32(max(len(r.f.lines), 1)) * r.f.leading()
	}
	return fyne.NewSize(20, h)
}

func (r *flowRenderer) Layout(size fyne.Size) {
	if size.Width == r.built && r.objects != nil {
		return
	}
	r.build(size.Width)
}

func (r *flowRenderer) Refresh() {
	r.build(r.f.BaseWidget.Size().Width)
	canvas.Refresh(r.f)
}

func (r *flowRenderer) build(width float32) {
	f := r.f
	f.wrap(width)
	r.built = width
	var under, text []fyne.CanvasObject
	h := f.leading()
	for i, line := range f.lines {
		y := float32(i) * h
		shift := f.shift(line)
		for k, p := range line.pieces {
			s := f.spans[p.span]
			style := f.style(p.span)
			shown := p.text
			if k == len(line.pieces)-1 {
				shown = strings.TrimRight(shown, " ")
			}
			m := style.measure(shown)
			top := y + (h-m.Height)/2
			if s.Mark {
				box := canvas.NewRectangle(theme.Color(theme.Highlight))
				box.CornerRadius = 2
				box.Move(fyne.NewPos(shift+p.x-1, y+(h-m.Height)/2-0.5))
				wide := p.w
				if k == len(line.pieces)-1 {
					wide = m.Width
				}
				box.Resize(fyne.NewSize(wide+2, m.Height+1))
				under = append(under, box)
			}
			lit := f.hover == p.span && s.OnTapped != nil
			if s.Under != "" || lit {
				ink, thick := s.Under, float32(1)
				switch {
				case s.Under == "":
					ink = style.color()
				case lit:
					thick = 2
				}
				bare := style.measure(strings.TrimRight(shown, " ")).Width
				l := canvas.NewRectangle(theme.Color(ink))
				l.Move(fyne.NewPos(shift+p.x, top+m.Height-1))
				l.Resize(fyne.NewSize(bare, thick))
				under = append(under, l)
			}
			t := canvas.NewText(shown, theme.Color(style.color()))
			t.TextSize, t.TextStyle = style.size(), style.text()
			t.Move(fyne.NewPos(shift+p.x, top))
			t.Resize(m)
			text = append(text, t)
		}
	}
	r.objects = append(under, text...)
}

// shift is how far a line stands from the left.
func (f *Flow) shift(l flowLine) float32 {
	if f.Align != fyne.TextAlignCenter || len(l.pieces) == 0 {
		return 0
	}
	last := l.pieces[len(l.pieces)-1]
	return (f.width - last.x - f.style(last.span).measure(strings.TrimRight(last.text, " ")).Width) / 2
}

// at is the clickable span at a point, or -1.
func (f *Flow) at(p fyne.Position) int {
	i := int(p.Y / f.leading())
	if i < 0 || i >= len(f.lines) {
		return -1
	}
	shift := f.shift(f.lines[i])
	for _, q := range f.lines[i].pieces {
		if x := p.X - shift; x >= q.x && x < q.x+q.w && f.spans[q.span].OnTapped != nil {
			return q.span
		}
	}
	return -1
}

// Tapped clicks the word under the pointer, else the whole text.
func (f *Flow) Tapped(e *fyne.PointEvent) {
	if i := f.at(e.Position); i >= 0 {
		f.spans[i].OnTapped()
	} else if f.OnTapped != nil {
		f.OnTapped()
	}
}

// MouseIn is MouseMoved.
func (f *Flow) MouseIn(e *desktop.MouseEvent) { f.MouseMoved(e) }

// MouseMoved lights the word under the pointer.
func (f *Flow) MouseMoved(e *desktop.MouseEvent) {
	if i := f.at(e.Position); i != f.hover {
		f.hover = i
		f.Refresh()
	}
}

// MouseOut lights nothing.
func (f *Flow) MouseOut() {
	if f.hover >= 0 {
		f.hover = -1
		f.Refresh()
	}
}

// Cursor is a hand over what can be clicked.
func (f *Flow) Cursor() desktop.Cursor {
	if f.hover >= 0 || f.OnTapped != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}
