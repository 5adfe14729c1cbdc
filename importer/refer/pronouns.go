package refer

import (
	"slices"
	"strings"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
)

// pronounRule marks the mentions that are pronouns.
const pronounRule = "refer/pronoun"

// pronoun is what a pronoun can take up.
type pronoun struct {
	gender string // of a person
	many   bool   // several, or a body of people
}

// pronouns of the third person. Those of the first and second are a matter of who speaks.
var pronouns = map[string]pronoun{
	"he": {gender: "male"}, "him": {gender: "male"}, "his": {gender: "male"}, "himself": {gender: "male"},
	"she": {gender: "female"}, "her": {gender: "female"}, "hers": {gender: "female"}, "herself": {gender: "female"},
	"its": {}, "itself": {},
	"they": {many: true}, "them": {many: true}, "their": {many: true}, "themselves": {many: true},
}

// far is how many sentences before its own a pronoun is looked for in.
const far = 2

// place is a mention, or a pronoun that stands for one.
type place struct {
	graph.Span
	sentence, identity int
	like               int // mention it is like
}

// pronouns adds a mention for every pronoun that takes up something: in its own sentence what stands first before it,
// since that is mostly the subject, else the same in the sentences before.
func (j *joiner) pronouns() {
	var places, added []place // in text order; places: of sentences that can still be reached
	next := 0
	for si := range j.d.Sentences {
		s := &j.d.Sentences[si]
		places = slices.DeleteFunc(places, func(p place) bool { return p.sentence < si-far })
		for ti := s.First; ti < s.Last && ti < len(j.d.Tokens); ti++ {
			token := j.d.Tokens[ti].Span
			for ; next < len(j.d.Mentions) && j.d.Mentions[next].Begin <= token.Begin; next++ {
				m := &j.d.Mentions[next]
				inBrackets := m.Begin > 0 && j.d.Text[m.Begin-1] == '('
				if j.of[next] >= 0 && !inBrackets && !j.describes(m, ti) && len(places) < most*far {
					places = append(places, place{m.Span, si, j.of[next], next})
				}
			}
			p, ok := pronouns[strings.ToLower(j.d.Word(ti))]
			if !ok || s.Role == importer.Headline || s.Role == importer.Byline {
				continue
			}
			k := -1
			if strings.HasSuffix(strings.ToLower(j.d.Word(ti)), "self") {
				k = j.nearestPlace(places, p, si, token.Begin)
			} else {
				k = j.antecedent(places, p, si, ti)
			}
			if k >= 0 {
				found := place{token, si, places[k].identity, places[k].like}
				added = append(added, found)
				places = append(places, found)
			}
		}
	}
	j.insert(added)
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

// antecedent is the index of the place that the pronoun at token ti in sentence si takes up, or -1.
func (j *joiner) antecedent(places []place, p pronoun, si, ti int) int {
	at := j.d.Tokens[ti].Begin
	for k := len(places) - 1; k >= max(0, len(places)-most) && places[k].sentence == si; k-- { // "demanded that the rebels leave their bases"
		if x := places[k]; x.End < at && j.opens(x, ti) && j.takes(p, x) {
			return k
		}
	}
	for back := 0; back <= far; back++ {
		for k, x := range places {
			if x.sentence == si-back && x.End < at && j.takes(p, x) && !j.acts(x, ti) {
				return k
			}
		}
	}
	return -1
}

// opens reports whether a place before token ti is the subject of a clause that "that" opens.
func (j *joiner) opens(x place, ti int) bool {
	const reach = 40 // tokens from the subject to the pronoun at most
	for from := ti; ti > 0 && j.d.Tokens[ti].Begin >= x.Begin; ti-- {
		if from-ti > reach {
			return false
		}
	}
	if strings.ToLower(j.d.Word(ti)) == "the" && ti > 0 {
		ti--
	}
	return strings.ToLower(j.d.Word(ti)) == "that" && ti > 0 && j.d.Tokens[ti-1].Tag == importer.Verb
}

// acts reports whether a place is the subject of the verb whose object is the pronoun at token ti, so that the pronoun
// cannot stand for it: "Rowe replaced him".
func (j *joiner) acts(x place, ti int) bool {
	switch strings.ToLower(j.d.Word(ti)) {
	case "him", "them":
	default:
		return false
	}
	return j.verbBetween(x.End, ti)
}

// verbBetween reports whether nothing but a verb, and an article, stands between the offset and token ti.
func (j *joiner) verbBetween(end, ti int) bool {
	verb := false
	for ti--; ti > 0 && j.d.Tokens[ti].Begin >= end; ti-- {
		switch j.d.Tokens[ti].Tag {
		case importer.Verb:
			verb = true
		case importer.Aux, importer.Adv, importer.Det:
		default:
			return false
		}
	}
	return verb
}

// nearestPlace is the index of the last place before offset at in sentence si that a pronoun can stand for, or -1: "Rowe
// himself".
func (j *joiner) nearestPlace(places []place, p pronoun, si, at int) int {
	best := -1
	for k, x := range places {
		if x.sentence == si && x.End < at && j.takes(p, x) && (best < 0 || x.Begin > places[best].Begin) {
			best = k
		}
	}
	return best
}

// takes reports whether a pronoun can stand for what is mentioned at a place.
func (j *joiner) takes(p pronoun, x place) bool {
	id := &j.ids[x.identity]
	switch {
	case p.gender != "":
		g := j.gender(x.identity)
		return id.typ == schema.Person && (g == "" || g == p.gender)
	case p.many:
		return id.generic && id.typ != schema.Person || id.typ == schema.People || id.typ == schema.ArmedGroup ||
			id.typ == schema.Unit && strings.HasSuffix(id.low, "s") && !strings.HasSuffix(id.low, "corps")
	}
	switch id.typ {
	case schema.Person, schema.People, schema.City, schema.Region, schema.Feature, schema.Facility:
		return false
	}
	return !id.generic
}

// insert adds the pronouns to the mentions, in text order, and tells all that counts mentions their new numbers.
func (j *joiner) insert(added []place) {
	if len(added) == 0 {
		return
	}
	old := j.d.Mentions
	at := make([]int, len(old))
	mentions := make([]importer.Mention, 0, len(old)+len(added))
	of := make([]int, 0, cap(mentions))
	k := 0
	put := func(before int) {
		for ; k < len(added) && added[k].Begin < before; k++ {
			m := old[added[k].like]
			mentions = append(mentions, importer.Mention{
				Span: added[k].Span, Head: added[k].Span, Type: m.Type, Name: m.Name, Part: -1, Generic: true, Entity: -1,
				Sentence: added[k].sentence, Confidence: sure, Rule: pronounRule,
			})
			of = append(of, added[k].identity)
		}
	}
	for i, m := range old {
		put(m.Begin)
		at[i] = len(mentions)
		mentions, of = append(mentions, m), append(of, j.of[i])
	}
	put(len(j.d.Text) + 1)
	for i := range mentions {
		if p := mentions[i].Part; p >= 0 {
			mentions[i].Part = at[p]
		}
	}
	j.d.Mentions, j.of = mentions, of
	for n := range j.ids {
		for i, m := range j.ids[n].mentions {
			j.ids[n].mentions[i] = at[m]
		}
	}
	for i := range mentions {
		if mentions[i].Rule == pronounRule {
			n := of[i]
			j.ids[n].mentions = append(j.ids[n].mentions, i)
		}
	}
	j.sortMentions()
}
