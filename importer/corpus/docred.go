package corpus

import (
	"fmt"
	"os"

	"github.com/goccy/go-json"
)

// DocRED reads a file of Re-DocRED: documents as lists of sentences, and of entities as lists of their mentions.
func DocRED(path string) ([]Text, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var docs []struct {
		Title    string       `json:"title"`
		Sents    [][]string   `json:"sents"`
		Entities [][]struct { // mentions of each
			Type string `json:"type"`
			Sent int    `json:"sent_id"`
			Pos  [2]int `json:"pos"`
		} `json:"vertexSet"`
	}
	if err := json.Unmarshal(b, &docs); err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	var out []Text
	for i, d := range docs {
		var w words
		first := make([]int, 0, len(d.Sents)+1) // word that each sentence begins with
		for _, s := range d.Sents {
			first = append(first, len(w.spans))
			for _, x := range s {
				if x != "" && x != " " {
					w.add(x)
				} else {
					w.spans = append(w.spans, w.end())
				}
			}
		}
		first = append(first, len(w.spans))
		t := Text{ID: fmt.Sprintf("%s:%d", path, i), Title: d.Title, Text: w.b.String()}
		for _, e := range d.Entities {
			for _, m := range e {
				if m.Sent < 0 || m.Sent >= len(d.Sents) || m.Pos[0] < 0 || m.Pos[0] >= m.Pos[1] || first[m.Sent]+m.Pos[1] > first[m.Sent+1] {
					return nil, fmt.Errorf("%s: document %d: a mention outside of its sentence", path, i)
				}
				t.Marks = append(t.Marks, Mark{w.over(first[m.Sent]+m.Pos[0], first[m.Sent]+m.Pos[1]), m.Type})
			}
		}
		out = append(out, t)
	}
	return out, nil
}
