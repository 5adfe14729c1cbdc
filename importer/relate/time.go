package relate

import (
	"slices"
	"strings"

	"skein/graph"
	"skein/importer/clause"
	"skein/importer/english"
)

// date gives the events of the sentence their times: a time belongs to the nearest verb or event's noun before it, else to
// the first clause behind it; a clause without a time of its own has that of the clause it hangs on or that hangs on it, and
// the first clause behind a dateline has the dateline's.
func (r *reading) date() {
	if len(r.times) == 0 && r.written < 0 || len(r.nouns) == 0 && len(r.verbs) == 0 {
		return
	}
	ofClause := make([]int, len(r.s.Clauses)) // index into d.Times, or -1
	for c := range ofClause {
		ofClause[c] = -1
	}
	ofNoun := make([]int, len(r.nouns))
	for n := range ofNoun {
		ofNoun[n] = -1
	}
	for _, x := range r.times {
		if r.d.Times[x].EDTF == "" {
			continue
		}
		c, n := r.timed(&r.d.Times[x])
		if n >= 0 && ofNoun[n] < 0 {
			ofNoun[n] = x
		}
		if c >= 0 && ofClause[c] < 0 {
			ofClause[c] = x
		}
	}
	for n := range r.nouns {
		x := &r.nouns[n]
		if x.event < 0 {
			continue
		}
		at := ofNoun[n]
		if x.clause >= 0 {
			if c := r.clauseTime(x.clause, ofClause); at < 0 || c >= 0 && strings.HasPrefix(r.d.Times[c].EDTF, r.d.Times[at].EDTF) {
				at = c // the more precise one: "the 2018 exercise … June 12"
			}
		}
		if at < 0 && x.while >= 0 {
			at = r.clauseTime(x.while, ofClause)
		}
		if c := r.objectOf(x.top); at < 0 && x.clause < 0 && c >= 0 && english.Saying(r.s.Clauses[c].Lemma) == english.NoSpeech && !r.onlySpoken(c) {
			at = r.clauseTime(c, ofClause) // "survived a drone strike on Friday"
		}
		if c := r.clauseIn(x.top); at < 0 && x.clause < 0 && c >= 0 { // "On Monday, two were hurt in an ambush"
			at = r.clauseTime(c, ofClause)
		}
		if top := &r.s.Phrases[x.top]; at < 0 && r.closely(max(top.Prep, top.First-1)) { // "on Monday, hours after the attack"
			for c := range r.s.Clauses {
				if r.s.Clauses[c].Last < top.First && ofClause[c] >= 0 {
					at = ofClause[c]
				}
			}
		}
		if at < 0 { // "the talks, which began on Monday"
			for c := range r.s.Clauses {
				if cl := &r.s.Clauses[c]; ofClause[c] >= 0 && len(cl.Subjects) > 0 && (cl.Subjects[0] == x.top || r.joinedTo(cl.Subjects[0], x.top)) && r.happening(c) {
					at = ofClause[c]
				}
			}
		}
		r.setTime(x.event, at)
	}
	for _, v := range r.verbs {
		at := r.clauseTime(v.clause, ofClause)
		if at < 0 { // "fired on Monday's convoy": the time of its object
			at = r.objectTime(v.clause, ofNoun)
		}
		if at < 0 { // "met X during a June 12 visit"
			at = r.duringTime(v.clause, ofNoun)
		}
		if at < 0 && v.clause == r.firstFinite(r.start()-1) {
			at = r.written
		}
		if e := &r.d.Events[v.event]; e.Time == "" || e.Sentence != r.s.Index || r.told[v.clause] != v.event || !r.later(v) {
			r.setTime(v.event, at)
		}
	}
}

// later reports whether a clause only says more of an event that another one before it tells.
func (r *reading) later(v verb) bool {
	return slices.Index(r.told, v.event) < v.clause
}

