// Package foreign finds names in articles that are not in English.
//
// What such an article says is not read: the rules and models of the other stages are of English. What can be told
// without them is whom and what it names, and that joins it to the rest of the graph:
//
//	countries  under their names in the article's language, after Unicode CLDR (golang.org/x/text/language/display)
//	           and capitals with a few more things of the world (assets/gazetteer/exonyms.txt)
//	bodies     names of the world that the gazetteer knows, and acronyms ("NATO", "OTAN")
//	cities     known to the gazetteer, where a preposition of place, a dateline or a bracket says that a place is meant
//	persons    a known given name with what follows it in capitals; later the surname alone
//
// A name is taken only where something of it is known: German writes all nouns with capitals, and Arabic none at all. In
// languages that decline names, those of countries are compared without their last vowels.
//
// Imports say of such an article that only names were read.
package foreign

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"skein/assets"
	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
	"skein/importer/english"
	"skein/importer/gazetteer"
)

// Stage is the stage that finds names in text of other languages. It leaves English alone.
func Stage() importer.Stage {
	var lists sync.Map // language → what has a name in it, which takes a millisecond to note
	return importer.Stage{
		Name:  "foreign",
		Doc:   "Finds names in text of other languages than English, of which nothing else is read.",
		Needs: []importer.Layer{importer.Text, importer.Sentences, importer.Tokens},
		Gives: []importer.Layer{importer.Mentions},
		Run: func(d *importer.Document) error {
			world, err := gazetteer.Load()
			if err != nil {
				return err
			}
			s := scan{d: d, world: world, declined: declines[d.Language], surnames: map[string]string{}}
			if known, ok := lists.Load(d.Language); ok {
				s.named = known.(map[string]gazetteer.Entry)
			} else {
				s.named = map[string]gazetteer.Entry{}
				s.readCountries(language.Make(d.Language))
				s.readExonyms()
				lists.Store(d.Language, s.named)
			}
			s.run()
			return nil
		},
	}
}

// run finds the names, sentence by sentence.
func (s *scan) run() {
	for n, sentence := range s.d.Sentences {
		for i := sentence.First; i < sentence.Last; {
			i = s.at(i, n)
		}
	}
}

// longest is how many tokens a name has at most.
const longest = 6

// declines are the languages in which names have cases.
var declines = english.Context("declining")

// places are words of languages in Latin script behind which a city stands: "in", "to", "from", "near".
var places = english.Context("behind preposition")

// particles stand inside names of persons: "Ursula von der Leyen".
var particles = english.Context("particles")

// scan is one document on its way.
type scan struct {
	d        *importer.Document
	world    *gazetteer.Gazetteer
	named    map[string]gazetteer.Entry // what has a name of its own in the article's language, by that name folded, or its stem
	declined bool
	surnames map[string]string // folded surname → the full name it was last seen in
}

// readCountries notes what countries, and the two unions that CLDR lists with them, are called in the language.
func (s *scan) readCountries(tag language.Tag) {
	names := display.Regions(tag)
	if names == nil {
		return
	}
	note := func(code string, e gazetteer.Entry) {
		if region, err := language.ParseRegion(code); err == nil {
			if name := names.Name(region); name != "" {
				s.named[s.stem(gazetteer.Fold(name))] = e
			}
		}
	}
	for a := 'A'; a <= 'Z'; a++ {
		for b := 'A'; b <= 'Z'; b++ {
			code := string([]rune{a, b})
			if e, ok := s.world.Country(code); ok {
				note(code, e)
			}
		}
	}
	for code, name := range map[string]string{"EU": "European Union", "UN": "United Nations"} {
		if found := s.world.Lookup(name); len(found) > 0 {
			note(code, found[0])
		}
	}
}

// readExonyms notes what is called otherwise in some other language than in English.
func (s *scan) readExonyms() {
	for line := range strings.Lines(assets.Exonyms()) {
		name, others, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok {
			continue // a comment
		}
		found := s.world.Lookup(name)
		at := max(0, slices.IndexFunc(found, func(e gazetteer.Entry) bool { return e.Type == schema.City })) // not the state
		for other := range strings.SplitSeq(others, ";") {
			if at < len(found) {
				s.named[s.stem(gazetteer.Fold(other))] = found[at]
			}
		}
	}
}

// stem is a folded name without the vowels it ends in, where the language declines names and enough is left to know it by.
func (s *scan) stem(folded string) string {
	if !s.declined {
		return folded
	}
	short := strings.TrimRight(folded, "аеиоуыэюяйьіїaeiouy")
	if utf8.RuneCountInString(short) < 3 {
		return folded
	}
	return short
}

