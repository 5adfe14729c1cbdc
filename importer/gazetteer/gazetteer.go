// Package gazetteer is what Skein knows of the world: countries and their people, cities, regions, airports and bases,
// well-known organisations, armed groups, services and peoples, names of persons. It knows names, not texts: whether
// "Washington" is here the city, the state or the man is the judgement of who asks.
//
// The data stands in assets/gazetteer. Files ending in .tsv are generated (see the command generate), files ending in
// .txt are written by hand and come first: what they know goes before what the generated files know.
//
// Names are compared folded ([Fold]): without regard to case, accents, dots, apostrophes and hyphens. Acronyms are the
// exception: "IS" and "US" are found only where no small letter is written, "U.S." included.
//
// The large list of places is searched in the text it is kept in, so loading takes a few milliseconds and a look-up
// less than a microsecond.
package gazetteer

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"skein/assets"
	"skein/graph"
)

//go:generate go run ./generate ../../assets/gazetteer

// Entry is one thing the gazetteer knows.
type Entry struct {
	Key        string     // "country/IQ", "city/98182" (GeoNames number), "region/IQ.15", "armed_group/islamic state"
	Name       string     // the name to show
	Type       graph.Type // a type of graph/schema
	Country    string     // ISO 3166-1 alpha-2 of the country it lies in or belongs to, or empty
	Admin      string     // the first-level region it lies in, or empty
	Lat, Lon   float64    // degrees, WGS 84; both 0 where not known
	Population int        // people, 0 where not known
	// Common says that the name asked for is also a common word or the name of people, and this thing not so large that
	// it would be meant anyway: look for context before believing in it.
	Common bool
}

// Body is a name of the world that articles use without explaining it: an organisation, an armed group, a command, a
// people, a sea.
type Body struct {
	Entry
	Names      []string          // all its names, as they are written; the first is Name
	Attributes []graph.Attribute // besides its country
}

// Gazetteer answers questions. It is never changed and may be asked from many goroutines.
type Gazetteer struct {
	entries  []Entry // countries, regions and what is written by hand
	bodies   []Body
	known    map[string][]alias // folded name → entries
	starts   map[string]bool    // the first words of the longer names in known
	country  map[string]int32   // code → entry
	demonym  map[string]int32   // folded demonym → entry of the country
	regions  map[string]int32   // GeoNames code → entry
	towns    map[string]string  // number in places → name to show
	places   table
	names    table
	lexicon  table
	more     map[string]string // names of people written by hand, folded → flags as in names.tsv
	common   map[string]bool   // folded names that are common words
	capitals map[string]string // folded name of a capital → code of its country
}

// alias is one name of an entry.
type alias struct {
	entry int32
	caps  bool // an acronym: only without small letters
	weak  bool // a postal code and the like: Common
}

var load = sync.OnceValues(read)

// Load returns the gazetteer. It is read when first asked for, which takes about 20 ms. An error says which line of
// which file is not as it should be; it cannot happen with the files as they are, which a test makes sure of.
func Load() (*Gazetteer, error) { return load() }

// Lookup returns what is called name, the likeliest first; nil where nothing is. A word like "Province" or
// "Governorate" after the name of a region may be part of the name.
func (g *Gazetteer) Lookup(name string) []Entry {
	folded := Fold(name)
	if folded == "" {
		return nil
	}
	var found []Entry
	for _, a := range g.known[folded] {
		if a.caps && strings.ContainsFunc(name, unicode.IsLower) {
			continue
		}
		e := g.entries[a.entry]
		switch {
		case a.weak, e.Type == city:
			e.Common = a.weak || e.Common
		case e.Type != country && !a.caps && !state(e):
			e.Common = g.common[folded]
		}
		found = append(found, e)
	}
	for i := g.places.first(folded); i < len(g.places.at) && g.places.key(i) == folded; i++ {
		found = append(found, g.place(i))
	}
	if found == nil {
		return g.region(folded)
	}
	found = once(found)
	if len(found) > 1 {
		slices.SortStableFunc(found, func(a, b Entry) int { return cmp.Compare(weight(b), weight(a)) })
	}
	return found
}

