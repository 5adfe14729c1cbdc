package refer

import (
	"slices"
	"strings"

	"skein/graph/schema"
	"skein/importer"
	"skein/importer/english"
)

// topic is the body that a sentence is about: the one it opens with as its subject, or where it opens with "it", the one that the
// sentence before is about (the preferred centre of Grosz, Joshi and Weinstein 1995).
type topic struct {
	identity int  // root, or -1
	end      bool // it is called by the last word of its name, the token before last
	last     int  // the token behind its name
	verb     int  // token of the sentence's main verb, or -1
	says     bool
	is       bool // all that the sentence says is what the body is
}

// noTopic is of sentences that are about no body.
var noTopic = topic{identity: -1, verb: -1}

// topicsTo finds the topics of the sentences before one. The descriptions in them must be resolved.
func (j *joiner) topicsTo(si int) {
	for k := len(j.topics); k < si; k++ {
		j.topics = append(j.topics, j.topicOf(k))
	}
}

func (j *joiner) topicOf(si int) topic {
	s := &j.d.Sentences[si]
	if s.Role == importer.Headline || s.Role == importer.Byline || s.First >= s.Last {
		return noTopic
	}
	first := j.opening(s)
	if strings.EqualFold(j.d.Word(first), "it") {
		if si > 0 && j.together(si) && j.expletive(s, first) < 2 {
			t := j.topics[si-1]
			t.says, t.is, t.end, t.last, t.verb = false, false, false, 0, -1
			return t
		}
		return noTopic
	}
	if t := j.endTopic(s, first); t.identity >= 0 {
		return t
	}
	k, _ := slices.BinarySearchFunc(j.d.Mentions, s.Begin, func(m importer.Mention, at int) int { return m.Begin - at })
	for ; k < len(j.d.Mentions) && j.d.Mentions[k].Begin < s.End; k++ {
		m := &j.d.Mentions[k]
		ti := j.tokenAt(m.Begin)
		if m.Type != schema.Person && (m.Part >= 0 || j.describes(m, ti)) {
			continue
		}
		if j.of[k] < 0 {
			return noTopic
		}
		root := j.find(j.of[k])
		switch j.ids[root].typ {
		case schema.Organization, schema.ArmedGroup, schema.Government, schema.Unit, schema.Country:
		default:
			return noTopic
		}
		from, to := j.tokensOf(m.Span, ti)
		if role, says := j.roleOf(s, from, to); to > from && role == subject {
			to = j.pastBrackets(s, to)
			v := j.verbOf(s, to)
			if v < 0 && to < s.Last && j.d.Word(to) == "," {
				v = j.verbOf(s, to+1)
			}
			return topic{identity: root, last: to, verb: v, says: says, is: v >= 0 && j.d.Tokens[v].Lemma == "be"}
		}
		return noTopic
	}
	return noTopic
}

// endTopic is the body that a sentence opens with by the last word of its name: "The front" of "Nubian Front".
func (j *joiner) endTopic(s *importer.Sentence, first int) topic {
	if first+2 >= s.Last || !strings.EqualFold(j.d.Word(first), "the") || j.d.Tokens[first+1].Tag != importer.Noun || j.mentionAt(j.d.Tokens[first+1].Begin) >= 0 {
		return noTopic
	}
	v := j.verbOf(s, first+2)
	if v < 0 {
		return noTopic
	}
	end := " " + strings.ToLower(j.d.Word(first+1))
	found := -1
	for n := range j.ids {
		id := &j.ids[n]
		switch id.typ {
		case schema.Organization, schema.ArmedGroup, schema.Government, schema.Unit:
		default:
			continue
		}
		if id.generic || len(id.mentions) == 0 || !strings.HasSuffix(id.low, end) || j.d.Mentions[id.mentions[0]].Begin > s.Begin {
			continue
		}
		if root := j.find(n); found >= 0 && found != root {
			return noTopic
		} else {
			found = root
		}
	}
	return topic{identity: found, end: true, last: first + 2, verb: v, says: english.Saying(j.d.Tokens[v].Lemma) != english.NoSpeech, is: j.d.Tokens[v].Lemma == "be"}
}

// opening is the token that a sentence opens with, words that link it to the one before aside.
func (j *joiner) opening(s *importer.Sentence) int {
	const most = 3 // words that link
	first := s.First
	for first < s.Last-1 && first < s.First+most && linking[strings.ToLower(j.d.Word(first))] {
		first++
	}
	if first+2 < s.Last && strings.EqualFold(j.d.Word(first+2), "it") { // "Since January it has"
		switch strings.ToLower(j.d.Word(first)) {
		case "since", "in", "last", "this", "by":
			if _, ok := english.Calendar(strings.ToLower(j.d.Word(first + 1))); ok || j.d.Tokens[first+1].Tag == importer.Num {
				return first + 2
			}
		}
	}
	return first
}

// linking are words that may stand before the subject of a sentence without more ado.
var linking = english.Context("linking")

// together reports whether a sentence stands in one paragraph with the one before it.
func (j *joiner) together(si int) bool {
	return si > 0 && !strings.Contains(j.d.Text[j.d.Sentences[si-1].End:j.d.Sentences[si].Begin], "\n\n")
}

// spokenOf is the body that "the group" in sentence si takes up before all others: the one that the sentence before is about, or
// where that one is about no body, the one before it. What only says something is not spoken of.
func (j *joiner) spokenOf(si int, noun string) int {
	if !english.Context("any body")[noun] {
		return -1
	}
	j.topicsTo(si)
	for k := si - 1; k >= 0 && k >= si-about; k-- {
		t := j.topics[k]
		if t.identity < 0 || t.says {
			continue
		}
		switch id := &j.ids[t.identity]; {
		case id.generic:
		case id.typ == schema.ArmedGroup, id.typ == schema.Organization && k == si-1:
			return t.identity
		}
		return -1
	}
	return -1
}
