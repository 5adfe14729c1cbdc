package snapshot

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"skein/graph"
	"skein/graph/schema"
)

// harbour is a small graph: a brigade of an army at a camp, talks that a ministry plans, a minister who denies.
func harbour() *Snapshot {
	post, gazette := article("The Post", "2024-01-10", "The brigade is part of the army and stays at the camp."), article("Gazette", "2024-03-01", "Talks are planned. The minister denies it.")
	sure := claim(post, "brigade", schema.PartOf, "army", graph.Asserted)
	sure.Evidence[0].Confidence = 0.9
	denied := claim(gazette, "brigade", schema.BasedAt, "camp", graph.Denied)
	denied.SaidBy = ent("minister")
	denied.Identify()
	return build(post, gazette,
		sighting(post, "brigade", "12th Mountain Brigade", schema.Unit, "the brigade"),
		sighting(post, "army", "Army of Esteria", schema.Unit),
		sighting(post, "camp", "Camp Halden", schema.Facility),
		sighting(gazette, "camp", "Halden", schema.Facility),
		sighting(gazette, "talks", "talks", "consult"),
		sighting(gazette, "ministry", "Ministry of Water", schema.Organization),
		sighting(gazette, "minister", "Maria Lindqvist", schema.Person),
		sighting(gazette, "esteria", "Esteria", schema.Country),
		sure, claim(post, "brigade", schema.LocatedIn, "camp", graph.Asserted), denied,
		claim(gazette, "talks", schema.Agent, "ministry", graph.Planned), valued(gazette, "talks", schema.Time, "2024-06"),
		claim(gazette, "minister", schema.Leads, "ministry", graph.Asserted),
	)
}

// seen lists the keys of the entities in view and the claims as "subject predicate object".
func seen(v *View) (entities, claims string) {
	s := v.Snapshot()
	name := func(i int) string {
		if s.entities[i].Key != "" {
			return s.entities[i].Key
		}
		return string(s.entities[i].ID)
	}
	var es, cs []string
	for _, i := range v.Entities() {
		if !v.HasEntity(i) {
			es = append(es, "?")
		}
		es = append(es, name(i))
	}
	for _, i := range v.Claims() {
		c := s.claims[i]
		end := c.Value
		if c.To >= 0 {
			end = name(c.To)
		}
		if !v.HasClaim(i) || !v.HasEntity(c.From) || c.To >= 0 && !v.HasEntity(c.To) {
			end += "?"
		}
		cs = append(cs, fmt.Sprint(name(c.From), " ", c.Predicate, " ", end))
	}
	slices.Sort(es)
	slices.Sort(cs)
	return strings.Join(es, ", "), strings.Join(cs, ", ")
}

func TestFilters(t *testing.T) {
	s := harbour()
	all := "army, brigade, camp, esteria, minister, ministry, talks"
	for _, test := range []struct {
		name             string
		f                Filter
		entities, claims string
	}{
		{"nothing asked", Filter{}, all, "brigade based_at camp, brigade located_in camp, brigade part_of army, minister leads ministry, talks agent ministry, talks time 2024-06"},
		{"units", Filter{Kinds: []graph.Kind{graph.Unit}}, "army, brigade", "brigade part_of army"},
		{"a country is an actor too", Filter{Kinds: []graph.Kind{graph.Actor}}, "esteria, minister, ministry", "minister leads ministry"},
		{"types", Filter{Types: []graph.Type{schema.Person, schema.Organization}}, "minister, ministry", "minister leads ministry"},
		{"a relation", Filter{Predicates: []graph.Predicate{schema.PartOf}}, "army, brigade, esteria", "brigade part_of army"},
		{"sure", Filter{MinConfidence: 0.8}, "army, brigade, esteria", "brigade part_of army"},
		{"planned", Filter{Modalities: []graph.Modality{graph.Planned}}, "esteria, ministry, talks", "talks agent ministry"},
		{"said by the minister", Filter{SaidBy: []graph.ID{ent("minister")}}, "brigade, camp, esteria", "brigade based_at camp"},
		{"said by the articles", Filter{SaidBy: []graph.ID{""}, Predicates: []graph.Predicate{schema.BasedAt, schema.LocatedIn}}, "brigade, camp, esteria", "brigade located_in camp"},
		{"one outlet, in other letters", Filter{Outlets: []string{"the POST"}}, "army, brigade, camp", "brigade located_in camp, brigade part_of army"},
		{"no such outlet", Filter{Outlets: []string{"Herald"}}, "", ""},
		{"since", Filter{Since: "2024-06-15"}, "esteria, ministry, talks", "talks agent ministry, talks time 2024-06"},
		{"since later", Filter{Since: "2024-07"}, "esteria", ""},
		{"until", Filter{Until: "2024-05"}, "esteria", ""},
		{"undated too", Filter{Until: "2024-05", UndatedToo: true}, "army, brigade, camp, esteria, minister, ministry", "brigade based_at camp, brigade located_in camp, brigade part_of army, minister leads ministry"},
		{"a date that is none", Filter{Since: "yesterday", Predicates: []graph.Predicate{schema.Leads}}, "esteria, minister, ministry", "minister leads ministry"},
		{"around the camp", Filter{Around: ent("camp")}, "brigade, camp", "brigade based_at camp, brigade located_in camp"},
		{"two steps around the camp", Filter{Around: ent("camp"), Hops: 2}, "army, brigade, camp", "brigade based_at camp, brigade located_in camp, brigade part_of army"},
		{"around the camp, of units", Filter{Around: ent("camp"), Hops: 2, Kinds: []graph.Kind{graph.Unit}}, "army, brigade, camp", "brigade based_at camp, brigade located_in camp, brigade part_of army"},
		{"around the camp, only two", Filter{Around: ent("camp"), Hops: 2, Limit: 2}, "brigade, camp", "brigade based_at camp, brigade located_in camp"},
		{"around nobody", Filter{Around: "e"}, "", ""},
		{"the most important", Filter{Limit: 1}, "brigade", ""},
	} {
		entities, claims := seen(s.View(test.f))
		if entities != test.entities || claims != test.claims {
			t.Errorf("%s:\n got %s | %s\nwant %s | %s", test.name, entities, claims, test.entities, test.claims)
		}
	}
	if !s.View(Filter{}).Whole() || s.View(Filter{MinConfidence: 0.8}).Whole() {
		t.Error("a view is whole when all is seen")
	}
}

