package calm

import (
	"strings"
	"unicode"

	"skein/importer"
	"skein/importer/english"
)

// around settles words by their neighbours in words [first, end).
func (r *reading) around(first, end int) {
	r.titled(first, end)
	r.headed(first, end)
	r.numbered(first, end)
	for i := first; i < end; i++ {
		w, next := &r.w[i], r.form(i+1, end)
		switch {
		case spanish[w.low] && next == capped && w.tag != importer.Pron:
			w.form = capped
			if i > first && r.w[i-1].low == "de" {
				w.form = small
			}
		case r.know.small[w.low] && i > first && r.w[i-1].form == capped && r.between(i, end):
			w.form = small
		case w.form == capped && i > first && opening(r.w[i-1].text) && i+1 < end && closing(r.w[i+1].text) && len(w.text) < 5 && w.pos == "":
			w.form = kept // (EFE)
		case len(w.text) < 4 && i > first && unicode.IsDigit(rune(r.w[i-1].text[0])) && strings.Trim(w.low, "bcdfghkmqt") == "":
			w.form = small // 30 km
		case i+1 < end && compass[w.low] && r.w[i+1].low == "of":
			w.form = small
		case i+1 < end && (compass[w.low] || w.low == "central") && continents[r.w[i+1].low]:
			w.form = capped // Central American
		case i > first && w.form == capped && r.w[i-1].form == kept && strings.ContainsAny(r.w[i-1].text, "0123456789") && english.EquipmentNames().Classes[w.low] != "":
			w.form = small // an M-16 rifle
		case (w.low == "radio" || w.low == "television") && next == capped:
			w.form = capped // Radio Andina
		case w.text == "[":
			r.note(i+1, end)
		}
	}
}

// spanish are articles that begin names of places.
var spanish = map[string]bool{"el": true, "la": true, "los": true, "las": true}

var continents = map[string]bool{"america": true, "american": true, "americans": true, "africa": true, "african": true, "africans": true, "asia": true, "asian": true, "asians": true, "europe": true, "european": true, "europeans": true, "korea": true, "korean": true, "koreans": true}

var compass = map[string]bool{"north": true, "south": true, "east": true, "west": true, "northeast": true, "northwest": true, "southeast": true, "southwest": true}

func (r *reading) form(i, end int) form {
	if i < end {
		return r.w[i].form
	}
	return open
}

// titled gives ranks and titles a capital before a name, and none elsewhere.
func (r *reading) titled(first, end int) {
	for i := end - 1; i >= first; i-- {
		w := &r.w[i]
		if !r.know.titles[w.low] || w.sure || i+1 >= end {
			continue
		}
		next := &r.w[i+1]
		initial := next.form == kept && len(next.text) == 2 && strings.HasSuffix(next.text, ".")
		inside := i > first && r.w[i-1].form == capped && next.form == capped && w.tag == importer.Propn // Justo Pastor Ceballos
		if !initial && !inside && !(next.name() && (!next.sure || r.know.gaz.Surname(next.text))) {
			w.form = small
			continue
		}
		w.form = capped
		if i > first && r.know.titles[r.w[i-1].low+" "+w.low] {
			r.w[i-1].form, r.w[i-1].sure = capped, true
		}
	}
}

// headed makes names of common words that go together with the last word of a name: all of "CHRISTIAN DEMOCRATIC PARTY",
// where the tagger took some for a name, and "ATLACATL BATTALION".
func (r *reading) headed(first, end int) {
	for i := first + 1; i < end; i++ {
		w, prev := &r.w[i], &r.w[i-1]
		if !r.know.heads[w.low] || w.sure {
			continue
		}
		if w.form != capped && prev.form == capped && (r.know.behind[w.low] || w.low == "department" && prev.pos == "") && !r.people(prev) && !r.know.titles[prev.low] && w.tag != importer.Verb {
			w.form = capped
		}
		if w.form != capped && prev.form == capped && prev.pos != "" && !prev.sure && (w.tag == importer.Propn || w.tag == importer.Noun) {
			w.form = capped // Treasury Police
		}
		for k := i - 1; w.form == capped && k >= first && k > i-4 && !r.w[k].sure && r.w[k].form != kept && r.modifies(&r.w[k]); k-- {
			r.w[k].form = capped
		}
	}
}

// people reports whether a word says of which country something is: "the Salvadoran army".
func (r *reading) people(w *word) bool {
	_, ok := r.know.gaz.Nation(w.text)
	return ok
}

// modifies reports whether a word can be a part of a name before its last word.
func (r *reading) modifies(w *word) bool {
	return (w.tag == importer.Adj || w.tag == importer.Noun || w.tag == importer.Propn) && strings.ContainsAny(w.pos, "na") && !english.Starter(w.text)
}

// numbered makes names of units with a number: "1ST INFANTRY BRIGADE".
func (r *reading) numbered(first, end int) {
	for i := first; i < end; i++ {
		if w := r.w[i].text; !unicode.IsDigit(rune(w[0])) || !unicode.IsUpper(rune(w[len(w)-1])) {
			continue
		}
		for j := i + 1; j < min(i+5, end) && r.w[j].form != kept && (r.modifies(&r.w[j]) || r.w[j].form == capped); j++ {
			if english.Units().Heads[r.w[j].low] != "" {
				r.capitalise(i+1, j+1)
			}
		}
	}
}

// note makes small what stands in square brackets at word i if it is made of common words: "[WORDS INDISTINCT]".
func (r *reading) note(i, end int) {
	j := i
	for ; j < end && r.w[j].text != "]"; j++ {
		if w := &r.w[j]; w.sure && w.form == capped || w.pos == "" && w.form != small {
			return
		}
	}
	for ; i < j; i++ {
		if r.w[i].form == capped {
			r.w[i].form = small
		}
	}
}

// between reports whether a name goes on behind the particle at word i.
func (r *reading) between(i, end int) bool {
	for j := i + 1; j < end; j++ {
		if !r.know.small[r.w[j].low] {
			return r.w[j].form == capped
		}
	}
	return false
}

// write makes the calm text of the document.
func (r *reading) write() {
	out := []byte(r.d.Text)
	for i := range r.w {
		w := &r.w[i]
		s := w.as
		if s == "" {
			switch w.form {
			case small:
				s = strings.ToLower(w.text)
			case capped:
				s = nameCase(w.text)
			default:
				continue
			}
		}
		if len(s) == len(w.text) {
			copy(out[w.Begin:w.End], s)
		}
	}
	r.d.Plain = string(out)
}

// nameCase is a word in capitals as a name: "O'Brien", "McAllister", "al-Saud", "CJTF-West".
func nameCase(s string) string {
	parts := strings.Split(s, "-")
	for i, p := range parts {
		switch {
		case len(parts) > 1 && i < len(parts)-1 && (english.Article(p) || english.Affix(p)):
			parts[i] = strings.ToLower(p)
		case len(parts) > 1 && acronym(p):
		default:
			parts[i] = capital(p)
		}
	}
	return strings.Join(parts, "-")
}

func capital(s string) string {
	b := []rune(s)
	for i, c := range b {
		begins := i == 0 || i == 2 && len(b) > 4 && (b[1] == '\'' || b[1] == '’' || b[0] == 'M' && b[1] == 'c')
		if !begins {
			b[i] = unicode.ToLower(c)
		}
	}
	return string(b)
}
