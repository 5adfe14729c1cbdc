// Package re3d measures what the importer finds against re3d, documents annotated with the places of entities and with
// relations between them, in types of its own.
//
// It is a port of the scorer that came with the data, with its standard settings, figure for figure. [Load] reads the
// annotations, [Predict] says what a document holds in the types of re3d, [Score] compares, [Result.Report] prints.
//
// # The measures
//
// Entities are compared four ways: strict wants the same place and type; norm the same after both lost blanks, opening
// marks, determiners, a possessive ending and punctuation; lenient wants the same type and any overlap, one to one;
// untyped any overlap. Relations are compared two ways: typed wants overlapping arguments and the same type, pair
// overlapping arguments in either order. Annotations with a confidence below one half are candidates that people threw out
// and do not count; nor do predictions in stretches that were left unannotated.
//
// Offsets are counted in Unicode code points, ends exclusive.
package re3d

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/goccy/go-json"
)

// Span is a half-open range of code points of a document's text. In JSON it is a pair of numbers.
type Span [2]int

// Entity is a place in the text that names or describes something.
type Entity struct {
	Begin int    `json:"begin"`
	End   int    `json:"end"`
	Type  string `json:"type"`
}

// Relation holds between what stands at two places.
type Relation struct {
	Type   string `json:"type"`
	Source Span   `json:"source"`
	Target Span   `json:"target"`
}

// Prediction is what was found in a document. A file of predictions has one a line.
type Prediction struct {
	ID        string     `json:"doc_id"`
	Entities  []Entity   `json:"entities"`
	Relations []Relation `json:"relations"`
}

// Document is an annotated document.
type Document struct {
	ID        string `json:"doc_id"`
	Source    string // who published it; what may be done with it depends on that
	Title     string
	Text      string
	Skip      []Span     // stretches that were left unannotated
	Entities  []Entity   `json:"-"`
	Relations []Relation `json:"-"`
}

// sure is the confidence that an annotation needs.
const sure = 0.5

// Load reads the annotated documents of a folder: documents.jsonl, entities.jsonl, relations.jsonl.
func Load(dir string) ([]Document, error) {
	var docs []Document
	at := map[string]int{}
	err := lines(filepath.Join(dir, "documents.jsonl"), func(d *Document) error {
		if _, ok := at[d.ID]; ok {
			return fmt.Errorf("document %s is there twice", d.ID)
		}
		at[d.ID] = len(docs)
		docs = append(docs, *d)
		return nil
	})
	if err != nil {
		return nil, err
	}
	of := func(id string) (*Document, error) {
		if i, ok := at[id]; ok {
			return &docs[i], nil
		}
		return nil, fmt.Errorf("document %s is not in documents.jsonl", id)
	}
	err = lines(filepath.Join(dir, "entities.jsonl"), func(e *struct {
		Entity
		ID         string `json:"doc_id"`
		Value      string
		Confidence float64
	}) error {
		d, err := of(e.ID)
		if err == nil && e.Confidence >= sure && strings.TrimSpace(e.Value) != "" {
			d.Entities = append(d.Entities, e.Entity)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	err = lines(filepath.Join(dir, "relations.jsonl"), func(r *struct {
		Relation
		ID         string `json:"doc_id"`
		Confidence float64
	}) error {
		d, err := of(r.ID)
		if err == nil && r.Confidence >= sure {
			d.Relations = append(d.Relations, r.Relation)
		}
		return err
	})
	return docs, err
}

// lines calls each with every line of a file of JSON lines.
func lines[T any](path string, each func(*T) error) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("re3d: %w", err)
	}
	defer f.Close()
	in := bufio.NewReader(f)
	for n := 1; ; n++ {
		line, err := in.ReadString('\n')
		if err != nil && err != io.EOF {
			return fmt.Errorf("re3d: %s: %w", path, err)
		}
		if strings.TrimSpace(line) != "" {
			var x T
			e := json.Unmarshal([]byte(line), &x)
			if e == nil {
				e = each(&x)
			}
			if e != nil {
				return fmt.Errorf("re3d: %s, line %d: %w", path, n, e)
			}
		}
		if err == io.EOF {
			return nil
		}
	}
}

// Write writes predictions, one a line.
func Write(w io.Writer, found []Prediction) error {
	for i := range found {
		data, err := json.Marshal(&found[i])
		if err != nil {
			return fmt.Errorf("re3d: %s: %w", found[i].ID, err)
		}
		if _, err := w.Write(append(data, '\n')); err != nil {
			return fmt.Errorf("re3d: %w", err)
		}
	}
	return nil
}
