package clause

import (
	"strings"

	"skein/importer"
	"skein/importer/english"
)

// mend copies the sentence's tags and sets right those that its names show to be wrong: a verb between names that was
// taken for a noun or an adjective leaves a clause without a verb.
func (p *Parser) mend(s *importer.Sentence) {
	p.tags = p.tags[:0]
	clear(p.lemmas)
	for t := s.First; t < s.Last; t++ {
		p.tags = append(p.tags, p.d.Tokens[t].Tag)
	}
	if t := s.First; t+1 < s.Last && p.tag(t) == importer.Verb && p.tag(t+1) == importer.Adp && strings.HasSuffix(p.lower(t), "ing") && len(english.EventNoun(p.lower(t))) > 0 {
		p.tags[0] = importer.Noun // "Funding for the project comes"
	}
	for t := s.First + 1; t+1 < s.Last; t++ {
		if p.mention[t] >= 0 || p.inTime[t] {
			continue
		}
		if w := p.lower(t); english.PastOnly(w) && p.tag(t) != importer.Verb && p.tag(t) != importer.Aux && p.tag(t) != importer.Propn && p.tag(t-1) != importer.Det && p.tag(t-1) != importer.Adj {
			if l, ok := english.IrregularVerb(w); ok && known(l) {
				p.set(t, importer.Verb, l) // "A of B met C"
				continue
			}
		}
		switch p.tag(t) {
		case importer.Verb: // "linked to attacks on": no infinitive
			if english.PostOf(p.lower(t)+"_"+p.lower(t+1)) != english.NoPost { // "commanding officer of"
				p.tags[t-p.base] = importer.Adj
				continue
			}
			if w := p.lower(t); p.lower(t-1) == "to" && strings.HasSuffix(w, "s") && w != p.Lemma(t) && p.Lemma(t) != "be" {
				p.tags[t-p.base] = importer.Noun
			}
		case importer.Noun: // "the Netherlands plans to"
			l := p.Lemma(t)
			plans := p.mention[t-1] >= 0 && p.lower(t+1) == "to" && p.tag(t+2) == importer.Verb && l != p.lower(t) && english.VerbMood(l) == "planned"
			acts := (p.mention[t-1] >= 0 || p.lower(t-1) == ",") && article(p.lower(t+1)) && known(l) // "soldiers of A, B, board a"
			if plans || acts {
				p.tags[t-p.base] = importer.Verb
			}
		case importer.Adj: // "the 2nd Battalion, boarded CH-47 helicopters"
			if p.tag(t-1) != importer.Punct && p.mention[t-1] < 0 || p.mention[t+1] < 0 && p.tag(t+1) != importer.Det {
				continue
			}
			if l := past(p.lower(t)); l != "" {
				p.set(t, importer.Verb, l)
			}
		}
	}
}

// set mends the tag and base form of token t.
func (p *Parser) set(t int, tag importer.Tag, lemma string) {
	p.tags[t-p.base] = tag
	if p.lemmas == nil {
		p.lemmas = map[int]string{}
	}
	p.lemmas[t] = lemma
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

func article(w string) bool { return w == "a" || w == "an" || w == "the" }

// Lemma is the base form of token t of the sentence taken apart last, as mended; of a noun in capitals that package english
// knows, the singular ("Soldiers").
func (p *Parser) Lemma(t int) string {
	if l, ok := p.lemmas[t]; ok {
		return l
	}
	l := p.d.Tokens[t].Lemma
	if l == "" {
		l = p.lower(t)
	}
	if p.tag(t) != importer.Propn || !strings.HasSuffix(l, "s") && !strings.HasSuffix(l, "men") {
		return l
	}
	one := strings.TrimSuffix(l, "s")
	if stem, ok := strings.CutSuffix(l, "men"); ok {
		one = stem + "man"
	}
	if english.PeopleNoun(one) || english.PostOf(one) != english.NoPost || english.PlaceNoun(one) || len(english.EventNoun(one)) > 0 {
		return one
	}
	return l
}
