package find

import (
	"skein/graph/schema"
	"skein/importer"
)

// agencies takes the names in brackets that datelines end with for those of the agency or station that the news came from:
// "CARACAS, 4 May (Radio Continente) --".
func (s *scan) agencies() {
	for i := 0; i < len(s.w); i++ {
		if s.w[i].text != "(" || s.d.Sentences[s.w[i].sent].Role != importer.Dateline {
			continue
		}
		end, named := i+1, false
		for s.same(end, i) && end < i+8 && s.w[end].text != ")" && !s.w[end].in(monthDay) {
			named = named || s.w[end].is(capital)
			end++
		}
		if !named || s.w[i+1].is(digits) || s.word(end, i).text != ")" || !dash(s.word(end+1, i).text) {
			continue
		}
		if _, to, ok := s.stateAt(i + 1); ok && to == end {
			continue
		}
		if e, ok := s.place(i+1, end); ok && !e.Common && (e.Type == schema.City || e.Type == schema.Region || e.Type == schema.Facility) {
			continue
		}
		f := found{from: i + 1, to: end}
		f.Type, f.Confidence, f.Rule = schema.Organization, 0.8, agencyRule
		s.take(f)
		i = end
	}
}

const agencyRule = "find/agency"

func dash(s string) bool { return s == "--" || s == "-" || s == "–" || s == "—" }
