package file

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"skein/graph"
	"skein/graph/schema"
)

// Extracted is one article with what was found in it.
type Extracted struct {
	Path  string       // where it was read from
	Facts []graph.Fact // the article, its sightings and claims, in any order
}

type extractArticle struct {
	ID        graph.ID        `json:"id"`
	Path      string          `json:"path"`
	Title     string          `json:"title"`
	Byline    string          `json:"byline"`
	Outlet    string          `json:"outlet"`
	URL       string          `json:"url,omitempty"`
	Published string          `json:"published"`
	Language  string          `json:"language"`
	Text      string          `json:"text"`
	Entities  []extractEntity `json:"entities"`
	Claims    []extractClaim  `json:"claims"`
}

type extractEntity struct {
	ID         graph.ID       `json:"id"`
	Key        string         `json:"key,omitempty"`
	Name       string         `json:"name"`
	Kinds      []graph.Kind   `json:"kinds"`
	Type       graph.Type     `json:"type"`
	Aliases    []string       `json:"aliases"`
	Attributes map[string]any `json:"attributes"`
	Mentions   []spanJSON     `json:"mentions"`
}

type extractClaim struct {
	ID         graph.ID          `json:"id"`
	Subject    graph.ID          `json:"subject"`
	Predicate  graph.Predicate   `json:"predicate"`
	Object     graph.ID          `json:"object,omitempty"`
	Value      string            `json:"value,omitempty"`
	Confidence float64           `json:"confidence"`
	Modality   graph.Modality    `json:"modality"`
	SaidBy     graph.ID          `json:"said_by,omitempty"`
	Evidence   []extractEvidence `json:"evidence"`
}

type extractEvidence struct {
	spanJSON
	Sentence   spanJSON `json:"sentence"`
	Confidence float64  `json:"confidence"`
	Extractor  string   `json:"extractor,omitempty"`
}

// WriteExtract writes what was found in articles as skein/extract/1, sorted by path, then id of the article. Facts that
// are of another article are left out; so is an entry without an article.
func WriteExtract(w io.Writer, articles []Extracted) error {
	buf := bufio.NewWriterSize(w, 1<<16)
	out := &writer{w: buf}
	var all []extractArticle
	for _, x := range articles {
		if a, ok := extracted(x); ok {
			all = append(all, a)
		}
	}
	slices.SortStableFunc(all, func(a, b extractArticle) int {
		return cmp.Or(strings.Compare(a.Path, b.Path), strings.Compare(string(a.ID), string(b.ID)))
	})
	out.text(`{"schema":"` + ExtractSchema + `","articles":`)
	out.list(func(next func()) {
		for i := range all {
			next()
			out.value(all[i], all[i].Path)
		}
	})
	out.text("}\n")
	if out.err == nil {
		out.err = buf.Flush()
	}
	if out.err != nil {
		return fmt.Errorf("writing %s: %w", ExtractSchema, out.err)
	}
	return nil
}

// extracted is one article's entry; ok is false when its facts hold no article.
func extracted(x Extracted) (out extractArticle, ok bool) {
	var a graph.Article
	for _, f := range x.Facts {
		if is, of := f.(graph.Article); of {
			a, ok = is, true
		}
	}
	out = extractArticle{
		ID: a.ID, Path: x.Path, Title: a.Title, Byline: a.Byline, Outlet: a.Outlet, URL: a.URL, Published: a.Published,
		Language: a.Language, Text: a.Text, Entities: []extractEntity{}, Claims: []extractClaim{},
	}
	p := newPoints(a.Text)
	claims := map[graph.ID]*graph.Claim{}
	for _, f := range x.Facts {
		switch f := f.(type) {
		case graph.Sighting:
			if f.Article == a.ID {
				out.Entities = append(out.Entities, extractedEntity(&f, p))
			}
		case graph.Claim:
			for _, e := range f.Evidence {
				if e.Article != a.ID {
					continue
				}
				if claims[f.ID] == nil {
					c := f
					c.Evidence = nil
					claims[f.ID] = &c
				}
				claims[f.ID].Evidence = append(claims[f.ID].Evidence, e)
			}
		}
	}
	for _, c := range claims {
		out.Claims = append(out.Claims, extractedClaim(c, p))
	}
	slices.SortFunc(out.Entities, func(a, b extractEntity) int { return strings.Compare(string(a.ID), string(b.ID)) })
	slices.SortFunc(out.Claims, func(a, b extractClaim) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return out, ok
}

func extractedEntity(s *graph.Sighting, p *points) extractEntity {
	info, _ := schema.TypeOf(s.Type)
	out := extractEntity{
		ID: s.Entity, Key: s.Key, Name: s.Name, Kinds: slices.Sorted(slices.Values(info.Kinds)), Type: s.Type,
		Aliases: append([]string{}, s.Aliases...), Attributes: details(s.Attributes), Mentions: []spanJSON{},
	}
	for _, m := range s.Mentions {
		out.Mentions = append(out.Mentions, spanJSON{p.point(m.Begin), p.point(m.End)})
	}
	slices.Sort(out.Aliases)
	slices.SortFunc(out.Mentions, compareSpans)
	return out
}

func compareSpans(a, b spanJSON) int {
	return cmp.Or(cmp.Compare(a.Begin, b.Begin), cmp.Compare(a.End, b.End))
}

func extractedClaim(c *graph.Claim, p *points) extractClaim {
	out := extractClaim{
		ID: c.ID, Subject: c.Subject, Predicate: c.Predicate, Object: c.Object, Value: c.Value,
		Modality: c.Modality, SaidBy: c.SaidBy, Confidence: rounded(c.Confidence()),
	}
	for _, e := range c.Evidence {
		out.Evidence = append(out.Evidence, extractEvidence{
			spanJSON: spanJSON{p.point(e.Begin), p.point(e.End)}, Sentence: spanJSON{p.point(e.Sentence.Begin), p.point(e.Sentence.End)},
			Confidence: e.Confidence, Extractor: e.Extractor,
		})
	}
	slices.SortFunc(out.Evidence, func(a, b extractEvidence) int { return compareSpans(a.spanJSON, b.spanJSON) })
	return out
}
