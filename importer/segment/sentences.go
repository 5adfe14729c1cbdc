package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"skein/graph"
	"skein/importer"
	"skein/importer/english"
)

const (
	// maxSentence is the number of tokens after which a sentence ends come what may, so that text without any end of
	// sentence cannot make the work of later stages grow with its square.
	maxSentence = 400
	// maxParenthesis is the number of tokens that a bracket may hold without a sentence ending in it.
	maxParenthesis = 120
)

// Sentences joins the tokens of text to sentences. They are in order, do not overlap and hold every token.
func Sentences(text string, tokens []importer.Token) []importer.Sentence {
	s := splitter{text: text, tok: tokens, wrap: wrappingOf(text)}
	for i := 0; i < len(tokens); {
		end := s.sentence(i)
		s.out = append(s.out, importer.Sentence{
			Span:  graph.Span{Begin: tokens[i].Begin, End: tokens[end-1].End},
			First: i, Last: end,
		})
		i = end
	}
	return s.out
}

// splitter makes the sentences of one text.
type splitter struct {
	text string
	tok  []importer.Token
	wrap wrapping
	out  []importer.Sentence
}

// word is the text of token i, or "" where there is none.
func (s *splitter) word(i int) string {
	if i < 0 || i >= len(s.tok) {
		return ""
	}
	return s.text[s.tok[i].Begin:s.tok[i].End]
}

// touches reports whether token i follows the one before it without a gap.
func (s *splitter) touches(i int) bool {
	return i > 0 && i < len(s.tok) && s.tok[i-1].End == s.tok[i].Begin
}

// broken reports whether a line break before token i ends the sentence.
func (s *splitter) broken(i int) bool {
	begin, end := s.tok[i-1].End, s.tok[i].Begin
	return end > begin && !(end == begin+1 && s.text[begin] == ' ') && s.wrap.ends(begin, end)
}

// sentence returns the end of the sentence that begins with token first.
func (s *splitter) sentence(first int) int {
	closed := first // no sentence ends before this token: the bracket that is open
	for i := first; i < len(s.tok); i++ {
		if i > first && s.broken(i) || i-first >= maxSentence {
			return i
		}
		w := s.word(i)
		switch w {
		case "(", "[":
			if i >= closed {
				closed = s.closing(i)
			}
			continue
		}
		if i < closed {
			continue
		}
		if stop := stopOf(w); stop != noStop {
			if end := s.closers(i + 1); s.endsAt(first, i, end, stop) {
				return end
			}
		}
	}
	return len(s.tok)
}

// closing returns the token that closes the bracket at token i, or i where none does so nearby.
func (s *splitter) closing(i int) int {
	depth := 0
	for k := i; k < min(len(s.tok), i+maxParenthesis); k++ {
		if k > i && s.broken(k) {
			break
		}
		switch s.word(k) {
		case "(", "[":
			depth++
		case ")", "]":
			if depth--; depth == 0 {
				return k
			}
		}
	}
	return i
}

// stop is how a token can end a sentence.
type stop uint8

const (
	noStop      stop = iota
	fullStop         // "."
	exclaiming       // "!", "?", "?!"
	ellipsis         // "...", "…"
	abbreviated      // "U.S.", "Inc."
)

func stopOf(w string) stop {
	switch last := w[len(w)-1]; {
	case last == '!' || last == '?':
		return exclaiming
	case last == '.':
		switch {
		case w == ".":
			return fullStop
		case w[0] == '.':
			return ellipsis
		}
		return abbreviated
	case last < utf8.RuneSelf:
		return noStop
	}
	switch w {
	case "…":
		return ellipsis
	case "。", "．", "۔", "।", "።":
		return fullStop
	case "！", "？", "؟", "‽":
		return exclaiming
	}
	return noStop
}

// closers returns the token after the quotes and brackets that close at token i.
func (s *splitter) closers(i int) int {
	for s.touches(i) {
		switch s.word(i) {
		case "”", "’", "»", "\"", "'", "''", ")", "]", "}", ".", "!", "?":
			i++
			continue
		}
		break
	}
	return i
}

