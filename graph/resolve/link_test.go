package resolve

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"skein/graph"
)

// seen is a sighting of the thing with the key; in a key, @ stands for the article.
func seen(article, key, name string, attributes ...string) *graph.Sighting {
	key = strings.ReplaceAll(key, "@", article)
	typ, _, _ := strings.Cut(key, "/")
	s := &graph.Sighting{Entity: graph.ID("e/" + key), Article: graph.ID(article), Name: name, Type: graph.Type(typ), Key: key}
	for _, a := range attributes {
		n, v, _ := strings.Cut(a, "=")
		s.Attributes = append(s.Attributes, graph.Attribute{Name: n, Value: v})
	}
	return s
}

func TestLinks(t *testing.T) {
	short := func(attributes ...string) *graph.Sighting { return seen("a1", "person/@/rowe", "Rowe", attributes...) }
	full := func(attributes ...string) *graph.Sighting {
		return seen("a2", "person/ann rowe", "Ann Rowe", attributes...)
	}
	camp := func(article string) *graph.Sighting { return seen(article, "facility/camp birch", "Camp Birch") }
	army := func(article string) *graph.Sighting { return seen(article, "unit/norwegian army", "Norwegian Army") }
	norway := func(article string) *graph.Sighting { return seen(article, "country/NO", "Norway") }
	for _, c := range []struct {
		name string
		all  []*graph.Sighting
		want string
	}{
		{"nobody of that name", []*graph.Sighting{short(), seen("a2", "person/ann lund", "Ann Lund")}, ""},
		{"the name alone", []*graph.Sighting{short(), full()}, "unsure ann rowe: the name alone"},
		{"a country in common", []*graph.Sighting{short(), full(), norway("a1"), norway("a2")}, "unsure ann rowe: Norway in both articles"},
		{"two things in common", []*graph.Sighting{short(), full(), camp("a1"), camp("a2"), army("a1"), army("a2")},
			"sure ann rowe: Camp Birch and Norwegian Army in both articles"},
		{"a post", []*graph.Sighting{short("title=Foreign Minister"), full("title=foreign minister")}, "sure ann rowe: Foreign Minister in both articles"},
		{"a rank", []*graph.Sighting{short("title=Gen."), full("title=Gen.")}, "unsure ann rowe: Gen. in both articles"},
		{"no post", []*graph.Sighting{short("title=Mrs."), full("title=Mrs.")}, "unsure ann rowe: the name alone"},
		{"another gender", []*graph.Sighting{short("gender=male", "title=Foreign Minister"), full("gender=female", "title=Foreign Minister")}, ""},
		{"an article that knows both", []*graph.Sighting{short("title=Foreign Minister"), full("title=Foreign Minister"), seen("a1", "person/ann rowe", "Ann Rowe")}, ""},
		{"two who fit", []*graph.Sighting{short(), full(), camp("a1"), camp("a2"), seen("a3", "person/ben rowe", "Ben Rowe"), camp("a3")},
			"unsure ann rowe: Camp Birch in both articles; one of 2 of that name | unsure ben rowe: Camp Birch in both articles"},
		{"one of two fits better", []*graph.Sighting{short("title=Foreign Minister"), full("title=Foreign Minister"), seen("a3", "person/ben rowe", "Ben Rowe")},
			"sure ann rowe: Foreign Minister in both articles; one of 2 of that name"},
		{"two short names", []*graph.Sighting{short("title=Foreign Minister"), seen("a2", "person/@/rowe", "Rowe", "title=Foreign Minister")},
			"sure a1/rowe: Foreign Minister in both articles"},
		{"two short names and nothing more", []*graph.Sighting{short(), seen("a2", "person/@/rowe", "Rowe")}, ""},
		{"a battalion", []*graph.Sighting{seen("a1", "unit/@/1st battalion", "1st Battalion"), seen("a2", "unit/1st battalion, 98th regiment", "1st Battalion, 98th Regiment"),
			camp("a1"), camp("a2"), army("a1"), army("a2")}, "sure 1st battalion, 98th regiment: Camp Birch and Norwegian Army in both articles"},
		{"descriptions", []*graph.Sighting{seen("a1", "armed_group/@/rebels", "rebels"), seen("a2", "armed_group/@/rebels", "rebels"), camp("a1"), camp("a2")}, ""},
	} {
		var got []string
		for _, l := range links(c.all) {
			is := "unsure"
			if l.Sure {
				is = "sure"
			}
			to := strings.TrimPrefix(strings.TrimPrefix(string(l.To), "e/person/"), "e/unit/")
			got = append(got, fmt.Sprintf("%s %s: %s", is, to, l.Reason))
		}
		if s := strings.Join(got, " | "); s != c.want {
			t.Errorf("%s:\n got %s\nwant %s", c.name, s, c.want)
		}
	}
}

