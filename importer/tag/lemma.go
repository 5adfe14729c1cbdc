package tag

import (
	"strings"

	"skein/importer"
	"skein/importer/english"
)

// edit makes a base form: off bytes off the end, on put on.
type edit struct {
	off uint8
	on  string
}

// The key of an ending is the byte of its tag's class, counted from 'a', and the ending; '^' stands before an ending
// that is the whole word.

// longest is the length of the longest ending that is not a whole word, in bytes.
const longest = 7

// Lemma is the base form of the word, in lower case: "agree" of "agreed". Names keep their endings.
func (t *Tagger) Lemma(word string, tag importer.Tag) string {
	w := strings.ToLower(word)
	switch tag {
	case importer.Propn, importer.Punct, importer.Num, importer.Other:
		return w
	case importer.Verb, importer.Aux:
		if base, ok := english.IrregularVerb(w); ok {
			return base
		}
		if base := knownVerb(w); base != "" {
			return base
		}
	case importer.Noun:
		if base, ok := english.IrregularNoun(w); ok {
			return base
		}
		if base, ok := strings.CutSuffix(w, "s"); ok && noun(base) {
			return base
		}
	}
	if strings.Contains(w, "’") {
		w = strings.ReplaceAll(w, "’", "'")
	}
	return t.ending(w, byte('a'+Class(tag)))
}

// ending applies the edit of the longest ending of w that is known for a class.
func (t *Tagger) ending(w string, class byte) string {
	var room [64]byte
	key := append(append(room[:0], class, '^'), w...)
	e, ok := t.endings[string(key)]
	for n := min(longest, len(w)); !ok && n >= 0; n-- {
		key = append(append(room[:0], class), w[len(w)-n:]...)
		e, ok = t.endings[string(key)]
	}
	if !ok || int(e.off) >= len(w)+len(e.on) || int(e.off) > len(w) {
		return w
	}
	if e.on == "" {
		return w[:len(w)-int(e.off)]
	}
	return w[:len(w)-int(e.off)] + e.on
}

// knownVerb is the verb of package english that w is a regular form of, or "".
func knownVerb(w string) string {
	for _, ending := range [...]string{"ed", "ing", "s"} {
		stem, ok := strings.CutSuffix(w, ending)
		if !ok || len(stem) < 2 {
			continue
		}
		last, before := stem[len(stem)-1], stem[len(stem)-2]
		if last == 'i' && ending == "ed" { // "denied"
			return verb(stem[:len(stem)-1], "y")
		}
		if ending == "s" {
			if base, ok := strings.CutSuffix(stem, "ie"); ok { // "denies"
				return verb(base, "y")
			}
			if base := verb(stem, ""); base != "" || last != 'e' { // "bombs", "fires"
				return base
			}
			return verb(stem[:len(stem)-1], "") // "clashes"
		}
		if base := verb(stem, "e"); base != "" { // "hoped"
			return base
		}
		if base := verb(stem, ""); base != "" { // "shelled"
			return base
		}
		if last == before { // "planned"
			return verb(stem[:len(stem)-1], "")
		}
	}
	return ""
}

// verb is stem and ending where they are a verb that package english knows, else "".
func verb(stem, ending string) string {
	v := stem + ending
	if english.Saying(v) != english.NoSpeech || english.EventVerb(v) != nil || english.Light(v) || english.Happens(v) || english.VerbMood(v) != "" {
		return v
	}
	return ""
}

// noun reports whether package english knows the noun.
func noun(w string) bool {
	return english.EventNoun(w) != nil || english.PeopleNoun(w) || english.BelongingNoun(w)
}
