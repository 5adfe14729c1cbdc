package bar

import (
	"time"

	"fyne.io/fyne/v2"

	"skein/graph"
	"skein/gui/model"
	"skein/gui/part"
	"skein/gui/theme"
)

// noticeTime is how long a notice stays that is not a warning.
const noticeTime = 7 * time.Second

// Overlay is what lies over the canvas. It leaves the pointer to the canvas wherever it shows nothing.
type Overlay struct {
	// Do runs something on the toolkit's goroutine; it is fyne.Do but for tests.
	Do func(func())

	send  func(model.Msg)
	tips  *part.Tips
	strip *fyne.Container // notice, import, news, at the top left
	hint  *fyne.Container // in the middle, when the canvas is empty
	tools []tool          // at the bottom right
	root  *fyne.Container
	last  *model.State
	shown overlaid
	timer *time.Timer // until the notice goes by itself
}

// overlaid is what the overlay depends on.
type overlaid struct {
	notice    model.Notice
	running   bool
	stopping  bool
	done, all int
	current   string
	news      [3]int // entities, claims, disputed
	at        int    // the news stepped to
	hint      hint
}

// NewOverlay makes it.
func NewOverlay(send func(model.Msg), tips *part.Tips) *Overlay {
	o := &Overlay{Do: fyne.Do, send: send, tips: tips, strip: part.NewStack(8), hint: part.NewStack(0)}
	zoom := part.NewAcross(6, -1)
	for _, t := range []struct {
		icon  part.Icon
		label string
		id    string
	}{{part.IconBox, "", "box"}, {part.IconLasso, "", "lasso"}, {}, {part.IconMinus, "", "zoom-out"}, {part.IconPlus, "", "zoom-in"}, {"", "Fit", "fit"}} {
		if t.id == "" {
			zoom.Add(part.Room(4))
			continue
		}
		c, _ := model.CommandOf(t.id)
		b := part.NewButton(t.label, part.Outlined, func() { send(c.Run(o.last)) }).WithTip(tips, withKey(c.Label, c))
		b.Icon = t.icon
		o.tools = append(o.tools, tool{b, c})
		zoom.Add(b)
	}
	o.root = &fyne.Container{Layout: corners{}, Objects: []fyne.CanvasObject{o.hint, o.strip, zoom}}
	return o
}

// Object is what has to lie over the canvas, as large as it.
func (o *Overlay) Object() fyne.CanvasObject { return o.root }

// Show shows the state.
func (o *Overlay) Show(s *model.State) {
	o.last = s
	for _, t := range o.tools {
		t.SetOff(t.command.Why(s) != "")
		t.SetOn(s.Tool != model.PanTool && t.command.ID == string(s.Tool))
	}
	now := overlaid{notice: s.Notice, running: s.Import.Running, stopping: s.Import.Cancelling, done: s.Import.Done, all: s.Import.Total,
		current: s.Import.Current, news: [3]int{len(s.News.Entities), len(s.News.Claims), s.News.Disputed}, at: s.News.At, hint: hintFor(s)}
	if now == o.shown {
		return
	}
	if now.notice != o.shown.notice {
		o.forget(now.notice)
	}
	if now.hint != o.shown.hint {
		o.hint.Objects = o.hintParts(now.hint)
	}
	o.shown = now
	o.strip.Objects = nil
	if s.Import.Running {
		o.strip.Add(o.progress(s.Import))
	}
	if s.Notice.Text != "" {
		o.strip.Add(o.notice(s.Notice))
	}
	if !s.News.Empty() && !s.Import.Running {
		o.strip.Add(o.news(s))
	}
	o.root.Refresh()
}

// forget lets a notice go by itself after a while. A warning stays until it is dismissed.
func (o *Overlay) forget(n model.Notice) {
	if o.timer != nil {
		o.timer.Stop()
	}
	if n.Text == "" || n.Tone == model.Warning {
		return
	}
	o.timer = time.AfterFunc(noticeTime, func() {
		o.Do(func() {
			if o.last.Notice == n {
				o.send(model.DropNotice{})
			}
		})
	})
}

// pill puts things on a floating plate, which lets no click through to the canvas; the one at index grow gives way where
// there is little room.
func pill(grow int, objects ...fyne.CanvasObject) fyne.CanvasObject {
	return &fyne.Container{Layout: natural{}, Objects: []fyne.CanvasObject{
		part.NewPlate(theme.Panel, theme.Line, 15), newBackdrop(func() {}),
		&fyne.Container{Layout: part.Inset{Left: 12, Top: 5, Right: 6, Bottom: 5}, Objects: []fyne.CanvasObject{part.NewAcross(6, grow, objects...)}},
	}}
}

// words are a text that knows how wide it would like to be.
func (o *Overlay) words(text string, ink fyne.ThemeColorName) *part.Line {
	l := part.NewLine(text, part.Style{Size: theme.SmallSize, Color: ink})
	l.Tips = o.tips
	return l
}

