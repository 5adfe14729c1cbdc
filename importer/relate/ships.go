package relate

import (
	"slices"

	"skein/importer"
)

// ships are the vessels that "the ships" in phrase q take up: those that the sentence before names.
func (r *reading) ships(q int) []int {
	ph := &r.s.Phrases[q]
	if ph.Outer >= 0 || r.s.Index == 0 || r.word(ph.First) != "the" && r.word(ph.First) != "both" {
		return nil
	}
	switch r.word(ph.Head) {
	case "ships", "vessels", "warships":
	default:
		return nil
	}
	before := &r.d.Sentences[r.s.Index-1]
	from, _ := slices.BinarySearchFunc(r.d.Mentions, before.Begin, func(m importer.Mention, at int) int { return m.Begin - at })
	var found []int
	for m := from; m < len(r.d.Mentions) && r.d.Mentions[m].Begin < before.End; m++ {
		if e := r.entity(m); r.vessel(e) && !r.d.Mentions[m].Generic && !slices.Contains(found, e) {
			found = append(found, e)
		}
	}
	if len(found) < 2 {
		return nil
	}
	return found
}
