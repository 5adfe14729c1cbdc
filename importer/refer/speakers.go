package refer

import (
	"slices"

	"skein/graph"
	"skein/importer"
	"skein/importer/english"
	"skein/importer/quote"
)

// speech is a quotation with who speaks.
type speech struct {
	graph.Span
	by int // token of the speaker's name or pronoun, or -1
}

// speeches are the quotations of the document with their speakers: whoever stands beside the verb of saying that is nearest to
// the quotation in its sentences; else, where nothing else is said between, who spoke before.
func (j *joiner) speeches() []speech {
	spans := quote.Spans(j.d.Text)
	out := make([]speech, 0, len(spans))
	si := 0
	for _, q := range spans {
		for si+1 < len(j.d.Sentences) && j.d.Sentences[si].End <= q.Begin {
			si++
		}
		last := si
		for last+1 < len(j.d.Sentences) && j.d.Sentences[last+1].Begin < q.End {
			last++
		}
		from, to := j.tokenAt(q.Begin)-beside, j.tokenAt(q.End)+beside
		x := speech{q, -1}
		best := 1 << 30
		for k := si; k <= last && k < len(j.d.Sentences); k++ {
			s := &j.d.Sentences[k]
			for ti := max(s.First, from); ti < min(s.Last, to); ti++ {
				t := &j.d.Tokens[ti]
				if t.Begin >= q.Begin && t.Begin < q.End {
					ti = j.tokenAt(q.End) - 1
					continue
				}
				if t.Tag != importer.Verb || english.Saying(t.Lemma) == english.NoSpeech || inside(spans, t.Begin) {
					continue
				}
				away := t.Begin - q.End
				if t.Begin < q.Begin {
					away = 2 * (q.Begin - t.End)
				}
				if away < best {
					if by := j.sayer(s, ti); by >= 0 {
						x.by, best = by, away
					}
				}
			}
		}
		if x.by < 0 && len(out) > 0 && si > 0 {
			if p := out[len(out)-1]; p.by >= 0 && p.End >= j.d.Sentences[max(0, si-1)].Begin {
				x.by = p.by
			}
		}
		out = append(out, x)
	}
	return out
}

// beside is how many words before and behind a quotation its verb of saying stands at most.
const beside = 30

// inside reports whether an offset stands in one of the spans.
func inside(spans []graph.Span, at int) bool {
	k, found := slices.BinarySearchFunc(spans, at, func(s graph.Span, at int) int { return s.Begin - at })
	return found || k > 0 && spans[k-1].End > at
}

// sayer is the token of the name or pronoun beside a verb of saying, before it or behind it, or -1.
func (j *joiner) sayer(s *importer.Sentence, verb int) int {
	const between = 3 // words at most
	before := verb
	if before > s.First && j.d.Word(before-1) == "," { // what stands in commas is passed over
		const long = 14
		for ti := before - 2; ti > s.First && ti > before-long; ti-- {
			if j.d.Word(ti) == "," {
				before = ti
				break
			}
		}
	}
	for ti := before - 1; ti >= s.First && ti >= before-between; ti-- {
		if j.maySpeak(ti) {
			return ti
		}
	}
	for ti := verb + 1; ti < s.Last && ti <= verb+between; ti++ {
		if j.maySpeak(ti) {
			return ti
		}
	}
	return -1
}

// maySpeak reports whether a token is a pronoun for a person or part of a name or description.
func (j *joiner) maySpeak(ti int) bool {
	t := &j.d.Tokens[ti]
	if p, ok := pronounAt(j.d.Word(ti)); ok {
		return p.class == persons
	}
	if t.Tag != importer.Propn && t.Tag != importer.Noun {
		return false
	}
	return j.mentionAt(t.Begin) >= 0
}

// longest is how many bytes a mention has at most.
const longest = 120

// mentionAt is the mention that an offset lies in and that has something to be, or -1.
func (j *joiner) mentionAt(at int) int {
	k, _ := slices.BinarySearchFunc(j.d.Mentions, at+1, func(m importer.Mention, at int) int { return m.Begin - at })
	for k--; k >= 0 && j.d.Mentions[k].Begin > at-longest; k-- {
		if j.d.Mentions[k].End > at && j.of[k] >= 0 {
			return k
		}
	}
	return -1
}
