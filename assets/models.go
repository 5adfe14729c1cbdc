package assets

import _ "embed"

//go:embed models/tag.bin
var tagModel string

// TagModel is the model of package importer/tag, written by cmd/skein-train.
func TagModel() string { return tagModel }
