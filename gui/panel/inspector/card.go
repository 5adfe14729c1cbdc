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

// quoted is a card on the page, with the bar beside its sentence.
type quoted struct {
	card fyne.CanvasObject
	bar  *part.Plate
}

// card is one claim with room around it.
func (p *Panel) card(c model.Card) fyne.CanvasObject {
	card := pad(9, 9, p.cardBody(c, true))
	p.cards[c.Claim].card = card
	return card
}

// cardBody is a claim: the other end, what kind of statement, the sentence, where it stands and how sure it is.
func (p *Panel) cardBody(c model.Card, bold bool) fyne.CanvasObject {
	rows := []fyne.CanvasObject{p.cardHead(c, bold)}
	q := &quoted{bar: part.NewPlate(theme.Line, "", 1.5)}
	if c.Quote.Text != "" {
		rows = append(rows, p.quote(c, q.bar))
	}
	rows = append(rows, p.meta(c))
	q.card = part.NewStack(4, rows...)
	p.cards[c.Claim] = q
	return q.card
}

// cardHead is the other end with what kind of statement it is, and the two judgements.
func (p *Panel) cardHead(c model.Card, bold bool) fyne.CanvasObject {
	name := part.Span{Text: c.Name, Bold: bold}
	switch {
	case c.Relation != "":
		name.Text = c.Relation
	case c.Other != "":
		name.OnTapped = func() { p.send(model.Go{Entity: c.Other}) }
	}
	if c.Verdict == graph.Reject {
		name.Color = theme.Muted
	}
	text := part.NewFlow(name)
	text.Leading = 19
	h := headline{name: text}
	objects := []fyne.CanvasObject{text}
	if c.Kind != "" && c.Relation == "" {
		h.glyph = part.Glyph(c.Kind, c.Kind == graph.Event && p.planned(c.Other), c.Verdict == graph.Reject, 14)
		objects = append(objects, h.glyph)
	}
	h.chips = p.chips(c)
	h.last = p.verdicts(c)
	return &fyne.Container{Layout: h, Objects: append(append(objects, h.chips...), h.last)}
}

// planned reports whether the event is not told as having happened.
func (p *Panel) planned(id graph.ID) bool {
	i, ok := p.last.Snap.Entity(id)
	return ok && planned(p.last.Snap.Entities()[i].Modality)
}

// headline lays out a glyph, a name that wraps, chips behind its last word, and something at the right.
type headline struct {
	glyph *part.Drawing // nil for none
	name  *part.Flow
	chips []fyne.CanvasObject
	last  fyne.CanvasObject
}

const (
	headHeight = 22
	headGap    = 6
)

// plan is where the name begins, how wide it may be, where the chips begin, and how high all is.
func (h headline) plan(width float32) (x, w float32, chips fyne.Position, tall float32) {
	if h.glyph != nil {
		x = 14 + headGap
	}
	w = fyne.Max(width-x-h.last.MinSize().Width-headGap, 60)
	tall = h.name.HeightFor(w) + 2
	end, top := h.name.End(w)
	chips = fyne.NewPos(x+end+headGap, top)
	need := float32(0)
	for _, c := range h.chips {
		need += c.MinSize().Width + headGap
	}
	if end+need > w && len(h.chips) > 0 {
		chips = fyne.NewPos(x, tall)
		tall += headHeight + 1
	}
	return x, w, chips, fyne.Max(tall, headHeight)
}

func (h headline) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	x, w, chips, _ := h.plan(size.Width)
	if h.glyph != nil {
		h.glyph.Resize(fyne.NewSize(14, 14))
		h.glyph.Move(fyne.NewPos(0, (headHeight-14)/2))
	}
	h.name.Resize(fyne.NewSize(w, h.name.HeightFor(w)))
	h.name.Move(fyne.NewPos(x, 1))
	for _, c := range h.chips {
		m := c.MinSize()
		c.Resize(m)
		c.Move(chips)
		chips.X += m.Width + headGap
	}
	m := h.last.MinSize()
	h.last.Resize(m)
	h.last.Move(fyne.NewPos(size.Width-m.Width, (headHeight-m.Height)/2))
}

func (h headline) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(120, headHeight) }

// HeightFor lets the name decide.
func (h headline) HeightFor(_ []fyne.CanvasObject, width float32) float32 {
	_, _, _, tall := h.plan(width)
	return tall
}

// chips say what kind of statement it is, where that needs saying.
func (p *Panel) chips(c model.Card) []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if c.Disputed {
		chip := part.NewChip("disputed", nil)
		chip.Ink = theme.Alarm
		out = append(out, chip.WithTip(p.tips, "Asserted by some, denied by others"))
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
		out = append(out, chip.WithTip(p.tips, "New since the last import"))
	}
	return out
}

