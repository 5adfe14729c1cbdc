// Package model is the window without a window: what it shows, what can happen to it, and what follows.
//
// # The way of the data
//
//	gesture, key, menu ──► Msg ──► Update(State, Msg) ──► State, []Effect ──► package gui runs the effects ──► Msg
//
// [State] is plain data. [Update] is the only thing that changes it and does nothing else: no file, no clock, no toolkit.
// What has to be done in the world is returned as an [Effect] and comes back as a message. So a test plays a reader
// ("import, search, expand, open the sentence, reject, undo") without a display, and the window cannot know anything
// that the model does not.
//
// # Edits
//
// Whatever a person would want back is an edit: a [graph.Change] that the store applies and the history keeps. Imports,
// expansions, drags, hiding, judgements and filters all are. Selection, the walk, the camera and open panels are not: they
// have their own way back (Alt+Left) or none is needed. While one edit is on its way to the store, further edits wait
// their turn in [State.Waiting], so each one is worked out on what really is.
//
// # What is derived
//
// [State.View] (what passes the filters), [State.Facets] (the counts beside them) and [State.Picture] (what stands on the
// canvas) follow from the rest and are worked out once after each message, only when what they depend on has changed.
// What panels show is derived on demand by [State.Inspect], [State.Read], [State.Table] and their like.
//
// # Commands
//
// [Commands] is the one table of what can be done. The main menu, right-click menus, keys, tooltips, the command palette
// and the help page are all made from it.
package model
