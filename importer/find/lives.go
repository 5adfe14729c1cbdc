package find

import (
	"strings"

	"skein/graph"
	"skein/graph/schema"
)

// lives finds the persons whom lives are about, by what stands behind the name: "Medina Velor (born 1954) is", "Ander Bunker Holm (4 May
// 1901 – 1960) was a Danish painter". The name may be made of any words.
func (s *scan) lives() {
	for i := range s.w {
		if !s.w[i].is(starts) || !s.runWord(i) || s.w[i].in(functionWord) && !s.know.gaz.GivenName(s.w[i].text) {
			continue
		}
		end := i + 1
		for s.same(end, i) && (s.runWord(end) || s.owner[end] < 0 && s.w[end].in(particleWord)) {
			end++
		}
		if s.word(end, i).text != "(" || end > i+6 || s.titleEnd(i) > i && !s.know.gaz.GivenName(s.w[i].text) {
			continue
		}
		if years, ok := s.lived(end); ok {
			f := found{from: i, to: end}
			f.Type, f.Confidence, f.Rule, f.Attributes = schema.Person, 0.9, "find/life", append(years, s.gender(i, end)...)
			s.take(f)
		}
	}
}

// lived reads when somebody was born and died in the bracket at word i. It reports whether the bracket says so, or has a year and what
// somebody was stands behind it.
func (s *scan) lived(i int) (years []graph.Attribute, ok bool) {
	const longest = 30 // words
	born, died, told, dead := "", "", false, false
	for j := i + 1; j < i+longest && s.same(j, i); j++ {
		switch w := &s.w[j]; {
		case w.low == "born" || w.text == "b.":
			told = true
		case w.low == "died" || w.text == "d.":
			told, dead = true, true
		case w.text == "–" || w.text == "-" || w.text == "—":
			dead = true
		case w.is(number) && len(w.text) == 4 && (w.text[0] == '1' || strings.HasPrefix(w.text, "20")):
			if dead && died == "" {
				died = w.text
			} else if !dead && born == "" {
				born = w.text
			}
		case w.text == ")":
			if s.word(j+1, i).text == "," {
				j++
			}
			be := s.low(j+1, i)
			return append(attribute("born", born), attribute("died", died)...), told || born+died != "" && (be == "is" || be == "was") && s.trade(j+2)
		}
	}
	return nil, false
}
