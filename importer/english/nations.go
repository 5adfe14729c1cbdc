package english

import (
	_ "embed"
	"sync"
)

//go:embed nations.txt
var nationsFile string

var nations = sync.OnceValue(func() map[string]string { return words(nationsFile) })

// Nation reports whether word, in the case given, names a country, people, alliance or capital in compounds such as
// "US-Iraq" and "Russia-Ukraine", which are two names and not one. What country it is, the gazetteer knows.
func Nation(word string) bool {
	_, ok := nations()[word]
	return ok
}
