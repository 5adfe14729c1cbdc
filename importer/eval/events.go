package eval

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// goldEvent is a gold event with its places in the text.
type goldEvent struct {
	*GoldEvent
	quotes   []Span
	triggers []Span
	words    []string // of the trigger, longer than three letters, cut to stems
	fillers  set
}

// stem cuts a word to its first five letters.
func stem(w string) string {
	if r := []rune(w); len(r) > 5 {
		return string(r[:5])
	}
	return w
}

func (s *scoring) goldEvents() []goldEvent {
	out := make([]goldEvent, len(s.gold.Events))
	for i := range s.gold.Events {
		v := goldEvent{GoldEvent: &s.gold.Events[i], fillers: set{}}
		v.quotes = occurrences(s.gold.Text, v.Quote)
		for _, q := range v.AlsoQuotes {
			v.quotes = append(v.quotes, occurrences(s.gold.Text, q)...)
		}
		v.triggers = triggers(s.gold.Text, v.Quote, v.Trigger)
		for _, w := range words(v.Trigger) {
			if utf8.RuneCountInString(w) > 3 {
				v.words = append(v.words, stem(w))
			}
		}
		for _, r := range roleNames {
			for _, x := range v.role(r) {
				v.fillers[x] = true
			}
		}
		out[i] = v
	}
	return out
}

func (v *GoldEvent) role(r string) []string {
	switch r {
	case "agent":
		return v.Agent
	case "target":
		return v.Target
	case "place":
		return v.Place
	}
	return v.Instrument
}

// events counts events, and the roles, modality and date of those that match.
func (s *scoring) events(ev eventClaims) {
	gold := s.goldEvents()
	byID := map[string]*goldEvent{}
	for i := range gold {
		byID[gold[i].ID] = &gold[i]
	}
	var predicted []string
	for _, p := range s.order {
		if s.preds[p].isEvent() {
			predicted = append(predicted, p)
		}
	}
	var typed, trigger []candidate
	for _, p := range predicted {
		t, g := s.eventCandidates(p, ev, gold)
		typed, trigger = append(typed, t...), append(trigger, g...)
	}
	both := slices.Clone(trigger)
	isTyped := map[pairing]bool{}
	for _, c := range typed {
		isTyped[c.pairing] = true
		c.score += 3
		both = append(both, c)
	}
	either := greedy(both)
	named := set{} // such as a named operation: judged as an entity
	for _, p := range predicted {
		_, matched := s.match[p]
		_, event := either[p]
		if matched && !event {
			named[p] = true
		}
	}
	s.countEvents(predicted, named, gold, greedy(typed), greedy(trigger), either)
	for _, c := range typed {
		if _, ok := either[c.pred]; !ok {
			named["split "+c.pred] = true
		}
	}
	for k := range named {
		s.counts.countIf(evSplit, strings.HasPrefix(k, "split "))
	}
	for _, p := range predicted {
		if k, ok := either[p]; ok {
			s.matchedEvent(p, byID[k], isTyped[pairing{p, k}], ev)
		} else if !named[p] {
			for _, r := range ev.roles[p] {
				s.judge("role", r.claim, false)
			}
			if t := ev.times[p]; t.claim != nil {
				s.judge("time", t.claim, false)
			}
		}
	}
}

