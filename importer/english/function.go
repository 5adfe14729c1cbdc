package english

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed function.txt
var functionFile string

// functionWords is section → words.
var functionWords = sync.OnceValue(func() map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for _, l := range lines(functionFile) {
		if out[l.section] == nil {
			out[l.section] = map[string]bool{}
		}
		for w := range strings.FieldsSeq(l.columns[0]) {
			out[l.section][w] = true
		}
	}
	return out
})

// Starter reports whether word, in any case, often begins a sentence and is no part of a name there: "The", "He",
// "Meanwhile".
func Starter(word string) bool { return functionWords()["starter"][strings.ToLower(word)] }

// Affix reports whether word, in any case, is joined to words by a hyphen without being one: "co", "anti".
func Affix(word string) bool { return functionWords()["affix"][strings.ToLower(word)] }

// Linker reports whether word stands between the hyphens of a name: the "e" of "Lashkar-e-Taiba".
func Linker(word string) bool { return functionWords()["linker"][word] }

// Article reports whether word, in any case, is an Arabic article as it is joined to names by a hyphen: "al", "ash".
func Article(word string) bool { return functionWords()["article"][strings.ToLower(word)] }

// Participle reports whether word, in any case, is the second part of compounds such as "US-led".
func Participle(word string) bool { return functionWords()["participle"][strings.ToLower(word)] }

// KoreanSurname reports whether word is one of the common Korean surnames, which stand before the given name.
func KoreanSurname(word string) bool { return functionWords()["korean surname"][word] }

// KoreanSyllable reports whether word is a common second syllable of Korean given names: the "un" of "Jong-un".
func KoreanSyllable(word string) bool { return functionWords()["korean syllable"][word] }
