package file

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/goccy/go-json"

	"skein/graph"
)

// Read gives back the facts that WriteNodeLink wrote, as one change that adds them. Names, counts and all else that is
// worked out from facts is passed over, as are fields it does not know.
//
// What is not skein/graph/1 gives an error that is graph.ErrNotGraph and names the place: "edges[3].evidence[0]: …".
func Read(r io.Reader) (graph.Change, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return graph.Change{}, fmt.Errorf("reading %s: %w", GraphSchema, err)
	}
	d, err := decode(data)
	if err != nil {
		return graph.Change{}, fmt.Errorf("%w: %w", graph.ErrNotGraph, err)
	}
	return graph.Added("import of a graph", d.facts...), nil
}

// ReadFile is [Read] of the file at path, if its name ends as that of an export does, in ".json"; is is false for all
// others. The error is one line that begins with the path.
func ReadFile(path string) (c graph.Change, is bool, err error) {
	if !strings.EqualFold(filepath.Ext(path), ".json") {
		return graph.Change{}, false, nil
	}
	c, err = readRegular(path)
	return c, true, named(path, err)
}

// readRegular reads a file that is no device and no pipe, which might never end.
func readRegular(path string) (graph.Change, error) {
	info, err := os.Stat(path)
	if err != nil {
		return graph.Change{}, err
	}
	if !info.Mode().IsRegular() {
		return graph.Change{}, errors.New("is a device or a pipe, not a file")
	}
	f, err := os.Open(path)
	if err != nil {
		return graph.Change{}, err
	}
	defer f.Close()
	return Read(f)
}

// parts is a whole file, its elements still undecoded so that an error can name the one it is in.
type parts struct {
	Graph struct {
		Schema string `json:"schema"`
	} `json:"graph"`
	Attributes struct {
		Articles   []json.RawMessage `json:"articles"`
		Sightings  []json.RawMessage `json:"sightings"`
		Judgements []json.RawMessage `json:"judgements"`
		Placements []json.RawMessage `json:"placements"`
	} `json:"attributes"`
	Nodes []json.RawMessage `json:"nodes"`
	Edges []json.RawMessage `json:"edges"`
}

// decoder collects facts; seen holds their slots.
type decoder struct {
	facts []graph.Fact
	seen  map[string]bool
	texts *texts
	nodes map[graph.ID]bool
}

func decode(data []byte) (*decoder, error) {
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, fmt.Errorf("the file is empty")
	}
	if err := wellFormed(data); err != nil {
		return nil, err
	}
	var p parts
	if err := json.Unmarshal(data, &p); err != nil {
		return nil, fmt.Errorf("top level: %w", err)
	}
	if p.Graph.Schema != GraphSchema {
		return nil, fmt.Errorf("graph.schema is %.40q, not %q", p.Graph.Schema, GraphSchema)
	}
	d := &decoder{seen: map[string]bool{}, texts: newTexts(nil), nodes: map[graph.ID]bool{}}
	for _, step := range []func() error{
		func() error { return each("attributes.articles", p.Attributes.Articles, d.article) },
		func() error { return each("attributes.sightings", p.Attributes.Sightings, d.sighting) },
		func() error { return each("nodes", p.Nodes, d.node) },
		func() error { return each("edges", p.Edges, d.edge) },
		func() error { return each("attributes.judgements", p.Attributes.Judgements, d.judgement) },
		func() error { return each("attributes.placements", p.Attributes.Placements, d.placement) },
	} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return d, nil
}

// each decodes the elements of a list, one after the other.
func each[T any](name string, list []json.RawMessage, take func(*T) error) error {
	for i, raw := range list {
		var x T
		err := json.Unmarshal(raw, &x)
		if err == nil {
			err = take(&x)
		}
		if err != nil {
			return fmt.Errorf("%s[%d]: %w", name, i, err)
		}
	}
	return nil
}

// add takes in a fact whose slot is still free.
func (d *decoder) add(f graph.Fact) error {
	if slot := f.Slot(); d.seen[slot] {
		return fmt.Errorf("stands there twice")
	} else {
		d.seen[slot] = true
	}
	d.facts = append(d.facts, f)
	return nil
}

// wantID checks that an id is one: its letter, then up to 40 small letters and digits.
func wantID(field string, id graph.ID, prefixes string) error {
	ok := len(id) > 1 && len(id) <= 41 && slices.Contains([]byte(prefixes), id[0])
	for i := 1; i < len(id) && ok; i++ {
		ok = 'a' <= id[i] && id[i] <= 'z' || '0' <= id[i] && id[i] <= '9'
	}
	if ok {
		return nil
	}
	if id == "" {
		return fmt.Errorf("%s is missing", field)
	}
	return fmt.Errorf("%s is no id: %.60q", field, id)
}

// firstError is the first of errs that is one.
func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

func (d *decoder) article(x *articleJSON) error {
	if err := wantID("id", x.ID, "a"); err != nil {
		return err
	}
	a := graph.Article(*x)
	d.texts.articles[a.ID] = &a
	return d.add(a)
}

func (d *decoder) sighting(x *sightingJSON) error {
	if err := firstError(wantID("entity", x.Entity, "e"), wantID("article", x.Article, "a")); err != nil {
		return err
	}
	p := d.texts.of(x.Article)
	s := graph.Sighting{Entity: x.Entity, Article: x.Article, Name: x.Name, Type: x.Type, Key: x.Key, Aliases: x.Aliases}
	for _, a := range x.Attributes {
		s.Attributes = append(s.Attributes, graph.Attribute(a))
	}
	for _, m := range x.Mentions {
		s.Mentions = append(s.Mentions, graph.Span{Begin: p.byte(m.Begin), End: p.byte(m.End)})
	}
	return d.add(s)
}

