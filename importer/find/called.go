package find

import (
	"skein/graph"
	"skein/graph/schema"
	"skein/importer/english"
)

// called are the names of ships without the letters before them, and of exercises and operations without these words: later
// they are called so. A surname of a person in the text stays one.
func (s *scan) called(surnames map[string]bool) map[string]graph.Type {
	out := map[string]graph.Type{}
	for i := range s.found {
		f := &s.found[i]
		if f.head+1 >= f.last {
			continue
		}
		switch _, ship := english.EquipmentNames().Ships[s.w[f.head].text]; {
		case f.Type == schema.Equipment && ship:
			out[s.folded(f.head+1, f.last)] = f.Type
			if last := &s.w[f.last-1]; f.head+2 < f.last && !surnames[last.low] && s.know.gaz.GivenName(s.w[f.head+1].text) && s.know.word(last.text) == "" {
				out[last.low] = f.Type // named for a person, and called by the surname
			}
		case f.Type == schema.NamedEvent && f.Rule == "find/lead" && f.head+2 < f.last:
			out[s.folded(f.head+1, f.last)] = f.Type
		}
	}
	return out
}

// surnames are the last words of the persons found so far.
func (s *scan) surnames() map[string]bool {
	out := map[string]bool{}
	for i := range s.found {
		if f := &s.found[i]; f.Type == schema.Person && !f.Generic {
			addSurname(out, s.folded(f.head, f.last))
		}
	}
	return out
}

// addSurname adds the names a person is called by later: the last word, and the last with its particle.
func addSurname(to map[string]bool, low string) {
	for suffixed := true; suffixed; {
		suffixed = false
		for _, suffix := range [...]string{" jr", " sr", " ii", " iii", " iv"} {
			if len(low) > len(suffix) && low[len(low)-len(suffix):] == suffix {
				low, suffixed = low[:len(low)-len(suffix)], true
			}
		}
	}
	for i := len(low) - 1; i > 0; i-- {
		if low[i] == ' ' {
			to[low[i+1:]] = true
			if head := low[:i]; len(head) > 3 && (head[len(head)-3:] == " al" || head[len(head)-3:] == " el" || head[len(head)-3:] == " de") {
				to[low[len(head)-2:]] = true
			}
			return
		}
	}
	to[low] = true
}