// eventCandidates are the gold events that a predicted one may be, by type and by trigger.
func (s *scoring) eventCandidates(p string, ev eventClaims, gold []goldEvent) (typed, trigger []candidate) {
	e := s.preds[p]
	mentions := s.align.spans(e.Mentions)
	spans := slices.Concat(mentions, ev.spans[p])
	kind := eventType(e.Type)
	name := set{}
	for _, w := range words(e.Name) {
		name[stem(w)] = true
	}
	mapped := set{}
	for _, r := range ev.roles[p] {
		if g, ok := s.full[r.entity]; ok {
			mapped[g] = true
		}
	}
	for i := range gold {
		v := &gold[i]
		ov := 0.0
		for _, a := range spans {
			for _, b := range v.quotes {
				ov = max(ov, float64(overlap(a, b))/float64(max(a.End, b.End)-min(a.Begin, b.Begin)))
			}
		}
		hit := touches(mentions, v.triggers) || ov > 0 && slices.ContainsFunc(v.words, func(w string) bool { return name[w] })
		shared := 0
		for x := range mapped {
			if v.fillers[x] {
				shared++
			}
		}
		fits := kind == v.Type || slices.Contains(v.AltTypes, kind)
		score := ov + 2*one(hit) + .5*float64(shared) - .1*one(v.Optional) + .2*one(kind == v.Type)
		if ov > 0 && fits {
			typed = append(typed, candidate{score + 1, pairing{p, v.ID}})
		}
		if hit {
			trigger = append(trigger, candidate{score + one(fits), pairing{p, v.ID}})
		}
	}
	return typed, trigger
}

// touches reports whether a mention of at most 60 characters overlaps a trigger.
func touches(mentions, triggers []Span) bool {
	for _, a := range mentions {
		for _, b := range triggers {
			if a.End-a.Begin <= 60 && overlap(a, b) > 0 {
				return true
			}
		}
	}
	return false
}

