package refer

import (
	"slices"
	"strings"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
	"skein/importer/english"
	"skein/importer/gazetteer"
)

// back is how many mentions before a description are looked at for what it takes up.
const back = 200

// near is how many sentences before it a group is that "the rebels" take up.
const near = 4

// about is how many sentences before it "the company" is sooner the one that the article is about than the nearest.
const about = 2

// sure is the confidence from which a description that takes up nothing is something of its own: it speaks or acts.
const sure = 0.5

// resolve gives descriptions what they take up: "the commission", "the admiral", "the country". A person without a name
// who speaks is somebody even where nobody was described before, and so are groups that act, bodies of which the description says which they
// are, a Coalition with a capital, and the army, the navy or the police.
func (j *joiner) resolve() {
	j.countParts()
	for n := range j.ids {
		if id := &j.ids[n]; id.typ == schema.Organization && !id.generic && slices.ContainsFunc(id.mentions, j.saidArmed) {
			id.typ = schema.ArmedGroup
		}
	}
	for i := range j.d.Mentions {
		m := &j.d.Mentions[i]
		if j.of[i] >= 0 || !m.Generic || m.Rule == ownRule {
			continue
		}
		if n := j.takenUp(i); n >= 0 {
			j.give(i, n)
		} else if m.Type == schema.Person && m.Confidence >= sure {
			j.add(i)
		} else if m.Rule == groupRule || m.Name == "Coalition" || j.tells(m) || m.Type == schema.Unit && everyState[gazetteer.Fold(m.Name)] {
			j.put(i, m.Name)
		}
	}
	j.sortMentions()
}

// tells reports whether the description of a body says which one it is: "the international coalition", "the national army".
func (j *joiner) tells(m *importer.Mention) bool {
	which, _, ok := strings.Cut(m.Name, " ")
	return ok && (m.Type == schema.Organization || m.Type == schema.Unit) && !notWhich[gazetteer.Fold(which)]
}

// notWhich are words before a noun that do not say which one it is.
var notWhich = english.Context("not which")

// describedIn is how many words of a description may stand before its noun.
const describedIn = 5

// saidArmed reports whether the words behind mention k say that it is an armed group: "X (ABC) is a rebel group".
func (j *joiner) saidArmed(k int) bool {
	word := func(t int) string {
		if t >= len(j.d.Tokens) {
			return ""
		}
		return strings.ToLower(j.d.Word(t))
	}
	t := j.tokenAt(j.d.Mentions[k].End)
	if word(t) == "(" && word(t+2) == ")" {
		t += 3
	}
	if w, a := word(t), word(t+1); w != "is" && w != "was" || a != "a" && a != "an" {
		return false
	}
	t += 2
	for end := min(t+describedIn, len(j.d.Tokens)); t < end && j.d.Tokens[t].Tag != importer.Punct; t++ {
		switch w := word(t); {
		case w == "militia", english.Context("armed sorts")[w] && english.Context("fighting bodies")[word(t+1)]:
			return true
		case w == "of" || w == "in" || w == "that" || w == "which" || w == "who" || w == "by":
			return false
		}
	}
	return false
}

// takenUp is the identity that description i takes up, or -1: the nearest one before it whose name or title has its
// noun, else the nearest one of its sort where the noun is no more than a word for the sort.
func (j *joiner) takenUp(i int) int {
	m := &j.d.Mentions[i]
	words := wordsOf(gazetteer.Fold(m.Name))
	if len(words) == 0 {
		return -1
	}
	if n := j.named(i); n >= 0 {
		return n
	}
	noun := words[len(words)-1]
	if len(words) == 1 && m.Rule == "find/generic" {
		if n := j.spokenOf(m.Sentence, noun); n >= 0 && (m.Type == schema.ArmedGroup || m.Type == j.ids[n].typ) {
			return n
		}
	}
	echelon := len(words) == 1 && sorts[noun].attribute == "echelon" // a company's name too has the battalion's
	sort, from := -1, 0                                              // from is the sentence of the nearest one of the sort
	for k := i - 1; k >= 0 && k >= i-back; k-- {
		if m.Rule == groupRule && j.d.Mentions[k].Sentence < m.Sentence-near {
			break
		}
		n := j.of[k]
		if n < 0 || j.d.Mentions[k].Rule == pronounRule {
			continue
		}
		if !echelon && j.bears(m, n, noun, words) {
			return n
		}
		if (len(words) == 1 || singularGroups[noun]) && j.ofSort(m.Type, n, noun) && !(noun == "country" && (j.modifies(k) || j.verbBetween(j.d.Mentions[k].End, j.tokenAt(m.Begin)))) &&
			(sort < 0 || (m.Rule == groupRule || noun == "capital" || group(m.Type) == "body" && (from < m.Sentence-about || j.d.Mentions[k].Sentence >= m.Sentence-about)) && j.heard(n) > j.heard(sort)) {
			if sort < 0 {
				from = j.d.Mentions[k].Sentence
			}
			sort = n
		}
	}
	if sort < 0 && m.Name == "Coalition" {
		for k := i + 1; k < len(j.of) && k <= i+back; k++ {
			if n := j.of[k]; n >= 0 && j.bears(m, n, noun, words) {
				return n // a headline may speak of it before it is named
			}
		}
	}
	return sort
}

