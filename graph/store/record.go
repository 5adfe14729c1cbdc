package store

import (
	"fmt"
	"hash/crc32"
	"strconv"
	"strings"

	"skein/graph"
)

// A record is a fact written as text: its fields in the order of the struct, separated by tabs. A list is its length and
// its items. Tab and backslash within a field are written \t and \\, a byte that is not UTF-8 as \x and two digits; all
// else stands for itself, so any text comes back as it was, and a record is always UTF-8. Floats are written with the
// fewest digits that give the same float again. The last field is a checksum of all before it (CRC-32C): a byte that
// changed on disk is a damaged graph, not another fact.

// encode returns the record of a fact and the predicate that says what kind of fact it is.
func encode(f graph.Fact) (predicate, string, error) {
	var w recordWriter
	p, err := w.fact(f)
	if err != nil {
		return "", "", err
	}
	w.strings(checksum(w.buf))
	return p, string(w.buf), nil
}

func checksum(body []byte) string {
	return strconv.FormatUint(uint64(crc32.Checksum(body, crc32.MakeTable(crc32.Castagnoli))), 16)
}

func (w *recordWriter) fact(f graph.Fact) (predicate, error) {
	switch f := f.(type) {
	case graph.Article:
		w.strings(string(f.ID), f.Title, f.Byline, f.Outlet, f.URL, f.Published, f.Language, f.Text)
		return articlePredicate, nil
	case graph.Sighting:
		w.sighting(f)
		return sightingPredicate, nil
	case graph.Claim:
		w.claim(f)
		return evidencePredicate, nil
	case graph.Judgement:
		w.strings(string(f.Decision), string(f.Target), string(f.Other), f.Value)
		return judgementPredicate, nil
	case graph.Placement:
		w.strings(string(f.Entity))
		w.float(f.X)
		w.float(f.Y)
		w.strings(strconv.FormatBool(f.Pinned), strconv.FormatBool(f.Hidden))
		return placementPredicate, nil
	case graph.Setting:
		w.strings(f.Key, f.Value)
		return settingPredicate, nil
	}
	return "", fmt.Errorf("a %T is no fact", f)
}

// decode returns the fact that a record under a predicate stands for.
func decode(p predicate, record string) (graph.Fact, error) {
	end := strings.LastIndexByte(record, '\t')
	if end < 0 || record[end+1:] != checksum([]byte(record[:end])) {
		return nil, fmt.Errorf("a damaged record of a %s", p.name())
	}
	r := recordReader{rest: record[:end], more: true}
	var f graph.Fact
	switch p {
	case articlePredicate:
		f = graph.Article{ID: r.id(), Title: r.string(), Byline: r.string(), Outlet: r.string(), URL: r.string(),
			Published: r.string(), Language: r.string(), Text: r.string()}
	case sightingPredicate:
		f = r.sighting()
	case evidencePredicate:
		f = r.claim()
	case judgementPredicate:
		f = graph.Judgement{Decision: graph.Decision(r.string()), Target: r.id(), Other: r.id(), Value: r.string()}
	case placementPredicate:
		f = graph.Placement{Entity: r.id(), X: r.float(), Y: r.float(), Pinned: r.bool(), Hidden: r.bool()}
	case settingPredicate:
		f = graph.Setting{Key: r.string(), Value: r.string()}
	}
	if f == nil || r.bad || r.more {
		return nil, fmt.Errorf("a record that is no %s", p.name())
	}
	return f, nil
}

func (w *recordWriter) sighting(s graph.Sighting) {
	w.strings(string(s.Entity), string(s.Article), s.Name, string(s.Type), s.Key)
	w.int(len(s.Aliases))
	w.strings(s.Aliases...)
	w.int(len(s.Attributes))
	for _, a := range s.Attributes {
		w.strings(a.Name, a.Value)
	}
	w.int(len(s.Mentions))
	for _, m := range s.Mentions {
		w.span(m)
	}
}

func (r *recordReader) sighting() graph.Sighting {
	s := graph.Sighting{Entity: r.id(), Article: r.id(), Name: r.string(), Type: graph.Type(r.string()), Key: r.string()}
	s.Aliases = list(r, r.string)
	s.Attributes = list(r, func() graph.Attribute { return graph.Attribute{Name: r.string(), Value: r.string()} })
	s.Mentions = list(r, r.span)
	return s
}

func (w *recordWriter) claim(c graph.Claim) {
	w.strings(string(c.ID), string(c.Subject), string(c.Predicate), string(c.Object), c.Value, string(c.Modality), string(c.SaidBy))
	w.int(len(c.Evidence))
	for _, e := range c.Evidence {
		w.strings(string(e.Article))
		w.span(e.Span)
		w.span(e.Sentence)
		w.float(e.Confidence)
		w.strings(e.Extractor)
	}
}

func (r *recordReader) claim() graph.Claim {
	c := graph.Claim{ID: r.id(), Subject: r.id(), Predicate: graph.Predicate(r.string()), Object: r.id(), Value: r.string(),
		Modality: graph.Modality(r.string()), SaidBy: r.id()}
	c.Evidence = list(r, func() graph.Evidence {
		return graph.Evidence{Article: r.id(), Span: r.span(), Sentence: r.span(), Confidence: r.float(), Extractor: r.string()}
	})
	return c
}
