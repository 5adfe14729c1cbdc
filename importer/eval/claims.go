package eval

import (
	"cmp"
	"slices"
	"strings"
)

type relation struct{ s, p, o string }

// stated is a relation with the claim that states it.
type stated struct {
	relation
	claim *Claim
}

// said is a claim with a speaker.
type said struct {
	by       string
	evidence []Span
	claim    *Claim
}

// eventClaims is what the claims say about events, and who said what.
type eventClaims struct {
	spans map[string][]Span
	mods  map[string][]string
	roles map[string][]told
	times map[string]when
	said  []said
}

type eventRole struct{ role, entity string }

// told is a role with the claim that tells of it.
type told struct {
	eventRole
	claim *Claim
}

type when struct {
	date  string
	claim *Claim
}

// claims counts the relations and returns what the claims say about events.
func (s *scoring) claims() eventClaims {
	ev := eventClaims{map[string][]Span{}, map[string][]string{}, map[string][]told{}, map[string]when{}, nil}
	var rel []stated
	isEvent := func(id string) bool { e := s.preds[id]; return e != nil && e.isEvent() }
	unnamed := func(id string) bool { _, ok := s.full[id]; return isEvent(id) && !ok }
	for i := range s.pred.Claims {
		q := &s.pred.Claims[i]
		p := strings.ToLower(q.Predicate)
		spans := s.align.spans(q.Evidence)
		if q.SaidBy != "" {
			ev.said = append(ev.said, said{q.SaidBy, spans, q})
		}
		switch {
		case isEvent(q.Subject) && (roles[p] || timeNames[p] || q.Object == "" || p == "modality" || p == "type"):
			s.eventClaim(ev, q, p, spans)
		case q.Object == "":
			s.counts[claimValue]++
		case unnamed(q.Subject) || unnamed(q.Object):
			s.counts[claimEventLink]++
		default:
			rel = append(rel, stated{relation{q.Subject, p, q.Object}, q})
		}
	}
	s.relations(rel)
	return ev
}

func (s *scoring) eventClaim(ev eventClaims, q *Claim, p string, spans []Span) {
	id := q.Subject
	ev.spans[id] = append(ev.spans[id], spans...)
	if q.Modality != "" {
		ev.mods[id] = append(ev.mods[id], strings.ToLower(q.Modality))
	}
	switch {
	case roles[p] && q.Object != "":
		ev.roles[id] = append(ev.roles[id], told{eventRole{p, q.Object}, q})
	case timeNames[p]:
		if _, ok := ev.times[id]; ok {
			break
		}
		v := q.Value
		if e := s.preds[q.Object]; v == "" && e != nil {
			v = e.Name
		}
		ev.times[id] = when{v, q}
	}
}

// wanted is a gold claim with all its good ends and predicates.
type wanted struct {
	s, p, o  set
	optional bool
}

func wantedOf(x *GoldClaim) wanted {
	all := func(first string, rest []string) set {
		m := set{first: true}
		for _, r := range rest {
			m[r] = true
		}
		return m
	}
	return wanted{all(x.S, x.SAlt), all(x.P, x.PAlt), all(x.O, x.OAlt), x.Optional}
}

// accepts reports whether the relation of gold entities a and b by predicate p is the wanted one.
func (w wanted) accepts(a, p, b string) bool {
	if !w.p[p] {
		return false
	}
	return w.s[a] && w.o[b] || (symmetric[p] || p == "opposes") && w.s[b] && w.o[a] && w.p.meets(symmetric)
}

func (w wanted) pairs(a, b string) bool { return w.s[a] && w.o[b] || w.s[b] && w.o[a] }

func (s *scoring) relations(rel []stated) {
	want := make([]wanted, len(s.gold.Claims))
	for i := range s.gold.Claims {
		want[i] = wantedOf(&s.gold.Claims[i])
	}
	c := &s.counts
	seen, pairsSeen := map[relation]bool{}, map[[2]string]bool{}
	strict, pair := map[int]bool{}, map[int]bool{}
	for _, r := range rel {
		if syn, ok := predicateSynonyms[r.p]; ok {
			r.p = syn.predicate
			if syn.reversed {
				r.s, r.o = r.o, r.s
			}
		}
		a, b := s.full[r.s], s.full[r.o]
		key := relation{cmp.Or(a, r.s), r.p, cmp.Or(b, r.o)}
		if seen[key] || symmetric[r.p] && seen[relation{key.o, key.p, key.s}] {
			continue
		}
		seen[key] = true
		mapped := a != "" && b != "" && a != b
		s.strict(r, a, b, mapped, want, strict)
		ends := [2]string{min(key.s, key.o), max(key.s, key.o)}
		if pairsSeen[ends] {
			continue
		}
		pairsSeen[ends] = true
		c[clPairPred]++
		c.countIf(clPairMapped, mapped)
		ok := false
		for i, w := range want {
			if mapped && w.pairs(a, b) {
				ok, pair[i] = true, true
			}
		}
		c.countIf(clPairOK, ok)
	}
	s.missedClaims(strict, pair)
}

