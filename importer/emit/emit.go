// Package emit turns a read article into a change of the graph: the last step of the importer.
//
// Of a document that went through all stages it makes the article itself, a sighting for every entity and every event,
// and claims, each with one piece of evidence: relations as they are; an event's participants as claims with the event
// as subject; its time as the value claim "time"; what a speaker is quoted with as the value claim "statement", said by
// and about the speaker.
//
// # Identity
//
// An entity is its key ([importer.Entity]): the same key in two articles is one entity. Events are bound to the article
// and the place of their trigger, since whether two articles tell of the same airstrike is for a reviewer to judge.
// An event told again in the same article ([importer.Event].Same) is the first one once more.
//
// # What is checked
//
// Stages are trusted to judge, not to count: a span outside the text or across a character, an index of nothing, a type
// or predicate that the schema lacks, a relation of a thing to itself is left out, with the reason noted in the
// document. What remains is free of doubles (of one slot the most confident fact is kept) and sorted, so the change
// depends on the document alone.
package emit

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
)

// stage is the name under which emit notes what it left out.
const stage = "emit"

// maxConfidence is the most that one piece of evidence is worth.
const maxConfidence = 0.99

// Change returns the facts of the document as one change, sorted by slot. It identifies the article if nobody has. What
// it leaves out it notes in d.Rejected.
func Change(d *importer.Document) graph.Change {
	if d.ID == "" {
		d.Identify()
	}
	e := emitter{Document: d, facts: make(map[string]graph.Fact)}
	e.keep(d.Article)
	e.entities()
	e.events()
	e.claims()
	e.quotes()
	e.sight()
	return graph.Added("import of "+d.Title, e.sorted()...)
}

// emitter is one document's change in the making.
type emitter struct {
	*importer.Document
	ids       []graph.ID // of d.Entities; empty for one that was left out
	sightings []graph.Sighting
	facts     map[string]graph.Fact // by slot
}

// keep keeps a fact, unless a claim more confident has its slot.
func (e *emitter) keep(f graph.Fact) {
	slot := f.Slot()
	if new, ok := f.(graph.Claim); ok {
		if old, ok := e.facts[slot].(graph.Claim); ok && !better(new.Evidence[0], old.Evidence[0]) {
			return
		}
	}
	e.facts[slot] = f
}

// better is a total order on the evidence that claims the same slot.
func better(a, b graph.Evidence) bool {
	return cmp.Or(
		cmp.Compare(a.Confidence, b.Confidence),
		cmp.Compare(b.Extractor, a.Extractor),
		cmp.Compare(b.Sentence.Begin, a.Sentence.Begin),
		cmp.Compare(b.Sentence.End, a.Sentence.End)) > 0
}

// sorted are all facts by slot.
func (e *emitter) sorted() []graph.Fact {
	slots := make([]string, 0, len(e.facts))
	for s := range e.facts {
		slots = append(slots, s)
	}
	slices.Sort(slots)
	out := make([]graph.Fact, len(slots))
	for i, s := range slots {
		out[i] = e.facts[s]
	}
	return out
}

// valid reports whether the span covers whole characters of the text, and at least one.
func (e *emitter) valid(s graph.Span) bool {
	return s.Begin >= 0 && s.Begin < s.End && s.End <= len(e.Text) && utf8.RuneStart(e.Text[s.Begin]) &&
		(s.End == len(e.Text) || utf8.RuneStart(e.Text[s.End]))
}

// entity is the id of entity i of the document.
func (e *emitter) entity(i int) (graph.ID, bool) {
	if i < 0 || i >= len(e.ids) {
		return "", false
	}
	return e.ids[i], e.ids[i] != ""
}

// speaker is who says so, or nobody.
func (e *emitter) speaker(i int) graph.ID {
	id, _ := e.entity(i)
	return id
}

// claim keeps a claim with its evidence, if both hold. The sentence is an index; the span may stand in another or
// reach over several.
func (e *emitter) claim(c graph.Claim, span graph.Span, sentence int, confidence float64, rule string) {
	info, ok := schema.PredicateOf(c.Predicate)
	switch {
	case !ok:
		e.Reject(stage, span, fmt.Sprintf("no predicate is called %q", c.Predicate))
		return
	case info.Value != (c.Value != "") || info.Value == (c.Object != ""):
		e.Reject(stage, span, fmt.Sprintf("%s has the wrong kind of object", c.Predicate))
		return
	case c.Subject == c.Object:
		e.Reject(stage, span, fmt.Sprintf("%s of a thing to itself", c.Predicate))
		return
	case !e.valid(span):
		e.Reject(stage, span, fmt.Sprintf("the evidence of %s lies outside of the text", c.Predicate))
		return
	}
	if info.Symmetric && c.Object < c.Subject {
		c.Subject, c.Object = c.Object, c.Subject
	}
	if c.Modality == "" {
		c.Modality = graph.Asserted
	}
	if !slices.Contains(graph.Modalities(), c.Modality) {
		e.Reject(stage, span, fmt.Sprintf("no modality is called %q", c.Modality))
		return
	}
	if math.IsNaN(confidence) {
		confidence = 0
	}
	c.Value = strings.ToValidUTF8(c.Value, "\uFFFD")
	c.Evidence = []graph.Evidence{{
		Article:    e.ID,
		Span:       span,
		Sentence:   e.around(span, sentence),
		Confidence: min(max(confidence, 0), maxConfidence),
		Extractor:  cmp.Or(rule, stage),
	}}
	c.Identify()
	e.keep(c)
}

// around is the sentence around a span: the one it was found in where that holds it, else all that it touches.
func (e *emitter) around(span graph.Span, sentence int) graph.Span {
	if sentence >= 0 && sentence < len(e.Sentences) {
		if s := e.Sentences[sentence].Span; e.valid(s) && s.Contains(span) {
			return s
		}
	}
	out := span
	first, _ := slices.BinarySearchFunc(e.Sentences, span.Begin, func(s importer.Sentence, at int) int {
		return cmp.Compare(s.End, at+1)
	})
	for _, s := range e.Sentences[first:] {
		if !s.Overlaps(span) {
			break
		}
		if e.valid(s.Span) {
			out = graph.Span{Begin: min(out.Begin, s.Begin), End: max(out.End, s.End)}
		}
	}
	return out
}
