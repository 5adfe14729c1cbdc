package sense

import (
	"fmt"
	"strconv"
	"strings"
)

// anchors are the words whose first sense a sort is named for, from 1: a sense is of the sort of the nearest word above it (WordNet's
// hypernyms). Their order is that of the table's numbers.
var anchors = [...]string{
	"person#1", "people#1", "leader#1", "military_personnel#1", "fighter#1", "worker#1", "relative#1", "child#1",
	"group#1", "organization#1", "military_unit#1", "government#1", "social_group#1", "gathering#1", "ethnic_group#1", "nation#1",
	"location#1", "region#3", "district#1", "city#1", "country#2", "point#2", "structure#1", "building#1", "room#1", "way#6", "way#1", "area#5", "facility#1",
	"housing#1", "defensive_structure#1", "geological_formation#1", "body_of_water#1", "land#4",
	"artifact#1", "instrumentality#3", "device#1", "equipment#1", "weapon#1", "weaponry#1", "ammunition#1", "explosive#1", "vehicle#1", "craft#2", "aircraft#1", "ship#1", "military_vehicle#1",
	"container#1", "clothing#1", "commodity#1", "machine#1", "electronic_equipment#1",
	"communication#2", "writing#2", "document#1", "message#2", "statement#1", "agreement#1", "law#1", "publication#1", "language#1", "signal#1", "name#1",
	"measure#2", "definite_quantity#1", "indefinite_quantity#1", "number#2", "unit_of_measurement#1", "monetary_unit#1", "possession#2", "sum#1", "money#1", "fund#1",
	"time_period#1", "time_unit#1", "point#6", "day#1", "month#1",
	"event#1", "act#2", "activity#1", "group_action#1", "military_action#1", "attack#1", "battle#1", "crime#1", "meeting#1", "operation#3", "motion#3", "speech_act#1",
	"cognition#1", "idea#1", "plan#1", "attribute#2", "property#3", "state#2", "condition#1", "relation#1", "feeling#1", "process#6", "phenomenon#1",
	"body_part#1", "animal#1", "plant#2", "food#1", "substance#1", "object#1", "abstraction#6",
}

// The first anchors up to persons are of persons, those behind "group" up to bodies of bodies that act.
const persons, bodies = 8, 12

// Learn makes a table of the lines of WordNet's files index.noun and data.noun, which Read reads. Nouns of several words are left out,
// and so are those without a vowel or with a figure.
func Learn(index, data string) ([]byte, error) {
	senses := map[string][]string{} // synsets of each noun, the most usual first
	for line := range strings.Lines(index) {
		f := strings.Fields(line)
		if strings.HasPrefix(line, " ") || len(f) < 6 {
			continue
		}
		n, err := strconv.Atoi(f[2])
		if err != nil || n > len(f)-4 {
			return nil, fmt.Errorf("sense: index.noun: %q", line)
		}
		senses[f[0]] = f[len(f)-n:]
	}
	above := map[string][]string{} // synsets
	for line := range strings.Lines(data) {
		f := strings.Fields(line)
		if strings.HasPrefix(line, " ") || len(f) < 6 {
			continue
		}
		up := []string{}
		for i, x := range f {
			if x == "|" {
				break
			}
			if (x == "@" || x == "@i") && i+1 < len(f) {
				up = append(up, f[i+1])
			}
		}
		above[f[0]] = up
	}
	sorts := map[string]Sort{}
	for i, a := range anchors {
		word, number, _ := strings.Cut(a, "#")
		n, _ := strconv.Atoi(number)
		if len(senses[word]) < n {
			return nil, fmt.Errorf("sense: WordNet has no sense %s", a)
		}
		if _, ok := sorts[senses[word][n-1]]; !ok {
			sorts[senses[word][n-1]] = Sort(i + 1)
		}
	}
	t := Table{}
	for word, synsets := range senses {
		if strings.ContainsAny(word, "_0123456789.'/") {
			continue
		}
		var s Senses
		k := 0
		for _, x := range synsets {
			sort := nearest(x, above, sorts)
			if sort != 0 && (k == 0 || s[k-1] != sort) {
				s[k] = sort
				if k++; k == len(s) {
					break
				}
			}
		}
		if k > 0 {
			t[fingerprint(word)] = s
		}
	}
	return t.encode(), nil
}

// nearest is the sort of the synset that is the fewest steps above the one at.
func nearest(at string, above map[string][]string, sorts map[string]Sort) Sort {
	level := []string{at}
	for range 30 {
		var next []string
		best := Sort(0)
		for _, x := range level {
			if s := sorts[x]; s != 0 && (best == 0 || s < best) {
				best = s
			}
			next = append(next, above[x]...)
		}
		if best != 0 || len(next) == 0 {
			return best
		}
		level = next
	}
	return 0
}
