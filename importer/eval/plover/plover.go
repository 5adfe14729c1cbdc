// Package plover measures the types and actors of events against the gold standard records of PLOVER: single sentences,
// each annotated with one event: its type, the words that say it, and the words for its source and its target.
//
// [Load] reads the records, [Score] compares, [Result.Report] prints.
//
// # The measures
//
// A sentence mostly tells more events than the one annotated, so an event found elsewhere in it is neither right nor wrong.
// An event is touched when the trigger of one found overlaps the words annotated; it is typed when one found has its type
// and is told by an overlapping piece of the sentence, willed when that or what is willed by it has: the will to do something
// is a type of its own in PLOVER and a modality with us, so "will send troops" may agree or threaten. Of the events touched,
// the type is right or wrong. Source and target are compared with the agents and targets of the best event found: a filler is
// right when one of its mentions in the sentence overlaps the words annotated, or is of the same name. Participants of an
// event, and agents and targets of those that people do with each other, count as either.
//
// Records are numbered from the beginning of the file; odd ones are for development, even ones to check.
package plover

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"strings"

	"github.com/goccy/go-json"

	"skein/graph"
)

// Record is an annotated sentence. Spans are offsets in bytes.
type Record struct {
	ID             string
	Text           string
	Type           graph.Type // in our types
	Mode           string     // how in particular, in PLOVER's words; may be empty
	Event          []graph.Span
	Source, Target []Actor
}

// Actor is who takes part: where the sentence names them, or their name alone where that is not marked.
type Actor struct {
	Name string
	graph.Span
}

// types are our types for those of the records, which are older than PLOVER 2021.
func types() map[string]graph.Type {
	return map[string]graph.Type{
		"AGREE": "agree", "CONSULT": "consult", "SUPPORT": "support", "COOPERATE": "cooperate", "AID": "aid", "CONCEDE": "yield",
		"RETREAT": "yield", "INVESTIGATE": "accuse", "DISAPPROVE": "accuse", "ACCUSE": "accuse", "DEMAND": "request",
		"REQUEST": "request", "REJECT": "reject", "THREATEN": "threaten", "PROTEST": "protest", "MOBILIZE": "mobilize",
		"SANCTION": "sanction", "COERCE": "coerce", "ASSAULT": "assault", "FIGHT": "assault",
	}
}

// row is a record as it stands in the file.
type row struct {
	ID, Event, EventText, Mode, Text string
	Source, Target                   actors
	TextInfo                         markup
}

// markup is a sentence with marks; a few stand in the file without the object around them.
type markup string

func (m *markup) UnmarshalJSON(data []byte) error {
	var x struct{ Markup string }
	if bytes.HasPrefix(data, []byte(`"`)) {
		return json.Unmarshal(data, (*string)(m))
	}
	err := json.Unmarshal(data, &x)
	*m = markup(x.Markup)
	return err
}

// actors are names; the file has an empty string for none.
type actors []string

func (a *actors) UnmarshalJSON(data []byte) error {
	if bytes.HasPrefix(data, []byte(`"`)) {
		return nil
	}
	var list []struct{ ActorText string }
	if err := json.Unmarshal(data, &list); err != nil {
		return err
	}
	for _, x := range list {
		*a = append(*a, x.ActorText)
	}
	return nil
}

// Load reads the records of a file, without those that are no events.
func Load(path string) ([]Record, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("plover: %w", err)
	}
	var rows []row
	if err := json.Unmarshal(data, &rows); err != nil {
		return nil, fmt.Errorf("plover: %s: %w", path, err)
	}
	var out []Record
	kinds := types()
	for _, x := range rows {
		t, ok := kinds[x.Event]
		if !ok || x.Text == "" {
			continue
		}
		out = append(out, x.record(t))
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("plover: %s: no records", path)
	}
	return out, nil
}

var marked = regexp.MustCompile(`\((SRC/TAR|SRC|TAR|EVT|LOC): ([^()]*)\)`)

// record takes the text from the sentence as it is marked up, whose marks say where things stand. Where the marks are
// broken the words are looked for.
func (x *row) record(t graph.Type) Record {
	r := Record{ID: x.ID, Type: t, Mode: x.Mode}
	var text strings.Builder
	done, m := 0, string(x.TextInfo)
	for _, at := range marked.FindAllStringSubmatchIndex(m, -1) {
		words := m[at[4]:at[5]]
		text.WriteString(m[done:at[0]])
		span := graph.Span{Begin: text.Len(), End: text.Len() + len(words)}
		text.WriteString(words)
		done = at[1]
		switch m[at[2]:at[3]] {
		case "EVT":
			r.Event = append(r.Event, span)
		case "SRC", "SRC/TAR":
			r.Source = append(r.Source, Actor{words, span})
		case "TAR":
			r.Target = append(r.Target, Actor{words, span})
		}
	}
	text.WriteString(m[done:])
	r.Text = text.String()
	if strings.ContainsAny(r.Text, "{}") || strings.Count(r.Text, "(") != strings.Count(x.Text, "(") {
		r = Record{ID: x.ID, Type: t, Mode: x.Mode, Text: x.Text}
		at := 0
		for w := range strings.FieldsSeq(x.EventText) {
			if i := strings.Index(r.Text[at:], w); i >= 0 {
				r.Event = append(r.Event, graph.Span{Begin: at + i, End: at + i + len(w)})
				at += i + len(w)
			}
		}
	}
	if len(r.Source) == 0 {
		r.Source = unmarked(x.Source, r.Text)
	}
	if len(r.Target) == 0 {
		r.Target = unmarked(x.Target, r.Text)
	}
	return r
}

// unmarked are names with the first place where they stand in the text, if they do.
func unmarked(names []string, text string) []Actor {
	var out []Actor
	for _, n := range names {
		a := Actor{Name: n}
		if i := strings.Index(text, n); i >= 0 {
			a.Span = graph.Span{Begin: i, End: i + len(n)}
		}
		out = append(out, a)
	}
	return out
}
