package relate

import (
	"slices"
	"strings"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
)

// claims finds the relations that the sentence states.
func (r *reading) claims() {
	from := len(r.d.Claims)
	for q := range r.s.Phrases {
		r.titles(q)
		r.explanations(q)
		r.places(q)
		r.bodies(q)
		r.under(q)
		r.withLeader(q)
		r.backing(q)
		r.seatOf(q)
		r.equipment(q)
	}
	r.chains()
	r.compounds()
	for c := range r.s.Clauses {
		r.acts(c)
	}
	r.fights()
	r.helps()
	r.tidy(from)
	r.tied()
}

// tidy drops claims [from, …) that the sentence states twice: the surer one stays.
func (r *reading) tidy(from int) {
	type ends struct {
		s, o int
		p    graph.Predicate
	}
	best := map[ends]int{}
	kept := r.d.Claims[:from]
	for _, c := range r.d.Claims[from:] {
		k := ends{c.Subject, c.Object, c.Predicate}
		if i, ok := best[k]; ok {
			if c.Confidence > kept[i].Confidence {
				kept[i] = c
			}
			continue
		}
		best[k] = len(kept)
		kept = append(kept, c)
	}
	r.d.Claims = kept
}

// rule is a way to find a claim: its name, and its confidence.
type rule struct {
	name       string
	confidence float64
}

// state adds a claim. It passes over what has no ends, or the same at both.
func (r *reading) state(s int, p graph.Predicate, o int, m graph.Modality, evidence graph.Span, by rule) {
	if s < 0 || o < 0 || s == o || evidence.Len() <= 0 {
		return
	}
	c := importer.Claim{Subject: s, Predicate: p, Object: o, Modality: m, Evidence: evidence, Sentence: r.s.Index, Confidence: by.confidence, Rule: "relate/" + by.name}
	c.SaidBy, _ = r.saidBy(evidence.Begin)
	r.d.Claims = append(r.d.Claims, c)
}

// isOne is state for what is simply said to be so.
func (r *reading) isOne(s int, p graph.Predicate, o int, evidence graph.Span, by rule) {
	r.state(s, p, o, graph.Asserted, evidence, by)
}

// attribute is the value of a mention's attribute, or "".
func attribute(m *importer.Mention, name string) string {
	for _, a := range m.Attributes {
		if a.Name == name {
			return a.Value
		}
	}
	return ""
}

// between is the text between two mentions, the first of which ends before the second begins.
func (r *reading) between(a, b *importer.Mention) string {
	if a.End > b.Begin {
		return ""
	}
	return r.d.Text[a.End:b.Begin]
}

// possessed reports whether the text right behind a name makes it a possessor.
func possessed(between string) bool {
	for _, s := range [...]string{"'s", "’s", "'", "’"} {
		if strings.HasPrefix(between, s) {
			return true
		}
	}
	return false
}

// before is the outermost mention that ends last before offset at in phrase q, or -1.
func (r *reading) before(q, at int) int {
	best := -1
	ph := &r.s.Phrases[q]
	for _, m := range ph.Mentions {
		x := &r.d.Mentions[m]
		if x.Entity < 0 || x.End > at || best >= 0 && r.d.Mentions[best].Contains(x.Span) {
			continue
		}
		best = m
	}
	return best
}

// bylines says that the author named in a byline belongs to the unit that the line behind it names.
func (r *reading) bylines() {
	for i := range r.d.Sentences[:max(0, len(r.d.Sentences)-1)] {
		next := &r.d.Sentences[i+1]
		if r.d.Sentences[i].Role != importer.Byline || next.Role == importer.Body || next.Begin-r.d.Sentences[i].End > 3 {
			continue
		}
		r.read(i)
		person := -1
		for m := r.first; m < r.last; m++ {
			if r.typ(r.entity(m)) == schema.Person {
				person = m
			}
		}
		r.read(i + 1)
		if person < 0 || r.first == r.last {
			continue
		}
		first := &r.d.Mentions[r.first]
		if first.Begin == next.Begin && isBody(r.typ(first.Entity)) && !strings.ContainsAny(next.In(r.d.Text), ".!?") {
			r.isOne(r.entity(person), schema.MemberOf, first.Entity, cover(r.d.Mentions[person].Span, first.Span), ruleByline)
		}
	}
}

// oneOf reports whether a type is one of the list.
func oneOf(t graph.Type, list ...graph.Type) bool { return slices.Contains(list, t) }
