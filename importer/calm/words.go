package calm

import (
	"strings"
	"unicode"

	"skein/graph"
	"skein/importer"
	"skein/importer/english"
	"skein/importer/gazetteer"
)

// form is how a word is written in the calm text.
type form uint8

const (
	open   form = iota // not settled yet
	small              // said
	capped             // Peru
	kept               // FMLN, M-14, 3,000
)

// word is a token of a loud sentence.
type word struct {
	graph.Span
	text string // as it stands there
	low  string // folded
	tag  importer.Tag
	form form
	sure bool   // its form is known from the world or from letters that go together
	pos  string // what it can be as a common word
	as   string // how the world writes it; empty where its form says all
}

func (w *word) name() bool { return w.form == capped || w.form == kept && w.tag == importer.Propn }

// reading is the loud part of a document.
type reading struct {
	d     *importer.Document
	know  *knowledge
	w     []word
	spans [][2]int        // the sentences, as words
	spelt map[string]bool // acronyms that the article explains
}

func (r *reading) add(s *importer.Sentence) {
	first := len(r.w)
	for i := s.First; i < s.Last; i++ {
		t := &r.d.Tokens[i]
		w := word{Span: t.Span, text: t.In(r.d.Text), tag: t.Tag}
		w.low = gazetteer.Fold(w.text)
		r.w = append(r.w, w)
	}
	r.spans = append(r.spans, [2]int{first, len(r.w)})
}

// settle decides on the form of every word, the plainest first.
func (r *reading) settle() {
	for i := range r.w {
		w := &r.w[i]
		if w.form, w.sure = plainForm(w); w.form == open {
			w.pos = r.common(w)
		}
	}
	for _, s := range r.spans {
		r.known(s[0], s[1])
		r.spelled(s[0], s[1])
	}
	votes := r.votes()
	for i := range r.w {
		if w := &r.w[i]; w.form == open {
			w.form = r.judge(w, votes[w.low])
		}
	}
	for _, s := range r.spans {
		r.around(s[0], s[1])
	}
}

// plainForm is the form of words of which nothing else need be known, or open.
func plainForm(w *word) (f form, sure bool) {
	letters, digits, dots := 0, 0, strings.Count(w.text, ".")
	for _, c := range w.text {
		switch {
		case unicode.IsLetter(c):
			letters++
		case unicode.IsDigit(c):
			digits++
		}
	}
	switch {
	case letters == 0, w.text == "I":
		return kept, true
	case digits > 0 && unicode.IsDigit(rune(w.text[0])) && strings.TrimLeft(w.text, "0123456789") != "" && !strings.ContainsAny(w.text, "-/"):
		return small, true // 56TH
	case digits > 0:
		return kept, true
	case letters == 1 && dots == 1, letters > 1 && dots >= letters:
		return kept, true // J., U.S.
	case w.text[0] == '\'' || strings.HasPrefix(w.text, "’"):
		return small, true
	}
	if c, ok := english.Calendar(strings.ToLower(strings.TrimSuffix(w.text, "."))); ok && (c.Sort == english.CalMonth || c.Sort == english.CalWeekday) {
		if w.tag != importer.Aux && w.tag != importer.Verb {
			return capped, true
		}
		return small, true
	}
	switch w.tag {
	case importer.Pron, importer.Det, importer.Aux, importer.Conj, importer.Sconj, importer.Part, importer.Adp, importer.Punct:
		return small, false
	}
	if english.Starter(w.text) {
		return small, false
	}
	return open, false
}

// most is how many words the names have at most that are looked up.
const most = 7

// known settles what the gazetteer knows in words [i, end): countries, their people, bodies and places of several words.
func (r *reading) known(i, end int) {
	for i < end {
		if r.w[i].form == small {
			i++
			continue
		}
		to := r.bodyAt(i, end)
		if to == i {
			to = r.placeAt(i, end)
		}
		i = max(to, i+1)
	}
}

// bodyAt takes the name of a body at word i, writes it as the world does, and returns the word behind it, or i.
func (r *reading) bodyAt(i, end int) int {
	best, form := i, ""
	first, _, _ := strings.Cut(r.w[i].low, " ")
	bodies := r.know.bodies[first]
	longest := 0
	for _, b := range bodies {
		longest = max(longest, len(b.form))
	}
	for j := i + 1; len(bodies) > 0 && j <= min(i+most, end); j++ {
		text := r.text(i, j)
		if len(text) > longest+8 {
			break
		}
		if r.w[j-1].low == "" {
			continue // "PLAN." is folded like "PLAN"
		}
		folded := gazetteer.Fold(text)
		for _, b := range bodies {
			if b.folded == folded {
				best, form = j, b.form
				break
			}
		}
	}
	if best == i || best == i+1 && (r.plainWord(&r.w[i]) || strings.ToUpper(form) == form && (r.w[i].pos != "" || r.given(i, end))) {
		return i
	}
	r.capitalise(i, best)
	fields := strings.Fields(form)
	for k := i; k < best; k++ {
		switch w := &r.w[k]; {
		case len(fields) == best-i && strings.EqualFold(w.text, fields[k-i]):
			w.as = fields[k-i]
		case len(w.text) > 1 && strings.Contains(form, w.text):
			w.form = kept
		}
	}
	if strings.ToUpper(form) == form && best == i+1 {
		r.w[i].form = kept
	}
	return best
}

