package relate

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"skein/graph"
	"skein/graph/schema"
	"skein/importer"
	"skein/importer/clause"
	"skein/importer/english"
)

// nameLength is about how many characters an event's name has at most.
const nameLength = 70

// nounName is a headline made of the noun, what stands before it and what hangs on it: "Talks on the future of the port",
// with who acts where the words do not tell: "Kenya: airstrikes" is written "Kenya airstrikes", of a person "Rowe's visit".
func (r *reading) nounName(n *noun) string {
	ph := &r.s.Phrases[n.phrase]
	first := ph.First
	for first < n.token && r.d.Tokens[first].Tag == importer.Det {
		first++
	}
	if name := r.properName(n.token); name != "" {
		return name
	}
	owner := ""
	if r.d.Tokens[first].Tag == importer.Pron && first < n.token { // "its withdrawal"
		owner = r.meant(first)
		first++
	}
	if w := r.word(first - 1); w == "$" || w == "£" || w == "€" {
		first--
	}
	name, grown := r.extended(n.phrase, first)
	agents := r.actors(n.roles)
	switch {
	case owner != "":
		return shorten(possessive(owner) + " " + name)
	case len(agents) == 0 || strings.Contains(name, "'s ") || strings.Contains(name, "’s ") || r.named(agents, r.span(first, r.s.Phrases[n.phrase].Last), name):
	case len(agents) > 1 || joint(n.sense.Type) && n.sense.Type != "exercise":
		if who := r.names(n.roles, schema.Agent); (!grown || len(agents) == 1) && who != "" && utf8.RuneCountInString(name+who) < nameLength {
			if r.typ(agents[0]) == schema.Person && len(agents) == 1 {
				return possessive(who) + " " + name
			}
			if !grown {
				name += " of " + who
			}
		}
	default:
		who := r.d.Entities[agents[0]].Name
		if utf8.RuneCountInString(name+who) >= nameLength {
			break
		}
		if r.typ(agents[0]) == schema.Person {
			who = possessive(who)
		}
		return who + " " + name
	}
	return capitalised(name)
}

// extended is the text from token first to the end of phrase q, with the phrases that prepositions join to it as long as the
// name stays short, and whether there are any.
func (r *reading) extended(q, first int) (name string, grown bool) {
	span := r.span(first, r.s.Phrases[q].Last)
	for range deep {
		next := -1
		for _, o := range r.s.Phrases[q].Obliques {
			if o.Prep == "by" || o.Prep == "according to" || o.Prep == "as" || temporal(o.Prep) || r.s.Phrases[o.Phrase].First > r.s.Phrases[q].Last+1 {
				break
			}
			next = o.Phrase
			break
		}
		if next < 0 {
			break
		}
		all := r.s.All(next)
		last := all[len(all)-1]
		long := cover(span, r.phraseSpan(next), r.phraseSpan(last))
		if utf8.RuneCountInString(long.In(r.d.Text)) > nameLength {
			break
		}
		span, q, grown = long, last, true
	}
	return oneLine(r.d.Read(span)), grown
}

// properName is the name of the event in whose name the token stands, "Exercise Sea Lion", or "".
func (r *reading) properName(t int) string {
	for m := r.first; m < r.last; m++ {
		if x := &r.d.Mentions[m]; x.Entity >= 0 && x.Contains(r.span(t, t+1)) && r.typ(x.Entity) == schema.NamedEvent {
			return r.d.Entities[x.Entity].Name
		}
	}
	return ""
}

// meant is the name of what the pronoun at token t stands for, or "".
func (r *reading) meant(t int) string {
	for m := r.first; m < r.last; m++ {
		if x := &r.d.Mentions[m]; x.Begin == r.d.Tokens[t].Begin && x.Entity >= 0 {
			return r.d.Entities[x.Entity].Name
		}
	}
	return ""
}

// actors are the entities that act in an event.
func (r *reading) actors(roles []importer.Role) []int {
	var out []int
	for _, x := range roles {
		if x.Predicate == schema.Agent {
			out = append(out, x.Entity)
		}
	}
	return out
}

