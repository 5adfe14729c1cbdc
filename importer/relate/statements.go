package relate

import (
	"slices"

	"skein/graph/schema"
	"skein/importer"
	"skein/importer/clause"
	"skein/importer/english"
)

// charges notes that the subject of the clause that c hangs on says what c tells: "accused X of having left".
func (r *reading) charges(c int) {
	cl := &r.s.Clauses[c]
	if cl.Form != clause.Gerund || cl.Prep != "of" || cl.Governor < 0 || cl.Governor >= len(r.s.Clauses) {
		return
	}
	g := &r.s.Clauses[cl.Governor]
	if g.Lemma != "accuse" || g.Passive || len(g.Subjects) == 0 {
		return
	}
	if by := r.speaks(g.Subjects[0]); by >= 0 {
		r.said = append(r.said, said{Span: r.span(cl.First, cl.End), by: by, sort: english.SpeechClaim, sentence: r.s.Index, charge: true})
	}
}

// noteStatement notes who makes a statement: "said in a statement".
func (r *reading) noteStatement(c int, x speaker) {
	for _, o := range r.s.Clauses[c].Obliques {
		if (o.Prep == "in" || o.Prep == "according to") && english.ObjectIn("document", r.lemma(r.s.Phrases[o.Phrase].Head)) {
			r.stated = x
		}
	}
}

// according adds the speakers of "according to X" in the sentence, and what they say.
func (r *reading) according(speakers []speaker) []speaker {
	s := &r.d.Sentences[r.s.Index]
	for q := range r.s.Phrases {
		ph := &r.s.Phrases[q]
		if ph.Prep < 0 || ph.Joined >= 0 {
			continue
		}
		if q > 0 && r.word(ph.Prep) == "of" && r.word(ph.Prep-1) == "words" && r.word(r.s.Phrases[q-1].First-1) == "in" { // "in the words of X, “…”"
			speakers = append(speakers, speaker{r.phraseSpan(q), r.speaks(q), english.SpeechSay, r.s.Index})
		}
		if r.word(ph.Prep) != "according" {
			continue
		}
		x := speaker{r.span(ph.Prep, ph.Last), r.speaks(q), english.SpeechSay, r.s.Index}
		speakers = append(speakers, x)
		begin, end := r.start(), ph.Prep
		if end-begin < 3 { // at the begin of the sentence: what follows
			begin, end = r.pastApposition(ph.Last), s.Last
		}
		r.says(begin, end, x)
	}
	return speakers
}

// announced adds who speaks before a colon, "Kenyan police: Two arrested", in headlines, and anywhere before a quotation.
func (r *reading) announced(speakers []speaker) []speaker {
	s := &r.d.Sentences[r.s.Index]
	if len(r.s.Phrases) == 0 || r.s.Phrases[0].First > s.First+1 {
		return speakers
	}
	q := &r.s.Phrases[0]
	if r.word(q.Last) != ":" || q.Last+3 > s.Last {
		return speakers
	}
	by := r.speaks(0)
	if by < 0 || r.s.Phrases[0].Outer >= 0 && r.typ(r.entity(r.s.Phrases[0].Outer)) == schema.NamedEvent {
		return speakers
	}
	x := speaker{r.phraseSpan(0), by, english.SpeechSay, r.s.Index}
	switch w := r.word(q.Last + 1); {
	case w == "“" || w == "\"" || w == "‘" || w == "'":
		if w == "‘" || w == "'" {
			r.says(q.Last+1, s.Last, x)
		}
		return append(speakers, x)
	case s.Role == importer.Headline && slices.ContainsFunc(r.s.Clauses, func(cl clause.Clause) bool { return cl.First > q.Last && len(cl.Subjects) > 0 }):
		r.says(q.Last+1, s.Last, x)
		return append(speakers, x)
	}
	return speakers
}

// pastApposition is the token behind the comma that ends the phrase ending at token t and what explains it.
func (r *reading) pastApposition(t int) int {
	end := r.d.Sentences[r.s.Index].Last
	for q := r.s.PhraseAt(t - 1); q >= 0; {
		next := -1
		for k := q + 1; k < len(r.s.Phrases) && k <= q+deep; k++ {
			ph := &r.s.Phrases[k]
			if ph.Apposition >= 0 && r.root(k) == r.root(q) || ph.Prep >= 0 && ph.Prep <= t+1 && r.word(ph.Prep) != "" && ph.Apposition < 0 && r.word(t) != "," {
				next = k
			}
		}
		if next < 0 || r.s.Phrases[next].Last <= t {
			break
		}
		q, t = next, r.s.Phrases[next].Last
	}
	if w := r.word(t + 1); r.word(t) == "," && (w == "which" || w == "who" || w == "whose") { // past the relative clause
		for k := t + 2; k < end; k++ {
			if r.word(k) == "," {
				return k + 1
			}
		}
	}
	if t < end && r.word(t) == "," {
		return t + 1
	}
	return t
}
