package part

import (
	"math/rand/v2"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"skein/gui/theme"
)

// show puts an object into a window of its own.
func show(t *testing.T, o fyne.CanvasObject, w, h float32) fyne.Window {
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light))
	win := test.NewTempWindow(t, o)
	win.SetPadded(false)
	win.Resize(fyne.NewSize(w, h))
	return win
}

// TestFlowKeepsItsWordsAndItsWidth breaks random text at random widths: nothing may be lost, and no line may be wider
// than it should be.
func TestFlowKeepsItsWordsAndItsWidth(t *testing.T) {
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light))
	r := rand.New(rand.NewPCG(1, 2))
	words := []string{"a", "of", "Ministry", "“quoted”", "–", "interoperability", strings.Repeat("long", 20), "é", "1st", ",", "  "}
	for range 60 {
		var spans []Span
		text := ""
		for range 1 + r.IntN(5) {
			s := ""
			for range r.IntN(12) {
				s += words[r.IntN(len(words))]
				if r.IntN(4) > 0 {
					s += " "
				}
			}
			spans = append(spans, Span{Text: s, Bold: r.IntN(2) == 0, Mark: r.IntN(3) == 0})
			text += s
		}
		f := NewFlow(spans...)
		width := float32(30 + r.IntN(400))
		f.HeightFor(width)
		got := ""
		for _, l := range f.lines {
			for i, p := range l.pieces {
				got += p.text
				wide := p.x + p.w
				if i == len(l.pieces)-1 {
					wide = p.x + f.style(p.span).measure(strings.TrimRight(p.text, " ")).Width
				}
				if wide > width+2 && len([]rune(strings.TrimSpace(p.text))) > 1 {
					t.Errorf("%q reaches to %v of %v", p.text, wide, width)
				}
				if !strings.Contains(spans[p.span].Text, p.text) {
					t.Errorf("%q is not from its span %q", p.text, spans[p.span].Text)
				}
			}
		}
		if got != text {
			t.Errorf("%q became %q", text, got)
		}
	}
}

func TestFlowFindsTheWordUnderThePointer(t *testing.T) {
	tapped := ""
	f := NewFlow(Span{Text: "The minister, "}, Span{Text: "Maria Lindqvist", OnTapped: func() { tapped = "name" }}, Span{Text: ", agreed to meet the council."})
	f.OnTapped = func() { tapped = "text" }
	win := show(t, f, 120, 200)
	for i, l := range f.lines {
		for _, p := range l.pieces {
			tapped = ""
			test.TapCanvas(win.Canvas(), fyne.NewPos(p.x+p.w/2, (float32(i)+0.5)*f.leading()))
			if want := map[bool]string{true: "name", false: "text"}[p.span == 1]; tapped != want {
				t.Errorf("a click on %q hit the %s", p.text, tapped)
			}
		}
	}
}

func TestFittedFits(t *testing.T) {
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light))
	text := "Combined Task Force, Upper Straits"
	whole := Style{}.measure(text).Width
	if got := Fitted(text, whole, Style{}); got != text {
		t.Errorf("with room enough it became %q", got)
	}
	for w := float32(0); w < whole; w += 7 {
		got := Fitted(text, w, Style{})
		if (Style{}).measure(got).Width > w || got != "" && (!strings.HasSuffix(got, "…") || !strings.HasPrefix(text, strings.TrimSuffix(got, "…"))) {
			t.Errorf("for %v it became %q", w, got)
		}
	}
}

// TestHeightsFollowWidths asks layouts how high they will be, and compares with where things end up.
func TestHeightsFollowWidths(t *testing.T) {
	fyne.CurrentApp().Settings().SetTheme(theme.New(theme.Light))
	long := strings.Repeat("some words that wrap ", 12)
	column := NewStack(6, Plain(long, theme.Text, 13), Pad(20, 5, Plain(long, theme.Muted, 12)),
		NewWrap(4, 4, NewChip("one", nil), NewChip("another one", nil), NewChip("a third of some length", nil)), Gap(9), Rule())
	for _, w := range []float32{120, 250, 600} {
		h := HeightOf(column, w)
		column.Layout.Layout(column.Objects, fyne.NewSize(w, h))
		last := column.Objects[len(column.Objects)-1]
		if end := last.Position().Y + last.Size().Height; end != h {
			t.Errorf("%v wide it said to be %v high, and is %v", w, h, end)
		}
	}
	if HeightOf(column, 120) <= HeightOf(column, 600) {
		t.Error("a narrow column is no higher than a wide one")
	}
}

