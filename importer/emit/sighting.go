package emit

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
)

// entities collects a sighting for each entity and gives out the ids.
func (e *emitter) entities() {
	e.ids = make([]graph.ID, len(e.Entities))
	for i, x := range e.Entities {
		var spans []graph.Span
		for _, m := range x.Mentions {
			if m < 0 || m >= len(e.Mentions) || !e.valid(e.Mentions[m].Span) {
				e.Reject(stage, graph.Span{}, fmt.Sprintf("a mention of %q lies outside of the text", x.Name))
				continue
			}
			spans = append(spans, e.Mentions[m].Span)
		}
		key := x.Key
		if key == "" {
			key = e.bound(x.Type, strings.ToLower(x.Name))
		}
		e.ids[i] = e.saw(graph.Sighting{
			Name: x.Name, Type: x.Type, Aliases: x.Aliases, Attributes: x.Attributes, Mentions: spans, Key: key,
		})
	}
}

// bound is a key that holds in this article only.
func (e *emitter) bound(t graph.Type, what string) string {
	return string(t) + "/" + string(e.ID) + "/" + what
}

// maxName is the length in bytes above which words are no name but text gone wrong: a line without spaces, a table.
const maxName = 300

// saw notes a sighting and returns its entity; empty when there can be no such entity.
func (e *emitter) saw(s graph.Sighting) graph.ID {
	var at graph.Span
	if len(s.Mentions) > 0 {
		at = s.Mentions[0]
	}
	s.Name = clean(s.Name)
	if s.Name == "" {
		e.Reject(stage, at, fmt.Sprintf("a %s without a name", s.Type))
		return ""
	}
	if len(s.Name) > maxName {
		e.Reject(stage, at, fmt.Sprintf("%d bytes are no name of a %s", len(s.Name), s.Type))
		return ""
	}
	if _, ok := schema.TypeOf(s.Type); !ok {
		e.Reject(stage, at, fmt.Sprintf("no type is called %q", s.Type))
		return ""
	}
	s.Entity, s.Article = graph.NewID(graph.EntityPrefix, s.Key), e.ID
	e.sightings = append(e.sightings, s)
	return s.Entity
}

// clean is s on one line, valid.
func clean(s string) string {
	return strings.Join(strings.Fields(strings.ToValidUTF8(s, "\uFFFD")), " ")
}

// sight keeps one sighting for each entity: those of the same key are joined; the first one's name and type stay.
func (e *emitter) sight() {
	slices.SortStableFunc(e.sightings, func(a, b graph.Sighting) int { return cmp.Compare(a.Entity, b.Entity) })
	for rest := e.sightings; len(rest) > 0; {
		s, n := rest[0], 1
		s.Aliases, s.Attributes, s.Mentions = slices.Clone(s.Aliases), slices.Clone(s.Attributes), slices.Clone(s.Mentions)
		for ; n < len(rest) && rest[n].Entity == s.Entity; n++ {
			s.Aliases = append(append(s.Aliases, rest[n].Name), rest[n].Aliases...)
			s.Attributes = append(s.Attributes, rest[n].Attributes...)
			s.Mentions = append(s.Mentions, rest[n].Mentions...)
		}
		rest = rest[n:]
		e.keep(tidy(s))
	}
}

// tidy sorts a sighting's lists and takes out doubles, empty and endless names and the name itself among the aliases.
func tidy(s graph.Sighting) graph.Sighting {
	for i, a := range s.Aliases {
		s.Aliases[i] = clean(a)
	}
	s.Aliases = slices.DeleteFunc(s.Aliases, func(a string) bool { return a == "" || a == s.Name || len(a) > maxName })
	slices.Sort(s.Aliases)
	s.Aliases = slices.Compact(s.Aliases)
	for i, a := range s.Attributes {
		s.Attributes[i] = graph.Attribute{Name: clean(a.Name), Value: clean(a.Value)}
	}
	s.Attributes = slices.DeleteFunc(s.Attributes, func(a graph.Attribute) bool { return a.Name == "" || a.Value == "" })
	slices.SortFunc(s.Attributes, func(a, b graph.Attribute) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Value, b.Value))
	})
	s.Attributes = slices.Compact(s.Attributes)
	slices.SortFunc(s.Mentions, func(a, b graph.Span) int { return cmp.Or(cmp.Compare(a.Begin, b.Begin), cmp.Compare(a.End, b.End)) })
	s.Mentions = slices.Compact(s.Mentions)
	return s
}

