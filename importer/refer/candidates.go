package refer

import (
	"slices"
	"strings"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
	"skein/importer/english"
)

// role is what a mention is to its clause, as far as its neighbours tell.
type role int

// The roles.
const (
	otherRole role = iota
	subject
	object
	oblique    // behind a preposition
	possessive // "Rowe's"
	coordinate // behind "and"
	roles
)

// place is a mention, or a pronoun that stands for one.
type place struct {
	graph.Span
	sentence, identity int
	like               int // mention it is like
	first, last        int // its tokens [first, last)
	order              int // how many places stand before it in its sentence
	role               role
	says               bool // it is the subject of a verb of saying
	quote              int  // the quotation it stands in, or -1
	kind               kindOfMention
}

// kindOfMention is how a place speaks of its thing.
type kindOfMention int

// The kinds.
const (
	fullName kindOfMention = iota
	oneWord
	description
	pronominal
	kindsOfMention
)

// tokensOf are the tokens of a span that begins at token ti.
func (j *joiner) tokensOf(s graph.Span, ti int) (first, last int) {
	for last = ti; last < len(j.d.Tokens) && j.d.Tokens[last].Begin < s.End; last++ {
	}
	return ti, last
}

// roleOf is the role of the tokens [first, last) of a sentence, and whether they are the subject of a verb of saying.
func (j *joiner) roleOf(s *importer.Sentence, first, last int) (role, bool) {
	if last < s.Last && j.d.Tokens[last].Begin == j.d.Tokens[last-1].End {
		switch j.d.Word(last) {
		case "'s", "’s", "'", "’":
			return possessive, false
		}
	}
	last = j.pastBrackets(s, last)
	comma := first - 1
	if comma > s.First && strings.EqualFold(j.d.Word(comma), "the") {
		comma--
	}
	if comma >= s.First && last < s.Last && j.d.Word(comma) == "," && j.d.Word(last) == "," { // "the governor, Ann Rowe, told"
		if v := j.verbOf(s, last+1); v >= 0 {
			return subject, english.Saying(j.d.Tokens[v].Lemma) != english.NoSpeech
		}
	}
	if v := j.verbOf(s, last); v >= 0 {
		return subject, english.Saying(j.d.Tokens[v].Lemma) != english.NoSpeech
	}
	before := first - 1
	for before >= s.First && (j.d.Tokens[before].Tag == importer.Det || j.d.Tokens[before].Tag == importer.Adj || j.d.Tokens[before].Tag == importer.Noun) {
		before--
	}
	if before < s.First {
		return otherRole, false
	}
	switch j.d.Tokens[before].Tag {
	case importer.Adp:
		return oblique, false
	case importer.Verb:
		return object, english.Saying(j.d.Tokens[before].Lemma) != english.NoSpeech // "said Rowe"
	case importer.Conj:
		return coordinate, false
	}
	return otherRole, false
}

// pastBrackets is the token behind the brackets that begin at token ti, "(ORM)", "(4 May 1901 – 9 June 1960)", or ti.
func (j *joiner) pastBrackets(s *importer.Sentence, ti int) int {
	const longest = 30 // tokens
	if ti < s.Last && j.d.Word(ti) == "(" {
		for k := ti + 2; k < s.Last && k < ti+longest; k++ {
			if j.d.Word(k) == ")" {
				return k + 1
			}
		}
	}
	return ti
}

// verbOf is the main verb of which the words before token ti are the subject, or -1. What stands in commas between is passed over.
func (j *joiner) verbOf(s *importer.Sentence, ti int) int {
	verb := func(k int) int {
		found := -1
		for ; k < s.Last && k < len(j.d.Tokens); k++ {
			switch j.d.Tokens[k].Tag {
			case importer.Verb:
				return k
			case importer.Aux:
				found = k
			case importer.Adv, importer.Part:
			default:
				return found
			}
		}
		return found
	}
	if v := verb(ti); v >= 0 {
		return v
	}
	if ti < s.Last && j.d.Word(ti) == "," {
		const reach = 14 // words of what stands in commas at most
		for k := ti + 1; k < s.Last && k < ti+reach; k++ {
			if j.d.Word(k) == "," {
				return verb(k + 1)
			}
		}
	}
	return -1
}

// known is what is known of an identity with all that are joined to it.
type known struct {
	gender   string
	told     bool // its gender is told, and not only likely by the given name
	places   int  // how often it stands in the text so far
	pronouns int  // how many of these are pronouns
	since    int  // how many pronouns since it was called otherwise
	heard    int  // where a pronoun stood for it last: sentence, -1 for never
}

// knowAll finds the genders of all persons.
func (j *joiner) knowAll() []known {
	out := make([]known, len(j.ids))
	for n := range j.ids {
		root := j.find(n)
		k := &out[root]
		out[n].heard = -1
		if j.ids[n].typ != schema.Person || k.told {
			continue
		}
		if g := j.gender(n); g != "" {
			k.gender, k.told = g, true
			continue
		}
		if words := j.ids[n].words; k.gender == "" && len(words) > 0 {
			if j.ids[n].generic {
				k.gender = english.NounGender(words[len(words)-1])
				k.told = k.gender != ""
			} else if len(words) > 1 {
				k.gender = j.gaz.Gender(words[0])
			}
		}
	}
	return out
}

