package re3d

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// Counts are how many of the predictions of a type are right, how many there are, and how many there should be.
type Counts struct{ Right, Predicted, Gold int }

// all is the type under which all are counted.
const all = "ALL"

// Mode is one way of comparing.
type Mode struct {
	Name   string
	Counts map[string]Counts // by type and, together, under "ALL"
}

// Result is what [Score] measured.
type Result struct{ Entities, Relations []Mode }

// symmetric are the relations without a direction.
var symmetric = map[string]bool{"CoLocated": true, "Apart": true, "IsSynonymOf": true, "FightingAgainst": true, "AlliesOf": true, "CommWith": true}

// Score compares predictions with the annotations. A document without a prediction counts as one in which nothing was found.
func Score(docs []Document, found []Prediction) Result {
	by := map[string]*Prediction{}
	for i := range found {
		by[found[i].ID] = &found[i]
	}
	strict, norm, lenient, untyped := newMode("strict"), newMode("norm"), newMode("lenient"), newMode("untyped")
	typed, pair := newMode("typed"), newMode("pair")
	entityType := func(e Entity) string { return e.Type }
	relationType := func(r Relation) string { return r.Type }
	for i := range docs {
		d := &docs[i]
		var p Prediction
		if by[d.ID] != nil {
			p = annotated(by[d.ID], d.Skip)
		}
		gold, pred := once(d.Entities), once(p.Entities)
		same := func(a, b Entity) bool { return a == b }
		tally(strict, gold, pred, same, entityType)
		text := []rune(d.Text)
		tally(norm, normalised(text, gold), normalised(text, pred), same, entityType)
		tally(lenient, gold, pred, func(a, b Entity) bool { return a.Type == b.Type && a.span().overlaps(b.span()) }, entityType)
		tally(untyped, gold, pred, func(a, b Entity) bool { return a.span().overlaps(b.span()) }, func(Entity) string { return all })

		rels, got := canonical(d.Relations, false), canonical(p.Relations, false)
		tally(typed, rels, got, near, relationType)
		tally(pair, canonical(rels, true), canonical(got, true), near, relationType)
	}
	return Result{[]Mode{*strict, *norm, *lenient, *untyped}, []Mode{*typed, *pair}}
}

func newMode(name string) *Mode { return &Mode{name, map[string]Counts{}} }

// annotated is p without what begins in a stretch that was left unannotated.
func annotated(p *Prediction, skip []Span) Prediction {
	bare := func(at int) bool {
		return slices.ContainsFunc(skip, func(s Span) bool { return s[0] <= at && at < s[1] })
	}
	return Prediction{
		Entities:  slices.DeleteFunc(slices.Clone(p.Entities), func(e Entity) bool { return bare(e.Begin) }),
		Relations: slices.DeleteFunc(slices.Clone(p.Relations), func(r Relation) bool { return bare(r.Source[0]) }),
	}
}

func (e Entity) span() Span { return Span{e.Begin, e.End} }

func (s Span) overlaps(o Span) bool { return s[0] < o[1] && o[0] < s[1] }

func (s Span) compare(o Span) int {
	return cmp.Or(cmp.Compare(s[0], o[0]), cmp.Compare(s[1], o[1]))
}

// once is the list in order and without repetition.
func once(list []Entity) []Entity {
	list = slices.Clone(list)
	slices.SortFunc(list, func(a, b Entity) int {
		return cmp.Or(a.span().compare(b.span()), cmp.Compare(a.Type, b.Type))
	})
	return slices.Compact(list)
}

func normalised(text []rune, list []Entity) []Entity {
	out := slices.Clone(list)
	for i := range out {
		out[i].Begin, out[i].End = normalise(text, out[i].Begin, out[i].End)
	}
	return once(out)
}