// once leaves out the later ones of entries with one key: what is written by hand may be in a generated file too.
func once(found []Entry) []Entry {
	out := found[:0]
	for _, e := range found {
		if !slices.ContainsFunc(out, func(o Entry) bool { return o.Key == e.Key }) {
			out = append(out, e)
		}
	}
	return out
}

// state reports whether e is a state of the United States: news name them as they name cities.
func state(e Entry) bool { return strings.HasPrefix(e.Key, "region/US.") }

// weight is how likely a thing is meant by a name that it shares with others.
func weight(e Entry) int {
	switch e.Type {
	case country:
		return 90
	case city:
		switch {
		case e.Population >= 1_000_000:
			return 70
		case e.Population >= 500_000:
			return 60
		case e.Population >= 100_000:
			return 50
		case e.Common:
			return 10
		}
		return 30
	case region:
		switch {
		case state(e):
			return 55
		case strings.HasPrefix(e.Key, "region/") && strings.Contains(e.Key, "."):
			return 40
		}
	case facility:
		if e.Population > 0 {
			return 20
		}
	}
	return 80
}

// region finds "Nineveh Province" and "Province of Nineveh" as the region Nineveh, "Paktika" as it is.
func (g *Gazetteer) region(folded string) []Entry {
	short := ""
	for _, w := range [...]string{"province", "governorate", "state", "region", "district", "prefecture", "oblast", "county", "department"} {
		if s, ok := strings.CutSuffix(folded, " "+w); ok {
			short = s
		} else if s, ok := strings.CutPrefix(folded, w+" of "); ok {
			short = s
		}
	}
	var found []Entry
	for _, a := range g.known[short] {
		if e := g.entries[a.entry]; e.Type == region && !a.weak {
			found = append(found, e)
		}
	}
	return found
}

// Bodies are all organisations, groups, commands, peoples, seas and the like, in the order of their file. The list must
// not be changed.
func (g *Gazetteer) Bodies() []Body { return g.bodies }

// Prefix reports whether some longer name begins with these words: whether it is worth looking on.
func (g *Gazetteer) Prefix(name string) bool {
	folded := Fold(name)
	return folded != "" && (g.starts[folded] || g.places.begins(folded+" "))
}

// Nation returns the country that name names, or whose people or things it names: "Iraq", "Iraqi", "British". Case counts
// only for acronyms, so "polish" is one too. It is much faster than Lookup.
func (g *Gazetteer) Nation(name string) (Entry, bool) {
	folded := Fold(name)
	if i, ok := g.demonym[folded]; ok {
		return g.entries[i], true
	}
	for _, a := range g.known[folded] {
		if e := &g.entries[a.entry]; e.Type == country && !(a.caps && strings.ContainsFunc(name, unicode.IsLower)) {
			return *e, true
		}
	}
	return Entry{}, false
}

// Country returns the country with the ISO 3166-1 alpha-2 code.
func (g *Gazetteer) Country(code string) (Entry, bool) {
	i, ok := g.country[code]
	if !ok {
		return Entry{}, false
	}
	return g.entries[i], true
}

// Capital returns the country whose capital is called city.
func (g *Gazetteer) Capital(city string) (country Entry, ok bool) {
	code, ok := g.capitals[Fold(city)]
	if !ok {
		return Entry{}, false
	}
	return g.Country(code)
}

// GivenName reports whether s is known as a given name.
func (g *Gazetteer) GivenName(s string) bool { return strings.Contains(g.person(s), "g") }

// Gender is the gender of those who bear the given name s: "female", "male", or "" where it is not known or may be both.
// What is written by hand goes first.
func (g *Gazetteer) Gender(s string) string {
	flags := g.more[Fold(s)]
	if !strings.Contains(flags, "g") {
		flags = g.person(s)
	}
	switch {
	case !strings.Contains(flags, "g") || strings.Contains(flags, "f") && strings.Contains(flags, "m"):
	case strings.Contains(flags, "f"):
		return "female"
	case strings.Contains(flags, "m"):
		return "male"
	}
	return ""
}