func TestPageShowsWhatIsToBeSeen(t *testing.T) {
	var rows []fyne.CanvasObject
	for range 40 {
		rows = append(rows, NewRow(RowData{Label: "row"}, nil))
	}
	p := NewPage(NewStack(0))
	show(t, p, 200, 300)
	p.Set(rows, true)
	visible := func(i int) bool {
		y := rows[i].Position().Y - p.scroll.Offset.Y
		return y >= 0 && y+rows[i].Size().Height <= 300
	}
	for _, i := range []int{0, 39, 20, 0} {
		p.Reveal(rows[i])
		if !visible(i) {
			t.Errorf("row %d is out of sight with the page at %v", i, p.scroll.Offset.Y)
		}
	}
	p.Reveal(rows[30])
	at := p.scroll.Offset.Y
	p.Reveal(rows[29])
	if p.scroll.Offset.Y != at {
		t.Error("the page moved for what was to be seen already")
	}
	p.Set(rows, false)
	if p.scroll.Offset.Y != at {
		t.Error("the page moved when its rows were set again")
	}
}

func TestATipComesWhenThePointerRests(t *testing.T) {
	tips := NewTips()
	b := NewButton("Fit", Outlined, nil).WithTip(tips, "Shows everything")
	corner := NewButton("Far", Outlined, nil).WithTip(tips, strings.Repeat("A long tip. ", 20))
	win := show(t, &fyne.Container{Layout: spots{}, Objects: []fyne.CanvasObject{b, corner, tips.Layer()}}, 400, 300)
	test.MoveMouse(win.Canvas(), fyne.NewPos(110, 110))
	test.MoveMouse(win.Canvas(), fyne.NewPos(20, 20))
	if tips.timer != nil {
		t.Error("a tip is waited for after the pointer has gone")
	}
	test.MoveMouse(win.Canvas(), fyne.NewPos(390, 290))
	tips.timer.Stop()
	tips.place(corner, corner.Tip)
	if o := tips.box; o.Position().X < 0 || o.Position().Y < 0 || o.Position().X+o.Size().Width > 400 || o.Position().Y+o.Size().Height > 300 {
		t.Errorf("the tip stands at %v, %v large, in a window of 400 by 300", o.Position(), o.Size())
	}
	test.MoveMouse(win.Canvas(), fyne.NewPos(20, 20))
	if len(tips.layer.Objects) > 0 {
		t.Error("the tip stays")
	}
}

// spots lays out two buttons and a layer over all.
type spots struct{}

func (spots) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(80, 30))
	o[0].Move(fyne.NewPos(100, 100))
	o[1].Resize(fyne.NewSize(60, 30))
	o[1].Move(fyne.NewPos(size.Width-60, size.Height-30))
	o[2].Resize(size)
}

func (spots) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(1, 1) }

// TestShortcutsThatEditTextStayInTheField gives a field shortcuts: those that edit text are its own.
func TestShortcutsThatEditTextStayInTheField(t *testing.T) {
	var offered []string
	f := NewField("")
	f.OnShortcut = func(s fyne.Shortcut) bool { offered = append(offered, s.ShortcutName()); return true }
	show(t, Frame(f, IconSearch, "Ctrl+F"), 200, 40)
	f.SetText("Varn")
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
	if f.SelectedText() != "Varn" || len(offered) > 0 {
		t.Errorf("select all selected %q and was offered to the window: %v", f.SelectedText(), offered)
	}
	f.TypedShortcut(chord{})
	if len(offered) != 1 {
		t.Error("a shortcut of the window's was not offered to it")
	}
}

type chord struct{}

func (chord) ShortcutName() string { return "Ctrl+K" }
