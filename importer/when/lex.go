package when

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"skein/graph"
	"skein/importer"
	"skein/importer/english"
)

// lexeme is a run of letters, a run of digits or one other character of a token. Dates stand in tokens in many ways
// ("2024-01-10", "mid-2021", "10th"); taken apart they are alike.
type lexeme struct {
	graph.Span
	sort   lexSort
	lower  string // of words and marks
	n      int    // of numbers; -1 when longer than nine digits
	digits int    // how many
	cap    bool   // begins with a capital
	glued  bool   // nothing between it and the lexeme before
	token  int
	cal    english.CalendarWord // of words
}

type lexSort byte

const (
	mark lexSort = iota
	word
	number
)

// lex takes the tokens [first, last) apart, into buf.
func lex(d *importer.Document, first, last int, buf []lexeme) []lexeme {
	out := buf[:0]
	for t := first; t < last; t++ {
		sp := d.Tokens[t].Span
		text := sp.In(d.Text)
		for i := 0; i < len(text); {
			l := lexeme{token: t, glued: i > 0 || t > first && d.Tokens[t-1].End == sp.Begin}
			r, size := utf8.DecodeRuneInString(text[i:])
			n := size
			switch {
			case r >= '0' && r <= '9':
				l.sort = number
				for n < len(text)-i && text[i+n] >= '0' && text[i+n] <= '9' {
					n++
				}
				l.n, l.digits = decimal(text[i:i+n]), n
			case unicode.IsLetter(r):
				l.sort = word
				l.cap = unicode.IsUpper(r)
				n = letters(text[i:])
				l.lower = strings.ToLower(text[i : i+n])
				l.cal, _ = english.Calendar(l.lower)
			default:
				l.lower = text[i : i+n]
			}
			l.Span = graph.Span{Begin: sp.Begin + i, End: sp.Begin + i + n}
			out = append(out, l)
			i += n
		}
	}
	return out
}

// letters is the length of the run of letters that s begins with.
func letters(s string) int {
	for i, r := range s {
		if !unicode.IsLetter(r) && r != utf8.RuneError {
			return i
		}
	}
	return len(s)
}

func decimal(s string) int {
	if len(s) > 9 {
		return -1
	}
	n := 0
	for _, c := range []byte(s) {
		n = n*10 + int(c-'0')
	}
	return n
}
