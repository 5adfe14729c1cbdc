package snapshot

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"skein/graph"
)

// differs says how two snapshots differ; "" if they do not.
func differs(a, b *Snapshot) string {
	if !reflect.DeepEqual(a.articles, b.articles) && len(a.articles)+len(b.articles) > 0 {
		return fmt.Sprintf("articles:\n%+v\n%+v", a.articles, b.articles)
	}
	for i := range max(len(a.entities), len(b.entities)) {
		if i >= len(a.entities) || i >= len(b.entities) {
			return fmt.Sprintf("%d and %d entities", len(a.entities), len(b.entities))
		}
		x, y := a.entities[i], b.entities[i]
		if fmt.Sprintf("%+v", x) != fmt.Sprintf("%+v", y) {
			return fmt.Sprintf("entity %d:\n%+v\n%+v", i, x, y)
		}
	}
	for i := range max(len(a.claims), len(b.claims)) {
		if i >= len(a.claims) || i >= len(b.claims) {
			return fmt.Sprintf("%d and %d claims", len(a.claims), len(b.claims))
		}
		x, y := a.claims[i], b.claims[i]
		if fmt.Sprintf("%+v", x) != fmt.Sprintf("%+v", y) {
			return fmt.Sprintf("claim %d:\n%+v\n%+v", i, x, y)
		}
	}
	if fmt.Sprint(a.folded) != fmt.Sprint(b.folded) {
		return fmt.Sprintf("folded ids: %v\n%v", a.folded, b.folded)
	}
	if !slices.Equal(a.Judgements(), b.Judgements()) {
		return fmt.Sprintf("judgements: %v\n%v", a.Judgements(), b.Judgements())
	}
	if fmt.Sprint(a.near) != fmt.Sprint(b.near) || fmt.Sprint(a.readContents()) != fmt.Sprint(b.readContents()) {
		return "indexes"
	}
	x, y := a.names.get(a.readNames), b.names.get(b.readNames)
	if !slices.Equal(x.entries, y.entries) || !slices.Equal(x.words, y.words) {
		return fmt.Sprintf("names:\n%v\n%v", x, y)
	}
	return ""
}

func TestOrderOfFacts(t *testing.T) {
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 2))
		facts := world{r, 3 + r.IntN(20), true}.graphOf(1 + r.IntN(10))
		a, b := build(facts...), build(shuffled(r, facts)...)
		if d := differs(a, b); d != "" {
			t.Fatalf("seed %d: %s", seed, d)
		}
	}
}

// TestWithEqualsBuild walks through random changes, and back again, and compares every state with one built anew.
func TestWithEqualsBuild(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 3))
		w := world{r, 3 + r.IntN(20), seed%2 == 0}
		facts := w.graphOf(1 + r.IntN(6))
		s := build(facts...)
		var undo []graph.Change
		for step := range 12 {
			var want graph.Change
			switch {
			case len(undo) > 0 && r.IntN(4) == 0:
				want = undo[len(undo)-1]
				undo = undo[:len(undo)-1]
			case r.IntN(3) == 0:
				want = graph.Added("article", w.article(100*step)...)
			case len(facts) > 0 && r.IntN(3) == 0:
				for range 1 + r.IntN(4) {
					want.Deltas = append(want.Deltas, graph.Delta{Op: graph.Remove, Fact: pick(r, facts...)})
				}
			case len(facts) > 0:
				want = graph.Added("judgement", w.judgement(facts))
			default:
				continue
			}
			was := fmt.Sprintf("%+v%+v", s.entities, s.claims)
			var did graph.Change
			facts, did = applied(facts, want)
			next := s.With(did)
			if d := differs(next, build(facts...)); d != "" {
				t.Fatalf("seed %d, step %d, after %+v: %s", seed, step, did, d)
			}
			if now := fmt.Sprintf("%+v%+v", s.entities, s.claims); now != was {
				t.Fatalf("seed %d, step %d: the snapshot before changed:\n%s\n%s", seed, step, was, now)
			}
			if undo = append(undo, did.Inverse()); r.IntN(2) == 0 {
				next.Search("thing", 3) // the index of names is then patched instead of made anew
			}
			s = next
		}
	}
}

// applied does what a store does: facts after the change, and the deltas that took effect.
func applied(facts []graph.Fact, want graph.Change) ([]graph.Fact, graph.Change) {
	facts = slices.Clone(facts)
	var did graph.Change
	for _, d := range want.Deltas {
		at := slices.IndexFunc(facts, func(f graph.Fact) bool { return f.Slot() == d.Fact.Slot() })
		switch {
		case d.Op == graph.Remove && at >= 0:
			did.Deltas = append(did.Deltas, graph.Delta{Op: graph.Remove, Fact: facts[at]})
			facts = slices.Delete(facts, at, at+1)
		case d.Op == graph.Add && at < 0:
			did.Deltas = append(did.Deltas, d)
			facts = append(facts, d.Fact)
		case d.Op == graph.Add && !reflect.DeepEqual(facts[at], d.Fact):
			did.Deltas = append(did.Deltas, graph.Delta{Op: graph.Remove, Fact: facts[at]}, d)
			facts[at] = d.Fact
		}
	}
	return facts, did
}
