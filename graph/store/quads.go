package store

import (
	"slices"
	"strings"

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

// quadsOf returns the quads a fact alone is the reason for, its record first.
func quadsOf(f graph.Fact) ([]quad.Quad, error) {
	p, record, err := encode(f)
	if err != nil {
		return nil, err
	}
	switch f := f.(type) {
	case graph.Article:
		qs := []quad.Quad{text(f.ID, p, record, "")}
		return texts(qs, f.ID, "", named{titlePredicate, f.Title}, named{outletPredicate, f.Outlet}, named{publishedPredicate, f.Published}), nil
	case graph.Sighting:
		qs := []quad.Quad{text(f.Entity, p, record, f.Article), link(f.Entity, inPredicate, f.Article, f.Article)}
		qs = texts(qs, f.Entity, f.Article, named{namePredicate, f.Name}, named{typePredicate, string(f.Type)})
		for i, a := range f.Aliases {
			if !slices.Contains(f.Aliases[:i], a) {
				qs = texts(qs, f.Entity, f.Article, named{aliasPredicate, a})
			}
		}
		return qs, nil
	case graph.Claim:
		var article graph.ID
		if len(f.Evidence) > 0 {
			article = f.Evidence[0].Article
		}
		return []quad.Quad{text(f.ID, p, record, article)}, nil
	case graph.Judgement:
		qs := []quad.Quad{text(f.Target, p, record, "")}
		own := "skein:" + predicate(f.Decision)
		switch f.Decision {
		case graph.Accept, graph.Reject:
			qs = append(qs, text(f.Target, "skein:verdict", string(f.Decision), ""))
		case graph.Merge, graph.Split:
			qs = append(qs, link(f.Target, own, f.Other, ""))
		case graph.Rename, graph.Retype:
			qs = append(qs, text(f.Target, own, f.Value, ""))
		}
		return qs, nil
	case graph.Placement:
		return []quad.Quad{text(f.Entity, p, record, "")}, nil
	}
	return []quad.Quad{{Subject: graphNode, Predicate: quad.IRI(p), Object: quad.String(record)}}, nil
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
	own := quad.Quad{Subject: quad.IRI(s.subject), Predicate: quad.IRI(s.predicate), Object: quad.IRI(s.object), Label: quad.IRI(s.id)}
	if s.object == "" {
		own.Object = quad.String(s.value)
	}
	qs := []quad.Quad{own}
	if s.modality != graph.Asserted {
		qs = append(qs, text(s.id, modalityPredicate, string(s.modality), ""))
	}
	if s.saidBy != "" {
		qs = append(qs, link(s.id, saidByPredicate, s.saidBy, ""))
	}
	return qs
}

// link is a quad from one thing to another; an empty article is no label.
func link(from graph.ID, p predicate, to, article graph.ID) quad.Quad {
	return labelled(quad.Quad{Subject: quad.IRI(from), Predicate: quad.IRI(p), Object: quad.IRI(to)}, article)
}

// text is a quad from a thing to a text.
func text(of graph.ID, p predicate, text string, article graph.ID) quad.Quad {
	return labelled(quad.Quad{Subject: quad.IRI(of), Predicate: quad.IRI(p), Object: quad.String(text)}, article)
}

func labelled(q quad.Quad, article graph.ID) quad.Quad {
	if article != "" {
		q.Label = quad.IRI(article)
	}
	return q
}

type named struct {
	predicate predicate
	text      string
}

// texts appends a quad for each text that is not empty.
func texts(qs []quad.Quad, of, article graph.ID, all ...named) []quad.Quad {
	for _, n := range all {
		if n.text != "" {
			qs = append(qs, text(of, n.predicate, n.text, article))
		}
	}
	return qs
}