// given reports whether word i is a person's given name, and the rest follows.
func (r *reading) given(i, end int) bool {
	return i+1 < end && r.know.gaz.GivenName(r.w[i].text) && r.w[i+1].tag == importer.Propn && (r.w[i+1].pos == "" || r.know.gaz.Surname(r.w[i+1].text))
}

// plainWord reports whether a word is more likely a common one than what the world calls so: "IS", "WHO", "AID".
func (r *reading) plainWord(w *word) bool {
	return w.form == small || w.tag != importer.Propn && w.pos != ""
}

// placeAt takes the name of a country, a people or a place of several words at word i.
func (r *reading) placeAt(i, end int) int {
	best := i
	for j := i + 1; j <= min(i+most, end); j++ {
		text := r.text(i, j)
		if r.w[j-1].low == "" {
			break
		}
		if _, ok := r.know.gaz.Nation(text); ok && (j > i+1 || !r.plainNation(&r.w[i])) {
			best = j
		} else if j > i+1 && r.w[j-1].form != small && (r.proper(i, j)) && len(r.know.gaz.Lookup(text)) > 0 {
			best = j
		}
		if !r.know.gaz.Prefix(text) {
			break
		}
	}
	r.capitalise(i, best)
	if best == i+1 && len(r.w[i].text) <= 3 {
		r.w[i].form = kept // US, UK, UAE
	}
	return best
}

// plainNation reports whether a word is something else than the country it may name: "US" the pronoun, "TURKEY" hardly.
func (r *reading) plainNation(w *word) bool {
	return w.form == small || w.pos != "" && w.tag != importer.Propn && w.tag != importer.Adj
}

// proper reports whether the tagger takes one of words [i, j) for a proper noun, or none is a common word.
func (r *reading) proper(i, j int) bool {
	common := false
	for ; i < j; i++ {
		if r.w[i].tag == importer.Propn {
			return true
		}
		common = common || r.w[i].pos != ""
	}
	return !common
}

// capitalise makes words [i, j) a name; small words inside stay so.
func (r *reading) capitalise(i, j int) {
	for k := i; k < j; k++ {
		w := &r.w[k]
		if w.form == kept || k > i && k < j-1 && r.inner(w) {
			continue
		}
		w.form, w.sure = capped, true
	}
}

// inner reports whether a word inside a name is written small.
func (r *reading) inner(w *word) bool {
	switch w.low {
	case "of", "the", "and", "for", "in", "on", "to", "with", "a":
		return true
	}
	return w.form == small && (w.tag == importer.Adp || w.tag == importer.Det || w.tag == importer.Conj)
}

// text is what words [i, j) say.
func (r *reading) text(i, j int) string { return r.d.Text[r.w[i].Begin:r.w[j-1].End] }

// count is how often a word stands in the loud part, how often as a proper noun, and how often settled as a name or an
// acronym.
type count struct{ all, proper, names, kept int }

// votes counts the words.
func (r *reading) votes() map[string]count {
	out := map[string]count{}
	for i := range r.w {
		w := &r.w[i]
		if w.form == small && w.sure {
			continue
		}
		c := out[w.low]
		c.all++
		if w.tag == importer.Propn {
			c.proper++
		}
		if w.sure && w.form == capped {
			c.names++
		}
		if w.sure && w.form == kept {
			c.kept++
		}
		out[w.low] = c
	}
	return out
}

// judge settles an open word by its tags here and elsewhere, and by what it can be otherwise.
func (r *reading) judge(w *word, c count) form {
	person := r.know.gaz.GivenName(w.text) || r.know.gaz.Surname(w.text)
	switch {
	case strings.Contains(w.text, "-") && r.compound(w):
		return small
	case r.spelt[w.low], c.kept > 0 && (w.pos == "" || w.tag == importer.Propn):
		return kept
	case w.pos == "" && !person && c.names == 0 && (w.tag != importer.Propn || strings.HasSuffix(w.low, "s")) && r.joined(w.low):
		return small
	case w.pos == "":
		if w.tag != importer.Propn && c.proper*2 < c.all && (c.names == 0 && !person && ordinary(w.low) || w.tag == importer.Adv || w.tag == importer.Verb) {
			return small
		}
		if !person && acronym(w.text) && len(r.know.gaz.Lookup(w.text)) == 0 {
			return kept
		}
		return capped
	case !strings.ContainsAny(w.pos, "na") && !person:
		return small // emerged
	case w.tag == importer.Propn && (c.proper*2 > c.all || person):
		return capped
	}
	return small
}
