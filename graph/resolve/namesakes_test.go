package resolve

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"skein/graph"
)

func TestNamesakes(t *testing.T) {
	lund := func(article string, attributes ...string) *graph.Sighting {
		return seen(article, "person/karl lund", "Karl Lund", attributes...)
	}
	minister := func(article string) *graph.Sighting { return lund(article, "title=Foreign Minister") }
	farmer := func(article string) *graph.Sighting { return lund(article, "title=farmer") }
	norway := func(article string) *graph.Sighting { return seen(article, "country/NO", "Norway") }
	peru := func(article string) *graph.Sighting { return seen(article, "country/PE", "Peru") }
	camp := func(article string) *graph.Sighting { return seen(article, "facility/camp birch", "Camp Birch") }
	army := func(article string) *graph.Sighting { return seen(article, "unit/norwegian army", "Norwegian Army") }
	for _, c := range []struct {
		name string
		all  []*graph.Sighting
		want string // articles of others than the one the name stands for, and why it may be he
	}{
		{"nothing but the name", []*graph.Sighting{lund("a1"), lund("a2")}, ""},
		{"other countries", []*graph.Sighting{lund("a1"), norway("a1"), lund("a2"), peru("a2")}, ""},
		{"a post and a rank", []*graph.Sighting{minister("a1"), lund("a2", "title=Gen."), norway("a1"), peru("a2")}, ""},
		{"one post in other words", []*graph.Sighting{lund("a1", "title=Secretary of Defense"), lund("a2", "title=defence minister"), norway("a1"), peru("a2")}, ""},
		{"other posts", []*graph.Sighting{minister("a1"), farmer("a2")}, "a2: the name alone; farmer in one article, Foreign Minister in another"},
		{"other posts in other countries", []*graph.Sighting{minister("a1"), norway("a1"), farmer("a2"), peru("a2"), camp("a1"), camp("a2")},
			"a2: the name alone; farmer and Peru in one article, Foreign Minister and Norway in another"},
		{"other posts in one country", []*graph.Sighting{minister("a1"), norway("a1"), farmer("a2"), norway("a2")}, ""},
		{"other posts and much in common", []*graph.Sighting{minister("a1"), norway("a1"), camp("a1"), army("a1"), farmer("a2"), peru("a2"), camp("a2"), army("a2")}, ""},
		{"he and she", []*graph.Sighting{lund("a1", "gender=male"), lund("a2", "gender=female"), norway("a1"), norway("a2"), camp("a1"), camp("a2"), army("a1"), army("a2")}, "a2: -"},
		{"born in other years", []*graph.Sighting{lund("a1", "born=1954"), norway("a1"), lund("a2", "born=1971"), norway("a2")}, "a2: -"},
		{"born in one year", []*graph.Sighting{lund("a1", "born=1954", "title=Foreign Minister"), lund("a2", "born=1954", "title=farmer")}, ""},
		{"the many and the one", []*graph.Sighting{farmer("a1"), minister("a2"), minister("a3"), minister("a4"), minister("a5"), lund("a6")}, "a1: the name alone; farmer in one article, Foreign Minister in another"},
		{"one of two, nobody knows which", []*graph.Sighting{farmer("a1"), minister("a2"), lund("a3")},
			"a2: the name alone; Foreign Minister in one article, farmer in another | a3: the name alone"},
		{"one of two, and something says which", []*graph.Sighting{farmer("a1"), minister("a2"), camp("a2"), army("a2"), lund("a3"), camp("a3"), army("a3")},
			"a1: the name alone; farmer in one article, Foreign Minister in another"},
	} {
		got := others(c.all, nil)
		if got != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, got, c.want)
		}
		slices.Reverse(c.all)
		if again := others(c.all, nil); again != got {
			t.Errorf("%s: the order matters: %s, then %s", c.name, got, again)
		}
	}
}

