package find

import (
	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
)

// ownRule marks bodies of whom "its" means.
const ownRule = "find/own"

// own finds bodies that every state has, behind "its": "its federal police", "its troops". They are something only where it is known
// whose they are.
func (s *scan) own() {
	for i := range s.w {
		if s.w[i].low != "its" || !s.same(i+1, i) {
			continue
		}
		at := i + 1
		limit := s.limit(at, 6)
		name, t := "", graph.Type(schema.Unit)
		end, echelon := s.service(at, limit)
		if end == 0 {
			if end = s.military(at, limit); end > 0 {
				name, echelon = "military", "service"
			}
		}
		if low := s.w[at].low; end == 0 && low == "government" {
			end, t = at+1, schema.Government
		} else if end == 0 && stateBodies[low] && low != "court" {
			end, t = at+1, schema.Organization
		}
		if end == 0 || !s.free(at, end) || s.w[at].is(capital) {
			continue
		}
		if next := s.word(end, i); next.tag == importer.Noun && next.in(occupationWord|titleWord|headWord|officialWord) || next.text == "-" && !next.is(spaced) {
			continue // its army chief
		}
		f := found{from: at, to: end, echelon: echelon}
		f.Type, f.Generic, f.Confidence, f.Rule, f.Name, f.Attributes = t, true, 0.7, ownRule, name, attribute("echelon", echelon)
		s.take(f)
	}
}
