package file

import (
	"bytes"
	"fmt"

	"github.com/goccy/go-json"
)

// maxDepth is how deep objects and arrays may stand in one another. Ours are 6 deep.
const maxDepth = 100

// wellFormed checks that data is one JSON object and not too deep, before a decoder follows it.
func wellFormed(data []byte) error {
	if trimmed := bytes.TrimSpace(data); trimmed[0] != '{' {
		return fmt.Errorf("this is not a JSON object: it begins with %.20q", trimmed)
	}
	depth, inString := 0, false
	for i := 0; i < len(data); i++ {
		switch c := data[i]; {
		case inString && c == '\\':
			i++
		case c == '"':
			inString = !inString
		case inString:
		case c == '{' || c == '[':
			if depth++; depth > maxDepth {
				return fmt.Errorf("byte %d: more than %d objects and arrays in one another", i, maxDepth)
			}
		case c == '}' || c == ']':
			depth--
		}
	}
	if depth > 0 || inString {
		return fmt.Errorf("the file ends in the middle: after %d bytes", len(data))
	}
	if !json.Valid(data) {
		return fmt.Errorf("this is not well-formed JSON")
	}
	return nil
}
