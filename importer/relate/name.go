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
		all := r.s.All(o.Phrase)
		if long := cover(span, r.phraseSpan(o.Phrase), r.phraseSpan(all[len(all)-1])); utf8.RuneCountInString(long.In(r.d.Text)) <= nameLength {
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

// verbName is who did what, in the words of the text from the verb to its object: "al-Qaida attacked Iraqi army".
func (r *reading) verbName(c int, roles []importer.Role) string {
	cl := &r.s.Clauses[c]
	first, last := cl.Verb, cl.Last
	if cl.Passive || cl.Negated || cl.Modal != "" {
		first = cl.First
	}
	if cl.Particle != "" {
		last++
	}
	who, role := cl.Subjects, schema.Agent
	if cl.Passive {
		role = schema.Target
	}
	switch {
	case len(cl.Objects) > 0:
		last = r.grow(first, r.s.Phrases[cl.Objects[0]].Last, cl.Objects[0])
		for _, q := range cl.Objects[1:] {
			if l := r.s.Phrases[q].Last; utf8.RuneCountInString(r.span(first, l).In(r.d.Text)) <= nameLength*2/3 {
				last = max(last, l)
			}
		}
	case len(cl.Obliques) > 0 && cl.Obliques[0].Prep != "of" && cl.Obliques[0].Prep != "according to":
		last = r.grow(first, r.s.Phrases[cl.Obliques[0].Phrase].Last, cl.Obliques[0].Phrase)
	}
	name := oneLine(r.span(first, last).In(r.d.Text))
	if utf8.RuneCountInString(name) > nameLength {
		name = oneLine(r.span(first, cl.Last).In(r.d.Text))
	}
	subject := r.names(roles, role)
	if subject == "" && len(who) > 0 && r.d.Tokens[r.s.Phrases[who[0]].Head].Tag != importer.Pron {
		if s := oneLine(r.phraseSpan(who[0]).In(r.d.Text)); utf8.RuneCountInString(s) < nameLength/2 {
			subject = s
		}
	}
	return strings.TrimSpace(subject + " " + name)
}

// grow is the token behind phrase q and what "of" joins to it, where that keeps a name that begins at token first short.
func (r *reading) grow(first, last, q int) int {
	if of := r.of(q); of >= 0 && utf8.RuneCountInString(r.span(first, r.s.Phrases[of].Last).In(r.d.Text)) <= nameLength*2/3 {
		return r.s.Phrases[of].Last
	}
	return last
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
