package snapshot

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"skein/graph"
)

// claimPile is what one claim is folded from.
type claimPile struct {
	parts []graph.Claim       // as stored, with all their evidence
	edits []edit[graph.Claim] // to them
}

// pileClaims takes out every claim the edits can touch, and lays the edits on top.
func (p *patch) pileClaims(e *edits) {
	for i := range e.claims {
		f := &e.claims[i].fact
		if c, ok := p.old.Claim(f.ID); ok {
			p.takeClaim(int32(c))
		}
		pile := p.claimPile(p.foldedID(f))
		pile.edits = append(pile.edits, e.claims[i])
	}
	for i := range e.judged {
		if c, ok := p.old.Claim(e.judged[i].fact.Target); ok {
			p.takeClaim(int32(c))
		}
	}
	p.takeJudgedNamesakes(e.judged)
	p.takeMovedClaims()
	p.takeClaimsOfArticles(e.articles)
}

// takeJudgedNamesakes takes out the claims of namesakes that are judged by the ids they are stored with.
func (p *patch) takeJudgedNamesakes(judged []edit[graph.Judgement]) {
	n := p.old.reviewed.namesakes
	if len(n.list) == 0 || len(judged) == 0 {
		return
	}
	targets := map[graph.ID]bool{}
	for i := range judged {
		targets[judged[i].fact.Target] = true
	}
	for i := range p.old.claims {
		if slices.ContainsFunc(p.old.claims[i].Stored(), func(c graph.Claim) bool { return targets[n.storedClaim(c).ID] }) {
			p.takeClaim(int32(i))
		}
	}
}

// takeMovedClaims takes out the claims that may have an end or a speaker in an id whose root changed.
func (p *patch) takeMovedClaims() {
	if len(p.moved) == 0 {
		return
	}
	roots := map[graph.ID]bool{}
	for _, id := range p.moved {
		roots[p.old.reviewed.canon.Root(id)] = true
	}
	for i := range p.old.claims {
		c := &p.old.claims[i]
		if roots[c.Subject] || roots[c.Object] || roots[c.SaidBy] {
			p.takeClaim(int32(i))
		}
	}
}

// takeClaimsOfArticles takes out the claims whose count of outlets changes because an article comes or goes.
func (p *patch) takeClaimsOfArticles(list []edit[graph.Article]) {
	came := map[graph.ID]bool{}
	for i := range list {
		id := list[i].fact.ID
		if a, ok := p.old.Article(id); ok {
			for _, c := range p.old.ClaimsIn(a) {
				p.takeClaim(c)
			}
		} else {
			came[id] = true
		}
	}
	if len(came) == 0 {
		return
	}
	for i := range p.old.claims {
		c := &p.old.claims[i]
		if c.orphaned && slices.ContainsFunc(c.Evidence, func(e graph.Evidence) bool { return came[e.Article] }) {
			p.takeClaim(int32(i))
		}
	}
}

func (p *patch) takeClaim(i int32) {
	if p.takenClaims[i] {
		return
	}
	p.takenClaims[i] = true
	c := &p.old.claims[i]
	if c.parts == nil {
		pile := p.claimPile(p.foldedID(&c.Claim))
		pile.parts = append(pile.parts, c.Claim)
		return
	}
	for k := range c.parts {
		pile := p.claimPile(p.foldedID(&c.parts[k]))
		pile.parts = append(pile.parts, c.parts[k])
	}
}

// claimPile is the pile for the claim of the id, the old claim of that id taken out onto it.
func (p *patch) claimPile(id graph.ID) *claimPile {
	pile, ok := p.claims[id]
	if !ok {
		pile = &claimPile{}
		p.claims[id] = pile
		if i, ok := find(p.old.claims, id, claimID); ok {
			p.takeClaim(int32(i))
		}
	}
	return pile
}

// canonical is the claim with its ends and speaker moved to their roots; its id is new if that changes it.
func (p *patch) canonical(c graph.Claim) graph.Claim {
	return moved(c, p.new.reviewed.canon.Root)
}

