package snapshot

import (
	"fmt"
	"math/rand/v2"
	"slices"

	"skein/graph"
	"skein/graph/schema"
)

// world makes random facts about few things, so that they meet often.
type world struct {
	r     *rand.Rand
	names int
	short bool // some articles call people by short names, which are linked across articles, and there are two men of one name
}

func (w world) entity() string { return fmt.Sprint("thing", w.r.IntN(w.names)) }

func pick[T any](r *rand.Rand, list ...T) T { return list[r.IntN(len(list))] }

// article is one article with what it shows and says.
func (w world) article(n int) []graph.Fact {
	r := w.r
	a := article(pick(r, "", "One", "Two", "Three"), pick(r, "", "2023-01-02", "2023-07", "2024"), fmt.Sprint(pick(r, "same words ", "other words "), n))
	facts := []graph.Fact{a}
	seen := map[string]bool{}
	for range r.IntN(8) {
		key := w.entity()
		if seen[key] {
			continue
		}
		seen[key] = true
		s := sighting(a, key, pick(r, key, "The "+key, "Thing"), pick(r, schema.City, schema.Person, "consult", "odd"))
		if r.IntN(3) == 0 {
			s.Aliases = []string{"alias of " + key, "common alias"}
			s.Attributes = []graph.Attribute{{Name: "country", Value: pick(r, "IQ", "US")}}
		}
		s.Mentions = []graph.Span{{Begin: 0, End: 1 + r.IntN(4)}}
		facts = append(facts, s)
	}
	for range r.IntN(8) {
		facts = append(facts, w.claim(a))
	}
	if !w.short {
		return facts
	}
	for _, key := range []string{"person/" + string(a.ID) + "/rowe", "person/ann rowe", "person/ben rowe"} {
		if r.IntN(3) > 0 {
			continue
		}
		s := sighting(a, key, key, schema.Person)
		s.Attributes = []graph.Attribute{{Name: "title", Value: pick(r, "Mr.", "Foreign Minister", "Prime Minister", "Farmer", "Farmer")}}
		facts = append(facts, s, claim(a, key, schema.Supports, w.entity(), graph.Asserted))
	}
	return facts
}

func (w world) claim(a graph.Article) graph.Claim {
	r := w.r
	var c graph.Claim
	if r.IntN(5) == 0 {
		c = valued(a, w.entity(), schema.Time, pick(r, "2023", "2023-07-01", "XXXX-06-25", "someday"))
	} else {
		c = claim(a, w.entity(), pick(r, schema.Supports, schema.Leads, schema.Agent), w.entity(), pick(r, graph.Modalities()...))
		if r.IntN(3) == 0 {
			c.SaidBy = ent(w.entity())
		}
		c.Identify()
	}
	at := r.IntN(5)
	c.Evidence[0].Span = graph.Span{Begin: at, End: at + 2}
	c.Evidence[0].Confidence = float64(r.IntN(100)) / 100
	return c
}

func (w world) judgement(facts []graph.Fact) graph.Judgement {
	r := w.r
	target, other := ent(w.entity()), ent(w.entity())
	if a, ok := pick(r, facts...).(graph.Article); ok && w.short {
		target, other = ent("person/"+string(a.ID)+"/ann rowe"), pick(r, other, ent("person/ann rowe"))
	}
	if c, ok := pick(r, facts...).(graph.Claim); ok && r.IntN(2) == 0 {
		return judge(pick(r, graph.Accept, graph.Reject), c.ID, "", "")
	}
	switch d := pick(r, graph.Accept, graph.Reject, graph.Merge, graph.Merge, graph.Merge, graph.Split, graph.Rename, graph.Retype); d {
	case graph.Merge, graph.Split:
		return judge(d, target, other, "")
	case graph.Rename:
		return judge(d, target, "", pick(r, "New name", "thing1"))
	case graph.Retype:
		return judge(d, target, "", pick(r, "person", "exercise"))
	default:
		return judge(d, target, "", "")
	}
}

// graphOf makes the facts of a graph of n articles and some judgements, one for each slot.
func (w world) graphOf(n int) []graph.Fact {
	var facts []graph.Fact
	for i := range n {
		facts = append(facts, w.article(i)...)
	}
	for range w.r.IntN(8) {
		facts = append(facts, w.judgement(facts))
	}
	return unique(facts)
}

// unique keeps the last fact of each slot.
func unique(facts []graph.Fact) []graph.Fact {
	at := map[string]int{}
	var out []graph.Fact
	for _, f := range facts {
		if i, ok := at[f.Slot()]; ok {
			out[i] = f
			continue
		}
		at[f.Slot()] = len(out)
		out = append(out, f)
	}
	return out
}

func shuffled(r *rand.Rand, facts []graph.Fact) []graph.Fact {
	out := slices.Clone(facts)
	r.Shuffle(len(out), func(i, k int) { out[i], out[k] = out[k], out[i] })
	return out
}
