package model

import (
	"skein/graph"
	"skein/graph/snapshot"
	"skein/importer/batch"
)

// Msg is something that happened: a gesture, a choice, an effect's answer. The types in this file are all there are.
type Msg any

// Picking and walking.
type (
	// Select picks entities; Add joins them to what is picked (and drops those that already are).
	Select struct {
		Entities []graph.ID
		Add      bool
	}
	// SelectEdge picks a line.
	SelectEdge struct{ Edge Edge }
	// Go picks an entity and makes it visible: it is put on the canvas when it is not there, and the camera comes.
	Go struct{ Entity graph.ID }
	// Walk goes to the neighbour in a direction on the canvas.
	Walk struct{ DX, DY float64 }
	// Back and Forward move along the walk; Jump goes to one of its stops.
	Back    struct{}
	Forward struct{}
	Jump    struct{ To int }
	// SelectAll picks all that is visible, Invert all that is not picked, SelectNear the neighbours too.
	SelectAll  struct{}
	Invert     struct{}
	SelectNear struct{}
	// Escape closes what is open, else clears the selection.
	Escape struct{}
	// Inspect unfolds the inspector.
	Inspect struct{}
	// SetTool chooses what a drag on the background does.
	SetTool struct{ Tool Tool }
)

// Search field.
type (
	// SearchOpen puts the cursor into the field.
	SearchOpen struct{}
	// SearchText is typing.
	SearchText struct{ Text string }
	// SearchMove goes up or down the hits.
	SearchMove struct{ By int }
	// SearchTake goes to the hit: At, or the current one when negative.
	SearchTake struct{ At int }
	// SearchClose leaves the field.
	SearchClose struct{}
)

// What stands on the canvas. All are edits.
type (
	// Expand brings neighbours: the most important ones that are missing.
	Expand struct{ Entities []graph.ID }
	// Collapse takes back what expansions of these brought.
	Collapse struct{ Entities []graph.ID }
	// Toggle is the double click: expand; again: take back what that brought.
	Toggle struct{ Entity graph.ID }
	// ExpandChosen brings the neighbours that the chooser's marked groups hold.
	ExpandChosen struct{}
	// Hide takes entities off the canvas; HideOthers all but these; ShowHidden brings all hidden ones back.
	Hide       struct{ Entities []graph.ID }
	HideOthers struct{ Entities []graph.ID }
	ShowHidden struct{}
	// Moved is the end of a drag: new positions, pinned.
	Moved struct{ At []graph.Placement }
	// Pin and unpin.
	Pin struct {
		Entities []graph.ID
		On       bool
	}
	// Tidy asks for a new arrangement of what is not pinned; Arranged is the answer.
	Tidy     struct{}
	Arranged struct {
		Label, Group string
		At           []graph.Placement
	}
	// Begin puts the last article's neighbourhood on an empty canvas.
	Begin struct{ Article graph.ID }
)

// Judgements. All are edits.
type (
	// Judge decides about claims and entities; a decision made again is taken back.
	Judge struct {
		Decision graph.Decision // Accept or Reject
		Targets  []graph.ID
	}
	// Rename and Retype change what a reviewer knows better.
	Rename struct {
		Entity graph.ID
		Name   string
	}
	Retype struct {
		Entity graph.ID
		Type   graph.Type
	}
	// Merge joins entities into Into; Split takes a joined one out again and never proposes it anew.
	Merge struct {
		Entities []graph.ID
		Into     graph.ID
	}
	Split struct{ Entity, From graph.ID }
)

// History.
type (
	// Undo and Redo move through the edits.
	Undo struct{}
	Redo struct{}
)

// SetFilters replaces the filters. It is an edit.
type SetFilters struct {
	Filters Filters
	Label   string // "filter by kind"
	Join    bool   // it makes one step with the one before it, as when a threshold is moved
}

