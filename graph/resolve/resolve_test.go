package resolve

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"skein/graph"
)

func merge(target, other string) graph.Judgement {
	return graph.Judgement{Decision: graph.Merge, Target: graph.ID(target), Other: graph.ID(other)}
}

func split(target, other string) graph.Judgement {
	return graph.Judgement{Decision: graph.Split, Target: graph.ID(target), Other: graph.ID(other)}
}

func TestRoot(t *testing.T) {
	for _, tc := range []struct {
		name   string
		given  []graph.Judgement
		root   map[graph.ID]graph.ID
		joined map[graph.ID]string
	}{
		{"nothing", nil, map[graph.ID]graph.ID{"a": "a", "": ""}, nil},
		{"pair", []graph.Judgement{merge("a", "b")}, map[graph.ID]graph.ID{"a": "b", "b": "b"}, map[graph.ID]string{"b": "[a]", "a": "[]"}},
		{"chain", []graph.Judgement{merge("a", "b"), merge("b", "c")}, map[graph.ID]graph.ID{"a": "c", "b": "c", "c": "c"}, map[graph.ID]string{"c": "[a b]", "b": "[]"}},
		{"fan", []graph.Judgement{merge("c", "z"), merge("b", "z")}, map[graph.ID]graph.ID{"b": "z", "c": "z"}, map[graph.ID]string{"z": "[b c]"}},
		{"circle", []graph.Judgement{merge("c", "b"), merge("b", "c")}, map[graph.ID]graph.ID{"b": "b", "c": "b"}, map[graph.ID]string{"b": "[c]"}},
		{"tail into a circle", []graph.Judgement{merge("a", "d"), merge("d", "c"), merge("c", "e"), merge("e", "d")}, map[graph.ID]graph.ID{"a": "c", "d": "c", "e": "c", "c": "c"}, map[graph.ID]string{"c": "[a d e]"}},
		{"itself", []graph.Judgement{merge("a", "a")}, map[graph.ID]graph.ID{"a": "a"}, map[graph.ID]string{"a": "[]"}},
		{"with nothing", []graph.Judgement{merge("a", "")}, map[graph.ID]graph.ID{"a": "a"}, nil},
		{"split pair", []graph.Judgement{merge("a", "b"), split("b", "a")}, map[graph.ID]graph.ID{"a": "a"}, map[graph.ID]string{"b": "[]"}},
		{"split elsewhere", []graph.Judgement{merge("a", "b"), split("a", "c")}, map[graph.ID]graph.ID{"a": "b"}, nil},
		{"other decisions", []graph.Judgement{{Decision: graph.Rename, Target: "a", Other: "b", Value: "c"}}, map[graph.ID]graph.ID{"a": "a"}, nil},
	} {
		t.Run(tc.name, func(t *testing.T) {
			c := Of(tc.given, nil)
			for id, want := range tc.root {
				if got := c.Root(id); got != want {
					t.Errorf("Root(%q) = %q, want %q", id, got, want)
				}
			}
			for id, want := range tc.joined {
				if got := fmt.Sprint(c.Joined(id)); got != want {
					t.Errorf("Joined(%q) = %s, want %s", id, got, want)
				}
			}
		})
	}
}

func TestApart(t *testing.T) {
	c := Of([]graph.Judgement{split("a", "b")}, nil)
	if !c.Apart("a", "b") || !c.Apart("b", "a") || c.Apart("a", "c") {
		t.Error("a split must hold in both directions and for its pair only")
	}
	var none *Canon
	if none.Apart("a", "b") || none.Root("a") != "a" || none.Joined("a") != nil {
		t.Error("no judgements must mean no merges")
	}
}

// TestProperties checks on random judgements: order does not matter, roots are roots, a merged pair shares its root, and
// Moved names just the ids whose root changed.
func TestProperties(t *testing.T) {
	for seed := range uint64(300) {
		r := rand.New(rand.NewPCG(seed, 1))
		id := func() string { return string(rune('a' + r.IntN(12))) }
		var js []graph.Judgement
		seen := map[string]bool{}
		for range r.IntN(14) {
			j := merge(id(), id())
			if r.IntN(4) == 0 {
				j.Decision = graph.Split
			}
			if !seen[j.Slot()] {
				seen[j.Slot()] = true
				js = append(js, j)
			}
		}
		var links []Link
		for range r.IntN(5) {
			links = append(links, Link{From: graph.ID(id()), To: graph.ID(id()), Sure: r.IntN(3) > 0})
		}
		c := Of(js, links)
		shuffled := slices.Clone(js)
		r.Shuffle(len(shuffled), func(i, k int) { shuffled[i], shuffled[k] = shuffled[k], shuffled[i] })
		d := Of(shuffled, links)
		if moved := c.Moved(d); len(moved) > 0 {
			t.Fatalf("seed %d: order matters for %v", seed, moved)
		}
		for x := 'a'; x < 'm'; x++ {
			root := c.Root(graph.ID(x))
			if c.Root(root) != root {
				t.Fatalf("seed %d: root %q of %q is not a root", seed, root, x)
			}
			if root != graph.ID(x) && !slices.Contains(c.Joined(root), graph.ID(x)) {
				t.Fatalf("seed %d: %q is missing from Joined(%q)", seed, x, root)
			}
		}
		for _, j := range js {
			if j.Decision == graph.Merge && !c.Apart(j.Target, j.Other) && c.Root(j.Target) != c.Root(j.Other) {
				t.Fatalf("seed %d: %v took no effect", seed, j)
			}
		}
		if len(js) == 0 {
			continue
		}
		less := Of(js[1:], links)
		for x := 'a'; x < 'm'; x++ {
			changed := c.Root(graph.ID(x)) != less.Root(graph.ID(x))
			if changed != slices.Contains(c.Moved(less), graph.ID(x)) {
				t.Fatalf("seed %d: Moved is wrong about %q", seed, x)
			}
		}
	}
}
