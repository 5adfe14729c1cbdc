package segment

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"skein/importer/english"
)

// part is one word of a hyphened compound.
type part struct {
	begin, end int // offsets into the text
	s          string
	shape      shape
}

// shape is how a word is written.
type shape uint8

const (
	lower  shape = iota // "led", "b", and scripts without case
	title               // "Iran", "McDonald"
	caps                // "ISIS", "U.S."
	single              // "D"
	digits              // holds a digit: "47", "18E", "10th"
)

func shapeOf(s string) shape {
	if hasDigit(s) {
		return digits
	}
	first, n := utf8.DecodeRuneInString(s)
	switch {
	case !unicode.IsUpper(first):
		return lower
	case n == len(s):
		return single
	case strings.IndexFunc(s[n:], unicode.IsLower) < 0:
		return caps
	}
	return title
}

// compound makes tokens of the word at piece i and of what is joined to it, and returns the piece after it.
func (t *tokenizer) compound(i int) int {
	var buffer [8]part
	parts := buffer[:0]
	for {
		end := t.unit(i)
		p := part{begin: t.p[i].begin, end: t.p[end-1].end}
		p.s = t.text[p.begin:p.end]
		parts = append(parts, p)
		if !hyphen(t.of(end)) || !t.wordy(end+1) {
			i = end
			break
		}
		i = end + 1
	}
	if len(parts) == 1 {
		t.split(parts[0].begin, parts[0].end)
		return i
	}
	for k := range parts {
		parts[k].shape = shapeOf(parts[k].s)
	}
	t.join(parts)
	return i
}

// hyphen reports whether s joins words: a hyphen-minus, a hyphen or a non-breaking hyphen, but not a dash.
func hyphen(s string) bool { return s == "-" || s == "\u2010" || s == "\u2011" }

// unit returns the end of the word at piece i with what binds tighter than a hyphen: a decimal point before it, the
// dot of an abbreviation after it, colons in times, slashes in dates and designations, the ampersand of "AT&T".
func (t *tokenizer) unit(i int) int {
	if t.is(i, mark) { // ".50"
		i++
	}
	end := i + 1
	for t.wordy(end+1) && binds(t.of(end-1), t.of(end), t.of(end+1)) {
		end += 2
	}
	if t.of(end) == "." && t.of(end+1) != "." && t.dotted(i, end) {
		end++
	}
	return end
}

// binds reports whether the mark m between a and b makes them one word.
func binds(a, m, b string) bool {
	switch m {
	case ":":
		return allDigits(a) && len(b) >= 2 && isDigit(b[0]) && isDigit(b[1])
	case "/":
		switch {
		case allDigits(a) && allDigits(b):
			return true
		case len(b) == 1 && isUpper(b[0]):
			return len(a) == 1 && isUpper(a[0]) || hasDigit(a) && hasLetter(a)
		}
		return a == "AN" && shapeOf(b) == caps
	case "&":
		return len(a) <= 3 && len(b) <= 3 && a == strings.ToUpper(a) && b == strings.ToUpper(b)
	}
	return false
}

func allDigits(s string) bool {
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
	}
	return s != ""
}

// dotted reports whether the full stop at piece dot belongs to the word before it, which begins at piece i: it is an
// abbreviation or an initial. That it does says nothing about the end of a sentence.
func (t *tokenizer) dotted(i, dot int) bool {
	s := t.text[t.p[i].begin:t.p[dot-1].end]
	next := t.following(dot + 1)
	switch {
	case strings.IndexByte(s, '.') > 0:
		return initials(s)
	case len(s) == 1 && isUpper(s[0]):
		return next != "" && unicode.IsUpper(firstRune(next)) && (!english.Starter(next) || len(next) == 1)
	}
	switch english.Abbreviation(s) {
	case english.AbbrevTitle, english.AbbrevPlain:
		return true
	case english.AbbrevNumber:
		return next != "" && isDigit(next[0])
	case english.AbbrevMonth:
		return next != "" && isDigit(next[0]) || len(t.out) > 0 && t.beforeMonth()
	case english.AbbrevState:
		return len(t.out) > 0 && t.text[t.out[len(t.out)-1].Begin] == ','
	}
	return false
}

// beforeMonth reports whether the last token can stand before the short name of a month or weekday: a number, a comma,
// an opening bracket, "on", "in", "last" and their like.
func (t *tokenizer) beforeMonth() bool {
	last := t.out[len(t.out)-1].In(t.text)
	switch strings.ToLower(last) {
	case "on", "in", "since", "until", "till", "by", "from", "to", "and", "between", "last", "next", "this", "late", "early", "mid", ",", "(", "–", "-", "—", "/":
		return true
	}
	return isDigit(last[0])
}

