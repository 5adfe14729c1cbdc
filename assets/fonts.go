// Package assets holds the data that the program carries inside itself. It imports nothing of ours. What each file is,
// where it comes from and its licence stand beside the file.
package assets

import _ "embed"

// FontRegular is Inter Regular, an OpenType font (OFL 1.1). It must not be modified.
//
//go:embed fonts/Inter-Regular.otf
var FontRegular []byte

// FontSemiBold is Inter SemiBold, an OpenType font (OFL 1.1). It must not be modified.
//
//go:embed fonts/Inter-SemiBold.otf
var FontSemiBold []byte
