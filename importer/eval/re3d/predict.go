package re3d

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
)

// typeOf maps types to those of re3d. Countries and equipment depend on the mention.
var typeOf = map[graph.Type]string{
	schema.Person: "Person", schema.Organization: "Organisation", schema.Government: "Organisation",
	schema.ArmedGroup: "Organisation", schema.Unit: "Organisation", schema.People: "Organisation",
	schema.Country: "Location", schema.Region: "Location", schema.City: "Location", schema.Facility: "Location",
	schema.Feature: "Location",
}

// relationOf maps predicates to relations of re3d; those that are turned have their object as the source.
var relationOf = map[graph.Predicate]struct {
	name   string
	turned bool
}{
	schema.LocatedIn: {"CoLocated", false}, schema.BasedAt: {"CoLocated", false}, schema.PartOf: {"BelongsTo", false},
	schema.MemberOf: {"BelongsTo", false}, schema.NationalOf: {"HasAttrOf", false}, schema.Leads: {"InChargeOf", false},
	schema.RoleIn: {"BelongsTo", false}, schema.AlliedWith: {"AlliesOf", false}, schema.Fights: {"FightingAgainst", false},
	schema.Supports: {"Likes", false}, schema.Opposes: {"Dislikes", false}, schema.Operates: {"BelongsTo", true},
}

// eventOf maps events to the relation that holds between who does them and whom they are done to.
var eventOf = map[graph.Type]string{
	"assault": "FightingAgainst", "coerce": "FightingAgainst", "consult": "CommWith", "agree": "CommWith", "request": "CommWith",
	"support": "AlliesOf", "cooperate": "AlliesOf", "aid": "AlliesOf", "accuse": "Dislikes", "reject": "Dislikes",
	"threaten": "Dislikes", "protest": "Dislikes", "sanction": "Dislikes",
}

// mapping is a document on its way to a prediction.
type mapping struct {
	d    *importer.Document
	at   []int // code point of each byte
	out  Prediction
	acts map[int]bool // mentions that do something
}

// Predict is what the document, which has passed all stages, holds in the types of re3d.
func Predict(d *importer.Document) Prediction {
	m := &mapping{d: d, at: codePoints(d.Text), acts: map[int]bool{}}
	m.out = Prediction{ID: string(d.ID), Entities: []Entity{}, Relations: []Relation{}}
	m.relations()
	for i := range d.Mentions {
		if t := m.typeOf(i); t != "" {
			m.add(m.whole(i), t)
		}
	}
	for i := range d.Times {
		m.add(d.Times[i].Span, "Temporal")
	}
	for i := range d.Tokens {
		if t, ok := speakers[strings.ToLower(d.Word(i))]; ok && d.Tokens[i].Tag == importer.Pron && d.Word(i) != "US" {
			m.add(d.Tokens[i].Span, t)
		}
	}
	return m.out
}

// speakers are the pronouns of who speaks, which re3d annotates and the importer leaves to the quotations they stand in.
var speakers = map[string]string{"i": "Person", "me": "Person", "myself": "Person", "we": "Organisation", "us": "Organisation", "ourselves": "Organisation"}

// possessives are the pronouns that re3d does not annotate.
var possessives = map[string]bool{"his": true, "her": true, "its": true, "their": true}

func (m *mapping) add(s graph.Span, t string) {
	at := m.span(s)
	m.out.Entities = append(m.out.Entities, Entity{at[0], at[1], t})
}

// whole is the place of mention i as re3d has it: with the small word that says which part of a country or town it is,
// "northern", and with the place it lies in behind a comma.
func (m *mapping) whole(i int) graph.Span {
	x := &m.d.Mentions[i]
	s := x.Span
	if typeOf[x.Type] != "Location" {
		return s
	}
	if t := m.token(s.Begin) - 1; t >= 0 && strings.HasSuffix(m.d.Word(t), "ern") && m.d.Tokens[t].Tag == importer.Adj {
		s.Begin = m.d.Tokens[t].Begin
	}
	if y := m.next(i); y != nil && typeOf[y.Type] == "Location" && m.d.Text[x.End:y.Begin] == ", " {
		s.End = y.End
	}
	return s
}

// next is the mention behind mention i in its sentence, or nil.
func (m *mapping) next(i int) *importer.Mention {
	for k := i + 1; k < len(m.d.Mentions) && m.d.Mentions[k].Sentence == m.d.Mentions[i].Sentence; k++ {
		if m.d.Mentions[k].Begin >= m.d.Mentions[i].End {
			return &m.d.Mentions[k]
		}
	}
	return nil
}

// token is the first token that begins at or behind the byte at.
func (m *mapping) token(at int) int {
	n, _ := slices.BinarySearchFunc(m.d.Tokens, at, func(t importer.Token, at int) int { return cmp.Compare(t.Begin, at) })
	return n
}

// codePoints says how many code points stand before each byte of s, and at its end.
func codePoints(s string) []int {
	out := make([]int, len(s)+1)
	n := 0
	for i := range len(s) {
		if utf8.RuneStart(s[i]) {
			n++
		}
		out[i+1] = n
	}
	for i := len(s) - 1; i > 0; i-- {
		if !utf8.RuneStart(s[i]) {
			out[i] = out[i+1]
		}
	}
	return out
}

