package find

import (
	"strings"

	"skein/graph/schema"
	"skein/importer"
	"skein/importer/english"
)

// outlet takes the name of the article's own outlet for a body, whatever its words mean elsewhere: "Tigris Wire".
func (s *scan) outlet() {
	name := clean(s.d.Outlet)
	if !strings.Contains(name, " ") {
		return // an address, or a word that may mean anything
	}
	names := newPhrases[bool]()
	names.add(name, true)
	for i := 0; i < len(s.w); i++ {
		end, _ := names.match(s.w, i, s.limit(i, 10))
		if end == i || !s.w[i].is(capital) || !s.free(i, end) || !s.writtenAs(i, end, name) {
			continue
		}
		f := found{from: i, to: end}
		f.Type, f.Confidence, f.Rule = schema.Organization, 0.9, agencyRule
		s.take(f)
		i = end - 1
	}
}

// agencies takes the names in brackets that datelines end with for those of the agency or station that the news came from,
// there and wherever else they stand: "CARACAS, 4 May (Radio Continente) --". Acronyms of those who are told things, or have
// reporters, are agencies too: the AFP of "told AFP" is not the Armed Forces of the Philippines.
func (s *scan) agencies() {
	names := newPhrases[bool]()
	for i := 0; i < len(s.w); i++ {
		if s.w[i].text != "(" || s.d.Sentences[s.w[i].sent].Role != importer.Dateline {
			continue
		}
		end, named := i+1, false
		for s.same(end, i) && end < i+8 && s.w[end].text != ")" && !s.w[end].in(monthDay) {
			named = named || s.w[end].is(capital)
			end++
		}
		if !named || s.word(i+1, i).is(digits) || s.word(end, i).text != ")" || !dash(s.word(end+1, i).text) {
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
		names.add(s.text(i+1, end), true)
		i = end
	}
	for i := range s.w {
		w := &s.w[i]
		if next := s.word(i+1, i); !w.is(allCaps) || next.is(capital) || s.low(i-1, i) != "told" && !reporters[next.low] {
			continue
		}
		if e, ok := s.place(i, i+1); ok && (e.Type == schema.City || e.Type == schema.Region) {
			continue
		}
		if to, k := s.know.known.match(s.w, i, i+1); to == i || k.Type == schema.Unit {
			names.add(w.text, true)
		}
	}
	for i := 0; i < len(s.w) && len(names.values) > 0; i++ {
		if end, _ := names.match(s.w, i, s.limit(i, 8)); end > i && s.w[i].is(capital) && s.free(i, end) {
			f := found{from: i, to: end}
			f.Type, f.Confidence, f.Rule = schema.Organization, 0.8, agencyRule
			s.take(f)
			i = end - 1
		}
	}
}

// reporters are nouns for those who work for an agency.
var reporters = english.Context("reporters")

const agencyRule = "find/agency"

func dash(s string) bool { return s == "--" || s == "-" || s == "–" || s == "—" }
