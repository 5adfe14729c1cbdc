package gui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"skein/gui/canvas"
	"skein/gui/model"
	"skein/gui/part"
	"skein/gui/scene"
	"skein/gui/theme"
)

// menuHeight is the height of the row of main menus.
const menuHeight = 26

// menus is the row of main menus at the top, and the menu that is open, if one is. All are made from the table of
// commands when they open, so they say what is true then. The toolkit's own menus write keys in the colour of shadows.
type menus struct {
	send   func(model.Msg)
	canvas fyne.Canvas
	after  func() // gives the keys back
	drawn  func() // has the window drawn

	row    *fyne.Container
	titles []*menuTitle
	layer  *fyne.Container // over the window while a menu is open
	list   *menuList
	open   int // the main menu that is open; -1 when none is
	at     fyne.Position
	state  *model.State
}

func newMenus(send func(model.Msg), cv fyne.Canvas, after, drawn func()) *menus {
	m := &menus{send: send, canvas: cv, after: after, drawn: drawn, open: -1, row: part.NewAcross(0, -1)}
	for i, name := range model.Menus() {
		t := newMenuTitle(name, func() { m.toggle(i) }, func() { m.slide(i) })
		m.titles = append(m.titles, t)
		m.row.Add(t)
	}
	m.list = newMenuList(m)
	beside := newBeside(m.close)
	m.layer = &fyne.Container{Layout: m, Objects: []fyne.CanvasObject{beside, part.Card(part.Pad(0, 6, m.list.column))}}
	m.layer.Hide()
	return m
}

// bar is the row of main menus on its ground.
func (m *menus) bar() fyne.CanvasObject {
	return stack(part.Ground(theme.Panel), &fyne.Container{Layout: part.Inset{Left: 6, Top: 2, Right: 6, Bottom: 2}, Objects: []fyne.CanvasObject{m.row}})
}

// show takes the state that menus are made from.
func (m *menus) show(s *model.State) { m.state = s }

// toggle opens or closes a main menu.
func (m *menus) toggle(i int) {
	if m.open == i {
		m.close()
		return
	}
	m.main(i)
}

// slide opens another main menu while one is open.
func (m *menus) slide(i int) {
	if m.open >= 0 && m.open != i {
		m.main(i)
	}
}

// main opens a main menu.
func (m *menus) main(i int) {
	i = (i + len(m.titles)) % len(m.titles)
	name := model.Menus()[i]
	t := m.titles[i]
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(t)
	m.openAt(i, at.AddXY(-2, t.Size().Height+3), func(c model.Command) bool { return c.Menu == name && !c.Hidden })
}

// popUp opens the menu of what lies under the pointer.
func (m *menus) popUp(on model.On, at fyne.Position) {
	m.openAt(-1, at, func(c model.Command) bool { return c.On&on != 0 })
}

// openAt opens a menu of the commands that belong in it.
func (m *menus) openAt(main int, at fyne.Position, belongs func(model.Command) bool) {
	m.open, m.at = main, at
	for i, t := range m.titles {
		t.set(i == main)
	}
	var list []model.Command
	for _, c := range model.Commands() {
		if belongs(c) {
			list = append(list, c)
		}
	}
	m.list.fill(m.state, list)
	m.layer.Show()
	m.layer.Refresh()
	m.canvas.Focus(m.list)
	m.drawn()
}

// close closes the open menu.
func (m *menus) close() {
	if !m.layer.Visible() {
		return
	}
	m.open = -1
	for _, t := range m.titles {
		t.set(false)
	}
	m.layer.Hide()
	m.after()
	m.drawn()
}

// take runs a command of the open menu.
func (m *menus) take(c model.Command) {
	m.close()
	m.send(c.Run(m.state))
}

// Layout places what takes clicks beside the menu, and the menu within the window. The row of menus stays free, so that
// the pointer can slide along it.
func (m *menus) Layout(o []fyne.CanvasObject, size fyne.Size) {
	top := float32(0)
	if m.open >= 0 {
		top = menuHeight
	}
	o[0].Move(fyne.NewPos(0, top))
	o[0].Resize(fyne.NewSize(size.Width, size.Height-top))
	want := fyne.NewSize(m.list.width, part.HeightOf(m.list.column, m.list.width)+12)
	x := fyne.Max(4, fyne.Min(m.at.X, size.Width-want.Width-6))
	y := fyne.Max(4, fyne.Min(m.at.Y, size.Height-want.Height-6))
	o[1].Move(fyne.NewPos(x, y))
	o[1].Resize(want)
}

// MinSize is nothing: the window decides.
func (m *menus) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.Size{} }

// menuList is what an open menu offers. It has the keys while it is open: arrows choose, Enter takes, Escape closes.
type menuList struct {
	widget.BaseWidget
	menus  *menus
	column *fyne.Container
	items  []menuItem
	at     int // the row that Enter takes; -1 before the first
	width  float32
}

type menuItem struct {
	command model.Command
	row     *part.Row
	data    part.RowData
}

func newMenuList(m *menus) *menuList {
	l := &menuList{menus: m, column: part.NewStack(0)}
	l.ExtendBaseWidget(l)
	l.column.Add(l) // has no size of its own
	return l
}