// others are the articles of each person who is not the one that the name stands for.
func others(all []*graph.Sighting, judged []graph.Judgement) string {
	links, own := Links(slices.Values(all), judged)
	var out []string
	var last graph.ID
	for _, o := range own {
		if o.ID == last {
			out[len(out)-1] = string(o.Article) + " " + out[len(out)-1]
			continue
		}
		last = o.ID
		why := "-"
		if i := slices.IndexFunc(links, func(l Link) bool { return l.From == o.ID && l.To == o.Entity && !l.Sure }); i >= 0 {
			why = links[i].Reason
		}
		out = append(out, string(o.Article)+": "+why)
	}
	return strings.Join(out, " | ")
}

// TestSurnameOfNamesakes makes sure that a surname may be that of each of two persons of one full name.
func TestSurnameOfNamesakes(t *testing.T) {
	all := []*graph.Sighting{
		seen("a1", "person/karl lund", "Karl Lund", "title=Foreign Minister"), seen("a2", "person/karl lund", "Karl Lund", "title=farmer"),
		seen("a3", "person/@/lund", "Lund", "title=Foreign Minister"),
	}
	links, own := Links(slices.Values(all), nil)
	if len(own) != 1 || own[0].Article != "a2" || len(links) != 2 {
		t.Fatalf("%+v\n%+v", links, own)
	}
	for _, l := range links {
		if l.From == "e/person/a3/lund" && (!l.Sure || l.To != "e/person/karl lund") {
			t.Errorf("%+v", l)
		}
	}
}

// TestReviewerOnNamesakes makes sure that a reviewer's word on who is somebody else holds.
func TestReviewerOnNamesakes(t *testing.T) {
	a, b := seen("a1", "person/karl lund", "Karl Lund"), seen("a2", "person/karl lund", "Karl Lund")
	alone := Own{Entity: b.Entity, Article: b.Article, Stored: b.Key}.Alone()
	judged := []graph.Judgement{{Decision: graph.Split, Target: alone, Other: b.Entity}}
	_, own := Links(slices.Values([]*graph.Sighting{a, b}), judged)
	if len(own) != 1 || own[0].ID != alone || own[0].Article != "a2" {
		t.Errorf("%+v", own)
	}
	// of two articles about the other one, that of which the reviewer spoke gives the id
	c, d := seen("a0", "person/karl lund", "Karl Lund", "title=farmer"), seen("a3", "person/karl lund", "Karl Lund", "title=farmer", "title=singer")
	all := []*graph.Sighting{c, d}
	for i := range 3 {
		all = append(all, seen(fmt.Sprint("a", i+4), "person/karl lund", "Karl Lund", "title=Foreign Minister"))
	}
	for _, s := range all[:2] {
		all = append(all, seen(string(s.Article), "facility/x", "x"), seen(string(s.Article), "facility/y", "y"))
	}
	word := Own{Entity: d.Entity, Article: d.Article, Stored: d.Key}.Alone()
	if _, own := Links(slices.Values(all), []graph.Judgement{{Decision: graph.Rename, Target: word, Value: "Farmer Lund"}}); len(own) != 2 || own[0].ID != word || own[1].ID != word {
		t.Errorf("%+v", own)
	}
}

// TestNamesakesInAnyOrder makes sure that who is who does not depend on the order of sightings.
func TestNamesakesInAnyOrder(t *testing.T) {
	split := 0
	for seed := range uint64(200) {
		r := rand.New(rand.NewPCG(seed, 8))
		var all []*graph.Sighting
		for a := range 12 {
			article := fmt.Sprint("a", a)
			for _, key := range []string{"person/karl lund", "person/@/lund", "facility/x", "facility/y", "country/NO", "country/PE"} {
				if r.IntN(2) == 0 {
					all = append(all, seen(article, key, key, "title="+[]string{"farmer", "Foreign Minister", "Mr."}[r.IntN(3)]))
				}
			}
		}
		want, own := Links(slices.Values(all), nil)
		split += len(own)
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		if got, is := Links(slices.Values(all), nil); !slices.Equal(got, want) || !slices.Equal(is, own) {
			t.Fatalf("seed %d:\n%+v %+v\n%+v %+v", seed, got, is, want, own)
		}
	}
	if split == 0 {
		t.Error("nobody was told apart")
	}
}
