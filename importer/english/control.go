package english

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed control.txt
var controlFile string

// control is section → words; a word may stand in several sections.
var control = sync.OnceValue(func() map[string]map[string]bool { return sections(controlFile) })

// sections reads a data file of words, many to a line, into section → set of words.
func sections(data string) map[string]map[string]bool {
	out := map[string]map[string]bool{}
	for _, l := range lines(data) {
		if out[l.section] == nil {
			out[l.section] = map[string]bool{}
		}
		for _, c := range l.columns {
			for w := range strings.FieldsSeq(c) {
				out[l.section][w] = true
			}
		}
	}
	return out
}

// ObjectControl reports whether of "LEMMA X to go" X is to go: ask, order, not promise.
func ObjectControl(lemma string) bool { return control()["object control"][lemma] }

// ObjectGerund reports whether of "LEMMA X of going" X goes: accuse, prevent.
func ObjectGerund(lemma string) bool { return control()["object gerund"][lemma] }

// TakesInfinitive reports whether "to" and a verb may hang on the noun: plan, call, effort.
func TakesInfinitive(lemma string) bool { return control()["takes infinitive"][lemma] }

// Particle reports whether the lower-case word may belong to the verb before it: the "out" of "pull out".
func Particle(word string) bool { return control()["particle"][word] }

// Stative reports whether the participle of the verb, right behind a noun, is passive even without "by": based, assigned.
func Stative(lemma string) bool { return control()["stative"][lemma] }

// SameParticiple reports whether the word, which looks like a base form, may be a past participle: hit, put.
func SameParticiple(word string) bool { return control()["same participle"][word] }

// Preposition reports whether the lower-case word is a preposition wherever it stands.
func Preposition(word string) bool { return control()["preposition"][word] }

// PastOnly reports whether the word is a past form that is no participle: spoke, took.
func PastOnly(word string) bool { return control()["past only"][word] }

// TimeAdverb reports whether the lower-case word tells a time and is no part of a noun's phrase: overnight.
func TimeAdverb(word string) bool { return control()["adverb of time"][word] }