// verdicts are the two small buttons that accept and reject.
func (p *Panel) verdicts(c model.Card) fyne.CanvasObject {
	button := func(icon part.Icon, d graph.Decision, what string) fyne.CanvasObject {
		b := part.NewIconButton(icon, part.Flat, func() { p.send(model.Judge{Decision: d, Targets: []graph.ID{c.Claim}}) })
		b.Height = headHeight
		b.On, b.OnInk = c.Verdict == d, theme.Good
		if d == graph.Reject {
			b.OnInk = theme.Alarm
		}
		b.Dim = !b.On
		if b.On {
			what += "; again: take that back"
		}
		return b.WithTip(p.tips, what)
	}
	return part.NewAcross(0, -1, button(part.IconCheck, graph.Accept, "Right: accept the claim"), button(part.IconClose, graph.Reject, "Wrong: reject the claim"))
}

// quote is the sentence with its words marked, behind a bar. A click opens the article there.
func (p *Panel) quote(c model.Card, bar *part.Plate) fyne.CanvasObject {
	q := c.Quote
	flow := part.NewFlow(part.Span{Text: q.Text[:q.Begin]}, part.Span{Text: q.Text[q.Begin:q.End], Mark: true}, part.Span{Text: q.Text[q.End:]})
	flow.Leading = 19
	flow.OnTapped = func() { p.send(model.OpenClaim{Claim: c.Claim}) }
	return &fyne.Container{Layout: barred{}, Objects: []fyne.CanvasObject{bar, flow}}
}

// barred lays out a text behind an upright bar.
type barred struct{}

const barGap = 13

func (barred) Layout(o []fyne.CanvasObject, size fyne.Size) {
	o[0].Resize(fyne.NewSize(3, size.Height))
	o[0].Move(fyne.NewPos(0, 0))
	o[1].Resize(fyne.NewSize(size.Width-barGap, size.Height))
	o[1].Move(fyne.NewPos(barGap, 0))
}

func (barred) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 19) }

// HeightFor lets the text decide.
func (barred) HeightFor(o []fyne.CanvasObject, width float32) float32 {
	return part.HeightOf(o[1], width-barGap)
}

// meta is where it stands, who says so, how many agree, how sure it is. What can be clicked is underlined by the pointer.
func (p *Panel) meta(c model.Card) fyne.CanvasObject {
	var spans []part.Span
	add := func(text string, tapped func()) {
		if len(spans) > 0 {
			spans = append(spans, part.Span{Text: " · ", Between: true})
		}
		spans = append(spans, part.Span{Text: text, OnTapped: tapped})
	}
	for _, text := range []string{c.Source, whole(c.Date)} {
		if text != "" {
			add(text, func() { p.send(model.OpenClaim{Claim: c.Claim}) })
		}
	}
	if c.SpeakerIs != "" {
		add("said by "+c.SpeakerIs, func() { p.send(model.Go{Entity: c.Speaker}) })
	}
	if c.More > 0 {
		next := func() { p.send(model.OpenClaim{Claim: c.Claim, N: p.nextEvidence(c)}) }
		if c.Agree > 1 {
			add(whole(model.Number(c.Agree)+" outlets agree"), next)
		} else {
			add(whole(model.Quantity(c.More, "more sentence", "more sentences")), next)
		}
	}
	flow := part.NewFlow(spans...)
	flow.Size0, flow.Color, flow.Leading = theme.SmallSize, theme.Muted, 17
	sure := part.NewLink(fmt.Sprintf("%.2f", c.Confidence), part.Style{Size: theme.SmallSize, Color: theme.Muted, Whole: true}, func() {
		f := p.last.Filters
		f.MinConfidence = float64(int(c.Confidence*model.Bins)) / model.Bins
		p.send(model.SetFilters{Filters: f, Label: "filter by confidence"})
	})
	sure.Tips = p.tips
	sure.Tip = "How sure it is, of 1: from " + model.Quantity(c.More+1, "sentence", "sentences") + " of " + model.Quantity(max(c.Agree, 1), "outlet", "outlets") +
		". A click leaves only what is as sure."
	return &fyne.Container{Layout: trailing{}, Objects: []fyne.CanvasObject{flow, sure}}
}

// whole is text that no line breaks in.
func whole(text string) string { return strings.ReplaceAll(text, " ", "\u00a0") }

// nextEvidence is the piece of evidence after the one that is open.
func (p *Panel) nextEvidence(c model.Card) int {
	claim := p.last.Snap.Claims()[c.Index]
	for i, e := range claim.Evidence {
		if e.Article == p.last.Place.Article && e.Span == p.last.Place.Mark {
			return (i + 1) % len(claim.Evidence)
		}
	}
	return 1
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
