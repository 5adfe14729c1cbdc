package relate

import (
	"strings"
	"unicode/utf8"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
)

// nameLength is about how many characters an event's name has at most.
const nameLength = 70

// nounName is the noun with what stands before it and the first phrase that hangs on it: "talks on the US military
// presence"; with who acts where the phrase does not name it.
func (r *reading) nounName(n *noun) string {
	ph := &r.s.Phrases[n.phrase]
	first := ph.First
	for first < n.token && r.d.Tokens[first].Tag == importer.Det {
		first++
	}
	span := r.span(first, ph.Last)
	for _, o := range ph.Obliques {
		if r.s.Phrases[o.Phrase].First > ph.Last+1 || o.Prep == "by" || o.Prep == "according to" {
			break
		}
		if long := cover(span, r.phraseSpan(o.Phrase)); utf8.RuneCountInString(long.In(r.d.Text)) <= nameLength {
			span = long
		}
		break
	}
	name := oneLine(span.In(r.d.Text))
	if a := filler(n.roles, schema.Agent); a >= 0 {
		if who := r.d.Entities[a].Name; !strings.Contains(name, who) && !r.within(first, ph.Last, a) {
			if utf8.RuneCountInString(who+name) < nameLength {
				name = who + ": " + name
			}
		}
	}
	return name
}

// within reports whether a mention of the entity stands in tokens [first, last).
func (r *reading) within(first, last, entity int) bool {
	s := r.span(first, last)
	for m := r.first; m < r.last; m++ {
		if x := &r.d.Mentions[m]; x.Entity == entity && s.Contains(x.Span) {
			return true
		}
	}
	return false
}

// verbName is who did what to whom: "al-Qaida attacked Iraqi army and coalition forces".
func (r *reading) verbName(c int, trigger graph.Span, roles []importer.Role) string {
	cl := &r.s.Clauses[c]
	verb := oneLine(r.span(cl.First, cl.Last).In(r.d.Text))
	if cl.First < cl.Verb && !cl.Passive && !cl.Negated && cl.Modal == "" {
		verb = oneLine(trigger.In(r.d.Text))
	}
	agents, targets := r.names(roles, schema.Agent), r.names(roles, schema.Target)
	if targets == "" {
		if len(cl.Objects) > 0 && !cl.Passive && r.where(cl.Objects[0]) >= 0 {
			targets = r.names(roles, schema.AtPlace)
		}
	}
	parts := []string{agents, verb, targets}
	if cl.Passive {
		parts = []string{targets, verb}
		if agents != "" {
			parts = append(parts, "by "+agents)
		}
	}
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, " ")
}

// names are the entities in a role, at most two, joined by "and".
func (r *reading) names(roles []importer.Role, p graph.Predicate) string {
	var out []string
	for _, x := range roles {
		if x.Predicate == p && len(out) < 3 {
			out = append(out, r.d.Entities[x.Entity].Name)
		}
	}
	if len(out) > 2 {
		return out[0] + " and others"
	}
	return strings.Join(out, " and ")
}

// oneLine is the text with every run of white space as one space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
