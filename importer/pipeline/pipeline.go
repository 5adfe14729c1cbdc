// Package pipeline is the order of the stages for each language: which of them an article passes, one after the other.
//
// The order is written by hand. importer.Validate, run by every import and by a test here, makes sure that each stage
// finds what it needs.
package pipeline

import (
	"skein/importer"
	"skein/importer/calm"
	"skein/importer/find"
	"skein/importer/refer"
	"skein/importer/relate"
	"skein/importer/segment"
	"skein/importer/tag"
	"skein/importer/when"
)

// English are the stages for English text, in order.
func English() []importer.Stage {
	return []importer.Stage{
		segment.Stage(),
		tag.Stage(),
		calm.Stage(),
		find.Stage(),
		when.Stage(),
		refer.Stage(),
		relate.Stage(),
	}
}
