package dock

import (
	"slices"
	"sort"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// roll is a column of many things of which only those in view exist: the paragraphs of a long article, the rows of a long
// table. A thing's height follows from the width; where working it out is costly, it is guessed until the thing comes into
// view.
type roll struct {
	widget.BaseWidget
	items  items
	width  float32 // that heights hold for
	tops   []float32
	sure   []bool // the height is worked out, not guessed
	made   map[int]fyne.CanvasObject
	scroll *container.Scroll
	inner  *fyne.Container
	goal   *goal // what was to be brought into view, until the reader scrolls
	busy   bool  // the roll itself scrolls
}

// goal is a height within a thing; it depends on the width.
type goal struct {
	i  int
	dy func(width float32) float32
}

// items is what a roll shows.
type items struct {
	n      int
	height func(i int, width float32) float32
	guess  func(i int, width float32) float32 // nil: heights are cheap
	build  func(i int) fyne.CanvasObject
}

func newRoll() *roll {
	r := &roll{made: map[int]fyne.CanvasObject{}}
	r.inner = &fyne.Container{Layout: tall{r}}
	r.scroll = container.NewVScroll(r.inner)
	r.scroll.OnScrolled = func(fyne.Position) {
		if !r.busy {
			r.goal = nil
		}
		r.fill()
	}
	r.ExtendBaseWidget(r)
	return r
}

// tall gives the column the height of all that it would show.
type tall struct{ r *roll }

func (t tall) Layout([]fyne.CanvasObject, fyne.Size) {}
func (t tall) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(0, t.r.total()) }

func (r *roll) total() float32 {
	if len(r.tops) == 0 {
		return 0
	}
	return r.tops[len(r.tops)-1]
}

// set shows other things, from the top when top is set, else from where it was.
func (r *roll) set(it items, top bool) {
	if top || it.n != r.items.n {
		r.items = it
		r.measure()
	} else {
		r.hold(func() { r.items = it })
	}
	if top {
		r.scroll.Offset, r.goal = fyne.Position{}, nil
	}
	r.settle()
}

// measure works the heights out anew.
func (r *roll) measure() {
	clear(r.made)
	r.tops, r.sure = make([]float32, r.items.n+1), make([]bool, r.items.n)
	if r.width <= 0 {
		return
	}
	height := r.items.guess
	if height == nil {
		height = r.items.height
	}
	for i := range r.items.n {
		r.tops[i+1] = r.tops[i] + height(i, r.width)
		r.sure[i] = r.items.guess == nil
	}
}

// hold measures anew after a change, and keeps the thing at the top of the view there.
func (r *roll) hold(change func()) {
	keep, within := 0, float32(0)
	if r.width > 0 && r.items.n > 0 {
		keep = r.at(r.scroll.Offset.Y)
		within = r.scroll.Offset.Y - r.tops[keep]
	}
	change()
	r.measure()
	if r.items.n > 0 {
		r.scroll.Offset.Y = r.tops[keep] + within
	}
}

// redo makes what is in view anew, where only its look has changed and no height.
func (r *roll) redo() {
	clear(r.made)
	r.fill()
}

// settle keeps the offset within what there is, and fills the view.
func (r *roll) settle() {
	if r.width <= 0 {
		return
	}
	room := fyne.Max(r.total()-r.scroll.Size().Height, 0)
	r.scroll.Offset.Y = fyne.Max(0, fyne.Min(r.scroll.Offset.Y, room))
	r.fill()
	r.busy = true
	r.scroll.Refresh()
	r.busy = false
}

// at is the thing that stands at a height.
func (r *roll) at(y float32) int {
	return max(0, min(sort.Search(r.items.n, func(i int) bool { return r.tops[i+1] > y }), r.items.n-1))
}

// know works the height of a thing out that was guessed, and moves what comes after it.
func (r *roll) know(i int) {
	if r.sure[i] {
		return
	}
	r.sure[i] = true
	by := r.items.height(i, r.width) - (r.tops[i+1] - r.tops[i])
	if by == 0 {
		return
	}
	for k := i + 1; k <= r.items.n; k++ {
		r.tops[k] += by
	}
}

// fill makes what is in view, and forgets what is far from it.
func (r *roll) fill() {
	if r.width <= 0 {
		return
	}
	var shown []fyne.CanvasObject
	view := r.scroll.Size().Height
	top := r.scroll.Offset.Y
	first := r.at(top)
	last := first
	total := r.total()
	for i := first; i < r.items.n && r.tops[i] < top+view; i++ {
		last = i
		r.know(i)
		o, ok := r.made[i]
		if !ok {
			o = r.items.build(i)
			r.made[i] = o
		}
		o.Move(fyne.NewPos(0, r.tops[i]))
		o.Resize(fyne.NewSize(r.width, r.tops[i+1]-r.tops[i]))
		shown = append(shown, o)
	}
	for i := range r.made {
		if i < first-40 || i > last+40 {
			delete(r.made, i)
		}
	}
	if r.total() != total {
		r.inner.Resize(fyne.NewSize(r.width, fyne.Max(r.total(), view)))
	}
	if !slices.Equal(shown, r.inner.Objects) {
		r.inner.Objects = shown
		canvas.Refresh(r.inner) // and not the things in it, which have not changed
	}
}

// seek brings what stands at a height within a thing into view, a third from the top, and keeps it there until the reader
// scrolls.
func (r *roll) seek(i int, dy func(width float32) float32) {
	r.goal = &goal{i, dy}
	r.reach()
}

// reach goes to the goal. The heights of what will be in view before it are worked out first, else it would not stay
// there.
func (r *roll) reach() {
	g := r.goal
	if g == nil || r.width <= 0 || g.i >= r.items.n {
		return
	}
	view := r.scroll.Size().Height
	for k := g.i; k >= 0 && r.tops[g.i]-r.tops[k] <= view; k-- {
		r.know(k)
	}
	y := r.tops[g.i] + g.dy(r.width) - view/3
	for k := g.i + 1; k < r.items.n && r.tops[k] < y+view; k++ {
		r.know(k)
	}
	r.scroll.Offset = fyne.NewPos(0, y)
	r.settle()
}

// CreateRenderer draws it.
func (r *roll) CreateRenderer() fyne.WidgetRenderer { return &rollRenderer{r} }

type rollRenderer struct{ r *roll }

func (rr *rollRenderer) Destroy()                     {}
func (rr *rollRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{rr.r.scroll} }
func (rr *rollRenderer) MinSize() fyne.Size           { return fyne.NewSize(60, 20) }

// Refresh forgets what is out of view: it would keep the colours of an earlier theme.
func (rr *rollRenderer) Refresh() {
	r := rr.r
	for i, o := range r.made {
		if !slices.Contains(r.inner.Objects, o) {
			delete(r.made, i)
		}
	}
	r.scroll.Refresh()
}

// Layout measures anew when the width changes.
func (rr *rollRenderer) Layout(size fyne.Size) {
	r := rr.r
	r.busy = true
	r.scroll.Resize(size)
	r.busy = false
	if size.Width != r.width {
		r.hold(func() { r.width = size.Width })
	}
	r.settle()
	r.reach()
}
