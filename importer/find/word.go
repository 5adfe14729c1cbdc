package find

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"skein/graph"
	"skein/importer"
	"skein/importer/english"
	"skein/importer/gazetteer"
)

// shape says how a word is written.
type shape uint16

const (
	capital shape = 1 << iota // begins with an upper-case letter, or with a lower-case particle joined to one: al-Asad
	allCaps                   // two letters or more, all upper case: ANSF, U.S.
	mixed                     // an upper-case letter after a lower-case one: SuperCobra, SoI, McCain
	number                    // digits only, with separators: 2,500
	digits                    // has a digit
	ordinal                   // 37th, First
	roman                     // III, XVIII
	initial                   // J., R.J.
	mark                      // punctuation
	starts                    // first word of a sentence, a quotation or a bracket
	dotted                    // ends with a full stop that belongs to it: Capt.
	spaced                    // white space stands before it
	newline                   // a line break stands before it
	broken                    // an empty line stands before it
)

// word is a token as the recognisers see it.
type word struct {
	graph.Span
	text  string // as written
	low   string // folded by the gazetteer: "us" for "U.S.", "al sudani" for "al-Sudani"
	shape shape
	lists list // the word lists it stands in
	tag   importer.Tag
	sent  int32
}

func (w *word) is(s shape) bool { return w.shape&s != 0 }
func (w *word) in(l list) bool  { return w.lists&l != 0 }

// readWords makes the words of a document, in text order, with what is to be known of each by itself.
func readWords(d *importer.Document, lists map[string]list) []word {
	words := make([]word, 0, len(d.Tokens))
	for si := range d.Sentences {
		s := &d.Sentences[si]
		open := true
		for ti := s.First; ti < s.Last && ti < len(d.Tokens); ti++ {
			for _, span := range parts(d, visible(d, ti)) {
				w := word{Span: span, sent: int32(si), tag: d.Tokens[ti].Tag}
				w.text = d.Read(w.Span)
				w.low = gazetteer.Fold(w.text)
				w.shape = shapeOf(w.text)
				w.lists = lists[w.low] | functionList(w.text)
				if len(w.low) == 2 && !w.is(allCaps) {
					w.lists &^= headWord // AG and SA are companies, Ag is not
				}
				if len(words) > 0 {
					w.shape |= gapBefore(d.Text, words[len(words)-1].End, w.Begin)
				} else {
					w.shape |= spaced | newline | broken
				}
				if open && !w.is(mark) {
					w.shape |= starts
				}
				open = w.is(mark) && (open || opens(w.text))
				words = append(words, w)
			}
		}
	}
	return words
}

// parts takes apart a token in which a unit's name goes on behind a hyphen: "Force-Operation", "Command-Iraq". Other tokens
// are one part.
func parts(d *importer.Document, span graph.Span) []graph.Span {
	head, tail, ok := strings.Cut(d.Read(span), "-")
	if !ok || tail == "" || english.Units().Heads[strings.ToLower(head)] == "" {
		return []graph.Span{span}
	}
	if r, _ := utf8.DecodeRuneInString(tail); !unicode.IsUpper(r) || !unicode.IsUpper(rune(head[0])) {
		return []graph.Span{span}
	}
	at := span.Begin + len(head)
	return []graph.Span{{Begin: span.Begin, End: at}, {Begin: at, End: at + 1}, {Begin: at + 1, End: span.End}}
}

// visible is the place of token i without the marks of writing direction and the like around it.
func visible(d *importer.Document, i int) graph.Span {
	span := d.Tokens[i].Span
	s := d.Read(span)
	left := strings.TrimLeftFunc(s, format)
	span.Begin += len(s) - len(left)
	if left == "" {
		return d.Tokens[i].Span
	}
	span.End -= len(left) - len(strings.TrimRightFunc(left, format))
	return span
}

func format(r rune) bool { return r >= utf8.RuneSelf && unicode.Is(unicode.Cf, r) }

