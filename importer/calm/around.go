package calm

import (
	"strings"
	"unicode"

	"skein/importer"
	"skein/importer/english"
)

// around settles words by their neighbours in words [first, end): ranks and titles before a name, heads behind one,
// particles inside one, and common words that the tagger took for a name all by themselves.
func (r *reading) around(first, end int) {
	for i := end - 1; i >= first; i-- {
		w := &r.w[i]
		if r.know.titles[w.low] && !w.sure && i+1 < end {
			next := &r.w[i+1]
			if next.name() && (!next.sure || r.know.gaz.Surname(next.text)) || next.form == kept && len(next.text) == 2 && strings.HasSuffix(next.text, ".") {
				w.form = capped
				if i > first && r.know.titles[r.w[i-1].low+" "+w.low] {
					r.w[i-1].form, r.w[i-1].sure = capped, true
				}
			} else {
				w.form = small
			}
		}
	}
	for i := first; i < end; i++ {
		w := &r.w[i]
		switch {
		case r.know.small[w.low] && i > first && i+1 < end && r.w[i-1].form == capped && r.between(i, end):
			w.form = small
		case r.know.heads[w.low] && !w.sure && w.pos != "":
			if i > first && r.w[i-1].name() && w.tag == importer.Propn || i+2 < end && w.tag == importer.Propn && r.w[i+1].low == "of" && r.w[i+2].form == capped {
				w.form = capped
			}
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
		case len(parts) > 1 && i < len(parts)-1 && english.Article(p):
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