func (r *reading) setTime(event, time int) {
	if time < 0 {
		return
	}
	e := &r.d.Events[event]
	e.Time, e.TimeSpan = r.d.Times[time].EDTF, r.d.Times[time].Span
	if r.whenBehind(e.Trigger.Begin, time) {
		e.Time = strings.TrimPrefix(strings.TrimSuffix(e.Time, "/.."), "../")
	}
}

// whenBehind reports whether what stands at the offset is told by the "when" right behind the time.
func (r *reading) whenBehind(at, time int) bool {
	t := r.token(r.d.Times[time].End)
	return at > r.d.Times[time].End && (r.word(t) == "when" || r.word(t) == "," && r.word(t+1) == "when")
}

// joinedTo reports whether a preposition joins phrase q to the one before it, which is top: "the attack in Kano".
func (r *reading) joinedTo(q, top int) bool {
	return slices.ContainsFunc(r.s.Phrases[top].Obliques, func(o clause.Oblique) bool { return o.Phrase == q })
}

// firstFinite is the first finite clause behind token t, or -1.
func (r *reading) firstFinite(t int) int {
	for c := range r.s.Clauses {
		if r.s.Clauses[c].Form == clause.Finite && r.s.Clauses[c].First > t {
			return c
		}
	}
	return -1
}

// clauseTime is the time of clause c, or -1.
func (r *reading) clauseTime(c int, of []int) int {
	if of[c] >= 0 {
		return of[c]
	}
	cl := &r.s.Clauses[c]
	for _, x := range r.times { // "since 2021, when it ended"
		if cl.Mark == "when" && r.whenBehind(r.d.Tokens[cl.First].Begin, x) && r.d.Times[x].EDTF != "" && r.firstBehind(x) == c {
			return x
		}
	}
	for k := range r.s.Clauses { // "agreed to meet last week"
		in := &r.s.Clauses[k]
		if in.Governor == c && of[k] >= 0 && in.Form != clause.Finite && !temporal(in.Prep) && !r.future(of[k], k) && !(in.Form == clause.Participle && strings.HasSuffix(r.d.Times[of[k]].EDTF, "/..")) {
			return of[k]
		}
	}
	if g := cl.Governor; g >= 0 && g < len(of) && of[g] >= 0 && (cl.Form == clause.Infinitive && english.VerbMood(r.s.Clauses[g].Lemma) != string(graph.Planned) || cl.Form == clause.Gerund && !temporal(cl.Prep)) {
		return of[g]
	}
	if in := &r.s.Clauses[0]; c > 0 && of[0] >= 0 && in.Form == clause.Gerund && in.Prep == "" && r.opens(in.First) && r.main(r.firstFinite(in.Last)) == c {
		return of[0] // "Speaking in Bor on Monday, X condemned"
	}
	if next := c + 1; next < len(r.s.Clauses) && cl.Form == clause.Finite && r.s.Clauses[next].Mark == "when" && of[next] >= 0 &&
		english.ObjectIn("harm", cl.Lemma) { // "were killed when a mine exploded on Monday"
		return of[next]
	}
	if r.sameDay(cl) {
		for k := range r.s.Clauses {
			if of[k] >= 0 && r.s.Clauses[k].Mark == "" && r.s.Clauses[k].Form == clause.Finite && english.Saying(r.s.Clauses[k].Lemma) == english.NoSpeech {
				return of[k]
			}
		}
	}
	for k := range r.s.Clauses { // "came and went on Monday"
		in := &r.s.Clauses[k]
		if w := r.word(cl.First - 1); w == "later" || w == "then" || w == "subsequently" || w == "eventually" || r.word(cl.End) == "later" || r.word(cl.End-1) == "later" {
			break // "broke away in 2004 and later joined", "were taken in May and freed a week later"
		}
		if k != c && of[k] >= 0 && cl.Form == clause.Finite && in.Form == clause.Finite && in.Mark == cl.Mark && in.Modal == cl.Modal &&
			len(in.Subjects) > 0 && len(cl.Subjects) > 0 && in.Subjects[0] == cl.Subjects[0] && (k == c+1 || k == c-1) {
			return of[k]
		}
	}
	return -1
}

