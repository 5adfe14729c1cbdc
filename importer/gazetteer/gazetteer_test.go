package gazetteer

import (
	"strings"
	"testing"

	"skein/graph"
)

func gazetteer(t testing.TB) *Gazetteer {
	t.Helper()
	g, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

func TestLookup(t *testing.T) {
	g := gazetteer(t)
	for _, c := range []struct {
		name, key string
		typ       graph.Type
	}{
		{"Iraq", "country/IQ", "country"}, {"IRAQ", "country/IQ", "country"},
		{"US", "country/US", "country"}, {"U.S.", "country/US", "country"}, {"the United States", "country/US", "country"}, {"USA", "country/US", "country"},
		{"us", "", ""}, {"Us", "", ""}, {"it", "", ""},
		{"UK", "country/GB", "country"}, {"Britain", "country/GB", "country"}, {"UAE", "country/AE", "country"}, {"DRC", "country/CD", "country"},
		{"Türkiye", "country/TR", "country"}, {"Turkey", "country/TR", "country"}, {"Georgia", "country/GE", "country"},
		{"Côte d'Ivoire", "country/CI", "country"}, {"Cote d’Ivoire", "country/CI", "country"},
		{"Baghdad", "city/98182", "city"}, {"Tal Afar", "city/90393", "city"}, {"Tall ‘Afar", "city/90393", "city"}, {"Tel Afar", "city/90393", "city"},
		{"Qayyarah", "city/99003", "city"}, {"Al-Qayyarah", "city/99003", "city"}, {"Falluja", "city/99454", "city"}, {"Basra", "city/99532", "city"},
		{"Yokosuka", "city/1848313", "city"}, {"Hawr Rajab", "", ""}, {"Kyiv", "city/703448", "city"}, {"Kiev", "city/703448", "city"},
		{"Washington", "city/4140963", "city"}, {"Washington, D.C.", "city/4140963", "city"},
		{"Paktika", "region/AF.29", "region"}, {"Paktika Province", "region/AF.29", "region"}, {"PAKTIKA PROVINCE", "region/AF.29", "region"}, {"Nineveh Province", "region/IQ.15", "region"},
		{"Tenn.", "region/US.TN", "region"}, {"N.D.", "region/US.ND", "region"}, {"Tennessee", "region/US.TN", "region"},
		{"Al Asad Air Base", "facility/al asad air base", "facility"}, {"Ayn al-Asad", "facility/al asad air base", "facility"}, {"Al Asad", "facility/al asad air base", "facility"},
		{"Bagram", "facility/bagram airfield", "facility"}, {"Erbil International Airport", "facility/erbil international airport", "facility"},
		{"ISIS", "armed_group/isis", "armed_group"}, {"Daesh", "armed_group/isis", "armed_group"}, {"isis", "", ""},
		{"NATO", "organization/nato", "organization"}, {"North Atlantic Treaty Organization", "organization/nato", "organization"},
		{"Pentagon", "organization/pentagon", "organization"}, {"the Pentagon", "organization/pentagon", "organization"},
		{"US Army", "unit/us army", "unit"}, {"U.S. Army", "unit/us army", "unit"}, {"IRGC", "unit/islamic revolutionary guard corps", "unit"},
		{"Kurds", "people/kurds", "people"}, {"Persian Gulf", "feature/persian gulf", "feature"}, {"Middle East", "region/middle east", "region"},
		{"", "", ""}, {".", "", ""}, {"the", "", ""}, {"\xff", "", ""},
	} {
		found := g.Lookup(c.name)
		if c.key == "" {
			if len(found) > 0 && found[0].Type != "city" {
				t.Errorf("%q is %+v, want nothing", c.name, found[0])
			}
			continue
		}
		if len(found) == 0 || found[0].Key != c.key || found[0].Type != c.typ {
			t.Errorf("%q is %+v, want %s", c.name, found, c.key)
		}
	}
}

func TestEntry(t *testing.T) {
	g := gazetteer(t)
	e := g.Lookup("Mosul")[0]
	if e.Name != "Mosul" || e.Country != "IQ" || e.Admin != "Nineveh" || e.Population < 1_000_000 || e.Lat < 36 || e.Lat > 37 || e.Lon < 43 || e.Lon > 44 || e.Common {
		t.Errorf("Mosul is %+v", e)
	}
	if e := g.Lookup("Fallujah")[0]; e.Name != "Fallujah" {
		t.Errorf("Fallujah is %+v", e)
	}
	for _, name := range []string{"Reading", "Hit", "Man", "Mobile", "OR", "Austin"} {
		if e := g.Lookup(name); len(e) == 0 || !e[0].Common && name != "Austin" {
			t.Errorf("%s is %+v, want a common word", name, e)
		}
	}
	for _, name := range []string{"Paris", "London", "Baghdad", "Iraq", "Ramadi", "Jordan"} {
		if e := g.Lookup(name); len(e) == 0 || e[0].Common {
			t.Errorf("%s is %+v, want no common word", name, e)
		}
	}
}

func TestNation(t *testing.T) {
	g := gazetteer(t)
	for word, code := range map[string]string{
		"Iraqi": "IQ", "Iraqis": "IQ", "American": "US", "Americans": "US", "British": "GB", "Briton": "GB", "French": "FR", "Afghan": "AF", "Saudi": "SA",
		"South Korean": "KR", "Turkish": "TR", "Israeli": "IL", "Filipino": "PH", "Philippine": "PH", "Ukrainians": "UA", "Emirati": "AE", "Iraq": "IQ", "U.S.": "US",
	} {
		if e, ok := g.Nation(word); !ok || e.Key != "country/"+code || e.Type != "country" {
			t.Errorf("%s is %+v, want %s", word, e, code)
		}
	}
	for _, word := range []string{"Tigran", "Baghdad", "", "."} {
		if e, ok := g.Nation(word); ok {
			t.Errorf("%s is %+v", word, e)
		}
	}
}

func TestCapital(t *testing.T) {
	g := gazetteer(t)
	for city, code := range map[string]string{"Baghdad": "IQ", "Washington, D.C.": "US", "Washington": "US", "London": "GB", "Kyiv": "UA", "Tehran": "IR", "Kabul": "AF", "Moscow": "RU", "Beijing": "CN"} {
		if e, ok := g.Capital(city); !ok || e.Country != code {
			t.Errorf("%s is the capital of %+v, want %s", city, e, code)
		}
	}
	if _, ok := g.Capital("Mosul"); ok {
		t.Error("Mosul is a capital")
	}
}

func TestPersons(t *testing.T) {
	g := gazetteer(t)
	for _, s := range []string{"Lloyd", "Mohammed", "Vladimir", "Jane", "José"} {
		if !g.GivenName(s) {
			t.Errorf("%s is no given name", s)
		}
	}
	for _, s := range []string{"Smith", "al-Sudani", "Austin", "Putin", "Müller"} {
		if !g.Surname(s) {
			t.Errorf("%s is no surname", s)
		}
	}
	for _, s := range []string{"Battalion", "the", "", "Zzyzx"} {
		if g.GivenName(s) || g.Surname(s) {
			t.Errorf("%s is a name", s)
		}
	}
}

func TestGender(t *testing.T) {
	g := gazetteer(t)
	for s, want := range map[string]string{"Mary": "female", "Condoleezza": "female", "Fatima": "female", "Mohammed": "male", "Yuri": "male", "James": "male", "Robin": "", "Gul": "", "Battalion": "", "": ""} {
		if got := g.Gender(s); got != want {
			t.Errorf("%s is given to %q, want %q", s, got, want)
		}
	}
}

func TestPrefix(t *testing.T) {
	g := gazetteer(t)
	for s, want := range map[string]bool{
		"New": true, "New York": true, "Al Asad": true, "Islamic State": true, "United": true, "Abu": true, "Tal": true, "Albania": false, "": false, "Xyzzy": false,
		"San Francisco de": true,
	} {
		if g.Prefix(s) != want {
			t.Errorf("Prefix(%q) is %v", s, !want)
		}
	}
}

func TestFold(t *testing.T) {
	for s, want := range map[string]string{
		"": "", "Tall ‘Afar": "tall afar", "The U.S.": "us", "Al-Asad": "al asad", "Kraków": "krakow", "Łódź": "lodz", "New\u00a0 York": "new york",
		"iraq": "iraq", "Sana'a": "sanaa", " x ": "x", "Straße": "strasse", "Naïve–co": "naive co", "İstanbul": "istanbul",
	} {
		if got := Fold(s); got != want {
			t.Errorf("Fold(%q) is %q, want %q", s, got, want)
		}
		if again := Fold(Fold(s)); again != Fold(s) {
			t.Errorf("folding %q twice gives %q", s, again)
		}
	}
}

func TestTablesAreSorted(t *testing.T) {
	g := gazetteer(t)
	for name, table := range map[string]table{"places": g.places, "names": g.names} {
		for i := 1; i < len(table.at); i++ {
			if table.key(i) < table.key(i-1) {
				t.Fatalf("%s: %q stands after %q", name, table.key(i), table.key(i-1))
			}
		}
	}
	for i := range g.places.at {
		e := g.place(i)
		if _, ok := g.Country(e.Country); !ok || e.Name == "" || Fold(g.places.key(i)) != g.places.key(i) {
			t.Fatalf("line %d of places is %+v", i+1, e)
		}
	}
}

func FuzzLookup(f *testing.F) {
	for _, s := range []string{"Iraq", "U.S.", "\xff\x00", "Al-\u0301", "’", "province of x"} {
		f.Add(s)
	}
	g := gazetteer(f)
	f.Fuzz(func(t *testing.T, s string) {
		for _, e := range g.Lookup(s) {
			if e.Key == "" || e.Name == "" || e.Type == "" {
				t.Errorf("%q: %+v", s, e)
			}
		}
		g.Prefix(s)
		g.Nation(s)
		g.Capital(s)
		g.GivenName(s)
	})
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := read(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLookup(b *testing.B) {
	g := gazetteer(b)
	for name, words := range map[string][]string{"hit": {"Baghdad", "Iraq", "Mosul", "NATO"}, "miss": {"Agreement", "Talks", "Brigade", "Sergeant"}} {
		b.Run(name, func(b *testing.B) {
			i := 0
			for b.Loop() {
				g.Lookup(words[i%len(words)])
				i++
			}
		})
	}
}

// TestBodies makes sure that no name stands for two bodies, and that what is known of them can be.
func TestBodies(t *testing.T) {
	g := gazetteer(t)
	of := map[string]string{}
	keys := map[string]bool{}
	echelons := 0
	for _, b := range g.Bodies() {
		if keys[b.Key] {
			t.Errorf("%s is listed twice", b.Key)
		}
		keys[b.Key] = true
		if len(b.Names) == 0 || b.Names[0] != b.Name {
			t.Errorf("%s is called %q", b.Key, b.Names)
		}
		for _, name := range b.Names {
			f := Fold(name)
			if old, ok := of[f]; ok && old != b.Key {
				t.Errorf("%q is %s and %s", name, old, b.Key)
			}
			of[f] = b.Key
		}
		for _, a := range b.Attributes {
			if a.Name == "" || a.Value == "" {
				t.Errorf("%s has the attribute %q", b.Key, a)
			}
			if a.Name == "echelon" {
				echelons++
			}
		}
	}
	if len(of) < 1000 || echelons < 100 {
		t.Errorf("only %d names, %d echelons", len(of), echelons)
	}
}

func TestWord(t *testing.T) {
	g := gazetteer(t)
	for word, want := range map[string]string{
		"table": "n", "Tables": "n", "attacked": "v", "admitting": "v", "cities": "n", "quickly": "r", "airmen": "n", "Iraq": "", "Mosul": "", "Austin": "", "": "", "s": "", "ing": "",
	} {
		if got := g.Word(word); want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%q can be %q, want %q", word, got, want)
		}
	}
}