// named reports whether one of the entities is mentioned in the span or named in the text.
func (r *reading) named(entities []int, s graph.Span, text string) bool {
	return slices.ContainsFunc(entities, func(e int) bool {
		if strings.Contains(text, r.d.Entities[e].Name) {
			return true
		}
		for m := r.first; m < r.last; m++ {
			if x := &r.d.Mentions[m]; x.Entity == e && s.Contains(x.Span) {
				return true
			}
		}
		return false
	})
}

// verbName is who did what, in the words of the text from the verb to its object: "al-Qaida attacked Iraqi army". What is to
// happen is told as headlines tell it, "Rowe to visit Rome", and so is what goes on: "Rowe visits Rome".
func (r *reading) verbName(c int, sense english.Trigger, roles []importer.Role) string {
	cl := &r.s.Clauses[c]
	role := schema.Agent
	if cl.Passive || sense.Gets {
		role = schema.Target
	}
	subject := r.names(roles, role)
	if len(cl.Subjects) == 1 && (cl.Noun < 0 || subject == "") && r.tellsMore(cl.Subjects[0], cl.Passive) {
		if whole := r.subject(cl.Subjects[0]); whole != "" {
			subject = whole // "two Ghanaian peacekeepers"
		}
	}
	if subject == "" && len(cl.Subjects) > 0 && r.d.Tokens[r.s.Phrases[cl.Subjects[0]].Head].Tag != importer.Pron {
		subject = r.subject(cl.Subjects[0])
	}
	verb := cl.Last
	if cl.Particle != "" && (len(cl.Objects) > 0 || len(english.EventVerb(cl.Lemma+"_"+cl.Particle)) > 0) {
		verb++
	}
	return shorten(capitalised(strings.TrimSpace(subject + " " + r.does(cl, subject, verb) + r.rest(cl, verb))))
}

// tellsMore reports whether phrase q tells more than the name of whom it means: "Turkish jets", "ELN guerrillas"; of those who
// suffer, whether it is no name.
func (r *reading) tellsMore(q int, suffers bool) bool {
	ph := &r.s.Phrases[q]
	if ph.Outer >= 0 || r.d.Tokens[ph.Head].Tag == importer.Pron {
		return false
	}
	return suffers || len(ph.Mentions) > 0 && r.d.Tokens[ph.First].Tag != importer.Pron && r.d.Mentions[ph.Mentions[0]].Rule != "find/generic"
}

// subject is the text of phrase q as the subject of a headline, or "" where that is too long.
func (r *reading) subject(q int) string {
	ph := &r.s.Phrases[q]
	first, owner := ph.First, ""
	for first < ph.Head && r.d.Tokens[first].Tag == importer.Det {
		first++
	}
	if r.d.Tokens[first].Tag == importer.Pron && r.meant(first) != "" { // "his mother"
		owner = possessive(r.meant(first)) + " "
		first++
	}
	if s := owner + oneLine(r.d.Read(r.span(first, ph.Last))); utf8.RuneCountInString(s) < nameLength/2 {
		return s
	}
	return ""
}

// does is the verb group of a clause as headlines have it. The group ends, with its particle, before token last.
func (r *reading) does(cl *clause.Clause, subject string, last int) string {
	text := oneLine(r.d.Read(r.span(cl.Verb, last)))
	_, behind, _ := strings.Cut(text, " ")
	word := r.word(cl.Verb)
	switch {
	case cl.Passive && subject == "" && !cl.Negated:
		return text
	case cl.Negated || cl.Passive && cl.Form != clause.Participle:
		return oneLine(r.d.Read(r.span(cl.First, last)))
	case cl.Passive, subject == "":
		return text
	case cl.Modal == "will" || cl.Modal == "would" || cl.Form == clause.Infinitive:
		return strings.TrimSpace("to " + cl.Lemma + " " + behind)
	case cl.Modal != "":
		return strings.TrimSpace(cl.Modal + " " + cl.Lemma + " " + behind)
	case strings.HasSuffix(word, "ing") && word != cl.Lemma:
		return strings.TrimSpace(present(cl.Lemma, subject) + " " + behind)
	case word == cl.Lemma && cl.Form == clause.Finite && r.d.Tokens[cl.Verb].Tag == importer.Verb && !many(subject) && !english.SameParticiple(word):
		return strings.TrimSpace(present(cl.Lemma, subject) + " " + behind)
	case r.helpedPast(cl):
		if many(subject) {
			return "have " + text
		}
		return "has " + text
	}
	return text
}

