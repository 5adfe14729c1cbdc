package assets

import _ "embed"

//go:embed models/tag.bin
var tagModel string

// TagModel is the model of package importer/tag, written by cmd/skein-train.
func TagModel() string { return tagModel }

//go:embed models/parse.bin
var parseModel string

// ParseModel is the model of package importer/parse, written by cmd/skein-train.
func ParseModel() string { return parseModel }

//go:embed models/group.bin
var groupModel string

// GroupModel is the table of package importer/group, written by cmd/skein-train.
func GroupModel() string { return groupModel }

//go:embed models/nominal.bin
var nominalModel string

// NominalModel is the model of package importer/nominal, written by cmd/skein-train.
func NominalModel() string { return nominalModel }

//go:embed models/refer.txt
var referModel string

// ReferModel is the model of package importer/refer, written by cmd/skein-train.
func ReferModel() string { return referModel }

//go:embed models/tie.bin
var tieModel string

// TieModel is the model of package importer/tie, written by cmd/skein-train.
func TieModel() string { return tieModel }

//go:embed models/sense.bin
var senseModel string

// SenseModel is the table of package importer/sense, written by cmd/skein-train.
func SenseModel() string { return senseModel }