// initials reports whether s is letters with dots between them, such as "U.S", "p.m" and "Ph.D".
func initials(s string) bool {
	run := 0
	for i := range len(s) {
		switch {
		case s[i] == '.':
			if run == 0 {
				return false
			}
			run = 0
		case s[i] < utf8.RuneSelf && (isUpper(s[i]) || isLower(s[i])):
			if run++; run > 2 {
				return false
			}
		default:
			return false
		}
	}
	return run > 0
}

// following is the word or mark that follows piece i-1 of the chunk, over gaps on the same line, or "".
func (t *tokenizer) following(i int) string {
	if i < len(t.p) {
		return t.of(i)
	}
	rest := t.text[t.p[len(t.p)-1].end:]
	for k, r := range rest {
		if r == '\n' && strings.HasPrefix(rest[k:], "\n\n") || k > 16 {
			return ""
		}
		if unicode.IsSpace(r) {
			continue
		}
		end := k + strings.IndexFunc(rest[k:], func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' && r != '’' })
		if end == k {
			end = k + utf8.RuneLen(r)
		}
		if end < k {
			end = min(len(rest), k+32)
		}
		return rest[k:min(end, len(rest))]
	}
	return ""
}

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }

// join emits the parts of a compound, those that make one word together and the hyphens between the others each as a
// token.
func (t *tokenizer) join(parts []part) {
	loud := shouting(t.text, parts[0].begin)
	if designation(parts, loud) {
		t.emit(parts[0].begin, parts[len(parts)-1].end)
		return
	}
	begin := 0
	for i := 1; i <= len(parts); i++ {
		if i < len(parts) && t.joined(parts, i, loud) {
			continue
		}
		if i-begin == 1 {
			t.split(parts[begin].begin, parts[begin].end)
		} else {
			t.tail(parts[begin].begin, parts[i-1].begin, parts[i-1].end)
		}
		if i < len(parts) {
			t.emit(parts[i-1].end, parts[i].begin)
		}
		begin = i
	}
}

// tail emits a joined compound whose last word is [last, end), without the possessive that it may end in.
func (t *tokenizer) tail(begin, last, end int) {
	at := contraction(t.text[last:end])
	if at == 0 {
		t.emit(begin, end)
		return
	}
	t.emit(begin, last+at)
	t.emit(last+at, end)
}

// designation reports whether the parts are the name of a thing with a number in it: "CH-47", "MiG-29s", "5-4",
// "MAG-49", "2023-07-12", "555-0100". A number with a word of small letters is none: "15-year", "mid-2015".
func designation(parts []part, loud bool) bool {
	numbered := false
	for i, p := range parts {
		switch p.shape {
		case digits:
			numbered = true
		case lower:
			if len(p.s) > 1 || i == 0 {
				return false
			}
		case title:
			if i > 0 && parts[i-1].shape == digits || english.Nation(p.s) || contraction(p.s) > 0 {
				return false
			}
		case caps:
			if loud && len(p.s) > 1 && i > 0 || english.Nation(p.s) && i > 0 {
				return false
			}
		}
	}
	return numbered && contraction(parts[len(parts)-1].s) == 0
}

// joined reports whether part i is one word with the part before it.
func (t *tokenizer) joined(parts []part, i int, loud bool) bool {
	a, b := parts[i-1], parts[i]
	if a.shape == digits || b.shape == digits {
		return len(a.s) == 1 || (a.shape == digits || a.shape == caps) && (b.shape == digits || b.shape == single || b.shape == caps && !loud)
	}
	affix := english.Affix(a.s)
	switch {
	case english.Article(a.s) && (b.shape == title || b.shape == caps && (loud || a.shape != caps)):
		return true
	case english.Linker(a.s) && i >= 2 && parts[i-2].shape == title && b.shape == title,
		english.Linker(b.s) && i+1 < len(parts) && a.shape == title && parts[i+1].shape == title:
		return true
	case a.shape == lower:
		return b.shape == lower && (affix || len(a.s) == 1)
	case a.shape == single:
		return true
	case b.shape == lower:
		return affix && a.shape == title || t.korean(a, b)
	case english.Nation(a.s), english.Nation(b.s), english.Participle(b.s):
		return false
	case a.shape == caps && b.shape == caps && loud:
		return affix
	}
	return strings.IndexByte(a.s, '.') < 0
}

// korean reports whether a and b are the given name of a person whose Korean surname stands before it: Kim Jong-un.
func (t *tokenizer) korean(a, b part) bool {
	return a.shape == title && len(t.out) > 0 && english.KoreanSurname(t.out[len(t.out)-1].In(t.text)) && english.KoreanSyllable(b.s)
}

// shouting reports whether the text around offset at is written in capitals only, and there is enough of it to say so.
func shouting(text string, at int) bool {
	const around, enough = 80, 20
	capitals := 0
	for i := max(0, at-around); i < min(len(text), at+around); i++ {
		if isLower(text[i]) {
			return false
		}
		if isUpper(text[i]) {
			capitals++
		}
	}
	return capitals >= enough
}
