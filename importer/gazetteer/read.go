package gazetteer

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"

	"skein/graph"
	"skein/graph/schema"
)

// Types that the code below tells apart.
const (
	country  = schema.Country
	city     = schema.City
	region   = schema.Region
	facility = schema.Facility
)

// eachLine calls add with the section and the columns of every line of a file.
func eachLine(g *Gazetteer, file, data string, add func(*Gazetteer, string, []string) error) error {
	section, n := "", 0
	for l := range strings.Lines(data) {
		n++
		l = strings.TrimRight(l, "\r\n")
		switch {
		case l == "" || l[0] == '#':
		case l[0] == '[' && l[len(l)-1] == ']':
			section = l[1 : len(l)-1]
		default:
			if err := add(g, section, strings.Split(l, "\t")); err != nil {
				return fmt.Errorf("gazetteer: %s, line %d: %w", file, n, err)
			}
		}
	}
	return nil
}

// names adds name and the other names, separated by semicolons, of entry i.
func (g *Gazetteer) add(i int32, weak bool, names ...string) {
	for _, list := range names {
		for name := range strings.SplitSeq(list, ";") {
			folded := Fold(name)
			if folded == "" {
				continue
			}
			a := alias{i, acronym(name), weak}
			if old := g.known[folded]; len(old) > 0 && old[len(old)-1].entry == i {
				old[len(old)-1].caps = old[len(old)-1].caps && a.caps
				continue
			}
			g.known[folded] = append(g.known[folded], a)
			for k := range len(folded) {
				if folded[k] == ' ' {
					g.starts[folded[:k]] = true
				}
			}
		}
	}
}

// acronym reports whether a name is written without small letters and so short that another word may be spelled alike.
func acronym(name string) bool {
	return len(name) <= 8 && !strings.ContainsFunc(name, unicode.IsLower)
}

// column is column i of a line, or "".
func column(c []string, i int) string {
	if i < len(c) {
		return c[i]
	}
	return ""
}

// addWords reads words, one or many to a line.
func (g *Gazetteer) addWords(_ string, c []string) error {
	for w := range strings.FieldsSeq(c[0]) {
		g.common[w] = true
	}
	if strings.Contains(c[0], " ") {
		g.common[c[0]] = true
	}
	return nil
}

// addCountry reads code, name, demonym, latitude, longitude, population.
func (g *Gazetteer) addCountry(_ string, c []string) error {
	if len(c) != 6 {
		return fmt.Errorf("%d columns, want 6", len(c))
	}
	e := Entry{Key: "country/" + c[0], Name: c[1], Type: country, Country: c[0]}
	e.Lat, e.Lon, e.Population = position(c[3], c[4], c[5])
	i := g.entry(e)
	g.country[c[0]] = i
	g.add(i, false, c[1])
	if d := c[2]; d != "" && d != c[1] && !strings.ContainsAny(d, "(,") {
		g.demonym[Fold(d)] = i
	}
	return nil
}

// addCountryNames reads code, name where it is another, more names, demonyms.
func (g *Gazetteer) addCountryNames(_ string, c []string) error {
	i, ok := g.country[c[0]]
	if !ok {
		return fmt.Errorf("no country %q", c[0])
	}
	if name := column(c, 1); name != "" {
		g.entries[i].Name = name
	}
	g.add(i, false, column(c, 1), column(c, 2))
	for d := range strings.SplitSeq(column(c, 3), ";") {
		if d != "" {
			g.demonym[Fold(d)] = i
		}
	}
	return nil
}

// addRegion reads GeoNames code, name, latitude, longitude, population.
func (g *Gazetteer) addRegion(_ string, c []string) error {
	if len(c) != 5 {
		return fmt.Errorf("%d columns, want 5", len(c))
	}
	code, _, _ := strings.Cut(c[0], ".")
	e := Entry{Key: "region/" + c[0], Name: c[1], Type: region, Country: code}
	e.Lat, e.Lon, e.Population = position(c[2], c[3], c[4])
	i := g.entry(e)
	g.regions[c[0]] = i
	g.add(i, false, c[1])
	return nil
}

// addState reads code, name, abbreviation, postal code.
func (g *Gazetteer) addState(_ string, c []string) error {
	i, ok := g.regions[c[0]]
	if !ok {
		return fmt.Errorf("no region %q", c[0])
	}
	g.entries[i].Name = c[1]
	g.add(i, false, c[1])
	g.add(i, true, column(c, 2), column(c, 3))
	return nil
}