func (d *decoder) judgement(x *judgementJSON) error {
	switch x.Decision {
	case graph.Accept, graph.Reject, graph.Rename, graph.Retype:
		if err := wantID("target", x.Target, "ec"); err != nil {
			return err
		}
	case graph.Merge, graph.Split:
		if err := firstError(wantID("target", x.Target, "e"), wantID("other", x.Other, "e")); err != nil {
			return err
		}
	default:
		return fmt.Errorf("decision is none: %.40q", x.Decision)
	}
	return d.add(graph.Judgement(*x))
}

func (d *decoder) placement(x *placementJSON) error {
	if err := wantID("entity", x.Entity, "e"); err != nil {
		return err
	}
	return d.add(graph.Placement(*x))
}

// readNode is a node as far as facts go.
type readNode struct {
	ID     graph.ID    `json:"id"`
	X      *float64    `json:"x"`
	Y      *float64    `json:"y"`
	Pinned bool        `json:"pinned"`
	Hidden bool        `json:"hidden"`
	Values []readClaim `json:"values"`
}

// readClaim is an edge, or a value of a node, as far as facts go.
type readClaim struct {
	ID       graph.ID        `json:"id"`
	Source   graph.ID        `json:"source"`
	Target   graph.ID        `json:"target"`
	Relation graph.Predicate `json:"relation"`
	Value    string          `json:"value"`
	Modality graph.Modality  `json:"modality"`
	SaidBy   graph.ID        `json:"said_by"`
	Evidence []evidenceJSON  `json:"evidence"`
}

func (d *decoder) node(x *readNode) error {
	if err := wantID("id", x.ID, "e"); err != nil {
		return err
	}
	if d.nodes[x.ID] {
		return fmt.Errorf("stands there twice")
	}
	d.nodes[x.ID] = true
	if (x.X == nil) != (x.Y == nil) {
		return fmt.Errorf("one of x and y is missing")
	}
	if x.X != nil {
		if err := d.add(graph.Placement{Entity: x.ID, X: *x.X, Y: *x.Y, Pinned: x.Pinned, Hidden: x.Hidden}); err != nil {
			return err
		}
	}
	for i := range x.Values {
		v := &x.Values[i]
		err := error(nil)
		if v.Source, v.Target = x.ID, ""; v.Value == "" {
			err = fmt.Errorf("value is missing")
		}
		if err = firstError(err, d.claim(v)); err != nil {
			return fmt.Errorf("values[%d]: %w", i, err)
		}
	}
	return nil
}

func (d *decoder) edge(x *readClaim) error {
	x.Value = ""
	for _, end := range []struct {
		field string
		id    graph.ID
	}{{"source", x.Source}, {"target", x.Target}} {
		if err := wantID(end.field, end.id, "e"); err != nil {
			return err
		}
		if !d.nodes[end.id] {
			return fmt.Errorf("%s %s is not among the nodes", end.field, end.id)
		}
	}
	return d.claim(x)
}

// claim takes in a claim, a fact for each piece of evidence.
func (d *decoder) claim(x *readClaim) error {
	if err := wantID("id", x.ID, "c"); err != nil {
		return err
	}
	if x.Relation == "" {
		return fmt.Errorf("relation is missing")
	}
	if !slices.Contains(graph.Modalities(), x.Modality) {
		return fmt.Errorf("modality is none: %.40q", x.Modality)
	}
	if x.SaidBy != "" {
		if err := wantID("said_by", x.SaidBy, "e"); err != nil {
			return err
		}
	}
	if len(x.Evidence) == 0 {
		return fmt.Errorf("evidence is missing")
	}
	for i := range x.Evidence {
		if err := d.evidence(x, &x.Evidence[i]); err != nil {
			return fmt.Errorf("evidence[%d]: %w", i, err)
		}
	}
	return nil
}

func (d *decoder) evidence(x *readClaim, e *evidenceJSON) error {
	if err := wantID("article", e.Article, "a"); err != nil {
		return err
	}
	if e.Confidence < 0 || e.Confidence > 1 || math.IsNaN(e.Confidence) {
		return fmt.Errorf("confidence is not between 0 and 1: %v", e.Confidence)
	}
	c := graph.Claim{ID: x.ID, Subject: x.Source, Predicate: x.Relation, Object: x.Target, Value: x.Value, Modality: x.Modality, SaidBy: x.SaidBy}
	if s := e.Stored; s != nil {
		if err := firstError(wantID("stored.claim", s.Claim, "c"), wantID("stored.subject", s.Subject, "e")); err != nil {
			return err
		}
		if c.ID, c.Subject, c.Object, c.SaidBy = s.Claim, s.Subject, s.Object, s.SaidBy; (c.Object == "") != (x.Target == "") {
			return fmt.Errorf("stored.object does not fit")
		}
	}
	p := d.texts.of(e.Article)
	c.Evidence = []graph.Evidence{{
		Article: e.Article, Confidence: e.Confidence, Extractor: e.Extractor,
		Span:     graph.Span{Begin: p.byte(e.Begin), End: p.byte(e.End)},
		Sentence: graph.Span{Begin: p.byte(e.SentenceBegin), End: p.byte(e.SentenceEnd)},
	}}
	return d.add(c)
}
