package clause

import "skein/importer/english"

// infinitive finds who does what "to" says: "for X to", the object of "ask X to", else the subject of the verb before.
func (p *Parser) infinitive(c int, cl *Clause) {
	k := p.before(c)
	if p.sortAt(k) == conjunction { // "to advise and to assist"
		if g := p.anyVerbBefore(k); g >= 0 {
			from := &p.s.Clauses[g]
			cl.Subjects = append(cl.Subjects, from.Subjects...)
			cl.Governor, cl.Noun = from.Governor, from.Noun
			if from.Form != Infinitive {
				cl.Governor = g
			}
			return
		}
	}
	governor, noun, person := -1, -1, -1
	for i := k; i >= 0 && governor < 0; i-- {
		switch p.chunks[i].sort {
		case verbGroup:
			governor = p.chunks[i].index
		case nounPhrase:
			q := p.chunks[i].index
			ph := &p.s.Phrases[q]
			if i == k && p.sortAt(i-1) == preposition && p.chunks[i-1].word == "for" {
				person = q
				continue
			}
			if noun < 0 && english.TakesInfinitive(p.Lemma(ph.Head)) {
				noun = ph.Head
			}
		case mark:
			if w := p.chunks[i].word; w != "(" && w != ")" {
				i = 0
			}
		case marker, relative:
			i = 0
		}
	}
	cl.Governor, cl.Noun = governor, noun
	switch {
	case person >= 0:
		p.setSubject(cl, person)
	case noun >= 0 && p.agentOfNoun(cl, noun):
	case governor < 0:
		if k >= 0 && p.sortAt(k) == nounPhrase && p.governed(p.chunks[k].index) < 0 { // headlines: "A and B to hold talks"
			p.setSubject(cl, p.explainedBy(p.chunks[k].index))
		}
	default:
		g := &p.s.Clauses[governor]
		if english.ObjectControl(g.Lemma) && len(g.Objects) > 0 && !g.Passive {
			cl.Subjects = append(cl.Subjects, g.Objects...)
		} else {
			cl.Subjects = append(cl.Subjects, g.Subjects...)
		}
	}
}

// agentOfNoun makes whoever has the plan the subject: "Iran's plan to", "a plan by X to"; who calls is not who is to do it.
func (p *Parser) agentOfNoun(cl *Clause, noun int) bool {
	q := p.s.PhraseAt(noun)
	if q < 0 {
		return false
	}
	for _, o := range p.s.Phrases[q].Obliques {
		if o.Prep == "by" && p.s.Phrases[o.Phrase].First == p.s.Phrases[q].Last+1 && english.NounMood(p.Lemma(noun)) != "requested" {
			p.setSubject(cl, o.Phrase)
			return true
		}
	}
	if len(p.s.Phrases[q].Mentions) == 0 {
		return false
	}
	cl.Subjects = append(cl.Subjects, q)
	return true
}

func (p *Parser) anyVerbBefore(k int) int {
	for k--; k >= 0; k-- {
		if p.chunks[k].sort == verbGroup {
			return p.chunks[k].index
		}
	}
	return -1
}

// participle finds the subject of a clause that hangs on a noun or, behind a comma or preposition, on a verb.
func (p *Parser) participle(c int, cl *Clause) {
	k := p.before(c)
	switch p.sortAt(k) {
	case nounPhrase:
		q := p.chunks[k].index
		p.setSubject(cl, p.described(q))
		if g := p.anyVerbBefore(k); g >= 0 {
			cl.Governor = g
			if cl.Form == Gerund && p.s.Clauses[g].Lemma == "be" { // "there are people fleeing"
				return
			}
		}
		// of "troops in the north carrying" the troops
		if cl.Form == Gerund && p.sortAt(k-1) == preposition && p.sortAt(k-2) == nounPhrase && p.chunks[k-1].word != "with" &&
			p.placed(k) && p.chunks[k-1].word != "to" {
			p.setSubject(cl, p.chunks[k-2].index)
		}
		return
	case verbGroup: // "began training"
		cl.Governor = p.chunks[k].index
		cl.Subjects = append(cl.Subjects, p.s.Clauses[cl.Governor].Subjects...)
		return
	case conjunction:
		if g := p.anyVerbBefore(k); g >= 0 {
			cl.Governor = p.s.Clauses[g].Governor
			cl.Subjects = append(cl.Subjects, p.s.Clauses[g].Subjects...)
		}
		return
	}
	if cl.Form == Participle && p.sortAt(k) == comma && p.sortAt(k-1) == nounPhrase { // "the squadron, attached to"
		p.setSubject(cl, p.explainedBy(p.chunks[k-1].index))
		cl.Governor = p.anyVerbBefore(k)
		return
	}
	if k < 0 || p.opening(c) {
		p.ahead(c, cl)
		return
	}
	if g := p.governing(k); g >= 0 {
		cl.Governor = g
		from := &p.s.Clauses[g]
		if cl.Prep != "" && english.ObjectGerund(from.Lemma) && !from.Passive && len(from.Objects) > 0 {
			cl.Subjects = append(cl.Subjects, from.Objects...) // "accused X of attacking"
			return
		}
		cl.Subjects = append(cl.Subjects, from.Subjects...)
	}
}

// ahead makes the subject of the main clause that of a participle that begins the sentence: "Backed by jets, the troops
// advanced", "Speaking to the crew, Prior said".
func (p *Parser) ahead(c int, cl *Clause) {
	for k := c + 1; k+1 < len(p.chunks); k++ {
		switch p.chunks[k].sort {
		case verbGroup, marker, relative:
			return
		case comma:
			if p.sortAt(k+1) != nounPhrase || !p.subjectAhead(k+1) {
				continue
			}
			p.setSubject(cl, p.chunks[k+1].index)
			return
		}
	}
}

// governing is the finite clause before chunk k, or -1: its subject does what the participle says.
func (p *Parser) governing(k int) int {
	for ; k >= 0; k-- {
		if p.chunks[k].sort != verbGroup {
			continue
		}
		if g := p.chunks[k].index; len(p.s.Clauses[g].Subjects) > 0 {
			return g
		}
	}
	return -1
}
