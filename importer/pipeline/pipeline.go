// Package pipeline is the order of the stages: which of them an article passes, one after the other. English is read
// through; of text in other languages only the names are.
//
// The order is written by hand. importer.Validate, run by every import and by a test here, makes sure that each stage
// finds what it needs.
package pipeline

import (
	"skein/importer"
	"skein/importer/calm"
	"skein/importer/confidence"
	"skein/importer/find"
	"skein/importer/foreign"
	"skein/importer/mend"
	"skein/importer/nominal"
	"skein/importer/refer"
	"skein/importer/relate"
	"skein/importer/segment"
	"skein/importer/tag"
	"skein/importer/tie"
	"skein/importer/tree"
	"skein/importer/when"
)

// Stages are all stages in order. Those for English pass over articles in other languages, and the other way round.
func Stages() []importer.Stage {
	return []importer.Stage{
		segment.Stage(),
		only(english, tag.Stage()),
		only(english, calm.Stage()),
		only(english, find.Stage()),
		only(foreigners, foreign.Stage()),
		only(english, when.Stage()),
		only(english, mend.Stage()),
		only(english, nominal.Stage()),
		only(english, tree.Stage()),
		refer.Stage(),
		only(english, tie.Stage()),
		only(english, relate.Stage()),
		confidence.Stage(),
	}
}

func only(of func(*importer.Document) bool, s importer.Stage) importer.Stage {
	s.Only = of
	return s
}

func english(d *importer.Document) bool    { return d.English() }
func foreigners(d *importer.Document) bool { return !d.English() }