// Surname reports whether s is known as a surname. An Arabic article before it counts for nothing.
func (g *Gazetteer) Surname(s string) bool { return strings.Contains(g.person(s), "s") }

// Word says what s, in any case, can be as a common word of English: letters of "n" noun, "v" verb, "a" adjective, "r"
// adverb; "" where it is none. Regular inflections are read as their base form.
func (g *Gazetteer) Word(s string) string {
	f := Fold(s)
	if pos := g.lexeme(f); pos != "" {
		return pos
	}
	for _, e := range [...]struct{ ending, base, of string }{
		{"ies", "y", "nv"}, {"es", "", "nv"}, {"s", "", "nv"}, {"ied", "y", "v"}, {"ed", "", "v"}, {"ed", "e", "v"}, {"ing", "", "v"}, {"ing", "e", "v"}, {"ly", "", "a"}, {"men", "man", "n"},
	} {
		base, ok := strings.CutSuffix(f, e.ending)
		if n := len(base); n < 3 {
			continue
		} else if ok && (e.ending == "ed" || e.ending == "ing") && e.base == "" && base[n-1] == base[n-2] && g.lexeme(base) == "" {
			base = base[:n-1] // planned
		}
		if !ok {
			continue
		}
		if pos := g.lexeme(base + e.base); strings.ContainsAny(pos, e.of) {
			return pos
		}
	}
	return ""
}

// lexeme is what the lexicon says of a base form.
func (g *Gazetteer) lexeme(word string) string {
	if i := g.lexicon.first(word); i < len(g.lexicon.at) && g.lexicon.key(i) == word {
		return g.lexicon.line(i)[len(word)+1:]
	}
	return ""
}

// person is what is known of a name of people: "g", "s", "f", "m" and "w" in one string.
func (g *Gazetteer) person(s string) string {
	f := Fold(s)
	flags := g.more[f]
	if i := g.names.first(f); i < len(g.names.at) && g.names.key(i) == f {
		flags += g.names.line(i)[len(f)+1:]
	}
	if rest, ok := strings.CutPrefix(f, "al "); ok && flags == "" {
		return g.person(rest)
	}
	return flags
}

// read reads all files.
func read() (*Gazetteer, error) {
	g := &Gazetteer{
		known: map[string][]alias{}, starts: map[string]bool{}, country: map[string]int32{}, demonym: map[string]int32{},
		regions: map[string]int32{}, towns: map[string]string{}, more: map[string]string{}, common: map[string]bool{},
		capitals: map[string]string{},
		places:   newTable(assets.Places()), names: newTable(assets.Names()),
		lexicon: newTable(assets.Lexicon()),
	}
	for _, r := range []struct {
		file string
		data string
		line func(*Gazetteer, string, []string) error
	}{
		{"words.tsv", assets.Words(), (*Gazetteer).addWords},
		{"words.txt", assets.WordsByHand(), (*Gazetteer).addWords},
		{"countries.tsv", assets.Countries(), (*Gazetteer).addCountry},
		{"countries.txt", assets.CountriesByHand(), (*Gazetteer).addCountryNames},
		{"regions.tsv", assets.Regions(), (*Gazetteer).addRegion},
		{"states.txt", assets.States(), (*Gazetteer).addState},
		{"towns.txt", assets.Towns(), (*Gazetteer).addTown},
		{"bodies.txt", assets.Bodies(), (*Gazetteer).addBody},
		{"names.txt", assets.NamesByHand(), (*Gazetteer).addNames},
	} {
		if err := eachLine(g, r.file, r.data, r.line); err != nil {
			return nil, err
		}
	}
	for c := range strings.Lines(assets.Places()) {
		if strings.HasSuffix(c, "\tcapital\n") {
			f := strings.Split(c, "\t")
			g.capitals[f[0]] = f[3]
		}
	}
	return g, nil
}
