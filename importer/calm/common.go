package calm

import (
	"strings"

	"skein/importer"
	"skein/importer/english"
)

// common is what w can be as a common word, as gazetteer.Word has it.
func (r *reading) common(w *word) string {
	if pos := r.know.gaz.Word(w.text); pos != "" {
		return pos
	}
	if r.compared(w.low) {
		return "v" // no name at any rate
	}
	if _, ok := english.IrregularVerb(w.low); ok {
		return "v"
	}
	if _, ok := english.IrregularNoun(w.low); ok {
		return "n"
	}
	return ""
}

// compared reports whether a word is a comparative or superlative: largest, calmer, biggest.
func (r *reading) compared(low string) bool {
	for _, e := range [...]string{"er", "est"} {
		base, ok := strings.CutSuffix(low, e)
		if n := len(base); ok && n > 2 {
			for _, b := range [...]string{base, base + "e", base[:n-1], base[:n-1] + "y"} {
				if strings.Contains(r.know.gaz.Word(b), "a") {
					return true
				}
			}
		}
	}
	return false
}

// compound reports whether a word with hyphens is made of common words: so-called, car-bomb, pro-government.
func (r *reading) compound(w *word) bool {
	for i, part := range strings.Split(strings.ToLower(w.text), "-") {
		switch {
		case i == 0 && english.Article(part):
			return false
		case english.Affix(part), english.Starter(part), r.know.gaz.Word(part) != "" && (w.tag != importer.Propn || english.Participle(part)):
		case part != "" && strings.Trim(part, "0123456789.") == "":
		case english.Participle(part):
		default:
			return false
		}
	}
	return true
}

// joined reports whether a word that is not known is two common ones written together, and no place: airstrikes.
func (r *reading) joined(low string) bool {
	for n := 3; n+4 <= len(low); n++ {
		if n == 3 && len(low) < 8 {
			continue
		}
		if r.know.gaz.Word(low[:n]) != "" && strings.Contains(r.know.gaz.Word(low[n:]), "n") {
			return len(r.know.gaz.Lookup(low)) == 0
		}
	}
	return false
}

// ordinary reports whether an unknown word ends as common words do.
func ordinary(low string) bool {
	for _, e := range [...]string{"tion", "tions", "ment", "ments", "ness", "ing", "ings", "ity", "ities", "ist", "ists", "ers", "ed", "ism", "ly", "able", "ive", "ous", "al", "ance", "ship", "ess"} {
		if strings.HasSuffix(low, e) {
			return true
		}
	}
	return false
}
