package refer

import (
	"strings"

	"skein/graph/schema"
	"skein/importer"
	"skein/importer/english"
)

// carried is what "it" and "its" take up for sure because of what the sentences are about, before the ranking is asked: the index of
// the candidate, or -1. It reports false where it knows nothing.
func (r *ranking) carried(a *asked) (int, bool) {
	j := r.j
	if r.learn != nil {
		return -1, false
	}
	s := &j.d.Sentences[a.sentence]
	if a.form == reflexive { // "Rowe himself": the name that it stands behind
		for i, c := range a.candidates {
			if x := &r.places[c.place]; x.last == a.token && x.sentence == a.sentence {
				return i, true
			}
		}
	}
	if a.class == several && a.form == objective && a.quote < 0 {
		return r.parallel(a)
	}
	if a.class != things || a.quote >= 0 {
		return -1, false
	}
	if i := r.blamed(a, s); i >= 0 {
		return i, true
	}
	if t := j.topics[a.sentence]; a.form == subjective && t.identity >= 0 && t.says && j.said(t.verb, a.token) {
		return a.candidate(j.find(t.identity)) // "The ministry, which Rowe leads, said it"
	}
	first := j.opening(s)
	switch {
	case a.form == subjective && a.sentence > 0 && j.quoteBefore(a.token) && j.reports(s, a.token):
		if t := j.topics[a.sentence-1].identity; t >= 0 {
			return a.candidate(j.find(t)) // "The agency blamed Y. “…”, it said"
		}
	case first == a.token && j.together(a.sentence):
		t := j.topics[a.sentence-1]
		if t.identity < 0 {
			return -1, false
		}
		root := j.find(t.identity)
		switch a.form {
		case subjective:
			if !t.is && !r.acting(a, s, a.sentence-1, root) || j.expletive(s, a.token) == 2 {
				return -1, false
			}
		case belonging:
			if j.ids[root].typ != schema.Country || !stateHas[j.headBehind(s, a.token)] {
				return -1, false
			}
		default:
			return -1, false
		}
		return a.candidate(root)
	case a.form == subjective && first < a.token && j.topics[a.sentence].identity >= 0 && !strings.EqualFold(j.d.Word(first), "it"):
		// "The group was beaten, and last year it joined": the subject goes on
		if root := j.find(j.topics[a.sentence].identity); j.coordinate(s, a.token) && r.acting(a, s, a.sentence, root) {
			return a.candidate(root)
		}
	case a.form == belonging && first < a.token && strings.EqualFold(j.d.Word(first), "it") && strings.EqualFold(j.d.Word(a.token-1), "and"):
		// "It was formed by deserters of the army, and its leader": of what the sentence goes on about, or nothing's
		if root, ok := r.stands[first]; ok && a.token-2 > first && j.d.Word(a.token-2) == "," {
			return a.candidate(root)
		}
	}
	return -1, false
}

// said reports whether the clause that begins with token ti is what the verb of saying at token v says: "said on Friday that it".
func (j *joiner) said(v, ti int) bool {
	const reach = 4 // words that tell when or to whom
	if v == ti-1 {
		return true
	}
	return v >= 0 && v < ti && v >= ti-1-reach && j.d.Word(ti-1) == "that"
}

// parallel is the index of the one group that the sentence before has for its object, where "them" is the object of the main verb of its
// own: "Rowe told elders. She asked them"; or -1.
func (r *ranking) parallel(a *asked) (int, bool) {
	s := &r.j.d.Sentences[a.sentence]
	if a.token != s.First+2 || r.j.d.Tokens[a.token-1].Tag != importer.Verb || !r.j.together(a.sentence) {
		return -1, false
	}
	found := -1
	for i, c := range a.candidates {
		if x := &r.places[c.place]; x.sentence != a.sentence-1 || x.role != object || r.j.d.Tokens[x.first-1].Lemma == "say" {
			continue
		} else if found >= 0 {
			return -1, false
		}
		found = i
	}
	return found, found >= 0
}

