package store

import (
	"math"
	"math/rand/v2"
	"slices"

	"skein/graph"
)

// article is a small article with one sighting, and a claim with two pieces of evidence.
func article(title string) []graph.Fact {
	a := graph.Article{Title: title, Outlet: "Harbour Post", Published: "2026-03-04", Language: "en", Text: title + ".\nThe 3rd Platoon stays at Fort Elm."}
	a.Identify()
	unit, fort := graph.NewID(graph.EntityPrefix, "unit/3rd platoon"), graph.NewID(graph.EntityPrefix, "facility/fort elm")
	c := graph.Claim{Subject: unit, Predicate: "located_in", Object: fort, Modality: graph.Asserted}
	c.Identify()
	at := func(begin, end int) graph.Fact {
		d := c
		d.Evidence = []graph.Evidence{{Article: a.ID, Span: graph.Span{Begin: begin, End: end}, Sentence: graph.Span{Begin: 1, End: 40}, Confidence: 0.7, Extractor: "relate/verb"}}
		return d
	}
	return []graph.Fact{
		a,
		graph.Sighting{Entity: unit, Article: a.ID, Name: "3rd Platoon", Type: "unit", Aliases: []string{"the platoon"},
			Attributes: []graph.Attribute{{Name: "echelon", Value: "platoon"}}, Mentions: []graph.Span{{Begin: 5, End: 16}}, Key: "unit/3rd platoon"},
		at(5, 30), at(31, 44),
	}
}

// random makes facts of few ids and few contents, so that they often meet in a slot, with texts and numbers of the
// kinds that get lost.
type random struct{ *rand.Rand }

func newRandom(seed uint64) random { return random{rand.New(rand.NewPCG(seed, 7))} }

func (r random) pick(of ...string) string { return of[r.IntN(len(of))] }

func (r random) text() string {
	return r.pick("", "Elm", "a\tb", `a\tb`, "line\nline\r\n", `"quoted" \`, "Łódź – 東京 👩‍🚀", "\x00\x1f\x7f", "\xff\xfe half \xc3", "\xef", "\uFFFD\uFFFE", `\xef`, " Elm ", "2026-03-04T00:00:00Z", "a> <b", "\u0085\u2028", "<iri>", "_:b", "a\tb\\", `\`)
}

func (r random) id(prefix string) graph.ID {
	return graph.ID(r.pick("", prefix+"1", prefix+"2", prefix+"3", prefix+" >\n"))
}

func (r random) float() float64 {
	return []float64{0, math.Copysign(0, -1), 1, 0.1, 1.0 / 3, math.MaxFloat64, math.SmallestNonzeroFloat64, math.Inf(-1), -12.5, 1e21}[r.IntN(10)]
}

func (r random) span() graph.Span {
	return graph.Span{Begin: r.IntN(3) - 1, End: []int{0, 7, math.MaxInt}[r.IntN(3)]}
}

func times[T any](r random, f func() T) []T {
	var ts []T
	for range r.IntN(3) {
		ts = append(ts, f())
	}
	return ts
}

func (r random) fact() graph.Fact {
	switch r.IntN(7) {
	case 0:
		return graph.Article{ID: r.id("a"), Title: r.text(), Byline: r.text(), Outlet: r.text(), URL: r.text(), Published: r.text(), Language: r.text(), Text: r.text()}
	case 1:
		return graph.Sighting{Entity: r.id("e"), Article: r.id("a"), Name: r.text(), Type: graph.Type(r.text()), Key: r.text(),
			Aliases: times(r, r.text), Mentions: times(r, r.span),
			Attributes: times(r, func() graph.Attribute { return graph.Attribute{Name: r.text(), Value: r.text()} })}
	case 2, 3:
		c := graph.Claim{Subject: r.id("e"), Predicate: "part_of", Object: r.id("e"), Value: r.text(), SaidBy: r.id("e"),
			Modality: graph.Modality(r.pick("asserted", "planned", ""))}
		c.Identify()
		c.Evidence = times(r, func() graph.Evidence {
			return graph.Evidence{Article: r.id("a"), Span: r.span(), Sentence: r.span(), Confidence: r.float(), Extractor: r.text()}
		})
		return c
	case 4:
		return graph.Judgement{Decision: graph.Decision(r.pick("accept", "reject", "merge", "split", "rename", "retype", "")), Target: r.id("e"), Other: r.id("e"), Value: r.text()}
	case 5:
		return graph.Placement{Entity: r.id("e"), X: r.float(), Y: r.float(), Pinned: r.IntN(2) == 0, Hidden: r.IntN(2) == 0}
	}
	return graph.Setting{Key: r.text(), Value: r.text()}
}

// change makes a change of up to n deltas. Half of its removals are of facts that are there.
func (r random) change(n int, there []graph.Fact) graph.Change {
	c := graph.Change{Label: "random", Group: "g"}
	for range r.IntN(n + 1) {
		f := r.fact()
		switch {
		case r.IntN(3) > 0:
			c.Deltas = append(c.Deltas, graph.Delta{Op: graph.Add, Fact: f})
		case len(there) > 0 && r.IntN(2) == 0:
			c.Deltas = append(c.Deltas, graph.Delta{Op: graph.Remove, Fact: there[r.IntN(len(there))]})
		default:
			c.Deltas = append(c.Deltas, graph.Delta{Op: graph.Remove, Fact: f})
		}
		if r.IntN(4) == 0 { // the same slot again
			c.Deltas = append(c.Deltas, graph.Delta{Op: r.IntN(2) == 0, Fact: f})
		}
	}
	return c
}

func facts(s *Store) []graph.Fact { return slices.Collect(s.Facts()) }
