package dock

import (
	"fmt"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"

	"skein/gui/model"
	"skein/gui/part"
	"skein/gui/theme"
	"skein/importer/batch"
)

// candidateLimit is how many of the candidates thrown out of an article are listed.
const candidateLimit = 300

// log tells what imports did, the latest first: for each file what it brought or why it failed, and what the importer
// took for a name or a claim at first and then not.
type log struct {
	send func(model.Msg)

	root  *fyne.Container
	bar   *running
	rows  *roll
	empty *part.Page
	list  []model.Entry // the latest first
	was   logged
	open  map[int]bool // entries, counted from the first, whose candidates are listed
	last  *model.State
	count *part.Line
	tips  *part.Tips
}

// logged is what the rows depend on.
type logged struct {
	entries, files int
	running        bool
	path           string
}

func newLog(send func(model.Msg), tips *part.Tips) *log {
	l := &log{send: send, tips: tips, count: small(""), rows: newRoll(), empty: part.NewPage(part.NewStack(0)), open: map[int]bool{}}
	l.bar = newRunning(send)
	l.root = &fyne.Container{Layout: underBar{}, Objects: []fyne.CanvasObject{l.bar.object(), l.rows, l.empty}}
	return l
}

func (l *log) object() fyne.CanvasObject { return l.root }

// underBar lays the import under way out over the rest.
type underBar struct{}

func (underBar) Layout(o []fyne.CanvasObject, size fyne.Size) {
	y := float32(6)
	if o[0].Visible() {
		y = runningHeight + 20
		o[0].Move(fyne.NewPos(side, 10))
		o[0].Resize(fyne.NewSize(fyne.Min(size.Width-2*side, 560), runningHeight))
	}
	for _, x := range o[1:] {
		x.Move(fyne.NewPos(0, y))
		x.Resize(fyne.NewSize(size.Width, fyne.Max(size.Height-y, 0)))
	}
}
func (underBar) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, 40) }

func (l *log) show(s *model.State) {
	l.last = s
	if s.Import.Running {
		l.bar.show(s)
	}
	now := logged{len(s.Log), len(s.Import.Files), s.Import.Running, s.Path}
	if now == l.was {
		return
	}
	if now.path != l.was.path {
		clear(l.open)
	}
	top := now.entries != l.was.entries || now.path != l.was.path
	l.was = now
	l.list = l.list[:0]
	for _, part := range [][]model.Entry{s.Import.Files, s.Log} {
		for i := len(part) - 1; i >= 0; i-- {
			l.list = append(l.list, part[i])
		}
	}
	l.count.SetText(l.counted())
	l.arrange(top)
}

func (l *log) arrange(top bool) {
	some := len(l.list) > 0
	show(l.bar.object(), l.last.Import.Running)
	show(l.rows, some)
	show(l.empty, !some && !l.last.Import.Running)
	if !some {
		l.empty.Set(vacant("No import yet", "For each file that is imported this tells what it brought, what was confirmed, what failed and why.",
			part.NewButton("Import…", part.Primary, func() { l.send(model.ChooseImport{}) })), true)
	}
	made := map[int]*fyne.Container{}
	row := func(i int) *fyne.Container {
		if made[i] == nil {
			made[i] = l.row(i)
		}
		return made[i]
	}
	l.root.Layout.Layout(l.root.Objects, l.root.Size())
	l.rows.set(items{
		n:      len(l.list),
		height: func(i int, width float32) float32 { return part.HeightOf(row(i), width) },
		guess:  func(int, float32) float32 { return theme.RowHeight + 2 },
		build:  func(i int) fyne.CanvasObject { return row(i) },
	}, top)
}

