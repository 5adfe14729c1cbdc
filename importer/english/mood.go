package english

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed mood.txt
var moodFile string

var mood = sync.OnceValue(func() map[string]map[string]string {
	out := map[string]map[string]string{}
	for section, ws := range sections(moodFile) {
		modality, pos, _ := strings.Cut(section, " ")
		if out[pos] == nil {
			out[pos] = map[string]string{}
		}
		for w := range ws {
			if old, ok := out[pos][w]; !ok || modality < old {
				out[pos][w] = modality
			}
		}
	}
	return out
})

// VerbMood is the modality (as in package graph) of what hangs on the verb, by lemma: "planned" of what one plans; ""
// where the verb says nothing of it.
func VerbMood(lemma string) string { return mood()["verb"][lemma] }

// NounMood is the modality of what hangs on the noun: "requested" of what there are calls for.
func NounMood(lemma string) string { return mood()["noun"][lemma] }

// AdjectiveMood is the modality of the noun that the word stands before: "planned" of "upcoming".
func AdjectiveMood(word string) string { return mood()["adjective"][word] }
