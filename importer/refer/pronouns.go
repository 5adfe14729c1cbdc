package refer

import (
	"slices"
	"strings"

	"skein/graph/schema"
	"skein/importer"
	"skein/importer/perceptron"
)

// pronounRule marks the mentions that are pronouns.
const pronounRule = "refer/pronoun"

// class is the sort of pronouns that have weights of their own.
type class int

// The classes.
const (
	persons class = iota
	things
	several
	classes
	speaks // I: whoever speaks
)

// pronoun is what a pronoun can take up.
type pronoun struct {
	class  class
	gender string // of a person
	form   form
}

// eitherForm marks pronouns whose form the words around them tell.
const eitherForm form = forms

// pronounAt is the pronoun that a word is, in any case.
func pronounAt(word string) (pronoun, bool) {
	if len(word) > len("themselves") || len(word) < 1 {
		return pronoun{}, false
	}
	p, ok := pronouns[strings.ToLower(word)]
	return p, ok
}

var pronouns = map[string]pronoun{
	"he": {persons, "male", subjective}, "him": {persons, "male", objective}, "his": {persons, "male", belonging}, "himself": {persons, "male", reflexive},
	"she": {persons, "female", subjective}, "her": {persons, "female", eitherForm}, "hers": {persons, "female", objective}, "herself": {persons, "female", reflexive},
	"it": {things, "", eitherForm}, "its": {things, "", belonging}, "itself": {things, "", reflexive},
	"they": {several, "", subjective}, "them": {several, "", objective}, "their": {several, "", belonging}, "theirs": {several, "", objective}, "themselves": {several, "", reflexive},
	"i": {speaks, "", subjective}, "me": {speaks, "", objective}, "my": {speaks, "", belonging}, "myself": {speaks, "", reflexive},
}

// far is how many sentences before its own a pronoun is looked for in, by class.
var far = [classes]int{4, 2, 2}

// mostCandidates is how many things a pronoun is compared with at most.
const mostCandidates = 12

// ranking is a pass over a document that resolves its pronouns, in text order.
type ranking struct {
	j        *joiner
	w        *weights
	places   []place // in text order, of sentences that can still be reached
	known    []known // by root
	speeches []speech
	quote    int         // the first quotation that does not end before the token looked at
	stands   map[int]int // token of a pronoun → identity
	seen     []int
	added    []place
	learn    func(*asked) int // in training: which of the candidates is right, or -1; nil otherwise
}

// pronouns adds a mention for every pronoun that takes up something.
func (j *joiner) pronouns() error {
	w, err := standard()
	if err != nil {
		return err
	}
	r := ranking{j: j, w: w}
	r.run()
	j.insert(r.added)
	return nil
}