// strict counts one relation with its predicate; what repeats a claim already found costs nothing.
func (s *scoring) strict(r stated, a, b string, mapped bool, want []wanted, hit map[int]bool) {
	found, fresh := false, -1
	for i, w := range want {
		if !mapped || !w.accepts(a, r.p, b) {
			continue
		}
		found = true
		if !hit[i] && (fresh < 0 || want[fresh].optional && !w.optional) {
			fresh = i
		}
	}
	s.judge("relation", r.claim, found)
	c := &s.counts
	if fresh >= 0 {
		hit[fresh] = true
		c[clOK]++
	}
	if fresh >= 0 || !found {
		c[clPred]++
		c.countIf(clMapped, mapped)
	}
	if !found {
		s.fail(place{"wrong claim", r.claim.Rule, s.align.spans(r.claim.Evidence), r.claim.Confidence}, "claim fp %s | %s | %s", s.show(a, r.s), r.p, s.show(b, r.o))
	}
}

// show is the gold entity's name, or the predicted one's with a question mark.
func (s *scoring) show(gold, pred string) string {
	if gold != "" {
		return s.golds[gold].Name
	}
	if e := s.preds[pred]; e != nil {
		return "?" + e.Name
	}
	return "?" + pred
}

func (s *scoring) missedClaims(strict, pair map[int]bool) {
	for i := range s.gold.Claims {
		x := &s.gold.Claims[i]
		if x.Optional {
			continue
		}
		s.counts[clGold]++
		s.counts.countIf(clTP, strict[i])
		s.counts.countIf(clPairTP, pair[i])
		if strict[i] {
			continue
		}
		note := ""
		if pair[i] {
			note = "(pair ok)"
		}
		s.fail(place{"missed claim", x.P, occurrences(s.gold.Text, x.Quote), one(!pair[i])}, "claim missed%s %s | %s | %s", note, s.golds[x.S].Name, x.P, s.golds[x.O].Name)
	}
}

// speaker is the gold entity behind a said_by: an id of the output, or a name.
func (s *scoring) speaker(x string) string {
	if g, ok := s.full[x]; ok {
		return g
	}
	if s.preds[x] != nil {
		return ""
	}
	n := namesOf(x, nil, nil)
	best, top := "", 0.0
	for g, m := range s.goldFor {
		if f := n.fit(m); f > top || f > 0 && f == top && g > best {
			best, top = g, f
		}
	}
	return best
}

func (s *scoring) statements(all []said) {
	c := &s.counts
	covered := map[int]bool{}
	for _, st := range s.gold.Statements {
		var speakers []string // as they were first met
		votes := map[string]int{}
		for _, q := range occurrences(s.gold.Text, st.Quote) {
			for i, x := range all {
				if !slices.ContainsFunc(x.evidence, func(e Span) bool {
					return float64(overlap(q, e)) >= min(20, float64(q.End-q.Begin)/2)
				}) {
					continue
				}
				by := s.speaker(x.by)
				if x.claim.Predicate == "statement" && !covered[i] {
					s.judge("statement", x.claim, by == st.Speaker || slices.Contains(st.SpeakerAlt, by))
				}
				covered[i] = true
				if votes[by] == 0 {
					speakers = append(speakers, by)
				}
				votes[by]++
			}
		}
		c[stN]++
		if len(speakers) == 0 {
			continue
		}
		c[stAttr]++
		top := speakers[0]
		for _, x := range speakers {
			if votes[x] > votes[top] {
				top = x
			}
		}
		if top == st.Speaker || slices.Contains(st.SpeakerAlt, top) {
			c[stOK]++
		} else {
			s.fail(place{"wrong speaker", s.golds[st.Speaker].Type, occurrences(s.gold.Text, st.Quote), 1}, "speaker  \"%s...\" gold %s", string([]rune(st.Quote)[:min(40, len([]rune(st.Quote)))]), s.golds[st.Speaker].Name)
		}
	}
	c[stExtra] = len(all) - len(covered)
}
