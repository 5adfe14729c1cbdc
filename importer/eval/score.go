package eval

import (
	"cmp"
	"slices"
	"strings"
)

// scoring is the comparison of one article.
type scoring struct {
	counts  Counts
	errors  []string
	gold    *Gold
	pred    *Article
	align   *alignment
	golds   map[string]*GoldEntity
	preds   map[string]*Entity
	order   []string // ids of preds, as they came
	goldFor map[string]nameSet
	predFor map[string]nameSet
	fits    map[pairing]float64
	match   map[string]string // predicted to gold, one to one
	full    map[string]string // the same with duplicates
	junk    set
	judged  []Judgement

	mistakes []Mistake
}

type pairing struct{ pred, gold string }

type candidate struct {
	score float64
	pairing
}

// greedy pairs predicted and gold one to one, best score first, ties by ids.
func greedy(cs []candidate) map[string]string {
	slices.SortStableFunc(cs, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.pred, b.pred), cmp.Compare(a.gold, b.gold))
	})
	got, used := map[string]string{}, set{}
	for _, c := range cs {
		if _, ok := got[c.pred]; !ok && !used[c.gold] {
			got[c.pred] = c.gold
			used[c.gold] = true
		}
	}
	return got
}

// score compares one article; pred is nil when the output does not have it.
func score(g *Gold, pred *Article) *scoring {
	s := &scoring{gold: g, pred: pred, golds: map[string]*GoldEntity{}, preds: map[string]*Entity{}}
	if pred == nil {
		s.pred = &Article{Text: g.Text}
	}
	text := cmp.Or(s.pred.Text, g.Text)
	s.align = align(g.Text, text)
	s.goldFor, s.predFor = map[string]nameSet{}, map[string]nameSet{}
	for i := range g.Entities {
		e := &g.Entities[i]
		s.golds[e.ID] = e
		s.goldFor[e.ID] = namesOf(e.Name, e.Aliases, e.Also)
	}
	for i := range s.pred.Entities {
		e := &s.pred.Entities[i]
		if s.preds[e.ID] == nil {
			s.order = append(s.order, e.ID)
		}
		s.preds[e.ID] = e
		s.predFor[e.ID] = namesOf(e.Name, e.Aliases, nil)
	}
	s.entities()
	ev := s.claims()
	s.events(ev)
	s.statements(ev.said)
	return s
}

// judge notes whether a claim is right.
func (s *scoring) judge(kind string, c *Claim, right bool) {
	s.judged = append(s.judged, Judgement{Kind: kind, Claim: c.ID, Confidence: c.Confidence, Right: right})
}

func (s *scoring) kindFits(p, g string) bool {
	return s.preds[p].coarse().meets(s.golds[g].coarse())
}

// adjusted prefers, among names that fit alike, the entity of the right kind.
func (s *scoring) adjusted(p pairing, fit float64) float64 {
	if s.kindFits(p.pred, p.gold) {
		return fit + .4*1
	}
	return fit
}

func (s *scoring) entities() {
	s.fits = map[pairing]float64{}
	named := set{}
	for _, p := range s.order {
		for g := range s.golds {
			if f := s.predFor[p].fit(s.goldFor[g]); f > 0 {
				s.fits[pairing{p, g}] = f
				named[p] = true
			}
		}
	}
	inPool := func(p string) bool { return !s.preds[p].eventOnly() || named[p] }
	var cs []candidate
	for k, f := range s.fits {
		if inPool(k.pred) {
			cs = append(cs, candidate{s.adjusted(k, f), k})
		}
	}
	s.match = greedy(cs)
	s.full, s.junk = map[string]string{}, set{}
	for p, g := range s.match {
		s.full[p] = g
	}
	ignore := set{}
	for _, x := range s.gold.Ignore {
		variants(ignore, x)
	}
	for _, p := range s.order {
		if _, ok := s.match[p]; inPool(p) && !ok {
			s.unmatched(p, ignore)
		}
	}
	s.matched()
}

// best is the gold entity that the predicted one fits best.
func (s *scoring) best(p string) (gold string, ok bool) {
	top := candidate{score: -1}
	for g := range s.golds {
		k := pairing{p, g}
		f := s.fits[k]
		if f == 0 {
			continue
		}
		if c := (candidate{s.adjusted(k, f), k}); c.score > top.score || c.score == top.score && g > top.gold {
			top = c
		}
	}
	return top.gold, top.score > 0
}

// unmatched counts a prediction that took no gold entity: a duplicate, ignored, wrong, or junk.
func (s *scoring) unmatched(p string, ignore set) {
	e := s.preds[p]
	name := e.Name
	g, ok := s.best(p)
	inText := func(n string) bool { return n != "" && proper(n) && strings.Contains(s.gold.Text, n) }
	switch {
	case ok && e.eventOnly(): // an event that bears a name
		s.full[p] = g
	case ok:
		s.full[p] = g
		s.counts[entDup]++
		s.fail(s.entityPlace("split", e), "dup      %s -> %s", name, s.golds[g].Name)
	case s.predFor[p].name.meets(ignore) || s.predFor[p].proper.meets(ignore):
		s.counts[entIgnored]++
	case inText(name) || slices.ContainsFunc(e.Aliases, inText):
		s.counts[entFP]++
		s.fail(s.entityPlace("wrong entity", e), "fp       %s [%s]", name, e.Type)
	default:
		s.counts[entJunk]++
		s.junk[p] = true
		s.fail(s.entityPlace("description that is nobody", e), "junk     %s [%s]", name, e.Type)
	}
}

// matched counts what is right and what is not in the predictions that took a gold entity.
func (s *scoring) matched() {
	own := func(n nameSet, m nameSet) bool {
		return n.name.meets(m.name) || n.name.meets(m.proper) || n.proper.meets(m.name) || n.proper.meets(m.proper)
	}
	c := &s.counts
	taken := set{}
	for p, g := range s.match {
		taken[g] = true
		e, want := s.preds[p], s.golds[g]
		var hit []string
		for i := range s.gold.Entities {
			if x := &s.gold.Entities[i]; own(s.predFor[p], s.goldFor[x.ID]) {
				hit = append(hit, x.Name)
			}
		}
		if len(hit) > 1 {
			c[entMerge]++
			s.fail(s.entityPlace("wrong merge", e), "merge    %s = %s", e.Name, strings.Join(hit, " + "))
		}
		fit := s.kindFits(p, g)
		c[entTP]++
		c.countIf(entTyped, fit)
		c.countIf(entCoreTP, want.Core)
		c.countIf(entFine, fine(e.Type) == want.Type || slices.Contains(want.AltTypes, fine(e.Type)))
		if !fit {
			s.fail(s.entityPlace("wrong type", e), "kind     %s: %s, gold %s", e.Name, e.Type, want.Type)
		}
	}
	for g, e := range s.golds {
		c[entGold]++
		c.countIf(entCore, e.Core)
		if !taken[g] {
			mark := " "
			if e.Core {
				mark = "*"
			}
			at := s.named(append([]string{e.Name}, e.Aliases...)...)
			s.fail(place{"missed entity", e.Type, at, float64(len(at)) + 100*one(e.Core)}, "missed%s  %s [%s]", mark, e.Name, e.Type)
		}
	}
}