// addTown reads the folded name of a place, the code of its country, the name to show, other names.
func (g *Gazetteer) addTown(_ string, c []string) error {
	if len(c) < 3 {
		return fmt.Errorf("%d columns, want 3 or 4", len(c))
	}
	for i := g.places.first(c[0]); i < len(g.places.at) && g.places.key(i) == c[0]; i++ {
		e, number := g.parse(g.places.line(i))
		if e.Country != c[1] {
			continue
		}
		e.Name = c[2]
		g.towns[number] = c[2]
		g.add(g.entry(e), false, c[2], column(c, 3))
		if strings.HasSuffix(g.places.line(i), "\tcapital") {
			for name := range strings.SplitSeq(c[2]+";"+column(c, 3), ";") {
				g.capitals[Fold(name)] = c[1]
			}
		}
		return nil
	}
	return fmt.Errorf("no place %q in %s", c[0], c[1])
}

// addBody reads name, other names, country, attributes; the section is the type.
func (g *Gazetteer) addBody(section string, c []string) error {
	if _, ok := schema.TypeOf(graph.Type(section)); !ok {
		return fmt.Errorf("no type %q", section)
	}
	code := column(c, 2)
	if _, ok := g.country[code]; code != "" && !ok {
		return fmt.Errorf("no country %q", code)
	}
	e := Entry{Key: Key(graph.Type(section), c[0]), Name: c[0], Type: graph.Type(section), Country: code}
	g.add(g.entry(e), false, c[0], column(c, 1))
	b := Body{Entry: e, Names: []string{c[0]}}
	for name := range strings.SplitSeq(column(c, 1), ";") {
		if name != "" {
			b.Names = append(b.Names, name)
		}
	}
	for a := range strings.SplitSeq(column(c, 3), ";") {
		if name, value, ok := strings.Cut(a, "="); ok {
			b.Attributes = append(b.Attributes, graph.Attribute{Name: name, Value: value})
		}
	}
	g.bodies = append(g.bodies, b)
	return nil
}

// addNames reads names of people; the section is "given", "surname", or "female" and "male" for names given to these only.
func (g *Gazetteer) addNames(section string, c []string) error {
	flags := section[:1]
	if section == "female" || section == "male" {
		flags += "g"
	}
	for n := range strings.FieldsSeq(c[0]) {
		g.more[Fold(n)] += flags
	}
	return nil
}

// entry adds an entry and returns its index.
func (g *Gazetteer) entry(e Entry) int32 {
	g.entries = append(g.entries, e)
	return int32(len(g.entries) - 1)
}

// place is the place that line i of the places tells of.
func (g *Gazetteer) place(i int) Entry {
	e, _ := g.parse(g.places.line(i))
	return e
}

// notable is the population from which a city is meant by its name although that is a common word.
const notable = 700_000

// parse reads folded name, number, name, country, region, latitude, longitude, population, "base" or "capital". It
// returns the number too.
func (g *Gazetteer) parse(line string) (e Entry, number string) {
	var c [9]string
	for i := range c {
		c[i], line, _ = strings.Cut(line, "\t")
	}
	e = Entry{Name: c[2], Country: c[3]}
	if e.Name == "" {
		e.Name = Capitals(c[0])
	}
	e.Lat, e.Lon, e.Population = position(c[5], c[6], c[7])
	if c[1][0] == 'b' {
		e.Type, e.Key = facility, "facility/"+Fold(e.Name)
		return e, c[1]
	}
	e.Type, e.Key = city, "city/"+c[1][1:]
	if name, ok := g.towns[c[1]]; ok {
		e.Name = name
	}
	if r, ok := g.regions[c[3]+"."+c[4]]; ok {
		e.Admin = g.entries[r].Name
	}
	e.Common = (g.common[c[0]] || len(c[0]) <= 3) && e.Population < notable && c[8] != "capital"
	return e, c[1]
}

// position reads latitude, longitude and population; what cannot be read is 0.
func position(lat, lon, population string) (float64, float64, int) {
	a, _ := strconv.ParseFloat(lat, 64)
	b, _ := strconv.ParseFloat(lon, 64)
	n, _ := strconv.Atoi(population)
	return a, b, n
}
