// Package assets holds the data that is compiled into Skein, as it stands in the folders beside this file. What each
// file is, and under which licence, its folder's NOTICE says. Who reads a file knows its form; this package does not.
package assets

import _ "embed"

//go:embed gazetteer/countries.tsv
var countries string

//go:embed gazetteer/countries.txt
var countriesByHand string

//go:embed gazetteer/regions.tsv
var regions string

//go:embed gazetteer/states.txt
var states string

//go:embed gazetteer/places.tsv
var places string

//go:embed gazetteer/towns.txt
var towns string

//go:embed gazetteer/bodies.txt
var bodies string

//go:embed gazetteer/exonyms.txt
var exonyms string

//go:embed gazetteer/names.tsv
var names string

//go:embed gazetteer/names.txt
var namesByHand string

//go:embed gazetteer/words.tsv
var words string

//go:embed gazetteer/words.txt
var wordsByHand string

//go:embed gazetteer/lexicon.tsv
var lexicon string

// Countries are code, name, demonym, position and population of countries; CountriesByHand their other names.
func Countries() string { return countries }

// CountriesByHand are the names that news have for countries and their people.
func CountriesByHand() string { return countriesByHand }

// Regions are the first-level regions of countries.
func Regions() string { return regions }

// States are the abbreviations of states and provinces.
func States() string { return states }

// Places are cities, airports and air bases, sorted by folded name.
func Places() string { return places }

// Towns are spellings of places in Places.
func Towns() string { return towns }

// Bodies are well-known organisations, armed groups, services, peoples, facilities, regions and features.
func Bodies() string { return bodies }

// Exonyms are what cities and some bodies are called in other languages than English.
func Exonyms() string { return exonyms }

// Names are given names and surnames; NamesByHand are more of them.
func Names() string { return names }

// NamesByHand are given names and surnames that Names lacks.
func NamesByHand() string { return namesByHand }

// Words are names of places that are also common words or names of people; WordsByHand are more of them.
func Words() string { return words }

// WordsByHand are common words that are also names of places.
func WordsByHand() string { return wordsByHand }

// Lexicon are common words of English in their base form, sorted.
func Lexicon() string { return lexicon }
