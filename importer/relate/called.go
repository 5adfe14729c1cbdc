package relate

import (
	"slices"
	"strings"

	"skein/graph/schema"
	"skein/importer"
	"skein/importer/clause"
)

// speakerAgain is who says so, where the phrase is "it", "he", "she" or "they" in what is said in other words: "X said it
// will leave"; or -1.
func (r *reading) speakerAgain(q int) int {
	ph := &r.s.Phrases[q]
	if ph.Outer >= 0 || ph.Last-ph.First != 1 || r.d.Tokens[ph.Head].Tag != importer.Pron {
		return -1
	}
	by := r.retold(r.d.Tokens[ph.Head].Begin)
	if ph.Head > r.start() && by >= 0 && r.namedOnlyBehind(by, r.d.Tokens[ph.Head].Begin) {
		return -1 // "Rebels offered to free it, X said"
	}
	person := r.typ(by) == schema.Person
	switch w := r.word(ph.Head); {
	case by < 0:
	case w == "it" && !person, (w == "he" || w == "she") && person, w == "they" && !person && r.typ(by) != schema.Country:
		return by
	}
	return -1
}

// namedOnlyBehind reports whether the sentence names an entity behind the offset, and not before.
func (r *reading) namedOnlyBehind(e, at int) bool {
	behind := false
	for m := r.first; m < r.last; m++ {
		if r.entity(m) == e && r.d.Mentions[m].Rule != "refer/pronoun" {
			if r.d.Mentions[m].Begin < at {
				return false
			}
			behind = true
		}
	}
	return behind
}

// surname is the person whose last name a phrase of one unknown name is, or -1.
func (r *reading) surname(q int) int {
	ph := &r.s.Phrases[q]
	if ph.Outer >= 0 || r.d.Tokens[ph.Head].Tag != importer.Propn || ph.Last-ph.First > 1 {
		return -1
	}
	if r.surnames == nil {
		r.surnames = map[string]int{}
		for e := range r.d.Entities {
			if x := &r.d.Entities[e]; x.Type == schema.Person && !x.Generic {
				name := strings.ToLower(x.Name)
				name = name[strings.LastIndexByte(name, ' ')+1:]
				if _, twice := r.surnames[name]; twice {
					e = -1
				}
				r.surnames[name] = e
			}
		}
	}
	if e, ok := r.surnames[r.word(ph.Head)]; ok {
		return e
	}
	return -1
}

// calledShort is the body whose name ends with the words of phrase q, in small letters: "security forces" for "Afghan National Security
// Forces", "the front" for "Nubian Front"; or -1.
func (r *reading) calledShort(q int) int {
	ph := &r.s.Phrases[q]
	if ph.Outer >= 0 || r.d.Tokens[ph.Head].Tag != importer.Noun || ph.Head == ph.First {
		return -1
	}
	tail := r.word(ph.Head)
	if r.word(ph.First) != "the" || ph.Head != ph.First+1 {
		tail = r.word(ph.Head-1) + " " + tail
	}
	if e := r.ending(tail); e >= 0 && r.d.Mentions[r.d.Entities[e].Mentions[0]].Begin < r.d.Tokens[ph.First].Begin {
		return e
	}
	return -1
}

// ending is the body whose name ends with one or two words in small letters, or -1.
func (r *reading) ending(tail string) int {
	if r.tails == nil {
		r.tails = map[string]int{}
		for e := range r.d.Entities {
			x := &r.d.Entities[e]
			if !isBody(x.Type) || x.Generic {
				continue
			}
			words := strings.Fields(strings.ToLower(x.Name))
			for n := 1; n <= 2 && n < len(words); n++ {
				tail := strings.Join(words[len(words)-n:], " ")
				if k, twice := r.tails[tail]; twice && k != e {
					r.tails[tail] = -1
				} else {
					r.tails[tail] = e
				}
			}
		}
	}
	if e, ok := r.tails[tail]; ok {
		return e
	}
	return -1
}

// service is the force of a state in which the people of phrase q serve, where the text names it: "U.S. airmen" are the U.S. Air
// Force's; else the state.
func (r *reading) service(q, state int) int {
	force := ""
	switch r.lemma(r.s.Phrases[q].Head) {
	case "airman":
		force = "air force"
	case "sailor":
		force = "navy"
	}
	if force == "" || r.typ(state) != schema.Country {
		return state
	}
	e := r.ending(force)
	if e < 0 {
		return state
	}
	for _, x := range r.d.Entities[state].Attributes {
		if x.Name == "country" && slices.Contains(r.d.Entities[e].Attributes, x) {
			return e
		}
	}
	return state
}

// playedBy is who plays what phrase q describes, "an invading force, played by X", or -1.
func (r *reading) playedBy(q int) int {
	for c := range r.s.Clauses {
		cl := &r.s.Clauses[c]
		if cl.Form != clause.Participle || len(cl.Subjects) == 0 || cl.Subjects[0] != q || cl.Lemma != "play" && cl.Lemma != "portray" && cl.Lemma != "simulate" {
			continue
		}
		for _, o := range cl.Obliques {
			if o.Prep == "by" {
				return r.entity(r.s.Phrases[o.Phrase].Outer)
			}
		}
	}
	return -1
}