// mayTake reports whether a pronoun can stand for the identity at all.
func (j *joiner) mayTake(p pronoun, n int, k *known) bool {
	id := &j.ids[n]
	switch p.class {
	case persons:
		return id.typ == schema.Person && (k.gender == "" || k.gender == p.gender)
	case several:
		switch id.typ {
		case schema.Person, schema.City, schema.Region, schema.Feature, schema.Facility, schema.Equipment, schema.NamedEvent:
			return false
		}
		return true
	}
	return id.typ != schema.Person && id.typ != schema.People
}

// form is what a pronoun is to its clause.
type form int

// The forms.
const (
	subjective form = iota
	objective
	belonging
	reflexive
	forms
)

// formOf is the form of the pronoun at token ti.
func (j *joiner) formOf(s *importer.Sentence, ti int, p pronoun) form {
	if p.form != eitherForm {
		return p.form
	}
	next := importer.Other
	if ti+1 < s.Last {
		next = j.d.Tokens[ti+1].Tag
	}
	if strings.EqualFold(j.d.Word(ti), "her") {
		switch next {
		case importer.Noun, importer.Adj, importer.Propn, importer.Num:
			return belonging
		}
		return objective
	}
	if j.verbOf(s, ti+1) >= 0 {
		return subjective
	}
	return objective
}

// group of types that pronouns take alike.
func sortOfType(id *identity) int {
	switch id.typ {
	case schema.Country:
		return 0
	case schema.Government:
		return 1
	case schema.Organization:
		return 2
	case schema.Unit:
		return 3
	case schema.ArmedGroup:
		return 4
	case schema.People:
		return 5
	case schema.Person:
		return 6
	case schema.Equipment:
		return 7
	case schema.NamedEvent:
		return 8
	}
	return 9
}

// manyOf reports whether the words of an identity speak of several.
func manyOf(id *identity) bool {
	if id.typ == schema.People {
		return true
	}
	if len(id.words) == 0 {
		return false
	}
	last := id.words[len(id.words)-1]
	return id.typ != schema.Country && strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "ss") && !slices.Contains([]string{"corps", "news"}, last)
}

// nameKind is how a mention speaks of its thing.
func nameKind(m *importer.Mention) kindOfMention {
	switch {
	case m.Generic:
		return description
	case strings.Contains(m.Name, " "):
		return fullName
	}
	return oneWord
}

// describes reports whether a name that is no person's only says more of the noun behind it: the NATO of "NATO chief". The
// search for its token begins at token ti.
func (j *joiner) describes(m *importer.Mention, ti int) bool {
	if m.Type == schema.Person {
		return false
	}
	for ; ti < len(j.d.Tokens) && j.d.Tokens[ti].Begin <= m.End+1; ti++ {
		if t := &j.d.Tokens[ti]; t.Begin >= m.End && t.Begin > m.Begin {
			if t.Begin == m.End && j.d.Word(ti) == "-" {
				return true // "Iran-backed"
			}
			return t.Begin == m.End+1 && (t.Tag == importer.Noun || t.Tag == importer.Propn)
		}
	}
	return false
}

// opens reports whether what begins at an offset before token ti is the subject of a clause that "that" opens.
func (j *joiner) opens(begin, ti int) bool {
	const reach = 40 // tokens from the subject to the pronoun at most
	for from := ti; ti > 0 && j.d.Tokens[ti].Begin >= begin; ti-- {
		if from-ti > reach {
			return false
		}
	}
	if strings.ToLower(j.d.Word(ti)) == "the" && ti > 0 {
		ti--
	}
	return strings.ToLower(j.d.Word(ti)) == "that" && ti > 0 && j.d.Tokens[ti-1].Tag == importer.Verb
}

// verbBetween reports whether nothing but a verb, and what hangs on its subject, stands between the offset and token ti.
func (j *joiner) verbBetween(end, ti int) bool {
	verb, t := false, ti-1
group:
	for ; t > 0 && j.d.Tokens[t].Begin >= end; t-- {
		switch j.d.Tokens[t].Tag {
		case importer.Verb:
			verb = true
		case importer.Aux, importer.Adv, importer.Det:
		default:
			break group
		}
	}
	first := -1 // of what hangs on the subject: "the brigade of the 4th Army replaced it"
	for ; t > 0 && j.d.Tokens[t].Begin >= end; t-- {
		switch j.d.Tokens[t].Tag {
		case importer.Adp, importer.Det, importer.Adj, importer.Noun, importer.Propn, importer.Num:
			first = t
		default:
			return false
		}
	}
	return verb && (first < 0 || j.d.Tokens[first].Tag == importer.Adp)
}
