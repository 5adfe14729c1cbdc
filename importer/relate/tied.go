package relate

import (
	"slices"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
)

// tied states what the ties of the sentence (importer/tie) say of two entities and no rule found anywhere.
func (r *reading) tied() {
	for _, t := range r.d.Ties[r.ties:] {
		a, b := &r.d.Nominals[t.From], &r.d.Nominals[t.To]
		if a.Sentence > r.s.Index {
			break
		}
		r.ties++
		if a.Sentence < r.s.Index {
			continue
		}
		p, from, to := r.predicate(t.Bond, r.about(a), r.about(b))
		if p == "" || t.Confidence < leastTied || r.related(from, to) {
			continue
		}
		if q := r.phraseOf(a); t.Bond == importer.BondPart && q >= 0 && slices.Contains(r.beside(q), to) {
			continue // "soldiers from A and B"
		}
		if a.Begin > b.Begin {
			a, b = b, a
		}
		m := graph.Asserted
		switch c := r.verbBetween(a.Span, b.Span); {
		case t.Bond == importer.BondPart:
			if c >= 0 {
				continue // who does something with a body does not belong to it
			}
		case c >= 0:
			m = r.mood(c)
		default:
			if c = r.s.Around(r.token(b.Begin)); c >= 0 {
				m = r.mood(c)
			}
		}
		r.state(from, p, to, m, cover(a.Span, b.Span), rule{"tied", t.Confidence})
	}
}

// about is the entity that the noun phrase of a nominal means, or -1.
func (r *reading) about(n *importer.Nominal) int {
	q := r.phraseOf(n)
	switch {
	case q < 0:
		return -1
	case n.Kind == importer.KindPlace:
		return r.where(q)
	}
	return r.who(q)
}

// phraseOf is the noun phrase of a nominal, or -1.
func (r *reading) phraseOf(n *importer.Nominal) int {
	t := r.token(n.Begin)
	if q := r.s.PhraseAt(t); q >= 0 {
		return q
	}
	return r.s.PhraseAt(t + 1)
}

// predicate is what a bond between two entities is in the graph, with its subject and object, or "". That two are at one
// place is none: who is struck near a town is not based there.
func (r *reading) predicate(bond importer.Bond, a, b int) (p graph.Predicate, from, to int) {
	ta, tb := r.typ(a), r.typ(b)
	if a < 0 || b < 0 || a == b {
		return "", -1, -1
	}
	switch bond {
	case importer.BondFights:
		if r.fighter(a) && r.fighter(b) {
			return schema.Fights, a, b
		}
	case importer.BondAllied:
		if isForce(ta) && isForce(tb) {
			return schema.AlliedWith, a, b
		}
	case importer.BondLeads:
		if ta == schema.Person && isBody(tb) {
			return schema.Leads, a, b
		}
	case importer.BondPart:
		switch {
		case ta == schema.Person && isBody(tb):
			return schema.MemberOf, a, b
		case ta == schema.Country && tb == schema.Organization:
			return schema.MemberOf, a, b
		case isBody(ta) && (isBody(tb) || tb == schema.Country):
			return schema.PartOf, a, b
		case ta == schema.Equipment && isForce(tb):
			return schema.Operates, b, a
		}
	case importer.BondLikes:
		if isActor(ta) && isForce(tb) {
			return schema.Supports, a, b
		}
	case importer.BondBlames:
		if isActor(ta) && isForce(tb) {
			return schema.Opposes, a, b
		}
	}
	return "", -1, -1
}

// related reports whether the document states something of two entities.
func (r *reading) related(a, b int) bool {
	return slices.ContainsFunc(r.d.Claims, func(c importer.Claim) bool {
		return c.Subject == a && c.Object == b || c.Subject == b && c.Object == a
	})
}

// verbBetween is the first clause whose verb stands between two places, or -1.
func (r *reading) verbBetween(a, b graph.Span) int {
	for c := range r.s.Clauses {
		if v := r.d.Tokens[r.s.Clauses[c].Verb].Span; a.End <= v.Begin && v.End <= b.Begin {
			return c
		}
	}
	return -1
}

// leastTied is how sure a tie must be to be stated. Of those that are surer and that no rule states, most were right in annotated
// news and releases; the rest are too often named together only.
const leastTied = 0.45
