package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"skein/graph"
	"skein/importer"
)

// Tokens cuts text into tokens, in order and not overlapping. Bytes that are not UTF-8 become tokens of punctuation.
func Tokens(text string) []importer.Token {
	t := tokenizer{text: text, out: make([]importer.Token, 0, len(text)/5+1)}
	chunks(text, t.chunk)
	return t.out
}

// tokenizer makes the tokens of one text.
type tokenizer struct {
	text string
	p    []piece // the chunk at hand
	out  []importer.Token
}

// emit adds the token [begin, end).
func (t *tokenizer) emit(begin, end int) {
	t.out = append(t.out, importer.Token{Span: graph.Span{Begin: begin, End: end}})
}

// of is the text of piece i of the chunk, or "" where there is none.
func (t *tokenizer) of(i int) string {
	if i < 0 || i >= len(t.p) {
		return ""
	}
	return t.text[t.p[i].begin:t.p[i].end]
}

// is reports whether piece i of the chunk is of class c.
func (t *tokenizer) is(i int, c class) bool { return i >= 0 && i < len(t.p) && t.p[i].class == c }

// wordy reports whether piece i is a word or a number.
func (t *tokenizer) wordy(i int) bool { return t.is(i, word) || t.is(i, number) }

// chunk makes tokens of a run of pieces without gaps.
func (t *tokenizer) chunk(p []piece) {
	t.p = p
	if len(p) == 1 && p[0].class == word {
		t.split(p[0].begin, p[0].end)
		return
	}
	for i := 0; i < len(p); {
		switch {
		case t.address(i) > i:
			end := t.address(i)
			t.emit(p[i].begin, p[end-1].end)
			i = end
		case p[i].class == mark:
			i = t.mark(i)
		default:
			i = t.compound(i)
		}
	}
}

// mark makes one token of the punctuation at piece i, with what belongs to it, and returns the piece after it.
func (t *tokenizer) mark(i int) int {
	first, end := t.of(i), i+1
	switch first {
	case "'", "’", "‘":
		if end < len(t.p) && (clitic(t.of(end)) && end == len(t.p)-1 || decade(t.of(end))) {
			end++
		} else if first == "'" && t.of(end) == "'" {
			end++
		}
	case "`":
		if t.of(end) == "`" {
			end++
		}
	case "#", "@":
		if i == 0 && t.is(end, word) {
			end++
		}
	case ".":
		if t.is(end, number) && !t.wordy(i-1) {
			return t.compound(i)
		}
		fallthrough
	case "-", "–", "—", "=", "*", "~", "+", "_", "·":
		for t.of(end) == first {
			end++
		}
	case "!", "?":
		for t.of(end) == "!" || t.of(end) == "?" {
			end++
		}
	}
	t.emit(t.p[i].begin, t.p[end-1].end)
	return end
}

// decade reports whether s is what stands after the apostrophe of "'90s" and "'03".
func decade(s string) bool {
	return (len(s) == 2 || len(s) == 3 && s[2] == 's') && isDigit(s[0]) && isDigit(s[1])
}

// address returns the end of the URL or mail address that begins at piece i, or i.
func (t *tokenizer) address(i int) int {
	if len(t.p)-i < 3 || !t.is(i, word) {
		return i
	}
	rest := t.text[t.p[i].begin:t.p[len(t.p)-1].end]
	at := strings.IndexByte(rest, '@')
	switch {
	case strings.HasPrefix(rest, "http://"), strings.HasPrefix(rest, "https://"), strings.HasPrefix(rest, "www."), strings.HasPrefix(rest, "ftp://"):
	case at > 0 && strings.IndexByte(rest[at:], '.') > 1 && !strings.ContainsAny(rest[:at], "()<>[],;\"“”"):
	default:
		return i
	}
	end := len(t.p)
	for end > i+1 && t.is(end-1, mark) && t.of(end-1) != "/" {
		end--
	}
	return end
}

// colon splits a word that Unicode holds together over a colon or a full stop without a space: "Note:see", "over.The".
// It returns the offset of that mark, or -1.
func colon(s string) int {
	if i := strings.IndexByte(s, ':'); i > 0 && !isDigit(s[i-1]) {
		return i
	}
	i := strings.IndexByte(s, '.')
	if i < 3 || i+2 >= len(s) || !isLower(s[i-1]) || !isLower(s[i-2]) || !isUpper(s[i+1]) || !isLower(s[i+2]) {
		return -1
	}
	return i
}

// split makes tokens of one word: usually one, more for contractions and possessives, for "cannot", for "10am".
func (t *tokenizer) split(begin, end int) {
	s := t.text[begin:end]
	plain := true
	for i := 0; i < len(s); i++ {
		if c := s[i]; c == '\'' || c == ':' || c == '.' || c >= utf8.RuneSelf {
			plain = false
			break
		}
	}
	if plain && !isDigit(s[0]) {
		if len(s) == 6 && strings.EqualFold(s, "cannot") {
			t.emit(begin, begin+3)
			begin += 3
		}
		t.emit(begin, end)
		return
	}
	if !plain {
		if i := colon(s); i > 0 {
			t.split(begin, begin+i)
			t.emit(begin+i, begin+i+1)
			if i+1 < len(s) {
				t.split(begin+i+1, end)
			}
			return
		}
	}
	at := hour(s)
	if at == 0 {
		at = contraction(s)
	}
	if at > 0 {
		t.split(begin, begin+at)
		begin += at
	}
	t.emit(begin, end)
}

// hour returns where "10am" and "10:30pm" are to be split, or 0.
func hour(s string) int {
	n := len(s) - 2
	if n < 1 || !isDigit(s[0]) || !isDigit(s[n-1]) {
		return 0
	}
	switch s[n:] {
	case "am", "pm", "AM", "PM":
		return n
	}
	return 0
}

// contraction returns the offset of the clitic that ends s, or 0.
func contraction(s string) int {
	i := strings.LastIndexByte(s, '\'')
	n := 1
	if j := strings.LastIndex(s, "’"); j > i {
		i, n = j, len("’")
	}
	if i <= 0 {
		return 0
	}
	tail := s[i+n:]
	switch {
	case i > 1 && (tail == "t" || tail == "T") && (s[i-1] == 'n' || s[i-1] == 'N'):
		return i - 1
	case clitic(tail):
		return i
	}
	return 0
}

// clitic reports whether s is what stands after the apostrophe of a possessive or contraction.
func clitic(s string) bool {
	switch len(s) {
	case 1:
		switch s[0] {
		case 's', 'S', 'd', 'D', 'm', 'M':
			return true
		}
	case 2:
		switch s {
		case "re", "RE", "ve", "VE", "ll", "LL":
			return true
		}
	}
	return false
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
func isLower(c byte) bool { return 'a' <= c && c <= 'z' }
func isUpper(c byte) bool { return 'A' <= c && c <= 'Z' }

// hasLetter reports whether s holds a letter.
func hasLetter(s string) bool { return strings.IndexFunc(s, unicode.IsLetter) >= 0 }

// hasDigit reports whether s holds an ASCII digit.
func hasDigit(s string) bool { return strings.ContainsAny(s, "0123456789") }
