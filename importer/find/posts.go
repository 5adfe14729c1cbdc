package find

import (
	"skein/graph"
	"skein/graph/schema"
	"skein/importer/english"
)

// posts gives persons the post that stands behind their name: "Ann Rowe, ISAF spokeswoman", "Igor Dahl, the governor". What
// stands before a name is more certain; persons that have a title from there keep it.
func (s *scan) posts() {
	for i := range s.found {
		f := &s.found[i]
		if f.Type != schema.Person || f.Generic || f.nested || valueOf(f, "title") != "" || s.word(f.to, f.from).text != "," {
			continue
		}
		if from, to := s.post(f.to + 1); to > from {
			f.Attributes = append([]graph.Attribute{{Name: "title", Value: s.text(from, to)}}, f.Attributes...)
		}
	}
}

// post reads the post at word i, an apposition: the words [from, to) up to the noun for who holds it.
func (s *scan) post(i int) (from, to int) {
	if !s.same(i, i-1) {
		return i, i
	}
	if low := s.w[i].low; low == "a" || low == "an" || low == "the" {
		i++
	}
	for j := i; j < i+6 && s.same(j, i-1); j++ {
		w := &s.w[j]
		switch {
		case possessive(w.text) || w.text == "-":
		case w.is(mark), w.in(functionWord), finite(w.low), kin[w.low]:
			return i, i
		case w.in(occupationWord|titleWord) && !w.is(ordinal):
			if next := s.word(j+1, i); next.in(occupationWord|titleWord) || next.is(capital) {
				continue // goes on, or is the title of somebody else
			}
			if end := s.ministerEnd(j); end > j {
				return i, end
			}
			return i, j + 1
		}
	}
	return i, i
}

// kin are nouns by which persons are told by others.
var kin = english.Context("kin")
