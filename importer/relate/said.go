package relate

import (
	"cmp"
	"slices"
	"strings"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
	"skein/importer/clause"
	"skein/importer/english"
	"skein/importer/quote"
)

// said is a stretch of text that somebody says.
type said struct {
	graph.Span
	by       int // entity, or -1
	direct   bool
	sort     english.Speech
	sentence int
	charge   bool // what somebody is accused of: the accuser says so, and is not quoted
}

// speaker is a place that says who speaks: a clause of saying, or "according to".
type speaker struct {
	graph.Span
	by       int // entity, or -1
	sort     english.Speech
	sentence int
}

// speech finds who says what in the whole document.
func (r *reading) speech() {
	r.quotes = quote.Spans(r.d.Text)
	var speakers, quoted []speaker
	for i := range r.d.Sentences {
		r.read(i)
		for c := range r.s.Clauses {
			x, ok := r.saying(c)
			r.charges(c)
			switch {
			case !ok:
			case inside(r.quotes, x.Begin):
				quoted = append(quoted, x)
				r.retells(c, x)
			default:
				if n := len(speakers); x.by < 0 && r.s.Clauses[c].Form == clause.Gerund && n > 0 && speakers[n-1].sentence == i {
					x.by = speakers[n-1].by // "X said …, adding that …"
				}
				speakers = append(speakers, x)
				r.noteStatement(c, x)
				r.indirect(c, x)
			}
		}
		speakers = r.according(speakers)
		speakers = r.announced(speakers)
	}
	slices.SortFunc(speakers, func(a, b speaker) int { return cmp.Compare(a.Begin, b.Begin) })
	r.direct(speakers)
	r.quotedIn(quoted)
	slices.SortStableFunc(r.said, func(a, b said) int { return cmp.Or(cmp.Compare(a.Begin, b.Begin), cmp.Compare(b.End, a.End)) })
	for _, x := range r.said {
		if x.charge {
			continue
		}
		confidence := confSaid
		if x.direct {
			confidence = confQuoted
		}
		r.d.Quotes = append(r.d.Quotes, importer.Quote{Span: x.Span, Speaker: x.by, Sentence: x.sentence, Direct: x.direct, Confidence: confidence})
	}
}

// inside reports whether the offset lies in one of the spans, which are sorted.
func inside(spans []graph.Span, at int) bool {
	i, ok := slices.BinarySearchFunc(spans, at, func(s graph.Span, at int) int {
		switch {
		case s.End <= at:
			return -1
		case s.Begin > at:
			return 1
		}
		return 0
	})
	return ok && i < len(spans)
}

// saidBy is who says what stands at the offset, and how; -1 where the article itself does.
func (r *reading) saidBy(at int) (int, english.Speech) {
	i, _ := slices.BinarySearchFunc(r.said, at+1, func(x said, at int) int { return cmp.Compare(x.Begin, at) })
	for k := i - 1; k >= 0 && k >= i-16; k-- { // the innermost one begins last
		if x := &r.said[k]; x.Begin <= at && at < x.End && x.by >= 0 {
			return x.by, x.sort
		}
	}
	return -1, english.NoSpeech
}

// retold is who says in other words than the speaker's what stands at the offset, or -1.
func (r *reading) retold(at int) int {
	if inside(r.quotes, at) {
		return -1
	}
	by, _ := r.saidBy(at)
	return by
}

// saying reads clause c as one of saying with a speaker.
func (r *reading) saying(c int) (speaker, bool) {
	cl := &r.s.Clauses[c]
	sort := english.Saying(cl.Lemma)
	if cl.Lemma == "put" && r.word(cl.Last) == "it" {
		sort = english.SpeechCall // "as X put it, “…”"
	}
	if sort == english.NoSpeech || cl.Form != clause.Finite && cl.Form != clause.Gerund || len(cl.Subjects) == 0 {
		return speaker{}, false
	}
	if cl.Passive {
		for _, o := range cl.Obliques {
			if o.Prep == "by" { // "it was announced by X that"
				return speaker{r.span(cl.First, cl.Last), r.speaks(o.Phrase), sort, r.s.Index}, true
			}
		}
		return speaker{}, false
	}
	return speaker{r.span(cl.First, cl.Last), r.speaks(cl.Subjects[0]), sort, r.s.Index}, true
}

// speaks is the entity that speaks as phrase q, or -1.
func (r *reading) speaks(q int) int {
	e := r.who(q)
	if e >= 0 && (isActor(r.typ(e)) || r.typ(e) == schema.Facility) {
		return e
	}
	for _, prep := range [...]string{"by", "from"} { // "a report by X says"
		if o := r.directly(q, prep); o >= 0 {
			if e := r.who(o); isActor(r.typ(e)) {
				return e
			}
		}
	}
	if english.ObjectIn("document", r.lemma(r.s.Phrases[q].Head)) {
		if e := r.owner(q); isActor(r.typ(e)) {
			return e // "a U.N. report says"
		}
		if r.stated.by >= 0 && r.s.Index-r.stated.sentence <= 2 && r.d.Tokens[r.s.Phrases[q].First].Tag == importer.Det {
			return r.stated.by // "the statement said"
		}
	}
	return -1
}

// says notes that the speaker says tokens [first, last), quotes, commas and full stops at the ends left out.
func (r *reading) says(first, last int, x speaker) {
	for first < last && r.bare(first) {
		first++
	}
	for first < last && r.bare(last-1) {
		last--
	}
	if last-first < 3 || x.by < 0 || r.quotedAlready(r.span(first, last)) {
		return
	}
	r.said = append(r.said, said{Span: r.span(first, last), by: x.by, sort: x.sort, sentence: r.s.Index})
}

