package snapshot

import (
	"slices"

	"skein/graph"
	"skein/graph/edtf"
	"skein/graph/schema"
)

// Filter says what of a graph is to be seen. All that is set must hold; an empty list holds for everything, and the
// zero Filter for all that was not rejected.
//
// # Entities and claims
//
// Kinds and Types are about entities: a claim passes only if both of its ends do. Predicates, Modalities, SaidBy,
// MinConfidence, Since and Until are about claims: with any of them set, an entity passes if one of its claims does, or
// if it has no claims at all. Articles and Outlets are about both: a claim passes if one of them says it, an entity if
// one of them shows it or a claim of its own passes.
//
// # Dates
//
// The date of a claim is that of the event it belongs to, or the value of a time claim, as a span ("2023-07" is the
// whole month), and passes if it shares a day with the span from the first day of Since to the last day of Until. All
// other claims, and those whose date is not understood, have no date. The article's date of publication is not taken
// for it: a report of last week may tell of last year. UndatedToo says whether claims without a date pass; it means
// nothing when neither Since nor Until is set. Of these, a text that is not EDTF is as if not set.
type Filter struct {
	Kinds         []graph.Kind
	Types         []graph.Type
	Predicates    []graph.Predicate
	Articles      []graph.ID
	Outlets       []string // compared by Fold
	Since, Until  string   // EDTF; either may be empty
	UndatedToo    bool
	MinConfidence float64
	Modalities    []graph.Modality
	SaidBy        []graph.ID // the speakers, under any id merged into them; "" is the articles themselves

	// Around keeps only what is within Hops claims of this entity (under any of its ids), which is then seen even if it
	// is of another kind; Hops below 1 is 1. An entity that does not exist has nothing around it.
	Around graph.ID
	Hops   int
	// Limit, above 0, keeps that many entities: the nearest to Around, of these those with the most claims in view, of
	// these the first by id.
	Limit int
	// Rejected shows also what the reviewer rejected.
	Rejected bool
}

// wanted is a list of a filter made ready for asking.
func wanted[T comparable](list []T) func(T) bool {
	switch len(list) {
	case 0:
		return func(T) bool { return true }
	case 1:
		return func(x T) bool { return x == list[0] }
	}
	in := make(map[T]bool, len(list))
	for _, x := range list {
		in[x] = true
	}
	return func(x T) bool { return in[x] }
}

// narrows reports whether the filter asks something of claims alone.
func (f *Filter) narrows() bool {
	return len(f.Predicates) > 0 || len(f.Modalities) > 0 || len(f.SaidBy) > 0 || f.MinConfidence > 0 || f.dated()
}

func (f *Filter) dated() bool { _, ok := f.span(); return ok }

// span is the range of days asked for; ok is false if there is none.
func (f *Filter) span() (span edtf.Span, ok bool) {
	span = edtf.Span{First: edtf.Past, Last: edtf.Future}
	if since, is := edtf.Parse(f.Since); is && !since.Yearly {
		span.First, ok = since.First, true
	}
	if until, is := edtf.Parse(f.Until); is && !until.Yearly {
		span.Last, ok = until.Last, true
	}
	return span, ok
}

// sources are the articles that Articles and Outlets allow; nil when that is all.
func (s *Snapshot) sources(f *Filter) map[graph.ID]bool {
	if len(f.Articles) == 0 && len(f.Outlets) == 0 {
		return nil
	}
	outlets := make([]string, len(f.Outlets))
	for i, o := range f.Outlets {
		outlets[i] = Fold(o)
	}
	article, outlet := wanted(f.Articles), wanted(outlets)
	in := map[graph.ID]bool{}
	for i := range s.articles {
		a := &s.articles[i]
		if article(a.ID) && (len(outlets) == 0 || outlet(Fold(a.Outlet))) {
			in[a.ID] = true
		}
	}
	return in
}

// Date is the span of days in which what the claim says happens; ok is false for a claim without a date of its own.
func (s *Snapshot) Date(claim int) (span edtf.Span, ok bool) {
	c := &s.claims[claim]
	if c.Predicate == schema.Time && c.Value != "" {
		return edtf.Parse(c.Value)
	}
	return edtf.Parse(s.entities[c.From].Time)
}

// passClaims is the set of claims that pass what the filter asks of claims.
func (s *Snapshot) passClaims(f *Filter, sources map[graph.ID]bool) set {
	in := newSet(len(s.claims))
	by := make([]graph.ID, len(f.SaidBy))
	for i, id := range f.SaidBy {
		by[i] = s.reviewed.canon.Root(id)
	}
	predicate, modality, speaker := wanted(f.Predicates), wanted(f.Modalities), wanted(by)
	span, dated := f.span()
	for i := range s.claims {
		c := &s.claims[i]
		if c.Verdict == graph.Reject && !f.Rejected || c.Confidence < f.MinConfidence || !predicate(c.Predicate) || !modality(c.Modality) || !speaker(c.SaidBy) {
			continue
		}
		if sources != nil && !slices.ContainsFunc(c.Evidence, func(e graph.Evidence) bool { return sources[e.Article] }) {
			continue
		}
		if dated {
			if when, ok := s.Date(i); ok && !when.Overlaps(span) || !ok && !f.UndatedToo {
				continue
			}
		}
		in.add(i)
	}
	return in
}

// passEntities is the set of entities that pass, given the claims that do.
func (s *Snapshot) passEntities(f *Filter, sources map[graph.ID]bool, claims set) set {
	in := newSet(len(s.entities))
	typ, kind, narrows := wanted(f.Types), wanted(f.Kinds), f.narrows()
	for i := range s.entities {
		e := &s.entities[i]
		if e.Verdict == graph.Reject && !f.Rejected || !typ(e.Type) || len(f.Kinds) > 0 && !slices.ContainsFunc(e.Kinds, kind) {
			continue
		}
		if s.shown(i, narrows, f.Rejected, sources, claims) {
			in.add(i)
		}
	}
	return in
}

// shown reports whether an entity passes what the filter asks of claims and sources.
func (s *Snapshot) shown(i int, narrows, rejected bool, sources map[graph.ID]bool, claims set) bool {
	if !narrows && sources == nil {
		return true
	}
	bare := true
	for _, c := range s.ClaimsOf(i) {
		if claims.has(int(c)) {
			return true
		}
		bare = bare && s.claims[c].Verdict == graph.Reject && !rejected
	}
	if narrows && !bare {
		return false
	}
	return sources == nil || slices.ContainsFunc(s.entities[i].Sightings, func(x graph.Sighting) bool { return sources[x.Article] })
}