func TestSubset(t *testing.T) {
	s := harbour()
	entities, claims := seen(s.Subset([]graph.ID{ent("brigade"), ent("army"), ent("minister"), ent("nobody"), ""}))
	if entities != "army, brigade, minister" || claims != "brigade part_of army" {
		t.Errorf("got %s | %s", entities, claims)
	}
}

func TestRejected(t *testing.T) {
	s := harbour()
	c := s.claims[0]
	r := s.With(graph.Added("", judge(graph.Reject, c.ID, "", ""), judge(graph.Reject, ent("talks"), "", "")))
	i, _ := r.Claim(c.ID)
	talks, _ := r.Entity(ent("talks"))
	if v := r.View(Filter{}); v.HasClaim(i) || v.HasEntity(talks) {
		t.Error("what was rejected is seen")
	}
	if v := r.View(Filter{Rejected: true}); !v.HasClaim(i) || !v.HasEntity(talks) || !v.Whole() {
		t.Error("what was rejected is not seen when it is asked for")
	}
	if hits := r.Search("talks", 5); len(hits) > 0 && hits[0].Entity == talks {
		t.Error("a rejected entity is found")
	}
}

// TestFactsOfAView builds a graph from the facts of views: it shows what the view showed.
func TestFactsOfAView(t *testing.T) {
	for seed := range uint64(20) {
		w := world{rand.New(rand.NewPCG(seed, 4)), 12, false}
		var facts []graph.Fact
		for n := range 8 {
			facts = append(facts, w.article(n)...)
		}
		facts = append(facts, judge(graph.Merge, ent("thing1"), ent("thing2"), ""), judge(graph.Rename, ent("thing3"), "", "Three"), judge(graph.Reject, ent("thing4"), "", ""))
		s := build(facts...)
		for _, f := range []Filter{{}, {Rejected: true}, {MinConfidence: 0.6}, {Outlets: []string{"One"}}, {Kinds: []graph.Kind{graph.Actor}}, {Around: ent("thing2"), Hops: 1}, {Predicates: []graph.Predicate{schema.Leads}}} {
			v := s.View(f)
			again := Build(v.Facts()).View(Filter{Rejected: f.Rejected})
			if got, want := idsOf(again), idsOf(v); !slices.Equal(got, want) {
				t.Fatalf("seed %d, %+v:\n got %s\nwant %s", seed, f, got, want)
			}
		}
	}
}

// idsOf are the ids of what is seen.
func idsOf(v *View) (ids []graph.ID) {
	for _, i := range v.Entities() {
		ids = append(ids, v.s.entities[i].ID)
	}
	for _, i := range v.Claims() {
		ids = append(ids, v.s.claims[i].ID)
	}
	return ids
}

