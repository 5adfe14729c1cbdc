package inspector

import (
	"fmt"
	"strings"

	"fyne.io/fyne/v2"

	"skein/graph"
	"skein/gui/model"
	"skein/gui/part"
	"skein/gui/theme"
)

// card is one claim: the other end, what kind of statement, the sentence, where it stands and how sure it is.
func (p *Panel) card(c model.Card) fyne.CanvasObject {
	rows := []fyne.CanvasObject{p.cardHead(c)}
	if c.Quote.Text != "" {
		rows = append(rows, p.quote(c))
	}
	rows = append(rows, p.meta(c))
	return pad(9, 9, part.NewStack(5, rows...))
}

// cardHead is the other end with what kind of statement it is, and the two judgements.
func (p *Panel) cardHead(c model.Card) fyne.CanvasObject {
	name := c.Name
	if c.Relation != "" {
		name = c.Relation
	}
	style := part.Style{Bold: true}
	if c.Verdict == graph.Reject {
		style.Color = theme.Muted
	}
	line := []fyne.CanvasObject{part.NewLine(name, style)}
	if c.Other != "" && c.Relation == "" {
		line[0] = part.NewLink(name, style, func() { p.send(model.Go{Entity: c.Other}) })
	}
	grow := 0
	if c.Kind != "" && c.Relation == "" {
		line = append([]fyne.CanvasObject{part.Glyph(c.Kind, false, c.Verdict == graph.Reject, 13)}, line...)
		grow = 1
	}
	for _, chip := range p.chips(c) {
		line = append(line, chip)
	}
	line = append(line, p.verdicts(c))
	return &fyne.Container{Layout: headline{grow}, Objects: line}
}

// headline lays out a name that gives way, chips right behind it, and the last object at the right.
type headline struct{ name int }

func (h headline) Layout(o []fyne.CanvasObject, size fyne.Size) {
	last := o[len(o)-1].MinSize().Width
	room := size.Width - last - 6
	for i, x := range o[:len(o)-1] {
		if i != h.name {
			room -= x.MinSize().Width + 6
		}
	}
	x := float32(0)
	for i, ob := range o {
		m := ob.MinSize()
		if i == h.name {
			l := ob.(*part.Line)
			m.Width = fyne.Min(l.Natural(), room)
		}
		if i == len(o)-1 {
			x = size.Width - m.Width
		}
		ob.Resize(m)
		ob.Move(fyne.NewPos(x, (size.Height-m.Height)/2))
		x += m.Width + 6
	}
}

func (h headline) MinSize(o []fyne.CanvasObject) fyne.Size { return fyne.NewSize(120, 22) }

func (p *Panel) chips(c model.Card) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if c.Disputed {
		chip := part.NewChip("disputed", nil)
		chip.Ink = theme.Alarm
		out = append(out, chip)
	}
	if c.Chip != "" {
		chip := part.NewChip(c.Chip, nil)
		if c.Modality == graph.Denied {
			chip.Ink = theme.Alarm
		}
		out = append(out, chip)
	}
	if c.New {
		chip := part.NewChip("new", nil)
		chip.Ink, chip.Fill = theme.Text, theme.Highlight
		out = append(out, chip)
	}
	return out
}

// verdicts are the two small buttons that accept and reject.
func (p *Panel) verdicts(c model.Card) fyne.CanvasObject {
	button := func(icon part.Icon, d graph.Decision, what string) fyne.CanvasObject {
		b := part.NewIconButton(icon, part.Flat, func() { p.send(model.Judge{Decision: d, Targets: []graph.ID{c.Claim}}) })
		b.Height = 22
		b.On = c.Verdict == d
		b.Dim = c.Verdict != d
		return b.WithTip(p.tips, what)
	}
	return part.NewAcross(0, -1, button(part.IconCheck, graph.Accept, "Right: accept the claim"), button(part.IconClose, graph.Reject, "Wrong: reject the claim"))
}

