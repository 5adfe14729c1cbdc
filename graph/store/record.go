package store

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"skein/graph"
)

// A record is a fact written as one line of text: its fields in the order of the struct, separated by tabs. A list is
// its length and its items. Tab and backslash within a field are written \t and \\; any other byte stands for itself,
// so any text, valid UTF-8 or not, comes back as it was. Floats are written with the fewest digits that give the same
// float again.

// encode returns the record of a fact and the predicate that says what kind of fact it is.
func encode(f graph.Fact) (predicate, string, error) {
	var w recordWriter
	switch f := f.(type) {
	case graph.Article:
		w.strings(string(f.ID), f.Title, f.Byline, f.Outlet, f.URL, f.Published, f.Language, f.Text)
		return articlePredicate, w.String(), nil
	case graph.Sighting:
		w.sighting(f)
		return sightingPredicate, w.String(), nil
	case graph.Claim:
		w.claim(f)
		return evidencePredicate, w.String(), nil
	case graph.Judgement:
		w.strings(string(f.Decision), string(f.Target), string(f.Other), f.Value)
		return judgementPredicate, w.String(), nil
	case graph.Placement:
		w.strings(string(f.Entity))
		w.float(f.X)
		w.float(f.Y)
		w.strings(strconv.FormatBool(f.Pinned), strconv.FormatBool(f.Hidden))
		return placementPredicate, w.String(), nil
	case graph.Setting:
		w.strings(f.Key, f.Value)
		return settingPredicate, w.String(), nil
	}
	return "", "", fmt.Errorf("a %T is no fact", f)
}

// decode returns the fact that a record under a predicate stands for.
func decode(p predicate, record string) (graph.Fact, error) {
	r := recordReader{rest: record, more: true}
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
		return nil, fmt.Errorf("damaged record of a %s", p.name())
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

// recordWriter writes the fields of a record.
type recordWriter struct {
	strings.Builder
	begun bool
}

var escaper = strings.NewReplacer("\\", "\\\\", "\t", "\\t")

func (w *recordWriter) strings(fields ...string) {
	for _, s := range fields {
		if w.begun {
			w.WriteByte('\t')
		}
		w.begun = true
		escaper.WriteString(w, s)
	}
}

func (w *recordWriter) int(n int)         { w.strings(strconv.Itoa(n)) }
func (w *recordWriter) float(x float64)   { w.strings(strconv.FormatFloat(x, 'g', -1, 64)) }
func (w *recordWriter) span(s graph.Span) { w.int(s.Begin); w.int(s.End) }

// recordReader reads the fields of a record. Past its end, or where a field is not what it should be, it is bad and
// gives zero values.
type recordReader struct {
	rest      string
	more, bad bool
}

func (r *recordReader) string() string {
	if !r.more {
		r.bad = true
		return ""
	}
	var s string
	s, r.rest, r.more = strings.Cut(r.rest, "\t")
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	return r.unescape(s)
}

func (r *recordReader) unescape(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	for {
		plain, after, found := strings.Cut(s, "\\")
		b.WriteString(plain)
		switch {
		case !found:
			return b.String()
		case strings.HasPrefix(after, "\\"):
			b.WriteByte('\\')
		case strings.HasPrefix(after, "t"):
			b.WriteByte('\t')
		default:
			r.bad = true
			return ""
		}
		s = after[1:]
	}
}

func (r *recordReader) id() graph.ID     { return graph.ID(r.string()) }
func (r *recordReader) int() int         { return field(r, strconv.Atoi) }
func (r *recordReader) bool() bool       { return field(r, strconv.ParseBool) }
func (r *recordReader) float() float64   { return field(r, parseFloat) }
func (r *recordReader) span() graph.Span { return graph.Span{Begin: r.int(), End: r.int()} }

// parseFloat takes what FormatFloat writes; of a number beyond all floats it takes the infinity it is read as.
func parseFloat(s string) (float64, error) {
	x, err := strconv.ParseFloat(s, 64)
	if errors.Is(err, strconv.ErrRange) {
		err = nil
	}
	return x, err
}

func field[T any](r *recordReader, parse func(string) (T, error)) T {
	v, err := parse(r.string())
	if err != nil {
		r.bad = true
	}
	return v
}

// list reads a length and as many items; no more than there can be fields left, whatever the length says.
func list[T any](r *recordReader, item func() T) []T {
	n := r.int()
	if r.bad || n < 0 || n > len(r.rest)+1 {
		r.bad = true
		return nil
	}
	if n == 0 {
		return nil
	}
	items := make([]T, 0, n)
	for range n {
		items = append(items, item())
		if r.bad {
			return nil
		}
	}
	return items
}