// TestCommonThings makes sure that what every article speaks of tells little.
func TestCommonThings(t *testing.T) {
	all := []*graph.Sighting{seen("a1", "person/@/rowe", "Rowe"), seen("a2", "person/ann rowe", "Ann Rowe")}
	for i := range 9 {
		for _, key := range []string{"organization/nato", "organization/eu"} {
			all = append(all, seen(fmt.Sprint("a", i), key, key))
		}
	}
	if l := links(all); len(l) != 1 || l[0].Sure {
		t.Errorf("%+v", l)
	}
}

// TestLinksInAnyOrder makes sure that links do not depend on the order of sightings.
func TestLinksInAnyOrder(t *testing.T) {
	for seed := range uint64(100) {
		r := rand.New(rand.NewPCG(seed, 7))
		var all []*graph.Sighting
		for a := range 8 {
			article := fmt.Sprint("a", a)
			for _, key := range []string{"person/@/rowe", "person/ann rowe", "person/ben rowe", "facility/x", "organization/y", "country/NO", "unit/@/1st battalion", "unit/1st battalion, 9th regiment"} {
				if r.IntN(2) == 0 {
					all = append(all, seen(article, key, key, "title="+[]string{"Gen.", "Foreign Minister", "Mr."}[r.IntN(3)]))
				}
			}
		}
		want := links(all)
		r.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		if got := links(all); !slices.Equal(got, want) {
			t.Fatalf("seed %d:\n%+v\n%+v", seed, got, want)
		}
	}
}

func TestLinksCount(t *testing.T) {
	link := func(from, to string, sure bool) Link {
		return Link{From: graph.ID(from), To: graph.ID(to), Sure: sure, Reason: "why"}
	}
	c := Of(nil, []Link{link("a", "b", true), link("c", "b", false)})
	if c.Root("a") != "b" || c.Root("c") != "c" || len(c.Unsure("b")) != 1 || len(c.Unsure("c")) != 1 {
		t.Errorf("%+v", c)
	}
	if l, ok := c.Link("a"); !ok || l.Reason != "why" {
		t.Errorf("%+v", l)
	}
	if c := Of([]graph.Judgement{split("a", "b")}, []Link{link("a", "b", true)}); c.Root("a") != "a" {
		t.Error("a split does not hold")
	}
	if c := Of([]graph.Judgement{merge("a", "x")}, []Link{link("a", "b", true)}); c.Root("a") != "x" {
		t.Error("a merge does not go before")
	}
	if c := Of([]graph.Judgement{merge("b", "a")}, []Link{link("a", "b", true)}); c.Root("b") != "a" {
		t.Error("the name that a merge keeps is lost")
	}
	var none *Canon
	if _, ok := none.Link("a"); ok || none.Unsure("a") != nil {
		t.Error("no links must mean none")
	}
}

func BenchmarkLinks(b *testing.B) {
	var all []*graph.Sighting
	for a := range 5000 {
		article := fmt.Sprint("a", a)
		for k := range 19 {
			all = append(all, seen(article, fmt.Sprintf("organization/body %d", (a*7+k*13)%3000), "Body"))
		}
		switch a % 4 {
		case 0:
			all = append(all, seen(article, fmt.Sprintf("person/@/name%d", a%500), "Name"))
		case 1:
			all = append(all, seen(article, fmt.Sprintf("person/ann name%d", a%500-1), "Ann Name"))
		}
	}
	var same []*graph.Sighting
	for a := range 3000 {
		article := fmt.Sprint("a", a)
		same = append(same, seen(article, "person/@/name", "Name"), seen(article, "unit/@/company b", "Company B"), seen(article, fmt.Sprintf("organization/body %d", a%100), "Body"))
		if a%2 == 0 {
			same = append(same, seen(article, fmt.Sprintf("person/p%d name", a%90), "P Name"))
		}
	}
	for _, c := range []struct {
		name string
		all  []*graph.Sighting
	}{{"many names", all}, {"one name", same}} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				Links(slices.Values(c.all), nil)
			}
			b.ReportMetric(float64(len(c.all)), "sightings")
		})
	}
}

func links(all []*graph.Sighting) []Link {
	l, _ := Links(slices.Values(all), nil)
	return l
}
