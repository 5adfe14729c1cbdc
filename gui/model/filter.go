package model

import (
	"slices"

	"github.com/goccy/go-json"

	"skein/graph"
	"skein/graph/schema"
	"skein/graph/snapshot"
)

// Filters are what a person chose to see. They are kept with the graph, as JSON in one setting. Kinds and modalities are
// switched off one by one, as in a legend; the other lists are empty until something is chosen, and then only that passes.
type Filters struct {
	KindsOff      []graph.Kind      `json:"kinds_off,omitempty"`
	ModalitiesOff []graph.Modality  `json:"modalities_off,omitempty"`
	Relations     []graph.Predicate `json:"relations,omitempty"`
	Articles      []graph.ID        `json:"articles,omitempty"`
	Outlets       []string          `json:"outlets,omitempty"`
	SaidBy        []graph.ID        `json:"said_by,omitempty"` // "" is the articles themselves
	MinConfidence float64           `json:"min_confidence,omitempty"`
	Since         string            `json:"since,omitempty"` // EDTF
	Until         string            `json:"until,omitempty"`
	DatedOnly     bool              `json:"dated_only,omitempty"`
}

// parseFilters reads the setting; damaged text counts as no filters.
func parseFilters(text string) Filters {
	var f Filters
	if text == "" || json.Unmarshal([]byte(text), &f) != nil {
		return Filters{}
	}
	return f
}

// text is the setting's value; empty for no filters.
func (f Filters) text() string {
	if f.Empty() {
		return ""
	}
	b, err := json.Marshal(f)
	if err != nil { // strings and numbers always marshal
		return ""
	}
	return string(b)
}

// Empty reports whether everything passes.
func (f Filters) Empty() bool {
	return len(f.KindsOff)+len(f.ModalitiesOff)+len(f.Relations)+len(f.Articles)+len(f.Outlets)+len(f.SaidBy) == 0 &&
		f.MinConfidence == 0 && f.Since == "" && f.Until == "" && !f.DatedOnly
}

// Snapshot is the filter in the snapshot's terms. A kind that is switched off takes away what is drawn as it: a country is
// drawn as a place, and stays while places do.
func (f Filters) Snapshot() snapshot.Filter {
	out := snapshot.Filter{
		Predicates: f.Relations, Articles: f.Articles, Outlets: f.Outlets, SaidBy: f.SaidBy,
		MinConfidence: f.MinConfidence, Since: f.Since, Until: f.Until,
		UndatedToo: !f.DatedOnly,
	}
	if len(f.KindsOff) > 0 {
		for _, t := range schema.Types() {
			if !slices.Contains(f.KindsOff, t.Kinds[0]) {
				out.Types = append(out.Types, t.Type)
			}
		}
		if len(out.Types) == 0 {
			out.Types = []graph.Type{""}
		}
	}
	if len(f.ModalitiesOff) > 0 {
		for _, m := range graph.Modalities() {
			if !slices.Contains(f.ModalitiesOff, m) {
				out.Modalities = append(out.Modalities, m)
			}
		}
		if len(out.Modalities) == 0 {
			out.Modalities = []graph.Modality{""}
		}
	}
	return out
}

// toggled returns a copy of list with x in it, or without it when it was.
func toggled[T comparable](list []T, x T) []T {
	if i := slices.Index(list, x); i >= 0 {
		return slices.Delete(slices.Clone(list), i, i+1)
	}
	return append(slices.Clone(list), x)
}

// ToggleKind switches a kind off or on, and so on for the others.
func (f Filters) ToggleKind(k graph.Kind) Filters {
	f.KindsOff = toggled(f.KindsOff, k)
	return f
}

// ToggleModality switches a kind of statement off or on.
func (f Filters) ToggleModality(m graph.Modality) Filters {
	f.ModalitiesOff = toggled(f.ModalitiesOff, m)
	return f
}

// ToggleRelation chooses a relation, or no longer.
func (f Filters) ToggleRelation(p graph.Predicate) Filters {
	f.Relations = toggled(f.Relations, p)
	return f
}

// ToggleArticle chooses an article, or no longer.
func (f Filters) ToggleArticle(a graph.ID) Filters {
	f.Articles = toggled(f.Articles, a)
	return f
}

// ToggleOutlet chooses an outlet, or no longer.
func (f Filters) ToggleOutlet(o string) Filters {
	f.Outlets = toggled(f.Outlets, o)
	return f
}

// ToggleSpeaker chooses a speaker, or no longer; "" is the articles themselves.
func (f Filters) ToggleSpeaker(e graph.ID) Filters {
	f.SaidBy = toggled(f.SaidBy, e)
	return f
}

// OnlyKind leaves one kind on; again: all.
func (f Filters) OnlyKind(k graph.Kind) Filters {
	var off []graph.Kind
	for _, x := range schema.Kinds() {
		if x.Kind != k {
			off = append(off, x.Kind)
		}
	}
	if slices.Equal(off, f.KindsOff) {
		off = nil
	}
	f.KindsOff = off
	return f
}

// OnlyModality leaves one kind of statement on; again: all.
func (f Filters) OnlyModality(m graph.Modality) Filters {
	var off []graph.Modality
	for _, x := range graph.Modalities() {
		if x != m {
			off = append(off, x)
		}
	}
	if slices.Equal(off, f.ModalitiesOff) {
		off = nil
	}
	f.ModalitiesOff = off
	return f
}

// setFilters is an edit of one setting.
func (s *State) setFilters(m SetFilters) []Effect {
	if m.Filters.text() == s.Filters.text() {
		return nil
	}
	var d graph.Delta
	if text := m.Filters.text(); text != "" {
		d = graph.Delta{Op: graph.Add, Fact: graph.Setting{Key: filterKey, Value: text}}
	} else {
		d = graph.Delta{Op: graph.Remove, Fact: graph.Setting{Key: filterKey, Value: s.Settings[filterKey]}}
	}
	label := m.Label
	if label == "" {
		label = "filter"
	}
	c := graph.Change{Label: label, Deltas: []graph.Delta{d}}
	if m.Join {
		c.Group = label
	}
	return s.apply(c)
}
