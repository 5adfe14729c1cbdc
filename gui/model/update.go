package model

import (
	"skein/graph"
)

// Update takes in a message and says what is to be done. It is the only thing that changes a State; the State it was
// given must not be used any more.
func Update(s State, m Msg) (State, []Effect) {
	effects := s.now(m)
	for s.Pending == 0 && len(s.Waiting) > 0 {
		next := s.Waiting[0]
		s.Waiting = s.Waiting[1:]
		s = s.derive(false)
		effects = append(effects, s.take(next)...)
	}
	return s.derive(false), effects
}

// isEdit reports whether a message is worked out on what the store holds, so that it has to wait for edits under way.
func isEdit(m Msg) bool {
	switch m.(type) {
	case Expand, Collapse, Toggle, ExpandChosen, Hide, HideOthers, ShowHidden, Moved, Pin, Tidy, Arranged, Begin,
		Judge, Rename, Retype, Merge, Split, Undo, Redo, SetFilters, Go, ImportDone, FindChain, ShowChain, StepNews:
		return true
	}
	return false
}

// now takes a message, unless it is an edit and has to wait.
func (s *State) now(m Msg) []Effect {
	if s.Pending > 0 && isEdit(m) {
		s.wait(m)
		return nil
	}
	return s.take(m)
}

// wait keeps an edit for later. Filters chosen one after the other while waiting count as the last.
func (s *State) wait(m Msg) {
	if d, ok := m.(ImportDone); ok {
		d.before = s.Snap
		m = d
	}
	if _, ok := m.(SetFilters); ok && len(s.Waiting) > 0 {
		if _, ok := s.Waiting[len(s.Waiting)-1].(SetFilters); ok {
			s.Waiting = append(s.Waiting[:len(s.Waiting)-1:len(s.Waiting)-1], m)
			return
		}
	}
	s.Waiting = append(s.Waiting[:len(s.Waiting):len(s.Waiting)], m)
}

// take does what a message says.
func (s *State) take(m Msg) []Effect {
	switch m := m.(type) {
	case Applied:
		return s.applied(m)
	case Undo:
		return s.undo()
	case Redo:
		return s.redo()
	case SetFilters:
		return s.setFilters(m)
	case Judge:
		return s.judge(m)
	case Rename:
		return s.rename(m)
	case Retype:
		return s.retype(m)
	case Merge:
		return s.merge(m)
	case Split:
		return s.split(m)
	}
	if effects, ok := s.takeCanvas(m); ok {
		return effects
	}
	if effects, ok := s.takeWalk(m); ok {
		return effects
	}
	if effects, ok := s.takeFiles(m); ok {
		return effects
	}
	return s.takePanels(m)
}

// takeCanvas does what changes what stands on the canvas.
func (s *State) takeCanvas(m Msg) ([]Effect, bool) {
	switch m := m.(type) {
	case Expand:
		return s.expand(m.Entities), true
	case Collapse:
		return s.collapse(m.Entities), true
	case Toggle:
		return s.toggle(m.Entity), true
	case ExpandChosen:
		return s.expandChosen(), true
	case Hide:
		return s.hide(m.Entities, "hide "), true
	case HideOthers:
		return s.hideOthers(m.Entities), true
	case ShowHidden:
		return s.showHidden(), true
	case Moved:
		return s.moved(m), true
	case Pin:
		return s.pin(m), true
	case Tidy:
		return s.tidy(), true
	case Arranged:
		return s.arranged(m), true
	case Begin:
		return s.begin(m.Article), true
	case Fit:
		return []Effect{FitAll{}}, true
	case Zoom:
		return []Effect{ZoomBy{m.By}}, true
	case CameraMoved:
		return s.cameraMoved(m.Camera), true
	case SetTool:
		s.Tool = m.Tool
		return nil, true
	}
	return nil, false
}

// takeWalk does what picks and walks.
func (s *State) takeWalk(m Msg) ([]Effect, bool) {
	switch m := m.(type) {
	case Select:
		s.pick(m.Entities, m.Add)
	case SelectEdge:
		s.pickEdge(m.Edge)
	case Go:
		return s.goTo(m.Entity), true
	case Walk:
		return s.walk(m.DX, m.DY), true
	case Back:
		return s.jump(s.TrailAt - 1), true
	case Forward:
		return s.jump(s.TrailAt + 1), true
	case Jump:
		return s.jump(m.To), true
	case SelectAll:
		s.Selection = Selection{Entities: s.Picture.ids()}
	case Invert:
		s.invert()
	case SelectNear:
		s.selectNear()
	case Escape:
		return s.escape(), true
	case SearchOpen:
		s.Search.Open = true
		return []Effect{FocusSearch{}}, true
	case SearchText:
		s.searchText(m.Text)
	case SearchMove:
		s.searchMove(m.By)
	case SearchTake:
		return s.searchTake(m.At), true
	case SearchClose:
		s.Search = Search{}
		return []Effect{FocusGraph{}}, true
	case FindChain:
		return s.findChain(m), true
	case ShowChain:
		return s.showChain(m.At), true
	case StepNews:
		return s.stepNews(m.By), true
	case DropNews:
		s.News = News{At: -1}
	default:
		return nil, false
	}
	return nil, true
}