func one(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func (s *scoring) countEvents(predicted []string, named set, gold []goldEvent, typed, trigger, either map[string]string) {
	c := &s.counts
	required := set{}
	for i := range gold {
		if !gold[i].Optional {
			required[gold[i].ID] = true
		}
	}
	c[evPred] += len(predicted) - len(named)
	c[evGold] += len(required)
	tally := func(m map[string]string, ok, tp count) {
		c[ok] += len(m)
		for _, g := range m {
			c.countIf(tp, required[g])
		}
	}
	tally(typed, evOK, evTP)
	tally(trigger, evtOK, evtTP)
	tally(either, eveOK, eveTP)
	found := set{}
	for _, g := range either {
		found[g] = true
	}
	for i := range gold {
		if v := &gold[i]; required[v.ID] && !found[v.ID] {
			s.fail(place{"missed event", v.Type, v.quotes, 1}, "event missed  %s \"%s\"", v.Type, v.Trigger)
		}
	}
	for _, p := range predicted {
		if _, ok := either[p]; !ok && !named[p] {
			s.fail(s.entityPlace("wrong event", s.preds[p]), "event fp      %s \"%s\"", s.preds[p].Type, s.preds[p].Name)
		}
	}
}

// matchedEvent judges roles, modality and date of a predicted event.
func (s *scoring) matchedEvent(p string, v *goldEvent, typed bool, ev eventClaims) {
	if !typed {
		s.fail(place{"wrong event type", v.Type, occurrences(s.gold.Text, v.Quote), 1}, "event type    \"%s\": %s, gold %s", v.Trigger, s.preds[p].Type, v.Type)
	}
	s.eventRoles(p, v, ev)
	c := &s.counts
	mod := strings.ToLower(s.preds[p].Modality)
	if mod == "" {
		mod = mostCommon(ev.mods[p], "asserted")
	}
	mod = orSame(modalities, mod)
	c[modN]++
	c.countIf(modOK, mod == v.Modality)
	if v.Modality != "asserted" {
		c[modxN]++
		c.countIf(modxOK, mod == v.Modality)
	}
	if mod != v.Modality {
		s.fail(place{"wrong modality", v.Modality, occurrences(s.gold.Text, v.Quote), 1}, "modality \"%s\": %s, gold %s", v.Trigger, mod, v.Modality)
	}
	if v.Date == "" {
		return
	}
	c[dateN]++
	c.countIf(dateTextN, v.DateFrom == "text")
	when := ev.times[p].date
	if when == "" {
		s.fail(place{"missed date", v.DateFrom, occurrences(s.gold.Text, v.Quote), 1}, "date none  \"%s\": gold %s", v.Trigger, v.Date)
		return
	}
	fit := dateFit(v.Date, when)
	s.judge("time", ev.times[p].claim, fit != "wrong")
	c[dateGiven]++
	c.countIf(dateExact, fit == "exact")
	c.countIf(dateCompatible, fit == "compatible")
	c.countIf(dateWrong, fit == "wrong")
	c.countIf(dateTextExact, fit == "exact" && v.DateFrom == "text")
	if fit != "exact" {
		s.fail(place{"wrong date", v.DateFrom, occurrences(s.gold.Text, v.Quote), 1}, "date %s  \"%s\": %s, gold %s", fit, v.Trigger, when, v.Date)
	}
}

// mostCommon is the commonest of the words, the first of equals, or fallback.
func mostCommon(words []string, fallback string) string {
	n := map[string]int{}
	for _, w := range words {
		n[w]++
	}
	best := ""
	for _, w := range words {
		if n[w] > n[best] {
			best = w
		}
	}
	return cmp.Or(best, fallback)
}

// wantedRole is one filler of a gold event with the roles and entities that are as good.
type wantedRole struct{ roles, fillers set }

func (s *scoring) wantedRoles(v *goldEvent) []wantedRole {
	var out []wantedRole
	for _, r := range roleNames {
		for _, x := range v.role(r) {
			w := wantedRole{set{r: true}, set{x: true}}
			if r == "target" || r == "place" { // a country may be either
				if k := s.golds[x].coarse(); k["actor"] && k["place"] {
					w.roles["target"], w.roles["place"] = true, true
				}
			}
			if w.roles["agent"] || w.roles["target"] {
				w.roles["participant"] = true
			}
			for _, alt := range v.RoleAlt[r][x] {
				w.fillers[alt] = true
			}
			out = append(out, w)
		}
	}
	return out
}

func (s *scoring) eventRoles(p string, v *goldEvent, ev eventClaims) {
	want := s.wantedRoles(v)
	s.counts[roleGold] += len(want)
	got := map[eventRole]*Claim{}
	for _, r := range ev.roles[p] {
		g, ok := s.full[r.entity]
		if !ok {
			if s.junk[r.entity] {
				continue
			}
			g = "?" + r.entity
		}
		if joint[v.Type] && (r.role == "agent" || r.role == "target") {
			r.role = "participant"
		}
		if k := (eventRole{r.role, g}); got[k] == nil {
			got[k] = r.claim
		}
	}
	left := slices.Clone(want)
	for _, r := range sortedRoles(got) {
		fits := func(w wantedRole) bool { return w.roles[r.role] && w.fillers[r.entity] }
		s.judge("role", got[r], slices.ContainsFunc(want, fits))
		if i := slices.IndexFunc(left, fits); i >= 0 {
			left = slices.Delete(left, i, i+1)
			s.counts[roleTP]++
			s.counts[rolePred]++
		} else if !slices.ContainsFunc(want, fits) { // fillers of a satisfied alternative are free
			s.counts[rolePred]++
			s.fail(place{"wrong role", r.role, s.align.spans(got[r].Evidence), got[r].Confidence}, "role fp  \"%s\": %s %s", v.Trigger, r.role, s.showFiller(r.entity))
		}
	}
	for _, w := range left {
		for x := range w.fillers {
			if v.fillers[x] {
				s.fail(place{"missed role", s.golds[x].Type, occurrences(s.gold.Text, v.Quote), 1}, "role missed  \"%s\": %s", v.Trigger, s.golds[x].Name)
			}
		}
	}
}

func (s *scoring) showFiller(id string) string {
	if e := s.golds[id]; e != nil {
		return e.Name
	}
	return s.show("", strings.TrimPrefix(id, "?"))
}

func sortedRoles(m map[eventRole]*Claim) []eventRole {
	out := make([]eventRole, 0, len(m))
	for r := range m {
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b eventRole) int {
		return cmp.Or(cmp.Compare(a.role, b.role), cmp.Compare(a.entity, b.entity))
	})
	return out
}
