// Package calm says how sentences in capitals throughout would be written otherwise: "THE ARMY SHELLED SAN CARLOS" as
// "the army shelled San Carlos".
//
// News wires used to send all their text so, and headlines and captions still shout. The stages behind this one read
// names by their capitals; they read [importer.Document.Read], which holds the calm form at the same offsets, and never
// learn that the text was loud. The text itself stays as it is, and so does all that is cited from it.
//
// A word of a loud sentence gets a capital where the tagger took it for a proper noun, or where the world knows it: the
// names of countries and their people, of bodies and places, ranks and titles before a name, heads behind one. The rest
// of the article helps: a word that is a name wherever else it stands is one here too. Acronyms are told by the list of
// the world, by the letters of the name in brackets beside them, or by being no word at all; they stay as they are.
package calm

import (
	"fmt"
	"strings"
	"sync"
	"unicode"

	"skein/importer"
	"skein/importer/english"
	"skein/importer/gazetteer"
)

// Stage is the stage that gives the calm form.
func Stage() importer.Stage {
	return importer.Stage{
		Name:  "calm",
		Doc:   "Says how sentences in capitals would be written otherwise.",
		Needs: []importer.Layer{importer.Text, importer.Sentences, importer.Tokens, importer.Tags},
		Gives: []importer.Layer{importer.Plain},
		Run:   run,
	}
}

func run(d *importer.Document) error {
	loud := loudSentences(d)
	if loud == nil {
		return nil
	}
	know, err := load()
	if err != nil {
		return err
	}
	r := &reading{d: d, know: know, spelt: map[string]bool{}}
	for i, is := range loud {
		if is {
			r.add(&d.Sentences[i])
		}
	}
	r.settle()
	r.write()
	return nil
}

// knowledge is what the world knows of words.
type knowledge struct {
	gaz    *gazetteer.Gazetteer
	bodies map[string][]body // by the first folded word of their names
	heads  map[string]bool   // last words of names: ministry, front
	behind map[string]bool   // those that belong to any name before them: battalion, province
	titles map[string]bool   // ranks and titles
	small  map[string]bool   // particles of names: de, bin
}

// body is a name of a body as it is written, and folded.
type body struct{ form, folded string }

var load = sync.OnceValues(func() (*knowledge, error) {
	gaz, err := gazetteer.Load()
	if err != nil {
		return nil, fmt.Errorf("calm: %w", err)
	}
	k := &knowledge{gaz: gaz, bodies: map[string][]body{}, heads: map[string]bool{}, behind: map[string]bool{}, titles: map[string]bool{}, small: map[string]bool{}}
	bodies := gaz.Bodies()
	for i := range bodies {
		for _, form := range bodies[i].Names {
			folded := gazetteer.Fold(form)
			first, _, _ := strings.Cut(folded, " ")
			k.bodies[first] = append(k.bodies[first], body{form, folded})
		}
	}
	parts := english.NameParts()
	for list, into := range map[string]map[string]bool{
		"organization": k.heads, "armed group": k.heads, "facility": k.behind, "feature": k.behind, "region": k.behind,
		"rank": k.titles, "title": k.titles, "honorific": k.titles, "particle": k.small,
	} {
		for _, w := range parts[list] {
			into[w] = true
		}
	}
	for w := range english.Units().Heads {
		k.behind[w] = true
	}
	for w := range k.behind {
		k.heads[w] = true
	}
	return k, nil
})

// loudSentences says of each sentence whether it is written in capitals throughout, and so loudly that it cannot be
// acronyms and names alone. It is nil where no sentence is.
func loudSentences(d *importer.Document) []bool {
	letters, capitals := 0, 0
	for _, r := range d.Text {
		if unicode.IsUpper(r) {
			capitals++
		} else if !unicode.IsLower(r) {
			continue
		}
		letters++
	}
	all := letters >= 100 && capitals*20 >= letters*19
	var loud []bool
	for i := range d.Sentences {
		if !shouts(d, &d.Sentences[i], all) {
			continue
		}
		if loud == nil {
			loud = make([]bool, len(d.Sentences))
		}
		loud[i] = true
	}
	return loud
}

// shouts reports whether s is loud. In an article that is loud all over, every sentence without small letters is.
func shouts(d *importer.Document, s *importer.Sentence, all bool) bool {
	if strings.ContainsFunc(s.In(d.Text), unicode.IsLower) {
		return false
	}
	if all {
		return true
	}
	words, plain := 0, false
	for i := s.First; i < s.Last; i++ {
		if len(d.Word(i)) >= 3 && d.Tokens[i].Tag != importer.Punct && d.Tokens[i].Tag != importer.Num {
			words++
		}
		switch d.Tokens[i].Tag {
		case importer.Verb, importer.Aux, importer.Adp, importer.Det, importer.Pron, importer.Conj, importer.Sconj:
			plain = true
		}
	}
	return words >= 4 && plain
}