// blamed is the index of the candidate that the sentence blames, where the pronoun stands in what is said of it: "X blamed Y, saying its
// jets"; or -1.
func (r *ranking) blamed(a *asked, s *importer.Sentence) int {
	for i, c := range a.candidates {
		x := &r.places[c.place]
		if x.sentence != a.sentence || x.role != object || x.first == s.First {
			continue
		}
		if v := r.j.d.Tokens[x.first-1].Lemma; v != "blame" && v != "accuse" {
			continue
		}
		for t := x.last + 1; t < a.token; t++ {
			if english.Saying(r.j.d.Tokens[t].Lemma) != english.NoSpeech && r.j.d.Word(t-1) == "," && strings.HasSuffix(r.j.d.Word(t), "ing") {
				return i
			}
		}
	}
	return -1
}

// quoteBefore reports whether a quotation ends right before token ti.
func (j *joiner) quoteBefore(ti int) bool {
	switch j.d.Word(ti - 1) {
	case "\"", "”", "''":
		return true
	}
	return false
}

// reports reports whether the pronoun at token ti says something or quotes somebody.
func (j *joiner) reports(s *importer.Sentence, ti int) bool {
	v := j.verbOf(s, ti+1)
	return v >= 0 && (english.Saying(j.d.Tokens[v].Lemma) != english.NoSpeech || j.d.Tokens[v].Lemma == "quote")
}

// candidate is the index of the candidate that is the root.
func (a *asked) candidate(root int) (int, bool) {
	for i := range a.candidates {
		if a.candidates[i].identity == root {
			return i, true
		}
	}
	return -1, false
}

// coordinate reports whether the subject at token ti is that of a clause that a comma and "and" or "but" join to the one before, with no
// more between than when.
func (j *joiner) coordinate(s *importer.Sentence, ti int) bool {
	const reach = 4 // words that tell when
	for k := ti - 1; k > s.First && k >= ti-reach; k-- {
		switch w := strings.ToLower(j.d.Word(k)); {
		case w == "and" || w == "but":
			return j.d.Word(k-1) == ","
		case j.d.Tokens[k].Tag == importer.Verb || j.d.Tokens[k].Tag == importer.Punct:
			return false
		}
	}
	return false
}

// acting reports whether "it" does what only bodies do, and no other body of sentence si can be meant but its topic.
func (r *ranking) acting(a *asked, s *importer.Sentence, si, root int) bool {
	v := r.j.verbOf(s, a.token+1)
	if v < 0 || !bodiesDo[r.j.d.Tokens[v].Lemma] || r.j.d.Tokens[v-1].Lemma == "be" {
		return false
	}
	for _, c := range a.candidates {
		x := &r.places[c.place]
		if id := &r.j.ids[c.identity]; id.generic && len(id.words) > 0 && strings.HasSuffix(id.words[len(id.words)-1], "s") {
			continue // "fighters"
		}
		if t := &r.j.topics[si]; x.sentence == si && t.last <= x.first && x.first < t.verb {
			continue // "The ministry, which Rowe leads, said"
		}
		if c.identity == root || x.sentence != si || x.role == oblique || x.role == possessive || x.role == otherRole && si == a.sentence {
			continue
		}
		if g := group(r.j.ids[c.identity].typ); g == "body" || g == string(schema.Country) {
			return false
		}
	}
	return true
}

// headBehind is the noun that a possessive pronoun is before, or "".
func (j *joiner) headBehind(s *importer.Sentence, ti int) string {
	head := ""
	for k := ti + 1; k < s.Last && k < ti+5; k++ {
		switch j.d.Tokens[k].Tag {
		case importer.Noun:
			head = j.d.Tokens[k].Lemma
		case importer.Adj:
		default:
			return head
		}
	}
	return head
}

// stateHas are things that of all bodies only states have.
var stateHas = english.Context("state has")

// bodiesDo are verbs for what bodies do, and things do not.
var bodiesDo = english.Context("bodies do")
