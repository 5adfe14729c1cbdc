package english

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed abbreviations.txt
var abbreviationsFile string

var abbreviations = sync.OnceValue(func() map[string]string { return words(abbreviationsFile) })

// Abbrev says how an abbreviation is used, and so whether its dot can end a sentence.
type Abbrev string

// The sorts of abbreviation.
const (
	NoAbbrev     Abbrev = ""
	AbbrevTitle  Abbrev = "title"  // before a name or word: never ends a sentence
	AbbrevNumber Abbrev = "number" // an abbreviation only before a number
	AbbrevMonth  Abbrev = "month"  // beside a number or after "on"
	AbbrevState  Abbrev = "state"  // after a comma: "Knoxville, Tenn."
	AbbrevPlain  Abbrev = "plain"  // may stand anywhere, the end of a sentence included
)

// Abbreviation says whether word, given without its dot, is an abbreviation. Case counts ("Sat." is a day, "sat." is
// not), but all capitals stand for any case.
func Abbreviation(word string) Abbrev {
	if a, ok := abbreviations()[word]; ok {
		return Abbrev(a)
	}
	if len(word) > 1 && word == strings.ToUpper(word) {
		return Abbrev(abbreviations()[word[:1]+strings.ToLower(word[1:])])
	}
	return NoAbbrev
}