// fill makes the rows. A command that cannot run now is faint, and says why when it is taken.
func (l *menuList) fill(s *model.State, list []model.Command) {
	l.column.Objects, l.items, l.at, l.width = []fyne.CanvasObject{l}, nil, -1, 180
	group := ""
	for _, c := range list {
		if g := fmt.Sprint(c.Menu, c.Part); g != group && group != "" {
			l.column.Add(&fyne.Container{Layout: part.Inset{Top: 5, Bottom: 5}, Objects: []fyne.CanvasObject{part.Rule()}})
		}
		group = fmt.Sprint(c.Menu, c.Part)
		it := menuItem{command: c, data: part.RowData{Label: c.Title(s), Right: c.Key(), Off: c.Why(s) != ""}}
		it.row = part.NewRow(it.data, func() { l.menus.take(c) })
		l.items = append(l.items, it)
		l.column.Add(it.row)
		text := fyne.MeasureText(it.data.Label, theme.TextSize, fyne.TextStyle{}).Width
		key := fyne.MeasureText(it.data.Right, theme.SmallSize, fyne.TextStyle{}).Width
		l.width = fyne.Max(l.width, text+key+68)
	}
	l.width = fyne.Min(l.width, 420)
}

// choose moves the row that Enter takes.
func (l *menuList) choose(by int) {
	if len(l.items) == 0 {
		return
	}
	if l.at < 0 && by < 0 {
		l.at = 0
	}
	l.at = (l.at + by + len(l.items)) % len(l.items)
	for i := range l.items {
		it := &l.items[i]
		if it.data.Chosen != (i == l.at) {
			it.data.Chosen = i == l.at
			it.row.Set(it.data)
		}
	}
}

// TypedKey is for the toolkit.
func (l *menuList) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown:
		l.choose(1)
	case fyne.KeyUp:
		l.choose(-1)
	case fyne.KeyLeft, fyne.KeyRight:
		if m := l.menus; m.open >= 0 {
			m.main(m.open + map[fyne.KeyName]int{fyne.KeyLeft: -1, fyne.KeyRight: 1}[e.Name])
		}
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if l.at >= 0 {
			l.menus.take(l.items[l.at].command)
		}
	case fyne.KeyEscape, fyne.KeyF10:
		l.menus.close()
	}
}

// TypedRune is for the toolkit.
func (l *menuList) TypedRune(rune) {}

// FocusGained is for the toolkit.
func (l *menuList) FocusGained() {}

// FocusLost is for the toolkit.
func (l *menuList) FocusLost() {}

// CreateRenderer draws nothing: the rows are widgets of their own.
func (l *menuList) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{})
}

// menuTitle is the name of a main menu in the row.
type menuTitle struct {
	part.Button
	over func()
}

func newMenuTitle(name string, tapped, over func()) *menuTitle {
	t := &menuTitle{over: over}
	t.Label, t.Look, t.OnTapped, t.Height = name, part.Flat, tapped, menuHeight-4
	t.ExtendBaseWidget(t)
	return t
}

func (t *menuTitle) set(open bool) { t.SetOn(open) }

// MouseIn opens the menu when another one is open.
func (t *menuTitle) MouseIn(e *desktop.MouseEvent) {
	t.Button.MouseIn(e)
	t.over()
}

// beside takes clicks beside an open menu.
type beside struct {
	widget.BaseWidget
	tapped func()
}

func newBeside(tapped func()) *beside {
	b := &beside{tapped: tapped}
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer draws nothing.
func (b *beside) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{})
}

// Tapped closes the menu.
func (b *beside) Tapped(*fyne.PointEvent) { b.tapped() }

// TappedSecondary closes it too.
func (b *beside) TappedSecondary(*fyne.PointEvent) { b.tapped() }

// MouseIn keeps the pointer from what lies below.
func (b *beside) MouseIn(*desktop.MouseEvent) {}

// MouseMoved keeps the pointer from what lies below.
func (b *beside) MouseMoved(*desktop.MouseEvent) {}

// MouseOut does nothing.
func (b *beside) MouseOut() {}

// contextMenu is the menu of what was right-clicked on the canvas. What is not selected is selected first.
func (w *window) contextMenu(t canvas.Target, at fyne.Position) {
	on := model.OnGround
	switch t.What {
	case scene.OnNode, scene.OnBadge:
		if !w.state.Selection.Has(t.Node) {
			w.pick(t, canvas.Replace)
		}
		on = model.OnNode
		if len(w.state.Selection.Entities) > 1 {
			on = model.OnMany
		}
	case scene.OnEdge:
		w.pick(t, canvas.Replace)
		on = model.OnEdge
	}
	w.menus.popUp(on, at)
}

// selectionMenu is the menu of what is selected.
func (w *window) selectionMenu(at fyne.Position) {
	on := model.OnNode
	switch {
	case len(w.state.Selection.Entities) > 1:
		on = model.OnMany
	case w.state.Selection.Edge != model.Edge{}:
		on = model.OnEdge
	}
	w.menus.popUp(on, at)
}
