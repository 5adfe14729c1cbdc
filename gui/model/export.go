package model

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"skein/graph"
	"skein/graph/snapshot"
)

// Scope is what part of the graph is exported.
type Scope string

// The parts.
const (
	Selected  Scope = "selected" // the entities picked and the claims among them
	Visible   Scope = "visible"  // what stands on the canvas
	Passing   Scope = "passing"  // all that passes the filters
	WholeOnly Scope = "whole"    // everything, judged wrong or not
)

// Format is the form of an export.
type Format string

// The forms.
const (
	JSON Format = "json"
	PNG  Format = "png"
	SVG  Format = "svg"
)

// Offer is a choice of the export sheet.
type Offer struct {
	Scope  Scope
	Label  string
	Detail string
	Off    string
}

// ExportOffers are the parts that can be exported, with how much each holds.
func (s *State) ExportOffers() []Offer {
	count := func(v *snapshot.View) string {
		return quantity(len(v.Entities()), "entity", "entities") + ", " + quantity(len(v.Claims()), "claim", "claims")
	}
	offers := []Offer{
		{Scope: Visible, Label: "What is on the canvas", Detail: count(s.exportView(Visible))},
		{Scope: Selected, Label: "The selection", Detail: count(s.exportView(Selected))},
		{Scope: Passing, Label: "All that passes the filters", Detail: count(s.exportView(Passing))},
		{Scope: WholeOnly, Label: "The whole graph", Detail: count(s.exportView(WholeOnly))},
	}
	if len(s.Picture.Nodes) == 0 {
		offers[0].Off = "The canvas is empty."
	}
	if s.Selection.Empty() {
		offers[1].Off = "Nothing is selected."
	}
	if s.Sheet.Format != JSON {
		for i := 2; i < len(offers); i++ {
			offers[i].Off = "A picture shows what is on the canvas."
		}
	}
	return offers
}

// exportView is the view of a part.
func (s *State) exportView(scope Scope) *snapshot.View {
	switch scope {
	case Selected:
		return s.Snap.Subset(s.selectedEnds())
	case Visible:
		return s.Snap.Subset(s.Picture.ids())
	case Passing:
		return s.View
	}
	return s.Snap.View(snapshot.Filter{Rejected: true, UndatedToo: true})
}

// selectedEnds are the entities picked, or the ends of the line picked.
func (s *State) selectedEnds() []graph.ID {
	if e := s.Selection.Edge; e != (Edge{}) {
		return []graph.ID{e.A, e.B}
	}
	return s.Selection.Entities
}

func (s *State) openExport() {
	scope := Visible
	if len(s.Selection.Entities) > 1 {
		scope = Selected
	}
	if len(s.Picture.Nodes) == 0 {
		scope = WholeOnly
	}
	s.Sheet = Sheet{Kind: ExportSheet, Scope: scope, Format: JSON}
	s.Sheet.Text = s.exportPath(JSON)
}

// exportPath proposes a file beside the graph.
func (s *State) exportPath(f Format) string {
	base := strings.TrimSuffix(filepath.Base(s.Path), filepath.Ext(s.Path))
	if base == "" || base == "." {
		base = "graph"
	}
	return filepath.Join(filepath.Dir(s.Path), base+"."+string(f))
}

// sheetExport sets the choices; a new form changes the file's ending.
func (s *State) sheetExport(m SheetExport) {
	if m.Format != "" && m.Format != s.Sheet.Format {
		s.Sheet.Text = strings.TrimSuffix(s.Sheet.Text, filepath.Ext(s.Sheet.Text)) + "." + string(m.Format)
		s.Sheet.Format, s.Sheet.Replace = m.Format, false
	}
	if m.Scope != "" {
		s.Sheet.Scope = m.Scope
	}
	if s.Sheet.Format != JSON && s.Sheet.Scope != Selected {
		s.Sheet.Scope = Visible
	}
}

func (s *State) startExport(m StartExport) []Effect {
	path := strings.TrimSpace(m.Path)
	if path == "" {
		s.Notice = Notice{"Name a file to export to.", Warning}
		return nil
	}
	s.Sheet = Sheet{}
	if s.Pending > 0 { // what was just done is exported too
		s.wait(m)
		return []Effect{FocusGraph{}}
	}
	s.exporting = m
	if m.Format == JSON {
		return []Effect{WriteGraph{Path: path, Replace: m.Replace, Snap: s.Snap, View: s.exportView(m.Scope), Placed: s.Placed}, FocusGraph{}}
	}
	e := WritePicture{Path: path, Replace: m.Replace, Format: m.Format, Picture: s.Picture}
	if m.Scope == Selected {
		e.Only = slices.Clone(s.selectedEnds())
	}
	return []Effect{e, FocusGraph{}}
}

// exported tells of an export. One that would replace a file asks first.
func (s *State) exported(m Exported) {
	if errors.Is(m.Err, ErrThere) && s.Sheet.Kind == NoSheet {
		e := s.exporting
		s.Sheet = Sheet{Kind: ExportSheet, Scope: e.Scope, Format: e.Format, Text: e.Path, Replace: true}
		return
	}
	if m.Err != nil {
		s.Notice = Notice{"Could not export: " + m.Err.Error(), Warning}
		return
	}
	s.Notice = Notice{Text: "Exported to " + m.Path}
}

// browsed takes a path from the file dialog.
func (s *State) browsed(m Browsed) []Effect {
	if m.Path == "" {
		return nil
	}
	if m.For == BrowseSave {
		s.Sheet.Text, s.Sheet.Replace = m.Path, false
		return nil
	}
	return s.startImport([]string{m.Path})
}

// opened shows another graph in place of this one.
func (s *State) opened(m Opened) []Effect {
	if s.opening {
		s.opening = false
		s.Pending--
	}
	if m.Err != nil {
		s.Notice = Notice{"Could not open: " + m.Err.Error(), Warning}
		return nil
	}
	moves, stamp, panels := s.moves, s.Picture.Stamp, s.Panels
	*s = m.State
	s.Panels.LeftFolded, s.Panels.RightFolded = panels.LeftFolded, panels.RightFolded
	s.moves = moves + 1
	s.Picture.Stamp += stamp
	*s = s.derive(true)
	return append([]Effect{FocusGraph{}}, s.Start()...)
}

// Start is what is done when a graph has been opened: the canvas comes back as it was left; an empty one begins with
// the last article.
func (s *State) Start() []Effect {
	articles := s.Snap.Articles()
	if len(articles) == 0 {
		return nil
	}
	last := articles[len(articles)-1].ID
	if len(s.Placed) > 0 {
		s.Place = Place{Article: last}
		s.visit(Stop{Article: last})
		return nil
	}
	return s.begin(last)
}