// at reads what stands at token i of sentence n and returns where to go on.
func (s *scan) at(i, n int) int {
	first, _ := utf8.DecodeRuneInString(s.d.Text[s.begin(i):])
	if !unicode.IsLetter(first) || unicode.IsLower(first) {
		return i + 1
	}
	end := min(i+longest, s.d.Sentences[n].Last)
	for j := end; j > i; j-- {
		if last, _ := utf8.DecodeLastRuneInString(s.d.Word(j - 1)); !unicode.IsLetter(last) && j > i+1 {
			continue
		}
		if e, rule, ok := s.known(i, j, n); ok {
			s.add(i, j, n, importer.Mention{Type: e.Type, Name: e.Name, Key: e.Key, Confidence: 0.85, Rule: rule})
			return j
		}
	}
	if j := s.person(i, end); j > i {
		return s.takePerson(i, j, n)
	}
	if full, ok := s.surnames[gazetteer.Fold(s.d.Word(i))]; ok {
		s.add(i, i+1, n, importer.Mention{Type: schema.Person, Name: full, Confidence: 0.75, Rule: "foreign/surname"})
	}
	return i + 1
}

// takePerson adds the person that tokens [i, j) name.
func (s *scan) takePerson(i, j, n int) int {
	name := strings.Join(strings.Fields(s.text(i, j)), " ")
	s.surnames[gazetteer.Fold(s.d.Word(j-1))] = name
	s.add(i, j, n, importer.Mention{Type: schema.Person, Name: name, Confidence: 0.75, Rule: "foreign/person"})
	return j
}

// text is what tokens [i, j) say.
func (s *scan) text(i, j int) string {
	return s.span(i, j).In(s.d.Text)
}

// span is the place of tokens [i, j).
func (s *scan) span(i, j int) graph.Span {
	return graph.Span{Begin: s.begin(i), End: s.d.Tokens[j-1].End}
}

// begin is where the name in token i begins: behind an elided article or preposition, "l'ONU".
func (s *scan) begin(i int) int {
	word := s.d.Word(i)
	before, name, elided := strings.Cut(strings.ReplaceAll(word, "’", "'"), "'")
	if first, _ := utf8.DecodeRuneInString(name); elided && len(before) < 5 && unicode.IsUpper(first) {
		return s.d.Tokens[i].End - len(name)
	}
	return s.d.Tokens[i].Begin
}

// known is the thing of the world that tokens [i, j) of sentence n name.
func (s *scan) known(i, j, n int) (e gazetteer.Entry, rule string, ok bool) {
	name := s.text(i, j)
	if e, ok = s.named[s.stem(gazetteer.Fold(name))]; ok {
		return e, "foreign/known", true
	}
	if j == i+1 && frequent(name) {
		return e, "", false
	}
	found := s.world.Lookup(name)
	if len(found) == 0 || found[0].Common {
		return e, "", false
	}
	e = found[0]
	switch {
	case e.Type != schema.City:
		acronym := strings.ToUpper(name) == name && utf8.RuneCountInString(name) > 2
		return e, "foreign/body", acronym || j > i+1 || e.Type == schema.Country
	case e.Population < fewest:
		return e, "", false
	}
	return e, "foreign/city", s.placed(i, j, n)
}

// fewest are the people a city has that is meant by its name in any language.
const fewest = 100_000

// frequent reports whether a word is one that many sentences begin with.
func frequent(word string) bool { return places[strings.ToLower(word)] }

// placed reports whether tokens [i, j) of sentence n stand where a place stands: behind a preposition of place, or at
// the begin with a dash or bracket behind.
func (s *scan) placed(i, j, n int) bool {
	sentence := s.d.Sentences[n]
	if i > sentence.First {
		return frequent(s.d.Word(i - 1))
	}
	return j < sentence.Last && strings.ContainsAny(s.d.Word(j), "(–—-")
}

// person is where a name of a person that begins at token i ends: a given name and up to three more words with capitals,
// particles between them; i where there is none.
func (s *scan) person(i, end int) int {
	if !s.world.GivenName(s.d.Word(i)) || frequent(s.d.Word(i)) {
		return i
	}
	last := i
	for j := i + 1; j < min(end, i+4); j++ {
		first, size := utf8.DecodeRuneInString(s.d.Word(j))
		if unicode.IsUpper(first) && (size < len(s.d.Word(j))) {
			last = j
		} else if !particles[s.d.Word(j)] {
			break
		}
	}
	if last == i {
		return i
	}
	return last + 1
}

// add adds a mention over tokens [i, j) of sentence n.
func (s *scan) add(i, j, n int, m importer.Mention) {
	m.Span = s.span(i, j)
	m.Head, m.Part, m.Entity, m.Sentence = m.Span, -1, -1, n
	s.d.Mentions = append(s.d.Mentions, m)
}
