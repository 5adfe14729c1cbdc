package gui

import (
	"slices"

	"fyne.io/fyne/v2"

	"skein/graph"
	"skein/gui/canvas"
	"skein/gui/model"
	"skein/gui/scene"
)

// gestures is what the canvas hears, as messages.
func (w *window) gestures() canvas.Actions {
	return canvas.Actions{
		Select: func(t canvas.Target, m canvas.Mode) { w.pick(t, m) },
		Box: func(ids []graph.ID, m canvas.Mode) {
			if m == canvas.Join {
				ids = slices.DeleteFunc(ids, w.state.Selection.Has)
			}
			w.send(model.Select{Entities: ids, Add: m == canvas.Join})
		},
		MoveBegin: func([]graph.ID) { w.dragged = w.graph.Scene() },
		Move:      w.move,
		MoveEnd:   w.moved,
		Open: func(t canvas.Target) {
			switch t.What {
			case scene.OnNode:
				w.send(model.Toggle{Entity: t.Node})
			case scene.OnEdge:
				if len(t.Claims) > 0 {
					w.send(model.OpenClaim{Claim: t.Claims[0]})
				}
			}
		},
		Expand: func(id graph.ID) { w.send(model.Expand{Entities: []graph.ID{id}}) },
		Menu:   w.contextMenu,
		Hover: func(t canvas.Target, _ fyne.Position) {
			w.pointed.show(w.state, t)
			w.frame.repaint()
		},
		CameraChanged: w.cameraMoved,
		Key:           w.typedKey,
		Rune:          w.typedRune,
	}
}

// pick selects what was clicked.
func (w *window) pick(t canvas.Target, m canvas.Mode) {
	switch t.What {
	case scene.OnNode, scene.OnBadge:
		w.send(model.Select{Entities: []graph.ID{t.Node}, Add: m == canvas.Toggle})
	case scene.OnEdge:
		w.send(model.SelectEdge{Edge: model.EdgeOf(t.From, t.To)})
	default:
		w.send(model.Select{})
	}
}

// along is the scene of when a drag began with the nodes moved.
func (w *window) along(ids []graph.ID, dx, dy float64) *scene.Scene {
	next := &scene.Scene{Nodes: slices.Clone(w.dragged.Nodes), Edges: w.dragged.Edges}
	for i := range next.Nodes {
		if n := &next.Nodes[i]; slices.Contains(ids, n.ID) {
			n.X, n.Y, n.Pinned = n.X+dx, n.Y+dy, true
		}
	}
	return next
}

// move shows nodes on their way.
func (w *window) move(ids []graph.ID, dx, dy float64) {
	if w.dragged != nil {
		w.graph.SetScene(w.along(ids, dx, dy))
	}
}

// moved is the end of a drag. Until the graph has taken it in the nodes are shown where they were let go.
func (w *window) moved(ids []graph.ID, dx, dy float64) {
	if w.dragged == nil {
		return
	}
	begin := w.dragged
	w.dragged = nil
	if dx == 0 && dy == 0 {
		w.graph.SetScene(begin)
		return
	}
	var at []graph.Placement
	for i := range begin.Nodes {
		if n := &begin.Nodes[i]; slices.Contains(ids, n.ID) {
			at = append(at, graph.Placement{Entity: n.ID, X: n.X + dx, Y: n.Y + dy})
		}
	}
	w.send(model.Moved{At: at})
}