func (o *Overlay) small(icon part.Icon, tip string, m model.Msg) *part.Button {
	b := part.NewIconButton(icon, part.Flat, func() { o.send(m) })
	b.Height, b.Dim = 20, true
	return b.WithTip(o.tips, tip)
}

func (o *Overlay) link(text string, m model.Msg) *part.Line {
	return part.NewLink(text, part.Style{Size: theme.SmallSize, Color: theme.Accent, Whole: true}, func() { o.send(m) })
}

func (o *Overlay) notice(n model.Notice) fyne.CanvasObject {
	ink := theme.Text
	if n.Tone == model.Warning {
		ink = theme.Alarm
	}
	return pill(0, o.words(n.Text, ink), o.small(part.IconClose, "Dismiss   Escape", model.DropNotice{}))
}

func (o *Overlay) progress(in model.Import) fyne.CanvasObject {
	text := "Reading…"
	if in.Total > 0 {
		text = "Read " + model.Number(in.Done) + " of " + model.Quantity(in.Total, "file", "files")
	}
	if in.Current != "" {
		text += " · " + in.Current
	}
	gauge := part.Sized(96, 4, part.NewGauge(float32(in.Done)/float32(max(in.Total, 1))))
	if in.Cancelling {
		return pill(1, gauge, o.words("Stopping; what is done is kept", theme.Muted))
	}
	return pill(1, gauge, o.words(text, theme.Text), part.Room(2), o.link("Cancel", model.CancelImport{}), part.Room(4))
}

func (o *Overlay) news(s *model.State) fyne.CanvasObject {
	objects := []fyne.CanvasObject{part.NewDot(theme.Highlight, theme.Text), o.words(s.News.Text(), theme.Text)}
	if n := len(s.News.Entities); n > 0 && s.News.At < 0 {
		objects = append(objects, part.Room(2), o.link("Step through", model.StepNews{By: 1}), part.Room(2))
	} else if n > 0 {
		at := part.NewLine(model.Number(s.News.At+1)+" of "+model.Number(n), part.Style{Size: theme.SmallSize, Color: theme.Muted, Whole: true})
		objects = append(objects, o.small(part.IconBack, "Previous   Shift+N", model.StepNews{By: -1}), at, o.small(part.IconForward, "Next   N", model.StepNews{By: 1}))
	}
	return pill(1, append(objects, o.small(part.IconClose, "Forget what is new", model.DropNews{}))...)
}

// hint is what an empty canvas says, and what a button there does.
type hint struct {
	title, text, label string
	article            graph.ID // the one to begin with
}

// hintFor is the zero value when something is to be seen, or soon will be.
func hintFor(s *model.State) hint {
	switch {
	case len(s.Picture.Nodes) > 0 || s.Import.Running || s.Pending > 0:
		return hint{}
	case len(s.Snap.Articles()) == 0:
		return hint{title: "Drop articles here", label: "Choose files…",
			text: "Text, Markdown or HTML: files, or whole folders. Skein reads them on this computer, and draws who does what, where and with whom."}
	case len(s.Placed) > s.Hidden && !s.Filters.Empty():
		return hint{title: "The filters keep everything back", label: "Clear filters", text: "Nothing of what stands on the canvas passes the filters at the left."}
	case s.Hidden > 0:
		return hint{title: "Everything is hidden", label: "Show hidden", text: "What was taken off the canvas is still in the graph."}
	}
	last := s.Facets.Articles[0]
	return hint{title: "The canvas is empty", label: "Begin with the last article", article: last.Value,
		text: "Search for a name above, or begin with “" + last.Label + "”."}
}

// do is what the button of the hint does.
func (o *Overlay) do(h hint) model.Msg {
	switch {
	case h.article != "":
		return model.Begin{Article: h.article}
	case len(o.last.Snap.Articles()) == 0:
		return model.ChooseImport{}
	case o.last.Hidden > 0 && o.last.Filters.Empty():
		return model.ShowHidden{}
	}
	return model.SetFilters{Label: "clear filters"}
}

func (o *Overlay) hintParts(h hint) []fyne.CanvasObject {
	if h.title == "" {
		return nil
	}
	text := part.Plain(h.text, theme.Muted, theme.TextSize)
	text.Align = fyne.TextAlignCenter
	look := part.Outlined
	if h.article == "" && len(o.last.Snap.Articles()) == 0 {
		look = part.Primary
	}
	return []fyne.CanvasObject{
		part.NewLine(h.title, part.Style{Size: theme.NameSize, Bold: true, Align: fyne.TextAlignCenter}),
		part.Gap(8), text, part.Gap(16),
		&fyne.Container{Layout: middle{}, Objects: []fyne.CanvasObject{part.NewButton(h.label, look, func() { o.send(o.do(h)) })}},
	}
}
