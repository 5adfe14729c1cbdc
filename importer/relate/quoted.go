package relate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"skein/graph"
	"skein/importer/english"
)

// direct gives the quotations their speakers: who speaks in the same sentence, nearest to the quotation; else the speaker
// of the quotation before it, where nothing else stands between.
func (r *reading) direct(speakers []speaker) {
	sentence, from := 0, 0
	last := said{sentence: -1, by: -1}
	for _, q := range r.quotes {
		for sentence+1 < len(r.d.Sentences) && r.d.Sentences[sentence].End <= q.Begin {
			sentence++
		}
		if sentence >= len(r.d.Sentences) {
			return
		}
		begin, end := sentence, sentence
		for end+1 < len(r.d.Sentences) && r.d.Sentences[end+1].Begin < q.End {
			end++
		}
		for from < len(speakers) && speakers[from].sentence < begin {
			from++
		}
		best, near := -1, 0
		for k := from; k < len(speakers) && speakers[k].sentence <= end; k++ {
			if away := apart(speakers[k].Span, q); speakers[k].by >= 0 && (best < 0 || away < near) {
				best, near = k, away
			}
		}
		x := said{Span: q, by: -1, direct: true, sort: english.SpeechSay, sentence: begin}
		switch {
		case words(q.In(r.d.Text)) < 2:
			continue // a word that is only set off
		case best >= 0:
			x.by = speakers[best].by
		case words(q.In(r.d.Text)) < fewWords && !whole(q.In(r.d.Text)):
			continue
		case last.by >= 0 && begin-last.sentence <= 1:
			x.by = last.by
		}
		last = x
		last.sentence = end
		r.said = append(r.said, x)
	}
}

// fewWords is how many words a quotation without a verb of saying must have to be more than a word that is set off.
const fewWords = 4

// whole reports whether what is quoted is a sentence of its own.
func whole(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	last := s[len(s)-1]
	return unicode.IsUpper(first) && (last == '.' || last == '!' || last == '?')
}

func words(s string) int { return len(strings.Fields(s)) }

// apart is how many bytes lie between a and b; what stands behind b counts as nearer.
func apart(a, b graph.Span) int {
	switch {
	case a.Begin >= b.End:
		return a.Begin - b.End
	case b.Begin >= a.End:
		return 2 * (b.Begin - a.End)
	}
	return 0
}
