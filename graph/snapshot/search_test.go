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

func TestFold(t *testing.T) {
	for name, want := range map[string]string{
		"Camp Halden": "camp halden", "U.S.": "us", "O'Brien": "obrien", "  F/A-18E  ": "f a 18e", "Łódź": "lodz", "Çağlar Ørsted": "caglar orsted",
		"Straße": "strasse", "Ångström": "angstrom", "Bashar al‑Asad": "bashar al asad", "ISIS’s": "isiss", "": "", "–": "", "Ⅲ Corps": "iii corps", "東京": "東京", "\xff": "",
	} {
		if got := Fold(name); got != want {
			t.Errorf("%q is %q, not %q", name, got, want)
		}
	}
	r := rand.New(rand.NewPCG(1, 1))
	letters := []rune("aB.' -é\u0301ßŁ京\x00Z9")
	for range 2000 {
		var b strings.Builder
		for range r.IntN(9) {
			b.WriteRune(letters[r.IntN(len(letters))])
		}
		once := Fold(b.String())
		if Fold(once) != once || strings.TrimSpace(once) != once || strings.Contains(once, "  ") {
			t.Errorf("%q is %q, and again %q", b.String(), once, Fold(once))
		}
	}
}

func searchWorld() *Snapshot {
	a := article("Post", "2024", "text")
	return build(a,
		sighting(a, "cjtf", "Combined Joint Task Force – Operation Inherent Resolve", schema.Unit, "CJTF-OIR", "the coalition"),
		sighting(a, "brigade", "37th Infantry Brigade Combat Team", schema.Unit),
		sighting(a, "regiment", "125th Infantry Regiment", schema.Unit),
		sighting(a, "austin", "Lloyd Austin", schema.Person, "Secretary Austin"),
		sighting(a, "city", "Austin", schema.City),
		sighting(a, "halden", "Camp Halden", schema.Facility),
		sighting(a, "sudani", "Mohammed Shia' al-Sudani", schema.Person),
		sighting(a, "pentagon", "Pentagon", schema.Organization),
		claim(a, "austin", schema.Leads, "pentagon", graph.Asserted),
	)
}

func TestSearch(t *testing.T) {
	s := searchWorld()
	for query, want := range map[string]string{
		"austin":               "city, austin", // the whole name before a part of one
		"AUSTIN":               "city, austin",
		"lloyd":                "austin",
		"secretary":            "austin",
		"lloyd austin":         "austin",
		"austin lloyd":         "austin",
		"au":                   "city, austin",
		"pent":                 "pentagon",
		"pentagn":              "pentagon",
		"petnagon":             "pentagon",
		"pebtagon":             "pentagon",
		"pentaggon":            "pentagon",
		"infantry":             "regiment, brigade",
		"37th inf":             "brigade",
		"37 th":                "",
		"ibct":                 "",
		"brigade 37th":         "brigade",
		"cjtf":                 "cjtf",
		"cjtf oir":             "cjtf",
		"cjtf-oir":             "cjtf",
		"coalition":            "cjtf",
		"inherent resolve":     "cjtf",
		"al-sudani":            "sudani",
		"shia al sudani":       "sudani",
		"Mohamed Shia alsudni": "",
		"haldne":               "halden",
		"camp haldn":           "halden",
		"xyz":                  "",
		"":                     "",
		" - ":                  "",
	} {
		var got []string
		for _, h := range s.Search(query, 10) {
			e := s.entities[h.Entity]
			got = append(got, e.Key)
			if h.Score <= 0 || h.Score > 1 || h.Name != e.Name && !slices.Contains(e.Aliases, h.Name) {
				t.Errorf("%q: %+v", query, h)
			}
		}
		if strings.Join(got, ", ") != want {
			t.Errorf("%q finds %q, not %q", query, strings.Join(got, ", "), want)
		}
	}
}