// quote is the sentence with its words marked, behind a bar.
func (p *Panel) quote(c model.Card) fyne.CanvasObject {
	q := c.Quote
	flow := part.NewFlow(part.Span{Text: q.Text[:q.Begin]}, part.Span{Text: q.Text[q.Begin:q.End], Mark: true}, part.Span{Text: q.Text[q.End:]})
	flow.Leading = 19
	flow.OnTapped = func() { p.send(model.OpenClaim{Claim: c.Claim}) }
	return &fyne.Container{Layout: bar{}, Objects: []fyne.CanvasObject{part.Ground(theme.Line), flow}}
}

// bar lays out a text behind an upright bar.
type bar struct{}

const barGap = 13

func (bar) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(3, size.Height))
	o[0].Move(fyne.NewPos(0, 0))
	o[1].Resize(fyne.NewSize(size.Width-barGap, size.Height))
	o[1].Move(fyne.NewPos(barGap, 0))
}
func (bar) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 19) }

// HeightFor lets the text decide.
func (bar) HeightFor(o []fyne.CanvasObject, width float32) float32 {
	return part.HeightOf(o[1], width-barGap)
}

// HeightFor lets the text decide.
func (beside) HeightFor(o []fyne.CanvasObject, width float32) float32 {
	return fyne.Max(28, part.HeightOf(o[1], width-40))
}

// meta is where it stands, who says so, how many agree, how sure it is. What can be clicked is.
func (p *Panel) meta(c model.Card) fyne.CanvasObject {
	var spans []part.Span
	add := func(text string, tapped func()) {
		if len(spans) > 0 {
			spans = append(spans, part.Span{Text: " · "})
		}
		spans = append(spans, part.Span{Text: text, OnTapped: tapped})
	}
	if c.Source != "" {
		add(c.Source, func() { p.send(model.OpenClaim{Claim: c.Claim}) })
	}
	if c.SpeakerIs != "" {
		add("said by "+c.SpeakerIs, func() { p.send(model.Go{Entity: c.Speaker}) })
	}
	if c.More > 0 {
		next := func() { p.send(model.OpenClaim{Claim: c.Claim, N: p.nextEvidence(c)}) }
		if c.Agree > 1 {
			add(fmt.Sprintf("%d outlets agree", c.Agree), next)
		} else {
			add(fmt.Sprintf("%d more %s", c.More, plural(c.More, "sentence", "sentences")), next)
		}
	}
	flow := part.NewFlow(spans...)
	flow.Size0, flow.Color, flow.Leading = theme.SmallSize, theme.Muted, 17
	sure := strings.TrimPrefix(fmt.Sprintf("%.2f", c.Confidence), "")
	return &fyne.Container{Layout: trailing{}, Objects: []fyne.CanvasObject{flow,
		part.NewLine(sure, part.Style{Size: theme.SmallSize, Color: theme.Muted, Whole: true})}}
}

// nextEvidence is the piece of evidence after the one that is open.
func (p *Panel) nextEvidence(c model.Card) int {
	claim := p.last.Snap.Claims()[c.Index]
	for i, e := range claim.Evidence {
		if e.Article == p.last.Place.Article && e.Span == p.last.Place.Mark {
			return i + 1
		}
	}
	return 1
}

func plural(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}

// trailing lays out a text that wraps and something at the right of its first line.
type trailing struct{}

func (trailing) Layout(o []fyne.CanvasObject, size fyne.Size) {
	m := o[1].MinSize()
	o[0].Resize(fyne.NewSize(size.Width-m.Width-10, size.Height))
	o[0].Move(fyne.NewPos(0, 0))
	o[1].Resize(m)
	o[1].Move(fyne.NewPos(size.Width-m.Width, (17-m.Height)/2))
}
func (trailing) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 17) }

// HeightFor lets the text decide.
func (trailing) HeightFor(o []fyne.CanvasObject, width float32) float32 {
	return part.HeightOf(o[0], width-o[1].MinSize().Width-10)
}