func (r *ranking) run() {
	j := r.j
	r.known = j.knowAll()
	r.speeches = j.speeches()
	j.topicsTo(len(j.d.Sentences))
	r.stands = map[int]int{}
	var speaking []place // I, to be given to the speakers once all are known
	next := 0
	for si := range j.d.Sentences {
		s := &j.d.Sentences[si]
		keep := 0
		for keep < len(r.places) && r.places[keep].sentence < si-slices.Max(far[:]) {
			keep++
		}
		r.places = r.places[keep:]
		order := 0
		for ti := s.First; ti < s.Last && ti < len(j.d.Tokens); ti++ {
			token := j.d.Tokens[ti].Span
			for ; next < len(j.d.Mentions) && j.d.Mentions[next].Begin <= token.Begin; next++ {
				if m := &j.d.Mentions[next]; j.of[next] >= 0 && m.Begin >= s.Begin && !(m.Begin > 0 && j.d.Text[m.Begin-1] == '(') && !j.describes(m, ti) {
					first, last := j.tokensOf(m.Span, ti)
					if last == first {
						continue
					}
					x := place{Span: m.Span, sentence: si, identity: j.of[next], like: next, first: first, last: last, order: order, quote: r.quoteAt(m.Begin), kind: nameKind(m)}
					x.role, x.says = j.roleOf(s, first, last)
					r.place(x)
					order++
				}
			}
			if t := j.topics[si]; t.end && ti == t.last-1 {
				x := place{Span: token, sentence: si, identity: t.identity, like: j.ids[t.identity].mentions[0], first: ti, last: ti + 1, order: order, quote: r.quoteAt(token.Begin), kind: description, role: subject, says: t.says}
				r.place(x)
				order++
				r.added = append(r.added, x)
				continue
			}
			p, ok := pronounAt(j.d.Word(ti))
			if !ok || s.Role == importer.Headline || s.Role == importer.Byline {
				continue
			}
			x := place{Span: token, sentence: si, first: ti, last: ti + 1, order: order, quote: r.quoteAt(token.Begin), kind: pronominal}
			if p.class == speaks {
				if x.quote >= 0 {
					speaking = append(speaking, x)
				}
				continue
			}
			a := r.ask(si, ti, p)
			k, likely := r.choose(&a)
			if k < 0 {
				continue
			}
			of := &r.places[a.candidates[k].place]
			x.identity, x.like = of.identity, of.like
			x.role, x.says = j.roleOf(s, ti, ti+1)
			root := a.candidates[k].identity
			r.known[root].heard = si
			if a.gender != "" && likely > certain {
				r.known[root].gender = a.gender
			}
			r.stands[ti] = root
			r.place(x)
			order++
			r.added = append(r.added, x)
		}
	}
	for _, x := range speaking {
		if n := r.speaker(x.quote); n >= 0 && j.ids[n].typ == schema.Person {
			x.identity, x.like = n, j.ids[n].mentions[0]
			r.added = append(r.added, x)
		}
	}
	slices.SortStableFunc(r.added, func(a, b place) int { return a.Begin - b.Begin })
}

// place notes a place.
func (r *ranking) place(x place) {
	r.places = append(r.places, x)
	k := &r.known[r.j.find(x.identity)]
	k.places++
	if x.kind == pronominal {
		k.pronouns++
		k.since++
	} else {
		k.since = 0
	}
}

// certain is the probability from which a pronoun tells the gender of what it takes up.
const certain = 0.8

// choose is the index of the candidate that a pronoun takes up, or -1, and how probable it is.
func (r *ranking) choose(a *asked) (int, float64) {
	if r.learn != nil {
		return r.learn(a), 1
	}
	if len(a.candidates) == 0 {
		return -1, 0
	}
	if k, ok := r.carried(a); ok {
		return k, 1
	}
	scores := make([]float64, 0, mostCandidates+1)
	for _, c := range a.candidates {
		scores = append(scores, r.w.score(a.class, c.features))
	}
	scores = append(scores, r.w.score(a.class, a.none))
	perceptron.Softmax(scores)
	best := 0
	for i := range a.candidates {
		if scores[i] > scores[best] {
			best = i
		}
	}
	if scores[best] < sureness[a.class] {
		return -1, 0
	}
	return best, scores[best]
}

// sureness is the probability from which a pronoun is resolved, by class: a wrong one says what nobody did.
var sureness = [classes]float64{0.35, 0.4, 0.5}

// quoteAt is the quotation that an offset lies in, or -1. Offsets asked for must not fall by much.
func (r *ranking) quoteAt(at int) int {
	for r.quote < len(r.speeches) && r.speeches[r.quote].End <= at {
		r.quote++
	}
	if r.quote < len(r.speeches) && r.speeches[r.quote].Begin <= at {
		return r.quote
	}
	return -1
}

// speaker is the root of who speaks in a quotation, or -1.
func (r *ranking) speaker(quote int) int {
	by := r.speeches[quote].by
	if by < 0 {
		return -1
	}
	if n, ok := r.stands[by]; ok {
		return n
	}
	if m := r.j.mentionAt(r.j.d.Tokens[by].Begin); m >= 0 {
		return r.j.find(r.j.of[m])
	}
	return -1
}
