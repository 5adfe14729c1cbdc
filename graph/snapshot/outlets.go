package snapshot

import (
	"slices"
	"strings"

	"skein/graph"
)

// outlets counts how many outlets can each be credited with a wording of their own. A wording is the sentences by which
// one article says it, white space aside; the count is the size of a maximum matching of outlets and wordings (Kuhn's
// algorithm: a claim has few). orphaned says that the article of some evidence is not in the graph; it counts for
// nothing.
func (s *Snapshot) outlets(said []graph.Evidence) (count int, orphaned bool) {
	type source struct {
		outlet   int
		text     string
		from, to int // its evidence
	}
	var sources []source
	var outlets []string
	for i := 0; i < len(said); {
		from := i
		for i < len(said) && said[i].Article == said[from].Article {
			i++
		}
		at, ok := s.Article(said[from].Article)
		if !ok {
			orphaned = true
			continue
		}
		a := &s.articles[at]
		name := Fold(a.Outlet)
		o := slices.Index(outlets, name)
		if o < 0 {
			o = len(outlets)
			outlets = append(outlets, name)
		}
		sources = append(sources, source{o, a.Text, from, i})
	}
	if len(outlets) < 2 { // most claims: their wording does not matter
		return len(outlets), orphaned
	}
	credit := make([][]string, len(outlets)) // outlet to its wordings
	for _, x := range sources {
		credit[x.outlet] = append(credit[x.outlet], wording(x.text, said[x.from:x.to]))
	}
	owner := map[string]int{}
	for o := range credit {
		if assign(o, credit, owner, map[string]bool{}) {
			count++
		}
	}
	return count, orphaned
}

// assign finds the outlet a wording of its own, moving others if need be.
func assign(o int, credit [][]string, owner map[string]int, tried map[string]bool) bool {
	for _, w := range credit[o] {
		if tried[w] {
			continue
		}
		tried[w] = true
		if other, taken := owner[w]; !taken || assign(other, credit, owner, tried) {
			owner[w] = o
			return true
		}
	}
	return false
}

func wording(text string, said []graph.Evidence) string {
	var b strings.Builder
	var last graph.Span
	for i := range said {
		if i > 0 && said[i].Sentence == last {
			continue
		}
		last = said[i].Sentence
		for _, word := range strings.Fields(last.In(text)) {
			b.WriteString(word)
			b.WriteByte(' ')
		}
	}
	return b.String()
}
