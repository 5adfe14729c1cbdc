package re3d

import (
	"strings"
	"unicode/utf8"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
)

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
	d   *importer.Document
	at  []int // code point of each byte
	out Prediction
}

// Predict is what the document, which has passed all stages, holds in the types of re3d.
func Predict(d *importer.Document) Prediction {
	m := &mapping{d: d, at: codePoints(d.Text)}
	m.out = Prediction{ID: string(d.ID), Entities: []Entity{}, Relations: []Relation{}}
	m.relations()
	for i := range d.Nominals {
		at := m.span(d.Nominals[i].Span)
		m.out.Entities = append(m.out.Entities, Entity{at[0], at[1], typeOf[d.Nominals[i].Kind]})
	}
	return m.out
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
