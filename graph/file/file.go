// Package file is what of a graph stands outside the program: exports, their reading back, and the result of an
// extraction, all as JSON.
//
// # skein/graph/1
//
// [WriteNodeLink] writes a graph as node-link JSON that opens unconverted in NetworkX (node_link_graph; before 3.4 its
// key for edges must be named: link="edges") and in graphology and Gephi Lite (Graph.from). Nodes are entities, edges
// are claims between entities, each with all its evidence: the article's id, title, outlet, address and date, the place
// and the words, and the sentence around them. Both carry their fields twice, flat and under attributes, because the
// one reader looks here and the other there. Claims with a value ("time") stand with their subject, under values.
//
// What nodes and edges say is worked out (package graph/snapshot); what it is worked out from stands beside it, under
// the graph's attributes: articles with their text, sightings, judgements. So [Read] gives all facts back: export,
// import into an empty graph, export gives the same bytes. Where a merge made a claim out of claims stored with other
// ends, the evidence names these under stored.
//
// Everything is sorted by id, one element a line; the same graph gives the same bytes. Empty fields are left out but
// for those that a table of nodes or edges needs in each row. The JSON Schema is [Schema].
//
// # skein/extract/1
//
// [WriteExtract] writes what was found in articles, without a graph.
//
// # Offsets
//
// All offsets in JSON count Unicode code points of the article's text, end exclusive; inside the program they count
// bytes. Those into an article that is not in the file stay as they are.
package file

import (
	_ "embed"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math"
	"os"

	"github.com/goccy/go-json"

	"skein/graph"
)

// Names of the formats, as they stand in the files.
const (
	GraphSchema   = "skein/graph/1"
	ExtractSchema = "skein/extract/1"
)

//go:embed graph.schema.json
var schemaJSON []byte

// Schema is the JSON Schema (draft 2020-12) of skein/graph/1.
func Schema() []byte { return append([]byte(nil), schemaJSON...) }

// writer writes JSON piece by piece and remembers the first error.
type writer struct {
	w   io.Writer
	err error
}

func (w *writer) text(s string) {
	if w.err == nil {
		_, w.err = io.WriteString(w.w, s)
	}
}

func (w *writer) bytes(b []byte) {
	if w.err == nil {
		_, w.err = w.w.Write(b)
	}
}

// value writes one JSON value; what names it in an error.
func (w *writer) value(v any, what string) {
	if b, ok := w.encode(v, what); ok {
		w.bytes(b)
	}
}

func (w *writer) encode(v any, what string) ([]byte, bool) {
	if w.err != nil {
		return nil, false
	}
	b, err := json.MarshalWithOption(v, json.DisableHTMLEscape())
	if err != nil {
		w.err = fmt.Errorf("%s: %w", what, err)
	}
	return b, err == nil
}

// list writes the members of an array, one a line; each calls its argument before every member.
func (w *writer) list(each func(next func())) {
	w.text("[")
	first := true
	each(func() {
		if first {
			w.text("\n")
		} else {
			w.text(",\n")
		}
		first = false
	})
	if !first {
		w.text("\n")
	}
	w.text("]")
}

// rounded is a worked-out share with four digits, so that the last bits of a product do not show.
func rounded(x float64) float64 { return math.Round(x*1e4) / 1e4 }

// details are the attributes of an entity by name: one value, or a list where there are several.
func details(list []graph.Attribute) map[string]any {
	out := map[string]any{}
	for _, a := range list {
		switch v := out[a.Name].(type) {
		case nil:
			out[a.Name] = a.Value
		case string:
			out[a.Name] = []string{v, a.Value}
		case []string:
			out[a.Name] = append(v, a.Value)
		}
	}
	return out
}

// named puts a path before an error, in place of what the operating system says of operation and path. No error stays none.
func named(path string, err error) error {
	var p *fs.PathError
	var l *os.LinkError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &p):
		err = p.Err
	case errors.As(err, &l):
		err = l.Err
	}
	return fmt.Errorf("%s: %w", path, err)
}