// tokenAt is the token that begins at the offset, or behind it.
func (j *joiner) tokenAt(offset int) int {
	ti, _ := slices.BinarySearchFunc(j.d.Tokens, offset, func(t importer.Token, at int) int { return t.Begin - at })
	return ti
}

// modifies reports whether mention k only says more of the noun behind it: the US of "US troops in the country".
func (j *joiner) modifies(k int) bool {
	m := &j.d.Mentions[k]
	ti := j.tokenAt(m.End)
	switch {
	case ti >= len(j.d.Tokens):
		return false
	case j.d.Tokens[ti].Begin == m.End:
		return strings.HasPrefix(j.d.Word(ti), "-")
	}
	return j.d.Tokens[ti].Begin == m.End+1 && j.d.Tokens[ti].Tag == importer.Noun
}

// heard is how often identity n is mentioned, for a unit also as what a smaller one is part of. Of several groups, the one that an
// article is about is meant.
func (j *joiner) heard(n int) int {
	return len(j.ids[n].mentions) + j.parts[j.ids[n].low]
}

// countParts counts for each name of a unit how often the units are mentioned that are part of it by their names.
func (j *joiner) countParts() {
	j.parts = map[string]int{}
	for n := range j.ids {
		id := &j.ids[n]
		if id.typ != schema.Unit {
			continue
		}
		for _, whole, ok := strings.Cut(id.low, ", "); ok; _, whole, ok = strings.Cut(whole, ", ") {
			j.parts[whole] += len(id.mentions)
		}
	}
}

// named is the person whose name stands right behind the post i, "the Foreign Secretary, Ann Rowe", or -1.
func (j *joiner) named(i int) int {
	m := &j.d.Mentions[i]
	if m.Type != schema.Person || i+1 >= len(j.d.Mentions) {
		return -1
	}
	next := &j.d.Mentions[i+1]
	if next.Type != schema.Person || next.Generic || j.of[i+1] < 0 || next.Begin < m.End || strings.TrimSpace(j.d.Text[m.End:next.Begin]) != "," {
		return -1
	}
	return j.of[i+1]
}

// bears reports whether identity n bears the noun of description m.
func (j *joiner) bears(m *importer.Mention, n int, noun string, words []string) bool {
	id := &j.ids[n]
	if m.Type == schema.Person {
		if id.typ != schema.Person {
			return false
		}
		if id.generic {
			return len(id.words) > 0 && id.words[len(id.words)-1] == noun && within(words, id.words)
		}
		return j.titled(n, noun) || j.explained(n, noun)
	}
	if m.Type == schema.Equipment && id.typ == schema.Equipment && j.introduced(n, noun) {
		return true
	}
	if first := j.d.Mentions[id.mentions[0]].Rule; id.generic && first != "find/founded" && first != "find/generic" && m.Rule != groupRule {
		return false
	}
	return group(id.typ) == group(m.Type) && slices.Contains(id.words, noun) && (noun != "force" || within(words, id.words))
}

// introduced reports whether the noun stands right before a name of identity n: "the aircraft carrier USS Nimitz".
func (j *joiner) introduced(n int, noun string) bool {
	return slices.ContainsFunc(j.ids[n].mentions, func(k int) bool {
		ti := j.tokenAt(j.d.Mentions[k].Begin)
		return ti > 0 && strings.EqualFold(j.d.Word(ti-1), noun)
	})
}

// explainedBy is how many words before a person's name a description that it explains may begin.
const explainedBy = 6

// explained reports whether the first name of a person explains a description with the noun: "the Governor of Herat, Dr.
// Jane Roe".
func (j *joiner) explained(n int, noun string) bool {
	m := &j.d.Mentions[j.ids[n].mentions[0]]
	ti := j.tokenAt(m.Begin)
	if ti < 2 || j.d.Word(ti-1) != "," {
		return false
	}
	for k := ti - 2; k > 0 && k >= ti-explainedBy; k-- {
		switch w := strings.ToLower(j.d.Word(k)); {
		case w == noun:
			return strings.ToLower(j.d.Word(k-1)) == "the"
		case w != "of" && j.d.Tokens[k].Tag != importer.Propn:
			return false
		}
	}
	return false
}

