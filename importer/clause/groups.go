package clause

import (
	"strings"

	"skein/importer"
	"skein/importer/english"
)

// possessive reports whether the word is a determiner that is a pronoun.
func possessive(w string) bool {
	switch w {
	case "his", "her", "its", "their", "our", "my", "your", "whose":
		return true
	}
	return false
}

// nounPhrase is the end of the noun phrase that begins at t, or t where none does.
func (p *Parser) nounPhrase(t, last int) int {
	if p.lower(t) == "that" && english.Particle(p.lower(t+1)) && t > p.base && len(english.EventVerb(p.Lemma(t-1)+"_"+p.lower(t+1))) > 0 {
		return t + 1 // "ruled that out"
	}
	end := t // behind the last token that may end a phrase
	for k := t; k < last; {
		n := p.nominal(k, t, last)
		if n <= k {
			break
		}
		if p.ends(n-1, k) {
			end = n
		}
		k = n
	}
	return end
}

// nominal is the end of the piece of a noun phrase (begun at start) that begins at k, or k.
func (p *Parser) nominal(k, start, last int) int {
	if m := p.mention[k]; m >= 0 {
		if w := p.lower(k); k > start && p.tag(k) == importer.Pron && !possessive(w) && !strings.HasSuffix(w, "self") && !strings.HasSuffix(w, "selves") {
			return k // "soldiers they had held"
		}
		n := k
		for n < last && p.mention[n] == m {
			n++
		}
		return n
	}
	w := p.lower(k)
	if n := p.timeBetween(k, start, last); n > k {
		return n
	}
	if p.inTime[k] && !(k > start && p.tag(k) == importer.Num && p.tag(k-1) == importer.Det) || english.TimeAdverb(w) {
		return k
	}
	if k+2 < last && p.glued(k+1) && p.glued(k+2) && (p.lower(k+1) == "-" || p.lower(k+1) == "–") && p.tag(k) != importer.Aux {
		return k + 2 // "US-led": the word and the hyphen; what follows is a piece too
	}
	if k > start && p.glued(k) && (p.lower(k-1) == "-" || p.lower(k-1) == "–") {
		return k + 1
	}
	if k > start && k+1 < last && p.glued(k) && p.glued(k+1) && (w == "-" || w == "–") {
		return k + 1 // behind a name: "Iran-backed"
	}
	if possessive(w) && w != "whose" {
		return k + 1
	}
	if n := p.quantity(k, last); k == start && n > 0 {
		return k + n
	}
	switch p.tag(k) {
	case importer.Num:
		if k > start && p.mention[k-1] >= 0 {
			return k // "gave Mali 5 million dollars"
		}
		return k + 1
	case importer.Noun, importer.Propn:
		return k + 1
	case importer.Adj:
		return k + 1
	case importer.Det:
		if w == "which" || w == "that" && p.verbal(k+1) {
			return k
		}
		if k == start || p.tag(k-1) == importer.Adj || p.tag(k-1) == importer.Det {
			return k + 1 // "all the", "such a"
		}
		return k
	case importer.Pron:
		switch w {
		case "who", "which", "whom", "whose", "that", "there", "what":
			return k
		}
		if k == start {
			return k + 1
		}
		return k
	case importer.Part:
		if k > start && (w == "'s" || w == "’s" || w == "'" || w == "’") {
			return k + 1
		}
	case importer.Adv:
		if before := p.lower(k - 1); k > start && (p.tag(k-1) == importer.Det || before == "'s" || before == "’s") && k+1 < last {
			return k + 1 // "the Navy's only"
		}
		if (p.tag(k+1) == importer.Adj || p.tag(k+1) == importer.Num) && k+1 < last && w != "when" && w != "where" && w != "how" && w != "why" {
			return k + 1
		}
	case importer.Verb:
		if p.nounAfterAll(k) {
			return k + 1
		}
		return p.adjectival(k, start, last)
	case importer.Conj:
		if k > start && p.modifiers(k, last) {
			return k + 1
		}
	case importer.Punct:
		if k > start && (w == "“" || w == "\"" || w == "(") {
			return k
		}
		if (w == "'s" || w == "’s" || w == "’" || w == "'") && k > start && p.glued(k) {
			return k + 1
		}
	}
	return k
}

// timeBetween is the end of a time that begins at k, right behind the article that opens the phrase and before the rest of it, "a
// Sept. 14 attack"; or k.
func (p *Parser) timeBetween(k, start, last int) int {
	if k != start+1 || !p.inTime[k] || p.inTime[start] || p.tag(start) != importer.Det && !possessive(p.lower(start)) {
		return k
	}
	n := k
	for n < last && p.inTime[n] {
		n++
	}
	if n < last && (p.tag(n) == importer.Noun || p.tag(n) == importer.Adj) {
		return n
	}
	return k
}

// quantity is how many tokens at k only say how exact the number behind them is: "more than", "at least"; or 0.
func (p *Parser) quantity(k, last int) int {
	n := 0
	switch a, b := p.lower(k), p.lower(k+1); {
	case (a == "more" || a == "less" || a == "fewer" || a == "other") && b == "than", a == "at" && (b == "least" || b == "most"), a == "up" && b == "to":
		n = 2
	case a == "over" || a == "under" || a == "around" || a == "about":
		n = 1
	case a == "as" && (b == "many" || b == "much" || b == "few") && p.lower(k+2) == "as":
		n = 3
	}
	if n > 0 && k+n < last && p.tag(k+n) == importer.Num && !p.inTime[k+n] {
		return n
	}
	return 0
}

