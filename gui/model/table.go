package model

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"skein/graph"
	"skein/graph/schema"
)

// Rows is what the table lists.
type Rows string

// The lists.
const (
	EntityRows Rows = "entities"
	ClaimRows  Rows = "claims"
)

// Table is how the table is set.
type Table struct {
	What Rows
	By   int  // the column it is sorted by
	Down bool // greatest first
}

// tableOf is how a list is sorted at first: entities by the number of claims, claims by confidence.
func tableOf(what Rows) Table {
	if what == ClaimRows {
		return Table{What: what, By: 6, Down: true}
	}
	return Table{What: what, By: 2, Down: true}
}

func (t *Table) sort(column int) {
	if t.By == column {
		t.Down = !t.Down
		return
	}
	t.By, t.Down = column, false
}

// Column heads a column of the table.
type Column struct {
	Label  string
	Share  float32 // of the width
	Number bool    // right-aligned
}

// Columns are the columns of what the table lists.
func (t Table) Columns() []Column {
	if t.What == ClaimRows {
		return []Column{{"Subject", 3, false}, {"Relation", 1.6, false}, {"Object", 3, false}, {"Statement", 1.2, false},
			{"Said by", 2, false}, {"Outlets", 0.8, true}, {"Confidence", 1, true}}
	}
	return []Column{{"Name", 4, false}, {"Type", 2, false}, {"Claims", 1, true}, {"Articles", 1, true}, {whenLabel, 1.6, false}, {"Verdict", 1.2, false}}
}

// Row is a line of the table.
type Row struct {
	Index   int // of the entity or claim in the snapshot
	Entity  graph.ID
	Claim   graph.ID
	Kind    graph.Kind
	Hollow  bool
	Shown   bool // stands on the canvas
	Cells   []string
	numbers []float64 // what number columns sort by
	when    string    // EDTF, what dates sort by
}

// whenLabel heads the column of dates.
const whenLabel = "When"

// Rows lists all that passes the filters, sorted.
func (s *State) Rows() []Row {
	rows := s.entityRows
	if s.Table.What == ClaimRows {
		rows = s.claimRows
	}
	out := rows()
	by, columns := s.Table.By, s.Table.Columns()
	if by >= len(columns) {
		by = 0
	}
	type key struct {
		number float64
		text   string
		at     int // in out
	}
	keys := make([]key, len(out))
	for i := range out {
		keys[i].at = i
		switch r := &out[i]; {
		case columns[by].Number:
			keys[i].number = r.numbers[by]
		case columns[by].Label == whenLabel:
			keys[i].text = r.when
		default:
			keys[i].text = strings.ToLower(r.Cells[by])
		}
	}
	slices.SortFunc(keys, func(a, b key) int {
		c := cmp.Or(cmp.Compare(a.number, b.number), strings.Compare(a.text, b.text))
		if s.Table.Down {
			c = -c
		}
		return cmp.Or(c, a.at-b.at)
	})
	sorted := make([]Row, len(out))
	for i, k := range keys {
		sorted[i] = out[k.at]
	}
	return sorted
}

func (s *State) entityRows() []Row {
	var out []Row
	entities := s.Snap.Entities()
	for _, i := range s.View.Entities() {
		e := &entities[i]
		info, _ := schema.TypeOf(e.Type)
		claims, articles := len(s.Snap.ClaimsOf(i)), 0
		last := graph.ID("")
		for _, x := range e.Sightings {
			if x.Article != last {
				articles++
				last = x.Article
			}
		}
		out = append(out, Row{
			Index: i, Entity: e.ID, Kind: KindOf(*e), Shown: s.Shown(e.ID),
			Hollow:  KindOf(*e) == graph.Event && e.Modality != "" && e.Modality != graph.Asserted,
			Cells:   []string{e.Name, info.Label, thousands(claims), thousands(articles), DateText(e.Time), verdictText(e.Verdict)},
			numbers: []float64{0, 0, float64(claims), float64(articles), 0, 0}, when: e.Time,
		})
	}
	return out
}

func (s *State) claimRows() []Row {
	var out []Row
	entities, claims := s.Snap.Entities(), s.Snap.Claims()
	for _, i := range s.View.Claims() {
		c := &claims[i]
		info, _ := schema.PredicateOf(c.Predicate)
		object := c.Value
		if c.To >= 0 {
			object = entities[c.To].Name
		} else if c.Predicate == schema.Time {
			object = DateText(c.Value)
		}
		speaker := ""
		if c.Speaker >= 0 {
			speaker = entities[c.Speaker].Name
		}
		statement := strings.ToLower(ModalityLabel(c.Modality))
		if c.Disputed {
			statement = "disputed"
		}
		out = append(out, Row{
			Index: i, Claim: c.ID, Entity: c.Subject, Kind: KindOf(entities[c.From]),
			Cells: []string{entities[c.From].Name, info.Label, object, statement, speaker, thousands(c.Outlets),
				fmt.Sprintf("%.2f", c.Confidence)},
			numbers: []float64{0, 0, 0, 0, 0, float64(c.Outlets), c.Confidence},
		})
	}
	return out
}

func verdictText(d graph.Decision) string {
	switch d {
	case graph.Accept:
		return "accepted"
	case graph.Reject:
		return "rejected"
	}
	return ""
}
