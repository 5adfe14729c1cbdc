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
	for t := s.First + 1; t+1 < s.Last; t++ {
		if p.mention[t] >= 0 || p.inTime[t] {
			continue
		}
		switch p.tag(t) {
		case importer.Noun: // "the Netherlands plans to"
			l := p.lemma(t)
			if p.mention[t-1] >= 0 && p.lower(t+1) == "to" && p.tag(t+2) == importer.Verb && l != p.lower(t) && english.VerbMood(l) == "planned" {
				p.tags[t-p.base] = importer.Verb
			}
		case importer.Adj: // "the 2nd Battalion, boarded CH-47 helicopters"
			if p.tag(t-1) != importer.Punct && p.mention[t-1] < 0 || p.mention[t+1] < 0 && p.tag(t+1) != importer.Det {
				continue
			}
			if l := past(p.lower(t)); l != "" {
				p.tags[t-p.base] = importer.Verb
				if p.lemmas == nil {
					p.lemmas = map[int]string{}
				}
				p.lemmas[t] = l
			}
		}
	}
}

// past is the base form of a regular past form of a verb that tells an event or a relation, or "".
func past(w string) string {
	stem, ok := strings.CutSuffix(w, "ed")
	if !ok || len(stem) < 3 {
		return ""
	}
	for _, l := range [...]string{stem, stem + "e", stem[:len(stem)-1]} {
		if len(english.EventVerb(l)) > 0 || len(english.RelationVerb(l)) > 0 {
			return l
		}
	}
	return ""
}