func (p *patch) foldedID(c *graph.Claim) graph.ID { return p.canonical(*c).ID }

// foldClaims makes the new claims out of the piles, sorted by id; their dense ends are not known yet.
func (p *patch) foldClaims() []Claim {
	ids := slices.Sorted(maps.Keys(p.claims))
	out := make([]Claim, 0, len(ids))
	p.new.folded = p.old.folded
	copied := false
	note := func(stored, id graph.ID) {
		if p.new.folded[stored] == id || (stored == id && p.new.folded[stored] == "") {
			return
		}
		if !copied {
			if p.new.folded = maps.Clone(p.new.folded); p.new.folded == nil {
				p.new.folded = map[graph.ID]graph.ID{}
			}
			copied = true
		}
		if p.new.folded[stored] = id; stored == id || id == "" {
			delete(p.new.folded, stored)
		}
	}
	for i := range p.takenClaims {
		for _, part := range p.old.claims[i].parts {
			note(part.ID, part.ID)
		}
	}
	for _, id := range ids {
		parts := p.claims[id].stored()
		if len(parts) == 0 {
			continue
		}
		for i := range parts {
			note(parts[i].ID, id)
		}
		out = append(out, p.foldClaim(parts))
	}
	return out
}

// stored are the pile's claims after its edits, those left without evidence dropped, sorted by id.
func (pile *claimPile) stored() []graph.Claim {
	list := latest(pile.edits, compareStored)
	parts := pile.parts
	slices.SortFunc(parts, func(a, b graph.Claim) int { return strings.Compare(string(a.ID), string(b.ID)) })
	for len(list) > 0 {
		id, n := list[0].fact.ID, 1
		for n < len(list) && list[n].fact.ID == id {
			n++
		}
		at := slices.IndexFunc(parts, func(c graph.Claim) bool { return c.ID == id })
		if at < 0 {
			at = len(parts)
			part := list[0].fact
			part.Evidence = nil
			parts = append(parts, part)
		}
		said := make([]edit[graph.Evidence], n)
		for i := range n {
			said[i] = edit[graph.Evidence]{list[i].fact.Evidence[0], list[i].gone}
		}
		parts[at].Evidence = apply(parts[at].Evidence, said, comparePlaces)
		list = list[n:]
	}
	parts = slices.DeleteFunc(parts, func(c graph.Claim) bool { return len(c.Evidence) == 0 })
	slices.SortFunc(parts, func(a, b graph.Claim) int { return strings.Compare(string(a.ID), string(b.ID)) })
	return parts
}

func comparePlaces(a, b *graph.Evidence) int {
	return cmp.Or(strings.Compare(string(a.Article), string(b.Article)), cmp.Compare(a.Begin, b.Begin), cmp.Compare(a.End, b.End))
}

// compareStored orders claims with one piece of evidence by slot.
func compareStored(a, b *graph.Claim) int {
	return cmp.Or(strings.Compare(string(a.ID), string(b.ID)), comparePlaces(&a.Evidence[0], &b.Evidence[0]))
}

// foldClaim folds stored claims that say the same into one.
func (p *patch) foldClaim(parts []graph.Claim) Claim {
	c := Claim{Claim: p.canonical(parts[0]), From: -1, To: -1, Speaker: -1}
	if len(parts) > 1 || c.ID != parts[0].ID {
		c.parts = parts
	}
	if len(parts) > 1 {
		var all []graph.Evidence
		for i := range parts {
			all = append(all, parts[i].Evidence...)
		}
		slices.SortStableFunc(all, func(a, b graph.Evidence) int {
			return cmp.Or(comparePlaces(&a, &b), -cmp.Compare(a.Confidence, b.Confidence))
		})
		c.Evidence = slices.CompactFunc(all, func(a, b graph.Evidence) bool { return comparePlaces(&a, &b) == 0 })
	}
	c.Verdict = p.new.reviewed.of(c.ID, parts)
	c.Confidence = c.Claim.Confidence()
	c.Outlets, c.orphaned = p.new.outlets(c.Evidence)
	return c
}
