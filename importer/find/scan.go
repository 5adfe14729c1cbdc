package find

import (
	"slices"
	"strings"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
	"skein/importer/gazetteer"
)

// scan is one document on its way through the recognisers.
type scan struct {
	d     *importer.Document
	w     []word
	owner []int32 // for each word the index of the mention it belongs to, or -1
	found []found
	know  *knowledge
	names map[string]*name // capitalised expressions of unknown sort, by folded form

	yearly  map[string]string // key of an exercise → its name with the year
	states  map[int]state     // what was read at words that were asked about
	loud    []bool            // for each sentence whether it is written in capitals throughout
	lowered map[string]bool   // words the document writes small
}

// found is a mention and the words [from, to) of it, [head, last) of its head.
type found struct {
	importer.Mention
	from, to   int
	head, last int
	echelon    string // of a unit
	nested     bool   // lies in another mention
}

func newScan(d *importer.Document, know *knowledge) *scan {
	s := &scan{d: d, know: know, w: readWords(d, know.lists), names: map[string]*name{}, states: map[int]state{}}
	s.owner = make([]int32, len(s.w))
	for i := range s.owner {
		s.owner[i] = -1
	}
	return s
}

// free reports whether words [i, j) belong to no mention yet.
func (s *scan) free(i, j int) bool {
	for ; i < j; i++ {
		if s.owner[i] >= 0 {
			return false
		}
	}
	return true
}

// limit is the end of the sentence that word i stands in, at most n words on.
func (s *scan) limit(i, n int) int {
	end := min(i+n, len(s.w))
	j := i + 1
	for j < end && s.w[j].sent == s.w[i].sent && !s.w[j].is(broken) {
		j++
	}
	return j
}

// same reports whether word i exists and stands in the sentence of word j.
func (s *scan) same(i, j int) bool {
	return i >= 0 && i < len(s.w) && s.w[i].sent == s.w[j].sent
}

// word is word i of the sentence of word at, or an empty one.
func (s *scan) word(i, at int) *word {
	if s.same(i, at) {
		return &s.w[i]
	}
	return &nothing
}

// low is the folded form of word i in the sentence of word at, or "".
func (s *scan) low(i, at int) string { return s.word(i, at).low }

var nothing word

// span is the place of words [i, j).
func (s *scan) span(i, j int) graph.Span {
	if i >= j {
		return graph.Span{Begin: s.w[i].Begin, End: s.w[i].Begin}
	}
	return graph.Span{Begin: s.w[i].Begin, End: s.w[j-1].End}
}

// text is what words [i, j) say, with single blanks between them.
func (s *scan) text(i, j int) string { return clean(s.d.Read(s.span(i, j))) }

// clean makes all white space single blanks.
func clean(s string) string {
	if !strings.ContainsAny(s, "\n\t\r\u00a0") && !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// take adds a mention over words [from, to) and keeps them from other recognisers. It returns its index.
func (s *scan) take(f found) int {
	n := s.add(f)
	for i := f.from; i < f.to; i++ {
		if s.owner[i] < 0 {
			s.owner[i] = int32(n)
		}
	}
	return n
}

// add adds a mention without keeping its words; for mentions inside others.
func (s *scan) add(f found) int {
	if f.last <= f.head {
		f.head, f.last = f.from, f.to
	}
	f.Span, f.Head = s.span(f.from, f.to), s.span(f.head, f.last)
	if f.Name == "" {
		f.Name = s.text(f.head, f.last)
	}
	f.Sentence, f.Entity = int(s.w[f.from].sent), -1
	if f.Confidence == 0 {
		f.Confidence = 0.9
	}
	f.Part = -1
	s.found = append(s.found, f)
	return len(s.found) - 1
}

// attribute makes one attribute, or none for an empty value.
func attribute(name, value string) []graph.Attribute {
	if value == "" {
		return nil
	}
	return []graph.Attribute{{Name: name, Value: value}}
}

// key is the key of a thing that its type and name identify.
func key(t graph.Type, name string) string { return gazetteer.Key(t, name) }

// emit hands the mentions over in text order, an outer one before those inside it.
func (s *scan) emit() {
	order := make([]int, 0, len(s.found))
	for i := range s.found {
		if _, ok := schema.TypeOf(s.found[i].Type); ok {
			order = append(order, i)
		}
	}
	slices.SortStableFunc(order, func(a, b int) int {
		x, y := &s.found[a], &s.found[b]
		if x.Begin != y.Begin {
			return x.Begin - y.Begin
		}
		return y.End - x.End
	})
	place := make([]int, len(s.found))
	for i := range place {
		place[i] = -1
	}
	base := len(s.d.Mentions)
	for n, i := range order {
		place[i] = base + n
	}
	for _, i := range order {
		m := s.found[i].Mention
		if m.Part >= 0 {
			m.Part = place[m.Part]
		}
		s.d.Mentions = append(s.d.Mentions, m)
	}
}
