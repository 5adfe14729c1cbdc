// Package quote finds what stands between quotation marks. Who speaks is the judgement of the stages that ask.
package quote

import (
	"strings"
	"unicode/utf8"

	"skein/graph"
)

// longest is how many bytes a quotation may have: a mark that is never closed quotes nothing.
const longest = 4000

// Spans are the stretches between quotation marks, without the marks, in text order. A quotation ends at a blank
// line unless the next paragraph opens with a mark again.
func Spans(text string) []graph.Span {
	var out []graph.Span
	open := -1
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch r {
		case '“':
			if open >= 0 && strings.TrimSpace(text[open:i]) != "" && strings.Contains(text[open:i], "\n") {
				out = appendSpan(out, text, open, i)
			}
			open = i + n
		case '”':
			if open >= 0 {
				out = appendSpan(out, text, open, i)
			}
			open = -1
		case '"':
			if open >= 0 && strings.HasSuffix(strings.TrimRight(text[open:i], " \t\r"), "\n") && opens(text, i) { // the next paragraph
				out, open = appendSpan(out, text, open, i), i+n
			} else if open >= 0 {
				out, open = appendSpan(out, text, open, i), -1
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

// appendSpan adds text[from:to] without the blanks at its ends.
func appendSpan(out []graph.Span, text string, from, to int) []graph.Span {
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