// Reading.
type (
	// OpenClaim shows the claim's sentence in its article: piece of evidence N.
	OpenClaim struct {
		Claim graph.ID
		N     int
	}
	// OpenArticle shows an article from its beginning.
	OpenArticle struct{ Article graph.ID }
	// ReadOn shows another part of an article too long to be shown whole: [Reading.Earlier] or [Reading.Later].
	ReadOn struct{ From int }
	// OpenTab brings a tab of the dock forward.
	OpenTab struct{ Tab Tab }
	// Fold folds or unfolds a panel: "left", "right", "dock".
	Fold struct{ Panel string }
	// SetTheme chooses the colours.
	SetTheme struct{ Theme Theme }
	// SortTable sorts the table by a column (again: the other way round); ShowRows chooses what it lists.
	SortTable struct{ Column int }
	ShowRows  struct{ What Rows }
	// FindChain asks how two entities hang together; ShowChain chooses among the ways.
	FindChain struct{ From, To graph.ID }
	ShowChain struct{ At int }
	// StepNews goes to the next (or an earlier) new entity; DropNews forgets what is new.
	StepNews struct{ By int }
	DropNews struct{}
	// DropNotice takes the notice away.
	DropNotice struct{}
	// Copy puts text on the clipboard.
	Copy struct{ Text string }
)

// The camera.
type (
	// Fit shows everything; Zoom changes the scale by a factor; ZoomAll fits the selection.
	Fit  struct{}
	Zoom struct{ By float64 }
	// CameraMoved is told when the camera has come to rest.
	CameraMoved struct{ Camera Camera }
)

// Files.
type (
	// ChooseImport opens the import sheet.
	ChooseImport struct{}
	// Dropped is files, folders, or mangled web addresses let fall onto the window.
	Dropped struct{ Paths []string }
	// StartImport imports files and folders.
	StartImport struct{ Paths []string }
	// CancelImport stops it; what is done is kept.
	CancelImport struct{}
	// ImportProgress and ImportDone are the importer's answers.
	ImportProgress struct {
		batch.Progress
		Before []batch.Outcome // of files done since the message before it, but for the last
	}
	ImportDone struct {
		Report batch.Report
		Snap   *snapshot.Snapshot // after it
		Err    error
		before *snapshot.Snapshot // what was shown when it came, if it had to wait for an edit
	}
	// ChooseExport opens the export sheet; StartExport writes; Exported is the answer.
	ChooseExport struct{}
	StartExport  struct {
		Scope   Scope
		Format  Format
		Path    string
		Replace bool // a file that is there already
	}
	Exported struct {
		Path string
		Err  error
	}
	// Browse asks for a path with the file dialog; Browsed is the answer (empty when cancelled).
	Browse  struct{ For Browsing }
	Browsed struct {
		For  Browsing
		Path string
	}
	// OpenGraph shows another graph; Opened is the answer.
	OpenGraph struct{ Path string }
	Opened    struct {
		State State
		Err   error
	}
	// Quit closes the window.
	Quit struct{}
)

// Sheets.
type (
	// OpenSheet shows a sheet over the window, about an entity where it needs one.
	OpenSheet struct {
		Kind   SheetKind
		Entity graph.ID
	}
	// SheetText is typing into the sheet; SheetMove goes up or down its items; SheetTake takes one (the current when negative).
	SheetText struct{ Text string }
	SheetMove struct{ By int }
	SheetTake struct{ At int }
	// SheetMark marks or unmarks a row of a chooser.
	SheetMark struct{ Row int }
	// SheetExport sets the choices of the export sheet.
	SheetExport struct {
		Scope  Scope
		Format Format
	}
	// CloseSheet closes it.
	CloseSheet struct{}
)

// Applied is the store's answer to an [Apply].
type Applied struct {
	How  How
	Did  graph.Change
	Snap *snapshot.Snapshot // after it; nil when the claims did not change
	Err  error
}
