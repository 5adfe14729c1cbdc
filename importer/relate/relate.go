// Package relate finds what a document says: who says what, what happens, and how the entities belong together.
//
// It reads sentences as package clause takes them apart (phrases, clauses, what hangs on what) and looks its words up in
// package english; it knows no word order and few words: those of the constructions that a rule is about.
//
// # The passes
//
//	said     who says what: direct speech, "X said that …", "according to X" (said.go, statements.go,
//	         quoted.go)
//	events   verbs and nouns that tell events, with who takes part, where and when (verbs.go, habit.go, harm.go,
//	         nouns.go, happens.go, aimed.go, caption.go, time.go, timed.go), and what they are called (name.go)
//	claims   relations that phrases state (persons.go, places.go, bodies.go) and that clauses state (acts.go, preps.go,
//	         command.go, joins.go, gets.go, hold.go, seats.go), and those that package tie is sure of and no rule found (tied.go)
//	again    events that are told again (again.go)
//
// All of them ask whom a phrase means (who.go, called.go, both.go, somebody.go, ships.go, states.go) and whether what is told
// happened, is planned or denied (mood.go, nounmood.go, demand.go).
//
// Speech comes first and for the whole document, since what a quotation says is said by someone who may be named in
// another sentence; the rest goes sentence by sentence.
//
// # Evidence and confidence
//
// The evidence of a claim is the smallest stretch of text that says it: a name with its title, a name and its
// apposition, a clause. A rule's confidence (rules.go) is about the share of what it finds that is right on annotated
// articles that are not part of the project.
package relate

import (
	"cmp"
	"slices"
	"strings"

	"skein/graph"
	"skein/importer"
	"skein/importer/clause"
	"skein/importer/english"
	"skein/importer/sense"
)

// Stage is the stage that gives quotes, events and claims.
func Stage() importer.Stage {
	return importer.Stage{
		Name: "relate",
		Doc:  "Finds who says what, what happens, and how entities belong together.",
		Needs: []importer.Layer{importer.Text, importer.Sentences, importer.Tokens, importer.Tags, importer.Times,
			importer.Mentions, importer.Nominals, importer.Entities, importer.Ties},
		Gives: []importer.Layer{importer.Quotes, importer.Events, importer.Claims},
		Run:   run,
	}
}

// reading is one document while it is read.
type reading struct {
	d        *importer.Document
	p        *clause.Parser
	senses   sense.Table
	s        *clause.Sentence // the sentence that is read now
	quotes   []graph.Span     // what stands between quotation marks, by begin
	said     []said           // by begin
	stated   speaker          // who made the statement told of last
	first    int              // mentions of the sentence: [first, last)
	last     int
	times    []int             // of the sentence, but for the dateline's
	written  int               // the dateline's time where the sentence has one, else -1
	nouns    []noun            // nouns that tell events in the sentence
	verbs    []verb            // clauses that tell events in the sentence
	surnames map[string]int    // last name → person, or -1 where several have it; made when first asked for
	tails    map[string]int    // last words of a body's name → the body, or -1 where several have them; made when first asked for
	states   map[string]int    // key of a country → entity; made when first asked for
	headed   map[string]int    // what a body is → the one body that is it, or -1 where several are; made when first asked for
	dateline int               // the place that the article was written at, or -1
	ties     int               // ties that were looked at
	pairs    [pairSorts]pair   // the last ones that a subject joins
	known    []english.Trigger // what the clause's verb may tell
	told     []int             // for each clause of the sentence the event it tells, or -1
}

func run(d *importer.Document) error {
	senses, err := sense.Standard()
	if err != nil {
		return err
	}
	r := &reading{d: d, p: clause.NewParser(d), senses: senses, dateline: dateline(d), stated: speaker{by: -1}}
	r.speech()
	for i := range d.Sentences {
		r.read(i)
		r.events()
		r.claims()
	}
	r.bylines()
	r.again()
	slices.SortStableFunc(d.Claims, func(a, b importer.Claim) int {
		return cmp.Or(cmp.Compare(a.Evidence.Begin, b.Evidence.Begin), cmp.Compare(a.Evidence.End, b.Evidence.End))
	})
	return nil
}

// dateline is the place that the first dateline begins with, or -1.
func dateline(d *importer.Document) int {
	if m := d.Dateline(); m >= 0 && isPlace(d.Mentions[m].Type) {
		return d.Mentions[m].Entity
	}
	return -1
}

// read takes sentence i apart.
func (r *reading) read(i int) {
	r.s = r.p.Parse(i)
	s := r.d.Sentences[i].Span
	r.first, _ = slices.BinarySearchFunc(r.d.Mentions, s.Begin, func(m importer.Mention, at int) int { return cmp.Compare(m.Begin, at) })
	r.last = r.first
	for r.last < len(r.d.Mentions) && r.d.Mentions[r.last].Begin < s.End {
		r.last++
	}
	r.times = r.times[:0]
	from, _ := slices.BinarySearchFunc(r.d.Times, s.Begin, func(t importer.Time, at int) int { return cmp.Compare(t.Begin, at) })
	start := r.start()
	r.written = -1
	for ; from < len(r.d.Times) && r.d.Times[from].Begin < s.End; from++ {
		if start < r.d.Sentences[i].Last && r.d.Times[from].Begin < r.d.Tokens[start].Begin {
			r.written = from
		} else {
			r.times = append(r.times, from)
		}
	}
}

// word is the lower-case word of a token of the sentence, or "".
func (r *reading) word(t int) string {
	s := &r.d.Sentences[r.s.Index]
	if t < s.First || t >= s.Last {
		return ""
	}
	return strings.ToLower(r.d.Word(t))
}

// lemma is the base form of a token of the sentence, or "".
func (r *reading) lemma(t int) string {
	s := &r.d.Sentences[r.s.Index]
	if t < s.First || t >= s.Last {
		return ""
	}
	return r.p.Lemma(t)
}

// token is the token of the sentence that stands at the offset, or behind it.
func (r *reading) token(at int) int {
	s := &r.d.Sentences[r.s.Index]
	n, _ := slices.BinarySearchFunc(r.d.Tokens[s.First:s.Last], at, func(t importer.Token, at int) int { return cmp.Compare(t.End, at+1) })
	return s.First + n
}

// span is the text of tokens [first, last).
func (r *reading) span(first, last int) graph.Span {
	if first >= last {
		return graph.Span{}
	}
	return graph.Span{Begin: r.d.Tokens[first].Begin, End: r.d.Tokens[last-1].End}
}

// phraseSpan is the text of a phrase.
func (r *reading) phraseSpan(q int) graph.Span {
	ph := &r.s.Phrases[q]
	return r.span(ph.First, ph.Last)
}

// cover is the smallest span that covers all spans that are not empty.
func cover(spans ...graph.Span) graph.Span {
	var out graph.Span
	for _, s := range spans {
		switch {
		case s.Len() <= 0:
		case out.Len() <= 0:
			out = s
		default:
			out = graph.Span{Begin: min(out.Begin, s.Begin), End: max(out.End, s.End)}
		}
	}
	return out
}

// entity is the entity of a mention, or -1.
func (r *reading) entity(m int) int {
	if m < 0 {
		return -1
	}
	return r.d.Mentions[m].Entity
}

// typ is the type of an entity, or "".
func (r *reading) typ(e int) graph.Type {
	if e < 0 {
		return ""
	}
	return r.d.Entities[e].Type
}