// takeFiles does what concerns files.
func (s *State) takeFiles(m Msg) ([]Effect, bool) {
	switch m := m.(type) {
	case ChooseImport:
		s.Sheet = Sheet{Kind: ImportSheet}
	case Dropped:
		return s.dropped(m.Paths), true
	case StartImport:
		return s.startImport(m.Paths), true
	case CancelImport:
		return s.cancelImport(), true
	case ImportProgress:
		s.importProgress(m)
	case ImportDone:
		return s.importDone(m), true
	case ChooseExport:
		s.openExport()
	case StartExport:
		return s.startExport(m), true
	case Exported:
		s.exported(m)
	case Browse:
		return []Effect{AskPath{m.For}}, true
	case Browsed:
		return s.browsed(m), true
	case OpenGraph:
		s.Sheet = Sheet{}
		if s.opening {
			return nil, true
		}
		s.opening = true
		s.Pending++
		return []Effect{LoadGraph{m.Path}}, true
	case Opened:
		return s.opened(m), true
	case Quit:
		return []Effect{Exit{}}, true
	default:
		return nil, false
	}
	return nil, true
}

// takePanels does what opens, folds and closes.
func (s *State) takePanels(m Msg) []Effect {
	switch m := m.(type) {
	case OpenClaim:
		s.openClaim(m.Claim, m.N)
	case OpenArticle:
		s.openArticle(m.Article)
	case ReadOn:
		s.Place = Place{Article: s.Place.Article, From: m.From, Asked: s.Place.Asked + 1}
	case OpenTab:
		s.Tab, s.Panels.DockFolded = m.Tab, false
	case Fold:
		s.fold(m.Panel)
	case Inspect:
		s.Panels.RightFolded = false
	case Refused:
		s.Notice = Notice{m.Label + ": " + m.Why, Warning}
	case SetTheme:
		return s.setTheme(m.Theme)
	case SortTable:
		s.Table.sort(m.Column)
	case ShowRows:
		s.Table = tableOf(m.What)
	case DropNotice:
		s.Notice = Notice{}
	case Copy:
		s.Notice = Notice{Text: "Copied."}
		return []Effect{CopyText{m.Text}}
	case OpenSheet:
		s.openSheet(m)
	case SheetText:
		s.Sheet.Text, s.Sheet.At, s.Sheet.Replace = m.Text, 0, false
	case SheetMove:
		s.Sheet.move(m.By, max(len(s.SheetItems()), len(s.Sheet.Choices)))
	case SheetTake:
		return s.sheetTake(m.At)
	case SheetMark:
		s.Sheet.mark(m.Row)
	case SheetExport:
		s.sheetExport(m)
	case CloseSheet:
		return s.closeSheet()
	}
	return nil
}

// fold folds a panel away or brings it back.
func (s *State) fold(panel string) {
	switch panel {
	case "left":
		s.Panels.LeftFolded = !s.Panels.LeftFolded
	case "right":
		s.Panels.RightFolded = !s.Panels.RightFolded
	case "dock":
		s.Panels.DockFolded = !s.Panels.DockFolded
	}
}

// setTheme keeps the choice with the graph.
func (s *State) setTheme(t Theme) []Effect {
	s.Theme = t
	return []Effect{Apply{Keep, graph.Added("colours", graph.Setting{Key: themeKey, Value: string(t)})}}
}

// derive works out View, Facets and Picture where what they depend on has changed. All of it when forced.
func (s State) derive(force bool) State {
	now := derivedFrom{snap: s.Snap, filters: s.Filters.text()}
	if force || now.snap != s.fresh.snap {
		s.Facets = facetsOf(s.Snap)
		force = true
	}
	if force || now.filters != s.fresh.filters {
		s.View = s.Snap.View(s.Filters.Snapshot())
		s.Facets.Passing = len(s.View.Claims())
	}
	s.fresh = now
	s.Picture = s.paint()
	return s
}