func TestContents(t *testing.T) {
	s := harbour()
	var all []string
	for i, a := range s.Articles() {
		at, ok := s.Article(a.ID)
		if !ok || at != i {
			t.Errorf("article %d is found at %d", i, at)
		}
		var names []string
		for _, x := range s.SightingsIn(i) {
			if x.Article != a.ID {
				t.Errorf("a sighting of another article")
			}
			names = append(names, x.Name)
		}
		slices.Sort(names)
		all = append(all, fmt.Sprint(a.Outlet, ": ", strings.Join(names, ", "), "; ", len(s.ClaimsIn(i)), " claims"))
	}
	want := "The Post: 12th Mountain Brigade, Army of Esteria, Camp Halden; 2 claims | Gazette: Esteria, Halden, Maria Lindqvist, Ministry of Water, talks; 4 claims"
	if got := strings.Join(all, " | "); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}

// TestPathsAgainstAll compares the chains of random graphs with those found by trying all.
func TestPathsAgainstAll(t *testing.T) {
	found := 0
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 8))
		a := article("Post", "2024", "text")
		n := 6 + r.IntN(8)
		facts := []graph.Fact{a}
		for range n + r.IntN(2*n) {
			facts = append(facts, claim(a, fmt.Sprint(r.IntN(n)), pick(r, schema.Leads, schema.Supports), fmt.Sprint(r.IntN(n)), graph.Asserted))
		}
		v := build(facts...).View(Filter{})
		all := v.Entities()
		for range 10 {
			from, to := all[r.IntN(len(all))], all[r.IntN(len(all))]
			want := allShortest(v, from, to)
			got := v.Paths(from, to, 1000)
			if len(got) != len(want) {
				t.Fatalf("seed %d: %d chains, not %d", seed, len(got), len(want))
			}
			found += len(got)
			met := map[string]bool{}
			for _, chain := range got {
				met[ends(t, v, chain, from, to)] = true
			}
			for _, w := range want {
				if !met[w] {
					t.Errorf("seed %d: chain %s is missing", seed, w)
				}
			}
			if len(want) > 2 {
				if few := v.Paths(from, to, 2); len(few) != 2 || ends(t, v, few[0], from, to) != ends(t, v, got[0], from, to) {
					t.Errorf("seed %d: of at most two chains there are %d", seed, len(few))
				}
			}
		}
	}
	if found < 300 {
		t.Errorf("only %d chains in all", found)
	}
}

// ends checks that a chain leads from one entity to the other by claims in view, and returns its entities.
func ends(t *testing.T, v *View, chain []Step, from, to int) string {
	t.Helper()
	way := fmt.Sprint(from)
	for _, step := range chain {
		c := v.s.claims[step.Claim]
		if step.From != from || !v.HasClaim(step.Claim) || !(c.From == step.From && c.To == step.To || c.From == step.To && c.To == step.From) {
			t.Fatalf("step %+v from %d by claim %d to %d", step, from, c.From, c.To)
		}
		from = step.To
		way += fmt.Sprint(" ", from)
	}
	if from != to {
		t.Fatalf("a chain ends at %d, not at %d", from, to)
	}
	return way
}

// allShortest tries all ways of growing length.
func allShortest(v *View, from, to int) []string {
	if from == to {
		return nil
	}
	ways := [][]int{{from}}
	for range len(v.Entities()) {
		var next [][]int
		var done []string
		for _, way := range ways {
			for _, n := range v.Neighbours(way[len(way)-1]) {
				if slices.Contains(way, n.Entity) {
					continue
				}
				longer := append(slices.Clone(way), n.Entity)
				if n.Entity == to {
					done = append(done, strings.Trim(fmt.Sprint(longer), "[]"))
				}
				next = append(next, longer)
			}
		}
		if len(done) > 0 {
			return done
		}
		ways = next
	}
	return nil
}

func TestNoPath(t *testing.T) {
	s := harbour()
	at := func(key string) int { i, _ := s.Entity(ent(key)); return i }
	all, sure := s.View(Filter{}), s.View(Filter{MinConfidence: 0.8})
	for _, test := range []struct {
		what     string
		v        *View
		from, to int
		limit    int
	}{
		{"to itself", all, at("camp"), at("camp"), 5}, {"between parts", all, at("camp"), at("talks"), 5}, {"none wanted", all, at("camp"), at("army"), 0},
		{"over claims that are not in view", sure, at("camp"), at("army"), 5}, {"from nothing", all, -1, at("army"), 5}, {"to nothing", all, at("army"), 999, 5},
	} {
		if got := test.v.Paths(test.from, test.to, test.limit); len(got) > 0 {
			t.Errorf("%s: %v", test.what, got)
		}
	}
}
