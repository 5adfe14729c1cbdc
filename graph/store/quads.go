package store

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/cayleygraph/quad"

	"skein/graph"
)

// predicate is a predicate of the store's own, apart from those claims use.
type predicate string

// What a record is. The object of such a quad is the record.
const (
	articlePredicate   predicate = "skein:article"   // subject: the article
	sightingPredicate  predicate = "skein:sighting"  // subject: the entity; label: the article
	evidencePredicate  predicate = "skein:evidence"  // subject: the claim; label: the article
	judgementPredicate predicate = "skein:judgement" // subject: the target
	placementPredicate predicate = "skein:placement" // subject: the entity
	settingPredicate   predicate = "skein:setting"   // subject: skein:graph
)

// What can be walked beside the claims.
const (
	inPredicate        predicate = "skein:in"        // entity → article, labelled with it
	namePredicate      predicate = "skein:name"      // entity → text, labelled with the article that calls it so
	aliasPredicate     predicate = "skein:alias"     // the same, of other names
	typePredicate      predicate = "skein:type"      // entity → text, labelled with the article
	titlePredicate     predicate = "skein:title"     // article → text
	outletPredicate    predicate = "skein:outlet"    // article → text
	publishedPredicate predicate = "skein:published" // article → text (EDTF)
	modalityPredicate  predicate = "skein:modality"  // claim → text, unless it is asserted
	saidByPredicate    predicate = "skein:said_by"   // claim → entity
	verdictPredicate   predicate = "skein:verdict"   // target → "accept" or "reject"
)

// The quad that makes a graph one of ours.
const (
	graphNode        quad.IRI  = "skein:graph"
	versionPredicate predicate = "skein:version"
)

// recordPredicates are the predicates whose objects are records.
func recordPredicates() []predicate {
	return []predicate{articlePredicate, sightingPredicate, evidencePredicate, judgementPredicate, placementPredicate, settingPredicate}
}

func (p predicate) name() string { return strings.TrimPrefix(string(p), "skein:") }

// quadsOf returns the quads a fact alone is the reason for, its record first, each once.
func quadsOf(f graph.Fact) ([]quad.Quad, error) {
	p, record, err := encode(f)
	if err != nil {
		return nil, err
	}
	switch f := f.(type) {
	case graph.Article:
		qs := quads{text(f.ID, p, record, "")}
		qs.text(f.ID, titlePredicate, f.Title, "")
		qs.text(f.ID, outletPredicate, f.Outlet, "")
		qs.text(f.ID, publishedPredicate, f.Published, "")
		return qs, nil
	case graph.Sighting:
		qs := quads{text(f.Entity, p, record, f.Article), link(f.Entity, inPredicate, f.Article, f.Article)}
		qs.text(f.Entity, namePredicate, f.Name, f.Article)
		qs.text(f.Entity, typePredicate, string(f.Type), f.Article)
		for _, alias := range f.Aliases {
			qs.text(f.Entity, aliasPredicate, alias, f.Article)
		}
		return qs, nil
	case graph.Claim:
		var article graph.ID
		if len(f.Evidence) > 0 {
			article = f.Evidence[0].Article
		}
		return quads{text(f.ID, p, record, article)}, nil
	case graph.Judgement:
		qs := quads{text(f.Target, p, record, "")}
		qs.judgement(f)
		return qs, nil
	case graph.Placement:
		return quads{text(f.Entity, p, record, "")}, nil
	}
	return quads{{Subject: graphNode, Predicate: quad.IRI(p), Object: quad.String(record)}}, nil
}

// saying is what a claim says, apart from where it is said.
type saying struct {
	id, subject, object, saidBy graph.ID
	predicate                   graph.Predicate
	modality                    graph.Modality
	value                       string
}

func sayingOf(c graph.Claim) saying {
	return saying{c.ID, c.Subject, c.Object, c.SaidBy, c.Predicate, c.Modality, c.Value}
}

// quads returns the quads that all pieces of evidence for one claim share: the claim itself, labelled with its id, and
// what kind of claim it is.
func (s saying) quads() []quad.Quad {
	own := predicate(s.predicate)
	qs := quads{link(s.subject, own, s.object, s.id)}
	if s.object == "" {
		qs[0] = text(s.subject, own, s.value, s.id)
	}
	if s.modality != graph.Asserted {
		qs.text(s.id, modalityPredicate, string(s.modality), "")
	}
	if s.saidBy != "" {
		qs = append(qs, link(s.id, saidByPredicate, s.saidBy, ""))
	}
	return qs
}

type quads []quad.Quad

// text appends a quad to a text that is not empty, unless it is there.
func (qs *quads) text(of graph.ID, p predicate, s string, label graph.ID) {
	if q := text(of, p, s, label); s != "" && !slices.Contains(*qs, q) {
		*qs = append(*qs, q)
	}
}

func (qs *quads) judgement(j graph.Judgement) {
	own := "skein:" + predicate(j.Decision)
	switch j.Decision {
	case graph.Accept, graph.Reject:
		qs.text(j.Target, verdictPredicate, string(j.Decision), "")
	case graph.Merge, graph.Split:
		*qs = append(*qs, link(j.Target, own, j.Other, ""))
	case graph.Rename, graph.Retype:
		qs.text(j.Target, own, j.Value, "")
	}
}

// link is a quad from one thing to another. An empty label is none.
func link(from graph.ID, p predicate, to, label graph.ID) quad.Quad {
	return labelled(quad.Quad{Subject: iri(from), Predicate: iri(p), Object: iri(to)}, label)
}

// text is a quad from a thing to a text.
func text(of graph.ID, p predicate, s string, label graph.ID) quad.Quad {
	return labelled(quad.Quad{Subject: iri(of), Predicate: iri(p), Object: quad.String(strings.ToValidUTF8(s, "\uFFFD"))}, label)
}

func labelled(q quad.Quad, label graph.ID) quad.Quad {
	if label != "" {
		q.Label = iri(label)
	}
	return q
}

// iri is the IRI of an id or predicate. Ours are letters and digits; of others, the bytes that no IRI may have are
// written in hexadecimal, as in a URL.
func iri[T ~string](name T) quad.IRI {
	if strings.IndexFunc(string(name), forbidden) < 0 && utf8.ValidString(string(name)) {
		return quad.IRI(name)
	}
	var b strings.Builder
	for i := range len(name) {
		if c := name[i]; c >= utf8.RuneSelf || forbidden(rune(c)) {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return quad.IRI(b.String())
}

func forbidden(r rune) bool { return r <= ' ' || r == 0x7f || strings.ContainsRune("<>\"{}|^`\\%", r) }
