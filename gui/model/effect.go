package model

import (
	"errors"

	"skein/graph"
	"skein/graph/snapshot"
)

// Effect is something to be done in the world. Package gui runs it and answers with a message.
type Effect any

// How an applied change stands to the history.
type How int

// The ways.
const (
	Do    How = iota // a new step
	Back_            // the last step taken back
	Again            // an undone step done again
	Keep             // no step: the camera, the theme
)

// ErrThere says that an export would have replaced a file.
var ErrThere = errors.New("there is a file of this name")

// The effects.
type (
	// Apply gives a change to the store. The answer is [Applied]. Changes are applied in the order of the effects.
	Apply struct {
		How    How
		Change graph.Change
	}
	// ImportFiles reads files. The answers are [ImportProgress] and [ImportDone].
	ImportFiles struct{ Paths []string }
	// StopImport cancels a running import.
	StopImport struct{}
	// Arrange works out a new arrangement away from the window. The answer is [Arranged].
	Arrange struct {
		Label, Group string
		Job          Job
	}
	// WriteGraph writes a part of the graph as JSON, WritePicture what is visible as a picture. The answer is [Exported],
	// with [ErrThere] where there is such a file and it is not to be replaced.
	WriteGraph struct {
		Path    string
		Replace bool
		Snap    *snapshot.Snapshot
		View    *snapshot.View
		Placed  map[graph.ID]graph.Placement
	}
	WritePicture struct {
		Path    string
		Replace bool
		Format  Format
		Picture Picture
		Only    []graph.ID // the selection, or empty for all that is visible
	}
	// ShowEntities moves the camera so that these are seen, gently when they already are; FitAll shows all; ZoomBy scales.
	ShowEntities struct{ Entities []graph.ID }
	FitAll       struct{}
	ZoomBy       struct{ By float64 }
	// FocusSearch puts the cursor into the search field; FocusGraph gives the keys back to the canvas.
	FocusSearch struct{}
	FocusGraph  struct{}
	// AskPath opens the file dialog. The answer is [Browsed].
	AskPath struct{ For Browsing }
	// CopyText fills the clipboard.
	CopyText struct{ Text string }
	// LoadGraph opens another graph. The answer is [Opened].
	LoadGraph struct{ Path string }
	// Exit closes the window.
	Exit struct{}
)

// Browsing is what a file dialog is for.
type Browsing string

// The purposes.
const (
	BrowseFile   Browsing = "file"
	BrowseFolder Browsing = "folder"
	BrowseSave   Browsing = "save"
)