// helpedPast reports whether the verb is a participle behind "has" or "had".
func (r *reading) helpedPast(cl *clause.Clause) bool {
	for t := cl.First; t < cl.Verb; t++ {
		switch r.word(t) {
		case "has", "had", "have", "'ve", "’ve":
			return true
		}
	}
	return false
}

// present is the form of the verb that goes with the subject.
func present(lemma, subject string) string {
	switch {
	case many(subject):
		return lemma
	case strings.HasSuffix(lemma, "s"), strings.HasSuffix(lemma, "sh"), strings.HasSuffix(lemma, "ch"), strings.HasSuffix(lemma, "x"), strings.HasSuffix(lemma, "o"):
		return lemma + "es"
	case strings.HasSuffix(lemma, "y") && len(lemma) > 2 && !strings.ContainsRune("aeiou", rune(lemma[len(lemma)-2])):
		return lemma[:len(lemma)-1] + "ies"
	}
	return lemma + "s"
}

// many reports whether the subject of a name is several, as far as its end tells.
func many(subject string) bool {
	if strings.HasSuffix(subject, "ss") || strings.HasSuffix(subject, "States") {
		return false
	}
	low := strings.ToLower(subject)
	return strings.Contains(low, " and ") || strings.HasSuffix(low, "s") || strings.HasSuffix(low, "men") || strings.HasSuffix(low, "police") || strings.HasSuffix(low, "people")
}

// rest is what follows the verb group that ends before token verb: its objects, or what the first preposition joins.
func (r *reading) rest(cl *clause.Clause, verb int) string {
	last := verb
	more := ""
	switch {
	case len(cl.Objects) > 0:
		last = r.grow(verb, r.s.Phrases[cl.Objects[0]].Last, cl.Objects[0])
		for _, q := range cl.Objects[1:] {
			if l := r.s.Phrases[q].Last; utf8.RuneCountInString(r.span(verb, l).In(r.d.Text)) <= nameLength*2/3 {
				last = max(last, l)
			} else {
				more = " and others"
				break
			}
		}
	case len(cl.Obliques) > 0 && cl.Obliques[0].Prep != "of" && cl.Obliques[0].Prep != "according to":
		last = r.grow(verb, r.s.Phrases[cl.Obliques[0].Phrase].Last, cl.Obliques[0].Phrase)
	}
	if last <= verb {
		return ""
	}
	if who := r.meant(verb); who != "" && last == verb+1 && r.d.Tokens[verb].Tag == importer.Pron { // "arrested him"
		return " " + who
	}
	text := oneLine(r.d.Read(r.span(verb, last)))
	if utf8.RuneCountInString(text) > nameLength {
		return ""
	}
	return " " + text + more
}

// grow is the token behind phrase q and what "of" joins to it, where that keeps a name that begins at token first short.
func (r *reading) grow(first, last, q int) int {
	if of := r.of(q); of >= 0 && utf8.RuneCountInString(r.span(first, r.s.Phrases[of].Last).In(r.d.Text)) <= nameLength*2/3 {
		return r.s.Phrases[of].Last
	}
	return last
}

// names are the entities in a role, at most two, joined by "and".
func (r *reading) names(roles []importer.Role, p graph.Predicate) string {
	var out []string
	for _, x := range roles {
		if x.Predicate == p && len(out) < 3 {
			out = append(out, r.d.Entities[x.Entity].Name)
		}
	}
	if len(out) > 2 {
		return out[0] + " and others"
	}
	return strings.Join(out, " and ")
}

// possessive is the name as an owner's.
func possessive(name string) string {
	if strings.HasSuffix(name, "s") {
		return name + "'"
	}
	return name + "'s"
}

// capitalised is the text with a capital at its begin.
func capitalised(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if n == 0 || strings.HasPrefix(s, "al-") {
		return s
	}
	return string(unicode.ToUpper(first)) + s[n:]
}

// shorten cuts a name that is far too long, between words.
func shorten(s string) string {
	const most = nameLength * 2
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	cut := string([]rune(s)[:most])
	if i := strings.LastIndexByte(cut, ' '); i > 0 {
		cut = cut[:i]
	}
	return cut + "…"
}

// oneLine is the text with every run of white space as one space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