// sameDay reports whether a clause says by its first words that it happens on the day of the clause it belongs to: "while …",
// "where …", "hours after …".
func (r *reading) sameDay(cl *clause.Clause) bool {
	switch cl.Mark {
	case "where": // not "where it had fought for years", nor "returned on Monday after a tour of X, where"
		for t := cl.First; t > cl.First-12; t-- {
			if temporal(r.word(t)) {
				return false
			}
		}
		return r.word(cl.First) != "had"
	case "when", "as", "while":
		return true
	case "after", "before":
		return r.closely(cl.First) || r.closely(cl.First-1) || r.closely(cl.Begin-1)
	}
	return false
}

// closely reports whether "after" or "before" at token t is said to be a matter of less than a day.
func (r *reading) closely(t int) bool {
	if w := r.word(t); w != "after" && w != "before" {
		return false
	}
	switch r.word(t - 1) {
	case "hours", "minutes", "moments", "shortly":
		return true
	}
	return false
}

// firstBehind is the first clause behind a time, or -1.
func (r *reading) firstBehind(time int) int {
	for c := range r.s.Clauses {
		if r.d.Tokens[r.s.Clauses[c].First].Begin > r.d.Times[time].End {
			return c
		}
	}
	return -1
}

// future reports whether the time of the infinitive k is that of a plan, not of the verb that makes it.
func (r *reading) future(time, k int) bool {
	g := &r.s.Clauses[r.s.Clauses[k].Governor]
	if english.VerbMood(g.Lemma) != string(graph.Planned) {
		return false
	}
	w := strings.ToLower(r.d.Times[time].In(r.d.Text))
	return !strings.Contains(w, "last") && !strings.Contains(w, "ago") && !strings.Contains(w, "yesterday")
}

// objectTime is the time of an event's noun that is an object of clause c, or -1.
func (r *reading) objectTime(c int, ofNoun []int) int {
	for n := range r.nouns {
		if ofNoun[n] >= 0 && r.nouns[n].clause == c {
			return ofNoun[n]
		}
	}
	return -1
}

// onlySpoken reports whether clause c tells what somebody says or wants of its object, which has a time of its own.
func (r *reading) onlySpoken(c int) bool {
	if english.VerbMood(r.s.Clauses[c].Lemma) != "" {
		return true
	}
	if e := r.told[c]; e >= 0 {
		switch r.d.Events[e].Type {
		case "accuse", "support", "reject", "request", "threaten", "agree", "consult":
			return true
		}
	}
	return false
}

// clauseIn is the clause to which "in" or "during" joins phrase q, or -1.
func (r *reading) clauseIn(q int) int {
	prep := r.s.Phrases[q].Prep
	if w := r.word(prep); prep < 0 || w != "in" && w != "during" {
		return -1
	}
	return slices.IndexFunc(r.s.Clauses, func(cl clause.Clause) bool {
		return slices.ContainsFunc(cl.Obliques, func(o clause.Oblique) bool { return o.Phrase == q })
	})
}

// duringTime is the time of an event's noun that "during" or "in" joins to clause c or that the sentence begins with, or -1.
func (r *reading) duringTime(c int, ofNoun []int) int {
	for n := range r.nouns {
		top := r.nouns[n].top
		if ofNoun[n] < 0 || r.nouns[n].clause >= 0 || r.s.Phrases[top].Prep < 0 {
			continue
		}
		switch r.word(r.s.Phrases[top].Prep) {
		case "during", "in", "on", "at":
		default:
			continue
		}
		if r.opens(r.s.Phrases[top].Prep) && r.firstFinite(r.s.Phrases[top].Last-1) == c ||
			slices.ContainsFunc(r.s.Clauses[c].Obliques, func(o clause.Oblique) bool { return o.Phrase == top }) {
			return ofNoun[n]
		}
	}
	return -1
}
