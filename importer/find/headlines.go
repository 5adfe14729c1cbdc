package find

import (
	"skein/graph/schema"
	"skein/importer"
)

// titleCase notes which sentences are written with capitals throughout, so that a capital in them says nothing.
func (s *scan) titleCase() {
	s.loud = make([]bool, len(s.d.Sentences))
	count := func(first, last int, title bool) bool {
		upper, lower := 0, 0
		for _, w := range s.w[first:last] {
			switch {
			case w.is(mark) || w.is(digits) || len(w.text) < 4 || w.is(starts):
			case w.is(capital):
				upper++
			default:
				lower++
			}
		}
		return upper >= 3 && upper >= 3*lower || upper >= 4 && lower == 1 || title && upper == 2 && lower == 0
	}
	for i := 0; i < len(s.w); {
		j := i
		for j < len(s.w) && s.w[j].sent == s.w[i].sent {
			j++
		}
		role := s.d.Sentences[s.w[i].sent].Role
		s.loud[s.w[i].sent] = role != importer.Byline && role != importer.Dateline && !s.closed(i, j) && count(i, j, role == importer.Headline && j-i > 3)
		i = j
	}
}

// closed reports whether words [i, j) are a sentence in running text, which a long name or two may fill with capitals: it
// ends with a full stop and has a small word of its own, or with a verb of saying.
func (s *scan) closed(i, j int) bool {
	if s.w[i].text == "(" {
		return true // credits
	}
	for j > i && s.w[j-1].is(mark) && s.w[j-1].text != "." {
		j--
	}
	last := &s.w[max(j-1, i)]
	if said[last.low] && !last.is(capital) {
		return true // "The Foreign Secretary, Ann Rowe, said:"
	}
	if last.text != "." && !last.is(dotted) {
		return false
	}
	for _, w := range s.w[i:j] {
		if !w.is(capital) && !w.is(mark) && !w.is(digits) {
			return true
		}
	}
	return false
}

// lowerWords notes the words that the document writes small: where they are capitalised it may mean nothing.
func (s *scan) lowerWords() {
	s.lowered = map[string]bool{}
	for i := range s.w {
		if w := &s.w[i]; !w.is(capital) && !w.is(mark) && !w.is(digits) {
			s.lowered[w.low] = true
		}
	}
}

// echo finds in loud sentences the names that the rest of the document has settled.
func (s *scan) echo() {
	names := newPhrases[int]()
	for i := range s.found {
		f := &s.found[i]
		if f.Generic || s.loud[f.Sentence] {
			continue
		}
		names.add(s.text(f.head, f.last), i)
		if f.Type == schema.Person && f.last-f.head > 1 {
			names.add(s.w[f.last-1].text, i)
		}
	}
	for i := 0; i < len(s.w); i++ {
		if s.owner[i] >= 0 || !s.loud[s.w[i].sent] || !s.w[i].is(capital) {
			continue
		}
		end, n := names.match(s.w, i, s.limit(i, 10))
		if end == i || !s.free(i, end) {
			continue
		}
		like := s.found[n].Mention
		f := found{from: i, to: end}
		f.Type, f.Key, f.Attributes, f.Rule, f.Confidence = like.Type, like.Key, like.Attributes, "find/echo", 0.7
		s.take(f)
		i = end - 1
	}
}