// canonical is the list in order and without repetition, relations without a direction turned so that the first argument
// comes first. For pairs all are, and lose their type.
func canonical(list []Relation, pairs bool) []Relation {
	list = slices.Clone(list)
	for i := range list {
		r := &list[i]
		if pairs {
			r.Type = all
		}
		if (pairs || symmetric[r.Type]) && r.Source.compare(r.Target) > 0 {
			r.Source, r.Target = r.Target, r.Source
		}
	}
	slices.SortFunc(list, func(a, b Relation) int {
		return cmp.Or(a.Source.compare(b.Source), a.Target.compare(b.Target), cmp.Compare(a.Type, b.Type))
	})
	return slices.Compact(list)
}

// near reports whether two relations are of one type and their arguments overlap.
func near(a, b Relation) bool {
	if a.Type != b.Type {
		return false
	}
	return a.Source.overlaps(b.Source) && a.Target.overlaps(b.Target) ||
		(a.Type == all || symmetric[a.Type]) && a.Source.overlaps(b.Target) && a.Target.overlaps(b.Source)
}

// tally counts one document: as many predictions as can be matched one to one are right.
func tally[T any](m *Mode, gold, pred []T, ok func(a, b T) bool, kind func(T) string) {
	add := func(x T, right, predicted, wanted int) {
		keys := []string{kind(x), all}
		for _, k := range slices.Compact(keys) {
			c := m.Counts[k]
			c.Right, c.Predicted, c.Gold = c.Right+right, c.Predicted+predicted, c.Gold+wanted
			m.Counts[k] = c
		}
	}
	for _, g := range gold {
		add(g, 0, 0, 1)
	}
	matched := matching(pred, gold, ok)
	for i, p := range pred {
		right := 0
		if matched[i] {
			right = 1
		}
		add(p, right, 1, 0)
	}
}

// matching says which of left have a partner in a largest one-to-one matching with right.
func matching[T any](left, right []T, ok func(a, b T) bool) []bool {
	edges := make([][]int, len(left))
	for i := range left {
		for j := range right {
			if ok(left[i], right[j]) {
				edges[i] = append(edges[i], j)
			}
		}
	}
	owner := make([]int, len(right))
	for j := range owner {
		owner[j] = -1
	}
	var place func(i int, seen []bool) bool
	place = func(i int, seen []bool) bool {
		for _, j := range edges[i] {
			if seen[j] {
				continue
			}
			seen[j] = true
			if owner[j] < 0 || place(owner[j], seen) {
				owner[j] = i
				return true
			}
		}
		return false
	}
	for i := range left {
		place(i, make([]bool, len(right)))
	}
	matched := make([]bool, len(left))
	for _, i := range owner {
		if i >= 0 {
			matched[i] = true
		}
	}
	return matched
}

const (
	openers = " \t\r\n\u00a0\"'“”‘’([{«"
	closers = openers + ")]}»,.;:!?-–—…\u200e"
)

var determiners = map[string]bool{
	"the": true, "a": true, "an": true, "this": true, "that": true, "these": true, "those": true, "my": true, "your": true,
	"his": true, "her": true, "its": true, "our": true, "their": true,
}

// normalise is the span without what surrounds a name: marks, a possessive ending, determiners. It is never empty.
func normalise(text []rune, begin, end int) (int, int) {
	b, e := begin, end
	for {
		b0, e0 := b, e
		for b < e && strings.ContainsRune(openers, text[b]) {
			b++
		}
		for e > b && strings.ContainsRune(closers, text[e-1]) {
			e--
		}
		if e-b > 2 && (text[e-1] == 's' || text[e-1] == 'S') && (text[e-2] == '\'' || text[e-2] == '’') {
			e -= 2
		}
		b = behindDeterminer(text, b, e)
		if b == b0 && e == e0 {
			if b < e {
				return b, e
			}
			return begin, end
		}
	}
}

// behindDeterminer is where the words behind the determiner at b begin, or b where there are none.
func behindDeterminer(text []rune, b, e int) int {
	i := b
	for i < e && !unicode.IsSpace(text[i]) {
		i++
	}
	if !determiners[strings.ToLower(string(text[b:i]))] {
		return b
	}
	for i < e && unicode.IsSpace(text[i]) {
		i++
	}
	if i < e {
		return i
	}
	return b
}
