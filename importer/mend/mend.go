// Package mend sets tags right that names show to be wrong, once it is known what is a name: a verb between names that was
// taken for a noun or an adjective leaves a clause without a verb. It is the only stage that changes what another one gave.
package mend

import (
	"strings"

	"skein/graph"
	"skein/importer"
	"skein/importer/english"
)

// Stage is the stage that mends the tags.
func Stage() importer.Stage {
	return importer.Stage{
		Name:  "mend",
		Doc:   "Sets tags of words right that the names around them show to be wrong.",
		Needs: []importer.Layer{importer.Sentences, importer.Tokens, importer.Tags, importer.Times, importer.Mentions},
		Gives: []importer.Layer{importer.Tags},
		Run: func(d *importer.Document) error {
			m := mender{d: d, named: make([]bool, len(d.Tokens)), timed: make([]bool, len(d.Tokens))}
			cover(d, m.named, len(d.Mentions), func(i int) graph.Span { return d.Mentions[i].Span })
			cover(d, m.timed, len(d.Times), func(i int) graph.Span { return d.Times[i].Span })
			for i := range d.Sentences {
				m.sentence(&d.Sentences[i])
			}
			return nil
		},
	}
}

// cover marks the tokens of n spans, which are sorted by their begin.
func cover(d *importer.Document, in []bool, n int, span func(int) graph.Span) {
	t := 0
	for i := range n {
		s := span(i)
		for t < len(d.Tokens) && d.Tokens[t].End <= s.Begin {
			t++
		}
		for k := t; k < len(d.Tokens) && d.Tokens[k].Begin < s.End; k++ {
			in[k] = true
		}
	}
}

// mender mends the tags of one document.
type mender struct {
	d            *importer.Document
	named, timed []bool // for each token whether it is part of a name, of a time
	s            *importer.Sentence
	low          []string // the words of the sentence in small letters
}

func (m *mender) lower(t int) string {
	if t < m.s.First || t >= m.s.Last {
		return ""
	}
	return m.low[t-m.s.First]
}

func (m *mender) tag(t int) importer.Tag {
	if t < m.s.First || t >= m.s.Last {
		return ""
	}
	return m.d.Tokens[t].Tag
}

// sentence mends the tags of a sentence.
func (m *mender) sentence(s *importer.Sentence) {
	m.s, m.low = s, m.low[:0]
	for t := s.First; t < s.Last; t++ {
		m.low = append(m.low, strings.ToLower(m.d.Word(t)))
	}
	if t := s.First; m.tag(t) == importer.Verb && m.tag(t+1) == importer.Adp && strings.HasSuffix(m.lower(t), "ing") && len(english.EventNoun(m.lower(t))) > 0 {
		m.d.Tokens[t].Tag = importer.Noun // "Funding for the project comes"
	}
	for t := s.First + 1; t+1 < s.Last; t++ {
		if m.named[t] || m.timed[t] {
			continue
		}
		if l := m.pastOnly(t); l != "" {
			m.verb(t, l)
			continue
		}
		switch m.tag(t) {
		case importer.Verb:
			switch w := m.lower(t); {
			case english.PostOf(w+"_"+m.lower(t+1)) != english.NoPost: // "commanding officer of"
				m.d.Tokens[t].Tag = importer.Adj
			case w == m.lemma(t) && m.aName(t-1): // "a United Nations appeal for"
				m.d.Tokens[t].Tag = importer.Noun
			case m.lower(t-1) == "to" && strings.HasSuffix(w, "s") && w != m.lemma(t) && m.lemma(t) != "be": // "linked to attacks on": no infinitive
				m.d.Tokens[t].Tag = importer.Noun
			}
		case importer.Noun:
			if l := m.lemma(t); m.plans(t, l) || m.acts(t, l) || m.relative(t, l) || m.isDue(t, l) {
				m.verb(t, l)
			}
		case importer.Adj:
			if l := m.asVerb(t); l != "" {
				m.verb(t, l)
			}
		}
	}
}

