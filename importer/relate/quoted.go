package relate

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"skein/graph"
	"skein/importer/english"
)

// longest is how many bytes a quotation may have: a mark that is never closed quotes nothing.
const longest = 4000

// quotations are the stretches between quotation marks, without the marks, in text order. A quotation ends at a blank
// line unless the next paragraph opens with a mark again.
func quotations(text string) []graph.Span {
	var out []graph.Span
	open := -1
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch r {
		case '“':
			if open >= 0 && strings.TrimSpace(text[open:i]) != "" && strings.Contains(text[open:i], "\n") {
				out = appendQuotation(out, text, open, i)
			}
			open = i + n
		case '”':
			if open >= 0 {
				out = appendQuotation(out, text, open, i)
			}
			open = -1
		case '"':
			if open >= 0 {
				out, open = appendQuotation(out, text, open, i), -1
			} else if opens(text, i) {
				open = i + n
			}
		case '\n':
			next := text[i+n : min(len(text), i+n+blank)]
			if open >= 0 && strings.HasPrefix(strings.TrimLeft(next, " \t\r"), "\n") && !reopens(next) {
				open = -1
			}
		}
		i += n
	}
	return out
}

// blank is how many bytes behind a line are looked at for where the next paragraph begins.
const blank = 64

// appendQuotation adds text[from:to] without the blanks at its ends.
func appendQuotation(out []graph.Span, text string, from, to int) []graph.Span {
	words := strings.TrimSpace(text[from:to])
	if words == "" || len(words) > longest {
		return out
	}
	from += strings.Index(text[from:to], words)
	return append(out, graph.Span{Begin: from, End: from + len(words)})
}

// opens reports whether the straight quotation mark at offset i can open a quotation: a word begins behind it.
func opens(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i+1:])
	if r == utf8.RuneError || strings.ContainsRune(" \t\r\n,.;:)", r) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	return i == 0 || before < '0' || before == '—' || before == '–' || before == '\u00a0' || before == '['
}

// reopens reports whether the next line that is not blank begins with a quotation mark.
func reopens(rest string) bool {
	rest = strings.TrimLeft(rest, " \t\r\n")
	return strings.HasPrefix(rest, "\"") || strings.HasPrefix(rest, "“")
}

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