// row is a line of the log.
func (l *log) row(i int) *fyne.Container {
	e := l.list[i]
	icon, ink := part.IconCheck, theme.Good
	text := theme.Muted
	switch e.Status {
	case batch.Failed:
		icon, ink, text = part.IconClose, theme.Alarm, theme.Alarm
	case batch.Known:
		ink = theme.Faint
	case batch.Cancelled:
		icon, ink = part.IconMinus, theme.Faint
	}
	title := part.NewLine(e.Title, part.Style{})
	title.Tips = l.tips
	if e.Article != "" {
		title.OnTapped = func() { l.send(model.OpenArticle{Article: e.Article}) }
	}
	file := filepath.Base(e.Path)
	if file == e.Title || e.Path == e.Title {
		file = ""
	}
	what := []part.Span{{Text: e.Text, Color: text}}
	age := len(l.list) - 1 - i // stays the same when entries come
	if n := len(e.Rejected); n > 0 {
		verb := "candidates thrown out"
		if n == 1 {
			verb = "candidate thrown out"
		}
		what = append(what, part.Span{Text: " · "}, part.Span{Text: model.Number(n) + " " + verb, Under: theme.Line, OnTapped: func() {
			l.open[age] = !l.open[age]
			l.arrange(false)
		}})
	}
	rows := []fyne.CanvasObject{flow(what)}
	if l.open[age] {
		rows = append(rows, l.candidates(e)...)
	}
	where := part.NewLine(file, part.Style{Size: theme.SmallSize, Color: theme.Muted, Align: fyne.TextAlignTrailing})
	where.Tips, where.Tip = l.tips, e.Path
	return &fyne.Container{Layout: logRow{}, Objects: []fyne.CanvasObject{part.NewIcon(icon, ink, 16), title, part.NewStack(2, rows...), where}}
}

func flow(spans []part.Span) *part.Flow {
	f := part.NewFlow(spans...)
	f.Size0, f.Color, f.Leading = theme.SmallSize, theme.Muted, 18
	return f
}

// candidates are what was thrown out, each with its reason.
func (l *log) candidates(e model.Entry) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	for i, c := range l.last.Candidates(e) {
		if i == candidateLimit {
			out = append(out, flow([]part.Span{{Text: "and " + model.Number(len(e.Rejected)-i) + " more"}}))
			break
		}
		var spans []part.Span
		if c.Text != "" {
			spans = append(spans, part.Span{Text: model.Short(c.Text, 80), Color: theme.Text}, part.Span{Text: "  "})
		}
		out = append(out, flow(append(spans, part.Span{Text: strings.TrimSuffix(c.Reason, ".")})))
	}
	return out
}

// logRow lays a line out: icon, title, what came of it, file.
type logRow struct{}

const logPad = 5.5 // over and under the text

// columns are where title, text and file stand.
func (logRow) columns(width float32) (x, w [3]float32) {
	x[0] = side + 26
	room := width - x[0] - side
	if width < 760 {
		w = [3]float32{room * 0.36, room*0.64 - 20, 0}
	} else {
		w = [3]float32{room * 0.36, room*0.44 - 20, room*0.2 - 20}
	}
	x[1] = x[0] + w[0] + 20
	x[2] = x[1] + w[1] + 20
	return x, w
}

func (l logRow) Layout(o []fyne.CanvasObject, size fyne.Size) {
	x, w := l.columns(size.Width)
	o[0].Move(fyne.NewPos(side, logPad+1))
	o[0].Resize(fyne.NewSize(16, 16))
	for i, y := range []float32{logPad, logPad, logPad} {
		o[i+1].Move(fyne.NewPos(x[i], y))
		o[i+1].Resize(fyne.NewSize(w[i], 18))
	}
	o[2].Resize(fyne.NewSize(w[1], size.Height-2*logPad))
	show(o[3], w[2] > 0)
}
func (logRow) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(160, theme.RowHeight) }

// HeightFor lets the text decide.
func (l logRow) HeightFor(o []fyne.CanvasObject, width float32) float32 {
	_, w := l.columns(width)
	return fyne.Max(part.HeightOf(o[2], w[1])+2*logPad, theme.RowHeight)
}

// tools say how many files there were, and what became of them.
func (l *log) tools() fyne.CanvasObject { return l.count }

func (l *log) counted() string {
	count := map[batch.Status]int{}
	for _, e := range l.list {
		count[e.Status]++
	}
	if len(l.list) == 0 {
		return ""
	}
	text := model.Quantity(len(l.list), "file", "files")
	for _, st := range []struct {
		status batch.Status
		what   string
	}{{batch.New, "new"}, {batch.Known, "known already"}, {batch.Failed, "failed"}, {batch.Cancelled, "cancelled"}} {
		if n := count[st.status]; n > 0 {
			text += fmt.Sprintf(" · %s %s", model.Number(n), st.what)
		}
	}
	return text
}
