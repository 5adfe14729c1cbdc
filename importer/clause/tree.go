package clause

import (
	"slices"

	"skein/importer"
	"skein/importer/english"
)

// consult corrects the clauses by the tree of the sentence, if it has one, where trees are right more often than the rules on
// chunks. Counted on annotated text that neither learned from.
func (p *Parser) consult() {
	if !p.treed {
		return
	}
	for c := range p.s.Clauses {
		cl := &p.s.Clauses[c]
		v := p.predicate(cl)
		p.voice(cl, v)
		p.hung(cl, v)
		p.foreignObjects(cl, v)
		p.gap(cl, v)
		p.extent(cl)
	}
}

// rooted reports whether the sentence has a tree.
func (p *Parser) rooted() bool {
	if len(p.d.Tree) == 0 {
		return false
	}
	roots := 0
	for t := p.base; t < p.base+len(p.low); t++ {
		if p.d.Tree[t].Head < 0 {
			roots++
		}
	}
	return roots == 1
}

// startsClause reports whether the tree has the phrase at chunk c as the subject of the verb behind it: "and" before it joins
// clauses, and not it to the phrase before.
func (p *Parser) startsClause(c int) bool {
	return p.treed && p.d.Tree[p.s.Phrases[p.chunks[c].index].Head].Relation.Basic() == "nsubj" &&
		p.verbBetween(c-1) && p.subjectAhead(c)
}

// predicate is the token that the subject of a clause hangs on in the tree: the verb, or what the copula joins to it.
func (p *Parser) predicate(cl *Clause) int {
	if a := p.d.Tree[cl.Verb]; a.Relation == "cop" && a.Head >= 0 {
		return a.Head
	}
	return cl.Verb
}

// dependent is the first word that hangs on token h as the relation, or -1.
func (p *Parser) dependent(h int, relations ...importer.Relation) int {
	for t := p.base; t < p.base+len(p.low); t++ {
		if a := p.d.Tree[t]; a.Head == h {
			for _, r := range relations {
				if a.Relation == r {
					return t
				}
			}
		}
	}
	return -1
}

// voice makes a clause passive whose subject or auxiliary is that of a passive.
func (p *Parser) voice(cl *Clause, v int) {
	if cl.Passive || v != cl.Verb || len(cl.Objects) > 0 {
		return
	}
	if p.dependent(v, "aux:pass") >= 0 {
		cl.Passive = true
	}
}

// hung gives a clause the subject that it has in the tree: where the chunks show none; where it hangs on a noun; where "and" joins it
// with a subject of its own, or the chunks show none; where the subject that the chunks show is that of another clause.
func (p *Parser) hung(cl *Clause, v int) {
	if cl.Form == Infinitive {
		return
	}
	s, own := p.treeSubject(v)
	q := -1
	if s >= 0 {
		q = p.s.PhraseAt(s)
	}
	if q >= 0 {
		if q = p.described(q); p.d.Tree[v].Relation != "acl" {
			q = p.explainedBy(q)
		}
	}
	if q < 0 || slices.Contains(cl.Subjects, q) && !own {
		return
	}
	if cl.Form == Participle && own && s < v && p.lower(cl.Last) != "by" {
		cl.Form, cl.Passive = Finite, false
	}
	if slices.Contains(cl.Subjects, q) || p.relativeObject(q) {
		return
	}
	a := p.d.Tree[v]
	switch {
	case len(cl.Subjects) == 0 && (a.Relation != "acl" || cl.Form != Finite):
	case own && a.Relation == "conj", a.Relation == "acl" && cl.Form != Finite:
	case a.Relation == "conj" && !relativeMark(cl) && !p.newClause(cl) && p.d.Tree[p.s.Phrases[cl.Subjects[0]].Head].Relation.Basic() != "nsubj": // the object of the verb before
	case own && len(cl.Subjects) > 0 && english.Saying(cl.Lemma) == english.NoSpeech && p.otherSubject(cl, v): // of speech the chunks know more
	default:
		return
	}
	p.setSubject(cl, q)
}