// aName reports whether a name that ends with token t stands behind "a": a noun follows.
func (m *mender) aName(t int) bool {
	k := t
	for k >= m.s.First && m.named[k] {
		k--
	}
	w := m.lower(k)
	return k < t && (w == "a" || w == "an")
}

// verb makes token t a verb with the base form l.
func (m *mender) verb(t int, l string) {
	m.d.Tokens[t].Tag, m.d.Tokens[t].Lemma = importer.Verb, l
}

// pastOnly is the base form of a past form that is nothing else, where it was taken for something else: "A of B met C"; or "".
func (m *mender) pastOnly(t int) string {
	w := m.lower(t)
	if !english.PastOnly(w) || m.tag(t) == importer.Verb || m.tag(t) == importer.Aux || m.tag(t) == importer.Propn ||
		m.tag(t-1) == importer.Det || m.tag(t-1) == importer.Adj {
		return ""
	}
	if l, ok := english.IrregularVerb(w); ok && known(l) {
		return l
	}
	return ""
}

// plans reports whether a noun is a verb of planning: "the Netherlands plans to".
func (m *mender) plans(t int, l string) bool {
	return m.named[t-1] && m.lower(t+1) == "to" && m.tag(t+2) == importer.Verb && l != m.lower(t) && english.VerbMood(l) == "planned"
}

// isDue reports whether a noun is what somebody is to do: "are due to resume talks".
func (m *mender) isDue(t int, l string) bool {
	if m.lower(t-1) != "to" || m.lower(t-2) != "due" && m.lower(t-2) != "set" || m.tag(t-3) != importer.Aux || l != m.lower(t) || !known(l) {
		return false
	}
	return m.named[t+1] || m.tag(t+1) == importer.Det || m.tag(t+1) == importer.Noun && m.lemma(t+1) != m.lower(t+1)
}

// acts reports whether a noun behind a name is a verb: "soldiers of A, B, board a", "Niger accuses of bombing".
func (m *mender) acts(t int, l string) bool {
	if !m.named[t-1] && m.lower(t-1) != "," || !known(l) {
		return false
	}
	switch m.lower(t + 1) {
	case "a", "an", "the":
		return true
	case "of":
		return m.named[t-1] && l != m.lower(t) && strings.HasSuffix(m.lower(t+2), "ing")
	}
	return false
}

// relative reports whether a noun ends a relative clause as its verb: "the brigade, which Col. X commands,".
func (m *mender) relative(t int, l string) bool {
	if !m.named[t-1] || l == m.lower(t) || !known(l) {
		return false
	}
	k := t - 1
	for k > m.s.First && m.named[k-1] {
		k--
	}
	w := m.lower(k - 1)
	return w == "which" || w == "whom" || w == "that"
}

// asVerb is the base form of a verb that was taken for an adjective: "the 2nd Battalion, boarded CH-47 helicopters", "to free
// Jane Roe"; or "".
func (m *mender) asVerb(t int) string {
	if !m.named[t+1] && m.tag(t+1) != importer.Det && (m.tag(t+1) != importer.Num || m.lower(t-1) != "to") {
		return ""
	}
	switch {
	case m.lower(t-1) == "to" && len(english.EventVerb(m.lower(t))) > 0:
		return m.lower(t)
	case m.tag(t-1) == importer.Punct || m.named[t-1]:
		return past(m.lower(t))
	}
	return ""
}

// lemma is the base form of a token.
func (m *mender) lemma(t int) string {
	if l := m.d.Tokens[t].Lemma; l != "" {
		return l
	}
	return m.lower(t)
}

// past is the base form of a regular past form of a verb that tells an event or a relation, or "".
func past(w string) string {
	stem, ok := strings.CutSuffix(w, "ed")
	if !ok || len(stem) < 3 {
		return ""
	}
	for _, l := range [...]string{stem, stem + "e", stem[:len(stem)-1]} {
		if known(l) {
			return l
		}
	}
	return ""
}

// known reports whether the verb tells an event or a relation.
func known(l string) bool { return len(english.EventVerb(l)) > 0 || len(english.RelationVerb(l)) > 0 }
