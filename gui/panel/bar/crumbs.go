package bar

import (
	"slices"

	"fyne.io/fyne/v2"

	"skein/graph/snapshot"
	"skein/gui/model"
	"skein/gui/part"
	"skein/gui/theme"
)

// crumbs is the walk up to where one stands, the latest stops that there is room for. A click goes to a stop.
type crumbs struct {
	send func(model.Msg)
	tips *part.Tips
	row  *fyne.Container

	trail []model.Stop
	at    int
	snap  *snapshot.Snapshot
}

// most is how many stops are shown at most.
const most = 6

func newCrumbs(send func(model.Msg), tips *part.Tips) *crumbs {
	return &crumbs{send: send, tips: tips, at: -1, row: &fyne.Container{Layout: trail{}}}
}

func (c *crumbs) show(s *model.State) {
	if s.TrailAt == c.at && s.Snap == c.snap && slices.Equal(s.Trail, c.trail) {
		return
	}
	c.trail, c.at, c.snap = s.Trail, s.TrailAt, s.Snap
	c.row.Objects = nil
	for i := max(0, s.TrailAt-most+1); i <= s.TrailAt; i++ {
		style := part.Style{Color: theme.Muted}
		if i == s.TrailAt {
			style = part.Style{Bold: true}
		}
		name := part.NewLink(s.StopName(s.Trail[i]), style, func() { c.send(model.Jump{To: i}) })
		name.Tips = c.tips
		c.row.Objects = append(c.row.Objects, part.NewIcon(part.IconRight, theme.Faint, 14), name)
	}
	c.row.Refresh()
}

// trail lays out marks and names by turns, the last ones that fit; the first of all has no mark before it. Names are cut
// at a third of the room, the last only at its end.
type trail struct{}

func (trail) Layout(o []fyne.CanvasObject, size fyne.Size) {
	const mark, gap = 14, 3
	widths := make([]float32, len(o))
	from, used := len(o), float32(0)
	for i := len(o) - 1; i > 0; i -= 2 {
		room := fyne.Max(size.Width/3, 60)
		if i == len(o)-1 {
			room = size.Width - mark - 2*gap
		}
		w := fyne.Min(o[i].(*part.Line).Natural()+1, room)
		need := w + mark + 2*gap
		if used > 0 && used+need > size.Width {
			break
		}
		used += need
		widths[i] = w
		from = i - 1
	}
	x := float32(0)
	for i := range o {
		visible := i >= from && i > 0 && size.Width > 40
		set(o[i], visible)
		if !visible {
			continue
		}
		w, h := widths[i], o[i].MinSize().Height
		if i%2 == 0 {
			w, h = mark, mark
		}
		o[i].Resize(fyne.NewSize(w, h))
		o[i].Move(fyne.NewPos(x, (size.Height-h)/2))
		x += w + gap
	}
}

func (trail) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, 20) }

// set shows or hides an object.
func set(o fyne.CanvasObject, visible bool) {
	switch {
	case visible && !o.Visible():
		o.Show()
	case !visible && o.Visible():
		o.Hide()
	}
}