// TestSearchLimits: of many the best, each entity once, the more important of equals first.
// TestSearchPeople makes sure that a surname finds the person before what they did, and so does a title with it.
func TestSearchPeople(t *testing.T) {
	a := article("Post", "2024", "text")
	weaver := sighting(a, "weaver", "Thomas Weaver", schema.Person)
	weaver.Attributes = []graph.Attribute{{Name: "title", Value: "Foreign Minister"}}
	s := build(a, weaver, sighting(a, "meeting", "Weaver met Halden", "consult"), sighting(a, "halden", "Halden", schema.City),
		claim(a, "meeting", schema.Agent, "weaver", graph.Asserted), claim(a, "meeting", schema.AtPlace, "halden", graph.Asserted))
	for query, want := range map[string]string{"weaver": "Thomas Weaver", "weaver met": "Weaver met Halden", "foreign minister weaver": "Thomas Weaver", "colonel weaver": ""} {
		var got string
		if hits := s.Search(query, 5); len(hits) > 0 {
			got = hits[0].Name
		}
		if got != want {
			t.Errorf("%q finds %q first, not %q", query, got, want)
		}
	}
}

func TestSearchLimits(t *testing.T) {
	a := article("Post", "2024", "text")
	facts := []graph.Fact{a}
	for i := range 300 {
		key := fmt.Sprint("unit", i)
		facts = append(facts, sighting(a, key, fmt.Sprint("Harbour Patrol ", i), schema.Unit, fmt.Sprint("Patrol ", i), fmt.Sprint("Harbour ", i)))
	}
	for i := range 5 {
		facts = append(facts, claim(a, "unit77", schema.Supports, fmt.Sprint("unit", 100+i), graph.Asserted))
	}
	s := build(facts...)
	for _, query := range []string{"harbour", "patrol", "harbuor", "patrol harbour"} {
		all := s.Search(query, 1000)
		few := s.Search(query, 7)
		if len(all) != 300 || len(few) != 7 || !slices.Equal(few, all[:7]) {
			t.Errorf("%q: %d hits, of at most seven %v", query, len(all), few)
		}
		if s.entities[few[0].Entity].Key != "unit77" {
			t.Errorf("%q: first comes %q", query, few[0].Name)
		}
		met := map[int]bool{}
		for i, h := range all {
			if met[h.Entity] || i > 0 && h.Score > all[i-1].Score {
				t.Errorf("%q: hit %d, %+v", query, i, h)
			}
			met[h.Entity] = true
		}
	}
	if s.Search("harbour", 0) != nil || s.Search("harbour", -1) != nil {
		t.Error("none were wanted")
	}
}

// TestSlips types names with one slip each, in a word that has four letters also with the slip.
func TestSlips(t *testing.T) {
	s := searchWorld()
	r := rand.New(rand.NewPCG(5, 5))
	for key, name := range map[string]string{"pentagon": "pentagon", "halden": "camp halden", "regiment": "125th infantry regiment", "austin": "lloyd austin"} {
		for range 200 {
			words := strings.Fields(name)
			w := r.IntN(len(words))
			if len(words[w]) < 5 || words[w][0] < 'a' {
				continue
			}
			b := []byte(words[w])
			at := 1 + r.IntN(len(b)-1)
			switch r.IntN(4) {
			case 0:
				b[at] = 'q'
			case 1:
				b = slices.Delete(b, at, at+1)
			case 2:
				b = slices.Insert(b, at, 'q')
			case 3:
				b[at-1], b[at] = b[at], b[at-1]
			}
			words[w] = string(b)
			query := strings.Join(words, " ")
			if !slices.ContainsFunc(s.Search(query, 10), func(h Hit) bool { return s.entities[h.Entity].Key == key }) {
				t.Errorf("%q does not find %q", query, name)
			}
		}
	}
}

// TestSearchAfterWith: the index of names is patched with the snapshot, and finds what one made anew finds.
func TestSearchAfterWith(t *testing.T) {
	w := world{rand.New(rand.NewPCG(9, 9)), 30, false}
	var facts []graph.Fact
	for n := range 5 {
		facts = append(facts, w.article(n)...)
	}
	s := build(facts...)
	s.Search("thing", 5)
	for n := range 20 {
		more := w.article(100 + n)
		if n%4 == 3 {
			more = append(more, judge(graph.Rename, ent(w.entity()), "", fmt.Sprint("Renamed ", n)), judge(graph.Merge, ent(w.entity()), ent(w.entity()), ""))
		}
		facts = append(facts, more...)
		s = s.With(graph.Added("", more...))
		fresh := build(facts...)
		for _, q := range []string{"thing", "the thing1", "alias", "tihng2", "renamed"} {
			if got, want := fmt.Sprint(s.Search(q, 30)), fmt.Sprint(fresh.Search(q, 30)); got != want {
				t.Fatalf("step %d, %q:\n got %s\nwant %s", n, q, got, want)
			}
		}
	}
}
