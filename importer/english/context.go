package english

import (
	_ "embed"
	"fmt"
	"sync"
)

//go:embed context.txt
var contextFile string

var contexts = sync.OnceValue(func() map[string]map[string]bool { return sections(contextFile) })

// Context is the list of words with that name in context.txt, by which names are told; it must not be changed. A name that is
// not there is a mistake of ours and panics.
func Context(name string) map[string]bool {
	words, ok := contexts()[name]
	if !ok {
		panic(fmt.Sprintf("english: context.txt has no section %q", name))
	}
	return words
}