// endsAt reports whether the sentence that began with token first ends with the stop at token at, the closers after
// which go up to token end.
func (s *splitter) endsAt(first, at, end int, kind stop) bool {
	if end == len(s.tok) || s.broken(end) {
		return true
	}
	next := s.word(end)
	start := next // the first word of what follows
	for k := end; k < min(len(s.tok), end+3) && opens(start); {
		k++
		start = s.word(k)
	}
	if start == "" {
		return true
	}
	r := firstRune(start)
	switch {
	case unicode.IsLower(r):
		return false
	case opens(next):
	case !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r):
		return goesOnAfter(next, kind)
	}
	switch kind {
	case fullStop:
		return !(at == first+1 && enumerates(s.word(first)))
	case exclaiming:
		return !s.touches(end) && !(end > at+1 && s.attributed(end))
	case abbreviated:
		return s.abbreviation(first, at, start)
	}
	return true
}

// opens reports whether the token opens a quote or bracket.
func opens(w string) bool {
	switch w {
	case "“", "‘", "«", "\"", "'", "``", "(", "[", "¿", "¡":
		return true
	}
	return false
}

// goesOnAfter says for a mark that follows a stop whether it begins a new sentence.
func goesOnAfter(mark string, kind stop) bool {
	switch mark {
	case ",", ";", ":", ")", "]", "”", "’", "/", "%":
		return false
	case "-", "–", "—", "--":
		return kind == fullStop
	}
	return kind != abbreviated
}

// enumerates reports whether w numbers the items of a list: "1", "12", "b", "IV".
func enumerates(w string) bool {
	return allDigits(w) && len(w) <= 2 || len(w) == 1 && hasLetter(w) || strings.Trim(w, "IVX") == ""
}

// attributed reports whether token i begins the words that tell who spoke: “Who pays?” Mr. Haddad asked.
func (s *splitter) attributed(i int) bool {
	for k := i; k < min(len(s.tok), i+7); k++ {
		w := s.word(k)
		if speaks(w) {
			return true
		}
		if k > i && stopOf(w) != noStop && stopOf(w) != abbreviated || w == "," || opens(w) {
			return false
		}
	}
	return false
}

// speaks reports whether w is a usual past or present tense of saying as it follows a quotation.
func speaks(w string) bool {
	switch w {
	case "said", "says", "asked", "asks", "added", "told", "replied", "wrote", "shouted", "wondered", "tweeted", "exclaimed", "cried", "continued":
		return true
	}
	return false
}

// abbreviation reports whether the abbreviation or initial at token at ends the sentence, start being the word, with a
// capital or a digit, that follows.
func (s *splitter) abbreviation(first, at int, start string) bool {
	w := strings.TrimSuffix(s.word(at), ".")
	starter := english.Starter(start)
	if isDigit(start[0]) || len(start) == 1 && s.word(at+1) == start && s.word(at+2) == "," {
		return false // Co. A, 2nd Bn.
	}
	switch english.Abbreviation(w) {
	case english.AbbrevTitle, english.AbbrevNumber:
		return false
	case english.AbbrevMonth:
		return starter
	case english.AbbrevState, english.AbbrevPlain:
		return starter || hour12(w) && !calendar(start)
	}
	if utf8.RuneCountInString(w) == 1 {
		return starter && s.word(at-1) != "" && !unicode.IsUpper(firstRune(s.word(at-1)))
	}
	return starter
}

// hour12 reports whether w is the "a.m" or "p.m" of a time of day.
func hour12(w string) bool { return strings.EqualFold(w, "a.m") || strings.EqualFold(w, "p.m") }

// calendar reports whether w can follow the time of day in the same sentence: a weekday, a month or a time zone.
func calendar(w string) bool {
	c, ok := english.Calendar(strings.ToLower(w))
	switch {
	case ok && (c.Sort == english.CalMonth || c.Sort == english.CalWeekday):
		return true
	case len(w) <= 4 && w == strings.ToUpper(w):
		return true
	}
	switch w {
	case "Eastern", "Pacific", "Central", "Greenwich", "Zulu":
		return true
	}
	return false
}
