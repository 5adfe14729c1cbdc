package english

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed nameparts.txt
var namePartsFile string

// NameParts are words that say what the name they stand in or beside is: list → words, lower case, those of several
// parts with blanks. The lists are described in their file.
var NameParts = sync.OnceValue(func() map[string][]string {
	out := map[string][]string{}
	for _, l := range lines(namePartsFile) {
		for w := range strings.FieldsSeq(l.column(0)) {
			out[l.section] = append(out[l.section], strings.ReplaceAll(w, "_", " "))
		}
	}
	return out
})
