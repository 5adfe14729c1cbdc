package find

import (
	"strings"

	"skein/importer"
	"skein/importer/english"
)

// acts reports whether the group at words [i, end) is the subject of a verb, as far as its neighbours tell: no
// preposition before it and a verb in a finite form behind it.
func (s *scan) acts(i, end int) bool {
	next := s.word(end, i)
	if next.is(mark) || next.low == "" {
		return s.speaks(i, end)
	}
	return finite(next.low) || s.speaks(i, end)
}

// finite reports whether a word looks like a verb in a finite form.
func finite(low string) bool {
	switch low {
	case "have", "has", "had", "were", "was", "are", "is", "will", "would", "can", "could", "may", "might", "must", "do", "did", "say", "said", "tell", "told", "fired", "went", "took", "held",
		"fought", "shot", "broke", "came", "made", "gave", "met", "began", "seek", "sought", "fear", "hope", "want", "believe":
		return true
	}
	return strings.HasSuffix(low, "ed") && len(low) > 4
}

// speaks reports whether a verb of saying stands right beside words [i, end).
func (s *scan) speaks(i, end int) bool {
	return said[s.low(end, i)] || s.saysLater(end) || said[s.low(i-1, i)] || s.low(i-1, i) == "to" && s.low(i-2, i) == "according" ||
		determiner[s.low(i-1, i)] && (said[s.low(i-2, i)] || quotes[s.low(i-2, i)] || s.low(i-2, i) == "to" && s.low(i-3, i) == "according")
}

// saysLater reports whether a verb of saying follows what says more of the speaker whose noun ends before word i: "who spoke
// on condition of anonymity", "familiar with the talks", "in the Popular Front".
func (s *scan) saysLater(i int) bool {
	relative := false // in a clause whose verb is still to come
	for j := i; j < i+20 && s.same(j, i-1); j++ {
		w := &s.w[j]
		switch {
		case j == i && w.is(capital):
			return false // their father Ulvar Brandt said
		case w.text == ",":
			end := s.aside(j)
			if end == j {
				return false
			}
			j = end
		case w.low == "who" || w.low == "whose":
			relative = true
		case furtherWords[w.low]:
			relative = false
		case said[w.low] && !relative:
			return true
		case w.tag == importer.Verb && (s.infinitive(j) || strings.HasSuffix(w.low, "ing")):
		case w.tag == importer.Verb && !relative, w.tag == importer.Aux && !relative && !s.infinitive(j), w.is(mark) && w.text != "-" && !possessive(w.text):
			return false
		case w.tag == importer.Verb:
			relative = false
		}
	}
	return false
}

// aside is the comma that closes what the comma at word i opens of a speaker, "who asked not to be named", or i.
func (s *scan) aside(i int) int {
	switch s.low(i+1, i) {
	case "who", "whose", "speaking", "citing", "quoting":
	default:
		return i
	}
	for j := i + 2; j < i+20 && s.same(j, i); j++ {
		if s.w[j].text == "," {
			return j
		}
	}
	return i
}

// infinitive reports whether "to" leads the verb at word i: "not to be named".
func (s *scan) infinitive(i int) bool {
	for j := i - 1; j > i-4 && s.same(j, i); j-- {
		if s.w[j].low == "to" {
			return true
		}
		if s.w[j].tag != importer.Aux && s.w[j].tag != importer.Adv {
			return false
		}
	}
	return false
}

var (
	furtherWords = english.Context("further words")
	said         = english.Context("said")
	quotes       = english.Context("quotes")
	determiner   = english.Context("determiner")
)
