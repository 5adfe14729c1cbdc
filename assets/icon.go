package assets

import _ "embed"

// Icon is the program's icon, a PNG.
//
//go:embed icon.png
var Icon []byte