// newClause reports whether the subject that the chunks show stands behind ", and": "two ships sailed, and marines landed".
func (p *Parser) newClause(cl *Clause) bool {
	first := p.s.Phrases[cl.Subjects[0]].First
	return first < cl.First && p.lower(first-1) == "and" && p.lower(first-2) == ","
}

// relativeMark reports whether a clause is a relative one.
func relativeMark(cl *Clause) bool {
	return cl.Mark == "who" || cl.Mark == "which" || cl.Mark == "that"
}

// relativeObject reports whether a phrase is the object of a relative clause: in "the raids which killed soldiers ended" no
// soldiers ended.
func (p *Parser) relativeObject(q int) bool {
	return slices.ContainsFunc(p.s.Clauses, func(cl Clause) bool {
		return relativeMark(&cl) && len(cl.Objects) > 0 && cl.Objects[0] == q && p.s.Phrases[q].First == cl.Last
	})
}

// treeSubject is the subject of the predicate at token v in the tree: its own, what it hangs on as a clause, or that of the one that
// "and" joins it to; or -1.
func (p *Parser) treeSubject(v int) (s int, own bool) {
	for n := range maxObliques {
		a := p.d.Tree[v]
		switch s := p.dependent(v, "nsubj", "nsubj:pass"); {
		case s >= 0 && p.relativeWord(s):
			for a.Relation == "conj" && a.Head >= 0 { // "which came and which went"
				a = p.d.Tree[a.Head]
			}
			if a.Relation == "acl:relcl" {
				return a.Head, false
			}
			return -1, false
		case s >= 0:
			return s, n == 0
		case a.Relation == "acl":
			return a.Head, false
		case a.Relation != "conj" || a.Head < 0:
			return -1, false
		}
		v = a.Head
	}
	return -1, false
}

// otherSubject reports whether the subject that the chunks show for a clause is that of another one in the tree.
func (p *Parser) otherSubject(cl *Clause, v int) bool {
	a := p.d.Tree[p.s.Phrases[cl.Subjects[0]].Head]
	return a.Relation.Basic() == "nsubj" && a.Head != v
}

// relativeWord reports whether a token is a relative pronoun.
func (p *Parser) relativeWord(t int) bool {
	switch p.lower(t) {
	case "who", "which", "that", "whom":
		return p.tag(t) != importer.Noun
	}
	return false
}

// foreignObjects takes from a clause the objects that the tree has as the subject of another one: "said her family left".
func (p *Parser) foreignObjects(cl *Clause, v int) {
	if cl.Lemma == "be" || cl.Form == Gerund || cl.Form == Infinitive && cl.Governor < 0 || relativeMark(cl) {
		return
	}
	cl.Objects = slices.DeleteFunc(slices.Clone(cl.Objects), func(q int) bool {
		a := p.d.Tree[p.s.Phrases[q].Head]
		return a.Relation.Basic() == "nsubj" && a.Head != v && p.s.ClauseAt(p.s.Phrases[q].Last) == p.s.ClauseAt(a.Head)
	})
}

// gap makes what a relative clause hangs on its object, if the clause has a subject of its own and lacks an object: "the town
// that Y bombed", "the town Y bombed".
func (p *Parser) gap(cl *Clause, v int) {
	a := p.d.Tree[v]
	if a.Relation != "acl:relcl" || len(cl.Objects) > 0 || cl.Passive || v != cl.Verb || english.Saying(cl.Lemma) != english.NoSpeech || english.Light(cl.Lemma) ||
		p.dependent(v, "xcomp", "ccomp") >= 0 {
		return
	}
	s := p.dependent(v, "nsubj")
	if s < 0 || p.relativeWord(s) {
		return
	}
	for t := p.base; t < v; t++ {
		if x := p.d.Tree[t]; x.Head == v && (x.Relation == "obl" || x.Relation == "advmod") { // "where", "in which"
			return
		}
	}
	if q := p.s.PhraseAt(a.Head); q >= 0 {
		cl.Objects = append(cl.Objects, p.explainedBy(q))
	}
}