// quotedAlready reports whether most of what somebody says stands between quotation marks, and so is found as a quotation.
func (r *reading) quotedAlready(s graph.Span) bool {
	in := 0
	from, _ := slices.BinarySearchFunc(r.quotes, s.Begin, func(q graph.Span, at int) int { return cmp.Compare(q.End, at+1) })
	for _, q := range r.quotes[from:] {
		if q.Begin >= s.End {
			break
		}
		in += min(q.End, s.End) - max(q.Begin, s.Begin)
	}
	return 10*in > 6*s.Len()
}

// start is the first token of the sentence behind its dateline.
func (r *reading) start() int {
	s := &r.d.Sentences[r.s.Index]
	if s.Role == importer.Dateline {
		for t := s.First; t < s.Last && t < s.First+maxDateline; t++ {
			switch r.word(t) {
			case "–", "—", "--", "-", "―":
				return t + 1
			}
		}
	}
	return s.First
}

// maxDateline is how many tokens a dateline may have.
const maxDateline = 24

// bare reports whether a token is a mark that is no part of what is said.
func (r *reading) bare(t int) bool { return strings.Trim(r.d.Word(t), ",.;:–—-\"“”") == "" }

// indirect finds what is said in other than the speaker's words, by the clause of saying c.
func (r *reading) indirect(c int, x speaker) {
	cl := &r.s.Clauses[c]
	s := &r.d.Sentences[r.s.Index]
	if x.sort == english.SpeechCall {
		return
	}
	if content := r.content(cl); content >= 0 {
		r.says(content, r.untilOther(c, s.Last), x)
		return
	}
	begin, inverted := cl.First, true
	for _, q := range cl.Subjects {
		if f := r.s.Phrases[q].First; f < begin {
			begin, inverted = f, false
		}
	}
	if begin <= s.First || !inverted && (!r.bare(begin-1) || r.word(begin-1) == ";") || x.sort == english.SpeechDeny && len(cl.Objects) > 0 {
		return
	}
	end := begin
	if r.goesOn(cl, begin) { // "The talks, X said, will go on"
		end = s.Last
	}
	r.says(r.start(), end, x)
}

// untilOther is the token at which, behind the clause of saying c, another speaker's begins: "X denies that …, but Y says";
// or last.
func (r *reading) untilOther(c, last int) int {
	for k := c + 1; k < len(r.s.Clauses); k++ {
		cl := &r.s.Clauses[k]
		if english.Saying(cl.Lemma) == english.NoSpeech || len(cl.Subjects) == 0 {
			continue
		}
		if cl.Form == clause.Gerund && r.word(cl.First-1) == "," { // "…, adding that"
			return cl.First - 1
		}
		if cl.Form != clause.Finite {
			continue
		}
		begin := r.s.Phrases[cl.Subjects[0]].First
		w := r.word(begin - 1)
		ends := w == "," && cl.Mark == "" && r.content(cl) < 0 && len(cl.Objects) == 0 // "…, a diplomat said"
		if begin > r.s.Clauses[c].Last && begin < cl.First && (w == "but" || w == "and" || w == "while" || w == ";" || ends) {
			return begin - 1
		}
	}
	return last
}

// goesOn reports whether what stands before token begin goes on behind the clause of saying.
func (r *reading) goesOn(cl *clause.Clause, begin int) bool {
	for k := range r.s.Clauses {
		in := &r.s.Clauses[k]
		if in.First > cl.Last && in.Form == clause.Finite && len(in.Subjects) > 0 && r.s.Phrases[in.Subjects[0]].First < begin {
			return in.Mark != "who" && in.Mark != "which"
		}
	}
	return false
}

// temporalBetween reports whether a word that only sets a time stands in tokens [from, to).
func (r *reading) temporalBetween(from, to int) bool {
	for t := from; t < to; t++ {
		if temporal(r.word(t)) {
			return true
		}
	}
	return false
}

// content is the first token of the clause that follows the verb group of cl as what is said, or -1.
func (r *reading) content(cl *clause.Clause) int {
	if len(cl.Objects) > 0 && graph.Modality(english.NounMood(r.lemma(r.s.Phrases[cl.Objects[0]].Head))) == graph.Requested {
		return -1 // "rejected a demand that"
	}
	for k := range r.s.Clauses {
		in := &r.s.Clauses[k]
		if in.First < cl.Last || in.Form != clause.Finite {
			continue
		}
		begin := in.First
		for _, q := range in.Subjects {
			if f := r.s.Phrases[q].First; f >= cl.Last && in.Mark != "who" && in.Mark != "which" { // "said X, who leads Y"
				begin = min(begin, f)
			}
		}
		for t := cl.Last; t < begin; t++ {
			if k := r.s.ClauseAt(t); k >= 0 && english.Saying(r.s.Clauses[k].Lemma) != english.NoSpeech {
				return -1 // "said on Monday, adding that"
			}
			switch r.word(t) {
			case "that", "whether", "how":
				return t + 1
			}
		}
		if len(cl.Objects) > 0 && (r.s.Phrases[cl.Objects[0]].Last <= begin || r.temporalBetween(r.s.Phrases[cl.Objects[0]].Last, in.First)) && !english.ObjectControl(cl.Lemma) && cl.Lemma != "inform" && cl.Lemma != "assure" && cl.Lemma != "remind" {
			return -1 // "declared a state of emergency after X left"
		}
		for t := cl.Last; t < begin; t++ {
			if w := r.word(t); w == "," || w == "who" || w == "unless" || w == "if" || w == "because" || w == "which" || w == "when" || w == "after" || w == "as" || w == "while" || w == "”" {
				return -1
			}
		}
		if begin == in.First { // no subject of its own
			return -1
		}
		if r.word(begin) == "that" {
			begin++
		}
		return begin
	}
	return -1
}
