package find

import (
	"skein/graph/schema"
	"skein/importer/english"
)

// ashore makes bases of the ships that are none: navies commission bases under names of ships, "HMAS Stirling". What the text says
// around the name, wherever it stands, tells.
func (s *scan) ashore() {
	votes := map[string]int{} // folded name → what speaks for a base
	for i := range s.found {
		f := &s.found[i]
		if f.Type == schema.Equipment && valueOf(f, "class") == "vessel" && english.EquipmentNames().Ships[s.w[f.head].text] != "" {
			votes[s.folded(f.head, f.last)] += s.base(f)
		}
	}
	for i := range s.found {
		f := &s.found[i]
		if f.Type != schema.Equipment || votes[s.folded(f.head, f.last)] <= 0 {
			continue
		}
		country := valueOf(f, "country")
		f.Type, f.Attributes = schema.Facility, attribute("country", country)
	}
}

// base is what speaks for the ship at one place being a base, below 0 where it is one afloat.
func (s *scan) base(f *found) int {
	if valueOf(f, "hull") != "" {
		return -4
	}
	votes := s.noun(f.from-1, f.from) + s.noun(f.to, f.from)
	switch s.low(f.from-1, f.from) {
	case "at":
		if !s.aimed(f.from - 1) {
			votes++
		}
	case "aboard", "onboard", "board", "on":
		votes -= 3
	}
	if s.word(f.to, f.from).text == "," {
		at := f.to + 1
		for ; s.same(at, f.from) && at < f.to+7 && !s.w[at].is(mark|capital); at++ {
			if v := s.noun(at, f.from); v != 0 {
				return votes + 2*v
			}
		}
	}
	return votes
}

// noun is 1 for a noun for bases at word i, -1 for one for ships.
func (s *scan) noun(i, near int) int {
	w := s.word(i, near)
	switch {
	case w.is(capital):
	case s.know.heads.values[w.low] == schema.Facility:
		return 1
	case english.EquipmentNames().Classes[w.low] == "vessel":
		return -1
	}
	return 0
}

// aimed reports whether something is shot or thrown at what the "at" of word i stands before.
func (s *scan) aimed(i int) bool {
	for j := i - 1; j >= i-4 && s.same(j, i); j-- {
		if aims[s.w[j].low] {
			return true
		}
	}
	return false
}

var aims = english.Context("aims")
