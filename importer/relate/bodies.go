package relate

import (
	"strings"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer/english"
)

// bodies reads parts and wholes of bodies and units in phrase q: "the Iraqi army's 7th Division", "2nd Battalion of the
// 61st Brigade", "the coalition against X", "the U.S. and Australian alliance".
func (r *reading) bodies(q int) {
	r.alliance(q)
	r.home(q)
	ph := &r.s.Phrases[q]
	own := r.entity(ph.Outer)
	if own < 0 || !isBody(r.typ(own)) || r.d.Mentions[ph.Outer].Generic {
		return
	}
	x := &r.d.Mentions[ph.Outer]
	if b := r.before(q, x.Begin); b >= 0 {
		body := &r.d.Mentions[b]
		gap := r.between(body, x)
		whole := isBody(r.typ(body.Entity)) || r.typ(body.Entity) == schema.Country
		if whole && !body.Generic && (possessed(gap) || strings.TrimSpace(gap) == "") && body.Rule != "refer/pronoun" {
			r.isOne(own, schema.PartOf, body.Entity, cover(body.Span, x.Span), rulePartOwner)
		}
	}
	if o := r.of(q); o >= 0 && !r.members(q) {
		if e := r.entity(r.s.Phrases[o].Outer); isBody(r.typ(e)) && !r.d.Mentions[r.s.Phrases[o].Outer].Generic && r.typ(own) != schema.Government {
			r.isOne(own, schema.PartOf, e, cover(r.phraseSpan(q), r.phraseSpan(o)), rulePartOf)
		}
	}
	if o := r.directly(q, "against"); o >= 0 {
		if e := r.entity(r.s.Phrases[o].Outer); oneOf(r.typ(e), schema.ArmedGroup, schema.Country, schema.Government) {
			r.isOne(own, schema.Fights, e, cover(r.phraseSpan(q), r.phraseSpan(o)), ruleAgainst)
		}
	}
}

// alliance reads a noun for an alliance with the names of the allies before it or behind it.
func (r *reading) alliance(q int) {
	ph := &r.s.Phrases[q]
	if !english.Alliance(r.lemma(ph.Head)) {
		return
	}
	var allies []int
	evidence := r.phraseSpan(q)
	for k, m := range ph.Mentions {
		if e := r.entity(m); isActor(r.typ(e)) && !r.nested(ph.Mentions[:k], m) {
			allies = append(allies, e)
		}
	}
	if j := ph.Joined; j >= 0 && len(allies) > 0 {
		if e := r.who(j); isActor(r.typ(e)) {
			allies, evidence = append([]int{e}, allies...), cover(evidence, r.phraseSpan(j))
		}
	}
	for _, prep := range [...]string{"between", "with"} {
		if o := r.directly(q, prep); o >= 0 {
			for _, k := range r.s.All(o) {
				if e := r.who(k); isActor(r.typ(e)) {
					allies, evidence = append(allies, e), cover(evidence, r.phraseSpan(k))
				}
			}
		}
	}
	if len(allies) == 2 {
		r.isOne(allies[0], schema.AlliedWith, allies[1], evidence, ruleAlliance)
	}
}

// compounds reads what the words joined to a name by a hyphen state ("Iran-backed militants", "the US-led anti-ISIS
// coalition"), and what units are written as parts of (Mention.Part).
func (r *reading) compounds() {
	for m := r.first; m < r.last; m++ {
		x := &r.d.Mentions[m]
		if x.Entity < 0 {
			continue
		}
		if p := x.Part; p >= 0 && r.entity(p) >= 0 {
			r.isOne(x.Entity, schema.PartOf, r.entity(p), cover(x.Span, r.d.Mentions[p].Span), rulePart)
		}
		r.hyphen(m)
	}
}

// hyphen reads "X-backed Y", "X-led Y" and "anti-X Y" around mention m, which is X.
func (r *reading) hyphen(m int) {
	x := &r.d.Mentions[m]
	first, last := r.token(x.Begin), r.token(x.End-1)
	if !isActor(x.Type) || r.d.Tokens[first].Begin != x.Begin {
		return
	}
	if p := english.Compound(r.word(last + 2)); p != "" && hyphen(r.word(last+1)) {
		if y := r.compounded(m, last+2); y >= 0 {
			r.compound(m, graph.Predicate(p), y)
		}
	}
	if hyphen(r.word(first - 1)) {
		y := r.compounded(m, last)
		if y < 0 {
			return
		}
		evidence := cover(r.span(first-2, last+1), r.d.Mentions[y].Span)
		switch {
		case english.Against(r.word(first-2)) && isForce(r.typ(r.entity(y))):
			r.isOne(r.entity(y), schema.Fights, x.Entity, evidence, ruleAnti)
		case english.SidesWith(r.word(first - 2)):
			r.isOne(r.entity(y), schema.AffiliatedWith, x.Entity, evidence, ruleCompound)
		}
	}
}

func hyphen(w string) bool { return w == "-" || w == "–" || w == "‑" }

// compounded is the mention that the compound with mention m describes: the one that holds it, else the one that its
// phrase is about; or -1.
func (r *reading) compounded(m, token int) int {
	x := &r.d.Mentions[m]
	for k := m - 1; k >= r.first && k >= m-4; k-- {
		if y := &r.d.Mentions[k]; y.Contains(x.Span) && y.Entity >= 0 && y.Entity != x.Entity {
			return k
		}
	}
	for k := m + 1; k < r.last && k <= m+4; k++ {
		if y := &r.d.Mentions[k]; y.Contains(x.Span) && y.Entity >= 0 && y.Entity != x.Entity {
			return k
		}
	}
	q := r.s.PhraseAt(token)
	if q < 0 {
		return -1
	}
	if o := r.s.Phrases[q].Outer; o >= 0 && r.entity(o) >= 0 && r.entity(o) != x.Entity && r.d.Mentions[o].Begin > x.End {
		return o
	}
	return -1
}

// compound states the relation of a compound between mention m and the one it describes.
func (r *reading) compound(m int, p graph.Predicate, y int) {
	x, d := &r.d.Mentions[m], &r.d.Mentions[y]
	evidence := cover(x.Span, d.Span)
	switch p {
	case schema.Leads:
		if isForce(r.typ(d.Entity)) || r.typ(d.Entity) == schema.NamedEvent {
			r.isOne(x.Entity, p, d.Entity, evidence, ruleCompound)
		}
	case schema.Operates:
		if r.typ(d.Entity) == schema.Equipment {
			r.isOne(x.Entity, p, d.Entity, evidence, ruleCompound)
		}
	case schema.BasedAt:
		if isPlace(x.Type) {
			r.isOne(d.Entity, p, x.Entity, evidence, ruleCompound)
		}
	default:
		if isActor(r.typ(d.Entity)) {
			r.isOne(d.Entity, p, x.Entity, evidence, ruleCompound)
		}
	}
}