// events emits each event with its participants and its time.
func (e *emitter) events() {
	for i, x := range e.Events {
		if !e.valid(x.Trigger) {
			e.Reject(stage, x.Trigger, fmt.Sprintf("the trigger of %q lies outside of the text", x.Name))
			continue
		}
		first := e.Events[e.first(i)]
		event := e.saw(graph.Sighting{
			Name:     cmp.Or(clean(first.Name), first.Trigger.In(e.Text)),
			Type:     first.Type,
			Aliases:  e.toldAs(x, first),
			Mentions: []graph.Span{x.Trigger},
			Key:      e.bound(first.Type, strconv.Itoa(first.Trigger.Begin)),
		})
		if event == "" {
			continue
		}
		for _, r := range x.Roles {
			e.role(x, event, r)
		}
		if x.Time != "" {
			e.claim(graph.Claim{
				Subject: event, Predicate: schema.Time, Value: x.Time, Modality: x.Modality, SaidBy: e.speaker(x.SaidBy),
			}, e.span(x.TimeSpan, x.Evidence, x.Trigger), x.Sentence, x.Confidence, x.Rule)
		}
	}
}

// first is the index of the event that event i tells again, at last; i itself where it is the first.
func (e *emitter) first(i int) int {
	for e.Events[i].Same >= 0 && e.Events[i].Same < i && e.valid(e.Events[e.Events[i].Same].Trigger) {
		i = e.Events[i].Same
	}
	return i
}

// toldAs are the other names of an event that is told again.
func (e *emitter) toldAs(x, first importer.Event) []string {
	if x.Name == "" || x.Name == first.Name {
		return nil
	}
	return []string{x.Name}
}

// role emits one participant.
func (e *emitter) role(x importer.Event, event graph.ID, r importer.Role) {
	span := e.span(r.Span, x.Evidence, x.Trigger)
	who, ok := e.entity(r.Entity)
	if !ok {
		e.Reject(stage, span, fmt.Sprintf("the %s of %q is nobody", r.Predicate, x.Name))
		return
	}
	confidence := r.Confidence
	if confidence == 0 {
		confidence = x.Confidence
	}
	e.claim(graph.Claim{
		Subject: event, Predicate: r.Predicate, Object: who, Modality: x.Modality, SaidBy: e.speaker(x.SaidBy),
	}, span, x.Sentence, confidence, x.Rule)
}

// span is the first of the spans that holds.
func (e *emitter) span(spans ...graph.Span) graph.Span {
	for _, s := range spans {
		if e.valid(s) {
			return s
		}
	}
	return graph.Span{}
}

// claims emits the relations.
func (e *emitter) claims() {
	for _, c := range e.Claims {
		subject, ok := e.entity(c.Subject)
		if !ok {
			e.Reject(stage, c.Evidence, fmt.Sprintf("%s of nobody", c.Predicate))
			continue
		}
		var object graph.ID
		if c.Value == "" {
			if object, ok = e.entity(c.Object); !ok {
				e.Reject(stage, c.Evidence, fmt.Sprintf("%s to nobody", c.Predicate))
				continue
			}
		}
		e.claim(graph.Claim{
			Subject: subject, Predicate: c.Predicate, Object: object, Value: c.Value, Modality: c.Modality, SaidBy: e.speaker(c.SaidBy),
		}, c.Evidence, c.Sentence, c.Confidence, c.Rule)
	}
}

// quotes emits what is said by known speakers.
func (e *emitter) quotes() {
	const marks = "\"'“”‘’„«»‹›`,"
	for _, q := range e.Quotes {
		who, ok := e.entity(q.Speaker)
		if !ok {
			continue
		}
		rule := "quote/indirect"
		if q.Direct {
			rule = "quote/direct"
		}
		words := strings.Trim(clean(q.Span.In(e.Text)), marks+" ")
		if words == "" {
			e.Reject(stage, q.Span, "a quote without words")
			continue
		}
		e.claim(graph.Claim{Subject: who, Predicate: schema.Statement, Value: words, SaidBy: who},
			q.Span, q.Sentence, q.Confidence, rule)
	}
}