// opens reports whether a word behind this mark may be capitalised because of it.
func opens(s string) bool {
	switch s {
	case "\"", "“", "‘", "'", "«", "„", "(", "[", "*", "•", ":", "…", "...", "—", "–":
		return true
	}
	return false
}

func gapBefore(text string, from, to int) shape {
	if from >= to || to > len(text) {
		return 0
	}
	gap := text[from:to]
	s := spaced
	switch n := strings.Count(gap, "\n"); {
	case n > 1:
		s |= newline | broken
	case n == 1:
		s |= newline
	}
	return s
}

// shapeOf looks at the letters of one word.
func shapeOf(s string) shape {
	var sh shape
	var upper, lower, digit, other int
	var prev rune
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			upper++
			if unicode.IsLower(prev) {
				sh |= mixed
			}
		case unicode.IsLetter(r):
			lower++
		case unicode.IsDigit(r):
			digit++
		default:
			other++
		}
		prev = r
	}
	first, _ := utf8.DecodeRuneInString(s)
	switch {
	case upper+lower+digit == 0:
		return mark
	case upper+lower == 0:
		return number | digits
	case digit > 0:
		sh |= digits
	}
	if unicode.IsUpper(first) || particleName(s) {
		sh |= capital
	}
	if upper > 1 && lower == 0 || upper > 1 && lower == 1 && strings.HasSuffix(s, "s") {
		sh |= allCaps
	}
	if sh&digits != 0 && isOrdinal(s) {
		sh |= ordinal
	}
	if lower == 0 && digit == 0 && isRoman(s) {
		sh |= roman
	}
	if strings.HasSuffix(s, ".") {
		sh |= dotted
		if isInitial(s) {
			sh |= initial
		}
	}
	return sh
}

// particleName reports whether s is a name that begins with a small particle: al-Sudani, d'Estaing, bin-Laden.
func particleName(s string) bool {
	i := strings.IndexAny(s, "-'’")
	if i < 1 || i > 4 {
		return false
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	r, _ := utf8.DecodeRuneInString(s[i+n:])
	if !unicode.IsUpper(r) {
		return false
	}
	switch s[:i] {
	case "al", "el", "ad", "an", "ar", "as", "ash", "at", "az", "bin", "ibn", "ben", "abu", "umm", "ul", "d", "l", "wal", "wa", "bil":
		return true
	}
	return false
}

// isOrdinal reports whether s is a number with its ending: 1st, 37th, 3d.
func isOrdinal(s string) bool {
	n := 0
	for n < len(s) && '0' <= s[n] && s[n] <= '9' {
		n++
	}
	if n == 0 || n > 4 {
		return false
	}
	switch strings.ToLower(s[n:]) {
	case "st", "nd", "rd", "th", "d":
		return true
	}
	return false
}

// isRoman reports whether s is a Roman numeral up to XXXIX.
func isRoman(s string) bool {
	t := strings.TrimLeft(s, "X")
	if len(s)-len(t) > 3 {
		return false
	}
	switch t {
	case "":
		return s != ""
	case "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX":
		return true
	}
	return false
}

// isInitial reports whether s is one letter with a full stop, or several such: J., R.J.
func isInitial(s string) bool {
	want := true
	n := 0
	for _, r := range s {
		if want && !unicode.IsUpper(r) || !want && r != '.' {
			return false
		}
		if want {
			n++
		}
		want = !want
	}
	return want && n > 0 && n < 4
}

// functionList is what the calendar and the words that open sentences say of a word.
func functionList(s string) list {
	var l list
	if english.Starter(s) {
		l |= functionWord
	}
	if c, ok := english.Calendar(strings.ToLower(strings.TrimSuffix(s, "."))); ok && (c.Sort == english.CalMonth || c.Sort == english.CalWeekday) {
		l |= monthDay
	}
	return l
}
