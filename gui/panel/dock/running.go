package dock

import (
	"fmt"

	"fyne.io/fyne/v2"

	"skein/gui/model"
	"skein/gui/part"
	"skein/gui/theme"
)

// runningHeight is that of an import under way.
const runningHeight = 44

// running is an import under way: how far it is, the file last finished, and a button that stops it.
type running struct {
	root   *fyne.Container
	text   *part.Line
	file   *part.Line
	cancel *part.Button
	bar    *fyne.Container
	share  float32 // that the bar shows
}

func newRunning(send func(model.Msg)) *running {
	r := &running{
		text: part.NewLine("", part.Style{Bold: true, Whole: true}), file: part.NewLine("", part.Style{Size: theme.SmallSize, Color: theme.Muted}),
		bar: &fyne.Container{Layout: over{}}}
	r.cancel = part.NewButton("Cancel", part.Outlined, func() { send(model.CancelImport{}) })
	r.cancel.Height = 26
	r.root = &fyne.Container{Layout: r, Objects: []fyne.CanvasObject{r.text, r.file, r.cancel, r.bar}}
	return r
}

func (r *running) object() fyne.CanvasObject { return r.root }

// Layout puts text and button over the bar.
func (r *running) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	b := r.cancel.MinSize()
	r.cancel.Move(fyne.NewPos(size.Width-b.Width, 0))
	r.cancel.Resize(b)
	m := r.text.MinSize()
	r.text.Move(fyne.NewPos(0, (b.Height-m.Height)/2))
	r.text.Resize(m)
	r.file.Move(fyne.NewPos(m.Width+10, 0))
	r.file.Resize(fyne.NewSize(fyne.Max(size.Width-m.Width-b.Width-22, 0), b.Height))
	r.bar.Move(fyne.NewPos(0, size.Height-9))
	r.bar.Resize(fyne.NewSize(size.Width, 4))
}

// MinSize is wide enough for a file's name.
func (r *running) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(200, runningHeight) }

func (r *running) show(s *model.State) {
	im := s.Import
	text, file := "Looking for articles…", ""
	share := float32(0)
	if im.Total > 0 {
		text = fmt.Sprintf("Read %s of %s", model.Number(im.Done), model.Quantity(im.Total, "file", "files"))
		file = im.Current
		share = float32(im.Done) / float32(im.Total)
	}
	if n := len(im.Next); n > 0 {
		file += fmt.Sprintf(" · %s to follow", model.Quantity(n, "path", "paths"))
	}
	if im.Cancelling {
		text, file = "Stopping…", "what is done is kept"
	}
	r.text.SetText(text)
	r.file.SetText(file)
	r.cancel.SetOff(im.Cancelling)
	if share != r.share || r.bar.Objects == nil {
		r.share = share
		r.bar.Objects = []fyne.CanvasObject{part.NewGauge(share)}
	}
	r.root.Refresh()
}
