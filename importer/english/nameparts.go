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

var nounGenders = sync.OnceValue(func() map[string]string {
	out := map[string]string{}
	for _, gender := range []string{"female", "male"} {
		setAll(out, NameParts()[gender], gender)
		setAll(out, NameParts()[gender+" noun"], gender)
	}
	return out
})

// NounGender is the gender of those whom the noun, title or pronoun names, in small letters: "female", "male", or "".
func NounGender(lemma string) string { return nounGenders()[lemma] }

var personNouns = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, list := range []string{"occupation", "female noun", "male noun"} {
		for _, w := range NameParts()[list] {
			out[w] = true
		}
	}
	return out
})

// PersonNoun reports whether the noun, in small letters, is for a person.
func PersonNoun(lemma string) bool { return personNouns()[lemma] }