// adjectival takes a participle for an adjective: "the growing number", "embarked troops" behind a determiner.
func (p *Parser) adjectival(k, start, last int) int {
	w := p.lower(k)
	if !strings.HasSuffix(w, "ing") && !strings.HasSuffix(w, "ed") && !strings.HasSuffix(w, "en") {
		return k
	}
	nounFollows := k+1 < last && (p.tag(k+1) == importer.Noun || p.tag(k+1) == importer.Propn || p.tag(k+1) == importer.Adj || p.mention[k+1] >= 0)
	if k == start && k > p.base && nounFollows && p.tag(k-1) == importer.Adp && strings.HasSuffix(w, "ed") {
		return k + 1 // "on suspected hideouts"
	}
	if k == start || !nounFollows {
		return k
	}
	switch before := p.lower(k - 1); {
	case p.mention[k-1] >= 0 && !possessive(before): // "its remaining ships"
		return k
	case p.tag(k-1) == importer.Det, p.tag(k-1) == importer.Adj, p.tag(k-1) == importer.Num, possessive(before),
		before == "'s", before == "’s":
		return k + 1
	}
	return k
}

// modifiers reports whether the "and" at k joins two modifiers of one noun: "military and defense officials".
func (p *Parser) modifiers(k, last int) bool {
	return p.tag(k-1) == importer.Adj && k+2 < last && p.mention[k-1] < 0 && p.mention[k+1] < 0 &&
		(p.tag(k+1) == importer.Adj || p.tag(k+1) == importer.Noun) && p.tag(k+2) == importer.Noun
}

// ends reports whether a noun phrase may end with token t, the last of the piece that begins at k.
func (p *Parser) ends(t, k int) bool {
	if p.mention[t] >= 0 {
		return true
	}
	if w := p.lower(t); possessive(w) || w == "-" || w == "–" {
		return false
	}
	switch p.tag(t) {
	case importer.Noun, importer.Propn, importer.Num, importer.Pron:
		return true
	case importer.Adj:
		return t > k || p.tag(t-1) == importer.Det || p.glued(t) // "the poor"
	case importer.Det:
		switch p.lower(t) {
		case "this", "that", "these", "those", "all", "some", "both", "each":
			return true
		}
	case importer.Verb:
		return p.glued(t) || p.nounAfterAll(t)
	}
	return false
}

// nounAfterAll reports whether what was taken for a verb is a noun that tells an event: with the noun before it, "an emergency
// landing", or in its base form, which no verb has behind one thing, "the air raid as".
func (p *Parser) nounAfterAll(t int) bool {
	if t < p.base+2 || p.mention[t-1] >= 0 || p.tag(t-1) != importer.Noun {
		return false
	}
	if len(english.EventNoun(p.lower(t-1)+"_"+p.lower(t))) > 0 { // "a scheduled port visit"
		return true
	}
	if len(english.EventNoun(p.lower(t))) == 0 || p.d.Tokens[t].Lemma != p.lower(t) || p.d.Tokens[t-1].Lemma != p.lower(t-1) {
		return false
	}
	switch p.lower(t - 2) {
	case "the", "a", "an", "this", "that", "another":
	default:
		return false
	}
	switch p.tag(t + 1) {
	case importer.Det, importer.Pron, importer.Noun, importer.Propn, importer.Adj, importer.Num:
		return false
	}
	return true
}

// verbGroup is the end of the verb group that begins at t, or t where none does.
func (p *Parser) verbGroup(t, last int) int {
	k := t
	if p.lower(k) == "to" {
		k++
		for p.tag(k) == importer.Adv && k < last {
			k++
		}
		if k >= last || p.tag(k) != importer.Verb && p.tag(k) != importer.Aux || p.mention[k] >= 0 {
			return t
		}
	}
	if p.lower(k) == "not" && k+1 < last && (p.tag(k+1) == importer.Verb || p.lower(k+1) == "to") {
		k++
	}
	end := t
	for k < last && p.mention[k] < 0 {
		switch p.tag(k) {
		case importer.Aux:
			if end > t && p.tag(end-1) == importer.Verb {
				return end
			}
			k++
			end = k
			continue
		case importer.Verb:
			if n := p.participleBehind(k, last); n > k && auxiliary(p.lower(k)) {
				k, end = n, n
				continue
			}
			return k + 1
		case importer.Adv, importer.Part:
			if end == t || p.lower(k) == "to" {
				return end
			}
			k++
			continue
		}
		break
	}
	return end
}

// auxiliary reports whether a form, though it may be taken for a verb, is an auxiliary where a participle follows.
func auxiliary(w string) bool {
	switch w {
	case "have", "has", "had", "having", "is", "are", "was", "were", "be", "been", "being":
		return true
	}
	return false
}

// participleBehind is the token of the verb that follows token k with nothing but adverbs between, or k.
func (p *Parser) participleBehind(k, last int) int {
	for n := k + 1; n < last; n++ {
		switch {
		case p.mention[n] >= 0:
			return k
		case p.tag(n) == importer.Verb:
			if w := p.lower(n); strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "en") || strings.HasSuffix(w, "ing") || w != p.d.Tokens[n].Lemma {
				return n
			}
			return k
		case p.tag(n) != importer.Adv:
			return k
		}
	}
	return k
}