// within reports whether all words of short stand in long.
func within(short, long []string) bool {
	for _, w := range short {
		if !slices.Contains(long, w) {
			return false
		}
	}
	return true
}

// titled reports whether a person bears the title, written out or short.
func (j *joiner) titled(n int, title string) bool {
	id := &j.ids[n]
	for ; id.read < len(id.mentions); id.read++ {
		for w := range strings.FieldsSeq(gazetteer.Fold(attr(j.d.Mentions[id.mentions[id.read]].Attributes, "title"))) {
			if !slices.Contains(id.titles, w) {
				id.titles = append(id.titles, w)
			}
		}
	}
	return slices.ContainsFunc(id.titles, func(w string) bool { return w == title || shortens(w, title) })
}

// shortens reports whether short is an abbreviation of the word long: its begin, or letters of it from the first to
// the last: gen, col; sgt, cmdr.
func shortens(short, long string) bool {
	if len(short) < 2 || len(short) >= len(long) || len(short) > 5 {
		return false
	}
	if len(short) > 2 && strings.HasPrefix(long, short) {
		return true
	}
	if short[len(short)-1] != long[len(long)-1] || short[0] != long[0] {
		return false
	}
	k := 0
	for c := 0; c < len(long) && k < len(short); c++ {
		if long[c] == short[k] {
			k++
		}
	}
	return k == len(short)
}

// sorts are the nouns that are no more than words for their sort, and what a thing's attribute must then be.
var sorts = map[string]struct {
	typ              graph.Type
	attribute, value string
}{
	"country": {typ: schema.Country}, "nation": {typ: schema.Country},
	"government": {typ: schema.Government}, "regime": {typ: schema.Government}, "administration": {typ: schema.Government},
	"city": {typ: schema.City}, "town": {typ: schema.City}, "village": {typ: schema.City}, "capital": {typ: schema.City},
	"province": {typ: schema.Region}, "district": {typ: schema.Region}, "region": {typ: schema.Region},
	"base": {typ: schema.Facility}, "camp": {typ: schema.Facility}, "airport": {typ: schema.Facility}, "facility": {typ: schema.Facility},
	"group": {typ: schema.ArmedGroup}, "militia": {typ: schema.ArmedGroup}, "movement": {typ: schema.ArmedGroup},
	"exercise": {typ: schema.NamedEvent}, "operation": {typ: schema.NamedEvent}, "summit": {typ: schema.NamedEvent}, "drill": {typ: schema.NamedEvent},
	"battalion": {schema.Unit, "echelon", "battalion"}, "brigade": {schema.Unit, "echelon", "brigade"}, "regiment": {schema.Unit, "echelon", "regiment"},
	"division": {schema.Unit, "echelon", "division"}, "squadron": {schema.Unit, "echelon", "squadron"}, "wing": {schema.Unit, "echelon", "wing"},
	"fleet": {schema.Unit, "echelon", "fleet"}, "unit": {typ: schema.Unit},
	"carrier": {schema.Equipment, "class", "vessel"}, "ship": {schema.Equipment, "class", "vessel"}, "vessel": {schema.Equipment, "class", "vessel"},
	"destroyer": {schema.Equipment, "class", "vessel"}, "frigate": {schema.Equipment, "class", "vessel"}, "warship": {schema.Equipment, "class", "vessel"},
	"cruiser": {schema.Equipment, "class", "vessel"}, "submarine": {schema.Equipment, "class", "vessel"},
	"aircraft": {schema.Equipment, "class", "aircraft"}, "helicopter": {schema.Equipment, "class", "aircraft"},
	"company": {typ: schema.Organization}, "organization": {typ: schema.Organization}, "organisation": {typ: schema.Organization},
	"agency": {typ: schema.Organization}, "party": {typ: schema.Organization}, "alliance": {typ: schema.Organization}, "bloc": {typ: schema.Organization},
}

// ofSort reports whether identity n is of the sort that the noun names.
func (j *joiner) ofSort(t graph.Type, n int, noun string) bool {
	s, ok := sorts[noun]
	id := &j.ids[n]
	if !ok && t == schema.ArmedGroup {
		s.typ, ok = t, true // the rebels, the insurgents
	}
	if !ok || id.generic || id.typ != s.typ || id.typ != t || t == schema.Government && slices.Contains(id.words, "authorities") {
		return false
	}
	return s.attribute == "" || j.says(n, s.attribute) == s.value
}