func (m *mapping) span(s graph.Span) Span { return Span{m.at[s.Begin], m.at[s.End]} }

// typeOf is the type of mention i in re3d, or "".
func (m *mapping) typeOf(i int) string {
	x := &m.d.Mentions[i]
	if possessives[strings.ToLower(x.In(m.d.Text))] || m.appended(i) {
		return ""
	}
	switch x.Type {
	case schema.Country:
		first := m.token(x.Begin)
		switch {
		case m.inside(i):
			return ""
		case first < len(m.d.Tokens) && m.d.Tokens[first].Tag == importer.Adj && m.d.Tokens[first].End == x.End:
			return "Nationality"
		case m.acts[i] || m.people(x) || m.subject(x):
			return "Organisation"
		}
	case schema.Equipment:
		for _, a := range x.Attributes {
			if a.Name == "class" && (a.Value == "vessel" || a.Value == "aircraft" || a.Value == "vehicle") {
				return "MilitaryPlatform"
			}
		}
		return "Weapon"
	}
	return typeOf[x.Type]
}

// appended reports whether mention i is the place that the one before it lies in: what is one place in re3d.
func (m *mapping) appended(i int) bool {
	x := &m.d.Mentions[i]
	if i == 0 || typeOf[x.Type] != "Location" {
		return false
	}
	prev := &m.d.Mentions[i-1]
	return prev.Sentence == x.Sentence && typeOf[prev.Type] == "Location" && prev.End <= x.Begin && m.d.Text[prev.End:x.Begin] == ", "
}

// people reports whether a country is named by its people: "Syrians".
func (m *mapping) people(x *importer.Mention) bool {
	text := x.In(m.d.Text)
	return strings.HasSuffix(text, "ns") || strings.HasSuffix(text, "is")
}

// subject reports whether a verb stands right behind x, and no preposition before it.
func (m *mapping) subject(x *importer.Mention) bool {
	at := m.token(x.End)
	if at >= len(m.d.Tokens) || m.d.Tokens[at].Tag != importer.Verb && m.d.Tokens[at].Tag != importer.Aux {
		return false
	}
	for t := m.token(x.Begin) - 1; t >= 0 && m.d.Tokens[t].Tag != importer.Punct; t-- {
		if m.d.Tokens[t].Tag != importer.Det {
			return m.d.Tokens[t].Tag != importer.Adp
		}
	}
	return true
}

// inside reports whether mention i is a part of another one: the "US" of "US forces".
func (m *mapping) inside(i int) bool {
	x := &m.d.Mentions[i]
	for k := i - 1; k >= 0 && m.d.Mentions[k].Sentence == x.Sentence; k-- {
		if o := &m.d.Mentions[k]; o.End >= x.End && o.End-o.Begin > x.End-x.Begin {
			return true
		}
	}
	return false
}

// relations maps claims and events.
func (m *mapping) relations() {
	for _, c := range m.d.Claims {
		r, ok := relationOf[c.Predicate]
		if !ok || c.Object < 0 {
			continue
		}
		a, b := m.mention(c.Subject, c.Evidence, c.Sentence), m.mention(c.Object, c.Evidence, c.Sentence)
		if r.turned {
			a, b = b, a
		}
		m.relate(r.name, a, b)
	}
	for i := range m.d.Events {
		e := &m.d.Events[i]
		for _, x := range e.Roles {
			a := m.mention(x.Entity, e.Evidence, e.Sentence)
			if x.Predicate != schema.Agent || a < 0 {
				continue
			}
			m.acts[a] = true
			for _, y := range e.Roles {
				b := m.mention(y.Entity, e.Evidence, e.Sentence)
				switch {
				case y.Predicate == schema.Target && eventOf[e.Type] != "":
					m.relate(eventOf[e.Type], a, b)
				case y.Predicate == schema.AtPlace:
					m.relate("CoLocated", a, b)
				}
			}
		}
	}
	m.synonyms()
}

// synonyms are two names of one thing of which one stands right behind the other, in brackets or behind a comma.
func (m *mapping) synonyms() {
	for i := range m.d.Mentions {
		x := &m.d.Mentions[i]
		for k := i + 1; k < len(m.d.Mentions) && k < i+3; k++ {
			y := &m.d.Mentions[k]
			if x.Entity < 0 || y.Entity != x.Entity || y.Begin < x.End || y.Sentence != x.Sentence {
				continue
			}
			if gap := strings.TrimSpace(m.d.Text[x.End:y.Begin]); gap == "(" || gap == "," {
				m.relate("IsSynonymOf", i, k)
			}
		}
	}
}

func (m *mapping) relate(name string, a, b int) {
	if a < 0 || b < 0 || a == b {
		return
	}
	m.out.Relations = append(m.out.Relations, Relation{name, m.span(m.d.Mentions[a].Span), m.span(m.d.Mentions[b].Span)})
}

// mention is a mention of the entity within the evidence, else in its sentence, or -1.
func (m *mapping) mention(entity int, evidence graph.Span, sentence int) int {
	if entity < 0 {
		return -1
	}
	found := -1
	for _, i := range m.d.Entities[entity].Mentions {
		x := &m.d.Mentions[i]
		switch {
		case x.Begin >= evidence.Begin && x.End <= evidence.End:
			return i
		case x.Sentence == sentence && found < 0:
			found = i
		}
	}
	return found
}
