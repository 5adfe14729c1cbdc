package find

import (
	"slices"
	"strings"

	"skein/graph/schema"
	"skein/importer/english"
)

// link joins units that are written one behind the other: "1st Battalion, 125th Infantry Regiment", in either order.
func (s *scan) link() {
	var units []int
	for n := range s.found {
		if f := &s.found[n]; f.Type == schema.Unit && f.echelon != "" && !f.nested {
			units = append(units, n)
		}
	}
	slices.SortFunc(units, func(a, b int) int { return s.found[a].from - s.found[b].from })
	var chain []int
	for _, n := range units {
		if len(chain) > 0 && !s.chained(&s.found[chain[len(chain)-1]], &s.found[n], chain) {
			s.closeChain(chain)
			chain = chain[:0]
		}
		chain = append(chain, n)
	}
	s.closeChain(chain)
}

// chained reports whether unit b is written as part of one name with unit a.
func (s *scan) chained(a, b *found, chain []int) bool {
	if b.from < a.to || b.from-a.to > 3 || s.w[a.to-1].sent != s.w[b.from].sent {
		return false
	}
	between := s.d.Text[a.End:b.Begin]
	switch strings.Join(strings.Fields(strings.ToLower(between)), " ") {
	case "'s", "’s", ",", "of", "of the", ", of", ", of the", "", "/", "-", "–", "with the", ", part of the", ", part of":
	default:
		return false
	}
	for _, n := range chain {
		if s.found[n].echelon == b.echelon {
			return false
		}
	}
	return a.echelon != "service" && !(b.echelon == "service" && strings.TrimSpace(between) == "")
}

// closeChain makes each unit of a chain a part of the next larger one in it.
func (s *scan) closeChain(chain []int) {
	forms := english.Units()
	for _, n := range chain {
		best := -1
		for _, m := range chain {
			if forms.Size(s.found[m].echelon) <= forms.Size(s.found[n].echelon) {
				continue
			}
			if best < 0 || forms.Size(s.found[m].echelon) < forms.Size(s.found[best].echelon) {
				best = m
			}
		}
		s.found[n].Part = best
	}
}
