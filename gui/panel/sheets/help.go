package sheets

import (
	"strings"

	"fyne.io/fyne/v2"

	"skein/gui/model"
	"skein/gui/part"
	"skein/gui/theme"
)

// gesture is something a hand does on the canvas.
type gesture struct{ hand, does string }

// gestures are what is not a command and so is in no menu.
var gestures = []gesture{
	{"Wheel", "Zooms at the pointer."},
	{"Drag the background", "Moves the view."},
	{"Shift + drag the background", "Selects with a box. Alt + drag: with a lasso."},
	{"Click", "Selects. With Ctrl or Shift: adds to the selection, or takes away from it."},
	{"Drag a node", "Moves it and the selection, and pins it where it is put."},
	{"Double-click a node", "Brings its neighbours; again: takes them back."},
	{"Rest on a node", "Tells name, kind and counts, and lights its neighbours."},
	{"Right click", "Opens a menu for what is under the pointer."},
	{"Drop files or folders", "Imports them."},
}

// help lists all gestures and all commands with their keys.
func (p *Panel) help() *card {
	field := p.field("Find a key or a command")
	page := part.NewPage(part.NewStack(0))
	shown := "\x00"
	c := newCard(880, func(s *model.State) {
		typed(field, s)
		if s.Sheet.Text != shown {
			shown = s.Sheet.Text
			page.Set(helpRows(shown), true)
		}
	})
	field.OnKey = func(k fyne.KeyName) bool {
		switch k {
		case fyne.KeyDown, fyne.KeyPageDown:
			page.ScrollBy(60)
		case fyne.KeyUp, fyne.KeyPageUp:
			page.ScrollBy(-60)
		case fyne.KeyReturn, fyne.KeyEnter:
		default:
			return p.key(k)
		}
		return true
	}
	c.focus = field
	p.titled(c, p.last)
	c.head.Add(inset(0, 14, part.Frame(field, part.IconSearch, "")))
	c.head.Add(part.Rule())
	c.body = page
	c.want = func(float32) float32 { return 600 }
	c.foot.Add(part.Gap(4))
	return c
}

// helpRows are the sections whose lines have the words typed, in two columns.
func helpRows(typed string) []fyne.CanvasObject {
	var sections []fyne.CanvasObject
	if rows := gestureRows(typed); len(rows) > 0 {
		sections = append(sections, section("With the mouse", rows))
	}
	for _, menu := range model.Menus() {
		var rows []fyne.CanvasObject
		for _, cmd := range model.Commands() {
			if cmd.Menu == menu && says(typed, cmd.Label, cmd.Doc, keysText(cmd.Keys)) {
				rows = append(rows, helpRow(cmd.Label, cmd.Doc, cmd.Keys))
			}
		}
		if len(rows) > 0 {
			sections = append(sections, section(menu, rows))
		}
	}
	if len(sections) == 0 {
		return []fyne.CanvasObject{inset(14, 0, muted("No key or command is about “"+typed+"”."))}
	}
	return []fyne.CanvasObject{&fyne.Container{Layout: twoColumns{}, Objects: sections}}
}

func gestureRows(typed string) []fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, g := range gestures {
		if says(typed, g.hand, g.does) {
			rows = append(rows, helpRow(g.hand, g.does, nil))
		}
	}
	return rows
}

// says reports whether each word typed is in one of the texts.
func says(typed string, texts ...string) bool {
	all := strings.ToLower(strings.Join(texts, " "))
	for _, w := range strings.Fields(strings.ToLower(typed)) {
		if !strings.Contains(all, w) {
			return false
		}
	}
	return true
}

func section(title string, rows []fyne.CanvasObject) fyne.CanvasObject {
	head := []fyne.CanvasObject{part.Gap(16), part.Heading(title), part.Gap(6), part.Rule(), part.Gap(4)}
	return part.NewStack(0, append(head, rows...)...)
}

// helpRow is a command: name and keys, below them what it does.
func helpRow(label, doc string, keys []string) fyne.CanvasObject {
	line := part.NewAcross(5, 0, part.NewLine(label, part.Style{}))
	for _, k := range keys {
		chip := part.NewChip(keyText(k), nil)
		chip.Ink = theme.Text
		line.Add(chip)
	}
	return &fyne.Container{Layout: part.Inset{Top: 5, Bottom: 5}, Objects: []fyne.CanvasObject{part.NewStack(1, line, muted(doc))}}
}

// twoColumns lays sections out in two columns of about the same height, or in one where there is no room.
type twoColumns struct{}

const columnGap = 36

func (twoColumns) Layout(o []fyne.CanvasObject, size fyne.Size) { flowColumns(o, size.Width, true) }
func (twoColumns) MinSize([]fyne.CanvasObject) fyne.Size        { return fyne.NewSize(200, 40) }

// HeightFor is that of the higher column.
func (twoColumns) HeightFor(o []fyne.CanvasObject, width float32) float32 {
	return flowColumns(o, width, false)
}

func flowColumns(o []fyne.CanvasObject, width float32, place bool) float32 {
	w, columns := width-2*side, 1
	if width >= 640 {
		w, columns = (w-columnGap)/2, 2
	}
	whole := float32(0)
	for _, x := range o {
		whole += part.HeightOf(x, w)
	}
	var heights [2]float32
	at := 0
	for _, x := range o {
		h := part.HeightOf(x, w)
		if at+1 < columns && heights[at] > 0 && heights[at]+h/2 > whole/2 {
			at++
		}
		if place {
			x.Move(fyne.NewPos(side+float32(at)*(w+columnGap), heights[at]))
			x.Resize(fyne.NewSize(w, h))
		}
		heights[at] += h
	}
	return fyne.Max(heights[0], heights[1]) + 16
}

// keyNames are keys as they are written on keyboards.
var keyNames = strings.NewReplacer("Escape", "Esc", "BackSpace", "Backspace", "Return", "Enter", "Delete", "Del",
	"Left", "←", "Right", "→", "Up", "↑", "Down", "↓")

// keyText is a key for people: "Ctrl+Shift+H".
func keyText(key string) string { return keyNames.Replace(key) }

func keysText(keys []string) string {
	out := make([]string, len(keys))
	for i, k := range keys {
		out[i] = keyText(k)
	}
	return strings.Join(out, " ")
}
