package relate

import (
	"cmp"
	"slices"
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
		for k := len(r.said) - 1; k >= 0 && x.by >= 0 && r.said[k].direct && r.said[k].by < 0 && r.goesOnIn(r.said[k].Span, q); k-- {
			r.said[k].by, q = x.by, r.said[k].Span
		}
		r.said = append(r.said, x)
	}
}

// goesOnIn reports whether quotation a, of one paragraph, is not closed and goes on with b in the next.
func (r *reading) goesOnIn(a, b graph.Span) bool {
	if a.End > b.Begin {
		return false
	}
	gap := strings.TrimSpace(r.d.Text[a.End:b.Begin])
	return gap == "“" || gap == "\""
}

// retells finds what somebody says, in the words of the clause of saying c, in what another one is quoted with: "“X said that Y left,”
// said Z".
func (r *reading) retells(c int, x speaker) {
	content := r.content(&r.s.Clauses[c])
	if content < 0 || x.by < 0 || x.sort == english.SpeechCall || r.word(content-1) == "‘" || r.word(content-1) == "'" {
		return
	}
	end := content
	for last := r.untilOther(c, r.d.Sentences[r.s.Index].Last); end < last && inside(r.quotes, r.d.Tokens[end].Begin) && !r.bare(end); end++ {
	}
	if end-content > 2 {
		r.said = append(r.said, said{Span: r.span(content, end), by: x.by, sort: x.sort, sentence: r.s.Index})
	}
}

// quotedIn finds quotations inside of quotations, between single marks, whose speaker is named there: "“X said, ‘We leave,’” said Y".
func (r *reading) quotedIn(speakers []speaker) {
	for _, x := range speakers {
		k, _ := slices.BinarySearchFunc(r.quotes, x.Begin, func(q graph.Span, at int) int { return cmp.Compare(q.End, at+1) })
		if x.by < 0 || k == len(r.quotes) {
			continue
		}
		from := x.End
		s := single(r.d.Text[from:r.quotes[k].End])
		if s.Len() > 0 && s.Begin < nearSaying && words(r.d.Text[from+s.Begin:from+s.End]) > 1 {
			r.said = append(r.said, said{Span: graph.Span{Begin: from + s.Begin, End: from + s.End}, by: x.by, direct: true, sort: x.sort, sentence: x.sentence})
		}
	}
}

// nearSaying is how many bytes may stand between a verb of saying and the quotation inside of a quotation that it brings.
const nearSaying = 40

// single is the first stretch of the text between single quotation marks, without them.
func single(text string) graph.Span {
	open := -1
	for i, c := range text {
		next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(c):])
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		switch {
		case open < 0 && (c == '‘' || c == '\'' && !unicode.IsLetter(before)) && unicode.IsLetter(next):
			open = i + utf8.RuneLen(c)
		case open >= 0 && (c == '’' || c == '\'') && !unicode.IsLetter(next) && !unicode.IsSpace(before):
			return graph.Span{Begin: open, End: i}
		}
	}
	return graph.Span{}
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
